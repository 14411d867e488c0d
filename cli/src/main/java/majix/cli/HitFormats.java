package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import majix.vfolder.VisibleText;

/// The formats of `--format` by their names.
final class HitFormats {
    private static final String NAMES = "raw, excerpt, paths, msgid, json, csv, or a template such as '%d %f %s'";

    private HitFormats() {}

    /// The name of a format, as it was given.
    ///
    /// @throws Failure if there is no such format
    static String checked(String format) {
        return switch (format) {
            case "raw", "excerpt", "paths", "msgid", "json", "csv" -> format;
            default -> {
                if (format.indexOf('%') < 0) {
                    throw new Failure(Failure.BAD_INPUT, "--format \"" + format + "\": " + NAMES + " is wanted");
                }
                yield Template.of(format).text();
            }
        };
    }

    /// Whether results of a format can end with NUL.
    static boolean endsWithNul(String format) {
        return !format.equals("excerpt") && !format.equals("json") && !format.equals("csv");
    }

    /// The format of a name; excerpts are none of them, because all of them are made at once.
    ///
    /// @param format as [#checked] gives it
    static HitFormat of(String format, OutputOptions options, Console console) {
        int end = options.nul ? 0 : '\n';
        return switch (format) {
            case "paths" -> new Paths(end, console.outIsTerminal());
            case "msgid" -> new Ids(end);
            case "json" -> new JsonFormat();
            case "csv" -> new CsvFormat();
            case "raw" -> new Raw(end, console.outIsTerminal());
            default -> new Templated(Template.of(format), end, console.outIsTerminal());
        };
    }

    /// Where a message lies, as `-r` has it.
    static byte[] location(Found found, byte[] path) {
        if (!found.isSlice()) {
            return path;
        }
        byte[] range = (" [" + found.hits().start(found.index()) + "," + found.hits().end(found.index()) + ")")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] location = new byte[5 + path.length + range.length];
        System.arraycopy("mbox:".getBytes(StandardCharsets.ISO_8859_1), 0, location, 0, 5);
        System.arraycopy(path, 0, location, 5, path.length);
        System.arraycopy(range, 0, location, 5 + path.length, range.length);
        return location;
    }

    /// Bytes of names for programs as they are, for people without anything that commands a terminal.
    static byte[] shown(byte[] name, boolean terminal) {
        return terminal ? VisibleText.of(name) : name;
    }

    /// Lines as those of `-r`.
    private record Raw(int end, boolean terminal) implements HitFormat {
        @Override
        public Found.Depth depth() {
            return Found.Depth.NOTHING;
        }

        @Override
        public void print(Found found, OutputStream out) throws IOException {
            out.write(shown(location(found, found.path()), terminal));
            out.write(end);
        }
    }

    /// The file of each message, each once.
    private record Paths(int end, boolean terminal, Set<String> printed, PresentPaths present) implements HitFormat {
        Paths(int end, boolean terminal) {
            this(end, terminal, new HashSet<>(), new PresentPaths());
        }

        @Override
        public Found.Depth depth() {
            return Found.Depth.NOTHING;
        }

        @Override
        public void print(Found found, OutputStream out) throws IOException {
            if (!found.isSlice() || printed.add(new String(found.path(), StandardCharsets.ISO_8859_1))) {
                out.write(shown(present.of(found), terminal));
                out.write(end);
            }
        }
    }

    /// Lines as a template has them.
    private static final class Templated implements HitFormat {
        private final Template template;
        private final int end;
        private final boolean terminal;
        private final ZoneId zone = ZoneId.systemDefault();
        private int number;

        Templated(Template template, int end, boolean terminal) {
            this.template = template;
            this.end = end;
            this.terminal = terminal;
        }

        @Override
        public Found.Depth depth() {
            return template.depth();
        }

        @Override
        public void print(Found found, OutputStream out) throws IOException {
            template.write(found, ++number, terminal, zone, out);
            out.write(end);
        }
    }

    /// Message-IDs in brackets; a message without one has no line.
    private record Ids(int end) implements HitFormat {
        @Override
        public Found.Depth depth() {
            return Found.Depth.HEADER;
        }

        @Override
        public void print(Found found, OutputStream out) throws IOException {
            if (!found.id().isEmpty()) {
                out.write(VisibleText.of("<" + found.id() + ">").getBytes(StandardCharsets.UTF_8));
                out.write(end);
            }
        }
    }
}
