package majix.indexer;

import java.io.IOException;

/// There is no index yet where one was looked for.
public final class NoIndexException extends IOException {
    private static final long serialVersionUID = 1;

    NoIndexException(String message) {
        super(message);
    }
}
