package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import majix.vfolder.VisibleText;

/// A line for each hit, written as a text with a `%` and a letter where something of the message is to stand.
final class Template {
    /// The letters: those of queries, and some more.
    static final String LETTERS = "dDufNAtcsmrnpolzFTLix";
    private static final int WIDEST = 1000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final PresentPaths present = new PresentPaths();
    private int at;

    /// A piece of a template.
    ///
    /// @param literal text as it is, before what the letter stands for
    /// @param letter what is to be shown; NUL for nothing
    /// @param left whether it stands at the left of its columns
    /// @param width columns it takes at least
    /// @param most columns it takes at most
    private record Part(String literal, char letter, boolean left, int width, int most) {
        boolean isFitted() {
            return width > 0 || most < Integer.MAX_VALUE;
        }
    }

    private Template(String text) {
        this.text = text;
    }

    /// Reads a template.
    ///
    /// @throws Failure if a letter is unknown
    static Template of(String text) {
        Template template = new Template(text);
        template.read();
        return template;
    }

    /// The template as it was given.
    String text() {
        return text;
    }

    private void read() {
        StringBuilder literal = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                literal.append(escaped(text.charAt(at++)));
            } else if (c == '%' && at < text.length() && text.charAt(at) == '%') {
                literal.append(text.charAt(at++));
            } else if (c == '%') {
                parts.add(part(literal.toString()));
                literal.setLength(0);
            } else {
                literal.append(c);
            }
        }
        parts.add(new Part(literal.toString(), '\0', false, 0, 0));
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'e' -> throw bad("\\e", "no control characters but \\n, \\t and \\0");
            default -> c;
        };
    }

    private Part part(String literal) {
        int start = at - 1;
        boolean left = at < text.length() && text.charAt(at) == '-';
        at += left ? 1 : 0;
        int width = number();
        int most = Integer.MAX_VALUE;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            most = number();
        }
        char letter = at < text.length() ? text.charAt(at++) : '\0';
        if (letter == '\0' || LETTERS.indexOf(letter) < 0) {
            throw bad(text.substring(start, at), "a letter of " + LETTERS + " (majix(1) tells what they mean), or %%");
        }
        return new Part(literal, letter, left, width, most);
    }

    private int number() {
        int start = at;
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = Math.min(WIDEST + 1, 10 * number + text.charAt(at++) - '0');
        }
        if (number > WIDEST) {
            throw bad(text.substring(start, at), "a width of " + WIDEST + " at most");
        }
        return number;
    }

    private Failure bad(String piece, String wanted) {
        return new Failure(Failure.BAD_INPUT, "--format \"" + text + "\": \"" + piece + "\": " + wanted + " is wanted");
    }

    /// How much of the messages it speaks of.
    Found.Depth depth() {
        Found.Depth depth = Found.Depth.NOTHING;
        for (Part part : parts) {
            Found.Depth needed = switch (part.letter) {
                case 'n' -> Found.Depth.WHOLE;
                case 'f', 'N', 'A', 't', 'c', 's', 'm', 'r', 'L' -> Found.Depth.HEADER;
                default -> Found.Depth.NOTHING;
            };
            depth = needed.compareTo(depth) > 0 ? needed : depth;
        }
        return depth;
    }

    /// Writes what it makes of a message.
    ///
    /// @param number the place of the message in the list, from 1
    /// @param terminal whether names of files go to a terminal, too
    void write(Found found, int number, boolean terminal, ZoneId zone, OutputStream out) throws IOException {
        for (Part part : parts) {
            out.write(part.literal.getBytes(StandardCharsets.UTF_8));
            byte[] name = switch (part.letter) {
                case 'p' -> present.of(found);
                case 'o' -> found.hits().folder(found.index());
                case 'l' -> HitFormats.location(found, present.of(found));
                default -> null;
            };
            if (name != null && !terminal && !part.isFitted()) {
                out.write(name);
            } else {
                String shown = VisibleText.of(name != null
                        ? new String(name, StandardCharsets.UTF_8)
                        : value(part.letter, found, number, zone));
                out.write(Cell.fit(shown, part.width, part.most, part.left).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String value(char letter, Found found, int number, ZoneId zone) throws IOException {
        return switch (letter) {
            case 'd' -> DAY.format(found.date(zone));
            case 'D' -> MINUTE.format(found.date(zone));
            case 'u' -> String.valueOf(Math.floorDiv(found.hits().date(found.index()), 1000));
            case 'f' -> found.from();
            case 'N' -> Senders.name(found.from());
            case 'A' -> Senders.address(found.from());
            case 't' -> String.join(", ", found.message().to());
            case 'c' -> String.join(", ", found.message().cc());
            case 's' -> found.subject();
            case 'm' -> found.id().isEmpty() ? "" : "<" + found.id() + ">";
            case 'r' -> found.message().inReplyTo();
            case 'n' -> String.join(", ", found.message().attachments());
            case 'z' -> String.valueOf(found.hits().length(found.index()));
            case 'F' -> found.flagLetters();
            case 'T' -> String.valueOf(found.hits().thread(found.index()));
            case 'L' -> found.list();
            case 'i' -> String.valueOf(number);
            case 'x' -> found.hits().matches(found.index()) ? "*" : " ";
            default -> "";
        };
    }
}
