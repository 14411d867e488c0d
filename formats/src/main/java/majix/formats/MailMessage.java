package majix.formats;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one message says, as far as it could be read. Immutable. All text is decoded (transfer encoding, charset,
/// RFC 2047 encoded words, RFC 2231 parameters), folds are one blank. Values of the headers of enclosed messages
/// (message/rfc822 and other message/* parts) come after those of the message itself.
///
/// @param to values of all To headers
/// @param cc values of all Cc headers
/// @param from values of the From header
/// @param subject values of the Subject header
/// @param inReplyTo the In-Reply-To value of the message itself, for showing; empty if there is none
/// @param body texts of the text parts in their order, HTML as text
/// @param attachments names of attachments, of every part that has one
/// @param ids Message-IDs without angle brackets, as written (case kept)
/// @param references every other id in `<...>` in In-Reply-To and References, without angle brackets
/// @param date time of the Date header; if it is missing or cannot be read, of the newest readable Received header;
///     null if there is neither
/// @param statusFlags flags of the Status and X-Status headers, which mbox writers use
/// @param oddities what could not be read or hit a limit, a short line each; empty for a clean message
/// @param limited whether a limit against hostile mail left something of it out
public record MailMessage(List<String> to, List<String> cc, List<String> from, List<String> subject, String inReplyTo,
        List<String> body, List<String> attachments, List<String> ids, List<String> references, @Nullable Instant date,
        Set<Flag> statusFlags, List<String> oddities, boolean limited) {}
