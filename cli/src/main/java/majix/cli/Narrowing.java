package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;
import majix.query.Expr;
import majix.query.QuerySyntaxException;
import majix.vfolder.VFolder;

/// A search in what a result folder holds: `--narrow`. Searches for whole threads cannot be joined with others to one
/// expression, because what is in a thread does not show in its messages; they are kept apart.
///
/// @param expr what all messages match
/// @param threads whether the threads of its hits are meant
/// @param companies searches for threads that all messages are in
record Narrowing(Expr expr, boolean threads, List<Expr> companies) {
    Narrowing {
        companies = List.copyOf(companies);
    }

    /// One of the searches that filled the folder, as [LastQuery] noted it.
    private record Layer(String what, List<String> arguments) {
        boolean threads() {
            return what.startsWith("t", added() ? 1 : 0);
        }

        /// Whether it was done in an index. Older notes do not say which.
        boolean isOf(Path index) {
            int place = added() ? 2 : 1;
            return what.length() <= place || what.substring(place).equals(LastQuery.key(index));
        }

        boolean added() {
            return what.startsWith("a");
        }
    }

    /// @param asked what it is narrowed to
    /// @param folder the folder that holds the results
    /// @throws Failure if it is not known what they are
    /// @throws QuerySyntaxException if a query cannot be read
    static Narrowing of(Expr asked, CommandLine line, Path folder, Config config, Environment env, Console console)
            throws QuerySyntaxException {
        if (line.augment) {
            throw new Failure(Failure.BAD_INPUT, "--narrow and -a do not go together");
        }
        List<Expr> plain = new ArrayList<>();
        List<Expr> companies = new ArrayList<>();
        boolean known = false;
        List<Layer> layers = layers(folder, env);
        Path index = IndexLocation.of(config.database());
        for (Layer layer : layers) {
            if (!layer.isOf(index)) {
                throw new Failure(Failure.BAD_INPUT, "--narrow: " + FileNames.text(folder)
                        + " was filled from another index; search without --narrow first");
            }
            Expr expr = SavedNames.parse(layer.arguments(), config, env, console);
            if (layer.added()) {
                // what was added to threads, or threads that were added, cannot be said
                known &= companies.isEmpty() && !layer.threads();
                plain = new ArrayList<>(List.of(known ? Expr.any(List.of(Expr.all(plain), expr)) : expr));
            } else {
                known = true;
                (layer.threads() ? companies : plain).add(expr);
            }
        }
        if (!known && layers.size() > 1) {
            throw new Failure(Failure.BAD_INPUT, "--narrow: " + FileNames.text(folder)
                    + " holds threads and what was added with -a, which cannot be narrowed together; search without"
                    + " --narrow first");
        }
        if (!known) {
            throw new Failure(Failure.BAD_INPUT, "--narrow: no search is known that filled " + FileNames.text(folder)
                    + " with all its hits; search without --narrow first");
        }
        (line.threads ? companies : plain).add(asked);
        return plain.isEmpty()
                ? new Narrowing(companies.getFirst(), true, companies.subList(1, companies.size()))
                : new Narrowing(Expr.all(plain), false, companies);
    }

    /// The searches that filled a folder; none if that is not known: what was noted is damaged, or a search that was killed
    /// may have filled the folder and not noted it, or only in part.
    private static List<Layer> layers(Path folder, Environment env) {
        String text;
        try {
            Path note = LastQuery.file(folder, env);
            FileTime filled = VFolder.written(folder);
            if (filled == null || Files.getLastModifiedTime(note).compareTo(filled) < 0) {
                return List.of();
            }
            text = Files.readString(note, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
        List<Layer> layers = new ArrayList<>();
        List<String> strings = new ArrayList<>();
        int layer = 0;
        int from = text.indexOf('\0') + 1;
        if (from == 0 || !text.substring(0, from - 1).equals(LastQuery.key(folder))) {
            return List.of();
        }
        for (int end = text.indexOf('\0', from); end >= 0; end = text.indexOf('\0', from)) {
            if (end > from) {
                strings.add(text.substring(from, end));
            } else {
                String sum = strings.isEmpty() ? "" : strings.removeLast();
                if (strings.size() < 2 || !sum.equals(LastQuery.sum(text.substring(layer, end - sum.length() - 1)))) {
                    return List.of();
                }
                layers.add(new Layer(strings.getFirst(), List.copyOf(strings.subList(1, strings.size()))));
                strings.clear();
                layer = end + 1;
            }
            from = end + 1;
        }
        return from == text.length() && strings.isEmpty() ? layers : List.of();
    }
}
