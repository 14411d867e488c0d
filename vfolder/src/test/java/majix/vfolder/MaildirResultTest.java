package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import majix.formats.Flag;
import majix.formats.MessageRef;
import majix.formats.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MaildirResultTest {
    @TempDir
    Path root;
    private Mail mail;
    private MessageRef apple;
    private MessageRef banana;
    private MessageRef cherry;

    @BeforeEach
    void writeMail() throws IOException {
        mail = new Mail(root);
        apple = mail.file("md/cur/1.host:2,S");
        banana = mail.file("md/cur/2.host:2,FR");
        cherry = mail.file("md/new/3.host");
    }

    private VFolder.Outcome search(MessageRef... hits) throws IOException {
        return mail.search(VFolderKind.MAILDIR, List.of(hits));
    }

    @Test
    void linksLieAsTheirSourcesDo() throws IOException {
        VFolder.Outcome outcome = search(apple, banana, cherry);

        assertThat(outcome.messages()).isEqualTo(3);
        assertThat(outcome.created()).extracting(path -> root.relativize(path).toString()).containsExactly("vf",
                "vf/cur", "vf/new", "vf/tmp");
        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/1.host:2,S :2,S",
                "cur md/cur/2.host:2,FR :2,FR", "new md/new/3.host");
        assertThat(mail.tree()).filteredOn(name -> !name.endsWith("/")).allMatch(
                name -> name.matches("(cur|new)/123456789\\.[0-9a-f]{16}\\.mairix(:2,[DFPRST]+)?"));
        for (String name : mail.tree()) {
            if (!name.endsWith("/")) {
                assertThat(Files.readSymbolicLink(mail.target.resolve(name))).startsWith(root.resolve("md"));
            }
        }
    }

    @Test
    void everythingIsPrivate() throws IOException {
        search(apple, mail.mbox("box", Mail.text("plum")).getFirst());

        for (String name : List.of("", "cur", "new", "tmp")) {
            assertThat(Files.getPosixFilePermissions(mail.target.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        for (String name : mail.tree()) {
            Path path = mail.target.resolve(name);
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void theNextSearchReplacesTheFirst() throws IOException {
        search(apple, banana);

        VFolder.Outcome outcome = search(cherry);

        assertThat(outcome.created()).isEmpty();
        assertThat(mail.shown()).containsExactly("new md/new/3.host");
        assertThat(mail.litter()).isEmpty();
    }

    @Test
    void noHitsLeaveAnEmptyMaildir() throws IOException {
        search(apple);

        assertThat(search().messages()).isZero();

        assertThat(mail.tree()).containsExactly("cur/", "new/", "tmp/");
    }

    @Test
    void anUnchangedLinkIsLeftAlone() throws IOException {
        search(apple, banana);
        Path link = link(apple);
        Object before = key(link);

        search(apple, cherry);

        assertThat(key(link)).isEqualTo(before);
    }

    @Test
    void aLinkKeepsWhatItsReaderDidToIt() throws IOException {
        search(apple, cherry);
        Path link = link(cherry);
        Files.move(link, mail.target.resolve("cur/" + link.getFileName() + ":2,FS"));

        search(cherry, banana);

        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/new/3.host :2,FS", "cur md/cur/2.host:2,FR :2,FR");
    }

    @Test
    void aMessageIsCalledTheSameInEverySearch() throws IOException {
        search(apple, banana, cherry);
        Path before = link(banana);

        search(cherry);
        search(banana);

        assertThat(link(banana)).isEqualTo(before);
    }

    @Test
    void aMessageWhoseFlagsChangedIsFoundUnderItsNewName() throws IOException {
        search(apple);
        Files.move(apple.path(), root.resolve("md/cur/1.host:2,RS"));
        Files.move(cherry.path(), root.resolve("md/cur/3.host:2,S"));

        VFolder.Outcome outcome = search(apple, cherry);

        assertThat(outcome.messages()).isEqualTo(2);
        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/1.host:2,S :2,RS", "cur md/new/3.host :2,S");
        assertThat(mail.tree()).hasSize(5);
    }

    @Test
    void aMessageThatIsGoneIsNotInTheResult() throws IOException {
        search(apple, banana);
        Files.delete(apple.path());

        VFolder.Outcome outcome = search(apple, banana);

        assertThat(outcome.messages()).isEqualTo(1);
        assertThat(outcome.vanished()).containsExactly(apple);
        assertThat(mail.shown()).containsExactly("cur md/cur/2.host:2,FR :2,FR");
    }

    @Test
    void aMessageFoundTwiceIsInTheResultOnce() throws IOException {
        assertThat(search(apple, apple).messages()).isEqualTo(1);
        assertThat(mail.shown()).hasSize(1);
    }

    /// A link that leads to itself stands for a directory without rights, which root has everywhere.
    @ParameterizedTest
    @EnumSource
    void messagesThatCannotBeLookedAtAreNotGone(VFolderKind kind) throws IOException {
        MessageRef numbered = mail.file("mh/5");
        MessageRef gone = new MessageRef.WholeFile(root.resolve("md/new/4.host"));
        for (String closed : List.of("md/cur", "mh")) {
            Files.move(root.resolve(closed), root.resolve("aside" + closed.length()));
            Files.createSymbolicLink(root.resolve(closed), root.resolve(closed));
        }

        VFolder.Outcome outcome = mail.search(kind, List.of(apple, cherry, numbered, gone));

        assertThat(outcome.messages()).isEqualTo(1);
        assertThat(outcome.vanished()).containsExactly(gone);
        assertThat(outcome.problems()).extracting(Problem::path).containsExactly(apple.path(), numbered.path());
        assertThat(outcome.problems()).extracting(Problem::text).doesNotContain("null", "")
                .allSatisfy(text -> assertThat(text).doesNotContain(root.toString()));
    }

    @Test
    void augmentingKeepsWhatCannotBeLookedAt() throws IOException {
        search(apple, cherry);
        Files.move(root.resolve("md/cur"), root.resolve("aside"));
        Files.createSymbolicLink(root.resolve("md/cur"), root.resolve("md/cur"));
        mail.augment = true;

        search(cherry);

        assertThat(mail.tree()).hasSize(5);
    }

    @Test
    void twoFilesOfOneBaseNameAreTwoMessages() throws IOException {
        MessageRef twin = mail.file("md/cur/1.host:2,");

        assertThat(search(apple, twin, apple).messages()).isEqualTo(2);
        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/1.host:2,S :2,S", "cur md/cur/1.host:2,");
    }

    @Test
    void aFileIsNotShownInPlaceOfItsTwinThatIsGone() throws IOException {
        MessageRef twin = mail.file("md/cur/1.host:2,");
        Files.delete(apple.path());

        assertThat(search(apple, twin).messages()).isEqualTo(1);
        assertThat(search(twin, apple).messages()).isEqualTo(1);
        assertThat(mail.shown()).containsExactly("cur md/cur/1.host:2,");
    }

    @Test
    void partsOfFilesAreCopiedWithTheirSource() throws IOException {
        List<MessageRef> plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));

        try (VFolder folder = mail.open(VFolderKind.MAILDIR)) {
            folder.add(plums.get(1), EnumSet.of(Flag.SEEN, Flag.REPLIED));
            folder.add(plums.get(0), Set.of());
            folder.finish();
        }

        assertThat(mail.shown()).containsExactlyInAnyOrder("cur second plum :2,RS", "new first plum");
        String copy = mail.tree().stream().filter(name -> name.startsWith("new/1")).findFirst().orElseThrow();
        assertThat(mail.target.resolve(copy)).content()
                .isEqualTo("X-source-folder: " + root.resolve("box") + "\n" + Mail.text("first plum") + "\n");
    }

    @Test
    void aCompressedFileIsCopiedReadably() throws IOException {
        search(new MessageRef.WholeFile(gzip("md/new/4.host")));

        assertThat(mail.shown()).containsExactly("new pressed");
    }

    private Path gzip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(Mail.text("pressed").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.toByteArray());
    }

    @Test
    void aFileOfTheSizeThatIsKnownIsLinkedToUnopened() throws IOException {
        Path file = gzip("md/cur/9.host,S=100:2,SZ");
        MessageRef hit = new MessageRef.WholeFile(file);

        add(hit, Files.size(file));
        assertThat(entry(hit, ":2,S")).isSymbolicLink();

        add(hit, Files.size(file) + 1);
        assertThat(mail.shown()).containsExactly("cur pressed :2,S");
    }

    @Test
    void aRenamedFileOfKnownSizeIsFoundAndAMissingOneTold() throws IOException {
        long size = Files.size(apple.path());
        Files.move(apple.path(), root.resolve("md/cur/1.host:2,RS"));

        assertThat(add(apple, size).messages()).isEqualTo(1);
        assertThat(mail.shown()).containsExactly("cur md/cur/1.host:2,S :2,RS");

        Files.delete(root.resolve("md/cur/1.host:2,RS"));
        assertThat(add(apple, size).vanished()).containsExactly(apple);
    }

    private VFolder.Outcome add(MessageRef hit, long plainSize) throws IOException {
        try (VFolder folder = mail.open(VFolderKind.MAILDIR)) {
            folder.add(hit, EntryName.flags(hit.path().toString()), plainSize);
            return folder.finish();
        }
    }

    @Test
    void theSameSearchAgainChangesNothing() throws IOException {
        search(apple, banana);
        Object list = key(mail.target.resolve(".majix"));
        Object link = key(link(apple));

        assertThat(search(apple, banana).messages()).isEqualTo(2);

        assertThat(key(mail.target.resolve(".majix"))).isEqualTo(list);
        assertThat(key(link(apple))).isEqualTo(link);
        assertThat(mail.litter()).isEmpty();
    }

    @Test
    void theSameSearchAgainPutsRightWhatWasChangedAtOnceAfterTheFirst() throws IOException {
        search(apple, banana);
        Files.delete(link(apple));
        assertThat(search(apple, banana).messages()).isEqualTo(2);
        assertThat(mail.tree()).hasSize(5);

        Files.delete(mail.target.resolve("tmp"));
        search(apple, banana);
        assertThat(mail.tree()).contains("tmp/");

        mail.hardLinks = true;
        search(apple, banana);
        assertThat(Files.isSymbolicLink(entry(apple, ":2,S"))).isFalse();
        mail.hardLinks = false;
        search(apple, banana);
        assertThat(entry(apple, ":2,S")).isSymbolicLink();
    }

    @Test
    void theSameSearchAgainFollowsAMessageThatWasRenamed() throws IOException {
        search(apple, banana);
        Path now = root.resolve("md/cur/1.host:2,ST");
        Files.move(apple.path(), now);

        search(apple, banana);

        assertThat(Files.readSymbolicLink(entry(apple, ":2,ST"))).isEqualTo(now);
    }

    @Test
    void anMboxThatBecameShorterIsToldAndCostsItsMessagesOnly() throws IOException {
        List<MessageRef> plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));
        mail.mbox("box", Mail.text("first plum"));

        VFolder.Outcome outcome = search(plums.get(0), plums.get(1), apple);

        assertThat(outcome.vanished()).containsExactly(plums.get(1));
        assertThat(mail.shown()).containsExactlyInAnyOrder("cur first plum :2,S", "cur md/cur/1.host:2,S :2,S");
    }

    @Test
    void aDirectoryInPlaceOfAnMboxIsAProblem() throws IOException {
        MessageRef plum = mail.mbox("box", Mail.text("plum")).getFirst();
        Files.delete(plum.path());
        Files.createDirectory(plum.path());

        VFolder.Outcome outcome = search(plum, apple);

        assertThat(outcome.messages()).isEqualTo(1);
        assertThat(outcome.problems()).extracting(majix.formats.Problem::path).containsExactly(plum.path());
    }

    @Test
    void hardLinksAreTheSameFile() throws IOException {
        mail.hardLinks = true;

        search(apple, banana);
        search(apple);

        Path entry = mail.target.resolve("cur/" + name(apple) + ":2,S");
        assertThat(Files.isSymbolicLink(entry)).isFalse();
        assertThat(Files.isSameFile(entry, apple.path())).isTrue();
    }

    @Test
    void aHardLinkThatCannotBeMadeIsAnErrorAndChangesNothing() throws IOException {
        search(apple);
        Path elsewhere = Path.of("/dev/shm/majix-test-" + System.nanoTime());
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/shm")), "no second file system");
        mail.hardLinks = true;
        try {
            Files.writeString(elsewhere, Mail.text("far away"));
            assertThatThrownBy(() -> search(banana, new MessageRef.WholeFile(elsewhere)))
                    .isInstanceOf(IOException.class).hasMessageContaining(elsewhere.toString());
        } finally {
            Files.deleteIfExists(elsewhere);
        }
        assertThat(mail.shown()).containsExactly("cur md/cur/1.host:2,S :2,S");
        assertThat(mail.target.resolve(Listing.STAGING)).doesNotExist();
    }

    @Test
    void augmentingKeepsWhatIsThereAndAddsNothingTwice() throws IOException {
        MessageRef plum = mail.mbox("box", Mail.text("plum")).getFirst();
        search(apple, plum);
        mail.augment = true;
        search(banana);

        Files.move(apple.path(), root.resolve("md/cur/1.host:2,ST"));
        MessageRef renamed = new MessageRef.WholeFile(root.resolve("md/cur/1.host:2,ST"));
        VFolder.Outcome outcome = search(renamed, banana, plum);

        assertThat(outcome.messages()).isEqualTo(3);
        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/1.host:2,S :2,ST",
                "cur md/cur/2.host:2,FR :2,FR", "cur plum :2,S");
    }

    @Test
    void augmentingFollowsRenamedMessagesAndDropsDeletedOnes() throws IOException {
        search(apple, banana);
        Files.move(apple.path(), root.resolve("md/cur/1.host:2,RS"));
        Files.delete(banana.path());
        mail.augment = true;

        search(cherry);

        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/1.host:2,S :2,RS", "new md/new/3.host");
    }

    @Test
    void entriesOfTheUserSurvive() throws IOException {
        search(apple, banana);
        mail.write("vf/cur/mine.host:2,S", Mail.text("my note"));
        mail.write("vf/new/mine2.host", Mail.text("my second note"));
        mail.write("vf/tmp/half", "x");
        mail.write("vf/todo.txt", "x");

        search(banana, cherry);

        assertThat(mail.shown()).containsExactlyInAnyOrder("cur my note :2,S", "new my second note", "?",
                "cur md/cur/2.host:2,FR :2,FR", "new md/new/3.host");
        search();
        assertThat(mail.tree()).containsExactly("cur/", "cur/mine.host:2,S", "new/", "new/mine2.host", "tmp/",
                "tmp/half", "todo.txt");
    }

    @Test
    void closedWithoutFinishingEverythingIsAsItWas() throws IOException {
        try (VFolder folder = mail.open(VFolderKind.MAILDIR)) {
            folder.add(apple, Set.of());
        }
        assertThat(mail.target).doesNotExist();
        search(apple);
        try (VFolder folder = mail.open(VFolderKind.MAILDIR)) {
            folder.add(banana, Set.of());
        }
        assertThat(mail.shown()).containsExactly("cur md/cur/1.host:2,S :2,S");
    }

    @Test
    void missingParentsAreMadeAndTold() throws IOException {
        VFolder.Options options = new VFolder.Options(false, false, false, List.of());
        try (VFolder folder = VFolder.open(VFolderKind.MAILDIR, root.resolve("a/b/c"), options)) {
            folder.add(apple, Set.of());
            assertThat(folder.finish().created()).extracting(path -> root.relativize(path).toString())
                    .containsExactly("a", "a/b", "a/b/c", "a/b/c/cur", "a/b/c/new", "a/b/c/tmp");
        }
    }

    @Test
    void aFolderThatIsALinkStaysOne() throws IOException {
        Files.createDirectory(root.resolve("real"));
        Files.createSymbolicLink(mail.target, root.resolve("real"));

        search(apple, banana);
        search(cherry);

        assertThat(Files.isSymbolicLink(mail.target)).isTrue();
        assertThat(mail.shown()).containsExactly("new md/new/3.host");
    }

    @Test
    void theRightsThatTheUserGaveTheFolderStay() throws IOException {
        search(apple);
        Files.setPosixFilePermissions(mail.target, PosixFilePermissions.fromString("rwxr-x---"));

        search(banana, cherry);

        assertThat(Files.getPosixFilePermissions(mail.target)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void aFolderThatLostAPartIsMadeWhole() throws IOException {
        search(apple);
        Files.delete(mail.target.resolve("new"));

        search(apple);

        assertThat(mail.tree()).contains("new/");
    }

    @Test
    void aMaildirResultCanBecomeAnEmptyMhResult() throws IOException {
        search(apple);
        mail.search(VFolderKind.MH, List.of());

        assertThat(mail.tree()).isEmpty();
    }

    @Test
    void aMaildirResultCanBecomeAnMhResultAndBack() throws IOException {
        search(apple, banana);
        mail.search(VFolderKind.MH, List.of(apple, banana, cherry));
        assertThat(mail.tree()).containsExactly("1", "2", "3");

        search(banana, cherry);

        assertThat(mail.shown()).containsExactlyInAnyOrder("cur md/cur/2.host:2,FR :2,FR", "new md/new/3.host");
    }

    @Test
    void resultsOfAnotherFormatAreNotThrownAwayByAugmenting() throws IOException {
        search(apple, banana);
        Set<String> before = mail.tree();
        mail.augment = true;

        assertThatThrownBy(() -> mail.search(VFolderKind.MH, List.of(cherry)))
                .isInstanceOf(FolderRefusedException.class).hasMessageStartingWith(mail.target
                        + " holds results of mformat=maildir, to which -a adds nothing with mformat=mh. ");
        assertThat(mail.tree()).isEqualTo(before);

        mail.augment = false;
        search();
        mail.augment = true;
        mail.search(VFolderKind.MH, List.of(cherry));
        assertThat(mail.tree()).containsExactly("1");
        assertThatThrownBy(() -> search(apple)).isInstanceOf(FolderRefusedException.class);
        assertThatThrownBy(() -> mail.search(VFolderKind.MBOX, List.of(apple)))
                .isInstanceOf(FolderRefusedException.class);
    }

    private Path link(MessageRef ref) throws IOException {
        for (String name : mail.tree()) {
            Path path = mail.target.resolve(name);
            if (Files.isSymbolicLink(path) && Files.readSymbolicLink(path).equals(ref.path())) {
                return path;
            }
        }
        throw new AssertionError("no link to " + ref);
    }

    private Path entry(MessageRef ref, String info) {
        return mail.target.resolve("cur/" + name(ref) + info);
    }

    private static String name(MessageRef ref) {
        return EntryName.maildir(SourceId.hash(SourceId.identity(ref), 0));
    }

    private static Object key(Path link) throws IOException {
        return Files.readAttributes(link, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }
}
