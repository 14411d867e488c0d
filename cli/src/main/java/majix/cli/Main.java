package majix.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import majix.query.QuerySyntaxException;

/// The program's entry. A plain search passes through here, [CommandLine] and [SearchCommand] only.
public final class Main {
    private Main() {}

    /// Runs one command line and exits with its status.
    public static void main(String[] args) {
        Console console = new Console(Stdout.open(), new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("majix.stdout.tty"), Boolean.getBoolean("majix.stderr.tty"),
                System.getProperty("majix.name", "majix"));
        Attempt attempt = Attempt.asked();
        int status = run(RawArguments.of(args), Environment.system(), console, attempt);
        if (status == Failure.MORE_MEMORY && attempt == Attempt.WHOLE) {
            status = LargerHeap.run(args);
        }
        // not exit: that looks for a logger first, which takes as long as the search
        Runtime.getRuntime().halt(status);
    }

    /// Runs one command line.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) {
        return run(args, env, console, Attempt.WHOLE);
    }

    /// Runs one command line, if that is short.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console, Attempt attempt) {
        if (attempt != Attempt.WHOLE) {
            console.hold();
        }
        int status = finished(args, env, console, attempt);
        if (status != Failure.NOT_HERE && status != Failure.MORE_MEMORY) {
            console.release();
        }
        return status;
    }

    private static int finished(String[] args, Environment env, Console console, Attempt attempt) {
        int status = Failure.DONE;
        try {
            try {
                status = dispatch(args, env, console, attempt);
            } finally {
                console.flush();
            }
        } catch (Stdout.ReaderGoneException e) {
            // it had enough
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            if (LargerHeap.helps(e)) {
                return Failure.MORE_MEMORY;
            }
            Failure failure = Failure.of(e);
            console.tell(failure.line());
            if (console.errIsTerminal()) {
                console.write(failure.picture());
            }
            status = failure.status();
        }
        return status;
    }

    /// Whether a first argument is the name of a subcommand; not under the program's name mairix.
    static boolean isSubcommand(String arg) {
        return switch (arg) {
            case "init", "fields", "serve", "thread", "save", "saved", "up", "status", "check", "help",
                    "addresses", "mutt-macros", "show", "extract", "shell" ->
                true;
            default -> false;
        };
    }

    /// Makes sure that the arguments of a subcommand were UTF-8, but for those that name files of any name.
    private static void checkTexts(String[] args) {
        if (args[0].equals("show") || args[0].equals("extract") || args[0].equals("thread")) {
            return;
        }
        for (int i = 1; i < args.length; i++) {
            if (!args[i - 1].equals("-f") && !args[i - 1].equals("--rcfile")) {
                RawArguments.check(List.of(args[i]));
            }
        }
    }

    private static int dispatch(String[] args, Environment env, Console console, Attempt attempt) throws Exception {
        if (args.length > 0 && !"mairix".equals(console.program()) && isSubcommand(args[0])) {
            checkTexts(args);
            String help = BriefHelp.of(args);
            if (help != null) {
                console.print(help);
                return Failure.DONE;
            }
            switch (args[0]) {
                case "init" -> {
                    return InitCommand.run(args, env, console);
                }
                case "fields" -> {
                    return FieldsCommand.run(args, console);
                }
                case "serve" -> {
                    return ServeCommand.run(args, env, console);
                }
                case "save" -> {
                    return SaveCommand.run(args, env, console);
                }
                case "saved" -> {
                    return SavedCommand.run(args, env, console);
                }
                case "up" -> {
                    return UpCommand.run(args, env, console);
                }
                case "help" -> {
                    return HelpCommand.run(args, console);
                }
                case "status" -> {
                    return StatusCommand.run(args, env, console);
                }
                case "check" -> {
                    return CheckCommand.run(args, env, console);
                }
                case "addresses" -> {
                    return AddressesCommand.run(args, env, console);
                }
                case "mutt-macros" -> {
                    return MuttMacrosCommand.run(args, env, console);
                }
                case "show" -> {
                    return ShowCommand.run(args, env, console);
                }
                case "extract" -> {
                    return ExtractCommand.run(args, env, console);
                }
                case "shell" -> {
                    return ShellCommand.run(args, env, console);
                }
                case "thread" -> {
                    return run(CommandLine.thread(args), env, console, attempt);
                }
                default -> {
                }
            }
        }
        return run(CommandLine.parse(args), env, console, attempt);
    }

    /// Programs that call mairix look for its name and number here.
    private static String version(Console console) throws IOException {
        String majix = "majix " + Help.version();
        return "mairix".equals(console.program()) ? "mairix 0.24, done by " + majix : majix;
    }

    private static int run(CommandLine line, Environment env, Console console, Attempt attempt)
            throws Exception {
        if (line.version) {
            console.print(version(console));
            return Failure.DONE;
        }
        if (line.help) {
            Help.print(console);
            return Failure.DONE;
        }
        if (line.lateSubcommand != null && console.errIsTerminal() && !"mairix".equals(console.program())) {
            console.tell(
                    line.lateSubcommand + " is searched for as a word: a subcommand comes first, then its options");
        }
        Path rc = RcPlace.of(line.rcfile, env);
        Config config = ConfigReader.read(rc, env, console::tell);
        if (line.dump) {
            return DumpCommand.run(config, console);
        }
        if (line.same != null) {
            SameMessage.complete(line, new FileInputStream(FileDescriptor.in));
        }
        if (line.expressions.isEmpty()) {
            return IndexCommand.run(line, config, env, console, attempt);
        }
        try {
            return SearchCommand.run(line, config, env, console);
        } catch (QuerySyntaxException e) {
            throw line.asTyped(e);
        }
    }
}
