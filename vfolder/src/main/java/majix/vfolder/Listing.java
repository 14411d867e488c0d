package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The entries of a directory, read as a folder of one kind; majix's own marks are left out.
///
/// @param messages entries that mail programs take for messages: `cur/x` and `new/x`, or numbers
/// @param others all else, `tmp/x` among them
record Listing(List<String> messages, List<String> others) {
    /// Where a new result is made while an old one stands.
    static final String STAGING = ".majix-new";

    static Listing of(Path dir, VFolderKind kind) throws IOException {
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>());
        for (Path entry : Disk.entries(dir)) {
            String name = entry.getFileName().toString();
            if (!name.equals(Manifest.NAME) && !name.equals(FolderLock.NAME) && !name.equals(STAGING)) {
                listing.add(entry, name, kind);
            }
        }
        return listing;
    }

    private void add(Path entry, String name, VFolderKind kind) throws IOException {
        if (kind == VFolderKind.MAILDIR && isPart(name) && Files.isDirectory(entry)) {
            List<String> into = name.equals("tmp") ? others : messages;
            String prefix = name + "/";
            for (String message : Disk.names(entry)) {
                into.add(prefix.concat(message));
            }
        } else if (kind == VFolderKind.MH && EntryName.isNumber(name)) {
            messages.add(name);
        } else {
            others.add(name);
        }
    }

    private static boolean isPart(String name) {
        return name.equals("cur") || name.equals("new") || name.equals("tmp");
    }
}
