package majix.indexer.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import majix.formats.Problem;
import majix.indexer.Glance;
import majix.indexer.IndexReport;
import majix.indexer.Indexer;
import majix.indexer.LongRunException;
import majix.indexer.MailIndex;
import majix.indexer.Progress;
import majix.query.Expr;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;

/// Plays a history on the disk and compares answers after each step.
final class Replay implements AutoCloseable {
    /// What is asked after a step.
    interface Asking {
        /// The questions.
        ///
        /// @param messages what an index may hold
        List<Question> questions(int step, List<Message> messages);
    }

    private final Path dir;
    private final Path base;
    private final Path index;
    private final Asking asking;
    private final int every;
    private final boolean strict;
    private final Counts counts;
    private final Tree tree;
    private final List<Problem> problems = new java.util.concurrent.CopyOnWriteArrayList<>();
    private List<Rc> rc = List.of();
    /// What the index holds as of its newest commit; null if only another index can tell.
    private @Nullable List<Message> committed;
    private @Nullable MailIndex held;
    private @Nullable List<Message> heldMessages;
    private final Trust trust = new Trust();
    private final Locks locks;
    private boolean deceived;
    private int runs;
    private int step;

    /// @param dir an empty directory
    /// @param every after how many indexing runs an index is made anew
    /// @param strict whether runs that trust folder times may miss nothing
    Replay(Path dir, Asking asking, int every, boolean strict, Counts counts) throws IOException {
        this.dir = dir;
        this.base = Files.createDirectory(dir.resolve("mail"));
        this.index = dir.resolve("index");
        this.asking = asking;
        this.every = every;
        this.strict = strict;
        this.counts = counts;
        this.tree = new Tree(new Disk(base, true));
        this.locks = new Locks(base.toString());
    }

    /// Plays.
    ///
    /// @return the first difference, or null
    @Nullable
    Difference run(List<Step> steps) {
        try {
            for (step = 0; step < steps.size(); step++) {
                Difference difference = play(steps.get(step));
                if (difference != null) {
                    return difference;
                }
                counts.steps++;
            }
            return null;
        } catch (IOException | RuntimeException | Error e) {
            List<String> trace = new ArrayList<>(List.of(e.toString()));
            for (StackTraceElement element : e.getStackTrace()) {
                trace.add(element.toString());
            }
            return new Difference(step, "threw", null, List.of(), trace.subList(0, Math.min(trace.size(), 12)));
        }
    }

    private @Nullable Difference play(Step next) throws IOException {
        tree.apply(next);
        switch (next) {
            case Step.Lock(var path, var lock) -> locks.lock(path, lock && tree.isDirectory(path));
            case Step.Configure(var changed) -> rc = changed;
            case Step.Hold _ -> hold();
            case Step.Release _ -> release();
            case Step.Index run -> {
                return index(run);
            }
            default -> {
            }
        }
        Difference old = heldMessages == null || held == null
                ? null
                : compare("the index held open", held, heldMessages);
        return old != null ? old : committed == null || step % 3 > 0 ? null : compareIndex("between runs", committed);
    }

    private void hold() throws IOException {
        release();
        if (committed != null) {
            held = MailIndex.open(index);
            heldMessages = committed;
        }
    }

    private void release() throws IOException {
        if (held != null) {
            held.close();
        }
        held = null;
        heldMessages = null;
    }

    private @Nullable Difference index(Step.Index run) throws IOException {
        List<Message> now = locks.expected(Expected.messages(tree, rc, base.toString()), committed);
        boolean nothing = run.fast() && Files.exists(index) && !locks.some() && Glance.nothingNew(index, specs());
        problems.clear();
        try {
            IndexReport report = Indexer.run(index, specs(),
                    new Indexer.Options(run.fast(), run.purge(), Duration.ZERO, run.workers(),
                            run.most() < 0 ? Long.MAX_VALUE : run.most()),
                    problems::add, new Progress());
            if (nothing && report.added() + report.removed() + report.renamed() > 0) {
                return new Difference(step, "a glance saw nothing new", null, List.of(), List.of("" + report));
            }
            boolean told = report.unreadable() > 0;
            if (told ? !locks.some() : locks.hide(committed)) {
                return new Difference(step, "unreadable", null, List.of(), List.of("" + problems));
            }
        } catch (LongRunException e) {
            return committed == null ? null : compareIndex("after a run that gave up", committed);
        }
        runs++;
        counts.runs++;
        deceived = !strict && run.fast() && (deceived || trust.mayDeceive(tree, rc));
        trust.look(tree, rc);
        committed = tree.odd() || deceived || locks.some() && committed == null ? null : now;
        if (deceived) {
            // what a run that trusts folder times did not see, the next one will
            return null;
        }
        Difference difference = committed == null ? null : compareIndex("kept and plain", committed);
        return difference != null || runs % every > 0 || locks.some() ? difference : compareFresh();
    }

    private List<majix.formats.FolderSpec> specs() {
        return rc.stream().map(each -> each.spec(base)).toList();
    }

    private @Nullable Difference compareIndex(String what, List<Message> messages) throws IOException {
        try (MailIndex open = MailIndex.open(index)) {
            return compare(what, open, messages);
        }
    }

    private @Nullable Difference compare(String what, MailIndex open, List<Message> messages) throws IOException {
        for (Question question : asking.questions(step, messages)) {
            counts.questions++;
            Difference difference = compare(what, question, question.ask(messages), question.ask(open));
            if (difference != null) {
                return difference;
            }
            Expr again = parsed(question.expr());
            if (!again.equals(question.expr())) {
                return new Difference(step, "printed and read", question, List.of("" + question.expr()),
                        List.of("" + again));
            }
        }
        return null;
    }

    private @Nullable Difference compare(String what, Question question, List<String> expected, List<String> found) {
        return expected.equals(found) ? null : new Difference(step, what, question, expected, found);
    }

    private static Expr parsed(Expr expr) {
        try {
            return QueryParser.parse(List.of(expr.toString()), Typed.NOW, ZoneOffset.UTC);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(expr.toString(), e);
        }
    }

    private @Nullable Difference compareFresh() throws IOException {
        Path fresh = dir.resolve("fresh");
        Indexer.run(fresh, specs(), new Indexer.Options(false, false, Duration.ZERO, 1), _ -> {}, new Progress());
        counts.fresh++;
        List<Message> known = committed == null ? List.of() : committed;
        try (MailIndex kept = MailIndex.open(index); MailIndex anew = MailIndex.open(fresh)) {
            for (Question question : asking.questions(step, known)) {
                counts.questions++;
                Difference difference = compare("kept and fresh", question, question.ask(anew), question.ask(kept));
                if (difference != null) {
                    return difference;
                }
            }
        } finally {
            delete(fresh);
        }
        return null;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        release();
        locks.paths().forEach(path -> tree.apply(new Step.Lock(path, false)));
    }
}
