package majix.indexer.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.util.BytesRef;

/// A commit as Lucene writes it (`segments_N`): the segments, and what was told about the commit as a whole. Read by hand,
/// because Lucene's own reading instantiates every codec and asks for files that a search has no need of. Leans on
/// `SegmentInfos`, format 11, which Lucene 10.6 writes; a test reads what Lucene wrote.
///
/// @param name the file's name
/// @param segments the segments, in the order of their documents
/// @param data the commit's user data
record CommitFile(String name, List<Segment> segments, Map<String, String> data) {
    private static final int FORMAT = 11;

    /// One segment.
    ///
    /// @param name prefix of its files
    /// @param id what its files carry as their mark
    /// @param deletions generation of its deletions, -1 for none
    /// @param updates files of columns written later, each with its generation
    /// @param others further files that belong to it
    record Segment(String name, BytesRef id, long deletions, List<String> updates, List<String> others) {

        String file(String extension) {
            return name + "." + extension;
        }

        /// The mark that a file of the segment has to carry.
        byte[] mark(String file) {
            return SegmentFile.mark(id.bytes, file);
        }

        /// The file of the deletions; only if there are any.
        String liveFile() {
            return name + "_" + Long.toString(deletions, Character.MAX_RADIX) + "." + SegmentFile.LIVE;
        }

        /// All files of the segment.
        List<String> files() {
            List<String> files = new ArrayList<>(8);
            files.add(file("si"));
            files.add(file("fnm"));
            files.add(file(SegmentFile.TERMS));
            files.add(file(SegmentFile.POSTINGS));
            files.add(file(SegmentFile.COLUMNS));
            if (deletions >= 0) {
                files.add(liveFile());
            }
            files.addAll(updates);
            files.addAll(others);
            return files;
        }
    }

    /// Reads a commit.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if the file is not whole
    /// @throws IndexFormatTooNewException if another codec or another version of Lucene wrote it
    static CommitFile read(Bytes file, String name) throws IOException {
        byte[] bytes = new byte[(int) Math.min(file.length(), 1 << 28)];
        file.read(0, bytes, 0, bytes.length);
        if (bytes.length < 40) {
            throw SegmentFile.damage(file, "too short");
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, bytes.length - 8);
        Cursor in = new Cursor(new ArrayBytes(bytes));
        in.seek(bytes.length - 16L);
        if ((int) in.fixed(4) != ~CodecUtil.CODEC_MAGIC || in.fixed(4) != 0 || in.fixed(8) != sum.getValue()) {
            throw SegmentFile.damage(file, "wrong checksum");
        }
        in.seek(0);
        if ((int) in.fixed(4) != CodecUtil.CODEC_MAGIC || !text(in).equals("segments")) {
            throw SegmentFile.damage(file, "no commit");
        }
        int format = (int) in.fixed(4);
        if (format != FORMAT) {
            throw new IndexFormatTooNewException(file.toString(), format, FORMAT, FORMAT);
        }
        return parse(in, name, file);
    }

    private static CommitFile parse(Cursor in, String name, Bytes file) throws IOException {
        in.skip(16);
        byte[] generation = new byte[in.next() & 0xFF];
        in.bytes(generation, 0, generation.length);
        if (!name.endsWith("_" + new String(generation, StandardCharsets.UTF_8))) {
            throw SegmentFile.damage(file, "another commit in its place");
        }
        for (int i = 0; i < 4; i++) {
            in.vint();
        }
        in.skip(8);
        in.vlong();
        int count = (int) in.fixed(4);
        for (int i = 0; i < 3 && count > 0; i++) {
            in.vint();
        }
        List<Segment> segments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            segments.add(segment(in, file));
        }
        Map<String, String> data = new LinkedHashMap<>();
        for (int left = in.vint(); left > 0; left--) {
            data.put(text(in), text(in));
        }
        return new CommitFile(name, segments, data);
    }

    private static Segment segment(Cursor in, Bytes file) throws IOException {
        String name = text(in);
        byte[] id = new byte[16];
        in.bytes(id, 0, 16);
        if (!text(in).equals(MajixCodec.NAME)) {
            throw new IndexFormatTooNewException(file.toString(), 0, 0, 0);
        }
        long deletions = in.fixed(8);
        in.skip(4 + 8 + 8 + 4);
        if (in.next() != 0) {
            in.skip(16);
        }
        List<String> others = texts(in);
        List<String> updates = new ArrayList<>();
        for (int left = (int) in.fixed(4); left > 0; left--) {
            in.skip(4);
            updates.addAll(texts(in));
        }
        if (in.fixed(4) != 0) {
            throw SegmentFile.damage(file, "updates in pieces");
        }
        return new Segment(name, new BytesRef(id), deletions, updates, others);
    }

    private static List<String> texts(Cursor in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.vint(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(Cursor in) throws IOException {
        return new String(in.string(), StandardCharsets.UTF_8);
    }
}
