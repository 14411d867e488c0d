package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the ahead-of-time caches are trained with: an invented archive is searched in every way once, or indexed, in one
/// JVM, so that the classes of each kind of search, or of indexing, are in the cache. Run by the build only.
final class Training {
    /// All of them find something in the archive, save those whose purpose is not to.
    static final List<List<String>> SEARCHES = List.of(List.of("-r", "s:regatta"), List.of("jackets"),
            List.of("-r", "f:marta,~b:nothing"), List.of("-rt", "b:regatta/jackets"), List.of("-r", "s:regata=2"),
            List.of("-r", "b:egatt="), List.of("-r", "^reg"), List.of("-r", "s:^regata=1"),
            List.of("-r", "b:the regatta"), List.of("-r", "b:the race=3"), List.of("-r", "d:2020-"),
            List.of("-r", "d:2023-01-01..2024-12-31"), List.of("-r", "d:1000w-"), List.of("-r", "z:100-", "F:s"),
            List.of("-r", "p:Maildir"), List.of("-r", "p:^/,Maidir=1"), List.of("-r", "m:none@example.org"),
            List.of("-r", "f:priya+raman", "n:pdf"), List.of("-r", "(s:regatta or not f:marta)"),
            List.of("-x", "s:regatta"), List.of("-r", "s:gr\u00fcsse"), List.of("s:regatta"),
            List.of("-a", "s:jackets"), List.of("-r", "s:"), List.of("-r", "nosuchword"),
            List.of("--explain", "s:regatta", "f:~marta"));

    /// A first run and two that find nothing new.
    static final List<List<String>> INDEXING = List.of(List.of(), List.of("-F"), List.of("-v"));

    private Training() {}

    /// `prepare DIR` writes and indexes the archive, with deletions and updates as every index has them; `search DIR` runs
    /// the searches, `index DIR` indexes it again. Only what the last two load is to be in the caches, because the JVM
    /// takes in all of it at every start.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(RawArguments.of(args)[1]).toAbsolutePath();
        Environment env = withDatabase(Environment.system(), folder.resolve("index"));
        if (args[0].equals("prepare")) {
            SampleArchive.write(folder);
            run(env, folder, List.of(), Attempt.WHOLE);
            change(folder, "a");
            run(env, folder, List.of(), Attempt.WHOLE);
            age(folder);
            run(env, folder, List.of(), Attempt.WHOLE);
            ageIndex(folder.resolve("index"));
            return;
        }
        boolean indexing = args[0].equals("index");
        if (indexing) {
            Environment place = withDatabase(env, folder.resolve("trained"));
            INDEXING.forEach(deed -> run(place, folder, deed, Attempt.SHORT));
            change(folder, "b");
            run(place, folder, List.of("-F"), Attempt.SHORT);
            run(place, folder, List.of("-p"), Attempt.SHORT);
        } else {
            SEARCHES.forEach(deed -> run(env, folder, deed, Attempt.WHOLE));
            run(env, folder, List.of("-F"), Attempt.LOOK);
        }
    }

    /// Lets all folders look old: -F does not trust those that changed a moment ago.
    private static void age(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(60_000));
            }
        }
    }

    /// Lets the index look older than the folders, so that searches say so.
    private static void ageIndex(Path index) throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(0));
            }
        }
    }

    /// Whatever MAIRIX_DATABASE names is somebody's own.
    private static Environment withDatabase(Environment env, Path database) {
        return new Environment(
                name -> name.equals("MAIRIX_DATABASE") ? database.toString() : env.variables().apply(name),
                env.home(), env.workingDirectory());
    }

    /// Renames, adds and deletes messages of the Maildir.
    private static void change(Path folder, String name) throws IOException {
        List<Path> messages;
        try (Stream<Path> all = Files.walk(folder)) {
            messages = all.filter(path -> String.valueOf(path.getFileName()).contains(":2,")).sorted().toList();
        }
        Path first = messages.getFirst();
        Files.copy(first, first.resolveSibling(name + ".added:2,"));
        Files.move(first, first.resolveSibling(name + ".renamed:2,"));
        Path second = messages.get(1);
        Files.move(second, second.resolveSibling(second.getFileName() + "T"));
    }

    private static void run(Environment env, Path folder, List<String> deed, Attempt attempt) {
        List<String> line = new ArrayList<>(List.of("-f", folder.resolve(SampleArchive.RC).toString()));
        line.addAll(deed);
        // only on a terminal a search looks whether the index is old
        boolean terminal = attempt == Attempt.WHOLE && !deed.isEmpty();
        Console console = new Console(Stdout.none(), OutputStream.nullOutputStream(), terminal, "majix");
        Main.run(line.toArray(new String[0]), env, console, attempt);
    }
}
