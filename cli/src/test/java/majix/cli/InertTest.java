package majix.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail is read and nothing else: majix fetches nothing, starts nothing and opens no file that mail names.
class InertTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("majix");

    @TempDir
    Path top;

    /// The resident server has a socket in a directory of the user; no class knows how to reach another machine.
    @Test
    void noClassCanReachTheNetwork() {
        noClasses().should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "javax.naming..",
                        "com.sun.net..", "com.sun.jndi..")
                        .and(not(nameMatching("java\\.net\\.(URI|ProtocolException|StandardProtocolFamily|"
                                + "UnixDomainSocketAddress)"))))
                .check(CLASSES);
        noClasses().that().haveNameNotMatching("majix\\.cli\\.Server(\\$.*)?").should()
                .dependOnClassesThat(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram).*")).check(CLASSES);
        noClasses().that().doNotHaveFullyQualifiedName("majix.formats.FileNames").should()
                .dependOnClassesThat(nameMatching("java\\.net\\.URI")).check(CLASSES);
    }

    /// The commands that people type (`--exec`, `m` in the shell, `help`) start programs, and majix starts itself for want of
    /// memory; nothing else does.
    @Test
    void onlyThreeCommandsStartPrograms() {
        noClasses().that()
                .haveNameNotMatching("majix\\.cli\\.(ExecCommand|HelpCommand|ShellSession|LargerHeap)(\\$.*)?").should()
                .dependOnClassesThat(nameMatching("java\\.lang\\.ProcessBuilder(\\$.*)?")).check(CLASSES);
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).orShould()
                .callMethod(Runtime.class, "exec", String.class).check(CLASSES);
        noClasses().should().dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.script..", "javax.xml..",
                "org.xml..", "javax.swing.."))
                .check(CLASSES);
        noClasses().should().dependOnClassesThat(nameMatching(
                "java\\.io\\.ObjectInputStream|java\\.lang\\.ClassLoader|java\\.net\\.URLClassLoader"))
                .check(CLASSES);
    }

    @Test
    void whatMailNamesIsNotFetchedOpenedOrStarted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            User user = User.withMail(top.resolve("ann"));
            Path secret = user.file("secret.txt", "watermelon is the word\n");
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/watched";
            user.file("Mail/inbox/new/9.lure", lure(url, secret, user.home.resolve("started")));
            assertThat(user.types()).isEqualTo("exit 0\n");

            Files.createDirectory(user.home.resolve("out"));
            String shown = user.types("show", "1", "s:lure");
            assertThat(shown).contains("Lure").doesNotContain("watermelon is");
            assertThat(user.types("extract", "-o", "out", "1", "s:lure")).contains("exit 0");
            for (String format : new String[]{"--format=json", "--snippets", "--format=csv", "-x"}) {
                assertThat(user.types(format, "s:lure")).doesNotContain("watermelon is").endsWith("exit 0\n");
            }
            assertThat(user.types("b:watermelon")).endsWith("exit 1\n");
            assertThat(user.disk("out").values()).noneMatch(content -> content.contains("watermelon"));
            assertThat(user.home.resolve("started")).doesNotExist();
            assertThat(Files.readString(secret)).startsWith("watermelon");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static String lure(String url, Path secret, Path started) {
        String parts = """
                Subject: Lure
                From: ann@example.org
                List-Unsubscribe: <URL>
                List-Unsubscribe-Post: List-Unsubscribe=One-Click
                Disposition-Notification-To: <mail@127.0.0.1>
                X-Face-URL: URL
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html
                Content-Base: URL

                <!DOCTYPE html SYSTEM "URL"><html><head><base href="URL/"><meta http-equiv="refresh" content="0;url=URL">
                <link rel=stylesheet href="URL"><script src="URL"></script><style>@import "URL";</style></head>
                <body background="URL"><img src="URL"><iframe src="file://SECRET"></iframe><object data="URL"></object>
                <img src="file://SECRET"><a href="file://SECRET">a</a><xi:include href="file://SECRET"/>text</body></html>
                --b
                Content-Type: message/external-body; access-type=local-file; name="SECRET"

                Content-Type: text/plain

                --b
                Content-Type: message/external-body; access-type=URL; URL="URL"

                Content-Type: text/plain

                --b
                Content-Type: text/plain; name="$(touch STARTED)"
                Content-Disposition: attachment; filename="`touch STARTED`; touch STARTED |"

                an attachment
                --b
                Content-Type: application/x-sh; name="run.sh"
                Content-Disposition: attachment

                #!/bin/sh
                touch STARTED
                --b--
                """;
        return parts.replace("URL", url).replace("SECRET", secret.toString()).replace("STARTED", started.toString());
    }
}
