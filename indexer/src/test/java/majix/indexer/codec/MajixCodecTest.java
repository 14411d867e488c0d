package majix.indexer.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two roads must agree: what Lucene reads back through this codec and through its own.
class MajixCodecTest {
    private static final FieldType TOKENS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WHOLE = type(IndexOptions.DOCS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void readsBackWhatLucenesOwnCodecReadsBack(long seed) throws IOException {
        try (Directory ours = new ByteBuffersDirectory(); Directory theirs = new ByteBuffersDirectory()) {
            fill(ours, new MajixCodec(), new Random(seed));
            fill(theirs, Codec.forName("Lucene104"), new Random(seed));
            try (DirectoryReader mine = DirectoryReader.open(ours);
                    DirectoryReader other = DirectoryReader.open(theirs)) {
                assertThat(mine.leaves()).hasSameSizeAs(other.leaves());
                for (int i = 0; i < mine.leaves().size(); i++) {
                    same(mine.leaves().get(i).reader(), other.leaves().get(i).reader(), new Random(seed));
                }
            }
        }
    }

    @Test
    void passesLucenesOwnCheck() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            fill(directory, new MajixCodec(), new Random(7));
            try (CheckIndex check = new CheckIndex(directory)) {
                assertThat(check.checkIndex().clean).isTrue();
            }
        }
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(options != IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static void fill(Directory directory, Codec codec, Random random) throws IOException {
        LogDocMergePolicy merges = new LogDocMergePolicy();
        merges.setMergeFactor(random.nextInt(3) + 2);
        merges.setNoCFSRatio(0);
        IndexWriterConfig config = new IndexWriterConfig().setCodec(codec).setUseCompoundFile(false)
                .setMergePolicy(merges).setMergeScheduler(new SerialMergeScheduler())
                .setMaxBufferedDocs(random.nextInt(300) + 2).setRAMBufferSizeMB(IndexWriterConfig.DISABLE_AUTO_FLUSH);
        int documents = 40 + random.nextInt(1500);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < documents; i++) {
                writer.addDocument(document(i, random));
                int deed = random.nextInt(60);
                Term old = new Term("key", key(random.nextInt(i + 1)));
                if (deed == 0) {
                    writer.deleteDocuments(old);
                } else if (deed == 1) {
                    writer.updateDocValues(old, new NumericDocValuesField("some", random.nextLong()),
                            new BinaryDocValuesField("name", bytes("renamed " + i)));
                } else if (deed == 2 && random.nextInt(4) == 0) {
                    writer.commit();
                }
            }
        }
    }

    private static String key(int i) {
        return "/some/folder\0" + Integer.toHexString(i * 7919);
    }

    private static Document document(int i, Random random) {
        Document document = new Document();
        int words = random.nextInt(20) == 0 ? 3000 : random.nextInt(120);
        if (words > 0) {
            document.add(new Field("b", new Words(random.nextLong(), words), TOKENS));
        }
        if (random.nextBoolean()) {
            document.add(new Field("s", new Words(random.nextLong(), 1 + random.nextInt(5)), TOKENS));
        }
        document.add(new Field("key", bytes(key(i)), WHOLE));
        document.add(new NumericDocValuesField("date", 1_700_000_000_000L + random.nextInt() * 1000L));
        document.add(new NumericDocValuesField("same", 5));
        document.add(new NumericDocValuesField("wild", random.nextLong()));
        document.add(new SortedDocValuesField("folder", bytes("folder " + random.nextInt(4))));
        document.add(new BinaryDocValuesField("name", bytes(random.nextInt(9) == 0 ? "" : "cur/name " + i * 31)));
        if (random.nextBoolean()) {
            document.add(new NumericDocValuesField("some", random.nextInt(70000) - 20000));
        }
        if (random.nextInt(50) == 0) {
            document.add(new NumericDocValuesField("rare", i));
            document.add(new BinaryDocValuesField("state", bytes("state " + i)));
        }
        return document;
    }

    private static BytesRef bytes(String text) {
        return new BytesRef(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void same(LeafReader mine, LeafReader other, Random random) throws IOException {
        assertThat(mine.maxDoc()).isEqualTo(other.maxDoc());
        assertThat(mine.numDocs()).isEqualTo(other.numDocs());
        for (int doc = 0; doc < mine.maxDoc(); doc++) {
            assertThat(mine.getLiveDocs() == null || mine.getLiveDocs().get(doc))
                    .isEqualTo(other.getLiveDocs() == null || other.getLiveDocs().get(doc));
        }
        for (String field : List.of("b", "s", "key")) {
            assertThat(terms(mine, field)).isEqualTo(terms(other, field));
            lookUps(mine, other, field, random);
        }
        for (String column : List.of("date", "same", "wild", "some", "rare")) {
            assertThat(numbers(mine, column)).isEqualTo(numbers(other, column));
        }
        assertThat(strings(mine, "name")).isEqualTo(strings(other, "name"));
        assertThat(strings(mine, "state")).isEqualTo(strings(other, "state"));
        assertThat(sorted(mine)).isEqualTo(sorted(other));
    }

    private static List<String> terms(LeafReader reader, String field) throws IOException {
        List<String> all = new ArrayList<>();
        Terms terms = reader.terms(field);
        if (terms == null) {
            return all;
        }
        all.add(terms.getDocCount() + " " + terms.getSumDocFreq() + " " + terms.getSumTotalTermFreq());
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            StringBuilder line = new StringBuilder(term.toString()).append(' ').append(each.docFreq()).append(' ')
                    .append(each.totalTermFreq());
            PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                line.append(' ').append(doc).append(':');
                for (int i = 0; i < postings.freq(); i++) {
                    line.append(postings.nextPosition()).append(',');
                }
            }
            all.add(line.toString());
        }
        return all;
    }

    /// Terms that are there and others, documents passed over, positions of some documents only.
    private static void lookUps(LeafReader mine, LeafReader other, String field, Random random) throws IOException {
        if (other.terms(field) == null) {
            return;
        }
        for (int i = 0; i < 200; i++) {
            BytesRef sought = field.equals("key") ? bytes(key(random.nextInt(2000))) : Words.word(random);
            if (random.nextInt(4) == 0) {
                sought = new BytesRef(sought.bytes, sought.offset, random.nextInt(sought.length + 1));
            }
            TermsEnum one = mine.terms(field).iterator();
            TermsEnum two = other.terms(field).iterator();
            TermsEnum.SeekStatus status = one.seekCeil(sought);
            assertThat(status).isEqualTo(two.seekCeil(sought));
            if (status != TermsEnum.SeekStatus.END) {
                assertThat(one.term()).isEqualTo(two.term());
                postings(one.postings(null, PostingsEnum.POSITIONS), two.postings(null, PostingsEnum.POSITIONS),
                        random, !field.equals("key"));
                assertThat(one.next()).isEqualTo(two.next());
            }
        }
    }

    private static void postings(PostingsEnum one, PostingsEnum two, Random random, boolean positions)
            throws IOException {
        int stride = 1 + random.nextInt(300);
        int first = random.nextInt(stride);
        int doc = one.advance(first);
        assertThat(doc).isEqualTo(two.advance(first));
        while (doc != PostingsEnum.NO_MORE_DOCS) {
            if (positions && random.nextBoolean()) {
                assertThat(one.freq()).isEqualTo(two.freq());
                int read = 1 + random.nextInt(one.freq());
                for (int i = 0; i < read; i++) {
                    assertThat(one.nextPosition()).isEqualTo(two.nextPosition());
                }
            }
            int target = doc + 1 + random.nextInt(stride);
            boolean next = random.nextInt(3) == 0;
            doc = next ? one.nextDoc() : one.advance(target);
            assertThat(doc).isEqualTo(next ? two.nextDoc() : two.advance(target));
        }
    }

    private static Map<Integer, Long> numbers(LeafReader reader, String column) throws IOException {
        Map<Integer, Long> all = new TreeMap<>();
        NumericDocValues values = reader.getNumericDocValues(column);
        while (values != null && values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            all.put(values.docID(), values.longValue());
        }
        NumericDocValues exact = reader.getNumericDocValues(column);
        for (int doc = 0; exact != null && doc < reader.maxDoc(); doc++) {
            assertThat(exact.advanceExact(doc)).isEqualTo(all.containsKey(doc));
            assertThat(!all.containsKey(doc) || exact.longValue() == all.get(doc)).isTrue();
        }
        return all;
    }

    private static Map<Integer, String> strings(LeafReader reader, String column) throws IOException {
        Map<Integer, String> all = new TreeMap<>();
        BinaryDocValues values = reader.getBinaryDocValues(column);
        while (values != null && values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            all.put(values.docID(), values.binaryValue().utf8ToString());
        }
        BinaryDocValues back = reader.getBinaryDocValues(column);
        for (int doc : values == null ? List.<Integer>of() : all.keySet()) {
            if (doc % 3 == 0) {
                assertThat(back.advanceExact(doc)).isTrue();
                assertThat(back.binaryValue().utf8ToString()).isEqualTo(all.get(doc));
            }
        }
        return all;
    }

    private static List<String> sorted(LeafReader reader) throws IOException {
        List<String> all = new ArrayList<>();
        SortedDocValues values = reader.getSortedDocValues("folder");
        for (int doc = 0; values != null && doc < reader.maxDoc(); doc++) {
            all.add(values.advanceExact(doc) ? values.lookupOrd(values.ordValue()).utf8ToString() : "");
        }
        return all;
    }

    /// Tokens as mail has them: few frequent, many rare ones, some of them long, now and then a large step.
    private static final class Words extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Random random;
        private int left;

        Words(long seed, int count) {
            random = new Random(seed);
            left = count;
        }

        static BytesRef word(Random random) {
            double x = random.nextDouble();
            int number = (int) (1 / (x * x + 1e-7));
            char[] more = new char[number % 97 == 0 ? 1 + number % 300 : 0];
            Arrays.fill(more, number % 2 == 0 ? 'x' : '\u00e9');
            return bytes("w" + Integer.toString(number, 36) + new String(more));
        }

        @Override
        public boolean incrementToken() {
            if (left-- == 0) {
                return false;
            }
            clearAttributes();
            term.append(word(random).utf8ToString());
            step.setPositionIncrement(random.nextInt(100) == 0 ? 1001 : 1);
            return true;
        }
    }
}
