package majix.vfolder;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.MessageRef;

/// The messages of an mbox that is being written, taken in the order they are read in.
final class MboxPieces implements Copies.Target {
    /// Bytes of one message in the file that is being written, start inclusive, end exclusive, and its [Fingerprint].
    record Piece(long start, long end, String print) {}

    private final Spool spool;
    private final MboxText text;
    private final Map<Finder.Found, Piece> pieces = new HashMap<>();
    private long start;

    MboxPieces(Spool spool) {
        this.spool = spool;
        this.text = new MboxText(spool);
    }

    @Override
    public void take(Finder.Found found, InputStream bytes) throws IOException {
        start = spool.position();
        String print = text.append(found.ref().path(), bytes, found.ref() instanceof MessageRef.Slice);
        pieces.put(found, new Piece(start, spool.position(), print));
    }

    @Override
    public void drop(Finder.Found found) throws IOException {
        spool.truncate(start);
        pieces.remove(found);
    }

    int count() {
        return pieces.size();
    }

    /// The pieces in the order that is wanted.
    List<Piece> sorted(List<Finder.Found> wanted) {
        List<Piece> sorted = new ArrayList<>();
        for (Finder.Found found : wanted) {
            Piece piece = pieces.get(found);
            if (piece != null) {
                sorted.add(piece);
            }
        }
        return sorted;
    }

    /// Whether they lie in this order already, from a position on.
    boolean inOrder(List<Finder.Found> wanted, long from) {
        long end = from;
        for (Piece piece : sorted(wanted)) {
            if (piece.start != end) {
                return false;
            }
            end = piece.end;
        }
        return true;
    }

    /// What the list is to say of them, in this order.
    List<MboxList.Entry> entries(List<Finder.Found> wanted) {
        List<MboxList.Entry> entries = new ArrayList<>();
        for (Finder.Found found : wanted) {
            Piece piece = pieces.get(found);
            if (piece != null) {
                entries.add(new MboxList.Entry(found.id(), piece.print));
            }
        }
        return entries;
    }
}
