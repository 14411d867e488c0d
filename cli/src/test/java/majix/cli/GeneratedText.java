package majix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import majix.query.Field;

/// Makes the parts of documents and completions that are only what the program knows.
final class GeneratedText {
    /// Keys that stand for several fields.
    private static final String[][] COMBINED = {{"a", "address", "a:example.org", "To, Cc or From"},
            {"r", "", "r:alice", "To or Cc"}};

    private GeneratedText() {}

    /// All parts by name.
    static Map<String, Supplier<String>> parts() {
        return Map.of("fields-readme", GeneratedText::fieldsReadme, "fields-man", GeneratedText::fieldsMan,
                "exit-status",
                GeneratedText::exitStatus, "session", SampleSession::start, "terminal", SampleSession::terminal, "bash",
                GeneratedText::bash, "zsh", GeneratedText::zsh, "fish", GeneratedText::fish);
    }

    /// Key, long name, example and help of all that stands before a colon.
    private static List<String[]> keys() {
        List<String[]> keys = new ArrayList<>();
        for (Field field : Field.values()) {
            keys.add(new String[]{String.valueOf(field.letter()), field.longName(), field.example(), field.help()});
            if (field == Field.FROM) {
                keys.addAll(List.of(COMBINED));
            }
        }
        keys.add(new String[]{"q", "query", "q:work", "what a saved search finds"});
        return keys;
    }

    private static String fieldsReadme() {
        StringBuilder table = new StringBuilder("| key | long name | example | what it matches |\n|---|---|---|---|\n");
        for (String[] key : keys()) {
            table.append("| ").append(key[0]).append(" | ").append(key[1]).append(" | `").append(key[2]).append("` | ")
                    .append(key[3].replaceAll("(?<= )([-^]|<>)(?= |$)", "`$1`")).append(" |\n");
        }
        return table.append("| | | `budget` | To, Cc, From, Subject or body |\n").toString();
    }

    private static String fieldsMan() {
        StringBuilder table = new StringBuilder();
        table.append(".Bl -column -offset indent \"key\" \"attachment\" \"matches\"\n");
        table.append(".It Sy key Ta Sy name Ta Sy matches\n");
        for (String[] key : keys()) {
            table.append(".It ").append(key[0]).append(" Ta ").append(key[1]).append(key[1].isEmpty() ? "Ta " : " Ta ")
                    .append(key[3]).append('\n');
        }
        return table.append(".El\n").toString();
    }

    private static String exitStatus() {
        StringBuilder list = new StringBuilder(".Bl -tag -width Ds\n");
        for (ExitStatus status : ExitStatus.values()) {
            list.append(".It ").append(status.status()).append('\n').append(status.text()).append('\n');
        }
        return list.append(".El\n").toString();
    }

    /// What is typed before words of a query: `from:`, and letters where there is no name.
    private static List<String> keyWords() {
        List<String> words = new ArrayList<>();
        for (String[] key : keys()) {
            words.add(key[0] + ":");
            if (!key[1].isEmpty()) {
                words.add(key[1] + ":");
            }
        }
        return words;
    }

    private static String bash() {
        List<String> options = new ArrayList<>();
        HelpTable help = HelpTable.read();
        for (HelpTable.Option option : help.options()) {
            options.addAll(option.names());
        }
        return "_majix_subcommands='" + String.join(" ", subcommands(help)) + "'\n_majix_options='"
                + String.join(" ", options) + "'\n_majix_keys='" + String.join(" ", keyWords())
                + "'\n_majix_topics='" + String.join(" ", HelpCommand.topics()) + "'\n";
    }

    private static List<String> subcommands(HelpTable help) {
        List<String> names = new ArrayList<>();
        for (HelpTable.Subcommand subcommand : help.subcommands()) {
            names.add(subcommand.name());
        }
        return names;
    }

    private static String zsh() {
        StringBuilder text = new StringBuilder("typeset -ga _majix_subcommands=(\n");
        HelpTable help = HelpTable.read();
        for (HelpTable.Subcommand subcommand : help.subcommands()) {
            text.append("    ").append(quoted(subcommand.name() + ":" + subcommand.help())).append('\n');
        }
        text.append(")\ntypeset -ga _majix_options=(\n");
        for (HelpTable.Option option : help.options()) {
            for (String name : option.names()) {
                text.append("    ").append(quoted(name + ":" + option.help())).append('\n');
            }
        }
        text.append(")\ntypeset -ga _majix_keys=(\n");
        for (String[] key : keys()) {
            text.append("    ").append(quoted(key[0] + ":  " + key[3])).append('\n');
        }
        return text.append(")\ntypeset -ga _majix_topics=(").append(String.join(" ", HelpCommand.topics()))
                .append(")\n")
                .toString();
    }

    private static String fish() {
        StringBuilder text = new StringBuilder("set -g __majix_keys " + String.join(" ", keyWords()) + "\n");
        HelpTable help = HelpTable.read();
        for (HelpTable.Subcommand subcommand : help.subcommands()) {
            text.append("complete -c majix -n __majix_first -a ").append(subcommand.name()).append(" -d ")
                    .append(quoted(subcommand.help())).append('\n');
        }
        for (HelpTable.Option option : help.options()) {
            boolean all = option.names().contains("--rcfile") || option.names().contains("--help");
            text.append("complete -c majix").append(all ? "" : " -n __majix_searches");
            for (String name : option.names()) {
                text.append(name.startsWith("--") ? " -l " : name.length() == 2 ? " -s " : " -o ")
                        .append(name.substring(name.startsWith("--") ? 2 : 1));
            }
            text.append(value(option)).append(" -d ").append(quoted(option.help())).append('\n');
        }
        return text.append("complete -c majix -n '__majix_after help' -a '")
                .append(String.join(" ", HelpCommand.topics())).append("'\n").toString();
    }

    private static String value(HelpTable.Option option) {
        return switch (option.names().getLast()) {
            case "--rcfile" -> " -r -F";
            case "--mfolder" -> " -x -a '(__fish_complete_directories)'";
            case "--format" -> " -x -a 'raw excerpt paths msgid json csv'";
            case "--sort" -> " -x -a '{,-}{date,size,from,subject,thread,relevance}'";
            case "--group-by" -> " -x -a 'from domain month folder list thread'";
            case "--color" -> " -x -a 'auto always never'";
            case "--exec" -> " -x -a '(__fish_complete_command)'";
            default -> option.takesValue() ? " -x" : "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "") + "'";
    }
}
