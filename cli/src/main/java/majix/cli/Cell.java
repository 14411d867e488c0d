package majix.cli;

/// Text cut and padded to columns of a terminal: marks that stand on a letter take none, Chinese, Japanese and Korean
/// characters two.
final class Cell {
    private Cell() {}

    /// Fits a text.
    ///
    /// @param width how many columns it takes at least
    /// @param most how many at most
    /// @param left whether it stands at the left
    static String fit(String text, int width, int most, boolean left) {
        int end = 0;
        int columns = 0;
        while (end < text.length()) {
            int cp = text.codePointAt(end);
            if (columns + columns(cp) > most) {
                break;
            }
            columns += columns(cp);
            end += Character.charCount(cp);
        }
        String shown = text.substring(0, end);
        String pad = " ".repeat(Math.max(0, width - columns));
        return left ? shown + pad : pad + shown;
    }

    private static int columns(int cp) {
        if (cp < 0x300) {
            return 1;
        }
        int type = Character.getType(cp);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = cp >= 0x1100 && cp <= 0x115F || cp >= 0x2E80 && cp <= 0xA4CF || cp >= 0xAC00 && cp <= 0xD7A3
                || cp >= 0xF900 && cp <= 0xFAFF || cp >= 0xFE30 && cp <= 0xFE6F || cp >= 0xFF00 && cp <= 0xFF60
                || cp >= 0xFFE0 && cp <= 0xFFE6 || cp >= 0x1F300 && cp <= 0x1FAFF || cp >= 0x20000 && cp <= 0x3FFFF;
        return wide ? 2 : 1;
    }
}
