package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import majix.formats.FileNames;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import org.jspecify.annotations.Nullable;

/// The folder that a mail program has open. Reading the Message-ID of a hit that lies elsewhere would be for nothing.
final class OpenFolder {
    private final byte @Nullable [] folder;

    private OpenFolder(byte @Nullable [] folder) {
        this.folder = folder;
    }

    /// The folder of a path; one that is not indexed, such as a result folder, may hold any message.
    static OpenFolder of(String path, MailIndex index, Environment env) throws IOException {
        Path open = env.workingDirectory().resolve(FileNames.path(path)).normalize();
        for (Path indexed : index.folders()) {
            if (indexed.equals(open)) {
                return new OpenFolder(FileNames.bytes(indexed));
            }
        }
        if (Files.exists(open)) {
            for (Path indexed : index.folders()) {
                if (Files.exists(indexed) && Files.isSameFile(indexed, open)) {
                    return new OpenFolder(FileNames.bytes(indexed));
                }
            }
        }
        return new OpenFolder(null);
    }

    /// Those hits that can be in it.
    int[] among(Hits hits, int[] order) {
        byte[] wanted = folder;
        return wanted == null
                ? order
                : Arrays.stream(order).filter(hit -> Arrays.equals(hits.folder(hit), wanted)).toArray();
    }
}
