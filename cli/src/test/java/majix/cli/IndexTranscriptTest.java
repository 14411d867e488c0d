package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import majix.indexer.Indexer;
import majix.indexer.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTranscriptTest {
    private static final String REMADE = "the index is damaged: segments_1: too short";

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void mail() throws IOException {
        user = User.withMail(top.resolve("ann"));
    }

    private Path segments() throws IOException {
        try (Stream<Path> files = Files.list(user.home.resolve("index"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("segments_")).findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void anAttemptThatDoesNotSufficeSaysNothing() throws Exception {
        assertThat(user.tries(Attempt.LOOK, "-F")).isEqualTo("exit 120\n");
        Files.writeString(user.rc, "nonsense=1\n", StandardOpenOption.APPEND);
        String warning = user.tries(Attempt.SHORT, "-F");
        assertThat(warning).startsWith("2> majix: ").contains("nonsense").endsWith("exit 0\n");
        age();
        assertThat(user.tries(Attempt.LOOK, "-F")).isEqualTo("exit 120\n");
        assertThat(user.types("-F")).isEqualTo(warning);
        assertThat(user.tries(Attempt.LOOK, "-F")).isEqualTo(warning);
        assertThat(user.tries(Attempt.LOOK)).isEqualTo("exit 120\n");
        assertThat(user.tries(Attempt.LOOK, "-Fp")).isEqualTo("exit 120\n");
        assertThat(user.tries(Attempt.LOOK, "-Fv")).isEqualTo("exit 120\n");
        assertThat(user.tries(Attempt.LOOK, "--nope")).isEqualTo(user.types("--nope"));
        user.file("Mail/inbox/cur/4.large:2,", User.mail("large", "ann", "Large", "Fri, 03 Jan 2025", "")
                + ("x".repeat(70) + "\n").repeat(400_000));
        assertThat(user.tries(Attempt.SHORT)).isEqualTo("exit 120\n");
        assertThat(user.types("-r", "s:large")).contains("exit 1\n");
        assertThat(user.types()).isEqualTo(warning);
        assertThat(user.types("-r", "s:large")).contains("4.large:2,\n").endsWith("exit 0\n");
    }

    private void age() throws IOException {
        try (Stream<Path> all = Files.walk(user.home.resolve("Mail"))) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(0));
            }
        }
    }

    @Test
    void aRunIsSilentUnlessToldToSpeak() throws Exception {
        assertThat(user.types()).isEqualTo("exit 0\n");
        Files.delete(user.home.resolve("Mail/inbox/cur/1.apple:2,RS"));
        user.file("Mail/inbox/cur/3.kiwi:2,", User.mail("kiwi", "ann", "Kiwi", "Fri, 03 Jan 2025", ""));
        Files.move(user.home.resolve("Mail/inbox/new/2.pear"), user.home.resolve("Mail/inbox/cur/2.pear:2,S"));
        assertThat(user.types("-v")).isEqualTo(
                "2> majix: 5 messages in the index: 1 added, 1 removed, 1 renamed; 0 MB in N s\nexit 0\n");
        for (String again : List.of("-Fv", "-pv", "-Qtav")) {
            assertThat(user.types(again)).isEqualTo(
                    "2> majix: 5 messages in the index: 0 added, 0 removed, 0 renamed; 0 MB in N s\nexit 0\n");
        }
        assertThat(user.disk("Mail/found")).isEmpty();
    }

    @Test
    void foldersThatAreNotThereAreTold() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "maildir=gone\nmh=x*y\n");
        assertThat(user.types()).isEqualTo("""
                2> majix: ~/Mail/gone: folder path does not exist
                2> majix: ~/Mail/x*y: wildcard "x*y" matched nothing
                exit 0
                """);
    }

    @Test
    void filesThatAreNoMailAreToldToThoseWhoAsk() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mbox=note*\n");
        user.file("Mail/notes", "buy sugar\n");
        assertThat(user.types("-v")).isEqualTo("""
                2> majix: ~/Mail/notes: no mbox: no separator line at its start
                2> majix: 5 messages in the index: 5 added, 0 removed, 0 renamed; 1 files were no mail; 0 MB in N s
                exit 0
                """);
        user.file("Mail/notes", "buy salt and sugar\n");
        assertThat(user.types()).isEqualTo("exit 0\n");
    }

    @Test
    void aFileNamedAsAnMboxThatIsNoneIsToldToAll() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mbox=notes\n");
        user.file("Mail/notes", "buy sugar\n");
        for (String option : new String[]{"-p", "-F", "-p"}) {
            assertThat(user.types(option)).isEqualTo(
                    "2> majix: ~/Mail/notes: no mbox: no separator line at its start\nexit 0\n");
        }
    }

    @Test
    void namesCannotCommandTheTerminal() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "maildir=a\u0007b\n");
        assertThat(user.types()).isEqualTo("2> majix: ~/Mail/a?b: folder path does not exist\nexit 0\n");
    }

    @Test
    void aDamagedIndexIsToldBySearchesAndMadeAnew() throws Exception {
        user.types();
        Files.writeString(segments(), "junk");
        for (String[] command : new String[][]{{"s:plum"}, {"-r", "s:plum"}, {"--explain", "s:plum"}, {"-d"}}) {
            assertThat(user.types(command)).isEqualTo(
                    "2> majix: " + REMADE + "; run majix without a query to make it anew\nexit 3\n");
        }
        assertThat(user.disk("Mail/found")).isEmpty();
        assertThat(user.types()).isEqualTo("2> majix: ~/index: " + REMADE + "; making it anew\nexit 0\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }

    @Test
    void anotherRunIsWaitedFor() throws Exception {
        user.types();
        user.file("Mail/old/9", User.mail("fig", "ann", "Fig", "Sat, 04 Jan 2025", ""));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> hold(begun, enough));
        begun.await();
        assertThat(user.types("--wait", "0")).isEqualTo("2> majix: another indexing run holds the index; try again"
                + " later or with a longer --wait\nexit 75\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
        CompletableFuture<Void> later = CompletableFuture.runAsync(enough::countDown,
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        assertThat(user.types("--wait=60")).isEqualTo("exit 0\n");
        later.join();
        other.join();
    }

    /// An indexing run that stands still at a message with a date that cannot be read.
    private void hold(CountDownLatch begun, CountDownLatch enough) {
        try {
            user.file("Elsewhere/odd/1", User.mail("odd", "ann", "Odd", "Someday", ""));
            FolderSpec odd = new FolderSpec(StoreKind.MH, user.home, List.of("Elsewhere/odd"), List.of(), false);
            Indexer.run(user.home.resolve("index"), List.of(odd),
                    new Indexer.Options(false, false, Duration.ZERO, 1), _ -> {
                        begun.countDown();
                        try {
                            enough.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }, new Progress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSearchOfAnIncompleteIndexWarns() throws Exception {
        user.types();
        markIncomplete(segments());
        String warning = "2> majix: the index is not complete: the last indexing run was cut short;"
                + " run majix without a query\n";
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\n" + warning + "exit 0\n");
        assertThat(user.types("-r", "s:quince")).isEqualTo(warning + "exit 1\n");
        assertThat(user.types()).isEqualTo("exit 0\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }

    /// Writes the commit that a killed run leaves: its data say `no`, and Lucene's checksum is at the end.
    private static void markIncomplete(Path segments) throws IOException {
        String bytes = Files.readString(segments, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("\u0008complete\u0003yes");
        byte[] changed = bytes.replace("\u0008complete\u0003yes", "\u0008complete\u0002no")
                .getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(changed, 0, changed.length - Long.BYTES);
        ByteBuffer.wrap(changed).putLong(changed.length - Long.BYTES, checksum.getValue());
        Files.write(segments, changed);
    }

    /// A result found as mail would be there twice, and the folder refused as one that is indexed.
    @ParameterizedTest
    @CsvSource({"maildir,maildir,found", "mh,mh,found[1]", "mbox,mbox,found.mbox"})
    void theResultFolderIsNoMail(String kind, String format, String name) throws Exception {
        user.file(".mairixrc", """
                base=~
                %s=Mail...
                mfolder=Mail/%s
                mformat=%s
                database=~/index2
                """.formatted(kind, name, format));
        user.file("Mail/old/.mh_sequences", "");
        for (int run = 0; run < 3; run++) {
            assertThat(user.types()).isEqualTo("exit 0\n");
            String raw = user.types("-r", "b:ripe");
            assertThat(raw).doesNotContain("found").endsWith("exit 0\n").isNotEqualTo("exit 0\n");
            assertThat(user.types("b:ripe")).contains("Matched ").endsWith("exit 0\n");
            if (format.equals("mh")) {
                // as mutt does
                user.file("Mail/" + name + "/.mh_sequences", "unseen: 1\n");
            }
        }
    }

    @Test
    void aFolderOfOthersIsMailWhateverMfolderSays() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "maildir=in*\nmfolder=inbox\n");
        assertThat(user.types()).isEqualTo("exit 0\n");
        assertThat(user.types("s:pear")).isEqualTo("2> majix: ~/Mail/inbox is an indexed folder."
                + " Name another folder with -o or mfolder=\nexit 3\n");
        assertThat(user.types("-r", "s:pear")).isEqualTo("~/Mail/inbox/new/2.pear\nexit 0\n");
    }

    @Test
    void theDumpShowsMessagesAndWords() throws Exception {
        user.types();
        assertThat(user.types("-d")).startsWith("""
                5 messages
                FILE ~/Mail/old/1, date=1704456000000, tid=""").contains(" replied seen\n", "\njam 3\n")
                .endsWith("exit 0\n");
        assertThat(user.types("-d", "s:plum")).isEqualTo(user.types("--dump"));
    }

    @Test
    void mailAndForeignDatabaseStayAsTheyAre() throws Exception {
        user.file("index", "mairix was here");
        Map<String, String> mail = user.disk("Mail");
        assertThat(user.types("-vp")).endsWith("exit 0\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
        assertThat(user.home.resolve("index")).hasContent("mairix was here");
        assertThat(user.disk("Mail")).isEqualTo(mail);
    }

    @Test
    void anIndexInATreeIsNoMail() throws Exception {
        user.file(".mairixrc", "base=~/Mail\nmbox=...\nfiles=.\nmfolder=found\ndatabase=~/Mail/.mairix_database\n");
        user.types();
        user.types();
        assertThat(user.types("-v")).contains(": 0 added, 0 removed");
        assertThat(user.types("status")).contains("~/Mail/archive").doesNotContain("~/Mail/.mairix_database/")
                .doesNotContain("changed after the index was written");
    }

    /// The rc file names mail by one name, and what majix writes by another. In trees of files there can be no results.
    @ParameterizedTest
    @CsvSource({"~/L,maildir=...,Mail,maildir", "~/L,mbox=...,Mail,mbox", "~/L,files=.,,maildir",
            "/,mbox=~/L...,Mail,mbox",
            "~,maildir=links...,Mail,maildir", "~,files=links,,mh"})
    void whatMajixWritesIsNoMailByAnyName(String base, String rule, String results, String format) throws Exception {
        Files.createSymbolicLink(user.home.resolve("L"), Path.of("Mail"));
        Files.createDirectories(user.home.resolve("links"));
        Files.createSymbolicLink(user.home.resolve("links/mail"), user.home.resolve("Mail"));
        Path top = results == null ? user.home : user.home.resolve(results);
        user.file(".mairixrc",
                "base=" + base + "\n" + rule + "\nmfolder=" + top.resolve("found") + "\nmformat=" + format
                        + "\ndatabase=~/Mail/.database\n");
        user.types();
        String found = user.types("s:jam/apple").replaceAll("(?m)^2> Created.*\n", "");
        assertThat(found).matches("Matched [1-9] messages\nexit 0\n");
        user.types("save", "jam", "-o", top.resolve("live").toString(), "s:jam/apple");
        assertThat(user.types("--up")).endsWith("exit 0\n");
        user.types();
        assertThat(user.types("-v")).contains(": 0 added, 0 removed").doesNotContain("no mbox");
        assertThat(user.types("status")).doesNotContain("changed after the index was written");
        assertThat(user.types("s:jam/apple")).isEqualTo(found);
    }
}
