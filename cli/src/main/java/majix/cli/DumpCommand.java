package majix.cli;

import java.io.IOException;
import majix.indexer.MailIndex;

/// `-d`: prints what the index holds, for people who look for a fault.
final class DumpCommand {
    private DumpCommand() {}

    static int run(Config config, Console console) throws IOException {
        try (MailIndex index = MailIndex.open(IndexLocation.of(config.database()))) {
            index.dump(console::say);
        }
        return Failure.DONE;
    }
}
