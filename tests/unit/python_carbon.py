#!/usr/bin/env python3
"""The Python layer of carbon: shapes of results, errors, rows; with NumPy and without.

Known answers: as in carbon.c beside it.
"""
import math
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import carbon  # noqa: E402

BUDGET = smartkpi.SKPI_CARBON_TARGET_BUDGET
PEAK = (smartkpi.SKPI_CARBON_SHAPE_PEAK, smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL)
CHINA = carbon.Path(*PEAK, 2023, 11.902503, t_peak=2028, e_peak=12.2, plateau=2, t_net_zero=2060)
TWO = carbon.Path(*PEAK, [2023, 2020], [11.902503, 100], residual=[0.0, -5], t_peak=[2028, 2020], e_peak=[12.2, 100],
                  plateau=[2, 0], t_net_zero=[2060, 2050])


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


def test_shapes():
    k = smartkpi
    quota = carbon.Path(k.SKPI_CARBON_SHAPE_CAPPED, k.SKPI_CARBON_CONVENTION_INTEGRAL, [2023, 2023], [11.902503, 11.902503],
                        growth=[0.02, 0.02], t_end=[float("inf"), 2100])
    m = carbon.path_solve(quota, BUDGET, [200, 200])
    near(m, [0.12830197452415402, 0.128263273652476553])
    peak = carbon.path_peak(quota.replace(mitigation=m))
    near(peak.e_peak, [12.0221724021216611, 12.0222383827636797])
    near(peak.t_peak[0], 2023 + 1.05111376197408276)
    cut = carbon.Path(k.SKPI_CARBON_SHAPE_COMPOUND, k.SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE, 2023, 11.902503, t_end=2060)
    near(carbon.path_solve(cut, BUDGET, 200), 0.0472387780476951734)
    found = carbon.path_range(cut, k.SKPI_CARBON_TARGET_END)
    assert (found.low, found.high) == (0.0, float("inf"))
    line = carbon.Path(k.SKPI_CARBON_SHAPE_LINEAR, k.SKPI_CARBON_CONVENTION_INTEGRAL, [2023, 2023], [100, 50], rate=[4, 4], residual=[20, 0])
    zero = carbon.path_net_zero(line)
    assert zero.first[0] != zero.first[0] and zero.permanent[1] == 2035.5
    near(carbon.path_net_zero(line, threshold=[20, 20]).first, [2043.0, 2030.5])
    near(carbon.path_value(line, 2043, 1).cumulative, [[1200.0], [312.5]])
    refused("SKPI_EINVAL", "by", None, carbon.path_solve, cut, k.SKPI_CARBON_TARGET_NET_ZERO, 2050)
    refused("SKPI_ENOTBINDING", "target", 1, carbon.path_solve, quota.replace(growth=[-0.05, -0.05]), BUDGET, [200, 1000])


def test_series():
    k = smartkpi
    plan = smartkpi.Table([2020, 2030, 2040], [[10, 5, 0], [10, 0, 3]])
    found = carbon.net_zero(plan)
    near(found.first, [2040.0, 2030.0])
    assert found.permanent[0] == 2040 and found.permanent[1] != found.permanent[1]
    assert list(found.verdict) == [k.SKPI_CARBON_NET_ZERO_VERDICT_REACHED, k.SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY]
    found = carbon.net_zero(smartkpi.Table([2020, 2030], [10, 0]), threshold=4)  # a single place
    assert (found.first, found.verdict) == (2026.0, k.SKPI_CARBON_NET_ZERO_VERDICT_REACHED)
    curve = carbon.path_milestones(smartkpi.Table([2023, 2025, 2030, 2035], [[11.9, 12.1, 12, 10.9], [8, float("nan"), 8, 8]]),
                                   k.SKPI_CARBON_CONVENTION_INTEGRAL, 2024, 2)
    near(curve.emission, [[12.033571428571428, 12.1], [8.0, 8.0]])
    near(curve.cumulative[1], [8.0, 16.0])
    refused("SKPI_EDOM", "n_years", 0, carbon.path_milestones, plan, k.SKPI_CARBON_CONVENTION_INTEGRAL, 2040, 2)


def test_dates():
    """Budgets that count from a later date, waypoints, and totals of years."""
    city = carbon.Path("linear", "integral", 2020.5, 1810, t_budget=2021)
    cut = carbon.path_solve(city, "budget", 12682)
    near(cut, 120.69411080797571)
    near(carbon.path_total(city.replace(rate=cut), 2030, 1), [603.05889192024289])
    near(carbon.path_value(city.replace(rate=cut), 2030, 1).cumulative, [10858.765013641093])
    way = CHINA.replace(t_waypoint=2035, waypoint=0.9)
    near(carbon.path_solve(way, BUDGET, 300), 0.74403375661519693)
    both = TWO.replace(t_waypoint=[2035, float("nan")], waypoint=[0.9, float("nan")])
    near(carbon.path_solve(both, BUDGET, [300, 1400]), [0.74403375661519693, 1.03225806451612903])
    smooth = way.replace(shape="hermite", growth=0.012)
    rate = carbon.path_solve(smooth, "budget", 262)
    near(rate, 0.36307640149999976)
    near(carbon.path_total(smooth.replace(rate=rate), 2045, 1), [5.514090883078734])
    near(carbon.path_total(TWO.replace(power=[1.0, 2.0]), 2055, 2)[1], [-5.0, -5.0])
    refused("SKPI_EINVAL", "path.waypoint", None, carbon.path_solve, CHINA.replace(t_waypoint=2035), BUDGET, 300)
    refused("SKPI_EDOM", "path.t_budget", 0, carbon.path_solve, city.replace(t_budget=2020), "budget", 12682)
    refused("SKPI_ERANGE", "path.waypoint", 0, carbon.path_solve, CHINA.replace(t_waypoint=2035, waypoint=90), BUDGET, 300)


def test_errors():
    refused("SKPI_EINFEASIBLE", "target", 0, carbon.path_solve, CHINA, BUDGET, 80)
    refused("SKPI_ENOTBINDING", "target", 0, carbon.path_solve, CHINA, BUDGET, 600)
    refused("SKPI_EINVAL", "path.power", None, carbon.path_value, CHINA, 2030, 1)
    refused("SKPI_EINVAL", "path.power", None, carbon.path_solve, CHINA.replace(power=1), BUDGET, 260)
    refused("SKPI_EINVAL", "path.shape", None, carbon.path_range, CHINA.replace(shape=0), BUDGET)
    refused("SKPI_ENOTSORTED", "path.t0", 0, carbon.path_value, CHINA.replace(power=1), 2020, 1)
    refused("SKPI_EINCONSISTENT", "target", None, carbon.path_solve, TWO, BUDGET, [260, 1400, 1])
    refused("SKPI_EINVAL", "weight", None, carbon.budget_share, 3, population=[1, 2], weight=0.5)
    refused("SKPI_ERANGE", "prob", 1, carbon.warming, 260, prob=[0.5, 1])


def test_rows():
    status = []
    power = carbon.path_solve(TWO, BUDGET, [260, 9000], status=status)
    near(power[0], 1.08732855123130481)
    assert power[1] != power[1] and list(status) == [0, smartkpi.SKPI_ENOTBINDING]
    status = []
    found = carbon.path_value(TWO.replace(power=power), 2060, 1, status=status)
    near(found.cumulative[0], [260.0])
    assert list(status) == [0, smartkpi.SKPI_ENOTFINITE]


def test_lmdi():
    x = carbon.kaya([1.0, 2], [10.0, 30], [5.0, 6], [2.0, 3])
    near(x, [[1.0, 10.0, 0.5, 0.4], [2.0, 15.0, 0.2, 0.5]])
    near(carbon.kaya(1, 10, 5, 2), [1.0, 10.0, 0.5, 0.4])
    additive, multiplicative = smartkpi.SKPI_CARBON_LMDI_FORM_ADDITIVE, smartkpi.SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE
    one = carbon.lmdi([[10, 2], [5, 4]], [[20, 1], [5, 4]], additive)  # a single case has no axis of cases
    near(one.effect, [13.862943611198906, -13.862943611198906])
    near(one.sector_effect, [[13.862943611198906, -13.862943611198906], [0.0, 0.0]])
    near([one.total, one.residual], [0, 0])
    chain = carbon.lmdi_chain([[[1.0, 2]], [[2, 2]], [[2, 3]]], multiplicative)
    near(chain.effect, [[2.0, 1.0], [2.0, 1.5]])
    near(chain.total, [2.0, 3.0])
    status = []
    found = carbon.lmdi([[[1.0]], [[1.0]]], [[[-1.0]], [[2.0]]], additive, status=status)
    assert list(status) == [smartkpi.SKPI_EDOM, 0]
    near(found.total[1], 1)
    refused("SKPI_EDOM", "factor1", 0, carbon.lmdi, [[[1.0]]], [[[-1.0]]], additive)
    refused("SKPI_ENODATA", "n_years", None, carbon.lmdi_chain, [[[1.0]]], additive)
    refused("SKPI_EINCONSISTENT", "factor1", None, carbon.lmdi, [[[1.0]]], [[[1.0], [2.0]]], additive)
    refused("SKPI_EZERODIV", "gdp", 1, carbon.kaya, [1, 1], [1, 0], [1, 1], [1, 1])


def test_inventory():
    ar6 = smartkpi.SKPI_CARBON_GWP_AR6_100
    assert carbon.gas_gwp("CH4", ar6) == 27.9 and [carbon.gas(i) for i in (0, 1, 1000)] == ["CO2", "CH4", None]
    found = carbon.inventory_total(["I.1.1", "I.1.1", "III.1.2", "I.5.1"], ["CO2", "CH4", "CH4", "CO2"],
                                   [100.0, 1, 2, float("nan")], [1, 1, 3, 1], ar6, key=[0, 0, 0, smartkpi.SKPI_CARBON_KEY_INCLUDED],
                                   required=["I.1.1", "I.5.1"])
    near([found.basic, found.basic_plus, found.territorial, found.other], [183.7, 183.7, 127.9, 0.0])
    near(found.scope, [127.9, 0.0, 55.8])
    near(found.row[:3] if isinstance(found.row, list) else found.row.tolist()[:3], [100.0, 27.9, 55.8])
    assert (found.completeness, found.ne, found.ie, found.basis.gwp) == (0.5, 0, 1, ar6)
    refused("SKPI_ENOTFOUND", "gas", 0, carbon.inventory_total, ["I.1.1"], ["XY"], [1], [1], ar6)
    refused("SKPI_EINCONSISTENT", "gas", None, carbon.inventory_total, ["I.1.1"], ["CO2", "CO2"], [1], [1], ar6)
    try:
        carbon.inventory_total("I.1.1", ["CO2"], [1], [1], ar6)
        raise AssertionError("a text is no list of texts")
    except TypeError:
        pass


def test_targets():
    near(carbon.target_contraction([100.0, 50], 0.042, [10, 0]), [58.0, 50.0])
    one = carbon.target_intensity(2005, 5880, 2280, 2023, 11900, 11500, 2030, 0.65, growth=0.045)
    near([one.required, one.emission], [0.019329621486265234, 14126.103921767819])
    assert one.verdict == smartkpi.SKPI_CARBON_VERDICT_OPEN
    refused("SKPI_ERANGE", "cut", 0, carbon.target_intensity, 2005, 5880, 2280, 2023, 11900, 11500, 2030, 65)
    sda = carbon.target_sda(0.62, [100, 150, 220], [0.46, 0.27, 0.01], [26000, 34500, 54000])
    near(sda.intensity, [0.62, 0.32177777777777783, 0.01])
    near(carbon.budget_converge([3, 1], [[1, 1, 1], [1, 1, 1]], 2020, 2022), [[0.75, 0.625, 0.5], [0.25, 0.375, 0.5]])
    past = smartkpi.Table([2011, 2012], [[30, 20], [10, 20]])
    near(carbon.budget_share(100, population=[5, 5], rule=smartkpi.SKPI_CARBON_BUDGET_RULE_CUMULATIVE,
                             history_emission=past), [40.0, 60.0])
    emission = smartkpi.Table([2020, 2021, 2025, 2030, 2040], [10, 8, 6, -2, -4])
    near(carbon.budget_date(emission, [2020], [20]), [2022.43978022143896], 1e-9)
    assert math.isnan(carbon.budget_date(emission, [2020], [49])[0])
    assert carbon.budget_remaining(1.5, 0.5, "ar6").budget == 500
    later = carbon.budget_remaining(2, 0.67, smartkpi.SKPI_CARBON_BUDGET_EDITION_IGCC_2024)
    assert (later.budget, later.t_budget) == (870, 2025)
    refused("SKPI_ENOTFOUND", "probability", None, carbon.budget_remaining, 1.5, 0.6, "ar6")
    gas = smartkpi.Table([2000, 2020], [[10, 10], [10, 5]])
    near(carbon.gwp_star(gas, 28, 2020, 1), [[78.4], [28 * (4.53 * 5 - 42.5)]])


def test_harmonise():
    model = smartkpi.Table([2015, 2040, 2060], [2, 1.5, 1])
    near(carbon.harmonise(model, 1, 2015, smartkpi.SKPI_CARBON_HARMONISE_METHOD_OFFSET).emission, [1.0, 0.5, 0.0])
    near(carbon.harmonise(model, 1, 2015, smartkpi.SKPI_CARBON_HARMONISE_METHOD_BUDGET).emission, [1.0, 1.80551216246374, 1.56259763445659])
    two = smartkpi.Table([2020, 2040], [[2, -2], [4, -1]])
    kept = carbon.harmonise(two, [1, 5], 2020, smartkpi.SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO)
    near(kept.zero_date, [2030.0, 2036.0])
    near(kept.emission, [[1.0, -2.0], [5.0, -1.0]])
    refused("SKPI_ENOTFOUND", "model.value", 0, carbon.harmonise, model, 1, 2015, smartkpi.SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO)
    refused("SKPI_EDOM", "model.year", 0, carbon.harmonise, model, 1, 2040, smartkpi.SKPI_CARBON_HARMONISE_METHOD_OFFSET)


def test_share_and_warming():
    near(carbon.budget_share(8, population=[1, 3]), [2.0, 6.0])
    near(carbon.budget_share(8, emission=[3, 1], rule=smartkpi.SKPI_CARBON_BUDGET_RULE_GRANDFATHER), [6.0, 2.0])
    near(carbon.budget_share(8, population=[1, 3], emission=[3, 1], rule=smartkpi.SKPI_CARBON_BUDGET_RULE_BLEND,
                             weight=0.25), [5.0, 3.0])
    near(carbon.warming(260).best, 0.117)
    found = carbon.warming([1000, -1000], prob=[0.17, 0.83])
    near(found.best, [0.45, -0.45])
    near(found.quantile, [[0.27, 0.63], [-0.63, -0.27]])


if __name__ == "__main__":
    sys.exit(run(globals()))
