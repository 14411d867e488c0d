package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import majix.formats.FileNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hits as JSON and CSV.
class DataTranscriptTest {
    private static final String ALL = """
            From: "Ann, Archer" <ann@example.org>
            To: a@example.org
            To: b@example.org
            Cc: c@example.org
            Subject: =?utf-8?q?Say_=22all=22=5C=C2=9B1m=E2=80=AE?=
            Date: Sat, 04 Jan 2025 12:34:56 +0000
            Message-ID: <all@example.org>
            References: <one@example.org>
            In-Reply-To: <two@example.org>
            List-Id: Fruit <fruit.example.org>
            Status: RO
            Content-Type: text/plain; charset=utf-8; name="all.txt"

            all of it\tand
            more\u0007
            """;

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withMail(top.resolve("ann"));
        user.file("Mail/inbox/cur/3.all:2,FS", ALL);
        user.types();
    }

    private static String utc(String json) {
        return json.replaceAll("\"date\":\"[^\"]*\"", "\"date\":D").replaceAll("\"thread\":[0-9]+", "\"thread\":T")
                .replaceAll(",2025-[-:T0-9+Z]*,", ",D,").replaceAll("(D,[0-9]+,[a-z]*),[0-9]+", "$1,T");
    }

    @Test
    void jsonHasAllThatIsKnown() {
        assertThat(utc(user.types("--format=json", "m:all@example.org"))).isEqualTo("""
                {"version":1,"path":"~/Mail/inbox/cur/3.all:2,FS","folder":"~/Mail/inbox","start":null,"end":null,\
                "date":D,"epoch_ms":1735994096000,"size":%d,"flags":["flagged","seen"],"thread":T,"match":true,\
                "ids":["all@example.org"],"in_reply_to":"<two@example.org>",\
                "references":["one@example.org","two@example.org"],"from":["\\"Ann, Archer\\" <ann@example.org>"],\
                "to":["a@example.org","b@example.org"],"cc":["c@example.org"],\
                "subject":["Say \\"all\\"\\\\\\u009b1m\\u202e"],"attachments":["all.txt"],\
                "body":["all of it\\tand\\nmore\\u0007\\n"],"status_flags":["seen"],"oddities":[],\
                "list":"fruit.example.org"}
                exit 0
                """.formatted(ALL.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void aPartOfAFileHasItsPlace() {
        assertThat(user.types("--format=json", "s:fig"))
                .contains("\"path\":\"~/Mail/archive\",\"folder\":\"~/Mail/archive\",\"start\":34,\"end\":181,")
                .contains("\"body\":[\"The fig is ripe.\\n");
    }

    @Test
    void theDateHasItsZone() {
        String date = user.types("--format=json", "s:plum").replaceAll("(?s).*\"date\":\"([^\"]*)\".*", "$1");
        assertThat(java.time.OffsetDateTime.parse(date).toInstant()).isEqualTo("2024-01-05T12:00:00Z");
    }

    @Test
    void companyOfAHitIsNoMatch() {
        assertThat(user.types("-t", "--format=json", "s:pear").lines().filter(line -> line.startsWith("{"))
                .map(line -> line.replaceAll(".*\"thread\":([0-9]+),\"match\":([a-z]+),\"ids\":\\[\"([a-z]+).*",
                        "$3 $2")))
                .containsExactly("apple false", "pear true");
    }

    @Test
    void namesThatAreNoTextKeepTheirBytes() throws Exception {
        byte[] path = (user.home + "/Mail/files/\u00e4\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        Path file = FileNames.path(path);
        Files.createDirectories(user.home.resolve("Mail/files"));
        Files.writeString(file, User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", ""));
        Files.writeString(user.rc, Files.readString(user.rc) + "files=files\n");
        user.types();
        String encoded = java.util.Base64.getEncoder().encodeToString(path);
        assertThat(user.types("--format=json", "s:kiwi"))
                .contains("/files/\ufffd\ufffd\",\"path_base64\":\"" + encoded + "\"");
    }

    @Test
    void aMessageThatIsGoneHasWhatTheIndexKnows() throws Exception {
        Files.delete(user.home.resolve("Mail/old/1"));
        assertThat(user.types("--format=json", "s:plum")).contains("\"epoch_ms\":1704456000000")
                .contains("\"ids\":[],").endsWith("2> majix: ~/Mail/old/1: no such file or directory\nexit 0\n");
    }

    /// A link that leads to itself stands for a file without rights, which root has everywhere.
    @Test
    void aMessageThatCannotBeReadIsAFailure() throws Exception {
        Path inbox = user.home.resolve("Mail/inbox");
        Files.delete(inbox.resolve("new/2.pear"));
        Path renamed = inbox.resolve("cur/2.pear:2,S");
        Files.createSymbolicLink(renamed, renamed);
        assertThat(user.types("--format=json", "s:pear")).contains("\"ids\":[],")
                .contains("2> majix: ~/Mail/inbox/cur/2.pear:2,S: ").endsWith("\nexit 3\n");
    }

    @Test
    void tablesHaveALineForEachHit() {
        assertThat(utc(user.types("--format=csv", "m:all@example.org"))).isEqualTo("""
                path,start,end,date,size,flags,thread,match,id,in_reply_to,from,to,cc,subject,list
                "~/Mail/inbox/cur/3.all:2,FS",,,D,%d,fs,T,1,all@example.org,<two@example.org>,\
                \"""Ann, Archer"" <ann@example.org>","a@example.org, b@example.org",c@example.org,\
                "Say ""all""\\\\x9b1m\\u202e",fruit.example.org
                exit 0
                """.formatted(ALL.getBytes(StandardCharsets.UTF_8).length));
        assertThat(user.types("--format=csv", "s:quince")).endsWith("subject,list\nexit 1\n");
    }

    @Test
    void everyMemberIsInTheManual() throws Exception {
        String page = Files.readString(Path.of("src/main/dist/man/majix-json.5"));
        List<String> members = Pattern.compile("\"([a-z_]+)\":").matcher(user.types("--format=json", "s:plum"))
                .results()
                .map(match -> match.group(1)).toList();
        assertThat(members).hasSizeGreaterThan(20)
                .allSatisfy(member -> assertThat(page).containsPattern("\n\\.It Va .*\\b" + member + "\\b"));
        String[] columns = user.types("--format=csv", "s:plum").lines().findFirst().orElse("").split(",");
        String manual = Files.readString(Path.of("src/main/dist/man/majix.1"));
        assertThat(Arrays.asList(columns)).allSatisfy(column -> assertThat(manual).contains(column));
    }
}
