package majix.formats;

import java.nio.file.Path;
import java.util.Arrays;

/// A folder as the index remembers it: a Maildir, an MH directory, one directory of a `files=` tree, or one mbox file.
///
/// @param kind the kind of store it belongs to
/// @param path absolute, normalised path: the Maildir (not its `cur`), the directory, or the mbox file itself
/// @param identity what tells the same folder under two names apart from two folders: device and inode
/// @param others how many folders of other kinds the same directory is that came first
public record Container(StoreKind kind, Path path, Object identity, int others) {
    /// A folder that no other kind has taken before.
    public Container(StoreKind kind, Path path, Object identity) {
        this(kind, path, identity, 0);
    }

    /// The same behind a number of others.
    public Container behind(int number) {
        return new Container(kind, path, identity, number);
    }

    /// What names it in an index: the bytes of the path, and a slash for each folder of another kind that the directory is
    /// as well. A path with slashes at its end is the same path.
    public byte[] name() {
        byte[] bytes = FileNames.bytes(path);
        if (others == 0) {
            return bytes;
        }
        byte[] name = Arrays.copyOf(bytes, bytes.length + others);
        Arrays.fill(name, bytes.length, name.length, (byte) '/');
        return name;
    }

    /// The bytes of the path in a [#name].
    public static byte[] path(byte[] name) {
        int length = name.length;
        while (length > 1 && name[length - 1] == '/') {
            length--;
        }
        return length == name.length ? name : Arrays.copyOf(name, length);
    }
}
