package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import majix.formats.faults.Killed;
import majix.formats.faults.Points;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Indexing runs that meet with a fault at one change after the other. Whatever it is: a search in between answers as
/// before or as after, the next run goes on by itself without beginning anew, its answers are those of a fresh index,
/// and nothing lies about. A run that was not killed says what went wrong.
class FaultTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path dir;
    private Path index = Path.of("unset");
    private Path before = Path.of("unset");
    private @Nullable List<String> old;
    private List<String> wanted = List.of();
    private String told = "";
    private FaultedMail mail = new FaultedMail(Path.of("unset"));
    private Map<String, String> sources = Map.of();

    private void prepare(int runs) throws IOException {
        mail = new FaultedMail(Files.createDirectory(dir.resolve("mail")));
        index = dir.resolve("work/index");
        before = dir.resolve("before");
        mail.write();
        for (int i = 1; i <= runs; i++) {
            mail.grow(i);
            mail.index(before, false, NEVER, new ArrayList<>());
        }
        if (runs > 0) {
            old = mail.answers(before);
            mail.change();
        }
        Path fresh = dir.resolve("fresh");
        mail.index(fresh, false, NEVER, new ArrayList<>());
        wanted = mail.answers(fresh);
        told = FaultedMail.told(fresh);
        sources = FaultedMail.files(mail.base(), index);
    }

    private void trial(FaultyDisk disk, Fault fault, boolean purge, Duration rhythm) throws IOException {
        FaultedMail.delete(index.getParent());
        Files.createDirectory(index.getParent());
        if (old != null) {
            FaultedMail.copy(before, index);
        }
        boolean done = run(disk, fault, purge, rhythm);
        if (fault == Fault.POWER) {
            disk.cut(index.getParent(), new Random(disk.count()));
        }
        between(done, rhythm.equals(NEVER));
        List<Problem> problems = new ArrayList<>();
        mail.index(index, false, NEVER, problems);
        assertThat(problems).extracting(Problem::text).noneMatch(text -> text.contains("making it anew")
                && !(old == null && text.contains("has no commit")));
        assertThat(mail.answers(index)).isEqualTo(wanted);
        assertThat(FaultedMail.told(index)).isEqualTo(told);
        if (!litter().isEmpty()) {
            // The files of a commit that could not be deleted go with the next commit.
            mail.index(index, true, NEVER, problems);
        }
        assertThat(litter()).isEmpty();
        assertThat(FaultedMail.files(mail.base(), index)).isEqualTo(sources);
    }

    /// The run with the fault.
    ///
    /// @return whether it says that it did its work
    private boolean run(FaultyDisk disk, Fault fault, boolean purge, Duration rhythm) {
        List<Problem> problems = new ArrayList<>();
        try {
            mail.index(disk.path(index), purge, rhythm, problems);
            assertThat(disk.struck() && fault.kills()).as("went on after a kill").isFalse();
            return true;
        } catch (IOException e) {
            assertThat(e.toString()).contains(fault == Fault.FULL ? "No space left" : "Input/output error");
            assertThat(fault != Fault.FULL || e.toString().contains(index.toString())).as(e + " without a file")
                    .isTrue();
        } catch (Killed e) {
            assertThat(disk.struck()).isTrue();
        }
        assertThat(problems).extracting(Problem::text).noneMatch(text -> text.contains("making it anew"));
        return false;
    }

    /// What a search says before the next run.
    private void between(boolean done, boolean one) throws IOException {
        List<String> now = null;
        try {
            now = mail.answers(index);
        } catch (NoIndexException | IndexDamagedException e) {
            assertThat(e.getMessage()).matches(".*there is no index at .*|has no commit");
            assertThat(old).isNull();
        }
        if (done) {
            assertThat(now).isEqualTo(wanted);
        } else if (one && now != null) {
            assertThat(now).isIn(old, wanted);
        }
    }

    /// What is neither a file of the newest commit nor one of majix's own.
    private List<String> litter() throws IOException {
        Set<String> own = new TreeSet<>(List.of("write.lock", "skipped", "folders"));
        try (Directory directory = new NIOFSDirectory(index)) {
            own.addAll(SegmentInfos.readLatestCommit(directory).files(true));
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !own.contains(name)).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstRun(Fault fault) throws Exception {
        prepare(0);
        assertThat(Points.everywhere("first index", fault, 40, disk -> trial(disk, fault, false, NEVER))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void firstRunThatCommitsInBetween(Fault fault) throws Exception {
        prepare(0);
        assertThat(Points.everywhere("first index with commits in between", fault, 60,
                disk -> trial(disk, fault, false, Duration.ZERO))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void update(Fault fault) throws Exception {
        prepare(8);
        assertThat(Points.everywhere("update", fault, 50, disk -> trial(disk, fault, false, NEVER))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void updateThatCommitsInBetween(Fault fault) throws Exception {
        prepare(3);
        assertThat(Points.everywhere("update with commits in between", fault, 90,
                disk -> trial(disk, fault, false, Duration.ZERO))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void purge(Fault fault) throws Exception {
        prepare(4);
        assertThat(Points.everywhere("update and purge", fault, 60, disk -> trial(disk, fault, true, NEVER)))
                .isPositive();
    }

    /// Between opening a commit and reading it another run may replace it and delete its files, which is no damage.
    @Test
    void aRunThatIsOvertakenBeginsAgain() throws Exception {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "gone", "box");
        archive.write("box", Archive.inMbox(Archive.mail("plum", "1@x")));
        archive.index();
        archive.append("box", Archive.inMbox(Archive.mail("plum", "2@x")));
        List<String> told = new ArrayList<>();
        FolderSpec missing = new FolderSpec(StoreKind.MBOX, dir, List.of("gone", "box"), List.of(), false);
        IndexReport report = Indexer.run(archive.index, List.of(missing),
                new Indexer.Options(false, false, Duration.ZERO, 1), problem -> {
                    told.add(problem.text());
                    if (told.size() == 1) {
                        overtake(archive);
                    }
                }, new Progress());
        assertThat(told).allMatch(text -> text.equals("folder path does not exist"));
        assertThat(report.messages()).isEqualTo(2);
        assertThat(archive.search("s:plum")).hasSize(2);
    }

    private static void overtake(Archive archive) {
        try {
            archive.index(false, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A message too large for memory is read when its file is opened once more.
    @Test
    void aMessageThatCannotBeReadCostsTheOthersNothing() throws IOException {
        StringBuilder box = new StringBuilder(Archive.inMbox(Archive.mail("plum", "1@x")));
        box.append(Archive.inMbox(Archive.mail("plum", "2@x") + "long words\n".repeat(500_000)));
        for (int i = 3; i <= 6; i++) {
            box.append(Archive.inMbox(Archive.mail("plum", i + "@x")));
        }
        int without = 0;
        for (int openings = 1; openings < 5; openings++) {
            Archive real = new Archive(Files.createDirectory(dir.resolve("opened" + openings)));
            Path file = real.write("box", box.toString());
            FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
            disk.refuse(file, openings);
            Archive archive = new Archive(disk.path(real.base)).folders(StoreKind.MBOX, "box");
            archive.index();
            if (!archive.problems.isEmpty()) {
                without++;
                assertThat(archive.problems).extracting(Problem::kind).containsOnly(Problem.Kind.UNREADABLE);
                assertThat(archive.search("s:plum")).as("refused after %s", openings).hasSize(5);
            }
            archive.index();
            assertThat(archive.search("s:plum")).as("in the end, after %s", openings).hasSize(6);
        }
        assertThat(without).isPositive();
    }

    /// Reading breaks off inside a large mbox, in each run at another place, and in the end it does not.
    @ParameterizedTest
    @EnumSource(names = {"MBOX", "FILES"})
    void anMboxThatBreaksOffLeavesNothingTwice(StoreKind kind) throws IOException {
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            box.append(Archive.inMbox(Archive.mail("plum", i + "@x") + "more words\n".repeat(1500)));
        }
        Archive real = new Archive(dir);
        Path file = real.write("q/archive-of-january.mbox", box.toString());
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        Archive archive = new Archive(disk.path(dir)).folders(kind, kind == StoreKind.MBOX
                ? "q/archive-of-january.mbox"
                : "q");
        int partly = 0;
        for (int part : new int[]{2, 5, 3, 8, 4}) {
            disk.breakAt(file, box.length() * part / 10);
            assertThat(archive.index().unreadable()).isOne();
            List<String> found = archive.search("s:plum");
            assertThat(found).doesNotHaveDuplicates();
            assertThat(check()).isEmpty();
            partly += found.isEmpty() ? 0 : 1;
        }
        assertThat(partly).isPositive();
        disk.breakAt(file, Long.MAX_VALUE);
        archive.index();
        assertThat(archive.search("s:plum")).hasSize(300);
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 300, 0));
    }

    private List<IndexCheck.Finding> check() throws IOException {
        return IndexCheck.run(dir.resolve("index"), Duration.ZERO).findings();
    }

    /// Large messages are read by the workers, which open the file once more.
    @Test
    void twoMessagesThatCannotBeReadAreNotedOnce() throws IOException {
        String large = Archive.mail("plum", "large@x") + "long words\n".repeat(500_000);
        Archive real = new Archive(dir);
        Path file = real.write("box", Archive.inMbox(large) + Archive.inMbox(large) + Archive.inMbox(large));
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        disk.refuseAfter(file, 1);
        Archive archive = new Archive(disk.path(dir)).folders(StoreKind.MBOX, "box");
        assertThat(archive.index().messages()).isZero();
        assertThat(check()).isEmpty();
        disk.refuseAfter(file, Integer.MAX_VALUE);
        assertThat(archive.index()).isEqualTo(new IndexReport(3, 0, 0, 3, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAILDIR", "MH"})
    void aFileThatCouldNotBeReadIsTriedAgainThoughItsFolderDidNotChange(StoreKind kind) throws IOException {
        Archive real = new Archive(dir);
        real.maildir("md");
        String sub = kind == StoreKind.MAILDIR ? "md/cur/" : "md/";
        real.write(sub + "1", Archive.mail("plum", "1@x"));
        Path file = real.write(sub + "2", Archive.mail("plum", "2@x"));
        for (String each : List.of("md", "md/cur", "md/new")) {
            Files.setLastModifiedTime(dir.resolve(each), FileTime.fromMillis(1_600_000_000_000L));
        }
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        disk.breakAt(file, 0);
        assertThat(new Archive(disk.path(dir)).folders(kind, "md").index()).isEqualTo(new IndexReport(1, 0, 0, 1, 1));
        List<FolderSpec> folders = List.of(new FolderSpec(kind, dir, List.of("md"), List.of(), false));
        assertThat(Glance.nothingNew(real.index, folders)).isFalse();
        assertThat(real.folders(kind, "md").index(true, false)).isEqualTo(new IndexReport(1, 0, 0, 2, 0));
        assertThat(Glance.nothingNew(real.index, folders)).isTrue();
    }

    /// A small one is read at once, a large one by its parser.
    @ParameterizedTest
    @ValueSource(ints = {1, 500_000})
    void aChangedMessageThatCannotBeReadStaysAsItWas(int lines) throws IOException {
        Archive real = new Archive(dir).folders(StoreKind.MH, "mh");
        real.write("mh/1", Archive.mail("fig", "1@x"));
        real.write("mh/2", Archive.mail("plum", "2@x"));
        real.index();
        Path file = real.write("mh/2", Archive.mail("kiwi", "2@x") + "long words\n".repeat(lines));
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        disk.breakAt(file, lines);
        Archive archive = new Archive(disk.path(dir)).folders(StoreKind.MH, "mh");
        for (int i = 0; i < 2; i++) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 2, 1));
            assertThat(archive.search("s:plum")).containsExactly("mh/2");
            assertThat(check()).isEmpty();
        }
        assertThat(real.index()).isEqualTo(new IndexReport(1, 1, 0, 2, 0));
        assertThat(real.search("s:kiwi")).containsExactly("mh/2");
        assertThat(real.search("s:plum")).isEmpty();
        assertThat(check()).isEmpty();
    }
}
