package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.StoreKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories of an archive: after each step the index kept up to date answers as a fresh one.
class HistoryTest {
    private static final String[] WORDS = {"apple", "banana", "cherry", "date"};

    @TempDir
    Path dir;
    private Random random = new Random();
    private Archive kept = new Archive(Path.of("unset"));
    private final List<String> files = new ArrayList<>();
    private final List<String> box = new ArrayList<>();
    private int count;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anIndexKeptUpToDateEqualsAFreshOne(long seed) throws IOException {
        random = new Random(seed);
        kept = new Archive(dir);
        for (String name : List.of("a", "b")) {
            kept.maildir(name);
        }
        kept.write("box", "");
        folders(kept);
        for (int step = 0; step < 12; step++) {
            for (int change = random.nextInt(5); change >= 0; change--) {
                change();
            }
            kept.index(false, random.nextInt(6) == 0);
            Archive fresh = folders(new Archive(dir, dir.resolve("fresh" + step)));
            fresh.index();
            compare(fresh, "seed " + seed + ", step " + step);
        }
    }

    private static Archive folders(Archive archive) {
        return archive.folders(StoreKind.MAILDIR, "a", "b").folders(StoreKind.MBOX, "box");
    }

    private void compare(Archive fresh, String when) throws IOException {
        for (String query : List.of("~nothing", "s:apple", "s:~apple", "b:text", "F:s", "F:-f", "p:new", "p:box",
                "z:1-300",
                "s:n1=", "(s:cherry or f:ann)")) {
            assertThat(kept.search(query)).as(when + ", " + query).isEqualTo(fresh.search(query));
        }
        for (int i = 0; i < count; i++) {
            assertThat(kept.thread("s:n" + i)).as(when + ", thread of n" + i).isEqualTo(fresh.thread("s:n" + i));
        }
    }

    private void change() throws IOException {
        switch (random.nextInt(6)) {
            case 0, 1 -> add();
            case 2 -> delete();
            case 3 -> flag();
            case 4 -> appendToBox();
            default -> editBox();
        }
    }

    private void add() throws IOException {
        String name = (random.nextBoolean() ? "a" : "b") + "/new/" + count + ".host";
        kept.write(name, mail());
        files.add(name);
    }

    private String mail() {
        String refs = count == 0
                ? ""
                : "References: <" + random.nextInt(count) + "@x> <gone" + random.nextInt(5) + "@x>\n";
        if (random.nextInt(8) == 0) {
            refs += "Content-Type: multipart/mixed; boundary=b" + count + "\n\n--b" + count + "\n";
        }
        return Archive.mail(WORDS[random.nextInt(WORDS.length)] + " n" + count, count++ + "@x",
                random.nextInt(3) == 0 ? refs : "");
    }

    /// Ends a multipart that an earlier message left open, perhaps.
    private String end() {
        return random.nextInt(4) == 0 ? "--b" + random.nextInt(count) + "--\n" : "";
    }

    private void delete() throws IOException {
        if (!files.isEmpty()) {
            Files.delete(dir.resolve(files.remove(random.nextInt(files.size()))));
        }
    }

    private void flag() throws IOException {
        if (!files.isEmpty()) {
            int at = random.nextInt(files.size());
            String old = files.get(at);
            String base = old.substring(old.lastIndexOf('/') + 1).replaceAll(":2,.*", "");
            String renamed = old.charAt(0) + "/cur/" + base + ":2," + (random.nextBoolean() ? "S" : "FRS");
            Files.move(dir.resolve(old), dir.resolve(renamed));
            files.set(at, renamed);
        }
    }

    private void appendToBox() throws IOException {
        box.add(Archive.inMbox(mail() + end()));
        kept.write("box", String.join("", box));
    }

    private void editBox() throws IOException {
        if (!box.isEmpty()) {
            if (random.nextBoolean()) {
                box.remove(random.nextInt(box.size()));
            } else {
                int at = random.nextInt(box.size());
                box.set(at, box.get(at).replace("body", "text"));
            }
            kept.write("box", String.join("", box));
        }
    }
}
