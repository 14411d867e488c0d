package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What `--help` and `--version` say.
final class Help {
    private static final String TEXT = """
            majix: finds one message among millions.

              majix [options] expression...   search; write the hits into the result folder
              majix [options]                 index what is new or changed
              majix init [FOLDER...]          set up for your mail (majix init --sample: for invented mail)
              majix thread expression...      draw the threads of the hits as trees
              majix save NAME expression...   give a search a name, and a folder; majix saved lists them
              majix up [NAME...]              bring the folders of saved searches up to date
              majix show N QUERY...           print the N-th hit of a query, safely (also: PATH, mid:MESSAGE-ID)
              majix extract PATH...           save attachments (--list: what there is)
              majix shell                     type queries, see hits at once
              majix fields                    what can be searched for
              majix status                    how old and how large the index is, what it holds and lacks
              majix check [--repair]          whether the index is damaged; --repair mends it
              majix help [TOPIC]              show a manual page: majix, query, rc or json
              majix addresses WORD...         addresses in your mail, for mutt's query_command
              majix mutt-macros               macros for mutt and neomutt: majix mutt-macros >> ~/.muttrc
              majix serve                     stay and answer searches at once (resident mode, majix(1))

              -f, --rcfile FILE         use this rc file (else $MAJIXRC, ~/.mairixrc, ~/.config/majix/majixrc)
              -v, --verbose             say more
              -V, --version             say which majix this is
              -h, --help                say this
            Searching:
              -t, --threads             add all messages of the threads hit
              -tt                       as well, and flag the hits among them
              -a, --augment             keep what the result folder holds, add to it
              -r, --raw-output          print where the hits lie
              -x, --excerpt-output      print a few headers of each hit
              -o, --mfolder FOLDER      write the hits into this folder
              -H, --force-hardlinks     hard links instead of symbolic links
                  --force               write into a folder that holds something else, beside it
                  --explain             show how the query is understood and what each part of it finds
                  --narrow              search in what the result folder holds
                  --typed LINE          options and expressions in one piece, as typed at a prompt
                  --same KEY            the thread of the message on standard input, or more from its sender (from)
                  --neomutt FOLDER      print Message-IDs for neomutt's external_search_command
            Lists for programs and people:
                  --format FORMAT       print the hits as raw, excerpt, paths, msgid, json, csv, '%d %f %s'
              -0, --null                end each result with NUL, not with a line end
                  --sort KEY            by date, size, from, subject, relevance or thread; -KEY the other way round
                  --limit N --offset N  only N hits; leave out the first N
                  --count               print how many hits there are
                  --group-by KEY        how many hits by from, domain, month, folder, list or thread
                  --exec COMMAND {} +   run a command with the hits as files; with \\; at the end, for each of them
                  --snippets            show why each message was found, with the words hit
                  --color WHEN          auto, always or never
            Indexing:
              -F, --fast-index          trust the times of Maildir and MH folders
              -p, --purge               merge the index tight
                  --up                  then bring the folders of saved searches up to date
                  --wait SECONDS        how long to wait for another indexing run (10)
              -d, --dump                print what the index holds
            Accepted for mairix's sake: -Q, --no-integrity-checks, --unlock, --force-hash-key-new-database N

            A query: majix f:alice s:meeting,~cancelled d:2w-        more: majix fields, majix help query
            """;

    private Help() {}

    static void print(Console console) throws IOException {
        console.out().write(text().getBytes(StandardCharsets.UTF_8));
    }

    /// The whole text. What it says of options and subcommands, completions are made of.
    static String text() {
        return TEXT + ExitStatus.line() + "\n";
    }

    /// The version that the build wrote down.
    static String version() throws IOException {
        try (InputStream in = Help.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        }
    }
}
