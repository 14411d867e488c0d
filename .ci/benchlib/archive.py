"""The mail that is measured: made by the generator of the shared material, or somebody's own."""
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchlib.process import Trouble, directory_bytes, quietly


@dataclass(frozen=True)
class Archive:
    root: Path
    maildir: Path | None
    mbox: Path | None  # a directory of *.mbox
    messages: int  # 0 if nobody said

    @property
    def layouts(self):
        return [layout for layout in ("maildir", "mbox") if getattr(self, layout)]

    def bytes(self, layout):
        return directory_bytes(getattr(self, layout))

    def folders(self):
        """Folders of the Maildir, the directories that hold cur."""
        return sorted(Path(top) for top, names, _ in os.walk(self.maildir) if "cur" in names)


def opened(root):
    """An archive that is there: a directory with Maildir and mbox in it, or one that is either of them."""
    root = Path(root).resolve()
    maildir = next((path for path in (root / "Maildir", root) if (path / "cur").is_dir()), None)
    mbox = next((path for path in (root / "mbox", root) if any(path.glob("*.mbox"))), None)
    if not maildir and not mbox:
        raise Trouble(f"no Maildir and no *.mbox in {root}")
    manifest = root / "manifest.tsv"
    said = dict(line.split("\t") for line in manifest.read_text().splitlines()) if manifest.exists() else {}
    return Archive(root, maildir, mbox, int(said.get("messages", 0)))


class Generator:
    """scale.py and its model, unpacked once into the cache."""

    def __init__(self, shared, cache):
        self.script = shared / "mail" / "scale.py"
        self.packed = shared / "mail" / "scale-model.pkl.zst"
        self.cache = cache

    def archive(self, messages, layouts=("maildir", "mbox"), seed=20050101):
        """An archive of so many messages, its Maildir in 20 folders; made if the cache does not have it."""
        whole = self.cache / "mail" / f"{messages}-{seed}"
        if (whole / "manifest.tsv").exists():
            return opened(whole)
        root = whole if len(layouts) == 2 else whole.with_name(whole.name + "-" + layouts[0])
        if not (root / "manifest.tsv").exists():
            self._make(root, messages, layouts, seed)
        return opened(root)

    def _make(self, root, messages, layouts, seed):
        if not self.script.exists():
            raise Trouble(f"no generator at {self.script}: set MAJIX_SHARED, or give your own mail with --mail DIR")
        print(f"making {messages:,} messages in {root}", file=sys.stderr)
        new = root.with_name(root.name + ".new")
        shutil.rmtree(new, ignore_errors=True)
        new.parent.mkdir(parents=True, exist_ok=True)
        quietly([sys.executable, self.script, "make", "--model", self._model(), "--messages", messages, "--seed", seed,
                 "--out", new, "--layouts", ",".join(layouts), "--per-folder", max(1, messages // 20)],
                os.environ | {"PYTHONDONTWRITEBYTECODE": "1"})
        shutil.rmtree(root, ignore_errors=True)
        new.rename(root)

    def _model(self):
        model = self.cache / "model.pkl"
        if not model.exists():
            if not shutil.which("zstd"):
                raise Trouble("zstd is missing: install it, it unpacks the generator's model")
            self.cache.mkdir(parents=True, exist_ok=True)
            quietly(["zstd", "-q", "-d", "-f", "--long=27", self.packed, "-o", str(model) + ".new"])
            os.rename(str(model) + ".new", model)
        return model


def messages_of(mbox_directory):
    """The messages of an archive's mbox files with their separator lines, one after the other."""
    for path in sorted(mbox_directory.glob("*.mbox")):
        lines = []
        with open(path, "rb") as file:
            for line in file:
                if line.startswith(b"From ") and lines:
                    yield b"".join(lines)
                    lines = []
                lines.append(line)
        if lines:
            yield b"".join(lines)


def linked_copy(source, target):
    """A copy of a tree by hard links, so that names can be changed and the original stays; real copies elsewhere."""
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["cp", "-al", source, target], capture_output=True, check=False).returncode != 0:
        shutil.rmtree(target, ignore_errors=True)
        quietly(["cp", "-a", source, target])
