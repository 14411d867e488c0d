package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import majix.formats.FileNames;
import majix.formats.MessageFiles;
import majix.formats.PrivateFiles;
import majix.formats.RenamedFiles;
import majix.indexer.Hits;
import org.jspecify.annotations.Nullable;

/// Hits as files that any program can read: their own where that will do, copies elsewhere. The copies are gone when
/// this is closed, or when a signal ends the program.
final class HitFiles implements AutoCloseable {
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private final Hits hits;
    private final Path temporary;
    private final Console console;
    private final RenamedFiles renamed = new RenamedFiles();
    private final Thread removal = new Thread(this::remove, "removal");
    private @Nullable Path directory;
    private int copies;

    HitFiles(Hits hits, Environment env, Console console) {
        this.hits = hits;
        this.console = console;
        String place = env.variable("TMPDIR");
        this.temporary = env.workingDirectory().resolve(place == null ? "/tmp" : place);
    }

    /// The files of some hits, in their order; the copies of those before are removed. Hits that are gone are told on
    /// stderr and left out.
    List<Path> of(int[] which) throws IOException {
        clear();
        Map<Integer, Path> copied = slices(which);
        List<Path> files = new ArrayList<>();
        for (int hit : which) {
            Path file = hits.start(hit) >= 0 ? copied.get(hit) : whole(hits.ref(hit).path());
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private @Nullable Path whole(Path indexed) throws IOException {
        Path file = indexed;
        try {
            file = renamed.locate(indexed).orElse(indexed);
            boolean named = Arrays.equals(file.toString().getBytes(NATIVE), FileNames.bytes(file));
            if (named && !MessageFiles.isCompressed(file)) {
                return file;
            }
            try (InputStream in = MessageFiles.open(file)) {
                return copy(in);
            }
        } catch (IOException e) {
            console.missed().unread(file, Failure.reason(e));
            return null;
        }
    }

    private Map<Integer, Path> slices(int[] which) throws IOException {
        HitSlices slices = new HitSlices(hits);
        for (int hit : which) {
            slices.add(hit);
        }
        Map<Integer, Path> copied = new HashMap<>();
        slices.read(console, (hit, bytes) -> copied.put(hit, copy(bytes)));
        return copied;
    }

    /// Copies a message.
    ///
    /// @throws IOException if it cannot be read
    /// @throws Failure if the copy cannot be written
    private Path copy(InputStream in) throws IOException {
        Path file = directory().resolve(++copies + ".eml");
        try (Copy out = new Copy(file)) {
            in.transferTo(out);
        }
        return file;
    }

    private Path directory() {
        if (directory == null) {
            try {
                directory = PrivateFiles.createTempDirectory(temporary, "majix-");
            } catch (IOException e) {
                throw new Failure(Failure.TROUBLE,
                        "no temporary directory in " + FileNames.text(temporary) + ": " + Failure.reason(e));
            }
            Runtime.getRuntime().addShutdownHook(removal);
        }
        return directory;
    }

    /// A copy that fails in its own name, not in that of the file whose message is copied.
    private static final class Copy extends OutputStream {
        private final Path file;
        private final OutputStream out;

        Copy(Path file) {
            this.file = file;
            try {
                out = Channels.newOutputStream(PrivateFiles.create(file));
            } catch (IOException e) {
                throw failure(e);
            }
        }

        private Failure failure(IOException e) {
            return new Failure(Failure.TROUBLE, FileNames.text(file) + ": " + Failure.reason(e));
        }

        @Override
        public void write(int b) {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private void clear() throws IOException {
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void remove() {
        try {
            clear();
            if (directory != null) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // a directory of temporary files is swept by the system
        }
    }

    @Override
    public void close() {
        if (directory != null) {
            remove();
            Runtime.getRuntime().removeShutdownHook(removal);
        }
    }
}
