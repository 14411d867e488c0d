package majix.formats.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({"*,abc,true", "*,.abc,true", "*,a/b,false", "**,a/b,true", "a*c,abbc,true", "a*c,ab,false",
            "a?c,abc,true",
            "a?c,ac,false", "a?c,a/c,false", "[a-c]x,bx,true", "[a-c]x,dx,false", "[!a-c]x,dx,true", "[^a-c]x,ax,false",
            "[]a]x,]x,true", "[a-]x,-x,true", "[ab,[ab,true", "sub/**,sub/a/b,true", "sub/**,sub,false",
            "**/cur,a/b/cur,true", "*/x,a/x,true", "*/x,a/b/x,false", "foo,foo,true", "foo,foobar,false", "'',a,false",
            "'','',true", "[/]x,/x,false"})
    void patternsMatchWholePaths(String pattern, String path, boolean matches) {
        assertThat(Glob.matches(pattern, path)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoTime() {
        assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(2000))).isFalse();
    }
}
