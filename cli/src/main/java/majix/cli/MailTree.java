package majix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One directory as [MailWalk] saw it, and what is below it.
final class MailTree {
    final Path path;
    final List<MailTree> below = new ArrayList<>();
    final List<Path> mboxes = new ArrayList<>();
    boolean maildir;
    /// An MH folder.
    boolean mh;
    /// An MH folder that can be told by its marker, so that `mh=TREE...` finds it.
    boolean marked;
    /// Regular files that were looked into, those in `mboxes` too.
    int files;
    /// Those of them that look like a single message.
    int loose;

    MailTree(Path path) {
        this.path = path;
    }

    int maildirs() {
        int sum = maildir ? 1 : 0;
        for (MailTree tree : below) {
            sum += tree.maildirs();
        }
        return sum;
    }

    int mhFolders() {
        int sum = mh ? 1 : 0;
        for (MailTree tree : below) {
            sum += tree.mhFolders();
        }
        return sum;
    }

    int mboxFiles() {
        int sum = mboxes.size();
        for (MailTree tree : below) {
            sum += tree.mboxFiles();
        }
        return sum;
    }

    int allFiles() {
        int sum = files;
        for (MailTree tree : below) {
            sum += tree.allFiles();
        }
        return sum;
    }

    int allLoose() {
        int sum = loose;
        for (MailTree tree : below) {
            sum += tree.allLoose();
        }
        return sum;
    }
}
