#!/usr/bin/env python3
"""Fans of 100,000 histories of 21 years, ten years on with three quantiles, beside the same estimate in vectorised NumPy.

Ours also looks for breaks and gaps in every history, which the peer does not.
"""
from pairs import compare

import smartkpi
from smartkpi import Table, _call

try:
    import numpy
except ImportError:
    print("# series: the peer needs NumPy")
    raise SystemExit(0)

HISTORIES, KNOWN, YEARS = 100000, 21, 10
random = numpy.random.default_rng(2060)
emission = 100 * numpy.exp(numpy.cumsum(random.normal(.01, .05, (HISTORIES, KNOWN)), axis=1))
history = Table(numpy.arange(2003, 2003 + KNOWN, dtype=numpy.int32), emission)
z = numpy.array([-1.2815515655446004, 0, 1.2815515655446004])
found = {}


def ours():
    """Quantiles alone, as a C program asks for them; the Python function always gives the rest too."""
    call = _call.Call("skpi_series_fan", None, "n")
    call.take(y=history)
    call.take(first_year=2003 + KNOWN)
    call.axis(n_years=YEARS)
    call.take("n_prob", prob=[.1, .5, .9])
    call.struct("options", form=smartkpi.SKPI_SERIES_FAN_FORM_CARBON)
    call.out("out", quantile="n n_years n_prob")
    found["ours"] = call.run()


def peer():
    x = numpy.log(emission)
    slope = numpy.clip(sum((x[:, -1] - x[:, -1 - w]) / w for w in (5, 10, 20)) / 3, -.1, .15)
    change = numpy.clip(numpy.diff(x, axis=1), -.5, .5)
    s = numpy.sqrt((10 * .09 ** 2 + 20 * change.var(axis=1, ddof=1)) / 30)
    h = numpy.arange(1, YEARS + 1)
    c = (1 - .9 ** h) / .1
    middle = x[:, -1:] + .004 * h + .45 * (slope[:, None] - .004) * .9 * c
    wide = numpy.sqrt((.84 * s[:, None]) ** 2 * h + .0175 ** 2 * numpy.cumsum(c * c))
    found["peer"] = numpy.exp(middle[:, :, None] + wide[:, :, None] * z)


compare("fan from a history, ns a history, NumPy", ours, peer, HISTORIES, 2)
worst = abs(found["ours"] / found["peer"] - 1).max()
if not worst < 1e-12:
    raise SystemExit(f"series: ours and NumPy differ by {worst:g}")
