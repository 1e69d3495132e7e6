# Made from the headers by lib/interface/make.py; do not edit.
"""Series: filling, trends, growth, curves and forecasts, compositions, scores of forecasts."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _call
from ._base import Table
from ._typing import Grid, Many

__all__ = ["BacktestResult", "CompositionForecastResult", "CrpsResult", "FanFormChoice", "FanResult", "FitResult",
           "ForecastResult", "GrowthResult", "LogratioChoice", "ModelChoice", "ScaleChoice", "ScoreResult",
           "TrendResult", "backtest", "closure", "composition_forecast", "crossing", "crps", "curve_value", "fan",
           "fit", "forecast", "from_logratios", "growth", "interpolate", "score", "to_logratios", "trend"]


def __dir__() -> list[str]:
    return __all__


ScaleChoice = Union[int, Literal["linear", "log", "logit"]]
ModelChoice = Union[int, Literal["persistence", "line", "logit_line", "logistic", "gompertz", "bass", "holt"]]
FanFormChoice = Union[int, Literal["urban", "carbon", "digital"]]
LogratioChoice = Union[int, Literal["alr", "ilr"]]


def interpolate(date: Many[float], value: Many[float], at: Many[float], scale: ScaleChoice, *,
                status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Interpolates one series at dates from its first observation to its last one.

    date[n_known]  date of each observation, increasing.
    value[n_known]  number: the observations, in any unit; above 0 (LOG), shares (LOGIT).
    at[n]  date at which a value is wanted, in any order.
    scale  ScaleChoice; with LOGIT, an interval that begins or ends at 0 or 1 is a straight line in the share itself.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives out[n]: number: the values, in the unit of value; at the date of an observation its value to the bit

    SKPI_ERANGE: value is below 0 (LOG and LOGIT); value is above 1 (LOGIT).
    SKPI_EDOM: value is 0 (LOG); at is outside the observations; date holds a value twice.
    SKPI_ENOTSORTED: date falls.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_series_interpolate", status, "n", unknown=unknown)
    call.take("n_known", date=date, value=value)
    call.take("n", at=at)
    call.take(scale=_call.choice("skpi_series_scale", "scale", scale))
    call.out(out="n")
    return call.run()


def crossing(y: Table, threshold: float, scale: ScaleChoice, *, status: list[int] | None = None,
             **unknown: NoReturn) -> Any:
    """First date at which each row reaches a threshold, from below or from above.

    y  table of number, one series in each row; above 0 (LOG), shares (LOGIT).
    threshold  number to be reached, in the unit of y.
    scale  ScaleChoice on which a row is a straight line between its years, as in skpi_series_interpolate.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives date[n]: number: decimal year, where the year 2030 is the date 2030.0; NaN where the threshold is never
        reached.

    SKPI_ERANGE: threshold is below 0 (LOG and LOGIT); threshold is above 1 (LOGIT); y.value is below 0 (LOG and
        LOGIT); y.value is above 1 (LOGIT).
    SKPI_EDOM: threshold is 0 (LOG); y.value is 0 (LOG).
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_series_crossing", status, "n", unknown=unknown)
    call.take(y=y)
    call.take(threshold=threshold, scale=_call.choice("skpi_series_scale", "scale", scale))
    call.out(date="n")
    return call.run()


@dataclass(frozen=True, eq=False)
class GrowthResult:
    """What skpi_series_growth gives.

    rate[n][m - 1]  growth, continuous: ln(value1/value0)/(year1 - year0); by default not wanted.
    points[n][m - 1]  number: (value1 - value0)/(year1 - year0), unit of y per year; by default not wanted.
    """
    rate: Any
    points: Any


def growth(y: Table, *, without: Sequence[Literal["rate", "points"]] = (), status: list[int] | None = None,
           **unknown: NoReturn) -> GrowthResult:
    """Growth of each row from each year to the next, as a rate and in points. The points of a share are percentage
    points divided by 100.

    y  table of number, with at least two years; above 0 where rate is wanted.
    without  names of results that are not wanted; they are None.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WUNUSUAL: y.value has a break in a row: a step far beyond its usual change.
    SKPI_ENODATA: y.m is below 2.
    SKPI_ERANGE: y.value is below 0 although rate is wanted.
    SKPI_EDOM: y.value is 0 although rate is wanted.
    SKPI_EOVERFLOW: points is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_series_growth", status, "n", unknown=unknown)
    call.take(y=y)
    call.out(rate="n m-1", points="n m-1")
    call.skip(*without)
    return call.run(GrowthResult)


@dataclass(frozen=True, eq=False)
class TrendResult:
    """What skpi_series_trend gives.

    s[n]  number: S of Mann and Kendall, the number of rising pairs less that of falling pairs.
    variance[n]  quantity: variance of S without a trend, corrected for ties.
    z[n]  number: S in standard deviations, corrected for continuity; 0 if S is 0.
    p[n]  share: two-sided probability of such an S without a trend.
    slope[n]  number: Sen's slope, unit of y per year.
    intercept[n]  number: value of the line with that slope in the first year of the table.
    used[n]  integer: number of values used; SKPI_NONE in a failed row.
    modified_variance[n]  quantity: variance of S in an autocorrelated series without a trend; NaN where the steps
        between the years used differ in length.
    modified_z[n]  number: S in such standard deviations, corrected for continuity; 0 if S is 0; NaN as
        modified_variance.
    modified_p[n]  share: two-sided probability of such an S in an autocorrelated series without a trend; NaN as
        modified_variance.
    """
    s: Any
    variance: Any
    z: Any
    p: Any
    slope: Any
    intercept: Any
    used: Any
    modified_variance: Any
    modified_z: Any
    modified_p: Any


def trend(y: Table, *, status: list[int] | None = None, **unknown: NoReturn) -> TrendResult:
    """Tests whether each row rises or falls, by the test of Mann and Kendall and its form for autocorrelated series,
    and gives Sen's slope.

    y  table of number, one series in each row; years may be left out; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: y.value has a break in a row: a step far beyond its usual change.
    SKPI_ENODATA: y.value has fewer than two values in a row.
    SKPI_EOVERFLOW: slope or intercept is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: H. B. Mann, Econometrica 13 (1945) 245; M. G. Kendall, Rank Correlation Methods (1975); P. K. Sen, Journal
        of the American Statistical Association 63 (1968) 1379; modified: K. H. Hamed and A. R. Rao, Journal of
        Hydrology 204 (1998) 182.
    """
    call = _call.Call("skpi_series_trend", status, "n", unknown=unknown)
    call.take(y=y)
    call.out("out", s="n", variance="n", z="n", p="n", slope="n", intercept="n", used="n", modified_variance="n",
             modified_z="n", modified_p="n")
    return call.run(TrendResult)


@dataclass(frozen=True, eq=False)
class FitResult:
    """What skpi_series_fit gives.

    parameter[n][n_parameters]  number: in the order of ModelChoice; NaN in further columns.
    covariance[n][n_parameters][n_parameters]  number: sigma^2 (J'J)^-1; 0 for a parameter that is fixed or at a
        bound; NaN for PERSISTENCE, HOLT and further columns.
    sse[n]  quantity: sum of squared residuals; LOGIT_LINE: of the logits; PERSISTENCE: sum of dy^2/dt; HOLT: of the
        errors one step ahead.
    sigma[n]  quantity: sqrt(sse/(values - fitted parameters)).
    inflection[n]  number: date of fastest growth; NaN where the model has none.
    used[n]  integer: number of values used; SKPI_NONE in a failed row.
    at_bound[n]  integer: a mask whose bit j is set if parameter j lies at a bound; SKPI_NONE in a failed row.
    """
    parameter: Any
    covariance: Any
    sse: Any
    sigma: Any
    inflection: Any
    used: Any
    at_bound: Any


def fit(y: Table, model: ModelChoice, *, anchor: bool | None = None, ceiling: float | None = None,
        ceiling_min: float | None = None, ceiling_max: float | None = None, speed_min: float | None = None,
        speed_max: float | None = None, midpoint_min: float | None = None, midpoint_max: float | None = None,
        launch: float | None = None, alpha: float | None = None, beta: float | None = None,
        n_parameters: int | None = None, status: list[int] | None = None, **unknown: NoReturn) -> FitResult:
    """Fits one model to each row by least squares.

    y  table of number, one series in each row; not negative for curves, between 0 and the ceiling for LOGIT_LINE; NaN
        = missing.
    model  ModelChoice; by default none, which only skpi_series_backtest takes.
    anchor  flag: forecasts pass through the last value; by default they follow the curve; only for model =
        PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS.
    ceiling  quantity: fixed ceiling in the unit of y; by default fitted (LOGIT_LINE: 1); only for model = LOGIT_LINE,
        LOGISTIC, GOMPERTZ, BASS.
    ceiling_min  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    ceiling_max  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    speed_min  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    speed_max  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_min  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_max  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    launch  date at which Bass's curve begins to rise; by default one year before the first value; only for model =
        BASS.
    alpha  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    beta  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    n_parameters  room: columns of parameter and of covariance, at least as many as the model has parameters if either
        is wanted; 4 are enough for every model.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WWEAKFIT: a parameter is at its bound, also a weight of HOLT; the standard error of a slope b, a ceiling, a
        speed, p or q is above its size; a fitted ceiling is above 1 although no value is; half the 95 % interval of a
        fitted ceiling is more than a third of it; the inflection is after the last value (falling curves: before the
        first) and the ceiling is fitted; no residual is left.
    SKPI_WUNUSUAL: y.value has a break in a row: a step far beyond its usual change; y.value is above ceiling
        (LOGISTIC, GOMPERTZ and BASS).
    SKPI_WNOTCONVERGED: the best parameters found may differ from the minimum in their first nine digits.
    SKPI_WADJUSTED: values before a gap were left out (HOLT).
    SKPI_EINVAL: model is 0 although a fit needs one.
    SKPI_ENODATA: y.value has fewer values in a row than the model needs: PERSISTENCE 2, LINE and LOGIT_LINE 3, HOLT 5
        after its last gap (3 if the weights are fixed), the others one more than the parameters that are fitted.
    SKPI_ERANGE: y.value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y.value is above the ceiling
        (LOGIT_LINE), or above ceiling by more than a tenth (LOGISTIC, GOMPERTZ and BASS); speed_min and speed_max are
        both nearer to 0 than 1e-9 (curves of such speeds are level).
    SKPI_EDOM: y.value is 0 (LOGIT_LINE); y.value is the ceiling of a logit line; launch is after the first value.
    SKPI_ESINGULAR: y.value does not determine the curve: all values are equal, or only one lies on the slope of the
        curve.
    SKPI_EOVERFLOW: y.value is so large or so small that a fitted number is beyond the range of a double.
    SKPI_ENOMEM: parameter or covariance is larger than memory can hold.
    SKPI_EINCONSISTENT: ceiling_min is above ceiling_max; ceiling is given beside ceiling_max; speed_min is above
        speed_max; midpoint_min is above midpoint_max.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EBUFFER.

    Source: Seber and Wild, Nonlinear Regression (1989); F. M. Bass, Management Science 15 (1969) 215; C. C. Holt,
        International Journal of Forecasting 20 (2004) 5.
    """
    call = _call.Call("skpi_series_fit", status, "n", unknown=unknown)
    call.take(y=y)
    call.axis(n_parameters=4 if n_parameters is None else n_parameters)
    call.struct("options", model=_call.choice("skpi_series_model", "model", model), anchor=anchor, ceiling=ceiling,
                ceiling_min=ceiling_min, ceiling_max=ceiling_max, speed_min=speed_min, speed_max=speed_max,
                midpoint_min=midpoint_min, midpoint_max=midpoint_max, launch=launch, alpha=alpha, beta=beta)
    call.out("out", parameter="n n_parameters", covariance="n n_parameters n_parameters", sse="n", sigma="n",
             inflection="n", used="n", at_bound="n")
    return call.run(FitResult)


@dataclass(frozen=True, eq=False)
class ForecastResult:
    """What skpi_series_forecast gives.

    mean[n][n_years]  number: the point forecast; for LOGIT_LINE it is the median.
    quantile[n][n_years][n_prob]  number: quantiles of the observation in that year.
    """
    mean: Any
    quantile: Any


def forecast(y: Table, first_year: int, n_years: int, model: ModelChoice, *, prob: Many[float] | None = None,
             anchor: bool | None = None, ceiling: float | None = None, ceiling_min: float | None = None,
             ceiling_max: float | None = None, speed_min: float | None = None, speed_max: float | None = None,
             midpoint_min: float | None = None, midpoint_max: float | None = None, launch: float | None = None,
             alpha: float | None = None, beta: float | None = None, status: list[int] | None = None,
             **unknown: NoReturn) -> ForecastResult:
    """Fits one model to each row, as skpi_series_fit does, and forecasts with prediction quantiles.

    y  table of number, as in skpi_series_fit; NaN = missing.
    first_year  axis of the forecast, after the last value of each row.
    n_years  axis of the forecast, after the last value of each row.
    prob[n_prob]  probability of each quantile, in any order.
    model  ModelChoice; by default none, which only skpi_series_backtest takes.
    anchor  flag: forecasts pass through the last value; by default they follow the curve; only for model =
        PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS.
    ceiling  quantity: fixed ceiling in the unit of y; by default fitted (LOGIT_LINE: 1); only for model = LOGIT_LINE,
        LOGISTIC, GOMPERTZ, BASS.
    ceiling_min  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    ceiling_max  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    speed_min  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    speed_max  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_min  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_max  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    launch  date at which Bass's curve begins to rise; by default one year before the first value; only for model =
        BASS.
    alpha  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    beta  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WWEAKFIT: as in skpi_series_fit.
    SKPI_WUNUSUAL: as in skpi_series_fit.
    SKPI_WNOTCONVERGED: as in skpi_series_fit.
    SKPI_WADJUSTED: values before a gap were left out (HOLT).
    SKPI_EINVAL: model is 0 although a fit needs one.
    SKPI_ENOTSORTED: first_year is not after the last value of a row.
    SKPI_ENODATA: y.value has fewer values in a row than the model needs.
    SKPI_ERANGE: y.value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y.value is above the ceiling
        (LOGIT_LINE), or above ceiling by more than a tenth (LOGISTIC, GOMPERTZ and BASS); speed_min and speed_max are
        both nearer to 0 than 1e-9 (curves of such speeds are level).
    SKPI_EDOM: y.value is 0 (LOGIT_LINE); y.value is the ceiling of a logit line; launch is after the first value.
    SKPI_ESINGULAR: y.value does not determine the curve.
    SKPI_EOVERFLOW: y.value is so large or so small that a fitted number is beyond the range of a double; prob is too
        near 0 or 1; mean or quantile is beyond the range of a double.
    SKPI_EINCONSISTENT: ceiling_min is above ceiling_max; ceiling is given beside ceiling_max; speed_min is above
        speed_max; midpoint_min is above midpoint_max.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Seber and Wild, Nonlinear Regression (1989), chapter 5; Hyndman, Koehler, Ord and Snyder, Forecasting with
        Exponential Smoothing (2008), table 6.1.
    """
    call = _call.Call("skpi_series_forecast", status, "n", unknown=unknown)
    call.take(y=y)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.take("n_prob", prob=prob)
    call.struct("options", model=_call.choice("skpi_series_model", "model", model), anchor=anchor, ceiling=ceiling,
                ceiling_min=ceiling_min, ceiling_max=ceiling_max, speed_min=speed_min, speed_max=speed_max,
                midpoint_min=midpoint_min, midpoint_max=midpoint_max, launch=launch, alpha=alpha, beta=beta)
    call.out("out", mean="n n_years", quantile="n n_years n_prob")
    if prob is None:
        call.skip("quantile")
    return call.run(ForecastResult)


@dataclass(frozen=True, eq=False)
class FanResult:
    """What skpi_series_fan gives.

    median[n][n_years]  number: the median, in the unit of y.
    quantile[n][n_years][n_prob]  number: quantiles, in the unit of y.
    slope[n]  number: mean slope of the scaled history over three windows, per year, after its limits.
    sigma[n]  quantity: deviation of an annual step around the drift; 0 for URBAN.
    drift_sigma[n]  quantity: deviation of an annual change of the drift.
    used[n]  integer: number of values used; SKPI_NONE in a failed row.
    """
    median: Any
    quantile: Any
    slope: Any
    sigma: Any
    drift_sigma: Any
    used: Any


def fan(y: Table, first_year: int, n_years: int, prob: Many[float], form: FanFormChoice, *,
        growth: float | None = None, status: list[int] | None = None, **unknown: NoReturn) -> FanResult:
    """Quantiles of the years after each history, in closed form, from its last 21 annual values at most. The drift of
    the last 5, 10 and 20 years (URBAN: 4, 10 and 20) fades towards a usual one and is itself uncertain. Experimental:
    it may still change before 1.0.0.

    y  table of quantity, a history a row, of which the consecutive years up to the last value are used; shares
        (URBAN, DIGITAL); NaN = missing.
    first_year  axis of the fan, after the last value of each row.
    n_years  axis of the fan, after the last value of each row.
    prob[n_prob]  probability of each quantile, in any order.
    form  FanFormChoice.
    growth  growth of the logit per year towards which the drift fades; by default none; only for form = DIGITAL.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WWEAKFIT: fewer than 21 consecutive values could be used.
    SKPI_WADJUSTED: a limit acted on the slope or on an annual change.
    SKPI_WHORIZON: a year is further from the last value than errors of the form are known: 40 years (URBAN), 20
        (CARBON), 10 (DIGITAL).
    SKPI_WUNUSUAL: y.value has a break in a row: a step far beyond its usual change.
    SKPI_ENOTSORTED: first_year is not after the last value of a row.
    SKPI_ENODATA: y.value has fewer than six consecutive values up to its last one in a row.
    SKPI_ERANGE: y.value is above 1 (URBAN and DIGITAL).
    SKPI_EDOM: y.value ends at 0 in a row, or at 1 (URBAN and DIGITAL).
    SKPI_EOVERFLOW: median or quantile is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: this library's own; skpi_series_fan(3).
    """
    call = _call.Call("skpi_series_fan", status, "n", unknown=unknown)
    call.take(y=y)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.take("n_prob", prob=prob)
    call.struct("options", form=_call.choice("skpi_series_fan_form", "form", form), growth=growth)
    call.out("out", median="n n_years", quantile="n n_years n_prob", slope="n", sigma="n", drift_sigma="n", used="n")
    return call.run(FanResult)


def curve_value(parameter: Grid[float], model: ModelChoice, first_year: int, n_years: int, *,
                status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Values of curves from their parameters; each row is a curve.

    parameter[n][n_parameters]  number: parameters in the order of ModelChoice; further columns are not read.
    model  ModelChoice; not HOLT, which has no curve.
    first_year  axis of the values.
    n_years  axis of the values.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives value[n][n_years]: number: values in the unit of level, a, K or m; for BASS those of the cumulative curve.

    SKPI_EINVAL: model is HOLT, which has no curve.
    SKPI_ENODATA: n_parameters is below the number of the model's parameters.
    SKPI_ERANGE: parameter is below 0 where it is a ceiling, p or q.
    SKPI_EDOM: parameter is 0 where it is a ceiling; parameter is 0 in both p and q.
    SKPI_EOVERFLOW: value is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: F. M. Bass, Management Science 15 (1969) 215; B. Gompertz, Philosophical Transactions of the Royal Society
        115 (1825) 513.
    """
    call = _call.Call("skpi_series_curve_value", status, "n", unknown=unknown)
    call.axis(n_years=n_years)
    call.take("n n_parameters", parameter=parameter)
    call.take(model=_call.choice("skpi_series_model", "model", model), first_year=first_year)
    call.out(value="n n_years")
    return call.run()


def closure(part: Grid[float], *, status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Parts as shares of their sum; each row is a composition.

    part[n][n_parts]  quantity, in any unit.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives share[n][n_parts]: share: each row sums to 1 within 1e-14

    SKPI_EZERODIV: part adds up to 0.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.
    """
    call = _call.Call("skpi_series_closure", status, "n", unknown=unknown)
    call.take("n n_parts", part=part)
    call.out(share="n n_parts")
    return call.run()


def to_logratios(part: Grid[float], form: LogratioChoice, *, status: list[int] | None = None,
                 **unknown: NoReturn) -> Any:
    """Log-ratios of compositions; each has one log-ratio fewer than parts.

    part[n][n_parts]  positive, in any unit.
    form  LogratioChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives logratio[n][n_parts - 1]: number: the log-ratios.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139; J. J. Egozcue et al., Mathematical
        Geology 35 (2003) 279.
    """
    call = _call.Call("skpi_series_to_logratios", status, "n", unknown=unknown)
    call.take("n n_parts", part=part)
    call.take(form=_call.choice("skpi_series_logratio", "form", form))
    call.out(logratio="n n_parts-1")
    return call.run()


def from_logratios(logratio: Grid[float], form: LogratioChoice, *, status: list[int] | None = None,
                   **unknown: NoReturn) -> Any:
    """Shares that have these log-ratios: the inverse of skpi_series_to_logratios.

    logratio[n][n_parts - 1]  number in [-1e6,1e6].
    form  LogratioChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives share[n][n_parts]: share: each row sums to 1 within 1e-14.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: as skpi_series_to_logratios.
    """
    call = _call.Call("skpi_series_from_logratios", status, "n", unknown=unknown)
    call.take("n n_parts-1", logratio=logratio)
    call.take(form=_call.choice("skpi_series_logratio", "form", form))
    call.out(share="n n_parts")
    return call.run()


@dataclass(frozen=True, eq=False)
class CompositionForecastResult:
    """What skpi_series_composition_forecast gives.

    share[n_years][n_parts]  share: the point forecast; each year sums to 1.
    quantile[n_years][n_parts][n_prob]  share: prediction quantiles of each part by itself.
    """
    share: Any
    quantile: Any


def composition_forecast(year: Many[int], part: Grid[float], first_year: int, n_years: int, *,
                         damping: float | None = None, prob: Many[float] | None = None,
                         **unknown: NoReturn) -> CompositionForecastResult:
    """Forecasts the parts of a whole: a straight line through each log-ratio, turned back into shares.

    year[m]  years, in any distance.
    part[m][n_parts]  positive, in any unit; each row is a year.
    damping  number in (0,1]: factor on the slopes for each year before or after the known years; by default 1, no
        damping.
    first_year  axis of the forecast, before, between or after the known years.
    n_years  axis of the forecast, before, between or after the known years.
    prob[n_prob]  probability of each quantile, in any order.

    SKPI_ENODATA: m is 2 although quantiles are wanted.
    SKPI_EOVERFLOW: prob is too near 0 or 1.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Aitchison, The Statistical Analysis of Compositional Data (1986); Seber and Wild, Nonlinear Regression
        (1989).
    """
    call = _call.Call("skpi_series_composition_forecast", unknown=unknown)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.take("n_prob", prob=prob)
    call.struct("in", "m", year=year)
    call.struct("in", "m n_parts", part=part)
    call.struct("in", damping=damping)
    call.out("out", share="n_years n_parts", quantile="n_years n_parts n_prob")
    if prob is None:
        call.skip("quantile")
    return call.run(CompositionForecastResult)


@dataclass(frozen=True, eq=False)
class ScoreResult:
    """What skpi_series_score gives.

    rmse[n_methods]  quantity: root of the mean squared error; NaN without a pair of a forecast and a truth.
    mae[n_methods]  quantity: mean absolute error; NaN as rmse.
    median[n_methods]  quantity: median absolute error; NaN as rmse.
    bias[n_methods]  number: mean of forecast - truth; NaN as rmse.
    coverage[n_methods]  share of truths inside their interval, ends included; NaN without intervals.
    interval_score[n_methods]  quantity: lower is better; NaN without intervals.
    count[n_methods]  integer: number of pairs used.
    n_interval[n_methods]  integer: number of pairs that have an interval.
    quantile_crps[n_methods]  quantity: quantile CRPS of low, forecast and high as the quantiles of (1 - coverage)/2,
        1/2 and (1 + coverage)/2; NaN without intervals.
    """
    rmse: Any
    mae: Any
    median: Any
    bias: Any
    coverage: Any
    interval_score: Any
    count: Any
    n_interval: Any
    quantile_crps: Any


def score(forecast: Grid[float], truth: Many[float], *, low: Grid[float] | None = None,
          high: Grid[float] | None = None, coverage: float | None = None, **unknown: NoReturn) -> ScoreResult:
    """Scores the forecasts that several methods make of the same truths.

    forecast[n_methods][n]  number: forecasts of each method; NaN = missing.
    low[n_methods][n]  number: lower end of each interval; by default no intervals; NaN = missing.
    high[n_methods][n]  number: upper end of each interval; by default no intervals; NaN = missing.
    truth[n]  number: the values that were observed; NaN = missing.
    coverage  probability with which an interval is meant to hold the truth; by default 0.8.

    SKPI_WMISSING: a forecast or a truth is missing, and the pair is left out.
    SKPI_EINVAL: low is None although high is given; high is None although low is given.
    SKPI_EINCONSISTENT: low is above high.
    SKPI_EOVERFLOW: forecast less truth is beyond the range of a double; low, high and truth give a score beyond the
        range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359 (interval
        score).
    """
    call = _call.Call("skpi_series_score", unknown=unknown)
    call.take("n_methods n", forecast=forecast, low=low, high=high)
    call.take("n", truth=truth)
    call.take(coverage=coverage)
    call.out("out", rmse="n_methods", mae="n_methods", median="n_methods", bias="n_methods", coverage="n_methods",
             interval_score="n_methods", count="n_methods", n_interval="n_methods", quantile_crps="n_methods")
    return call.run(ScoreResult)


@dataclass(frozen=True, eq=False)
class CrpsResult:
    """What skpi_series_crps gives.

    quantile_crps[n_methods]  quantity: score of the quantiles; lower is better, as in all three; NaN without
        quantiles and a truth.
    normal_crps[n_methods]  quantity: score of the normals; NaN without normals and a truth.
    draw_crps[n_methods]  quantity: score of the draws; NaN without draws and a truth.
    """
    quantile_crps: Any
    normal_crps: Any
    draw_crps: Any


def crps(truth: Many[float], *, prob: Many[float] | None = None, quantile: Grid[float] | None = None,
         mean: Grid[float] | None = None, deviation: Grid[float] | None = None, draw: Grid[float] | None = None,
         **unknown: NoReturn) -> CrpsResult:
    """Continuous ranked probability score of forecast distributions: how far each is from the truth as a whole. A
    forecast of which a value or the truth is missing is left out.

    truth[n]  number: the values that were observed; NaN = missing.
    prob[n_prob]  probability of each quantile, increasing; by default no quantiles.
    quantile[n_methods][n][n_prob]  number: quantiles of each forecast; by default none; NaN = missing.
    mean[n_methods][n]  number: mean of each normal; by default none; NaN = missing.
    deviation[n_methods][n]  quantity: standard deviation of each normal; by default none; NaN = missing.
    draw[n_methods][n][n_draws]  number: draws of each forecast, in any order; by default none; NaN = missing.

    SKPI_EINVAL: prob is None although quantile is given; mean is None although deviation is given; deviation is None
        although mean is given.
    SKPI_EDUPLICATE: prob holds a value twice.
    SKPI_ENOTSORTED: prob falls.
    SKPI_EINCONSISTENT: quantile falls from one probability to the next.
    SKPI_EOVERFLOW: quantile, mean or draw less truth is beyond the range of a double.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359.
    """
    call = _call.Call("skpi_series_crps", unknown=unknown)
    call.struct("in", "n", truth=truth)
    call.struct("in", "n_prob", prob=prob)
    call.struct("in", "n_methods n n_prob", quantile=quantile)
    call.struct("in", "n_methods n", mean=mean, deviation=deviation)
    call.struct("in", "n_methods n n_draws", draw=draw)
    call.out("out", quantile_crps="n_methods", normal_crps="n_methods", draw_crps="n_methods")
    if prob is None:
        call.skip()
    return call.run(CrpsResult)


@dataclass(frozen=True, eq=False)
class BacktestResult:
    """What skpi_series_backtest gives.

    rmse[n_models]  quantity: root of the mean squared error; NaN without a pair of a forecast and a truth.
    mae[n_models]  quantity: mean absolute error; NaN as rmse.
    median[n_models]  quantity: median absolute error; NaN as rmse.
    bias[n_models]  number: mean of forecast - truth; NaN as rmse.
    coverage[n_models]  share of truths inside their interval, ends included; NaN without intervals.
    interval_score[n_models]  quantity: lower is better; NaN without intervals.
    count[n_models]  integer: number of pairs of a forecast and a truth.
    forecast[n_models][n_origins][n][n_years]  number: the point forecasts; NaN where the model has too few values.
    low[n_models][n_origins][n][n_years]  number: ends of the intervals; NaN where there is none.
    high[n_models][n_origins][n][n_years]  number: ends of the intervals; NaN where there is none.
    n_interval[n_models]  integer: number of pairs that have an interval.
    n_fallback[n_models]  integer: number of pairs whose forecast is the last value instead.
    quantile_crps[n_models]  quantity: quantile CRPS of low, forecast and high, as in skpi_series_score; NaN without
        intervals.
    """
    rmse: Any
    mae: Any
    median: Any
    bias: Any
    coverage: Any
    interval_score: Any
    count: Any
    forecast: Any
    low: Any
    high: Any
    n_interval: Any
    n_fallback: Any
    quantile_crps: Any


def backtest(y: Table, origin: Many[int], model: Many[ModelChoice], n_years: int, *, anchor: bool | None = None,
             ceiling: float | None = None, ceiling_min: float | None = None, ceiling_max: float | None = None,
             speed_min: float | None = None, speed_max: float | None = None, midpoint_min: float | None = None,
             midpoint_max: float | None = None, launch: float | None = None, alpha: float | None = None,
             beta: float | None = None, truth: Table | None = None, coverage: float | None = None,
             fallback: bool | None = None, **unknown: NoReturn) -> BacktestResult:
    """Scores the forecasts that several models would have made in earlier years. Values after an origin are used only
    to score the forecasts. Experimental: it may still change before 1.0.0.

    y  table of number, as in skpi_series_fit up to the last origin, any value later; NaN = missing.
    origin[n_origins]  years from which forecasts are made, not before the first year of y and before the last one of
        the truths.
    model[n_models]  ModelChoice, in any order.
    n_years  count of years that are forecast after each origin: origin + 1, origin + 2 ...; at least 1.
    anchor  flag: forecasts pass through the last value; by default they follow the curve; only for model =
        PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS.
    ceiling  quantity: fixed ceiling in the unit of y; by default fitted (LOGIT_LINE: 1); only for model = LOGIT_LINE,
        LOGISTIC, GOMPERTZ, BASS.
    ceiling_min  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    ceiling_max  quantity: bounds of a fitted ceiling; by default none; only for model = LOGISTIC, GOMPERTZ, BASS.
    speed_min  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    speed_max  number: bounds of the speed s, per year; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_min  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    midpoint_max  number: bounds of the midpoint m, as dates; by default none; only for model = LOGISTIC, GOMPERTZ.
    launch  date at which Bass's curve begins to rise; by default one year before the first value; only for model =
        BASS.
    alpha  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    beta  share: fixed weights of Holt's method; by default fitted; only for model = HOLT.
    truth  table of number, with the rows of y and years of its own, for example a later revision; NaN = missing; by
        default y.
    coverage  probability that an interval holds the truth; by default 0.8.
    fallback  flag: a model that has no fit forecasts the last value, without an interval; by default it forecasts
        nothing.

    SKPI_WMISSING: a pair was left out, because its truth is missing or a model has too few values up to an origin.
    SKPI_WWEAKFIT: as in skpi_series_fit.
    SKPI_WNOTCONVERGED: as in skpi_series_fit.
    SKPI_WADJUSTED: values before a gap were left out (HOLT); a forecast is the last value, by fallback.
    SKPI_WUNUSUAL: y.value has a break in a row: a step far beyond its usual change, of the logit for LOGIT_LINE;
        y.value is above ceiling (LOGISTIC, GOMPERTZ and BASS).
    SKPI_EINVAL: model is given: the models are an argument; a member of fit is given that none of the models uses.
    SKPI_ENODATA: origin is before the first year of y; origin is not before the last one of the truths.
    SKPI_EINCONSISTENT: truth.n is not y.n; ceiling_min is above ceiling_max; ceiling is given beside ceiling_max;
        speed_min is above speed_max; midpoint_min is above midpoint_max.
    SKPI_EDEFMIX: truth.basis and y.basis differ in more than vintage and revision.
    SKPI_ERANGE: n_years leads beyond 2400; y.value up to the last origin is outside the range of a model; speed_min
        and speed_max are both nearer to 0 than 1e-9 (curves of such speeds are level).
    SKPI_EDOM: y.value up to the last origin is 0 or the ceiling, with a logit line; launch is after the first value.
    SKPI_EOVERFLOW: y.value is so large or so small that a fitted number is beyond the range of a double; coverage is
        too near 1; forecast or an error is beyond the range of a double.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: rolling origins: L. J. Tashman, International Journal of Forecasting 16 (2000) 437.
    """
    call = _call.Call("skpi_series_backtest", unknown=unknown)
    call.take(y=y)
    call.axis(n_years=n_years)
    call.take("n_origins", origin=origin)
    call.take("n_models", model=_call.choice("skpi_series_model", "model", model))
    call.struct("options->fit", anchor=anchor, ceiling=ceiling, ceiling_min=ceiling_min, ceiling_max=ceiling_max,
                speed_min=speed_min, speed_max=speed_max, midpoint_min=midpoint_min, midpoint_max=midpoint_max,
                launch=launch, alpha=alpha, beta=beta)
    call.struct("options", truth=truth, coverage=coverage, fallback=fallback)
    call.out("out", rmse="n_models", mae="n_models", median="n_models", bias="n_models", coverage="n_models",
             interval_score="n_models", count="n_models", forecast="n_models n_origins n n_years",
             low="n_models n_origins n n_years", high="n_models n_origins n n_years", n_interval="n_models",
             n_fallback="n_models", quantile_crps="n_models")
    return call.run(BacktestResult)
