package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import majix.formats.MessageRef;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two that write a folder at the same time: each waits for the other, and neither fails because it saw the folder while the
/// other was putting a new one in its place.
class MeanwhileTest {
    private static final int WRITES = 60;

    @TempDir
    Path root;
    private Mail mail = new Mail(Path.of("unset"));

    @BeforeEach
    void mail() throws IOException {
        mail = new Mail(root);
        for (String name : List.of("md/cur/0.host:2,S", "md/cur/1.host:2,S", "md/new/2.host")) {
            mail.file(name);
        }
    }

    private static List<MessageRef> hits(Path at, String... names) {
        List<MessageRef> hits = new ArrayList<>();
        for (String name : names) {
            hits.add(new MessageRef.WholeFile(at.resolve("md").resolve(name)));
        }
        return hits;
    }

    @ParameterizedTest
    @EnumSource(names = "MBOX", mode = EnumSource.Mode.EXCLUDE)
    void aDirectoryThatStepsAsideWhileItIsLookedAt(VFolderKind kind) throws IOException {
        mail.search(kind, hits(root, "cur/0.host:2,S"));
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        boolean[] moved = {false};
        disk.before(root.resolve("vf/.majix"), () -> {
            Files.move(root.resolve("vf"), root.resolve(".vf.majix-old"));
            moved[0] = true;
        });
        Path there = disk.path(root);
        new Mail(there).search(kind, hits(there, "cur/1.host:2,S"));
        assertThat(moved[0]).isTrue();
        assertThat(mail.shown()).singleElement().asString().contains("1.host");
        assertThat(mail.litter()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void neitherOfTwoFails(VFolderKind kind) throws Exception {
        Callable<Void> writer = () -> {
            Mail own = new Mail(root);
            for (int i = 0; i < WRITES; i++) {
                own.search(kind, hits(root, i % 2 == 0 ? "cur/0.host:2,S" : "cur/1.host:2,S", "new/2.host"));
            }
            return null;
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Void> each : two.invokeAll(List.of(writer, writer))) {
                each.get();
            }
        }
        mail.search(kind, hits(root, "cur/0.host:2,S"));
        assertThat(mail.litter()).isSubsetOf(".vf.majix");
    }
}
