package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import org.jspecify.annotations.Nullable;

/// Reads an rc file, mairixrc(5) as it is found in the wild. Every search reads it in a cold JVM: scanned by hand,
/// without regular expressions, and texts for people are made only when there is something to say.
final class ConfigReader {
    /// Far above any rc file; a device or a mailbox given by mistake is not read to its end.
    private static final int MAX_BYTES = 1 << 20;
    /// Lines of one file that are told; a file with more is hardly an rc file.
    private static final int MOST_TOLD = 10;
    /// Characters of a line that are quoted.
    private static final int MOST_QUOTED = 60;

    private final Path file;
    private final Environment env;
    private final Warnings warnings;
    private final List<String> told = new ArrayList<>();
    /// No EnumMap: that costs 7 ms in a cold JVM.
    private final Map<StoreKind, List<String>> lists = new HashMap<>();
    private final List<String> omit = new ArrayList<>();
    private final List<String> me = new ArrayList<>();
    private @Nullable String base;
    private @Nullable String database;
    private @Nullable String mfolder;
    private OutputFormat mformat = OutputFormat.MAILDIR;
    private boolean nochecks;
    private boolean followMboxSymlinks;
    private boolean warnStale = true;
    private int line;
    private int untold;

    private ConfigReader(Path file, Environment env, Warnings warnings) {
        this.file = file;
        this.env = env;
        this.warnings = warnings;
    }

    /// Reads an rc file. Lines that majix does not know or cannot serve are passed over; `warnings` is told the first of
    /// them, and how many more there are.
    ///
    /// @throws ConfigException if the file cannot be read, or names no base or no database, or is something else
    static Config read(Path file, Environment env, Warnings warnings) throws ConfigException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            String where = file.equals(RcPlace.last(env))
                    ? "no rc file, neither ~/.mairixrc nor " + FileNames.text(file)
                    : "no rc file " + FileNames.text(file);
            throw new ConfigException(where + "; \"majix init\" writes one");
        } catch (IOException e) {
            throw new ConfigException("cannot read the rc file " + FileNames.text(file) + ": " + Failure.reason(e));
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigException(FileNames.text(file) + ": larger than 1 MiB, surely no rc file");
        }
        return parse(file, bytes, env, warnings);
    }

    /// Reads the bytes of an rc file.
    static Config parse(Path file, byte[] bytes, Environment env, Warnings warnings) throws ConfigException {
        ConfigReader reader = new ConfigReader(file, env, warnings);
        for (String text : RcText.lines(new String(withoutMark(bytes), StandardCharsets.UTF_8))) {
            reader.line++;
            reader.directive(text.trim());
        }
        reader.overrides();
        reader.tell();
        return reader.config();
    }

    /// Some editors begin a file with a byte order mark in UTF-8.
    private static byte[] withoutMark(byte[] bytes) {
        boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return mark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private void directive(String text) {
        if (text.isEmpty() || "#!;%".indexOf(text.charAt(0)) >= 0) {
            return;
        }
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals).trim()).toLowerCase(Locale.ROOT);
        switch (name) {
            case "nochecks" -> nochecks = flag(name, equals);
            case "follow_mbox_symlinks" -> followMboxSymlinks = flag(name, equals);
            default -> {
                if (equals < 0) {
                    warn(Directives.withoutValue(quoted(name)));
                } else {
                    valued(name, RcText.expand(text.substring(equals + 1).trim(), env));
                }
            }
        }
    }

    private void valued(String name, String value) {
        switch (name) {
            case "base" -> base = value;
            case "database" -> database = value;
            case "mfolder" -> mfolder = value;
            case "mformat" -> format(value);
            case "maildir" -> add(StoreKind.MAILDIR, value);
            case "mh" -> add(StoreKind.MH, value);
            case "mbox" -> add(StoreKind.MBOX, value);
            case "files" -> add(StoreKind.FILES, value);
            case "omit" -> omit(value);
            case "me" -> RcText.list(value, env, me);
            case "resident" -> resident(value);
            case "warn_stale" -> warnStale = !yesOrNo("warn_stale", value, "yes").equalsIgnoreCase("no");
            case "folders" -> {
                warn("folders= is an old name, maildir= is the new one");
                add(StoreKind.MAILDIR, value);
            }
            case "mh_folders" -> {
                warn("mh_folders= is an old name, mh= is the new one");
                add(StoreKind.MH, value);
            }
            case "sort" -> warn("sort= is not needed: results are always in the order of their dates");
            case "imap", "imap_server", "imap_pipe", "imap_username", "imap_password" -> warn(
                    name.concat("= is passed over: majix does not read mail by IMAP yet"));
            default -> warn(Directives.unknown(quoted(name)));
        }
    }

    private void omit(String value) {
        List<String> patterns = new ArrayList<>();
        RcText.list(value, env, patterns);
        for (String pattern : patterns) {
            if (!pattern.isEmpty()) {
                omit.add(pattern);
            }
        }
    }

    /// For the program that asks a resident majix; it is checked here only.
    private void resident(String value) {
        yesOrNo("resident", value, "no");
    }

    private String yesOrNo(String name, String value, String otherwise) {
        if (value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("no")) {
            return value;
        }
        warn(name + "=" + value + ": yes or no is wanted; " + otherwise + " is taken");
        return otherwise;
    }

    private boolean flag(String name, int equals) {
        if (equals >= 0) {
            warn(name.concat(" takes no value; it is on wherever it stands"));
        }
        return true;
    }

    private void format(String value) {
        OutputFormat known = OutputFormat.of(value);
        if (value.equalsIgnoreCase("imap")) {
            warn("mformat=imap: majix does not write into IMAP folders yet, maildir is used");
        } else if (known == null) {
            // mairix's words; scripts and people may know them
            warn("Unrecognized mformat <" + value + ">, maildir is used; "
                    + "maildir, mh, mbox, raw and excerpt are known");
        }
        mformat = known == null ? OutputFormat.MAILDIR : known;
    }

    private void add(StoreKind kind, String value) {
        List<String> list = lists.get(kind);
        if (list == null) {
            list = new ArrayList<>();
            lists.put(kind, list);
        }
        RcText.list(value, env, list);
    }

    private void warn(String what) {
        if (told.size() < MOST_TOLD) {
            told.add(FileNames.text(file) + ":" + line + ": " + what);
        } else {
            untold++;
        }
    }

    private static String quoted(String name) {
        return name.length() <= MOST_QUOTED ? name : name.substring(0, MOST_QUOTED).concat("...");
    }

    /// Of a file that is something else, such as a mailbox, one line is said and not one for each of its own.
    private void tell() throws ConfigException {
        String where = FileNames.text(file);
        if (untold > 0 && (base == null || database == null)) {
            throw new ConfigException(where + ": surely no rc file: " + (told.size() + untold)
                    + " lines of it are no directives, and it names no " + (base == null ? "base" : "database"));
        }
        for (String warning : told) {
            warnings.warn(Failure.oneLine(warning));
        }
        if (untold > 0) {
            warnings.warn(Failure.oneLine(where + ": " + untold + (untold == 1 ? " more line" : " more lines")
                    + " of this kind"));
        }
    }

    /// mairix's environment variables beat the file. Of the two spellings for Maildirs mairix reads the wrong one.
    private void overrides() {
        base = or(env.variable("MAIRIX_FOLDER_BASE"), base);
        database = or(env.variable("MAIRIX_DATABASE"), database);
        mfolder = or(env.variable("MAIRIX_MFOLDER"), mfolder);
        override(StoreKind.MAILDIR,
                or(env.variable("MAIRIX_MAILDIR_FOLDERS"), env.variable("MAIRIX_MAIDIR_FOLDERS")));
        override(StoreKind.MH, env.variable("MAIRIX_MH_FOLDERS"));
        override(StoreKind.MBOX, env.variable("MAIRIX_MBOXEN"));
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private void override(StoreKind kind, @Nullable String value) {
        if (value != null) {
            lists.remove(kind);
            add(kind, value);
        }
    }

    private Config config() throws ConfigException {
        String where = FileNames.text(file);
        if (base == null || base.isEmpty()) {
            throw new ConfigException(where + ": no base: a line base=DIRECTORY is needed, or MAIRIX_FOLDER_BASE");
        }
        if (database == null || database.isEmpty()) {
            throw new ConfigException(where + ": no database: a line database=PATH is needed, or MAIRIX_DATABASE");
        }
        try {
            Path root = Config.tidy(env.workingDirectory().resolve(RcText.home(base, env)));
            Path index = Config.tidy(env.workingDirectory().resolve(RcText.home(database, env)));
            Path results = mfolder == null || mfolder.isEmpty()
                    ? null
                    : Config.mfolder(RcText.home(mfolder, env), root, env);
            return new Config(file, root, index, specs(root), omit, results, mformat, nochecks, followMboxSymlinks,
                    warnStale, me);
        } catch (InvalidPathException e) {
            throw new ConfigException(
                    where + ": \"" + e.getInput() + "\" cannot be the name of a file");
        }
    }

    private List<FolderSpec> specs(Path root) {
        List<FolderSpec> specs = new ArrayList<>();
        for (StoreKind kind : StoreKind.values()) {
            List<String> list = lists.get(kind);
            if (list == null) {
                continue;
            }
            List<String> names = new ArrayList<>();
            for (String name : list) {
                names.add(Path.of(name).toString());
            }
            specs.add(new FolderSpec(kind, root, names, omit, followMboxSymlinks));
        }
        return specs;
    }
}
