package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import majix.formats.MessageParser;

/// A search for what has something in common with the message on standard input: `--same`.
final class SameMessage {
    private static final int HEADER_BYTES = 1 << 18;
    /// A long thread has no more ids that matter: each of them names all of it.
    private static final int REFERENCES = 20;

    private SameMessage() {}

    /// What they have in common.
    enum Key {
        THREAD,
        FROM;

        /// @throws Failure if there is no such key
        static Key of(String name) {
            for (Key key : values()) {
                if (key.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return key;
                }
            }
            throw new Failure(Failure.BAD_INPUT, "--same \"" + name + "\": thread or from is wanted");
        }
    }

    /// Adds to a command line what it is to look for.
    ///
    /// @throws Failure if the message does not say it
    static void complete(CommandLine line, InputStream in) throws IOException {
        MailMessage message = new MessageParser().headers(MessageBytes.of(in.readNBytes(HEADER_BYTES)));
        // who writes at the other end of a pipe had better not be left alone with it
        in.transferTo(OutputStream.nullOutputStream());
        if (line.same == Key.FROM) {
            String address = Senders.address(Found.first(message.from()));
            if (address.isEmpty()) {
                throw new Failure(Failure.BAD_INPUT, "--same=from: the message on standard input has no sender");
            }
            line.expressions.add("f:" + quoted(address));
        } else {
            line.expressions.add(thread(message));
            line.threads = true;
        }
    }

    /// A message that is not indexed yet is found by those it refers to.
    private static String thread(MailMessage message) {
        Set<String> ids = new LinkedHashSet<>(message.ids());
        List<String> references = message.references();
        ids.addAll(references.subList(Math.max(0, references.size() - REFERENCES), references.size()));
        if (ids.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT, "--same=thread: the message on standard input has no Message-ID");
        }
        List<String> terms = new ArrayList<>();
        for (String id : ids) {
            terms.add("m:" + quoted(id));
        }
        return "(" + String.join(" or ", terms) + ")";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
