package majix.indexer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import majix.query.Expr;
import majix.query.lucene.Columns;
import majix.query.lucene.LuceneRenderer;
import majix.query.lucene.MessageQuery;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// An index open for reading: the messages as of one commit. Needs no write access and no lock, and neither waits for
/// an indexing run nor hinders it. Whoever opened it closes it.
public final class MailIndex implements AutoCloseable {
    private final Directory directory;
    private final DirectoryReader reader;
    private final Map<String, String> data;

    private MailIndex(Directory directory, DirectoryReader reader, Map<String, String> data) {
        this.directory = directory;
        this.reader = reader;
        this.data = data;
    }

    /// Opens the newest commit.
    ///
    /// @throws NoIndexException if there is none
    /// @throws IndexDamagedException if it cannot be read or was written by another version
    public static MailIndex open(Path index) throws IOException {
        if (!Files.isDirectory(index)) {
            throw new NoIndexException("there is no index at " + FileNames.text(index));
        }
        Directory directory = new NIOFSDirectory(index, NoLockFactory.INSTANCE);
        DirectoryReader reader = null;
        try {
            reader = DirectoryReader.open(directory);
            IndexCommit commit = reader.getIndexCommit();
            IndexFiles.verify(index, directory, commit.getSegmentsFileName(), commit.getFileNames(),
                    commit.getUserData());
            return new MailIndex(directory, reader, commit.getUserData());
        } catch (IOException | RuntimeException e) {
            if (reader != null) {
                reader.close();
            }
            directory.close();
            if (e instanceof IndexNotFoundException && !IndexFiles.present(index)) {
                throw new NoIndexException("there is no index at " + FileNames.text(index));
            }
            throw damage(e);
        }
    }

    /// Whether the run that wrote this commit had seen all mail.
    public boolean complete() {
        return !"no".equals(data.get(IndexFiles.COMPLETE));
    }

    /// The messages that an expression matches, by date and then by path.
    ///
    /// @param threads whether all messages of the threads hit are wanted
    /// @throws IndexDamagedException if the index turns out to be damaged
    public Hits search(Expr expr, boolean threads) throws IOException {
        try {
            DocList found = find(expr);
            if (threads) {
                found = ThreadCompany.of(reader, found);
            }
            return HitReader.read(reader, found);
        } catch (IOException | RuntimeException e) {
            throw damage(e);
        }
    }

    /// How many messages an expression matches.
    public int count(Expr expr) throws IOException {
        try {
            return find(expr).size();
        } catch (IOException | RuntimeException e) {
            throw damage(e);
        }
    }

    /// The folders and mbox files that messages of the index lie in.
    public List<Path> folders() throws IOException {
        try {
            List<Path> folders = new ArrayList<>();
            for (BytesRef path : new Ledger(reader).folders()) {
                folders.add(FileNames.path(Arrays.copyOfRange(path.bytes, path.offset, path.offset + path.length)));
            }
            return folders;
        } catch (IOException | RuntimeException e) {
            throw damage(e);
        }
    }

    /// Writes the index as text, UTF-8.
    public void dump(OutputStream out) throws IOException {
        try {
            Dump dump = new Dump(out);
            DocList all = new DocList();
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues dates = DocValues.getNumeric(leaf.reader(), Columns.DATE);
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = dates.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = dates.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        all.add(leaf.docBase + doc);
                    }
                }
            }
            dump.messages(HitReader.read(reader, all));
            dump.tokens(reader);
        } catch (IOException | RuntimeException e) {
            throw damage(e);
        }
    }

    private DocList find(Expr expr) throws IOException {
        MessageQuery query = LuceneRenderer.render(expr, new QueryWords());
        DocList found = new DocList();
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet matching = query.messages(leaf.reader());
            int doc = matching.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : matching.nextSetBit(0);
            while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                found.add(leaf.docBase + doc);
                doc = doc + 1 < matching.length() ? matching.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
        return found;
    }

    private static IOException damage(Exception e) throws IOException {
        if (e instanceof IndexDamagedException damaged) {
            return damaged;
        }
        if (IndexFiles.isDamage(e)) {
            return new IndexDamagedException(IndexFiles.reason(e), e);
        }
        if (e instanceof IOException io) {
            return io;
        }
        throw (RuntimeException) e;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
