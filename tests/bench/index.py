#!/usr/bin/env python3
"""A composite index of 49 indicators of 51 units, eight groups and two above them: the pipeline, other assumptions.

The limits are those of a plain C loop and of the R package COINr 1.1.14 on another machine (uncertainty with 1,000 draws
160 s, sensitivity with 100 draws 94 s).  10,000 weightings of 1,000 x 100 stand beside NumPy: one matrix product and two
argsorts for the ranks.
"""
import time
from pathlib import Path
from types import SimpleNamespace

from pairs import QUICK, compare, limit, report

from smartkpi import _call, index

try:
    import numpy
except ImportError:
    print("# index: the peer needs NumPy")
    raise SystemExit(0)

UNITS, INDICATORS, GROUPS = 51, 49, 8
random = numpy.random.default_rng(2008)
codes = [f"i{j}" for j in range(INDICATORS)] + [f"g{g}" for g in range(GROUPS)] + ["low", "high", "index"]
parents = [f"g{j % GROUPS}" for j in range(INDICATORS)] + ["low" if g < 5 else "high" for g in range(GROUPS)] + \
    ["index", "index", ""]
direction = [-1 if j % 5 == 0 else 1 for j in range(INDICATORS)] + [1] * (GROUPS + 3)
values = random.lognormal(0, .8, (UNITS, INDICATORS))
tree = index.Tree(codes, parents, direction=direction)
data = index.Data(values)
sets = random.uniform(.75, 1.25, (100, len(codes)))
OPTIONS = {"treat": "winsorise_log", "factor": ["treatment", "normalisation", "weights", "aggregation"],
           "treatment": [1, 2, 3, 4, 5], "normalisation": ["minmax", "zscore"], "range_low": [1, 10],
           "range_high": [100, 2], "weight_set": sets, "aggregation": ["arithmetic", "geometric"]}
WHOLE = "first_low", "first_high", "total_low", "total_high", "unit_first", "unit_total", "above", "frequency"


def runs(skipped=WHOLE, of=tree, about=data, **more):
    """The call as a C program makes it: outputs that are not wanted are NULL."""
    given = {**OPTIONS, **more}
    call = _call.Call("skpi_index_tree_uncertainty")
    call.handle("tree", of, "n_nodes")
    call.shared("data", about)
    for name in ("n_draws", "n_runs"):
        if name in given:
            call.axis(**{name: given.pop(name)})
    call.struct("alternatives", "n_factors", factor=_call.choice("skpi_index_factor", "factor", given.pop("factor")))
    call.struct("alternatives", "n_treatments", treatment=given.pop("treatment", None))
    call.struct("alternatives", "n_normalisations", normalisation=_call.choice(
        "skpi_index_normalise", "normalisation", given.pop("normalisation", None)),
        range_low=given.pop("range_low", None), range_high=given.pop("range_high", None))
    call.struct("alternatives", "n_weight_sets tree->n_nodes", weight_set=given.pop("weight_set", None))
    call.struct("alternatives", "n_aggregations", aggregation=_call.choice(
        "skpi_index_aggregate", "aggregation", given.pop("aggregation", None)))
    call.struct("options", treat=_call.choice("skpi_index_treat", "treat", given.pop("treat", None)))
    call.struct("draw", **{name: _call.choice("skpi_index_mode", name, v) if name == "mode" else v
                           for name, v in given.items()})
    shapes = {"nominal": "n_units", "mean": "n_units", "median": "n_units", "top": "n_units", "first": "n_factors",
              "total": "n_factors", "first_low": "n_factors", "first_high": "n_factors", "total_low": "n_factors",
              "total_high": "n_factors", "unit_first": "n_units n_factors", "unit_total": "n_units n_factors",
              "above": "n_units n_units", "frequency": "n_units n_units"}
    call.out("out", **{name: shape for name, shape in shapes.items() if name not in skipped})
    return call.run(SimpleNamespace)


limit("ASEM-like pipeline, treatment to ranks, 51 x 49, ms", lambda: tree.compute(data, treat="winsorise_log"), 1, .3, 1e3)
limit("uncertainty, 4 factors, 1,000 draws, ms", lambda: runs(mode="sampled", n_draws=1000), 1, 5, 1e3)
limit("every one of 2,000 combinations with indices, ms", lambda: runs(mode="exact"), 1, 10, 1e3)
limit("Saltelli, 1,000 draws, 6,000 runs, without resamples, ms", lambda: runs(mode="saltelli", n_draws=1000), 1, 20, 1e3)
limit("Saltelli, 1,000 draws, with 1,000 resamples, ms", lambda: runs((), mode="saltelli", n_draws=1000), 1, 100, 1e3)

N, M, DRAWS = 1000, 100, 10000
wide = random.uniform(0, 1, (N, M))
noise = random.uniform(.5, 1.5, (DRAWS, M + 1))
flat = index.Tree([f"x{j}" for j in range(M)] + ["index"], ["index"] * M + [""])
about = index.Data(wide)


def weightings():
    return runs(of=flat, about=about, factor=["weights"], treatment=None, normalisation=None, range_low=None,
                range_high=None, weight_set=noise, aggregation=None, treat=None, mode="exact")


def peer():
    low, high = wide.min(0), wide.max(0)
    scaled = (wide - low) / (high - low)
    weights = noise[:, :M] / noise[:, :M].sum(1, keepdims=True)
    scores = weights @ scaled.T
    ranks = (-scores).argsort(1).argsort(1)
    return numpy.stack([ranks.mean(0), numpy.median(ranks, 0)])


CPU = Path("/proc/cpuinfo")
WIDE = CPU.exists() and "avx512vl" in CPU.read_text(encoding="utf-8")
compare("10,000 weightings of 1,000 x 100 with ranks, s", weightings, peer, 1, 9 if WIDE else 7, 1)
limit("10,000 weightings of 1,000 x 100 with ranks, s, limit", weightings, 1, .12 if WIDE else .16, 1)


def wall(threads):
    start = time.perf_counter()
    runs(mode="saltelli", n_draws=20000, threads=threads)
    return 1e3 * time.perf_counter() - 1e3 * start


pairs = [(wall(2), wall(1)) for _ in range(3 if QUICK else 9)]
report("uncertainty, 2 threads, ms of wall clock, beside 1", list(zip(*pairs)), 1.8)
