package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import majix.formats.FileNames;
import majix.formats.Problem;
import majix.indexer.IndexStatus;
import majix.indexer.MailIndex;
import majix.indexer.Skipped;
import majix.vfolder.VFolder;
import org.jspecify.annotations.Nullable;

/// `majix status`: how old and how large the index is, what it holds, and what it lacks and why.
final class StatusCommand {
    private final Environment env;
    private final Console console;

    private StatusCommand(Environment env, Console console) {
        this.env = env;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        SwitchArguments given = SwitchArguments.of(args, "--format=json", arg -> "status \"" + arg
                + "\": only -f FILE and --format=json are accepted; to search for the word: majix -- status ...");
        return new StatusCommand(env, console).print(given.rcfile(), given.on());
    }

    private int print(@Nullable String rcfile, boolean json) throws IOException, ConfigException {
        Path rc = RcPlace.of(rcfile, env);
        Config config = ConfigReader.read(rc, env, console::tell);
        Path place = IndexLocation.of(config.database());
        IndexStatus status;
        try (MailIndex index = MailIndex.open(place)) {
            status = index.status();
        }
        if (json) {
            console.print(new StatusJson(rc, place, status).object().toString());
        } else {
            text(rc, place, status);
        }
        return Failure.DONE;
    }

    private void text(Path rc, Path place, IndexStatus status) throws IOException {
        line("majix " + Help.version() + ", " + status.versions() + ", Java " + Runtime.version());
        line("rc file   " + FileNames.text(rc));
        line("index     " + FileNames.text(place) + ": " + Counted.of(status.messages(), "message") + ", "
                + size(status.bytes()) + " in " + Counted.of(status.files(), "file") + ", "
                + Counted.of(status.segments(), "segment"));
        if (status.limited() > 0) {
            line("          " + Counted.of(status.limited(), "message")
                    + " not read whole, because of a limit (majix F:l finds them)");
        }
        if (status.deleted() > 0) {
            line("          " + Counted.of(status.deleted(), "deleted entry")
                    + " not yet purged (majix -p)");
        }
        LocalDateTime written = LocalDateTime.ofInstant(status.written(), ZoneId.systemDefault());
        line("written   " + written.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)) + ", "
                + Age.of(now().toEpochMilli() - status.written().toEpochMilli()));
        if (!status.complete()) {
            line("          not complete: the last indexing run was cut short; run majix without a query");
        }
        folders(told(status.folders()));
        changed(status);
        skipped(told(status));
    }

    /// Folders, without majix's own lists beside results.
    static List<IndexStatus.Folder> told(List<IndexStatus.Folder> folders) {
        return folders.stream().filter(each -> each.messages() > 0 || !VFolder.isList(each.path())).toList();
    }

    /// What was passed over, without those lists.
    static List<Skipped> told(IndexStatus status) {
        return status.skipped().stream()
                .filter(each -> each.kind() != Problem.Kind.NOT_MAIL || !VFolder.isList(each.path())).toList();
    }

    private void folders(List<IndexStatus.Folder> folders) throws IOException {
        line("");
        line("messages  folder");
        for (IndexStatus.Folder folder : folders) {
            String count = String.valueOf(folder.messages());
            line(" ".repeat(Math.max(0, 8 - count.length())) + count + "  " + FileNames.text(folder.path()));
        }
    }

    private void changed(IndexStatus status) throws IOException {
        List<String> changed = new ArrayList<>();
        for (IndexStatus.Folder folder : told(status.folders())) {
            switch (FolderChange.of(folder.path(), status.written())) {
                case GONE -> changed.add(FileNames.text(folder.path()) + ": gone");
                case CHANGED -> changed.add(FileNames.text(folder.path()));
                case NONE -> {
                }
            }
        }
        list(Counted.of(changed.size(), "folder") + " changed after the index was written:", changed);
    }

    private void skipped(List<Skipped> skipped) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Skipped each : skipped) {
            lines.add(FileNames.text(each.path()) + ": " + each.reason());
        }
        list(Counted.of(lines.size(), "file or folder", "files or folders") + " passed over:", lines);
    }

    private void list(String title, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            line("");
            line(title);
            for (String each : lines) {
                line("  " + each);
            }
        }
    }

    /// Names of files may hold commands for the terminal.
    private void line(String text) throws IOException {
        console.print(Failure.oneLine(text));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1000 + " KB" : ProgressBar.tenths(bytes / 100_000) + " MB";
    }

    private Instant now() {
        LocalDateTime fixed = SearchCommand.Clock.fixed(env);
        return fixed == null ? Instant.now() : fixed.atZone(ZoneId.systemDefault()).toInstant();
    }
}
