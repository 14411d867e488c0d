package majix.indexer;

/// There is more mail to be read than [Indexer.Options#most], or more in one folder than a run of that kind is made for.
public final class LongRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean large;

    /// @param large see [#isLarge]
    LongRunException(boolean large) {
        super(large ? "a large folder" : "much new mail");
        this.large = large;
    }

    /// Whether it is a folder so large that the run wants more memory than others.
    public boolean isLarge() {
        return large;
    }
}
