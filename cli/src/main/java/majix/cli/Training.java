package majix.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the ahead-of-time cache is trained with: an invented archive is indexed and searched in every way once, in one
/// JVM, so that the classes of each kind of search are in the cache. Run by the build only.
final class Training {
    private static final List<List<String>> SEARCHES = List.of(List.of("-r", "s:rehearsal"), List.of("rehearsal"),
            List.of("-r", "f:ann,~b:nothing"), List.of("-rt", "b:concert/tickets"), List.of("-r", "s:rehers=2"),
            List.of("-r", "b:ehears="), List.of("-r", "^reh"), List.of("-r", "s:^rehars=1"),
            List.of("-r", "b:the concert"), List.of("-r", "b:the rehearsal=3"), List.of("-r", "d:2020-"),
            List.of("-r", "d:2023-01-01..2024-12-31"), List.of("-r", "d:2w-"), List.of("-r", "z:1k-", "F:s"),
            List.of("-r", "p:inbox"), List.of("-r", "p:^/,inbx=1"), List.of("-r", "m:none@example.org"),
            List.of("-r", "f:a+b", "n:pdf"), List.of("-r", "(s:concert or not f:ann)"), List.of("-x", "s:concert"),
            List.of("-r", "b:caf\u00e9"), List.of("s:concert"), List.of("-a", "s:rehearsal"), List.of("-r", "s:"),
            List.of("-r", "nosuchword"), List.of("--explain", "s:concert", "~f:ann"));

    private Training() {}

    /// `prepare DIR` writes and indexes the archive, `search DIR` runs the searches; only what the second loads is to be
    /// in the cache, because the JVM takes in all of it at every start.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Environment env = Environment.system();
        if (args[0].equals("prepare")) {
            run(env, List.of("-f", SampleArchive.write(folder).rc().toString()));
            return;
        }
        for (List<String> search : SEARCHES) {
            List<String> line = new ArrayList<>(List.of("-f", folder.resolve(SampleArchive.RC).toString()));
            line.addAll(search);
            run(env, line);
        }
    }

    private static void run(Environment env, List<String> args) {
        Console console = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false, "majix");
        Main.run(args.toArray(new String[0]), env, console);
    }
}
