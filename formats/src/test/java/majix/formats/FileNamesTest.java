package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {
    @TempDir
    Path dir;

    @Test
    void namesThatAreNoUtf8AreOpenedByTheirBytes() throws Exception {
        byte[] latin1 = (dir + "/caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Path path = FileNames.path(latin1);
        Files.writeString(path, "x");
        assertThat(FileNames.bytes(path)).isEqualTo(latin1);
        try (var listing = Files.newDirectoryStream(dir)) {
            for (Path listed : listing) {
                assertThat(FileNames.bytes(listed)).isEqualTo(latin1);
                assertThat(FileNames.name(listed)).isEqualTo("caf\u00e9");
                assertThat(FileNames.resolve(dir, "caf\u00e9")).isEqualTo(listed);
            }
        }
        assertThat(FileNames.text(path)).endsWith("caf\ufffd");
    }

    @Test
    void bytesThatAreNoUtf8StandInTextAsSurrogates() {
        byte[] bytes = "\u00c3\u00a9/caf\u00e9\u00f0\u009f\u0098\u0080\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(FileNames.bytes(FileNames.path("\u00e9/caf\udce9\ud83d\ude00\udcff"))).isEqualTo(bytes);
    }

    @Test
    void textIsUtf8WhateverTheLocale() {
        Path path = FileNames.path("/tmp/Entw\u00fcrfe/a b%20");
        assertThat(FileNames.text(path)).isEqualTo("/tmp/Entw\u00fcrfe/a b%20");
        assertThat(FileNames.bytes(path)).isEqualTo("/tmp/Entw\u00fcrfe/a b%20".getBytes(StandardCharsets.UTF_8));
        assertThat(FileNames.text(FileNames.path("\u00fc/b"))).isEqualTo("\u00fc/b");
        assertThat(FileNames.resolve(Path.of("/x"), FileNames.name(FileNames.bytes(path), 5, 9)))
                .isEqualTo(FileNames.path("/x/Entw\u00fcrfe"));
    }
}
