package majix.formats.mh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.Flag;
import majix.formats.StoreKind;
import majix.formats.files.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MhStoreTest {
    private static final StoreKind MH = StoreKind.MH;

    @TempDir
    private Path base;
    private Tree tree;

    @BeforeEach
    void plant() {
        tree = new Tree(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xmhcache", ".mh_sequences", ".sylpheed_cache", ".sylpheed_mark", ".claws_cache",
            ".claws_mark",
            ".marks", ".overview", "cmeta", "summary", ".mew-summary", "index"})
    void markersMakeAFolder(String marker) {
        tree.file("mh/a/" + marker, "");
        tree.file("mh/a/1", "");
        tree.file("mh/b/1", "");
        assertThat(tree.names(MH, "mh...")).containsExactly("mh/a");
        assertThat(tree.names(MH, "mh/*")).containsExactly("mh/a");
    }

    @Test
    void aPlainDirectoryHasToBeNamed() {
        tree.file("mh/b/1", "");
        tree.file("mh/c/note", "");
        assertThat(tree.names(MH, "mh...", "mh/b")).containsExactly("mh/b");
    }

    @Test
    void foldersOfYearsAreFound() throws IOException {
        for (String folder : List.of("mh/2019", "mh/2020", "mh/2020/12", "mh/2020/b", "mh/2021/1")) {
            tree.file(folder + "/.mh_sequences", "");
            tree.file(folder + "/7", "Subject: x\n\n");
        }
        assertThat(tree.names(MH, "mh...")).containsExactly("mh/2019", "mh/2020", "mh/2020/12", "mh/2020/b",
                "mh/2021/1");
        assertThat(tree.entries(true, MH, "mh/2020")).extracting(Entry::name).containsExactly("7");
    }

    @Test
    void linksToFoldersOfYearsAreFound() throws IOException {
        for (String folder : List.of("elsewhere/7", "elsewhere/2020", "elsewhere/12", "mh/inbox")) {
            tree.file(folder + "/.mh_sequences", "");
            tree.file(folder + "/1", "Subject: x\n\n");
        }
        Files.createDirectories(base.resolve("mh/archive"));
        tree.link("mh/archive/7", "../../elsewhere/7");
        tree.link("mh/inbox/2020", "../../elsewhere/2020");
        tree.link("mh/inbox/012", "../../elsewhere/12");
        assertThat(tree.names(MH, "mh...")).containsExactly("mh/archive/7", "mh/inbox", "mh/inbox/012",
                "mh/inbox/2020");
    }

    @Test
    void numbersAreMessages() throws IOException {
        for (String name : List.of("1", "2.", "0003", "a4", "5a", ",6", "7..", ".", "8.9")) {
            if (!name.equals(".")) {
                tree.file("mh/" + name, "Subject: x\n\n");
            }
        }
        tree.file("mh/9/x", "");
        assertThat(tree.entries(true, MH, "mh")).extracting(Entry::name).containsExactly("0003", "1", "2.");
        assertThat(tree.contents(false, MH, "mh")).containsExactly("MESSAGE mh/0003: Subject: x",
                "MESSAGE mh/1: Subject: x",
                "MESSAGE mh/2.: Subject: x", "NOT_MAIL mh/9: ");
    }

    @Test
    void sequencesAreFlags() throws IOException {
        tree.file("mh/.mh_sequences", "cur: 5\nunseen: 1 3-4\nreplied: 2\n 4\nflagged: 2 5 x 9-8 -\nodd\n");
        for (int i = 1; i <= 5; i++) {
            tree.file("mh/" + i, "");
        }
        assertThat(flags()).containsExactly("1 []", "2 [FLAGGED, REPLIED, SEEN]", "3 []", "4 [REPLIED]",
                "5 [FLAGGED, SEEN]");
    }

    @Test
    void whatIsNoFileOfSequencesCostsNoMessage() throws Exception {
        tree.file("mh/1", "Subject: x\n\n");
        Path sequences = base.resolve("mh/.mh_sequences");
        Files.createDirectory(sequences);
        assertThat(flags()).containsExactly("1 []");
        Files.delete(sequences);
        assertThat(new ProcessBuilder("mkfifo", sequences.toString()).start().waitFor()).isZero();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), this::flags)).containsExactly("1 []");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void manyRangesInAnyOrderAreFlags() throws IOException {
        tree.file("mh/.mh_sequences", "flagged: 7 3-5 1 4-6 9-9 3\nunseen: 3 5 1 7 9\n");
        for (int i = 1; i <= 10; i++) {
            tree.file("mh/" + i, "");
        }
        assertThat(flags()).containsExactly("1 [FLAGGED]", "10 [SEEN]", "2 [SEEN]", "3 [FLAGGED]", "4 [FLAGGED, SEEN]",
                "5 [FLAGGED]", "6 [FLAGGED, SEEN]", "7 [FLAGGED]", "8 [SEEN]", "9 [FLAGGED]");
    }

    @Test
    void asManyRangesAsMessagesTakeNoTime() {
        StringBuilder ranges = new StringBuilder("unseen:");
        for (int i = 1; i < 400_000; i += 2) {
            ranges.append(' ').append(i);
        }
        assertTimeout(Duration.ofSeconds(20), () -> {
            MhSequences sequences = MhSequences.parse(ranges.toString());
            int seen = 0;
            for (int i = 1; i <= 400_000; i++) {
                seen += sequences.flags(i).contains(Flag.SEEN) ? 1 : 0;
            }
            assertThat(seen).isEqualTo(200_000);
        });
    }

    @Test
    void withoutUnseenSequenceNothingIsKnownToBeSeen() throws IOException {
        tree.file("mh/.mh_sequences", "cur: 1\r\nflagged: 1-99999999999999999999 2\r\n");
        tree.file("mh/1", "");
        tree.file("mh/2", "");
        tree.file("mh/123456789012345678901234567890", "");
        assertThat(flags()).containsExactly("1 []", "123456789012345678901234567890 []", "2 [FLAGGED]");
    }

    @Test
    void aChangeOfSequencesChangesTheStamp() throws IOException {
        tree.file("mh/.mh_sequences", "");
        Container mh = tree.containers(MH, "mh").getFirst();
        Files.setLastModifiedTime(base.resolve("mh"), FileTime.from(1000, TimeUnit.SECONDS));
        Files.setLastModifiedTime(base.resolve("mh/.mh_sequences"), FileTime.from(2000, TimeUnit.SECONDS));
        assertThat(tree.store(MH, "mh").stamp(mh).latest()).isEqualTo(2_000_000_000_000L);
        Files.delete(base.resolve("mh/.mh_sequences"));
        Files.setLastModifiedTime(base.resolve("mh"), FileTime.from(3000, TimeUnit.SECONDS));
        assertThat(tree.store(MH, "mh").stamp(mh).latest()).isEqualTo(3_000_000_000_000L);
    }

    private List<String> flags() throws IOException {
        List<String> flags = new ArrayList<>();
        for (Entry entry : tree.entries(false, MH, "mh")) {
            flags.add(entry.key() + " " + entry.flags());
        }
        return flags;
    }
}
