package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.indexer.IndexCheck;
import majix.indexer.IndexReport;
import majix.indexer.Indexer;
import majix.indexer.Progress;

/// `majix check`: reads the whole index and tells what is damaged, a line each; with `--repair` it is mended: what lies
/// beside the index is taken away and written anew, an index that is damaged itself is made anew from the mail.
final class CheckCommand {
    /// As long as an indexing run waits for another, see [CommandLine].
    private static final int WAIT_SECONDS = 10;

    private final Console console;
    private final boolean repair;
    private final Config config;
    private final Environment env;
    private final Path place;
    private final Duration patience;
    private boolean unread;

    private CheckCommand(boolean repair, Config config, Environment env, Console console) {
        this.repair = repair;
        this.config = config;
        this.env = env;
        this.console = console;
        this.place = IndexLocation.of(config.database());
        this.patience = Duration.ofSeconds(WAIT_SECONDS);
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        SwitchArguments given = SwitchArguments.of(args, "--repair", arg -> "check \"" + arg
                + "\": only --repair and -f FILE are accepted; to search for the word: majix -- check ...");
        Path rc = RcPlace.of(given.rcfile(), env);
        return new CheckCommand(given.on(), ConfigReader.read(rc, env, console::tell), env, console).run();
    }

    private int run() throws IOException, ConfigException {
        IndexCheck.Report report = IndexCheck.run(place, patience);
        tell(report);
        if (repair && mend(report)) {
            report = IndexCheck.run(place, patience);
            tell(report);
        }
        if (report.damaged()) {
            console.print("damage found" + (repair ? "" : "; majix check --repair mends it"));
            return Failure.TROUBLE;
        }
        console.print("no damage found: " + Counted.of(report.messages(), "message") + ", "
                + Counted.of(report.files(), "file") + ", " + ProgressBar.tenths(report.bytes() / 100_000) + " MB");
        return unread ? Failure.TROUBLE : Failure.DONE;
    }

    private void tell(IndexCheck.Report report) throws IOException {
        for (IndexCheck.Finding finding : report.findings()) {
            boolean whole = finding.kind() == IndexCheck.Kind.INDEX && finding.file().isEmpty();
            line((whole
                    ? "the index"
                    : finding.file().isEmpty() ? FileNames.text(place) : FileNames.text(finding.file()))
                    + (whole ? " " : ": ") + finding.text());
        }
    }

    /// Mends what can be mended.
    ///
    /// @return whether anything was
    private boolean mend(IndexCheck.Report report) throws IOException, ConfigException {
        List<String> done = IndexCheck.mend(place, report, patience);
        for (String each : done) {
            line(each);
        }
        if (report.damaged()) {
            index(report.needsIndexing());
        }
        return report.damaged() || !done.isEmpty();
    }

    private void index(boolean anew) throws IOException, ConfigException {
        SavedFile saved = Files.exists(config.saved()) ? SavedFile.of(config, console::tell) : null;
        List<FolderSpec> sources = config.sources(saved == null ? List.of() : LiveFolders.all(saved, config, env));
        Indexer.Options options = new Indexer.Options(false, false, patience,
                Runtime.getRuntime().availableProcessors());
        Progress progress = new Progress();
        IndexReport made;
        try (ProgressBar _ = ProgressBar.start(console, progress, sources)) {
            made = anew
                    ? Indexer.rebuild(place, sources, options, this::report, progress)
                    : Indexer.run(place, sources, options, this::report, progress);
        }
        unread = made.unreadable() > 0;
        if (anew) {
            line("made the index anew: " + Counted.of(made.messages(), "message"));
        }
    }

    private void report(Problem problem) {
        switch (problem.kind()) {
            case MISSING, UNREADABLE -> console.tell(FileNames.text(problem.path()) + ": " + problem.text());
            case NOT_MAIL, ODD_SEPARATOR, ODD_MESSAGE -> {
            }
        }
    }

    /// Names of files may hold commands for the terminal.
    private void line(String text) throws IOException {
        console.print(Failure.oneLine(text));
    }
}
