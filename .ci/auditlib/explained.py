"""Differences from what another reader sees, by the classes that VIOLATIONS.md explains.

A rule has to see in the message itself that the class is the cause; a difference that none accounts for is a failure.
"""

import email.utils
import os
import re

NOTES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../formats/src/test/resources/mail/VIOLATIONS.md")
SECTION = "## What another reader reads otherwise"

PARAMETER = re.compile(rb"(?i)\bboundary\*?=(?:''|\")?([^\s\";]+(?: +[^\s\";]+)* *)")
BASE64 = re.compile(rb"(?im)^content-transfer-encoding:\s*base64")
# behind the last line of base64 a rule, or three words
TEXT_BEHIND = re.compile(rb"(?m)^[A-Za-z0-9+/=]{40,}\r?\n(?:.*\n)??(?:--|__|\S\S+ \S\S+ \S\S+)")
BAD_ESCAPE = re.compile(rb"(?m)=(?![0-9A-Fa-f]{2}|[ \t]*\r?$)")


def noted():
    """Class -> how often it is noted: sample, oddities."""
    with open(NOTES, encoding="utf-8") as notes:
        section = notes.read().partition(SECTION)[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("| ")]
    return {name: {row[0]: int(row[at]) for row in rows if row[at].isdigit()} for at, name in ((1, "sample"), (2, "oddities"))}


def boundaries(content):
    return [found.rstrip(b" ") for found in PARAMETER.findall(content)]


def like_a_boundary(_, reading, content):
    """A line begins as a boundary and goes on with something else than blanks."""
    return any(re.search(rb"(?m)^--" + re.escape(b) + rb"(?! *\r?$)(?!-- *\r?$)", content) for b in boundaries(content)) \
        or any(re.search(rb"  ?\"", line) for line in re.findall(rb"(?i)boundary=\"[^\"\n]*\"", content))


def outer_inside(_, reading, content):
    """An outer boundary stands where the text of an inner part would be."""
    found = boundaries(content)
    return len(found) > 1 and re.search(rb"(?s)--" + re.escape(found[1]) + rb"\r?\n[^\n]*\n[^\n]*\r?\n\r?\n--" + re.escape(found[0]), content)


def header_junk(_, reading, content):
    """The header of a part has a line that is no field."""
    return any("MissingHeaderBodySeparatorDefect" in str(type(defect)) for part in reading.root.walk() if part is not reading.root
               for defect in part.defects)


def second_subject(question, reading, content):
    """Asked for is a word that only a later Subject field of a message has."""
    if question.field != "s":
        return False
    shown = [reading.decoded(value) for part in reading.root.walk() for value in reading.fields(part, "subject")[1:]]
    return any(question.source.text == text for text in shown)


def bad_escape(question, reading, content):
    word = re.match(r"\w+", question.text)
    return question.field == "b" and word and BAD_ESCAPE.search(content.partition(b"\n\n")[2]) \
        and b"=" + word[0].encode() in content


def bad_date(question, reading, content):
    parsed = email.utils.parsedate_tz(reading.fields(reading.root, "date")[0]) if question.field == "d" else None
    return parsed and (parsed[0] > 2100 or parsed[3] > 23 or parsed[4] > 59)


def bad_base64_word(question, reading, content):
    words = re.findall(rb"=\?[^?\s]+\?[bB]\?([^?\s]*)\?=", content)
    return question.field in "sftcn" and any(len(word.rstrip(b"=")) % 4 == 1 for word in words)


def open_tag(question, reading, content):
    return question.source.what == "html" and re.search(rb"<[A-Za-z]+\s[^>]*" + re.escape(question.text.encode()), content)


def text_behind_base64(question, reading, content):
    """A line of text stands behind base64 that says nothing of it; this reader decodes its letters, too."""
    return question.field == "b" and not question.text.isascii() and BASE64.search(content) and TEXT_BEHIND.search(content)


# the first that holds is the class of a difference
RULES = [
    ("date that is none", bad_date),
    ("second subject", second_subject),
    ("two boundaries", lambda q, r, c: re.search(rb"(?i)boundary\*?=[^\n]*;\s*boundary\*?=", c)),
    ("empty boundary", lambda q, r, c: b'boundary=""' in c),
    ("open quote of a boundary", lambda q, r, c: re.search(rb"(?im)boundary=\"[^\"\n]*$", c)),
    ("line like a boundary", like_a_boundary),
    ("outer boundary inside", outer_inside),
    ("bad escape", bad_escape),
    ("junk in a part's header", header_junk),
    ("return in a header", lambda q, r, c: re.search(rb"(?im)^content-[a-z-]+:[^\n]*\r[^\n]", c)),
    ("multipart without subtype", lambda q, r, c: re.search(rb"(?i)content-type: *multipart *;", c)),
    ("bad base64 in a word", bad_base64_word),
    ("open tag", open_tag),
    ("text behind base64", text_behind_base64),
]


def reason(question, reading, content):
    """The class of a difference."""
    return next((name for name, holds in RULES if holds(question, reading, content)), "unexplained")
