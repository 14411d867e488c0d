package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import majix.formats.MessageRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MboxResultTest {
    private static final String SEPARATOR = "From mairix@mairix Mon Jan  1 12:34:56 1970\n";

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
        return mail.search(VFolderKind.MBOX, List.of(hits));
    }

    private List<String> subjects() throws IOException {
        return Files.readAllLines(mail.target).stream().filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring(9)).toList();
    }

    private String copy(MessageRef ref, String text) {
        return SEPARATOR + "X-source-folder: " + ref.path() + "\n" + text + "\n";
    }

    @Test
    void messagesStandInTheOrderOfTheHits() throws IOException {
        VFolder.Outcome outcome = search(plums.get(1), apple, plums.get(0));

        assertThat(outcome.messages()).isEqualTo(3);
        assertThat(outcome.created()).isEmpty();
        assertThat(mail.target).content().isEqualTo(copy(plums.get(1), Mail.text("second plum"))
                + copy(apple, Mail.text("inbox/17")) + copy(plums.get(0), Mail.text("first plum")));
        assertThat(Files.getPosixFilePermissions(mail.target)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(mail.litter()).containsExactly(".vf.majix");
    }

    @Test
    void messagesInTheOrderOfTheirFileNeedNoSorting() throws IOException {
        search(plums.get(0), plums.get(1));

        assertThat(subjects()).containsExactly("first plum", "second plum");
    }

    @Test
    void linesThatLookLikeSeparatorsAreQuoted() throws IOException {
        String text = "From here: x\nSubject: quotes\n\nFrom a@b.example Tue Mar  4 12:00:00 2025\n>From one\n>>From two\n"
                + "Fro\n>Frog\nFrom\n> From\nsaid From here\nFrom";
        Path file = mail.write("inbox/18", text);

        search(new MessageRef.WholeFile(file), apple);

        String quoted = """
                >From here: x
                Subject: quotes

                >From a@b.example Tue Mar  4 12:00:00 2025
                >>From one
                >>>From two
                Fro
                >Frog
                From
                > From
                said From here
                From
                """;
        assertThat(mail.target).content().isEqualTo(copy(new MessageRef.WholeFile(file), quoted)
                + copy(apple, Mail.text("inbox/17")));
    }

    @Test
    void whatWasQuotedInAnMboxIsNotQuotedAgain() throws IOException {
        String text = "Subject: quotes\n\n>From a@b.example Tue Mar  4 12:00:00 2025\n>>From two\nFrom here on\n";
        MessageRef slice = mail.mbox("quoted", text, Mail.text("next")).getFirst();
        MessageRef file = new MessageRef.WholeFile(mail.write("inbox/19", ">From a file\n"));

        search(slice, file);

        assertThat(mail.target).content().isEqualTo(
                copy(slice, text.replace("\nFrom here", "\n>From here")) + copy(file, ">>From a file\n"));
    }

    @Test
    void quotingDoesNotDependOnWhereBuffersEnd() throws IOException {
        for (int fill = 65_530; fill < 65_540; fill++) {
            Path file = mail.write("inbox/big", "S: " + "x".repeat(fill - 5) + "\n\nFrom a\n>From b\n");

            search(new MessageRef.WholeFile(file));

            assertThat(mail.target).content().endsWith("x\n\n>From a\n>>From b\n\n");
        }
    }

    @Test
    void noHitsLeaveAnEmptyFile() throws IOException {
        search(apple);

        search();

        assertThat(mail.target).isEmptyFile();
        search(banana);
        assertThat(subjects()).containsExactly("md/cur/2.host:2,FR");
    }

    @Test
    void augmentingAppendsWhatIsNotThereYet() throws IOException {
        search(apple, plums.get(1));
        mail.augment = true;

        VFolder.Outcome outcome = search(plums.get(0), plums.get(1), banana, apple);

        assertThat(outcome.messages()).isEqualTo(4);
        assertThat(subjects()).containsExactly("inbox/17", "second plum", "first plum", "md/cur/2.host:2,FR");
    }

    @Test
    void augmentingKnowsMessagesInAFileThatAMailProgramRewrote() throws IOException {
        search(apple, plums.get(1));
        Files.writeString(mail.target, Files.readString(mail.target).replace("Subject:", "Status: RO\nSubject:"));
        mail.augment = true;

        search(plums.get(1), banana);

        assertThat(subjects()).containsExactly("inbox/17", "second plum", "md/cur/2.host:2,FR");
    }

    /// Deletes a message as mutt does, which writes flags into the others.
    private void delete(String subject) throws IOException {
        StringBuilder left = new StringBuilder();
        for (String message : Files.readString(mail.target).split("(?=From mairix@mairix )", -1)) {
            if (!message.contains("Subject: " + subject + "\n")) {
                left.append(message.replaceFirst("\n\n", "\nStatus: RO\nContent-Length: 17\nLines: 1\n\n"));
            }
        }
        Files.writeString(mail.target, left);
    }

    @Test
    void augmentingAddsWhatAMailProgramDeletedAndNothingElse() throws IOException {
        search(banana, apple);
        search(apple, plums.get(0), plums.get(1));
        delete("first plum");
        mail.augment = true;

        VFolder.Outcome outcome = search(apple, plums.get(0), plums.get(1), banana);

        assertThat(outcome.messages()).isEqualTo(4);
        assertThat(subjects()).containsExactly("inbox/17", "second plum", "first plum", "md/cur/2.host:2,FR");
    }

    @Test
    void aListOfAnOlderVersionIsBelievedIfNoMessageIsGone() throws IOException {
        search(apple, plums.get(0));
        Path list = root.resolve(".vf.majix");
        Files.writeString(list, Files.readString(list).replaceAll("/[0-9a-f]{16}\n", "\n"));
        Files.writeString(mail.target, Files.readString(mail.target).replace("Subject:", "Status: RO\nSubject:"));
        String older = Files.readString(list);
        mail.augment = true;

        search(apple, plums.get(0));
        assertThat(subjects()).containsExactly("inbox/17", "first plum");

        Files.writeString(list, older);
        delete("first plum");
        VFolder.Outcome outcome = search(plums.get(0));
        assertThat(outcome.messages()).isEqualTo(1);
        assertThat(subjects()).containsExactly("inbox/17", "first plum");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void augmentingBeginsANewMessageWhereAnEditorTookTheEmptyLine(int taken) throws IOException {
        search(apple);
        String text = Files.readString(mail.target);
        Files.writeString(mail.target, text.substring(0, text.length() - taken));
        mail.augment = true;

        search(banana);

        assertThat(mail.target).content()
                .isEqualTo(copy(apple, Mail.text("inbox/17")) + copy(banana, Mail.text("md/cur/2.host:2,FR")));
    }

    @Test
    void aForeignFileIsRefusedAlsoWithForce() throws IOException {
        mail.force = true;
        for (String text : List.of("precious\n", SEPARATOR + "Subject: x\n\n",
                "From ann@writers.example Tue Mar  4 12:00:00 2025\n" + Mail.text("x"))) {
            mail.write("vf", text);

            assertThatThrownBy(() -> search(apple)).isInstanceOf(FolderRefusedException.class)
                    .hasMessageContaining(mail.target + " holds what majix did not write");
            assertThat(mail.target).content().isEqualTo(text);
        }
    }

    @Test
    void aMessageThatTheUserSavedIntoTheResultIsNotLost() throws IOException {
        search(apple, banana);
        Files.writeString(mail.target, Files.readString(mail.target)
                + "From ann@writers.example Tue Mar  4 12:00:00 2025\n" + Mail.text("mine") + "\n");

        assertThatThrownBy(() -> search(apple)).isInstanceOf(FolderRefusedException.class);
        assertThat(subjects()).contains("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From someone@elsewhere.example\n",
            "more of the last message\nFrom ann@writers.example Tue Mar  4 12:00:00 2025\n"})
    void aMessageOfTheUserIsNotLostWhateverStandsBeforeIt(String separator) throws IOException {
        mail.force = true;
        search(apple, banana);
        Files.writeString(mail.target, Files.readString(mail.target) + separator + Mail.text("mine") + "\n");

        assertThatThrownBy(() -> search(apple)).isInstanceOf(FolderRefusedException.class);
        assertThat(subjects()).contains("mine");
    }

    @Test
    void whatMairixMadeIsTakenOver() throws IOException {
        mail.write("vf", copy(apple, Mail.text("a") + "\nFrom here on a sentence.\n") + copy(apple, Mail.text("b")));

        search(banana);

        assertThat(subjects()).containsExactly("md/cur/2.host:2,FR");
    }

    @Test
    void messagesThatAreGoneAreLeftOut() throws IOException {
        Files.delete(apple.path());
        mail.mbox("box", Mail.text("first plum"));

        VFolder.Outcome outcome = search(plums.get(0), apple, plums.get(1), banana);

        assertThat(outcome.messages()).isEqualTo(2);
        assertThat(outcome.vanished()).containsExactlyInAnyOrder(apple, plums.get(1));
        assertThat(subjects()).containsExactly("first plum", "md/cur/2.host:2,FR");
    }

    /// The separator line before it stands for the one that a delivery program left in a file.
    @Test
    void aFileBringsNoSeparatorOfItsOwn() throws IOException {
        MessageRef file = new MessageRef.WholeFile(
                mail.write("inbox/20", "From a@b.example Tue Mar  4 12:00:00 2025\n" + Mail.text("kiwi")));
        search(file);
        assertThat(mail.target).content().isEqualTo(copy(file, Mail.text("kiwi")));
        assertThat(search(file, apple).messages()).isEqualTo(2);
    }

    /// Some delivery programs quote it, or leave two.
    @ParameterizedTest
    @ValueSource(strings = {">From a@b.example Tue Mar  4 12:00:00 2025\n",
            "From a@b.example Tue Mar  4 12:00:00 2025\n>From c@b.example Tue Mar  4 12:00:00 2025 remote from d\n"})
    void aFileBringsNoQuotedSeparatorEither(String lines) throws IOException {
        MessageRef file = new MessageRef.WholeFile(mail.write("inbox/20", lines + Mail.text("kiwi")));
        search(file);
        assertThat(mail.target).content().isEqualTo(copy(file, Mail.text("kiwi")));
    }

    /// Mail readers pass over one `>`; a second one ends the header for them.
    @Test
    void quotedSeparatorsInTheHeaderStayAsTheyAre() throws IOException {
        String text = "Received: x\n\ty\n>From a@b.example Tue Mar  4 12:00:00 2025\nFrom c d\nSubject: kiwi\n%n>From me\n";
        MessageRef unix = new MessageRef.WholeFile(mail.write("inbox/20", text.replace("%n", "\n")));
        MessageRef dos = new MessageRef.WholeFile(mail.write("inbox/21", text.replace("%n", "\r\n")));
        MessageRef bare = new MessageRef.WholeFile(mail.write("inbox/22", "\n>From me\n"));
        search(unix, dos, bare);
        String copied = text.replace("From c", ">From c").replace(">From me", ">>From me");
        assertThat(mail.target).content().isEqualTo(
                copy(unix, copied.replace("%n", "\n")) + copy(dos, copied.replace("%n", "\r\n"))
                        + copy(bare, "\n>>From me\n"));
    }
}
