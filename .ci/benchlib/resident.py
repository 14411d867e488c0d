"""Searches through a majix that stays in the background, where this majix has one (majix serve)."""
import subprocess

from benchlib.measure import Job, lines
from benchlib.process import environment
from benchlib.searches import shown


def resident(bench, majix, choice):
    """Measures the search with few hits with MAJIX_RESIDENT=yes; the warm-ups start the one that stays."""
    launcher, env = majix.argv[0], environment(MAJIX_RESIDENT="yes")
    if subprocess.run([launcher, "serve", "--help"], env=env, capture_output=True, check=False).returncode != 0:
        bench.skip("resident", "this majix has no serve")
        return
    bench.measure("resident", f"about 2 hits, raw, MAJIX_RESIDENT=yes: {shown(choice.few)}",
                  [Job("majix", majix.search(choice.few), env, count=lines)], warmups=max(5, bench.warmups))
