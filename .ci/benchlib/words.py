"""Words by how many messages have them, from a sample of an archive.

Run as a program: words.py MAILDIR|MBOXES FRACTION… prints JSON: for each fraction of the messages the words that come closest
to it, words seen once, phrases, days. It is a process of its own so that the measuring one stays small. The counts
are estimates; benchlib.choice lets the tools themselves count.
"""
import collections
import email.utils
import json
import math
import os
import random
import re
import sys
from pathlib import Path

WORD = re.compile(r"(?<![\w@.])[a-z]{4,12}(?![\w@.]\w)")
SAMPLE = 4000


def maildir_sample(maildir):
    names = sorted(os.path.join(top, name) for top, _, files in os.walk(maildir)
                   if os.path.basename(top) in ("cur", "new") for name in files)
    for name in names[:: max(1, len(names) // SAMPLE)]:
        with open(name, "rb") as file:
            yield file.read(1 << 16)


def mbox_sample(directory):
    files = sorted(Path(directory).glob("*.mbox"))
    total = sum(file.stat().st_size for file in files)
    step = max(1, total // 100)
    for file in files:
        with open(file, "rb") as mail:
            for at in range(0, file.stat().st_size, step):
                mail.seek(at)
                pieces = mail.read(min(step, 1 << 18)).split(b"\nFrom ")
                yield from pieces[1:-1]


def parts(message):
    """Header text and the lines of the body that look like language."""
    head, _, body = message.partition(b"\n\n")
    lines = body[: 1 << 16].decode("latin-1").lower().split("\n")
    return head.decode("latin-1"), [line for line in lines if len(line) < 60 or " " in line]


def day(head):
    found = re.search(r"(?mi)^date: *(.*)$", head)
    parsed = email.utils.parsedate(found[1]) if found else None
    return "%04d%02d" % parsed[:2] if parsed and 1990 <= parsed[0] <= 2030 and 1 <= parsed[1] <= 12 else None


def main(mail, fractions):
    words, phrases, months, messages = collections.Counter(), collections.Counter(), [], 0
    for message in maildir_sample(mail) if os.path.isdir(f"{mail}/cur") else mbox_sample(mail):
        head, lines = parts(message)
        messages += 1
        words.update(set(WORD.findall(" ".join(lines))))
        phrases.update({pair for line in lines for pair in re.findall(r"(?<!\S)(?=([a-z]{3,12} [a-z]{3,12})(?!\S))", line)})
        months.append(day(head))

    def closest(counts, fraction, many):
        aim = math.log(max(fraction * messages, 1))
        return [text for text, _ in sorted(counts.items(), key=lambda item: (abs(math.log(item[1]) - aim), item[0]))[:many]]

    once = sorted(word for word, count in words.items() if count == 1 and len(word) >= 5)
    random.Random(1).shuffle(once)
    months = sorted(month for month in months if month)
    json.dump({
        "messages": messages,
        "once": once[:400],
        "words": [closest(words, fraction, 30) for fraction in fractions],
        "phrases": closest(phrases, 0.005, 15),
        "month": months[len(months) // 2] if months else "201501",
    }, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], [float(text) for text in sys.argv[2:]])
