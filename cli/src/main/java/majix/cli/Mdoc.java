package majix.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A manual page as plain text: so much of mdoc(7) as the pages of majix are written in.
final class Mdoc {
    private static final int WIDTH = 78;
    private static final int STEP = 5;
    private static final int TAG = 8;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Block> lists = new ArrayDeque<>();
    private MdocLine words = new MdocLine("");
    private String name = "";
    private int indent = STEP;
    private boolean literal;
    private String tag = "";
    private boolean synopsis;

    /// A list that is open.
    ///
    /// @param rows cells of a list with columns
    private record Block(String type, boolean compact, int outer, List<String[]> rows) {}

    private Mdoc() {}

    /// Renders a page.
    static String text(String source) {
        Mdoc page = new Mdoc();
        for (String line : source.split("\n", -1)) {
            page.line(line);
        }
        page.flush();
        return page.out.toString();
    }

    private void line(String line) {
        if (line.startsWith(".\\\"")) {
            return;
        }
        if (!line.startsWith(".")) {
            if (literal) {
                out.append(" ".repeat(indent)).append(MdocLine.unescape(line)).append('\n');
            } else {
                words.text(line);
            }
            return;
        }
        int blank = line.indexOf(' ');
        String macro = line.substring(1, blank < 0 ? line.length() : blank);
        macro(macro, blank < 0 ? "" : line.substring(blank + 1).trim());
    }

    private void macro(String macro, String rest) {
        switch (macro) {
            case "Dd", "Os" -> {
            }
            case "Dt" -> heading(rest.replace(' ', '(') + ")");
            case "Sh" -> section(rest, 0);
            case "Ss" -> section(rest, 2);
            case "Pp" -> paragraph();
            case "Bl" -> begin(rest);
            case "El" -> end();
            case "It" -> item(rest);
            case "Bd" -> {
                paragraph();
                indent += STEP;
                literal = true;
            }
            case "Ed" -> {
                literal = false;
                indent -= STEP;
            }
            case "Dl" -> {
                flush();
                out.append(" ".repeat(indent + STEP)).append(inline("Li", rest)).append('\n');
            }
            case "Nd" -> words.text("- " + rest);
            case "Nm" -> name(rest);
            default -> words.macro(macro, rest, name);
        }
    }

    private void heading(String title) {
        out.append(title).append('\n');
    }

    private void name(String rest) {
        if (name.isEmpty()) {
            name = rest;
        } else if (synopsis) {
            flush();
        }
        words.macro("Nm", rest, name);
    }

    private void section(String title, int left) {
        flush();
        synopsis = title.equals("SYNOPSIS");
        indent = STEP;
        out.append('\n').append(" ".repeat(left)).append(title).append('\n');
    }

    private void paragraph() {
        flush();
        if (!out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
    }

    private void begin(String rest) {
        flush();
        String[] options = rest.split(" ", -1);
        lists.push(new Block(options[0], rest.contains("-compact"), indent, new ArrayList<>()));
        if (rest.contains("-offset indent")) {
            indent += STEP;
        }
    }

    private void end() {
        flush();
        Block list = lists.pop();
        columns(list);
        indent = list.outer();
    }

    private void item(String rest) {
        flush();
        Block list = lists.element();
        if (list.type().equals("-column")) {
            list.rows().add(cells(rest));
            return;
        }
        int own = list.outer() + (indent - list.outer()) % TAG;
        if (!list.compact() && !out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
        tag = " ".repeat(own) + inline("No", rest);
        indent = own + TAG;
    }

    private String[] cells(String rest) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (String word : rest.concat(" Ta").split(" ", -1)) {
            if (word.equals("Ta")) {
                cells.add(inline("No", cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(cell.isEmpty() ? "" : " ").append(word);
            }
        }
        return cells.toArray(String[]::new);
    }

    private void columns(Block list) {
        List<Integer> widths = new ArrayList<>();
        for (String[] row : list.rows()) {
            for (int i = 0; i < row.length; i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), row[i].length() + 2));
            }
        }
        for (String[] row : list.rows()) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths.get(i) - row[i].length()));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private String inline(String macro, String rest) {
        MdocLine line = new MdocLine("");
        line.macro(macro, rest, name);
        return line.toString();
    }

    /// Writes the paragraph so far, wrapped, behind the tag of its item if that is short.
    private void flush() {
        String text = words.toString();
        words = new MdocLine("");
        StringBuilder line = new StringBuilder(tag);
        if (!tag.isEmpty() && (tag.length() > indent - 1 || text.isEmpty())) {
            out.append(line).append('\n');
            line.setLength(0);
        }
        tag = "";
        if (text.isEmpty()) {
            return;
        }
        line.append(" ".repeat(Math.max(0, indent - line.length())));
        int start = indent;
        for (String word : text.split(" ", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(" ".repeat(indent));
            }
            if (line.length() > start) {
                line.append(' ');
            }
            line.append(word);
        }
        out.append(line).append('\n');
    }
}
