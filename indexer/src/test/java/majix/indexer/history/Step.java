package majix.indexer.history;

import java.util.ArrayList;
import java.util.List;
import majix.formats.StoreKind;

/// One thing that happens to an archive or its index. A step whose files are not there does nothing, so that any steps
/// can be left out of a history. Paths are relative to the archive. Each prints itself as the Java that makes it.
sealed interface Step {

    /// Steps that do less of the same.
    default List<Step> simpler() {
        return List.of();
    }

    /// A folder is made; for a Maildir with `cur`, `new` and `tmp`.
    record Folder(StoreKind kind, String path) implements Step {
        @Override
        public String toString() {
            return "new Step.Folder(StoreKind." + kind + ", " + Code.text(path) + ")";
        }
    }

    /// A file of one message is written, over what was there.
    record Deliver(String path, Letter letter, boolean gzip) implements Step {
        @Override
        public List<Step> simpler() {
            List<Step> all = new ArrayList<>();
            if (gzip) {
                all.add(new Deliver(path, letter, false));
            }
            letter.simpler().forEach(less -> all.add(new Deliver(path, less, gzip)));
            return all;
        }

        @Override
        public String toString() {
            return "new Step.Deliver(" + Code.text(path) + ", " + letter + ", " + gzip + ")";
        }
    }

    /// A file that is no mail.
    record Scribble(String path, String text) implements Step {
        @Override
        public String toString() {
            return "new Step.Scribble(" + Code.text(path) + ", " + Code.text(text) + ")";
        }
    }

    /// A file goes.
    record Delete(String path) implements Step {
        @Override
        public String toString() {
            return "new Step.Delete(" + Code.text(path) + ")";
        }
    }

    /// A file gets another name, folder or flags; its time stays.
    record Move(String from, String to) implements Step {
        @Override
        public String toString() {
            return "new Step.Move(" + Code.text(from) + ", " + Code.text(to) + ")";
        }
    }

    /// A file is copied, with its time or without.
    record Copy(String from, String to, boolean withTime) implements Step {
        @Override
        public String toString() {
            return "new Step.Copy(" + Code.text(from) + ", " + Code.text(to) + ", " + withTime + ")";
        }
    }

    /// A file gets a new time.
    record Touch(String path) implements Step {
        @Override
        public String toString() {
            return "new Step.Touch(" + Code.text(path) + ")";
        }
    }

    /// Letters are added to an mbox, which is made if it is not there.
    record Append(String box, List<Letter> letters, boolean gzip) implements Step {
        public Append {
            letters = List.copyOf(letters);
        }

        @Override
        public List<Step> simpler() {
            List<Step> all = new ArrayList<>();
            if (gzip) {
                all.add(new Append(box, letters, false));
            }
            for (int i = 0; i < letters.size(); i++) {
                List<Letter> fewer = new ArrayList<>(letters);
                Letter letter = fewer.remove(i);
                if (!fewer.isEmpty()) {
                    all.add(new Append(box, fewer, gzip));
                }
                for (Letter less : letter.simpler()) {
                    List<Letter> changed = new ArrayList<>(letters);
                    changed.set(i, less);
                    all.add(new Append(box, changed, gzip));
                }
            }
            return all;
        }

        @Override
        public String toString() {
            return "new Step.Append(" + Code.text(box) + ", " + Code.list(letters) + ", " + gzip + ")";
        }
    }

    /// How an mbox is written anew.
    enum Way {
        IN_PLACE,
        /// With a time later by less than a second.
        SAME_SECOND,
        /// Another file, moved over the old one.
        RENAMED
    }

    /// A letter of an mbox is replaced.
    record Replace(String box, int at, Letter letter, Way way) implements Step {
        @Override
        public List<Step> simpler() {
            List<Step> all = new ArrayList<>();
            letter.simpler().forEach(less -> all.add(new Replace(box, at, less, way)));
            return all;
        }

        @Override
        public String toString() {
            return "new Step.Replace(" + Code.text(box) + ", " + at + ", " + letter + ", Step.Way." + way + ")";
        }
    }

    /// A letter of an mbox is taken out.
    record Expunge(String box, int at, Way way) implements Step {
        @Override
        public String toString() {
            return "new Step.Expunge(" + Code.text(box) + ", " + at + ", Step.Way." + way + ")";
        }
    }

    /// Of an mbox only the first letters stay; `bytes` are cut off their end besides.
    record Truncate(String box, int letters, int bytes) implements Step {
        @Override
        public String toString() {
            return "new Step.Truncate(" + Code.text(box) + ", " + letters + ", " + bytes + ")";
        }
    }

    /// A folder gets another name.
    record MoveFolder(String from, String to) implements Step {
        @Override
        public String toString() {
            return "new Step.MoveFolder(" + Code.text(from) + ", " + Code.text(to) + ")";
        }
    }

    /// A folder goes, with all below it.
    record RemoveFolder(String path) implements Step {
        @Override
        public String toString() {
            return "new Step.RemoveFolder(" + Code.text(path) + ")";
        }
    }

    /// The messages of an MH folder are numbered anew from 1.
    record Pack(String folder) implements Step {
        @Override
        public String toString() {
            return "new Step.Pack(" + Code.text(folder) + ")";
        }
    }

    /// The `.mh_sequences` of a folder are written; an empty name leaves a sequence out.
    record Sequences(String folder, List<Integer> unseen, List<Integer> replied, List<Integer> flagged)
            implements
                Step {
        @Override
        public String toString() {
            return "new Step.Sequences(" + Code.text(folder) + ", " + Code.list(unseen) + ", " + Code.list(replied)
                    + ", " + Code.list(flagged) + ")";
        }
    }

    /// The rc file changes.
    record Configure(List<Rc> rc) implements Step {
        public Configure {
            rc = List.copyOf(rc);
        }

        @Override
        public List<Step> simpler() {
            List<Step> all = new ArrayList<>();
            for (int i = 0; i < rc.size() && rc.size() > 1; i++) {
                List<Rc> fewer = new ArrayList<>(rc);
                fewer.remove(i);
                all.add(new Configure(fewer));
            }
            return all;
        }

        @Override
        public String toString() {
            return "new Step.Configure(" + Code.list(rc) + ")";
        }
    }

    /// A folder becomes unreadable, or readable again.
    record Lock(String path, boolean locked) implements Step {
        @Override
        public String toString() {
            return "new Step.Lock(" + Code.text(path) + ", " + locked + ")";
        }
    }

    /// An indexing run; `most` bytes of mail may be read, less than 0 is no limit.
    record Index(boolean fast, boolean purge, int workers, long most) implements Step {
        static final Index PLAIN = new Index(false, false, 1, -1);

        @Override
        public List<Step> simpler() {
            Index fastAlone = new Index(fast, false, 1, -1);
            return equals(PLAIN) ? List.of() : equals(fastAlone) ? List.of(PLAIN) : List.of(PLAIN, fastAlone);
        }

        @Override
        public String toString() {
            return equals(PLAIN)
                    ? "Step.Index.PLAIN"
                    : "new Step.Index(" + fast + ", " + purge + ", " + workers + ", " + most + ")";
        }
    }

    /// The index is opened for searching and stays open.
    record Hold() implements Step {
        @Override
        public String toString() {
            return "new Step.Hold()";
        }
    }

    /// It is closed.
    record Release() implements Step {
        @Override
        public String toString() {
            return "new Step.Release()";
        }
    }
}
