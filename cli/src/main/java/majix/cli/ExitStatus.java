package majix.cli;

import java.util.ArrayList;
import java.util.List;

/// The exit statuses of [Failure] in words: for help, and for the manual page, which a test keeps equal.
enum ExitStatus {
    DONE(Failure.DONE, "hits or done", "There were hits, or the index is up to date."),
    NO_HIT(Failure.NO_HIT, "no hit", "The search found nothing."),
    BAD_INPUT(Failure.BAD_INPUT, "bad command line, query or rc file",
            "The command line, the query or the configuration is wrong; nothing was changed on the disk."),
    TROUBLE(Failure.TROUBLE, "trouble",
            """
                    Something else failed: there is no index yet, a server is running already, the result folder was refused,
                    mail or index could not be read, the output could not be written.
                    If only some of the hits could not be read, they are told, and all others are delivered.
                    A hit that was deleted since the last run is told and is none, nor is a reader that closes the pipe early."""),
    BUSY(Failure.BUSY, "index busy", "Another indexing run held the index for longer than --wait allows.");

    private final int status;
    private final String summary;
    private final String text;

    ExitStatus(int status, String summary, String text) {
        this.status = status;
        this.summary = summary;
        this.text = text;
    }

    /// The number.
    int status() {
        return status;
    }

    /// Sentences, on lines.
    String text() {
        return text;
    }

    /// All of them in a line.
    static String line() {
        List<String> each = new ArrayList<>();
        for (ExitStatus status : values()) {
            each.add(status.status + " " + status.summary);
        }
        return "Exit status: " + String.join(", ", each);
    }
}
