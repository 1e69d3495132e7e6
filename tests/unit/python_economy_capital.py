#!/usr/bin/env python3
"""The Python layer of economy, capital, prices and change: shapes of results, errors, rows; with NumPy and without.

Known answers: as in economy_capital.c, economy_prices.c and economy_change.c beside it.
"""
import math
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, economy  # noqa: E402


COHORT = smartkpi.SKPI_ECONOMY_PROFILE_COHORT


def test_efficiency():
    near(economy.capital_efficiency(3, 3, COHORT), [1.0, 0.7744525315692093, 0.4414922472479868])
    found = economy.capital_efficiency(2, [3, 7], smartkpi.SKPI_ECONOMY_PROFILE_SURVIVAL, beta=[.5, .8])
    near(found, [[1.0, 0.7969608400314541], [1.0, 0.9674789715551616]])
    refused("SKPI_ERANGE", "beta", 1, economy.capital_efficiency, 2, [3, 7], COHORT, beta=[.5, 1.5])
    status = []
    found = economy.capital_efficiency(2, [3, 0], COHORT, status=status)
    assert list(status) == [0, smartkpi.SKPI_EDOM] and found[1][0] != found[1][0]


def test_stock():
    real = Table([2020, 2021, 2022, 2023], [10, 10, 10, 10], Basis(prices=2017))
    found = economy.capital_stock(real, 3)
    near(found.stock, [10.0, 17.744525315692093, 22.15944778817196, 23.43427195], 1e-8)
    assert found.complete == smartkpi.SKPI_NONE
    near(found.life_low, list(economy.capital_stock(real, 3 * 5 / 7).stock))
    near(found.beta_high, list(economy.capital_stock(real, 3, beta=.75).stock))
    two = economy.capital_stock(Table([2020, 2021], [[10, 10], [1, 2]]), [3, 2], profile=smartkpi.SKPI_ECONOMY_PROFILE_GEOMETRIC)
    near(two.stock, [[15.0, 15.0], [.5, 2.0]])
    assert list(two.complete) == [2020, 2020]
    refused("SKPI_EDEFMIX", "investment.basis", None, economy.capital_stock, Table([2020], [1.0], Basis(prices=smartkpi.SKPI_BASIS_PRICES_CURRENT)), 3)


def test_prices():
    near(economy.capital_user_cost([1.0, 1.1, 1.2], [.05, .06], .3), [.28, .326])
    near(economy.capital_user_cost([[1.0, 1.1], [2.0, 2.0]], [[.05], [.05]], [.3, .1]), [[.28], [.3]])
    refused("SKPI_EINCONSISTENT", "rate", None, economy.capital_user_cost, [1.0, 1.1, 1.2], [.05], .3)
    near(economy.capital_contribution([.1, .3], [1, 2]), [.2 * math.log(2)])
    status = []
    found = economy.capital_contribution([[.1, .3], [10, 30]], [[1, 2], [1, 2]], status=status)
    assert list(status) == [0, smartkpi.SKPI_ERANGE]
    found = economy.chain_index([[100, 90], [100, 121]], [[1, .5], [1, 1.1]], smartkpi.SKPI_ECONOMY_INDEX_LASPEYRES)
    near(found.quantity, [1.0, 1.45])
    near(found.price, [1.0, .8])
    near(economy.chain_index([[[1, 2]], [[3, 3]]], [[[1, 1]], [[1, 2]]], smartkpi.SKPI_ECONOMY_INDEX_FISHER).quantity,
         [[1.0, 2.0], [1.0, .5]])
    double = smartkpi.SKPI_ECONOMY_DEFLATION_DOUBLE
    found = economy.double_deflation([1000, 1150], [1, .95], [600, 680], [1, 1.03], double)
    near(found.real, [400.0, 550.3321410321922])
    near(found.deflator, [1.0, 0.8540297121634167])
    status = []
    found = economy.double_deflation([100], [1.4], [95], [.6], double, status=status)
    assert status in (smartkpi.SKPI_WNEGATIVE, [smartkpi.SKPI_WNEGATIVE])


def test_splits():
    found = economy.shift_share([50, 30, 20], [44, 33, 15], [500, 300, 250], [470, 320, 200])
    near(found.local, [-3.0, 1.0, -1.0])
    near(found.competitive, [-2.8571428571428571, 0.95238095238095238, -1.1904761904761905])
    two = economy.shift_share([[1, 2], [3, 4]], [[2, 2], [3, 5]], [10, 10], [11, 12])
    assert len(two.mix) == 2 and len(two.mix[0]) == 2
    refused("SKPI_EINCONSISTENT", "nation0", None, economy.shift_share, [1, 2], [1, 2], [1], [1])
    inputs = [60, 40], [50, 50], [.1, .2], [.13, .19]
    found = economy.within_between(*inputs, smartkpi.SKPI_ECONOMY_SPLIT_MIDPOINT)
    near(found.within, [.0165, -.0045])
    near(found.interaction, [0.0, 0.0])
    found = economy.within_between(*inputs, smartkpi.SKPI_ECONOMY_SPLIT_BASE_YEAR)
    near(found.interaction, [-.003, -.001])


def test_no_default():
    for function in (economy.capital_efficiency, economy.chain_index, economy.double_deflation, economy.within_between):
        try:
            function(*[[1.0]] * (function.__code__.co_argcount - 1))
        except TypeError as e:
            assert "missing 1 required" in str(e), e
        else:
            raise AssertionError(f"{function.__name__} without its form")


if __name__ == "__main__":
    sys.exit(run(globals()))
