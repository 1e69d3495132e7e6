#!/usr/bin/env python3
"""The Python layer of digital: totals and their parts, classes, satellite accounts, change; with NumPy and without.

Known answers: as in digital_sum_of_parts.c and digital_change.c beside it.
"""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, digital  # noqa: E402

NAN = float("nan")
CORE, BROAD = smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, smartkpi.SKPI_DIGITAL_DEFINITION_CAICT


def test_satellite():
    found = digital.satellite([[100, 0, 0], [110, 50, 40], [0, 30, 10]], [0, 1, .5], [60, 120, 20])
    near(found.ratio, [0.0, .35, .875])
    near(found.digital, [0.0, 42.0, 17.5])
    near([found.total, found.gdp, found.share], [59.5, 200.0, .2975])
    refused("SKPI_EINCONSISTENT", "make", None, digital.satellite, [[100, 0, 100], [110, 50, 160]], [0, 1, 0], [60, 120])
    refused("SKPI_EINCONSISTENT", "commodity_share", None, digital.satellite, [[100, 1, 3], [110, 50, 60]], [0, 1], [60, 120])


def test_sum_of_parts():
    core = Basis(CORE, classification=2021)
    part = [Table([2023], [v], core) for v in (43135, 4037, 55636, 24747)]
    census = smartkpi.SKPI_BASIS_REVISION_CENSUS
    found = digital.sum_of_parts(part, stated=Table([2023], [127555], Basis(revision=census)), digit=1)
    near(found.total, [127555.0])
    near(found.difference, [0.0])
    near(found.mix[1], [4037 / 127555])
    assert found.basis == Basis(CORE, classification=2021, revision=census)
    refused("SKPI_EINCONSISTENT", "stated.value", 0, digital.sum_of_parts, part,
            stated=Table([2023], [127558]), digit=1)
    refused("SKPI_EDEFMIX", "part[i].basis", 1, digital.sum_of_parts, [part[0], Table([2023], [1], Basis(BROAD))])
    assert digital.sum_of_parts(part).difference[0] != 0  # NaN, because no total is stated
    two = [Table([2022, 2023], [[1, 2], [3, 4]]), Table([2022, 2023], [[1, 2], [3, 5]])]
    status = []
    found = digital.sum_of_parts(two, stated=Table([2022, 2023], [[2, 4], [6, 8]]), status=status)
    assert list(status) == [0, smartkpi.SKPI_EINCONSISTENT] and len(found.mix) == 2
    near(found.mix[0][0], [.5, .5])


def test_oecd_check():
    found, warnings_ = warned(digital.oecd_check, [100, 50, 10], [40, 60, 49, NAN, 4], [0, 0, 1, 2, 2], tolerance=.5)
    assert warnings_ == smartkpi.SKPI_WMISSING
    assert list(found.label) == [smartkpi.SKPI_DIGITAL_LABEL_ADDS_UP, smartkpi.SKPI_DIGITAL_LABEL_FAILS,
                                 smartkpi.SKPI_DIGITAL_LABEL_IMPLIED]
    assert [found.n_adds_up, found.n_fails, found.n_implied, found.n_unknown] == [1, 1, 1, 0]
    near(found.residual[1], -1.0)
    near(found.implied[2], 6.0)
    refused("SKPI_ENOTFOUND", "cell", 1, digital.oecd_check, [1, 2], [1, 2], [0, 2])


def test_nbs_class_name():
    assert digital.nbs_class_name("0405", False) == "construction of information infrastructure"
    assert digital.nbs_class_name("0405", True) == "信息基础设施建设"
    assert digital.nbs_class_name("06", False) is None


def test_splice():
    years = [2020, 2021, 2022]
    older = Table(years, [10, 20, NAN], Basis(BROAD, vintage=2021))
    newer = Table(years, [NAN, 16, 18], Basis(CORE, vintage=2024))
    found = digital.splice(older, newer)
    near([found.value, found.factor, found.low, found.high], [[8.0, 16.0, 18.0], .8, .8, .8])
    assert list(found.linked) == [1, 0, 0] and found.overlap == 1
    assert found.basis == Basis(CORE, vintage=2024, linked=True) and str(found.basis).endswith("; linked")
    gdp = Table(years, [100, 100, 100])
    assert digital.share(Table(years, found.value, found.basis), gdp).basis.linked
    near(digital.splice(older, newer, method=smartkpi.SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE).value, [6.0, 16.0, 18.0])
    refused("SKPI_ERANGE", "table0.value", 0, lambda: digital.splice(older, newer, shares=True))
    refused("SKPI_ENODATA", "table1.value", 0, digital.splice, older, Table(years, [NAN, NAN, 1]))


def test_growth_contribution():
    found = digital.growth_contribution(Table([2022, 2023], [50.2, 53.9]), Table([2022, 2023], [120.4724, 126.0582]))
    near(found.rate, [3.7 / 5.5858])
    near(found.share_change, [53.9 / 126.0582 - 50.2 / 120.4724])
    years = [2001, 2002, 2003]
    found = digital.growth_contribution(Table(years, [[1, 2, 3]] * 2), Table(years, [[10, 20, 40]] * 2))
    near(found.contribution, [[.1, .05]] * 2)
    refused("SKPI_ENODATA", "digital.m", None, digital.growth_contribution, Table([2022], [1.0]), Table([2022], [2.0]))
    refused("SKPI_EDEFMIX", "gdp.basis", None, digital.growth_contribution,
            Table([2022, 2023], [1, 2], Basis(vintage=2024)), Table([2022, 2023], [5, 6], Basis(vintage=2023)))


if __name__ == "__main__":
    sys.exit(run(globals()))
