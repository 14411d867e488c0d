package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import majix.formats.MailMessage;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inverter gives what Lucene's own inversion of the same documents stores.
class InverterTest {
    private static final String[] PIECES = {"a", "the", "Meeting", "e-mail", "x_1", "2025", "ann@writers.example",
            "Ann.Lee+list@mail.example", "café", "CAFE\u0301", "Straße", "ﬁne", "æther", "日本語テキスト", "中", "한국어 글", "ไทย",
            "naïve\u00ad", "\ud840\udc00\ud840\udc01", "\ud800", "--", "...", "(x)", "internationalisation",
            "internationalization", "internat", "interna", "İı", "ǅ", "\t", "<", "@", "a.b.", "é", "zz\u0000zz"};

    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsGivenIsWhatLuceneStores(long seed) throws IOException {
        random = new Random(seed);
        Inverter inverter = new Inverter(seed % 2 == 0 ? 40_000 : 64 << 20, new ThreadNumbers(7));
        for (int segment = 0; segment < 2; segment++) {
            compare(inverter, "seed " + seed + ", segment " + segment);
        }
    }

    private void compare(Inverter inverter, String when) throws IOException {
        int documents = 1 + random.nextInt(100);
        RecordingSink given = new RecordingSink(documents);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int doc = 0; doc < documents; doc++) {
                BytesRef folder = bytes("/mail/" + random.nextInt(3));
                BytesRef key = Keys.file(folder, "file" + random.nextInt(1000));
                if (random.nextInt(10) == 0) {
                    BytesRef state = bytes(text(4));
                    inverter.addState(folder, key, state);
                    writer.addDocument(LuceneDocument.of(folder, key, state));
                } else {
                    MailMessage message = message();
                    Schema.Place place = place(folder, key);
                    Instant fallback = random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt()) : null;
                    inverter.add(message, place, fallback);
                    writer.addDocument(LuceneDocument.of(message, place, fallback));
                }
            }
            assertThat(inverter.documents()).isEqualTo(documents);
            inverter.flush(given);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                assertThat(reader.leaves()).hasSize(1);
                Map<String, int[]> ends = new TreeMap<>();
                Map<String, String> stored = facts(reader.leaves().getFirst().reader(), ends);
                threads(given.facts, when);
                assertThat(given.facts).as(when).isEqualTo(stored);
                assertThat(given.ends.keySet()).as(when).isEqualTo(ends.keySet());
                ends.forEach((field, each) -> assertThat(given.ends.get(field)).as(when).isEqualTo(each));
            }
        }
    }

    /// Takes out the thread numbers: documents that share an id have the same.
    private static void threads(Map<String, String> facts, String when) {
        Map<String, String> numbers = new TreeMap<>();
        String column = "column " + Schema.THREAD + " ";
        facts.forEach((fact, value) -> {
            if (fact.startsWith(column)) {
                numbers.put(fact.substring(column.length()), value);
            }
        });
        facts.keySet().removeIf(fact -> fact.startsWith(column));
        facts.forEach((fact, value) -> {
            if (fact.startsWith(Schema.REF + " ")) {
                assertThat(value.replace("[]", "").split(" ", -1)).as(when + ", " + fact)
                        .extracting(numbers::get).doesNotContainNull().containsOnly(
                                numbers.get(value.substring(0, value.indexOf('['))));
            }
        });
    }

    private MailMessage message() {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ids.add("Id" + random.nextInt(50) + "@X".repeat(random.nextInt(100) == 0 ? 5000 : 1));
        }
        return new MailMessage(texts(), texts(), texts(), texts(), "", texts(), texts(), ids,
                List.of("id" + random.nextInt(50) + "@x", "ID" + random.nextInt(50) + "@x"),
                random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt()) : null, Set.of(), List.of(), false);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text(random.nextInt(200) == 0 ? 3000 : 20));
        }
        return texts;
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                text.append('w').append(random.nextInt(1 << random.nextInt(1, 17)));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (random.nextInt(500) == 0) {
                text.append("long".repeat(random.nextInt(2000)));
            }
            text.append(random.nextInt(5) == 0 ? "" : random.nextInt(9) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private Schema.Place place(BytesRef folder, BytesRef key) {
        boolean slice = random.nextBoolean();
        return new Schema.Place(folder, key, bytes(slice ? "" : text(3)), random.nextInt(5000),
                slice ? random.nextLong(1L << 40) : -1, random.nextLong(1L << 40), random.nextLong(),
                random.nextInt(99), random.nextInt(3) == 0 ? 0 : random.nextLong(1L << 40),
                random.nextInt(64), random.nextInt(20) == 0);
    }

    private static BytesRef bytes(String text) {
        return new BytesRef(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> facts(LeafReader leaf, Map<String, int[]> ends) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        for (FieldInfo field : leaf.getFieldInfos()) {
            if (leaf.terms(field.name) != null) {
                terms(leaf, field, facts, ends);
            }
            for (int doc = 0; doc < leaf.maxDoc(); doc++) {
                String value = value(leaf, field, doc);
                if (value != null) {
                    facts.put("column " + field.name + " " + doc, value);
                }
            }
        }
        return facts;
    }

    private static void terms(LeafReader leaf, FieldInfo field, Map<String, String> facts, Map<String, int[]> ends)
            throws IOException {
        TermsEnum each = leaf.terms(field.name).iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            List<String> postings = new ArrayList<>();
            PostingsEnum documents = each.postings(null, PostingsEnum.POSITIONS);
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                List<Integer> positions = new ArrayList<>();
                for (int i = documents.freq(); i > 0; i--) {
                    int position = documents.nextPosition();
                    if (position >= 0 && (positions.isEmpty() || positions.getLast() != position)) {
                        positions.add(position);
                        int[] fieldEnds = ends.computeIfAbsent(field.name, _ -> new int[leaf.maxDoc()]);
                        fieldEnds[doc] = Math.max(fieldEnds[doc], position + 1);
                    }
                }
                postings.add(doc + positions.toString());
            }
            facts.put(field.name + " " + term, String.join(" ", postings));
        }
    }

    private static String value(LeafReader leaf, FieldInfo field, int doc) throws IOException {
        return switch (field.getDocValuesType()) {
            case NUMERIC -> {
                NumericDocValues values = leaf.getNumericDocValues(field.name);
                yield values.advanceExact(doc) ? String.valueOf(values.longValue()) : null;
            }
            case BINARY -> {
                BinaryDocValues values = leaf.getBinaryDocValues(field.name);
                yield values.advanceExact(doc) ? values.binaryValue().toString() : null;
            }
            case SORTED -> {
                SortedDocValues values = leaf.getSortedDocValues(field.name);
                yield values.advanceExact(doc) ? values.lookupOrd(values.ordValue()).toString() : null;
            }
            case NONE, SORTED_NUMERIC, SORTED_SET -> null;
        };
    }
}
