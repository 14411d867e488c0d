"""Clocks that went back, and mail that changes while it is read."""
import os
import threading
import time

from torturelib.mail import Mail
from torturelib.majix import Majix, check


def shift(root, seconds):
    """Sets the times of everything below a directory."""
    now = time.time() + seconds
    for directory, _, names in os.walk(root):
        for name in names:
            os.utime(os.path.join(directory, name), (now, now), follow_symlinks=False)
        os.utime(directory, (now, now))


def compared(world, majix, root, when):
    """The index against a fresh one."""
    fresh = Majix(world.place, root, f"{world.place}/fresh-{when.replace(' ', '-')}", f"{world.place}/unused")
    fresh.go()
    majix.same(fresh.answers(), when)


def clock(world):
    """The clock was ahead by a year when the index was made, or is behind now: in either case what comes is found."""
    year = 365 * 86400
    tried = 0
    for index_ahead, mail_ahead, fast in ((year, 0, False), (year, year, True), (0, year, True), (0, -year, True)):
        root = f"{world.place}/clock-{tried}"
        mail = Mail(root, world.options.messages // 10, tried)
        majix = Majix(world.place, root, f"{root}-index", f"{world.place}/unused")
        shift(root, mail_ahead)
        majix.go()
        shift(majix.index, index_ahead)
        check(majix.go("--count", "~nothing").strip() == str(mail.count), "messages of an index from another time")
        mail.change(8)
        for part in ("md/new", "md/cur", "mh"):
            # as if the clock had gone back before the delivery
            os.utime(f"{root}/{part}", (time.time() - 3600 - year, time.time() - 3600 - year))
        majix.go(*(["-F"] if fast else []))
        compared(world, majix, root, f"clock {tried}")
        tried += 1
    print(f"clocks: {tried}")


class Hand(threading.Thread):
    """Delivers, expunges and rewrites the mbox all the time."""

    def __init__(self, mail):
        super().__init__(daemon=True)
        self.mail = mail
        self.stopped = threading.Event()
        self.changes = 0

    def run(self):
        while not self.stopped.is_set():
            self.mail.change(8)
            self.mail.rewrite_box(in_place=self.changes % 2 == 0)
            self.changes += 1
            time.sleep(0.02)


def changing(world):
    root = f"{world.place}/changing"
    mail = Mail(root, world.options.messages // 2, 7)
    majix = Majix(world.place, root, f"{root}-index", f"{world.place}/unused")
    hand = Hand(mail)
    hand.start()
    runs = 0
    for number in range(3 if world.options.short else 15):
        status, _, err = majix.run(*[[], ["-F"], ["-p"]][number % 3])
        check(status in (0, 3), f"status {status} while mail changes: {err}")
        for line in err.splitlines():
            check(root in line, f"while mail changes: {line}")
        check(majix.run("--count", "~nothing")[0] == 0, "a search while mail changes")
        runs += 1
    hand.stopped.set()
    hand.join()
    majix.go()
    compared(world, majix, root, "mail that changed")
    print(f"runs while mail changed: {runs}")
    print(f"changes meanwhile: {hand.changes}")
