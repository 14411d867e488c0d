package majix.cli;

/// How far an indexing run may go. Most have nothing or little to do, and are over sooner in a JVM that is not made for a
/// million messages; the launcher tries such a one first and another one if it ends with [Failure#NOT_HERE].
enum Attempt {
    /// Only sees whether there is something to do.
    LOOK,
    /// Gives up if there is much to do.
    SHORT,
    /// Does it all.
    WHOLE;

    /// Bytes of mail that take about as long with and without the optimising compiler.
    private static final long SHORT_BYTES = 24L << 20;

    /// The one that the launcher asks for.
    static Attempt asked() {
        String name = System.getProperty("majix.attempt");
        return "look".equals(name) ? LOOK : "short".equals(name) ? SHORT : WHOLE;
    }

    /// Bytes of mail that may be read.
    long most() {
        return this == WHOLE ? Long.MAX_VALUE : SHORT_BYTES;
    }
}
