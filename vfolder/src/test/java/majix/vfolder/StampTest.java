package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import majix.formats.MessageRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StampTest {
    @TempDir
    Path root;
    private Mail mail;
    private MessageRef apple;
    private MessageRef banana;

    @BeforeEach
    void writeMail() throws IOException {
        mail = new Mail(root);
        apple = mail.file("inbox/17");
        banana = mail.file("inbox/18");
    }

    private String stamp() throws IOException {
        return VFolder.stamp(mail.target);
    }

    @ParameterizedTest
    @EnumSource(VFolderKind.class)
    void everyResultHasAStampOfItsOwn(VFolderKind kind) throws IOException {
        assertThat(stamp()).isEmpty();
        mail.search(kind, List.of(apple));
        String first = stamp();
        assertThat(first).isNotEmpty().doesNotContain(" ").isEqualTo(stamp());
        mail.search(kind, List.of(apple, banana));
        assertThat(stamp()).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void whatAMailProgramDoesChangesNothing() throws IOException {
        mail.search(VFolderKind.MAILDIR, List.of(apple, banana));
        String before = stamp();
        try (Stream<Path> entries = Files.walk(mail.target)) {
            for (Path entry : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(entry);
            }
        }
        Files.writeString(mail.target.resolve("cur/draft"), Mail.text("mine"));
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void aFolderOfOthersHasNone() throws IOException {
        Files.createDirectories(mail.target.resolve("cur"));
        assertThat(stamp()).isEmpty();
    }
}
