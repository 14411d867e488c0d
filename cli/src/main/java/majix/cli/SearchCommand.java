package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import majix.formats.FileNames;
import majix.formats.MessageRef;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;
import majix.query.Now;
import majix.query.QueryParser;
import majix.vfolder.VFolder;
import majix.vfolder.VFolderKind;
import org.jspecify.annotations.Nullable;

/// Answers a query: prints where the hits lie, or writes them into a virtual folder. The query is read first; nothing
/// on disk changes for one that is wrong.
final class SearchCommand {
    private final CommandLine line;
    private final Config config;
    private final Environment env;
    private final Console console;

    private SearchCommand(CommandLine line, Config config, Environment env, Console console) {
        this.line = line;
        this.config = config;
        this.env = env;
        this.console = console;
    }

    /// Runs one search.
    ///
    /// @return the exit status; [Failure#TROUBLE] also if hits could not be read, which has been told then, but not for
    ///     those who take this for mairix: there, hits are status 0
    static int run(CommandLine line, Config config, Environment env, Console console) throws Exception {
        int status = new SearchCommand(line, config, env, console).run();
        return console.takeUnread() && !console.program().equals("mairix") ? Failure.TROUBLE : status;
    }

    private int run() throws Exception {
        Expr asked = QueryParser.mayNameOthers(line.expressions)
                ? SavedNames.parse(line.expressions, config, env, console)
                : QueryParser.parse(line.expressions, new Clock(env));
        OutputFormat format = line.raw ? OutputFormat.RAW : line.excerpt ? OutputFormat.EXCERPT : config.mformat();
        VFolderKind kind = line.output != null && (line.trees || line.output.prints())
                ? null
                : format.folder().orElse(null);
        Path target = kind == null || line.explain ? null : target();
        Path place = IndexLocation.of(config.database());
        Narrowing narrowing = line.narrow ? Narrowing.of(asked, line, target(), config, env, console) : null;
        Expr expr = narrowing != null ? narrowing.expr() : asked;
        try (MailIndex index = MailIndex.open(place)) {
            if (!index.complete()) {
                console.tell(
                        "the index is not complete: the last indexing run was cut short; run majix without a query");
            }
            if (console.errIsTerminal() && config.warnStale() && !console.program().equals("mairix")) {
                Staleness.tell(config, index.writtenMillis(), console);
            }
            if (line.explain) {
                return ExplainOutput.print(expr, index, console);
            }
            Hits hits = narrowing != null
                    ? index.search(expr, narrowing.threads(), narrowing.companies())
                    : index.search(expr, line.threads || line.trees);
            if (kind != null && target != null) {
                VFolder.Options options = new VFolder.Options(line.hardLinks, line.augment, line.force,
                        sources(index), place);
                int[] order = line.output == null ? null : HitOrder.of(line.output, expr, index, hits, console);
                int status = folder(kind, target, options, order, hits);
                if (order != null && order.length < hits.size()) {
                    LastQuery.forget(target, env);
                } else {
                    LastQuery.note(target, line, asked, place, env);
                }
                return status;
            }
            if (line.output != null && line.trees) {
                return ThreadCommand.print(line.output, hits, env, console);
            }
            if (line.output != null) {
                return new ListCommand(line.output, format, expr, index, hits, env, console).run();
            }
            if (format == OutputFormat.RAW) {
                HitOutput.raw(hits, console);
            } else {
                HitOutput.excerpts(hits, zone(), console);
            }
            return hits.size() > 0 ? Failure.DONE : Failure.NO_HIT;
        }
    }

    private Path target() throws ConfigException {
        return line.mfolder == null ? config.requireMfolder() : config.mfolder(line.mfolder, env);
    }

    /// Fills a folder with hits, with all of them if there is no order of some.
    private int folder(VFolderKind kind, Path target, VFolder.Options options, int @Nullable [] order, Hits hits)
            throws IOException {
        VFolder.Outcome outcome;
        try (VFolder folder = VFolder.open(kind, target, options)) {
            if (order == null) {
                for (int i = 0; i < hits.size(); i++) {
                    add(folder, hits, i);
                }
            } else {
                for (int i : order) {
                    add(folder, hits, i);
                }
            }
            if (line.marks) {
                folder.mark(searched(hits));
            }
            outcome = folder.finish();
        }
        for (Path created : outcome.created()) {
            console.write(Failure.oneLine("Created directory " + FileNames.text(created)) + "\n");
        }
        for (MessageRef vanished : outcome.vanished()) {
            console.missed().gone(vanished.path(), "no longer there");
        }
        HitOutput.tell(outcome.problems(), console);
        console.print("Matched " + outcome.messages() + " messages");
        return outcome.messages() > 0 ? Failure.DONE : Failure.NO_HIT;
    }

    private void add(VFolder folder, Hits hits, int hit) throws IOException {
        if (!console.missed().changed(hits, hit)) {
            folder.add(hits.ref(hit), hits.flags(hit), hits.plainSize(hit));
        }
    }

    /// Where those hits lie that are not only of the threads of others.
    private static List<MessageRef> searched(Hits hits) throws IOException {
        List<MessageRef> searched = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            if (hits.matches(i) && !hits.changed(i)) {
                searched.add(hits.ref(i));
            }
        }
        return searched;
    }

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /// The time, or what `MAJIX_NOW` says in its place; asked for only by queries with dates.
    record Clock(Environment env) implements Supplier<Now> {
        @Override
        public Now get() {
            LocalDateTime fixed = fixed(env);
            return new Now(fixed == null ? LocalDateTime.ofInstant(Instant.now(), zone()) : fixed, zone());
        }

        /// What `MAJIX_NOW` says, or null. Years have four digits: others cannot be counted in milliseconds.
        static @Nullable LocalDateTime fixed(Environment env) {
            String fixed = env.variable("MAJIX_NOW");
            if (fixed == null) {
                return null;
            }
            try {
                LocalDateTime time = LocalDateTime.parse(fixed);
                if (time.getYear() >= 1 && time.getYear() <= 9999) {
                    return time;
                }
            } catch (java.time.format.DateTimeParseException e) {
                // told below
            }
            throw new Failure(Failure.BAD_INPUT,
                    "MAJIX_NOW=\"" + fixed + "\": a local time is wanted, as in 2025-11-20T15:30:00");
        }
    }

    /// The folders that no result may be written into: those indexed, and those that the rc file names literally.
    private List<Path> sources(MailIndex index) throws IOException {
        List<Path> sources = new ArrayList<>(index.folders());
        sources.addAll(config.named());
        return sources;
    }
}
