package majix.indexer.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexOutput;

/// The end that all files of a segment have: a table of contents with its checksum, a mark that says which file of which
/// segment it is, and Lucene's own footer, which has a checksum of the whole file. Everything needed to read the file is
/// found by one read of its end.
///
///     contents  CRC-32 of the contents (4)  mark (16)  length of the contents (4)  magic (4)  Lucene's footer (16)
final class SegmentFile {
    /// Terms and where their postings are.
    static final String TERMS = "mxt";
    /// Documents and positions of the terms.
    static final String POSTINGS = "mxp";
    /// Columns.
    static final String COLUMNS = "mxc";
    /// Which documents are not deleted.
    static final String LIVE = "mxl";

    private static final int MAGIC = 0x6d616a31;
    private static final int FOOTER_MAGIC = ~CodecUtil.CODEC_MAGIC;
    private static final int FOOTER = 16;
    private static final int TAIL = 4 + 16 + 4 + 4 + FOOTER;
    private static final int FIRST_READ = 2048;
    /// Contents are read into memory whole; the largest say which of two thousand million documents are not deleted.
    private static final int MOST_CONTENTS = 1 << 28;

    private SegmentFile() {}

    /// Ends a file.
    static void finish(IndexOutput out, BitOutput contents, byte[] segmentId) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(contents.bytes(), 0, contents.size());
        BitOutput tail = new BitOutput();
        tail.fixed(sum.getValue(), 4);
        tail.bytes(mark(segmentId, out.getName()), 0, segmentId.length);
        tail.fixed(contents.size(), 4);
        tail.fixed(MAGIC, 4);
        contents.writeTo(out);
        tail.writeTo(out);
        CodecUtil.writeFooter(out);
    }

    /// What a file carries as its mark: the segment's id, changed by what the file is called behind the segment's name. So
    /// neither another file of the segment is taken for it, nor an earlier state of the same file, such as `_0_1.mxl` for
    /// `_0_2.mxl`. The segment's own name may change.
    static byte[] mark(byte[] segmentId, String name) {
        int end = 1;
        while (end < name.length() && name.charAt(end) != '_' && name.charAt(end) != '.') {
            end++;
        }
        CRC32 sum = new CRC32();
        for (; end < name.length(); end++) {
            sum.update(name.charAt(end));
        }
        byte[] mark = segmentId.clone();
        int value = (int) sum.getValue();
        for (int i = 0; i < 4; i++) {
            mark[i] ^= (byte) (value >>> 8 * i);
        }
        return mark;
    }

    /// Reads the table of contents.
    ///
    /// @param mark see [#mark]
    /// @throws CorruptIndexException if the file is not whole or is another one
    static byte[] contents(Bytes file, byte[] mark) throws IOException {
        long length = file.length();
        int count = (int) Math.min(length, FIRST_READ);
        if (count < TAIL) {
            throw damage(file, "too short");
        }
        byte[] end = new byte[count];
        file.read(length - count, end, 0, count);
        int tail = count - TAIL;
        if (number(end, count - FOOTER) != FOOTER_MAGIC || number(end, tail + 24) != MAGIC) {
            throw damage(file, "no end");
        }
        if (!Arrays.equals(end, tail + 4, tail + 20, mark, 0, 16)) {
            throw damage(file, "another file in its place");
        }
        int size = number(end, tail + 20);
        if (size < 0 || size > length - TAIL || size > MOST_CONTENTS) {
            throw damage(file, "no contents");
        }
        byte[] contents = new byte[size];
        if (size <= tail) {
            System.arraycopy(end, tail - size, contents, 0, size);
        } else {
            file.read(length - TAIL - size, contents, 0, size);
        }
        CRC32 sum = new CRC32();
        sum.update(contents, 0, size);
        if ((int) sum.getValue() != number(end, tail)) {
            throw damage(file, "wrong checksum of contents");
        }
        return contents;
    }

    /// Compares the whole file with the checksum in its footer.
    static void check(Bytes file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        CRC32 sum = new CRC32();
        long end = file.length() - 8;
        for (long at = 0; at < end;) {
            int some = (int) Math.min(buffer.length, end - at);
            file.read(at, buffer, 0, some);
            sum.update(buffer, 0, some);
            at += some;
        }
        byte[] stored = new byte[8];
        if (end > 0) {
            file.read(end, stored, 0, 8);
        }
        if (end <= 0 || number(stored, 0) != 0 || number(stored, 4) != (int) sum.getValue()) {
            throw damage(file, "wrong checksum");
        }
    }

    /// Looks whether a file that Lucene wrote is the one of this name, which ends in `.si` or `.fnm`: its header has the kind,
    /// the segment's id and the generation.
    static void checkHeader(Bytes file, byte[] segmentId, String name) throws IOException {
        Cursor in = new Cursor(file);
        in.skip(4);
        String codec = new String(in.string(), StandardCharsets.UTF_8);
        boolean isKind = codec.endsWith(name.endsWith(".si") ? "SegmentInfo" : "FieldInfos");
        in.skip(4);
        byte[] id = new byte[16];
        in.bytes(id, 0, id.length);
        byte[] generation = new byte[in.next() & 0xFF];
        in.bytes(generation, 0, generation.length);
        int from = name.indexOf('_', 1);
        String wanted = from < 0 ? "" : name.substring(from + 1, name.indexOf('.'));
        if (!isKind || !Arrays.equals(id, segmentId)
                || !wanted.equals(new String(generation, StandardCharsets.UTF_8))) {
            throw damage(file, "another file in its place");
        }
    }

    static CorruptIndexException damage(Object file, String what) {
        return new CorruptIndexException(what, file.toString());
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }
}
