package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.indexer.NoIndexException;
import majix.query.Expr;
import majix.query.SizeRange;

/// Finds the message that a user means: the N-th hit of a query, a path as `majix -r` prints it, or a Message-ID.
final class MessageChoice {
    private final MessageArguments arguments;
    private final Environment env;
    private final Console console;

    private MessageChoice(MessageArguments arguments, Environment env, Console console) {
        this.arguments = arguments;
        this.env = env;
        this.console = console;
    }

    /// Where the message lies.
    ///
    /// @param rest whether words after a path or an id are somebody else's
    /// @throws Failure if there is none
    static MessageRef of(MessageArguments arguments, boolean rest, Environment env, Console console) throws Exception {
        return new MessageChoice(arguments, env, console).choose(rest);
    }

    /// Whether a first word is the number of a hit, so that a query must follow.
    static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9') && !word.isEmpty();
    }

    private MessageRef choose(boolean rest) throws Exception {
        String word = arguments.words.getFirst();
        List<String> more = arguments.words.subList(1, arguments.words.size());
        if (isNumber(word)) {
            return hit(word, more);
        }
        if (!rest && !more.isEmpty()) {
            throw arguments.bad("\"" + more.getFirst() + "\": nothing is wanted after \"" + word + "\"");
        }
        if (word.startsWith("mid:")) {
            String id = word.substring(4).strip();
            boolean brackets = id.length() > 2 && id.startsWith("<") && id.endsWith(">");
            return byId(word, brackets ? id.substring(1, id.length() - 1) : id);
        }
        return byPath(word);
    }

    private MessageRef hit(String word, List<String> query) throws Exception {
        if (query.isEmpty()) {
            throw arguments.bad("\"" + word + "\" is the place of a hit: say of which query, as in majix "
                    + arguments.command + " " + word + " s:meeting (a file of this name: ./" + word + ")");
        }
        RawArguments.check(query);
        Config config = config();
        Expr expr = SavedNames.parse(query, config, env, console);
        int number = word.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(word);
        try (MailIndex index = open(config)) {
            Hits hits = index.search(expr, false);
            if (number < 1 || number > hits.size()) {
                throw new Failure(Failure.NO_HIT, arguments.command + " \"" + word + "\": the query has "
                        + hits.size() + (hits.size() == 1 ? " hit" : " hits"));
            }
            return present(hits, number - 1);
        }
    }

    private MessageRef byId(String word, String id) throws Exception {
        if (id.isEmpty()) {
            throw arguments.bad("\"" + word + "\": a Message-ID is wanted after mid:");
        }
        try (MailIndex index = open(config())) {
            Hits hits = index.search(new Expr.Id(id), false);
            if (hits.size() == 0) {
                throw new Failure(Failure.NO_HIT,
                        arguments.command + " \"" + word + "\": no such message in the index");
            }
            return first(hits);
        }
    }

    /// The first of several copies that is still there.
    private static MessageRef first(Hits hits) throws IOException {
        for (int hit = 0; hit < hits.size(); hit++) {
            if (!hits.changed(hit)) {
                MessageRef ref = present(hits.ref(hit));
                if (Files.isReadable(ref.path())) {
                    return ref;
                }
            }
        }
        return present(hits, 0);
    }

    private Config config() throws Exception {
        Path rc = RcPlace.of(arguments.rcfile, env);
        return ConfigReader.read(rc, env, console::tell);
    }

    private static MailIndex open(Config config) throws IOException {
        return MailIndex.open(IndexLocation.of(config.database()));
    }

    private MessageRef byPath(String word) throws Exception {
        int range = word.lastIndexOf(" [");
        if (word.startsWith("mbox:") && range > 0 && word.endsWith(")")) {
            return checked(word, slice(word, range));
        }
        Path path = env.workingDirectory().resolve(FileNames.path(word));
        if (Files.isDirectory(path)) {
            throw arguments.bad("\"" + word + "\" is a directory: the file of a message is wanted");
        }
        return present(new MessageRef.WholeFile(path));
    }

    private MessageRef.Slice slice(String word, int range) {
        Path path = env.workingDirectory().resolve(FileNames.path(word.substring(5, range)));
        int comma = word.indexOf(',', range);
        try {
            long start = Long.parseLong(word, range + 2, Math.max(range + 2, comma), 10);
            long end = Long.parseLong(word, comma + 1, word.length() - 1, 10);
            return new MessageRef.Slice(path, start, end);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw arguments.bad("\"" + word + "\": a range of bytes is wanted, as in \"mbox:PATH [0,1500)\"");
        }
    }

    /// A part of a file, which may have been written anew since `majix -r` printed it: of a file in the index only what the
    /// index has, and only while it is there.
    private MessageRef checked(String word, MessageRef.Slice slice) throws Exception {
        try (MailIndex index = open(config())) {
            List<Path> names = index.names(slice.path());
            if (names.isEmpty()) {
                return slice;
            }
            long size = slice.end() - slice.start();
            Hits hits = index.search(new Expr.Sized(new SizeRange(size, size)), false);
            for (int hit = 0; hit < hits.size(); hit++) {
                if (hits.start(hit) == slice.start() && names.contains(hits.ref(hit).path())) {
                    return present(hits, hit);
                }
            }
        } catch (ConfigException | NoIndexException e) {
            // what can be shown without an index is not looked up in one
            return slice;
        }
        throw new Failure(Failure.NO_HIT,
                arguments.command + " \"" + word + "\": the index has no message there; search again");
    }

    /// A hit where it lies now.
    ///
    /// @throws Failure if it is a part of a file that was written anew since it was indexed
    static MessageRef present(Hits hits, int hit) throws IOException {
        hits.lookAgain();
        if (hits.changed(hit)) {
            throw new Failure(Failure.TROUBLE, Missed.changed(hits.ref(hit).path(), 1));
        }
        return present(hits.ref(hit));
    }

    /// The message where it lies now: Maildir files change their names with their flags.
    static MessageRef present(MessageRef ref) throws IOException {
        return ref instanceof MessageRef.WholeFile file
                ? new MessageRef.WholeFile(MessageFiles.locate(file.path()).orElse(file.path()))
                : ref;
    }
}
