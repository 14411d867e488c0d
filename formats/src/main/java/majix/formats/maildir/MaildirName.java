package majix.formats.maildir;

/// The name of a file in a Maildir: a base name that stays, then `:2,` and a letter for each flag.
/// File systems without colons make `;2,` or `!2,` of it.
public final class MaildirName {
    private MaildirName() {}

    /// The part of a name that stays when flags change: what stands before `:2,`, or all.
    public static String base(String name) {
        int info = info(name);
        return info < 0 ? name : name.substring(0, info);
    }

    /// The bits of the flags of a name as in [majix.formats.Flag#bits]; other letters are not known here.
    static int flags(String name) {
        int info = info(name);
        int bits = 0;
        for (int i = info < 0 ? name.length() : info + 3; i < name.length(); i++) {
            bits |= switch (name.charAt(i)) {
                case 'D' -> 1;
                case 'F' -> 2;
                case 'P' -> 4;
                case 'R' -> 8;
                case 'S' -> 16;
                case 'T' -> 32;
                default -> 0;
            };
        }
        return bits;
    }

    /// Index of the last `:2,`, or -1.
    private static int info(String name) {
        int at = name.lastIndexOf("2,");
        while (at > 0) {
            char before = name.charAt(at - 1);
            if (before == ':' || before == ';' || before == '!') {
                return at - 1;
            }
            at = name.lastIndexOf("2,", at - 1);
        }
        return -1;
    }
}
