package majix.indexer.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import majix.formats.Flag;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;

/// A search, and its answers: a line for each message, in order.
///
/// @param threads whether whole threads are wanted
record Question(Expr expr, boolean threads) {
    /// What an index says.
    List<String> ask(MailIndex index) throws IOException {
        Hits hits = index.search(expr, threads);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            String path = new String(hits.path(i), StandardCharsets.UTF_8);
            lines.add(Message.line(path, hits.start(i), hits.end(i), hits.date(i), hits.length(i),
                    Flag.bits(hits.flags(i))));
        }
        return lines;
    }

    /// What the messages themselves say.
    ///
    /// @param messages all there are
    List<String> ask(List<Message> messages) {
        List<Message> hits = messages.stream().filter(message -> new PlainAnswer(message).matches(expr)).toList();
        List<Message> found = threads ? new PlainThreads(messages).of(hits) : hits;
        return found.stream().sorted(Message.ORDER).map(Message::line).toList();
    }

    @Override
    public String toString() {
        return (threads ? "-t " : "") + expr;
    }
}
