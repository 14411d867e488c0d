package majix.vfolder;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.FileNames;

/// A folder that majix does not write into, because it could hold something of the user's. Nothing was changed.
/// The message is one line: the path and the reason, then what to do.
public final class FolderRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    FolderRefusedException(Path folder, String reason, String remedy) {
        super(FileNames.text(folder) + " " + reason + ". " + remedy);
    }
}
