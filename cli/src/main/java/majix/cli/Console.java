package majix.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import majix.formats.FileNames;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;

/// The two streams of the program and what is known of them. Text goes out as UTF-8, whatever the locale.
final class Console {
    private final OutputStream out;
    private final OutputStream err;
    private final boolean errIsTerminal;
    private final boolean outIsTerminal;
    private final String program;
    /// Lines told but not yet written, null if they are written at once.
    private @Nullable StringBuilder held;
    private @Nullable Missed missed;

    /// A console whose results do not go to a terminal.
    ///
    /// @param program the name the program was called by, before each line on stderr
    Console(OutputStream out, OutputStream err, boolean errIsTerminal, String program) {
        this(out, err, false, errIsTerminal, program);
    }

    /// @param program the name the program was called by, before each line on stderr
    Console(OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal, String program) {
        this.outIsTerminal = outIsTerminal;
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.err = err;
        this.errIsTerminal = errIsTerminal;
        this.program = program;
    }

    /// The name the program was called by.
    String program() {
        return program;
    }

    /// Results; buffered until [#flush].
    OutputStream out() {
        return out;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /// A line of results.
    void print(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// A line of results for people: what could command a terminal, or begin another line, is made visible.
    void say(String line) throws IOException {
        print(VisibleText.of(line));
    }

    /// The name of a file as a line of results: its bytes for programs, visible on a terminal.
    void printName(Path file) throws IOException {
        byte[] name = FileNames.bytes(file);
        out.write(outIsTerminal ? VisibleText.of(name) : name);
        out.write('\n');
    }

    /// A line on stderr, behind the program's name; as [Failure#oneLine] has it.
    void tell(String line) {
        String whole = Failure.oneLine(program + ": " + line) + "\n";
        if (!hold(whole)) {
            write(whole);
        }
    }

    /// Notes hits whose messages cannot be had, until [#takeUnread].
    Missed missed() {
        if (missed == null) {
            missed = new Missed(this);
        }
        return missed;
    }

    /// Ends a search: tells what is left to be told of its hits.
    ///
    /// @return whether messages that are there could not be read
    boolean takeUnread() {
        boolean some = missed != null && missed.end();
        missed = null;
        return some;
    }

    private synchronized boolean hold(String line) {
        if (held != null) {
            held.append(line);
        }
        return held != null;
    }

    /// Keeps lines that are told until [#release]: whoever finds that another has to do it tells none of them.
    synchronized void hold() {
        held = new StringBuilder();
    }

    /// Writes what was held.
    synchronized void release() {
        if (held != null) {
            write(held.toString());
            held = null;
        }
    }

    /// Text on stderr as it is.
    synchronized void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // nobody left to tell
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
