package majix.formats;

/// The kinds of mail store, each with the rc directive that names its folders.
public enum StoreKind {
    /// Directories with `cur`, `new` and `tmp`; `maildir=`.
    MAILDIR("maildir"),
    /// Directories of numbered files; `mh=`.
    MH("mh"),
    /// Files of many messages, compressed or not, MMDF too; `mbox=`.
    MBOX("mbox"),
    /// Trees of anything, each file told by its content; `files=`.
    FILES("files");

    private final String directive;

    StoreKind(String directive) {
        this.directive = directive;
    }

    /// The name of the rc directive, lower case.
    public String directive() {
        return directive;
    }
}
