package majix.query.lucene;

import java.nio.charset.StandardCharsets;
import majix.query.Field;

/// Names of the Lucene fields that rendered queries look into. The index's schema writes them; a message has every
/// column, and what has no [#DATE] is no message.
public final class Columns {
    /// Numeric doc values: the message's time in milliseconds since the epoch.
    public static final String DATE = "date";
    /// Numeric doc values: bytes of the message.
    public static final String SIZE = "size";
    /// Numeric doc values: the flags, see [#flagBit].
    public static final String FLAGS = "flags";
    /// Sorted doc values: absolute path of the folder or mbox file, UTF-8.
    public static final String FOLDER = "folder";
    /// Binary doc values: path of the message's file below the folder, UTF-8; empty for a message of an mbox file.
    /// The whole path is the folder, and if the name is not empty a slash and the name.
    public static final String NAME = "name";

    private static final String FLAG_LETTERS = "dfprstl";

    private Columns() {}

    /// The indexed field that holds the tokens of a field of kind WORDS, ADDRESSES, NAMES or ID. The one token of a
    /// Message-ID is the id in lower case (root locale), without angle brackets, see [#idTerm].
    public static String of(Field field) {
        return String.valueOf(field.letter());
    }

    /// The token of a Message-ID in lower case: its UTF-8 bytes backwards. Ids of one host end alike, and a dictionary
    /// takes little room for words that begin alike.
    public static byte[] idTerm(String id) {
        return id(id.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes turned round: a token from an id, the id from its token. The array is used.
    public static byte[] id(byte[] bytes) {
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte b = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = b;
        }
        return bytes;
    }

    /// The bit in [#FLAGS] of a flag's letter (one of `dfprstl`).
    public static int flagBit(char letter) {
        int place = FLAG_LETTERS.indexOf(letter);
        if (place < 0) {
            throw new IllegalArgumentException("no flag " + letter);
        }
        return 1 << place;
    }
}
