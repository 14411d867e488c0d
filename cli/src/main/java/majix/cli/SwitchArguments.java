package majix.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The arguments of a subcommand that takes an rc file and one switch.
///
/// @param rcfile the value of `-f`, the last one given, or null
/// @param on whether the switch was given
record SwitchArguments(@Nullable String rcfile, boolean on) {
    /// Reads them; `args[0]` is the name of the subcommand.
    ///
    /// @param name the switch, as `--repair`
    /// @param refusal the line for people about an argument that is neither
    static SwitchArguments of(String[] args, String name, Function<String, String> refusal) {
        String rcfile = null;
        boolean on = false;
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if ((arg.equals("-f") || arg.equals("--rcfile")) && i + 1 < args.length) {
                rcfile = args[++i];
            } else if (arg.startsWith("--rcfile=")) {
                rcfile = arg.substring("--rcfile=".length());
            } else if (arg.equals(name)) {
                on = true;
            } else {
                throw new Failure(Failure.BAD_INPUT, refusal.apply(arg));
            }
        }
        return new SwitchArguments(rcfile, on);
    }
}
