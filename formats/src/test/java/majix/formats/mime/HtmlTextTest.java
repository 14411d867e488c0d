package majix.formats.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            joi<b>ned</b>word                                   | joinedword
            un<i>bre</i><span class="q">akable</span>           | unbreakable
            sep<br>arate<BR/>words                              | sep arate words
            <p>one</p><p>two</p><div>three</div>four            | one two three four
            <table><tr><td>a</td><td>b</td></tr></table>        | a b
            <ul><li>a<li>b</ul>                                 | a b
            <title>kept</title><style>p{}</style><script>x()</script>y | kept y
            <SCRIPT>if (a<b) "</p>"</SCRIPT >after              | after
            <!-- a > b <p> -->shown                             | shown
            <!-->shown<!--->                                    | shown
            <!DOCTYPE html><?xml version="1"?>shown             | shown
            <![if mso]>shown<![endif]>                          | shown
            a < b and c > d                                     | a < b and c > d
            1<2 and 3<=4                                        | 1<2 and 3<=4
            mail <ida@moss.example> or <http://moss.example/x>  | mail <ida@moss.example> or <http://moss.example/x>
            <o:p>office</o:p>                                   | office
            caf&eacute; &#66;right &#x263a; M&uuml;ller         | café Bright ☺ Müller
            a&nbsp;b &amp; c&lt;d &quot;e&quot;                 | a b & c<d "e"
            zu&shy;sammen zu&#173;sammen                        | zusammen zusammen
            &euro;5 &#128;5 &#8364;5                            | €5 €5 €5
            &lstrok;&oacute;d&zacute; &IOcy; &alpha;            | łódź Ё α
            &unknown; &; &#; &#x; &copy 2026                    | &unknown; &; &#; &#x; © 2026
            fish & chips R&D                                    | fish & chips R&D
            &#0; &#xD800; &#99999999;x                          | '&#0; &#99999999;x'
            <a href="http://a.example/p?q=1#f">t</a>            | t http://a.example/p
            <A HREF=http://a.example/p>t</A>                    | t http://a.example/p
            <a href='mailto:ida@moss.example?subject=x'>t</a>   | t ida@moss.example
            <img src="http://a.example/i.png" alt="no">t        | t http://a.example/i.png
            <a href="http://a.example/x">1</a><a href="http://a.example/x">2</a> | 12 http://a.example/x
            <a href="http://a.example/gr%C3%B6%C3%9Fe">t</a>    | t http://a.example/größe
            <a href="#x">t</a><img src="cid:1"><img src="data:image/png;base64,xx"> | t
            <p title="a > b">t</p>                              | t
            <p title="open>t</p> and more                       | t and more
            <a href="http://a.example/x>t</a> and "more"        | t and "more" http://a.example/x
            <p class=x t                                        | <p class=x t
            <b <i>t</i>                                         | t
            <!-- never closed <p>t                              | never closed t
            <script>never closed <p>t                           | never closed t
            <p>t</p                                             | t</p
            <                                                   | <
            &                                                   | &
            t</                                                 | t</
            """)
    void isTheTextThatIsSeen(String html, String expected) {
        assertThat(HtmlText.of(html).strip().replaceAll("\\s+", " ")).isEqualTo(expected);
    }
}
