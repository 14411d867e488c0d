package majix.formats;

import java.util.EnumSet;
import java.util.Set;

/// The six message flags of Maildir, with the letter used in queries (`F:`) and in Maildir names.
/// Declared in the order of their Maildir letters, which is also the order they are written in.
public enum Flag {
    DRAFT('d', 1),
    FLAGGED('f', 2),
    PASSED('p', 4),
    REPLIED('r', 8),
    SEEN('s', 16),
    TRASHED('t', 32);

    private final char letter;
    private final int bit;

    Flag(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /// The lower-case letter, as in `F:s`; in upper case the letter of a Maildir name.
    public char letter() {
        return letter;
    }

    /// The bit of this flag in [#bits(Set)].
    public int bit() {
        return bit;
    }

    /// The flags as one small number, for storing.
    public static int bits(Set<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= flag.bit();
        }
        return bits;
    }

    /// The flags of [#bits(Set)]; unknown bits are ignored.
    public static Set<Flag> of(int bits) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if ((bits & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
