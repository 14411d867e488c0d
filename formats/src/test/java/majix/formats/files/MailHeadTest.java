package majix.formats.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadTest {

    @ParameterizedTest
    @ValueSource(strings = {"From: a@example.org\nTo: b@example.org\n\nx", "Subject: x\n\nbody",
            "Received: from a\n\tby b\n\n",
            "SUBJECT : x\r\nDate: y\r\n\r\n", "\n\nSubject: x\n\n", "\u00ef\u00bb\u00bfSubject: x\n\n",
            "From ann@example.org\nSubject: x\n\n", ">From ann@example.org Mon Mar  2 10:00:00 2020\nSubject: x\n\n",
            "X-Envelope-From: <a@example.org>\nX-Envelope-To: <b@example.org>\nX-Quarantine-ID: <x>\nReceived: from a\n\n",
            "1abcDE-0002fg-Hi-H\nexim 8 8\n<a@example.org>\n1600000000 0\n\n023T To: b@example.org\n",
            "Path: news.example!b\nNewsgroups: misc.test\nSubject: x\n\nx", "Mail content:\nTo: a\nSubject: b\n\nx",
            "MAIL FROM:<a>\nRCPT TO:<b>\nDATA\nReceived: from a\nSubject: x\n\n", "Subject: x\rFrom: a\r\rbody"})
    void headersOfMailAreKnown(String text) {
        assertThat(looksLikeMail(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "just text", "Title: x\nDate: 2020-01-01\n\ntext", "key: value\nother: value\n",
            "#!/bin/sh\n# comment\nexit\nls\nx\nTo: a\nSubject: b\n", "{\n  \"to\": 1\n}\n", "\u007fELF\1\1\1\0",
            "Package: x\nVersion: 1\nDescription: y\n", "http://example.org/\n", "From here to there\nnothing\n"})
    void otherFilesAreNot(String text) {
        assertThat(looksLikeMail(text)).isFalse();
    }

    private static boolean looksLikeMail(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return MailHead.looksLikeMail(bytes, 0, bytes.length);
    }
}
