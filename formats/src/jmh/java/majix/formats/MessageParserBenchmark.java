package majix.formats;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Time to read one message with a text of about 4,000 characters, from its bytes to its decoded fields.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MessageParserBenchmark {
    private static final String HEADER = """
            From: =?utf-8?q?Al=C3=AFce?= <alice@example.org>
            To: bob@example.org, "The list" <list@example.org>
            Subject: Re: the budget of next year
            Date: Fri, 14 Mar 2025 09:26:53 +0100
            Message-ID: <1234.5678@example.org>
            In-Reply-To: <1234.5677@example.org>
            References: <1234.5670@example.org> <1234.5677@example.org>
            MIME-Version: 1.0
            """;

    /// How the text travels: as it is, in base64, or as HTML beside an attachment.
    @Param({"plain", "base64", "html"})
    String kind = "";

    private final MessageParser parser = new MessageParser();
    private MessageBytes message = MessageBytes.of(new byte[0]);

    @Setup
    public void prepare() {
        String text = text();
        String made = HEADER + switch (kind) {
            case "base64" -> "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                    + base64(text.getBytes(UTF_8));
            case "html" ->
                "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/html; charset=utf-8\n\n"
                        + "<html><body><p>" + text.replace("\n", "</p>\n<p>") + "</p></body></html>\n--cut\n"
                        + "Content-Type: application/pdf; name=report.pdf\nContent-Transfer-Encoding: base64\n\n"
                        + base64(new byte[20_000]) + "\n--cut--\n";
            default -> "Content-Type: text/plain; charset=utf-8\n\n" + text;
        };
        message = MessageBytes.of(made.getBytes(UTF_8));
    }

    @Benchmark
    public MailMessage whole() throws IOException {
        return parser.parse(message);
    }

    @Benchmark
    public MailMessage headers() throws IOException {
        return parser.headers(message);
    }

    private static String text() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < 4_000) {
            int length = 2 + random.nextInt(9);
            for (int i = 0; i < length; i++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(random.nextInt(10) == 0 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getMimeEncoder(76, "\n".getBytes(US_ASCII)).encode(bytes), US_ASCII);
    }
}
