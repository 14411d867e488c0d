package majix.formats.faults;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hands everything on to the default file system, and tells the disk of each change before.
final class FaultyProvider extends FileSystemProvider {
    private final FaultyDisk disk;
    private final FaultyFileSystem system = new FaultyFileSystem(this);

    FaultyProvider(FaultyDisk disk) {
        this.disk = disk;
    }

    /// A path of this layer.
    Path wrap(Path real) {
        return real instanceof FaultyPath ? real : new FaultyPath(system, real);
    }

    private static Path real(Path path) {
        return FaultyPath.real(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = real(path);
        boolean makes = options.contains(StandardOpenOption.CREATE_NEW) || options.contains(StandardOpenOption.CREATE);
        boolean empties = options.contains(StandardOpenOption.TRUNCATE_EXISTING);
        boolean isNew = makes && !Files.exists(real, LinkOption.NOFOLLOW_LINKS);
        if (isNew || empties) {
            disk.next(Change.CREATE, real);
        }
        disk.opening(real);
        FileChannel channel = FileChannel.open(real, options, attributes);
        Object key = Unforced.key(real);
        if (isNew) {
            disk.unforced.made(key);
        } else if (empties) {
            disk.unforced.truncated(key, 0);
        }
        boolean forcing = options.contains(StandardOpenOption.SYNC);
        return new FaultyChannel(disk, channel, real, key, Files.isDirectory(real), forcing);
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        Set<? extends OpenOption> all = options.isEmpty() ? Set.of(StandardOpenOption.READ) : options;
        return newFileChannel(path, all, attributes);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        disk.next(Change.MKDIR, real(directory));
        Files.createDirectory(real(directory), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        disk.next(Change.SYMLINK, real(link));
        Files.createSymbolicLink(real(link), real(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        disk.next(Change.LINK, real(link));
        Files.createLink(real(link), real(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        if (Files.exists(real(path), LinkOption.NOFOLLOW_LINKS)) {
            disk.next(Change.DELETE, real(path));
        }
        Files.delete(real(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        throw new UnsupportedOperationException("copies past the layer");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        disk.next(Change.RENAME, real(target));
        Files.move(real(source), real(target), options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        disk.next(Change.ATTRIBUTE, real(path));
        Files.setAttribute(real(path), attribute, value, options);
    }

    /// A view that tells of what it sets.
    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        V real = Files.getFileAttributeView(real(path), type, options);
        return real == null
                ? null
                : type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{type},
                        (_, method, arguments) -> {
                            if (method.getName().startsWith("set")) {
                                disk.next(Change.ATTRIBUTE, real(path));
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        disk.opening(real(directory));
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(real(directory))) {
            for (Path entry : stream) {
                if (filter.accept(wrap(entry))) {
                    entries.add(wrap(entry));
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return wrap(Files.readSymbolicLink(real(link)));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real(path).getFileSystem().provider().checkAccess(real(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(Path.of(uri.getPath() + File.separator));
    }
}
