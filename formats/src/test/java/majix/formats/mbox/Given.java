package majix.formats.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.formats.Checkpoint;
import majix.formats.MessageRef;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;

/// What one reading of an mbox gives, all of it.
record Given(MessageStream.Content content, long startsAt, List<Message> messages, Checkpoint checkpoint,
        List<Problem> problems) {

    /// One message, its bytes as ISO-8859-1.
    record Message(long start, long end, String text, String date) {}

    static Given of(Path file) {
        return of(file, Checkpoint.START);
    }

    static Given of(Path file, Checkpoint from) {
        List<Problem> problems = new ArrayList<>();
        try (MessageStream stream = MboxStream.open(file, from, problems::add)) {
            List<Message> messages = new ArrayList<>();
            for (RawMessage raw = stream.next(); raw != null; raw = stream.next()) {
                messages.add(message(raw));
            }
            return new Given(stream.content(), stream.startsAt(), messages, stream.checkpoint(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `[start,end)` of each message.
    List<String> ranges() {
        return messages.stream().map(m -> "[" + m.start + "," + m.end + ")").toList();
    }

    /// The subject of each message.
    List<String> subjects() {
        return messages.stream().map(Given::subject).toList();
    }

    List<String> dates() {
        return messages.stream().map(Message::date).toList();
    }

    List<Long> oddLines() {
        return problems.stream().filter(p -> p.kind() == Problem.Kind.ODD_SEPARATOR).map(Problem::offset).toList();
    }

    private static String subject(Message message) {
        int at = message.text.indexOf("Subject: ");
        int end = at < 0 ? 0 : at + 9;
        while (at >= 0 && message.text.charAt(end) >= ' ') {
            end++;
        }
        return at < 0 ? "?" : message.text.substring(at + 9, end);
    }

    private static Message message(RawMessage raw) throws IOException {
        try (InputStream in = raw.bytes().open()) {
            MessageRef.Slice slice = (MessageRef.Slice) raw.ref();
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Message(slice.start(), slice.end(), text, String.valueOf(raw.envelopeDate()));
        }
    }
}
