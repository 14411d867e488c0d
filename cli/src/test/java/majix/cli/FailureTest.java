package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import majix.query.QuerySyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    static Arguments[] exceptions() {
        return new Arguments[]{Arguments.of(new Failure(75, "busy"), 75, "busy"),
                Arguments.of(new ConfigException("rc: no base"), 2, "rc: no base"),
                Arguments.of(new QuerySyntaxException("s:", 2, "empty word"), 2, "\"s:\": empty word"),
                Arguments.of(new NoSuchFileException("/x"), 3, "/x: no such file or directory"),
                Arguments.of(new AccessDeniedException("/x"), 3, "/x: permission denied"),
                Arguments.of(new FileSystemException("/x", null, "No space left on device"), 3,
                        "/x: No space left on device"),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("/x")), 3,
                        "/x: no such file or directory"),
                Arguments.of(new IOException("Stale file handle"), 3, "Stale file handle"),
                Arguments.of(new OutOfMemoryError("Java heap space"), 3, "out of memory: Java heap space"),
                Arguments.of(new IllegalStateException("odd\n\u001B[31m"), 3,
                        "internal error: java.lang.IllegalStateException: odd??[31m")};
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionIsALineAndAStatus(Throwable cause, int status, String line) {
        Failure failure = Failure.of(cause);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.line()).isEqualTo(line);
    }

    @Test
    void aWrongQueryHasAPictureOfThePlace() {
        assertThat(Failure.of(new QuerySyntaxException("s:a\nb/", 6, "empty word")).picture())
                .isEqualTo("  s:a?b/\n        ^\n");
        assertThat(Failure.of(new IOException("Stale file handle")).picture()).isEmpty();
    }

    @Test
    void thePlaceIsCountedInColumns() {
        String wide = "s:\u6771\u4eac/e\u0301\ud83d\ude00/";
        assertThat(Failure.of(new QuerySyntaxException(wide, wide.length(), "empty word")).picture())
                .isEqualTo("  " + wide + "\n  " + " ".repeat(2 + 4 + 1 + 1 + 2 + 1) + "^\n");
    }
}
