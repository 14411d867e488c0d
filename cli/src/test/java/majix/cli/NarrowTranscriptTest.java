package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What mail programs need of searches: a typed line in one piece, searches in results, and in what a message says.
class NarrowTranscriptTest {
    private static final String APPLE = "~/Mail/inbox/cur/1.apple:2,RS\n";
    private static final String PEAR = "~/Mail/inbox/new/2.pear\n";
    private static final String PLUM = "~/Mail/old/1\n";
    private static final String FIG = "mbox:~/Mail/archive [34,181)\n";
    private static final String DATE = "mbox:~/Mail/archive [215,365)\n";

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @Test
    void whatWasFoundCanBeNarrowed() {
        user.types("s:jam");
        assertThat(user.types("-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        assertThat(user.types("--narrow", "f:ann/bob")).isEqualTo("Matched 2 messages\nexit 0\n");
        assertThat(user.types("--narrow", "d:2024-01-06")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(user.types("-r", "--narrow", "ripe")).isEqualTo(FIG + "exit 0\n");
    }

    @Test
    void searchesThatPrintChangeNothingAboutIt() {
        user.types("s:jam");
        user.types("-r", "s:apple");
        assertThat(user.types("-r", "--narrow", "f:ann")).isEqualTo(FIG + "exit 0\n");
    }

    @Test
    void threadsAreNarrowedMessageByMessage() {
        user.types("-t", "s:pear");
        assertThat(user.types("-r", "--narrow", "f:ann")).isEqualTo(APPLE + "exit 0\n");
        assertThat(user.types("--narrow", "f:ann")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(user.types("-r", "--narrow", "-t", "s:pear")).isEqualTo(APPLE + "exit 0\n");
        user.types("-t", "s:pear/plum");
        assertThat(user.types("-r", "-t", "--narrow", "s:apple")).isEqualTo(APPLE + PEAR + "exit 0\n");
    }

    @Test
    void whatWasAddedIsNarrowedToo() {
        user.types("s:plum");
        user.types("-a", "s:fig", "f:ann");
        assertThat(user.types("-r", "--narrow", "jam")).isEqualTo(PLUM + FIG + "exit 0\n");
        user.types("-a", "-t", "s:pear");
        assertThat(user.types("-r", "--narrow", "jam")).isEqualTo("""
                2> majix: --narrow: ~/Mail/found holds threads and what was added with -a, which cannot be narrowed \
                together; search without --narrow first
                exit 2
                """);
        assertThat(user.types("-r", "-o", "other", "--narrow", "jam")).isEqualTo(
                """
                        2> majix: --narrow: no search is known that filled ~/Mail/other with all its hits; search without --narrow first
                        exit 2
                        """);
    }

    @Test
    void savedSearchesAreNarrowedAndNarrow() {
        user.types("save", "jam", "s:jam");
        user.types("save", "ann", "f:ann");
        user.types("q:jam");
        assertThat(user.types("-r", "--narrow", "f:ann")).isEqualTo(FIG + "exit 0\n");
        assertThat(user.types("-r", "--narrow", "q:ann")).isEqualTo(FIG + "exit 0\n");
        user.types("s:jam");
        assertThat(user.types("--narrow", "~q:ann")).isEqualTo("Matched 2 messages\nexit 0\n");
        assertThat(user.types("-r", "--narrow", "f:ann/bob")).isEqualTo(DATE + "exit 0\n");
        assertThat(user.types("-r", "--narrow", "q:bob")).isEqualTo("""
                2> majix: "q:bob": unknown saved search "bob", expected one of jam ann
                exit 2
                """);
    }

    @Test
    void mistakesInATypedLineAreToldAsTyped() {
        assertThat(user.types("--typed", "-r (s:dst")).startsWith("2> majix: \"(s:dst\": unbalanced \"(\"")
                .endsWith("exit 2\n");
        assertThat(user.types("--typed", "s:dst)")).isEqualTo("""
                2> majix: "s:dst)": unbalanced ")", expected its pair, or double quotes around the text
                exit 2
                """);
        assertThat(user.types("--typed", "s:jam k:x")).startsWith("2> majix: \"s:jam k:x\": unknown key \"k\"")
                .endsWith("exit 2\n");
        assertThat(user.types("-r", "--typed", "s:\"jam)\" f:ann")).isEqualTo(FIG + "exit 0\n");
    }

    @Test
    void everyFolderHasALastSearchOfItsOwn() {
        user.types("s:jam");
        user.types("-o", "other", "s:apple");
        assertThat(user.types("-r", "--narrow", "f:ann")).isEqualTo(FIG + "exit 0\n");
        assertThat(user.types("-r", "-o", "other", "--narrow", "f:ann")).isEqualTo(APPLE + "exit 0\n");
        assertThat(user.types("-o", "none", "--narrow", "f:ann")).endsWith("exit 2\n");
    }

    @Test
    void mistakesAreTold() {
        assertThat(user.types("--narrow")).isEqualTo("""
                2> majix: --narrow: say to what, as in majix --narrow d:1w-
                exit 2
                """);
        user.types("s:jam");
        assertThat(user.types("--narrow", "s:")).contains("empty word").endsWith("exit 2\n");
        assertThat(user.types("--narrow", "-a", "f:ann")).endsWith("exit 2\n");
        assertThat(user.types("-r", "--narrow", "f:ann")).isEqualTo(FIG + "exit 0\n");
    }

    @Test
    void theNoteIsBesideNoMailAndForTheUserOnly() throws Exception {
        user.variables.put("XDG_STATE_HOME", user.home.resolve("state").toString());
        user.types("s:jam", "f:ann");
        try (Stream<Path> notes = Files.list(user.home.resolve("state/majix/queries"))) {
            List<Path> all = notes.toList();
            assertThat(all).hasSize(1);
            String note = user.home.resolve("Mail/found") + "\0-" + user.home.resolve("index") + "\0s:jam\0f:ann\0";
            assertThat(all.getFirst()).content().isEqualTo(note + LastQuery.sum(note) + "\0\0");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.getFirst().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aDamagedNoteIsNoNote() throws Exception {
        user.types("s:jam");
        user.types("--narrow", "f:ann/bob");
        Path note = LastQuery.file(user.home.resolve("Mail/found"), user.environment());
        byte[] good = Files.readAllBytes(note);
        assertThat(user.types("-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        for (int i = 0; i < good.length; i++) {
            byte[] bytes = good.clone();
            bytes[i] ^= (byte) (1 << i % 8);
            Files.write(note, bytes);
            assertThat(user.types("-r", "--narrow", "f:bob")).as("byte " + i).endsWith(
                    "no search is known that filled ~/Mail/found with all its hits; search without --narrow first\nexit 2\n");
        }
        Files.write(note, java.util.Arrays.copyOf(good, good.length - 3));
        assertThat(user.types("-r", "--narrow", "f:bob")).endsWith("exit 2\n");
    }

    @Test
    void aNoteThatCannotBeMadeIsNoFailure() throws Exception {
        user.variables.put("XDG_STATE_HOME", user.file("file", "").toString());
        assertThat(user.types("s:plum")).contains("Matched 1 messages\n").endsWith("exit 0\n");
    }

    @Test
    void aTypedLineNeedsNoShell() {
        assertThat(user.types("-r", "--typed=s:jam f:bob")).isEqualTo(DATE + "exit 0\n");
        assertThat(user.types("--typed", "-r -t  s:pear")).isEqualTo(APPLE + PEAR + "exit 0\n");
        assertThat(user.types("-r", "--typed= (s:plum or s:fig) s:\"fig jam\"")).isEqualTo(FIG + "exit 0\n");
        assertThat(user.types("-r", "--typed=s:plum or s:fig")).isEqualTo(PLUM + FIG + "exit 0\n");
        assertThat(user.types("--typed=-r -- s:plum")).isEqualTo(PLUM + "exit 0\n");
        assertThat(user.types("--typed=-r o'brien")).isEqualTo("exit 1\n");
    }

    @Test
    void aTypedLineThatSaysNothingIndexesNothing() {
        assertThat(user.types("--typed=-t ")).isEqualTo("""
                2> majix: "-t": say what to look for, as in f:alice s:meeting
                exit 2
                """);
        assertThat(user.types("--typed=f:ann)")).endsWith("exit 2\n");
    }

    private static String same(String key, String message) throws IOException {
        CommandLine line = CommandLine.parse(new String[]{"--same=" + key});
        SameMessage.complete(line, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        return line.expressions + (line.threads ? " -t" : "");
    }

    @Test
    void aMessageSaysItsThread() throws Exception {
        String pear = User.mail("pear", "bob", "Pear cake", "Thu, 02 Jan 2025", "apple");
        assertThat(same("thread", pear)).isEqualTo("[(m:\"pear@example.org\" or m:\"apple@example.org\")] -t");
        assertThat(user.types("-r", "-t", "(m:\"none@example.org\" or m:\"apple@example.org\")"))
                .isEqualTo(APPLE + PEAR + "exit 0\n");
    }

    @Test
    void aMessageSaysItsSender() throws Exception {
        assertThat(same("from", "From: =?utf-8?q?B=C3=B6b?= <Bob+x@Example.org>\n\n"))
                .isEqualTo("[f:\"bob+x@example.org\"]");
        user.file("Mail/inbox/cur/9.plus:2,", "From: <bob+x@example.org>\n\nx\n");
        user.types();
        assertThat(user.types("-r", "f:\"bob+x@example.org\"")).isEqualTo("~/Mail/inbox/cur/9.plus:2,\nexit 0\n");
    }

    @Test
    void aMessageThatSaysNothingIsTold() {
        assertThatThrownBy(() -> same("from", "Subject: x\n\n"))
                .hasMessageContaining("no sender");
        assertThatThrownBy(() -> same("thread", "Subject: x\n\n"))
                .hasMessageContaining("no Message-ID");
        assertThat(user.types("--same=size")).isEqualTo("""
                2> majix: --same "size": thread or from is wanted
                exit 2
                """);
    }

    @Test
    void neomuttGetsTheIdsOfItsFolder() {
        String inbox = user.home.resolve("Mail/inbox").toString();
        assertThat(user.types("--neomutt", inbox, "ripe"))
                .isEqualTo("<apple@example.org>\n<pear@example.org>\nexit 0\n");
        assertThat(user.types("--neomutt", user.home.resolve("Mail/archive").toString(), "f:ann"))
                .isEqualTo("<fig@example.org>\nexit 0\n");
        assertThat(user.types("--neomutt", inbox, "-t", "s:pear"))
                .isEqualTo("<apple@example.org>\n<pear@example.org>\nexit 0\n");
    }

    @Test
    void neomuttGetsAllIdsForAFolderThatIsNotIndexed() {
        user.types("s:jam");
        assertThat(user.types("--neomutt", user.home.resolve("Mail/found").toString(), "f:bob"))
                .isEqualTo("<date@example.org>\n<pear@example.org>\nexit 0\n");
        assertThat(user.types("--neomutt", "/", "s:mango")).isEqualTo("exit 1\n");
        assertThat(user.types("--neomutt", "/")).endsWith("exit 2\n");
    }

    /// What was found is more than what the folder holds.
    @Test
    void aPartOfTheHitsIsNotNarrowed() {
        user.types("s:jam");
        user.types("--limit=1", "s:jam");
        assertThat(user.types("--narrow", "f:bob")).endsWith(
                "no search is known that filled ~/Mail/found with all its hits; search without --narrow first\nexit 2\n");
    }

    @Test
    void aLimitThatLeavesAllIsNone() {
        user.types("--limit=3", "s:jam");
        assertThat(user.types("-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        user.types("--sort=-date", "--limit=2", "--narrow", "f:bob");
        assertThat(user.types("-r", "--narrow", "ripe")).isEqualTo(DATE + "exit 0\n");
    }

    /// The folder does not change with the clock or with the list of saved searches.
    @Test
    void whatWasFoundThenIsNarrowed() {
        user.variables.put("MAJIX_NOW", "2025-01-04T10:00:00");
        user.types("d:3d-", "ripe");
        user.variables.put("MAJIX_NOW", "2025-01-05T10:00:00");
        assertThat(user.types("-r", "--narrow", "ripe")).isEqualTo(APPLE + PEAR + "exit 0\n");
        user.types("save", "some", "s:jam");
        user.types("q:some");
        user.types("save", "some", "s:apple");
        assertThat(user.types("-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        user.types("save", "--delete", "some");
        assertThat(user.types("-r", "--narrow", "f:cat")).isEqualTo(PLUM + "exit 0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s:~jam", "(s:apple or (f:bob not s:date) or d:..2024-01-05)", "s:^ja=1", "s:^ja", "s:ja=",
            "s:jan=1", "\"fig jam\"", "a:example.org", "f:ann+example", "t:list@example.org,~bob",
            "p:archive|^/nowhere",
            "p:~inbox/cur=2", "m:fig@example.org", "m:\"a b\"", "z:100-200", "z:-1k", "F:-s", "F:rs-d", "d:2024",
            "d:2025-",
            "d:..2024-01-06", "http://ripe/plum", "or", "~(~(s:~jam))", "s:jam/apple,~harvest|pear",
            "\"s:\"\"plum\"\" jam\"", "nb:jam", "s:caf\u00e9=2", "((\"plum jam\" or s:\"pear cake\") d:-2024)"})
    void queriesOfAllKindsAreKept(String query) {
        String found = user.types("-r", query, "ripe");
        assertThat(found).doesNotContain("2> ");
        user.types(query);
        assertThat(user.types("-r", "--narrow", "ripe")).isEqualTo(found);
        user.types("ripe", query);
        assertThat(user.types("-r", "--narrow", "~nothing")).isEqualTo(found);
    }

    @Test
    void anotherIndexIsToldFromThisOne() throws Exception {
        user.file("other.rc", Files.readString(user.rc).replace("~/index", "~/other"));
        String other = user.home.resolve("other.rc").toString();
        user.types("-f", other);
        user.types("s:jam");
        assertThat(user.types("-f", other, "-r", "--narrow", "f:bob")).isEqualTo("""
                2> majix: --narrow: ~/Mail/found was filled from another index; search without --narrow first
                exit 2
                """);
        user.types("-f", other, "s:jam");
        assertThat(user.types("-f", other, "-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        user.types("-a", "s:apple");
        assertThat(user.types("-r", "--narrow", "f:bob")).contains("another index").endsWith("exit 2\n");
    }

    @Test
    void olderNotesAreRead() throws Exception {
        user.types("s:jam");
        Path note = LastQuery.file(user.home.resolve("Mail/found"), user.environment());
        String first = user.home.resolve("Mail/found") + "\0-\0s:jam\0d:-1d\0";
        String second = "at\0s:pear\0";
        Files.writeString(note, first + LastQuery.sum(first) + "\0\0");
        assertThat(user.types("-r", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
        Files.writeString(note, first + LastQuery.sum(first) + "\0\0" + second + LastQuery.sum(second) + "\0\0");
        assertThat(user.types("-r", "--narrow", "f:bob")).contains("holds threads and what was added");
    }

    @Test
    void namesOfFoldersAreBytes() {
        user.types("-o", "caf\udce8", "s:jam");
        user.types("-o", "caf\udce9", "s:apple");
        assertThat(user.types("-r", "-o", "caf\udce8", "--narrow", "f:bob")).isEqualTo(DATE + "exit 0\n");
    }
}
