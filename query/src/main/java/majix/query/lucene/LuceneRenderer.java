package majix.query.lucene;

import majix.query.Expr;

/// Renders an expression for an index that is laid out as [Columns] says.
public final class LuceneRenderer {
    private LuceneRenderer() {}

    /// The query that finds the messages of an expression, and only messages.
    ///
    /// @param expr what is asked
    /// @param words how the index splits text
    public static MessageQuery render(Expr expr, Words words) {
        return new MessageQuery(expr.on(new ClauseRenderer(words)));
    }
}
