package majix.cli;

import java.util.Locale;

/// Marks in text for people: colours where they are seen, something to read where not.
final class Colors {
    private static final String END = "\u001b[m";

    private final boolean used;

    /// When colours are wanted.
    enum Wish {
        AUTO,
        ALWAYS,
        NEVER;

        /// The wish of a word.
        ///
        /// @throws Failure if it is none
        static Wish of(String word) {
            for (Wish wish : values()) {
                if (wish.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return wish;
                }
            }
            throw new Failure(Failure.BAD_INPUT, "--color \"" + word + "\": auto, always or never is wanted");
        }
    }

    private Colors(boolean used) {
        this.used = used;
    }

    /// The colours of a run.
    static Colors of(Wish wish, Environment env, Console console) {
        return new Colors(switch (wish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> console.outIsTerminal() && env.variable("NO_COLOR") == null
                    && !"dumb".equals(env.variable("TERM"));
        });
    }

    /// A word that was looked for.
    String hit(String text) {
        return used ? "\u001b[1;31m" + text + END : "*" + text + "*";
    }

    /// Something to look at first.
    String strong(String text) {
        return used ? "\u001b[1m" + text + END : text;
    }

    /// Something of less weight.
    String faint(String text) {
        return used ? "\u001b[2m" + text + END : text;
    }
}
