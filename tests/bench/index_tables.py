#!/usr/bin/env python3
"""Tables without a tree: Copeland's rule, TOPSIS, CRITIC, benefit of the doubt, balanced weights, within limits.

The limits were drawn from other programs: COINr's Copeland takes 2.1 s, pymcdm's TOPSIS 6.8 ms and CRITIC 186 ms, SciPy's
HiGHS 22 ms for 51 linear programmes.
"""
from pairs import limit

from smartkpi import _call

try:
    import numpy
except ImportError:
    print("# index_tables: tables are made by NumPy")
    raise SystemExit(0)

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
    return call.run()


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


limit("Copeland with its matrix, 51 x 49, ms", lambda: decided(TABLE, "copeland", "score", "pair"), 1, .2, 1e3)
limit("TOPSIS, 600 x 50, ms", lambda: decided(LARGE, "topsis", "score"), 1, .1, 1e3)
limit("CRITIC, 600 x 50, ms", lambda: weights(LARGE, "critic"), 1, 1, 1e3)
limit("benefit of the doubt, 51 x 8, ms", lambda: benefit(PILLARS), 1, 3, 1e3)
limit("balanced weights, 51 x 49, ms", lambda: weights(MIXED, "balanced"), 1, 1, 1e3)
