package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import majix.formats.MessageRef;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Links stand where majix writes, or come there between a look and a step: behind them is somebody's mail, which stays
/// as it is to the byte.
@DisplayName("Mail behind a link")
final class SwapTest {
    /// A campaign tries all, a build every other one.
    private static final boolean MORE = Integer.getInteger("majix.torture", 0) > 0;

    @TempDir
    Path root;

    /// How a search is tricked, just before one of its steps.
    private interface Trick {
        void play(Mail mail, Path victim) throws IOException;
    }

    private static final Map<String, Trick> TRICKS = new TreeMap<>(
            Map.of("folder", (mail, victim) -> swap(mail.target, victim),
                    "parent", (mail, victim) -> {
                        Files.createSymbolicLink(victim.resolveSibling("vf.link"), victim);
                        Path twin = Files.createDirectory(victim.resolveSibling("twin"));
                        Files.createSymbolicLink(twin.resolve("vf"), victim);
                        swap(mail.root, twin);
                    }, "cur", (mail, victim) -> swap(mail.target.resolve("cur"), victim.resolve("cur")),
                    "staging", (mail, victim) -> swap(mail.target.resolve(".majix-new"), victim),
                    "staging cur", (mail, victim) -> swap(mail.target.resolve(".majix-new/cur"), victim.resolve("cur")),
                    "copies", (mail, victim) -> swap(mail.target.resolve(".majix-new/copies"), victim.resolve("cur")),
                    "next", (mail, victim) -> swap(mail.root.resolve(".vf.majix-new"), victim),
                    "old", (mail, victim) -> swap(mail.root.resolve(".vf.majix-old"), victim)));

    /// Puts a link in the place of what stands there, if anything does; once.
    private static void swap(Path at, Path to) throws IOException {
        if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(at)) {
            Files.move(at, at.resolveSibling(at.getFileName() + ".away"));
            Files.createSymbolicLink(at, to);
        }
    }

    /// A folder that is everything at once: a Maildir, an MH folder, and made to look like what majix has in the making.
    private Path victim(Path top) throws IOException {
        Mail mail = new Mail(Files.createDirectories(top.resolve("victim-of")));
        for (String name : List.of("cur/1.host:2,S", "new/2.host", "tmp/3", "1", "2", "3", "17", "copies/4",
                ".majix-new/cur/5.host:2,S", ".majix-new/1", ".majix-new/copies/x", "vf/cur/6.host:2,", "vf/1")) {
            mail.write("victim/" + name, Mail.text("precious " + name));
        }
        return mail.root.resolve("victim");
    }

    /// All below a directory, with what tells one file from another.
    private static Map<String, String> tree(Path top) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.toList()) {
                BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class,
                        LinkOption.NOFOLLOW_LINKS);
                tree.put(top.relativize(path).toString(), is.fileKey() + (is.isRegularFile()
                        ? Files.readString(path, StandardCharsets.ISO_8859_1)
                        : " " + is.isDirectory()));
            }
        }
        return tree;
    }

    private static List<MessageRef> hits(Mail mail) throws IOException {
        List<MessageRef> hits = new ArrayList<>(mail.mbox("box", Mail.text("plum"), Mail.text("fig")));
        hits.add(mail.file("md/cur/1.host:2,S"));
        hits.add(mail.file("md/new/2.host"));
        return hits;
    }

    @ParameterizedTest
    @EnumSource(VFolderKind.class)
    void isUntouchedWhateverIsSwappedAtWhichStep(VFolderKind kind) throws IOException {
        int played = 0;
        for (Map.Entry<String, Trick> trick : TRICKS.entrySet()) {
            for (int step = 0; swapped(kind, trick.getKey(), trick.getValue(), step % 2 == 0, step); step++) {
                played++;
            }
            for (int step = 0; MORE && swapped(kind, trick.getKey(), trick.getValue(), step % 2 == 1, step); step++) {
                played++;
            }
        }
        System.out.println(kind + " swaps at steps: " + played);
        assertThat(played).isGreaterThan(60);
    }

    /// @return whether the search had so many steps
    private boolean swapped(VFolderKind kind, String name, Trick trick, boolean foreign, int at) throws IOException {
        Path top = Files.createTempDirectory(root, "run");
        Mail mail = new Mail(Files.createDirectory(top.resolve("home")));
        mail.force = foreign;
        List<MessageRef> hits = hits(mail);
        mail.search(kind, hits.subList(0, 3));
        if (foreign && kind != VFolderKind.MBOX) {
            mail.write("vf/mine.txt", "mine");
        }
        Path victim = victim(top);
        Map<String, String> before = tree(victim);
        int[] steps = {0};
        mail.steps = _ -> {
            if (steps[0]++ == at) {
                try {
                    trick.play(mail, victim);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        String outcome = "done";
        try {
            mail.search(kind, hits.subList(1, 4));
            mail.steps = Disk.Steps.UNWATCHED;
            if (!foreign) {
                // with force it would be right to write also where a link leads that stands there when a search begins
                mail.search(kind, hits.subList(0, 2));
            }
        } catch (IOException e) {
            outcome = e.toString();
            assertThat(outcome).doesNotContain("/proc/");
        }
        assertThat(tree(victim)).as("%s %s before step %s: %s", kind, name, at, outcome).isEqualTo(before);
        return steps[0] > at;
    }

    @ParameterizedTest
    @CsvSource({"MAILDIR,.vf.majix-new,victim", "MH,.vf.majix-new,victim", "MBOX,.vf.majix-new,victim",
            "MAILDIR,.vf.majix-old,victim", "MH,.vf.majix-old,victim", "MBOX,.vf.majix-old,victim",
            "MAILDIR,vf/.majix-new,victim", "MH,vf/.majix-new,victim", "MAILDIR,vf/.majix-new,victim/cur",
            "MAILDIR,vf/.majix-lock,victim/1", "MH,vf/.majix-lock,victim/nothing", "MBOX,.vf.majix-new,victim/1",
            "MBOX,.vf.majix-sorted,victim/1", "MBOX,.vf.majix-list,victim/1", "MBOX,.vf.majix,victim/1",
            "MAILDIR,vf/cur,victim/cur", "MAILDIR,vf/new,victim/new", "MAILDIR,vf/.majix,victim/1"})
    void isUntouchedFromTheStart(VFolderKind kind, String link, String to) throws IOException {
        for (boolean force : new boolean[]{false, true}) {
            for (boolean first : new boolean[]{false, true}) {
                Path top = Files.createTempDirectory(root, "run");
                Mail mail = new Mail(Files.createDirectory(top.resolve("home")));
                mail.force = force;
                List<MessageRef> hits = hits(mail);
                if (first) {
                    mail.search(kind, List.of(hits.get(0)));
                }
                Path victim = victim(top);
                Map<String, String> before = tree(victim);
                Path at = mail.root.resolve(link);
                if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(at, mail.root.resolve("away"));
                }
                Files.createDirectories(at.getParent());
                Files.createSymbolicLink(at, victim.resolveSibling(to));
                try {
                    mail.search(kind, List.of(hits.get(2), hits.get(1), hits.get(3), hits.get(0)));
                    mail.search(kind, List.of());
                } catch (IOException e) {
                    assertThat(e.getMessage()).doesNotContain("/proc/");
                }
                assertThat(tree(victim)).as("%s force %s first %s", link, force, first).isEqualTo(before);
            }
        }
    }

    @Test
    void anotherNameOfAFileIsNotWrittenInto() throws IOException {
        Mail mail = new Mail(root);
        Path precious = mail.write("precious", Mail.text("precious"));
        Files.createLink(root.resolve(".vf.majix-new"), precious);

        assertThat(mail.search(VFolderKind.MBOX, hits(mail)).messages()).isEqualTo(4);
        assertThat(precious).hasContent(Mail.text("precious"));
    }

    @Test
    void anMboxThatSomebodyPutsThereStays() throws IOException {
        everyStep(VFolderKind.MBOX, mail -> {
            if (Files.isRegularFile(mail.target)) {
                Files.move(mail.target, mail.root.resolve("results"));
                mail.write("vf", "From me\nSubject: mine\n\nmine\n");
            }
        });
    }

    @Test
    void mailThatIsDeliveredToAnMboxStays() throws IOException {
        everyStep(VFolderKind.MBOX, mail -> {
            if (Files.isRegularFile(mail.target)) {
                Files.writeString(mail.target, "From me Sat Jan  6 12:00:00 2024\nSubject: mine\n\nmine\n",
                        java.nio.file.StandardOpenOption.APPEND);
            }
        });
    }

    @Test
    void aMessageThatIsGivenANumberStays() throws IOException {
        everyStep(VFolderKind.MH, mail -> {
            if (Files.isDirectory(mail.target)) {
                Path number = mail.target.resolve("1");
                Files.deleteIfExists(number);
                Files.writeString(number, "Subject: mine\n\nmine\n");
            }
        });
    }

    @Test
    void aFolderThatSomebodyPutsThereStays() throws IOException {
        for (VFolderKind kind : List.of(VFolderKind.MAILDIR, VFolderKind.MH)) {
            everyStep(kind, mail -> {
                if (Files.isDirectory(mail.target)) {
                    Files.move(mail.target, mail.root.resolve("results"));
                    mail.write("vf/" + (kind == VFolderKind.MH ? "1" : "cur/mine.host:2,S"),
                            "Subject: mine\n\nmine\n");
                }
            });
        }
    }

    private interface Deed {
        void on(Mail mail) throws IOException;
    }

    /// Does something before each step of a search, one after the other; what it brought must be somewhere afterwards,
    /// also after the next search.
    private void everyStep(VFolderKind kind, Deed deed) throws IOException {
        int done = 0;
        for (int step = 0; step <= done; step++) {
            Mail mail = new Mail(Files.createTempDirectory(root, "run"));
            List<MessageRef> hits = hits(mail);
            mail.search(kind, hits.subList(0, 3));
            int[] steps = {0};
            boolean[] came = new boolean[1];
            int at = step;
            mail.steps = _ -> {
                if (steps[0]++ == at) {
                    try {
                        deed.on(mail);
                        came[0] = Files.exists(mail.target);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
            for (int i = 0; i < 2; i++) {
                try {
                    mail.search(kind, List.of(hits.get(3), hits.get(2), hits.get(1)));
                } catch (IOException e) {
                    assertThat(e.getMessage()).doesNotContain("/proc/");
                }
                mail.steps = Disk.Steps.UNWATCHED;
                if (came[0]) {
                    assertThat(tree(mail.root).values()).as("%s step %s search %s", kind, step, i)
                            .anyMatch(content -> content.contains("mine\n\nmine\n"));
                }
            }
            done = steps[0] > step ? step + 1 : done;
        }
        assertThat(done).isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(VFolderKind.class)
    void isUntouchedByASearchInARace(VFolderKind kind) throws Exception {
        Mail mail = new Mail(Files.createDirectory(root.resolve("home")));
        List<MessageRef> hits = hits(mail);
        Path victim = victim(root);
        Map<String, String> before = tree(victim);
        AtomicBoolean ended = new AtomicBoolean();
        int[] swaps = new int[1];
        Thread racer = new Thread(() -> {
            Path away = mail.root.resolve("away");
            while (!ended.get()) {
                try {
                    Files.move(mail.target, away);
                    Files.createSymbolicLink(mail.target, victim);
                    Thread.onSpinWait();
                    Files.delete(mail.target);
                    Files.move(away, mail.target);
                    swaps[0]++;
                } catch (IOException e) {
                    // it was not there in this moment, or majix made one meanwhile
                    if (Files.isSymbolicLink(mail.target)) {
                        mail.target.toFile().delete();
                    }
                }
            }
        }, "racer");
        mail.search(kind, hits);
        racer.start();
        int searches = 0;
        long end = System.nanoTime() + 1_000_000L * Integer.getInteger("majix.torture.millis", 700);
        try {
            for (int i = 0; System.nanoTime() < end; i++) {
                try {
                    mail.search(kind, i % 2 == 0 ? hits.subList(1, 4) : List.of(hits.get(3), hits.get(0)));
                    searches++;
                } catch (IOException e) {
                    // refused, as it should be
                    assertThat(Set.of()).isEmpty();
                }
            }
        } finally {
            ended.set(true);
            racer.join();
        }
        System.out.println(kind + " swaps: " + swaps[0] + ", searches that got through: " + searches);
        assertThat(tree(victim)).isEqualTo(before);
        assertThat(swaps[0]).isPositive();
    }
}
