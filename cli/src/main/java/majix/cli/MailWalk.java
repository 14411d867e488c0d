package majix.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Looks through directories for mail, and gives up in time: it does not follow symbolic links, goes no deeper than
/// [#MAX_DEPTH] and looks at no more than [#MAX_ENTRIES] files and directories in all. Messages in Maildirs are not
/// looked at, those of an MH folder are only counted.
final class MailWalk {
    static final int MAX_DEPTH = 8;
    static final int MAX_ENTRIES = 200_000;
    /// Numbered entries of one directory that are looked at: enough to see whether they are messages.
    private static final int MAX_NUMBERED = 64;
    private static final int MAX_REMARKS = 20;

    private final List<String> remarks;
    private int left = MAX_ENTRIES;
    private boolean tooDeep;

    MailWalk(List<String> remarks) {
        this.remarks = remarks;
    }

    /// Looks through a directory.
    ///
    /// @param hidden whether names that begin with a dot are looked at as well; below a Maildir they always are
    MailTree walk(Path directory, boolean hidden) {
        return walk(directory, 0, hidden);
    }

    private MailTree walk(Path directory, int depth, boolean hidden) {
        MailTree tree = new MailTree(directory);
        tree.maildir = MailSigns.maildir(directory);
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            look(tree, entries, directories, hidden || tree.maildir);
        } catch (IOException e) {
            remark(directory, Failure.reason(e));
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            remark(directory, cause == null ? "cannot be listed to its end" : Failure.reason(cause));
        }
        if (depth == MAX_DEPTH && !directories.isEmpty()) {
            if (!tooDeep) {
                remark(directory, "not looked at what is below, " + MAX_DEPTH + " levels deep");
            }
            tooDeep = true;
            return tree;
        }
        Collections.sort(directories);
        for (Path below : directories) {
            tree.below.add(walk(below, depth + 1, hidden || tree.maildir));
        }
        return tree;
    }

    private void look(MailTree tree, DirectoryStream<Path> entries, List<Path> directories, boolean hidden) {
        int numbered = 0;
        boolean messages = false;
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            boolean number = MailSigns.number(name);
            boolean passed = tree.maildir && (name.equals("cur") || name.equals("new") || name.equals("tmp"));
            if (passed || (!hidden && name.startsWith(".")) || (number && ++numbered > MAX_NUMBERED)) {
                continue;
            }
            if (left == 0) {
                return;
            }
            if (--left == 0) {
                remark(entry, "given up here after " + MAX_ENTRIES + " files and directories; name the mail folders");
            }
            BasicFileAttributes attributes = attributes(entry);
            if (attributes == null || attributes.isSymbolicLink()) {
                continue;
            }
            if (attributes.isDirectory()) {
                directories.add(entry);
            } else if (attributes.isRegularFile() && number && !tree.maildir) {
                messages |= content(entry) == MailSigns.Content.MESSAGE;
            } else if (attributes.isRegularFile()) {
                file(tree, entry);
            }
        }
        tree.marked = messages && MailSigns.marked(tree.path);
        tree.mh = messages;
        Collections.sort(tree.mboxes);
    }

    private void file(MailTree tree, Path file) {
        if (String.valueOf(file.getFileName()).startsWith(".")) {
            return;
        }
        tree.files++;
        MailSigns.Content content = content(file);
        if (content == MailSigns.Content.MBOX) {
            tree.mboxes.add(file);
        } else if (content == MailSigns.Content.MESSAGE) {
            tree.loose++;
        }
    }

    private @Nullable BasicFileAttributes attributes(Path entry) {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            // gone since it was listed
            return null;
        } catch (IOException e) {
            remark(entry, Failure.reason(e));
            return null;
        }
    }

    private MailSigns.Content content(Path file) {
        try {
            return MailSigns.content(file);
        } catch (IOException e) {
            remark(file, Failure.reason(e));
            return MailSigns.Content.OTHER;
        }
    }

    private void remark(Path path, String what) {
        if (remarks.size() < MAX_REMARKS) {
            remarks.add(Failure.oneLine(FileNames.text(path) + ": " + what));
        } else if (remarks.size() == MAX_REMARKS) {
            remarks.add("and more of this kind");
        }
    }
}
