#!/usr/bin/env python3
"""Tables without a tree: Copeland's rule, TOPSIS, CRITIC, benefit of the doubt, balanced weights, within limits.

The limits were drawn from other programs: COINr's Copeland takes 2.1 s, pymcdm's TOPSIS 6.8 ms and CRITIC 186 ms, SciPy's
HiGHS 22 ms for 51 linear programmes.  Copeland stands beside NumPy, programmes beside SciPy where it can be had.
"""
from types import SimpleNamespace

from pairs import compare, limit

from smartkpi import _call

try:
    import numpy
except ImportError:
    print("# index_tables: tables are made by NumPy")
    raise SystemExit(0)
try:
    from scipy.optimize import linprog
except ImportError:
    linprog = None

random = numpy.random.default_rng(15)
TABLE = random.uniform(.1, 1, (51, 49))
LARGE = random.uniform(.1, 1, (600, 50))
PILLARS = random.uniform(.1, 1, (51, 8))
MIXED = random.uniform(0, 1, (51, 1)) + random.uniform(0, 1, (51, 49))


def decided(value, method, *wanted):
    """The call as a C program makes it: outputs that are not wanted are NULL."""
    call = _call.Call("skpi_index_decide")
    call.take("n m", value=value)
    call.take(method=_call.choice("skpi_index_decide", "method", method))
    call.out("out", **{name: "n n" if name == "pair" else "n" for name in wanted})
    return call.run(SimpleNamespace)


def weights(value, method):
    call = _call.Call("skpi_index_weight")
    call.take("n m", value=value)
    call.take(method=_call.choice("skpi_index_weight", "method", method))
    call.out(weight="m")
    return call.run()


def benefit(value):
    call = _call.Call("skpi_index_benefit")
    call.take("n m", value=value)
    call.out(score="n")
    return call.run()


def copeland_of_numpy():
    """Each pair of units by itself, as it is usually written, and all pairs at once."""
    share = numpy.full((len(TABLE), len(TABLE)), .5)
    for i, own in enumerate(TABLE):
        for j, other in enumerate(TABLE):
            share[i, j] = numpy.mean(own > other) + .5 * numpy.mean(own == other)
    return share, numpy.sign(share - .5).sum(1)


def copeland_at_once():
    share = (TABLE[:, None] > TABLE).mean(2) + .5 * (TABLE[:, None] == TABLE).mean(2)
    return share, numpy.sign(share - .5).sum(1)


def copeland():
    return decided(TABLE, "copeland", "score", "pair")


for name, peer, goal in (("pair by pair", copeland_of_numpy, 20), ("all pairs at once", copeland_at_once, 3)):
    compare(f"Copeland with its matrix, 51 x 49 / NumPy, {name}, ms", copeland, peer, 1, goal, 1e3)
    share, score = peer()
    if abs(share - copeland().pair)[~numpy.eye(len(TABLE), dtype=bool)].max() > 1e-12 or any(score != copeland().score):
        raise SystemExit("index_tables: NumPy's Copeland differs")
limit("Copeland with its matrix, 51 x 49, ms", copeland, 1, .2, 1e3)
limit("TOPSIS, 600 x 50, ms", lambda: decided(LARGE, "topsis", "score"), 1, .1, 1e3)
limit("CRITIC, 600 x 50, ms", lambda: weights(LARGE, "critic"), 1, 1, 1e3)
limit("benefit of the doubt, 51 x 8, ms", lambda: benefit(PILLARS), 1, 3, 1e3)
if linprog:
    def highs():
        return [-linprog(-row, A_ub=PILLARS, b_ub=numpy.ones(len(PILLARS)), method="highs").fun for row in PILLARS]

    compare("benefit of the doubt, 51 x 8 / HiGHS through SciPy, ms", lambda: benefit(PILLARS), highs, 1, 7, 1e3)
    if abs(numpy.array(highs()) - benefit(PILLARS)).max() > 1e-9:
        raise SystemExit("index_tables: HiGHS differs")
limit("balanced weights, 51 x 49, ms", lambda: weights(MIXED, "balanced"), 1, 1, 1e3)
