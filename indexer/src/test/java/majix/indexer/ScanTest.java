package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.indexer.codec.MajixCodec;
import majix.query.QueryParser;
import majix.query.lucene.LuceneRenderer;
import majix.query.lucene.MessageQuery;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A scan that reads only the pages where a pattern can be finds what a walk over all terms finds.
class ScanTest {
    private static final String[] SYLLABLES = {"con", "fi", "gu", "ra", "tion", "er", "pro", "cess", "or", "ing", "un",
            "le", "mai", "ker", "nel", "ppl", "ic", "at", "x", "é", "ß", "при", "вет", "я"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatAWalkFinds(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> words = words(random, 9000);
        try (Directory pages = new ByteBuffersDirectory(); Directory plain = new ByteBuffersDirectory()) {
            fill(pages, new MajixCodec(), words);
            fill(plain, Codec.forName("Lucene104"), words);
            try (DirectoryReader ours = DirectoryReader.open(pages);
                    DirectoryReader other = DirectoryReader.open(plain)) {
                int hits = 0;
                for (int i = 0; i < 300; i++) {
                    String query = query(words.get(random.nextInt(words.size())), random);
                    List<Integer> found = find(query, ours.leaves().getFirst().reader());
                    assertThat(found).as("%s, seed %d", query, seed)
                            .isEqualTo(find(query, other.leaves().getFirst().reader()));
                    hits += found.isEmpty() ? 0 : 1;
                }
                assertThat(hits).isGreaterThan(150);
            }
        }
    }

    /// A part of a word, changed in places or not, for which an error or two are allowed or none.
    private static String query(String word, Random random) {
        int from = random.nextInt(word.length());
        StringBuilder part = new StringBuilder(word.substring(from, from + 1 + random.nextInt(word.length() - from)));
        int errors = random.nextInt(3);
        for (int i = random.nextInt(errors + 1); i > 0; i--) {
            part.setCharAt(random.nextInt(part.length()), 'q');
        }
        String anchor = from == 0 && random.nextBoolean() ? "^" : "";
        return "b:" + anchor + part + (errors == 0 ? "=" : "=" + errors);
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            int kind = random.nextInt(20);
            if (kind < 3) {
                word.append(Integer.toString(random.nextInt(1 << 30), kind == 0 ? 10 : 36));
            } else {
                // some of them no words but text that somebody encoded
                for (int left = kind == 3 && i % 7 == 0 ? 150 : 1 + random.nextInt(6); left > 0; left--) {
                    word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
                    if (kind == 3) {
                        word.append((char) ('a' + random.nextInt(26)));
                    }
                }
            }
            words.add(word.toString());
        }
        return words;
    }

    private static void fill(Directory directory, Codec codec, List<String> words) throws Exception {
        FieldType tokens = new FieldType();
        tokens.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        tokens.setOmitNorms(true);
        IndexWriterConfig config = new IndexWriterConfig().setCodec(codec).setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int from = 0; from < words.size(); from += 20) {
                Document document = new Document();
                document.add(new NumericDocValuesField("date", from));
                document.add(new Field("b", new Tokens(words.subList(from, from + 20)), tokens));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static List<Integer> find(String query, LeafReader reader) throws Exception {
        MessageQuery rendered = LuceneRenderer.render(
                QueryParser.parse(List.of(query), LocalDateTime.of(2025, 1, 1, 0, 0), ZoneOffset.UTC),
                new QueryWords());
        List<Integer> found = new ArrayList<>();
        rendered.messages(reader).forEach(found::add);
        return found;
    }

    /// Words as they are.
    private static final class Tokens extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> words;
        private int next;

        Tokens(List<String> words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            if (next == words.size()) {
                return false;
            }
            clearAttributes();
            term.append(words.get(next++));
            return true;
        }
    }
}
