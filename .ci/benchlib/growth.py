"""How time, memory and index grow with the archive: the same measurements at several sizes, mbox layout."""
import math

from benchlib import choice, searches, svg, updates
from benchlib.measure import Bench
from benchlib.process import remove
from benchlib.report import number, table

KINDS = [name for name in searches.NAMES if not name.endswith("again")]
ORDER = ["index s", "index RSS MB", "index MB", *(f"{kind} ms" for kind in KINDS)]
CALCULATED = 10_000_000


def one_size(bench, archive, kind, names):
    """Values by tool and series, at one size: index time, memory and size, then a median per search kind."""
    home = bench.scratch / "growth"
    here = Bench(home, bench.rounds, bench.warmups, bench.results)
    tools = [kind(name, updates.source(archive, "mbox"), home) for name in names]
    updates.first(here, tools, archive, "mbox", rounds=1)
    made = {row.tool: {"index s": row.median() / 1e3, "index RSS MB": row.rss_kb / 1024, "index MB": row.index_bytes / 1e6}
            for row in here.rows if not row.failure}
    tools = [tool for tool in tools if tool.name in made]
    if tools and tools[0].name == "majix":
        chosen = choice.choose(tools[0], archive, "mbox")
        searches.raw(here, tools, chosen, KINDS)
        searches.folders(here, tools, chosen, KINDS)
    for row in here.rows:
        if row.measurement in KINDS and not row.failure:
            made[row.tool][row.measurement + " ms"] = row.median()
    bench.skipped += [f"{one} at {archive.messages:,}" for one in here.skipped]
    bench.skipped += [f"{row.measurement} of {row.tool} at {archive.messages:,}: {row.failure}" for row in here.rows if row.failure]
    remove(home)
    return made


def exponent(points):
    """The slope between the two largest sizes, where fixed costs weigh least."""
    (x1, y1), (x2, y2) = points[-2:]
    return math.log(y2 / y1) / math.log(x2 / x1)


def series(found, tool):
    """Series name -> points in the order of sizes."""
    values = {size: found[size].get(tool, {}) for size in sorted(found)}
    lines = {name: [(size, here[name]) for size, here in values.items() if here.get(name)] for name in ORDER}
    return {name: points for name, points in lines.items() if points}


def calculated(size, value, grown):
    return f"*{number(value * (CALCULATED / size) ** max(grown, 0))}*"


def tables(found, names):
    """Per tool: a row per size, then the exponents, then what they would make of ten million messages."""
    for tool in names:
        lines = series(found, tool)
        if not lines:
            continue
        head = ["messages", "", *lines]
        rows = [[f"{size:,}", "measured", *(number(dict(points).get(size, 0)) if size in dict(points) else "–"
                                            for points in lines.values())] for size in sorted(found)]
        if len(found) > 1:
            grown = [exponent(points) if len(points) > 1 else None for points in lines.values()]
            last = [points[-1] for points in lines.values()]
            rows.append(["growth exponent", "", *("–" if e is None else f"{e:.2f}" for e in grown)])
            rows.append([f"*{CALCULATED:,}*", "*calculated*", *("–" if e is None else calculated(*point, e)
                                                                for e, point in zip(grown, last))])
        yield f"### Growth: {tool}\n\n" + table(head, rows)


NOTE = ("A growth exponent of 1 means twice the mail, twice the cost; it is the slope between the two largest sizes. The last "
        "row is calculated with it from the largest size, not measured; an exponent below 0, which is noise, counts as 0 "
        "there. Small archives have fewer hits: 1,000 stands for at most a tenth of the messages, 50,000 for at most a quarter.")


def plot(found, names):
    """Index time, bytes, and the searches of each tool; peers are dashed."""
    def lines(wanted, tools, full=True):
        for tool in tools:
            for name, points in series(found, tool).items():
                if wanted(name):
                    yield (f"{tool} {name}" if full else name).rsplit(" ", 1)[0], points, tool != "majix"
    panels = [("First index, seconds", lines(lambda name: name == "index s", names)),
              ("First index, MB: memory (RSS) and index on disk", lines(lambda name: name.endswith("MB"), names))]
    panels += [(f"Searches with {tool}, ms", lines(lambda name: name.endswith("ms"), [tool], False)) for tool in names]
    panels = [(title, list(some)) for title, some in panels]
    return svg.document([svg.Panel(title, some, number) for title, some in panels if some])
