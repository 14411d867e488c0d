import org.jspecify.annotations.NullMarked;

/// What a message is: where it lies, how it is read, what it says.
@NullMarked
module majix.formats {
    requires static transitive org.jspecify;
    requires apache.mime4j.core;
    requires com.github.luben.zstd_jni;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;

    exports majix.formats;
}
