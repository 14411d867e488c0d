package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is written from its start to its end.
class SpoolTest {
    @TempDir
    Path dir;

    private FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    void whatWasThereGoesAndSoDoesWhatIsTakenBack() throws IOException {
        Path file = Files.writeString(dir.resolve("box"), "what was there before");
        try (FileChannel channel = open(file)) {
            Spool spool = new Spool(channel, file);
            spool.write("one two".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            spool.truncate(3);
            spool.flush();
            assertThat(spool.position()).isEqualTo(3);
        }
        assertThat(file).content().isEqualTo("one");
    }

    /// A channel that is closed stands for a disk that fails.
    @Test
    void eachFailureNamesTheFile() throws IOException {
        Path file = dir.resolve("box");
        FileChannel closed = open(file);
        closed.close();
        assertThatThrownBy(() -> new Spool(closed, file)).isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        FileChannel channel = open(file);
        Spool spool = new Spool(channel, file);
        channel.close();
        assertThatThrownBy(() -> spool.truncate(0)).isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
