package majix.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;

/// Puts hits into the order of `--sort` and picks those of `--offset` and `--limit`. Equals stay in the order of their
/// dates.
final class HitOrder {
    private static final List<String> REPLY_MARKS = List.of("re:", "aw:", "sv:", "fwd:", "fw:", "wg:");

    /// By what hits are sorted.
    enum Key {
        DATE,
        SIZE,
        FROM,
        SUBJECT,
        RELEVANCE,
        THREAD
    }

    private final Expr expr;
    private final MailIndex index;
    private final Hits hits;
    private final Console console;

    private HitOrder(Expr expr, MailIndex index, Hits hits, Console console) {
        this.expr = expr;
        this.index = index;
        this.hits = hits;
        this.console = console;
    }

    /// The hits to be shown, in order.
    static int[] of(OutputOptions options, Expr expr, MailIndex index, Hits hits, Console console)
            throws IOException {
        Integer[] order = new HitOrder(expr, index, hits, console).sorted(options);
        int from = Math.min(options.offset, order.length);
        int to = from + Math.min(options.limit, order.length - from);
        int[] picked = new int[to - from];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = order[from + i];
        }
        return picked;
    }

    private Integer[] sorted(OutputOptions options) throws IOException {
        Integer[] order = new Integer[hits.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Comparator<Integer> comparator = switch (options.sort) {
            case DATE -> Comparator.naturalOrder();
            case SIZE -> bySize();
            case FROM -> byText(true);
            case SUBJECT -> byText(false);
            case RELEVANCE -> byRelevance();
            case THREAD -> byThread();
        };
        Arrays.sort(order, options.reverse ? comparator.reversed() : comparator);
        return order;
    }

    private Comparator<Integer> bySize() throws IOException {
        long[] sizes = new long[hits.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = hits.length(i);
        }
        return Comparator.comparingLong(hit -> sizes[hit]);
    }

    /// By sender, or by subject without its marks of replies.
    private Comparator<Integer> byText(boolean senders) throws IOException {
        String[] texts = new String[hits.size()];
        int[] all = new int[hits.size()];
        Arrays.setAll(all, i -> i);
        HitMessages.read(hits, all, Found.Depth.HEADER, console, found -> texts[found.index()] = senders
                ? Senders.name(found.from()).toLowerCase(Locale.ROOT)
                : bareSubject(found.subject()).toLowerCase(Locale.ROOT));
        return Comparator.comparing(hit -> texts[hit]);
    }

    /// A subject without `Re:` and the like before it.
    static String bareSubject(String subject) {
        int from = 0;
        for (int behind = behindMark(subject, from); behind > from; behind = behindMark(subject, from)) {
            from = behind;
        }
        return subject.substring(from).strip();
    }

    /// Behind blanks and a mark of a reply, or the same place.
    private static int behindMark(String subject, int from) {
        int at = from;
        while (at < subject.length() && Character.isWhitespace(subject.charAt(at))) {
            at++;
        }
        for (String mark : REPLY_MARKS) {
            if (subject.regionMatches(true, at, mark, 0, mark.length())) {
                return at + mark.length();
            }
        }
        return from;
    }

    /// The best first, the newest of equals first.
    private Comparator<Integer> byRelevance() throws IOException {
        double[] scores = index.relevance(expr, hits);
        return Comparator.<Integer>comparingDouble(hit -> -scores[hit]).thenComparing(Comparator.reverseOrder());
    }

    /// Threads in the order of their first messages.
    private Comparator<Integer> byThread() throws IOException {
        Map<Integer, Integer> first = new HashMap<>();
        int[] starts = new int[hits.size()];
        for (int i = 0; i < starts.length; i++) {
            Integer start = first.putIfAbsent(hits.thread(i), i);
            starts[i] = start == null ? i : start;
        }
        return Comparator.comparingInt(hit -> starts[hit]);
    }
}
