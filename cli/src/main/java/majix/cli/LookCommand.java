package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import majix.formats.FolderSpec;
import majix.indexer.Glance;

/// An indexing run with `-F` as long as it finds nothing new. Apart from [IndexCommand], so that no more is loaded.
final class LookCommand {
    private LookCommand() {}

    /// Looks once.
    ///
    /// @return the exit status
    static int run(CommandLine line, Path index, List<FolderSpec> sources) {
        return line.fast && !line.purge && !line.verbose && !line.up && same(index, sources)
                ? Failure.DONE
                : Failure.NOT_HERE;
    }

    private static boolean same(Path index, List<FolderSpec> sources) {
        try {
            return Glance.nothingNew(index, sources);
        } catch (IOException | RuntimeException e) {
            // told by the run that comes after
            return false;
        }
    }
}
