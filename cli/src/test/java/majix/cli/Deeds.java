package majix.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Everything that majix makes files by, in one process: what the umask of that process does to them is seen afterwards.
final class Deeds {
    private static final List<String> LINES = List.of("init --sample sample", "-f sample/majixrc -p", "-v", "-p", "-d",
            "apple", "-a plum", "--narrow pear", "-t -o tt s:jam", "-o ./deep/er/vf jam", "-f rc.mh jam",
            "-f rc.mh -a apple",
            "-f rc.mbox jam", "-f rc.mbox -a apple", "-H -o ./hard apple", "--exec true {} + jam", "save jams s:jam",
            "save old -o oldies d:2024", "up", "save --delete old", "--up", "extract -o out m.eml", "serve --idle 1",
            "init -f new/place/rc Mail");

    private Deeds() {}

    /// Does it.
    ///
    /// @param args the home of a [User] with mail
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Environment env = new Environment(name -> name.equals("TMPDIR") ? home + "/tmp" : null, home, home);
        for (String line : LINES) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = Main.run(line.split(" "), env,
                    new Console(new ByteArrayOutputStream(), err, false, "majix"));
            if (status > Failure.NO_HIT) {
                throw new IllegalStateException(line + ": " + err.toString(StandardCharsets.UTF_8));
            }
            if (line.equals("-v")) {
                // the next run has something to merge and to delete
                Files.move(home.resolve("Mail/inbox/new/2.pear"), home.resolve("Mail/inbox/cur/2.pear:2,S"));
                Files.delete(home.resolve("Mail/old/1"));
                Path kiwi = Files.createFile(home.resolve("Mail/old/2"));
                Files.setPosixFilePermissions(kiwi, PosixFilePermissions.fromString("rw-r--r--"));
                Files.writeString(kiwi, User.mail("kiwi", "eve", "Kiwi jam", "Fri, 05 Jan 2024", ""));
            }
        }
        shell(env);
        System.out.println("done");
    }

    private static void shell(Environment env) throws Exception {
        Console console = new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, "majix");
        Config config = ConfigReader.read(env.home().resolve(".mairixrc"), env, console::tell);
        try (ShellSession session = ShellSession.open(config, env, console)) {
            new LineShell(session, false, console).run(new BufferedReader(new StringReader("jam\n:save typed\n")));
        }
        Method history = TerminalShell.class.getDeclaredMethod("history", Environment.class);
        history.setAccessible(true);
        history.invoke(null, env);
    }
}
