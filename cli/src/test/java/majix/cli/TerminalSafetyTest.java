package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command and every format over an archive in which whatever can be named or written commands a terminal: nothing
/// of that comes out raw, and there are as many lines as with harmless text in the same places. What is no option, no
/// command and no format of the table below fails the test.
class TerminalSafetyTest {
    /// `RC`, `EVIL` and `FILE` as [HostileHome] has them. Behind `~`, the hostile text also means something else than the
    /// harmless one, so that the two answers are no pair.
    private static final List<String> TABLE = List.of("-v -f RC", "-F -f RC", "-p -f RC --wait 1", "--up -v -f RC",
            "--rcfile RC --purge --verbose", "--fast-index -f RC", "~ -d -f RC", "~ --dump -f RC", "-V", "--version",
            "-h", "--help",
            "-Q --no-integrity-checks --unlock --force-hash-key-new-database 1 -f RC",
            // hits
            "-f RC -r plum", "-f RC --raw-output plum", "-f RC -x plum", "-f RC --excerpt-output plum",
            "-f RC -rt plum",
            "-f RC -x --threads plum", "-f RC -r s:EVIL", "~ -f RC --explain s:EVIL or plum",
            "~ -f RC --explain p:EVIL m:EVIL@x", "~ -f RC -r q:EVIL", "-f RC -r q:odd", "-f RC -r q:wrong",
            "-f RC -r k:EVIL",
            "-f RC -r s:(EVIL", "-f RC -r d:EVIL", "-f RC -r z:EVIL", "-f RC -r F:EVIL", "~ -f RC --typed s:plumEVIL",
            "-f RC --typed -xEVIL", "-f RC --format=raw plum", "-f RC --format=raw -0 plum", "-f RC --null plum",
            "-f RC --format=excerpt plum", "-f RC --format=paths plum", "-f RC --format=msgid plum",
            "-f RC --format=json plum", "-f RC --format=csv plum", "-f RC --format=TEMPLATE plum",
            "-f RC --format=FITTED plum", "-f RC --format=EVIL plum", "-f RC --format=%EVIL plum",
            "-f RC --sort subject --limit 3 --offset 1 -r plum", "-f RC --sort=EVIL plum", "-f RC --limit EVIL plum",
            "-f RC --offset=EVIL plum", "-f RC --count plum", "-f RC --snippets plum",
            "-f RC --color=always --snippets plum",
            "-f RC --snippets p:md", "-f RC --color=EVIL --snippets plum", "-f RC --group-by EVIL plum",
            "-f RC --group-by from plum", "-f RC --group-by domain plum", "-f RC --group-by month plum",
            "-f RC --group-by folder plum", "-f RC --group-by list plum", "-f RC --group-by thread plum",
            "-f RC --group-by list --format=csv plum", "-f RC --group-by thread --format=json plum",
            "-f RC --exec true {} + plum", "-f RC --exec true {} ; plum", "-f RC --exec EVIL {} + plum",
            "-f RC --neomutt FILE plum", "-f RC --same EVIL", "~ -f RC --narrow plum",
            // folders
            "~ -f RC plum", "-f RC -a plum", "-f RC --augment -tt plum", "-f RC -o ./EVIL/new plum",
            "-f RC --mfolder ./EVIL/new --narrow plum", "-f RC -H -o ./hard plum",
            "-f RC --force-hardlinks -o ./hard plum",
            "-f RC -o FILE plum", "-f RC --force -o Mail plum",
            // what is wrong
            "--EVIL plum", "-jEVIL", "-f EVIL plum", "--wait EVIL", "--rcfile", "-f RC --up plum",
            // subcommands
            "init -f RC EVIL", "init -f RC Mail", "~ init -f ./EVIL-fresh Mail", "~ init --sample EVIL-sample",
            "fields", "fields EVIL",
            "serve EVIL", "serve -f EVIL", "thread -f RC plum", "thread --color always -f RC plum", "thread EVIL=",
            "~ save -f RC EVIL plum", "~ save -f RC new s:EVIL", "~ save -f RC new -o EVIL s:plum",
            "~ save -f RC --delete EVIL",
            "save -f RC --delete plums", "save --EVIL", "~ saved -f RC", "saved EVIL", "~ up -f RC", "up -f RC EVIL",
            "up -f RC odd",
            "~ status -f RC", "~ status -f RC --format=json", "status EVIL", "~ saved -f RC --format=json",
            "saved -f RC --format EVIL", "thread -f RC --format=json plum", "~ check -f RC", "~ check --repair -f RC",
            "check EVIL", "help EVIL", "help json EVIL", "~ addresses -f RC ann",
            "addresses -f RC EVIL",
            "~ addresses -f RC --format=json ann", "addresses --EVIL", "addresses -f RC --format EVIL x",
            "mutt-macros EVIL",
            "~ show -f RC 1 plum", "show -f RC --headers 2 plum", "show --headers --color always FILE",
            "~ show one.eml",
            "show EVIL", "show mid:EVIL -f RC", "show --EVIL", "show 77 plum -f RC", "~ extract --list FILE",
            "~ extract FILE", "~ extract -o EVIL one.eml", "extract --part EVIL one.eml", "~ extract -f RC 1 plum",
            "extract --EVIL",
            "shell EVIL");
    private static final List<String> SHELL = List.of("plum", ":list 1", ":show 1", ":save EVIL", ":save saved1",
            ":help",
            "s:EVIL", "k:EVIL", ":EVIL", ":show EVIL", ":quit");

    private static final Pattern OWN_COLOURS = Pattern.compile("\u001b\\[(1;31|1|2)?m");
    /// On a slow machine there is time for the line that shows how far a run is.
    private static final Pattern OWN_PROGRESS = Pattern.compile("\r([^\\x00-\\x1f\\x7f-\\x9f]*)\u001b\\[K");
    private static final Pattern COMMANDS = Pattern
            .compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b\\u200e\\u200f"
                    + "\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]");

    @TempDir
    static Path top;

    private static HostileHome evil;
    private static HostileHome tame;

    private record Ran(int status, String out, String err) {
        long lines() {
            return out.chars().filter(c -> c == '\n').count();
        }

        long told() {
            return err.chars().filter(c -> c == '\n').count();
        }
    }

    @BeforeAll
    static void index() throws IOException {
        evil = HostileHome.in(top, true);
        tame = HostileHome.in(top, false);
        assertThat(run(evil, "-f RC", true).status).isEqualTo(run(tame, "-f RC", true).status);
        assertThat(run(evil, "-f RC --count plum", true).out).isEqualTo(run(tame, "-f RC --count plum", true).out)
                .isEqualTo("4\n");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : (line.startsWith("~ ") ? line.substring(2) : line).split(" ", -1)) {
            words.add(word.replace("TEMPLATE", letters("%")).replace("FITTED", letters("%-20.20")));
        }
        return words;
    }

    private static String letters(String before) {
        return Template.LETTERS.chars().mapToObj(c -> before + (char) c).collect(Collectors.joining("|"));
    }

    private static Ran run(HostileHome home, String line, boolean terminal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(home.arguments(words(line)).toArray(new String[0]), home.environment(),
                new Console(out, err, terminal, terminal, "majix"));
        return new Ran(status, text(out), text(err));
    }

    /// The text of bytes that must be text.
    private static String text(ByteArrayOutputStream bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8: " + bytes.toString(StandardCharsets.ISO_8859_1), e);
        }
    }

    static List<String> table() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void nothingCommandsTheTerminal(String line) {
        Ran hostile = run(evil, line, true);
        Ran harmless = run(tame, line, true);
        check(line, hostile.out);
        check(line, hostile.err);
        if (line.startsWith("~")) {
            return;
        }
        assertThat(hostile.status).as("status of %s: %s", line, hostile.err).isEqualTo(harmless.status);
        assertThat(hostile.lines()).as("lines of %s:\n%s\n%s", line, hostile.out, harmless.out)
                .isEqualTo(harmless.lines());
        assertThat(hostile.told()).as("told by %s:\n%s\n%s", line, hostile.err, harmless.err)
                .isEqualTo(harmless.told());
    }

    private static void check(String line, String printed) {
        String rest = OWN_COLOURS.matcher(OWN_PROGRESS.matcher(printed).replaceAll("$1")).replaceAll("");
        if (line.contains("-0") || line.contains("--null")) {
            rest = rest.replace("\0", "");
        }
        if (line.contains("addresses ")) {
            rest = rest.replace("\t", "");
        }
        assertThat(printed.lines()).as("feigned lines of " + line).noneMatch(each -> each.startsWith("2> majix"));
        Matcher command = COMMANDS.matcher(rest);
        assertThat(command.find()).as(() -> line + ": U+" + Integer.toHexString(command.group().charAt(0)) + " in "
                + printed.substring(Math.max(0, command.start() - 60), Math.min(printed.length(), command.end() + 60)))
                .isFalse();
    }

    @Test
    void theTableHasEveryOptionAndCommand() {
        Set<String> known = new TreeSet<>();
        HelpTable help = HelpTable.read();
        help.subcommands().forEach(command -> known.add(command.name()));
        help.options().forEach(option -> known.addAll(option.names()));
        Set<String> tried = new TreeSet<>();
        for (String line : TABLE) {
            for (String word : words(line)) {
                String bare = word.replaceAll("=.*", "");
                tried.add(bare);
                if (bare.matches("-[a-zA-Z0]{2}")) {
                    tried.add("-" + bare.charAt(1));
                    tried.add("-" + bare.charAt(2));
                }
            }
        }
        tried.addAll(List.of("-t"));
        known.removeAll(tried);
        // words, not commands, where the table of the help has them in a sentence
        known.removeIf(name -> !name.startsWith("-") && !Main.isSubcommand(name));
        assertThat(known).isEmpty();
    }

    @Test
    void theTableHasEveryFormatAndGroup() {
        String formats = run(tame, "-f RC --format=zzz plum", true).err;
        String list = formats.substring(formats.indexOf(": ", formats.indexOf("zzz")) + 2, formats.indexOf(", or "));
        for (String format : list.split(", ", -1)) {
            assertThat(TABLE).as(format).anyMatch(line -> line.contains("--format=" + format + " "));
        }
        for (HitGroups.Key key : HitGroups.Key.values()) {
            assertThat(TABLE).anyMatch(line -> line.contains("--group-by " + key.name().toLowerCase(Locale.ROOT)));
        }
        Matcher command = Pattern.compile("(?m)^ +(:[a-z]+)").matcher(LineShell.HELP);
        while (command.find()) {
            if (command.group(1).equals(":mutt")) {
                // has the terminal to itself
                continue;
            }
            assertThat(SHELL).as(command.group(1)).anyMatch(line -> line.startsWith(command.group(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("shellLines")
    void neitherDoesTheShell(String line) throws Exception {
        Ran hostile = shell(evil, line);
        Ran harmless = shell(tame, line);
        check(line, hostile.out);
        check(line, hostile.err);
        if (line.equals("plum") || line.equals(":list 1") || line.equals(":help")) {
            assertThat(hostile.lines()).as("%s\n%s", hostile.out, harmless.out).isEqualTo(harmless.lines());
        }
    }

    static List<String> shellLines() {
        return SHELL;
    }

    private static Ran shell(HostileHome home, String line) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, true, true, "majix");
        String typed = home.arguments(List.of(line)).getFirst().replaceAll("[\r\n]", "");
        Config config = ConfigReader.read(home.rc(), home.environment(), console::tell);
        try (ShellSession session = ShellSession.open(config, home.environment(), console)) {
            int status = new LineShell(session, true, console)
                    .run(new BufferedReader(new StringReader("plum\n" + typed + "\n")));
            return new Ran(status, text(out), text(err));
        }
    }

    @Test
    void whatIsTypedAndOfferedInTheShellIsVisible() throws Exception {
        Console console = new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), true, true, "majix");
        Config config = ConfigReader.read(evil.rc(), evil.environment(), console::tell);
        try (ShellSession session = ShellSession.open(config, evil.environment(), console)) {
            String shown = new QueryHighlighter(session).highlight(null, "s:a\u001b[2J\u202e\nk:\u009b").toString();
            assertThat(shown).isEqualTo("s:a\\x1b[2J\\u202e\nk:\\x9b");
            List<org.jline.reader.Candidate> offered = new ArrayList<>();
            for (String begin : List.of("p:", "p:m", "p:Mail/", "n:f", "f:a", "s:", "q:", "b:p", "c:x")) {
                new QueryCompleter(session).complete(new QueryLineParser().parse(begin, begin.length(),
                        org.jline.reader.Parser.ParseContext.COMPLETE), offered);
            }
            assertThat(offered).isNotEmpty().allSatisfy(each -> check("completion", each.value() + each.displ()));
        }
        assertThat(ProgressBar.line(1, 2, 3, 4, "/mail/\u001b[2J\u202ebox\n")).doesNotContain("\u001b", "\u202e", "\n");
    }

    @Test
    void aFolderWhoseNameIsNoTextIsNotGone() {
        assertThat(run(evil, "status -f RC", true).out).contains("messages  folder").doesNotContain(": gone");
    }

    @Test
    void macrosForMuttHoldNoCommandOfAName() {
        assertThat(run(evil, "mutt-macros -f RC", true)).satisfies(ran -> {
            assertThat(ran.status).isEqualTo(Failure.BAD_INPUT);
            assertThat(ran.out).isEmpty();
            check("mutt-macros", ran.err);
        });
        assertThat(run(tame, "mutt-macros -f RC", true).status).isZero();
    }

    @Test
    void programsAreGivenTheBytesOfNames() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(evil.arguments(words("-f RC -0 plum")).toArray(new String[0]), evil.environment(),
                new Console(out, new ByteArrayOutputStream(), false, true, "majix"));
        List<String> paths = Arrays.asList(out.toString(StandardCharsets.ISO_8859_1).split("\0", -1));
        assertThat(paths).contains(majix.formats.FileNames.name(bytes(evil.home.resolve("Mail").resolve(evil.name("md"))
                .resolve("cur").resolve(evil.name("1.a"))), 0,
                bytes(evil.home.resolve("Mail").resolve(evil.name("md"))
                        .resolve("cur").resolve(evil.name("1.a"))).length));
    }

    private static byte[] bytes(Path path) {
        return majix.formats.FileNames.bytes(path);
    }

    @Test
    void resultsHoldNoCommandsBesideTheMailItself() throws IOException {
        for (String kind : List.of("maildir", "mh", "mbox")) {
            Path rc = evil.home.resolve("rc." + kind);
            Files.writeString(rc,
                    Files.readString(evil.rc()) + "mformat=" + kind + "\nmfolder=~/result." + kind + "\n");
            assertThat(run(evil, "-f rc." + kind + " plum", true).out).isEqualTo("Matched 4 messages\n");
        }
        try (Stream<Path> all = Files.walk(evil.home.resolve("result.maildir"))) {
            assertThat(all.map(Path::getFileName).map(Path::toString))
                    .allMatch(name -> name.matches("[A-Za-z0-9.,:-]+"));
        }
        for (String list : List.of("result.maildir/.majix", "result.mh/.majix", ".result.mbox.majix")) {
            assertThat(Files.readString(evil.home.resolve(list), StandardCharsets.ISO_8859_1)).matches("[\n -~]+");
        }
        List<String> lines = Files.readString(evil.home.resolve("result.mbox"), StandardCharsets.ISO_8859_1).lines()
                .toList();
        assertThat(lines.stream().filter(line -> line.startsWith("X-source-folder: "))).hasSize(4)
                .allMatch(line -> line.chars().noneMatch(c -> c < ' ' || c == 0x7f));
    }
}
