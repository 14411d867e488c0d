package majix.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.codec.Leaf;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// How words in a field go on that somebody has begun to type.
final class Completions {
    /// Words looked at in each segment: no more are needed to choose from, and a person waits.
    private static final int LOOKED_AT = 20_000;

    private Completions() {}

    /// The words that begin so, those in most messages first.
    static List<String> of(List<Leaf> leaves, Field field, String begin, int most) throws IOException {
        byte[] folded = Folding.fold(begin).getBytes(StandardCharsets.UTF_8);
        BytesRef sought = new BytesRef(folded);
        Map<String, Integer> messages = new HashMap<>();
        for (Leaf leaf : leaves) {
            Terms terms = leaf.reader().terms(Columns.of(field));
            TermsEnum each = terms == null ? null : terms.iterator();
            if (each == null || each.seekCeil(sought) == TermsEnum.SeekStatus.END) {
                continue;
            }
            int looked = 0;
            for (BytesRef term = each.term(); term != null && startsWith(term, folded)
                    && looked < LOOKED_AT; term = each.next()) {
                looked++;
                messages.merge(new String(term.bytes, term.offset, term.length, StandardCharsets.UTF_8), each.docFreq(),
                        Integer::sum);
            }
        }
        List<String> words = new ArrayList<>(messages.keySet());
        words.sort(Comparator.<String>comparingInt(word -> -messages.getOrDefault(word, 0))
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(words.subList(0, Math.min(most, words.size())));
    }

    private static boolean startsWith(BytesRef term, byte[] begin) {
        if (term.length < begin.length) {
            return false;
        }
        for (int i = 0; i < begin.length; i++) {
            if (term.bytes[term.offset + i] != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
