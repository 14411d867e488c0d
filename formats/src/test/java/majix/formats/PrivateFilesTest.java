package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    private static final int WRITERS = 4;
    private static final int TIMES = 500;

    @TempDir
    Path dir;

    @Test
    void ofManyThatReplaceAFileAtOnceNoneFails() throws Exception {
        Path file = dir.resolve("file");
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            byte[] bytes = String.valueOf(i).repeat(100).getBytes(StandardCharsets.US_ASCII);
            writers.add(() -> {
                for (int time = 0; time < TIMES; time++) {
                    PrivateFiles.replace(file, bytes, false);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(Files.readString(file)).matches("(0{100}|1{100}|2{100}|3{100})");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFileThatCannotBeMadeIsTold() throws IOException {
        Files.createDirectories(dir.resolve("file.new/inside"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> PrivateFiles.replace(dir.resolve("file"), new byte[1], false))).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("file.new");
    }

    private List<String> names() throws IOException {
        try (java.util.stream.Stream<Path> all = Files.list(dir)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
