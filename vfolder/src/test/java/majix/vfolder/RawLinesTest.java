package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.formats.MessageRef;
import org.junit.jupiter.api.Test;

final class RawLinesTest {

    @Test
    void filesArePathsAndSlicesHaveTheirOffsets() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RawLines.write(out, List.of(new MessageRef.WholeFile(Path.of("/mail/md/cur/1.höst:2,S")),
                new MessageRef.Slice(Path.of("/mail/box"), 0, 1234567890123L)));
        RawLines.write(out, List.of(new MessageRef.Slice(Path.of("/mail/box"), 10, 99)));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("/mail/md/cur/1.höst:2,S\nmbox:/mail/box [0,1234567890123)\nmbox:/mail/box [10,99)\n");
    }

    @Test
    void numbersOfAllLengthsAreWrittenInFull() throws IOException {
        List<MessageRef> refs = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (long number = 1; number > 0 && number < Long.MAX_VALUE / 10; number *= 10) {
            for (long near : new long[]{number - 1, number, number + 1, 7 * number + 3}) {
                refs.add(new MessageRef.Slice(Path.of("/box"), near, near));
                expected.append("mbox:/box [").append(near).append(',').append(near).append(")\n");
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RawLines.write(out, refs);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void manyLinesComeWhole() throws IOException {
        List<MessageRef> refs = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            String path = "/mail/" + "x".repeat(i % 5000);
            refs.add(new MessageRef.Slice(Path.of(path), i, i + 1));
            expected.append("mbox:").append(Path.of(path)).append(" [").append(i).append(',').append(i + 1)
                    .append(")\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RawLines.write(out, refs);

        assertThat(out.toString(StandardCharsets.UTF_8).equals(expected.toString())).isTrue();
    }
}
