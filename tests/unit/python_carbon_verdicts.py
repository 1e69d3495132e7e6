#!/usr/bin/env python3
"""The Python layer of carbon's verdicts, abatement and uncertainty; with NumPy and without."""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import carbon  # noqa: E402


def test_verdicts():
    years = list(range(2010, 2020))
    table = smartkpi.Table(years, [[90, 95, 99, 97, 96, 94, 90, 85, 83, 80], [50, 40, 30, 31, 32, 33, 34, 35, 36, 37]])
    found = carbon.peaked(table)
    assert list(found.verdict) == [smartkpi.SKPI_CARBON_PEAKED_VERDICT_PEAKED, smartkpi.SKPI_CARBON_PEAKED_VERDICT_REBOUNDING]
    assert list(found.peak_year) == [2012, 2010] and list(found.used) == [7, 9]
    near(found.change, [80 / 99 - 1, -.26])
    one = carbon.peaked(smartkpi.Table(years, [1.0] * 10), window=smartkpi.SKPI_CARBON_PEAKED_WINDOW_FROM, min_years=3, significance=.1)
    assert (one.verdict, one.since, one.p) == (smartkpi.SKPI_CARBON_PEAKED_VERDICT_PLATEAU, 9, 1.0)
    line = smartkpi.Table(range(2020, 2025), [100, 98, 96, 94, 92])
    found = carbon.progress(line, 2030, 79)
    assert found.verdict == smartkpi.SKPI_CARBON_VERDICT_OFF_TRACK and found.last_year == 2024
    near([found.required, found.achieved, found.crossing], [13 / 6, 2.0, 2030.5])
    assert carbon.progress(line, 2030, 79.5, tolerance=.05).verdict == smartkpi.SKPI_CARBON_VERDICT_ON_TRACK
    assert carbon.progress(line, 2030, 79.5, no_tolerance=True).verdict == smartkpi.SKPI_CARBON_VERDICT_OFF_TRACK
    near(carbon.progress(line, 2030, 80, base_year=2022, window=3).overshoot_to_date, 0)
    status = []
    found = carbon.progress(table, [2030, 2300], [0, float("nan")], status=status)
    assert list(status) == [0, smartkpi.SKPI_ENOTFINITE] and found.verdict[1] == smartkpi.SKPI_NONE
    refused("SKPI_ENODATA", "base_year", 0, carbon.progress, line, 2030, 80, base_year=2019)
    refused("SKPI_EINCONSISTENT", "target", None, carbon.progress, line, [2030], [80, 70])
    refused("SKPI_ENODATA", "emission.value", 0, carbon.peaked, smartkpi.Table(years, 10 * [float("nan")]))


def test_cost_and_uncertainty():
    exact, negative = smartkpi.SKPI_CARBON_ABATEMENT_MODE_EXACT, smartkpi.SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE
    found = carbon.abatement([20, -5, 7], [3, 1, 2], .5, exact)
    assert list(found.use) == [0, .5, 0] and list(found.order) == [1, 2, 0] and (found.cost, found.marginal) == (-2.5, -5)
    found = carbon.abatement([20, -5, 7], [3, 1, 2], .5, negative)
    assert (found.total, found.cost) == (1, -5) and list(found.cumulative) == [1, 3, 6]
    refused("SKPI_EINFEASIBLE", "target", None, carbon.abatement, [20, -5], [3, 1], 5, exact)
    refused("SKPI_EINVAL", "mode", None, carbon.abatement, [20, -5], [3, 1], 1, 0)
    found = carbon.inventory_uncertainty([3, 1], [[.03, .04], [.1, 0]])
    near(found.combined, [.05, .1])
    near([found.total, found.sum], [(.15**2 + .1**2)**.5 / 4, 4.0])
    near(found.share, [.0225 / .0325, .01 / .0325])
    refused("SKPI_ERANGE", "uncertainty", 1, carbon.inventory_uncertainty, [3, 1], [[.1], [-.1]])
    z = 1.6448536269514722
    near(carbon.product_quantile([[0.0, 1.0]], [[.3, .4]], [.05, .95]), [[2.718281828459045**(1 + q * .5) for q in (-z, z)]])
    near(carbon.product_quantile([0.0, 1.0], [.3, .4], .95, correlation=[[1, 1], [1, 1]]), 2.718281828459045**(1 + .7 * z))
    refused("SKPI_EINCONSISTENT", "correlation", 1, carbon.product_quantile, [0, 0], [1, 1], [.5], correlation=[[1, .5], [.4, 1]])
    refused("SKPI_EINCONSISTENT", "correlation", None, carbon.product_quantile, [0, 0], [1, 1], [.5], correlation=[[1]])


def test_probability():
    year, draws = [2020, 2030, 2040], [[5, 4, 2], [5, 6, 2], [5, 3, 0], [5, 5, 1]]
    found = carbon.verdict_probability(year, draws, peak_year=2020, budget=80,
                                       convention=smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL)
    assert (found.peaked, found.within, found.all) == (.75, .75, .75) and found.net_zero != found.net_zero
    near([found.peaked_low, found.peaked_high], [0.43254145036909686, 0.9219192523148822])
    two = carbon.verdict_probability(year, [draws, draws[::-1]], peak_year=[2020, 2020], coverage=.5)
    assert found.peaked_low < two.peaked_low[0] == two.peaked_low[1] < .75 < two.peaked_high[0] < found.peaked_high
    refused("SKPI_EINVAL", "convention", None, carbon.verdict_probability, year, draws, budget=80)
    refused("SKPI_EINVAL", "in", None, carbon.verdict_probability, year, draws)


if __name__ == "__main__":
    sys.exit(run(globals()))
