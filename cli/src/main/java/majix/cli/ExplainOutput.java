package majix.cli;

import java.io.IOException;
import majix.indexer.MailIndex;
import majix.query.Explanation;
import majix.query.Expr;

/// `--explain`: the query as it was understood, a line for each clause, with the number of messages it finds.
final class ExplainOutput {
    private static final int COLUMN = 8;

    private ExplainOutput() {}

    /// Prints the lines.
    ///
    /// @return the exit status: 0 if the whole query finds something
    static int print(Expr expr, MailIndex index, Console console) throws IOException {
        int whole = index.count(expr);
        for (Explanation line : Explanation.of(expr)) {
            String count = String.valueOf(line.depth() == 0 ? whole : index.count(line.clause()));
            console.say(" ".repeat(Math.max(0, COLUMN - count.length())) + count + "  " + line);
        }
        return whole > 0 ? Failure.DONE : Failure.NO_HIT;
    }
}
