package majix.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import majix.formats.FolderSpec;
import majix.formats.PrivateFiles;
import majix.formats.StoreKind;

/// Writes a new rc file with comments, for `majix init`; never over an old one. What it wrote is read back before it
/// reaches the disk: a name that an rc file cannot hold is refused, not mangled.
final class RcWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RcWriter() {}

    /// Writes the rc file of a new user: results go to a fresh folder `majix-results`, the index to `majix/index` in
    /// `$XDG_DATA_HOME` (`~/.local/share`), which is made, for the user alone; see [NewPlaces] for other rc files.
    ///
    /// @return what the new file says
    /// @throws FileAlreadyExistsException if the file is there; it is left as it is
    /// @throws ConfigException if a name cannot be written in an rc file; nothing was written then
    static Config write(Path rc, FoundMail found, Environment env) throws IOException, ConfigException {
        NewPlaces places = new NewPlaces(rc, found, env);
        return write(rc, found, places.results(), places.database(), env);
    }

    /// Writes an rc file with the given places for results and index.
    static Config write(Path rc, FoundMail found, Path mfolder, Path database, Environment env)
            throws IOException, ConfigException {
        if (Files.exists(rc, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(rc.toString());
        }
        byte[] bytes = new RcWriter().bytes(found, mfolder, database);
        Config config = checked(rc, bytes, found, mfolder, database, env);
        PrivateFiles.createDirectories(database);
        Path directory = rc.getParent();
        if (directory != null) {
            PrivateFiles.createDirectories(directory);
        }
        try (OutputStream file = Channels.newOutputStream(PrivateFiles.create(rc))) {
            file.write(bytes);
        }
        return config;
    }

    private byte[] bytes(FoundMail found, Path mfolder, Path database) {
        text("# Configuration of majix, see majixrc(5).");
        text("");
        text("# Names of folders that do not begin with / are below this directory.");
        value("base", found.base().toString());
        text("");
        text("# The mail: lists between colons; wildcards in the last part of a name, ... for all that is below.");
        text("# files= takes trees of single messages and mboxes mixed.");
        list("maildir", found.maildir());
        list("mh", found.mh());
        list("mbox", found.mbox());
        text("# Folders to leave out of the trees above, as in omit=Mail/spam:Mail/lists/**");
        text("#omit=");
        text("");
        text("# Where a search puts what it found: the mail program opens this folder. The format is");
        text("# maildir, mh or mbox; raw and excerpt print instead.");
        value("mfolder", mfolder.startsWith(found.base())
                ? found.base().relativize(mfolder).toString()
                : mfolder.toString());
        text("mformat=maildir");
        text("");
        text("# The directory of the index.");
        value("database", database.toString());
        return out.toByteArray();
    }

    private void list(String directive, List<String> elements) {
        if (elements.isEmpty()) {
            text("#" + directive + "=");
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String element : elements) {
            line.append(line.isEmpty() ? "" : ":").append(element.replace(":", "\\:"));
        }
        value(directive, line.toString());
    }

    private void value(String directive, String value) {
        out.writeBytes((directive + "=").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(value.replace("$", "\\$").getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private void text(String line) {
        out.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    /// Reads the new file, without the variables of today's environment, and compares.
    private static Config checked(Path rc, byte[] bytes, FoundMail found, Path mfolder, Path database, Environment env)
            throws ConfigException {
        Environment bare = new Environment(_ -> null, env.home(), env.workingDirectory());
        Config config = ConfigReader.parse(rc, bytes, bare, _ -> {});
        same(config.base().toString(), found.base().toString());
        same(config.requireMfolder().toString(), mfolder.toString());
        same(config.database().toString(), database.toString());
        same(config, StoreKind.MAILDIR, found.maildir());
        same(config, StoreKind.MH, found.mh());
        same(config, StoreKind.MBOX, found.mbox());
        return config;
    }

    private static void same(Config config, StoreKind kind, List<String> meant) throws ConfigException {
        List<String> read = List.of();
        for (FolderSpec spec : config.folders()) {
            if (spec.kind() == kind) {
                read = spec.folders();
            }
        }
        for (int i = 0; i < meant.size(); i++) {
            same(i < read.size() ? read.get(i) : "", meant.get(i));
        }
    }

    private static void same(String read, String meant) throws ConfigException {
        if (!read.equals(meant)) {
            throw new ConfigException(Failure.oneLine("\"" + meant
                    + "\": an rc file cannot hold such a name (a line end, a blank or backslash at its end)"));
        }
    }
}
