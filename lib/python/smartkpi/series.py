"""Series: filling, trends, growth; models fitted to yearly figures, forecasts with prediction intervals; compositions;
scores of forecasts.

A series is a Table (Table(years, values)); one list of values is one series, and its results come without the dimension
of the places.  NaN is a missing value, skipped with a warning.  With rows=True a function gives a pair, the results and
each series' status, and a failed series is NaN instead of an Error.

Models: SKPI_SERIES_MODEL_PERSISTENCE, _LINE, _LOGIT_LINE, _LOGISTIC, _GOMPERTZ, _BASS, _HOLT.  Equations and sources: the pages
smartkpi_series(7) and skpi_series_*(3).
"""
from __future__ import annotations

from typing import Any

from . import _core
from ._base import Table

__all__ = ["backtest", "closure", "composition_forecast", "crossing", "curve", "fit", "forecast", "from_logratios", "growth",
           "interpolate", "logratios", "score", "trend"]


def fit(y: Table, model: int, *, ceiling: float = 0, ceiling_min: float = 0, ceiling_max: float = 0, speed_min: float = 0,
        speed_max: float = 0, midpoint_min: float = 0, midpoint_max: float = 0, launch: float = 0, alpha: float = 0,
        beta: float = 0, rows: bool = False) -> Any:
    """Fit of a model to each series by least squares.

    ceiling       of curves and logit line, in the unit of y, held at this; 0: fitted (logit line: 1)
    ..._min, _max bounds of a fitted ceiling, speed (per year) or midpoint (date); both 0: none
    launch        date at which Bass's curve leaves 0; 0: a year before the first value
    alpha, beta   Holt's weights, held; both 0: fitted
    Result: .parameters (4 each: persistence level; line a, b, t0; logit line a, b, t0, K; logistic and Gompertz K, s, m;
    Bass m, p, q, launch; Holt alpha, beta, level, trend per year), .covariance (4 x 4), .sse, .sigma, .inflection (date of
    fastest growth), .used (values), .at_bound (bit j: parameter j).
    Warning: SKPI_WWEAKFIT (ceiling above 1 or at its bound, a standard error above its estimate).
    Error: SKPI_EINVAL, SKPI_ENODATA, SKPI_ESINGULAR (constant values), SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_EINCONSISTENT (bounds), SKPI_EOVERFLOW.
    Source: Seber and Wild, Nonlinear Regression (1989); Bass (1969); Holt (1957).

    >>> y = Table([2016, 2017, 2018, 2019, 2020, 2021], [.303, .329, .348, .362, .386, .398])
    >>> round(fit(y, 2).parameters[1], 6)
    0.018857
    """
    call = _core.Call("skpi_series_fit", rows)
    call.table("y", y)
    _options(call, locals())
    call.axis(four=4)
    call.outs("out", parameters="n four", covariance="n four four", sse="n", sigma="n", inflection="n", used="n",
              at_bound="n")
    return call.run()


def forecast(y: Table, first_year: int, n_years: int, model: int, *, prob: Any = (.1, .9), anchor: bool = False,
             ceiling: float = 0, ceiling_min: float = 0, ceiling_max: float = 0, speed_min: float = 0,
             speed_max: float = 0, midpoint_min: float = 0, midpoint_max: float = 0, launch: float = 0, alpha: float = 0,
             beta: float = 0, rows: bool = False) -> Any:
    """Forecast of each series for n_years from first_year on, which is after its last value.

    prob    probabilities of the quantiles, between 0 and 1
    anchor  True: through the last value
    The other options are those of fit.
    Result: .mean, the point forecast, in the unit of y (years), and .quantile, of an observation in that year
    (years x probabilities).
    Warning: SKPI_WWEAKFIT.
    Error: those of fit, SKPI_ENOTSORTED (first_year not after the last value), SKPI_ERANGE (a probability).
    Source: Seber and Wild, Nonlinear Regression (1989), ch. 5; Hyndman et al., Forecasting with Exponential Smoothing (2008).
    """
    call = _core.Call("skpi_series_forecast", rows)
    call.table("y", y)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=prob)
    call.value(first_year=first_year)
    _options(call, locals())
    call.outs("out", mean="n n_years", quantile="n n_years n_prob")
    return call.run()


def backtest(y: Table, origin: Any, n_years: int, models: Any, *, level: float = 0, anchor: bool = False,
             ceiling: float = 0, ceiling_min: float = 0, ceiling_max: float = 0, speed_min: float = 0,
             speed_max: float = 0, midpoint_min: float = 0, midpoint_max: float = 0, launch: float = 0, alpha: float = 0,
             beta: float = 0) -> Any:
    """How good several models' forecasts from earlier years would have been.

    origin   years to forecast from, increasing
    n_years  forecasts are for the years origin + 1 to origin + n_years
    models   a list of models
    level    probability of the intervals; 0: 0.8
    The other options are those of fit and forecast, each for the models that use it.
    Result, a value a model: .rmse, .mae, .median (of the absolute error), .bias (forecast less truth) and
    .interval_score in the unit of y, .coverage of the intervals (a fraction), .count (pairs of forecast and truth); and
    .forecast, .low, .high in the unit of y (models x origins x places x years, one series without
    the places); NaN: no fit from there.
    Warning: SKPI_WMISSING (pairs left out), SKPI_WWEAKFIT, SKPI_WADJUSTED.
    Error: those of fit, SKPI_ENODATA (an origin with nothing up to it or after it).
    Source: Tashman (2000).

    >>> y = Table([2016, 2017, 2018, 2019, 2020, 2021], [.30, .32, .34, .36, .38, .40])
    >>> [round(e, 6) for e in backtest(y, [2019, 2020], 1, [1, 2]).mae]
    [0.02, 0.0]
    """
    call = _core.Call("skpi_series_backtest")
    call.table("y", y)
    call.take("n_origins", origin=origin)
    call.axis(n_years=n_years)
    call.take("n_models", models=models)
    call.value(level=level)
    _options(call, {**locals(), "model": 0})
    call.outs("out", **dict.fromkeys(("rmse", "mae", "median", "bias", "coverage", "interval_score", "count"), "n_models"),
              **dict.fromkeys(("forecast", "low", "high"), "n_models n_origins n n_years"))
    return call.run()


def curve_value(model: int, parameters: Any, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Values of a curve in each year from first_year on, from its parameters.

    parameters  four numbers in the order of fit's result, or a list of such; those that the model lacks are not read
    Result: values (n_years), in the unit of the ceiling; Bass's curve is cumulative.
    Error: SKPI_EINVAL (Holt has no curve), SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> [round(v, 4) for v in curve_value(6, [100, .03, .38, 2000], 2001, 5)]
    [3.5758, 8.5056, 15.05, 23.315, 33.1199]
    """
    call = _core.Call("skpi_series_curve_value", rows)
    call.axis(n_years=n_years)
    call.take("n 4", parameters=parameters)
    call.value(model=model, first_year=first_year)
    call.out("n n_years", "out")
    return call.run()


def interpolate(t: Any, y: Any, scale: int, at: Any, *, rows: bool = False) -> Any:
    """Values of one series at other dates.

    t      dates of the observations, decimal years, increasing
    y      the observations: any number for SKPI_SERIES_SCALE_LINEAR, above 0 for _LOG, shares in [0,1] for _LOGIT
    scale  on which the series is straight between observations; a logit interval that ends at 0 or 1 is straight in the
           share
    at     dates wanted, from the first to the last observation: a date or a list
    Result: a value or a list, in the unit of y; an observation itself at its date.  With rows each date has a status.
    Error: SKPI_EDOM (a date outside the observations, two observations at one date, 0 on the log scale),
    SKPI_ENOTSORTED, SKPI_ENODATA, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EINVAL (scale).

    >>> round(interpolate([2000, 2010], [0.3, 0.5], 3, 2005), 6)
    0.395644
    """
    call = _core.Call("skpi_series_interpolate", rows, over="m")
    call.take("n", t=t, y=y)
    call.value(scale=scale)
    call.take("m", at=at)
    call.out("m", "out")
    return call.run()


def crossing(y: Table, level: float, scale: int, *, rows: bool = False) -> Any:
    """First date at which each series reaches a level, from below or above; NaN if it does not.

    level  in the unit of y
    scale  on which the series is straight between years, as in interpolate
    Result: decimal years on the scale of y's years, no mid-year shift.
    Error: SKPI_EINVAL (scale), SKPI_ENODATA, SKPI_ERANGE, SKPI_EDOM (0 on the log scale), SKPI_ENOTFINITE,
    SKPI_ENOTSORTED, SKPI_EDUPLICATE.

    >>> crossing(Table([2000, 2010], [40, 60]), 50, 1)
    2005.0
    """
    call = _core.Call("skpi_series_crossing", rows)
    call.table("y", y)
    call.value(level=level, scale=scale)
    call.out("n", "date")
    return call.run()


def growth(y: Table, *, relative: bool = True, rows: bool = False) -> Any:
    """Growth of each series from each year to the next.

    relative  False: no rates, so that values need not be above 0
    Result: .rate, continuous per year, and .points, change per year in the unit of y: one value less than years.
    Error: SKPI_ENODATA (fewer than two years), SKPI_EDOM and SKPI_ERANGE (a value of 0 or below, with rates),
    SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_EOVERFLOW.

    >>> round(growth(Table([2000, 2010], [100, 110])).rate[0], 6)
    0.009531
    """
    call = _core.Call("skpi_series_growth", rows)
    call.table("y", y)
    call.axis(steps=max(y.struct.m, 1) - 1)
    if relative:
        call.out("n steps", "rate")
    call.out("n steps", "points")
    return call.run()


def trend(y: Table, *, rows: bool = False) -> Any:
    """Mann-Kendall test and Sen's slope of each series.

    Result: .s, .variance (ties corrected), .z (continuity corrected), .p (two-sided), .slope per year, .intercept in the
    first year of y, .used (values).
    Warning: SKPI_WMISSING (NaN skipped).
    Error: SKPI_ENODATA (fewer than two values), SKPI_ENOTFINITE (infinite), SKPI_ERANGE, SKPI_ENOTSORTED,
    SKPI_EDUPLICATE, SKPI_EOVERFLOW.
    Source: Mann (1945); Kendall (1975); Sen (1968).

    >>> trend(Table([2000, 2001, 2002, 2003], [1, 3, 4, 7])).slope
    2.0
    """
    call = _core.Call("skpi_series_trend", rows)
    call.table("y", y)
    call.outs("out", **dict.fromkeys(("s", "variance", "z", "p", "slope", "intercept", "used"), "n"))
    return call.run()


def closure(parts: Any, *, rows: bool = False) -> Any:
    """Parts as shares of their sum: a list of parts, or a list of such.

    parts  any unit, not negative, not all 0
    Error: SKPI_EZERODIV (all parts are 0), SKPI_ERANGE (negative), SKPI_ENODATA (fewer than two), SKPI_ENOTFINITE.

    >>> closure([1, 1, 2])
    [0.25, 0.25, 0.5]
    """
    call = _core.Call("skpi_series_closure", rows)
    call.take("n k", parts=parts)
    call.out("n k", "out")
    return call.run()


def to_logratios(parts: Any, form: int, *, rows: bool = False) -> Any:
    """Log-ratios of parts, one fewer than parts.

    parts  any unit, above 0: a list of parts, or a list of such
    form   SKPI_SERIES_LOGRATIO_ALR (against the last part) or SKPI_SERIES_LOGRATIO_ILR
    Error: SKPI_EDOM (a part of 0), SKPI_ERANGE (negative), SKPI_ENODATA (fewer than two), SKPI_ENOTFINITE, SKPI_EINVAL.
    Source: Aitchison (1982); Egozcue et al. (2003).

    >>> [round(z, 6) for z in to_logratios([1, 1, 2], 1)]
    [-0.693147, -0.693147]
    """
    call = _core.Call("skpi_series_to_logratios", rows)
    call.take("n k", parts=parts)
    call.value(form=form)
    call.axis(coordinates=max(call.lengths["k"][0], 1) - 1)
    call.out("n coordinates", "out")
    return call.run()


def from_logratios(logratio: Any, form: int, *, rows: bool = False) -> Any:
    """Shares from their log-ratios, one more than log-ratios.

    logratio  a list, or a list of such
    form      SKPI_SERIES_LOGRATIO_ALR or SKPI_SERIES_LOGRATIO_ILR
    Error: SKPI_ERANGE (beyond +-1e6), SKPI_ENODATA (none), SKPI_ENOTFINITE, SKPI_EINVAL.
    Source: Aitchison (1982); Egozcue et al. (2003).

    >>> from_logratios([0], 1)
    [0.5, 0.5]
    """
    call = _core.Call("skpi_series_from_logratios", rows)
    call.take("n coordinates", logratio=logratio)
    call.axis(k=call.lengths["coordinates"][0] + 1)
    call.value(form=form)
    call.out("n k", "parts")
    return call.run()


def composition_forecast(year: Any, parts: Any, first_year: int, n_years: int, *, prob: Any = (.1, .9)) -> Any:
    """Forecast of parts that goes on summing to 1: a straight line through each log-ratio.

    year   years, increasing, at least 3; 2 with prob=[], without quantiles
    parts  years x parts, any unit, above 0
    prob   probabilities of the quantiles, between 0 and 1
    Result: .share, fractions that sum to 1 (years x parts), and .quantile, of each part by itself in that year (years x
    parts x probabilities).
    Error: SKPI_ENODATA, SKPI_EDOM (a part of 0), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDUPLICATE.
    Source: Aitchison (1986); Seber and Wild (1989).

    >>> [round(s, 6) for s in composition_forecast([2000, 2001], [[1, 1], [2, 1]], 2002, 1, prob=[]).share[0]]
    [0.8, 0.2]
    """
    call = _core.Call("skpi_series_composition_forecast")
    call.take("m", year=year)
    call.take("m k", parts=parts)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=prob)
    call.outs("out", share="n_years k", quantile="n_years k n_prob")
    return call.run()


def score(forecast: Any, truth: Any, *, low: Any = None, high: Any = None, level: float = 0) -> Any:
    """Scores of one or several methods' forecasts of the same truths; NaN is a missing value.

    forecast   a list, or methods x values
    truth      what came true
    low, high  ends of the methods' intervals, both or none
    level      probability of the interval, between 0 and 1
    Result: .rmse, .mae, .median (of the absolute error), .bias (forecast less truth), .interval_score, in the unit of
    truth; .coverage; .count (pairs).  Coverage and interval score are NaN without intervals.
    Warning: SKPI_WMISSING (pairs left out).
    Error: SKPI_ENODATA, SKPI_EINVAL (one of low and high), SKPI_ERANGE (level), SKPI_EINCONSISTENT (low above high),
    SKPI_ENOTFINITE (infinite), SKPI_EOVERFLOW.
    Source: Gneiting and Raftery (2007).

    >>> score([1, 2, 3], [2, 2, 1]).mae
    1.0
    """
    call = _core.Call("skpi_series_score")
    call.take("n_methods n", forecast=forecast, low=low, high=high)
    call.value(level=level)
    call.take("n", truth=truth)
    call.outs("out", **dict.fromkeys(("rmse", "mae", "median", "bias", "coverage", "interval_score", "count"), "n_methods"))
    return call.run()


def _options(call: _core.Call, given: dict[str, Any]) -> None:
    names = ("model", "anchor", "ceiling", "ceiling_min", "ceiling_max", "speed_min", "speed_max", "midpoint_min",
             "midpoint_max", "launch", "alpha", "beta")
    call.struct("options", **{name: given[name] for name in names if name in given})
