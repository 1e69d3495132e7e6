#!/usr/bin/env python3
"""The Python layer of carbon: shapes of results, errors, rows; with NumPy and without.

Known answers: as in carbon.c beside it.
"""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import carbon  # noqa: E402

BUDGET = smartkpi.SKPI_CARBON_BY_BUDGET
PEAK = (smartkpi.SKPI_CARBON_PEAK, smartkpi.SKPI_CARBON_INTEGRAL)
CHINA = carbon.Path(*PEAK, 2023, 11.902503, 2028, 12.2, 2060, plateau=2)
TWO = carbon.Path(*PEAK, [2023, 2020], [11.902503, 100], [2028, 2020], [12.2, 100], [2060, 2050], [0.0, -5], [2, 0])


def test_solve_and_range():
    found = carbon.path_range(CHINA, BUDGET)
    near([found.low, found.high], [84.6562575, 450.6562575])
    near(carbon.path_solve(CHINA, BUDGET, 260), 1.08732855123130481)
    near(carbon.path_solve(TWO, BUDGET, [260, 1400]), [1.08732855123130481, 1.03225806451612903])
    near(carbon.path_range(TWO, BUDGET).low, [84.6562575, -150])


def test_values():
    one = carbon.path_value(CHINA.replace(power=carbon.path_solve(CHINA, BUDGET, 260)), 2030, 3)
    near(one.emission, [12.2, 11.7584699377452406, 11.3182677193610929])
    near(one.cumulative[0], 84.6562575)
    two = carbon.path_value(TWO.replace(power=[1.0, 2.0]), 2050, 1)
    near(two.emission, [[12.2 / 3], [-5.0]])
    near(two.cumulative, [[84.6562575 + 12.2 * 15 * (1 - 1 / 9)], [-5 * 30 + 105 * 30 / 3]])


def test_errors():
    refused("SKPI_EINFEASIBLE", "target", 0, carbon.path_solve, CHINA, BUDGET, 80)
    refused("SKPI_ENOTBINDING", "target", 0, carbon.path_solve, CHINA, BUDGET, 600)
    refused("SKPI_EINVAL", "path->power", None, carbon.path_value, CHINA, 2030, 1)
    refused("SKPI_EINVAL", "path->power", None, carbon.path_solve, CHINA.replace(power=1), BUDGET, 260)
    refused("SKPI_EINVAL", "path->shape", None, carbon.path_range, CHINA.replace(shape=0), BUDGET)
    refused("SKPI_EDOM", "path->t0", 0, carbon.path_value, CHINA.replace(power=1), 2020, 1)
    refused("SKPI_EINCONSISTENT", "target", None, carbon.path_solve, TWO, BUDGET, [260, 1400, 1])
    refused("SKPI_EINVAL", "options->weight", None, carbon.share, [1, 2], None, 3, weight=0.5)
    refused("SKPI_ERANGE", "prob", 1, carbon.warming, 260, [0.5, 1])


def test_rows():
    power, status = carbon.path_solve(TWO, BUDGET, [260, 9000], rows=True)
    near(power[0], 1.08732855123130481)
    assert power[1] != power[1] and list(status) == [0, smartkpi.SKPI_ENOTBINDING]
    found, status = carbon.path_value(TWO.replace(power=power), 2060, 1, rows=True)
    near(found.cumulative[0], [260.0])
    assert list(status) == [0, smartkpi.SKPI_ENOTFINITE]


def test_share_and_warming():
    near(carbon.share([1, 3], None, 8), [2.0, 6.0])
    near(carbon.share(None, [3, 1], 8, rule=smartkpi.SKPI_CARBON_GRANDFATHER), [6.0, 2.0])
    near(carbon.share([1, 3], [3, 1], 8, rule=smartkpi.SKPI_CARBON_BLEND, weight=0.25), [5.0, 3.0])
    near(carbon.warming(260), 0.117)
    found = carbon.warming([1000, -1000], [0.17, 0.83])
    near(found.best, [0.45, -0.45])
    near(found.quantile, [[0.27, 0.63], [-0.63, -0.27]])


if __name__ == "__main__":
    sys.exit(run(globals()))
