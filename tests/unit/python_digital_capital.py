#!/usr/bin/env python3
"""The Python layer of digital, capital, prices and change: shapes of results, errors, rows; with NumPy and without.

Known answers: as in digital_capital.c and digital_change.c beside it.
"""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, digital  # noqa: E402


def test_age_efficiency():
    near(digital.age_efficiency(3, 3), [1.0, 0.7744525315692093, 0.4414922472479868])
    found = digital.age_efficiency(2, [3, 7], [.5, .8], profile=smartkpi.SKPI_DIGITAL_PROFILE_SURVIVAL)
    near(found, [[1.0, 0.7969608400314541], [1.0, 0.9674789715551616]])
    refused("SKPI_ERANGE", "beta", 1, digital.age_efficiency, 2, [3, 7], [.5, 1.5])
    found, status = digital.age_efficiency(2, [3, 0], rows=True)
    assert list(status) == [0, smartkpi.SKPI_EDOM] and found[1][0] != found[1][0]


def test_capital():
    real = Table([2020, 2021, 2022, 2023], [10, 10, 10, 10], Basis(prices=2017))
    found = digital.capital(real, 3)
    near(found.stock, [10.0, 17.744525315692093, 22.15944778817196, 23.43427195], 1e-8)
    assert found.complete == smartkpi.SKPI_NONE
    near(found.life_low, list(digital.capital(real, 3 * 5 / 7).stock))
    near(found.beta_high, list(digital.capital(real, 3, .75).stock))
    two = digital.capital(Table([2020, 2021], [[10, 10], [1, 2]]), [3, 2], profile=smartkpi.SKPI_DIGITAL_PROFILE_GEOMETRIC)
    near(two.stock, [[15.0, 15.0], [.5, 2.0]])
    assert list(two.complete) == [2020, 2020]
    refused("SKPI_EDEFMIX", "investment->basis", None, digital.capital, Table([2020], [1.0], Basis(prices=1)), 3)


if __name__ == "__main__":
    sys.exit(run(globals()))
