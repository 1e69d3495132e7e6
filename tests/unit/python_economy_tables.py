#!/usr/bin/env python3
"""The Python layer of input-output, supply and use and city tables; with NumPy and without.

Known answers: as in economy_table.c, economy_linkages.c, economy_supply.c and economy_city.c beside it.
"""
import sys
import threading
import warnings

sys.dont_write_bytecode = True
from python_unit import near, opened, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import economy  # noqa: E402

TWO = [[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]


def test_sectors():
    with opened(*TWO, jobs=[20, 10]) as table:
        found = table.induced([300, 500], [50, 400], income=1000, own=50)
        near(found.multiplier_income, [0.5698490325324261, 0.4890495428449926])
        near(found.type2_jobs, [1.4969168615777164, 3.049117584520519])
        near(table.extraction().loss, [3000 - 1700 / .95, 3000 - 350 / .85])
        near(table.extraction(removed="column", keep_demand=True).elsewhere, [2000 - 1700 / .95, 1000 - 350 / .85])
    found = economy.iotable_aggregate(economy.IOTableSource(*TWO), 1, [0, 0])
    near(found.flow, [[950.0]])
    assert found.jobs is None
    near(economy.iotable_aggregate(economy.IOTableSource(*TWO, jobs=[20, 10]), 1, [0, 0]).jobs, [30.0])
    refused("SKPI_ENODATA", "group", None, economy.iotable_aggregate, economy.IOTableSource(*TWO), 2, [0, 0])


def checked(*source):
    return economy.iotable_source_check(economy.IOTableSource(*source))


def test_iotable():
    with opened(*TWO) as table:
        assert table.n_sectors == 2
        near(table.leontief([350, 1700]), [1000.0, 2000.0])
        near(table.leontief([[1, 0], [0, 1]]), [[.95 / .7575, .2 / .7575], [.25 / .7575, .85 / .7575]])
        refused("SKPI_EINCONSISTENT", "demand", None, table.leontief, [1, 2, 3])
        made = []
        threads = [threading.Thread(target=lambda: made.append(list(table.leontief([1, 0])))) for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert made == [list(table.leontief([1, 0]))] * 4
    refused("SKPI_ESTATE", "", None, table.leontief, [0, 1])
    table.close()
    refused("SKPI_ENOTPRODUCTIVE", "source.flow", None, opened, [[60, 50], [70, 60]], [100, 100], [50, 50],
            [1, 1])
    refused("SKPI_EINCONSISTENT", "output", None, opened, TWO[0], [1000], *TWO[2:])


def words(call, *arguments, **more):
    """The words of a call's warnings, and its result."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = call(*arguments, **more)
    return " ".join(str(w.message) for w in seen), result


def test_contradictions():
    odd = TWO[0], TWO[1], [990, 1300], TWO[3]
    said, table = words(opened, *odd)
    assert "SKPI_WUNUSUAL" in said and "unusual as value added" in said, said
    said, _ = words(table.linkages)
    assert "table[0] = 990" in said, said
    table.close()
    said, found = words(checked, *odd)
    assert found.reading == smartkpi.SKPI_ECONOMY_READING_VALUE_ADDED and said
    assert found.n_unbalanced == 0 and found.worst_row == smartkpi.SKPI_NONE and found.repeated == smartkpi.SKPI_NONE
    said, found = words(checked, *TWO)
    assert not said and found.reading == smartkpi.SKPI_ECONOMY_READING_CONSISTENT
    said, _ = words(opened, *TWO, other_input=[50, 100])
    assert not said, said
    said, _ = words(opened, *TWO, other_input=[50, 200])
    assert "after flows and other inputs" in said, said
    refused("SKPI_EINCONSISTENT", "source.flow", None, opened, [[.15, .25], [.2, .05]], *TWO[1:])


def test_linkages():
    with opened(*TWO) as table:
        found = table.linkages()
        near(found.backward_direct, [.35, .3])
        near(found.backward_total, [1.15 / .7575, 1.1 / .7575])
        near(found.power_cv, [.75 / 1.15 * 2 ** .5, .6 / 1.1 * 2 ** .5])
        near(found.ghosh_total, [1.45 / .7575, .95 / .7575])
        near(found.type1_value_added, [(.6 * .95 + .65 * .2) / .7575 / .6, (.6 * .25 + .65 * .85) / .7575 / .65])
        assert found.multiplier_jobs is None
        assert table.linkages(without=["power_cv"]).power_cv is None
        near(table.inverse(), [[.95 / .7575, .25 / .7575], [.2 / .7575, .85 / .7575]])
        near(table.embodied()[0], [.6 * .95 / .7575 * 350, .6 * .25 / .7575 * 1700])
        near(table.ghosh([650, 1400]), [1000.0, 2000.0])
        refused("SKPI_EINCONSISTENT", "primary", None, table.ghosh, [1, 2, 3])
        found = table.impact([[350, 1700], [0, 20]])
        near(found.output[0], [1000.0, 2000.0])
        near(found.total_value_added, [1900.0, (.6 * .25 + .65 * .85) / .7575 * 20])
        assert found.jobs is None
    with opened(*TWO, jobs=[20, 10]) as table:
        near(table.linkages().type1_jobs, [(.02 * .95 + .005 * .2) / .7575 / .02, (.02 * .25 + .005 * .85) / .7575 / .005])
        found = table.impact([350, 1700])
        near(found.jobs, [20.0, 10.0])
        near(found.total_jobs, 30.0)
    refused("SKPI_ERANGE", "source.jobs", 1, opened, *TWO, jobs=[1, -1])


def test_source_check():
    found = checked(*TWO)
    near(found.spectral_radius, (.2 + .21 ** .5) / 2)
    near(found.condition, 1.2 * 1.15 / .7575)
    near(found.imbalance, [0.0, 0.0])
    assert list(found.total_row) == list(found.total_column) == [0, 0] and found.unit_slip == 0
    refused("SKPI_ENOTFINITE", "source.flow", 1, checked, [[1, 2], [float("nan"), 4]], *TWO[1:])


def test_supply_use():
    found = economy.supply_use([[90, 10], [5, 195]], [[20, 30], [15, 40]], [[45], [150]], other_input=[1, 2])
    near(found.flow[0], [90 / 95 * 20 + 10 / 205 * 15, 90 / 95 * 30 + 10 / 205 * 40])
    near(found.value_added, [100 - 35 - 1, 200 - 70 - 2])
    near(found.final_use[0], [found.final_demand[0]])
    with opened(found.flow, found.output, found.value_added, found.final_demand) as table:
        near(table.leontief(found.final_demand), [100.0, 200.0])
    refused("SKPI_EINCONSISTENT", "use", 0, economy.supply_use, [[90, 10], [5, 195]], [[21, 30], [15, 40]],
            [[45], [150]])
    economy.supply_use([[90, 10], [5, 195]], [[21, 30], [15, 40]], [[45], [150]], tolerance=.01)


def test_location_quotient():
    found = economy.location_quotient([[.1, .2], [.3, .1]], [1, 3], [20, 20], smartkpi.SKPI_ECONOMY_QUOTIENT_FLQ, delta=1)
    near(found.slq, [.5, 1.5])
    near(found.factor, .13750352374993491)
    near(found.quotient[0], [.13750352374993491 * .5, .13750352374993491 / 3])
    near(found.coefficient[1], [.3 * 3 * .13750352374993491, .1 * 1.5 * .13750352374993491])
    refused("SKPI_ERANGE", "city", 1, economy.location_quotient, [[.1, .2], [.3, .1]], [1, 30], [20, 20],
            smartkpi.SKPI_ECONOMY_QUOTIENT_SLQ)
    assert economy.location_quotient([[.1, .2], [.3, .1]], [1, 3], [20, 20], "flq", delta=0).factor == 1
    refused("SKPI_EINVAL", "delta", None, economy.location_quotient, [[.1]], [1], [20], "flq")
    refused("SKPI_EINVAL", "delta", None, economy.location_quotient, [[.1, .2], [.3, .1]], [1, 3], [20, 20],
            smartkpi.SKPI_ECONOMY_QUOTIENT_SLQ, delta=.3)


def test_ras():
    found = economy.ras([[1, 0], [1, 1]], [1, 2], [2, 1])
    near(found.cell[0], [1.0, 0.0])
    assert found.residual <= 1e-12 and found.n_iterations >= 1
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        found = economy.ras([[1, 0], [1, 1]], [2, 1], [1, 2], n_iterations=5)
    assert seen[0].message.status == smartkpi.SKPI_WNOTCONVERGED and found.n_iterations == 5
    found = economy.ras([[7, -2], [3, 4]], [6, 8], [11, 3], scaling=smartkpi.SKPI_ECONOMY_SCALING_GRAS)
    near(found.cell[0], [7.7010138120376889, -1.7010138120376889])
    refused("SKPI_EDOM", "start", 0, economy.ras, [[7, -2], [3, 4]], [6, 8], [11, 3])


if __name__ == "__main__":
    sys.exit(run(globals()))
