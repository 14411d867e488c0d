package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import majix.formats.FileNames;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/// Reads all of an index: the checksums of its files, then what they say against each other, see [StructureCheck] and
/// [MailCheck], then what lies beside them, see [DirectoryCheck]. No indexing run can change it meanwhile, if the
/// directory can be written.
public final class IndexCheck {
    static final String GRAMS = "lists of letters do not fit the words";

    private final Path directory;
    private final List<Finding> findings = new ArrayList<>();
    private long messages;
    private int files;
    private long bytes;

    private IndexCheck(Path directory) {
        this.directory = directory;
    }

    /// What a finding means.
    public enum Kind {
        /// The index has to be made anew.
        INDEX,
        /// A file beside it is damaged, and is written anew by the next run once it is gone.
        BESIDE,
        /// A run that was killed left it; it does no harm.
        LEFT_OVER,
        /// Others may read it.
        OPEN,
        /// It is not majix's, and is left alone.
        FOREIGN,
        /// Worth knowing.
        NOTE
    }

    /// Something to be told.
    ///
    /// @param file the name of a file below the index; empty for the index as a whole
    /// @param text lower case, no full stop
    public record Finding(Kind kind, String file, String text) {}

    /// All that was found.
    ///
    /// @param messages in the index
    /// @param files read
    /// @param bytes of these
    public record Report(List<Finding> findings, long messages, int files, long bytes) {
        public Report {
            findings = List.copyOf(findings);
        }

        /// Whether the index has to be made anew.
        public boolean needsIndexing() {
            return has(Kind.INDEX);
        }

        /// Whether anything is damaged.
        public boolean damaged() {
            return has(Kind.INDEX) || has(Kind.BESIDE);
        }

        private boolean has(Kind kind) {
            return findings.stream().anyMatch(finding -> finding.kind() == kind);
        }
    }

    /// Checks an index.
    ///
    /// @param patience how long to wait for an indexing run
    /// @throws NoIndexException if there is none
    /// @throws IndexBusyException if an indexing run held it all the time
    public static Report run(Path index, Duration patience) throws IOException {
        if (!IndexFiles.present(index)) {
            throw new NoIndexException("there is no index at " + FileNames.text(index));
        }
        try (Directory files = IndexDirectory.create(index); Lock lock = CheckLock.obtain(files, index, patience)) {
            return new IndexCheck(index).run(files, lock);
        }
    }

    /// Mends what needs no mail for it: takes away what is damaged beside the index, and what killed runs left, and closes
    /// to others what is open. A damaged index stays, see [Indexer#rebuild].
    ///
    /// @return what was done, a line each
    public static List<String> mend(Path index, Report report, Duration patience) throws IOException {
        try (Directory files = IndexDirectory.create(index); Lock lock = CheckLock.obtain(files, index, patience)) {
            lock.ensureValid();
            return DirectoryCheck.mend(index, report.findings());
        }
    }

    private Report run(Directory opened, Lock lock) throws IOException {
        Set<String> own = new LinkedHashSet<>();
        try (OpenIndex commit = OpenIndex.listed(directory)) {
            if (commit == null) {
                damage("", "has no commit");
            } else {
                own.addAll(commit.files());
                IndexFiles.verifyVersion(commit.data());
                checksums(commit);
                if (findings.isEmpty()) {
                    StructureCheck.of(opened, lock, text -> damage("", text));
                }
                if (findings.isEmpty()) {
                    contents();
                }
            }
        } catch (IOException | RuntimeException e) {
            IOException failure = IndexFiles.failure(e);
            if (!(failure instanceof IndexDamagedException)) {
                throw failure;
            }
            damage("", String.valueOf(failure.getMessage()));
        }
        new DirectoryCheck(directory, own, findings).run();
        return new Report(findings, messages, files, bytes);
    }

    private void contents() throws IOException {
        try (OpenIndex index = IndexFiles.openUnverified(directory)) {
            if (index == null) {
                throw new IndexDamagedException("has no commit", null);
            }
            if (!index.gramsFit()) {
                damage("", GRAMS);
            }
            messages = MailCheck.of(index, text -> damage("", text));
            if (!IndexFiles.isComplete(index)) {
                findings.add(new Finding(Kind.NOTE, "", "not complete: the last indexing run was cut short"));
            }
        }
    }

    private void damage(String file, String text) {
        findings.add(new Finding(Kind.INDEX, file, text));
    }

    /// Every file that a commit names, even when others are damaged.
    private void checksums(OpenIndex index) throws IOException {
        for (String name : index.files()) {
            try {
                index.verify(name);
                files++;
                bytes += Files.size(directory.resolve(name));
            } catch (IOException | RuntimeException e) {
                IOException failure = IndexFiles.failure(e);
                if (!(failure instanceof IndexDamagedException)) {
                    throw failure;
                }
                damage(name, IndexFiles.what(e));
            }
        }
    }
}
