package majix.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output. It tells a reader that has gone (`majix -r ... | head`), which is no failure, from results that are
/// lost, on a full disk for instance. Not buffered.
final class Stdout extends OutputStream {
    private final OutputStream out;

    private Stdout(OutputStream out) {
        this.out = out;
    }

    /// The program's standard output.
    static Stdout open() {
        return new Stdout(new FileOutputStream(FileDescriptor.out));
    }

    /// Drops everything; for the training of the start-up cache.
    static Stdout none() {
        return new Stdout(OutputStream.nullOutputStream());
    }

    /// Whoever read the output wants no more of it.
    static final class ReaderGoneException extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw isPipe(e) ? new ReaderGoneException(e) : new IOException("standard output: " + e.getMessage(), e);
        }
    }

    /// The system words its errors in the user's language, so Linux is asked what stdout is: a write into a pipe can
    /// only fail because of its reader.
    private static boolean isPipe(IOException e) {
        try {
            String what = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return what.startsWith("pipe:") || what.startsWith("socket:");
        } catch (IOException noProc) {
            return String.valueOf(e.getMessage()).contains("Broken pipe");
        }
    }
}
