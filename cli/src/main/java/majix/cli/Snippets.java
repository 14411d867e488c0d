package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.formats.MailMessage;
import majix.indexer.HitWords;
import majix.indexer.Hits;
import majix.query.Expr;
import majix.query.Field;
import majix.query.Sought;
import majix.vfolder.VisibleText;

/// Shows why messages were found: the places that the query speaks of, the words hit marked.
final class Snippets {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /// Lines for one field of a message at most.
    private static final int LINES = 3;

    private final Expr expr;
    private final HitWords words;
    private final Colors colors;
    private final Console console;
    private final ZoneId zone = ZoneId.systemDefault();

    private Snippets(Expr expr, Colors colors, Console console) {
        this.expr = expr;
        this.words = new HitWords(expr);
        this.colors = colors;
        this.console = console;
    }

    /// Prints hits.
    static void print(Expr expr, Hits hits, int[] order, Colors colors, Console console) throws IOException {
        Snippets snippets = new Snippets(expr, colors, console);
        HitMessages.read(hits, order, Found.Depth.WHOLE, console, snippets::print);
    }

    private void print(Found found) throws IOException {
        console.print(DAY.format(found.date(zone)) + "  " + VisibleText.of(Senders.name(found.from())) + "  "
                + colors.strong(VisibleText.of(found.subject())));
        line("path", colors.faint(VisibleText.of(new String(HitFormats.location(found, found.path()),
                StandardCharsets.UTF_8))));
        if (!found.hits().matches(found.index())) {
            line("thread", colors.faint("of a message that was found"));
            return;
        }
        for (Sought sought : Sought.of(expr)) {
            other(found, sought.expr());
        }
        for (Field field : words.fields()) {
            texts(found.message(), field);
        }
    }

    private void line(String label, String text) throws IOException {
        console.print("  " + label + ": " + text);
    }

    private void texts(MailMessage message, Field field) throws IOException {
        List<String> values = switch (field) {
            case TO -> message.to();
            case CC -> message.cc();
            case FROM -> message.from();
            case SUBJECT -> message.subject();
            case BODY -> message.body();
            case ATTACHMENT -> message.attachments();
            case ID, PATH, DATE, SIZE, FLAGS -> List.of();
        };
        // many messages say the same twice, as text and as HTML
        Set<String> shown = new HashSet<>();
        for (String whole : values) {
            String value = whole.strip();
            List<HitWords.Span> spans = words.spans(field, value);
            for (int i = 0; i < spans.size() && shown.size() < LINES;) {
                Snippet snippet = Snippet.around(value, spans, i);
                String text = snippet.text(colors);
                if (shown.add(text)) {
                    line(field.longName(), text);
                }
                i = snippet.next();
            }
        }
    }

    /// What was looked for beside texts, where the message has it.
    private void other(Found found, Expr leaf) throws IOException {
        Hits hits = found.hits();
        int hit = found.index();
        switch (leaf) {
            case Expr.Dated(var range) -> {
                if (hits.date(hit) >= range.first() && hits.date(hit) <= range.last()) {
                    line("date", colors.hit(MINUTE.format(found.date(zone))));
                }
            }
            case Expr.Sized(var range) -> {
                if (hits.length(hit) >= range.least() && hits.length(hit) <= range.most()) {
                    line("size", colors.hit(String.valueOf(hits.length(hit))));
                }
            }
            case Expr.Flagged(var with, var without) -> {
                String letters = found.flagLetters();
                if (with.stream().allMatch(flag -> letters.indexOf(flag) >= 0)
                        && without.stream().noneMatch(flag -> letters.indexOf(flag) >= 0)) {
                    line("flag", colors.hit(letters.isEmpty() ? "none" : letters));
                }
            }
            case Expr.Id(String id) -> {
                for (String own : found.message().ids()) {
                    if (own.toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT))) {
                        line("id", colors.hit(VisibleText.of("<" + own + ">")));
                    }
                }
            }
            case Expr.And _,Expr.Or _,Expr.Not _,Expr.Text _,Expr.Plus _,Expr.PathPart _ -> {
            }
        }
    }
}
