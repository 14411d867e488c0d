package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import majix.formats.FileNames;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;

/// `majix mutt-macros`: prints macros for mutt and neomutt that use the result folder of the rc file.
final class MuttMacrosCommand {
    private MuttMacrosCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        String rcfile = rcfile(args);
        Path rc = RcPlace.of(rcfile, env);
        Path results = ConfigReader.read(rc, env, console::tell).requireMfolder();
        check(rc);
        check(results);
        String option = rcfile == null ? "" : " -f " + word(FileNames.text(rc));
        console.out().write(text().replace("@RESULTS@", quoted(shown(results, env)))
                .replace("@PATTERN@", pattern(shown(results, env)))
                .replace("@ADDRESSES@", "majix addresses" + option)
                .replace("@MAJIX@", "majix" + option)
                .getBytes(StandardCharsets.UTF_8));
        return Failure.DONE;
    }

    private static @Nullable String rcfile(String[] args) {
        if (args.length == 1) {
            return null;
        }
        if (args.length == 3 && (args[1].equals("-f") || args[1].equals("--rcfile"))) {
            return args[2];
        }
        if (args.length == 2 && args[1].startsWith("--rcfile=")) {
            return args[1].substring("--rcfile=".length());
        }
        throw new Failure(Failure.BAD_INPUT, "mutt-macros \"" + args[1]
                + "\": only -f FILE is known, as in majix mutt-macros >> ~/.muttrc");
    }

    /// A line end in a name would begin a command of mutt's, and a name that is no text would be another one.
    private static void check(Path path) {
        String text = FileNames.text(path);
        if (!VisibleText.of(text).equals(text)
                || !Arrays.equals(FileNames.bytes(path), FileNames.bytes(FileNames.path(text)))) {
            throw new Failure(Failure.BAD_INPUT, "mutt-macros: \"" + text + "\": a muttrc cannot hold such a name");
        }
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(MuttMacrosCommand.class.getResourceAsStream("majix.muttrc"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A path as it is written down, with `~` for the home directory.
    private static String shown(Path path, Environment env) {
        return path.startsWith(env.home()) && !path.equals(env.home())
                ? "~/" + FileNames.text(env.home().relativize(path))
                : FileNames.text(path);
    }

    /// Text between double quotes in a muttrc.
    private static String quoted(String text) {
        return escaped(text, "\"\\$`");
    }

    /// A regular expression between single quotes in a muttrc; a single quote is any character there.
    private static String pattern(String text) {
        return escaped(text, ".\\[](){}*+?^$|").replace('\'', '.');
    }

    /// A word for the shell between single quotes in a muttrc, which takes backslashes as they are.
    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && !Character.isLetterOrDigit(c) && "/._-+=:@%,".indexOf(c) < 0) {
                word.append('\\');
            }
            word.append(c);
        }
        return word.toString();
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
