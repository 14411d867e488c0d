package majix.indexer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import majix.query.lucene.Words;

/// The tokens of a query's texts: as in messages, without the variants added for the sake of finding.
final class QueryWords implements Words {
    private final TokenScanner scanner = new TokenScanner(false);

    @Override
    public List<String> words(String text) {
        List<String> words = new ArrayList<>();
        scanner.scan(text, false,
                (utf8, from, length, _, _) -> words.add(new String(utf8, from, length, StandardCharsets.UTF_8)));
        return words;
    }

    @Override
    public String fold(String text) {
        String folded = Folding.fold(text);
        if (folded.length() <= TokenScanner.MAX_WORD) {
            return folded;
        }
        // as tokens are
        int end = TokenScanner.MAX_WORD;
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    public boolean isAddress(String text) {
        boolean marks = false;
        boolean words = false;
        String folded = Folding.fold(text);
        int cp;
        for (int i = 0; i < folded.length(); i += Character.charCount(cp)) {
            cp = folded.codePointAt(i);
            if (WordCharacters.isWord(cp)) {
                words = true;
            } else if (cp < 128 && WordCharacters.isAddressMark((char) cp)) {
                marks = true;
            } else {
                return false;
            }
        }
        return marks && words;
    }

    @Override
    public boolean hasPairs(String text) {
        String folded = Folding.fold(text);
        int run = 0;
        int cp;
        for (int i = 0; i < folded.length(); i += Character.charCount(cp)) {
            cp = folded.codePointAt(i);
            run = WordCharacters.isPaired(cp) && WordCharacters.isWord(cp) ? run + 1 : 0;
            if (run == 2) {
                return true;
            }
        }
        return false;
    }
}
