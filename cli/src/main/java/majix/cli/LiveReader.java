package majix.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import majix.query.Expr;
import majix.query.QuerySyntaxException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// Reads queries, and shows at the right of the line how many messages what is typed so far finds. A number that is there
/// at once is shown with the key; one that takes longer follows, unless more was typed meanwhile.
final class LiveReader extends LineReaderImpl {
    /// What a key may take longer because of the number; less than anybody feels.
    private static final int AT_ONCE_MILLIS = 15;

    private final ShellSession session;
    private final ExecutorService counting = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "count");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String asked = "";
    private boolean plain;

    LiveReader(Terminal terminal, ShellSession session, Map<String, Object> variables) throws IOException {
        super(terminal, "majix", variables);
        this.session = session;
    }

    /// Reads something else than a query: nothing is counted, kept in the history or completed.
    String readName(String prompt) {
        plain = true;
        setVariable(DISABLE_HISTORY, true);
        setVariable(DISABLE_COMPLETION, true);
        try {
            setRightPrompt("");
            return readLine(prompt);
        } finally {
            plain = false;
            setVariable(DISABLE_HISTORY, false);
            setVariable(DISABLE_COMPLETION, false);
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            String text = plain ? "" : buf.toString();
            if (!text.equals(asked)) {
                asked = text;
                ask(text);
            }
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    private void ask(String text) {
        TypedLine line = TypedLine.of(text);
        if (line.isBlank() || line.isCommand()) {
            setRightPrompt("");
            return;
        }
        Count count;
        try {
            count = new Count(text, session.parse(line));
        } catch (QuerySyntaxException | Failure e) {
            // not complete yet, or wrong: the colour says which
            setRightPrompt("");
            return;
        }
        counting.execute(count);
        setRightPrompt(count.atOnce() ? count.told() : "...");
    }

    /// The counting of one query.
    private final class Count implements Runnable {
        private final String text;
        private final Expr expr;
        private int messages = -1;
        private boolean done;
        private boolean late;

        Count(String text, Expr expr) {
            this.text = text;
            this.expr = expr;
        }

        @Override
        public void run() {
            int found = -1;
            if (text.equals(asked)) {
                try {
                    found = session.count(expr);
                } catch (IOException | RuntimeException e) {
                    // the search will tell
                }
            }
            if (end(found) && text.equals(asked)) {
                lock.lock();
                try {
                    if (text.equals(asked) && isReading()) {
                        setRightPrompt(told());
                        redisplay();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }

        /// @return whether nobody waits for it any more
        private synchronized boolean end(int found) {
            messages = found;
            done = true;
            notifyAll();
            return late;
        }

        /// Waits a little.
        synchronized boolean atOnce() {
            long end = System.nanoTime() + AT_ONCE_MILLIS * 1_000_000L;
            try {
                for (long left = AT_ONCE_MILLIS; !done && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            late = !done;
            return done;
        }

        synchronized String told() {
            return messages < 0 ? "" : messages == 1 ? "1 hit" : messages + " hits";
        }
    }
}
