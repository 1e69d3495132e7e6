#!/usr/bin/env python3
"""The United Nations' recursion, 10,000 places x 40 years, beside the same recursion in vectorised NumPy."""
from pairs import compare

import smartkpi
from smartkpi import urban

try:
    import numpy
except ImportError:
    print("# urban: the peer needs NumPy")
    raise SystemExit(0)

PLACES, YEARS = 10000, 40
random = numpy.random.default_rng(2018)
share = random.uniform(.05, .95, PLACES)
urgd = random.uniform(-.02, .05, PLACES)
law = random.integers(1, 3, PLACES).astype(numpy.int32)
last = numpy.full(PLACES, 2018, numpy.int32)
found = {}


def ours():
    found["ours"] = urban.project(last, share, urgd, law, 2019, YEARS)


def peer(order):
    """order "C": places x years, as ours; "F": the years' columns contiguous, NumPy's best."""
    large = law == smartkpi.SKPI_URBAN_LARGE
    a, b = numpy.where(large, .0325482, .0192491), numpy.where(large, .0153540, .0033061)
    p, r = share, urgd.copy()
    logit = numpy.log(p / (1 - p))
    shares, urgds = numpy.empty((PLACES, YEARS), order=order), numpy.empty((PLACES, YEARS), order=order)
    for j in range(1, YEARS + 1):
        if j <= 25:
            h = a - b * p
        if j <= 26:
            r += (h - r) / (27 - j)
        logit += r
        p = 1 / (1 + numpy.exp(-logit))
        shares[:, j - 1], urgds[:, j - 1] = p, r
    found["peer"] = shares, urgds


for order, what in (("C", "places x years"), ("F", "years x places")):
    compare(f"UN projection, ns a place-year, NumPy filling {what}", ours, lambda: peer(order), PLACES * YEARS, 5)
worst = max(abs(found["ours"].share - found["peer"][0]).max(), abs(found["ours"].urgd - found["peer"][1]).max())
if not worst < 1e-12:
    raise SystemExit(f"urban: ours and NumPy differ by {worst:g}")
