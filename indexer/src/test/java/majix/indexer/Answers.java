package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import majix.query.Field;

/// Every kind of question, asked of an index that may be damaged.
///
/// @param told what was wrong with the index, a line; empty if it answered
/// @param answers the questions with their answers, as far as they were given
record Answers(String told, Map<String, List<String>> answers) {
    static final List<String> QUERIES = List.of("s:w17", "b:w20", "b:common", "b:w1=", "b:^w20=", "b:w2019=1", "f:ann",
            "f:writers.example", "m:5@x", "p:md", "d:20250101-20250110", "z:1k-", "F:s", "b:common,~w20",
            "b:nothing/w20",
            "b:common,~w21", "b:all of them", "s:w3 w4=5");

    /// What no damage may lead to: an error that is not of the index.
    static final class Crash extends AssertionError {
        private static final long serialVersionUID = 1L;

        Crash(Throwable cause) {
            super("not an IndexDamagedException: " + cause, cause);
        }
    }

    static Answers of(Path index) {
        Map<String, List<String>> answers = new TreeMap<>();
        try (MailIndex open = MailIndex.open(index)) {
            for (String query : QUERIES) {
                answers.put(query, hits(open, query, false));
            }
            answers.put("threads", hits(open, "s:w17", true));
            answers.put("folders", open.folders().stream().map(Path::toString).toList());
            answers.put("count", List.of(open.count(Archive.parse("b:common")) + ""));
            return new Answers("", answers);
        } catch (IndexDamagedException | NoIndexException e) {
            return new Answers(line(e), answers);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof IndexDamagedException damaged) {
                return new Answers(line(damaged), answers);
            }
            throw new Crash(e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Crash(e);
        }
    }

    private static String line(IOException e) {
        String line = String.valueOf(e.getMessage());
        if (line.isEmpty() || line.indexOf('\n') >= 0 || line.contains("Exception:")) {
            throw new Crash(e);
        }
        return line;
    }

    /// All that is told of each hit.
    private static List<String> hits(MailIndex open, String query, boolean threads) throws IOException {
        Hits hits = open.search(Archive.parse(query), threads);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            found.add(hits.ref(i) + " " + hits.date(i) + " " + hits.flags(i) + " " + hits.length(i) + " "
                    + hits.plainSize(i) + " " + hits.matches(i));
            hits.thread(i);
        }
        return found;
    }

    /// Asks what is not compared, because it tells how the index is made.
    static void rest(Path index) {
        try (MailIndex open = MailIndex.open(index)) {
            open.status();
            open.completions(Field.BODY, "w", 20);
            open.relevance(Archive.parse("b:w20"), open.search(Archive.parse("b:w20"), false));
            open.dump(_ -> {});
        } catch (IndexDamagedException | NoIndexException e) {
            line(e);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof IndexDamagedException)) {
                throw new Crash(e);
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Crash(e);
        }
    }
}
