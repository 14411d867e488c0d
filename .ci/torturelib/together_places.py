"""Two places of the together campaign: an index that is made anew under a shell and a server, and a home without locks."""

import os
import shutil
import signal
import subprocess
import time

from torturelib.together_answers import TOLD

# stands for NFS without lockd: no locks, no sockets
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/socket.h>

static int locks(int command)
{
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
}

static int through(const char *name, int fd, int command, void *argument)
{
    int (*real)(int, int, ...) = (int (*)(int, int, ...)) dlsym(RTLD_NEXT, name);
    if (locks(command)) {
        errno = ENOLCK;
        return -1;
    }
    return real(fd, command, argument);
}

#define ARGUMENT va_list list; va_start(list, command); void *argument = va_arg(list, void *); va_end(list)
int fcntl(int fd, int command, ...) { ARGUMENT; return through("fcntl", fd, command, argument); }
int fcntl64(int fd, int command, ...) { ARGUMENT; return through("fcntl64", fd, command, argument); }
int flock(int fd, int operation) { (void) fd; (void) operation; errno = ENOLCK; return -1; }
#ifdef NO_SOCKETS
int bind(int fd, const struct sockaddr *address, socklen_t length)
{
    (void) fd; (void) address; (void) length;
    errno = EPERM;
    return -1;
}
#endif
"""
SHIM_SOCKETS = SHIM.replace("int fcntl(int", "static int unused_fcntl(int").replace("int fcntl64(int", "static int unused_fcntl64(int") \
    .replace("int flock(int", "static int unused_flock(int")


def rebuilt(campaign):
    """The index is deleted and made anew while a shell and a server have it open."""
    shell = subprocess.Popen([campaign.bin, "shell", "-f", campaign.rc], env=campaign.env, stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    os.makedirs(os.path.join(campaign.top, "run"), mode=0o700, exist_ok=True)
    served = campaign.env | {"XDG_RUNTIME_DIR": os.path.join(campaign.top, "run")}
    server = subprocess.Popen([campaign.bin, "serve", "-f", campaign.rc, "--idle", "60"], env=served)
    time.sleep(3)

    def ask():
        shell.stdin.write("s:together\n")
        shell.stdin.flush()
        told = shell.stdout.readline()
        hits = int(told.split()[0]) if told[:1].isdigit() else -1
        for _ in range(max(0, hits)):
            shell.stdout.readline()
        return hits, campaign.majix("--count", "s:together", env=served).stdout.strip()
    try:
        for made_anew in (False, True, True):
            if made_anew:
                campaign.archive.deliver()
                shutil.rmtree(os.path.join(campaign.top, "majix.index"))
                campaign.run()
            hits, counted = ask()
            want = len(campaign.archive.states[-1])
            campaign.count("answers of a shell and a server whose index was made anew", 2)
            if hits != want or counted != str(want):
                campaign.fault(f"after a new index the shell says {hits}, the server {counted}, there are {want}")
    finally:
        shell.stdin.close()
        for process in (shell, server):
            process.send_signal(signal.SIGTERM)
            process.wait()


def library(campaign, name, source):
    path = os.path.join(campaign.top, name)
    with open(path + ".c", "w", encoding="utf-8") as file:
        file.write(source)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", path + ".so", path + ".c", "-ldl"], check=True)
    return path + ".so"


def no_locks(campaign):
    """What works on a file system without locks, and what the rest tells: one line, exit 3."""
    if not shutil.which("cc"):
        print("skipped: no C compiler, so no file system without locks")
        return
    campaign.archive.deliver()
    bare = campaign.env | {"LD_PRELOAD": library(campaign, "nolocks", SHIM)}
    dry = campaign.env | {"LD_PRELOAD": library(campaign, "nosockets", "#define NO_SOCKETS\n" + SHIM_SOCKETS)}
    count = len(campaign.archive.states[-2])
    for what, env, arguments, status, told in (
            ("index", bare, [], 3, ("cannot lock the index", "No locks available", "database=")),
            ("search", bare, ["--count", "s:together"], 0, ()),
            ("folder", bare, ["-o", f"{campaign.top}/bare", "s:batch1", "d:2020-09-13..2020-09-14"], 0, ()),
            ("save", bare, ["save", "bare", "s:batch1"], 0, ()),
            ("serve", bare, ["serve", "--idle", "1"], 3, ("has no file locks", "XDG_RUNTIME_DIR")),
            ("serve without sockets", dry, ["serve", "--idle", "1"], 3, ("allows no sockets", "XDG_RUNTIME_DIR"))):
        done = campaign.majix(*arguments, env=env)
        lines = [line for line in done.stderr.splitlines() if not TOLD.fullmatch(line)]
        campaign.count("command lines without locks or sockets")
        good = done.returncode == status and len(lines) == (1 if told else 0) and all(part in done.stderr for part in told)
        if not good or what == "search" and done.stdout.strip() != str(count):
            campaign.fault(f"without locks, {what}: exit {done.returncode}: {done.stdout.strip()[:200]} {done.stderr.strip()[:500]}")
        elif told:
            print(f"without locks, {what}: {lines[0]}")
