#!/usr/bin/env python3
"""Decomposition and peak test beside the same arithmetic in vectorised NumPy; goals in us stand in the figures' names."""
from pairs import compare

import smartkpi
from smartkpi import Table, carbon
from smartkpi._core import Call

try:
    import numpy
except ImportError:
    print("# carbon: the peers need NumPy")
    raise SystemExit(0)

CASES, SECTORS, FACTORS = 400, 100, 5
CITIES, YEARS = 1000, 30
random = numpy.random.default_rng(2060)
base = random.uniform(.5, 2, (CASES, SECTORS, FACTORS))
end = base * random.uniform(.7, 1.4, base.shape)
years = numpy.arange(1994, 1994 + YEARS, dtype=numpy.int32)
emission = 100 + numpy.cumsum(random.normal(0, 3, (CITIES, YEARS)), axis=1)
emission[:, 0] += 60  # the maximum: a window of 29 or 30 years
cities = Table(years, emission)
found = {}


def lmdi():
    """Effects alone, as the peer: carbon.lmdi asks for those of every sector too."""
    call = Call("skpi_carbon_lmdi")
    call.take("n sectors factors", base=base, end=end)
    call.value(form=smartkpi.SKPI_CARBON_ADDITIVE)
    call.outs("out", effect="n factors")
    found["lmdi"] = call.run()


def lmdi_peer():
    v0, vt = base.prod(axis=2), end.prod(axis=2)
    mean = (vt - v0) / numpy.log(vt / v0)
    found["lmdi peer"] = (mean[:, :, None] * numpy.log(end / base)).sum(axis=1)


def peak():
    found["peak"] = carbon.peak(cities, window=smartkpi.SKPI_CARBON_FROM_PEAK)


def peak_peer():
    """All windows are the whole row here, which is the peer's best case; no ties."""
    i, j = numpy.triu_indices(YEARS, 1)
    difference = emission[:, j] - emission[:, i]
    s = numpy.sign(difference).sum(axis=1)
    slope = numpy.median(difference / (years[j] - years[i]), axis=1)
    z = (s - numpy.sign(s)) / numpy.sqrt(YEARS * (YEARS - 1) * (2 * YEARS + 5) / 18)
    found["peak peer"] = s, slope, z


compare("LMDI, 5 factors x 100 sectors, us a case (goal 5)", lmdi, lmdi_peer, CASES, 1, 1e6)
compare("peak test of 30 years, us a city (goal 5)", peak, peak_peer, CITIES, 1, 1e6)
worst = abs(found["lmdi"] - found["lmdi peer"]).max()
if not worst < 1e-10:
    raise SystemExit(f"carbon: the decompositions differ by {worst:g}")
whole = found["peak"].used == YEARS
pairs = zip((found["peak"].s, found["peak"].slope), found["peak peer"])
worst = max(abs(ours - peers)[whole].max() for ours, peers in pairs)
if not (whole.sum() > CITIES / 2 and worst < 1e-10):
    raise SystemExit(f"carbon: the peak tests differ by {worst:g} in {whole.sum()} cities")
