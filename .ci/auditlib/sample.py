"""Sampled messages, read by another reader, must be found by what it sees of them."""

import collections
import hashlib
import os
import random
import re
import subprocess
import time

from auditlib import explained, questions
from auditlib.reader import Reader

# what makes a message one for the sample of oddities
ODD = {
    "odd charset": re.compile(rb"(?i)charset=[\"' ]*(?!us-ascii|utf-8|iso-8859-1\b|ascii\b)[\w.:]"),
    "encoded word in an odd charset": re.compile(rb"(?i)=\?(?!utf-8|us-ascii|iso-8859-1\?)[^?\s]+\?[bq]\?"),
    "cut or ill-formed encoded word": re.compile(rb"(?im)^(?:subject|from|to|cc): .*=\?[^?\s]+\?(?:[bq]\?(?:[^?\n]*$|[^?\n]* )|[^bq])"),
    "8-bit header": re.compile(rb"(?im)\A(?:[^\r\n]+\r?\n)*?(?:subject|from|to|cc):[^\r\n]*[\x80-\xff]"),
    "RFC 2231 name": re.compile(rb"(?i)name\*\d*\*?="),
    "encoded word in quotes": re.compile(rb"(?i)\"[^\"\n]*=\?[^?\s]+\?[bq]\?[^\"\n]*\""),
    "encoded file name": re.compile(rb"(?i)name=\"?=\?"),
    "encoded words beside each other": re.compile(rb"(?i)\?=\s+=\?"),
}

# what makes a message in an mbox another than it was
WRITTEN_BY_MBOX = re.compile(rb"\AFrom [^\n]*\n|^(?:Status|X-Status|Content-Length|Lines):[^\n]*\n|^>(?=>*From )", re.M)


class Server:
    """majix serve while the questions are asked; without it they take longer."""

    def __init__(self, majix, work):
        runtime = os.path.join(work, "run")
        os.makedirs(runtime, mode=0o700, exist_ok=True)
        majix.env["XDG_RUNTIME_DIR"] = runtime
        self.process = subprocess.Popen([*majix.command, "serve", "-f", majix.rc, "--idle", "600"], env=majix.env,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        socket = os.path.join(runtime, "majix")
        until = time.monotonic() + 10
        while time.monotonic() < until and not (os.path.isdir(socket) and any(n.endswith(".sock") for n in os.listdir(socket))):
            time.sleep(0.05)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Asked:
    """What was asked and what was not found."""

    def __init__(self):
        self.messages, self.questions, self.wrong = 0, collections.Counter(), collections.Counter()
        self.differences = collections.defaultdict(list)
        self.silent = collections.Counter()


def ask(majix, line, path, content, seed, generous, asked):
    """Asks for one message; one search for all questions, and one for each only if that fails."""
    pick = random.Random(f"{seed} {hashlib.sha256(content).hexdigest()}")
    reading = Reader(content)
    made = questions.ask_for(reading, pick, generous)
    asked.messages += 1
    asked.questions.update(question.field for question in made)
    here = f'p:"{path}"'
    if not made:
        asked.silent[line] += 1
        return
    if line in majix.hits(*map(questions.argument, made), here):
        return
    for question in made:
        if line not in majix.hits(questions.argument(question), here):
            asked.differences[explained.reason(question, reading, content)].append((line, question))


def tell(table, title, asked, noted, bounded):
    """A row for each class of differences; those that VIOLATIONS.md does not name are failures."""
    total = sum(asked.questions.values())
    missed = sum(map(len, asked.differences.values()))
    kinds = " ".join(f"{key} {number}" for key, number in sorted(asked.questions.items()))
    table.head(f"{title}: {asked.messages} messages, {total} questions ({kinds})", "", "seen", "noted")
    table.row(asked.messages > 0 and len(asked.silent) * 10 < asked.messages, "messages with nothing to ask", len(asked.silent), "")
    for name, found in sorted(asked.differences.items()):
        known = name in noted
        good = known and (not bounded or len(found) <= noted[name])
        table.row(good, name[:34], len(found), noted.get(name, "-"))
        for line, question in found if not good else []:
            print(f"    {questions.argument(question)!r} of {line}")
    print(f"    found: {total - missed} of {total}")


def odd_kinds(content):
    return [name for name, pattern in ODD.items() if pattern.search(content)]


def spread(by_tree, size, pick):
    """Messages of all trees in turn, none twice."""
    left = {tree: pick.sample(lines, len(lines)) for tree, lines in sorted(by_tree.items())}
    chosen = []
    while len(chosen) < size and any(left.values()):
        for lines in left.values():
            if lines and len(chosen) < size:
                chosen.append(lines.pop())
    return chosen


def run(table, majix, work, place, read, seed, sizes, bounded):
    """Both samples. place and read are the audit's: of a raw line the place, and the message's bytes."""
    base = majix.base
    noted = explained.noted()
    everything = majix.hits("z:0-")
    by_tree = collections.defaultdict(list)
    for line in everything:
        by_tree["/".join(os.path.relpath(place(line)[0], base).split("/")[:2])].append(line)
    with Server(majix, work):
        asked = Asked()
        for line in spread(by_tree, sizes[0], random.Random(seed)):
            ask(majix, line, place(line)[0], read(line), seed, False, asked)
        tell(table, f"sample of {len(by_tree)} trees", asked, noted.get("sample", {}), bounded)
        asked, kinds = Asked(), collections.Counter()
        for line, content in odd(everything, base, place, read, sizes[1], random.Random(seed)):
            kinds.update(odd_kinds(content))
            ask(majix, line, place(line)[0], content, seed, True, asked)
        tell(table, "sample of oddities", asked, noted.get("oddities", {}), bounded)
        for name, number in kinds.most_common():
            print(f"    {name}: {number}")


def odd(everything, base, place, read, others, pick):
    """All different messages of small, rather from files of their own than from an mbox, and others that are odd."""
    known = set()
    for line in sorted(pick.sample(everything, len(everything)), key=lambda line: line.startswith("mbox:")):
        small = os.path.relpath(place(line)[0], base).startswith("small/")
        if not small and others <= 0:
            continue
        content = read(line)
        key = hashlib.sha256(WRITTEN_BY_MBOX.sub(b"", content.replace(b"\r", b"")).strip()).digest()
        if key in known or not (small or odd_kinds(content)):
            continue
        known.add(key)
        others -= not small
        yield line, content
