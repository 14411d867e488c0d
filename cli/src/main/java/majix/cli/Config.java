package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.vfolder.VFolder;
import org.jspecify.annotations.Nullable;

/// What the rc file and the environment say, checked and with all paths absolute. Made by [ConfigReader].
///
/// @param file the rc file it was read from
/// @param base directory that relative folder names and the result folder start from
/// @param database the configured place of the index; where it really lies says [IndexLocation]
/// @param folders the folders that the rc file names, one element for each kind that the rc file names, in the order Maildir, MH,
///     mbox, files; empty if it names none; what is indexed of them says [#sources(List)]
/// @param omit glob patterns of folders to leave out, as in each [FolderSpec]
/// @param mfolder the result folder, or null if none is configured, see [#requireMfolder]
/// @param mformat what a search makes of its hits
/// @param nochecks whether integrity checks are skipped (`nochecks`, as `-Q`)
/// @param followMboxSymlinks whether mbox files that are symbolic links are read
/// @param warnStale whether a search at a terminal says that mail changed after the index was written, see [Staleness]
/// @param me the user's own mail addresses (`me=`)
record Config(Path file, Path base, Path database, List<FolderSpec> folders, List<String> omit, @Nullable Path mfolder,
        OutputFormat mformat, boolean nochecks, boolean followMboxSymlinks, boolean warnStale,
        List<String> me) {
    Config {
        folders = List.copyOf(folders);
        omit = List.copyOf(omit);
        me = List.copyOf(me);
    }

    /// The folders to index. Result folders that majix has written are left out where a tree or a wildcard takes them in:
    /// their messages would be found twice, and the next search could not write them.
    ///
    /// @param live the folders of saved searches
    /// @throws ConfigException if the rc file names no folders
    /// @throws IOException if the result folder cannot be looked at
    List<FolderSpec> sources(List<Path> live) throws ConfigException, IOException {
        if (folders.isEmpty()) {
            throw new ConfigException(FileNames.text(file)
                    + ": no folders to index: a line maildir=LIST, mh=LIST, mbox=LIST or files=LIST is needed");
        }
        List<Path> leftOut = new ArrayList<>();
        if (mfolder != null) {
            leaveOut(mfolder, leftOut);
        }
        for (Path folder : live) {
            leaveOut(folder, leftOut);
        }
        leftOut.add(IndexLocation.of(database));
        List<String> patterns = new ArrayList<>(omit);
        for (Path path : leftOut) {
            leaveOut(Files.exists(path) ? List.of(path, path.toRealPath()) : List.of(path), patterns);
        }
        List<FolderSpec> specs = new ArrayList<>();
        for (FolderSpec spec : folders) {
            specs.add(new FolderSpec(spec.kind(), spec.base(), spec.folders(), patterns, leftOut,
                    spec.followMboxSymlinks()));
        }
        return specs;
    }

    /// Where the saved searches that belong to this rc file are kept, see [SavedFile].
    Path saved() {
        return file.resolveSibling(file.getFileName() + ".saved");
    }

    private void leaveOut(Path results, List<Path> leftOut) throws IOException {
        if (!named().contains(results) && VFolder.isResult(results)) {
            leftOut.add(results);
        }
    }

    /// Leaves out a directory by its names too: a search may put another one in its place meanwhile.
    private static void leaveOut(List<Path> names, List<String> patterns) {
        for (Path path : names) {
            String literal = literal(FileNames.text(path));
            patterns.add(literal);
            patterns.add(literal.concat("/**"));
        }
    }

    /// A pattern of [#omit] for one name.
    private static String literal(String path) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            pattern.append(c == '*' || c == '?' || c == '[' ? "[" + c + "]" : String.valueOf(c));
        }
        return pattern.toString();
    }

    /// The folders that the rc file names as they are, without wildcards.
    List<Path> named() {
        List<Path> named = new ArrayList<>();
        for (FolderSpec spec : folders) {
            for (String name : spec.folders()) {
                if (!name.endsWith("...") && name.indexOf('*') < 0 && name.indexOf('?') < 0) {
                    named.add(tidy(spec.base().resolve(name)));
                }
            }
        }
        return named;
    }

    /// The result folder that the rc file names, for a search that writes one and was given no `-o`.
    ///
    /// @throws ConfigException if none is configured
    Path requireMfolder() throws ConfigException {
        if (mfolder == null) {
            throw new ConfigException(
                    FileNames.text(file) + ": no folder for results: a line mfolder=FOLDER or the option -o is needed");
        }
        return mfolder;
    }

    /// The result folder of `-o`, by the rule of `mfolder=`: an absolute name as it is, a name that begins with `./`
    /// relative to the current directory, any other below base.
    ///
    /// @throws ConfigException if the name cannot be a path
    Path mfolder(String name, Environment env) throws ConfigException {
        try {
            Path start = name.startsWith("./") ? env.workingDirectory() : base;
            return tidy(start.resolve(FileNames.path(name)));
        } catch (InvalidPathException e) {
            throw new ConfigException("-o \"" + name + "\": no name for a folder");
        }
    }

    static Path mfolder(String name, Path base, Environment env) {
        Path start = name.startsWith("./") ? env.workingDirectory() : base;
        return tidy(start.resolve(name));
    }

    /// The path without `.` parts; one with `..` stays as it is, because what that names depends on symbolic links.
    static Path tidy(Path path) {
        for (Path part : path) {
            if (part.toString().equals("..")) {
                return path;
            }
        }
        return path.normalize();
    }
}
