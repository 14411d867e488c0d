import org.jspecify.annotations.NullMarked;

/// What can be asked: the fields, the language, and its rendering for an index.
@NullMarked
@SuppressWarnings("module") // names majix.indexer, which is compiled later
module majix.query {
    requires static transitive org.jspecify;
    requires org.apache.lucene.core;

    exports majix.query;
    exports majix.query.lucene to majix.indexer;
}
