package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.MessageRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MhResultTest {
    @TempDir
    Path root;
    private Mail mail;
    private MessageRef apple;
    private MessageRef banana;
    private List<MessageRef> plums;

    @BeforeEach
    void writeMail() throws IOException {
        mail = new Mail(root);
        apple = mail.file("inbox/17");
        banana = mail.file("md/cur/2.host:2,FR");
        plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));
    }

    private VFolder.Outcome search(MessageRef... hits) throws IOException {
        return mail.search(VFolderKind.MH, List.of(hits));
    }

    private List<String> subjects(String... numbers) {
        return java.util.Arrays.stream(numbers).map(number -> Mail.subject(mail.target.resolve(number))).toList();
    }

    @Test
    void numbersFollowTheOrderOfTheHits() throws IOException {
        VFolder.Outcome outcome = search(plums.get(1), apple, plums.get(0), banana);

        assertThat(outcome.created()).containsExactly(mail.target);
        assertThat(mail.tree()).containsExactly("1", "2", "3", "4");
        assertThat(subjects("1", "2", "3", "4")).containsExactly("second plum", "inbox/17", "first plum",
                "md/cur/2.host:2,FR");
        assertThat(Files.isSymbolicLink(mail.target.resolve("2"))).isTrue();
    }

    @Test
    void aMessageThatIsGoneLeavesNoGap() throws IOException {
        Files.delete(apple.path());

        search(plums.get(1), apple, plums.get(0));

        assertThat(mail.tree()).containsExactly("1", "2");
    }

    @Test
    void theNextSearchBeginsAgain() throws IOException {
        search(apple, banana, plums.get(0));

        search(banana);
        assertThat(mail.tree()).containsExactly("1");
        assertThat(subjects("1")).containsExactly("md/cur/2.host:2,FR");

        search();
        assertThat(mail.tree()).isEmpty();
    }

    @Test
    void augmentingGoesOnCounting() throws IOException {
        search(apple, plums.get(0));
        mail.augment = true;

        VFolder.Outcome outcome = search(apple, banana, plums.get(0), plums.get(1));

        assertThat(outcome.messages()).isEqualTo(4);
        assertThat(subjects("1", "2", "3", "4")).containsExactly("inbox/17", "first plum", "md/cur/2.host:2,FR",
                "second plum");
    }

    @Test
    void foreignNumbersArePassedOver() throws IOException {
        search(apple);
        mail.write("vf/2", Mail.text("mine"));
        mail.write("vf/.mh_sequences", "unseen: 1\n");

        search(banana, apple, plums.get(0));

        assertThat(subjects("1", "2", "3", "4")).containsExactly("md/cur/2.host:2,FR", "mine", "inbox/17",
                "first plum");
        assertThat(mail.target.resolve(".mh_sequences")).content().isEqualTo("unseen: 1\n");
    }

    @Test
    void aNumberThatAMailProgramGaveAgainIsForeign() throws IOException {
        search(apple, banana);
        Files.delete(mail.target.resolve("2"));
        mail.write("vf/2", Mail.text("mine"));

        search(banana);
        search();

        assertThat(mail.tree()).containsExactly("2");
        assertThat(subjects("2")).containsExactly("mine");
    }

    @Test
    void hardLinksAreReplacedToo() throws IOException {
        mail.hardLinks = true;
        search(apple, banana, plums.get(0));
        assertThat(Files.isSameFile(mail.target.resolve("2"), banana.path())).isTrue();

        search(banana);

        assertThat(mail.tree()).containsExactly("1");
        assertThat(Files.isSameFile(mail.target.resolve("1"), banana.path())).isTrue();
    }

    @Test
    void whatMairixMadeIsTakenOver() throws IOException {
        Files.createDirectory(mail.target);
        Files.createSymbolicLink(mail.target.resolve("4"), apple.path());
        mail.write("vf/9", "X-source-folder: /box\n" + Mail.text("x"));

        search(banana);

        assertThat(mail.tree()).containsExactly("1");
    }

    private Path marks() {
        return mail.target.resolve(".mh_sequences");
    }

    @Test
    void mailProgramsKnowTheFolderAndTheirMarksStayWithTheNumbers() throws IOException {
        search(apple, plums.get(0), banana);
        assertThat(marks()).isEmptyFile();
        mail.write("vf/.mh_sequences", "unseen: 2\n");

        search(apple, plums.get(0), banana);
        assertThat(marks()).content().isEqualTo("unseen: 2\n");
        mail.augment = true;
        search(plums.get(1));
        assertThat(marks()).content().isEqualTo("unseen: 2\n");
        mail.augment = false;
        search(apple, banana, plums.get(0));
        assertThat(marks()).isEmptyFile();
        assertThat(mail.litter()).isEmpty();

        mail.write("vf/.mh_sequences", "unseen: 1\n");
        search();
        assertThat(marks()).isEmptyFile();
    }

    @Test
    void marksAreMadeAnewWhereAMailProgramLeftFilesOfItsOwn() throws IOException {
        search(apple, banana);
        Files.move(mail.target.resolve("2"), mail.target.resolve(",2"));
        mail.write("vf/.mh_sequences", "unseen: 1\n");

        search(banana);

        assertThat(marks()).isEmptyFile();
        assertThat(mail.tree()).containsExactly(",2", "1");
    }

    @Test
    void marksOfOthersStayAndNoneAreMadeForTheirMail() throws IOException {
        mail.write("vf/3", Mail.text("mine"));
        mail.force = true;
        search(apple);
        assertThat(marks()).doesNotExist();
        mail.write("vf/.mh_sequences", "");
        search(banana, apple);
        mail.write("vf/.mh_sequences", "unseen: 3\n");

        search();

        assertThat(marks()).content().isEqualTo("unseen: 3\n");
        assertThat(mail.tree()).containsExactly(".mh_sequences", "3");
    }

    @Test
    void marksForMailThatCameBetweenTheResultsStay() throws IOException {
        search(apple, banana);
        mail.write("vf/7", Mail.text("mine"));
        mail.write("vf/.mh_sequences", "unseen: 7\n");

        search(banana);
        search(apple, banana);

        assertThat(marks()).content().isEqualTo("unseen: 7\n");
    }

    @Test
    void aFolderOfAnOlderVersionGetsOne() throws IOException {
        search(apple, banana);
        Path list = mail.target.resolve(Manifest.NAME);
        Files.writeString(list, Files.readString(list).replaceFirst("- .mh_sequences\n3\n", "2\n"));
        Files.delete(marks());
        Path before = Files.readSymbolicLink(mail.target.resolve("2"));

        search(apple, banana);

        assertThat(marks()).isEmptyFile();
        assertThat(Files.readSymbolicLink(mail.target.resolve("2"))).isEqualTo(before);
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        assertThat(marks()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "majix-vfolder 1 MH\n"})
    void aFolderThatLostItsListIsMadeAnew(String manifest) throws IOException {
        search();
        mail.write("vf/.majix", manifest);

        search(apple);
        search();

        assertThat(marks()).isEmptyFile();
        assertThat(mail.tree()).isEmpty();
        assertThat(mail.litter()).isEmpty();
    }
}
