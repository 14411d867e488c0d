package majix.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import majix.formats.maildir.MaildirFiles;
import majix.formats.mbox.KnownMbox;
import majix.formats.mbox.MboxStream;
import majix.formats.mbox.SliceStream;
import majix.formats.mbox.Source;

/// Opens the files that messages lie in, after they were found.
public final class MessageFiles {
    private MessageFiles() {}

    /// The decompressed bytes of a whole file; the caller closes the stream.
    ///
    /// @throws IOException if the file cannot be opened, or its compressed form is damaged at the start
    public static InputStream open(Path file) throws IOException {
        return new SliceStream(Source.open(file), SliceStream.END_OF_FILE, true);
    }

    /// The decompressed bytes of one message; the caller closes the stream.
    ///
    /// @throws IOException if the file cannot be opened, or its compressed form is damaged
    public static InputStream open(MessageRef ref) throws IOException {
        return switch (ref) {
            case MessageRef.WholeFile file -> open(file.path());
            case MessageRef.Slice slice -> {
                Source source = Source.open(slice.path());
                try {
                    source.skipTo(slice.start());
                } catch (IOException e) {
                    source.close();
                    throw e;
                }
                yield new SliceStream(source, slice.end(), true);
            }
        };
    }

    /// Where a file is now: the path itself, or for a message in a Maildir whose flags changed since it was found, or
    /// that went from `new` to `cur`, its new name. Empty if it is gone.
    ///
    /// @throws IOException if the Maildir cannot be listed
    public static Optional<Path> locate(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : MaildirFiles.locate(file);
    }

    /// Whether the file is stored compressed, as its first bytes tell.
    ///
    /// @throws IOException if the file cannot be read
    public static boolean isCompressed(Path file) throws IOException {
        try (Source source = Source.open(file)) {
            return source.compressed();
        }
    }

    /// Whether a file is one of many messages, as its start tells.
    ///
    /// @throws IOException if the file cannot be read
    public static boolean isMbox(Path file) throws IOException {
        try (MboxStream stream = MboxStream.open(file, Checkpoint.START, _ -> {})) {
            return stream.content() == MessageStream.Content.MBOX;
        }
    }

    /// What is left of a file of many messages.
    ///
    /// @param checkpoint how it was when it was read
    public static KnownFile known(Path file, Checkpoint checkpoint) {
        return new KnownMbox(file, checkpoint);
    }

    /// Reads messages of one file in one pass: a compressed file is decompressed once.
    ///
    /// @param slices which ones, in ascending order, none overlapping another
    /// @throws IOException if the file cannot be read, or the sink throws it
    /// @throws IllegalArgumentException if the slices are not ascending
    public static void slices(Path file, List<MessageRef.Slice> slices, SliceSink sink) throws IOException {
        try (Source source = Source.open(file)) {
            long end = 0;
            for (MessageRef.Slice slice : slices) {
                if (slice.start() < end) {
                    throw new IllegalArgumentException("slices not ascending: " + slice);
                }
                end = slice.end();
                source.skipTo(slice.start());
                sink.accept(slice, new SliceStream(source, end, false));
            }
        }
    }
}
