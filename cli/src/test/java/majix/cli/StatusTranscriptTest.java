package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTranscriptTest {
    private static final Instant WRITTEN = LocalDateTime.parse("2025-01-04T10:00:00").atZone(ZoneId.systemDefault())
            .toInstant();

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void mail() throws IOException {
        user = User.withMail(top.resolve("ann"));
        user.variables.put("MAJIX_NOW", "2025-01-04T12:30:00");
    }

    /// Indexes, and lets the index and the folders have stood for a while.
    private void index() throws IOException {
        user.types();
        for (String folder : List.of("Mail/inbox/cur", "Mail/inbox/new", "Mail/inbox", "Mail/old", "Mail/loose")) {
            if (Files.exists(user.home.resolve(folder))) {
                Files.setLastModifiedTime(user.home.resolve(folder), FileTime.from(WRITTEN.minusSeconds(60)));
            }
        }
        try (Stream<Path> files = Files.list(user.home.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
            }
        }
    }

    /// What was said, without versions, sizes and segments.
    private String status(String... more) {
        String said = user.types(Stream.concat(Stream.of("status"), Stream.of(more)).toArray(String[]::new));
        return said.replaceFirst("majix [^,]+, index format [0-9]+, Lucene [0-9.]+, Java [^\n]+", "VERSIONS")
                .replaceFirst("[0-9]+ KB in [0-9]+ files, [0-9]+ segments?", "N KB in N files");
    }

    @Test
    void statusTellsWhatTheIndexHolds() throws Exception {
        index();
        assertThat(status()).isEqualTo("""
                VERSIONS
                rc file   ~/.mairixrc
                index     ~/index: 5 messages, N KB in N files
                written   2025-01-04 10:00, 2 hours ago

                messages  folder
                       2  ~/Mail/archive
                       2  ~/Mail/inbox
                       1  ~/Mail/old
                exit 0
                """);
        assertThat(status("-f", user.rc.toString())).isEqualTo(status());
    }

    @Test
    void messagesThatHitALimitAreCounted() throws Exception {
        user.file("Mail/inbox/cur/99.host:2,S",
                "Subject: plum\n" + "Cc: ann@example.org\n".repeat(10_001) + "\nplum\n");
        index();
        assertThat(status())
                .contains("\n          1 message not read whole, because of a limit (majix F:l finds them)\n");
        assertThat(status("--format=json")).contains("\"messages\":6,\"limited\":1,\"deleted\":0,");
        assertThat(user.types("-r", "F:l")).contains("99.host:2,S");
    }

    @Test
    void statusTellsWhatChangedSince() throws Exception {
        index();
        Files.delete(user.home.resolve("Mail/archive"));
        Files.setLastModifiedTime(user.home.resolve("Mail/inbox/new"), FileTime.from(WRITTEN.plusSeconds(1)));
        assertThat(status()).contains("""

                2 folders changed after the index was written:
                  ~/Mail/archive: gone
                  ~/Mail/inbox
                exit 0
                """);
    }

    @Test
    void whatWasPassedOverIsToldWithReasons() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mbox=notes\nfiles=loose\nmaildir=gone\n");
        user.file("Mail/notes", "buy sugar\n");
        user.file("Mail/loose/picture.png", "\u0089PNG\n");
        Path locked = user.file("Mail/old/7", User.mail("kiwi", "ann", "Kiwi", "Fri, 03 Jan 2025", ""));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        boolean unreadable = !Files.isReadable(locked);
        index();
        String told = """
                  ~/Mail/gone: folder path does not exist
                  ~/Mail/loose/picture.png: no mail
                  ~/Mail/notes: no mbox: no separator line at its start
                """ + (unreadable ? "  ~/Mail/old/7: permission denied\n" : "") + "exit 0\n";
        String title = (unreadable ? 4 : 3) + " files or folders passed over:\n";
        assertThat(status()).endsWith(title + told);
        // the next runs do not read again what is no mail
        user.types("-F");
        user.types();
        assertThat(status()).endsWith(title + told);
        assertThat(Files.getPosixFilePermissions(user.home.resolve("index/skipped")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        user.file("Mail/notes", Files.readString(user.home.resolve("Mail/archive")));
        Files.delete(user.home.resolve("Mail/loose/picture.png"));
        user.types();
        assertThat(status()).endsWith("passed over:\n  ~/Mail/gone: folder path does not exist\n"
                + (unreadable ? "  ~/Mail/old/7: permission denied\n" : "") + "exit 0\n");
    }

    /// The list beside an mbox result below a tree of mboxes says nothing to anybody.
    @Test
    void listsOfResultsAreNoMatter() throws Exception {
        user.file(".mairixrc",
                Files.readString(user.rc).replace("mfolder=found", "mfolder=boxes/found\nmformat=mbox\nmbox=boxes..."));
        user.file("Mail/boxes/one", Files.readString(user.home.resolve("Mail/archive")));
        user.types();
        user.types("s:jam");
        user.types("-o", "boxes/other", "s:apple");
        assertThat(user.home.resolve("Mail/boxes/.found.majix")).exists();
        user.file("Mail/boxes/.lost.majix", "an old list");
        assertThat(user.types("-v")).doesNotContain(".majix", "no mail");
        assertThat(status()).doesNotContain(".majix", "passed over").contains("~/Mail/boxes/one\n");
        assertThat(status("--format=json")).doesNotContain(".majix", "no mbox");
        user.file("Mail/boxes/.mine.majix", Files.readString(user.home.resolve("Mail/archive")));
        user.types();
        assertThat(status()).contains("       2  ~/Mail/boxes/.mine.majix\n");
    }

    @Test
    void deletedMessagesDoNotCount() throws Exception {
        index();
        Files.delete(user.home.resolve("Mail/inbox/new/2.pear"));
        user.types();
        assertThat(status()).contains("index     ~/index: 4 messages, ", "\n       1  ~/Mail/inbox\n");
    }

    @Test
    void statusWithoutAnIndexOrWithOtherWordsIsRefused() {
        assertThat(user.types("status"))
                .isEqualTo("2> majix: there is no index at ~/index; run majix without a query to make one\nexit 3\n");
        assertThat(user.types("status", "report")).isEqualTo("2> majix: status \"report\": only -f FILE and"
                + " --format=json are accepted;"
                + " to search for the word: majix -- status ...\nexit 2\n");
        assertThat(user.types("status", "-f")).endsWith("exit 2\n");
    }

    @Test
    void programsGetAnObject() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mbox=notes\n");
        user.file("Mail/notes", "buy sugar\n");
        index();
        Files.delete(user.home.resolve("Mail/archive"));
        Files.setLastModifiedTime(user.home.resolve("Mail/inbox/new"), FileTime.from(WRITTEN.plusSeconds(1)));
        String told = status("--format=json").replaceAll("\"majix\":\"[^\"]+\"", "\"majix\":\"N\"")
                .replaceAll("\"(files|bytes|segments)\":[0-9]+", "\"$1\":N");
        String written = JsonFormat.date(WRITTEN.atZone(ZoneId.systemDefault()));
        assertThat(told).isEqualTo("{\"version\":1,\"majix\":\"N\",\"rcfile\":\"~/.mairixrc\",\"index\":\"~/index\","
                + "\"written\":\"" + written + "\",\"written_ms\":" + WRITTEN.toEpochMilli()
                + ",\"complete\":true,\"messages\":5,\"limited\":0,\"deleted\":0,\"segments\":N,\"files\":N,\"bytes\":N,"
                + "\"folders\":[{\"path\":\"~/Mail/archive\",\"messages\":2,\"change\":\"gone\"},"
                + "{\"path\":\"~/Mail/inbox\",\"messages\":2,\"change\":\"changed\"},"
                + "{\"path\":\"~/Mail/notes\",\"messages\":0,\"change\":\"none\"},"
                + "{\"path\":\"~/Mail/old\",\"messages\":1,\"change\":\"none\"}],"
                + "\"skipped\":[{\"path\":\"~/Mail/notes\",\"reason\":\"no mbox: no separator line at its start\"}]}\n"
                + "exit 0\n");
    }

    @Test
    void foldersAreListedForShells() throws Exception {
        user.file("Mail/a\u0007b/cur/1:2,", User.mail("kiwi", "ann", "Kiwi", "Fri, 03 Jan 2025", ""));
        Files.createDirectories(user.home.resolve("Mail/a\u0007b/new"));
        Files.createDirectories(user.home.resolve("Mail/a\u0007b/tmp"));
        user.file(".mairixrc", Files.readString(user.rc) + "maildir=a*\n");
        user.types();
        Path names = user.home.resolve("index/folders");
        assertThat(Files.readString(names).replace(user.home.toString(), "~"))
                .isEqualTo("~/Mail/archive\n~/Mail/inbox\n~/Mail/old\n");
        assertThat(Files.getPosixFilePermissions(names)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSearchAtATerminalTellsThatTheIndexIsOld() throws Exception {
        index();
        user.terminal = true;
        String hit = "~/Mail/old/1\nexit 0\n";
        assertThat(user.types("-r", "s:plum")).isEqualTo(hit);
        Files.setLastModifiedTime(user.home.resolve("Mail/inbox/new"), FileTime.from(WRITTEN.plusSeconds(1)));
        assertThat(user.types("-r", "s:plum"))
                .matches("~/Mail/old/1\n2> majix: ~/Mail/inbox changed after the index was written, [0-9]+ days"
                        + " ago; run majix without a query \\(or say warn_stale=no in the rc file\\)\nexit 0\n");
        user.program = "mairix";
        assertThat(user.types("-r", "s:plum")).isEqualTo(hit);
        user.program = "majix";
        user.terminal = false;
        assertThat(user.types("-r", "s:plum")).isEqualTo(hit);
        user.terminal = true;
        user.file(".mairixrc", Files.readString(user.rc) + "warn_stale=no\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo(hit);
        user.file(".mairixrc", Files.readString(user.rc) + "warn_stale=maybe\n");
        assertThat(user.types("-r", "s:plum"))
                .startsWith(
                        "~/Mail/old/1\n2> majix: ~/.mairixrc:8: warn_stale=maybe: yes or no is wanted; yes is taken\n");
    }

    @Test
    void anIndexOfTheLastMinutesIsNotOld() throws Exception {
        user.types();
        user.terminal = true;
        Files.setLastModifiedTime(user.home.resolve("Mail/inbox/new"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }
}
