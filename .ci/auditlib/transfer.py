"""Transfer encodings, read on where senders made mistakes."""

import base64
import binascii
import quopri
import re


def known(value):
    """The encoding that a field names, whatever stands around it."""
    found = re.search(r"base64|quoted-?print|uue", re.sub(r"\([^)]*\)|\\", "", value).lower())
    return {"b": "base64", "q": "quoted-printable", "u": "x-uuencode"}[found[0][0]] if found else ""


def lenient_base64(content):
    """What can be decoded: characters that are none are passed over, padding in between starts anew."""
    text = re.sub(rb"[^A-Za-z0-9+/=]", b"", content)
    made = []
    for chunk in re.split(rb"=+", text):
        whole = chunk[:-1] if len(chunk) % 4 == 1 else chunk
        made.append(base64.b64decode(whole + b"=" * (-len(whole) % 4)))
    return b"".join(made)


def uuencoded(content):
    made, lines = [], content.splitlines()
    start = next((i + 1 for i, line in enumerate(lines) if line.startswith(b"begin ")), len(lines))
    for line in lines[start:]:
        if line.strip() == b"end":
            break
        try:
            made.append(binascii.a2b_uu(line))
        except binascii.Error:
            made.append(b"")
    return b"".join(made)


def decoded(content, encoding):
    if encoding == "base64" and not re.search(rb"[A-Za-z]{2,} [a-z]{2,}[ \r\n]", content[:500]):
        return lenient_base64(content)
    if encoding == "quoted-printable":
        return quopri.decodestring(re.sub(rb"\r\n?", b"\n", content))
    return uuencoded(content) if encoding == "x-uuencode" else content
