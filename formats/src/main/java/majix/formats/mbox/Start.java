package majix.formats.mbox;

import org.jspecify.annotations.Nullable;

/// Where and how the first message of a file of many messages begins.
///
/// @param offset where its separator line begins; the length of the file if that holds nothing but blank space
/// @param mmdf whether messages stand between lines of four Control-A, else behind From_ lines
/// @param lineEnd the last byte of each line: `\n`, or `\r` in files of old Macintosh programs
/// @param seen end of the bytes that were looked at to tell this, behind the end of the file if bytes added to it could
///     move the start: while these stay as they are, so does the start
record Start(long offset, boolean mmdf, byte lineEnd, long seen) {
    /// How much of a file has to be seen.
    static final int SEEN = 1 << 16;

    /// The line that stands before and behind each message of an MMDF file.
    static final byte[] MMDF = {1, 1, 1, 1};

    /// Looks for the first separator.
    ///
    /// @param head the first bytes of a file, at least [#SEEN] of them if there are so many
    /// @param length how many they are
    /// @return null if the file is no mbox
    static @Nullable Start of(byte[] head, int length) {
        return new StartFinder(head, length).find();
    }

    static boolean isMmdf(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        if (end - from != MMDF.length) {
            return false;
        }
        for (int i = 0; i < MMDF.length; i++) {
            if (bytes[from + i] != MMDF[i]) {
                return false;
            }
        }
        return true;
    }
}
