#!/usr/bin/env python3
"""The United Nations' recursion, 10,000 places x 40 years, beside the same recursion in vectorised NumPy.

Both give the same outputs, in arrays that each run makes; ours always places x years.  Two peers:
  analyst  one statement an equation over all places, a loop over the years, each year written into its column
           of a C-ordered result, as ours
  best     what NumPy can do: every year written in one piece (the arrays are years x places, the result their
           transpose) and nothing allocated inside the loop
"""
from pairs import compare

import smartkpi
from smartkpi import _call, urban

try:
    import numpy
except ImportError:
    print("# urban: the peer needs NumPy")
    raise SystemExit(0)

PLACES, YEARS = 10000, 40
random = numpy.random.default_rng(2018)
share = random.uniform(.05, .95, PLACES)
urgd = random.uniform(-.02, .05, PLACES)
size_class = (smartkpi.SKPI_URBAN_SIZE_LARGE + random.integers(0, 2, PLACES)).astype(numpy.int32)
last = numpy.full(PLACES, 2018, numpy.int32)
found = {}


def ours_both():
    result = urban.project(last, share, urgd, 2019, YEARS, size_class=size_class)
    found["ours"] = result.share, result.urgd


def ours_shares():
    """Asks for shares alone, with out->urgd NULL as in C; the Python function always computes both."""
    call = _call.Call("skpi_urban_project")
    call.struct("in", "n", last_year=last, share=share, urgd=urgd, size_class=size_class)
    call.take(first_year=2019)
    call.axis(n_years=YEARS)
    call.out("out", share="n n_years")
    found["ours"] = (call.run(),)


def coefficients():
    large = size_class == smartkpi.SKPI_URBAN_SIZE_LARGE
    return numpy.where(large, .0325482, .0192491), numpy.where(large, .0153540, .0033061)


def analyst(both):
    a, b = coefficients()
    p, r = share, urgd
    logit = numpy.log(p / (1 - p))
    out = [numpy.empty((PLACES, YEARS)) for _ in range(1 + both)]
    for j in range(1, YEARS + 1):
        if j <= 25:
            h = a - b * p
        if j <= 26:
            r = r + (h - r) / (27 - j)
        logit = logit + r
        p = 1 / (1 + numpy.exp(-logit))
        out[0][:, j - 1] = p
        if both:
            out[1][:, j - 1] = r
    found["peer"] = tuple(out)


def best(both):
    a, b = coefficients()
    out = [numpy.empty((YEARS, PLACES)) for _ in range(1 + both)]
    p, r, logit = share, urgd.copy(), numpy.log(share / (1 - share))
    h, change = numpy.empty(PLACES), numpy.empty(PLACES)
    for j in range(1, YEARS + 1):
        if j <= 25:
            numpy.multiply(b, p, out=h)
            numpy.subtract(a, h, out=h)
        if j <= 26:
            numpy.subtract(h, r, out=change)
            change *= 1 / (27 - j)
            r += change
        logit += r
        p = out[0][j - 1]
        numpy.negative(logit, out=p)
        numpy.exp(p, out=p)
        p += 1
        numpy.divide(1, p, out=p)
        if both:
            out[1][j - 1] = r
    found["peer"] = tuple(o.T for o in out)


for both, ours, outputs in ((False, ours_shares, "shares"), (True, ours_both, "shares and growth differences")):
    for peer, goal, what in (
        (analyst, 3, "NumPy as an analyst writes it"),
        (best, 2, "NumPy at its best, years x places"),
    ):
        compare(f"UN projection, {outputs}, ns a place-year, {what}", ours, lambda: peer(both), PLACES * YEARS, goal)
        worst = max(abs(x - y).max() for x, y in zip(found["ours"], found["peer"]))
        if len(found["ours"]) != 1 + both or not worst < 1e-12:
            raise SystemExit(f"urban: ours and NumPy differ by {worst:g}")
