package majix.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// `majix shell`: searches one after the other, with the index open.
final class ShellCommand {
    private static final String HELP = """
            majix shell [-f FILE]   type queries, see hits at once

              -f, --rcfile FILE   use this rc file
              -h, --help          say this

            On a terminal: Tab completes keys and values, the number of hits is shown while you type, Enter shows them.
            Elsewhere, and with TERM=dumb, queries are read and hits printed line by line.
            """;

    private ShellCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        String rcfile = null;
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "-h", "--help" -> {
                    console.print(HELP.stripTrailing());
                    return Failure.DONE;
                }
                case "-f", "--rcfile" -> {
                    if (++i == args.length) {
                        throw new Failure(Failure.BAD_INPUT,
                                "shell: option " + args[i - 1] + " needs a value after it");
                    }
                    rcfile = args[i];
                }
                default -> throw new Failure(Failure.BAD_INPUT, "shell \"" + args[i]
                        + "\": only -f FILE is wanted; queries are typed later; to search for the word: majix -- shell");
            }
        }
        return run(rcfile, env, console);
    }

    private static int run(@Nullable String rcfile, Environment env, Console console) throws Exception {
        Config config = ConfigReader.read(RcPlace.of(rcfile, env), env, console::tell);
        boolean typed = Boolean.getBoolean("majix.stdin.tty");
        String type = env.variable("TERM");
        boolean dumb = type == null || type.equals("dumb");
        try (ShellSession session = ShellSession.open(config, env, console)) {
            if (!typed || !console.outIsTerminal() || dumb) {
                return lines(session, typed && console.outIsTerminal(), console);
            }
            return TerminalShell.run(session, console);
        }
    }

    private static int lines(ShellSession session, boolean prompts, Console console) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new LineShell(session, prompts, console).run(in);
    }
}
