package majix.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MessageRef;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Writes the index as text: a line for each message, then for each field its tokens with the number of messages that
/// hold them (deleted ones not yet merged away included).
final class Dump {
    private final MailIndex.Lines out;

    Dump(MailIndex.Lines out) {
        this.out = out;
    }

    void messages(Hits hits) throws IOException {
        line(hits.size() + " messages");
        for (int i = 0; i < hits.size(); i++) {
            MessageRef ref = hits.ref(i);
            StringBuilder line = new StringBuilder();
            switch (ref) {
                case MessageRef.WholeFile file -> line.append("FILE ").append(FileNames.text(file.path()));
                case MessageRef.Slice slice -> line.append("MBOX ").append(FileNames.text(slice.path())).append(" [")
                        .append(slice.start()).append(',').append(slice.end()).append(')');
            }
            line.append(", date=").append(hits.date(i)).append(", tid=").append(hits.thread(i));
            for (Flag flag : hits.flags(i)) {
                line.append(' ').append(flag.name().toLowerCase(java.util.Locale.ROOT));
            }
            line(line.toString());
        }
    }

    void tokens(IndexReader reader) throws IOException {
        for (Field field : Field.values()) {
            Terms terms = MultiTerms.getTerms(reader, Columns.of(field));
            if (terms == null) {
                continue;
            }
            line("");
            line("Table of " + field.longName());
            TermsEnum each = terms.iterator();
            for (BytesRef token = each.next(); token != null; token = each.next()) {
                byte[] text = Arrays.copyOfRange(token.bytes, token.offset, token.offset + token.length);
                line(new String(field == Field.ID ? Columns.id(text) : text, StandardCharsets.UTF_8) + " "
                        + each.docFreq());
            }
        }
    }

    private void line(String text) throws IOException {
        out.add(text);
    }
}
