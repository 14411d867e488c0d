package majix.formats.maildir;

import majix.formats.Entry;
import majix.formats.Flag;
import majix.formats.StoreKind;

/// The name of a file in a Maildir: a base name that stays, then `:2,` and a letter for each flag.
/// File systems without colons make `;2,` or `!2,` of it.
final class MaildirName {
    private MaildirName() {}

    /// The part of a name that stays when flags change: what stands before `:2,`, or all.
    static String base(String name) {
        return Entry.key(StoreKind.MAILDIR, name);
    }

    /// The bits of the flags of a name as in [Flag#bits]; other letters are not known here.
    ///
    /// @param base its [#base]
    static int flags(String name, String base) {
        int bits = 0;
        for (int i = base.length() + ":2,".length(); i < name.length(); i++) {
            bits |= switch (name.charAt(i)) {
                case 'D' -> Flag.DRAFT.bit();
                case 'F' -> Flag.FLAGGED.bit();
                case 'P' -> Flag.PASSED.bit();
                case 'R' -> Flag.REPLIED.bit();
                case 'S' -> Flag.SEEN.bit();
                case 'T' -> Flag.TRASHED.bit();
                default -> 0;
            };
        }
        return bits;
    }
}
