package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.Hits;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/// Hits on the whole screen: a list, and below it the message that is selected.
final class ResultPager {
    private static final int MOST_LINES = 20_000;
    private static final String KEYS = " up/down select  space/b scroll  enter zoom  m mutt  s save  q back";

    private final Terminal terminal;
    private final Hits hits;
    private final Environment env;
    private final Console nobody = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false,
            "majix");
    private final Map<Integer, String> rows = new HashMap<>();
    private final Display display;
    private List<AttributedString> preview = List.of();
    private int previewed = -1;
    private int previewWidth;
    private int selected;
    private int top;
    private int scrolled;
    private boolean zoomed;

    /// How the pager was left.
    enum Left {
        BACK,
        MUTT,
        SAVE
    }

    private enum Key {
        UP,
        DOWN,
        FIRST,
        LAST,
        FORWARD,
        BACKWARD,
        ZOOM,
        MUTT,
        SAVE,
        BACK,
        NONE
    }

    /// @param hits at least one; the last is selected
    ResultPager(Terminal terminal, Environment env, Hits hits) {
        this.terminal = terminal;
        this.env = env;
        this.hits = hits;
        this.selected = hits.size() - 1;
        this.display = new Display(terminal, true);
    }

    /// Shows the hits until the user leaves them. May be run again, and is then as it was.
    Left run() throws IOException {
        Attributes before = terminal.enterRawMode();
        Terminal.SignalHandler resized = terminal.handle(Terminal.Signal.WINCH, _ -> redraw());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        try {
            return keys();
        } finally {
            terminal.handle(Terminal.Signal.WINCH, resized);
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
        }
    }

    private Left keys() throws IOException {
        BindingReader reader = new BindingReader(terminal.reader());
        KeyMap<Key> map = map();
        display.clear();
        while (true) {
            draw();
            Key key = reader.readBinding(map);
            switch (key == null ? Key.BACK : key) {
                case UP -> select(selected - 1);
                case DOWN -> select(selected + 1);
                case FIRST -> select(0);
                case LAST -> select(hits.size() - 1);
                case FORWARD -> scrolled += page();
                case BACKWARD -> scrolled = Math.max(0, scrolled - page());
                case ZOOM -> zoomed = !zoomed;
                case MUTT -> {
                    return Left.MUTT;
                }
                case SAVE -> {
                    return Left.SAVE;
                }
                case BACK -> {
                    if (!zoomed) {
                        return Left.BACK;
                    }
                    zoomed = false;
                }
                case NONE -> {
                }
            }
        }
    }

    private KeyMap<Key> map() {
        KeyMap<Key> map = new KeyMap<>();
        map.bind(Key.UP, "k", "\033[A", "\033OA");
        map.bind(Key.DOWN, "j", "\033[B", "\033OB");
        map.bind(Key.FIRST, "g", "\033[H", "\033OH", "\033[1~");
        map.bind(Key.LAST, "G", "\033[F", "\033OF", "\033[4~");
        map.bind(Key.FORWARD, " ", "\033[6~");
        map.bind(Key.BACKWARD, "b", "\033[5~");
        map.bind(Key.ZOOM, "\r", "\n");
        map.bind(Key.MUTT, "m");
        map.bind(Key.SAVE, "s");
        map.bind(Key.BACK, "q", KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        map.setNomatch(Key.NONE);
        map.setUnicode(Key.NONE);
        return map;
    }

    private synchronized void select(int hit) {
        selected = Math.clamp(hit, 0, hits.size() - 1);
        scrolled = 0;
    }

    private int listHeight() {
        return zoomed ? 1 : Math.min(hits.size(), Math.max(3, (terminal.getRows() - 3) / 3));
    }

    private int page() {
        return Math.max(1, terminal.getRows() - listHeight() - 4);
    }

    private void redraw() {
        try {
            draw();
        } catch (IOException e) {
            // the next key tells
        }
    }

    private synchronized void draw() throws IOException {
        int width = Math.max(20, terminal.getColumns());
        int height = Math.max(8, terminal.getRows());
        int list = listHeight();
        top = Math.clamp(top, Math.max(0, selected - list + 1), selected);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = top; i < top + list; i++) {
            lines.add(i < hits.size() ? cut(row(i), width, i == selected) : AttributedString.EMPTY);
        }
        int room = height - list - 2;
        load(width);
        scrolled = Math.clamp(scrolled, 0, Math.max(0, preview.size() - room));
        String place = " hit " + (selected + 1) + " of " + hits.size()
                + (preview.size() > room
                        ? "  lines " + (scrolled + 1) + "-" + Math.min(preview.size(), scrolled + room) + " of "
                                + preview.size()
                        : "");
        lines.add(cut(place, width, true));
        for (int i = 0; i < room; i++) {
            lines.add(scrolled + i < preview.size() ? preview.get(scrolled + i) : AttributedString.EMPTY);
        }
        lines.add(cut(KEYS, width, true));
        display.resize(Size.of(width, height));
        display.update(lines, 0);
    }

    private AttributedString cut(String text, int width, boolean reverse) {
        AttributedString cut = new AttributedString(text).columnSubSequence(terminal, 0, width - 1);
        if (!reverse) {
            return cut;
        }
        String padding = " ".repeat(Math.max(0, width - 1 - cut.columnLength(terminal)));
        return new AttributedStringBuilder().style(AttributedStyle.INVERSE).append(cut.toString()).append(padding)
                .toAttributedString();
    }

    private String row(int hit) throws IOException {
        if (!rows.containsKey(hit)) {
            int from = Math.max(0, hit - 25);
            int to = Math.min(hits.size(), hit + 25);
            List<String> some = HitRows.of(hits, from, to, nobody);
            for (int i = 0; i < some.size(); i++) {
                rows.put(from + i, some.get(i));
            }
        }
        return rows.getOrDefault(hit, "");
    }

    private void load(int width) {
        if (previewed == selected && previewWidth == width) {
            return;
        }
        previewed = selected;
        previewWidth = width;
        List<AttributedString> lines = new ArrayList<>();
        try {
            MessageView.write(new StoredMessage(MessageChoice.present(hits, selected)), false,
                    Colors.of(Colors.Wish.AUTO, env, colourful()), line -> {
                        if (lines.size() < MOST_LINES) {
                            AttributedString whole = AttributedString.fromAnsi(line);
                            lines.addAll(whole.length() == 0
                                    ? List.of(whole)
                                    : whole.columnSplitLength(terminal, width - 1, false, false));
                        }
                    });
        } catch (IOException | Failure e) {
            lines.add(new AttributedString(Failure.of(e).line()));
        }
        preview = lines;
    }

    private static Console colourful() {
        return new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), true, false, "majix");
    }
}
