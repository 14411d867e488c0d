package majix.formats;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/// A full disk is told with the file that met it.
class NamedOutputTest {
    @Test
    void aWriteThatFailsSaysToWhichFile() throws Exception {
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
                OutputStream out = new NamedOutput(full, Path.of("/mail/result"))) {
            assertThatThrownBy(() -> out.write(new byte[10])).isInstanceOf(FileSystemException.class)
                    .hasMessage("/mail/result: No space left on device");
            assertThatThrownBy(() -> out.write('x')).hasMessage("/mail/result: No space left on device");
        }
    }
}
