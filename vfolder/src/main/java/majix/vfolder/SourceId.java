package majix.vfolder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import majix.formats.FileNames;
import majix.formats.MessageRef;

/// What tells one message from another over several searches: a Maildir file keeps its identity when its flags change
/// or it moves from `new` to `cur`; other files are their path, slices their file and their offsets.
final class SourceId {
    private static final long START = 0xcbf29ce484222325L;
    private static final char REPLACED = '\ufffd';
    /// Below the low surrogates, of which none stands alone in a text.
    private static final int LONE = 0xdc00;

    private SourceId() {}

    /// The identity as text. No two messages share it: normalised paths hold no `//`.
    static String identity(MessageRef ref) {
        String path = text(ref.path());
        if (ref instanceof MessageRef.Slice slice) {
            return path + "///" + slice.start() + "-" + slice.end();
        }
        return inMaildir(path) ? maildir(path) : path;
    }

    /// A path as text that no other path has. Names are shown in UTF-8; where Java cannot tell the bytes of one, they count
    /// themselves, as chars that no text has.
    static String text(Path path) {
        String shown = path.toString();
        if (shown.indexOf(REPLACED) < 0) {
            return shown;
        }
        byte[] bytes = FileNames.bytes(path);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            StringBuilder text = new StringBuilder(bytes.length);
            for (byte b : bytes) {
                text.append((char) (b < 0 ? LONE + (b & 0xff) : b));
            }
            return text.toString();
        }
    }

    /// Whether a file lies in a directory that is called `cur` or `new`.
    static boolean inMaildir(String path) {
        int slash = path.lastIndexOf('/');
        return slash >= 4 && (path.startsWith("/cur", slash - 4) || path.startsWith("/new", slash - 4));
    }

    /// Whether a file lies in a directory that is called `new`.
    static boolean isNew(Path file) {
        String path = file.toString();
        int slash = path.lastIndexOf('/');
        return slash >= 4 && path.startsWith("/new", slash - 4);
    }

    private static String maildir(String path) {
        int slash = path.lastIndexOf('/');
        return path.substring(0, slash - 4) + "//" + EntryName.base(path.substring(slash + 1));
    }

    /// Sixteen hexadecimal digits that stand for an identity in the names of result entries.
    ///
    /// @param salt 0; another number where two identities would meet in one name
    static String hash(String identity, int salt) {
        return finished(hash(START + salt, identity, 0, identity.length()));
    }

    /// [#hash(String, int)] of a message's identity, without making that where there are very many.
    static String hash(MessageRef ref, int salt) {
        String path = text(ref.path());
        if (ref instanceof MessageRef.Slice || !inMaildir(path)) {
            return hash(identity(ref), salt);
        }
        int slash = path.lastIndexOf('/');
        long hash = hash(START + salt, path, 0, slash - 4);
        hash = hash(hash, "//", 0, 2);
        return finished(hash(hash, path, slash + 1, slash + 1 + EntryName.baseLength(path, slash + 1)));
    }

    /// A number that stands for another one and a text.
    static long mix(long before, String text) {
        return hash(before * 31 + START, text, 0, text.length());
    }

    private static long hash(long before, String text, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static String finished(long mixed) {
        long hash = mixed;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hex(hash ^ hash >>> 33);
    }

    /// Sixteen hexadecimal digits.
    static String hex(long value) {
        byte[] digits = new byte[16];
        for (int i = 0; i < 16; i++) {
            int digit = (int) (value >>> (60 - 4 * i)) & 15;
            digits[i] = (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }
}
