package majix.cli;

import java.nio.charset.StandardCharsets;
import majix.formats.MessagePart;
import majix.vfolder.VisibleText;

/// File names for what strangers send: one component, no control characters, not hidden, not too long for a file system.
final class SafeName {
    private static final int LONGEST_BYTES = 200;
    private static final int LONGEST_ENDING = 20;

    private SafeName() {}

    /// A name for a part; never empty.
    static String of(MessagePart part) {
        String name = part.name();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder(name.length());
        name.codePoints().forEach(c -> safe.appendCodePoint(isSafe(c) ? c : '_'));
        int start = 0;
        while (start < safe.length() && (safe.charAt(start) == '.' || safe.charAt(start) == '-'
                || Character.isWhitespace(safe.charAt(start)))) {
            start++;
        }
        String bare = safe.substring(start).strip();
        return bare.isEmpty() ? "part-" + part.number() + ending(part) : cut(bare);
    }

    /// The name with a number before its ending, for a name that is taken.
    static String numbered(String name, int number) {
        int dot = dot(name);
        return name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    private static boolean isSafe(int c) {
        String text = Character.toString(c);
        return c != '/' && Character.getType(c) != Character.FORMAT && VisibleText.of(text).equals(text);
    }

    /// Where the ending begins; the length if there is none.
    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_ENDING ? dot : name.length();
    }

    private static String cut(String name) {
        String ending = name.substring(dot(name));
        int most = Math.min(dot(name), LONGEST_BYTES);
        String stem = name.substring(0, most > 0 && Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most);
        while (bytes(stem) + bytes(ending) > LONGEST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String ending(MessagePart part) {
        return switch (part.kind()) {
            case TEXT -> ".txt";
            case HTML -> ".html";
            case MESSAGE -> ".eml";
            case DATA -> ".bin";
        };
    }
}
