"""The searches that are made, and whether an answer is that of a commit."""

import json
import os
import re

KINDS = ["raw", "count", "folder", "json", "threads", "shared", "count", "batch", "shared", "folder"]
MESSAGE_ID = re.compile(r"(?mi)^Message-ID: <(b\d+\.\d+)@x\.example>")
FILE = re.compile(r"\.b(\d+)n(\d+)\.host")
# told beside an answer: folders that are new, and mail that the index still has but the disk has not
TOLD = re.compile(r"Created directory .*|majix: .*: (no such file or directory|no longer there)")


# a folder that others write, one after the other, for ten seconds
QUEUE = "another search is writing this folder"


def with_rc(arguments, rc):
    """The option for the rc file stands behind a subcommand."""
    subcommand = arguments and arguments[0] in ("save", "saved", "up", "serve", "shell")
    return [arguments[0], "-f", rc, *arguments[1:]] if subcommand else ["-f", rc, *arguments]


def arguments(kind, top, batch, number):
    """A command line; number names a folder of its own."""
    return {
        "raw": ["-r", "s:together", "p:/md/"],
        "count": ["--count", "s:together"],
        "json": ["--format=json", f"s:batch{batch}"],
        "threads": ["-t", "--format=msgid", f"s:batch{batch}", "b:anchor/buoy"],
        "batch": ["-r", f"s:batch{batch}", "p:/md/"],
        "folder": ["-o", f"{top}/own{number}", f"s:batch{batch}"],
        "shared": ["-o", f"{top}/shared", f"s:batch{batch}"],
    }[kind]


def files(text):
    return {f"b{batch}.{number}" for batch, number in FILE.findall(text)}


def ids(text):
    return set(re.findall(r"\bb\d+\.\d+(?=@x\.example)", text))


def wrong(kind, done, archive, batch, first, last, partial):
    """What is wrong with an answer; nothing if it is that of a commit."""
    strange = [line for line in done.stderr.splitlines() if not TOLD.fullmatch(line)]
    if done.returncode not in (0, 1) or strange:
        return f"no answer: {strange[:2]}"
    states = archive.states[first:last + 1]
    of_batch = archive.batches[batch]
    on_disk = archive.states[-1]  # of the rest, a search that opens mail finds the files gone
    if kind == "count":
        found = int(done.stdout)
        good = found in map(len, states) or partial and found <= len(states[-1])
        return "" if good else f"{found} messages, states have {list(map(len, states))}"
    if kind in ("raw", "batch"):
        asked = archive.in_maildir() & (of_batch if kind == "batch" else set().union(*states))
        found = files(done.stdout)
        good = archive.fits(found, asked, first, last, partial)
    elif kind in ("json", "threads"):
        # an object tells of the ids that a message mentions, too
        own = [i for line in done.stdout.splitlines() for i in json.loads(line)["ids"]] if kind == "json" else [done.stdout]
        found = ids("\n".join(own)) & of_batch
        good = any(found <= of_batch & state and (partial or of_batch & state & on_disk <= found) for state in states)
    else:
        told = re.search(r"Matched (\d+) messages", done.stdout)
        found = range(int(told[1]) if told else -1)
        good = told and (partial or any(len(of_batch & state & on_disk) <= len(found) <= len(of_batch & state) for state in states))
        if good and kind == "folder":
            return folder_wrong(done, len(found))
    return "" if good else f"{len(found)} of batch {batch}, states have {[len(of_batch & state) for state in states]}"


def folder_wrong(done, matched):
    folder = done.args[done.args.index("-o") + 1]
    entries = sum(len(os.listdir(os.path.join(folder, sub))) for sub in ("cur", "new")) if os.path.isdir(folder) else 0
    return "" if entries == matched else f"{matched} matched, {entries} in the folder"


def shared_folder(campaign):
    """What the searches into one folder left is the answer of one of them, and nothing beside it."""
    folder = os.path.join(campaign.top, "shared")
    found = set()
    for sub in ("cur", "new"):
        for name in os.listdir(os.path.join(folder, sub)):
            with open(os.path.join(folder, sub, name), encoding="utf-8") as file:
                found |= set(MESSAGE_ID.findall(file.read()))
    batches = {int(name[1:].split(".")[0]) for name in found}
    beside = [name for name in os.listdir(campaign.top) if name.startswith(".shared")]
    if len(batches) > 1 or beside:
        campaign.fault(f"the shared folder has batches {sorted(batches)}, beside it {beside}")
    campaign.count("messages in the shared folder at the end", len(found))
