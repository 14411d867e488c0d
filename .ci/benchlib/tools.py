"""majix and its peers behind one face: how each is told to index and to search one archive.

A tool belongs to one mail source (Source) and one database directory. Search commands print one line per hit, unless
they write a result folder. express() gives None where a tool cannot ask the question.
"""
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchlib.process import directory_bytes, environment, quietly, remove


@dataclass(frozen=True)
class Query:
    kind: str  # word, substring, errors, phrase, month, path
    text: str


@dataclass(frozen=True)
class Source:
    """The mail a tool is pointed at, as lines of an rc file; maildir alone counts for mu and notmuch."""
    base: Path
    lines: tuple[str, ...]
    maildir: Path | None = None


class Mairix:
    name = "mairix"
    program = "mairix"

    def __init__(self, source, home):
        self.source, self.home = source, home / self.name
        self.home.mkdir(parents=True, exist_ok=True)
        self.env = environment()
        self.rc = self.home / "rc"
        self.database = self.home / "database"
        self.rc.write_text("\n".join([f"base={source.base}", *source.lines, f"mfolder={self.home}/results",
                                      "mformat=maildir", f"database={self.database}", ""]))
        self.argv = [shutil.which(self.program) or self.program, "-f", str(self.rc)]

    def forget(self):
        remove(self.database)

    def index(self, fast=False):
        return [*self.argv, "-F"] if fast else self.argv

    def index_bytes(self):
        return directory_bytes(self.database)

    def express(self, query):
        """The query in the tool's language, as arguments."""
        return {
            "word": lambda text: [f"b:{text}"],
            "substring": lambda text: [f"b:{text}="],
            "errors": lambda text: [f"b:{text}=2"],
            "month": lambda text: [f"d:{text}01-{text}28"],
            "path": lambda text: [f"p:{text}"],
        }.get(query.kind, lambda _: None)(query.text)

    def search(self, query, threads=False, folder=None):
        words = self.express(query)
        options = ["-t"] if threads else []
        options += ["-o", str(folder)] if folder else ["-r"]
        return words and [*self.argv, *options, *words]


class Majix(Mairix):
    name = "majix"

    def __init__(self, source, home, launcher):
        super().__init__(source, home)
        self.argv[0] = str(launcher)

    def express(self, query):
        return [f"b:{query.text}"] if query.kind == "phrase" else super().express(query)


class Mu(Mairix):
    """Indexes Maildirs only; result folders are left to majix and mairix."""
    name = program = "mu"

    def forget(self):
        remove(self.database)
        quietly([self.argv[0], "init", f"--muhome={self.database}", f"--maildir={self.source.maildir}"], self.env)

    def index(self, fast=False):
        return [self.argv[0], "index", "--quiet", f"--muhome={self.database}", *(["--lazy-check"] if fast else [])]

    def express(self, query):
        first, _, second = query.text.partition(" ")
        return {
            "word": [f"body:{first}"],
            "phrase": [f'body:"{first} {second}"'],
            "month": [f"date:{query.text}01..{query.text}28"],
        }.get(query.kind)

    def search(self, query, threads=False, folder=None):
        words = None if folder else self.express(query)
        related = ["--include-related"] if threads else []
        return words and [self.argv[0], "find", f"--muhome={self.database}", "--fields=l", *related, *words]


class Notmuch(Mairix):
    """Indexes trees of single messages only; told to change neither tags nor flags of the mail."""
    name = program = "notmuch"

    def __init__(self, source, home):
        super().__init__(source, home)
        self.rc.write_text(f"[database]\npath={self.database}\nmail_root={source.maildir}\n[user]\nname=a\n"
                           "primary_email=a@b.example\n[new]\ntags=\n[maildir]\nsynchronize_flags=false\n")
        self.argv = [self.argv[0], f"--config={self.rc}"]

    def forget(self):
        remove(self.database)
        self.database.mkdir()

    def index(self, fast=False):
        return [*self.argv, "new", "--quiet"]

    def express(self, query):
        year, month = query.text[:4], query.text[4:]
        return {
            "word": [f'body:"{query.text}"'],  # quoted: not stemmed
            "phrase": [f'body:"{query.text}"'],
            "month": [f"date:{year}-{month}-01..{year}-{month}-28"],
        }.get(query.kind)

    def search(self, query, threads=False, folder=None):
        words = None if folder or threads else self.express(query)
        return words and [*self.argv, "search", "--output=files", *words]


PEERS = {"mairix": Mairix, "mu": Mu, "notmuch": Notmuch}
PACKAGES = {"mairix": "mairix", "mu": "maildir-utils", "notmuch": "notmuch"}
