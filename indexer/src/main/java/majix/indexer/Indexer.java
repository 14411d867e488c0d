package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.indexer.codec.OpenIndex;
import org.jspecify.annotations.Nullable;

/// Brings an index up to date with the mail it is of.
public final class Indexer {
    private Indexer() {}

    /// How to run.
    ///
    /// @param fast trust the modification times of Maildir and MH directories (`-F`)
    /// @param purge merge the index tight at the end (`-p`)
    /// @param patience how long to wait for another run
    /// @param workers threads that parse and index
    /// @param most how many bytes of mail may be read, and of the index merged, about
    /// @param rhythm how often a long run commits, so that a killed one does not begin again
    public record Options(boolean fast, boolean purge, Duration patience, int workers, long most, Duration rhythm) {
        private static final Duration MINUTE = Duration.ofMinutes(1);

        /// Commits once a minute.
        public Options(boolean fast, boolean purge, Duration patience, int workers, long most) {
            this(fast, purge, patience, workers, most, MINUTE);
        }

        /// As much mail as there is.
        public Options(boolean fast, boolean purge, Duration patience, int workers) {
            this(fast, purge, patience, workers, Long.MAX_VALUE);
        }
    }

    /// Runs once. Mail is only read. Whatever stops a run, the next one goes on from the last commit.
    ///
    /// @param index directory of the index, made if it is not there
    /// @throws IndexBusyException if another run held the index all the time
    /// @throws LongRunException if more was to be read than allowed; nothing is changed then
    /// @throws IOException if the index cannot be written
    public static IndexReport run(Path index, List<FolderSpec> folders, Options options, Problems problems,
            Progress progress) throws IOException {
        return run(index, folders, options, problems, progress, false);
    }

    /// The same, but makes the index anew, whatever there is.
    public static IndexReport rebuild(Path index, List<FolderSpec> folders, Options options, Problems problems,
            Progress progress) throws IOException {
        return run(index, folders, options, problems, progress, true);
    }

    private static IndexReport run(Path index, List<FolderSpec> folders, Options options, Problems problems,
            Progress progress, boolean anew) throws IOException {
        boolean rebuild = anew;
        IndexFiles.createDirectory(index);
        Problems once = new ToldOnce(problems);
        while (true) {
            SkippedFiles skipped = new SkippedFiles(index, once);
            try {
                IndexReport report = attempt(index, folders, options, skipped, progress, rebuild);
                skipped.save(options.fast());
                FolderNames.save(index);
                return report;
            } catch (LateWriter.StaleException e) {
                // begins again
            } catch (IndexDamagedException e) {
                if (rebuild) {
                    throw e;
                }
                problems.report(new Problem(Problem.Kind.MISSING, index, "the index " + e.getMessage()
                        + "; making it anew"));
                rebuild = true;
            }
        }
    }

    private static IndexReport attempt(Path index, List<FolderSpec> folders, Options options,
            SkippedFiles skipped, Progress progress, boolean rebuild) throws IOException {
        try (OpenIndex before = rebuild ? null : IndexFiles.open(index)) {
            try {
                return from(before, index, folders, options, skipped, progress, rebuild);
            } catch (IndexDamagedException e) {
                throw e;
            } catch (IOException e) {
                if (before != null && IndexFiles.isDamage(e) && !before.isNewest()) {
                    // Another run took the files away, which is no damage.
                    throw new LateWriter.StaleException();
                }
                throw e;
            }
        } catch (IndexBusyException | LongRunException | LateWriter.StaleException e) {
            throw e;
        } catch (IOException e) {
            throw !rebuild && IndexFiles.isDamage(e) ? new IndexDamagedException(IndexFiles.reason(e), e) : e;
        } catch (RuntimeException e) {
            String harm = rebuild ? null : harm(index);
            if (harm == null) {
                throw e;
            }
            throw new IndexDamagedException(harm, e);
        }
    }

    private static IndexReport from(@Nullable OpenIndex before, Path index, List<FolderSpec> folders, Options options,
            SkippedFiles skipped, Progress progress, boolean rebuild) throws IOException {
        skipped.begin();
        LateWriter writer = new LateWriter(index, options.patience(), rebuild,
                before == null ? null : before.commit(), options.most());
        IndexRun run = new IndexRun(index, before, writer, options, skipped, progress);
        try {
            return run.run(folders);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause == null ? new IOException(e) : own(run, cause);
        } catch (IOException e) {
            throw own(run, e);
        } finally {
            writer.close();
        }
    }

    /// After a run has committed, a newer commit than the one it began with is its own, and what cannot be read is damage.
    private static IOException own(IndexRun run, IOException e) {
        return run.hasCommitted() && IndexFiles.isDamage(e) ? new IndexDamagedException(IndexFiles.reason(e), e) : e;
    }

    /// Bytes that a disk changed by itself may lead to any failure. Whether it is that or a fault of the program is found
    /// out by all checksums.
    private static @Nullable String harm(Path index) {
        try (OpenIndex open = IndexFiles.openUnverified(index)) {
            if (open != null) {
                for (String name : open.files()) {
                    open.verify(name);
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            return IndexFiles.reason(e);
        }
    }
}
