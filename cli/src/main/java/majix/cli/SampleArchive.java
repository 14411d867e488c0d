package majix.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import majix.formats.PrivateFiles;

/// Writes a small archive of invented mail to try majix on (`majix init --sample`): a Maildir with a folder in it, an MH
/// folder and an mbox, with an rc file of its own. The same bytes every time.
final class SampleArchive {
    /// Name of the rc file in the archive.
    static final String RC = "majixrc";

    private final Path directory;
    private final List<SampleMail> mails = new ArrayList<>(SampleClub.mails());

    private SampleArchive(Path directory) {
        this.directory = directory;
        mails.sort(Comparator.comparing(SampleMail::date));
    }

    /// A search to try.
    ///
    /// @param arguments options and expressions, one shell argument each
    /// @param hits how many messages it finds in the archive
    /// @param meaning what it asks for, for people
    record Example(List<String> arguments, int hits, String meaning) {
        Example {
            arguments = List.copyOf(arguments);
        }
    }

    /// What was written.
    ///
    /// @param directory the archive, absolute
    /// @param rc its rc file
    /// @param maildir messages in the Maildir and the folder in it
    /// @param mh messages in the MH folder
    /// @param mbox messages in the mbox
    record Result(Path directory, Path rc, int maildir, int mh, int mbox, List<Example> examples) {
        Result {
            examples = List.copyOf(examples);
        }
    }

    /// Writes the archive into a directory that is made, or empty.
    ///
    /// @throws DirectoryNotEmptyException if something is in it; nothing was written then
    /// @throws ConfigException if the directory's name cannot stand in an rc file; nothing else was written then
    static Result write(Path directory) throws IOException, ConfigException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            checkEmpty(absolute);
        }
        return new SampleArchive(absolute).write();
    }

    private static void checkEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            if (entries.iterator().hasNext()) {
                throw new DirectoryNotEmptyException(directory.toString());
            }
        }
    }

    private Result write() throws IOException, ConfigException {
        PrivateFiles.createDirectories(directory);
        Path rc = directory.resolve(RC);
        FoundMail found = new FoundMail(directory, List.of("Maildir..."), List.of("mh..."), List.of("archive.mbox"),
                List.of(directory.resolve("Maildir"), directory.resolve("mh")), 2, 1, 1, List.of());
        RcWriter.write(rc, found, directory.resolve("results"), directory.resolve("index"),
                new Environment(_ -> null, directory, directory));
        List<SampleMail> inbox = select(mail -> !mail.list() && mail.year() >= 2025);
        List<SampleMail> list = select(SampleMail::list);
        List<SampleMail> numbered = select(mail -> !mail.list() && mail.year() == 2024);
        List<SampleMail> archive = select(mail -> !mail.list() && mail.year() <= 2023);
        maildir(directory.resolve("Maildir"), inbox);
        maildir(directory.resolve("Maildir/.skippers"), list);
        mh(directory.resolve("mh/committee"), numbered);
        mbox(directory.resolve("archive.mbox"), archive);
        return new Result(directory, rc, inbox.size() + list.size(), numbered.size(), archive.size(), examples());
    }

    private List<SampleMail> select(Predicate<SampleMail> wanted) {
        return mails.stream().filter(wanted).toList();
    }

    private static void maildir(Path folder, List<SampleMail> mails) throws IOException {
        for (String sub : List.of("cur", "new", "tmp")) {
            PrivateFiles.createDirectories(folder.resolve(sub));
        }
        if (String.valueOf(folder.getFileName()).startsWith(".")) {
            PrivateFiles.create(folder.resolve("maildirfolder")).close();
        }
        for (SampleMail mail : mails) {
            String name = mail.date().getEpochSecond() + ".M" + mail.thread() + "P" + mail.place() + ".gullwick";
            String flags = (mail.flagged() ? "F" : "") + (mail.answered() ? "R" : "") + "S";
            file(folder.resolve(mail.seen() ? "cur/" + name + ":2," + flags : "new/" + name), mail);
        }
    }

    private static void mh(Path folder, List<SampleMail> mails) throws IOException {
        PrivateFiles.createDirectories(folder);
        StringBuilder unseen = new StringBuilder("unseen:");
        StringBuilder replied = new StringBuilder("replied:");
        StringBuilder flagged = new StringBuilder("flagged:");
        for (int number = 1; number <= mails.size(); number++) {
            SampleMail mail = mails.get(number - 1);
            file(folder.resolve(Integer.toString(number)), mail);
            unseen.append(mail.seen() ? "" : " " + number);
            replied.append(mail.answered() ? " " + number : "");
            flagged.append(mail.flagged() ? " " + number : "");
        }
        bytes(folder.resolve(".mh_sequences"),
                (unseen + "\n" + replied + "\n" + flagged + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void file(Path file, SampleMail mail) throws IOException {
        bytes(file, mail.bytes(""));
        Files.setLastModifiedTime(file, FileTime.from(mail.date()));
    }

    /// No line of the bodies begins with `From `, so nothing needs quoting.
    private static void mbox(Path file, List<SampleMail> mails) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (SampleMail mail : mails) {
            String marks = (mail.answered() ? "A" : "") + (mail.flagged() ? "F" : "");
            String status = "Status: " + (mail.seen() ? "RO" : "O") + "\n"
                    + (marks.isEmpty() ? "" : "X-Status: " + marks + "\n");
            out.writeBytes(mail.fromLine().getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(mail.bytes(status));
            out.write('\n');
        }
        bytes(file, out.toByteArray());
    }

    private static void bytes(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = Channels.newOutputStream(PrivateFiles.create(file))) {
            out.write(bytes);
        }
    }

    private List<Example> examples() {
        int regatta = select(mail -> mail.from().user().equals("marta") && mail.subjectHas("regatta")).size();
        int jackets = select(mail -> mail.subjectHas("life jackets") && mail.year() == 2024).size();
        List<Integer> threads = select(mail -> mail.attachment().equals(SampleClub.CHART)).stream()
                .map(SampleMail::thread).toList();
        int chart = select(mail -> threads.contains(mail.thread())).size();
        List<Example> examples = new ArrayList<>();
        examples.add(new Example(List.of("f:marta", "s:regatta"), regatta, "from Marta, with a word in the subject"));
        examples.add(new Example(List.of("s:life jackets", "d:2024"), jackets, "a phrase in the subject, in one year"));
        examples.add(new Example(List.of("-t", "n:" + SampleClub.CHART), chart,
                "the whole thread around an attachment"));
        return examples;
    }
}
