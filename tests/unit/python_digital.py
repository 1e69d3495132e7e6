#!/usr/bin/env python3
"""The Python layer of digital: shapes of results, errors, rows; with NumPy and without.

Known answers: as in digital.c and economy_table.c beside it.
"""
import sys
import threading

sys.dont_write_bytecode = True
from python_unit import near, opened, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, digital, economy  # noqa: E402

CENSUS, PRELIMINARY = smartkpi.SKPI_BASIS_REVISION_CENSUS, smartkpi.SKPI_BASIS_REVISION_PRELIMINARY
CORE = Table([2023], [12755.5], Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=CENSUS, currency=156))
BROAD = Table([2023], [53900.0], Basis(smartkpi.SKPI_DIGITAL_DEFINITION_CAICT, revision=PRELIMINARY))
GDP = Table([2023], [129427.2], Basis(revision=CENSUS, scale=1009))
OLD = Table([2023], [126058.2], Basis(revision=PRELIMINARY))
TWO = [[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]
INVESTED = [.1, 0]


def test_share():
    found = digital.share(CORE, GDP)
    near(found.share, [12755.5 / 129427.2])
    assert found.basis == Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=CENSUS, currency=156, scale=1009)
    assert "revision" in str(refused("SKPI_EDEFMIX", "gdp.basis", None, digital.share, CORE, OLD))
    two = Table([2022, 2023], [[1, 2], [5, 1]])
    of = Table([2022, 2023], [[4, 4], [4, 4]])
    refused("SKPI_ERANGE", "digital.value", 1, digital.share, two, of)
    status = []
    found = digital.share(two, of, status=status)
    near(found.share[0], [.25, .5])
    assert list(status) == [0, smartkpi.SKPI_ERANGE] and found.share[1][1] != found.share[1][1]
    refused("SKPI_EINCONSISTENT", "gdp.n", None, digital.share, two, Table([2022, 2023], [4, 4]))


def test_compare():
    found = digital.compare([CORE, BROAD], [GDP, OLD])
    near(found.share, [[12755.5 / 129427.2], [53900 / 126058.2]])
    near(found.low, [12755.5 / 129427.2])
    near(found.high, [53900 / 126058.2])
    assert list(found.definition) == [smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE, smartkpi.SKPI_DIGITAL_DEFINITION_CAICT]
    status = []
    found = digital.compare([CORE, BROAD], [GDP, GDP], status=status)
    assert list(status) == [0, smartkpi.SKPI_EDEFMIX] and found.definition[1] == smartkpi.SKPI_NONE
    refused("SKPI_EDUPLICATE", "digital[i].basis.definition", 1, digital.compare, [CORE, CORE], [GDP, GDP])
    refused("SKPI_EINCONSISTENT", "gdp", None, digital.compare, [CORE, BROAD], [GDP])
    refused("SKPI_ENODATA", "n_definitions", None, digital.compare, [], [])
    refused("SKPI_ENODATA", "n_parts", None, digital.sum_of_parts, [])
    refused("SKPI_ENODATA", "n_parts", None, digital.sum_of_parts, [], stated=CORE)


def test_region():
    flow = [[10, 20, 5, 2, 1, 3], [15, 30, 10, 4, 6, 2], [5, 10, 20, 7, 1, 9], [3, 2, 1, 20, 10, 8], [1, 5, 2, 9, 40, 12], [6, 0, 4, 11, 5, 30]]
    with opened(flow, [120, 180, 140, 100, 160, 150], [77, 111, 94, 46, 92, 84], [79, 113, 88, 56, 91, 94]) as table:
        found = digital.adb_region(table, 2, [0, 0, 0, 1, 1, 1], [0, 0, 1, 0, 1, 1])
    near(found.share_own_block, [0.3726584706239479, 0.8361231641547611])
    near(found.share_own_product, [0.3676096447046265, 0.8335134719121252])
    near(found.share_any_product, [0.40552418608230545, 0.8371907413267116])


def test_definitions():
    va, flags = [600, 1300], [0, 1]
    stated = Basis(vintage=2024, revision=CENSUS, currency=156)
    with opened(*TWO) as table:
        found = digital.definitions(gdp=2000, basis=stated, value_added=va, digital=flags, coefficient=[.1, .5],
                                    coefficient_error=[.02, .1], make=[[800, 200], [0, 2000]], commodity_share=[0, .8],
                                    industry_value_added=va, table=table, table_digital=flags,
                                    table_investment=INVESTED, core_part=[300, 100, 150, 50], broad_part=1100.0,
                                    oecd_part=[450, 50])
        adb = digital.adb(table, flags, investment=INVESTED)
        refused("SKPI_EINCONSISTENT", "table_digital", None, digital.definitions, table=table, table_digital=[0, 1, 1])
        refused("SKPI_EINCONSISTENT", "gdp", None, digital.definitions, gdp=19, table=table, table_digital=flags)
    assert list(found.definition) == list(range(smartkpi.SKPI_DIGITAL_DEFINITION_DIRECT,
                                                smartkpi.SKPI_DIGITAL_DEFINITION_OECD + 1))
    near(found.share, [.65, .355, .3, .55, 1136 / 1900, adb.share_exact, .25])
    near(found.value, [1300, 710, 600, 1100, 1136, adb.exact, 500])
    near(found.gdp, [2000, 2000, 2000, 2000, 1900, 1900, 2000])
    near([found.error[1], found.low, found.high], [17044 ** .5 / 2000, .25, adb.share_exact])
    near([found.published, found.share_published], [adb.published, adb.share_published])
    assert found.count == 7 and found.basis == stated
    found = digital.definitions(gdp=2000, value_added=va, digital=flags)
    assert found.count == 1 and list(found.definition) == [smartkpi.SKPI_DIGITAL_DEFINITION_DIRECT]
    near(found.share, [.65])
    found = digital.definitions(gdp=2000, value_added=va, digital=flags, oecd_part=[450, 50])
    assert list(found.definition) == [smartkpi.SKPI_DIGITAL_DEFINITION_DIRECT, smartkpi.SKPI_DIGITAL_DEFINITION_OECD]
    near(found.share, [.65, .25])
    refused("SKPI_ENODATA", "in", None, digital.definitions, gdp=2000)
    refused("SKPI_EINVAL", "table", None, digital.definitions, table_digital=flags)
    refused("SKPI_EINVAL", "basis.definition", None, digital.definitions, gdp=2000, core_part=1.0,
            basis=Basis(smartkpi.SKPI_DIGITAL_DEFINITION_NBS_CORE))


def test_coefficient():
    va, c, e, w = [120, 300, 450], [.8, .35, .1], [.05, .08, .05], [1, .6, .4]
    found = digital.coefficient(va, c, 1000, weight=w, coefficient_error=e, correlation=.3, coverage=.95)
    near([found.share, found.error, found.low], [.177, .022053571139386928, .13377579483630965])
    assert found.quantile is None
    found = digital.coefficient([100], [.5], 1000, coefficient_error=[12 ** -.5], prob=[.25, .5])
    near(found.quantile, [.025, .05])
    refused("SKPI_EDOM", "correlation", None, digital.coefficient, va, c, 1000, correlation=.3, prob=[.5])
    status = []
    found = digital.coefficient([va, va], [c, c], [1000, 0], coefficient_error=[e, e], prob=[.1, .9], status=status)
    assert list(status) == [0, smartkpi.SKPI_EZERODIV] and found.quantile[0][0] < found.share[0] < found.quantile[0][1]
    found = digital.coefficient([va, va], [c, c], [1000, 2000])
    near(found.share, [120 * .8 / 1000 + 300 * .35 / 1000 + .045, .123])
    near(found.error, [0.0, 0.0])
    status = []
    found = digital.coefficient([va, va], [c, c], [1000, 0], status=status)
    assert list(status) == [0, smartkpi.SKPI_EZERODIV]
    refused("SKPI_ERANGE", "coefficient", 0, digital.coefficient, va, [80, 35, 10], 1000)


def test_adb():
    with opened(*TWO) as table:
        found = digital.adb(table, [False, True], investment=INVESTED)
        near(found.gdp, 1900.0)
        near(found.exact, 1300 + .6 * .25 / .7575 * 1700 + .6 * .95 / .7575 * 35)
        near([found.share_exact, found.share_direct], [found.exact / 1900, 1300 / 1900])
        near(found.published, found.exact)
        refused("SKPI_EINVAL", "digital", 1, digital.adb, table, [0, 2])
        refused("SKPI_EINCONSISTENT", "digital", None, digital.adb, table, [0, 1, 1])
        refused("SKPI_ERANGE", "investment", 1, digital.adb, table, [0, 1], investment=[0, 2])
        near(digital.adb(table, [0, 1]).exact, 1300 + .6 * .25 / .7575 * 1700)
        shares = []
        threads = [threading.Thread(target=lambda: shares.append(digital.adb(table, [0, 1], investment=INVESTED).exact))
                   for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert shares == [found.exact] * 4
    refused("SKPI_ESTATE", "", None, digital.adb, table, [0, 1])
    one = opened([[50]], [100], [50], [50])
    near(digital.adb(one, [1]).share_exact, 1.0)


if __name__ == "__main__":
    sys.exit(run(globals()))
