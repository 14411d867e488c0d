"""An invented archive of all kinds for campaigns: Maildir, MH and mbox, with threads, and what happens to it."""
import os
import random

WORDS = "harbour ledger quorum violin kettle saffron glacier tunnel parsley compass orchid anvil meadow zeppelin".split()
EPOCH = 1_700_000_000


class Mail:
    def __init__(self, root, messages, seed):
        self.root = root
        self.random = random.Random(seed)
        self.count = 0
        self.ids = []
        for part in ("md/cur", "md/new", "md/tmp", "mh"):
            os.makedirs(f"{root}/{part}")
        for _ in range(messages // 2):
            self.deliver()
        for number in range(1, messages // 6 + 1):
            self.write(f"mh/{number}", self.text())
        with open(f"{root}/box", "wb") as box:
            for _ in range(messages // 3):
                box.write(self.in_mbox())

    def text(self):
        """A message; one in three answers an earlier one."""
        number = self.count
        self.count += 1
        words = self.random.choices(WORDS, k=6)
        body = "\n".join(" ".join(self.random.choices(WORDS, k=9)) for _ in range(self.random.randint(3, 60)))
        answered = f"References: <{self.random.choice(self.ids)}>\n" if self.ids and self.random.random() < 0.3 else ""
        self.ids.append(f"{number}@torture.example")
        return (f"From: Ann {words[0].title()} <ann.{words[0]}@torture.example>\nTo: Ron <ron@torture.example>\n"
                f"Subject: {words[1]} {words[2]} n{number}\nMessage-ID: <{number}@torture.example>\n{answered}"
                f"Date: Tue, {1 + number % 28:02d} Mar 2025 12:00:{number % 60:02d} +0000\n\n"
                f"{body}\n").encode()

    def in_mbox(self):
        return b"From ann@torture.example Tue Mar  4 12:00:00 2025\n" + self.text() + b"\n"

    def write(self, name, data):
        path = f"{self.root}/{name}"
        with open(path, "wb") as file:
            file.write(data)
        os.utime(path, (EPOCH + self.count, EPOCH + self.count))

    def deliver(self):
        number = self.count
        name = f"{EPOCH + number}.M{number}.torture"
        self.write(f"md/tmp/{name}", self.text())
        place = f"md/new/{name}" if self.random.random() < 0.3 else f"md/cur/{name}:2,S"
        os.rename(f"{self.root}/md/tmp/{name}", f"{self.root}/{place}")

    def some(self, part, how_many):
        names = sorted(os.listdir(f"{self.root}/{part}"))
        return self.random.sample(names, min(how_many, len(names)))

    def change(self, size):
        """Adds, expunges, flags, appends to the mbox and edits in MH."""
        for _ in range(size):
            self.deliver()
        for name in self.some("md/cur", size // 3):
            os.remove(f"{self.root}/md/cur/{name}")
        for name in self.some("md/new", size // 3):
            os.rename(f"{self.root}/md/new/{name}", f"{self.root}/md/cur/{name}:2,FS")
        with open(f"{self.root}/box", "ab") as box:
            for _ in range(size):
                box.write(self.in_mbox())
        for name in self.some("mh", size // 8):
            os.remove(f"{self.root}/mh/{name}")

    def rewrite_box(self, in_place):
        """What a mail program does when it expunges: a part of the messages, in a new file or in the same one."""
        with open(f"{self.root}/box", "rb") as box:
            messages = box.read().split(b"\nFrom ann@")
        messages[1:] = [b"From ann@" + message for message in messages[1:]]
        kept = [message for i, message in enumerate(messages) if i == 0 or self.random.random() > 0.02]
        data = b"\n".join(kept)
        if in_place:
            with open(f"{self.root}/box", "r+b") as box:
                box.write(data)
                box.truncate()
        else:
            with open(f"{self.root}/box.tmp", "wb") as box:
                box.write(data)
            os.rename(f"{self.root}/box.tmp", f"{self.root}/box")

    def bytes(self):
        """All files with what is in them."""
        found = {}
        for directory, _, names in os.walk(self.root):
            for name in names:
                with open(os.path.join(directory, name), "rb") as file:
                    found[os.path.join(directory, name)] = hash(file.read())
        return found
