package majix.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import majix.formats.FileNames;
import majix.formats.PrivateFiles;

/// Where the server of an rc file listens: a socket in a directory that nobody but its user can enter, with a name made
/// of the rc file's. `majix-client.c` looks in the same place.
///
/// @param rc the rc file, its real path
/// @param directory absolute
record ServerPlace(Path rc, Path directory) {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final int OTHERS_WRITE = 0022;
    private static final int STICKY = 01000;
    /// What `struct sockaddr_un` has room for, without the zero at the end.
    private static final int LONGEST = 107;

    /// The place for an rc file, which exists.
    static ServerPlace of(Path rc, Environment env) throws IOException {
        String variable = env.variable("XDG_RUNTIME_DIR");
        Path runtime = variable != null && variable.startsWith("/") ? Path.of(variable) : null;
        Path directory = runtime != null && Files.isDirectory(runtime) && owner(runtime).equals(user())
                ? runtime.resolve("majix")
                : env.xdg("XDG_CACHE_HOME", ".cache").resolve("majix/run");
        return new ServerPlace(rc.toRealPath(), directory);
    }

    /// The numeric id of a file's owner.
    private static Object owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid");
    }

    /// The numeric id of this process's user.
    private static Object user() throws IOException {
        return owner(Path.of("/proc/self"));
    }

    /// The socket.
    Path socket() {
        return directory.resolve(name().concat(".sock"));
    }

    /// Where the socket is made; in the same directory, with a name no longer.
    Path unnamed() {
        return directory.resolve(name().concat(".new"));
    }

    /// The file that a server holds locked while it lives.
    Path lock() {
        return directory.resolve(name().concat(".lock"));
    }

    /// FNV-1a, 64 bits, of the rc file's path.
    private String name() {
        long hash = 0xcbf29ce484222325L;
        for (byte b : FileNames.bytes(rc)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /// Makes the directory if it is not there.
    ///
    /// @throws Failure if others can enter it, or if its path is too long for a socket
    void prepare() throws IOException {
        if (FileNames.bytes(socket()).length > LONGEST) {
            throw refused("has a path too long for a socket; set XDG_RUNTIME_DIR to a shorter one");
        }
        Path parent = directory.getParent();
        if (parent != null) {
            PrivateFiles.createDirectories(parent);
        }
        try {
            PrivateFiles.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            // looked at below
        }
        if (parent != null && isOpen(parent)) {
            throw refused("lies in a directory that other users can write in; set XDG_RUNTIME_DIR to a private one");
        }
        PosixFileAttributes is = Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!is.isDirectory()) {
            throw refused("is no directory");
        }
        if (!owner(directory).equals(user()) || !PRIVATE.containsAll(is.permissions())) {
            throw refused("is open to other users; chmod 700 it, or remove it");
        }
    }

    /// What to tell where the file system of the directory cannot do what a server needs, as some network homes.
    Failure unfit(String lacks, IOException e) {
        return refused(lacks + " (" + Failure.reason(e) + "); set XDG_RUNTIME_DIR to a directory on a local disk");
    }

    /// Whether other users can put another directory in the place of one that lies in there.
    private static boolean isOpen(Path parent) throws IOException {
        int mode = (Integer) Files.getAttribute(parent, "unix:mode");
        boolean others = (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
        Object owner = owner(parent);
        return others || !(owner.equals(user()) || owner.equals(0));
    }

    private Failure refused(String why) {
        return new Failure(Failure.TROUBLE, "serve: \"" + FileNames.text(directory) + "\" " + why);
    }
}
