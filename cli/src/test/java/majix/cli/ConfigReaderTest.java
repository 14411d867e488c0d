package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    Path top;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Path home;
    private Path cwd;
    private Environment env;

    @BeforeEach
    void surroundings() throws IOException {
        home = Files.createDirectory(top.resolve("home"));
        cwd = Files.createDirectory(top.resolve("cwd"));
        env = new Environment(variables::get, home, cwd);
    }

    private Config read(String... lines) throws IOException, ConfigException {
        Path rc = top.resolve("rc");
        Files.writeString(rc, String.join("\n", lines) + "\n");
        return ConfigReader.read(rc, env, warnings::add);
    }

    private Config usual(String... more) throws IOException, ConfigException {
        List<String> lines = new ArrayList<>(List.of("base=/mail", "database=/index"));
        lines.addAll(List.of(more));
        return read(lines.toArray(String[]::new));
    }

    private static List<String> folders(Config config, StoreKind kind) {
        return config.folders().stream().filter(spec -> spec.kind() == kind).map(FolderSpec::folders).findFirst()
                .orElse(List.of());
    }

    @Test
    void readsEveryDirective() throws Exception {
        Config config = usual("maildir=a:b...", "mh=c", "mbox=d*", "files=/e", "omit=x/**:y", "mfolder=vf",
                "mformat=mbox", "nochecks", "follow_mbox_symlinks", "warn_stale=no",
                "me=ann@example.org:ann@work.example");
        Path base = Path.of("/mail");
        List<String> omit = List.of("x/**", "y");
        assertThat(config).isEqualTo(new Config(top.resolve("rc"), base, Path.of("/index"),
                List.of(new FolderSpec(StoreKind.MAILDIR, base, List.of("a", "b..."), omit, true),
                        new FolderSpec(StoreKind.MH, base, List.of("c"), omit, true),
                        new FolderSpec(StoreKind.MBOX, base, List.of("d*"), omit, true),
                        new FolderSpec(StoreKind.FILES, base, List.of("/e"), omit, true)),
                omit, Path.of("/mail/vf"), OutputFormat.MBOX, true, true, false,
                List.of("ann@example.org", "ann@work.example")));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFewOfManyBadLinesAreTold() throws Exception {
        String[] lines = new String[13];
        Arrays.setAll(lines, i -> i == 12 ? "mh=x" : "line" + i + "=");
        assertThat(folders(usual(lines), StoreKind.MH)).containsExactly("x");
        String rc = top.resolve("rc").toString();
        assertThat(warnings).hasSize(11);
        assertThat(warnings.get(9)).startsWith(rc + ":12: unknown directive \"line9\"");
        assertThat(warnings.get(10)).isEqualTo(rc + ": 2 more lines of this kind");
    }

    @Test
    void aLongLineIsNotQuotedWhole() throws Exception {
        usual("s".repeat(100_000));
        assertThat(warnings).singleElement().asString().contains("\"" + "s".repeat(60) + "...\"").hasSizeLessThan(1000);
    }

    @Test
    void aMailboxIsNoRcFile() {
        String mail = "From ann@example.org Mon Mar  2 10:00:00 2020\nSubject: a=b\n\nHello\nBob,\nhow\nare\nyou?\n";
        assertThatThrownBy(() -> read(mail.repeat(1000))).isInstanceOf(ConfigException.class)
                .hasMessage(top.resolve("rc")
                        + ": surely no rc file: 7000 lines of it are no directives, and it names no base");
        assertThat(warnings).isEmpty();
    }

    @Test
    void commentsStandAtTheStartOfALineOnly() throws Exception {
        Config config = read("# a comment", "  # another", "; old style", "", "base = /mail\t", "DataBase =/db  ",
                "  maildir= md:md #1;x ");
        assertThat(folders(config, StoreKind.MAILDIR)).containsExactly("md", "md #1;x");
        assertThat(config.base()).isEqualTo(Path.of("/mail"));
        assertThat(config.database()).isEqualTo(Path.of("/db"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void carriageReturnsAndAByteOrderMarkDoNotCount() throws Exception {
        Config config = read("\uFEFFbase=/mail\r", "database=/db\r", "mh=a\r");
        assertThat(folders(config, StoreKind.MH)).containsExactly("a");
        assertThat(config.base()).isEqualTo(Path.of("/mail"));
    }

    @Test
    void repeatedLinesOfOneKindAreOneListInTheOrderOfTheKinds() throws Exception {
        Config config = usual("mbox=1", "mh=2", "mbox=3:4", "maildir=5");
        assertThat(config.folders()).extracting(FolderSpec::kind).containsExactly(StoreKind.MAILDIR, StoreKind.MH,
                StoreKind.MBOX);
        assertThat(folders(config, StoreKind.MBOX)).containsExactly("1", "3", "4");
    }

    @Test
    void emptyElementsAreTheBaseAndEscapedColonsLiteral() throws Exception {
        assertThat(folders(usual("maildir="), StoreKind.MAILDIR)).containsExactly("");
        assertThat(folders(usual("maildir=a::b"), StoreKind.MAILDIR)).containsExactly("a", "", "b");
        assertThat(folders(usual("maildir=a\\:b:c"), StoreKind.MAILDIR)).containsExactly("a:b", "c");
        assertThat(usual("omit=").omit()).isEmpty();
    }

    @Test
    void expandsVariablesAndHome() throws Exception {
        variables.put("PART", "fo");
        variables.put("LIST", "p:q");
        variables.put("dir_2", "two/");
        assertThat(folders(usual("maildir=${PART}oa:$LIST:$dir_2.x:$UNSET:a${UNSET}b"), StoreKind.MAILDIR))
                .containsExactly("fooa", "p", "q", "two/.x", "", "ab");
        assertThat(folders(usual("mbox=~/a:~/b:~:c~:~user/x"), StoreKind.MBOX)).containsExactly(home + "/a",
                home + "/b", home.toString(), "c~", "~user/x");
        assertThat(folders(usual("mh=a$:$-:\\$PART:x${PART"), StoreKind.MH)).containsExactly("a$", "$-", "$PART",
                "xfo");
        assertThat(read("base=~", "database=~/db").database()).isEqualTo(home.resolve("db"));
    }

    @Test
    void aHomeThatDependsOnTheCurrentDirectoryIsNone() {
        String known = System.getProperty("user.home");
        assertThat(Environment.of(Map.of("HOME", "here")::get, top).home()).isEqualTo(Path.of(known));
        assertThat(Environment.of(Map.of("HOME", "/here")::get, top).home()).isEqualTo(Path.of("/here"));
    }

    @Test
    void relativePathsStartFromTheCurrentDirectory() throws Exception {
        Config config = read("base=./mail", "database=db");
        assertThat(config.base()).isEqualTo(cwd.resolve("mail"));
        assertThat(config.database()).isEqualTo(cwd.resolve("db"));
    }

    @Test
    void theResultFolderIsBelowBaseUnlessItSaysOtherwise() throws Exception {
        assertThat(usual("mfolder=vf").mfolder()).isEqualTo(Path.of("/mail/vf"));
        assertThat(usual("mfolder=/vf").mfolder()).isEqualTo(Path.of("/vf"));
        assertThat(usual("mfolder=./vf").mfolder()).isEqualTo(cwd.resolve("vf"));
        assertThat(usual("mfolder=.vf").mfolder()).isEqualTo(Path.of("/mail/.vf"));
        assertThat(usual("mfolder=../vf").mfolder()).isEqualTo(Path.of("/mail/../vf"));
        assertThat(usual("mfolder=~/vf").mfolder()).isEqualTo(home.resolve("vf"));
        assertThat(usual("mfolder=a", "mfolder=b").mfolder()).isEqualTo(Path.of("/mail/b"));
        assertThat(usual().mfolder("./mine", env)).isEqualTo(cwd.resolve("mine"));
        assertThat(usual().mfolder("mine", env)).isEqualTo(Path.of("/mail/mine"));
    }

    @Test
    void formatsAreKnownByTheirBeginningInAnyCase() throws Exception {
        assertThat(usual().mformat()).isEqualTo(OutputFormat.MAILDIR);
        assertThat(usual("mformat=EXC").mformat()).isEqualTo(OutputFormat.EXCERPT);
        assertThat(usual("mformat=mhx").mformat()).isEqualTo(OutputFormat.MH);
        assertThat(usual("mformat=raw").mformat()).isEqualTo(OutputFormat.RAW);
        assertThat(warnings).isEmpty();
        assertThat(usual("mformat=mail").mformat()).isEqualTo(OutputFormat.MAILDIR);
        assertThat(warnings).singleElement().asString().contains("rc:3: Unrecognized mformat <mail>", "excerpt");
    }

    @Test
    void residentIsYesOrNo() throws Exception {
        usual("resident=yes", "Resident = NO");
        assertThat(warnings).isEmpty();
        usual("resident=maybe");
        assertThat(warnings).singleElement().asString()
                .endsWith("rc:3: resident=maybe: yes or no is wanted; no is taken");
    }

    @Test
    void unknownDirectivesAreToldWithFileLineAndTheNearestName() throws Exception {
        usual("frobnicate=yes", "maildri=x", "mbox", "wibble");
        assertThat(warnings).hasSize(4);
        assertThat(warnings.get(0)).contains(top + "/rc:3: unknown directive \"frobnicate\"").contains("maildir, mh");
        assertThat(warnings.get(1)).contains("rc:4:").contains("did you mean maildir?");
        assertThat(warnings.get(2)).contains("rc:5: mbox needs a value");
        assertThat(warnings.get(3)).contains("rc:6: unknown directive \"wibble\"");
    }

    @Test
    void whatMajixDoesNotServeIsTold() throws Exception {
        Config config = usual("folders=old", "mh_folders=older", "imap=INBOX", "imap_server=h", "sort=date+",
                "mformat=imap", "nochecks=yes");
        assertThat(folders(config, StoreKind.MAILDIR)).containsExactly("old");
        assertThat(folders(config, StoreKind.MH)).containsExactly("older");
        assertThat(config.mformat()).isEqualTo(OutputFormat.MAILDIR);
        assertThat(config.nochecks()).isTrue();
        assertThat(warnings).hasSize(7);
        assertThat(warnings.get(0)).contains(":3: folders=").contains("maildir=");
        assertThat(warnings.get(2)).contains(":5: imap=").contains("IMAP");
        assertThat(warnings.get(5)).contains(":8: mformat=imap").contains("IMAP");
    }

    @Test
    void theEnvironmentOverridesTheFile() throws Exception {
        variables.put("MAIRIX_FOLDER_BASE", "/other");
        variables.put("MAIRIX_MAIDIR_FOLDERS", "x:y\\:z");
        variables.put("MAIRIX_MH_FOLDERS", "m");
        variables.put("MAIRIX_MBOXEN", "$b");
        variables.put("MAIRIX_MFOLDER", "out");
        variables.put("MAIRIX_DATABASE", "/elsewhere");
        Config config = read("maildir=a:b", "mfolder=vf");
        assertThat(config.base()).isEqualTo(Path.of("/other"));
        assertThat(config.mfolder()).isEqualTo(Path.of("/other/out"));
        assertThat(config.database()).isEqualTo(Path.of("/elsewhere"));
        assertThat(folders(config, StoreKind.MAILDIR)).containsExactly("x", "y:z");
        assertThat(folders(config, StoreKind.MH)).containsExactly("m");
        assertThat(folders(config, StoreKind.MBOX)).containsExactly("$b");
        variables.put("MAIRIX_MAILDIR_FOLDERS", "right");
        assertThat(folders(read(), StoreKind.MAILDIR)).containsExactly("right");
        variables.put("MAIRIX_MBOXEN", "");
        assertThat(folders(read("mbox=kept"), StoreKind.MBOX)).containsExactly("kept");
    }

    @Test
    void namesThatAreNoUtf8StayAsTheyAre() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("base=/mail\ndatabase=/db\nmaildir=".getBytes(StandardCharsets.US_ASCII));
        byte[] name = FileNames.bytes(FileNames.path("caf\u00E9/\u65E5\u672C"));
        bytes.writeBytes(name);
        Config config = ConfigReader.parse(top.resolve("rc"), bytes.toByteArray(), env, warnings::add);
        assertThat(FileNames.bytes(Path.of(folders(config, StoreKind.MAILDIR).getFirst()))).isEqualTo(name);
        assertThat(config.folders().getFirst().folders().getFirst())
                .isEqualTo(FileNames.path("caf\u00E9/\u65E5\u672C").toString());
    }

    @Test
    void whatIsMissingIsToldWithTheFile() {
        assertThatThrownBy(() -> read("database=/db", "maildir=md")).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(top + "/rc", "base=");
        assertThatThrownBy(() -> read("base=/mail", "maildir=md")).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(top + "/rc", "database=");
        assertThatThrownBy(() -> usual("omit=x").sources(List.of())).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(top + "/rc", "files=LIST");
        assertThatThrownBy(() -> usual().requireMfolder()).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("mfolder=", "-o");
        assertThatThrownBy(() -> usual("maildir=a\0b")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be the name of a file");
    }

    @Test
    void unreadableFilesAreToldWithTheFile() {
        Path absent = top.resolve("absent");
        assertThatThrownBy(() -> ConfigReader.read(absent, env, warnings::add)).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(absent.toString(), "majix init");
        assertThatThrownBy(() -> ConfigReader.read(RcPlace.last(env), env, warnings::add))
                .isInstanceOf(ConfigException.class).hasMessageContaining("neither ~/.mairixrc nor");
        assertThatThrownBy(() -> ConfigReader.read(home, env, warnings::add)).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(home.toString(), "directory");
        assertThatThrownBy(() -> ConfigReader.read(Path.of("/dev/zero"), env, warnings::add))
                .isInstanceOf(ConfigException.class).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void theRcFileIsLookedForInFourPlaces() throws Exception {
        Path fallback = home.resolve(".config/majix/majixrc");
        assertThat(RcPlace.of(null, env)).isEqualTo(fallback);
        variables.put("XDG_CONFIG_HOME", "/xdg");
        assertThat(RcPlace.of(null, env)).isEqualTo(Path.of("/xdg/majix/majixrc"));
        variables.put("XDG_CONFIG_HOME", "relative");
        assertThat(RcPlace.of(null, env)).isEqualTo(fallback);
        Files.writeString(home.resolve(".mairixrc"), "");
        assertThat(RcPlace.of(null, env)).isEqualTo(home.resolve(".mairixrc"));
        variables.put("MAJIXRC", "my/rc");
        assertThat(RcPlace.of(null, env)).isEqualTo(cwd.resolve("my/rc"));
        assertThat(RcPlace.of("rc2", env)).isEqualTo(cwd.resolve("rc2"));
    }
}
