package majix.indexer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The index cannot be read: cut, damaged, or written by another version. An indexing run makes it anew.
public final class IndexDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    IndexDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
