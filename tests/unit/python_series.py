#!/usr/bin/env python3
"""The Python layer of series: shapes of results, options, warnings, errors, rows; with NumPy and without.

Known answers: as in the C programs beside it.
"""
import math
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Table, series  # noqa: E402

LINEAR, LOG, LOGIT = smartkpi.SKPI_SERIES_SCALE_LINEAR, smartkpi.SKPI_SERIES_SCALE_LOG, smartkpi.SKPI_SERIES_SCALE_LOGIT
PERSISTENCE, LINE, LOGIT_LINE = (getattr(smartkpi, "SKPI_SERIES_MODEL_" + n) for n in ("PERSISTENCE", "LINE", "LOGIT_LINE"))
LOGISTIC, BASS, HOLT = smartkpi.SKPI_SERIES_MODEL_LOGISTIC, smartkpi.SKPI_SERIES_MODEL_BASS, smartkpi.SKPI_SERIES_MODEL_HOLT
ALR, ILR = smartkpi.SKPI_SERIES_LOGRATIO_ALR, smartkpi.SKPI_SERIES_LOGRATIO_ILR
YEARS = list(range(1980, 2020, 4))
CURVE = [.8 / (1 + math.exp(-.1 * (t - 2000))) for t in YEARS]


def test_interpolate():
    near(series.interpolate([2000, 2010], [.2, .8], 2005, LOGIT), .5)
    near(series.interpolate([2000.5, 2010.5], [1, 4], [2005.5, 2000.5], LOG), [2., 1.])
    near(series.interpolate([2000, 2010], [.5, 1], 2005, LOGIT), .75)  # linear in the share, because one of them is 1
    status = []
    values = series.interpolate([2000, 2010], [1, 4], [2005, 2011], LINEAR, status=status)
    assert values[0] == 2.5 and math.isnan(values[1]) and list(status) == [0, smartkpi.SKPI_EDOM]
    refused("SKPI_ENOTSORTED", "date", 1, series.interpolate, [2010, 2000], [1, 2], 2005, LINEAR)
    refused("SKPI_EDOM", "at", 0, series.interpolate, [2000, 2010], [1, 2], 1999, LINEAR)
    refused("SKPI_EINVAL", "scale", None, series.interpolate, [2000, 2010], [1, 2], 2005, LINE)
    refused("SKPI_EINCONSISTENT", "value", None, series.interpolate, [2000, 2010], [1, 2, 3], 2005, LINEAR)


def test_crossing_and_growth():
    two = Table([2000, 2010], [[40, 60], [60, 40]])
    near(series.crossing(two, 50, LINEAR), [2005., 2005.])
    assert math.isnan(series.crossing(Table([2000, 2010], [1, 2]), 3, LINEAR))
    g = series.growth(Table([2000, 2002], [.2, .4]))
    near([g.rate[0], g.points[0]], [math.log(2) / 2, .1])
    near(series.growth(Table([2000, 2001], [-1, 1]), without=["rate"]).points, [2.])
    refused("SKPI_ERANGE", "y.value", 0, series.growth, Table([2000, 2001], [-1, 1]))
    refused("SKPI_ENODATA", "y.m", None, series.growth, Table([2000], [1]))


def test_trend():
    found, bits = warned(series.trend, Table([2000, 2001, 2002, 2003, 2005], [[1, 3, math.nan, 4, 7], [4, 3, 2, 1, 0]]))
    assert bits == smartkpi.SKPI_WMISSING, bits
    near([found.s[0], found.s[1]], [6., -10.])
    assert list(found.used) == [4, 5]
    near(found.variance, [4 * 3 * 13 / 18, 5 * 4 * 15 / 18])
    near(found.p[1], math.erfc(9 / math.sqrt(2 * 5 * 4 * 15 / 18)))
    status = []
    trends = series.trend(Table([2000, 2001], [[1, 2], [1, math.nan]]), status=status)
    near(trends.slope[0], 1.)
    assert list(status) == [0, smartkpi.SKPI_ENODATA] and trends.used[1] == smartkpi.SKPI_NONE


def test_fit_and_forecast():
    f = series.fit(Table(YEARS, [CURVE, [x / 2 for x in CURVE]]), LOGISTIC)
    near(list(f.parameter[0])[:3], [.8, .1, 2000.], 1e-6)
    near(f.inflection, [2000., 2000.], 1e-6)
    assert list(f.used) == [10, 10] and list(f.at_bound) == [0, 0] and len(f.covariance[1]) == 4
    assert len(series.fit(Table(YEARS, CURVE), LOGISTIC, n_parameters=3).parameter) == 3
    refused("SKPI_EBUFFER", "n_parameters", None, series.fit, Table(YEARS, CURVE), LOGISTIC, n_parameters=2)
    held = series.fit(Table(YEARS, CURVE), LOGISTIC, ceiling=.8)
    assert held.covariance[0][0] == 0
    near(series.curve_value([.8, .1, 2000], LOGISTIC, 2000, 1), [.4])
    near(series.curve_value([[.8, .1, 2000, 0]] * 2, LOGISTIC, 2000, 1), [[.4], [.4]])
    got = series.forecast(Table([2000, 2001, 2002, 2003], [1, 2, 3, 5]), 2004, 2, LINE, prob=[.5])
    near(got.mean, [6., 7.3])
    near([q[0] for q in got.quantile], [6., 7.3])
    through = series.forecast(Table([2000, 2001, 2002, 2003], [1, 2, 3, 5]), 2004, 1, LINE, anchor=True)
    near(through.mean, [6.3])
    last, _ = warned(series.forecast, Table([2000, 2001, 2002], [1, 2, 3]), 2004, 1, PERSISTENCE)
    near(last.mean, [3.])
    holt = series.forecast(Table([2000, 2001, 2002], [1, 2, 3]), 2003, 2, HOLT, alpha=.5, beta=.5)
    near(holt.mean, [4., 5.])
    refused("SKPI_ENOTSORTED", "first_year", 0, series.forecast, Table([2000, 2001, 2002], [1, 2, 3]), 2002, 1, LINE)
    refused("SKPI_EINVAL", "model", None, series.fit, Table([2000, 2001], [1, 2]), 0)
    refused("SKPI_EINVAL", "model", None, series.curve_value, [.5, .5, 1, 1], HOLT, 2000, 1)
    refused("SKPI_ERANGE", "prob", 0, series.forecast, Table([2000, 2001, 2002], [1, 2, 3]), 2004, 1, LINE, prob=[1.5])


def test_weak_fit():
    early = [.8 / (1 + math.exp(-.1 * (t - 2040))) * (1 + .02 * (-1) ** t) for t in range(1990, 2000)]
    got, bits = warned(series.fit, Table(list(range(1990, 2000)), early), LOGISTIC)
    assert bits & smartkpi.SKPI_WWEAKFIT, (bits, got.parameter)


def test_backtest():
    years, rise = [2012, 2016, 2017, 2018, 2019, 2020, 2021], [.216, .303, .329, .348, .362, .386, .398]
    got = series.backtest(smartkpi.Table(years, rise), [2019, 2020], [PERSISTENCE, LINE], 1)
    near(got.mae[0], (.024 + .012) / 2, 1e-15)
    near(got.bias[0], -.018, 1e-15)
    assert list(got.count) == [2, 2]
    line = series.forecast(smartkpi.Table(years[:-1], rise[:-1]), 2021, 1, LINE, prob=[.1, .9])
    near(got.forecast[1][1][0], float(line.mean[0]), 1e-15)
    near([got.low[1][1][0], got.high[1][1][0]], [float(q) for q in line.quantile[0]], 1e-14)
    wide = series.backtest(smartkpi.Table(years, rise), [2019, 2020], [LINE], 1, coverage=.95)
    assert wide.low[0][1][0] < got.low[1][1][0] and wide.high[0][1][0] > got.high[1][1][0]
    held = series.backtest(smartkpi.Table(years, rise), [2020], [LOGISTIC], 1, ceiling=.5)
    near(held.forecast[0][0], list(series.forecast(smartkpi.Table(years[:-1], rise[:-1]), 2021, 1, LOGISTIC, ceiling=.5).mean))
    refused("SKPI_ENODATA", "origin", 0, series.backtest, smartkpi.Table(years, rise), [2021], [LINE], 1)
    refused("SKPI_EINVAL", "launch", None, series.backtest, smartkpi.Table(years, rise), [2020], [LINE], 1, launch=2000)


def test_compositions():
    near(series.closure([1, 1, 2]), [.25, .25, .5])
    near(series.closure([[1, 3], [0, 2]]), [[.25, .75], [0., 1.]])
    parts = [.2, .3, .5]
    for form in (ALR, ILR):
        near(series.from_logratios(series.to_logratios(parts, form), form), parts, 1e-15)
    near(series.to_logratios(parts, ILR)[0], math.sqrt(.5) * math.log(.2 / .3))
    got = series.composition_forecast([2000, 2010], [[.5, .5], [.8, .2]], 2020, 2).share
    near(got[0], [16 / 17, 1 / 17])
    near([sum(p) for p in got], [1., 1.], 1e-15)
    line = [.3, .5, .6, .66]  # with two parts it is the logit line with its intervals
    got = series.composition_forecast([2000, 2003, 2005, 2006], [[x, 1 - x] for x in line], 2010, 3, prob=[.5, .1, .9])
    alone = series.forecast(smartkpi.Table([2000, 2003, 2005, 2006], line), 2010, 3, LOGIT_LINE,
                            prob=[.5, .1, .9])
    for t in range(3):
        near(got.quantile[t][0], list(alone.quantile[t]), 1e-14)
        near(got.share[t][0], float(alone.mean[t]), 1e-15)
    refused("SKPI_ENODATA", "m", None, series.composition_forecast, [2000, 2010], [[.5, .5], [.8, .2]], 2020, 2, prob=[.5])
    refused("SKPI_EDOM", "part", 0, series.to_logratios, [0, 1], ALR)
    refused("SKPI_EZERODIV", "part", 0, series.closure, [0, 0])


def test_score():
    r = series.score([[1, 2, 3], [1, 1, 1]], [1, 1, 1], low=[[0, 0, 2], [0, 0, 0]],
                     high=[[2, 3, 4], [2, 2, 2]], coverage=.8)
    near(r.rmse, [math.sqrt(5 / 3), 0.])
    near(r.bias, [1., 0.])
    near(r.median, [1., 0.])
    near(r.coverage, [2 / 3, 1.])
    near(r.interval_score, [(2 + 3 + 2 + 10) / 3, 2.])
    got, bits = warned(series.score, [1, math.nan], [1, 2])
    assert bits == smartkpi.SKPI_WMISSING and got.count == 1 and math.isnan(got.coverage)
    refused("SKPI_EINVAL", "high", None, series.score, [1], [1], low=[0], coverage=.8)


if __name__ == "__main__":
    sys.exit(run(globals()))
