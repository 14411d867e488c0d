package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MessageRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names of files are bytes: what tells messages apart must not be what the locale shows of them.
final class SourceIdTest {
    @TempDir
    Path root;

    private static Path path(String latin1) {
        return FileNames.path(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private MessageRef file(String latin1) throws Exception {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes(FileNames.bytes(root));
        name.writeBytes(("/" + latin1).getBytes(StandardCharsets.ISO_8859_1));
        Path path = FileNames.path(name.toByteArray());
        Files.createDirectories(path.getParent());
        Files.writeString(path, Mail.text(FileNames.text(path)));
        return new MessageRef.WholeFile(path);
    }

    @ParameterizedTest
    @EnumSource
    void namesThatAreNotUtf8AreToldApart(VFolderKind kind) throws Exception {
        List<MessageRef> hits = List.of(file("caf\u00e9/1"), file("caf\u00e8/1"), file("md/cur/\u00e4.host:2,S"),
                file("md/cur/\u00f6.host:2,S"), file("caf\u00c3\u00a9/1"));

        VFolder.Outcome outcome = new Mail(root).search(kind, hits);

        assertThat(outcome.messages()).isEqualTo(5);
        assertThat(outcome.vanished()).isEmpty();
    }

    @Test
    void namesInUtf8KeepTheIdsThatOlderVersionsGaveThem() {
        assertThat(SourceId.hash(new MessageRef.WholeFile(path("/mail/caf\u00c3\u00a9/1")), 0))
                .isEqualTo("27ae238d5844f7a9");
        assertThat(SourceId.hash(new MessageRef.WholeFile(path("/mail/Entw\u00c3\u00bcrfe/cur/7.host:2,S")), 0))
                .isEqualTo("6dc10bd9e7e6d97c");
    }

    @Test
    void entriesUnderTheIdsOfOlderVersionsAreReplaced() throws Exception {
        Mail mail = new Mail(root);
        MessageRef hit = file("md/cur/\u00e4.host:2,S");
        mail.search(VFolderKind.MAILDIR, List.of(hit));
        String id = SourceId.hash(hit, 0);
        String older = SourceId.hash("the identity of an older version", 0);
        Path entry = mail.target.resolve("cur/" + EntryName.maildir(id) + ":2,S");
        Files.move(entry, mail.target.resolve("cur/" + EntryName.maildir(older) + ":2,S"));
        Path list = mail.target.resolve(Manifest.NAME);
        Files.writeString(list, Files.readString(list).replace(id, older));

        mail.search(VFolderKind.MAILDIR, List.of(hit));

        assertThat(mail.tree()).contains("cur/" + EntryName.maildir(id) + EntryName.info(EnumSet.of(Flag.SEEN)))
                .hasSize(4);
    }
}
