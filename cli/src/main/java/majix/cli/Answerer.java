package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import majix.formats.FileNames;

/// Answers requests as a process of their own would, or declines: what is no search, what comes from a program or
/// surroundings other than these, and what fails in a way that a fresh process may not. Safe for several threads.
final class Answerer {
    /// Until then Java has seen enough to have made most of a search into machine code.
    private static final int WARM_SEARCHES = 90;
    private static final List<String> WARMING = List.of("m:nobody@majix.invalid", "s:majix", "majix");

    private final String build = System.getProperty("majix.build", "");
    private final Surroundings surroundings;
    /// The locks of result folders are the process's; two threads would not keep each other away.
    private final ReentrantLock folders = new ReentrantLock();

    Answerer(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Whether nothing more can be answered because the program or the time zone has been replaced.
    boolean outdated() {
        return surroundings.gone();
    }

    /// Searches for nothing in particular a number of times, so that the first who asks is answered as fast as the last.
    void warmUp(Path rc, Environment env) {
        String file = FileNames.text(rc);
        for (int i = 0; i < WARM_SEARCHES; i++) {
            Console nobody = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false,
                    "majix");
            String query = WARMING.get(i % WARMING.size());
            if (Main.run(new String[]{"-f", file, "-r", query}, env, nobody) > Failure.NO_HIT) {
                return;
            }
        }
    }

    /// Reads one request and sends the reply.
    void answer(InputStream from, Reply reply) throws IOException {
        Request request;
        try {
            request = Request.read(from);
        } catch (ProtocolException e) {
            reply.decline();
            return;
        }
        if (!request.build().equals(build) || !surroundings.suit(request.variables()::get) || !request.isSearch()
                || surroundings.gone()) {
            reply.decline();
            return;
        }
        int status = request.writes() ? alone(request, reply) : run(request, reply);
        if (status == Failure.TROUBLE) {
            reply.decline();
        } else {
            reply.exit(status);
        }
    }

    private int alone(Request request, Reply reply) {
        folders.lock();
        try {
            return run(request, reply);
        } finally {
            folders.unlock();
        }
    }

    private static int run(Request request, Reply reply) {
        Console console = new Console(reply.out(), reply.err(), request.outIsTerminal(), request.terminal(),
                request.program());
        Environment env = Environment.of(request.variables()::get, request.cwd());
        return Main.run(request.args().toArray(new String[0]), env, console);
    }
}
