"""What a reader sees of a message, told by Python's email package: a second opinion on majix.formats.

The structure is the package's; transfer encodings are `transfer`'s, because the package gives up at the first mistake. Header fields are read with policy `default`, and with `compat32` where that gives up,
leaves undecoded bytes, or decodes each of several encoded words by itself that belong together. Charsets are those of
`charsets`, headers are `mended`.
"""

import collections
import datetime
import email
import email.header
import email.policy
import email.utils
import re

from auditlib import charsets, page, transfer
from auditlib.mended import mended

# field: key of majix's language; text: what is seen; what: of what kind it is
Seen = collections.namedtuple("Seen", "field text what")

ENCODED = re.compile(r"=\?([^?*\s]*)(?:\*[^?]*)?(\?[bBqQ])\?")
TOGETHER = re.compile(r"\?=\s*=\?")
MESSAGES = ("message/rfc822", "message/global", "message/news")
UUENCODED = re.compile(r"(?m)^begin [0-7]{3,4}[^\n]*\n(?:[!-`][ -`]*\s*\n)*(?:`?\s*\n)?(?:end\s*$)?")
META = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?([-\w]+)")
# soft hyphens, joiners, direction marks, variation selectors: nobody sees them, and NFKC_Casefold drops them
UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]")


def known_names(value):
    """Encoded words with charset names that Python has."""
    def known(word):
        name = charsets.codec(word[1]) or "utf-8"
        return f"=?{word[1] if name.startswith('utf-16') else name}{word[2]}?"

    return ENCODED.sub(known, value)


def older(value):
    """A header's text by compat32, which joins encoded words before it decodes them."""
    try:
        pieces = email.header.decode_header(TOGETHER.sub("?= =?", value))
    except (email.errors.HeaderParseError, ValueError):
        return "\ufffd"
    return "".join(piece if isinstance(piece, str) else charsets.text(piece, charset) if charset
                   else piece.decode("raw-unicode-escape", "replace") for piece, charset in pieces)


def doubtful(raw, shown):
    return TOGETHER.search(raw) or "\ufffd" in shown or "=?" in shown or any("\ud800" <= c <= "\udfff" for c in shown)


class Reader:
    """Reads one message: `seen` has what is seen of it."""

    def __init__(self, content):
        self.seen = []
        self.root = email.message_from_bytes(mended(content), policy=email.policy.compat32)
        self.visit(self.root, True)

    def visit(self, part, is_message):
        if is_message:
            self.header(part)
        self.names(part)
        encoding = self.transfer_encoding(part)
        if not part.is_multipart():
            self.body(part, encoding)
        elif part.get_content_maintype() != "message":
            for child in part.get_payload():
                self.visit(child, False)
        elif part.get_content_type() not in MESSAGES:
            for child in part.get_payload():
                self.add("b", child.as_string(), "report")
        else:
            self.visit(self.enclosed(part.get_payload(0), encoding), True)

    @staticmethod
    def enclosed(message, encoding):
        """The package does not decode an enclosed message, and reads its header as strictly as any."""
        if encoding:
            content = transfer.decoded(message.as_string().lstrip("\n").encode("utf-8", "surrogateescape"), encoding)
        elif message.defects:
            # an empty line that was not there is between the fields understood and the rest
            content = re.sub(rb"\A\n|\n\n", rb"\n" if message.keys() else b"", message.as_bytes(), count=1)
        else:
            return message
        return email.message_from_bytes(mended(content), policy=email.policy.compat32)

    def transfer_encoding(self, part):
        """base64, quoted-printable, x-uuencode, or nothing."""
        values = [value for value in map(self.decoded, self.fields(part, "content-transfer-encoding")) if value]
        del part["content-transfer-encoding"]  # get_payload then gives bytes as they are
        return transfer.known(values[0]) if values else ""

    def add(self, field, text, what):
        text = UNSEEN.sub("", text)
        if text.strip():
            self.seen.append(Seen(field, text, what))

    # --- header

    @staticmethod
    def raw(value):
        """The value with its bytes decoded, one line."""
        text = charsets.guess(str(value).encode("utf-8", "surrogateescape"))
        return re.sub(r"[ \t]*\r?\n[ \t]*", " ", text).replace("\0", "").strip()

    def fields(self, part, name):
        return [self.raw(value) for key, value in part.raw_items() if key.lower() == name]

    def header(self, part):
        for value in self.fields(part, "subject"):
            self.add("s", self.decoded(value), "text")
        for name in ("from", "to", "cc"):
            for value in self.fields(part, name):
                self.addresses(name, value)
        for value in self.fields(part, "message-id"):
            found = re.fullmatch(r"<([^<>\s\"]+)>", value)
            self.add("m", found[1] if found else "", "id")

    @staticmethod
    def decoded(raw):
        value = known_names(raw)
        try:
            text = str(email.policy.default.header_factory("subject", value))
        except Exception:  # pylint: disable=broad-except  # whatever the package runs into
            text = "\ufffd"
        return older(value) if doubtful(value, text) else text

    def addresses(self, name, raw):
        value = known_names(raw)
        try:
            pairs = [(a.display_name, a.addr_spec) for a in email.policy.default.header_factory(name, value).addresses]
        except Exception:  # pylint: disable=broad-except
            pairs = [("\ufffd", "")]
        if any(doubtful(value, shown) for shown, _ in pairs):
            pairs = [(older(shown), spec) for shown, spec in email.utils.getaddresses([value])]
        for shown, spec in pairs:
            self.add(name[0], shown, "name")
            if spec in raw:
                self.add(name[0], spec, "address")

    # --- parts

    def names(self, part):
        names = set()
        for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
            try:
                found = part.get_param(parameter, header=header)
            except Exception:  # pylint: disable=broad-except
                continue
            if isinstance(found, tuple):
                charset, _, text = found
                names.add(charsets.text(text.encode("latin-1", "replace"), charset))
            elif found:
                names.add(self.decoded(self.raw(email.utils.unquote(found))))
        for name in sorted(names):
            self.add("n", name, "file")

    def body(self, part, encoding):
        if part.get_content_maintype() != "text":
            return
        content = transfer.decoded(part.get_payload(decode=True) or b"", encoding)
        charset = part.get_param("charset") or ""
        charset = charset[2] if isinstance(charset, tuple) else charset
        if "html" in part.get_content_subtype():
            declared = META.search(content[:4000])
            charset = charset or (declared[1].decode("ascii", "replace") if declared else "")
            self.add("b", page.text(charsets.text(content, charset)), "html")
        else:
            self.add("b", UUENCODED.sub("\n", charsets.text(content, charset)), "plain")

    def date(self):
        """The time that the Date field tells, in UTC, or None."""
        values = self.fields(self.root, "date")
        parsed = email.utils.parsedate_tz(values[0]) if values else None
        try:
            return parsed and datetime.datetime.fromtimestamp(email.utils.mktime_tz(parsed), datetime.timezone.utc)
        except (OverflowError, ValueError):
            return None
