package majix.formats.maildir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.Flag;
import majix.formats.MailStore;
import majix.formats.MessageBytes;
import majix.formats.MessageRef;
import majix.formats.MessageStream;
import majix.formats.RawMessage;
import majix.formats.StoreKind;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import majix.formats.files.Tree;
import majix.formats.mbox.Compression;
import majix.formats.mbox.CompressionTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaildirStoreTest {
    private static final StoreKind MAILDIR = StoreKind.MAILDIR;

    @TempDir
    private Path base;
    private Tree tree;

    @BeforeEach
    void plant() throws IOException {
        tree = new Tree(base);
        tree.maildirs("md");
    }

    @ParameterizedTest
    @CsvSource({"'1.host:2,S',1.host,SEEN", "'1.host;2,RS',1.host,REPLIED SEEN", "'1.host!2,F',1.host,FLAGGED",
            "'1.host:2,',1.host,''", "1.host,1.host,''",
            "'1.host,S=1,W=2:2,DFPRST','1.host,S=1,W=2',DRAFT FLAGGED PASSED REPLIED SEEN TRASHED",
            "'1.host:2,FSabc',1.host,FLAGGED SEEN", "'1.host:1,X','1.host:1,X',''", "'.hidden:2,T',.hidden,TRASHED",
            "'1.2,S',1.2,''"})
    void namesTellKeyAndFlags(String name, String key, String flags) throws IOException {
        if (key.equals("1.2")) {
            key = name;
        }
        tree.file("md/cur/" + name, "x");
        Entry entry = tree.entries(false, MAILDIR, "md").getFirst();
        assertThat(entry.key()).isEqualTo(key);
        assertThat(entry.name()).isEqualTo("cur/" + name);
        assertThat(String.join(" ", entry.flags().stream().map(Flag::name).toList())).isEqualTo(flags);
    }

    @Test
    void curAndNewAreListedWithStamps() throws IOException {
        Path one = tree.file("md/cur/1:2,S", "four");
        tree.file("md/new/2", "");
        tree.file("md/tmp/3", "");
        tree.file("md/cur/.gitignore", "");
        tree.file("md/cur/dir/4", "");
        tree.link("md/cur/5", "../../elsewhere");
        tree.file("elsewhere", "Subject: x\n\n");
        tree.link("md/cur/6", "../../nowhere");
        Files.setLastModifiedTime(one, FileTime.from(1_600_000_000_123_456_000L, TimeUnit.NANOSECONDS));
        List<Entry> entries = tree.entries(true, MAILDIR, "md");
        assertThat(entries).extracting(Entry::name).containsExactly("cur/1:2,S", "cur/5", "new/2");
        assertThat(entries.getFirst())
                .isEqualTo(new Entry("1", "cur/1:2,S", 1_600_000_000_123_456_000L, 4, 0, Set.of(Flag.SEEN)));
        assertThat(tree.entries(false, MAILDIR, "md").getFirst())
                .isEqualTo(new Entry("1", "cur/1:2,S", Entry.UNKNOWN, Entry.UNKNOWN, 0, Set.of(Flag.SEEN)));
    }

    /// @param listed what is about to be listed when another program moves it
    @ParameterizedTest
    @CsvSource({"cur,true", "new,true", "cur,false", "new,false"})
    void aMessageThatMovesIsListedOnce(String listed, boolean withStamps) throws IOException {
        Path fresh = tree.file("md/new/1", "");
        tree.file("md/new/2", "");
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        disk.before(base.resolve("md").resolve(listed), () -> Files.move(fresh, base.resolve("md/cur/1:2,S")));
        assertThat(new Tree(disk.path(base)).entries(withStamps, MAILDIR, "md")).extracting(Entry::name)
                .containsExactly("cur/1:2,S", "new/2");
    }

    @Test
    void twoFilesThatAreBothThereAreListed() throws IOException {
        tree.file("md/new/1", "");
        tree.file("md/cur/1:2,S", "");
        assertThat(tree.entries(true, MAILDIR, "md")).extracting(Entry::name).containsExactly("cur/1:2,S", "new/1");
    }

    @Test
    void foldersMayBeNamedLikeThePartsOfOne() throws IOException {
        tree.maildirs("mail/inbox", "mail/new", "mail/tmp", "mail/inbox/cur/in", "mail/projects/tmp/alpha",
                "mail/new/sub");
        assertThat(tree.names(MAILDIR, "mail...")).containsExactly("mail/inbox", "mail/new", "mail/new/sub",
                "mail/projects/tmp/alpha", "mail/tmp");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void stampsAreThoseOfTheDirectories() throws IOException {
        Files.setLastModifiedTime(base.resolve("md/cur"), FileTime.from(1000, TimeUnit.SECONDS));
        Files.setLastModifiedTime(base.resolve("md/new"), FileTime.from(2000, TimeUnit.SECONDS));
        Container md = tree.containers(MAILDIR, "md").getFirst();
        assertThat(tree.store(MAILDIR, "md").stamp(md).latest()).isEqualTo(2_000_000_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void filesAreMessagesCompressedOrNot(Compression form) throws IOException {
        String huge = "Subject: big\n\n" + "x\n".repeat(MessageBytes.IN_MEMORY / 2);
        tree.file("md/cur/1:2,S", CompressionTest.compressed(form, "Subject: one\n\nFrom here"));
        tree.file("md/cur/2:2,S", CompressionTest.compressed(form, huge));
        tree.file("md/cur/3:2,S", "");
        assertThat(tree.contents(true, MAILDIR, "md")).containsExactly("MESSAGE md/cur/1:2,S: Subject: one~~From h",
                "MESSAGE md/cur/2:2,S: Subject: big~~x~x~x", "MESSAGE md/cur/3:2,S: ");
        RawMessage message = read("cur/2:2,S");
        assertThat(message.bytes().heldBytes()).isZero();
        assertThat(message.bytes().size()).isEqualTo(huge.length());
        assertThat(message.bytes().open().readAllBytes()).isEqualTo(huge.getBytes(StandardCharsets.US_ASCII));
        assertThat(message.ref()).isEqualTo(new MessageRef.WholeFile(base.resolve("md/cur/2:2,S")));
    }

    @Test
    void damagedFilesGiveWhatCanBeRead() throws IOException {
        byte[] whole = CompressionTest.compressed(Compression.GZIP, "Subject: one\n\n" + "text\n".repeat(100_000));
        tree.file("md/cur/1", Arrays.copyOf(whole, whole.length - 20));
        assertThat(tree.contents(true, MAILDIR, "md")).containsExactly("MESSAGE md/cur/1: Subject: one~~text~t");
        assertThat(tree.problems()).hasSize(1).first().asString().startsWith("UNREADABLE md/cur/1: compressed data");
    }

    @Test
    void aVanishedFileIsAnError() {
        assertThat(catchThrowable(() -> read("cur/gone"))).isInstanceOf(NoSuchFileException.class);
    }

    private RawMessage read(String name) throws IOException {
        MailStore store = tree.store(MAILDIR, "md");
        Container md = tree.containers(MAILDIR, "md").getFirst();
        Entry entry = new Entry("", name, Entry.UNKNOWN, Entry.UNKNOWN, 0, Set.of());
        try (MessageStream stream = store.open(md, entry, Checkpoint.START, p -> {})) {
            RawMessage message = stream.next();
            assertThat(message).isNotNull();
            assertThat(stream.next()).isNull();
            return message;
        }
    }
}
