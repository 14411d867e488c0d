package majix.cli;

import org.jline.utils.WCWidth;

/// How much room text takes on a terminal.
final class TextWidth {
    /// Below this a char is a column; most queries never need the tables.
    private static final int FIRST_ODD = 0x300;

    private TextWidth() {}

    /// Columns of a text without control characters: two for a wide character, none for a mark on the one before it.
    static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length();) {
            int cp = text.codePointAt(i);
            columns += cp < FIRST_ODD ? 1 : Math.max(0, WCWidth.wcwidth(cp));
            i += Character.charCount(cp);
        }
        return columns;
    }
}
