package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import majix.formats.FileNames;
import majix.formats.MessageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFinderTest {
    private static final String MESSAGE = "Subject: tide table\nFrom: ola@harbour.example\n\nhigh water at noon\n";
    private static final String MBOX = "From ola@harbour.example Tue Mar  4 12:00:00 2025\n" + MESSAGE;

    @TempDir
    Path top;

    private final Map<String, String> variables = new HashMap<>();
    private Path home;
    private Environment env;

    @BeforeEach
    void surroundings() throws IOException {
        home = Files.createDirectory(top.resolve("home"));
        env = new Environment(variables::get, home, top);
    }

    private void maildir(String name) throws IOException {
        for (String sub : List.of("cur", "new", "tmp")) {
            Files.createDirectories(home.resolve(name).resolve(sub));
        }
        Files.writeString(home.resolve(name).resolve("cur/1:2,S"), MBOX);
    }

    private Path file(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private FoundMail find(Path... places) throws IOException {
        return MailFinder.find(List.of(places), env);
    }

    @Test
    void aTreeOfMaildirsIsOneElement() throws IOException {
        maildir("Maildir");
        maildir("Maildir/.lists.dev");
        maildir("Maildir/archive/2023");
        FoundMail found = find();
        assertThat(found.base()).isEqualTo(home);
        assertThat(found.maildir()).containsExactly("Maildir...");
        assertThat(found.maildirs()).isEqualTo(3);
        assertThat(found.mh()).isEmpty();
        assertThat(found.mbox()).as("messages in cur are no mboxes").isEmpty();
        assertThat(found.trees()).containsExactly(home.resolve("Maildir"));
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void mhFoldersWithAMarkerAreATreeOthersStandByName() throws IOException {
        file("Mail/inbox/1", MESSAGE);
        file("Mail/inbox/.mh_sequences", "cur: 1\n");
        file("Mail/plain/12", MESSAGE);
        file("Mail/numbers/2023", "no mail\n");
        file("Mail/old/1999/3", MESSAGE);
        file("Mail/old/1999/.mh_sequences", "");
        FoundMail found = find();
        assertThat(found.mh()).containsExactly("Mail...", "Mail/plain");
        assertThat(found.mhFolders()).isEqualTo(3);
        assertThat(found.mbox()).isEmpty();
    }

    @Test
    void aTreeOfMboxesIsOneElementIfNothingElseIsInIt() throws IOException {
        file("mail/inbox", MBOX);
        file("mail/lists/dev", MBOX);
        file("mail/thunderbird", "From \r\n" + MESSAGE);
        file("mail/mmdf", "\001\001\001\001\n" + MESSAGE);
        file("mail/notes.txt", "From time to time I write notes\n");
        assertThat(find().mbox()).containsExactly("mail...");
        assertThat(find().mboxes()).isEqualTo(4);
        maildir("mail/md");
        FoundMail mixed = find();
        assertThat(mixed.mbox()).containsExactly("mail/inbox", "mail/mmdf", "mail/thunderbird", "mail/lists...");
        assertThat(mixed.maildir()).containsExactly("mail...");
    }

    @Test
    void compressedMboxesCount() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(FileNames.bytes(MBOX));
        }
        Path file = file("mail/old.gz", "");
        Files.write(file, bytes.toByteArray());
        try (var in = MessageFiles.open(file)) {
            if (in.read() != 'F') {
                abort("MessageFiles does not decompress here");
            }
        }
        assertThat(find().mbox()).containsExactly("mail...");
    }

    @Test
    void theSpoolIsFoundEvenIfEmptyAndOnlyOnce() throws IOException {
        variables.put("MAIL", file("mail/inbox", "").toString());
        assertThat(find().mbox()).as("empty, and inside mail").isEmpty();
        variables.put("MAIL", Files.createFile(top.resolve("spool")).toString());
        FoundMail found = find();
        assertThat(found.mbox()).containsExactly(top.resolve("spool").toString());
    }

    @Test
    void homeItselfIsNeverATree() throws IOException {
        maildir("one");
        maildir("two/three");
        maildir(".hidden/cache");
        file("box", MBOX);
        FoundMail found = find(home);
        assertThat(found.maildir()).containsExactly("one...", "two...");
        assertThat(found.mbox()).containsExactly("box");
        assertThat(found.base()).isEqualTo(home);
    }

    @Test
    void mailElsewhereHasItsOwnBase() throws IOException {
        home = Files.createDirectory(top.resolve("srv"));
        maildir("mail/ann");
        maildir("mail/bob");
        FoundMail found = find(home.resolve("mail"));
        assertThat(found.base()).isEqualTo(home);
        assertThat(found.maildir()).containsExactly("mail...");
        FoundMail two = find(home.resolve("mail/ann"), home.resolve("mail/bob/"), home.resolve("mail/ann"));
        assertThat(two.base()).isEqualTo(home.resolve("mail"));
        assertThat(two.maildir()).containsExactly("ann...", "bob...");
    }

    @Test
    void wildcardsInNamesAreBracketed() throws IOException {
        maildir("Mail/[Gmail]*");
        assertThat(find(home.resolve("Mail/[Gmail]*")).maildir()).containsExactly("Mail/[[]Gmail][*]...");
        file("dots...", MBOX);
        assertThat(find(home.resolve("dots...")).mbox()).containsExactly("dots..[.]");
    }

    @Test
    void symbolicLinksAreNotFollowedAndDeepTreesAreLeft() throws IOException {
        maildir("Mail/md");
        Files.createSymbolicLink(home.resolve("Mail/loop"), home.resolve("Mail"));
        maildir("Mail/1/2/3/4/5/6/7/8/9/deep");
        FoundMail found = find();
        assertThat(found.maildirs()).isEqualTo(1);
        assertThat(found.remarks()).singleElement().asString().contains("8 levels deep");
    }

    @Test
    void manySingleMessagesAreWorthAWord() throws IOException {
        for (int i = 0; i < 12; i++) {
            file("Mail/quarantine/" + i + ".eml", MESSAGE);
        }
        assertThat(find().remarks()).singleElement().asString().contains("12 files", "files=Mail...");
    }

    @Test
    void absentPlacesAndPlacesWithoutMailAreTold() throws IOException {
        assertThatThrownBy(() -> find(Path.of("absent"))).isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
        file("docs/letter.txt", "Dear all\n");
        FoundMail found = find(home.resolve("docs"));
        assertThat(found.isEmpty()).isTrue();
        assertThat(found.remarks()).containsExactly(home.resolve("docs") + ": no mail found");
        assertThat(find().remarks()).isEmpty();
    }
}
