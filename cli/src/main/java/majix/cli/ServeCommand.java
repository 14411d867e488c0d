package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `majix serve`: stays and answers searches, until nobody has asked for a while. The launcher's client asks it; what
/// goes over the socket is told in `majix-client.c`.
@Command(name = "majix serve", description = "Stay, and answer the searches of this rc file without a start of Java.")
final class ServeCommand implements Callable<Integer> {
    private static final int IDLE_SECONDS = 900;

    @Option(names = {"-f", "--rcfile"}, paramLabel = "FILE", description = "The rc file whose searches to answer.")
    private @Nullable String rcfile;

    @Option(names = "--idle", paramLabel = "SECONDS", description = "End when nobody asked for so long (900).")
    private @Nullable String idle;

    private final Environment env;
    private final Console console;

    private ServeCommand(Environment env, Console console) {
        this.env = env;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        ServeCommand command = new ServeCommand(env, console);
        boolean wanted = Subcommand.read(new picocli.CommandLine(command), args, console);
        return wanted ? command.call() : Failure.DONE;
    }

    @Override
    public Integer call() throws Exception {
        Duration patience = patience();
        Path rc = RcPlace.of(rcfile, env);
        ConfigReader.read(rc, env, console::tell);
        ServerPlace place = ServerPlace.of(rc, env);
        Answerer answerer = new Answerer(Surroundings.of(env));
        try (Server server = Server.start(place, answerer)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> removeSocket(server), "end"));
            Thread warming = new Thread(() -> answerer.warmUp(rc, env), "warm-up");
            warming.setDaemon(true);
            warming.start();
            server.await(patience);
        }
        return Failure.DONE;
    }

    private static void removeSocket(Server server) {
        try {
            server.close();
        } catch (IOException e) {
            // the next server removes it
        }
    }

    private Duration patience() {
        String variable = env.variable("MAJIX_IDLE");
        if (idle != null) {
            return seconds("serve: --idle \"" + idle + "\"", idle);
        }
        return variable == null
                ? Duration.ofSeconds(IDLE_SECONDS)
                : seconds("MAJIX_IDLE=\"" + variable + "\"", variable);
    }

    private static Duration seconds(String what, String value) {
        try {
            int seconds = Integer.parseInt(value);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(Failure.BAD_INPUT, what + ": a number of seconds above 0 is wanted, as in --idle 900");
    }
}
