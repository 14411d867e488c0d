"""Questions by which majix must find a message, made of what a reader sees of it."""

import collections
import re
import unicodedata

# field: key; text: what is asked for; source: the Seen it comes from
Question = collections.namedtuple("Question", "field text source")

WHOLE = re.compile(r"\w[\w.+-]*@\w[\w-]*(?:\.[\w-]*\w)+")
LONGEST = 60


def is_word(c):
    return c == "_" or unicodedata.category(c)[0] in "LM" or unicodedata.category(c) == "Nd"


def runs(text):
    """Words of a text, with start and end; those beside a character that could not be decoded are left out."""
    found, start = [], None
    for i, c in enumerate(text + " "):
        if is_word(c):
            start = i if start is None else start
        elif start is not None:
            doubtful = c == "\ufffd" or "\ud800" <= c <= "\udfff" or (start and text[start - 1] == "\ufffd")
            if i - start <= LONGEST and not doubtful:
                found.append((text[start:i], start, i))
            start = None
    return found


def is_run_script(word):
    """Written without blanks between words: any part of it can be asked for."""
    return any("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3"
               for c in word)


def part_of(word, pick):
    """What to ask for: the word, or a part of a run of Han, Kana, Hangul or Thai."""
    run = re.search(r"[\u0e01-\u0e3a\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]{2,}", word)
    if not run:
        return word
    start = pick.randrange(len(run[0]) - 1)
    return run[0][start:start + pick.randint(2, 4)]


def choose(words, number, pick):
    """Some of the words: half of them, if there are, not ASCII."""
    unique = sorted({word for word, _, _ in words if len(word) > 1 or not word.isascii()})
    strange = [word for word in unique if not word.isascii()]
    chosen = pick.sample(strange, min(len(strange), (number + 1) // 2))
    plain = [word for word in unique if word.isascii()]
    return chosen + pick.sample(plain, min(len(plain), number - len(chosen)))


def phrase(text, pick):
    """Two or three words beside each other in one line, with what stands between them."""
    lines = [line for line in text.split("\n") if '"' not in line and len(runs(line)) > 1]
    if not lines:
        return None
    line = pick.choice(lines)
    words = runs(line)
    first = pick.randrange(len(words) - 1)
    last = min(len(words) - 1, first + pick.randint(1, 2))
    between = line[words[first][1]:words[last][2]]
    simple = len(between) <= 2 * LONGEST and "\ufffd" not in between and not is_run_script(between)
    return between if simple and between.isprintable() else None


def of(seen, pick, generous):
    """Questions for one Seen."""
    if seen.what in ("address", "id", "file"):
        text = re.split(r"[/\\]", seen.text.rstrip("/\\"))[-1].strip() if seen.what == "file" else seen.text
        if '"' in text or "\ufffd" in text or not text.isprintable() or not any(map(is_word, text)):
            return []
        if seen.what == "address" and not WHOLE.fullmatch(text):
            return []
        return [Question(seen.field, text, seen)]
    shown = unicodedata.normalize("NFKC", seen.text)
    number = 12 if generous else 5 if seen.field == "b" else 3
    words = runs(shown)
    made = [Question(seen.field, part_of(word, pick), seen) for word in choose(words, number, pick)]
    together = phrase(shown, pick) if seen.what != "name" else None
    if together:
        made.append(Question(seen.field, together, seen))
    return made


def argument(question):
    bare = {"m": "m:<{}>", "d": "d:{}"}
    return bare.get(question.field, question.field + ':"{}"').format(question.text)


def ask_for(reading, pick, generous=False, most=60):
    """All questions for a message, at most so many."""
    made = []
    for seen in reading.seen:
        made += of(seen, pick, generous)
    if len(made) > most:
        made = pick.sample(made, most)
    day = reading.date()
    if day and day.year >= 1970:
        made.append(Question("d", day.strftime("%Y-%m-%d"), None))
    return made
