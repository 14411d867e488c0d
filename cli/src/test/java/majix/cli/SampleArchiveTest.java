package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import majix.formats.FolderSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleArchiveTest {
    @TempDir
    Path top;

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Every message of the archive, read from the disk without regard to how it was made.
    private static List<String> messages(Path directory) throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            String text = Files.readString(file);
            if (name.equals("archive.mbox")) {
                messages.addAll(Arrays.asList(text.substring("From ".length()).split("\n\nFrom ")));
            } else if (file.getParent().endsWith("cur") || file.getParent().endsWith("new")
                    || MailSigns.number(name)) {
                messages.add(text);
            }
        }
        return messages;
    }

    @Test
    void writesThreeHundredMessagesInThreeLayouts() throws Exception {
        SampleArchive.Result result = SampleArchive.write(top.resolve("sample"));
        assertThat(result.maildir() + result.mh() + result.mbox()).isEqualTo(300);
        assertThat(result.maildir()).isGreaterThan(100);
        assertThat(result.mh()).isGreaterThan(40);
        assertThat(result.mbox()).isGreaterThan(40);
        assertThat(messages(result.directory())).hasSize(300);
        assertThat(files(result.directory().resolve("mh/committee"))).hasSize(result.mh() + 1);
        assertThat(files(result.directory().resolve("Maildir"))).hasSize(result.maildir() + 1);
    }

    @Test
    void theExamplesFindWhatTheySay() throws Exception {
        SampleArchive.Result result = SampleArchive.write(top.resolve("sample"));
        List<String> messages = messages(result.directory());
        long regatta = messages.stream().filter(m -> m.contains("From: Marta"))
                .filter(m -> m.lines().anyMatch(l -> l.startsWith("Subject:") && l.matches(".*\\b[Rr]egatta\\b.*")))
                .count();
        long jackets = messages.stream().filter(m -> m.contains("life jackets\nDate:"))
                .filter(m -> m.lines().anyMatch(l -> l.startsWith("Date:") && l.contains(" 2024 "))).count();
        String root = messages.stream().filter(m -> m.contains("filename=\"harbour-chart.pdf\"")).findFirst()
                .orElseThrow();
        String id = root.lines().filter(l -> l.startsWith("Message-ID:")).findFirst().orElseThrow().substring(12);
        long chart = messages.stream().filter(m -> m.contains(id)).count();
        assertThat(result.examples()).extracting(SampleArchive.Example::hits).containsExactly((int) regatta,
                (int) jackets, (int) chart);
        assertThat(result.examples()).allSatisfy(example -> assertThat(example.hits()).isGreaterThan(1));
    }

    @Test
    void theRcFileNamesTheArchive() throws Exception {
        Path directory = top.resolve("a:b $c");
        SampleArchive.Result result = SampleArchive.write(directory);
        List<String> warnings = new ArrayList<>();
        Config config = ConfigReader.read(result.rc(), new Environment(_ -> null, top, top), warnings::add);
        assertThat(warnings).isEmpty();
        assertThat(config.base()).isEqualTo(directory);
        assertThat(config.folders()).extracting(FolderSpec::folders).containsExactly(List.of("Maildir..."),
                List.of("mh..."), List.of("archive.mbox"));
        assertThat(config.mfolder()).isEqualTo(directory.resolve("results"));
        assertThat(config.database()).isEqualTo(directory.resolve("index"));
        FoundMail found = MailFinder.find(List.of(directory), new Environment(_ -> null, top, top));
        assertThat(List.of(found.maildirs(), found.mhFolders(), found.mboxes())).containsExactly(2, 1, 1);
    }

    @Test
    void theSameBytesEveryTime() throws Exception {
        Map<String, String> first = content(SampleArchive.write(top.resolve("one")).directory());
        Map<String, String> second = content(SampleArchive.write(top.resolve("two")).directory());
        assertThat(second).isEqualTo(first);
    }

    private static Map<String, String> content(Path directory) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (Path file : files(directory)) {
            if (!file.endsWith("majixrc")) {
                content.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    @Test
    void headersAreAsciiAndLinesShort() throws Exception {
        for (String message : messages(SampleArchive.write(top.resolve("sample")).directory())) {
            String header = message.substring(0, message.indexOf("\n\n"));
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(header)).isTrue();
            assertThat(message.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
            assertThat(message.lines().skip(1)).noneMatch(line -> line.startsWith("From "));
        }
    }

    @Test
    void aDirectoryThatIsNotEmptyIsRefused() throws Exception {
        Files.writeString(Files.createDirectory(top.resolve("full")).resolve("thesis"), "precious");
        assertThatThrownBy(() -> SampleArchive.write(top.resolve("full")))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThatThrownBy(() -> SampleArchive.write(top.resolve("full/thesis")))
                .isInstanceOf(NotDirectoryException.class);
        assertThat(top.resolve("full/thesis")).hasContent("precious");
        SampleArchive.write(Files.createDirectory(top.resolve("empty")));
    }
}
