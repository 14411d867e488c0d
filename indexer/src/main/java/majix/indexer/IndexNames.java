package majix.indexer;

import java.util.Set;

/// Tells the files of an index from all else that may lie in its directory, by their names: nothing else is ever deleted
/// or counted. Not by regular expressions, because every search that fails would load them.
///
///     segments_2  pending_segments_3       commits
///     _0.si  _0.mxt                        files of a segment, extensions of [#WHOLE]
///     _0_1.fnm  _0_1.mxc                   the same, written later, extensions of [#LATER]
///     _0_Lucene103_0.doc                   what other codecs write, extensions of [#OTHER]
final class IndexNames {
    /// The lock of whoever writes.
    static final String LOCK = "write.lock";

    private static final String COMMIT = "segments_";
    private static final Set<String> WHOLE = Set.of("si", "fnm", "mxt", "mxp", "mxc", "cfs", "cfe", "fdt", "fdx", "fdm",
            "nvd", "nvm", "kdd", "kdi", "kdm", "tvd", "tvx", "tvm");
    private static final Set<String> LATER = Set.of("fnm", "mxc", "mxl", "liv");
    private static final Set<String> OTHER = Set.of("doc", "pos", "pay", "psm", "tim", "tip", "tmd", "dvd", "dvm",
            "dvp", "dvs", "tmp");

    private IndexNames() {}

    /// Whether a file is one of an index, of any version of majix.
    static boolean isIndexFile(String name) {
        return isCommit(name) || name.startsWith("pending_") && isCommit(name.substring("pending_".length()))
                || isSegmentFile(name);
    }

    /// Whether a file is a commit.
    static boolean isCommit(String name) {
        return name.startsWith(COMMIT) && isNumber(name, COMMIT.length(), name.length());
    }

    private static boolean isSegmentFile(String name) {
        int dot = name.indexOf('.');
        if (dot < 2 || name.charAt(0) != '_') {
            return false;
        }
        String extension = name.substring(dot + 1);
        int second = name.indexOf('_', 1);
        if (second < 0 || second > dot) {
            return isNumber(name, 1, dot) && WHOLE.contains(extension);
        }
        return isNumber(name, 1, second)
                && (isNumber(name, second + 1, dot) && LATER.contains(extension)
                        || name.indexOf('_', second + 1) > 0 && OTHER.contains(extension));
    }

    /// Whether characters are a number in base 36, as Lucene counts.
    private static boolean isNumber(String name, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return end > from && end - from < 13;
    }
}
