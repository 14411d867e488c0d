"""Disks that are full, and disks that cannot be written."""
import os
import shutil
import subprocess

from torturelib.majix import Majix, check

mounted = []


def mount(*arguments):
    """Whether it can be mounted; needs root, and a kernel that lets it."""
    place = arguments[-1]
    os.makedirs(place, exist_ok=True)
    done = subprocess.run(["mount", *arguments], capture_output=True).returncode == 0
    if done:
        mounted.append(place)
    return done


def unmount(place):
    subprocess.run(["umount", place], check=True)
    mounted.remove(place)


def unmount_all():
    for place in list(mounted):
        subprocess.run(["umount", "-l", place])
        mounted.remove(place)


def told(majix, arguments, when):
    """The run has to end with one line that says why."""
    status, _, err = majix.run(*arguments)
    lines = [line for line in err.splitlines() if line]
    check(status == 3, f"{when}: status {status}: {err}")
    check(len(lines) == 1 and "No space left on device" in lines[0], f"{when}: {err!r}")


def full(world):
    place = f"{world.place}/small"
    need = sum(os.path.getsize(f"{world.fresh.index}/{name}") for name in os.listdir(world.fresh.index))
    if not mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", place):
        print("disk full: skipped, no tmpfs can be mounted here")
        return
    full_index(world, place, need)
    full_folder(world, place)
    unmount(place)


def full_index(world, place, need):
    majix = Majix(world.place, world.mail.root, f"{place}/index", f"{world.place}/unused")
    tried = 0
    shares = (0.1, 0.7) if world.options.short else (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
    for first in (True, False):
        for share in shares:
            subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
            world.restore(majix, first)
            size = int(need * (share if first else 1 + share / 8)) + 4096
            if subprocess.run(["mount", "-o", f"remount,size={size}", place], capture_output=True).returncode:
                continue
            status = majix.run()[0]
            if status:
                world.restore(majix, first) if not first else None
                told(majix, [], f"disk of {size} bytes")
                tried += 1
            subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
            majix.go()
            majix.same(world.wanted, f"after a disk of {size} bytes was full")
    check(tried > 0, "no disk was full")
    print(f"disks full while indexing: {tried}")
    shutil.rmtree(majix.index)


def full_folder(world, place):
    tried = 0
    for kind in ("maildir", "mh", "mbox"):
        majix = Majix(world.place, world.mail.root, world.fresh.index, f"{place}/results", kind)
        subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
        majix.go("s:harbour", "p:md")
        old = majix.shown()
        used = os.statvfs(place)
        size = (used.f_blocks - used.f_bfree) * used.f_frsize + 40960
        subprocess.run(["mount", "-o", f"remount,size={size}", place], check=True)
        told(majix, ["p:box"], f"disk of {size} bytes for a {kind} folder")
        check(majix.shown() == old, f"the old {kind} folder is not there after the disk was full")
        subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
        majix.go("p:box")
        check(majix.shown() != old, f"the {kind} folder is not written after the disk was full")
        tried += 1
        subprocess.run(["find", place, "-mindepth", "1", "-delete"], check=True)
    print(f"disks full while a folder is written: {tried}")


def read_only(world):
    """Mail that cannot be written is indexed; an index that cannot be written is searched."""
    majix = Majix(world.place, world.mail.root, f"{world.place}/ro-index", f"{world.place}/unused")
    if not (mount("--bind", world.mail.root, world.mail.root)
            and subprocess.run(["mount", "-o", "remount,ro,bind", world.mail.root]).returncode == 0):
        unmount_all()
        print("read-only: skipped, nothing can be mounted here")
        return
    majix.go()
    majix.same(world.wanted, "read-only mail")
    folder = Majix(world.place, world.mail.root, majix.index, f"{world.place}/ro-results")
    folder.go("s:harbour")
    unmount(world.mail.root)
    world.restore(majix, False)
    old = majix.answers()
    check(mount("--bind", majix.index, majix.index), "the second bind mount")
    subprocess.run(["mount", "-o", "remount,ro,bind", majix.index], check=True)
    check(majix.answers() == old, "answers of a read-only index")
    folder.go("s:harbour")
    status, _, err = majix.run()
    check(status == 3 and err.count("\n") == 1 and "Read-only file system" in err,
          f"indexing into a read-only index: {status} {err!r}")
    unmount(majix.index)
    majix.go()
    majix.same(world.wanted, "an index that was read-only")
    print("read-only mail, read-only index: 2")
