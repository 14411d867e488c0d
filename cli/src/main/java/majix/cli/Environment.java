package majix.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What surrounds the program, handed in so that a test needs no tricks.
///
/// @param variables the environment variables, in the JVM's form of file names; null for one that is not set
/// @param home the user's home directory, absolute
/// @param workingDirectory the current directory, absolute
record Environment(Function<String, @Nullable String> variables, Path home, Path workingDirectory) {

    /// The real surroundings: `$HOME`, or else the home that the system knows.
    static Environment system() {
        return of(new Variables(), Path.of(System.getProperty("user.dir")));
    }

    /// The surroundings of a process of this user. A `HOME` that depends on the current directory is none.
    ///
    /// @param cwd absolute
    static Environment of(Function<String, @Nullable String> variables, Path cwd) {
        String home = variables.apply("HOME");
        boolean usable = home != null && home.startsWith("/");
        Path known = Path.of(usable && home != null ? home : System.getProperty("user.home"));
        return new Environment(variables, cwd.resolve(known), cwd);
    }

    /// A variable's value, or null if it is unset or empty: an empty one counts as unset wherever majix looks.
    @Nullable
    String variable(String name) {
        String value = variables.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /// A directory of the XDG base directory specification: the variable's value if that is absolute, else the default
    /// below home.
    Path xdg(String name, String below) {
        String value = variable(name);
        return value != null && value.startsWith("/") ? Path.of(value) : home.resolve(below);
    }

    /// A class, because every search pays for this and the first lambda of a cold JVM costs more.
    private static final class Variables implements Function<String, @Nullable String> {
        @Override
        public @Nullable String apply(String name) {
            return System.getenv(name);
        }
    }
}
