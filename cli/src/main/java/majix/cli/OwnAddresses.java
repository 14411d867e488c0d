package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import majix.formats.FileNames;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;

/// Guesses the user's own addresses: those that the newest messages in folders for sent mail come from.
final class OwnAddresses {
    /// Words in names of such folders, as mail programs have them.
    private static final Set<String> WORDS = Set.of("sent", "sentmail", "outbox", "outgoing", "gesendet", "gesendete",
            "verschickt", "envoyes", "envoyés", "enviados", "enviadas", "enviats", "inviati", "inviata",
            "verzonden", "skickat", "sendt", "lähetetyt", "wysłane", "odeslané", "отправленные", "送信済み", "已发送");
    private static final int MESSAGES = 100;
    /// The share of the messages that an address must have.
    private static final int PART = 10;

    private OwnAddresses() {}

    /// The addresses, the most frequent first; none if no folder looks like one for sent mail.
    static List<String> guess(MailIndex index, Console console) throws IOException {
        List<Expr> paths = new ArrayList<>();
        for (Path folder : index.folders()) {
            if (isSent(folder)) {
                String below = Files.isDirectory(folder) ? "/" : "";
                paths.add(new Expr.PathPart(FileNames.text(folder) + below, true, 0));
            }
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        Hits hits = index.search(Expr.any(paths), false);
        Map<String, Integer> counts = new HashMap<>();
        int[] newest = AddressBook.newest(hits, MESSAGES);
        HitMessages.read(hits, newest, Found.Depth.HEADER, console, found -> {
            String address = Senders.address(found.from());
            if (!address.isEmpty()) {
                counts.merge(address, 1, Integer::sum);
            }
        });
        List<Map.Entry<String, Integer>> frequent = new ArrayList<>(counts.entrySet());
        frequent.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        List<String> own = new ArrayList<>();
        for (Map.Entry<String, Integer> count : frequent) {
            if (count.getValue() * PART >= newest.length) {
                own.add(count.getKey());
            }
        }
        return own;
    }

    /// Whether a folder's own name, or of `Sent/2024` the one above, says that it is for sent mail.
    static boolean isSent(Path folder) {
        int count = folder.getNameCount();
        return count > 0 && (isSent(folder.getName(count - 1).toString())
                || (count > 1 && isSent(folder.getName(count - 2).toString())));
    }

    private static boolean isSent(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetter(lower.charAt(i))) {
                if (WORDS.contains(lower.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
