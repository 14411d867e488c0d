package majix.vfolder;

import java.util.List;

/// How messages lie in a directory of one kind.
interface Layout {
    /// The sub-directories that the folder consists of.
    List<String> folders();

    /// What the folder is to hold: for each message its name, and whether the entry that is there can stay.
    ///
    /// @param found the hits in their order, without doubles
    List<Item> items(List<Finder.Found> found, Previous previous);

    /// The layout of a kind of directory.
    static Layout of(VFolderKind kind) {
        return switch (kind) {
            case MAILDIR -> new MaildirWriter();
            case MH -> new MhWriter();
            case MBOX -> throw new IllegalArgumentException("an mbox is no directory");
        };
    }
}
