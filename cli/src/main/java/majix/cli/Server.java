package majix.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;
import majix.formats.FileNames;
import majix.formats.PrivateFiles;

/// Listens on a socket and answers each connection's one request; a few threads, because a search is all computing.
/// Whoever fails here loses nothing: its client then searches by itself.
final class Server implements AutoCloseable {
    private static final int THREADS = 4;
    /// Well below what clients wait for a sign of life.
    private static final Duration BEAT = Duration.ofMillis(500);
    /// A client that has not sent its request or taken its answer by then is given up.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ServerPlace place;
    private final FileChannel lock;
    private final ServerSocketChannel listening;
    private final UserPrincipal user;
    private final Answerer answerer;
    private final Object socket;
    private final Map<SocketChannel, Work> open = new ConcurrentHashMap<>();
    private volatile long lastAsked = System.nanoTime();

    /// A connection being served.
    private record Work(Reply reply, long since) {}

    private Server(ServerPlace place, FileChannel lock, ServerSocketChannel listening, Answerer answerer)
            throws IOException {
        this.place = place;
        this.lock = lock;
        this.listening = listening;
        this.answerer = answerer;
        this.user = Files.getOwner(place.directory());
        this.socket = key();
    }

    /// Starts a server.
    ///
    /// @throws Failure if one is running for this rc file, or if its directory is not private
    static Server start(ServerPlace place, Answerer answerer) throws IOException {
        place.prepare();
        FileChannel lock = PrivateFiles.open(place.lock());
        if (!taken(lock, place)) {
            lock.close();
            throw new Failure(Failure.TROUBLE,
                    "serve: a server for \"" + FileNames.text(place.rc()) + "\" is running already");
        }
        // what a killed server left
        Files.deleteIfExists(place.socket());
        ServerSocketChannel listening;
        try {
            listening = listening(place);
        } catch (IOException e) {
            lock.close();
            throw place.unfit("allows no sockets", e);
        }
        Server server = new Server(place, lock, listening, answerer);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(server::serve, "search-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        return server;
    }

    /// A socket that is its owner's alone before it gets its name.
    private static ServerSocketChannel listening(ServerPlace place) throws IOException {
        Files.deleteIfExists(place.unnamed());
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(place.unnamed()));
            Files.setPosixFilePermissions(place.unnamed(), PosixFilePermissions.fromString("rw-------"));
            Files.move(place.unnamed(), place.socket(), StandardCopyOption.ATOMIC_MOVE);
            return listening;
        } catch (IOException e) {
            listening.close();
            throw e;
        }
    }

    private static boolean taken(FileChannel file, ServerPlace place) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            file.close();
            throw place.unfit("has no file locks", e);
        }
    }

    /// What one thread does. However it ends, the server ends with it: better none than one that is half dead.
    private void serve() {
        try (listening) {
            while (listening.isOpen()) {
                serve(listening.accept());
            }
        } catch (IOException e) {
            // closed, or not able to listen any more
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            if (client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user)) {
                Reply reply = new Reply(Channels.newOutputStream(client));
                open.put(client, new Work(reply, System.nanoTime()));
                answerer.answer(Channels.newInputStream(client), reply);
            }
        } catch (IOException e) {
            // the client is gone
        } finally {
            open.remove(client);
            lastAsked = System.nanoTime();
        }
    }

    /// Returns when nobody has asked for so long, or nobody can ask any more: the socket has been removed, the program
    /// replaced.
    void await(Duration idle) throws IOException {
        while (listening.isOpen() && (!open.isEmpty() || System.nanoTime() - lastAsked < idle.toNanos())) {
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
            open.forEach(Server::beat);
            if (open.isEmpty() && (answerer.outdated() || !socket.equals(key()))) {
                return;
            }
        }
    }

    private static void beat(SocketChannel client, Work work) {
        try {
            if (System.nanoTime() - work.since() > LONGEST.toNanos()) {
                client.close();
            } else {
                work.reply().beat();
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    /// What tells the socket from any other.
    private Object key() {
        try {
            return Files.getAttribute(place.socket(), "unix:ino");
        } catch (IOException e) {
            return "none";
        }
    }

    /// Listens no more.
    @Override
    public synchronized void close() throws IOException {
        if (lock.isOpen()) {
            listening.close();
            if (socket.equals(key())) {
                Files.deleteIfExists(place.socket());
            }
            lock.close();
        }
    }
}
