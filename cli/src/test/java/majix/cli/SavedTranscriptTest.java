package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searches that have names: saved, listed, deleted, edited by hand.
class SavedTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    private Path file() {
        return user.home.resolve(".mairixrc.saved");
    }

    private String read() throws IOException {
        return Files.readString(file()).replace(user.home.toString(), "~");
    }

    @Test
    void aFewOfManyBadLinesAreTold() throws Exception {
        user.file(".mairixrc.saved", "bad\n".repeat(12) + "jam: s:jam\n");
        assertThat(user.types("-r", "q:jam", "s:plum")).matches(
                "~/Mail/old/1\n(2> majix: ~/.mairixrc.saved:[0-9]+: [^\n]+\n){10}"
                        + "2> majix: ~/.mairixrc.saved: 2 more lines of this kind\nexit 0\n");
    }

    @Test
    void aSearchIsSavedAndListed() throws Exception {
        assertThat(user.types("save", "jam", "s:jam")).isEqualTo("""
                Saved jam in ~/.mairixrc.saved
                Its folder, after majix up jam: ~/Mail/found-jam
                exit 0
                """);
        assertThat(user.types("save", "ann's", "f:ann")).endsWith("exit 2\n");
        assertThat(user.types("save", "-o", "fruit/apples", "apples", "-t", "s:apple harvest", "s:~jam")).isEqualTo("""
                Saved apples in ~/.mairixrc.saved
                Its folder, after majix up apples: ~/Mail/fruit/apples
                exit 0
                """);
        assertThat(read()).isEqualTo("""
                # Saved searches of majix, a line for each: NAME: [-t] [-o FOLDER] QUERY...
                # quoted as for a shell; see majix(1). "majix saved" lists them.
                jam: s:jam
                apples: -t -o fruit/apples 's:apple harvest' 's:~jam'
                """);
    }

    @Test
    void theListTellsWhatIsFoundAndHowMuchOfItIsNew() {
        assertThat(user.types("saved")).isEqualTo("2> majix: saved: there are no saved searches in ~/.mairixrc.saved;"
                + " majix save NAME QUERY makes one\nexit 0\n");
        user.types("save", "jam", "s:jam");
        user.types("save", "-t", "apples", "-o", "fruit/apples", "s:apple harvest");
        user.types("save", "none", "s:jam", "q:apples");
        assertThat(user.types("saved").replace("~", user.home.toString()).replaceAll(" +", " ")
                .replace(user.home.toString(), "~")).isEqualTo("""
                        name messages unread folder query
                        jam 3 3 ~/Mail/found-jam s:jam
                        apples 2 1 ~/Mail/fruit/apples -t -o fruit/apples 's:apple harvest'
                        none 0 0 ~/Mail/found-none s:jam q:apples
                        exit 0
                        """);
        assertThat(user.types("saved", "--format=json")).isEqualTo("""
                {"version":1,"name":"jam","messages":3,"unread":3,"threads":false,"folder":"~/Mail/found-jam",\
                "query":["s:jam"]}
                {"version":1,"name":"apples","messages":2,"unread":1,"threads":true,"folder":"~/Mail/fruit/apples",\
                "query":["s:apple harvest"]}
                {"version":1,"name":"none","messages":0,"unread":0,"threads":false,"folder":"~/Mail/found-none",\
                "query":["s:jam","q:apples"]}
                exit 0
                """);
        assertThat(user.types("saved", "--format=csv"))
                .isEqualTo("2> majix: saved --format \"csv\": only json is accepted\nexit 2\n");
    }

    @Test
    void withoutAnIndexTheListHasNoNumbers() throws Exception {
        User fresh = User.withMail(top.resolve("bob"));
        fresh.types("save", "-o", "x", "jam", "s:jam");
        assertThat(fresh.types("saved").replaceAll(" +", " ")).isEqualTo("""
                name messages unread folder query
                jam - - ~/Mail/x -o x s:jam
                2> majix: there is no index at ~/index; run majix without a query to make one
                exit 3
                """);
    }

    @Test
    void namesWorkInQueries() {
        user.types("save", "jam", "s:jam");
        user.types("save", "ann", "f:ann");
        user.types("save", "annjam", "q:ann", "q:jam");
        assertThat(user.types("--format=msgid", "q:annjam")).isEqualTo("<fig@example.org>\nexit 0\n");
        assertThat(user.types("--format=msgid", "q:jam,~ann"))
                .isEqualTo("<plum@example.org>\n<date@example.org>\nexit 0\n");
        assertThat(user.types("--format=msgid", "~q:jam"))
                .isEqualTo("<apple@example.org>\n<pear@example.org>\nexit 0\n");
        assertThat(user.types("--count", "q:jam/ann")).isEqualTo("4\nexit 0\n");
        assertThat(user.types("--count", "(query:jam", "or", "s:pear)", "f:bob")).isEqualTo("2\nexit 0\n");
        assertThat(user.types("thread", "q:ann", "s:apple")).contains("Apple harvest").endsWith("exit 0\n");
        assertThat(user.types("--explain", "q:annjam")).contains("f:ann").contains("s:jam");
    }

    @Test
    void aNameInsideQuotesIsText() {
        assertThat(user.types("-r", "\"q:jam\"")).isEqualTo("exit 1\n");
    }

    @Test
    void mistakesAreToldInOneLineAndChangeNothing() throws Exception {
        assertThat(user.types("-r", "q:jam"))
                .isEqualTo("2> majix: \"q:jam\": unknown saved search \"jam\", but none is there yet\nexit 2\n");
        user.types("save", "jam", "s:jam");
        user.types("save", "ann", "q:jam", "f:ann");
        String before = read();
        assertThat(user.types("-r", "q:jma"))
                .isEqualTo("2> majix: \"q:jma\": unknown saved search \"jma\", expected one of jam ann\nexit 2\n");
        assertThat(user.types("-r", "q:"))
                .isEqualTo("2> majix: \"q:\": empty word, expected the name of a saved search:"
                        + " jam ann\nexit 2\n");
        assertThat(user.types("save", "jam", "q:ann")).isEqualTo(
                "2> majix: \"q:ann\": saved search \"ann\" asks for itself: ann > jam > ann\nexit 2\n");
        assertThat(user.types("save", "a", "q:a"))
                .isEqualTo("2> majix: \"q:a\": saved search \"a\" asks for itself: a > a\nexit 2\n");
        assertThat(user.types("save", "bad", "s:"))
                .isEqualTo("2> majix: \"s:\": empty word, expected text, as in s:meeting\nexit 2\n");
        assertThat(read()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "save | save: a name and a query are wanted, as in majix save work f:example.org d:1m-; to search for",
            "save jam | save jam: a query is wanted, as in jam: s:meeting",
            "save a/b s:x | \"a/b\": no name for a saved search; letters, digits, - _ and . are wanted",
            "save s:x | \"s:x\": no name for a saved search",
            "save -x s:x | save: unrecognized option \"-x\"; majix save --help lists",
            "save jam -r s:x | save jam: of the options only -t, -tt and -o FOLDER go with a saved search",
            "save jam --narrow s:x | save jam: of the options only -t, -tt and -o FOLDER go with a saved search",
            "save jam --same=from s:x | save jam: of the options only -t, -tt and -o FOLDER go with a saved search",
            "save jam --wait=10 s:x | save jam: of the options only -t, -tt and -o FOLDER go with a saved search",
            "save --delete | save --delete: the names of saved searches are wanted",
            "save --delete x | save --delete: no saved search \"x\"; none is there yet, majix save NAME QUERY",
            "save jam -o found s:x | the folder \"~/Mail/found\" is that of every search; another one is wanted",
            "saved x | saved: \"x\": only options are wanted, majix saved --help lists them; to search",
            "up x | up: no saved search \"x\"; none is there yet",
            "--up s:x | --up is for indexing runs"})
    void aWrongCommandLineChangesNothing(String line, String told) {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n")
                .doesNotContainPattern("\n2> ");
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFileCanBeEditedAndStaysAsItIs() throws Exception {
        String mine = "# mine\r\n\n  jam:   s:jam   # sweet\nphrase : \"s:apple harvest\" ; b:x\\ y\nbroken\n"
                + "jam: s:pear\nopen: 's:x\nhere: -o ./x s:x\n# \u00e9nd";
        user.file(".mairixrc.saved", mine);
        assertThat(user.types("--count", "q:jam")).isEqualTo("""
                3
                2> majix: ~/.mairixrc.saved:5: NAME: QUERY is wanted, as in work: f:example.org d:1m-
                2> majix: ~/.mairixrc.saved:6: "jam" is there already, in line 3, and that one counts
                2> majix: ~/.mairixrc.saved:7: a ' has no second one
                2> majix: ~/.mairixrc.saved:8: -o "./x": below which directory is not known here; a name below base,\
                 or a whole path is wanted
                exit 0
                """);
        user.types("save", "new", "-o", "./x", "f:it's", "(b:a", "or", "b:b)");
        assertThat(read()).isEqualTo(mine + "\nnew: -o ~/x 'f:it'\\''s' '(b:a' or 'b:b)'\n");
        assertThat(user.types("save", "jam", "-tt", "f:bob", "s:jam")).contains(", in place of: s:jam\n");
        assertThat(read()).startsWith("# mine\r\n\njam: -tt f:bob s:jam\nphrase : ");
        assertThat(user.types("--count", "q:jam")).startsWith("1\n");
        assertThat(user.types("save", "--delete", "phrase"))
                .startsWith("""
                        Deleted phrase: 's:apple harvest' ';' 'b:x y'
                        Its folder stays as it is: ~/Mail/found-phrase
                        """);
        assertThat(read()).startsWith("# mine\r\n\njam: -tt f:bob s:jam\nbroken\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(user.disk(".").keySet()).noneMatch(name -> name.matches(".*saved\\.[0-9]+"));
    }

    @Test
    void aQueryWithALineEndIsNotSaved() {
        assertThat(user.types("save", "jam", "s:a\nb"))
                .isEqualTo("2> majix: save: a query with a line end in it cannot be saved\nexit 2\n");
    }

    @Test
    void aFileThatIsALinkStaysOne() throws Exception {
        Files.createDirectories(user.home.resolve("dotfiles"));
        Files.createSymbolicLink(file(), user.file("dotfiles/saved", "fig: s:fig\n"));
        user.types("save", "jam", "s:jam");
        assertThat(file()).isSymbolicLink();
        assertThat(user.home.resolve("dotfiles/saved")).hasContent("fig: s:fig\njam: s:jam\n");
    }

    @Test
    void whoStillAsksForADeletedSearchIsTold() {
        user.types("save", "jam", "s:jam");
        user.types("save", "ann", "q:jam", "f:ann");
        assertThat(user.types("save", "--delete", "jam")).endsWith(
                "2> majix: save: ann: \"q:jam\": unknown saved search \"jam\", expected one of ann\nexit 0\n");
    }

    @Test
    void aSearchWithoutNamesDoesNotReadTheFile() throws Exception {
        user.file(".mairixrc.saved", "broken\n");
        assertThat(user.types("--count", "s:jam")).isEqualTo("3\nexit 0\n");
    }

    @Test
    void underTheNameOfMairixTheWordsAreExpressions() {
        user.program = "mairix";
        assertThat(user.types("-r", "saved")).isEqualTo("exit 1\n");
        assertThat(file()).doesNotExist();
    }

    /// Each reads the file and puts another in its place: without a lock the last one wins.
    @Test
    void searchesSavedAtOnceAreAllThere() throws Exception {
        List<Callable<String>> saves = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "n" + i;
            saves.add(() -> user.types("save", name, "s:" + name));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> saved : threads.invokeAll(saves)) {
                assertThat(saved.get()).endsWith("exit 0\n");
            }
        }
        assertThat(Files.readAllLines(file()).stream().filter(line -> !line.startsWith("#"))).hasSize(24)
                .contains("n7: s:n7", "n23: s:n23");
        assertThat(user.types("saved")).contains("n0 ", "n17 ");
    }

    @Test
    void aSearchThatIsRefusedLeavesNoFile() throws Exception {
        assertThat(user.types("save", "bad", "s:")).endsWith("exit 2\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatAnEditorWroteMeanwhileIsKept() throws Exception {
        user.types("save", "jam", "s:jam");
        Config config = ConfigReader.read(user.rc, user.environment(), _ -> {});
        assertThatThrownBy(() -> SavedFile.change(config, _ -> {}, saved -> {
            Files.writeString(file(), "mine: s:plum\n");
            saved.remove("jam");
            saved.write();
        })).isInstanceOf(Failure.class).hasMessageEndingWith("was changed just now, so nothing is saved; try again");
        assertThat(read()).isEqualTo("mine: s:plum\n");
    }
}
