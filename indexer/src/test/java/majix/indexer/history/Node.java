package majix.indexer.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// What a file of an archive holds.
sealed interface Node {
    /// The bytes as they lie on the disk.
    byte[] stored();

    /// One message.
    record Single(Letter letter, boolean gzip) implements Node {
        @Override
        public byte[] stored() {
            return zipped(LetterBytes.of(letter), gzip);
        }
    }

    /// Many messages.
    ///
    /// @param cut bytes that are missing at its end
    record Box(List<Letter> letters, boolean gzip, int cut) implements Node {
        public Box {
            letters = List.copyOf(letters);
        }

        /// A letter with its separator line and the empty line behind it.
        static byte[] block(Letter letter) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(LetterBytes.separator(letter));
            out.writeBytes(quoted(letter));
            out.write('\n');
            return out.toByteArray();
        }

        @Override
        public byte[] stored() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            letters.forEach(letter -> out.writeBytes(block(letter)));
            byte[] all = out.toByteArray();
            return zipped(Arrays.copyOf(all, Math.max(0, all.length - cut)), gzip);
        }

        /// Whether it is a matter of opinion where its messages begin and end.
        boolean odd() {
            return cut > 0 || letters.stream().anyMatch(each -> each.has(Part.CONTENT_LENGTH) || each.has(Part.ENDS));
        }

        /// Some programs quote every line that begins so, others only what could be a separator.
        private static byte[] quoted(Letter letter) {
            byte[] bytes = LetterBytes.of(letter);
            if (letter.number() % 2 == 0) {
                return bytes;
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\nFrom ", "\n>From ");
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /// No mail.
    record Other(String text) implements Node {
        @Override
        public byte[] stored() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] zipped(byte[] bytes, boolean gzip) {
        if (!gzip) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
