package majix.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// File names as the bytes they are on the disk. The launcher starts the JVM with `sun.jnu.encoding=ISO-8859-1`, so that
/// every byte of a name is one character in a [Path] and no name is out of reach, whatever its encoding; names are
/// turned into text for people and for the index with this class only.
public final class FileNames {
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /// The bytes of a path as the file system has them.
    public static byte[] bytes(Path path) {
        return path.toString().getBytes(NATIVE);
    }

    /// The path of [#bytes].
    public static Path path(byte[] bytes) {
        return Path.of(new String(bytes, NATIVE));
    }

    /// A path as text for people: UTF-8, with replacement characters where its bytes are not.
    public static String text(Path path) {
        String name = path.toString();
        return NATIVE.equals(StandardCharsets.UTF_8) ? name : new String(name.getBytes(NATIVE), StandardCharsets.UTF_8);
    }

    /// The path that a text names: the reverse of [#text].
    public static Path path(String text) {
        return path(text.getBytes(StandardCharsets.UTF_8));
    }
}
