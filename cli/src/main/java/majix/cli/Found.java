package majix.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MailMessage;
import majix.indexer.Hits;

/// One hit, with what was read of its message.
final class Found {
    /// A message that says nothing.
    static final MailMessage SILENT = new MailMessage(List.of(), List.of(), List.of(), List.of(), "", List.of(),
            List.of(), List.of(), List.of(), null, Set.of(), List.of(), false);

    private final Hits hits;
    private final int index;
    private final byte[] path;
    private final MailMessage message;
    private final String list;

    /// @param hits all hits, which know what the index tells of each
    /// @param index which of them it is
    /// @param path bytes of the path of its file, as it is called now
    /// @param message what it says: nothing where nothing was asked for or could be read
    /// @param list the mailing list it came by, or nothing
    Found(Hits hits, int index, byte[] path, MailMessage message, String list) {
        this.hits = hits;
        this.index = index;
        this.path = path.clone();
        this.message = message;
        this.list = list;
    }

    /// How much of each message is read.
    enum Depth {
        /// Nothing but what the index knows.
        NOTHING,
        /// The header.
        HEADER,
        /// All.
        WHOLE
    }

    /// What is done with each.
    interface Sink {
        void accept(Found found) throws IOException;
    }

    Hits hits() {
        return hits;
    }

    /// Which of the hits it is.
    int index() {
        return index;
    }

    /// Bytes of the path of its file, as it is called now.
    byte[] path() {
        return path.clone();
    }

    MailMessage message() {
        return message;
    }

    /// The mailing list it came by, or nothing.
    String list() {
        return list;
    }

    /// The first value of a header, or nothing.
    static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }

    String from() {
        return first(message.from());
    }

    String subject() {
        return first(message.subject());
    }

    /// The Message-ID without brackets, or nothing.
    String id() {
        return first(message.ids());
    }

    ZonedDateTime date(ZoneId zone) {
        return Instant.ofEpochMilli(hits.date(index)).atZone(zone);
    }

    Set<Flag> flags() throws IOException {
        return hits.flags(index);
    }

    /// The flags' letters, as in queries.
    String flagLetters() throws IOException {
        StringBuilder letters = new StringBuilder();
        for (Flag flag : flags()) {
            letters.append(flag.letter());
        }
        return letters.toString();
    }

    /// Whether it is a part of a file.
    boolean isSlice() {
        return hits.start(index) >= 0;
    }
}
