"""Signals at random moments."""
import os
import shutil
import signal
import subprocess
import time
from collections import Counter

from torturelib.majix import Finding, Majix, check

SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


def java_of(group):
    """The JVM of a process group; the launcher starts it, or becomes it."""
    found = subprocess.run(["pgrep", "-g", str(group), "java"], capture_output=True, text=True).stdout.split()
    return int(found[-1]) if found else None


def strike(world, process, seconds, number):
    """Waits for a random moment, then signals the whole group or the JVM alone.

    Returns whether it was still running."""
    time.sleep(world.random.uniform(0, 1.1) * seconds)
    running = process.poll() is None
    which = SIGNALS[world.random.randrange(len(SIGNALS))]
    java = java_of(process.pid) if number % 2 else None
    try:
        if java:
            os.kill(java, which)
        elif running:
            os.killpg(process.pid, which)
    except ProcessLookupError:
        running = False
    try:
        _, err = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise Finding(f"{which.name} does not end majix within a minute") from None
    check(b"internal error" not in err and b"\tat " not in err, f"after {which.name}: {err}")
    return running, which.name


def indexing(world, first, arguments, number, seconds):
    """An indexing run, and the next one."""
    majix = Majix(world.place, world.mail.root, f"{world.place}/index", f"{world.place}/unused")
    world.restore(majix, first)
    running, which = strike(world, majix.start(*arguments), seconds, number)
    when = f"{which} amid majix {' '.join(arguments)} ({'first index' if first else 'update'})"
    status, _, err = majix.run("--wait", "0")
    check(status == 0, f"{when}: the next run ends with {status}: {err}")
    check("making it anew" not in err or first and "has no commit" in err, f"{when}: {err}")
    majix.same(world.wanted, when)
    return running, which


class Folders:
    """Searches that write a folder: what it held before, and what it is to hold."""
    OLD, NEW = ["s:harbour"], ["-t", "b:violin", "s:~kettle"]

    def __init__(self, world, kind):
        self.majix = Majix(world.place, world.mail.root, world.fresh.index, f"{world.place}/results-{kind}", kind)
        self.kind = kind
        self.majix.go(*self.OLD)
        self.old = self.majix.shown()
        self.seconds = self.majix.timed(*self.NEW)
        self.new = self.majix.shown()

    def search(self, world, number):
        """A search, and the next one."""
        self.majix.go(*self.OLD)
        running, which = strike(world, self.majix.start(*self.NEW), self.seconds, number)
        left = self.majix.shown()
        check(left in (self.old, self.new, None), f"{which} left a {self.kind} folder that is neither old nor new")
        self.majix.go(*self.NEW)
        check(self.majix.shown() == self.new, f"{which}: the next search leaves another {self.kind} folder")
        beside = [name for name in os.listdir(world.place) if name.startswith(f".results-{self.kind}.majix-")]
        check(not beside, f"{which}: {beside} left beside the {self.kind} folder")
        return running, which


def up(world, number, majix, seconds):
    """The folder of a saved search; `majix up` from another index than the folder was made from."""
    world.restore(majix, False)
    majix.go("up")
    majix.go()
    running, which = strike(world, majix.start("up"), seconds, number)
    majix.go("up")
    target = f"{world.place}/kept-violin"
    names = {os.path.realpath(os.path.join(directory, name)) for directory, _, names in os.walk(target)
             for name in names if os.path.islink(os.path.join(directory, name))}
    links = majix.go("-0", "--format=paths", "b:violin").split("\0")
    check(names == {path for path in links if "/md/" in path or "/mh/" in path}, f"{which} amid majix up")
    return running, which


def signals(world):
    tally, struck = Counter(), Counter()
    folders = [Folders(world, kind) for kind in ("maildir", "mh", "mbox")]
    live = Majix(world.place, world.mail.root, f"{world.place}/live", f"{world.place}/kept")
    live.go()
    live.go("save", "violin", "b:violin")
    number = 0
    while sum(struck.values()) < world.options.moments:
        kind = number % 10
        if kind < 3:
            name, (running, which) = "first index", indexing(world, True, [], number, world.seconds)
        elif kind < 6:
            arguments = [[], ["-F"], ["-p"]][kind - 3]
            name, (running, which) = f"update {arguments}", indexing(world, False, arguments, number, world.seconds)
        elif kind < 9:
            name, (running, which) = f"search {folders[kind - 6].kind}", folders[kind - 6].search(world, number)
        else:
            name, (running, which) = "up", up(world, number, live, folders[0].seconds)
        number += 1
        if running:
            tally[name] += 1
            struck[which] += 1
    shutil.rmtree(live.index)
    for name, count in sorted(tally.items()):
        print(f"moments of {name}: {count}")
    for name, count in sorted(struck.items()):
        print(f"{name} amid a run: {count}")
