package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import majix.formats.FileNames;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.OpenIndex;
import majix.query.Expr;
import majix.query.Field;
import majix.query.Sought;
import majix.query.lucene.Columns;
import majix.query.lucene.LuceneRenderer;
import majix.query.lucene.MessageQuery;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// An index open for reading: the messages as of one commit. Needs no write access and no lock, and neither waits for
/// an indexing run nor hinders it. Whoever opened it closes it.
public final class MailIndex implements AutoCloseable {
    private final Path directory;
    private final OpenIndex index;

    private MailIndex(Path directory, OpenIndex index) {
        this.directory = directory;
        this.index = index;
    }

    /// Opens the newest commit.
    ///
    /// @throws NoIndexException if there is none
    /// @throws IndexDamagedException if it cannot be read or was written by another version
    public static MailIndex open(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoIndexException("there is no index at " + FileNames.text(directory));
        }
        try {
            OpenIndex index = IndexFiles.open(directory);
            if (index != null) {
                return new MailIndex(directory, index);
            }
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
        if (IndexFiles.present(directory)) {
            throw new IndexDamagedException("has no commit", null);
        }
        throw new NoIndexException("there is no index at " + FileNames.text(directory));
    }

    /// Whether the run that wrote this commit had seen all mail.
    public boolean complete() {
        return IndexFiles.isComplete(index);
    }

    /// The messages that an expression matches, by date and then by path.
    ///
    /// @param threads whether all messages of the threads hit are wanted
    /// @throws IndexDamagedException if the index turns out to be damaged
    public Hits search(Expr expr, boolean threads) throws IOException {
        try {
            DocList matching = find(expr);
            DocList found = threads ? ThreadCompany.of(index.leaves(), matching) : matching;
            return new Hits(new HitReader(index.leaves(), found), matching);
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// The messages of a search that are also among the threads of others.
    ///
    /// @param companies expressions; each message found is in a thread that one of the hits of each of them belongs to
    /// @throws IndexDamagedException if the index turns out to be damaged
    public Hits search(Expr expr, boolean threads, List<Expr> companies) throws IOException {
        try {
            DocList matching = find(expr);
            DocList found = threads ? ThreadCompany.of(index.leaves(), matching) : matching;
            for (Expr company : companies) {
                DocList all = ThreadCompany.of(index.leaves(), find(company));
                DocList both = new DocList();
                for (int i = 0; i < found.size(); i++) {
                    if (all.contains(found.get(i))) {
                        both.add(found.get(i));
                    }
                }
                found = both;
            }
            return new Hits(new HitReader(index.leaves(), found), matching);
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// How many messages an expression matches.
    public int count(Expr expr) throws IOException {
        try {
            return find(expr).size();
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// Words of a field of text that begin so, those in most messages first: whole addresses, domains and local parts too.
    ///
    /// @param most how many are wanted at most
    public List<String> completions(Field field, String begin, int most) throws IOException {
        try {
            return Schema.isText(field) ? Completions.of(index.leaves(), field, begin, most) : List.of();
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// How well each hit of a search matches: more is better, 0 is not at all by its text.
    ///
    /// @param expr what was searched for
    public double[] relevance(Expr expr, Hits hits) throws IOException {
        try {
            int messages = 0;
            for (Leaf leaf : index.leaves()) {
                messages += leaf.reader().maxDoc();
            }
            return Relevance.of(Sought.of(expr), hits, messages, sought -> find(sought.expr()));
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// The folders and mbox files that messages of the index lie in.
    public List<Path> folders() throws IOException {
        try {
            List<Path> folders = new ArrayList<>();
            for (BytesRef path : new Ledger(index.leaves()).folders()) {
                folders.add(FileNames.path(Arrays.copyOfRange(path.bytes, path.offset, path.offset + path.length)));
            }
            return folders;
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// The names under which the index has the messages of a file, however it is spelled here: symbolic links and other
    /// names of the same file are followed. None if the index has no such file of mail.
    ///
    /// @param file absolute
    public List<Path> names(Path file) throws IOException {
        try {
            return new NamesOfFile(new Ledger(index.leaves())).of(file);
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// When this commit was written, in milliseconds since the epoch.
    public long writtenMillis() throws IOException {
        return index.written().toMillis();
    }

    /// What can be said of the index as a whole.
    public IndexStatus status() throws IOException {
        try {
            return new StatusReader(directory, index).read();
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// Takes lines. There can be anything in them that is in mail, and in the names of its files.
    public interface Lines {
        /// Takes a line.
        void add(String line) throws IOException;
    }

    /// Tells the index as lines of text.
    public void dump(Lines out) throws IOException {
        try {
            Dump dump = new Dump(out);
            DocList all = new DocList();
            List<IndexReader> readers = new ArrayList<>();
            for (Leaf leaf : index.leaves()) {
                readers.add(leaf.reader());
                NumericDocValues dates = DocValues.getNumeric(leaf.reader(), Columns.DATE);
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = dates.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = dates.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        all.add(leaf.docBase() + doc);
                    }
                }
            }
            dump.messages(new Hits(new HitReader(index.leaves(), all), all));
            try (MultiReader reader = new MultiReader(readers.toArray(IndexReader[]::new), false)) {
                dump.tokens(reader);
            }
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    private DocList find(Expr expr) throws IOException {
        MessageQuery query = LuceneRenderer.render(expr, new QueryWords());
        DocList found = new DocList();
        for (Leaf leaf : index.leaves()) {
            query.messages(leaf.reader()).forEach(doc -> found.add(leaf.docBase() + doc));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
