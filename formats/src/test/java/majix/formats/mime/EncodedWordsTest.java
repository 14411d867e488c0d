package majix.formats.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    private final Oddities oddities = new Oddities();
    private final EncodedWords words = new EncodedWords(new MailCharsets(oddities));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text                                       | plain text
            =?utf-8?Q?caf=C3=A9_society_?= =?utf-8?B?dGVhbXM=?= x | café society teams x
            =?us-ascii?Q?split?= =?us-ascii?Q?word?=          | splitword
            =?utf-8?Q?gef=C3?= =?UTF-8?B?vGd0?=               | gefügt
            =?utf-8?Q?a?= b =?utf-8?Q?c?=                     | a b c
            =?iso-8859-1?Q?J=F6rg?= =?utf-8?Q?=C3=BC?=        | Jörgü
            =?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=                    | Grüße
            "=?utf-8?q?quoted?=" <a@b.example>                | "quoted" <a@b.example>
            x=?utf-8?Q?inside?=y                              | xinsidey
            =?utf-8?B?dGVhbXM?=                               | teams
            =?utf-8?b?dGVh bXM=?=                             | teams
            =?utf-8?Q?what?s up?=                             | what?s up
            =?utf-8?Q?bad =zz escape=?=                       | bad =zz escape=
            =?utf-8?Q?no end                                  | no end
            =?utf-8?Q?one =?utf-8?Q?two?=                     | onetwo
            =?utf-8?Q??=                                      | ''
            =??Q?Bras=EDlia?=                                 | Brasília
            =?utf-8?X?what?=                                  | =?utf-8?X?what?=
            =?x y                                             | =?x y
            =?utf-8?Q?line=0Abreak=00?=                       | line break
            =?iso-2022-jp?B?GyRCRWw1fhsoQg==?=                | 東京
            =?gb2312?B?sbG+qQ==?=                             | 北京
            =?koi8-r?Q?=D0=D2=C9=D7=C5=D4?=                   | привет
            =?windows-1252?Q?=80?=                            | €
            =?utf-8?Q?gar=E7on?=                              | garçon
            =?windows-1251?Q?raw Ž?=                     | raw Ћ
            =?koi8-r?Q?raw ’?=                           | raw ▓
            =?utf-8?Q?raw ’京?=                      | raw ’京
            """)
    void decodes(String text, String expected) {
        assertThat(words.decode(text)).isEqualTo(expected);
    }

    /// A name from an encoded word is one name, whatever it holds.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =?utf-8?Q?Doe=2C_J?= <j@x.example>                   | "Doe, J" <j@x.example>
            =?utf-8?Q?a=40bank.example=2C?= =?utf-8?Q?_x?= <j@x> | "a@bank.example, x" <j@x>
            =?utf-8?Q?Ann?= <a@x>, =?utf-8?Q?B=3B?= Lee <b@x>    | Ann <a@x>, "B;" Lee <b@x>
            "=?utf-8?Q?Doe=2C_=22J=22?=" <j@x>                   | "Doe, \\"J\\"" <j@x>
            "a" =?utf-8?Q?=22b=5C?= "c" <j@x>                    | "a" "\\"b\\\\" "c" <j@x>
            =?utf-8?Q?a=2C?= =?koi8-r?Q?b?= <j@x>                | "a,"b <j@x>
            =?utf-8?Q?Ann_=3Cann=40x=2Eexample=3E?=              | Ann <ann@x.example>
            =?utf-8?Q?A=2C_B?=, c@x, d@x <d@x>                   | A, B, c@x, d@x <d@x>
            j@x (=?utf-8?Q?Doe=2C_J?=)                           | j@x (Doe, J)
            """)
    void keepsNamesOfMailboxesTogether(String text, String expected) {
        assertThat(words.decodeMailboxes(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =?x-nowhere?Q?Z=C3=BCrich?=   | Zürich   | unknown charset x-nowhere
            =?x-nowhere?Q?Z=FCrich?=      | Zürich   | unknown charset x-nowhere
            """)
    void readsUnknownCharsetsAsTheBytesTell(String text, String expected, String oddity) {
        assertThat(words.decode(text)).isEqualTo(expected);
        assertThat(oddities.lines()).containsExactly(oddity);
    }
}
