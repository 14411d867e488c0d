package majix.vfolder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import majix.formats.MessageFiles;
import majix.formats.MessageParser;
import majix.formats.MessageRef;
import majix.formats.Problem;
import majix.formats.RenamedFiles;
import majix.formats.SliceSink;

/// Hits as excerpts for people, laid out as by mairix: a rule, the line of [RawLines], the headers that are there, the
/// date. Paths and headers come decoded, in UTF-8; what a stranger could put into them to command the terminal is made
/// visible.
public final class Excerpts {
    private static final String RULE = "-".repeat(33) + "\n";
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
            "Nov", "Dec"};
    private static final int DAY_SECONDS = 86_400;

    private final ZoneId zone;
    private final MessageParser parser = new MessageParser();
    private final Map<MessageRef, byte[]> prepared = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final RenamedFiles renamed = new RenamedFiles();

    /// A message to be shown.
    ///
    /// @param date its time, as the index has it
    /// @param there whether it is where the index has it; of one that is not, nothing is read
    public record Hit(MessageRef ref, Instant date, boolean there) {
        /// One to be read.
        public Hit(MessageRef ref, Instant date) {
            this(ref, date, true);
        }
    }

    private Excerpts(ZoneId zone) {
        this.zone = zone;
    }

    /// Writes the excerpts of messages, in the order given. The stream is not flushed.
    ///
    /// @param zone the user's: it decides which day is shown
    /// @return what could not be read, to be told on stderr; of such a message there is nothing but the rule and
    ///     the path, as of one that is not there
    /// @throws IOException if the stream cannot be written
    public static List<Problem> write(OutputStream out, List<Hit> hits, ZoneId zone) throws IOException {
        Excerpts excerpts = new Excerpts(zone);
        excerpts.prepareSlices(hits);
        byte[] rule = RULE.getBytes(StandardCharsets.ISO_8859_1);
        for (Hit hit : hits) {
            out.write(rule);
            switch (hit.ref) {
                case MessageRef.Slice slice -> {
                    RawLines.writeVisible(out, slice);
                    out.write(excerpts.prepared.getOrDefault(slice, new byte[0]));
                }
                case MessageRef.WholeFile file -> excerpts.file(out, file, hit.date);
            }
        }
        return excerpts.problems;
    }

    private void file(OutputStream out, MessageRef.WholeFile file, Instant date) throws IOException {
        Path path = present(file.path());
        RawLines.writeVisible(out, new MessageRef.WholeFile(path));
        byte[] text;
        try (InputStream in = MessageFiles.open(path)) {
            text = text(parser.headers(new Stream(in, Files.size(path))), date);
        } catch (IOException e) {
            problems.add(problem(path, e));
            return;
        }
        out.write(text);
    }

    private Path present(Path file) {
        try {
            return renamed.locate(file).orElse(file);
        } catch (IOException e) {
            return file;
        }
    }

    /// Reads parts of files, each file once; their excerpts wait until it is their turn.
    private void prepareSlices(List<Hit> hits) {
        Map<Path, List<MessageRef.Slice>> files = new HashMap<>();
        Map<MessageRef.Slice, Instant> dates = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.there && hit.ref instanceof MessageRef.Slice slice && dates.put(slice, hit.date) == null) {
                List<MessageRef.Slice> slices = files.get(slice.path());
                if (slices == null) {
                    slices = new ArrayList<>();
                    files.put(slice.path(), slices);
                }
                slices.add(slice);
            }
        }
        for (Map.Entry<Path, List<MessageRef.Slice>> file : files.entrySet()) {
            file.getValue().sort(Comparator.comparingLong(MessageRef.Slice::start));
            prepare(file.getKey(), file.getValue(), dates);
        }
    }

    private void prepare(Path path, List<MessageRef.Slice> slices, Map<MessageRef.Slice, Instant> dates) {
        try {
            MessageFiles.slices(path, slices, new SliceSink() {
                @Override
                public void accept(MessageRef.Slice slice, InputStream bytes) throws IOException {
                    Instant date = dates.get(slice);
                    if (date != null) {
                        prepared.put(slice, text(parser.headers(new Stream(bytes, slice.end() - slice.start())), date));
                    }
                }
            });
        } catch (IOException e) {
            problems.add(problem(path, e));
        }
    }

    private static Problem problem(Path path, IOException e) {
        String reason = switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
        return new Problem(Problem.Kind.UNREADABLE, path, reason);
    }

    private byte[] text(MailMessage message, Instant date) {
        StringBuilder text = new StringBuilder(512);
        line(text, "  To:          ", joined(message.to()));
        line(text, "  Cc:          ", joined(message.cc()));
        line(text, "  From:        ", joined(message.from()));
        line(text, "  Subject:     ", joined(message.subject()));
        line(text, "  Message-ID:  ", message.ids().isEmpty() ? "" : "<" + message.ids().getFirst() + ">");
        line(text, "  In-Reply-To: ", message.inReplyTo());
        line(text, "  Date:        ", day(date));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(VisibleText.of(value)).append('\n');
        }
    }

    private static String joined(List<String> values) {
        return values.size() == 1 ? values.getFirst() : String.join(", ", values);
    }

    /// The day as in `Tue, 03 Feb 2026`.
    private String day(Instant date) {
        long seconds = date.getEpochSecond() + zone.getRules().getOffset(date).getTotalSeconds();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY_SECONDS));
        return DAYS[day.getDayOfWeek().getValue() - 1] + (day.getDayOfMonth() < 10 ? ", 0" : ", ") + day.getDayOfMonth()
                + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
    }

    /// A message that is read once, from a stream that is open already.
    ///
    /// @param size what is known of it: of a compressed file it is less than what the stream gives
    private record Stream(InputStream in, long size) implements MessageBytes {
        @Override
        public int heldBytes() {
            return 0;
        }

        @Override
        public InputStream open() {
            return new FilterInputStream(in) {
                @Override
                public void close() {
                    // Whoever opened the file closes it.
                }
            };
        }
    }
}
