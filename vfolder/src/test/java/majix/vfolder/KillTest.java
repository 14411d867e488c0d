package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import majix.formats.MessageRef;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search is ended before each change that it makes to the disk, one after the other.
@DisplayName("A search killed at any step")
final class KillTest {
    @TempDir
    Path root;

    /// What a kill is to the code: nothing catches it.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// Lets some changes happen, and no more.
    private static final class Kill implements Disk.Steps {
        private final List<String> made = new ArrayList<>();
        private final int at;

        Kill(int at) {
            this.at = at;
        }

        @Override
        public void next(String change) {
            if (made.size() == at) {
                throw new Killed();
            }
            made.add(change);
        }
    }

    private interface Case {
        void prepare(Mail mail) throws IOException;
    }

    private static final Case NOTHING = mail -> {};
    private static final Case FOREIGN = mail -> {
        mail.write("vf/cur/mine.host:2,S", Mail.text("mine"));
        mail.write("vf/new/mine2.host", Mail.text("mine too"));
        mail.write("vf/todo.txt", "x");
    };
    private static final Case FOREIGN_NUMBERS = mail -> {
        mail.write("vf/4", Mail.text("mine"));
        mail.write("vf/.mh_sequences", "x");
    };

    /// Runs a first search, kills a second at step after step, and lets a third one finish.
    private void everywhere(VFolderKind kind, boolean first, Case prepare) throws IOException {
        boolean finished = false;
        int step = 0;
        for (; !finished; step++) {
            Mail mail = new Mail(Files.createDirectory(root.resolve("run" + step)));
            List<MessageRef> plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));
            MessageRef apple = mail.file("md/cur/1.host:2,S");
            MessageRef banana = mail.file("md/cur/2.host:2,FR");
            MessageRef cherry = mail.file("md/new/3.host");
            if (first) {
                mail.search(kind, List.of(apple, plums.get(0), banana));
            }
            prepare.prepare(mail);
            Set<String> foreign = foreign(mail);
            String before = state(mail);
            Kill kill = new Kill(step);
            mail.steps = kill;
            try {
                mail.search(kind, List.of(cherry, plums.get(0), apple, plums.get(1)));
                finished = true;
            } catch (Killed e) {
                assertThat(foreign(mail)).as("foreign entries after %s", kill.made).isEqualTo(foreign);
            }
            mail.steps = Disk.Steps.UNWATCHED;
            String left = state(mail);
            mail.search(kind, List.of(cherry, plums.get(0), apple, plums.get(1)));
            String after = state(mail);
            if (foreign.isEmpty()) {
                assertThat(left).as("after %s", kill.made).isIn(before, after, "absent");
            }
            assertThat(foreign(mail)).isEqualTo(foreign);
            assertThat(after).as("the next search after %s", kill.made).contains("md/new/3.host", "first plum",
                    "second plum", "md/cur/1.host").doesNotContain("md/cur/2.host").doesNotContain("copies");
            assertThat(mail.litter()).as("litter after %s", kill.made).isSubsetOf(".vf.majix");
            mail.search(kind, List.of());
            assertThat(foreign(mail)).isEqualTo(foreign);
            if (foreign.isEmpty()) {
                assertThat(state(mail)).doesNotContain("Subject");
            }
        }
        assertThat(step).isGreaterThan(5);
    }

    private static Set<String> foreign(Mail mail) throws IOException {
        Set<String> foreign = mail.tree();
        foreign.removeIf(name -> !name.matches(".*(mine|todo|mh_seq).*") && !(name.equals("4")
                && Mail.subject(mail.target.resolve("4")).equals("mine")));
        return foreign;
    }

    private static String state(Mail mail) throws IOException {
        if (!Files.exists(mail.target, LinkOption.NOFOLLOW_LINKS)) {
            return "absent";
        }
        if (Files.isRegularFile(mail.target)) {
            return Files.readString(mail.target);
        }
        StringBuilder state = new StringBuilder();
        for (String name : mail.tree()) {
            state.append(name).append(' ');
            if (!name.endsWith("/")) {
                state.append(Mail.subject(mail.target.resolve(name)));
            }
            state.append('\n');
        }
        return state.toString();
    }

    @Test
    void leavesTheOldMaildirOrTheNew() throws IOException {
        everywhere(VFolderKind.MAILDIR, true, NOTHING);
    }

    @Test
    void leavesNoHalfMaildirWhereNoneWas() throws IOException {
        everywhere(VFolderKind.MAILDIR, false, NOTHING);
    }

    @Test
    void leavesTheOldMhFolderOrTheNew() throws IOException {
        everywhere(VFolderKind.MH, true, NOTHING);
    }

    @Test
    void leavesTheOldMboxOrTheNew() throws IOException {
        everywhere(VFolderKind.MBOX, true, NOTHING);
    }

    @Test
    void doesNotTouchForeignEntriesOfAMaildir() throws IOException {
        everywhere(VFolderKind.MAILDIR, true, FOREIGN);
    }

    @Test
    void doesNotTouchForeignEntriesOfAnMhFolder() throws IOException {
        everywhere(VFolderKind.MH, true, FOREIGN_NUMBERS);
    }

    @Test
    void augmentingAfterwardsAddsNothingTwice() throws IOException {
        boolean finished = false;
        for (int step = 0; !finished; step++) {
            Mail mail = new Mail(Files.createDirectory(root.resolve("run" + step)));
            List<MessageRef> plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));
            mail.search(VFolderKind.MBOX, List.of(plums.get(0)));
            mail.augment = true;
            mail.steps = new Kill(step);
            try {
                mail.search(VFolderKind.MBOX, List.of(plums.get(1)));
                finished = true;
            } catch (Killed e) {
                mail.steps = Disk.Steps.UNWATCHED;
            }
            mail.steps = Disk.Steps.UNWATCHED;
            mail.search(VFolderKind.MBOX, plums);
            assertThat(Files.readAllLines(mail.target)).filteredOn(line -> line.startsWith("Subject: "))
                    .containsExactly("Subject: first plum", "Subject: second plum");
        }
    }

    @Test
    void doesNotDisturbASearchForAnotherKindOfFolder() throws IOException {
        for (int step = 0; step < 12; step++) {
            for (VFolderKind kind : VFolderKind.values()) {
                VFolderKind other = kind == VFolderKind.MBOX ? VFolderKind.MAILDIR : VFolderKind.MBOX;
                Mail mail = new Mail(Files.createDirectory(root.resolve(kind + "." + step)));
                List<MessageRef> plums = mail.mbox("box", Mail.text("first plum"), Mail.text("second plum"));
                mail.steps = new Kill(step);
                try {
                    mail.search(kind, plums);
                } catch (Killed e) {
                    mail.steps = Disk.Steps.UNWATCHED;
                    if (!Files.exists(mail.target)) {
                        assertThat(mail.search(other, plums).messages()).isEqualTo(2);
                    }
                }
            }
        }
    }

    @Test
    void whatCameIntoTheOldFolderInTheLastMomentMovesOver() throws IOException {
        Mail mail = new Mail(root);
        MessageRef apple = mail.file("md/cur/1.host:2,S");
        MessageRef banana = mail.file("md/cur/2.host:2,FR");
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        mail.steps = change -> {
            if (change.equals("rename") && Files.exists(root.resolve(".vf.majix-new"))
                    && Files.isDirectory(mail.target)) {
                try {
                    mail.write("vf/new/late.host", Mail.text("late"));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        mail.search(VFolderKind.MAILDIR, List.of(banana));

        assertThat(mail.shown()).containsExactlyInAnyOrder("new late", "cur md/cur/2.host:2,FR :2,FR");
    }
}
