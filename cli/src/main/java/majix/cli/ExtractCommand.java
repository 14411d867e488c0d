package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import majix.formats.FileNames;
import majix.formats.MessageBytes;
import majix.formats.MessagePart;
import majix.formats.MessageParts;
import majix.formats.MessageParts.HeaderField;
import majix.formats.NamedOutput;
import majix.formats.PrivateFiles;

/// `majix extract`: lists what a message consists of, or saves attachments. A file that exists is never touched: a new
/// one gets a number in its name.
final class ExtractCommand {
    private static final int MOST_COPIES = 10_000;
    private static final String HELP = """
            majix extract [options] PATH|mid:MESSAGE-ID [PART...]   save attachments: all, or those numbers or names
            majix extract [options] N QUERY...                      those of the N-th hit of a query

              -f, --rcfile FILE     use this rc file
              -o, --directory DIR   save here, not in the current directory
                  --list            list all parts instead: number, name, type, size
                  --part PART       save this part: a number of the list, or a name
              -h, --help            say this
            """;

    private final Path directory;
    private final Console console;

    private ExtractCommand(Path directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        MessageArguments arguments = MessageArguments.parse(args);
        if (arguments.help) {
            console.print(HELP.stripTrailing());
            return Failure.DONE;
        }
        Path directory = arguments.directory == null
                ? env.workingDirectory()
                : env.workingDirectory().resolve(FileNames.path(arguments.directory));
        if (!Files.isDirectory(directory)) {
            throw arguments.bad("\"" + arguments.directory + "\" is no directory: one that exists is wanted");
        }
        if (arguments.list && (arguments.directory != null || !arguments.parts.isEmpty())) {
            throw arguments.bad("--list saves nothing: it does not go with -o or --part");
        }
        MessageBytes message = new StoredMessage(MessageChoice.of(arguments, true, env, console));
        ExtractCommand command = new ExtractCommand(directory, console);
        List<String> wanted = new ArrayList<>(arguments.parts);
        if (!MessageChoice.isNumber(arguments.words.getFirst())) {
            wanted.addAll(arguments.words.subList(1, arguments.words.size()));
        }
        return arguments.list ? command.list(message) : command.save(message, wanted, arguments);
    }

    private int list(MessageBytes message) throws IOException {
        boolean[] some = new boolean[1];
        tell(MessageParts.read(message, (Parts) (part, content) -> {
            console.print(MessageView.listed(part, MessageView.count(content.bytes())));
            some[0] = true;
        }));
        return some[0] ? Failure.DONE : Failure.NO_HIT;
    }

    /// Saves parts.
    ///
    /// @param wanted numbers and names; none for all attachments
    private int save(MessageBytes message, List<String> wanted, MessageArguments arguments) throws IOException {
        List<MessagePart> parts = new ArrayList<>();
        MessageParts.read(message, (Parts) (part, _) -> parts.add(part));
        Set<Integer> numbers = chosen(parts, wanted, arguments);
        // held open: what is saved lies in this directory, whatever becomes of its name meanwhile
        try (DirectoryStream<Path> held = Files.newDirectoryStream(directory)) {
            if (!(held instanceof SecureDirectoryStream<Path> into)) {
                throw new IOException(FileNames.text(directory) + ": nothing can be saved safely in this file system");
            }
            tell(MessageParts.read(message, (Parts) (part, content) -> {
                if (numbers.contains(part.number())) {
                    console.printName(save(part, content.bytes(), into));
                }
            }));
        }
        if (numbers.isEmpty()) {
            console.tell(arguments.command + ": the message has no attachments");
        }
        return numbers.isEmpty() ? Failure.NO_HIT : Failure.DONE;
    }

    private static Set<Integer> chosen(List<MessagePart> parts, List<String> wanted, MessageArguments arguments) {
        Set<Integer> numbers = new HashSet<>();
        for (MessagePart part : parts) {
            if (wanted.isEmpty() && !part.isBody()) {
                numbers.add(part.number());
            }
        }
        for (String word : wanted) {
            int before = numbers.size();
            for (MessagePart part : parts) {
                if (word.equals(String.valueOf(part.number())) || word.equals(part.name())
                        || word.equals(SafeName.of(part))) {
                    numbers.add(part.number());
                }
            }
            if (numbers.size() == before) {
                throw arguments.bad("\"" + word + "\": the message has no such part; --list shows its "
                        + parts.size());
            }
        }
        return numbers;
    }

    private Path save(MessagePart part, InputStream in, SecureDirectoryStream<Path> into) throws IOException {
        String name = SafeName.of(part);
        for (int number = 0; number < MOST_COPIES; number++) {
            Path file = FileNames.path(number == 0 ? name : SafeName.numbered(name, number));
            SeekableByteChannel channel;
            try {
                channel = PrivateFiles.create(into, file);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            try (OutputStream out = new NamedOutput(channel, directory.resolve(file))) {
                in.transferTo(out);
            } catch (IOException e) {
                into.deleteFile(file);
                throw e;
            }
            return directory.resolve(file);
        }
        throw new FileAlreadyExistsException(directory.resolve(name).toString());
    }

    private void tell(List<String> oddities) {
        for (String oddity : oddities) {
            console.tell(oddity);
        }
    }

    /// A sink that has no use for headers.
    @FunctionalInterface
    private interface Parts extends MessageParts.Sink {
        @Override
        default void header(int depth, List<HeaderField> header) {
            // only parts are wanted
        }
    }
}
