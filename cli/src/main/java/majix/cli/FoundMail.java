package majix.cli;

import java.nio.file.Path;
import java.util.List;

/// The mail that [MailFinder] found, as [RcWriter] writes it down.
///
/// @param base directory that the relative elements start from, absolute
/// @param maildir elements of `maildir=`: paths, below base or absolute, wildcards in their names bracketed, `...` after
///     trees; not yet escaped for an rc file, names in the JVM's form
/// @param mh elements of `mh=`
/// @param mbox elements of `mbox=`
/// @param trees directories that an element names with all that is below them; no result folder may lie in one
/// @param maildirs how many Maildirs were seen
/// @param mhFolders how many MH folders were seen
/// @param mboxes how many mbox files were seen
/// @param remarks lines for people: what could not be read, and where looking was given up
record FoundMail(Path base, List<String> maildir, List<String> mh, List<String> mbox, List<Path> trees, int maildirs,
        int mhFolders, int mboxes, List<String> remarks) {
    FoundMail {
        maildir = List.copyOf(maildir);
        mh = List.copyOf(mh);
        mbox = List.copyOf(mbox);
        trees = List.copyOf(trees);
        remarks = List.copyOf(remarks);
    }

    /// Whether no folder was found.
    boolean isEmpty() {
        return maildir.isEmpty() && mh.isEmpty() && mbox.isEmpty();
    }
}
