"""The floor: the same Java with the same flags, saying hello. What majix takes beyond it is majix's own.

The flags are not copied from the launcher but asked of it: a copy of it beside a launch file whose Java is a script that
prints its arguments. With a launch file whose jar holds another majix.cli.Main, the same copy is also the way to
measure what the shell in front of Java costs.
"""
import os
import shlex
from pathlib import Path

from benchlib.measure import Job
from benchlib.process import Trouble, environment, quietly, remove

HELLO = """package majix.cli;

final class Main {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
"""


def launch_settings(checkout):
    """MAJIX_JAVA, MAJIX_JAR and MAJIX_CACHE as the launcher sees them."""
    file = checkout / "cli" / "target" / "launch"
    if not file.exists():
        quietly([checkout / "cli" / "bin" / "majix", "--version"])
    return dict(shlex.split(line)[0].split("=", 1) for line in file.read_text().splitlines() if line.strip())


class Floor:
    def __init__(self, checkout, scratch):
        self.launcher = checkout / "cli" / "bin" / "majix"
        self.home = scratch / "floor"
        remove(self.home)
        self.java = launch_settings(checkout)["MAJIX_JAVA"]
        self.jar, self.cache = self.home / "hello.jar", self.home / "hello.aot"
        self._compile()
        self.flags = self._flags()
        quietly([self.java, *self.flags, f"-XX:AOTCacheOutput={self.cache}", "-cp", self.jar, "majix.cli.Main"], environment())
        if not self.cache.exists():
            raise Trouble(f"{self.java} made no ahead-of-time cache for the floor")

    def _compile(self):
        source = self.home / "src" / "majix" / "cli" / "Main.java"
        source.parent.mkdir(parents=True)
        source.write_text(HELLO)
        tools = Path(self.java).parent
        quietly([tools / "javac", "-d", self.home / "classes", source])
        quietly([tools / "jar", "--create", "--file", self.jar, "-C", self.home / "classes", "."])

    def _launcher(self, name, java, cache):
        """A copy of the launcher that starts hello instead."""
        copy = self.home / name / "bin" / "majix"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(self.launcher.read_bytes())
        copy.chmod(0o755)
        target = copy.parent.parent / "target"
        target.mkdir()
        (target / "launch").write_text(f"MAJIX_JAVA='{java}'\nMAJIX_JAR='{self.jar}'\nMAJIX_CACHE='{cache}'\n")
        return str(copy)

    def _flags(self):
        """The launcher's flags for a search, without the class path and majix's own properties."""
        spy = self.home / "spy"
        spy.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
        os.chmod(spy, 0o755)
        words = quietly([self._launcher("asked", spy, ""), "-r", "b:word"], environment()).splitlines()
        if "-cp" not in words:
            raise Trouble("the launcher does not start java -cp: .ci/benchlib/floor.py has to learn how it starts")
        return [word for word in words[: words.index("-cp")] if not word.startswith("-Dmajix.")]

    def measure(self, bench):
        """Measures all four floors; the plain one is what searches are compared with from here on."""
        main = ["-cp", str(self.jar), "majix.cli.Main"]
        aot = f"-XX:AOTCache={self.cache}"
        rows = []
        for name, text, argv in (
                ("floor", "java hello world, launcher's flags (the floor)", [self.java, *self.flags, *main]),
                ("floor-aot", "the same with an AOT cache of its own", [self.java, *self.flags, aot, *main]),
                ("floor-sh", "the same through the launcher's sh, no AOT cache",
                 [self._launcher("plain", self.java, ""), "x"]),
                ("floor-sh-aot", "through the launcher's sh, AOT cache of its own",
                 [self._launcher("cached", self.java, self.cache), "x"]),
        ):
            rows.append((name, text, Job(name, argv, count=lambda out: out.read_text().count("hello\n"))))
        names = {job.tool: (name, text) for name, text, job in rows}
        found = bench.measure("floor", "", [job for _, _, job in rows])
        for row in found:
            row.measurement, row.text = names[row.tool]
            row.tool, row.hits = "java", None
            row.floor_ms = found[0].median() if found[0].runs else None
        if found[0].failure:
            raise Trouble(f"the floor {found[0].failure}")
        bench.floor = rows[0][2]
