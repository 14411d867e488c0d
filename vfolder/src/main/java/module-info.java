import org.jspecify.annotations.NullMarked;

/// Writes answers: virtual folders of symbolic links, hard links and copies.
@NullMarked
module majix.vfolder {
    requires static transitive org.jspecify;
    requires transitive majix.formats;

    exports majix.vfolder;
}
