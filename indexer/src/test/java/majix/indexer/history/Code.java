package majix.indexer.history;

import java.util.List;
import java.util.stream.Collectors;

/// Java source of values.
final class Code {
    private Code() {}

    static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    static String texts(List<String> values) {
        return "List.of(" + values.stream().map(Code::text).collect(Collectors.joining(", ")) + ")";
    }

    static String list(List<?> values) {
        return "List.of(" + values.stream().map(Object::toString).collect(Collectors.joining(", ")) + ")";
    }
}
