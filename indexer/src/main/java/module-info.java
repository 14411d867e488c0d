import org.jspecify.annotations.NullMarked;

/// Joins messages and queries: the index, written and read.
@NullMarked
module majix.indexer {
    requires static transitive org.jspecify;
    requires transitive majix.formats;
    requires transitive majix.query;
    requires org.apache.lucene.core;

    exports majix.indexer;

    provides org.apache.lucene.codecs.Codec with majix.indexer.codec.MajixCodec;
}
