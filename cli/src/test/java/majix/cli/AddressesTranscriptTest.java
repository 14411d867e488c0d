package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `majix addresses`, for mutt's query_command.
class AddressesTranscriptTest {
    @TempDir
    Path top;

    private User user;
    private int count;

    @BeforeEach
    void index() throws IOException {
        user = User.without(top.resolve("ann"));
        user.variables.put("MAJIX_NOW", "2025-06-01T12:00:00");
        user.variables.put("TZ", "UTC");
        user.file(".mairixrc", "base=~/Mail\nmaildir=...\nmfolder=found\ndatabase=~/index\n");
        mail("inbox", "Carla Voss <carla@old.example>", "ann@x.example", "2025-05-30");
        for (int day = 1; day < 6; day++) {
            mail("inbox", "\"Carl's news\" <no-reply@carl.example>", "ann@x.example", "2025-05-0" + day);
        }
        mail("inbox", "Carlo Bassi <carlo@friends.example>", "ann@x.example", "2025-05-01");
        mail("Sent", "Ann <ann@x.example>", "carlo@friends.example", "2025-05-20");
        mail("Sent", "Ann <ann@x.example>", "\"carlo\" <Carlo@friends.example>, Dora <dora@x.example>", "2025-05-21");
        for (int day = 1; day < 4; day++) {
            mail("Sent", "Ann <ann@x.example>", "Carl Old <carl@former.example>", "2009-05-0" + day);
        }
        Files.createDirectories(user.home.resolve("Mail/inbox/new"));
        user.types();
    }

    private void mail(String folder, String from, String to, String day) throws IOException {
        String id = "m" + ++count;
        Files.createDirectories(user.home.resolve("Mail").resolve(folder).resolve("new"));
        Files.createDirectories(user.home.resolve("Mail").resolve(folder).resolve("tmp"));
        user.file("Mail/" + folder + "/cur/" + count + "." + id + ":2,S", "From: " + from + "\nTo: " + to
                + "\nSubject: x\nMessage-ID: <" + id + "@x>\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(LocalDate.parse(day).atTime(12, 0).atOffset(ZoneOffset.UTC))
                + "\n\nbody\n");
    }

    @Test
    void whomTheUserWroteToComesFirstAndRobotsLast() {
        assertThat(user.types("addresses", "carl")).isEqualTo("""
                4 addresses for carl
                carlo@friends.example\tCarlo Bassi\twritten to 2 times, last 2025-05-21
                carl@former.example\tCarl Old\twritten to 3 times, last 2009-05-03
                carla@old.example\tCarla Voss\tseen once, last 2025-05-30
                no-reply@carl.example\tCarl's news\tseen 5 times, last 2025-05-05, automatic
                exit 0
                """);
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(user.types("addresses", "Carl former")).isEqualTo("""
                1 address for Carl former
                carl@former.example\tCarl Old\twritten to 3 times, last 2009-05-03
                exit 0
                """);
        assertThat(user.types("addresses", "voss", "carla")).contains("carla@old.example\t");
        assertThat(user.types("addresses", "\"Bassi, C\" <carlo@")).contains("carlo@friends.example\t");
    }

    @Test
    void aPartInsideAWordIsFoundIfNothingBeginsWithIt() {
        assertThat(user.types("addresses", "arlo")).startsWith("1 address for arlo\ncarlo@friends.example\t");
    }

    @Test
    void nothingFoundIsALineAndAStatusForMutt() {
        assertThat(user.types("addresses", "zoe")).isEqualTo("no addresses for zoe\nexit 1\n");
    }

    @Test
    void theUsersAddressesCanBeTold() throws Exception {
        String first = "carlo@friends.example\tCarlo Bassi\tseen 3 times, last 2025-05-21\n";
        assertThat(user.types("addresses", "--me", "somebody@else.example", "--limit=1", "carl"))
                .isEqualTo("4 addresses for carl\n" + first + "exit 0\n");
        user.file(".mairixrc", Files.readString(user.rc) + "me=somebody@else.example:x@y.example\n");
        assertThat(user.types("addresses", "--limit=1", "carl"))
                .isEqualTo("4 addresses for carl\n" + first + "exit 0\n");
        assertThat(user.types("addresses", "--me=x@y.example:Ann@X.example", "dora"))
                .contains("dora@x.example\tDora\twritten to once, last 2025-05-21\n");
    }

    @Test
    void programsGetObjects() {
        assertThat(user.types("addresses", "--format=json", "former", "no-such=")).isEqualTo("exit 1\n");
        assertThat(user.types("addresses", "--format=json", "former")).isEqualTo("""
                {"version":1,"address":"carl@former.example","name":"Carl Old","written":3,\
                "last_written":1241352000000,"seen":0,"last_seen":null,"automatic":false}
                exit 0
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sent", ".Sent", ".INBOX.Sent Items", "sent-mail", "Gesendet", "Outbox",
            "[Gmail].Sent Mail"})
    void foldersForSentMailAreKnownByName(String name) {
        assertThat(OwnAddresses.isSent(Path.of("/home/ann/Mail", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentry", "inbox", "absent", "presents"})
    void otherFoldersAreNot(String name) {
        assertThat(OwnAddresses.isSent(Path.of("/home/ann/Mail", name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"addresses", "addresses ,", "addresses --limit 0 x", "addresses --format=csv x",
            "addresses --frm x", "addresses x --me"})
    void mistakesAreTold(String line) {
        assertThat(user.types(line.split(" "))).matches("2> majix: addresses: .*\nexit 2\n");
    }

    /// A link that leads to itself stands for a file without rights, which root has everywhere.
    @Test
    void whatCannotBeReadIsTold() throws Exception {
        Path file = user.home.resolve("Mail/inbox/cur/1.m1:2,S");
        Files.delete(file);
        Files.createSymbolicLink(file, file);
        assertThat(user.types("addresses", "carl")).contains("carlo@friends.example\t")
                .contains("2> majix: ~/Mail/inbox/cur/1.m1:2,S: ").endsWith("\nexit 3\n");
    }
}
