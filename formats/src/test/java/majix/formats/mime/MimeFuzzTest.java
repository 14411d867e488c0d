package majix.formats.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import majix.formats.ListId;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import majix.formats.MessageParser;
import majix.formats.MessagePart;
import majix.formats.MessageParts;
import majix.formats.files.MailHead;

/// Any bytes for what reads messages. In a usual run each method sees its seeds only; `.ci/torture fuzz` lets Jazzer find
/// more.
class MimeFuzzTest {
    private static final Instant EARLIEST = Instant.parse("1899-12-30T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2201-01-02T00:00:00Z");

    private final MessageParser used = new MessageParser();

    /// A message is read whatever it is, says no more than it has bytes, does not depend on the message before, and its
    /// header says the same when only it is read.
    @FuzzTest
    void message(byte[] input) throws IOException {
        MessageBytes bytes = MessageBytes.of(input);
        MailMessage message = used.parse(bytes);
        assertThat(new MessageParser().parse(bytes)).isEqualTo(message);
        assertThat(length(message)).isLessThanOrEqualTo(2L * input.length + 100);
        assertThat(message.oddities()).hasSizeLessThanOrEqualTo(Limits.ODDITIES)
                .allSatisfy(line -> assertThat(line).matches("[ -~]{1,150}"));
        MailMessage header = used.headers(bytes);
        assertThat(header.body()).isEmpty();
        begins(message.from(), header.from());
        begins(message.to(), header.to());
        begins(message.subject(), header.subject());
        begins(message.ids(), header.ids());
        assertThat(message.date()).isEqualTo(header.date());
        assertThat(message.statusFlags()).isEqualTo(header.statusFlags());
        assertThat(ListId.of(input)).hasSizeLessThanOrEqualTo(input.length);
        MailHead.looksLikeMail(input, 0, input.length);
    }

    private static void begins(List<String> all, List<String> first) {
        assertThat(all).hasSizeGreaterThanOrEqualTo(first.size());
        assertThat(all.subList(0, first.size())).isEqualTo(first);
    }

    private static long length(MailMessage m) {
        return Stream.of(m.to(), m.cc(), m.from(), m.subject(), m.body(), m.attachments(), m.ids(), m.references())
                .flatMap(List::stream).mapToLong(String::length).sum();
    }

    /// The parts of a message are given whatever it is, numbered in their order, and are no more than its bytes.
    @FuzzTest
    void parts(byte[] input) throws IOException {
        List<MessagePart> parts = new ArrayList<>();
        MessageParts.read(MessageBytes.of(input), new MessageParts.Sink() {
            @Override
            public void header(int depth, List<MessageParts.HeaderField> header) {
                assertThat(depth).isBetween(0, Limits.DEPTH + 1);
                for (MessageParts.HeaderField field : header) {
                    assertThat(field.name()).matches("[!-~]+").doesNotContain(":");
                    assertThat(field.value()).doesNotContain("\n").hasSizeLessThanOrEqualTo(2 * input.length + 100);
                }
            }

            @Override
            public void part(MessagePart part, MessageParts.Content content) throws IOException {
                parts.add(part);
                assertThat(part.number()).isEqualTo(parts.size());
                if (part.isBody()) {
                    assertThat(content.text()).hasSizeLessThanOrEqualTo(2 * input.length + 100);
                } else {
                    try (InputStream in = content.bytes()) {
                        assertThat(in.readAllBytes()).hasSizeLessThanOrEqualTo(input.length + 10);
                    }
                }
            }
        });
    }

    /// A date is a time that mail can have, or none.
    @FuzzTest
    void date(byte[] input) {
        for (String text : List.of(new String(input, StandardCharsets.UTF_8),
                new String(input, StandardCharsets.ISO_8859_1))) {
            Instant date = MailDate.parse(text);
            Instant received = MailDate.received(text);
            assertThat(date == null || (date.isAfter(EARLIEST) && date.isBefore(LATEST))).isTrue();
            assertThat(received == null || (received.isAfter(EARLIEST) && received.isBefore(LATEST))).isTrue();
        }
    }

    /// Encoded words, parameters, ids and charsets are decoded to no more text than there are bytes. The first line of the
    /// input is the charset of the rest.
    @FuzzTest
    void header(byte[] input) {
        Oddities oddities = new Oddities();
        MailCharsets charsets = new MailCharsets(oddities);
        EncodedWords words = new EncodedWords(charsets);
        int most = 2 * input.length + 20;
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String decoded = words.decode(text);
        assertThat(decoded).hasSizeLessThanOrEqualTo(most);
        assertThat(words.decode(text)).isEqualTo(decoded);
        Parameters parameters = new Parameters(text);
        for (String name : List.of("name", "filename", "boundary", "charset")) {
            String raw = parameters.raw(name);
            assertThat(raw == null ? "" : raw).hasSizeLessThanOrEqualTo(most);
            assertThat(parameters.texts(name, charsets, words))
                    .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(most));
        }
        List<String> ids = new ArrayList<>();
        MessageIds.own(text, ids);
        MessageIds.bracketed(text, ids);
        assertThat(ids).allSatisfy(id -> assertThat(id).doesNotContain("<", ">").hasSizeLessThanOrEqualTo(most));
        int line = Math.max(0, text.indexOf('\n'));
        String charset = text.substring(0, line);
        assertThat(charsets.decode(input, line, input.length - line, charset)).doesNotContain("\0")
                .hasSizeLessThanOrEqualTo(most);
        assertThat(TransferEncoding.of(text)).isNotNull();
    }

    /// Every transfer encoding is undone in place, and all at once as bit by bit.
    @FuzzTest
    void transfer(byte[] input) throws IOException {
        for (TransferEncoding encoding : TransferEncoding.values()) {
            byte[] bytes = input.clone();
            int length = encoding.decode(bytes, bytes.length);
            assertThat(length).isBetween(0, input.length);
            byte[] streamed = DecodedStream.of(new ByteArrayInputStream(input), encoding).readAllBytes();
            assertThat(streamed).as(encoding.name()).isEqualTo(Arrays.copyOf(bytes, length));
        }
        Uuencoded.withoutBlocks(new String(input, StandardCharsets.ISO_8859_1), (name, block) -> assertThat(name)
                .isNotNull());
    }

    /// HTML becomes text that is no longer than it.
    @FuzzTest
    void html(byte[] input) {
        String html = new String(input, StandardCharsets.UTF_8);
        String text = HtmlText.of(html);
        assertThat(text).hasSizeLessThanOrEqualTo(2 * html.length() + 100);
        String charset = HtmlCharset.declaredIn(input, input.length);
        assertThat(charset == null ? "" : charset).hasSizeLessThanOrEqualTo(input.length);
    }
}
