package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import majix.formats.FileNames;

/// A home where everything that a stranger, or a careless user, can name or write commands a terminal; or the same home
/// with harmless text in each of these places, so that the two can be compared line by line.
final class HostileHome {
    /// Escapes, a bell, DEL, C1, feigned lines, marks and overrides of direction, what shows nothing.
    private static final String EVIL = "\u001b[31m\u001b]0;owned\u0007\b\u007f\u009b2J\u0085\u202e\u2066\u200f\u061c\ufeff"
            + "\u2028\u2029\r\n\u000b\f2> majix, feigned\t\u0000";
    private static final String NO_UTF8 = "\u00ff\u00ed\u00a0\u0080\u00c0\u00af";

    final Path home;
    final boolean hostile;

    private HostileHome(Path home, boolean hostile) {
        this.home = home;
        this.hostile = hostile;
    }

    /// Makes one, not indexed.
    static HostileHome in(Path top, boolean hostile) throws IOException {
        HostileHome made = new HostileHome(top.resolve(hostile ? "evil" : "tame"), hostile);
        made.mail();
        made.settings();
        return made;
    }

    /// Text as it can stand in a command line: anything but NUL.
    String text(String plain) {
        return hostile ? plain + EVIL.replace("\u0000", "") + plain : plain + plain;
    }

    /// Text for one line of a file.
    private String line(String plain) {
        return text(plain).replaceAll("[\r\n]", hostile ? "\u2028" : "");
    }

    /// A name of a file: all but NUL and slash, and bytes that are no text.
    Path name(String plain) {
        byte[] bytes = text(plain).getBytes(StandardCharsets.UTF_8);
        return hostile
                ? FileNames.path(join(bytes, NO_UTF8.getBytes(StandardCharsets.ISO_8859_1)))
                : Path.of(text(plain));
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// The rc file; its name is text, so that it can be given as an argument.
    Path rc() {
        return home.resolve(FileNames.path(text("rc")));
    }

    private byte[] message(int number) {
        String evil = line("x");
        String word = "=?utf-8?B?" + Base64.getEncoder()
                .encodeToString((hostile ? "\ud83d\ude00" + EVIL : "tame").getBytes(StandardCharsets.UTF_8)) + "?=";
        String half = hostile ? "=?utf-16be?B?2AAAGw==?= =?iso-8859-1?Q?=1b=9b=ff?=" : "half";
        String parent = number > 1 ? "<id" + (number - 1) + evil + "@x>" : "<gone" + evil + "@x>";
        String text = "From: \"" + evil + word + "\" <ann" + evil + "@example.org>\nTo: " + word + " <bob@" + evil
                + ".org>\n"
                + "Cc: " + half + evil + " <c@example.org>\nSubject: plum " + word + evil + half + "\nX" + evil
                + ": odd\nDate: Wed, 0" + number + " Jan 2025 12:00:00 +0000\nMessage-ID: <id" + number + evil
                + "@x>\nIn-Reply-To: " + parent + "\nReferences: " + parent + "\nList-Id: " + evil + " <l" + evil
                + ".example.org>\nStatus: " + evil + "\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
                + "plum " + line("body") + "\n> From " + evil + "\n--b\nContent-Type: text/html\n\n<p>plum&#27;&#x9b;"
                + evil
                + "</p>\n--b\nContent-Type: application/" + evil + "; name=\"" + evil + word + ".pdf\"\n"
                + "Content-Disposition: attachment; filename*=utf-8''" + (hostile ? "%1b%0a%e2%80%ae%c2%9b" : "f")
                + "file.pdf\n\nx\n--b\nContent-Type: message/rfc822\n\nSubject: inner " + evil + word
                + "\n\nplum\n--b--\n";
        return join(text.getBytes(StandardCharsets.UTF_8),
                ("plum " + (hostile ? NO_UTF8 : "") + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void file(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-03T00:00:00Z")));
    }

    private void mail() throws IOException {
        Path maildir = home.resolve("Mail").resolve(name("md"));
        Files.createDirectories(maildir.resolve("tmp"));
        file(maildir.resolve("cur").resolve(name("1.a")), message(1));
        file(maildir.resolve("new").resolve(name("2.b")), message(2));
        file(home.resolve("Mail").resolve(name("mh")).resolve("3"), message(3));
        file(home.resolve("Mail").resolve(name("mh")).resolve(".mh_sequences"), new byte[0]);
        file(home.resolve("Mail").resolve(name("mh")).resolve("9"), "no mail at all".getBytes(StandardCharsets.UTF_8));
        byte[] separator = "From ann Sat Jan  6 12:00:00 2024\n".getBytes(StandardCharsets.US_ASCII);
        file(home.resolve("Mail").resolve(name("box")), join(separator, message(4)));
        file(home.resolve("one.eml"), message(5));
        file(home.resolve(FileNames.path(text("odd.eml"))), message(6));
    }

    private void settings() throws IOException {
        String rc = "base=~/Mail\nmaildir=md*:" + line("none") + "\nmh=mh*\nmbox=box*\nmfolder=~/found\ndatabase=~/"
                + line("index") + "\nme=ann@example.org\n" + line("unknown") + "=" + line("value") + "\nmformat="
                + line("odd") + "\nwarn_stale=" + line("perhaps") + "\n" + line("no line at all") + "\n";
        file(rc(), rc.getBytes(StandardCharsets.UTF_8));
        String saved = "plums: s:plum\nodd: -o '" + line("folder") + "' 's:plum or s:\"" + line("q") + "\"'\n"
                + line("a b")
                + ": s:x\nwrong: '" + line("k:x") + "'\nno colon" + line("z") + "\n";
        file(rc().resolveSibling(FileNames.path(join(FileNames.bytes(rc().getFileName()),
                ".saved".getBytes(StandardCharsets.US_ASCII)))), saved.getBytes(StandardCharsets.UTF_8));
    }

    Environment environment() {
        return new Environment(_ -> null, home, home);
    }

    /// Arguments with the hostile rc file in the place of `RC`, hostile text in that of `EVIL`, and a hostile path in that
    /// of `FILE`.
    List<String> arguments(List<String> words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(word.replace("RC", FileNames.text(home.resolve(text("rc")))).replace("EVIL", text("e"))
                    .replace("FILE", FileNames.text(home.resolve(text("odd.eml")))));
        }
        return arguments;
    }
}
