package majix.indexer.history;

import static majix.indexer.history.Letter.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Invents letters.
final class Letters {
    private final Random random;
    private final boolean odd;
    private final List<String> ids = new ArrayList<>();
    private int count;

    /// @param odd whether letters may lie about where they end
    Letters(Random random, boolean odd) {
        this.random = random;
        this.odd = odd;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    Letter next() {
        Letter next = letter(++count);
        next = next.with(Part.FROM, Vocabulary.people(random));
        next = maybe(next, 2, Part.TO, Vocabulary.people(random));
        next = maybe(next, 4, Part.CC, Vocabulary.people(random));
        next = maybe(next, 1, Part.SUBJECT, Vocabulary.text(random, 1 + random.nextInt(4), false));
        next = maybe(next, 1, Part.BODY, Vocabulary.text(random, 1 + random.nextInt(12), true));
        next = maybe(next, 6, Part.ATTACHMENT, Vocabulary.pick(random, Vocabulary.FILES));
        next = next.with(Part.SHAPE, Vocabulary.pick(random, List.of(Shape.values())).name());
        next = maybe(next, 6, Part.PADDING, "" + random.nextInt(3000));
        next = maybe(next, 9, Part.CRLF, "yes");
        next = maybe(next, 3, Part.STATUS, Vocabulary.pick(random, List.of("RO", "O", "R", "")));
        next = maybe(next, 6, Part.X_STATUS, Vocabulary.pick(random, List.of("AF", "D", "T", "F")));
        next = enclosing(oddities(dates(threads(next))));
        if (oneIn(12)) {
            next = next.without(Part.SUBJECT).with(Part.SUBJECT, "");
        }
        return next;
    }

    private Letter maybe(Letter to, int n, Part part, String value) {
        return oneIn(n) ? to.with(part, value) : to;
    }

    private String someId() {
        return ids.isEmpty() || oneIn(3) ? "gone" + random.nextInt(6) + "@x" : Vocabulary.pick(random, ids);
    }

    private Letter threads(Letter to) {
        String id = switch (random.nextInt(9)) {
            case 0 -> "";
            case 1 -> someId();
            case 2 -> "N" + count + "@Host.example";
            default -> "n" + count + "@x";
        };
        Letter next = to.with(Part.ID, id);
        next = maybe(next, 4, Part.IN_REPLY_TO, someId());
        next = maybe(next, 4, Part.REFERENCES, oneIn(2) ? someId() : someId() + " " + someId());
        if (!id.isEmpty()) {
            ids.add(id);
        }
        return next;
    }

    private Letter dates(Letter to) {
        String time = "" + (Letter.NOON + 3600L * random.nextInt(24 * 40) + random.nextInt(3600));
        Letter next = switch (random.nextInt(8)) {
            case 0 -> to.with(Part.DATE, "");
            case 1 -> to.with(Part.BROKEN_DATE, "some day");
            case 2 -> to.with(Part.DATE, "").with(Part.RECEIVED, time);
            case 3 -> to;
            default -> to.with(Part.DATE, time);
        };
        return oneIn(3) ? next.with(Part.ENVELOPE, oneIn(2) ? "" : time) : next;
    }

    private Letter oddities(Letter to) {
        if (!odd) {
            return to;
        }
        Letter next = maybe(to, 3, Part.CONTENT_LENGTH,
                "" + (oneIn(3) ? bodyLength(to) : random.nextInt(oneIn(3) ? 9000 : 1500)));
        return maybe(next, 4, Part.ENDS, "" + (1 + random.nextInt(count)));
    }

    private static int bodyLength(Letter letter) {
        byte[] bytes = LetterBytes.of(letter);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes.length - text.indexOf("\n\n") - 2;
    }

    private Letter enclosing(Letter to) {
        if (!oneIn(7)) {
            return to;
        }
        Letter next = to.with(Part.INNER_BODY, Vocabulary.text(random, 3, true));
        next = maybe(next, 2, Part.INNER_FROM, Vocabulary.people(random));
        next = maybe(next, 2, Part.INNER_SUBJECT, Vocabulary.text(random, 2, false));
        next = maybe(next, 3, Part.INNER_ID, someId());
        return maybe(next, 3, Part.INNER_REFERENCES, someId());
    }
}
