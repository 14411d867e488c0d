package majix.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Inode;
import majix.formats.KnownFile;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import majix.formats.MessageFiles;
import majix.formats.MessageParser;
import majix.formats.MessageRef;
import majix.indexer.codec.Leaf;
import majix.query.Expr;
import majix.query.lucene.LuceneRenderer;
import majix.query.lucene.MessageQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Tells which parts of files hold something else than when they were indexed: another program may have written an mbox
/// anew since, and then another message lies where a hit was. A file that looks as it did is not read.
final class ChangedFiles {
    private final List<Leaf> leaves;
    private final Ledger ledger;
    private final Map<Path, Looked> files = new HashMap<>();
    /// What was seen before [#lookAgain], and may have changed since.
    private final Map<Path, Looked> before = new HashMap<>();

    /// What was seen of a file.
    private sealed interface Looked {
        /// The file that was looked at, null if it could not be.
        @Nullable
        Inode seen();

        /// It is what it was, or the index does not say what it was, or it cannot be looked at, which whoever reads it will
        /// tell.
        record Same(@Nullable Inode seen) implements Looked {}

        record Changed(Inode seen, KnownFile now) implements Looked {}
    }

    ChangedFiles(List<Leaf> leaves) {
        this.leaves = leaves;
        ledger = new Ledger(leaves);
    }

    /// Lets no file pass for what it was when it was looked at: each is looked at once more.
    void lookAgain() {
        before.putAll(files);
        files.clear();
    }

    /// Whether a part of a file is not what was indexed.
    ///
    /// @param doc the message
    /// @param folder path of its container
    /// @param name its name below that, empty for an mbox container
    boolean changed(int doc, byte[] folder, byte[] name, MessageRef.Slice slice) throws IOException {
        Looked looked = files.get(slice.path());
        if (looked == null) {
            looked = look(folder, name, slice.path());
            files.put(slice.path(), looked);
        }
        return switch (looked) {
            case Looked.Same _ -> false;
            case Looked.Changed(_, var now) -> !holds(now, doc, slice);
        };
    }

    private boolean holds(KnownFile now, int doc, MessageRef.Slice slice) {
        try {
            return now.holds(slice.start(), slice.end())
                    || now.isMessage(slice.start(), slice.end()) && isNamed(doc, slice);
        } catch (IOException e) {
            // reading the message will tell
            return true;
        }
    }

    /// Whether what is there now has the Message-ID of a message: mail programs write flags into a file, and most of its
    /// messages stay where they are.
    private boolean isNamed(int doc, MessageRef.Slice slice) throws IOException {
        MailMessage there = new MessageParser().headers(new There(slice));
        for (String id : there.ids()) {
            MessageQuery query = LuceneRenderer.render(new Expr.Id(id), new QueryWords());
            for (Leaf leaf : leaves) {
                BitSet named = new BitSet();
                query.messages(leaf.reader()).forEach(named::set);
                if (doc >= leaf.docBase() && named.get(doc - leaf.docBase())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The bytes of a message as they are now.
    private record There(MessageRef.Slice slice) implements MessageBytes {
        @Override
        public long size() {
            return slice.end() - slice.start();
        }

        @Override
        public int heldBytes() {
            return 0;
        }

        @Override
        public InputStream open() throws IOException {
            return MessageFiles.open(slice);
        }
    }

    private Looked look(byte[] folder, byte[] name, Path file) throws IOException {
        Inode now = inode(file);
        if (now == null) {
            return new Looked.Same(null);
        }
        Looked last = before.remove(file);
        if (last != null && now.changed() != Entry.UNKNOWN && now.equals(last.seen())) {
            return last;
        }
        FileState state = ledger.state(new BytesRef(folder), FileNames.name(name, 0, name.length));
        return state == null || isUnchanged(state, now)
                ? new Looked.Same(now)
                : new Looked.Changed(now, MessageFiles.known(file, state.known()));
    }

    private static boolean isUnchanged(FileState state, Inode now) {
        return now.changed() != Entry.UNKNOWN && now.changed() == state.changed()
                && (state.inode() == 0 || state.inode() == now.number());
    }

    private static @Nullable Inode inode(Path file) {
        try {
            return Inode.of(file);
        } catch (IOException e) {
            return null;
        }
    }
}
