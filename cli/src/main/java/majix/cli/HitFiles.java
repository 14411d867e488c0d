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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import majix.formats.FileNames;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.formats.PrivateFiles;
import majix.formats.SliceSink;
import majix.indexer.Hits;
import org.jspecify.annotations.Nullable;

/// Hits as files that any program can read: their own where that will do, copies elsewhere. The copies are gone when
/// this is closed, or when a signal ends the program.
final class HitFiles implements AutoCloseable {
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private final Hits hits;
    private final Path temporary;
    private final Console console;
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
        Path file = MessageFiles.locate(indexed).orElse(indexed);
        try {
            boolean named = Arrays.equals(file.toString().getBytes(NATIVE), FileNames.bytes(file));
            if (named && !MessageFiles.isCompressed(file)) {
                return file;
            }
            try (InputStream in = MessageFiles.open(file)) {
                return copy(in);
            }
        } catch (IOException e) {
            console.tell(FileNames.text(indexed) + ": " + Failure.reason(e));
            return null;
        }
    }

    private Map<Integer, Path> slices(int[] which) {
        Map<Path, List<Integer>> files = new HashMap<>();
        for (int hit : which) {
            if (hits.start(hit) >= 0) {
                Path file = hits.ref(hit).path();
                List<Integer> wanted = files.get(file);
                if (wanted == null) {
                    wanted = new ArrayList<>();
                    files.put(file, wanted);
                }
                wanted.add(hit);
            }
        }
        Map<Integer, Path> copied = new HashMap<>();
        for (Map.Entry<Path, List<Integer>> entry : files.entrySet()) {
            entry.getValue().sort(Comparator.comparingLong(hits::start));
            slices(entry.getKey(), entry.getValue(), copied);
        }
        return copied;
    }

    private void slices(Path file, List<Integer> wanted, Map<Integer, Path> copied) {
        List<MessageRef.Slice> slices = new ArrayList<>();
        for (int hit : wanted) {
            slices.add(new MessageRef.Slice(file, hits.start(hit), hits.end(hit)));
        }
        try {
            MessageFiles.slices(file, slices, new SliceSink() {
                private int next;

                @Override
                public void accept(MessageRef.Slice slice, InputStream bytes) throws IOException {
                    copied.put(wanted.get(next++), copy(bytes));
                }
            });
        } catch (IOException e) {
            console.tell(FileNames.text(file) + ": " + Failure.reason(e));
        }
    }

    private Path copy(InputStream in) throws IOException {
        if (directory == null) {
            directory = PrivateFiles.createTempDirectory(temporary, "majix-");
            Runtime.getRuntime().addShutdownHook(removal);
        }
        Path file = directory.resolve(++copies + ".eml");
        try (OutputStream out = Channels.newOutputStream(PrivateFiles.create(file))) {
            in.transferTo(out);
        }
        return file;
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
