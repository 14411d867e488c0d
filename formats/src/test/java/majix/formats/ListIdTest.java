package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListIdTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "From: a@b;List-Id: Rowing Club <Club.Example.ORG>;|club.example.org",
            "list-id:;  \"folded\" ;\t<dev.example.org>;;text|dev.example.org",
            "List-ID: bare.example.org;|bare.example.org",
            "List-Post: <mailto:Dev@example.org>;|dev@example.org",
            "List-Post: NO;X-Mailing-List: linux@example.org;|linux@example.org",
            "X-Mailing-List: <a@b> archive/1;List-Id: <c.d>;|c.d",
            "Subject: List-Id: <no.example.org>;;List-Id: <body.example.org>;|''",
            "List-Id: <cut|<cut",
            "Subject: x|''", "''|''"})
    void theListIsTold(String header, String list) {
        assertThat(ListId.of(header.replace(';', '\n').getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(list);
        assertThat(ListId.of(header.replace(";", "\r\n").getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(list);
    }
}
