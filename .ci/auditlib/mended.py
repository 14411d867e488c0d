"""Makes a header one that Python's email package reads to its end, as majix does.

The package ends a header at the first line that is no field. Here such lines are dropped if a field follows, and are the
beginning of the text if none does; blanks before a colon go. What majix reads of such headers is told in VIOLATIONS.md.
"""

import re

FIELD = re.compile(rb"([!-9;-~]+)[ \t]*(:.*)", re.S)
ENVELOPE = re.compile(rb">?From [^:\s]")


def header_lines(content):
    """Lines up to the first empty one, and the rest with it."""
    lines = content.splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines) if not line.strip(b"\r\n")), len(lines))
    return lines[:end], lines[end:]


def mended(content):
    content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\r\n", b"\n")
    lines, rest = header_lines(content)
    while lines and ENVELOPE.match(lines[0]) and not FIELD.fullmatch(lines[0]):
        lines.pop(0)
    fields, junk = [], []
    for line in lines:
        field = FIELD.fullmatch(line)
        if field:
            fields.append(field[1] + field[2])
            junk = []
        elif line[:1] in b" \t" and fields and not junk:
            fields.append(line)
        else:
            junk.append(line)
    if not fields:
        return b"\n" + content
    return b"".join(fields) + b"\n" + b"".join(junk) + b"".join(rest if junk else rest[1:])
