package majix.indexer;

import java.io.IOException;
import majix.query.Field;
import majix.query.Sought;

/// Says how well hits match: each thing sought in a text that a message has counts, the more so the fewer messages have
/// it, and more in a subject than in a body. How often it occurs does not count: mail repeats itself by quoting.
final class Relevance {
    private final Hits hits;
    private final int messages;
    private final double[] scores;

    /// @param messages how many the index holds, about
    Relevance(Hits hits, int messages) {
        this.hits = hits;
        this.messages = messages;
        this.scores = new double[hits.size()];
    }

    /// Counts one thing sought.
    ///
    /// @param having the messages that have it
    void add(Sought sought, DocList having) {
        double worth = weight(sought.field()) * Math.log(1 + (double) messages / Math.max(1, having.size()));
        for (int i = 0; i < scores.length; i++) {
            if (having.contains(hits.doc(i))) {
                scores[i] += worth;
            }
        }
    }

    /// The scores of the hits.
    double[] scores() {
        return scores;
    }

    /// What a match in a field is worth; 0 for those that no text is sought in.
    static int weight(Field field) {
        return switch (field) {
            case SUBJECT -> 3;
            case TO, CC, FROM, ATTACHMENT -> 2;
            case BODY -> 1;
            case ID, PATH, DATE, SIZE, FLAGS -> 0;
        };
    }

    /// One who can find messages.
    interface Finder {
        DocList find(Sought sought) throws IOException;
    }

    /// Counts all that matters.
    static double[] of(Iterable<Sought> all, Hits hits, int messages, Finder finder) throws IOException {
        Relevance relevance = new Relevance(hits, messages);
        for (Sought sought : all) {
            if (weight(sought.field()) > 0) {
                relevance.add(sought, finder.find(sought));
            }
        }
        return relevance.scores();
    }
}
