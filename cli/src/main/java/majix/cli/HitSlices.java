package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.formats.SliceSink;
import majix.indexer.Hits;

/// Hits that are parts of files, by their files: each file is read once and forward, because a compressed one can be read
/// from its start only.
final class HitSlices {
    private final Hits hits;
    private final Map<Path, List<Integer>> files = new HashMap<>();

    HitSlices(Hits hits) {
        this.hits = hits;
    }

    /// Takes a hit, in any order.
    interface Sink {
        /// Takes one.
        ///
        /// @param bytes the message, until this returns
        void accept(int hit, InputStream bytes) throws IOException;
    }

    /// Adds a hit if it is a part of a file.
    ///
    /// @return whether it is
    boolean add(int hit) {
        if (hits.start(hit) < 0) {
            return false;
        }
        Path file = hits.ref(hit).path();
        List<Integer> wanted = files.get(file);
        if (wanted == null) {
            wanted = new ArrayList<>();
            files.put(file, wanted);
        }
        wanted.add(hit);
        return true;
    }

    /// Hands over the messages. A file that cannot be read, or no more, is told; the hits left in it are left out, and so are those that are no longer in their places now.
    void read(Console console, Sink sink) throws IOException {
        hits.lookAgain();
        for (Map.Entry<Path, List<Integer>> file : files.entrySet()) {
            for (Iterator<Integer> each = file.getValue().iterator(); each.hasNext();) {
                if (console.missed().changed(hits, each.next())) {
                    each.remove();
                }
            }
            file.getValue().sort(Comparator.comparingLong(hits::start));
            read(file.getKey(), file.getValue(), console, sink);
        }
    }

    private void read(Path file, List<Integer> wanted, Console console, Sink sink) {
        List<MessageRef.Slice> slices = new ArrayList<>();
        for (int hit : wanted) {
            slices.add(new MessageRef.Slice(file, hits.start(hit), hits.end(hit)));
        }
        try {
            MessageFiles.slices(file, slices, new SliceSink() {
                private int next;

                @Override
                public void accept(MessageRef.Slice slice, InputStream bytes) throws IOException {
                    sink.accept(wanted.get(next++), bytes);
                }
            });
        } catch (IOException e) {
            console.missed().unread(file, Failure.reason(e));
        }
    }
}
