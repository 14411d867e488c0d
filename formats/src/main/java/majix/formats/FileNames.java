package majix.formats;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// File names as the bytes they are on the disk. Java's paths keep the bytes of a name but show them through the
/// locale's charset, which loses those that are not valid in it; their URI form loses nothing. Names below a container
/// ([Entry#name]) are Strings with one char (ISO 8859-1) for each byte, so that none is out of reach.
public final class FileNames {
    private FileNames() {}

    /// The bytes of a path as the file system has them.
    public static byte[] bytes(Path path) {
        String shown = path.toString();
        return isAscii(shown) ? shown.getBytes(StandardCharsets.ISO_8859_1) : rawBytes(path);
    }

    /// The path of [#bytes(Path)].
    public static Path path(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return rawPath(bytes);
            }
        }
        return Path.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /// The last component of a path as a name.
    public static String name(Path path) {
        String whole = path.toString();
        String shown = whole.substring(whole.lastIndexOf('/') + 1);
        if (isAscii(shown)) {
            return shown;
        }
        byte[] bytes = bytes(path);
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '/') {
            from--;
        }
        return name(bytes, from, bytes.length - from);
    }

    /// The name that the bytes are.
    public static String name(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /// A name as text for people, see [#text(Path)].
    public static String text(String name) {
        return isAscii(name) ? name : new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// The bytes of a name.
    public static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The file of a name below a folder; the folder itself for an empty name.
    public static Path resolve(Path folder, String name) {
        if (name.isEmpty()) {
            return folder;
        }
        return isAscii(name)
                ? folder.resolve(name)
                : folder.resolve(rawPath(bytes("/" + name)).subpath(0, parts(name)));
    }

    /// A path as text for people: UTF-8, with replacement characters where its bytes are not.
    public static String text(Path path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /// The path that a text names: the reverse of [#text].
    ///
    /// @param text may hold bytes that are not UTF-8, as single surrogates U+DC80 to U+DCFF
    public static Path path(String text) {
        if (isAscii(text)) {
            return Path.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int step;
        for (int i = 0; i < text.length(); i += step) {
            int c = text.codePointAt(i);
            step = Character.charCount(c);
            if (c >= 0xDC80 && c <= 0xDCFF) {
                bytes.write(c);
            } else {
                bytes.writeBytes(text.substring(i, i + step).getBytes(StandardCharsets.UTF_8));
            }
        }
        return path(bytes.toByteArray());
    }

    private static int parts(String name) {
        int parts = 1;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '/') {
                parts++;
            }
        }
        return parts;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static byte[] rawBytes(Path path) {
        Path root = path.isAbsolute() ? path : Path.of("/").resolve(path);
        String uri = root.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = path.isAbsolute() ? 0 : 1; i < uri.length(); i++) {
            if (uri.charAt(i) == '%') {
                bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(uri.charAt(i));
            }
        }
        byte[] raw = bytes.toByteArray();
        boolean slash = raw.length > 1 && raw[raw.length - 1] == '/';
        return slash ? java.util.Arrays.copyOf(raw, raw.length - 1) : raw;
    }

    private static Path rawPath(byte[] bytes) {
        boolean absolute = bytes.length > 0 && bytes[0] == '/';
        StringBuilder uri = new StringBuilder("file://");
        if (!absolute) {
            uri.append('/');
        }
        for (byte b : Container.path(bytes)) {
            char c = (char) (b & 0xFF);
            if (c == '/' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        Path path = Path.of(URI.create(uri.toString()));
        return absolute || path.getNameCount() == 0 ? path : path.subpath(0, path.getNameCount());
    }
}
