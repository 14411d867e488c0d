package majix.formats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message as it lies in its store, not yet parsed.
///
/// @param ref where it lies
/// @param bytes its bytes, decompressed
/// @param envelopeDate the date of its mbox separator line (a line without a zone is read as UTC), or null
public record RawMessage(MessageRef ref, MessageBytes bytes, @Nullable Instant envelopeDate) {}
