package majix.indexer;

import java.io.IOException;

/// Another indexing run held the index for longer than this one was willing to wait.
public final class IndexBusyException extends IOException {
    private static final long serialVersionUID = 1;

    IndexBusyException(String message) {
        super(message);
    }
}
