package majix.query;

/// A query that cannot be read. The message is exactly one line, which quotes the argument and says what is accepted.
public final class QuerySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String argument;
    private final int offset;
    private final String problem;

    /// @param argument the argument that cannot be read, as typed
    /// @param offset where in it, in chars from its start; its length if something is missing at the end
    /// @param problem what is wrong and what is accepted, one line
    public QuerySyntaxException(String argument, int offset, String problem) {
        super(shown(argument) + ": " + problem);
        this.argument = argument;
        this.offset = offset;
        this.problem = problem;
    }

    /// The argument that cannot be read, as typed.
    public String argument() {
        return argument;
    }

    /// Where in the argument the fault lies, in chars from its start; the argument's length if it lies at the end.
    public int offset() {
        return offset;
    }

    /// The same fault, seen from the whole argument of which the faulty text begins at char `start`.
    QuerySyntaxException within(String whole, int start) {
        return new QuerySyntaxException(whole, start + offset, problem);
    }

    /// The same fault for people who did not type the first and the last char of the argument.
    ///
    /// @param typed the argument without them
    public QuerySyntaxException inside(String typed) {
        return new QuerySyntaxException(typed, Math.clamp(offset - 1L, 0, typed.length()), problem);
    }

    /// A text as it is quoted in messages: on one line, cut if it is very long.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length() && i < SHOWN; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return shown.append(text.length() > SHOWN ? "...\"" : "\"").toString();
    }
}
