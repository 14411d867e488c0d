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
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /// Whatever a disk does not do, the file is the old or the new one, and what failed has its name.
    @ParameterizedTest
    @EnumSource(names = {"FULL", "ERROR", "ERROR_ONCE"})
    void eachFailureOfReplacingNamesTheFile(Fault fault) throws IOException {
        Path file = dir.resolve("list");
        int failed = 0;
        for (int at = 0;; at++) {
            Files.writeString(file, "old");
            FaultyDisk disk = new FaultyDisk(fault, at);
            try {
                PrivateFiles.replace(disk.path(file), "new".getBytes(StandardCharsets.US_ASCII), true);
                assertThat(file).content().isEqualTo("new");
            } catch (IOException e) {
                assertThat(e.toString()).contains(file.toString());
                assertThat(file).content().isEqualTo("old");
                failed++;
            }
            Files.deleteIfExists(dir.resolve("list.new"));
            if (!disk.struck()) {
                break;
            }
        }
        assertThat(failed).isPositive();
    }
}
