package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import majix.formats.MessageRef;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import majix.formats.faults.Killed;
import majix.formats.faults.Points;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches that meet with a fault at one change of the disk after the other while they write a folder. It holds the old
/// result or the new one, entries of others and the mail are what they were, and the next search just works.
final class FaultTest {
    private static final String ABSENT = "absent";

    @TempDir
    Path dir;
    private Path root = Path.of("unset");

    /// What is searched for, and how.
    ///
    /// @param first whether there is a result already
    /// @param foreign whether entries of others lie beside it
    private record Search(VFolderKind kind, boolean first, boolean foreign, boolean augment, boolean hardLinks,
            List<Integer> wanted) {}

    private static final List<Integer> MANY = List.of(2, 3, 0, 4);
    private static final List<Integer> ONE_MORE = List.of(0, 3, 1, 2);

    private Mail mail(Path at, Search search) {
        Mail mail = new Mail(at);
        mail.augment = search.augment;
        mail.hardLinks = search.hardLinks;
        return mail;
    }

    /// Messages 0 to 2 are files of their own, 3 and 4 lie in an mbox.
    private List<MessageRef> refs(Path at, List<Integer> wanted) throws IOException {
        List<MessageRef> refs = new ArrayList<>();
        for (int number : wanted) {
            List<String> names = List.of("md/cur/0.host:2,S", "md/cur/1.host:2,FR", "md/new/2.host");
            long slice = Files.size(root.resolve("box")) / 2;
            refs.add(number < 3
                    ? new MessageRef.WholeFile(at.resolve(names.get(number)))
                    : new MessageRef.Slice(at.resolve("box"), number == 3 ? 50 : slice + 50,
                            number == 3 ? slice : 2 * slice));
        }
        return refs;
    }

    private void prepare(Search search) throws IOException {
        root = dir.resolve("run");
        delete(root);
        Mail mail = mail(Files.createDirectory(root), search);
        mail.file("md/cur/0.host:2,S");
        mail.file("md/cur/1.host:2,FR");
        mail.file("md/new/2.host");
        mail.mbox("box", Mail.text("plum one") + "x".repeat(20_000) + "\n",
                Mail.text("plum two") + "y".repeat(20_000) + "\n");
        if (search.first) {
            mail.search(search.kind, refs(root, List.of(0, 3, 1)));
        }
        if (search.foreign && search.kind == VFolderKind.MAILDIR) {
            mail.write("vf/cur/mine.host:2,S", Mail.text("mine"));
            mail.write("vf/new/mine2.host", Mail.text("mine too"));
            mail.write("vf/mine.txt", "x");
        } else if (search.foreign) {
            mail.write("vf/4", Mail.text("mine"));
            mail.write("vf/mine.txt", "x");
        }
    }

    private void trial(FaultyDisk disk, Fault fault, Search search, String after) throws IOException {
        prepare(search);
        String before = shown();
        Map<String, String> others = others(search);
        boolean done = run(disk, fault, search);
        if (fault == Fault.POWER) {
            disk.cut(root, new Random(disk.count()));
        } else {
            between(fault, done, search, List.of(before, after));
        }
        assertThat(others(search)).isEqualTo(others);

        Mail mail = mail(root, search);
        mail.search(search.kind, refs(root, search.wanted));
        assertThat(shown()).isEqualTo(after);
        assertThat(mail.litter()).isSubsetOf(".vf.majix");
        assertThat(others(search)).isEqualTo(others);
        mail.augment = false;
        mail.search(search.kind, List.of());
        assertThat(others(search)).isEqualTo(others);
        assertThat(shown()).doesNotContain("plum", "/md/");
    }

    /// The search with the fault.
    ///
    /// @return whether it says that it did its work
    private boolean run(FaultyDisk disk, Fault fault, Search search) {
        try {
            Path faulty = disk.path(root);
            VFolder.Outcome outcome = mail(faulty, search).search(search.kind, refs(faulty, search.wanted));
            assertThat(disk.struck() && fault.kills()).as("went on after a kill").isFalse();
            assertThat(outcome.problems()).isEmpty();
            return true;
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(FolderRefusedException.class);
            assertThat(e.toString()).contains(fault == Fault.FULL ? "No space left" : "Input/output error");
            assertThat(e.getMessage()).as("which file").contains(root + "/");
        } catch (Killed e) {
            assertThat(disk.struck()).isTrue();
        }
        return false;
    }

    private void between(Fault fault, boolean done, Search search, List<String> states) throws IOException {
        String now = shown();
        if (done) {
            assertThat(now).isEqualTo(states.getLast());
        } else if (!search.foreign && !(now.equals(ABSENT) && (fault.kills() || fault == Fault.ERROR))) {
            // Between two renames the folder has no name; it comes back with the next search.
            assertThat(now).isIn(states);
        } else if (search.foreign && fault == Fault.FULL) {
            assertThat(now).isIn(states);
        }
    }

    /// What a mail program sees: each entry with what it leads to, or with all that is in it.
    private String shown() throws IOException {
        Path target = root.resolve("vf");
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return ABSENT;
        }
        if (Files.isRegularFile(target)) {
            return Files.readString(target);
        }
        StringBuilder shown = new StringBuilder();
        for (String name : new Mail(root).tree()) {
            Path entry = target.resolve(name);
            shown.append(name).append(' ').append(Files.isSymbolicLink(entry)
                    ? Files.readSymbolicLink(entry)
                    : Files.isDirectory(entry) ? "" : Files.readString(entry)).append('\n');
        }
        return shown.toString();
    }

    /// All that is not majix's: mail, and entries of others in the folder.
    private Map<String, String> others(Search search) throws IOException {
        Map<String, String> others = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                String name = root.relativize(file).toString();
                if (name.startsWith("md/") || name.equals("box") || name.contains("mine")
                        || search.foreign && name.equals("vf/4") && Files.readString(file).contains("mine")) {
                    others.put(name, Files.getLastModifiedTime(file) + Files.readString(file));
                }
            }
        }
        return others;
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.toList().reversed()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void everywhere(String what, Fault fault, int usual, Search search) throws Exception {
        prepare(search);
        mail(root, search).search(search.kind, refs(root, search.wanted));
        String after = shown();
        int tried = Points.everywhere(what, fault, usual, disk -> trial(disk, fault, search, after));
        if (fault != Fault.TORN) {
            assertThat(tried).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void maildir(Fault fault) throws Exception {
        Search search = new Search(VFolderKind.MAILDIR, true, false, false, false, MANY);
        everywhere("Maildir swapped", fault, 5, search);
    }

    @ParameterizedTest
    @EnumSource
    void newMaildir(Fault fault) throws Exception {
        everywhere("new Maildir", fault, 5, new Search(VFolderKind.MAILDIR, false, false, false, false, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void maildirWithEntriesOfOthers(Fault fault) throws Exception {
        Search search = new Search(VFolderKind.MAILDIR, true, true, false, false, MANY);
        everywhere("Maildir in place", fault, 5, search);
    }

    @ParameterizedTest
    @EnumSource
    void maildirOfHardLinks(Fault fault) throws Exception {
        everywhere("Maildir of hard links", fault, 7, new Search(VFolderKind.MAILDIR, true, false, false, true, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void maildirThatIsAddedTo(Fault fault) throws Exception {
        everywhere("Maildir added to", fault, 7, new Search(VFolderKind.MAILDIR, true, false, true, false, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void mh(Fault fault) throws Exception {
        everywhere("MH swapped", fault, 5, new Search(VFolderKind.MH, true, false, false, false, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void mhWithEntriesOfOthers(Fault fault) throws Exception {
        everywhere("MH in place", fault, 5, new Search(VFolderKind.MH, true, true, false, false, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void mbox(Fault fault) throws Exception {
        everywhere("mbox", fault, 3, new Search(VFolderKind.MBOX, true, false, false, false, MANY));
    }

    @ParameterizedTest
    @EnumSource
    void newMbox(Fault fault) throws Exception {
        everywhere("new mbox", fault, 3, new Search(VFolderKind.MBOX, false, false, false, false, ONE_MORE));
    }

    @ParameterizedTest
    @EnumSource
    void mboxThatIsAddedTo(Fault fault) throws Exception {
        everywhere("mbox added to", fault, 3, new Search(VFolderKind.MBOX, true, false, true, false, MANY));
    }

    @ParameterizedTest
    @CsvSource({"ABORT, MAILDIR", "ERROR_ONCE, MAILDIR", "ABORT, MH"})
    void oneMoreMessage(Fault fault, VFolderKind kind) throws Exception {
        everywhere(kind + " with one more", fault, 5, new Search(kind, true, false, false, false, ONE_MORE));
    }
}
