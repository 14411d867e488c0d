package majix.indexer;

/// There is more mail to be read than [Indexer.Options#most].
public final class LongRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LongRunException() {
        super("much new mail");
    }
}
