package majix.formats;

import majix.formats.files.FilesStore;
import majix.formats.maildir.MaildirStore;
import majix.formats.mbox.MboxStore;
import majix.formats.mh.MhStore;

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

    /// Whether a folder of this kind takes a file in its own directory, as far as the name tells.
    public boolean takes(String name) {
        return switch (this) {
            case MAILDIR -> false;
            case MH -> MhStore.isMessage(name);
            case MBOX, FILES -> true;
        };
    }

    /// The store of the folders that a spec of this kind names.
    ///
    /// @throws IllegalArgumentException if the spec is of another kind
    public MailStore open(FolderSpec spec) {
        if (spec.kind() != this) {
            throw new IllegalArgumentException(spec.kind() + " folders opened as " + this);
        }
        return switch (this) {
            case MAILDIR -> new MaildirStore(spec);
            case MH -> new MhStore(spec);
            case MBOX -> new MboxStore(spec);
            case FILES -> new FilesStore(spec);
        };
    }
}
