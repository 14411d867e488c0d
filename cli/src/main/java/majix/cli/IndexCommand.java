package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.indexer.IndexReport;
import majix.indexer.Indexer;
import majix.indexer.LongRunException;
import majix.indexer.Progress;
import majix.vfolder.VFolder;

/// Brings the index up to date.
final class IndexCommand {
    private final Console console;
    private final boolean verbose;
    private final LongAdder odd = new LongAdder();
    private final LongAdder notMail = new LongAdder();

    private IndexCommand(Console console, boolean verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    /// Runs once.
    ///
    /// @return the exit status
    static int run(CommandLine line, Config config, Environment env, Console console, Attempt attempt)
            throws IOException, ConfigException {
        SavedFile saved = Files.exists(config.saved())
                ? SavedFile.of(config, console::tell)
                : null;
        List<FolderSpec> sources = config.sources(
                saved == null ? List.of() : LiveFolders.all(saved, config, env));
        Path index = IndexLocation.of(config.database());
        if (attempt == Attempt.LOOK) {
            return LookCommand.run(line, index, sources);
        }
        Indexer.Options options = new Indexer.Options(line.fast, line.purge, Duration.ofSeconds(line.waitSeconds),
                Runtime.getRuntime().availableProcessors(), attempt.most());
        int status;
        try {
            status = new IndexCommand(console, line.verbose).run(index, sources, options);
        } catch (LongRunException e) {
            return e.isLarge() && LargerHeap.isThere() ? Failure.MORE_MEMORY : Failure.NOT_HERE;
        }
        return line.up && saved != null
                ? Math.max(status, UpCommand.changed(saved, config, env, console, line.verbose))
                : status;
    }

    private int run(Path index, List<FolderSpec> sources, Indexer.Options options) throws IOException {
        Progress progress = new Progress();
        long start = System.nanoTime();
        IndexReport report;
        try (ProgressBar _ = ProgressBar.start(console, progress, sources)) {
            report = Indexer.run(index, sources, options, this::report, progress);
        }
        if (verbose) {
            summary(report, System.nanoTime() - start, progress);
        }
        return report.unreadable() > 0 ? Failure.TROUBLE : Failure.DONE;
    }

    private void report(Problem problem) {
        boolean tell = switch (problem.kind()) {
            case MISSING, UNREADABLE -> true;
            case NOT_MAIL -> {
                if (VFolder.isList(problem.path())) {
                    yield false;
                }
                notMail.increment();
                yield verbose;
            }
            case ODD_SEPARATOR, ODD_MESSAGE -> {
                odd.increment();
                yield verbose;
            }
        };
        if (tell) {
            String place = FileNames.text(problem.path());
            console.tell(place + (problem.offset() < 0 ? "" : " at byte " + problem.offset()) + ": " + problem.text());
        }
    }

    private void summary(IndexReport report, long nanos, Progress progress) {
        StringBuilder line = new StringBuilder();
        line.append(report.messages()).append(" messages in the index: ").append(report.added()).append(" added, ")
                .append(report.removed()).append(" removed, ").append(report.renamed()).append(" renamed");
        if (report.unreadable() > 0) {
            line.append("; ").append(report.unreadable()).append(" files or folders could not be read");
        }
        if (notMail.sum() > 0) {
            line.append("; ").append(notMail.sum()).append(" files were no mail");
        }
        if (odd.sum() > 0) {
            line.append("; ").append(odd.sum()).append(" oddities");
        }
        line.append("; ").append(ProgressBar.megabytes(progress.bytes())).append(" MB in ")
                .append(ProgressBar.tenths(nanos / 100_000_000)).append(" s");
        console.tell(line.toString());
    }
}
