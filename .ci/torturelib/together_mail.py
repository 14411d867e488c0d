"""An archive that changes in batches, and what a search must find in each of its states."""

import os
import random
import time

PER_BATCH = 40
WORDS = ["anchor", "buoy", "chart", "dinghy", "ebb", "fathom", "galley", "halyard", "inlet", "jib", "keel", "lee", "mast", "oar"]


class Archive:
    """A Maildir and an mbox. `states[k]` are the messages of the batches so far, less those deleted: a commit holds just one
    of them, because mail changes only while no indexing run is under way."""

    def __init__(self, top, messages, seed):
        self.top, self.pick = top, random.Random(seed)
        self.maildir, self.mbox = os.path.join(top, "md"), os.path.join(top, "box")
        for sub in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(self.maildir, sub))
        self.files = {}
        # newest[k]: the newest batch in state k
        self.states, self.batches, self.newest = [set()], [set()], [0]
        for _ in range(0, messages, PER_BATCH):
            self.add()
        self.commit(set().union(*self.batches))

    def text(self, batch, number):
        parent = f"In-Reply-To: <b{batch}.0@x.example>\n" if number else ""
        body = "\n".join(" ".join(self.pick.choices(WORDS, k=10)) for _ in range(self.pick.randint(2, 20)))
        when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1_600_000_000 + batch * 5_000 + number))
        return (f"From: Ann <ann@x.example>\nTo: list@x.example\nSubject: together batch{batch}\nDate: {when}\n"
                f"Message-ID: <b{batch}.{number}@x.example>\n{parent}\n{body}\n")

    def commit(self, state):
        self.states.append(state)
        self.newest.append(len(self.batches) - 1)

    def deliver(self):
        """A new state: a batch more, some messages deleted."""
        new = self.add()
        self.commit((self.states[-1] | new) - self.expunge())

    def add(self):
        """A batch: half of it into the Maildir, half to the end of the mbox."""
        batch = len(self.batches)
        new = set()
        with open(self.mbox, "a", encoding="utf-8") as box:
            for i in range(PER_BATCH):
                text = self.text(batch, i)
                if i % 2:
                    box.write(f"From ann@x.example Tue Mar  4 12:00:00 2025\n{text}\n")
                else:
                    name = f"{1_600_000_000 + batch}.b{batch}n{i}.host"
                    path = os.path.join(self.maildir, "cur", name + ":2,")
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(text)
                    self.files[f"b{batch}.{i}"] = path
                new.add(f"b{batch}.{i}")
        self.batches.append(new)
        return new

    def expunge(self):
        """Deletes some messages of the Maildir and marks others as read."""
        old = sorted(self.files)
        gone = set(self.pick.sample(old, 8))
        for name in gone:
            os.unlink(self.files.pop(name))
        for name in self.pick.sample(sorted(self.files), 15):
            path = self.files[name]
            marked = path + "S" if path.endswith(":2,") else path[:-1]
            os.rename(path, marked)
            self.files[name] = marked
        return gone

    def fits(self, found, asked, first, last, partial):
        """Whether an answer is what a state from first to last has of the messages asked for. While the first run is at
        work, any part of that is an answer."""
        wanted = [asked & state for state in self.states[first:last + 1]]
        return any(found == want or partial and found <= want for want in wanted)

    def in_maildir(self):
        """All messages that ever were in the Maildir."""
        return {name for batch in self.batches for name in batch if int(name.split(".")[1]) % 2 == 0}
