package majix.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line as the bytes it was given as. In a locale that is not UTF-8 (cron's is plain ASCII) Java has lost
/// every other character by the time `main` runs; Linux still knows them. Bytes that are not UTF-8 become single
/// surrogates, U+DC80 to U+DCFF, as [majix.formats.FileNames#path(String)] takes them.
final class RawArguments {
    private static final int SURROGATES = 0xDC00;

    private RawArguments() {}

    /// The arguments as UTF-8 text, read anew where Java's own reading cannot be trusted.
    static String[] of(String[] args) {
        for (String arg : args) {
            for (int i = 0; i < arg.length(); i++) {
                if (arg.charAt(i) >= 0x80) {
                    return reread(args);
                }
            }
        }
        return args;
    }

    private static String[] reread(String[] args) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of("/proc/self/cmdline"));
        } catch (IOException e) {
            return args;
        }
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                all.add(text(bytes, from, i - from));
                from = i + 1;
            }
        }
        return all.size() < args.length
                ? args
                : all.subList(all.size() - args.length, all.size()).toArray(new String[0]);
    }

    /// Bytes as text that loses nothing.
    static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : decoded(ByteBuffer.wrap(bytes, from, length));
    }

    private static String decoded(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        for (CoderResult result = decoder.decode(in, out, true); result.isError();) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (SURROGATES + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /// Whether an argument was UTF-8.
    static boolean isText(String arg) {
        for (int i = 0; i < arg.length(); i++) {
            if (Character.isLowSurrogate(arg.charAt(i)) && (i == 0 || !Character.isHighSurrogate(arg.charAt(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /// Refuses what cannot be searched for.
    ///
    /// @throws Failure if one of the arguments was not UTF-8
    static void check(Iterable<String> args) {
        for (String arg : args) {
            if (!isText(arg)) {
                throw new Failure(Failure.BAD_INPUT,
                        "\"" + arg + "\" is not UTF-8: only names of files may be anything else");
            }
        }
    }
}
