#!/usr/bin/env python3
"""The Python layer of make, supply and use tables, city tables, totals and links; with NumPy and without.

Known answers: as in digital_city.c, digital_supply.c and digital_total.c beside it.
"""
import sys
import warnings

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, digital  # noqa: E402

NAN = float("nan")


def test_satellite():
    found = digital.satellite([[100, 0, 0], [110, 50, 40], [0, 30, 10]], [0, 1, .5], [60, 120, 20])
    near(found.ratio, [0.0, .35, .875])
    near(found.digital, [0.0, 42.0, 17.5])
    near([found.total, found.gdp, found.share], [59.5, 200.0, .2975])
    refused("SKPI_EINCONSISTENT", "make", None, digital.satellite, [[100, 0, 100], [110, 50, 160]], [0, 1, 0], [60, 120])
    refused("SKPI_EINCONSISTENT", "commodity_share", None, digital.satellite, [[100, 1, 3], [110, 50, 60]], [0, 1], [60, 120])


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


def test_total():
    core = Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, classification=2021)
    part = [Table([2023], [v], core) for v in (43135, 4037, 55636, 24747)]
    found = digital.sum_of_parts(part, Table([2023], [127555], Basis(revision=smartkpi.SKPI_BASIS_REVISION_CENSUS)), 1)
    near(found.total, [127555.0])
    near(found.difference, [0.0])
    near(found.mix[1], [4037 / 127555])
    assert found.basis == Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, classification=2021, revision=smartkpi.SKPI_BASIS_REVISION_CENSUS)
    refused("SKPI_EINCONSISTENT", "stated->value", 0, digital.sum_of_parts, part, Table([2023], [127558]), 1)
    refused("SKPI_EDEFMIX", "part[i]->basis", 1, digital.sum_of_parts, [part[0], Table([2023], [1], Basis(204))])
    assert digital.sum_of_parts(part).difference[0] != 0  # NaN: none stated
    two = [Table([2022, 2023], [[1, 2], [3, 4]]), Table([2022, 2023], [[1, 2], [3, 5]])]
    found, status = digital.sum_of_parts(two, Table([2022, 2023], [[2, 4], [6, 8]]), rows=True)
    assert list(status) == [0, smartkpi.SKPI_EINCONSISTENT] and len(found.mix) == 2
    near(found.mix[0][0], [.5, .5])


def test_quantile():
    near(digital.coefficient_quantile([100], [.5], 1000, [.25, .5], coefficient_error=[12 ** -.5]), [.025, .05])
    found, status = digital.coefficient_quantile([[1], [1]], [[.5], [.5]], [1, 0], [.5], rows=True)
    near(found[0], [.5])
    assert list(status) == [0, smartkpi.SKPI_EZERODIV]


def test_oecd_check():
    found, warnings_ = warned(digital.oecd_check, [100, 50, 10], [40, 60, 49, NAN, 4], [0, 0, 1, 2, 2], .5)
    assert list(found.label) == [1, 2, 3] and list(found.count) == [1, 1, 1, 0] and warnings_ == smartkpi.SKPI_WMISSING
    near(found.residual[1], -1.0)
    near(found.implied[2], 6.0)
    refused("SKPI_EINVAL", "cell", 1, digital.oecd_check, [1, 2], [1, 2], [0, 2])


def test_nbs_class():
    assert digital.nbs_class_name("0405") == "construction of information infrastructure"
    assert digital.nbs_class_name("0405", official=True) == "信息基础设施建设"
    assert digital.nbs_class_name("06") is None


def test_splice():
    years = [2020, 2021, 2022]
    older = Table(years, [10, 20, NAN], Basis(204, vintage=2021))
    newer = Table(years, [NAN, 16, 18], Basis(203, vintage=2024))
    found = digital.splice(older, newer)
    near([found.value, found.factor, found.low, found.high], [[8.0, 16.0, 18.0], .8, .8, .8])
    assert list(found.linked) == [1, 0, 0] and found.overlap == 1
    assert found.basis == Basis(203, vintage=2024, linked=True) and str(found.basis).endswith("; linked")
    gdp = Table(years, [100, 100, 100])
    assert digital.share(Table(years, found.value, found.basis), gdp).basis.linked
    near(digital.splice(older, newer, smartkpi.SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE).value, [6.0, 16.0, 18.0])
    refused("SKPI_ERANGE", "older->value", 0, lambda: digital.splice(older, newer, shares=True))
    refused("SKPI_ENODATA", "newer->value", 0, digital.splice, older, Table(years, [NAN, NAN, 1]))


if __name__ == "__main__":
    sys.exit(run(globals()))
