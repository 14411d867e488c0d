package majix.indexer.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// A message that an index should hold.
///
/// @param folder absolute path of its folder or mbox
/// @param name its path below that; empty in an mbox
/// @param start where it begins in a file of many, or -1
/// @param flags bits as [majix.formats.Flag#bits] has them
record Message(String folder, String name, long start, long size, long date, int flags, Letter letter) {
    /// By date, then by path.
    static final Comparator<Message> ORDER = Comparator.comparingLong(Message::date)
            .thenComparing(message -> message.path().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .thenComparingLong(Message::start);

    String path() {
        return name.isEmpty() ? folder : folder + "/" + name;
    }

    /// A line that says where it is and what is known of it.
    String line() {
        return line(path(), start, start < 0 ? -1 : start + size, date, size, flags);
    }

    static String line(String path, long start, long end, long date, long size, int flags) {
        return path + (start < 0 ? "" : " [" + start + "," + end + ")") + " date " + date + " size " + size + " flags "
                + flags;
    }
}
