"""Rounds: every tool runs once per round, in turn, so that whatever else the machine does hits all of them alike."""
import os
import statistics
import sys
from dataclasses import dataclass, field
from typing import Callable

from benchlib.process import Run, count_lines, environment, first_line, peak_rss_kb, run


def nothing():
    pass


@dataclass
class Job:
    """One tool's part of a measurement. before is not timed; count finds the hits in the output file."""
    tool: str
    argv: list[str]
    env: dict = field(default_factory=environment)
    before: Callable = nothing
    count: Callable | None = None
    repeatable: bool = True  # another run changes nothing that the next one sees


@dataclass
class Row:
    measurement: str
    text: str
    tool: str
    runs: list[Run] = field(default_factory=list)
    hits: int | None = None
    index_bytes: int | None = None
    mail_bytes: int | None = None
    rss_kb: int = 0
    failure: str = ""
    floor_ms: float | None = None  # the floor's median in the same rounds

    def median(self, of="wall_ms"):
        return statistics.median(getattr(one, of) for one in self.runs)


class Bench:
    """What all measurements share: scratch space, the number of rounds, and the rows found so far."""

    def __init__(self, scratch, rounds, warmups, results=None):
        self.scratch, self.rounds, self.warmups = scratch, rounds, warmups
        self.results = results or scratch / "results"  # where result folders are written
        self.rows, self.skipped = [], []
        self.floor = None  # the floor's Job: it runs in turn with the tools, so that a busy machine slows both
        scratch.mkdir(parents=True, exist_ok=True)

    def skip(self, measurement, why):
        self.skipped.append(f"{measurement}: {why}")
        print(f"skipped {measurement}: {why}", file=sys.stderr)

    def measure(self, measurement, text, jobs, rounds=None, warmups=None, prepare=nothing, floor=True):
        """Runs the jobs in turn; prepare is called before each round, outside the clock."""
        pairs = [(job, Row(measurement, text, job.tool)) for job in jobs]
        ground = (self.floor, Row("floor", "", "floor")) if self.floor and floor and jobs else None
        warmups = self.warmups if warmups is None else warmups
        for number in range(-warmups, rounds or self.rounds):
            prepare()
            for job, row in [ground, *pairs] if ground else pairs:
                if not row.failure:
                    self._once(job, row, number >= 0)
        for job, row in pairs:
            self._memory(job, row)
            row.floor_ms = ground[1].median() if ground and ground[1].runs else None
            self.rows.append(row)
            said = row.failure or f"{row.median():,.1f} ms" + (f", {row.hits:,} hits" if row.hits is not None else "")
            print(f"{measurement:18} {row.tool:8} {said}", file=sys.stderr)
        return [row for _, row in pairs]

    def _once(self, job, row, counts):
        job.before()
        out, err = self._outputs(job)
        result = run(job.argv, job.env, out, err)
        row.failure = self._failure(job, row, result, out, err)
        if counts and not row.failure:
            row.runs.append(result)

    def _outputs(self, job):
        return self.scratch / f"{job.tool}.out", self.scratch / f"{job.tool}.err"

    def _failure(self, job, row, result, out, err):
        """Why this run does not count; a search that finds nothing, or not the same again, is broken too."""
        if result.status != 0:
            return f"failed: exit {result.status} {first_line(err)[:90]}".rstrip()
        if job.count:
            hits = job.count(out)
            if not hits or row.hits not in (None, hits):
                return f"failed: {hits} hits" + (f", {row.hits} before" if row.hits else "")
            row.hits = hits
        return ""

    def _memory(self, job, row):
        row.rss_kb = max((one.rss_kb for one in row.runs), default=0)
        if row.runs and not row.rss_kb and job.repeatable:
            job.before()
            row.rss_kb = peak_rss_kb(job.argv, job.env, *self._outputs(job))


def lines(out):
    return count_lines(out)


def links(folder):
    """Counts what a result folder holds, rather than believing what was printed."""
    def count(_):
        return sum(len(os.listdir(folder / part)) for part in ("cur", "new") if (folder / part).is_dir())
    return count
