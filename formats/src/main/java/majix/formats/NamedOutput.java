package majix.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Writes a file and fails in its name. Java tells which file cannot be opened, but not which one cannot be written to,
/// when the disk is full.
public final class NamedOutput extends OutputStream {
    private final OutputStream out;
    private final Path file;

    /// @param channel open for writing; closed with this
    /// @param file what it is called
    public NamedOutput(WritableByteChannel channel, Path file) {
        this.out = Channels.newOutputStream(channel);
        this.file = file;
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
            throw named(e, file);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw named(e, file);
        }
    }

    /// A failure of a file that has a name.
    public static IOException named(IOException e, Path file) {
        if (e instanceof FileSystemException) {
            return e;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
