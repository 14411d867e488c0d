package majix.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes files and directories that are their owner's alone from the moment they exist, whatever the umask lets through.
/// A umask that takes rights from the owner too is made good afterwards, since the owner could not read them.
public final class PrivateFiles {
    /// What names of files end with that are to replace others.
    public static final String FRESH = ".new";

    private static final int TRIES = 1000;

    private static final Set<PosixFilePermission> FILE = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> DIRECTORY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final FileAttribute<Set<PosixFilePermission>> FILE_MODE = PosixFilePermissions.asFileAttribute(FILE);
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY_MODE = PosixFilePermissions
            .asFileAttribute(DIRECTORY);
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> OPEN = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
            StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /// Whether the umask takes rights from the owner; null until a first file or directory has shown it. A process keeps
    /// its umask.
    private static volatile @Nullable Boolean files;
    private static volatile @Nullable Boolean directories;

    private PrivateFiles() {}

    /// Makes a file that is not there yet and opens it for writing.
    ///
    /// @throws FileAlreadyExistsException if anything stands at its name, a link to nothing too
    public static FileChannel create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, NEW, FILE_MODE);
        return settled(file, channel);
    }

    /// As [#create(Path)], in a directory that is held open: whatever its path leads to by now.
    ///
    /// @param name of one component
    public static SeekableByteChannel create(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        SeekableByteChannel channel = directory.newByteChannel(name, NEW, FILE_MODE);
        try {
            PosixFileAttributeView view = directory.getFileAttributeView(name, PosixFileAttributeView.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().permissions().containsAll(FILE)) {
                view.setPermissions(FILE);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Opens a file for reading and writing, and makes it if it is not there. A symbolic link is not followed.
    public static FileChannel open(Path file) throws IOException {
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(file, OPEN, FILE_MODE);
        return there ? channel : settled(file, channel);
    }

    private static FileChannel settled(Path file, FileChannel channel) throws IOException {
        Boolean known = files;
        if (known == null || known) {
            try {
                files = lacked(file, FILE);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
        return channel;
    }

    /// Gives the owner what is lacking.
    ///
    /// @return whether anything was
    private static boolean lacked(Path made, Set<PosixFilePermission> wanted) throws IOException {
        boolean lacking = !Files.getPosixFilePermissions(made, LinkOption.NOFOLLOW_LINKS).containsAll(wanted);
        if (lacking) {
            Files.setPosixFilePermissions(made, wanted);
        }
        return lacking;
    }

    /// Makes a directory that is not there yet; its parent must be.
    ///
    /// @throws FileAlreadyExistsException if anything stands at its name
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, DIRECTORY_MODE);
        Boolean known = directories;
        if (known == null || known) {
            directories = lacked(directory, DIRECTORY);
        }
    }

    /// Makes a directory and its parents, as far as they are missing.
    public static void createDirectories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory.toAbsolutePath(); at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        for (Path at : missing) {
            try {
                createDirectory(at);
            } catch (FileAlreadyExistsException e) {
                // by another process in this moment, or it is none
                if (!Files.isDirectory(at)) {
                    throw e;
                }
            }
        }
    }

    /// Makes a directory of a new name.
    public static Path createTempDirectory(Path parent, String prefix) throws IOException {
        Path directory = Files.createTempDirectory(parent, prefix, DIRECTORY_MODE);
        directories = lacked(directory, DIRECTORY);
        return directory;
    }

    /// Puts a file of these bytes in the place of another one, whole or not at all. What stands aside meanwhile always has
    /// the same name: a process that is killed here leaves nothing for long, and two that write at the same time take
    /// theirs away from each other until one has been faster.
    ///
    /// @param lasting whether no failure of the power may leave less than the bytes
    public static void replace(Path file, byte[] bytes, boolean lasting) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + FRESH);
        for (int left = TRIES;; left--) {
            try {
                Files.deleteIfExists(fresh);
                write(fresh, bytes, lasting);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                if (left == 0 || !Files.isDirectory(fresh.resolveSibling(""))) {
                    throw e;
                }
            } catch (IOException e) {
                Files.deleteIfExists(fresh);
                throw NamedOutput.named(e, file);
            }
            Thread.onSpinWait();
        }
    }

    private static void write(Path file, byte[] bytes, boolean lasting) throws IOException {
        try (FileChannel channel = create(file)) {
            for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining();) {
                channel.write(left);
            }
            if (lasting) {
                channel.force(false);
            }
        }
    }
}
