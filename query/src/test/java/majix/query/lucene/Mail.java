package majix.query.lucene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.query.Field;

/// A message of a test archive. The name is empty for one of an mbox file.
record Mail(int number, Map<Field, String> texts, String id, String folder, String name, long date, long size,
        int flags) {

    /// A message with one text, the rest invented.
    static Mail of(int number, Field field, String text) {
        return new Mail(number, Map.of(field, text), number + "@mid.example", "/mail/inbox/cur", number + ":2,S",
                number,
                1000 + number, 0);
    }

    String path() {
        return name.isEmpty() ? folder : folder + "/" + name;
    }

    List<Set<String>> positions(Field field, SimpleWords words) {
        String text = texts.get(field);
        return text == null ? List.of() : words.positions(field, text);
    }
}
