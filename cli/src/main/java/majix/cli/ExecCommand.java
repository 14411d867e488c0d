package majix.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.indexer.Hits;
import org.jspecify.annotations.Nullable;

/// Hands hits as files to a command of the user's, as find(1) does. The command has the terminal, the standard streams
/// and the directory of the user.
final class ExecCommand {
    /// Files handed over at once at most, and characters of their names.
    private static final int MOST_FILES = 1000;
    private static final int MOST_CHARS = 100_000;
    private static final String PLACE = "{}";

    private final OutputOptions options;
    private final Environment env;
    private final Console console;
    private int status = Failure.DONE;

    private ExecCommand(OutputOptions options, Environment env, Console console) {
        this.options = options;
        this.env = env;
        this.console = console;
    }

    /// Runs the command, once or many times.
    ///
    /// @return the exit status
    static int run(OutputOptions options, Hits hits, int[] order, Environment env, Console console)
            throws IOException {
        console.flush();
        ExecCommand command = new ExecCommand(options, env, console);
        try (HitFiles files = new HitFiles(hits, env, console)) {
            for (int from = 0; from < order.length; from += MOST_FILES) {
                int to = Math.min(order.length, from + MOST_FILES);
                command.run(files.of(java.util.Arrays.copyOfRange(order, from, to)));
            }
        }
        return command.status;
    }

    private void run(List<Path> files) throws IOException {
        List<String> some = new ArrayList<>();
        int chars = 0;
        for (Path file : files) {
            if (options.oneByOne) {
                one(file);
                continue;
            }
            if (chars + file.toString().length() > MOST_CHARS) {
                all(some);
                some.clear();
                chars = 0;
            }
            some.add(file.toString());
            chars += file.toString().length();
        }
        if (!some.isEmpty()) {
            all(some);
        }
    }

    private void all(List<String> files) throws IOException {
        List<String> command = new ArrayList<>(options.command);
        command.addAll(files);
        start(command, null);
    }

    private void one(Path file) throws IOException {
        List<String> command = new ArrayList<>();
        boolean placed = false;
        for (String word : options.command) {
            placed |= word.contains(PLACE);
            command.add(word.replace(PLACE, file.toString()));
        }
        start(command, placed ? null : file);
    }

    private void start(List<String> command, @Nullable Path input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().directory(env.workingDirectory().toFile());
        if (input != null) {
            builder.redirectInput(Redirect.from(input.toFile()));
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Failure(Failure.TROUBLE, "--exec \"" + command.getFirst() + "\": cannot be run");
        }
        try {
            int ended = process.waitFor();
            if (ended != 0) {
                console.tell("--exec \"" + command.getFirst() + "\": exit status " + ended);
                status = Failure.TROUBLE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
