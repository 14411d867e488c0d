"""Text from bytes, as a patient reader would have it: declared charset, else UTF-8, else windows-1252.

A table of its own, made from what mail declares; it shares nothing with majix.formats.mime.MailCharsets.
"""

import codecs
import re

# what mail calls a charset -> Python's codec; the larger relative where senders do not tell the two apart
NAMES = {
    "iso88591": "cp1252", "latin1": "cp1252", "iso88599": "cp1254", "iso88598i": "iso8859_8", "iso88598e": "iso8859_8",
    "iso88596i": "iso8859_6", "iso88596e": "iso8859_6", "iso885911": "cp874", "tis620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "xgbk": "gb18030", "cp936": "gb18030", "euccn": "gb18030", "gb231280": "gb18030",
    "big5": "big5hkscs", "xbig5": "big5hkscs", "cnbig5": "big5hkscs",
    "shiftjis": "cp932", "sjis": "cp932", "xsjis": "cp932", "iso2022jp": "iso2022_jp_ext", "xeucjp": "euc_jp",
    "ksc56011987": "cp949", "ksc5601": "cp949", "euckr": "cp949", "koi8": "koi8_r", "koi8ru": "koi8_u",
    "utf16": "utf_16_be", "ucs2": "utf_16_be", "unicode11utf7": "utf_7", "utf7": "utf_7", "macintosh": "mac_roman", "xmacroman": "mac_roman",
}
# these say nothing, or less than is there
PLAIN = {"", "usascii", "ascii", "ansix341968", "iso646us", "646", "utf8", "unicode11utf8", "unknown8bit", "unknown",
         "xunknown", "8bit", "default", "defaultcharset", "none", "binary"}


def codec(name):
    """Python's codec for a charset name; None if the bytes have to tell."""
    key = re.sub(r"[^a-z0-9]", "", name.lower())
    if key in PLAIN:
        return None
    try:
        return codecs.lookup(NAMES.get(key) or name.strip()).name
    except (LookupError, ValueError):
        pass
    if "gb2312" in key:
        return "gb18030"
    if key.startswith("xmac"):
        key = "mac_" + key[4:]
    number = re.fullmatch(r"x?(?:windows|win|cp|mscp|ms)(\d{3,4})", key) or re.fullmatch(r"x?iso(8859\d{1,2})", key)
    try:
        return codecs.lookup(("iso8859_" + number[1][4:] if "iso" in key else "cp" + number[1]) if number else key).name
    except LookupError:
        return None


def western(error):
    """A byte that is no UTF-8 is windows-1252."""
    wrong = error.object[error.start:error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong), error.end


codecs.register_error("western", western)


def guess(content):
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "western")


def text(content, name):
    """What bytes say in a charset."""
    found = codec(name or "")
    if found == "utf-16-be" and content[1::2].count(0) > content[::2].count(0):
        found = "utf-16-le"
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode(found, "replace") if found and not marked else guess(content)
    except (LookupError, UnicodeError, ValueError):
        return guess(content)
