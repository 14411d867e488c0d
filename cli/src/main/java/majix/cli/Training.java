package majix.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the ahead-of-time cache is trained with: an invented archive is indexed and searched in every way once, in one
/// JVM, so that the classes of each kind of search are in the cache. Run by the build only.
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

    private Training() {}

    /// `prepare DIR` writes and indexes the archive, `search DIR` runs the searches; only what the second loads is to be
    /// in the cache, because the JVM takes in all of it at every start.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(RawArguments.of(args)[1]);
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
        Console console = new Console(Stdout.none(), OutputStream.nullOutputStream(), false, "majix");
        Main.run(args.toArray(new String[0]), env, console);
    }
}
