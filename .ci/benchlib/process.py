"""Runs one program and tells what it took.

posix_spawn and wait4 cost a fraction of a millisecond and give user time, system time and peak memory of exactly this
child. One thing they cannot give: a child that stays smaller than this Python program, because Linux lets it inherit
our peak until it has its own memory. For those GNU time, a far smaller parent, is asked once (peak_rss_kb).
"""
import os
import resource
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class Trouble(Exception):
    """Something the user should read, in one line."""


@dataclass(frozen=True)
class Run:
    wall_ms: float
    cpu_ms: float
    rss_kb: int  # 0 where it is hidden by our own
    status: int


def environment(**more):
    """What every measured program sees: nothing that changes how Java, majix or mairix work, and a UTF-8 locale."""
    strange = ("MAJIX", "MAIRIX", "NOTMUCH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "LC_", "LANG")
    env = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return env | {"LC_ALL": "C.UTF-8"} | more


def run(argv, env, out, err):
    """Runs argv, whose first word is a whole path, with its output in the files out and err."""
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(out), write, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, str(err), write, 0o600),
    ]
    start = time.perf_counter_ns()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter_ns() - start
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rss = usage.ru_maxrss if usage.ru_maxrss > ours else 0
    return Run(wall / 1e6, (usage.ru_utime + usage.ru_stime) * 1e3, rss, os.waitstatus_to_exitcode(status))


def peak_rss_kb(argv, env, out, err):
    """Runs argv under GNU time and returns its peak memory, 0 if there is no GNU time."""
    if not os.access("/usr/bin/time", os.X_OK):
        return 0
    report = Path(str(err) + ".time")
    run(["/usr/bin/time", "-q", "-f", "%M", "-o", str(report), *argv], env, out, err)
    lines = report.read_text().split()
    return int(lines[-1]) if lines and lines[-1].isdigit() else 0


def count_lines(path):
    """Lines of a file, without holding it in memory."""
    lines = 0
    with open(path, "rb") as file:
        while block := file.read(1 << 16):
            lines += block.count(b"\n")
    return lines


def first_line(path):
    with open(path, errors="replace") as file:
        return file.readline().strip()


def directory_bytes(path):
    """Sum of the sizes of all files below path, or of the file path."""
    if path.is_file():
        return path.stat().st_size
    return sum(os.lstat(os.path.join(top, name)).st_size for top, _, names in os.walk(path) for name in names)


def remove(path):
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def quietly(argv, env=None):
    """Runs something that is not measured; Trouble with its last line if it fails."""
    done = subprocess.run([str(word) for word in argv], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          errors="replace")
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise Trouble(f"{' '.join(map(str, argv[:3]))} …: exit {done.returncode}: {last}")
    return done.stdout
