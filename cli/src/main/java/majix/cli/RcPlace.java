package majix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Where the rc file is.
final class RcPlace {
    private RcPlace() {}

    /// The option's value, else `$MAJIXRC`, else `~/.mairixrc`, else `majix/majixrc` in `$XDG_CONFIG_HOME` (`~/.config`);
    /// the last also if none of them exists.
    ///
    /// @param option the value of `-f`, or null
    static Path of(@Nullable String option, Environment env) {
        if (option != null) {
            return env.workingDirectory().resolve(FileNames.path(option));
        }
        String variable = env.variable("MAJIXRC");
        if (variable != null) {
            return env.workingDirectory().resolve(variable);
        }
        Path classic = env.home().resolve(".mairixrc");
        return Files.exists(classic) ? classic : last(env);
    }

    /// Where `majix init` writes it: the one that is found, or else `~/.mairixrc`, which mairix reads too.
    static Path toWrite(@Nullable String option, Environment env) {
        Path found = of(option, env);
        return found.equals(last(env)) && !Files.exists(found) ? env.home().resolve(".mairixrc") : found;
    }

    /// Whether it is found without being named.
    static boolean isUsual(Path rc, Environment env) {
        Path place = rc.normalize();
        return place.equals(env.home().resolve(".mairixrc")) || place.equals(last(env));
    }

    /// The last place that is looked at.
    static Path last(Environment env) {
        return env.xdg("XDG_CONFIG_HOME", ".config").resolve("majix/majixrc");
    }
}
