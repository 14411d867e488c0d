package majix.indexer.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import majix.formats.Flag;
import majix.query.Field;

/// A message as its writer means it. [LetterBytes] writes it; what it says in each field is known without reading that.
///
/// @param number tells letters apart, and chooses among ways to write the same
record Letter(int number, Map<Part, String> parts) {
    /// Noon of 4 March 2025, UTC.
    static final long NOON = 1_741_089_600L;

    Letter {
        parts = Collections.unmodifiableMap(parts.isEmpty() ? new EnumMap<>(Part.class) : new EnumMap<>(parts));
    }

    /// A letter with a subject that is its number, an id and a date.
    static Letter letter(int number) {
        return new Letter(number, Map.of());
    }

    Letter with(Part part, String value) {
        Map<Part, String> more = parts.isEmpty() ? new EnumMap<>(Part.class) : new EnumMap<>(parts);
        more.put(part, value);
        return new Letter(number, more);
    }

    Letter without(Part part) {
        Map<Part, String> less = new EnumMap<>(parts);
        less.remove(part);
        return new Letter(number, less);
    }

    boolean has(Part part) {
        return parts.containsKey(part);
    }

    /// The part, or what a letter has if nothing is said.
    String get(Part part) {
        return parts.getOrDefault(part, switch (part) {
            case FROM -> "Ann <ann@writers.example>";
            case SUBJECT -> "n" + number;
            case BODY -> "text";
            case ID -> "n" + number + "@x";
            case DATE -> has(Part.BROKEN_DATE) || has(Part.RECEIVED) ? "" : "" + NOON;
            case ENVELOPE -> "" + NOON;
            case SHAPE -> Shape.PLAIN.name();
            default -> "";
        });
    }

    Shape shape() {
        return Shape.valueOf(get(Part.SHAPE));
    }

    boolean encloses() {
        return has(Part.INNER_SUBJECT) || has(Part.INNER_FROM) || has(Part.INNER_ID) || has(Part.INNER_BODY)
                || has(Part.INNER_REFERENCES);
    }

    /// What the message says in a field of text.
    List<String> says(Field field) {
        List<String> values = new ArrayList<>();
        switch (field) {
            case TO -> values.add(get(Part.TO));
            case CC -> values.add(get(Part.CC));
            case FROM -> values.addAll(List.of(get(Part.FROM), get(Part.INNER_FROM)));
            case SUBJECT -> values.addAll(List.of(get(Part.SUBJECT), get(Part.INNER_SUBJECT)));
            case BODY -> {
                values.add(get(Part.BODY));
                values.add(shape() == Shape.ALTERNATIVE ? get(Part.BODY) : "");
                values.add(get(Part.INNER_BODY));
                values.add(strayEnd());
            }
            case ATTACHMENT -> values.add(get(Part.ATTACHMENT));
            case ID, PATH, DATE, SIZE, FLAGS -> {
            }
        }
        values.removeIf(String::isBlank);
        return values;
    }

    /// Whether its content is a multipart.
    boolean multipart() {
        return has(Part.ATTACHMENT) || encloses() || shape() == Shape.OPEN;
    }

    /// The word in the line that ends another letter's multipart, where that line stands in a text.
    private String strayEnd() {
        if (!has(Part.ENDS)) {
            return "";
        }
        boolean own = get(Part.ENDS).equals("" + number);
        boolean read = multipart()
                ? !own && (encloses() || !has(Part.ATTACHMENT))
                : shape() != Shape.ALTERNATIVE;
        return read ? "b" + get(Part.ENDS) : "";
    }

    /// Its Message-IDs, folded.
    List<String> ids() {
        return ids(Part.ID, Part.INNER_ID);
    }

    /// Those and all that it mentions.
    List<String> links() {
        return ids(Part.ID, Part.INNER_ID, Part.IN_REPLY_TO, Part.REFERENCES, Part.INNER_REFERENCES);
    }

    private List<String> ids(Part... from) {
        List<String> ids = new ArrayList<>();
        for (Part part : from) {
            for (String id : get(part).split(" ", -1)) {
                if (!id.isEmpty()) {
                    ids.add(id.toLowerCase(Locale.ROOT));
                }
            }
        }
        return ids;
    }

    /// Milliseconds since the epoch.
    ///
    /// @param slice whether it lies in an mbox, behind a separator line
    /// @param mtime of the file, in nanoseconds
    long date(boolean slice, long mtime) {
        String envelope = slice ? get(Part.ENVELOPE) : "";
        for (String seconds : List.of(get(Part.DATE), get(Part.RECEIVED), envelope)) {
            if (!seconds.isEmpty()) {
                return Long.parseLong(seconds) * 1000;
            }
        }
        return Math.floorDiv(mtime, 1_000_000L);
    }

    /// The flags that its headers tell.
    int statusFlags() {
        int bits = 0;
        for (char letter : (get(Part.STATUS) + get(Part.X_STATUS)).toCharArray()) {
            bits |= switch (letter) {
                case 'R' -> Flag.SEEN.bit();
                case 'A' -> Flag.REPLIED.bit();
                case 'F' -> Flag.FLAGGED.bit();
                case 'T' -> Flag.DRAFT.bit();
                case 'D' -> Flag.TRASHED.bit();
                default -> 0;
            };
        }
        return bits;
    }

    /// Letters that say less.
    List<Letter> simpler() {
        List<Letter> all = new ArrayList<>();
        if (parts.size() > 1) {
            all.add(letter(number));
        }
        for (Part part : parts.keySet()) {
            all.add(without(part));
        }
        return all;
    }

    /// Java that makes it.
    @Override
    public String toString() {
        StringBuilder code = new StringBuilder("letter(" + number + ")");
        parts.forEach((part, value) -> code.append(".with(Part.").append(part).append(", ").append(Code.text(value))
                .append(')'));
        return code.toString();
    }
}
