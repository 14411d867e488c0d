package majix.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The vocabulary beside the fields' own letters and names: keys for several fields, and the words between terms.
final class Keys {
    /// The fields of a text without a key.
    static final Set<Field> NONE = Collections
            .unmodifiableSet(EnumSet.of(Field.TO, Field.CC, Field.FROM, Field.SUBJECT, Field.BODY));

    private static final String ADDRESS = "address";
    private static final String ALL = "letters of tcfarsbnmpdzF, or to cc from address subject body attachment id path"
            + " date size flag, or q for a saved search (text with a colon goes in double quotes)";

    private Keys() {}

    /// The fields of a key, null if it is none. Several letters select several fields.
    static @Nullable Set<Field> of(String key) {
        if (key.equals(ADDRESS)) {
            return addresses();
        }
        for (Field field : Field.values()) {
            if (field.longName().equals(key)) {
                return EnumSet.of(field);
            }
        }
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (int i = 0; i < key.length(); i++) {
            Set<Field> letter = ofLetter(key.charAt(i));
            if (letter == null) {
                return null;
            }
            fields.addAll(letter);
        }
        return fields.isEmpty() ? null : fields;
    }

    private static @Nullable Set<Field> ofLetter(char letter) {
        Field field = Field.ofLetter(letter);
        return switch (letter) {
            case 'a' -> addresses();
            case 'r' -> EnumSet.of(Field.TO, Field.CC);
            default -> field == null ? null : EnumSet.of(field);
        };
    }

    private static Set<Field> addresses() {
        return EnumSet.of(Field.TO, Field.CC, Field.FROM);
    }

    /// What is wrong with a key that is none, and the nearest one or all there are.
    static String unknown(String key) {
        if (key.startsWith("~") || key.startsWith("^")) {
            return "stray \"" + key.charAt(0) + "\" before a key, expected it after the colon, as in s:"
                    + key.charAt(0) + "meeting";
        }
        String nearest = nearest(key);
        String expected = nearest.isEmpty() ? ", expected " + ALL : ", did you mean \"" + nearest + "\"?";
        return "unknown key " + QuerySyntaxException.shown(key) + expected;
    }

    private static String nearest(String key) {
        String nearest = "";
        int least = key.length() < 2 || key.length() > 20 ? 0 : key.length() < 4 ? 2 : 3;
        for (Field field : Field.values()) {
            int distance = distance(key, field.longName());
            if (distance < least) {
                least = distance;
                nearest = field.longName();
            }
        }
        return distance(key, ADDRESS) < least ? ADDRESS : nearest;
    }

    /// The Levenshtein distance, letters of either case alike; 0 is a name in another case.
    private static int distance(String key, String name) {
        int[] column = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            column[j] = j;
        }
        for (int i = 0; i < key.length(); i++) {
            int diagonal = column[0];
            column[0] = i + 1;
            for (int j = 1; j <= name.length(); j++) {
                int same = diagonal + (Character.toLowerCase(key.charAt(i)) == name.charAt(j - 1) ? 0 : 1);
                diagonal = column[j];
                column[j] = Math.min(same, Math.min(column[j], column[j - 1]) + 1);
            }
        }
        return column[name.length()];
    }

    /// Whether a word inside a group joins terms instead of being one, in any case.
    static boolean isConnective(String word) {
        return word.equalsIgnoreCase("or") || word.equalsIgnoreCase("and") || word.equalsIgnoreCase("not");
    }
}
