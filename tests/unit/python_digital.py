#!/usr/bin/env python3
"""The Python layer of digital: shapes of results, errors, rows, the handle; with NumPy and without.

Known answers: as in digital.c and digital_table.c beside it.
"""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, digital, economy  # noqa: E402

CENSUS, PRELIMINARY = smartkpi.SKPI_BASIS_REVISION_CENSUS, smartkpi.SKPI_BASIS_REVISION_PRELIMINARY
CORE = Table([2023], [12755.5], Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=CENSUS, currency=156))
BROAD = Table([2023], [53900.0], Basis(smartkpi.SKPI_DIGITAL_DEFINITION_CAICT, revision=PRELIMINARY))
NAN = float("nan")
GDP = Table([2023], [129427.2], Basis(revision=CENSUS, scale=1009))
OLD = Table([2023], [126058.2], Basis(revision=PRELIMINARY))
TWO = [[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]


def test_names():
    assert digital.definition_name(smartkpi.SKPI_DIGITAL_DEFINITION_ADB) == "ADB input-output core"
    assert digital.definition_name(0) is None


def test_share():
    found = digital.share(CORE, GDP)
    near(found.share, [12755.5 / 129427.2])
    assert found.basis == Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=CENSUS, currency=156, scale=1009)
    assert "revision" in str(refused("SKPI_EDEFMIX", "gdp->basis", None, digital.share, CORE, OLD))
    two = Table([2022, 2023], [[1, 2], [5, 1]])
    of = Table([2022, 2023], [[4, 4], [4, 4]])
    refused("SKPI_ERANGE", "digital->value", 1, digital.share, two, of)
    found, status = digital.share(two, of, rows=True)
    near(found.share[0], [.25, .5])
    assert list(status) == [0, smartkpi.SKPI_ERANGE] and found.share[1][1] != found.share[1][1]
    refused("SKPI_EINCONSISTENT", "gdp->n", None, digital.share, two, Table([2022, 2023], [4, 4]))


def test_compare():
    found = digital.compare([CORE, BROAD], [GDP, OLD])
    near(found.share, [[12755.5 / 129427.2], [53900 / 126058.2]])
    near(found.low, [12755.5 / 129427.2])
    near(found.high, [53900 / 126058.2])
    assert list(found.definition) == [smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, smartkpi.SKPI_DIGITAL_DEFINITION_CAICT]
    found, status = digital.compare([CORE, BROAD], [GDP, GDP], rows=True)
    assert list(status) == [0, smartkpi.SKPI_EDEFMIX] and found.definition[1] == smartkpi.SKPI_NONE
    refused("SKPI_EDUPLICATE", "digital[i]->basis->definition", 1, digital.compare, [CORE, CORE], [GDP, GDP])
    refused("SKPI_EINCONSISTENT", "gdp", None, digital.compare, [CORE, BROAD], [GDP])


def test_definitions():
    va, flags = [600, 1300], [0, 1]
    stated = Basis(vintage=2024, revision=CENSUS, currency=156)
    with economy.IOTable(*TWO) as table:
        found = digital.definitions(2000, basis=stated, value_added=va, digital=flags, coefficient=[.1, .5],
                                    coefficient_error=[.02, .1], make=[[800, 200], [0, 2000]], commodity_share=[0, .8],
                                    industry_value_added=va, table=table, table_digital=flags,
                                    core=[300, 100, 150, 50], broad=1100.0, oecd=[450, 50])
        adb = digital.adb(table, flags, investment=[.1, 0])
        refused("SKPI_EINCONSISTENT", "table_digital", None, digital.definitions, table=table, table_digital=[0, 1, 1])
        refused("SKPI_EINCONSISTENT", "inputs->gdp", None, digital.definitions, 19, table=table, table_digital=flags)
    assert list(found.definition) == list(range(smartkpi.SKPI_DIGITAL_DEFINITION_DIRECT, smartkpi.SKPI_DIGITAL_DEFINITION_OECD + 1))
    near(found.share, [.65, .355, .3, .55, 1136 / 1900, adb.share_exact, .25])
    near(found.value, [1300, 710, 600, 1100, 1136, adb.exact, 500])
    near(found.gdp, [2000, 2000, 2000, 2000, 1900, 1900, 2000])
    near([found.error[1], found.low, found.high], [17044 ** .5 / 2000, .25, adb.share_exact])
    near([found.published, found.share_published], [adb.published, adb.share_published])
    assert found.count == 7 and found.basis == stated
    found = digital.definitions(2000, value_added=va, digital=flags)
    assert found.count == 1 and found.definition[1] == smartkpi.SKPI_NONE and found.share[1] != found.share[1]
    refused("SKPI_ENODATA", "inputs", None, digital.definitions, 2000)
    refused("SKPI_EINVAL", "inputs->table", None, digital.definitions, table_digital=flags)
    refused("SKPI_EINVAL", "inputs->basis->definition", None, digital.definitions, 2000, core=1.0,
            basis=Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE))


def test_coefficient():
    va, c, e, w = [120, 300, 450], [.8, .35, .1], [.05, .08, .05], [1, .6, .4]
    found = digital.coefficient(va, c, 1000, weight=w, coefficient_error=e, correlation=.3)
    near([found.share, found.error, found.low], [.177, .022053571139386928, .13377579483630965])
    found = digital.coefficient([va, va], [c, c], [1000, 2000])
    near(found.share, [120 * .8 / 1000 + 300 * .35 / 1000 + .045, .123])
    near(found.error, [0.0, 0.0])
    found, status = digital.coefficient([va, va], [c, c], [1000, 0], rows=True)
    assert list(status) == [0, smartkpi.SKPI_EZERODIV]
    refused("SKPI_ERANGE", "coefficient", 0, digital.coefficient, va, [80, 35, 10], 1000)


def test_adb():
    with economy.IOTable(*TWO) as table:
        found = digital.adb(table, [False, True], investment=[.1, 0])
        near(found.gdp, 1900.0)
        near(found.exact, 1300 + .6 * .25 / .7575 * 1700 + .6 * .95 / .7575 * 35)
        near([found.share_exact, found.share_direct], [found.exact / 1900, 1300 / 1900])
        near(found.published, found.exact)
        refused("SKPI_EINVAL", "digital", 1, digital.adb, table, [0, 2])
        refused("SKPI_EINCONSISTENT", "digital", None, digital.adb, table, [0, 1, 1])
    refused("SKPI_ESTATE", "", None, digital.adb, table, [0, 1])
    one = economy.IOTable([[50]], [100], [50], [50])
    near(digital.adb(one, [1]).share_exact, 1.0)


def test_change():
    found = digital.growth_contribution(Table([2022, 2023], [50.2, 53.9]), Table([2022, 2023], [120.4724, 126.0582]))
    near(found.rate, [3.7 / 5.5858])
    near(found.share_change, [53.9 / 126.0582 - 50.2 / 120.4724])
    found = digital.growth_contribution(Table([2001, 2002, 2003], [[1, 2, 3]] * 2), Table([2001, 2002, 2003], [[10, 20, 40]] * 2))
    near(found.points, [[.1, .05]] * 2)
    refused("SKPI_ENODATA", "digital->m", None, digital.growth_contribution, Table([2022], [1.0]), Table([2022], [2.0]))
    refused("SKPI_EDEFMIX", "gdp->basis", None, digital.growth_contribution, Table([2022, 2023], [1, 2], Basis(vintage=2024)),
            Table([2022, 2023], [5, 6], Basis(vintage=2023)))


def test_satellite():
    found = digital.satellite([[100, 0, 0], [110, 50, 40], [0, 30, 10]], [0, 1, .5], [60, 120, 20])
    near(found.ratio, [0.0, .35, .875])
    near(found.digital, [0.0, 42.0, 17.5])
    near([found.total, found.gdp, found.share], [59.5, 200.0, .2975])
    refused("SKPI_EINCONSISTENT", "make", None, digital.satellite, [[100, 0, 100], [110, 50, 160]], [0, 1, 0], [60, 120])
    refused("SKPI_EINCONSISTENT", "commodity_share", None, digital.satellite, [[100, 1, 3], [110, 50, 60]], [0, 1], [60, 120])


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
