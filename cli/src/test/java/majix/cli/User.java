package majix.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Somebody at a shell, with a home of his own. What he types runs in this JVM and comes back as a transcript: stdout as
/// it is, each line of stderr behind `2> `, and the exit status, with `~` for the home directory.
final class User {
    final Path home;
    final Path rc;
    final Map<String, String> variables = new HashMap<>();
    String program = "majix";
    boolean terminal;

    private User(Path home) {
        this.home = home;
        rc = home.resolve(".mairixrc");
    }

    /// A home with nothing in it, not even the directory.
    static User without(Path home) {
        return new User(home);
    }

    /// A home with an rc file, two related messages in a Maildir, one in an MH folder, two in an mbox. Not indexed.
    static User withMail(Path home) throws IOException {
        User user = new User(home);
        user.file(".mairixrc", """
                base=~/Mail
                maildir=inbox
                mh=old
                mbox=archive
                mfolder=found
                database=~/index
                """);
        user.file("Mail/inbox/cur/1.apple:2,RS", mail("apple", "ann", "Apple harvest", "Wed, 01 Jan 2025", ""));
        user.file("Mail/inbox/new/2.pear", mail("pear", "bob", "Pear cake", "Thu, 02 Jan 2025", "apple"));
        user.file("Mail/old/1", mail("plum", "cat", "Plum jam", "Fri, 05 Jan 2024", ""));
        user.file("Mail/archive",
                "From ann Sat Jan  6 12:00:00 2024\n" + mail("fig", "ann", "Fig jam", "Sat, 06 Jan 2024", "")
                        + "\nFrom bob Sun Jan  7 12:00:00 2024\n"
                        + mail("date", "bob", "Date jam", "Sun, 07 Jan 2024", "") + "\n");
        Files.createDirectories(home.resolve("Mail/inbox/tmp"));
        return user;
    }

    /// A home as by [#withMail], indexed.
    static User withIndex(Path home) throws IOException {
        User user = withMail(home);
        String indexed = user.types();
        if (!indexed.equals("exit 0\n")) {
            throw new IllegalStateException(indexed);
        }
        return user;
    }

    /// A message about a fruit.
    static String mail(String id, String from, String subject, String day, String parent) {
        return "From: " + from + "@example.org\nTo: list@example.org\nSubject: " + subject + "\nDate: " + day
                + " 12:00:00 +0000\nMessage-ID: <" + id + "@example.org>\n"
                + (parent.isEmpty() ? "" : "In-Reply-To: <" + parent + "@example.org>\n") + "\nThe " + id
                + " is ripe.\n";
    }

    /// Writes a file below home, old enough to be trusted by a run that looks at times.
    Path file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-03T00:00:00Z")));
        return file;
    }

    /// Runs a command line in the home directory.
    String types(String... args) {
        return tries(Attempt.WHOLE, args);
    }

    /// The same as the launcher does it first.
    String tries(Attempt attempt, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(args, environment(), new Console(out, err, terminal, program), attempt);
        return transcript(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
    }

    /// A run as text; the time it took is not told.
    String transcript(String out, String err, int status) {
        String told = err.replaceAll("(?m)^(?=.)", "2> ").replaceAll("[0-9]+\\.[0-9] s\n", "N s\n");
        return (out + told).replace(home.toString(), "~") + "exit " + status + "\n";
    }

    Environment environment() {
        return new Environment(variables::get, home, home);
    }

    /// All that lies below a directory of the home: names with contents, or where links lead; for comparisons.
    Map<String, String> disk(String below) throws IOException {
        Path top = home.resolve(below);
        Map<String, String> found = new TreeMap<>();
        if (Files.exists(top)) {
            try (Stream<Path> files = Files.walk(top)) {
                files.forEach(file -> found.put(home.relativize(file).toString(), content(file)));
            }
        }
        return found;
    }

    private static String content(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return "-> " + Files.readSymbolicLink(file);
            }
            return Files.isDirectory(file) ? "directory" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
