package majix.indexer.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Text as headers and encoded parts have it, one char for each byte.
final class Mime {
    private Mime() {}

    /// A header value. Of what stands before an address only the name is encoded.
    ///
    /// @param way which of several ways to take
    static String header(String text, int way) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (String each : text.split(", ", -1)) {
            int open = each.indexOf(" <");
            String name = open < 0 ? each : each.substring(0, open);
            out.append(out.isEmpty() ? "" : ", ").append(isAscii(name) ? name : word(name, way))
                    .append(open < 0 ? "" : each.substring(open));
        }
        return out.toString();
    }

    private static String word(String text, int way) {
        int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        return switch (Math.floorMod(way, 4)) {
            case 0 -> "=?utf-8?B?" + base64(text) + "?=";
            case 1 -> "=?UTF-8?Q?" + q(text) + "?=";
            case 2 -> "=?utf-8?B?" + base64(text.substring(0, middle)) + "?=\n =?utf-8?q?" + q(text.substring(middle))
                    + "?=";
            default -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        };
    }

    private static String q(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            out.append(plain ? "" + (char) b : b == ' ' ? "_" : String.format("=%02X", b & 0xFF));
        }
        return out.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String quotedPrintable(String body) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
            if (column > 60 && b != '\n') {
                out.append("=\n");
                column = 0;
            }
            boolean plain = b >= ' ' && b < 127 && b != '=' || b == '\n';
            out.append(plain ? "" + (char) b : String.format("=%02X", b & 0xFF));
            column = b == '\n' ? 0 : column + 3;
        }
        return out.toString();
    }

    /// A part that is a file of that name.
    static String attachment(String name, int way) {
        String shown = isAscii(name)
                ? "filename=\"" + name + "\""
                : way % 2 == 0
                        ? "filename*=utf-8''" + q(name).replace('_', ' ').replace(" ", "%20").replace('=', '%')
                        : "filename=\"=?utf-8?B?" + base64(name) + "?=\"";
        return "Content-Type: application/octet-stream\nContent-Disposition: attachment; " + shown
                + "\nContent-Transfer-Encoding: base64\n\nAAECAwQF\n";
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
