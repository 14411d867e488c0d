package majix.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `majix init`: sets majix up for a user's mail, or for an invented archive, and does the whole job once.
@Command(name = "majix init", description = "Find mail, write an rc file, index it.")
final class InitCommand implements Callable<Integer> {
    @Option(names = "--sample", description = "Write an invented archive (into ./majix-sample or DIR) and use that.")
    private boolean sample;

    @Option(names = {"-f", "--rcfile"}, paramLabel = "FILE", description = "The rc file to write (~/.mairixrc).")
    private @Nullable String rcfile;

    @Parameters(paramLabel = "DIR", description = "Where to look for mail; else in the usual places.")
    private List<String> places = new ArrayList<>();

    private final Environment env;
    private final Console console;

    private InitCommand(Environment env, Console console) {
        this.env = env;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        InitCommand command = new InitCommand(env, console);
        boolean wanted = Subcommand.read(new picocli.CommandLine(command), args, console);
        return wanted ? command.call() : Failure.DONE;
    }

    @Override
    public Integer call() throws Exception {
        return sample ? sample() : own();
    }

    private int sample() throws Exception {
        if (places.size() > 1) {
            throw new Failure(Failure.BAD_INPUT, "init --sample: one folder is wanted, not " + places.size());
        }
        Path folder = env.workingDirectory().resolve(places.isEmpty() ? "majix-sample" : places.get(0));
        SampleArchive.Result written;
        try {
            written = SampleArchive.write(folder);
        } catch (java.nio.file.DirectoryNotEmptyException | java.nio.file.NotDirectoryException e) {
            throw new Failure(Failure.BAD_INPUT,
                    "init --sample: \"" + FileNames.text(folder) + "\" is there and not empty; name another folder");
        }
        console.say("Wrote an invented archive into " + FileNames.text(written.directory()) + ": " + written.maildir()
                + " messages in a Maildir, " + written.mh() + " in an MH folder, " + written.mbox() + " in an mbox.");
        String rc = FileNames.text(written.rc());
        int status = index(rc);
        if (status != Failure.DONE) {
            return status;
        }
        for (SampleArchive.Example example : written.examples()) {
            show(rc, example.arguments(), "    # " + example.meaning());
        }
        List<String> look = new ArrayList<>(List.of("-x"));
        look.addAll(written.examples().getLast().arguments());
        show(rc, look, "    # the same, here and now");
        Config config = ConfigReader.read(written.rc(), env, console::tell);
        console.print("");
        console.say("Open the hits in mutt:   mutt -R -f " + Shell.quote(FileNames.text(config.requireMfolder())));
        return Failure.DONE;
    }

    /// Prints a search as it would be typed, and runs it.
    private void show(String rc, List<String> arguments, String remark) throws Exception {
        console.print("");
        console.say("$ majix -f " + Shell.quote(rc) + " " + Shell.join(arguments) + remark);
        List<String> args = new ArrayList<>(List.of("-f", rc));
        args.addAll(arguments);
        console.flush();
        Main.run(args.toArray(new String[0]), env, console);
    }

    private int own() throws Exception {
        Path rc = RcPlace.toWrite(rcfile, env);
        List<Path> where = new ArrayList<>();
        for (String place : places) {
            where.add(FileNames.path(place));
        }
        FoundMail found;
        try {
            found = MailFinder.find(where, env);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failure(Failure.BAD_INPUT, "init: \"" + e.getFile() + "\" does not exist");
        }
        for (String remark : found.remarks()) {
            console.tell(remark);
        }
        if (found.isEmpty()) {
            throw new Failure(Failure.TROUBLE, "init: no mail found; name the folders that hold it: majix init DIR...");
        }
        console.say("Found " + found.maildirs() + " Maildirs, " + found.mhFolders() + " MH folders, " + found.mboxes()
                + " mbox files.");
        try {
            RcWriter.write(rc, found, env);
            console.say("Wrote " + FileNames.text(rc) + ".");
        } catch (FileAlreadyExistsException e) {
            console.say(FileNames.text(rc) + " is there already and stays as it is; indexing what it names.");
        }
        console.flush();
        List<String> option = rcfile == null ? List.of() : List.of("-f", FileNames.text(rc));
        int status = index(FileNames.text(rc));
        if (status == Failure.DONE || status == Failure.TROUBLE) {
            // what is odd in the file was told when it was indexed
            firstSearch(ConfigReader.read(rc, env, _ -> {}), option);
        }
        return status;
    }

    private void firstSearch(Config config, List<String> option) throws Exception {
        List<String> search = new ArrayList<>(List.of("majix"));
        search.addAll(option);
        search.add("d:1m-");
        console.say("Try a search, the mail of the last month:   " + Shell.join(search));
        if (config.mfolder() != null) {
            console.say("and open what it found:                     mutt -R -f "
                    + Shell.quote(FileNames.text(config.requireMfolder())));
        }
    }

    private int index(String rc) throws Exception {
        console.flush();
        return Main.run(new String[]{"-v", "-f", rc}, env, console);
    }
}
