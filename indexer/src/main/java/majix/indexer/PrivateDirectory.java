package majix.indexer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import majix.formats.NamedOutput;
import majix.formats.PrivateFiles;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.LockFactory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.OutputStreamIndexOutput;

/// A directory whose files nobody else can read: an index tells all that the mail says. Lucene makes its files as the
/// umask has it.
final class PrivateDirectory extends NIOFSDirectory {
    private static final int BUFFER = 8192;

    private final AtomicLong temporary = new AtomicLong();

    PrivateDirectory(Path path, LockFactory locks) throws IOException {
        super(path, locks);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        ensureOpen();
        Path file = directory.resolve(name);
        return new OutputStreamIndexOutput("PrivateOutput(path=\"" + file + "\")", name,
                new NamedOutput(PrivateFiles.create(file), file), BUFFER);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        while (true) {
            try {
                return createOutput(getTempFileName(prefix, suffix, temporary.getAndIncrement()), context);
            } catch (FileAlreadyExistsException e) {
                // the next number
            }
        }
    }
}
