package majix.query.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import majix.query.Expr;
import majix.query.Field;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Messages in an in-memory index of several segments, among documents that are no messages, some deleted.
final class Archive implements AutoCloseable {
    private static final String NUMBER = "number";
    private static final FieldType TOKENS = tokens();
    private static final FieldType WHOLE = whole();

    private final SimpleWords words = new SimpleWords();
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    Archive(List<Mail> mails, Collection<Integer> deleted, int segment) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory,
                new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < mails.size(); i++) {
                writer.addDocument(document(mails.get(i), true));
                writer.addDocument(document(mails.get(i), false));
                if (i % segment == segment - 1) {
                    writer.flush();
                }
            }
            writer.commit();
            for (int number : deleted) {
                writer.deleteDocuments(new Term(NUMBER, "" + number));
            }
        }
        reader = DirectoryReader.open(directory);
    }

    /// The numbers of the messages found.
    Set<Integer> find(Expr expr) throws IOException {
        MessageQuery query = LuceneRenderer.render(expr, words);
        Set<Integer> found = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues column = leaf.reader().getNumericDocValues(NUMBER);
            List<Integer> docs = new ArrayList<>();
            query.messages(leaf.reader()).forEach(docs::add);
            for (int doc : docs) {
                assertThat(column.advanceExact(doc)).isTrue();
                found.add((int) column.longValue());
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    /// A message, or a ledger document that says the same but has no date.
    private Document document(Mail mail, boolean message) {
        Document document = new Document();
        if (message) {
            document.add(new NumericDocValuesField(Columns.DATE, mail.date()));
        }
        document.add(new StringField(NUMBER, "" + mail.number(), org.apache.lucene.document.Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, mail.number()));
        document.add(new NumericDocValuesField(Columns.SIZE, mail.size()));
        document.add(new NumericDocValuesField(Columns.FLAGS, mail.flags()));
        document.add(new SortedDocValuesField(Columns.FOLDER, new BytesRef(mail.folder())));
        document.add(new BinaryDocValuesField(Columns.NAME, new BytesRef(mail.name())));
        for (Field field : mail.texts().keySet()) {
            document.add(new org.apache.lucene.document.Field(Columns.of(field),
                    new Positions(mail.positions(field, words)), TOKENS));
        }
        document.add(new org.apache.lucene.document.Field(Columns.of(Field.ID),
                new BytesRef(Columns.idTerm(mail.id().toLowerCase(Locale.ROOT))), WHOLE));
        return document;
    }

    private static FieldType whole() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(false);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static FieldType tokens() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static final class Positions extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<String> tokens = new ArrayList<>();
        private final List<Integer> increments = new ArrayList<>();
        private int next;

        Positions(List<Set<String>> positions) {
            for (Set<String> position : positions) {
                int step = 1;
                for (String token : position) {
                    tokens.add(token);
                    increments.add(step);
                    step = 0;
                }
            }
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            term.append(tokens.get(next));
            increment.setPositionIncrement(increments.get(next++));
            return true;
        }
    }
}
