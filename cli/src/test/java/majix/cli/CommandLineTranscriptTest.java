package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.FileNames;
import majix.query.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--bogus|unrecognized option \"--bogus\"; --help lists the options",
            "--bogus=3|unrecognized option \"--bogus=3\"; --help lists the options",
            "-rq|unrecognized option \"-rq\"; --help lists the options",
            "--fast-index=yes|unrecognized option \"--fast-index=yes\"; --help lists the options",
            "-o|option -o needs a value after it", "-rf|option -rf needs a value after it",
            "--rcfile|option --rcfile needs a value after it",
            "--force-hash-key-new-database|option --force-hash-key-new-database needs a value after it",
            "--wait|option --wait needs a value after it",
            "--wait=-1|--wait \"-1\": a number of seconds is wanted, as in --wait 60",
            "--wait=soon|--wait \"soon\": a number of seconds is wanted, as in --wait 60"})
    void wrongOptionsAreOneLine(String option, String said) {
        assertThat(user.types(option)).isEqualTo("2> majix: " + said + "\nexit 2\n");
    }

    @Test
    void optionsBundleAndCarryTheirValues() throws Exception {
        Path other = user.file("other.rc", Files.readString(user.rc) + "mformat=excerpt\n");
        String raw = "~/Mail/old/1\nexit 0\n";
        assertThat(user.types("-rtQ", "s:plum")).isEqualTo(raw);
        assertThat(user.types("-rf", other.toString(), "s:plum")).isEqualTo(raw);
        assertThat(user.types("-rfother.rc", "s:plum")).isEqualTo(raw);
        assertThat(user.types("-r", "--rcfile=other.rc", "s:plum")).isEqualTo(raw);
        assertThat(user.types("--rcfile", "other.rc", "-r", "--", "s:plum")).isEqualTo(raw);
        assertThat(user.types("--rcfile=other.rc", "s:plum")).startsWith("-----");
        assertThat(user.types("-r", "--unlock", "--force-hash-key-new-database", "7", "--no-integrity-checks",
                "s:plum")).isEqualTo(raw);
        assertThat(user.types("-rofound", "s:plum")).isEqualTo(raw);
    }

    /// 0xE9 stands for an accented letter in ISO 8859-1; alone it is no UTF-8.
    @Test
    void bytesThatAreNoUtf8AreRefusedUnlessTheyNameFiles() throws Exception {
        byte[] mixed = {'s', ':', (byte) 0xE9, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        String odd = RawArguments.text(mixed, 0, mixed.length);
        assertThat(odd).isEqualTo("s:\udce9\u00e9\udcff");
        for (String[] line : new String[][]{{odd}, {"-r", "s:x", odd}, {"save", "x", odd},
                {"show", "1", odd}, {"thread", odd}, {"--exec", odd, ";", "s:x"}, {"-f", ".mairixrc", odd}}) {
            assertThat(user.types(line)).as(String.join(" ", line)).startsWith("2> majix: \"s:?\u00e9?\" is not UTF-8")
                    .endsWith("\nexit 2\n");
        }
        assertThat(user.types("--format", "%s\udce9", "s:x"))
                .isEqualTo("2> majix: \"%s?\" is not UTF-8: only names of files"
                        + " may be anything else\nexit 2\n");
        Path rc = FileNames.path(user.home + "/caf\udce9");
        Files.copy(user.rc, rc);
        assertThat(user.types("-f", "caf\udce9", "-o", "f\udce9", "s:plum")).startsWith("Matched 1 messages\n");
        assertThat(FileNames.path(user.home + "/Mail/f\udce9")).isDirectory();
        Path mail = FileNames.path(user.home + "/\udce9");
        Files.copy(user.home.resolve("Mail/old/1"), mail);
        assertThat(user.types("show", "\udce9")).contains("Plum jam").endsWith("exit 0\n");
    }

    @Test
    void aSubcommandBehindOptionsIsPointedOutToPeople() {
        assertThat(user.types("-f", ".mairixrc", "-r", "show", "s:plum")).isEqualTo("exit 1\n");
        user.terminal = true;
        assertThat(user.types("-f", ".mairixrc", "-r", "show", "s:plum"))
                .isEqualTo("2> majix: show is searched for as a"
                        + " word: a subcommand comes first, then its options\nexit 1\n");
        assertThat(user.types("-r", "--", "show")).isEqualTo("exit 1\n");
        assertThat(user.types("-r", "s:plum", "show")).isEqualTo("exit 1\n");
        user.program = "mairix";
        assertThat(user.types("-r", "show")).isEqualTo("exit 1\n");
    }

    @Test
    void optionsEndWithTheFirstExpression() {
        assertThat(user.types("-r", "s:plum", "-x")).isEqualTo("exit 1\n");
        assertThat(user.types("-r", "--", "-x")).isEqualTo("exit 1\n");
    }

    @Test
    void versionAndHelpNeedNoConfiguration() throws Exception {
        Files.delete(user.rc);
        assertThat(user.types("-V")).matches("majix [0-9]+\\.[0-9]+\\.[0-9]+\nexit 0\n");
        assertThat(user.types("--version")).isEqualTo(user.types("-V"));
        assertThat(user.types("-h")).startsWith("majix: finds one message").endsWith("index busy\nexit 0\n");
        assertThat(user.types("--help")).isEqualTo(user.types("-h"));
    }

    @Test
    void fieldsListsTheVocabulary() throws Exception {
        Files.delete(user.rc);
        String said = user.types("fields");
        assertThat(said).startsWith("key     long name   example              what it matches\n").endsWith("exit 0\n");
        for (Field field : Field.values()) {
            assertThat(said).contains("\n" + field.letter() + "       " + field.longName());
        }
    }

    @Test
    void fieldsWithMoreWordsCouldBeASearch() {
        assertThat(user.types("fields", "plum")).isEqualTo("2> majix: fields \"plum\": no argument is wanted; to search"
                + " for the word: majix -- fields ...\nexit 2\n");
        assertThat(user.types("--", "fields", "plum")).endsWith("exit 1\n");
    }

    @ParameterizedTest
    @CsvSource({"init", "fields"})
    void underTheNameOfMairixEveryWordIsAnExpression(String word) throws Exception {
        user.program = "mairix";
        user.file(".mairixrc", Files.readString(user.rc) + "mformat=raw\n");
        assertThat(user.types(word)).isEqualTo("exit 1\n");
        assertThat(user.types(word, "-r")).isEqualTo("exit 1\n");
        assertThat(user.types("--bogus")).startsWith("2> mairix: unrecognized");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"s:|\"s:\": empty word, expected text, as in s:meeting",
            "s:x/|\"s:x/\": empty word, expected text, as in s:meeting",
            "``|\"\": empty argument, expected text, as in s:meeting",
            "(s:x|\"(s:x\": unbalanced \"(\", expected \")\" at the end of the group"})
    void aWrongQueryIsOneLineThatQuotesIt(String query, String said) {
        assertThat(user.types("-r", "s:plum", query)).isEqualTo("2> majix: " + said + "\nexit 2\n");
        assertThat(user.types("--explain", query)).isEqualTo("2> majix: " + said + "\nexit 2\n");
    }

    @Test
    void onATerminalACaretShowsThePlace() {
        user.terminal = true;
        assertThat(user.types("s:plum", "bs:apple/")).isEqualTo("""
                2> majix: "bs:apple/": empty word, expected text, as in s:meeting
                2>   bs:apple/
                2>            ^
                exit 2
                """);
        assertThat(user.types("a\u001b:b")).contains("\n2>   a?:b\n2>   ^\nexit 2\n");
        assertThat(user.types("--bogus")).isEqualTo(
                "2> majix: unrecognized option \"--bogus\"; --help lists the options\nexit 2\n");
    }

    @Test
    void theClockCanBeSet() {
        user.variables.put("MAJIX_NOW", "2025-01-03T10:00:00");
        assertThat(user.types("-r", "d:1w")).isEqualTo("""
                ~/Mail/inbox/cur/1.apple:2,RS
                ~/Mail/inbox/new/2.pear
                exit 0
                """);
        for (String bad : List.of("noon", "+999999999-12-31T10:00:00", "-0001-01-01T00:00:00")) {
            user.variables.put("MAJIX_NOW", bad);
            String told = "2> majix: MAJIX_NOW=\"" + bad
                    + "\": a local time is wanted, as in 2025-11-20T15:30:00\nexit 2\n";
            assertThat(user.types("-r", "d:1w")).isEqualTo(told);
            assertThat(user.types("addresses", "ann")).isEqualTo(told);
            assertThat(user.types("status")).endsWith(told);
        }
        user.variables.put("MAJIX_NOW", "9999-12-31T23:59:59");
        assertThat(user.types("-r", "d:2y")).isEqualTo("exit 1\n");
        user.variables.put("MAJIX_NOW", "0001-01-01T00:00:00");
        assertThat(user.types("-r", "d:today")).isEqualTo("exit 1\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }

    @Test
    void oddLinesOfTheRcFileAreToldByFileAndLine() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + """
                mfoldr=x
                sort=date+
                mformat=zip
                maildir
                a\u001b[31m=3
                """);
        String known = "; known are base, database, maildir, mh, mbox, files, omit, mfolder, mformat, nochecks,"
                + " follow_mbox_symlinks, resident, warn_stale, me\n";
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\n"
                + "2> majix: ~/.mairixrc:7: unknown directive \"mfoldr\"; did you mean mfolder?\n"
                + "2> majix: ~/.mairixrc:8: sort= is not needed: results are always in the order of their dates\n"
                + "2> majix: ~/.mairixrc:9: Unrecognized mformat <zip>, maildir is used; maildir, mh, mbox, raw and"
                + " excerpt are known\n" + "2> majix: ~/.mairixrc:10: maildir needs a value, as in maildir=...\n"
                + "2> majix: ~/.mairixrc:11: unknown directive \"a?[31m\"" + known + "exit 0\n");
    }

    @Test
    void anRcFileThatCannotServeIsOneLine() throws Exception {
        user.file(".mairixrc", "database=~/index\n");
        assertThat(user.types("-r", "x")).isEqualTo(
                "2> majix: ~/.mairixrc: no base: a line base=DIRECTORY is needed, or MAIRIX_FOLDER_BASE\nexit 2\n");
        user.file(".mairixrc", "base=~/Mail\n");
        assertThat(user.types("-r", "x")).isEqualTo(
                "2> majix: ~/.mairixrc: no database: a line database=PATH is needed, or MAIRIX_DATABASE\nexit 2\n");
        user.file(".mairixrc", "base=~/Mail\ndatabase=~/index\n");
        assertThat(user.types("x")).isEqualTo("2> majix: ~/.mairixrc: no folder for results: a line mfolder=FOLDER or"
                + " the option -o is needed\nexit 2\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
        assertThat(user.types()).isEqualTo("2> majix: ~/.mairixrc: no folders to index: a line maildir=LIST, mh=LIST,"
                + " mbox=LIST or files=LIST is needed\nexit 2\n");
        Files.delete(user.rc);
        assertThat(user.types("x")).isEqualTo("2> majix: no rc file, neither ~/.mairixrc nor ~/.config/majix/majixrc;"
                + " \"majix init\" writes one\nexit 2\n");
        assertThat(user.types("-f", "Mail", "x")).isEqualTo(
                "2> majix: cannot read the rc file ~/Mail: Is a directory\nexit 2\n");
    }
}
