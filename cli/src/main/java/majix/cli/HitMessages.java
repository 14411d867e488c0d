package majix.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.ListId;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import majix.formats.MessageFiles;
import majix.formats.MessageParser;
import majix.formats.RenamedFiles;
import majix.indexer.Hits;

/// Reads the messages of hits, in the order that is asked for. Parts of files are read some hundred at a time, file by
/// file, because a compressed file can be read from its start only. A message that cannot be read is told on stderr, and
/// comes without what it says.
final class HitMessages {
    private static final int SOME = 1000;
    private static final long SOME_BYTES = 32 << 20;
    /// Where the header is looked for that tells the list.
    private static final int HEADER_BYTES = 1 << 16;

    private final Hits hits;
    private final Found.Depth depth;
    private final Console console;
    private final RenamedFiles renamed = new RenamedFiles();
    private final MessageParser parser = new MessageParser();
    private final Map<Integer, Found> ready = new HashMap<>();

    private HitMessages(Hits hits, Found.Depth depth, Console console) {
        this.hits = hits;
        this.depth = depth;
        this.console = console;
    }

    /// Reads messages and hands each on.
    ///
    /// @param which the hits wanted, in their order
    /// @throws IOException if the sink throws it
    static void read(Hits hits, int[] which, Found.Depth depth, Console console, Found.Sink sink) throws IOException {
        HitMessages messages = new HitMessages(hits, depth, console);
        for (int from = 0; from < which.length;) {
            int to = depth == Found.Depth.NOTHING ? which.length : messages.prepare(which, from);
            for (; from < to; from++) {
                Found slice = messages.ready.remove(which[from]);
                sink.accept(slice != null ? slice : messages.file(which[from]));
            }
        }
    }

    /// Reads ahead the parts of files among the next few.
    ///
    /// @return behind the last one
    private int prepare(int[] which, int from) throws IOException {
        HitSlices slices = new HitSlices(hits);
        long bytes = 0;
        int to = from;
        while (to < which.length && to - from < SOME && bytes < SOME_BYTES) {
            int hit = which[to++];
            bytes += slices.add(hit) ? hits.length(hit) : 0;
        }
        slices.read(console, (hit, in) -> ready.put(hit, parsed(hit, hits.path(hit), in)));
        return to;
    }

    private Found file(int hit) {
        if (depth == Found.Depth.NOTHING || hits.start(hit) >= 0) {
            return new Found(hits, hit, hits.path(hit), Found.SILENT, "");
        }
        Path file = hits.ref(hit).path();
        try {
            file = renamed.locate(file).orElse(file);
            try (InputStream in = MessageFiles.open(file)) {
                return parsed(hit, FileNames.bytes(file), in);
            }
        } catch (IOException e) {
            console.missed().unread(file, Failure.reason(e));
            return new Found(hits, hit, hits.path(hit), Found.SILENT, "");
        }
    }

    private Found parsed(int hit, byte[] path, InputStream in) throws IOException {
        byte[] start = in.readNBytes(HEADER_BYTES);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), in);
        MessageBytes bytes = new Once(all, hits.length(hit));
        MailMessage message = depth == Found.Depth.WHOLE ? parser.parse(bytes) : parser.headers(bytes);
        return new Found(hits, hit, path, message, ListId.of(start));
    }

    /// A message that is read once; whoever opened its file closes it.
    private record Once(InputStream in, long size) implements MessageBytes {
        @Override
        public int heldBytes() {
            return 0;
        }

        @Override
        public InputStream open() {
            return in;
        }
    }
}
