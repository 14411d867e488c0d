package majix.vfolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks through an mbox that may be a result: where its messages begin, and whose they are.
final class MboxHeads {
    private static final int HEAD = 100;

    private final byte[] head = new byte[HEAD];
    private final boolean quoted;
    private final List<String> prints = new ArrayList<>();
    private Fingerprint print = new Fingerprint();
    private int length;
    private boolean isEmptyBefore = true;
    private boolean isFirst = true;
    private boolean wantsSource;
    private boolean isForeign;

    private MboxHeads(boolean quoted) {
        this.quoted = quoted;
    }

    /// Reads a file, to its end if it is a result.
    ///
    /// @param quoted whether majix wrote it, so that lines in messages cannot look like separators: then any such line
    ///     is one, whatever a mail program wrote into it or before it
    static MboxHeads read(Path file, boolean quoted) throws IOException {
        MboxHeads heads = new MboxHeads(quoted);
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read >= 0 && !heads.isForeign; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    heads.add(bytes[i]);
                }
            }
        }
        if (!heads.isFirst) {
            heads.prints.add(heads.print.text());
        }
        return heads;
    }

    /// Whether it holds nothing but messages that mairix or majix put there: each begins with their separator and the
    /// line with its source.
    boolean isResult() {
        return !isForeign && (!wantsSource || isCut());
    }

    /// The [Fingerprint]s of its messages, in their order.
    List<String> prints() {
        return prints;
    }

    private void add(byte b) {
        print.write(b);
        if (b != '\n') {
            if (length < HEAD) {
                head[length] = b;
            }
            length++;
            return;
        }
        String line = new String(head, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        if (wantsSource) {
            isForeign |= !line.startsWith(Copies.HEADER);
            wantsSource = false;
        } else if (isFirst || line.startsWith("From ") && (quoted || isEmptyBefore && hasTime(line))) {
            separate(line);
        }
        isFirst = false;
        isEmptyBefore = length == 0 || line.equals("\r");
        length = 0;
    }

    private void separate(String line) {
        if (!isFirst) {
            prints.add(print.text());
        }
        print = new Fingerprint();
        wantsSource = true;
        isForeign |= !line.startsWith("From mairix@mairix ");
    }

    /// Whether the file ends within the line with a source: a failure of the power took the rest.
    private boolean isCut() {
        return Copies.HEADER.startsWith(new String(head, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1));
    }

    /// Mail programs write a time of day into each separator; a sentence hardly has one.
    private static boolean hasTime(String line) {
        for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
            if (colon + 1 < line.length() && isDigit(line.charAt(colon - 1)) && isDigit(line.charAt(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
