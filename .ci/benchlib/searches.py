"""Cold searches: process start to exit, with the mail and the index in the page cache."""
import itertools

from benchlib.measure import Job, lines, links
from benchlib.process import remove

NAMES = ["search-few", "search-1000", "search-50000", "threads-1000", "substring", "errors", "phrase", "dates", "path",
         "folder-1000-new", "folder-1000-again", "folder-50000-new", "folder-50000-again"]


def kinds(choice):
    """Name, what is searched for, the query, and whether with -t."""
    many, most = choice.wanted
    return [
        ("search-few", "about 2 hits, raw", choice.few, False),
        ("search-1000", f"about {many:,} hits, raw", choice.many, False),
        ("search-50000", f"about {most:,} hits, raw", choice.most, False),
        ("threads-1000", f"about {many:,} hits and their threads, -t, raw", choice.many, True),
        ("substring", "substring in bodies, raw", choice.substring, False),
        ("errors", "word with 2 errors in bodies, raw", choice.errors, False),
        ("phrase", "phrase in bodies, raw", choice.phrase, False),
        ("dates", "four weeks, raw", choice.month, False),
        ("path", "part of the path, raw", choice.path, False),
    ]


def raw(bench, tools, choice, only):
    for name, text, query, threads in kinds(choice):
        if name in only and query:
            searches = [(tool, tool.search(query, threads)) for tool in tools]
            jobs = [Job(tool.name, argv, tool.env, count=lines) for tool, argv in searches if argv]
            bench.measure(name, f"{text}: {shown(query)}", jobs)
        elif name in only:
            bench.skip(name, "the sample had nothing to search for")


def folders(bench, tools, choice, only):
    """Result folders: a new one each round, and one that holds the same result already."""
    for hits, wanted, query in (("1000", choice.wanted[0], choice.many), ("50000", choice.wanted[1], choice.most)):
        for state, text in (("new", "new"), ("again", "same result again")):
            name = f"folder-{hits}-{state}"
            if name in only:
                remove(bench.results)
                jobs = [folder_job(bench, tool, query, state == "new") for tool in tools if tool.express(query)]
                bench.measure(name, f"result folder of about {wanted:,}, {text}: {shown(query)}", jobs)
                remove(bench.results)


def folder_job(bench, tool, query, new):
    """Writes tool's folder; new moves the last one aside first. Nothing is deleted before the measurement is over: some
    file systems are slow to use again what was just deleted."""
    bench.results.mkdir(parents=True, exist_ok=True)
    folder = bench.results / tool.name
    used = itertools.count()

    def aside():
        if new and folder.exists():
            folder.rename(f"{folder}.{next(used)}")

    return Job(tool.name, tool.search(query, folder=folder), tool.env, before=aside, count=links(folder))


def shown(query):
    mark = {"word": "b:{}", "substring": "b:{}=", "errors": "b:{}=2", "phrase": '"b:{}"', "month": "d:{0}01-{0}28", "path": "p:{}"}
    return "`" + mark[query.kind].format(query.text) + "`"


def shown(query):
    mark = {"word": "b:{}", "substring": "b:{}=", "errors": "b:{}=2", "phrase": '"b:{}"', "month": "d:{0}01-{0}28", "path": "p:{}"}
    return "`" + mark[query.kind].format(query.text) + "`"


def resident(bench, tools, choice, launcher, env):
    """The search with few hits through a majix that waits in the background."""
    tool = next(tool for tool in tools if tool.name == "majix")
    bench.measure("resident", f"about 2 hits, raw, resident: {shown(choice.few)}",
                  [Job("majix", tool.search(choice.few), env, count=lines)])
