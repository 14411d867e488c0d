package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/// The packaged program, run by a shell; and copies of it in which something is spoilt.
///
/// @param top where copies go
/// @param launch what the build found out for the launcher
record Installation(Path top, Map<String, String> launch) {
    static final Path CLI = Path.of("").toAbsolutePath();

    /// The one that the build made; the test is skipped if there is none.
    static Installation in(Path top) throws IOException {
        if (!Files.exists(CLI.resolve("target/launch"))) {
            Assumptions.abort("no cli/target/launch: the launcher was not prepared");
        }
        return new Installation(top, launch(CLI));
    }

    /// What `target/launch` says.
    static Map<String, String> launch(Path cli) throws IOException {
        Map<String, String> launch = new TreeMap<>();
        for (String line : Files.readAllLines(cli.resolve("target/launch"))) {
            int equals = line.indexOf('=');
            launch.put(line.substring(0, equals), line.substring(equals + 2, line.length() - 1));
        }
        return launch;
    }

    /// A checkout with nothing but the launcher, and what the build found out changed.
    ///
    /// @return its `bin`
    Path checkout(String name, String variable, String value) throws IOException {
        Path cli = top.resolve(name).resolve("cli");
        for (String directory : new String[]{"bin", "src/main/build", "target"}) {
            Files.createDirectories(cli.resolve(directory));
        }
        Files.copy(CLI.resolve("bin/majix"), cli.resolve("bin/majix"));
        for (String script : new String[]{"prepare.sh", "steps.sh", "train.sh"}) {
            Files.copy(CLI.resolve("src/main/build").resolve(script), cli.resolve("src/main/build").resolve(script));
        }
        StringBuilder text = new StringBuilder();
        launch.forEach((key, old) -> text.append(key).append("='").append(key.equals(variable) ? value : old)
                .append("'\n"));
        Files.writeString(cli.resolve("target/launch"), text);
        return cli.resolve("bin");
    }

    /// Runs a script in the user's home, in a plain environment, with the programs of `bin` first on the path.
    String shell(User user, Path bin, Map<String, String> variables, String script)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile(top, "stderr", "");
        Process process = builder(user, bin, variables, script).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        int status = process.waitFor();
        return user.transcript(out, Files.readString(err, StandardCharsets.ISO_8859_1), status);
    }

    /// A script that [#shell] would run.
    static ProcessBuilder builder(User user, Path bin, Map<String, String> variables, String script) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script).directory(user.home.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("HOME", user.home.toString());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        return builder;
    }
}
