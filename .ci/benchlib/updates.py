"""Indexing: the first run, and runs after little or nothing has changed.

Whatever changes mail does so in scratch space: the archive itself is read only. A Maildir is copied there by hard links;
beside mbox files a further directory is named in the rc file.
"""
import itertools
import os
import subprocess

from benchlib.archive import linked_copy, messages_of
from benchlib.measure import Job, lines
from benchlib.process import quietly, remove
from benchlib.searches import shown
from benchlib.tools import Source

NAMES = ["index-maildir", "index-mbox", "nochange", "nochange-fast", "append", "flags", "one-folder", "cron"]


def source(archive, layout, *more):
    """The archive as rc file lines; more are further mbox patterns."""
    if layout == "maildir":
        return Source(archive.root, (f"maildir={archive.maildir}...", *(f"mbox={glob}" for glob in more)), archive.maildir)
    return Source(archive.root, tuple(f"mbox={glob}" for glob in (f"{archive.mbox}/*.mbox", *more)))


def index_job(tool, fast=False):
    return Job(tool.name, tool.index(fast), tool.env, repeatable=False)


def first(bench, tools, archive, layout, rounds):
    """Indexes from nothing; the index of the last round stays for the searches."""
    jobs = [Job(tool.name, tool.index(), tool.env, before=tool.forget) for tool in tools]
    rows = bench.measure(f"index-{layout}", f"first index, {layout}", jobs, rounds=rounds, warmups=0, floor=False)
    mail = archive.bytes(layout)
    for tool, row in zip(tools, rows):
        row.mail_bytes = mail
        row.index_bytes = tool.index_bytes() if not row.failure else None


def up_to_date(tools):
    """Brings the indexes up to date, unmeasured; a tool that cannot is left out."""
    def able(tool):
        if not tool.database.exists():
            tool.forget()
        done = subprocess.run(tool.index(), env=tool.env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return done.returncode == 0
    return [tool for tool in tools if able(tool)]


def unchanged(bench, tools, layout, rounds, only):
    for name, fast in (("nochange", False), ("nochange-fast", True)):
        if name in only:
            jobs = [Job(tool.name, tool.index(fast), tool.env) for tool in tools]
            bench.measure(name, f"indexing run, nothing new, {layout}{', -F' if fast else ''}", jobs, rounds=rounds, warmups=1)


def borrowed(kind, home, mail, tools):
    """Tools of the same kinds on other mail, each beginning with a copy of the index that is there."""
    made = []
    for tool in tools:
        copy = kind(tool.name, mail, home)
        remove(copy.database)
        quietly(["cp", "-a", tool.database, copy.database])
        made.append(copy)
    return made


def append(bench, tools, kind, archive, layout, generator, rounds):
    """1,000 new messages in a further mbox file, before every round."""
    home = bench.scratch / "append"
    remove(home)
    (home / "more").mkdir(parents=True)
    new = messages_of(generator.archive(1_000 * (rounds + 1), ("mbox",), seed=7).mbox)
    numbers = itertools.count()

    def thousand():
        with open(home / "more" / f"{next(numbers):03}.mbox", "wb") as file:
            file.writelines(itertools.islice(new, 1_000))

    here = borrowed(kind, home, source(archive, layout, f"{home}/more/*.mbox"), only_mbox(tools))
    bench.measure("append", f"1,000 new messages beside the {layout}", [index_job(tool) for tool in here],
                  rounds=rounds, warmups=0, floor=False, prepare=thousand)
    remove(home)


def only_mbox(tools):
    """mu and notmuch do not read mbox."""
    return [tool for tool in tools if tool.name in ("majix", "mairix")]


def maildir_changes(bench, kind, names, archive, rounds, only):
    """Renamed flags and one changed folder, in a linked copy of the Maildir with indexes of its own."""
    home = bench.scratch / "changes"
    remove(home)
    copy = home / "Maildir"
    linked_copy(archive.maildir, copy)
    tools = up_to_date([kind(name, Source(home, (f"maildir={copy}...",), copy), home) for name in names])
    if "flags" in only:
        many = min(10_000, max(1, archive.messages // 4)) if archive.messages else 10_000
        bench.measure("flags", f"{many:,} messages got or lost the flag S", [index_job(tool) for tool in tools],
                      rounds=rounds, warmups=0, floor=False, prepare=lambda: toggle_seen(copy, many))
    if "one-folder" in only:
        folders = sorted({top for top, names_, _ in os.walk(copy) if "cur" in names_})
        numbers = itertools.count()
        middle = folders[len(folders) // 2]
        bench.measure("one-folder", f"10 new messages in one of {len(folders)} folders, -F",
                      [index_job(tool, True) for tool in tools], rounds=rounds, warmups=0, floor=False,
                      prepare=lambda: deliver(middle, next(numbers)))
    remove(home)


def toggle_seen(maildir, many):
    """Renames so many messages in cur, the same ones each time."""
    for top, name in itertools.islice(messages_in_cur(maildir), many):
        base, _, flags = name.partition(":2,")
        flags = flags.replace("S", "") if "S" in flags else "".join(sorted(flags + "S"))
        os.rename(f"{top}/{name}", f"{top}/{base}:2,{flags}")


def messages_in_cur(maildir):
    for top, directories, names in os.walk(maildir):
        directories.sort()
        if top.endswith("/cur"):
            yield from ((top, name) for name in sorted(names))


def deliver(folder, number):
    for one in range(10):
        with open(f"{folder}/new/bench.{number}.{one}.example", "w") as file:
            file.write(f"From: alice@example.org\nTo: bob@example.org\nSubject: bench {number} {one}\n"
                       f"Date: Fri, 14 Mar 2025 09:26:53 +0100\nMessage-ID: <bench.{number}.{one}@example.org>\n\nA new message.\n")


def cron(bench, tools, kind, archive, layout, generator, choice, updates):
    """Searches in an index that was updated often, ten messages at a time, beside one made at once from the same mail."""
    home = bench.scratch / "cron"
    remove(home)
    home.mkdir(parents=True)
    inbox = home / "inbox.mbox"
    inbox.touch()
    mail = source(archive, layout, str(inbox))
    often = borrowed(kind, home / "often", mail, only_mbox(tools))
    new = messages_of(generator.archive(10 * updates, ("mbox",), seed=7).mbox)
    for _ in range(updates):
        with open(inbox, "ab") as file:
            file.writelines(itertools.islice(new, 10))
        for tool in often:
            quietly(tool.index(True), tool.env)
    fresh = up_to_date([kind(tool.name, mail, home / "fresh") for tool in often])
    for name, query in (("few", choice.few), ("1000", choice.many)):
        jobs = [Job(f"{tool.name}{mark}", tool.search(query), tool.env, count=lines)
                for some, mark in ((often, "+"), (fresh, "")) for tool in some]
        text = f"{name} hits after {updates:,} updates (+) and in a fresh index: {shown(query)}"
        rows = bench.measure("cron-" + name, text, jobs)
        for row, tool in zip(rows, often + fresh):
            row.index_bytes = tool.index_bytes()
    remove(home)
