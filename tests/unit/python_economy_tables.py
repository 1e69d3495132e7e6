#!/usr/bin/env python3
"""The Python layer of make, supply and use tables and city tables; with NumPy and without.

Known answers: as in economy_city.c and economy_supply.c beside it.
"""
import sys
import warnings

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import digital  # noqa: E402


def test_supply_use():
    found = digital.from_supply_use([[90, 10], [5, 195]], [[20, 30], [15, 40]], [[45], [150]], other_inputs=[1, 2])
    near(found.flows[0], [90 / 95 * 20 + 10 / 205 * 15, 90 / 95 * 30 + 10 / 205 * 40])
    near(found.value_added, [100 - 35 - 1, 200 - 70 - 2])
    near(found.final_use[0], [found.final_demand[0]])
    with digital.IOTable(found.flows, found.output, found.value_added, found.final_demand) as table:
        near(table.solve(found.final_demand), [100.0, 200.0])
    refused("SKPI_EINCONSISTENT", "source->use", 0, digital.from_supply_use, [[90, 10], [5, 195]], [[21, 30], [15, 40]],
            [[45], [150]])
    digital.from_supply_use([[90, 10], [5, 195]], [[21, 30], [15, 40]], [[45], [150]], tolerance=.01)


def test_regional():
    found = digital.regional([[.1, .2], [.3, .1]], [1, 3], [20, 20], smartkpi.SKPI_ECONOMY_QUOTIENT_FLQ, 1)
    near(found.slq, [.5, 1.5])
    near(found.factor, .13750352374993491)
    near(found.quotient[0], [.13750352374993491 * .5, .13750352374993491 / 3])
    near(found.coefficient[1], [.3 * 3 * .13750352374993491, .1 * 1.5 * .13750352374993491])
    refused("SKPI_ERANGE", "city", 1, digital.regional, [[.1, .2], [.3, .1]], [1, 30], [20, 20], smartkpi.SKPI_ECONOMY_QUOTIENT_SLQ)


def test_ras():
    found = digital.ras([[1, 0], [1, 1]], [1, 2], [2, 1])
    near(found.cell[0], [1.0, 0.0])
    assert found.residual <= 1e-12 and found.iterations >= 1
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        found = digital.ras([[1, 0], [1, 1]], [2, 1], [1, 2], iterations=5)
    assert seen[0].message.status == smartkpi.SKPI_WNOTCONVERGED and found.iterations == 5
    found = digital.ras([[7, -2], [3, 4]], [6, 8], [11, 3], scaling=smartkpi.SKPI_ECONOMY_SCALING_GRAS)
    near(found.cell[0], [7.7010138120376889, -1.7010138120376889])
    refused("SKPI_EDOM", "start", 0, digital.ras, [[7, -2], [3, 4]], [6, 8], [11, 3])


if __name__ == "__main__":
    sys.exit(run(globals()))
