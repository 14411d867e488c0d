package majix.cli;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import majix.formats.MailMessage;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;
import majix.query.Field;

/// Addresses that match some words. The index holds no display names: it finds the messages, and the headers of the
/// newest are read, first of those that the user sent, then of all others.
final class AddressBook {
    /// How many headers are read of what the user sent. More would be felt, and what is older hardly changes the order.
    private static final int SENT = 500;
    /// How many are read of all others: these only fill up the list.
    private static final int OTHERS = 250;
    private static final Set<Field> RECEIVERS = EnumSet.of(Field.TO, Field.CC);
    private static final Set<Field> ALL = EnumSet.of(Field.TO, Field.CC, Field.FROM);

    private final MailIndex index;
    private final List<String> words;
    private final Set<String> own;
    private final long now;
    private final Console console;
    private final Map<String, Contact> contacts = new HashMap<>();

    /// @param words what an address, or the name before it, must contain; none of them empty
    /// @param own the user's addresses, lower case
    /// @param now milliseconds since the epoch
    AddressBook(MailIndex index, List<String> words, List<String> own, long now, Console console) {
        this.index = index;
        this.words = new ArrayList<>();
        for (String word : words) {
            this.words.add(folded(word));
        }
        this.own = new HashSet<>(own);
        this.now = now;
        this.console = console;
    }

    /// The addresses: first those that the user wrote to, then others, and what no person reads at the end.
    List<Contact> find() throws IOException {
        find(new Expr.Match.Prefix());
        if (contacts.isEmpty()) {
            find(new Expr.Match.Substring());
        }
        List<Contact> found = new ArrayList<>(contacts.values());
        found.sort(Comparator.comparing(Contact::robot).thenComparingDouble(contact -> -contact.writtenScore())
                .thenComparingDouble(contact -> -contact.seenScore()).thenComparing(Contact::address));
        return found;
    }

    private void find(Expr.Match match) throws IOException {
        if (!own.isEmpty()) {
            List<Expr> senders = new ArrayList<>();
            for (String address : own) {
                senders.add(new Expr.Text(EnumSet.of(Field.FROM), address, new Expr.Match.Exact()));
            }
            List<Expr> sent = new ArrayList<>(List.of(Expr.any(senders)));
            sent.addAll(terms(RECEIVERS, match));
            read(Expr.all(sent), true);
        }
        read(Expr.all(terms(ALL, match)), false);
    }

    private List<Expr> terms(Set<Field> fields, Expr.Match match) {
        List<Expr> terms = new ArrayList<>();
        for (String word : words) {
            terms.add(new Expr.Text(fields, word, match));
        }
        return terms;
    }

    /// Reads the newest hits, the newest first.
    ///
    /// @param sent whether they were sent by the user; else what was is passed over but for its sender
    private void read(Expr expr, boolean sent) throws IOException {
        Hits hits = index.search(expr, false);
        HitMessages.read(hits, newest(hits, sent ? SENT : OTHERS), Found.Depth.HEADER, console, found -> {
            MailMessage message = found.message();
            boolean mine = own.contains(Senders.address(found.from()));
            long date = hits.date(found.index());
            Set<String> counted = new HashSet<>();
            if (!sent) {
                take(message.from(), true, mine, date, counted);
            }
            if (sent == mine) {
                take(message.to(), false, mine, date, counted);
                take(message.cc(), false, mine, date, counted);
            }
        });
    }

    /// The newest hits, the newest first.
    static int[] newest(Hits hits, int most) {
        int[] newest = new int[Math.min(most, hits.size())];
        for (int i = 0; i < newest.length; i++) {
            newest[i] = hits.size() - 1 - i;
        }
        return newest;
    }

    private void take(List<String> headers, boolean sender, boolean mine, long date, Set<String> counted) {
        for (String header : headers) {
            for (Mailbox mailbox : Mailbox.of(header)) {
                if (matches(mailbox) && counted.add(mailbox.address())) {
                    Contact contact = contact(mailbox.address());
                    contact.named(mailbox.name(), sender);
                    if (mine && !sender) {
                        contact.wrote(date, now);
                    } else {
                        contact.met(sender, date, now);
                    }
                }
            }
        }
    }

    private Contact contact(String address) {
        Contact contact = contacts.get(address);
        if (contact == null) {
            contact = new Contact(address);
            contacts.put(address, contact);
        }
        return contact;
    }

    private boolean matches(Mailbox mailbox) {
        String text = folded(mailbox.name()) + " " + mailbox.address();
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Lower case, without accents.
    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                StringBuilder plain = new StringBuilder();
                for (char c : Normalizer.normalize(lower, Normalizer.Form.NFKD).toCharArray()) {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
                return plain.toString();
            }
        }
        return lower;
    }
}
