package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line as the bytes it was given as. In a locale that is not UTF-8 (cron's is plain ASCII) Java has lost
/// every other character by the time `main` runs; Linux still knows them.
final class RawArguments {
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
                all.add(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        return all.size() < args.length
                ? args
                : all.subList(all.size() - args.length, all.size()).toArray(new String[0]);
    }
}
