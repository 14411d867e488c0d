package majix.indexer.codec;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/// A segment and the number of its first document in the index.
public record Leaf(LeafReader reader, int docBase) {

    /// The segments of an index that Lucene has opened.
    public static List<Leaf> of(DirectoryReader reader) {
        List<Leaf> leaves = new ArrayList<>();
        for (LeafReaderContext context : reader.leaves()) {
            leaves.add(new Leaf(context.reader(), context.docBase));
        }
        return leaves;
    }
}
