package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;

/// Prints hits as [OutputOptions] has them.
final class ListCommand {
    private final OutputOptions options;
    private final OutputFormat configured;
    private final Expr expr;
    private final MailIndex index;
    private final Hits hits;
    private final Environment env;
    private final Console console;

    /// @param configured the format to take if the options name none
    ListCommand(OutputOptions options, OutputFormat configured, Expr expr, MailIndex index, Hits hits,
            Environment env, Console console) {
        this.options = options;
        this.configured = configured;
        this.expr = expr;
        this.index = index;
        this.hits = hits;
        this.env = env;
        this.console = console;
    }

    /// Prints.
    ///
    /// @return the exit status
    int run() throws IOException {
        if (!options.command.isEmpty()) {
            int[] order = HitOrder.of(options, expr, index, hits, console);
            return order.length == 0 ? Failure.NO_HIT : ExecCommand.run(options, hits, order, env, console);
        }
        if (options.count) {
            console.print(String.valueOf(hits.size()));
        } else if (options.groups != null) {
            HitGroups.print(options.groups, options, hits, console);
        } else if (options.snippets) {
            Snippets.print(expr, hits, HitOrder.of(options, expr, index, hits, console),
                    Colors.of(options.color, env, console), console);
        } else {
            int[] order = HitOrder.of(options, expr, index, hits, console);
            list(options.within == null ? order : OpenFolder.of(options.within, index, env).among(hits, order));
        }
        return hits.size() > 0 ? Failure.DONE : Failure.NO_HIT;
    }

    private void list(int[] order) throws IOException {
        String format = options.format == null
                ? (configured == OutputFormat.EXCERPT ? "excerpt" : "raw")
                : options.format;
        if (format.equals("excerpt")) {
            HitOutput.excerpts(hits, order, ZoneId.systemDefault(), console);
            return;
        }
        HitFormat printed = HitFormats.of(format, options, console);
        OutputStream out = console.out();
        printed.begin(out);
        HitMessages.read(hits, order, printed.depth(), console, found -> printed.print(found, out));
    }
}
