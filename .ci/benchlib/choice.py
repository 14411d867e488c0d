"""Chooses what to search for, so that the numbers of hits are about the wanted ones in whatever archive is there.

benchlib.words estimates from a sample; then majix counts the candidates itself. The other tools' counts differ a little,
because they cut words differently, and stand in the table beside majix's.
"""
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchlib.process import Trouble, quietly
from benchlib.tools import Query


@dataclass(frozen=True)
class Choice:
    few: Query
    many: Query
    most: Query
    substring: Query
    errors: Query
    phrase: Query | None
    month: Query
    path: Query
    wanted: tuple[int, int]  # hits that many and most were chosen for


def count(tool, argv):
    """How many lines a search prints; 0 for any trouble. Counted as they come, so that this process stays small."""
    with subprocess.Popen(argv, env=tool.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as search:
        lines = sum(1 for _ in search.stdout)
    return lines if search.returncode == 0 else 0


def count_all(majix):
    """How many messages majix has in its index."""
    return count(majix, [*majix.argv, "-r", "z:0-"])


def hits(tool, query):
    return count(tool, tool.search(query))


def closest(tool, candidates, wanted, near, tries):
    """The first query that finds wanted ± near messages, otherwise the best of so many."""
    best, distance = None, None
    for query in candidates[:tries]:
        found = hits(tool, query)
        if found and (best is None or abs(found - wanted) < distance):
            best, distance = query, abs(found - wanted)
            if distance <= near:
                break
    return best


def choose(tool, archive, layout):
    """Queries for an archive that the tool has indexed; with 2, about 1,000 and about 50,000 hits, fewer in a small one."""
    messages = archive.messages
    many, most = max(1, min(1_000, messages // 10)), max(1, min(50_000, messages // 4))
    root = archive.maildir if layout == "maildir" else archive.mbox
    sample = json.loads(quietly([sys.executable, Path(__file__).with_name("words.py"), root,
                                 many / messages, most / messages]))
    def words(texts):
        return [Query("word", text) for text in texts]
    long = [text for text in sample["words"][0] if len(text) >= 7] + [text for text in sample["words"][0] if len(text) < 7]
    few = closest(tool, words(sample["once"]), 2, 0, 40)
    middle = closest(tool, words(long), many, many // 10, 15)
    upper = closest(tool, words(sample["words"][1]), most, most // 10, 15)
    if not few or not middle or not upper:
        raise Trouble(f"found no words to search for in {archive.root}: is the index whole?")
    phrase = closest(tool, [Query("phrase", text) for text in sample["phrases"]], messages // 200, messages // 400, 15)
    places = archive.folders() if layout == "maildir" else sorted(archive.mbox.glob("*.mbox"))
    return Choice(few, middle, upper, Query("substring", middle.text[1:5]), Query("errors", middle.text), phrase,
                  Query("month", sample["month"]), Query("path", places[len(places) // 2].name), (many, most))
