#!/usr/bin/env python3
"""The Python layer of urban: shapes of results, options, warnings, errors, rows; with NumPy and without.

Known answers: as in the C programs beside it.  Tables that state different definitions are refused.
"""
import math
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, urban  # noqa: E402

UN, CONSTANT, LINEAR = smartkpi.SKPI_URBAN_METHOD_UN, smartkpi.SKPI_URBAN_METHOD_CONSTANT, smartkpi.SKPI_URBAN_METHOD_LINEAR
BOCQUIER, MEAN, CONVERGING = smartkpi.SKPI_URBAN_METHOD_BOCQUIER, smartkpi.SKPI_URBAN_METHOD_MEAN, smartkpi.SKPI_URBAN_METHOD_CONVERGING
LARGE, SMALL = smartkpi.SKPI_URBAN_SIZE_LARGE, smartkpi.SKPI_URBAN_SIZE_SMALL
NATIONAL, DEGURBA = smartkpi.SKPI_URBAN_DEFINITION_NATIONAL, smartkpi.SKPI_URBAN_DEFINITION_DEGURBA
NONE = smartkpi.SKPI_NONE
YEARS = list(range(1960, 2011))
SHARE = [[1 / (1 + math.exp(1.5 - .3 * i - .03 * j - .001 * i * j)) for j in range(51)] for i in range(8)]
PEOPLE = [[(1e6 + 4e6 * (i % 2)) * 1.01 ** j for j in range(51)] for i in range(8)]


def logit(p):
    return math.log(p / (1 - p))


def test_project():
    near(urban.project(2018, .5, .03, 2028, 1, size_class=LARGE).share, [.571589274112], 1e-11)
    near(urban.project([2018, 2018], [.5, .2], [.03, .01], 2044, 1, size_class=[LARGE, SMALL]).share,
         [[.666528434236], [.266658639663]], 1e-11)
    near(urban.project(2018, .3, .04, 2019, 2, method=CONSTANT).urgd, [.04, .04])
    pair = urban.project(2018, .3, .04, 2019, 1, size_class=LARGE, method=MEAN, mean_method=[UN, CONSTANT],
                         mean_weight=[1, 3]).share[0]
    parts = [urban.project(2018, .3, .04, 2019, 1, size_class=LARGE, method=m).share[0] for m in (UN, CONSTANT)]
    near(pair, (parts[0] + 3 * parts[1]) / 4, 1e-15)
    pure = urban.project(2018, .3, .04, 2019, 1, size_class=LARGE, method=BOCQUIER, norm=[[.02, .01], [.5, .5]])
    same = urban.project(2018, .3, .04, 2019, 1, method=BOCQUIER, norm=[.02, .01])  # one norm for all size classes
    near(same.share, list(pure.share), 0)
    near(pure.urgd, [.023])
    zero = urban.project(2018, .3, .04, 2019, 1, method=CONVERGING, converge_to_zero=True, converge_by=.5)
    near(zero.urgd, [.02])
    assert len(urban.project([], [], [], 2019, 3, size_class=[]).share) == 0


def test_absorbed():
    got = urban.project([2018, 2018], [0., 1.], [.02, .02], 2019, 2, size_class=[LARGE, SMALL])
    near(got.share, [[0., 0.], [1., 1.]])
    assert all(math.isnan(r) for row in got.urgd for r in row)
    refused("SKPI_EDOM", "share1", 0, urban.urgd, 2000, .5, 2010, 1.)


def test_limits():
    got, bits = warned(urban.project, 2018, .3, .5, 2019, 1, method=CONSTANT, urgd_min=-.05, urgd_max=.05)
    near(got.urgd, [.05])
    assert bits == smartkpi.SKPI_WADJUSTED, bits
    got, bits = warned(urban.project, 2018, .3, -.5, 2019, 1, method=CONSTANT, urgd_max=.05)
    near(got.urgd, [0.])  # the limit that is not given is 0
    refused("SKPI_EINCONSISTENT", "urgd_min", None, urban.project, 2018, .3, .1, 2019, 1,
            size_class=LARGE, urgd_min=.1, urgd_max=.05)


def test_history():
    dates, shares = [2000.25, 2010.25], [.25, .3]
    slope = (logit(.3) - logit(.25)) / 10
    near(urban.window_urgd(urban.History(dates, shares), [5, 20]), [slope, slope])
    near(urban.window_urgd(urban.History([dates, [2000, 2004]], [shares, [.5, .5]]), 5), [slope, 0.])
    near(urban.project_history(urban.History(dates, shares), 2011, 1, method=CONSTANT).urgd, [slope])
    two = urban.project_history(urban.History([dates, [1990, 2000, 2010]], [shares, [.1, .2, .4]]), 2020, 2, method=LINEAR)
    near(two.share[1], [.6, .62])
    got, bits = warned(urban.project_history, urban.History([2015], [.3]), 2016, 3, size_class=LARGE, fallback=True)
    assert bits == smartkpi.SKPI_WADJUSTED, bits
    near(got.share, list(urban.project(2015, .3, urban.norm_urgd(.3, size_class=LARGE), 2016, 3, size_class=LARGE).share))
    refused("SKPI_ENODATA", "history.share", 0, urban.project_history, urban.History([2015], [.3]), 2016, 3, size_class=LARGE)
    refused("SKPI_EDUPLICATE", "history.date", 0, urban.project_history, urban.History([2015, 2015], [.3, .3]), 2016, 3,
            size_class=LARGE)
    refused("SKPI_ENOTSORTED", "history.date", 1, urban.project_history, urban.History([dates, [2010, 2000]], [shares, [.3, .3]]),
            2016, 3, size_class=[LARGE, LARGE])
    refused("SKPI_EINCONSISTENT", "share", None, urban.project_history, urban.History(dates, [.25]), 2016, 3,
            size_class=LARGE)
    refused("SKPI_EINCONSISTENT", "share", None, urban.window_urgd, urban.History([dates], [shares, shares]), 5)


def test_errors():
    for name, argument, row, change in (
            ("SKPI_ERANGE", "share", 1, {"share": [.5, 41.5]}), ("SKPI_ENOTFINITE", "urgd", 0, {"urgd": [math.nan, 0]}),
            ("SKPI_EINVAL", "size_class", 1, {"size_class": [LARGE, 3]}),
            ("SKPI_ENOTSORTED", "last_year", 0, {"last_year": [2020, 2018]}),
            ("SKPI_EINVAL", "size_class", None, {"size_class": None}), ("SKPI_EINCONSISTENT", "share", None, {"share": [.5]}),
            ("SKPI_ERANGE", "first_year", None, {"first_year": 2561}),
            ("SKPI_EINVAL", "method", None, {"method": LINEAR}),
            ("SKPI_EINVAL", "norm", None, {"method": BOCQUIER}),
            ("SKPI_ENODATA", "n_mean", None, {"method": MEAN})):
        given = {"last_year": [2018, 2018], "share": [.5, .5], "urgd": [0, 0], "size_class": [LARGE, SMALL], "first_year": 2019,
                 "n_years": 2, **change}
        words = str(refused(name, argument, row, urban.project, **given))
        assert ("percent?" in words) == (41.5 in given["share"]), words


def test_rows():
    status = []
    got = urban.project([2018] * 3, [.5, 41.5, .5], [.03] * 3, 2019, 2, size_class=[LARGE] * 3, status=status)
    assert list(status) == [0, smartkpi.SKPI_ERANGE, 0]
    assert all(math.isnan(x) for x in got.share[1]) and not math.isnan(got.share[2][1])
    status = []
    years = urban.last_observation(Table([2000, 2001, 2002], [[.3, .31, .32], [.3, math.nan, .3]]), 5e-6, status=status)
    assert list(status) == [0, smartkpi.SKPI_ENOTFINITE] and list(years.last_year) == [2002, NONE]


def test_last_observation_and_size_class():
    found = urban.last_observation(Table([2014, 2015, 2016, 2017, 2018], [.54259, .555, .56736, .5796, .59152]), 5e-6)
    assert found.last_year == 2016 and found.date == 2016.5
    assert found.rule == smartkpi.SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT
    near(found.urgd, (logit(.56736) - logit(.54259)) / 2)
    assert list(urban.size_class([1.93e6, 2e6])) == [SMALL, LARGE] and list(urban.size_class([5, 6], threshold=6)) == [SMALL, LARGE]
    refused("SKPI_EINCONSISTENT", "share.year", 1, urban.last_observation, Table([2000, 2002, 2004], [.3, .3, .3]), 5e-6)


def test_norm_fit():
    near(urban.norm_fit(2, [.2, .5, .8], [.03, .02, .01]), [[.11 / 3, -.1 / 3]])
    both = urban.norm_fit(1, [.2, .5, .8], [.03, .02, .01], size_class=[LARGE, SMALL, SMALL], n_sizes=2)
    near(both, [[.03], [.015]])
    fast = urban.norm_fit(2, [.2, .5, .8], [.03, .05, .01], scenario="fast", loss="square")
    near(fast[0], [.11 / 3 + .01 + .02, -.1 / 3])
    refused("SKPI_ESINGULAR", "share", None, urban.norm_fit, 2, [.5, .5], [.01, .02])


def test_crossing():
    near(urban.crossing(2018, .45, .03, .5, method=CONSTANT), 2018 - logit(.45) / .03)
    status = []
    dates = urban.crossing([2018] * 2, [.45] * 2, [.03] * 2, [.5, .4], status=status, method=CONSTANT)
    assert list(status) == [0, smartkpi.SKPI_ENOTFOUND] and math.isnan(dates[1])


def test_intervals():
    got, bits = warned(urban.error_quantile, 2018, [.5] * 31, 2018, [.1, .9], source="record")
    near(got[0], [.5, .5])
    near(got[10][1], 1 / (1 + math.exp(-.134)))
    assert bits == 0 and len(got) == 31
    near(urban.error_quantile(2018, [.5, .5], 2018, [.025, .9]), [[1 / (1 + math.exp(.731)), 1 / (1 + math.exp(-.15))],
                                                                 [1 / (1 + math.exp(.7412)), 1 / (1 + math.exp(-.1646))]])
    assert warned(urban.error_quantile, 2018, [.5], 2049, [.1])[1] == smartkpi.SKPI_WHORIZON
    own = urban.error_quantile(2018, [.5], 2023, [.3, .7], horizon=[10], error=[[-.2, .4]])
    near(own[0], [1 / (1 + math.exp(.1)), 1 / (1 + math.exp(-.2))])
    refused("SKPI_ENOTFOUND", "prob", 0, urban.error_quantile, 2018, [.5], 2019, [.2])
    r = urban.converging_interval(2018, .5, [.559203], .03, 2028)
    near([r.low[0], r.high[0]], [.514006, .603440], 1e-5)
    r = urban.converging_interval(2018, .5, [.565396], .03, 2028, coverage=.9, method="cautious")
    near([r.low[0], r.high[0]], [.496265, .632074], 1e-5)
    assert warned(urban.converging_interval, 2018, .4, [.5], .03, 2059)[1] == smartkpi.SKPI_WHORIZON
    assert warned(urban.converging_interval, 2018, .4, [.5], math.nan, 2050)[1] == smartkpi.SKPI_WADJUSTED
    near(urban.walk_quantile(.5, .02, .1, 4, [.5])[3], [1 / (1 + math.exp(-.08))])


def test_backtest():
    tables = Table(YEARS, SHARE), Table(YEARS, PEOPLE)
    r = urban.backtest(*tables, 1990, 2005, [smartkpi.SKPI_URBAN_METHOD_PERSISTENCE, UN, CONVERGING])
    e = [SHARE[i][30] - SHARE[i][45] for i in range(8)]
    near(r.rmse[0], math.sqrt(sum(x * x for x in e) / 8))
    near(r.bias[0], sum(e) / 8)
    assert list(r.count) == [8] * 3 and math.isnan(r.coverage[0]) and 0 <= r.coverage[1] <= 1
    assert len(r.forecast) == 3 and len(r.low[1]) == 8 and r.low[1][0] < r.high[1][0]
    # values after the origin are read only if they are those to be forecast
    blind = [Table(YEARS, [[x if y <= 1990 or y == keep else math.nan for x, y in zip(row, YEARS)] for row in rows])
             for rows, keep in ((SHARE, 2005), (PEOPLE, None))]
    same = urban.backtest(*blind, 1990, 2005, [smartkpi.SKPI_URBAN_METHOD_PERSISTENCE, UN, CONVERGING])
    assert list(map(repr, same.rmse)) == list(map(repr, r.rmse))
    near(urban.error_table(*blind, [5, 10], [.1, .9], last_target=1990),
         [list(row) for row in urban.error_table(*tables, [5, 10], [.1, .9], last_target=1990)], 0)
    norm = [[.03, -.01], [.02, -.01]]
    refused("SKPI_EINVAL", "norm", None, urban.backtest, *tables, 1990, 2005, [UN], norm=norm)
    refused("SKPI_EINCONSISTENT", "urgd_min", None, urban.backtest, *tables, 1990, 2005, [UN], urgd_min=1)
    refused("SKPI_ERANGE", "coverage", None, urban.backtest, *tables, 1990, 2005, [UN], coverage=.96)
    wide = urban.backtest(*tables, 1990, 2005, [CONVERGING], coverage=.95)
    assert wide.low[0][0] < r.low[2][0] and wide.high[0][0] > r.high[2][0]
    refused("SKPI_ENOTSORTED", "target", None, urban.backtest, *tables, 1990, 1990, [UN])


def test_harmonise_and_population_quantile():
    path = Table([2015, 2020, 2025, 2030, 2050], [.52, .56, .60, .64, .75])
    near(urban.harmonise(path, [2022.5], [.57], fade=20)[0], [.52, .56, .591262147413628135, .634008006621879478, .75])
    near(urban.harmonise(path, [2020], [.56])[0], [.52, .56, .60, .64, .75], 0)
    refused("SKPI_EDOM", "date", 0, urban.harmonise, path, [2014.5], [.57])
    people = urban.population_quantile([.05, .5, .95], [[[.55, .6, .68]]], [[1000]], [.025, .975], sd=[[.05]])
    near(people[0][0], [520.122339637027311, 716.25212415853898], 1e-9)


def test_definitions_never_mix():
    national, grid = Basis(definition=NATIONAL), Basis(definition=DEGURBA)
    for call in (lambda a, b: urban.backtest(a, b, 1990, 2005, [UN]), lambda a, b: urban.error_table(a, b, [5], [.5])):
        refused("SKPI_EDEFMIX", "population.basis", None, call, Table(YEARS, SHARE, national),
                Table(YEARS, PEOPLE, grid))
        refused("SKPI_EINCONSISTENT", "population.m", None, call, Table(YEARS, SHARE),
                Table(YEARS[1:], [row[1:] for row in PEOPLE]))
        thousands = Basis(definition=NATIONAL, scale=smartkpi.SKPI_BASIS_SCALE_ONE + 3)
        fewer = Table(YEARS, [[x / 1e3 for x in r] for r in PEOPLE], thousands)
        near(_figures(call(Table(YEARS, SHARE, national), fewer)),
             _figures(call(Table(YEARS, SHARE), Table(YEARS, PEOPLE))), 0)


def _figures(result):
    return [list(row) for row in result.forecast] if hasattr(result, "forecast") else [list(row) for row in result]


def test_places():
    near(urban.population([.5, .25], [100, 100]).rural, [50., 75.])
    near(urban.aggregate(1, [[.2], [.6]], [[30], [10]], [0, 0]), [[.3]])
    near(urban.aggregate(1, [[.2, .4], [.6, .6]], [[30, 10], [10, 10]], [0, 0]), [[.3, .5]])
    refused("SKPI_EZERODIV", "total", None, urban.aggregate, 1, [[.2], [.6]], [[0], [0]], [0, 0])
    grown = urban.cities_project([1000], [.05], [math.exp(.02 * j) for j in range(31)])
    near([grown[0][k - 1] for k in (1, 10, 30)], [1050.010327673, 1413.613959944, 2114.015824912], 1e-11)
    check = urban.cities_check([[700, 735], [250, 300]], [1000, 1005])
    assert check.first_excess == 1
    near(check.factor, [1., 1005 / 1035])
    near(urban.three_way(2000, [.25, .2, .55], 2015, [.4, .25, .35], 2000, 1)[0], [.25, .2, .55], 0)
    near(urban.two_region(300, 700, .018, .024, .004, .022, 1).urban, [319.6])
    stages = urban.stages(.85, .045, 2003)
    near([stages.start_date, stages.middle_date, stages.end_date], [1973.734269, 2003., 2032.265731], 1e-9)
    still = urban.three_way(2000, [.25, .2, .55], 2015, [.4, .25, .35], 2400, 1, damping=.01)[0]
    near(still[0] / still[2], .4 / .35 * (.4 / .35 / (.25 / .55)) ** (.01 / .99 / 15), 1e-12)
    both = urban.doubling_time([.02, -.02])
    near(both.halving[1], math.log(2) / .02)
    assert math.isnan(both.halving[0])
    refused("SKPI_ENOTFOUND", "rate", 1, urban.doubling_time, [.02, 0])


if __name__ == "__main__":
    sys.exit(run(globals()))
