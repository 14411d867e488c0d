package majix.vfolder;

import java.nio.file.Path;
import majix.formats.MessageRef;

/// What tells one message from another over several searches: a Maildir file keeps its identity when its flags change
/// or it moves from `new` to `cur`; other files are their path, slices their file and their offsets.
final class SourceId {
    private SourceId() {}

    /// The identity as text. No two messages share it: normalised paths hold no `//`.
    static String identity(MessageRef ref) {
        String path = ref.path().toString();
        if (ref instanceof MessageRef.Slice slice) {
            return path + "///" + slice.start() + "-" + slice.end();
        }
        return inMaildir(path) ? maildir(path) : path;
    }

    /// Whether a file lies in a directory that is called `cur` or `new`.
    static boolean inMaildir(String path) {
        int slash = path.lastIndexOf('/');
        return slash >= 4 && (path.startsWith("/cur", slash - 4) || path.startsWith("/new", slash - 4));
    }

    /// Whether a file lies in a directory that is called `new`.
    static boolean isNew(Path file) {
        Path parent = file.getParent();
        return parent != null && parent.endsWith("new");
    }

    private static String maildir(String path) {
        int slash = path.lastIndexOf('/');
        return path.substring(0, slash - 4) + "//" + EntryName.base(path.substring(slash + 1));
    }

    /// Sixteen hexadecimal digits that stand for an identity in the names of result entries.
    ///
    /// @param salt 0; another number where two identities would meet in one name
    static String hash(String identity, int salt) {
        long hash = 0xcbf29ce484222325L + salt;
        for (int i = 0; i < identity.length(); i++) {
            hash = (hash ^ identity.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hex(hash ^ hash >>> 33);
    }

    private static String hex(long value) {
        char[] digits = new char[16];
        for (int i = 0; i < 16; i++) {
            digits[i] = "0123456789abcdef".charAt((int) (value >>> (60 - 4 * i)) & 15);
        }
        return new String(digits);
    }
}
