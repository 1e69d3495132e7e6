"""What the benchmarks share: this tree's package, pairs of runs, one line of tab-separated values a figure.

figure  what is measured, with its unit: the median of the pairs; the fastest runs stand in a comment line behind it
ours, peer, ratio  ratio = peer/ours: above 1 ours is faster
goal    least ratio aimed at
A figure with a limit has the limit as its peer and 1 as its goal: a ratio at or above the goal is always a goal met.
Runs of ours and the peer's take turns, in CPU time of this process; nothing is asserted.
"""
import os
import statistics
import sys
import time
from pathlib import Path

QUICK = "--quick" in sys.argv[1:]
SOURCE = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "lib/python"))
if "BUILDDIR" in os.environ:
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))


def seconds(run):
    start = time.process_time()
    run()
    return time.process_time() - start


def compare(figure, ours, peer, units, goal, scale=1e9):
    """Times two functions, each run once before. units is the number of units that one run computes."""
    ours(), peer()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(7 if QUICK else 21)]
    report(figure, [[scale * t / units for t in side] for side in zip(*pairs)], goal)


def limit(figure, ours, units, most, scale=1e9):
    """Times one function and compares it with the longest time allowed."""
    ours()
    report(figure, [[scale * seconds(ours) / units for _ in range(7 if QUICK else 21)], [most]], 1)


def report(figure, sides, goal):
    a, b = map(statistics.median, sides)
    print(f"{figure}\t{a:.2f}\t{b:.2f}\t{b / a:.2f}\t{goal:g}", flush=True)
    a, b = map(min, sides)
    if len(sides[0]) > 1:
        print(f"# fastest of {len(sides[0])}: {a:.2f} beside {b:.2f}, {b / a:.2f}", flush=True)
