package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import majix.indexer.MailIndex;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;

/// `majix addresses`: answers mutt's `query_command`. Its line is read by hand, because somebody waits at a prompt.
final class AddressesCommand {
    private static final int LIMIT = 100;

    private final Environment env;
    private final Console console;
    private final ZoneId zone = ZoneId.systemDefault();
    private final List<String> words = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private @Nullable String rcfile;
    private boolean json;
    private int limit = LIMIT;

    private AddressesCommand(Environment env, Console console) {
        this.env = env;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        AddressesCommand command = new AddressesCommand(env, console);
        command.read(args);
        return command.run();
    }

    private void read(String[] args) {
        boolean options = true;
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if (!options || !arg.startsWith("-")) {
                for (String word : arg.strip().split("[\\s,<>\"()]+", -1)) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            } else if (arg.equals("--")) {
                options = false;
            } else {
                int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
                String name = equals < 0 ? arg : arg.substring(0, equals);
                if (equals < 0 && i + 1 == args.length) {
                    throw unknown(arg);
                }
                option(name, equals < 0 ? args[++i] : arg.substring(equals + 1));
            }
        }
        if (words.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT,
                    "addresses: a part of an address or name is wanted, as in majix addresses ann");
        }
    }

    private void option(String name, String value) {
        switch (name) {
            case "-f", "--rcfile" -> rcfile = value;
            case "--me" -> own(List.of(value.split("[:,]", -1)));
            case "--limit" -> limit = number(value);
            case "--format" -> {
                if (!value.equals("json") && !value.equals("mutt")) {
                    throw new Failure(Failure.BAD_INPUT,
                            "addresses: --format \"" + value + "\": mutt or json is wanted");
                }
                json = value.equals("json");
            }
            default -> throw unknown(name);
        }
    }

    private static int number(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(Failure.BAD_INPUT,
                "addresses: --limit \"" + value + "\": a number is wanted, as in --limit 10");
    }

    private static Failure unknown(String option) {
        return new Failure(Failure.BAD_INPUT, "addresses: option \"" + option
                + "\": -f FILE, --me ADDRESSES, --limit N and --format=json are known");
    }

    private void own(List<String> addresses) {
        for (String address : addresses) {
            if (!address.isBlank()) {
                own.add(address.strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    private int run() throws Exception {
        Path rc = RcPlace.of(rcfile, env);
        Config config = ConfigReader.read(rc, env, console::tell);
        if (own.isEmpty()) {
            own(config.me());
        }
        List<Contact> found;
        try (MailIndex index = MailIndex.open(IndexLocation.of(config.database()))) {
            List<String> me = own.isEmpty() ? OwnAddresses.guess(index, console) : own;
            found = new AddressBook(index, words, me, now(), console).find();
        }
        List<Contact> shown = found.subList(0, Math.min(limit, found.size()));
        if (!json) {
            // mutt shows the first line, and takes the others for addresses
            console.print((found.isEmpty() ? "no" : String.valueOf(found.size()))
                    + (found.size() == 1 ? " address for " : " addresses for ")
                    + VisibleText.of(String.join(" ", words)));
        }
        for (Contact contact : shown) {
            console.print(json ? object(contact) : line(contact));
        }
        int status = found.isEmpty() ? Failure.NO_HIT : Failure.DONE;
        return console.takeUnread() ? Failure.TROUBLE : status;
    }

    private long now() {
        LocalDateTime fixed = SearchCommand.Clock.fixed(env);
        return fixed == null ? System.currentTimeMillis() : fixed.atZone(zone).toInstant().toEpochMilli();
    }

    private String line(Contact contact) {
        String remark = contact.written() > 0
                ? "written to " + times(contact.written()) + ", last " + day(contact.lastWritten())
                : "seen " + times(contact.seen()) + ", last " + day(contact.lastSeen());
        return VisibleText.of(contact.address()) + "\t" + VisibleText.of(contact.name()) + "\t" + remark
                + (contact.robot() ? ", automatic" : "");
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private LocalDate day(long date) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date), zone);
    }

    private String object(Contact contact) throws IOException {
        Json object = new Json().put("version", JsonFormat.VERSION).put("address", contact.address())
                .put("name", contact.name()).put("written", (long) contact.written());
        object.put("last_written", contact.written() == 0 ? null : (Long) contact.lastWritten());
        object.put("seen", (long) contact.seen());
        object.put("last_seen", contact.seen() == 0 ? null : (Long) contact.lastSeen());
        return object.put("automatic", contact.robot()).toString();
    }
}
