package majix.vfolder;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.formats.FileNames;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.formats.Problem;
import majix.formats.SliceSink;

/// Reads messages out of their files, every file once and from its start to its end, and hands them to a target.
/// A source that cannot be read is noted and costs its own messages only; a target that cannot be written ends all.
final class Copies {
    /// The header line that mairix puts before a copied message; the path follows.
    static final String HEADER = "X-source-folder: ";

    private final Target target;
    private final Set<Finder.Found> done = new HashSet<>();
    private final List<MessageRef> vanished;
    private final List<Problem> problems;

    /// What the messages are written to.
    interface Target {
        /// Takes the bytes of a message; they may turn out to be too few, then [#drop] follows.
        void take(Finder.Found found, InputStream bytes) throws IOException;

        /// Takes the message back that was given last.
        void drop(Finder.Found found) throws IOException;
    }

    /// @param vanished messages that are no longer there are added to it
    /// @param problems files that cannot be read are added to it
    Copies(Target target, List<MessageRef> vanished, List<Problem> problems) {
        this.target = target;
        this.vanished = vanished;
        this.problems = problems;
    }

    /// Reads the messages in the order that is best for their files.
    ///
    /// @return those that the target holds now
    /// @throws IOException if the target cannot be written
    Set<Finder.Found> read(List<Finder.Found> wanted) throws IOException {
        Map<Path, List<Finder.Found>> files = new LinkedHashMap<>();
        for (Finder.Found found : wanted) {
            if (found.ref() instanceof MessageRef.Slice slice) {
                List<Finder.Found> slices = files.get(slice.path());
                if (slices == null) {
                    slices = new ArrayList<>();
                    files.put(slice.path(), slices);
                }
                slices.add(found);
            } else {
                file(found, found.ref().path());
            }
        }
        for (Map.Entry<Path, List<Finder.Found>> entry : files.entrySet()) {
            slices(entry.getKey(), entry.getValue());
        }
        return done;
    }

    private void file(Finder.Found found, Path path) throws IOException {
        try (InputStream in = MessageFiles.open(path)) {
            take(found, in, -1);
        } catch (TargetFailure e) {
            throw e.failure;
        } catch (NoSuchFileException e) {
            vanished.add(found.ref());
        } catch (IOException e) {
            problems.add(unreadable(path, e));
        }
    }

    private void slices(Path path, List<Finder.Found> wanted) throws IOException {
        Map<MessageRef.Slice, Finder.Found> bySlice = new HashMap<>();
        List<MessageRef.Slice> slices = new ArrayList<>();
        for (Finder.Found found : wanted) {
            MessageRef.Slice slice = (MessageRef.Slice) found.ref();
            bySlice.put(slice, found);
            slices.add(slice);
        }
        slices.sort(Comparator.comparingLong(MessageRef.Slice::start));
        try {
            MessageFiles.slices(path, slices, new SliceSink() {
                @Override
                public void accept(MessageRef.Slice slice, InputStream bytes) throws IOException {
                    Finder.Found found = bySlice.remove(slice);
                    if (found != null) {
                        take(found, bytes, slice.end() - slice.start());
                    }
                }
            });
        } catch (TargetFailure e) {
            throw e.failure;
        } catch (NoSuchFileException | EOFException e) {
            // Counted below, message by message.
        } catch (IOException e) {
            problems.add(unreadable(path, e));
            return;
        }
        for (MessageRef.Slice slice : slices) {
            if (bySlice.containsKey(slice)) {
                vanished.add(slice);
            }
        }
    }

    /// Hands one message on; it counts only if all of its bytes came.
    private void take(Finder.Found found, InputStream in, long size) throws IOException {
        Watched bytes = new Watched(in);
        try {
            target.take(found, bytes);
            if (size < 0 || bytes.count == size) {
                done.add(found);
            } else {
                target.drop(found);
                vanished.add(found.ref());
            }
        } catch (IOException e) {
            if (!bytes.failed) {
                throw new TargetFailure(e);
            }
            dropAfterFailure(found);
            if (size >= 0 && e instanceof EOFException) {
                vanished.add(found.ref());
                return;
            }
            throw e;
        }
    }

    private void dropAfterFailure(Finder.Found found) throws TargetFailure {
        try {
            target.drop(found);
        } catch (IOException e) {
            throw new TargetFailure(e);
        }
    }

    static Problem unreadable(Path path, IOException e) {
        String reason = e instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(
                        e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage());
        return new Problem(Problem.Kind.UNREADABLE, path, reason);
    }

    /// Writes the line that tells where a copy comes from.
    static void header(OutputStream out, Path source) throws IOException {
        byte[] path = FileNames.bytes(source);
        for (int i = 0; i < path.length; i++) {
            if (path[i] >= 0 && path[i] < ' ' || path[i] == 0x7f) {
                path[i] = '?';
            }
        }
        out.write(HEADER.getBytes(StandardCharsets.ISO_8859_1));
        out.write(path);
        out.write('\n');
    }

    /// Says that writing failed, where reading could have failed as well.
    private static final class TargetFailure extends IOException {
        private static final long serialVersionUID = 1;
        private final IOException failure;

        TargetFailure(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /// Counts bytes and remembers whether reading failed.
    private static final class Watched extends FilterInputStream {
        private long count;
        private boolean failed;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = in.read(into, offset, length);
                count += Math.max(0, read);
                return read;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public void close() {
            // Whoever opened the source closes it.
        }
    }
}
