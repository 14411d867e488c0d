package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RcWriterTest {
    @TempDir
    Path top;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Path home;
    private Path rc;
    private Environment env;

    @BeforeEach
    void surroundings() throws IOException {
        home = Files.createDirectory(top.resolve("home"));
        env = new Environment(variables::get, home, top);
        rc = RcPlace.last(env);
    }

    private FoundMail mboxes(String... elements) {
        return new FoundMail(home, List.of(), List.of(), List.of(elements), List.of(), 0, 0, elements.length,
                List.of());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatWasFoundIsReadBack() throws Exception {
        FoundMail found = new FoundMail(home, List.of("Maildir..."), List.of("Mail...", "Mail/plain"),
                List.of("/var/mail/ola"), List.of(home.resolve("Maildir"), home.resolve("Mail")), 3, 2, 1, List.of());
        Config written = RcWriter.write(rc, found, env);
        assertThat(ConfigReader.read(rc, env, warnings::add)).isEqualTo(written);
        assertThat(warnings).isEmpty();
        assertThat(written.folders()).extracting(FolderSpec::kind).containsExactly(StoreKind.MAILDIR, StoreKind.MH,
                StoreKind.MBOX);
        assertThat(written.folders()).extracting(FolderSpec::folders).containsExactly(found.maildir(), found.mh(),
                found.mbox());
        assertThat(written.base()).isEqualTo(home);
        assertThat(written.mfolder()).isEqualTo(home.resolve("majix-results"));
        assertThat(written.mformat()).isEqualTo(OutputFormat.MAILDIR);
        assertThat(written.database()).isEqualTo(home.resolve(".local/share/majix/index"));
        assertThat(IndexLocation.of(written.database())).isEqualTo(written.database());
    }

    @Test
    void fileAndIndexAreForTheUserAlone() throws Exception {
        variables.put("XDG_DATA_HOME", top.resolve("data").toString());
        Config written = RcWriter.write(rc, mboxes("a"), env);
        assertThat(written.database()).isEqualTo(top.resolve("data/majix/index"));
        assertThat(mode(rc)).isEqualTo("rw-------");
        assertThat(mode(written.database())).isEqualTo("rwx------");
    }

    @Test
    void anOldFileIsNeverTouched() throws IOException {
        Files.createDirectories(rc.getParent());
        Files.writeString(rc, "mine\n");
        assertThatThrownBy(() -> RcWriter.write(rc, mboxes("a"), env)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(rc).hasContent("mine");
    }

    @Test
    void resultsGoToAFreshFolderOutsideOfTheTrees() throws Exception {
        Files.createDirectory(home.resolve("majix-results"));
        assertThat(RcWriter.write(rc, mboxes("a"), env).mfolder()).isEqualTo(home.resolve("majix-results-2"));
        Files.delete(rc);
        FoundMail inside = new FoundMail(Path.of("/"), List.of("..."), List.of(), List.of(), List.of(Path.of("/")), 1,
                0, 0, List.of());
        assertThat(RcWriter.write(rc, inside, env).mfolder())
                .isEqualTo(home.resolve(".local/share/majix/majix-results"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "$HOME/x", "a$", "back\\:slash", "\\$x", "in the middle", "#1", "a=b", "caf\u00E9",
            "a\\b", "x;y", "${x", "a:"})
    void oddNamesSurvive(String name) throws Exception {
        String element = FileNames.path(name).toString();
        Config written = RcWriter.write(rc, mboxes(element, "other"), env);
        assertThat(written.folders().getFirst().folders()).containsExactly(element, "other");
        assertThat(ConfigReader.read(rc, env, warnings::add)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {" leading", "line\nend", "backslash\\", "~/tilde", "tab\t\nnochecks"})
    void namesThatAnRcFileCannotHoldAreRefused(String name) {
        assertThatThrownBy(() -> RcWriter.write(rc, mboxes(name, "other"), env)).isInstanceOf(ConfigException.class)
                .hasMessageContaining("an rc file cannot hold such a name").hasMessageNotContaining("\n");
        assertThat(rc).doesNotExist();
        assertThat(home).isEmptyDirectory();
    }
}
