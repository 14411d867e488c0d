package majix.formats.mbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The data of a gzip file with all its members (RFC 1952). Java's own stream takes whatever cannot be a member for the
/// end of the file; this one says so. Zeros that fill up the file are nothing, as gzip(1) has it.
final class Gzip extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    /// Checksum and length of a member's data.
    private static final int TRAILER = 8;

    private final Tail tail;
    /// Whether nothing but zeros was found behind the last member.
    private boolean ended;
    private boolean inMember;

    /// @param raw the file from its first byte, buffered
    /// @throws IOException if it does not begin with a member
    Gzip(InputStream raw) throws IOException {
        super(new Tail(raw), BUFFER);
        this.tail = (Tail) in;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        tail.begin();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (inMember) {
            // Java's stream asks itself once more behind each member, and deeper and deeper behind empty ones.
            return 0;
        }
        int n;
        do {
            n = member(bytes, offset, length);
        } while (n == 0 && length > 0);
        if (n < 0 && !ended) {
            if (isMore()) {
                throw new ZipException("unexpected data after a valid gzip stream");
            }
            ended = true;
        }
        return n;
    }

    /// Reads from the member that is open, or opens the next one and gives 0.
    private int member(byte[] bytes, int offset, int length) throws IOException {
        inMember = true;
        try {
            return super.read(bytes, offset, length);
        } finally {
            inMember = false;
        }
    }

    /// Whether anything stands behind the trailer of the last member. It begins where the inflater stopped; then comes
    /// what was read since, for the rest of the trailer and for another member's header.
    private boolean isMore() throws IOException {
        int left = inf.getRemaining();
        for (int i = len - left + TRAILER; i < len; i++) {
            if (buf[i] != 0) {
                return true;
            }
        }
        return tail.isMore(Math.max(TRAILER - left, 0));
    }

    /// The file, with the bytes that were read one by one since the buffer was filled.
    private static final class Tail extends FilterInputStream {
        /// More is never looked at before it is known to be a header.
        private final byte[] read = new byte[TRAILER + 2];
        private int count;

        Tail(InputStream raw) {
            super(raw);
        }

        void begin() {
            count = 0;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                if (count < read.length) {
                    read[count] = (byte) b;
                }
                count++;
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        /// Whether there is anything but zeros.
        ///
        /// @param from how many of the bytes that were read belong to the trailer
        boolean isMore(int from) throws IOException {
            for (int i = from; i < Math.min(count, read.length); i++) {
                if (read[i] != 0) {
                    return true;
                }
            }
            for (int b = super.read(); b >= 0; b = super.read()) {
                if (b != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
