#!/usr/bin/env python3
"""Decomposition, peak test and budgets beside the same arithmetic in vectorised NumPy, and beside limits in us."""
from pairs import compare, limit

import smartkpi
from smartkpi import Table, carbon
from smartkpi._call import Call

try:
    import numpy
except ImportError:
    print("# carbon: the peers need NumPy")
    raise SystemExit(0)

CASES, SECTORS, FACTORS = 100, 100, 5
CITIES, YEARS = 1000, 30
random = numpy.random.default_rng(2060)
factor0 = random.uniform(.5, 2, (CASES, SECTORS, FACTORS))
factor1 = factor0 * random.uniform(.7, 1.4, factor0.shape)
years = numpy.arange(1994, 1994 + YEARS, dtype=numpy.int32)
emission = 100 + numpy.cumsum(random.normal(0, 3, (CITIES, YEARS)), axis=1)
emission[:, 0] += 60  # a maximum in the first year, so that the window has 29 or 30 years
cities = Table(years, emission)
found = {}


def lmdi():
    """Effects without those of the sectors, which carbon.lmdi would compute too, as the peer gives them."""
    call = Call("skpi_carbon_lmdi")
    call.take("n n_sectors n_factors", factor0=factor0, factor1=factor1)
    call.take(form=smartkpi.SKPI_CARBON_LMDI_FORM_ADDITIVE)
    call.out("out", effect="n n_factors")
    found["lmdi"] = call.run()


def lmdi_peer():
    v0, v1 = factor0.prod(axis=2), factor1.prod(axis=2)
    mean = (v1 - v0) / numpy.log(v1 / v0)
    found["lmdi peer"] = (mean[:, :, None] * numpy.log(factor1 / factor0)).sum(axis=1)


def peak():
    found["peak"] = carbon.peaked(cities, window=smartkpi.SKPI_CARBON_PEAKED_WINDOW_FROM)


def peak_peer():
    """All windows are the whole row here, which is the peer's best case, and there are no ties."""
    i, j = numpy.triu_indices(YEARS, 1)
    difference = emission[:, j] - emission[:, i]
    s = numpy.sign(difference).sum(axis=1)
    slope = numpy.median(difference / (years[j] - years[i]), axis=1)
    z = (s - numpy.sign(s)) / numpy.sqrt(YEARS * (YEARS - 1) * (2 * YEARS + 5) / 18)
    found["peak peer"] = s, slope, z


start, base_year, end_year = random.uniform(20, 60, CITIES), 2025.0, 2060.0
rise = start * random.uniform(1, 1.2, CITIES)
SHAPES = {  # shapes and what their budgets are solved for; all budgets are feasible
    "peak": dict(t_peak=2030.0, e_peak=rise, t_net_zero=end_year),
    "Hermite": dict(t_peak=2030.0, e_peak=rise),
    "linear": {},
    "exponential": dict(t_end=end_year),
    "compound": dict(t_end=end_year),
    "logistic": dict(rate=.2, t_end=end_year),
    "capped": dict(growth=.01, t_end=end_year),
}
budget = start * random.uniform(14, 20, CITIES)


def broadcast(x):
    return numpy.full(CITIES, x) if isinstance(x, float) else x


def paths(shape, convention):
    members = {k: broadcast(v) for k, v in SHAPES[shape].items()}
    return carbon.Path(getattr(smartkpi, f"SKPI_CARBON_SHAPE_{shape.upper()}"), convention, broadcast(base_year), start, **members)


def solve(path):
    return carbon.path_solve(path, smartkpi.SKPI_CARBON_TARGET_BUDGET, budget)


def exponential_peer():
    """Newton's method for all cities at once, until none changes."""
    years, k = end_year - base_year, numpy.full(CITIES, 1e-2)
    while True:
        decay = numpy.exp(-k * years)
        sum_, slope = start * (1 - decay) / k, start * (decay * (k * years + 1) - 1) / k**2
        step = (sum_ - budget) / slope
        k = k - step
        if abs(step).max() < 1e-14:
            return k


compare("LMDI, 5 factors x 100 sectors, us a case", lmdi, lmdi_peer, CASES, 1, 1e6)
limit("LMDI, 5 factors x 100 sectors, us a case, limit", lmdi, CASES, 5, 1e6)
compare("peak test of 30 years, us a city", peak, peak_peer, CITIES, 1, 1e6)
limit("peak test of 30 years, us a city, limit", peak, CITIES, 5, 1e6)
integral = paths("exponential", smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL)
compare("exponential path by its budget, us a city", lambda: solve(integral), exponential_peer, CITIES, 1, 1e6)
for shape in SHAPES:
    for name, convention in (("integral", smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL),
                             ("annual", smartkpi.SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE)):
        if shape == "Hermite" and name == "annual":
            continue  # this shape has no such target
        path = paths(shape, convention)
        limit(f"{shape} path by its {name} budget, us a city, limit", lambda: solve(path), CITIES, 1, 1e6)
worst = abs(solve(integral) - exponential_peer()).max()
if not worst < 1e-10:
    raise SystemExit(f"carbon: the budgets' rates differ by {worst:g}")
worst = abs(found["lmdi"] - found["lmdi peer"]).max()
if not worst < 1e-10:
    raise SystemExit(f"carbon: the decompositions differ by {worst:g}")
whole = found["peak"].used == YEARS
pairs = zip((found["peak"].s, found["peak"].slope), found["peak peer"])
worst = max(abs(ours - peers)[whole].max() for ours, peers in pairs)
if not (whole.sum() > CITIES / 2 and worst < 1e-10):
    raise SystemExit(f"carbon: the peak tests differ by {worst:g} in {whole.sum()} cities")
