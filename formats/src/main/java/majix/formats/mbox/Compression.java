package majix.formats.mbox;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The compressed forms a file may have, told by the bytes it begins with, never by its name.
/// Files made by joining compressed files (several members, streams or frames) are read to their end.
public enum Compression {
    /// Not compressed.
    NONE("", Integer.MAX_VALUE),
    /// gzip, RFC 1952.
    GZIP("\u001f\u008b\b", Integer.MAX_VALUE),
    /// bzip2; the character after `h` is the block size.
    BZIP2("BZh?1AY&SY", 1),
    /// xz.
    XZ("\u00fd7zXZ\0", 1024),
    /// Zstandard, RFC 8878; it may begin with a frame that is passed over.
    ZSTD("(\u00b5/\u00fd", Integer.MAX_VALUE);

    /// How many bytes of a file [#of] looks at.
    public static final int MAGIC = 10;

    private static final char ANY = '?';
    /// A bzip2 stream without any data: the end of a stream comes first.
    private static final String EMPTY_BZIP2 = "BZh?\u0017rE8P\u0090";

    private final String magic;
    private final int atOnce;

    /// @param atOnce how many bytes the decompressor is asked for at once. Some drop what they have put into an array when
    ///     they come to damaged data; these are asked for as few as costs nothing
    Compression(String magic, int atOnce) {
        this.magic = magic;
        this.atOnce = atOnce;
    }

    /// The form of a file.
    ///
    /// @param head its first bytes
    /// @param length how many of them there are
    public static Compression of(byte[] head, int length) {
        if (begins(head, length, GZIP.magic)) {
            return GZIP;
        } else if (begins(head, length, BZIP2.magic) || begins(head, length, EMPTY_BZIP2)) {
            return BZIP2;
        } else if (begins(head, length, XZ.magic)) {
            return XZ;
        }
        return begins(head, length, ZSTD.magic) || isSkippable(head, length) ? ZSTD : NONE;
    }

    /// Whether a frame begins that is passed over (RFC 8878, 3.1.2): programs that compress in parallel put one first.
    private static boolean isSkippable(byte[] head, int length) {
        return length >= 8 && (head[0] & 0xf0) == 0x50 && head[1] == 0x2a && head[2] == 0x4d && head[3] == 0x18;
    }

    /// The decompressed bytes; closing the stream closes `raw`. Whatever is wrong with the data is an IOException, which
    /// comes behind the bytes that stand before it.
    ///
    /// @param raw the file from its first byte, buffered
    /// @throws IOException if the data is damaged at its beginning
    public InputStream decompress(InputStream raw) throws IOException {
        if (this == NONE) {
            return raw;
        }
        try {
            return new Guarded(this == GZIP ? new Gzip(raw) : Codecs.open(this, raw), atOnce);
        } catch (RuntimeException | LinkageError e) {
            throw damaged(e);
        }
    }

    private static boolean begins(byte[] head, int length, String magic) {
        if (length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (magic.charAt(i) != ANY && magic.charAt(i) != (head[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static IOException damaged(Throwable cause) {
        return new IOException("damaged compressed data: " + cause.getMessage(), cause);
    }

    /// Apart, so that the classes of the decompressors are loaded when a file asks for them and not before.
    private static final class Codecs {
        /// What the largest usual preset (xz -9) needs, and little more.
        private static final int XZ_MEMORY_KIB = 80 << 10;

        /// 128 MiB, the window of the highest levels (zstd --ultra -22), as the zstd program itself allows unasked.
        private static final int ZSTD_WINDOW_LOG = 27;

        private Codecs() {}

        static InputStream open(Compression form, InputStream raw) throws IOException {
            return switch (form) {
                case BZIP2 -> new BZip2CompressorInputStream(raw, true);
                case XZ -> new XZInputStream(raw, XZ_MEMORY_KIB);
                case ZSTD -> new ZstdInputStreamNoFinalizer(raw).setLongMax(ZSTD_WINDOW_LOG);
                case NONE, GZIP -> throw new IllegalStateException("needs no codec: " + form);
            };
        }
    }

    /// Decompressors answer damaged data with exceptions of all kinds. This gives first what comes before.
    private static final class Guarded extends FilterInputStream {
        private final int atOnce;
        private @Nullable IOException damage;

        Guarded(InputStream in, int atOnce) {
            super(in);
            this.atOnce = atOnce;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            check();
            int read = 0;
            int n = 0;
            try {
                do {
                    n = super.read(bytes, offset + read, Math.min(atOnce, length - read));
                    read += Math.max(n, 0);
                } while (n > 0 && read < length);
            } catch (IOException e) {
                damage = e;
            } catch (RuntimeException e) {
                damage = damaged(e);
            }
            if (read > 0) {
                return read;
            }
            check();
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            check();
            try {
                return super.skip(n);
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }

        private void check() throws IOException {
            if (damage != null) {
                throw damage;
            }
        }
    }
}
