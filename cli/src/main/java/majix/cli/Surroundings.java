package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a JVM takes from its surroundings when it starts and keeps: language, time zone, the bytes of the program. A
/// search from other surroundings would be answered differently here than by a JVM of its own.
///
/// @param locale the variables that decide on language, charset and zone
/// @param files stamps of the jar and of the system's time zone
record Surroundings(List<String> locale, List<String> files) {

    /// The surroundings of this process now.
    static Surroundings of(Environment env) {
        return new Surroundings(localeOf(env.variables()), stamps());
    }

    /// Whether a process with these variables has the same language, charset and zone.
    boolean suit(Function<String, @Nullable String> variables) {
        return locale.equals(localeOf(variables));
    }

    /// Whether the program or the system's time zone is another one by now.
    boolean gone() {
        return !files.equals(stamps());
    }

    private static List<String> localeOf(Function<String, @Nullable String> variables) {
        return List.of(category("LC_CTYPE", variables), category("LC_MESSAGES", variables), text("LANGUAGE", variables),
                Objects.requireNonNullElse(variables.apply("TZ"), "unset"));
    }

    private static String category(String name, Function<String, @Nullable String> variables) {
        String all = text("LC_ALL", variables);
        String one = all.isEmpty() ? text(name, variables) : all;
        return one.isEmpty() ? text("LANG", variables) : one;
    }

    private static String text(String name, Function<String, @Nullable String> variables) {
        return Objects.requireNonNullElse(variables.apply(name), "");
    }

    private static List<String> stamps() {
        List<String> stamps = new ArrayList<>();
        for (String file : List.of(System.getProperty("java.class.path", ""), "/etc/localtime", "/etc/timezone")) {
            stamps.add(stamp(Path.of(file)));
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return is.fileKey() + " " + is.size() + " " + is.lastModifiedTime();
        } catch (IOException e) {
            return "none";
        }
    }
}
