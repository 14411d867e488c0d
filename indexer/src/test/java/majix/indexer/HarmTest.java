package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every file of an index deleted, cut, changed byte by byte, and taken for others. A search answers rightly or says in a
/// line what is wrong; a check finds everything; the next run, and a repair, bring back fresh answers. Where a disk
/// changed bytes by itself and the times of files stayed, an answer may be wrong, but nothing else may happen.
///
/// `-Dmajix.torture=400` tries that many bytes of each file and tells the sums in `target/damage`.
class HarmTest {
    private static final int FLIPS = Integer.getInteger("majix.torture", 8);
    private static final boolean CAMPAIGN = FLIPS > 100;
    private static final long MOST_BYTES = 192L << 20;

    @TempDir
    Path dir;

    private IndexCopies copies;
    private Answers right;
    private FileTime seen;
    private Path victim;
    private final Map<String, Integer> sums = new TreeMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noHarmLeadsToAWrongAnswerOrStays() throws Exception {
        copies = new IndexCopies(dir);
        Path index = copies.archive.index;
        right = Answers.of(index);
        assertThat(right.told()).isEmpty();
        assertThat(right.answers().values()).noneMatch(List::isEmpty);
        assertThat(IndexCheck.run(index, Duration.ZERO).damaged()).isFalse();
        seen = FileTime.fromMillis(MailIndex.open(index).writtenMillis() + 1000);
        List<Path> files = IndexCopies.files(index);
        assertThat(files).extracting(file -> file.getFileName().toString().replaceFirst(".*\\.", ""))
                .contains("mxt", "mxp", "mxc", "mxl", "si", "fnm", "folders", "skipped");
        victim = copies.copy(index, "victim");
        Random random = new Random(Long.getLong("majix.seed", 11));
        for (Path file : files) {
            List<Harm> harms = new ArrayList<>(List.of(Harm.deleted(file)));
            harms.addAll(Harm.cut(file));
            harms.addAll(Harm.flipped(file, FLIPS, random));
            harms.addAll(swaps(file, files, random));
            for (Harm harm : harms) {
                suffer(harm, false, random);
                suffer(harm, true, random);
            }
            count("files");
            tell();
        }
    }

    private List<Harm> swaps(Path file, List<Path> files, Random random) throws IOException {
        String name = file.getFileName().toString();
        String kind = name.replaceFirst("^_[^_.]*|_[0-9a-z]+$", "");
        List<Harm> harms = new ArrayList<>();
        List<Path> sources = new ArrayList<>(copies.earlier);
        sources.add(copies.other);
        for (Path source : sources) {
            for (Path by : IndexCopies.files(source)) {
                if (by.getFileName().toString().replaceFirst("^_[^_.]*|_[0-9a-z]+$", "").equals(kind)) {
                    harms.add(Harm.replaced(file, by));
                }
            }
        }
        for (Path with : files) {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            if (with.compareTo(file) > 0 && (CAMPAIGN || with.toString().endsWith(ending) || random.nextInt(8) == 0)) {
                harms.add(Harm.swapped(file, with));
            }
        }
        harms.removeIf(harm -> {
            try {
                return harm.changesNothing();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return harms;
    }

    private void suffer(Harm harm, boolean silent, Random random) throws IOException {
        String what = harm.what() + (silent ? ", silently" : "");
        try {
            harm.to(victim, silent, seen);
            count("harms: " + harm.kind().name().toLowerCase(java.util.Locale.ROOT) + (silent ? " silently" : ""));
            ask(harm, silent, what);
            // a check does not look at times
            boolean found = silent && IndexCheck.run(victim, Duration.ZERO).damaged();
            if (silent) {
                assertThat(found || isHarmless(harm)).as("check after " + what).isTrue();
                count("check: " + (found ? "found" : "nothing that matters"));
            }
            boolean mend = harm.kind() != Harm.Kind.FLIPPED
                    ? random.nextInt(CAMPAIGN ? 8 : 24) == 0
                    : random.nextInt(CAMPAIGN ? 80 : 30) == 0;
            if (mend) {
                mended(silent, what);
            }
        } finally {
            for (Path file : harm.bytes().keySet()) {
                Files.copy(file, victim.resolve(file.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void ask(Harm harm, boolean silent, String what) {
        long before = threads.getCurrentThreadAllocatedBytes();
        Answers given;
        try {
            given = Answers.of(victim);
            Answers.rest(victim);
        } catch (Answers.Crash e) {
            throw new AssertionError("search after " + what, e);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        sums.merge("search: most MB allocated", (int) (bytes >> 20), Math::max);
        assertThat(bytes).as("bytes allocated by searches after " + what).isLessThan(MOST_BYTES);
        boolean wrong = given.answers().entrySet().stream()
                .anyMatch(each -> !each.getValue().equals(right.answers().get(each.getKey())));
        boolean rot = silent && harm.kind() == Harm.Kind.FLIPPED;
        assertThat(wrong && !rot).as("wrong answer after " + what + ": " + given.told()).isFalse();
        count("search" + (silent ? ", silently: " : ": ")
                + (wrong ? "wrong" : given.told().isEmpty() ? "right" : "told"));
    }

    /// The next run, and a repair.
    private void mended(boolean silent, String what) throws IOException {
        if (!silent) {
            Path run = copies.copy(victim, "run");
            copies.with(run).index();
            assertThat(Answers.of(run)).as("a run after " + what).isEqualTo(right);
            assertThat(IndexCheck.run(run, Duration.ZERO).damaged()).as("check of a run after " + what).isFalse();
            count("mended: by a run");
        } else {
            Path run = copies.copy(victim, "run");
            // merges all there is
            copies.with(run).index(false, true);
            Answers after = Answers.of(run);
            assertThat(after).as("a merging run after " + what).isEqualTo(right);
            count("mended: by a run that merges");
        }
        Path repaired = copies.copy(victim, "repaired");
        Archive archive = copies.with(repaired);
        IndexCheck.Report report = IndexCheck.run(repaired, Duration.ZERO);
        IndexCheck.mend(repaired, report, Duration.ZERO);
        if (report.needsIndexing()) {
            archive.rebuild();
        } else if (report.damaged()) {
            archive.index();
        }
        assertThat(Answers.of(repaired)).as("repair after " + what).isEqualTo(right);
        assertThat(IndexCheck.run(repaired, Duration.ZERO).damaged()).as("check of a repair after " + what).isFalse();
        count("mended: by a repair");
    }

    /// Small files beside the index may be lost, an earlier list of what was passed over is a list, and the lock is empty.
    private static boolean isHarmless(Harm harm) {
        return harm.bytes().entrySet().stream().allMatch(each -> {
            String name = each.getKey().getFileName().toString();
            return switch (name) {
                case "write.lock" -> true;
                case "folders" -> each.getValue() == null;
                case "skipped" -> each.getValue() == null || harm.kind() == Harm.Kind.SWAPPED;
                default -> false;
            };
        });
    }

    private void count(String what) {
        sums.merge(what, 1, Integer::sum);
    }

    private void tell() throws IOException {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(name).append(": ").append(sum).append('\n'));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/damage"), text, StandardCharsets.UTF_8);
    }
}
