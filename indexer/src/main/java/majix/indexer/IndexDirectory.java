package majix.indexer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import majix.formats.PrivateFiles;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSLockFactory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;

/// An index's directory for writing. Files of a new segment are moved into it, not copied.
final class IndexDirectory extends FilterDirectory {
    private final Path path;

    private IndexDirectory(Path path) throws IOException {
        super(new PrivateDirectory(path, FSLockFactory.getDefault()));
        this.path = path;
    }

    /// Opens the directory, made 0700 if it is new.
    static Directory create(Path path) throws IOException {
        IndexFiles.createDirectory(path);
        return new IndexDirectory(path);
    }

    /// Lucene deletes what looks like a file of an index to it and is in no commit, and fails on commits with strange
    /// names, so that it is shown only what is an index's.
    @Override
    public String[] listAll() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : super.listAll()) {
            if (IndexNames.isIndexFile(name) || name.equals(IndexNames.LOCK)) {
                names.add(name);
            }
        }
        return names.toArray(String[]::new);
    }

    /// Makes the file of the lock before Lucene does, for the owner alone; and empties it, because Lucene holds no lock whose
    /// file has something in it, and what was written into it by mistake would stop every run. All before it is locked: to
    /// close it afterwards would end the lock, as POSIX has it.
    @Override
    public Lock obtainLock(String name) throws IOException {
        Path file = path.resolve(name);
        try {
            PrivateFiles.create(file).close();
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > 0) {
                Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            }
        }
        return super.obtainLock(name);
    }

    @Override
    public void copyFrom(Directory from, String source, String target, IOContext context) throws IOException {
        if (from instanceof Part part) {
            Files.move(part.path.resolve(source), path.resolve(target));
        } else {
            super.copyFrom(from, source, target, context);
        }
    }

    /// A directory on the same disk that holds a new segment for a while. Nothing in it needs to last: what is moved is
    /// made lasting by the commit that first names it.
    static final class Part extends FilterDirectory {
        private final Path path;

        Part(Path path) throws IOException {
            super(new PrivateDirectory(path, NoLockFactory.INSTANCE));
            this.path = path;
        }

        @Override
        public void sync(Collection<String> names) {}

        @Override
        public void syncMetaData() {}
    }
}
