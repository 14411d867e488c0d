package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import majix.query.lucene.Lacking;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Bits;

/// The documents of a segment that are not deleted: one bit each, lowest first.
final class LiveDocs implements Bits, Lacking {
    private final byte[] bits;
    private final int maxDoc;

    private LiveDocs(byte[] bits, int maxDoc) {
        this.bits = bits;
        this.maxDoc = maxDoc;
    }

    /// @throws org.apache.lucene.index.CorruptIndexException if the file is not whole or is another one
    static LiveDocs read(Bytes file, byte[] mark, int maxDoc) throws IOException {
        byte[] bits = SegmentFile.contents(file, mark);
        if (bits.length != (maxDoc + 7) / 8) {
            throw SegmentFile.damage(file, "wrong number of documents");
        }
        return new LiveDocs(bits, maxDoc);
    }

    static void write(Bits live, IndexOutput out, byte[] segmentId) throws IOException {
        byte[] bits = new byte[(live.length() + 7) / 8];
        for (int doc = 0; doc < live.length(); doc++) {
            if (live.get(doc)) {
                bits[doc >>> 3] |= (byte) (1 << (doc & 7));
            }
        }
        BitOutput contents = new BitOutput();
        contents.bytes(bits, 0, bits.length);
        SegmentFile.finish(out, contents, segmentId);
    }

    @Override
    public boolean get(int doc) {
        return (bits[doc >>> 3] >>> (doc & 7) & 1) != 0;
    }

    @Override
    public int[] lacking() {
        int[] deleted = new int[16];
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] == -1) {
                continue;
            }
            for (int doc = i << 3; doc < Math.min(maxDoc, i + 1 << 3); doc++) {
                if (!get(doc)) {
                    if (count == deleted.length) {
                        deleted = Arrays.copyOf(deleted, 2 * count);
                    }
                    deleted[count++] = doc;
                }
            }
        }
        return Arrays.copyOf(deleted, count);
    }

    @Override
    public int length() {
        return maxDoc;
    }
}
