package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path top;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// A stream that fails at the first byte.
    private static OutputStream failing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw failure;
            }
        };
    }

    private int run(IOException failure, String... args) throws IOException {
        User user = User.withIndex(top.resolve("ann"));
        return Main.run(args, user.environment(), new Console(failing(failure), err, false, "majix"));
    }

    @Test
    void resultsThatAreLostAreAFailure() throws Exception {
        assertThat(run(new IOException("standard output: No space left on device"), "-r", "s:plum")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("majix: standard output: No space left on device\n");
    }

    @Test
    void aReaderThatHadEnoughIsNone() throws Exception {
        assertThat(run(new Stdout.ReaderGoneException(new IOException("Broken pipe")), "-r", "s:plum")).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void theAnswerStandsWhetherOrNotItIsRead() throws Exception {
        assertThat(run(new Stdout.ReaderGoneException(new IOException("Broken pipe")), "s:quince")).isEqualTo(1);
    }
}
