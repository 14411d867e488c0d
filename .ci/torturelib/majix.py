"""Runs the real program over an archive, with an index and a result folder of its own."""
import os
import subprocess
import time

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../cli/bin/majix")
QUERIES = (["s:harbour"], ["b:violin", "s:~kettle"], ["-t", "s:quorum", "f:ledger"], ["F:-s"], ["p:box", "b:gla="],
           ["~nothing"])


class Finding(Exception):
    """A promise that did not hold."""


def check(holds, what):
    if not holds:
        raise Finding(what)


class Majix:
    def __init__(self, home, mail, index, folder, kind="maildir"):
        self.home, self.index, self.folder = home, index, folder
        self.rc = f"{home}/rc-{abs(hash((index, folder, kind)))}"
        with open(self.rc, "w") as rc:
            rc.write(f"base={mail}\nmaildir=md\nmh=mh\nmbox=box\nmfolder={folder}\nmformat={kind}\ndatabase={index}\n")
        self.env = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "MAJIX_RESIDENT": "no",
                    "MAJIXRC": self.rc}

    def start(self, *arguments):
        """A process group of its own."""
        return subprocess.Popen([PROGRAM, *arguments], env=self.env, start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments):
        """Status, standard output, standard error."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        err = err.decode(errors="replace")
        check("internal error" not in err and "\tat " not in err, f"majix {arguments}: {err}")
        return process.returncode, out.decode(errors="replace"), err

    def go(self, *arguments):
        """A run that has to succeed."""
        status, out, err = self.run(*arguments)
        check(status == 0, f"majix {arguments}: status {status}: {err}")
        return out

    def timed(self, *arguments):
        start = time.monotonic()
        self.go(*arguments)
        return time.monotonic() - start

    def answers(self):
        found = []
        for query in QUERIES:
            status, out, err = self.run("-r", *query)
            check(status in (0, 1), f"search {query}: status {status}: {err}")
            found.append((query, out))
        return found

    def same(self, wanted, when):
        """Whether the index answers as it should, and nothing lies about in it."""
        for (query, out), (_, right) in zip(self.answers(), wanted):
            check(out == right, f"{when}: {query} finds {out.count(chr(10))} messages, not {right.count(chr(10))}")
        left = [name for name in os.listdir(self.index) if name.endswith(".new") or name.startswith("new-segment")]
        check(not left, f"{when}: {left} left in the index")

    def shown(self):
        """What the result folder holds; None if it is not there."""
        if not os.path.lexists(self.folder):
            return None
        if os.path.isfile(self.folder):
            with open(self.folder, "rb") as file:
                return file.read()
        entries = {}
        for directory, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(directory, name)
                if os.path.basename(path).startswith(".majix") or ".majix-new" in directory:
                    continue
                if os.path.islink(path):
                    entries[path] = os.readlink(path)
                else:
                    with open(path, "rb") as file:
                        entries[path] = file.read()
        return entries
