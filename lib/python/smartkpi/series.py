"""Series: models fitted to yearly figures, forecasts with prediction intervals.

A series is a Table (Table(years, values)); one list of values is one series, and its results come without the dimension
of the places.  NaN is a missing value, skipped with a warning.  With rows=True a function gives a pair, the results and
each series' status, and a failed series is NaN instead of an Error.

Models: SKPI_SERIES_PERSISTENCE, _LINE, _LOGIT_LINE, _LOGISTIC, _GOMPERTZ, _BASS, _HOLT.  Equations and sources: the pages
skpi_series_fit(3), skpi_series_forecast(3) and skpi_series_curve(3).
"""
from __future__ import annotations

from typing import Any

from . import _core
from ._base import Table

__all__ = ["curve", "fit", "forecast"]


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
    Source: Seber and Wild, Nonlinear Regression (1989), 5.1; Hyndman et al., Forecasting with Exponential Smoothing (2008).
    """
    call = _core.Call("skpi_series_forecast", rows)
    call.table("y", y)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=prob)
    call.value(first_year=first_year)
    _options(call, locals())
    call.outs("out", mean="n n_years", quantile="n n_years n_prob")
    return call.run()


def curve(model: int, parameters: Any, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Values of a curve in each year from first_year on, from its parameters.

    parameters  four numbers in the order of fit's result, or a list of such; those that the model lacks are not read
    Result: values (n_years), in the unit of the ceiling; Bass's curve is cumulative.
    Error: SKPI_EINVAL (Holt has no curve), SKPI_EDOM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> [round(v, 4) for v in curve(6, [100, .03, .38, 2000], 2001, 5)]
    [3.5758, 8.5056, 15.05, 23.315, 33.1199]
    """
    call = _core.Call("skpi_series_curve", rows)
    call.axis(n_years=n_years)
    call.take("n 4", parameters=parameters)
    call.value(model=model, first_year=first_year)
    call.out("n n_years", "out")
    return call.run()


def _options(call: _core.Call, given: dict[str, Any]) -> None:
    names = ("model", "anchor", "ceiling", "ceiling_min", "ceiling_max", "speed_min", "speed_max", "midpoint_min",
             "midpoint_max", "launch", "alpha", "beta")
    call.struct("options", **{name: given[name] for name in names if name in given})
