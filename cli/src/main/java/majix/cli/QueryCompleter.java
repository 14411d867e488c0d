package majix.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.query.Field;
import majix.vfolder.VisibleText;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes what is typed into `majix shell`: keys, and the values that the index or the language knows for a key.
final class QueryCompleter implements Completer {
    private static final int MOST = 30;
    private static final List<String> COMMANDS = List.of(":list", ":show", ":mutt", ":save", ":help", ":quit");
    private static final List<String> DATES = List.of("today", "yesterday", "1w-", "2w-", "1m-", "3m-", "1y-");
    private static final List<String> SIZES = List.of("100k-", "1m-", "10m-", "-10k");
    private static final List<String> FLAGS = List.of("s", "-s", "r", "-r", "f", "-f", "d", "t", "p", "l");

    private final ShellSession session;

    QueryCompleter(ShellSession session) {
        this.session = session;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        complete(line, candidates);
    }

    /// Adds what the word at the cursor can become.
    void complete(ParsedLine line, List<Candidate> candidates) {
        String word = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        try {
            if (word.startsWith(":")) {
                COMMANDS.forEach(command -> candidates.add(candidate(command, command, "", true)));
                return;
            }
            int begin = 0;
            while (begin < word.length() && (word.charAt(begin) == '(' || word.charAt(begin) == '~')) {
                begin++;
            }
            int colon = word.indexOf(':', begin);
            if (colon < 0) {
                keys(word.substring(0, begin), word.substring(begin), candidates);
            } else {
                values(word, word.substring(begin, colon), colon + 1, candidates);
            }
        } catch (IOException e) {
            // nothing can be completed; the search will say what is wrong
        }
    }

    private static Candidate candidate(String value, String shown, String about, boolean complete) {
        return new Candidate(value, shown, null, about.isEmpty() ? null : about, null, null, complete);
    }

    private void keys(String before, String begin, List<Candidate> candidates) {
        for (Field field : Field.values()) {
            key(before, begin, String.valueOf(field.letter()), field.help(), candidates);
            if (begin.length() > 1) {
                key(before, begin, field.longName(), field.help(), candidates);
            }
        }
        key(before, begin, "a", "To, Cc or From", candidates);
        key(before, begin, "r", "To or Cc", candidates);
        if (!session.saved().names().isEmpty()) {
            key(before, begin, "q", "saved searches", candidates);
        }
    }

    private static void key(String before, String begin, String key, String about, List<Candidate> candidates) {
        if (key.startsWith(begin)) {
            candidates.add(candidate(before + key + ":", before + key + ":", about, false));
        }
    }

    /// @param from where in the word the values begin
    private void values(String word, String key, int from, List<Candidate> candidates) throws IOException {
        int at = word.length();
        String marks = key.equals("p") || key.equals("path") ? "~^|," : "~^|,/";
        int quote = openQuote(word, from);
        while (at > Math.max(from, quote + 1) && (quote >= 0 || marks.indexOf(word.charAt(at - 1)) < 0)) {
            at--;
        }
        String begin = word.substring(at);
        Set<String> values = new LinkedHashSet<>(key.equals("q") ? session.saved().names() : List.of());
        for (Field field : fields(key)) {
            values.addAll(values(field, begin));
        }
        String lower = begin.toLowerCase(Locale.ROOT);
        int count = 0;
        for (String value : values) {
            boolean fits = value.indexOf('"') < 0 && (quote >= 0 || value.indexOf(' ') < 0) && isTyped(value);
            if (fits && value.toLowerCase(Locale.ROOT).startsWith(lower) && count++ < MOST) {
                candidates.add(candidate(word.substring(0, at) + value + (quote < 0 ? "" : "\""), value, "", true));
            }
        }
    }

    /// The quote that is not closed, -1 if there is none: behind it a value may have blanks.
    private static int openQuote(String word, int from) {
        int quote = -1;
        for (int i = from; i < word.length(); i++) {
            quote = word.charAt(i) != '"' ? quote : quote < 0 ? i : -1;
        }
        return quote;
    }

    /// Whether somebody could type a value: what a stranger wrote is shown, and put into the line.
    private static boolean isTyped(String value) {
        return VisibleText.of(value).equals(value);
    }

    private List<String> values(Field field, String begin) throws IOException {
        return switch (field.kind()) {
            case WORDS, ADDRESSES, NAMES -> begin.isEmpty() ? List.of() : session.completions(field, begin, MOST);
            case PATH -> folders(begin);
            case DATE -> DATES;
            case SIZE -> SIZES;
            case FLAGS -> FLAGS;
            case ID -> List.of();
        };
    }

    /// Ends of the paths of folders, from a directory's name on.
    private List<String> folders(String begin) throws IOException {
        List<String> ends = new ArrayList<>();
        for (String folder : session.folders()) {
            int at = 0;
            while (at >= 0 && !folder.startsWith(begin, at)) {
                int slash = folder.indexOf('/', at);
                at = slash < 0 ? -1 : slash + 1;
            }
            if (at >= 0) {
                ends.add(folder.substring(at));
            }
        }
        return ends;
    }

    private static List<Field> fields(String key) {
        List<Field> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.longName().equals(key)) {
                return List.of(field);
            }
        }
        boolean all = key.equals("address");
        for (Field field : Field.values()) {
            boolean a = all || key.indexOf('a') >= 0;
            boolean r = key.indexOf('r') >= 0 && !all;
            boolean address = (a && field.kind() == Field.Kind.ADDRESSES)
                    || (r && (field == Field.TO || field == Field.CC));
            if (address || (!all && key.indexOf(field.letter()) >= 0)) {
                fields.add(field);
            }
        }
        return fields;
    }
}
