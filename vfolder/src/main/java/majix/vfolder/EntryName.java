package majix.vfolder;

import java.util.EnumSet;
import java.util.Set;
import majix.formats.Flag;

/// Names of entries in result folders: `123456789.ID.mairix`, as mairix names them, with `:2,` and flags behind, or
/// the number of an MH message.
final class EntryName {
    /// The file by which mail programs know an MH folder, and in which they mark messages by their numbers. Empty when it is
    /// new; a later result with other numbers has another one, as the marks would hit other messages.
    static final String SEQUENCES = ".mh_sequences";

    private static final String HEAD = "123456789.";
    private static final String TAIL = ".mairix";
    private static final String INFO = ":2,";

    private EntryName() {}

    /// The name in a Maildir for an id, without flags.
    static String maildir(String id) {
        return HEAD.concat(id).concat(TAIL);
    }

    /// Whether a name is [#maildir] of an id.
    static boolean isMaildir(String name, String id) {
        return name.length() == HEAD.length() + id.length() + TAIL.length() && name.startsWith(id, HEAD.length())
                && name.startsWith(HEAD) && name.endsWith(TAIL);
    }

    /// What is put behind a Maildir name for flags: empty if there are none.
    static String info(Set<Flag> flags) {
        if (flags.isEmpty()) {
            return "";
        }
        StringBuilder info = new StringBuilder(INFO);
        for (Flag flag : Flag.values()) {
            if (flags.contains(flag)) {
                info.append((char) (flag.letter() - 'a' + 'A'));
            }
        }
        return info.toString();
    }

    /// The flags that a Maildir name tells.
    static Set<Flag> flags(String name) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        int info = name.lastIndexOf(INFO);
        if (info >= 0) {
            for (Flag flag : Flag.values()) {
                if (name.indexOf(flag.letter() - 'a' + 'A', info + INFO.length()) >= 0) {
                    flags.add(flag);
                }
            }
        }
        return flags;
    }

    /// The part of a name that stays when flags change or a mail program moves the entry from `new` to `cur`:
    /// without directories and without `:2,` and what follows.
    static String base(String name) {
        int info = name.lastIndexOf(INFO);
        int slash = name.lastIndexOf('/', info < 0 ? name.length() : info);
        return name.substring(slash + 1, info < 0 ? name.length() : info);
    }

    /// How long [#base] of a file's name is.
    ///
    /// @param path ends with the name
    /// @param from where in it the name begins
    static int baseLength(String path, int from) {
        int info = path.lastIndexOf(INFO);
        return (info < from ? path.length() : info) - from;
    }

    /// Whether a base name has the form that mairix and majix give to entries of a Maildir.
    static boolean isResult(String base) {
        int end = base.length() - TAIL.length();
        if (end <= HEAD.length() || !base.startsWith(HEAD) || !base.endsWith(TAIL)) {
            return false;
        }
        for (int i = HEAD.length(); i < end; i++) {
            if (Character.digit(base.charAt(i), 16) < 0 || base.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /// Whether a name is the number of an MH message.
    static boolean isNumber(String name) {
        if (name.isEmpty() || name.length() > 9) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
