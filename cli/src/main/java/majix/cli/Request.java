package majix.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command line with all that surrounds it, as the client sends it; its layout stands in `majix-client.c`.
///
/// @param build names the jar that the client would start
/// @param program the name the program was called by
/// @param outIsTerminal whether stdout is one
/// @param terminal whether stderr is one
/// @param cwd the current directory, absolute
/// @param variables the environment
record Request(String build, String program, boolean outIsTerminal, boolean terminal, Path cwd, List<String> args,
        Map<String, String> variables) {
    private static final int MAGIC = 'M' << 24 | 'J' << 16 | 'X' << 8 | '2';
    private static final int LARGEST = 8 << 20;
    private static final int HEAD = 5;
    /// The charset that the JVM reads its own environment with.
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    Request {
        args = List.copyOf(args);
        variables = Map.copyOf(variables);
    }

    /// Reads a request.
    ///
    /// @throws ProtocolException if it is none, or cannot be understood as a JVM of its own would
    static Request read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        int magic = in.readInt();
        int length = in.readInt();
        if (magic != MAGIC || length < 0 || length > LARGEST) {
            throw new ProtocolException("no request");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        try {
            return of(strings(body));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ProtocolException("bad request");
        }
    }

    private static Request of(List<byte[]> strings) throws ProtocolException {
        int count = Integer.parseInt(text(strings.get(4)));
        List<String> args = new ArrayList<>();
        for (byte[] arg : strings.subList(HEAD, HEAD + count)) {
            args.add(text(arg));
        }
        Map<String, String> variables = new HashMap<>();
        for (byte[] variable : strings.subList(HEAD + count, strings.size())) {
            String text = new String(variable, NATIVE);
            int equals = text.indexOf('=', 1);
            if (equals > 0) {
                variables.putIfAbsent(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        int terminals = Integer.parseInt(text(strings.get(2)));
        return new Request(text(strings.get(0)), text(strings.get(1)), (terminals & 2) != 0, (terminals & 1) != 0,
                directory(strings.get(3)), args, variables);
    }

    /// The names of directories that a JVM could not be in are left to it to tell.
    private static Path directory(byte[] bytes) throws ProtocolException {
        String name = new String(bytes, NATIVE);
        if (!Arrays.equals(name.getBytes(NATIVE), bytes) || !name.startsWith("/")) {
            throw new ProtocolException("a directory with an odd name");
        }
        return Path.of(name);
    }

    private static String text(byte[] bytes) {
        return RawArguments.text(bytes, 0, bytes.length);
    }

    private static List<byte[]> strings(byte[] body) {
        List<byte[]> strings = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0) {
                strings.add(Arrays.copyOfRange(body, from, i));
                from = i + 1;
            }
        }
        return strings;
    }

    /// Whether this is a search that prints or writes, and not one that runs a command, a subcommand or something that prints what the program knows. A command line
    /// that is wrong counts as one.
    boolean isSearch() {
        boolean trees = isThread();
        if (!trees && !args.isEmpty() && !program.equals("mairix") && Main.isSubcommand(args.getFirst())) {
            return false;
        }
        try {
            String[] words = args.toArray(new String[0]);
            CommandLine line = trees ? CommandLine.thread(words) : CommandLine.parse(words);
            return line.same == null && !line.expressions.isEmpty() && !line.help && !line.version && !line.dump
                    && (line.output == null || line.output.command.isEmpty());
        } catch (Failure e) {
            return true;
        }
    }

    private boolean isThread() {
        return !args.isEmpty() && !program.equals("mairix") && args.getFirst().equals("thread");
    }

    /// Whether it may write into a result folder.
    boolean writes() {
        if (isThread()) {
            return false;
        }
        try {
            CommandLine line = CommandLine.parse(args.toArray(new String[0]));
            return !line.raw && !line.excerpt && !line.explain && (line.output == null || !line.output.prints());
        } catch (Failure e) {
            return false;
        }
    }
}
