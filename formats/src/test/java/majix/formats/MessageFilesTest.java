package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.formats.mbox.Compression;
import majix.formats.mbox.CompressionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFilesTest {

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void filesAreOpenedDecompressed(Compression form) throws IOException {
        Path file = Files.write(dir.resolve("f"), CompressionTest.compressed(form, "some text\n"));
        try (InputStream in = MessageFiles.open(file)) {
            assertThat(in).hasContent("some text\n");
        }
        assertThat(MessageFiles.isCompressed(file)).isEqualTo(form != Compression.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void slicesAreReadInOnePass(Compression form) throws IOException {
        Path file = Files.write(dir.resolve("f"), CompressionTest.compressed(form, "0123456789".repeat(10_000)));
        List<String> read = new ArrayList<>();
        List<MessageRef.Slice> slices = List.of(slice(file, 1, 3), slice(file, 3, 3), slice(file, 5, 50_000),
                slice(file, 50_001, 50_005), slice(file, 99_999, 100_000));
        MessageFiles.slices(file, slices, (slice, in) -> {
            byte[] bytes = slice.start() == 5 ? in.readNBytes(2) : in.readAllBytes();
            read.add(slice.start() + ":" + new String(bytes, StandardCharsets.US_ASCII));
        });
        assertThat(read).containsExactly("1:12", "3:", "5:56", "50001:1234", "99999:9");
    }

    @Test
    void aShorterFileIsAnError() throws IOException {
        Path file = Files.writeString(dir.resolve("f"), "0123");
        assertThat(catchThrowable(
                () -> MessageFiles.slices(file, List.of(slice(file, 2, 9)), (slice, in) -> in.readAllBytes())))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void slicesHaveToAscend() throws IOException {
        Path file = Files.writeString(dir.resolve("f"), "0123456789");
        assertThat(catchThrowable(() -> MessageFiles.slices(file, List.of(slice(file, 4, 6), slice(file, 5, 7)),
                (slice, in) -> {}))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExistingFileIsWhereItIs() throws IOException {
        Path file = maildir("cur/1:2,S");
        assertThat(MessageFiles.locate(file)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur/1.host:2,S", "cur/1.host:2,", "cur/1.host:2,DFPRST", "cur/1.host:2,Sab",
            "cur/1.host;2,S", "new/1.host",
            "new/1.host:2,F", "cur/1.host"})
    void aRenamedMaildirFileIsFoundAgain(String now) throws IOException {
        Path there = maildir(now);
        maildir("cur/1.host2:2,S");
        for (String before : List.of("new/1.host", "cur/1.host:2,R", "cur/1.host!2,")) {
            assertThat(MessageFiles.locate(dir.resolve("md").resolve(before))).contains(there);
            assertThat(new RenamedFiles().locate(dir.resolve("md").resolve(before))).contains(there);
        }
    }

    @Test
    void manyRenamedFilesCostOneListing() throws IOException {
        Path known = maildir("cur/1.host:2,a");
        RenamedFiles renamed = new RenamedFiles();
        assertThat(renamed.locate(dir.resolve("md/cur/1.host:2,S"))).contains(known);

        maildir("cur/2.host:2,a");

        // shows that the Maildir is not listed again
        assertThat(renamed.locate(dir.resolve("md/cur/2.host:2,S"))).isEmpty();
        assertThat(renamed.locate(dir.resolve("md/cur/1.host:2,R"))).contains(known);
        assertThat(new RenamedFiles().locate(dir.resolve("md/cur/2.host:2,S"))).isPresent();
    }

    @Test
    void aFileThatIsRenamedAgainAfterTheListingIsFound() throws IOException {
        Path first = maildir("cur/1.host:2,a");
        RenamedFiles renamed = new RenamedFiles();
        Path indexed = dir.resolve("md/new/1.host");
        assertThat(renamed.locate(indexed)).contains(first);

        Path second = Files.move(first, dir.resolve("md/cur/1.host:2,S"));

        assertThat(renamed.locate(indexed)).contains(second);
    }

    @Test
    void othersAreGone() throws IOException {
        maildir("cur/1.host2:2,S");
        assertThat(MessageFiles.locate(dir.resolve("md/cur/1.host:2,S"))).isEmpty();
        assertThat(MessageFiles.locate(dir.resolve("nomd/cur/1.host:2,S"))).isEmpty();
        assertThat(MessageFiles.locate(dir.resolve("gone"))).isEmpty();
        assertThat(new RenamedFiles().locate(dir.resolve("nomd/cur/1.host:2,S"))).isEmpty();
        assertThat(new RenamedFiles().locate(dir.resolve("gone"))).isEmpty();
        assertThat(catchThrowable(() -> MessageFiles.open(dir.resolve("gone"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path maildir(String name) throws IOException {
        for (String sub : List.of("cur", "new", "tmp")) {
            Files.createDirectories(dir.resolve("md").resolve(sub));
        }
        return Files.writeString(dir.resolve("md").resolve(name), "x");
    }

    private static MessageRef.Slice slice(Path file, long start, long end) {
        return new MessageRef.Slice(file, start, end);
    }
}
