package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import majix.formats.FileNames;
import majix.formats.MessageRef;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;
import majix.query.QuerySyntaxException;
import majix.vfolder.VFolder;
import majix.vfolder.VFolderKind;

/// Gives the folders of saved searches their results. What fails for one is told and leaves the others alone.
final class LiveFolders {
    private final SavedFile saved;
    private final Config config;
    private final Environment env;
    private final Console console;
    private final VFolderKind kind;

    /// @throws ConfigException if the rc file's results are no folders
    LiveFolders(SavedFile saved, Config config, Environment env, Console console) throws ConfigException {
        this.saved = saved;
        this.config = config;
        this.env = env;
        this.console = console;
        this.kind = config.mformat().folder().orElseThrow(() -> new ConfigException(FileNames.text(config.file())
                + ": mformat=" + config.mformat().name().toLowerCase(Locale.ROOT)
                + " makes no folders that could be kept up to date; maildir, mh or mbox is wanted"));
    }

    /// The folders of an rc file's saved searches, as far as they are known.
    static List<Path> all(SavedFile saved, Config config, Environment env) {
        List<Path> folders = new ArrayList<>();
        for (SavedSearch search : saved.all()) {
            try {
                folders.add(search.target(config, env));
            } catch (ConfigException e) {
                // told to those who want to write it
            }
        }
        return folders;
    }

    /// Makes sure that the folder of a search is of no other one.
    ///
    /// @return the folder
    /// @throws Failure if it is
    static Path folder(SavedSearch search, SavedFile saved, Config config, Environment env) throws ConfigException {
        Path target = search.target(config, env);
        if (target.equals(config.mfolder())) {
            throw new Failure(Failure.BAD_INPUT, "the folder \"" + FileNames.text(target)
                    + "\" is that of every search; another one is wanted after -o");
        }
        for (SavedSearch other : saved.all()) {
            if (!other.name().equals(search.name()) && (other.folder() != null || config.mfolder() != null)
                    && target.equals(other.target(config, env))) {
                throw new Failure(Failure.BAD_INPUT, "the folder \"" + FileNames.text(target) + "\" is that of "
                        + other.name() + "; another one is wanted after -o");
            }
        }
        return target;
    }

    /// Refreshes folders.
    ///
    /// @param changed whether those whose result is still the same are left alone
    /// @param tell what is told of each folder that is written
    /// @return the exit status
    int refresh(Iterable<SavedSearch> searches, boolean changed, Telling tell) throws IOException {
        int status = Failure.DONE;
        Path place = IndexLocation.of(config.database());
        try (MailIndex index = MailIndex.open(place)) {
            FolderMarks marks = FolderMarks.of(place);
            List<Path> sources = new ArrayList<>(index.folders());
            sources.addAll(config.named());
            VFolder.Options options = new VFolder.Options(false, false, false, sources, place);
            for (SavedSearch search : searches) {
                try {
                    status = Math.max(status, refresh(search, index, marks, options, changed, tell));
                } catch (Stdout.ReaderGoneException e) {
                    throw e;
                } catch (Exception e) {
                    console.tell(search.name() + ": " + Failure.of(e).line());
                    status = Failure.TROUBLE;
                }
            }
        }
        return status;
    }

    /// Tells of a folder that has been written.
    interface Telling {
        void of(SavedSearch search, int messages, Path folder) throws IOException;
    }

    private int refresh(SavedSearch search, MailIndex index, FolderMarks marks, VFolder.Options options,
            boolean changed, Telling tell) throws Exception {
        Path target = folder(search, saved, config, env);
        Expr expr = SavedNames.parse(search.query(), saved, config, env, console);
        Hits hits = index.search(expr, search.threads());
        String digest = FolderMarks.digest(search, kind.name(), hits);
        if (changed && marks.hold(target, digest)) {
            return Failure.DONE;
        }
        BitSet left = new BitSet();
        VFolder.Outcome outcome = write(search, hits, target, options, left);
        for (MessageRef vanished : outcome.vanished()) {
            console.missed().gone(vanished.path(), "no longer there");
        }
        HitOutput.tell(outcome.problems(), console);
        boolean whole = outcome.vanished().isEmpty() && outcome.problems().isEmpty() && left.isEmpty();
        if (whole) {
            marks.note(target, digest);
        } else {
            marks.forget(target);
        }
        tell.of(search, outcome.messages(), target);
        return console.takeUnread() ? Failure.TROUBLE : Failure.DONE;
    }

    private VFolder.Outcome write(SavedSearch search, Hits hits, Path target, VFolder.Options options,
            BitSet left) throws IOException {
        try (VFolder folder = VFolder.open(kind, target, options)) {
            List<MessageRef> searched = new ArrayList<>();
            for (int i = 0; i < hits.size(); i++) {
                if (console.missed().changed(hits, i)) {
                    left.set(i);
                    continue;
                }
                MessageRef ref = hits.ref(i);
                folder.add(ref, hits.flags(i));
                if (search.marks() && hits.matches(i)) {
                    searched.add(ref);
                }
            }
            if (search.marks()) {
                folder.mark(searched);
            }
            return folder.finish();
        }
    }

    /// The searches of some names, all of which can be read; all searches if there are no names.
    ///
    /// @throws Failure if a name is not known
    Iterable<SavedSearch> named(List<String> names, String command) throws QuerySyntaxException {
        if (names.isEmpty()) {
            return saved.all();
        }
        List<SavedSearch> searches = new ArrayList<>();
        for (String name : names) {
            SavedSearch search = saved.search(name);
            if (search == null) {
                throw unknown(command, name, saved);
            }
            SavedNames.parse(search.query(), saved, config, env, console);
            searches.add(search);
        }
        return searches;
    }

    /// What is said of a name that is not known.
    static Failure unknown(String command, String name, SavedFile saved) {
        return new Failure(Failure.BAD_INPUT, command + ": no saved search \"" + name + "\"; "
                + (saved.names().isEmpty()
                        ? "none is there yet, majix save NAME QUERY makes one"
                        : "there are " + String.join(" ", saved.names())));
    }
}
