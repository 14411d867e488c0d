package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLocationTest {
    @TempDir
    Path top;

    private Path database;
    private Path beside;

    @BeforeEach
    void names() {
        database = top.resolve("db");
        beside = top.resolve("db.majix");
    }

    @Test
    void aFreshIndexStandsWhereTheRcFileSays() {
        assertThat(IndexLocation.of(database)).isEqualTo(database);
    }

    @Test
    void anEmptyDirectoryIsTaken() throws IOException {
        Files.createDirectory(database);
        assertThat(IndexLocation.of(database)).isEqualTo(database);
    }

    @Test
    void anIndexIsFoundAgain() throws IOException {
        Files.createDirectory(database);
        Files.writeString(database.resolve("_0.cfs"), "");
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
        Files.writeString(database.resolve("segments_1"), "");
        assertThat(IndexLocation.of(database)).isEqualTo(database);
    }

    @Test
    void whatAKilledFirstRunLeftIsTakenUp() throws IOException {
        Files.createDirectory(database);
        Files.writeString(database.resolve("_0.fdt"), "");
        Files.writeString(database.resolve("write.lock"), "");
        assertThat(IndexLocation.of(database)).isEqualTo(database);
    }

    @Test
    void aDatabaseOfMairixIsLeftAlone() throws IOException {
        Files.writeString(database, "binary");
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
    }

    @Test
    void aForeignDirectoryAndADanglingLinkAreLeftAlone() throws IOException {
        Files.createSymbolicLink(database, top.resolve("nowhere"));
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
        Files.delete(database);
        Files.createDirectory(database);
        Files.writeString(database.resolve("thesis.txt"), "precious");
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
    }

    @Test
    void theIndexBesideWinsOnceItIsThere() throws IOException {
        Files.createDirectory(beside);
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
        Files.createDirectory(database);
        Files.writeString(database.resolve("segments_1"), "");
        assertThat(IndexLocation.of(database)).isEqualTo(beside);
    }
}
