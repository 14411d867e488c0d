package majix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `majix --help` says, as tables.
///
/// @param options all options, in their order
/// @param subcommands all subcommands
record HelpTable(List<Option> options, List<Subcommand> subcommands) {
    private static final Pattern OPTION = Pattern.compile("  (-[^ ].*|    --.*?)  +([^ -].*)");
    private static final Pattern SUBCOMMAND = Pattern.compile("  majix ([a-z-]+)( .*?)?  +([^ ].*)");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z'+-])--?[a-zA-Z0-9][a-z-]*(?= |,|$)( [A-Z]+)?");

    /// An option.
    ///
    /// @param names each with its dashes
    record Option(List<String> names, boolean takesValue, String help) {}

    /// A subcommand.
    record Subcommand(String name, String help) {}

    static HelpTable read() {
        List<Option> options = new ArrayList<>();
        List<Subcommand> subcommands = new ArrayList<>();
        for (String line : Help.text().split("\n", -1)) {
            Matcher subcommand = SUBCOMMAND.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (subcommand.matches()) {
                subcommands.add(new Subcommand(subcommand.group(1), subcommand.group(3)));
                mentioned(subcommand.group(3), subcommands);
            } else if (option.matches()) {
                options(option.group(1), option.group(2), options);
            }
        }
        return new HelpTable(List.copyOf(options), List.copyOf(subcommands));
    }

    /// A line may speak of two subcommands.
    private static void mentioned(String help, List<Subcommand> subcommands) {
        Matcher other = Pattern.compile("; majix ([a-z-]+) (.*)").matcher(help);
        if (other.find() && Main.isSubcommand(other.group(1))) {
            subcommands.add(new Subcommand(other.group(1), other.group(2)));
        }
    }

    private static void options(String names, String help, List<Option> options) {
        boolean several = names.contains(" N --");
        List<String> all = new ArrayList<>();
        boolean value = false;
        Matcher name = NAME.matcher(names);
        while (name.find()) {
            value |= name.group(1) != null;
            all.add(name.group().split(" ", -1)[0]);
            if (several) {
                options.add(new Option(List.copyOf(all), value, help));
                all.clear();
            }
        }
        if (!all.isEmpty()) {
            options.add(new Option(List.copyOf(all), value, help));
        }
    }
}
