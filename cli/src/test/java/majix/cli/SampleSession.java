package majix.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/// Somebody with the invented archive of `majix init --sample`, whose commands and their answers stand in the README.
final class SampleSession {
    private static final List<List<String>> START = List.of(List.of("f:marta", "s:regatta"),
            List.of("-r", "n:harbour-chart.pdf"),
            List.of("--format=%d  %-16.16N %s", "s:regata=1", "d:2025-09.."),
            List.of("--group-by=from", "--limit=3", "d:2025-"), List.of("--explain", "t:skippers", "b:spinnaker"),
            List.of("s:"));
    private static final List<List<String>> TERMINAL = List.of(
            List.of("--snippets", "--sort=-date", "--limit=1", "b:jackets"),
            List.of("thread", "--limit=1", "f:marta", "s:regatta"));

    private SampleSession() {}

    /// A first session, as Markdown shows it.
    static String start() {
        return run(START);
    }

    /// What is for eyes only.
    static String terminal() {
        return run(TERMINAL);
    }

    private static String run(List<List<String>> commands) {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            Path home = Files.createTempDirectory("majix-session");
            try {
                return run(home, commands);
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static String run(Path home, List<List<String>> commands) throws IOException, ConfigException {
        User user = User.without(home);
        user.variables.put("MAJIXRC", SampleArchive.write(home.resolve("majix-sample")).rc().toString());
        user.types();
        // makes the result folder, which would be told
        user.types("s:nothing");
        StringBuilder text = new StringBuilder();
        for (List<String> command : commands) {
            List<String> words = new ArrayList<>();
            for (String word : command) {
                words.add(word.startsWith("--format=")
                        ? "--format=" + Shell.quote(word.substring(9))
                        : Shell.quote(word));
            }
            text.append("    $ majix ").append(String.join(" ", words)).append('\n');
            for (String line : user.types(command.toArray(String[]::new)).lines().toList()) {
                if (!line.startsWith("exit ")) {
                    text.append("    ").append(line.startsWith("2> ") ? line.substring(3) : line).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void delete(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory,
                    @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
