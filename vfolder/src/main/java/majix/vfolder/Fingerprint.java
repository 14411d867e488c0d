package majix.vfolder;

import java.io.OutputStream;
import java.util.Set;

/// What tells a message in a result mbox from the others there: a number for a few lines of its header, which mail programs
/// leave as they are when they write flags into the file. The message is written to it.
final class Fingerprint extends OutputStream {
    private static final Set<String> FIELDS = Set.of("x-source-folder", "message-id", "date", "from", "subject");
    private static final int LONGEST = 16;

    private final StringBuilder name = new StringBuilder();
    private long sum = 1;
    private long line = 1;
    private int length;
    private boolean named;
    private boolean isOver;

    @Override
    public void write(int b) {
        if (isOver || b == '\r') {
            return;
        }
        if (b == '\n') {
            isOver = length == 0;
            endLine();
            return;
        }
        length++;
        line = (line ^ b & 0xff) * 0x100000001b3L;
        if (b == ':') {
            named = true;
        } else if (!named && length <= LONGEST) {
            name.append(Character.toLowerCase((char) (b & 0xff)));
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count && !isOver; i++) {
            write(bytes[i]);
        }
    }

    private void endLine() {
        if (named && FIELDS.contains(name.toString())) {
            sum = sum * 31 + line;
        }
        name.setLength(0);
        named = false;
        line = 1;
        length = 0;
    }

    /// Sixteen hexadecimal digits, of what was written so far; nothing more can be.
    String text() {
        endLine();
        isOver = true;
        return SourceId.hex(sum);
    }
}
