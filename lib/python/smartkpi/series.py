"""Series: filling, trends, growth; models fitted to yearly figures, forecasts with prediction intervals; compositions;
scores of forecasts.

A series is a Table (Table(years, values)); one list of values is one series, and its results come without the dimension
of the places.  NaN is a missing value, skipped with a warning.  With rows=True a function gives a pair, the results and
each series' status, and a failed series is NaN instead of an Error.

Models: SKPI_SERIES_MODEL_PERSISTENCE, _LINE, _LOGIT_LINE, _LOGISTIC, _GOMPERTZ, _BASS, _HOLT.  Equations and sources: the
pages smartkpi_series(7) and skpi_series_*(3).
"""
from __future__ import annotations

from typing import Any

from . import _core
from ._base import Table

__all__ = ["backtest", "closure", "composition_forecast", "crossing", "curve_value", "fit", "forecast", "from_logratios",
           "growth", "interpolate", "score", "to_logratios", "trend"]


def fit(y: Table, model: int, *, anchor: bool | None = None, ceiling: float | None = None,
        ceiling_min: float | None = None, ceiling_max: float | None = None, speed_min: float | None = None,
        speed_max: float | None = None, midpoint_min: float | None = None, midpoint_max: float | None = None,
        launch: float | None = None, alpha: float | None = None, beta: float | None = None,
        n_parameters: int | None = None, rows: bool = False) -> Any:
    """Fit of a model to each series by least squares.

    anchor        does not change a fit; see forecast
    ceiling       the ceiling of curves and logit line is held at this, in the unit of y; None: fitted (logit line: 1)
    ..._min, _max bounds of a fitted ceiling, of the speed (per year) or of the midpoint (date); both None: none
    launch        date at which Bass's curve leaves 0; None: a year before the first value
    alpha, beta   Holt's weights, held; both None: fitted
    n_parameters  columns of the results parameter and covariance; None: 4, which hold every model
    Result: .parameter (persistence level; line a, b, t0; logit line a, b, t0, K; logistic and Gompertz K, s, m; Bass m, p,
    q, launch; Holt alpha, beta, level, trend per year; NaN in further columns), .covariance, .sse, .sigma, .inflection
    (date of fastest growth), .used (values), .at_bound (a mask: bit j is parameter j).
    Warning: SKPI_WWEAKFIT (a parameter is at its bound or less certain than its own size; a ceiling above 1),
    SKPI_WMISSING (NaN skipped), SKPI_WADJUSTED (Holt: values before a gap left out), SKPI_WNOTCONVERGED.
    Error: SKPI_EINVAL, SKPI_ENODATA, SKPI_ESINGULAR (constant values), SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_ENOTSORTED, SKPI_EDUPLICATE (years), SKPI_EINCONSISTENT (bounds), SKPI_EBUFFER (n_parameters), SKPI_EOVERFLOW.
    Source: Seber and Wild, Nonlinear Regression (1989); Bass (1969); Holt (1957).

    >>> from smartkpi import SKPI_SERIES_MODEL_LINE
    >>> y = Table([2016, 2017, 2018, 2019, 2020, 2021], [.303, .329, .348, .362, .386, .398])
    >>> round(fit(y, SKPI_SERIES_MODEL_LINE).parameter[1], 6)
    0.018857
    """
    call = _core.Call("skpi_series_fit", rows)
    call.table("y", y)
    call.struct("options", **_fit_options(locals()))
    call.axis(n_parameters=4 if n_parameters is None else n_parameters)
    call.outs("out", parameter="n n_parameters", covariance="n n_parameters n_parameters", sse="n", sigma="n",
              inflection="n", used="n", at_bound="n")
    return call.run()


def forecast(y: Table, first_year: int, n_years: int, model: int, *, prob: Any = None,
             anchor: bool | None = None, ceiling: float | None = None,
             ceiling_min: float | None = None, ceiling_max: float | None = None, speed_min: float | None = None,
             speed_max: float | None = None, midpoint_min: float | None = None, midpoint_max: float | None = None,
             launch: float | None = None, alpha: float | None = None, beta: float | None = None,
             rows: bool = False) -> Any:
    """Forecast of each series for n_years from first_year on, which is after its last value.

    prob    probabilities of the quantiles, between 0 and 1; None: no quantiles
    anchor  True: through the last value
    The other options are those of fit.
    Result: .mean, the point forecast, in the unit of y (years), and .quantile, of an observation in that year
    (years x probabilities).
    Warning: those of fit.
    Error: those of fit, SKPI_ENOTSORTED (first_year not after the last value), SKPI_ERANGE (a probability).
    Source: Seber and Wild, Nonlinear Regression (1989), ch. 5; Hyndman et al., Forecasting with Exponential Smoothing (2008).

    >>> from smartkpi import SKPI_SERIES_MODEL_LINE
    >>> [round(v, 6) for v in forecast(Table([2000, 2001, 2002, 2003], [1, 2, 3, 5]), 2004, 2, SKPI_SERIES_MODEL_LINE).mean]
    [6.0, 7.3]
    """
    call = _core.Call("skpi_series_forecast", rows)
    call.table("y", y)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=[] if prob is None else prob)
    call.value(first_year=first_year)
    call.struct("options", **_fit_options(locals()))
    call.outs("out", mean="n n_years", quantile="n n_years n_prob")
    return call.run()


def backtest(y: Table, origin: Any, model: Any, n_years: int, *, coverage: float | None = None,
             anchor: bool | None = None, ceiling: float | None = None,
             ceiling_min: float | None = None, ceiling_max: float | None = None, speed_min: float | None = None,
             speed_max: float | None = None, midpoint_min: float | None = None, midpoint_max: float | None = None,
             launch: float | None = None, alpha: float | None = None, beta: float | None = None) -> Any:
    """How good several models' forecasts from earlier years would have been.

    origin    years to forecast from, increasing
    model     a list of models
    n_years   forecasts are for the years origin + 1 to origin + n_years
    coverage  probability that an interval holds the truth; None: 0.8
    The other options are those of fit and forecast, each for the models that use it.
    Result, a value a model: .rmse, .mae, .median (of the absolute error), .bias (forecast less truth) and
    .interval_score in the unit of y, .coverage (share of truths inside their interval), .count (pairs of forecast and
    truth); and .forecast, .low, .high in the unit of y (models x origins x places x years, one series without
    the places); NaN: no fit from there.
    Warning: SKPI_WMISSING (pairs left out), SKPI_WWEAKFIT, SKPI_WNOTCONVERGED, SKPI_WADJUSTED.
    Error: those of fit, SKPI_ENODATA (an origin with nothing up to it or after it).
    Source: Tashman (2000).

    >>> from smartkpi import SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_PERSISTENCE
    >>> y = Table([2016, 2017, 2018, 2019, 2020, 2021], [.30, .32, .34, .36, .38, .40])
    >>> got = backtest(y, [2019, 2020], [SKPI_SERIES_MODEL_PERSISTENCE, SKPI_SERIES_MODEL_LINE], 1)
    >>> [round(e, 6) for e in got.mae]
    [0.02, 0.0]
    """
    call = _core.Call("skpi_series_backtest")
    call.table("y", y)
    call.take("n_origins", origin=origin)
    call.take("n_models", model=model)
    call.axis(n_years=n_years)
    fit = {name: value for name, value in _fit_options(locals()).items() if name != "model"}
    call.struct("options", coverage=coverage, fit=call.inner("skpi_series_fit_options", **fit))
    call.outs("out", **dict.fromkeys(_SCORES, "n_models"),
              **dict.fromkeys(("forecast", "low", "high"), "n_models n_origins n n_years"))
    return call.run()


def curve_value(parameter: Any, model: int, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Values of a curve in each year from first_year on, from its parameters.

    parameter  numbers in the order of fit's result, or a list of such; those that the model lacks are not read
    Result: values (n_years), in the unit of the ceiling; Bass's curve is cumulative.
    Error: SKPI_EINVAL (Holt has no curve), SKPI_ENODATA (too few parameters), SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_EOVERFLOW.

    >>> from smartkpi import SKPI_SERIES_MODEL_BASS
    >>> [round(v, 4) for v in curve_value([100, .03, .38, 2000], SKPI_SERIES_MODEL_BASS, 2001, 5)]
    [3.5758, 8.5056, 15.05, 23.315, 33.1199]
    """
    call = _core.Call("skpi_series_curve_value", rows)
    call.axis(n_years=n_years)
    call.take("n n_parameters", parameter=parameter)
    call.value(model=model, first_year=first_year)
    call.out("n n_years", "value")
    return call.run()


def interpolate(date: Any, value: Any, at: Any, scale: int, *, rows: bool = False) -> Any:
    """Values of one series at other dates.

    date   dates of the observations, decimal years, increasing
    value  the observations: any number for SKPI_SERIES_SCALE_LINEAR, above 0 for _LOG, shares in [0,1] for _LOGIT
    at     dates asked for, from the first to the last observation: a date or a list
    scale  on which the series is straight between observations; a logit interval that ends at 0 or 1 is straight in the
           share
    Result: a value or a list, in the unit of value; an observation itself at its date.  With rows each date has a status.
    Error: SKPI_EDOM (a date outside the observations, two observations at one date, 0 on the log scale),
    SKPI_ENOTSORTED, SKPI_ENODATA, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EINVAL (scale).

    >>> from smartkpi import SKPI_SERIES_SCALE_LOGIT
    >>> round(interpolate([2000, 2010], [0.3, 0.5], 2005, SKPI_SERIES_SCALE_LOGIT), 6)
    0.395644
    """
    call = _core.Call("skpi_series_interpolate", rows)
    call.take("n_known", date=date, value=value)
    call.take("n", at=at)
    call.value(scale=scale)
    call.out("n", "out")
    return call.run()


def crossing(y: Table, threshold: float, scale: int, *, rows: bool = False) -> Any:
    """First date at which each series reaches a threshold, from below or above; NaN if it does not.

    threshold  in the unit of y
    scale      on which the series is straight between years, as in interpolate
    Result: decimal years on the scale of y's years, no mid-year shift.
    Error: SKPI_EINVAL (scale), SKPI_ENODATA, SKPI_ERANGE, SKPI_EDOM (0 on the log scale), SKPI_ENOTFINITE,
    SKPI_ENOTSORTED, SKPI_EDUPLICATE.

    >>> from smartkpi import SKPI_SERIES_SCALE_LINEAR
    >>> crossing(Table([2000, 2010], [40, 60]), 50, SKPI_SERIES_SCALE_LINEAR)
    2005.0
    """
    call = _core.Call("skpi_series_crossing", rows)
    call.table("y", y)
    call.value(threshold=threshold, scale=scale)
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


def closure(part: Any, *, rows: bool = False) -> Any:
    """Parts as shares of their sum: a list of parts, or a list of such.

    part  any unit, not negative, not all 0
    Error: SKPI_EZERODIV (all parts are 0), SKPI_ERANGE (negative), SKPI_ENODATA (fewer than two), SKPI_ENOTFINITE.

    >>> closure([1, 1, 2])
    [0.25, 0.25, 0.5]
    """
    call = _core.Call("skpi_series_closure", rows)
    call.take("n n_parts", part=part)
    call.out("n n_parts", "share")
    return call.run()


def to_logratios(part: Any, form: int, *, rows: bool = False) -> Any:
    """Log-ratios of parts, one fewer than parts.

    part  any unit, above 0: a list of parts, or a list of such
    form  SKPI_SERIES_LOGRATIO_ALR (against the last part) or SKPI_SERIES_LOGRATIO_ILR
    Error: SKPI_EDOM (a part of 0), SKPI_ERANGE (negative), SKPI_ENODATA (fewer than two), SKPI_ENOTFINITE, SKPI_EINVAL.
    Source: Aitchison (1982); Egozcue et al. (2003).

    >>> from smartkpi import SKPI_SERIES_LOGRATIO_ALR
    >>> [round(z, 6) for z in to_logratios([1, 1, 2], SKPI_SERIES_LOGRATIO_ALR)]
    [-0.693147, -0.693147]
    """
    call = _core.Call("skpi_series_to_logratios", rows)
    call.take("n n_parts", part=part)
    call.value(form=form)
    call.axis(coordinates=max(call.lengths["n_parts"][0], 1) - 1)
    call.out("n coordinates", "logratio")
    return call.run()


def from_logratios(logratio: Any, form: int, *, rows: bool = False) -> Any:
    """Shares from their log-ratios, one more than log-ratios.

    logratio  a list, or a list of such
    form      SKPI_SERIES_LOGRATIO_ALR or SKPI_SERIES_LOGRATIO_ILR
    Error: SKPI_ERANGE (beyond +-1e6), SKPI_ENODATA (none), SKPI_ENOTFINITE, SKPI_EINVAL.
    Source: Aitchison (1982); Egozcue et al. (2003).

    >>> from smartkpi import SKPI_SERIES_LOGRATIO_ALR
    >>> from_logratios([0], SKPI_SERIES_LOGRATIO_ALR)
    [0.5, 0.5]
    """
    call = _core.Call("skpi_series_from_logratios", rows)
    call.take("n coordinates", logratio=logratio)
    call.axis(n_parts=call.lengths["coordinates"][0] + 1)
    call.value(form=form)
    call.out("n n_parts", "share")
    return call.run()


def composition_forecast(year: Any, part: Any, first_year: int, n_years: int, *, prob: Any = None) -> Any:
    """Forecast of parts that goes on summing to 1: a straight line through each log-ratio.

    year  years, increasing, at least 2, with quantiles 3
    part  years x parts, any unit, above 0
    prob  probabilities of the quantiles, between 0 and 1; None: no quantiles
    Result: .share, fractions that sum to 1 (years x parts), and .quantile, of each part by itself in that year (years x
    parts x probabilities).
    Error: SKPI_ENODATA, SKPI_EDOM (a part of 0), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
    SKPI_EOVERFLOW (a probability too near 0 or 1).
    Source: Aitchison (1986); Seber and Wild (1989).

    >>> [round(s, 6) for s in composition_forecast([2000, 2001], [[1, 1], [2, 1]], 2002, 1).share[0]]
    [0.8, 0.2]
    """
    call = _core.Call("skpi_series_composition_forecast")
    call.struct("in", "m", year=year)
    call.struct("in", "m n_parts", part=part)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=[] if prob is None else prob)
    call.outs("out", share="n_years n_parts", quantile="n_years n_parts n_prob")
    return call.run()


def score(forecast: Any, truth: Any, *, low: Any = None, high: Any = None, coverage: float | None = None) -> Any:
    """Scores of one or several methods' forecasts of the same truths; NaN is a missing value.

    forecast   a list, or methods x values
    truth      what came true
    low, high  ends of the methods' intervals, both or none
    coverage   probability that the intervals were made for, between 0 and 1; None: 0.8
    Result: .rmse, .mae, .median (of the absolute error), .bias (forecast less truth), .interval_score, in the unit of
    truth; .coverage (share of truths inside their interval); .count (pairs).  Coverage and interval score are NaN without
    intervals.
    Warning: SKPI_WMISSING (pairs left out).
    Error: SKPI_ENODATA, SKPI_EINVAL (one of low and high), SKPI_ERANGE (coverage), SKPI_EINCONSISTENT (low above high),
    SKPI_ENOTFINITE (infinite), SKPI_EOVERFLOW.
    Source: Gneiting and Raftery (2007).

    >>> score([1, 2, 3], [2, 2, 1]).mae
    1.0
    """
    call = _core.Call("skpi_series_score")
    call.take("n_methods n", forecast=forecast, low=low, high=high)
    call.take("n", truth=truth)
    call.value(coverage=coverage)
    call.outs("out", **dict.fromkeys(_SCORES, "n_methods"))
    return call.run()


_SCORES = ("rmse", "mae", "median", "bias", "coverage", "interval_score", "count")
_FIT_OPTIONS = ("model", "anchor", "ceiling", "ceiling_min", "ceiling_max", "speed_min", "speed_max", "midpoint_min",
                "midpoint_max", "launch", "alpha", "beta")


def _fit_options(given: dict[str, Any]) -> dict[str, Any]:
    return {name: given[name] for name in _FIT_OPTIONS if name in given}
