package majix.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts majix once more with a larger heap. Indexing begins in a small one, which is enough for most archives of any
/// size; only a folder of several hundred thousand files needs more. What the first one did by then is in the index, or
/// is done again.
final class LargerHeap {
    /// The launcher's own name; in a JVM that has the larger heap it is not set.
    private static final String LAUNCHER = "MAJIX_LAUNCHER";

    private LargerHeap() {}

    /// Whether something failed for want of memory, in whatever thread, and there is more to be had.
    static boolean helps(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return isThere();
            }
        }
        return false;
    }

    /// Whether there is a larger heap to be had.
    static boolean isThere() {
        return launcher() != null;
    }

    private static @Nullable String launcher() {
        return System.getenv(LAUNCHER);
    }

    /// Runs a command line there. Whatever ends this process ends the other one.
    ///
    /// @param args as Java has them
    /// @return the exit status
    static int run(String[] args) {
        List<String> command = new ArrayList<>(List.of(String.valueOf(launcher())));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("MAJIX_LARGE", "yes");
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.waitFor();
        } catch (IOException | InterruptedException e) {
            return Failure.TROUBLE;
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
