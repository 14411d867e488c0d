package majix.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import majix.formats.Problem;
import majix.indexer.Hits;
import majix.vfolder.Excerpts;
import majix.vfolder.RawLines;

/// Prints hits as lists.
final class HitOutput {
    private HitOutput() {}

    /// A line for each hit: where it lies. Names are bytes for programs, visible on a terminal.
    static void raw(Hits hits, Console console) throws IOException {
        RawLines lines = new RawLines(console.out(), console.outIsTerminal());
        for (int i = 0; i < hits.size(); i++) {
            lines.add(hits.folder(i), hits.name(i), hits.start(i), hits.end(i));
        }
        lines.flush();
    }

    /// A few headers of each hit.
    static void excerpts(Hits hits, ZoneId zone, Console console) throws IOException {
        int[] order = new int[hits.size()];
        Arrays.setAll(order, i -> i);
        excerpts(hits, order, zone, console);
    }

    /// A few headers of some of the hits, in an order of their own.
    static void excerpts(Hits hits, int[] order, ZoneId zone, Console console) throws IOException {
        List<Excerpts.Hit> shown = new ArrayList<>(order.length);
        for (int hit : order) {
            boolean there = !console.missed().changed(hits, hit);
            shown.add(new Excerpts.Hit(hits.ref(hit), Instant.ofEpochMilli(hits.date(hit)), there));
        }
        tell(Excerpts.write(console.out(), shown, zone), console);
    }

    /// Messages that could not be read for the result.
    static void tell(List<Problem> problems, Console console) {
        for (Problem problem : problems) {
            console.missed().unread(problem.path(), problem.text());
        }
    }
}
