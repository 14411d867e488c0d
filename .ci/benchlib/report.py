"""The table: as Markdown for people, as JSON with every single run for programs."""
import dataclasses
import datetime
import json
import os
import platform
import subprocess
from pathlib import Path

from benchlib.tools import PACKAGES

HEAD = ["what", "tool", "median ms", "min", "max", "CPU ms", "RSS MB", "result", "× floor", "ms over floor", "majix ÷ peer"]


def number(value):
    """Three digits or all before the point: 0.82, 14.3, 1,234."""
    return f"{value:,.0f}" if value >= 99.5 else f"{value:.1f}" if value >= 9.95 else f"{value:.2f}"


def table(head, rows):
    """A Markdown table; numbers to the right except in the first two columns."""
    marks = ["---", "---"] + ["---:"] * (len(head) - 2)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, marks, *rows))


def result(row):
    if row.hits is not None:
        return f"{row.hits:,} hits"
    if row.index_bytes:
        share = f", {100 * row.index_bytes / row.mail_bytes:.0f} % of the mail" if row.mail_bytes else ""
        return f"{row.index_bytes / 1e6:,.1f} MB{share}"
    return ""


def peers(row, rows):
    """majix's median in units of each peer's, for the same measurement."""
    others = [one for one in rows if one.measurement == row.measurement and one.tool != row.tool and one.runs]
    return ", ".join(f"{number(row.median() / one.median())} × {one.tool}" for one in others) if row.tool == "majix" else ""


def cells(row, rows):
    what = f"{row.text} ({row.measurement})"
    if row.failure:
        return [what, row.tool, f"**{row.failure}**", *[""] * (len(HEAD) - 3)]
    walls = [run.wall_ms for run in row.runs]
    floor = row.floor_ms
    return [what, row.tool, f"**{number(row.median())}**", number(min(walls)), number(max(walls)), number(row.median("cpu_ms")),
            number(row.rss_kb / 1024) if row.rss_kb else "–", result(row),
            f"{row.median() / floor:.2f}" if floor else "", f"{row.median() - floor:,.0f}" if floor else "", peers(row, rows)]


def measured(rows):
    done, last = [], None
    for row in rows:
        line = cells(row, rows)
        if row.measurement == last:
            line[0] = ""
        last = row.measurement
        done.append(line)
    return table(HEAD, done)


def said(*argv):
    """The first line a program prints, or nothing."""
    try:
        done = subprocess.run([str(word) for word in argv], capture_output=True, text=True, check=False)
        return (done.stdout or done.stderr).strip().split("\n")[0]
    except OSError:
        return ""


def machine():
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    processor = models[0] if models else platform.machine()
    return f"{os.cpu_count()} × {processor}, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}"


def versions(checkout, java, peer_names):
    """Versions of all that is compared."""
    found = {"majix": said("git", "-C", checkout, "describe", "--always", "--dirty"),
             "java": "".join(said(java, "-version").split('"')[1:2])}
    for name in peer_names:
        found[name] = said("dpkg-query", "-W", "-f", "${Version}", PACKAGES[name]) or said(name, "--version")
    return found


def markdown(facts, bench, growth):
    """The whole report."""
    about = [f"Measured on {facts['day']} with {facts['machine']}; load {facts['load']}.",
             "Versions: " + ", ".join(f"{name} {text}" for name, text in facts["versions"].items()) + "."]
    if facts.get("mail"):
        about.append(f"Mail: {facts['mail']}. Searches are on the {facts['layout']}.")
    about.append(f"Searches: process start to exit, everything in the page cache, {bench.rounds} rounds after {bench.warmups} "
                 "warm-ups, the tools in turn. CPU is user and system time. “The floor” is a Java hello world with the "
                 "launcher's flags, run in the same rounds.")
    parts = ["\n".join(about)]
    if bench.rows:
        parts.append(measured(bench.rows))
    if bench.skipped:
        parts.append("Left out: " + "; ".join(bench.skipped) + ".")
    return "\n\n".join([*parts, *growth]) + "\n"


def as_json(facts, bench, growth):
    rows = [dataclasses.asdict(row) for row in bench.rows]
    return json.dumps({"facts": facts, "rows": rows, "skipped": bench.skipped, "growth": growth}, indent=1) + "\n"


def today():
    return datetime.date.today().isoformat()


def load():
    return " ".join(f"{value:.1f}" for value in os.getloadavg())
