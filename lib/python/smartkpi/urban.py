# Made from the headers by lib/interface/make.py; do not edit.
"""Urbanisation: projections of urban shares, their uncertainty, cities and regions. URGD: urban-rural growth
difference, the growth rate of the urban population less that of the rural one.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from . import ensemble
from ._base import Table
from ._typing import Grid, Many, Ragged

__all__ = ["BacktestResult", "CitiesCheckResult", "ConvergingFitResult", "ConvergingIntervalResult",
           "DefinitionChoice", "DoublingTimeResult", "ErrorSourceChoice", "History", "LastObservationResult",
           "LastObservationRuleChoice", "LossChoice", "MethodChoice", "ObservationResult", "PopulationResult",
           "ProjectHistoryResult", "ProjectResult", "RevisionErrorResult", "ScenarioChoice", "SizeChoice",
           "StagesResult", "TwoRegionResult", "aggregate", "backtest", "cities_check", "cities_project",
           "converging_fit", "converging_interval", "crossing", "doubling_time", "ensemble_add",
           "ensemble_add_history", "error_quantile", "error_table", "harmonise", "last_observation", "norm_fit",
           "norm_urgd", "observation", "population", "population_quantile", "project", "project_history",
           "revision_error", "size_class", "stages", "three_way", "two_region", "urgd", "walk_quantile",
           "window_urgd"]


def __dir__() -> list[str]:
    return __all__


DefinitionChoice = Union[int, Literal["national", "degurba"]]
LastObservationRuleChoice = Union[int, Literal["logit", "cubic"]]
SizeChoice = Union[int, Literal["large", "small"]]
MethodChoice = Union[int, Literal["un", "damped", "constant", "linear", "persistence", "logistic", "gompertz",
                                  "bocquier", "mean", "converging", "cautious"]]
ScenarioChoice = Union[int, Literal["central", "slow", "fast"]]
LossChoice = Union[int, Literal["huber", "square"]]
ErrorSourceChoice = Union[int, Literal["realtime", "record"]]


@_call.inputs
@dataclass(frozen=True, eq=False)
class History:
    """Dated observations of n places, one place after another.

    date  date of each observation.
    share  share of urban people at that date.
    """
    date: Ragged[float]
    share: Ragged[float]

    def replace(self, **members: Any) -> History:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.ragged(parameter, "first", "n", date=self.date, share=self.share)


def urgd(date0: Many[float], share0: Many[float], date1: Many[float], share1: Many[float], *,
         status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Urban-rural growth difference of each place between two observations: (logit share1 - logit share0)/(date1 -
    date0).

    date0[n]  date of the first observation.
    share0[n]  open share of urban people at date0.
    date1[n]  date of the second observation.
    share1[n]  open share of urban people at date1, by the same definition of urban.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives urgd[n]: URGD.

    SKPI_ENOTSORTED: date0 is not before date1.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: National Research Council, Cities Transformed (2003), appendix D, equation D.1.
    """
    call = _call.Call("skpi_urban_urgd", status, "n", unknown=unknown)
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out(urgd="n")
    return call.run()


def window_urgd(history: History, window: Many[float], *, status: list[int] | None = None,
                **unknown: NoReturn) -> Any:
    """URGD of each place over windows of years up to its last observation. A window begins at the latest observation
    that is at least its length older (1e-6 years less are forgiven), or else at the first one. Observations of 0 and
    1 are skipped.

    history  observations: date and share.
    window[n_windows]  positive length in years.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives urgd[n][n_windows]: URGD over each window.

    SKPI_WMISSING: history.share is 0 or 1 in a window: that observation is skipped.
    SKPI_WUNUSUAL: urgd is beyond 0.1 over a window: the definition of urban may have changed; history.share has a
        break in the longest window: a step far beyond its usual change.
    SKPI_ENODATA: history.share has fewer than two values between 0 and 1 in a place; history.first begins a place
        that has no observation.
    SKPI_EDOM: history.share is 0 or 1 in the last observation of a place.
    SKPI_ENOTSORTED: history.first falls; history.date does not increase within a place.
    SKPI_EDUPLICATE: history.date is the same twice within a place.
    SKPI_ERANGE: history.first is beyond history.n_observations.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_urban_window_urgd", status, "n", unknown=unknown)
    call.shared("history", history)
    call.take("n_windows", window=window)
    call.out(urgd="n n_windows")
    return call.run()


@dataclass(frozen=True, eq=False)
class LastObservationResult:
    """What skpi_urban_last_observation gives.

    last_year[n]  year of the last observation; SKPI_NONE in a failed row.
    share[n]  share of urban people in that year.
    urgd[n]  URGD before it: over two years (LOGIT), or back to the observation before or over ten years (CUBIC); NaN
        where the share is 0 or 1.
    date[n]  date: day of the last observation where the digits show it (CUBIC), else the middle of its year.
    rule[n]  LastObservationRuleChoice: the rule used; SKPI_NONE in a failed row.
    """
    last_year: Any
    share: Any
    urgd: Any
    date: Any
    rule: Any


def last_observation(share: Table, rounding: float, *, known_to: int | None = None,
                     rule: LastObservationRuleChoice | None = None, status: list[int] | None = None,
                     **unknown: NoReturn) -> LastObservationResult:
    """Last observation of each place in a published annual table, and the URGD before it. Between observations such a
    table is, up to rounding, a straight line in the logit or a cubic in the share. The rule is found for each place,
    or given. Give all digits: with three decimals of per cent the year of a cubic is known to about one.
    Experimental: it may still change before 1.0.0.

    share  table of share, every year; three years or more up to known_to.
    rounding  quantity: half a unit of the last printed digit, as a share; 5e-6 for percentages with three decimals, 0
        for figures that are not rounded.
    known_to  year of the table: the last that may be an observation; LOGIT reads no later years; by default the last
        of the table.
    rule  LastObservationRuleChoice; by default found for each place.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENODATA: known_to leaves fewer than three years; share.value follows a cubic and the last five years of the
        table hold an observation; share.value follows one cubic in all years; share.value follows a cubic and its
        last observation is after known_to; rounding is above 2e-5 and share.value follows no line.
    SKPI_ERANGE: known_to is no year of the table.
    SKPI_EDOM: share.value is 0 or 1 where the URGD begins, but not in the last known year.
    SKPI_EINCONSISTENT: share.year does not follow the year before: the table is not annual.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: this library's own rules, tried on the World Urbanization Prospects 2018 and the World Bank's table of
        2026; skpi_urban_last_observation(3).
    """
    call = _call.Call("skpi_urban_last_observation", status, "n", unknown=unknown)
    call.take(share=share)
    call.take(rounding=rounding)
    call.struct("options", known_to=known_to, rule=_call.choice("skpi_urban_last_observation_rule", "rule", rule))
    call.out("out", last_year="n", share="n", urgd="n", date="n", rule="n")
    return call.run(LastObservationResult)


@dataclass(frozen=True, eq=False)
class ObservationResult:
    """What skpi_urban_observation gives.

    count[n]  integer: how many observations the row has, 0 if all are later than known_to; SKPI_NONE in a failed row.
    date[n][m]  date of each; NaN behind the last.
    share[n][m]  open share of urban people at that date; NaN behind the last.
    """
    count: Any
    date: Any
    share: Any


def observation(share: Table, rounding: float, *, known_to: Many[float] | None = None,
                status: list[int] | None = None, **unknown: NoReturn) -> ObservationResult:
    """Observations behind a published annual table whose logit is a straight line between them, as in revisions to
    2018. An observation is where the line breaks by more than the rounding; the first and the last year between 0 and
    1 count too. Breaks are found with hindsight: the table shows one only if later years follow. Experimental: it may
    still change before 1.0.0.

    share  table of share, every year; the first run of two years or more between 0 and 1 is read.
    rounding  quantity: half a unit of the last printed digit, as a share; 5e-6 for percentages with three decimals, 0
        for figures that are not rounded.
    known_to[share.n]  date: later observations are left out; by default none is.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENODATA: share.value has no two years running between 0 and 1.
    SKPI_EINCONSISTENT: share.year does not follow the year before: the table is not annual.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: this library's own; skpi_urban_observation(3).
    """
    call = _call.Call("skpi_urban_observation", status, "n", unknown=unknown)
    call.take(share=share)
    call.take(rounding=rounding)
    call.struct("options", "n", known_to=known_to)
    call.out("out", count="n", date="n m", share="n m")
    return call.run(ObservationResult)


def size_class(population: Many[float], *, threshold: float | None = None, status: list[int] | None = None,
               **unknown: NoReturn) -> Any:
    """Size class of each place.

    population[n]  quantity: inhabitants in the base year of the norm; that of the library's norm is 2018.
    threshold  quantity: inhabitants from which on a place is large, in the unit of population; by default 2000000.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives size_class[n]: SizeChoice; SKPI_NONE in a failed row.

    SKPI_WUNUSUAL: population is below 20000 although threshold is 0; it may be in thousands.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology.
    """
    call = _call.Call("skpi_urban_size_class", status, "n", unknown=unknown)
    call.take("n", population=population)
    call.take(threshold=threshold)
    call.out(size_class="n")
    return call.run()


def norm_urgd(share: Many[float], *, size_class: Many[SizeChoice] | None = None, fallback: bool = False,
              converge_to_zero: bool = False, method: MethodChoice | None = None, urgd_min: float | None = None,
              urgd_max: float | None = None, damping: float | None = None, converge_to: float | None = None,
              converge_by: float | None = None, ceiling: float | None = None, norm: Grid[float] | None = None,
              window: Many[float] | None = None, mean_method: Many[MethodChoice] | None = None,
              mean_weight: Many[float] | None = None, status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """The world norm: the URGD to which places with a given share converge, h(p) = sum of norm_k p^k.

    share[n]  share of urban people.
    size_class[n]  SizeChoice; by default one norm for all sizes.
    fallback  a place may have one observation; its URGD is then that of the norm (SKPI_WADJUSTED); CONVERGING and
        CAUTIOUS do not need the flag.
    converge_to_zero  converge_to of 0 means 0 and not the default.
    method  MethodChoice; by default SKPI_URBAN_METHOD_UN.
    urgd_min  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    urgd_max  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    damping  number in (0,1]: annual factor of DAMPED; by default 0.97; unusual below 0.5.
    converge_to  growth difference at which CONVERGING ends; by default 0.015, unless converge_to_zero=True is set.
    converge_by  number in (0,1]: annual factor of CONVERGING; by default 0.9; unusual below 0.5.
    ceiling  share that LOGISTIC and GOMPERTZ approach; by default fitted, at most 1.
    norm[n_sizes][n_terms]  number: h(p) = sum of norm_k p^k, per year; large places first.
    window[n_windows]  positive length in years; the URGD of a history is measured over it.
    mean_method[n_mean]  MethodChoice, each at most once.
    mean_weight[n_mean]  quantity: weight of each; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives urgd[n]: URGD of the norm

    SKPI_WUNUSUAL: norm gives a URGD of more than 0.1 a year for share.
    SKPI_ERANGE: norm gives a URGD of more than 0.5 a year for share.
    SKPI_EINVAL: size_class is None although the norm has two sizes; norm is None although the method is BOCQUIER;
        n_sizes is 0 although n_terms is given; n_terms is 0 although n_sizes is given; mean_method is MEAN.
    SKPI_ENODATA: n_mean is 0 although the method is MEAN.
    SKPI_EINCONSISTENT: urgd_min is above urgd_max; converge_to is given beside converge_to_zero=True.
    SKPI_EDUPLICATE: mean_method holds a value twice.
    SKPI_EZERODIV: mean_weight adds up to 0.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ESTRUCT, SKPI_EDOM.

    Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology; the coefficients of 2018
        were fitted by this library to the published table.
    """
    call = _call.Call("skpi_urban_norm_urgd", status, "n", unknown=unknown)
    call.take("n", share=share, size_class=_call.choice("skpi_urban_size", "size_class", size_class))
    call.struct("options", method=_call.choice("skpi_urban_method", "method", method), urgd_min=urgd_min,
                urgd_max=urgd_max, damping=damping, converge_to=converge_to, converge_by=converge_by, ceiling=ceiling)
    call.struct("options", "n_sizes n_terms", norm=norm)
    call.struct("options", "n_windows", window=window)
    call.struct("options", "n_mean", mean_method=_call.choice("skpi_urban_method", "mean_method", mean_method),
                mean_weight=mean_weight)
    call.struct("options", flags=sum((bool(fallback) * _abi.SKPI_URBAN_FLAG_FALLBACK,
                bool(converge_to_zero) * _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO)))
    call.out(urgd="n")
    return call.run()


def norm_fit(n_terms: int, share: Many[float], urgd: Many[float], *, n_sizes: int | None = None,
             size_class: Many[SizeChoice] | None = None, scenario: ScenarioChoice | None = None,
             loss: LossChoice | None = None, **unknown: NoReturn) -> Any:
    """Fits a norm for skpi_urban_options to the shares and URGD of areas. It describes the years over which urgd was
    measured; it is no norm for the future. Experimental: it may still change before 1.0.0.

    n_sizes  count of norms: one for all sizes, or one for large and one for small areas; at most 2; by default 1.
    n_terms  count of coefficients of each norm, 2 for a straight line; at least 1; at most 4.
    share[n]  share of urban people at the beginning of the years over which urgd was measured.
    urgd[n]  URGD.
    size_class[n]  SizeChoice; by default one norm for all sizes.
    scenario  ScenarioChoice; by default a norm fitted to all areas.
    loss  LossChoice; by default SKPI_URBAN_LOSS_HUBER.
    Gives norm[n_sizes][n_terms]: number: coefficients from the constant upwards; large areas first.

    SKPI_WNOTCONVERGED: the weights of Huber's loss still change after 200 steps; norm is that of the last one.
    SKPI_EINVAL: size_class is None although n_sizes is 2.
    SKPI_ENODATA: n is below n_terms; size_class has fewer areas of one size than n_terms, or than 3 for a scenario.
    SKPI_ESINGULAR: share has too few different values.
    SKPI_EOVERFLOW: norm is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: the straight line is the form of the United Nations; the scenarios are this library's own, after L. Jiang
        and B. C. O'Neill, Global Environmental Change 42 (2017) 193; Huber's loss: P. J. Huber, Annals of
        Mathematical Statistics 35 (1964) 73.
    """
    call = _call.Call("skpi_urban_norm_fit", unknown=unknown)
    call.axis(n_sizes=1 if n_sizes is None else n_sizes)
    call.axis(n_terms=n_terms)
    call.take("n", share=share, urgd=urgd, size_class=_call.choice("skpi_urban_size", "size_class", size_class))
    call.struct("options", scenario=_call.choice("skpi_urban_scenario", "scenario", scenario),
                loss=_call.choice("skpi_urban_loss", "loss", loss))
    call.out(norm="n_sizes n_terms")
    return call.run()


@dataclass(frozen=True, eq=False)
class ProjectResult:
    """What skpi_urban_project gives.

    share[n][n_years]  share of urban people.
    urgd[n][n_years]  URGD of the year; NaN where the share is 0 or 1.
    """
    share: Any
    urgd: Any


def project(last_year: Many[int], share: Many[float], urgd: Many[float], first_year: int, n_years: int, *,
            size_class: Many[SizeChoice] | None = None, fallback: bool = False, converge_to_zero: bool = False,
            method: MethodChoice | None = None, urgd_min: float | None = None, urgd_max: float | None = None,
            damping: float | None = None, converge_to: float | None = None, converge_by: float | None = None,
            ceiling: float | None = None, norm: Grid[float] | None = None, window: Many[float] | None = None,
            mean_method: Many[MethodChoice] | None = None, mean_weight: Many[float] | None = None,
            status: list[int] | None = None, **unknown: NoReturn) -> ProjectResult:
    """Projects the urban share of each place from first_year on, from its last observation and the URGD before it.

    last_year[n]  year of the last observation.
    share[n]  share of urban people in that year; a share of 0 or 1 stays in all years.
    urgd[n]  URGD before the last observation; any finite value where the share is 0 or 1.
    size_class[n]  SizeChoice; by default the method uses no norm, or one for all sizes.
    first_year  axis of the output; it may begin any number of years after the last observations.
    n_years  axis of the output; it may begin any number of years after the last observations.
    fallback  a place may have one observation; its URGD is then that of the norm (SKPI_WADJUSTED); CONVERGING and
        CAUTIOUS do not need the flag.
    converge_to_zero  converge_to of 0 means 0 and not the default.
    method  MethodChoice; by default SKPI_URBAN_METHOD_UN.
    urgd_min  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    urgd_max  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    damping  number in (0,1]: annual factor of DAMPED; by default 0.97; unusual below 0.5.
    converge_to  growth difference at which CONVERGING ends; by default 0.015, unless converge_to_zero=True is set.
    converge_by  number in (0,1]: annual factor of CONVERGING; by default 0.9; unusual below 0.5.
    ceiling  share that LOGISTIC and GOMPERTZ approach; by default fitted, at most 1.
    norm[n_sizes][n_terms]  number: h(p) = sum of norm_k p^k, per year; large places first.
    window[n_windows]  positive length in years; the URGD of a history is measured over it.
    mean_method[n_mean]  MethodChoice, each at most once.
    mean_weight[n_mean]  quantity: weight of each; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: a limit changed urgd.
    SKPI_WHORIZON: a year is more than 40 years after last_year, and the method is CONVERGING, CAUTIOUS or a mean with
        one of them.
    SKPI_WUNUSUAL: norm gives a URGD of more than 0.1 a year for share.
    SKPI_ERANGE: norm gives a URGD of more than 0.5 a year for share.
    SKPI_EINVAL: size_class is None although a norm of two sizes is used; method or mean_method needs a history; norm
        is None although the method is BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0 although n_sizes
        is given; mean_method is MEAN.
    SKPI_ENOTSORTED: last_year is not before first_year.
    SKPI_EOVERFLOW: urgd is beyond the range of a double.
    SKPI_ENODATA: n_mean is 0 although the method is MEAN.
    SKPI_EINCONSISTENT: urgd_min is above urgd_max; converge_to is given beside converge_to_zero=True.
    SKPI_EDUPLICATE: mean_method holds a value twice.
    SKPI_EZERODIV: mean_weight adds up to 0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: United Nations, World Urbanization Prospects: The 2018 Revision; for the other methods see
        skpi_urban_project(3).
    """
    call = _call.Call("skpi_urban_project", status, "n", unknown=unknown)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.struct("in", "n", last_year=last_year, share=share, urgd=urgd, size_class=_call.choice("skpi_urban_size",
                "size_class", size_class))
    call.struct("options", method=_call.choice("skpi_urban_method", "method", method), urgd_min=urgd_min,
                urgd_max=urgd_max, damping=damping, converge_to=converge_to, converge_by=converge_by, ceiling=ceiling)
    call.struct("options", "n_sizes n_terms", norm=norm)
    call.struct("options", "n_windows", window=window)
    call.struct("options", "n_mean", mean_method=_call.choice("skpi_urban_method", "mean_method", mean_method),
                mean_weight=mean_weight)
    call.struct("options", flags=sum((bool(fallback) * _abi.SKPI_URBAN_FLAG_FALLBACK,
                bool(converge_to_zero) * _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO)))
    call.out("out", share="n n_years", urgd="n n_years")
    return call.run(ProjectResult)


@dataclass(frozen=True, eq=False)
class ProjectHistoryResult:
    """What skpi_urban_project_history gives.

    share[n][n_years]  share of urban people.
    urgd[n][n_years]  URGD of the year; NaN where the share is 0 or 1.
    """
    share: Any
    urgd: Any


def project_history(history: History, first_year: int, n_years: int, *, size_class: Many[SizeChoice] | None = None,
                    fallback: bool = False, converge_to_zero: bool = False, method: MethodChoice | None = None,
                    urgd_min: float | None = None, urgd_max: float | None = None, damping: float | None = None,
                    converge_to: float | None = None, converge_by: float | None = None, ceiling: float | None = None,
                    norm: Grid[float] | None = None, window: Many[float] | None = None,
                    mean_method: Many[MethodChoice] | None = None, mean_weight: Many[float] | None = None,
                    status: list[int] | None = None, **unknown: NoReturn) -> ProjectHistoryResult:
    """Projects the urban share of each place from first_year on, from its dated observations, by any method. For a
    method that does not use a URGD, urgd is the change of the logit over the year before, or, in the first year,
    since the last observation.

    history  observations: date and share; a last share of 0 or 1 stays in all years.
    size_class[n]  SizeChoice; by default the method uses no norm, or one for all sizes.
    first_year  axis of the output.
    n_years  axis of the output.
    fallback  a place may have one observation; its URGD is then that of the norm (SKPI_WADJUSTED); CONVERGING and
        CAUTIOUS do not need the flag.
    converge_to_zero  converge_to of 0 means 0 and not the default.
    method  MethodChoice; by default SKPI_URBAN_METHOD_UN.
    urgd_min  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    urgd_max  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    damping  number in (0,1]: annual factor of DAMPED; by default 0.97; unusual below 0.5.
    converge_to  growth difference at which CONVERGING ends; by default 0.015, unless converge_to_zero=True is set.
    converge_by  number in (0,1]: annual factor of CONVERGING; by default 0.9; unusual below 0.5.
    ceiling  share that LOGISTIC and GOMPERTZ approach; by default fitted, at most 1.
    norm[n_sizes][n_terms]  number: h(p) = sum of norm_k p^k, per year; large places first.
    window[n_windows]  positive length in years; the URGD of a history is measured over it.
    mean_method[n_mean]  MethodChoice, each at most once.
    mean_weight[n_mean]  quantity: weight of each; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: a limit changed a URGD or a share, or a single observation got the URGD of the norm, or 0.017
        where the method is CONVERGING or CAUTIOUS.
    SKPI_WHORIZON: a year is more than 40 years after the last observation of a place, and the method is CONVERGING,
        CAUTIOUS or a mean with one of them.
    SKPI_WWEAKFIT: a curve is a weak fit, as in skpi_series_fit; history.share spans less than four years, and the
        method is CONVERGING or CAUTIOUS.
    SKPI_WNOTCONVERGED: the fit of a curve did not converge: the best one found is used.
    SKPI_WMISSING: history.share is 0 or 1 in a window of the method: that observation is skipped.
    SKPI_WUNUSUAL: history.share has changed by more than 0.1 a year on the logit scale over the windows of the
        method, within the limits: the definition of urban may have changed; history.share has a break in what the
        method reads: a step far beyond its usual change.
    SKPI_EINVAL: size_class is None although a norm of two sizes is used; norm is None although the method is
        BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0 although n_sizes is given; mean_method is MEAN.
    SKPI_ENODATA: history.share has too few values for the method in a place; history.first begins a place that has no
        observation; n_mean is 0 although the method is MEAN.
    SKPI_ENOTSORTED: history.date is not before first_year in the last observation of a place; history.first falls;
        history.date does not increase within a place.
    SKPI_ESINGULAR: history.share does not determine a curve.
    SKPI_EOVERFLOW: urgd is beyond the range of a double.
    SKPI_EDUPLICATE: history.date is the same twice within a place; mean_method holds a value twice.
    SKPI_ERANGE: history.first is beyond history.n_observations.
    SKPI_EINCONSISTENT: urgd_min is above urgd_max; converge_to is given beside converge_to_zero=True.
    SKPI_EZERODIV: mean_weight adds up to 0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: as skpi_urban_project.
    """
    call = _call.Call("skpi_urban_project_history", status, "n", unknown=unknown)
    call.shared("history", history)
    call.axis(n_years=n_years)
    call.take("n", size_class=_call.choice("skpi_urban_size", "size_class", size_class))
    call.take(first_year=first_year)
    call.struct("options", method=_call.choice("skpi_urban_method", "method", method), urgd_min=urgd_min,
                urgd_max=urgd_max, damping=damping, converge_to=converge_to, converge_by=converge_by, ceiling=ceiling)
    call.struct("options", "n_sizes n_terms", norm=norm)
    call.struct("options", "n_windows", window=window)
    call.struct("options", "n_mean", mean_method=_call.choice("skpi_urban_method", "mean_method", mean_method),
                mean_weight=mean_weight)
    call.struct("options", flags=sum((bool(fallback) * _abi.SKPI_URBAN_FLAG_FALLBACK,
                bool(converge_to_zero) * _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO)))
    call.out("out", share="n n_years", urgd="n n_years")
    return call.run(ProjectHistoryResult)


def crossing(last_date: Many[float], share: Many[float], urgd: Many[float], threshold: Many[float], *,
             size_class: Many[SizeChoice] | None = None, fallback: bool = False, converge_to_zero: bool = False,
             method: MethodChoice | None = None, urgd_min: float | None = None, urgd_max: float | None = None,
             damping: float | None = None, converge_to: float | None = None, converge_by: float | None = None,
             ceiling: float | None = None, norm: Grid[float] | None = None, window: Many[float] | None = None,
             mean_method: Many[MethodChoice] | None = None, mean_weight: Many[float] | None = None,
             status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """First date at which the projected share of each place reaches a threshold.

    last_date[n]  date of the last observation.
    share[n]  share of urban people at that date.
    urgd[n]  URGD before the last observation; any finite value where the share is 0 or 1.
    size_class[n]  SizeChoice; by default the method uses no norm, or one for all sizes.
    threshold[n]  share to be reached, from below or from above.
    fallback  a place may have one observation; its URGD is then that of the norm (SKPI_WADJUSTED); CONVERGING and
        CAUTIOUS do not need the flag.
    converge_to_zero  converge_to of 0 means 0 and not the default.
    method  MethodChoice; by default SKPI_URBAN_METHOD_UN.
    urgd_min  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    urgd_max  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    damping  number in (0,1]: annual factor of DAMPED; by default 0.97; unusual below 0.5.
    converge_to  growth difference at which CONVERGING ends; by default 0.015, unless converge_to_zero=True is set.
    converge_by  number in (0,1]: annual factor of CONVERGING; by default 0.9; unusual below 0.5.
    ceiling  share that LOGISTIC and GOMPERTZ approach; by default fitted, at most 1.
    norm[n_sizes][n_terms]  number: h(p) = sum of norm_k p^k, per year; large places first.
    window[n_windows]  positive length in years; the URGD of a history is measured over it.
    mean_method[n_mean]  MethodChoice, each at most once.
    mean_weight[n_mean]  quantity: weight of each; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives date[n]: number: decimal year on the scale of last_date.

    SKPI_WADJUSTED: a limit changed urgd.
    SKPI_WHORIZON: date is more than 40 years after last_date, and the method is CONVERGING, CAUTIOUS or a mean with
        one of them.
    SKPI_WUNUSUAL: norm gives a URGD of more than 0.1 a year for share.
    SKPI_ERANGE: norm gives a URGD of more than 0.5 a year for share.
    SKPI_EINVAL: size_class is None although a norm of two sizes is used; method or mean_method needs a history; norm
        is None although the method is BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0 although n_sizes
        is given; mean_method is MEAN.
    SKPI_ENOTFOUND: threshold is not reached within 200 years.
    SKPI_EOVERFLOW: date follows from growth differences beyond the range of a double.
    SKPI_ENODATA: n_mean is 0 although the method is MEAN.
    SKPI_EINCONSISTENT: urgd_min is above urgd_max; converge_to is given beside converge_to_zero=True.
    SKPI_EDUPLICATE: mean_method holds a value twice.
    SKPI_EZERODIV: mean_weight adds up to 0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: as skpi_urban_project.
    """
    call = _call.Call("skpi_urban_crossing", status, "n", unknown=unknown)
    call.struct("in", "n", last_date=last_date, share=share, urgd=urgd, size_class=_call.choice("skpi_urban_size",
                "size_class", size_class), threshold=threshold)
    call.struct("options", method=_call.choice("skpi_urban_method", "method", method), urgd_min=urgd_min,
                urgd_max=urgd_max, damping=damping, converge_to=converge_to, converge_by=converge_by, ceiling=ceiling)
    call.struct("options", "n_sizes n_terms", norm=norm)
    call.struct("options", "n_windows", window=window)
    call.struct("options", "n_mean", mean_method=_call.choice("skpi_urban_method", "mean_method", mean_method),
                mean_weight=mean_weight)
    call.struct("options", flags=sum((bool(fallback) * _abi.SKPI_URBAN_FLAG_FALLBACK,
                bool(converge_to_zero) * _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO)))
    call.out(date="n")
    return call.run()


def harmonise(path: Table, date: Many[float], observed: Many[float], *, fade: float | None = None,
              status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Moves a published path of urban shares onto an observation of each place. The difference of the logits at its
    date is added to the logits of later years, constant or falling to 0; earlier years are unchanged.

    path  table of share: its logit is straight between the years; 0 and 1 are unchanged.
    date[n]  date of the observation, from the first year of path to the last.
    observed[n]  open share of urban people then, by the definition of path.
    fade  quantity: years in which the difference falls to 0 in a straight line; by default it stays constant.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives share[n][m]: share of urban people in the years of path

    SKPI_EDOM: date is before the first year of path, or after the last; path.value is 0 or 1 at the date.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: a shift of the logit keeps growth differences; this library's own.
    """
    call = _call.Call("skpi_urban_harmonise", status, "n", unknown=unknown)
    call.take(path=path)
    call.take("n", date=date, observed=observed)
    call.struct("options", fade=fade)
    call.out(share="n m")
    return call.run()


def error_quantile(last_year: Many[int], share: Grid[float], first_year: int, prob: Many[float], *,
                   horizon: Many[int] | None = None, error: Grid[float] | None = None,
                   source: ErrorSourceChoice | None = None, status: list[int] | None = None,
                   **unknown: NoReturn) -> Any:
    """Quantiles of forecasts from the errors of earlier forecasts: logistic(logit share + error), with the error
    quantile of the year's horizon.

    last_year[n]  year of the last observation.
    share[n][n_years]  open share: the forecast.
    first_year  axis of the forecasts.
    prob[n_prob]  probability of each column of error; the library's tables have 0.05, 0.1, 0.5, 0.9 and 0.95, that of
        REALTIME also 0.025, 0.25, 0.75 and 0.975.
    horizon[n_horizons]  index: years after the last observation, increasing; from 0 years on.
    error[n_horizons][n_prob]  number: quantiles of logit(truth) - logit(forecast).
    source  ErrorSourceChoice: the library's table; by default SKPI_URBAN_ERROR_SOURCE_REALTIME, or the caller's.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives quantile[n][n_years][n_prob]: share at each probability; where the errors are not centred on 0, it is not
        centred on the forecast.

    SKPI_WHORIZON: a year is beyond the last row of the table: the last slope of the table is continued.
    SKPI_ENOTFOUND: prob is not in the library's table.
    SKPI_ENOTSORTED: last_year is after first_year; horizon falls.
    SKPI_EDUPLICATE: horizon holds a value twice.
    SKPI_EINCONSISTENT: source is given beside the caller's table.
    SKPI_EOVERFLOW: quantile is too large where the caller's table is continued beyond its last row.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: this library's own tables, from revisions of the World Urbanization Prospects;
        skpi_urban_error_quantile(3).
    """
    call = _call.Call("skpi_urban_error_quantile", status, "n", unknown=unknown)
    call.take(first_year=first_year)
    call.take("n_prob", prob=prob)
    call.struct("in", "n", last_year=last_year)
    call.struct("in", "n n_years", share=share)
    call.struct("options", "n_horizons", horizon=horizon)
    call.struct("options", "n_horizons n_prob", error=error)
    call.struct("options", source=_call.choice("skpi_urban_error_source", "source", source))
    call.out(quantile="n n_years n_prob")
    return call.run()


def error_table(share: Table, population: Table, horizon: Many[int], prob: Many[float], *,
                first_origin: int | None = None, last_target: int | None = None, step: int | None = None,
                loss: LossChoice | None = None, n_sizes: int | None = None, **unknown: NoReturn) -> Any:
    """A table for skpi_urban_error_quantile: quantiles of the errors that the method of the United Nations would have
    had. The norm is fitted again at each origin, and the errors of all areas and origins are pooled by horizon.
    Experimental: it may still change before 1.0.0.

    share  table of share; it has the origins, the years ten years before them, and the targets; NaN = missing.
    population  table of quantity: inhabitants, in the unit that its basis states, else single ones; same axes as
        share; NaN = missing.
    horizon[n_horizons]  horizons: years after the origin.
    prob[n_prob]  probability of each quantile.
    first_origin  year from which the first forecasts are made; by default the first year of the tables that has ten
        years before it.
    last_target  year of the last target; later values are not read; by default the last year of the tables.
    step  index: years between origins; by default 5.
    loss  LossChoice; by default SKPI_URBAN_LOSS_HUBER.
    n_sizes  one of 1, 2: norms: one for all sizes, or one for large and one for small areas; by default 1.
    Gives error[n_horizons][n_prob]: number: quantiles of logit(observed) - logit(forecast).

    SKPI_WMISSING: a value up to the last target is missing: its area is left out.
    SKPI_WNOTCONVERGED: the weights of Huber's loss still change after 200 steps; the norm is that of the last one.
    SKPI_WUNUSUAL: population.value has no area of two million and states no unit; it may be in thousands.
    SKPI_ENODATA: first_origin has no ten years before it; last_target is not in share.year; an origin, a target or a
        year ten years before an origin is no year of the tables; horizon has no origin; share.n is too small for a
        norm; share.value is 0 or 1 in all areas.
    SKPI_EINCONSISTENT: population.n is not share.n; population.m is not share.m; population.year is not share.year.
    SKPI_EDEFMIX: population.basis and share.basis differ in more than the scale.
    SKPI_ESINGULAR: share.value is the same in all areas of a norm and does not determine it.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: this library's own; skpi_urban_error_table(3).
    """
    call = _call.Call("skpi_urban_error_table", unknown=unknown)
    call.take(share=share)
    call.take(population=population)
    call.take("n_horizons", horizon=horizon)
    call.take("n_prob", prob=prob)
    call.struct("options", first_origin=first_origin, last_target=last_target, step=step,
                loss=_call.choice("skpi_urban_loss", "loss", loss), n_sizes=n_sizes)
    call.out(error="n_horizons n_prob")
    return call.run()


@dataclass(frozen=True, eq=False)
class RevisionErrorResult:
    """What skpi_urban_revision_error gives.

    lead[n_bins]  number: mean lead.
    error_count[n_bins]  integer: errors.
    place_count[n_bins]  integer: places that have one.
    quantile[n_bins][n_coverage]  number: size that so many errors do not exceed.
    at_0[n_coverage]  number: the quantile at lead 0, by the straight line.
    per_year[n_coverage]  number: its rise for each year of lead.
    error[history.n][truth.m]  number: logit(truth) - logit(forecast); NaN where there is none, also in years outside
        all bins.
    """
    lead: Any
    error_count: Any
    place_count: Any
    quantile: Any
    at_0: Any
    per_year: Any
    error: Any


def revision_error(history: History, truth: Table, pair: Many[int], bin: Many[float], coverage: Many[float],
                   **unknown: NoReturn) -> RevisionErrorResult:
    """Errors that forecasts from an older revision of a record have against a newer one, for a table of
    skpi_urban_error_quantile that holds where records are revised: the quantile of probability 1/2 -+ coverage/2 is
    -+ (at_0 + per_year lead). Forecasts are those of SKPI_URBAN_METHOD_CAUTIOUS; its norm is fitted to the places of
    the pair by Huber's loss. In a bin each pair of revisions weighs the same, in it each place, in it each error. The
    line is fitted to the quantiles with weights of one over their squares, and neither falls nor begins below 0.
    Experimental: it may still change before 1.0.0.

    history  observations: dates, and the shares that the older revision has then; a place whose last share is 0 or 1,
        or whose first observation is not four years older, has no error.
    truth  table of share, the newer revision, a row for each place of history; NaN = missing; 0 and 1 have no error.
    pair[history.n]  index of the pair of revisions of each place, below the count of places.
    bin[n_bins + 1]  quantity: years after the last observation, increasing: bin k is above bin[k], up to bin[k + 1];
        a year of truth that is in no bin has no error.
    coverage[n_coverage]  probability that an error is not larger.

    SKPI_EINCONSISTENT: truth.n is not history.n.
    SKPI_ERANGE: pair is not below history.n; history.first is beyond history.n_observations.
    SKPI_EDUPLICATE: bin holds a value twice; history.date is the same twice within a place.
    SKPI_ENOTSORTED: bin falls; history.first falls; history.date does not increase within a place.
    SKPI_ENODATA: bin has no error; history.first begins a place that has no observation.
    SKPI_EZERODIV: coverage has errors of 0 in a bin.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: this library's own; skpi_urban_revision_error(3).
    """
    call = _call.Call("skpi_urban_revision_error", unknown=unknown)
    call.shared("history", history)
    call.take(truth=truth)
    call.take("n", pair=pair)
    call.take("n_bins+1", bin=bin)
    call.take("n_coverage", coverage=coverage)
    call.out("out", lead="n_bins", error_count="n_bins", place_count="n_bins", quantile="n_bins n_coverage",
             at_0="n_coverage", per_year="n_coverage", error="n m")
    return call.run(RevisionErrorResult)


@dataclass(frozen=True, eq=False)
class ConvergingIntervalResult:
    """What skpi_urban_converging_interval gives.

    low[n][n_years]  share: lower end
    high[n][n_years]  share: upper end
    """
    low: Any
    high: Any


def converging_interval(last_date: Many[float], last_share: Many[float], share: Grid[float], urgd: Many[float],
                        first_year: int, *, coverage: float | None = None, method: MethodChoice | None = None,
                        width: float | None = None, status: list[int] | None = None,
                        **unknown: NoReturn) -> ConvergingIntervalResult:
    """Interval around each forecast of the converging or the cautious method. It is wider for a place whose share
    changed fast, and on the logit scale for one near 0 or 1. It is no interval for sums over places. Experimental: it
    may still change before 1.0.0.

    last_date[n]  date of the last observation.
    last_share[n]  open share of urban people at that date.
    share[n][n_years]  open share: the forecast.
    urgd[n]  number: URGD over the shortest window before the last observation, which counts as far as +-0.1; unusual
        beyond 0.1; NaN = missing; a place with one observation has none, and 0.05 is taken.
    first_year  axis of the forecasts.
    coverage  number in (0,0.95]: probability that the interval holds the truth; by default 0.8.
    method  MethodChoice: CONVERGING or CAUTIOUS, of which share is the forecast; by default
        SKPI_URBAN_METHOD_CONVERGING.
    width  quantity: constant of the interval, as skpi_urban_converging_fit finds it, in place of that of coverage; by
        default that of coverage.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: urgd is missing: 0.05 is taken.
    SKPI_WHORIZON: a year is more than 40 years after last_date.
    SKPI_EINVAL: method has no such interval.
    SKPI_ENOTSORTED: last_date is after first_year.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: this library's own fit; skpi_urban_converging_interval(3).
    """
    call = _call.Call("skpi_urban_converging_interval", status, "n", unknown=unknown)
    call.take(first_year=first_year)
    call.struct("in", "n", last_date=last_date, last_share=last_share, urgd=urgd)
    call.struct("in", "n n_years", share=share)
    call.struct("options", coverage=coverage, method=_call.choice("skpi_urban_method", "method", method), width=width)
    call.out(low="n n_years", high="n n_years")
    return call.run(ConvergingIntervalResult)


@dataclass(frozen=True, eq=False)
class ConvergingFitResult:
    """What skpi_urban_converging_fit gives.

    usable[history.n]  integer: 1 = usable at known_to, 0 = not, because its last observation is too old or its
        history too short; SKPI_NONE in a failed row.
    place_count  integer: how many are usable.
    pair_count  integer: pairs of a forecast and a known truth.
    group_count  integer: groups that have a pair.
    mean  number: mean URGD of these places, each counted within -0.03 and 0.08; NaN if there is none.
    norm[2]  number: norm of these places by Huber's loss, a straight line; NaN if too few determine it.
    by  number: converge_by.
    by_error  number: its error.
    part  number: converge_to as a part of the mean URGD at the origin.
    part_error  number: its error.
    to  number: converge_to, part times mean; NaN as mean.
    to_error  number: its error; mean counts as known; NaN as mean.
    loss  number: least loss of the grid.
    loss_by  number: where it is: the annual factor.
    loss_part  number: where it is: the part.
    width[n_coverage]  number: constant of the converging method's interval.
    width_error[n_coverage]  number: its error.
    cautious_width[n_coverage]  number: constant of the cautious method's interval.
    cautious_width_error[n_coverage]  number: its error.
    without_by[n_groups]  number: converge_by without the group.
    without_part[n_groups]  number: part without the group.
    without_to[n_groups]  number: converge_to without the group; mean is that of all; NaN as mean.
    without_width[n_groups][n_coverage]  number: width without the group.
    without_cautious_width[n_groups][n_coverage]  number: cautious_width without the group.
    """
    usable: Any
    place_count: int
    pair_count: int
    group_count: int
    mean: float
    norm: Any
    by: float
    by_error: float
    part: float
    part_error: float
    to: float
    to_error: float
    loss: float
    loss_by: float
    loss_part: float
    width: Any
    width_error: Any
    cautious_width: Any
    cautious_width_error: Any
    without_by: Any
    without_part: Any
    without_to: Any
    without_width: Any
    without_cautious_width: Any


def converging_fit(history: History, n_groups: int, group: Many[int], coverage: Many[float], *,
                   known_to: float | None = None, origin: Many[float] | None = None, lead: Many[float] | None = None,
                   by: Many[float] | None = None, part: Many[float] | None = None, urgd_max: float | None = None,
                   status: list[int] | None = None, **unknown: NoReturn) -> ConvergingFitResult:
    """Estimates the constants of the converging method, and of the intervals of the converging and the cautious one,
    from forecasts of the past whose truth was known at a date. It does not return the library's defaults: those are
    decisions. A place counts at an origin if its last observation is not more than 20 years old and its first one at
    least four years older. An origin counts if its places determine a norm: two of them have different shares between
    0.005 and 0.995. Experimental: it may still change before 1.0.0.

    history  observations: date and share.
    n_groups  count of groups, regions whose places may share their errors; at least 1.
    group[history.n]  index of the group of each place.
    coverage[n_coverage]  probability that an interval holds the truth.
    known_to  date: later observations are not read; by default the last date of history.
    origin[n_origins]  date from which forecasts are made.
    lead[n_leads]  number in [1,900]: years after the origin, increasing.
    by[n_by]  number in (0,1]: values tried for converge_by.
    part[n_part]  number in [0,10]: values tried for converge_to, as parts of the mean URGD of all places at the
        origin.
    urgd_max  quantity: limit on the initial URGD of both methods, per year, upwards and downwards; by default 0.1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENODATA: history gives fewer than 50 pairs; group has fewer than three groups that have a pair; history.first
        begins a place that has no observation.
    SKPI_ERANGE: group is not below n_groups; history.first is beyond history.n_observations.
    SKPI_EDUPLICATE: lead holds a value twice; history.date is the same twice within a place.
    SKPI_ENOTSORTED: lead falls; history.first falls; history.date does not increase within a place.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: this library's own; skpi_urban_converging_fit(3).
    """
    call = _call.Call("skpi_urban_converging_fit", status, "n", unknown=unknown)
    call.shared("history", history)
    call.axis(n_groups=n_groups)
    call.take("n", group=group)
    call.take("n_coverage", coverage=coverage)
    call.struct("options", known_to=known_to, urgd_max=urgd_max)
    call.struct("options", "n_origins", origin=origin)
    call.struct("options", "n_leads", lead=lead)
    call.struct("options", "n_by", by=by)
    call.struct("options", "n_part", part=part)
    call.out("out", usable="n", place_count="", pair_count="", group_count="", mean="", norm="2", by="", by_error="",
             part="", part_error="", to="", to_error="", loss="", loss_by="", loss_part="", width="n_coverage",
             width_error="n_coverage", cautious_width="n_coverage", cautious_width_error="n_coverage",
             without_by="n_groups", without_part="n_groups", without_to="n_groups",
             without_width="n_groups n_coverage", without_cautious_width="n_groups n_coverage")
    return call.run(ConvergingFitResult)


def walk_quantile(share: Many[float], drift: Many[float], sigma: Many[float], n_years: int, prob: Many[float], *,
                  status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Quantiles of a random walk of the logit with drift, 1 to n_years years after the start, in closed form.

    share[n]  open share of urban people at the start.
    drift[n]  URGD.
    sigma[n]  quantity: standard deviation of a year's step, in logits; unusual above 0.5.
    n_years  count of years.
    prob[n_prob]  probability of each quantile.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives quantile[n][n_years][n_prob]: share at each probability.

    SKPI_EOVERFLOW: quantile follows from a logit beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.
    """
    call = _call.Call("skpi_urban_walk_quantile", status, "n", unknown=unknown)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=prob)
    call.struct("in", "n", share=share, drift=drift, sigma=sigma)
    call.out(quantile="n n_years n_prob")
    return call.run()


@dataclass(frozen=True, eq=False)
class BacktestResult:
    """What skpi_urban_backtest gives.

    rmse[n_methods]  number: root of the mean squared error; NaN if the method scores no area.
    mae[n_methods]  number: mean of the absolute errors; NaN as rmse.
    median[n_methods]  number: median of the absolute errors; NaN as rmse.
    bias[n_methods]  number: mean of the errors; NaN as rmse.
    coverage[n_methods]  share of truths inside the interval; NaN where the method has none.
    interval_score[n_methods]  number: lower is better; NaN where the method has no interval.
    count[n_methods]  integer: areas scored, which are those whose share at the origin lies between 0 and 1.
    forecast[n_methods][n]  share; NaN in an area that is not scored.
    low[n_methods][n]  share: ends of the interval; NaN where there is none.
    high[n_methods][n]  share: ends of the interval; NaN where there is none.
    left_out  integer: areas of which a value is missing.
    n_interval[n_methods]  integer: areas scored that have an interval.
    n_fallback[n_methods]  integer: areas scored whose forecast is not the method's own: a curve that cannot be
        fitted, a growth difference from one observation.
    quantile_crps[n_methods]  number: quantile CRPS of low, forecast and high, as in skpi_series_score; NaN where the
        method has no interval.
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
    left_out: int
    n_interval: Any
    n_fallback: Any
    quantile_crps: Any


def backtest(share: Table, population: Table, origin: int, target: int, method: Many[MethodChoice], *,
             fallback: bool = False, converge_to_zero: bool = False, urgd_min: float | None = None,
             urgd_max: float | None = None, damping: float | None = None, converge_to: float | None = None,
             converge_by: float | None = None, ceiling: float | None = None, norm: Grid[float] | None = None,
             window: Many[float] | None = None, mean_method: Many[MethodChoice] | None = None,
             mean_weight: Many[float] | None = None, truth: Table | None = None, coverage: float | None = None,
             loss: LossChoice | None = None, n_sizes: int | None = None, **unknown: NoReturn) -> BacktestResult:
    """Tests the methods on the past: forecasts from origin for target in each area whose share at the origin lies
    between 0 and 1. Values after the origin are used only to score the forecasts. Experimental: it may still change
    before 1.0.0.

    share  table of share; it has the origin, the target unless truth has it and, where a norm is fitted, the year ten
        years before the origin; NaN = missing.
    population  table of quantity: inhabitants, in the unit that its basis states, else single ones; same axes as
        share; NaN = missing.
    origin  year from which the forecasts are made.
    target  year for which they are made.
    method[n_methods]  MethodChoice.
    fallback  a place may have one observation; its URGD is then that of the norm (SKPI_WADJUSTED); CONVERGING and
        CAUTIOUS do not need the flag.
    converge_to_zero  converge_to of 0 means 0 and not the default.
    urgd_min  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    urgd_max  number: limits on the initial URGD, per year; by default none (CONVERGING: -0.1, 0.1); unusual beyond
        0.5.
    damping  number in (0,1]: annual factor of DAMPED; by default 0.97; unusual below 0.5.
    converge_to  growth difference at which CONVERGING ends; by default 0.015, unless converge_to_zero=True is set.
    converge_by  number in (0,1]: annual factor of CONVERGING; by default 0.9; unusual below 0.5.
    ceiling  share that LOGISTIC and GOMPERTZ approach; by default fitted, at most 1.
    norm[n_sizes][n_terms]  number: h(p) = sum of norm_k p^k, per year; large places first.
    window[n_windows]  positive length in years; the URGD of a history is measured over it.
    mean_method[n_mean]  MethodChoice, each at most once.
    mean_weight[n_mean]  quantity: weight of each; by default 1.
    truth  table of share, with the areas of share and years of its own, for example a later revision; NaN = missing;
        by default share.
    coverage  number in (0,0.95]: probability that an interval holds the truth; by default 0.8.
    loss  LossChoice; by default SKPI_URBAN_LOSS_HUBER.
    n_sizes  one of 1, 2: norms: one for all sizes, or one for large and one for small areas; by default 1.

    SKPI_WMISSING: a value up to the origin is missing, or the share at the target; its area is not scored.
    SKPI_WADJUSTED: a limit changed a URGD or a share; the only value up to the origin got a URGD of 0.017, and the
        method is CONVERGING or CAUTIOUS.
    SKPI_WWEAKFIT: a curve is a weak fit, as in skpi_series_fit, or cannot be fitted and the share stays constant; the
        values up to the origin span less than four years, and the method is CONVERGING or CAUTIOUS.
    SKPI_WNOTCONVERGED: the fit of a curve did not converge: the best one found is used; the weights of Huber's loss
        still change after 200 steps: the norm is that of the last one.
    SKPI_WUNUSUAL: population.value has no area of two million and states no unit; it may be in thousands.
    SKPI_WHORIZON: target is more than 40 years after origin, and the method is CONVERGING, CAUTIOUS or a mean with
        one of them.
    SKPI_EINVAL: method is given; norm is given; n_sizes is given; n_terms is given; norm is None although the method
        is BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0 although n_sizes is given; mean_method is
        MEAN.
    SKPI_ENODATA: origin is not in share.year; target is not in the years of the truths; share.year has not the year
        ten years before the origin, although a norm is fitted; origin has no year before it; share.n is too small for
        a norm; n_mean is 0 although the method is MEAN; n_mean is 0 although the method is MEAN.
    SKPI_ENOTSORTED: target is not after origin.
    SKPI_EINCONSISTENT: population.n is not share.n; population.m is not share.m; population.year is not share.year;
        truth.n is not share.n; urgd_min is above urgd_max; converge_to is given beside converge_to_zero=True.
    SKPI_EDEFMIX: population.basis and share.basis differ in more than the scale; truth.basis and share.basis differ
        in more than vintage and revision.
    SKPI_ESINGULAR: share.value is the same in all areas of a norm and does not determine it.
    SKPI_EOVERFLOW: forecast is beyond the range of a double.
    SKPI_EDUPLICATE: mean_method holds a value twice.
    SKPI_EZERODIV: mean_weight adds up to 0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: this library's own; skpi_urban_backtest(3).
    """
    call = _call.Call("skpi_urban_backtest", unknown=unknown)
    call.take(share=share)
    call.take(population=population)
    call.take(origin=origin, target=target)
    call.take("n_methods", method=_call.choice("skpi_urban_method", "method", method))
    call.struct("options->project", urgd_min=urgd_min, urgd_max=urgd_max, damping=damping, converge_to=converge_to,
                converge_by=converge_by, ceiling=ceiling)
    call.struct("options->project", "n_sizes n_terms", norm=norm)
    call.struct("options->project", "n_windows", window=window)
    call.struct("options->project", "n_mean", mean_method=_call.choice("skpi_urban_method", "mean_method",
                mean_method), mean_weight=mean_weight)
    call.struct("options", truth=truth, coverage=coverage, loss=_call.choice("skpi_urban_loss", "loss", loss),
                n_sizes=n_sizes)
    call.struct("options->project", flags=sum((bool(fallback) * _abi.SKPI_URBAN_FLAG_FALLBACK,
                bool(converge_to_zero) * _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO)))
    call.out("out", rmse="n_methods", mae="n_methods", median="n_methods", bias="n_methods", coverage="n_methods",
             interval_score="n_methods", count="n_methods", forecast="n_methods n", low="n_methods n",
             high="n_methods n", left_out="", n_interval="n_methods", n_fallback="n_methods",
             quantile_crps="n_methods")
    return call.run(BacktestResult)


@dataclass(frozen=True, eq=False)
class PopulationResult:
    """What skpi_urban_population gives.

    urban[n][m]  quantity: urban people, in the unit of total; by default not wanted.
    rural[n][m]  quantity: rural people; by default not wanted.
    """
    urban: Any
    rural: Any


def population(share: Grid[float], total: Grid[float], **unknown: NoReturn) -> PopulationResult:
    """Urban and rural population from shares and totals: share x total and (1 - share) x total.

    share[n][m]  share of urban people.
    total[n][m]  quantity: urban and rural people together, in any unit.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.
    """
    call = _call.Call("skpi_urban_population", unknown=unknown)
    call.take("n m", share=share, total=total)
    call.out(urban="n m", rural="n m")
    return call.run(PopulationResult)


def population_quantile(share_prob: Many[float], share: Grid[float], total: Grid[float], prob: Many[float], *,
                        sd: Grid[float] | None = None, status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Quantiles of the urban population, share x total, if both are uncertain. The logit of the share is a straight
    line in the normal quantile between the known quantiles and beyond them; the total is lognormal and independent of
    the share.

    share_prob[n_known]  probability of each of them, increasing.
    share[n][n_years][n_known]  open share of urban people: its quantiles, not falling.
    total[n][n_years]  quantity: median of all people, in any unit.
    sd[n][n_years]  quantity: standard deviation of the logarithm of all people; unusual above 0.5; by default 0: the
        total is known.
    prob[n_prob]  probability of each quantile.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives quantile[n][n_years][n_prob]: quantity: urban people at each probability, unit of total.

    SKPI_EDUPLICATE: share_prob holds a value twice.
    SKPI_ENOTSORTED: share_prob falls; share falls from one probability to the next.
    SKPI_EOVERFLOW: quantile is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE,
        SKPI_EDOM.

    Source: the distribution of a product of independent factors; quadrature by Gauss and Legendre.
    """
    call = _call.Call("skpi_urban_population_quantile", status, "n", unknown=unknown)
    call.take("n_prob", prob=prob)
    call.struct("in", "n_known", share_prob=share_prob)
    call.struct("in", "n n_years n_known", share=share)
    call.struct("in", "n n_years", total=total, sd=sd)
    call.out(quantile="n n_years n_prob")
    return call.run()


def aggregate(n_groups: int, share: Grid[float], total: Grid[float], group: Many[int], **unknown: NoReturn) -> Any:
    """Urban shares of groups of places: the urban people over all people of the group.

    n_groups  count of groups; at least 1.
    share[n][m]  share of urban people, by one definition of urban.
    total[n][m]  quantity: urban and rural people together, in any unit.
    group[n]  index of the group of each place.
    Gives group_share[n_groups][m]: share of urban people.

    SKPI_ERANGE: group is not below n_groups.
    SKPI_EZERODIV: total adds up to 0 in a group and year.
    SKPI_EOVERFLOW: total adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_urban_aggregate", unknown=unknown)
    call.axis(n_groups=n_groups)
    call.take("n m", share=share, total=total)
    call.take("n", group=group)
    call.out(group_share="n_groups m")
    return call.run()


def cities_project(population: Many[float], growth: Many[float], urban: Many[float], *,
                   status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Projects the populations of the cities of a country. The growth rate of each city moves within 25 years to that
    of the country's urban population.

    population[n]  quantity: inhabitants in the base year, in any unit.
    growth[n]  growth of each city in the base year.
    urban[n_years + 1]  positive urban population of the country, base year first, in any unit.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives city[n][n_years]: quantity: inhabitants in the years after the base year, in the unit of population.

    SKPI_WUNUSUAL: urban has a break: a step far beyond its usual change.
    SKPI_EOVERFLOW: city is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: United Nations, World Urbanization Prospects: The 2018 Revision, file 22.
    """
    call = _call.Call("skpi_urban_cities_project", status, "n", unknown=unknown)
    call.take("n", population=population, growth=growth)
    call.take("n_years+1", urban=urban)
    call.out(city="n n_years")
    return call.run()


@dataclass(frozen=True, eq=False)
class CitiesCheckResult:
    """What skpi_urban_cities_check gives.

    first_excess  integer: position of the first such year, counted from 0; SKPI_NONE if there is none; by default not
        wanted.
    factor[n_years]  number: urban over the sum of the cities in such a year, 1 in the others; by default not wanted
    """
    first_excess: int
    factor: Any


def cities_check(city: Grid[float], urban: Many[float], **unknown: NoReturn) -> CitiesCheckResult:
    """Finds the years in which cities add up to more than the urban population of their country, by more than 1e-9 of
    it. Such a year is a finding and not a failure.

    city[n][n_years]  quantity: inhabitants of each city, in any unit.
    urban[n_years]  quantity: urban population of the country, in the same unit.

    SKPI_EOVERFLOW: city adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.
    """
    call = _call.Call("skpi_urban_cities_check", unknown=unknown)
    call.take("n n_years", city=city)
    call.take("n_years", urban=urban)
    call.out(first_excess="", factor="n_years")
    return call.run(CitiesCheckResult)


def three_way(date0: Many[float], part0: Grid[float], date1: Many[float], part1: Grid[float], first_year: int,
              n_years: int, *, damping: float | None = None, status: list[int] | None = None,
              **unknown: NoReturn) -> Any:
    """City, town and rural shares of each place in the years of an axis. The growth differences between the three
    parts are constant between the observations, and damped before and after them. A part that is 0 at both dates
    stays 0. Where a part is 0 at one date only, all three shares are straight lines between the observations, and
    other years are refused. Experimental: it may still change before 1.0.0.

    date0[n]  date of the first observation.
    part0[n][3]  share of city, town and rural people at that date.
    date1[n]  date of the second observation.
    part1[n][3]  share of city, town and rural people at that date.
    first_year  axis of the output: before, between or after the observations.
    n_years  axis of the output: before, between or after the observations.
    damping  number in (0,1]: factor on the growth differences for each year before or after the observations; 1
        leaves them constant; by default 0.94.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives share[n][n_years][3]: share of city, town and rural people; in a year that is an observation, its shares to
        the bit.

    SKPI_EINCONSISTENT: part0 does not sum to 1; part1 does not sum to 1.
    SKPI_ENOTSORTED: date0 is not before date1.
    SKPI_EDOM: part0 is 0, part1 is not, and a year lies outside the observations; part1 likewise.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139; the damping is this library's own.
    """
    call = _call.Call("skpi_urban_three_way", status, "n", unknown=unknown)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.struct("in", "n", date0=date0, date1=date1)
    call.struct("in", "n 3", part0=part0, part1=part1)
    call.struct("options", damping=damping)
    call.out(share="n n_years 3")
    return call.run()


@dataclass(frozen=True, eq=False)
class TwoRegionResult:
    """What skpi_urban_two_region gives.

    urban[n][n_years]  quantity: urban people after 1 to n_years steps.
    rural[n][n_years]  quantity: rural people.
    natural[n][n_years]  number: natural increase of the urban region in the step to that year.
    migration[n][n_years]  number: net migration into the urban region in that step.
    growth[n]  quantity: annual growth factor in the stable state: the dominant eigenvalue, or the factor of the other
        region where one is empty for ever.
    stable[n]  share of urban people in the stable state; without migration it is 1 or 0, or the share of the base
        year if both regions grow alike; where a region has nobody in the base year and no moves into it, it is empty
        for ever.
    """
    urban: Any
    rural: Any
    natural: Any
    migration: Any
    growth: Any
    stable: Any


def two_region(urban: Many[float], rural: Many[float], natural_urban: Many[float], natural_rural: Many[float],
               to_rural: Many[float], to_urban: Many[float], n_years: int, *, status: list[int] | None = None,
               **unknown: NoReturn) -> TwoRegionResult:
    """Projects an urban and a rural region by natural increase and by migration between them, in steps of one year.

    urban[n]  quantity: urban people in the base year, in any unit.
    rural[n]  quantity: rural people in the base year.
    natural_urban[n]  growth: births less deaths per urban person and year; unusual beyond 0.05.
    natural_rural[n]  growth: births less deaths per rural person and year; unusual beyond 0.05.
    to_rural[n]  quantity: moves to the rural region per urban person and year; unusual above 0.1.
    to_urban[n]  quantity: moves to the urban region per rural person and year; unusual above 0.1.
    n_years  count of steps of one year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EDOM: to_rural is more than 1 + natural_urban; to_urban is more than 1 + natural_rural.
    SKPI_EZERODIV: urban is 0, and so is rural.
    SKPI_EOVERFLOW: urban or another result is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: A. Rogers, Matrix Analysis of Interregional Population Growth and Distribution (1968); National Research
        Council, Cities Transformed (2003), appendix B.
    """
    call = _call.Call("skpi_urban_two_region", status, "n", unknown=unknown)
    call.axis(n_years=n_years)
    call.struct("in", "n", urban=urban, rural=rural, natural_urban=natural_urban, natural_rural=natural_rural,
                to_rural=to_rural, to_urban=to_urban)
    call.out("out", urban="n n_years", rural="n n_years", natural="n n_years", migration="n n_years", growth="n",
             stable="n")
    return call.run(TwoRegionResult)


@dataclass(frozen=True, eq=False)
class StagesResult:
    """What skpi_urban_stages gives.

    start_date[n]  number: decimal year at which the acceleration begins.
    start_share[n]  share of urban people at that date.
    middle_date[n]  number: decimal year of the highest speed.
    middle_share[n]  share of urban people at that date.
    end_date[n]  number: decimal year at which saturation begins.
    end_share[n]  share of urban people at that date.
    top_speed[n]  quantity: gain of share per year in the middle.
    """
    start_date: Any
    start_share: Any
    middle_date: Any
    middle_share: Any
    end_date: Any
    end_share: Any
    top_speed: Any


def stages(ceiling: Many[float], speed: Many[float], midpoint: Many[float], *, status: list[int] | None = None,
           **unknown: NoReturn) -> StagesResult:
    """Stages of an urban transition that follows a logistic: start and end are the two dates at which the third
    derivative of the share is 0, ln(2 + sqrt 3)/speed before and after the midpoint; the middle is the midpoint.

    ceiling[n]  share of urban people that the logistic approaches.
    speed[n]  positive growth rate of the logistic, per year; unusual above 0.1; at most 0.5.
    midpoint[n]  date at which the share is half the ceiling.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EDOM: ceiling is 0.
    SKPI_EOVERFLOW: start_date is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: R. M. Northam, Urban Geography (2nd edition, 1979), for the stages; the dates are derived from the
        logistic.
    """
    call = _call.Call("skpi_urban_stages", status, "n", unknown=unknown)
    call.take("n", ceiling=ceiling, speed=speed, midpoint=midpoint)
    call.out("out", start_date="n", start_share="n", middle_date="n", middle_share="n", end_date="n", end_share="n",
             top_speed="n")
    return call.run(StagesResult)


@dataclass(frozen=True, eq=False)
class DoublingTimeResult:
    """What skpi_urban_doubling_time gives.

    doubling[n]  quantity of years in which it doubles; NaN where it does not grow; by default not wanted
    halving[n]  quantity of years in which it halves; NaN where it does not shrink; by default not wanted
    """
    doubling: Any
    halving: Any


def doubling_time(rate: Many[float], *, status: list[int] | None = None, **unknown: NoReturn) -> DoublingTimeResult:
    """Years in which populations double or halve: ln 2/|rate|.

    rate[n]  growth of the population.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENOTFOUND: rate is 0: the population neither doubles nor halves.
    SKPI_EOVERFLOW: doubling is beyond the range of a double; halving is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.
    """
    call = _call.Call("skpi_urban_doubling_time", status, "n", unknown=unknown)
    call.take("n", rate=rate)
    call.out(doubling="n", halving="n")
    return call.run(DoublingTimeResult)


def ensemble_add(plan: ensemble.Plan, share: Many[float], drift: Many[float], sigma: Many[float], *,
                 size_class: Many[SizeChoice] | None = None, speed: Many[float] | None = None,
                 growth: Many[float] | None = None, drift_sigma: Many[float] | None = None,
                 **unknown: NoReturn) -> int:
    """Adds the urban model to a plan. The model has one variable, number 0: the share.

    plan  the plan to which the model is added.
    share[plan.n_places]  open share of urban people in the year before the plan's first.
    drift[plan.n_places]  URGD: the drift of the logit.
    sigma[plan.n_places]  quantity: standard deviation of a year's step, in logits; unusual above 0.5.
    size_class[plan.n_places]  SizeChoice; by default the drift does not move to the norm.
    speed[plan.n_places]  share of the distance to the norm that is covered in a year; by default as the United
        Nations.
    growth[plan.n_places]  URGD to which the drift fades, by a tenth of the distance a year; by default the drift does
        not fade.
    drift_sigma[plan.n_places]  quantity: standard deviation of a year's change of the drift, in logits; by default 0;
        unusual above 0.5.
    Gives model: index of the model in the plan.

    SKPI_EOVERFLOW: sigma, drift or drift_sigma is so large that a draw could overflow.
    SKPI_ENOMEM: not enough memory for one more model.
    SKPI_EINVAL: size_class is None although speed is given; growth is given with size_class; drift_sigma is given
        with size_class.
    By the kinds of the arguments: SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology, for the norm and its pace.
    """
    call = _call.Call("skpi_urban_ensemble_add", unknown=unknown)
    call.handle("plan", plan, "n_places")
    call.struct("in", "plan->n_places", share=share, drift=drift, sigma=sigma,
                size_class=_call.choice("skpi_urban_size", "size_class", size_class), speed=speed, growth=growth,
                drift_sigma=drift_sigma)
    call.out(model="")
    return call.run()


def ensemble_add_history(plan: ensemble.Plan, share: Table, **unknown: NoReturn) -> int:
    """Adds the urban model to a plan, with drift, fading and deviations estimated from histories as in
    skpi_series_fan, whose closed form its quantiles have. The model has one variable, number 0: the share.
    Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    share  table of share, a place of the plan a row; its last values are of the year before the plan's first; NaN =
        missing.
    Gives model: index of the model in the plan.

    SKPI_WWEAKFIT: fewer than 21 consecutive values could be used.
    SKPI_WADJUSTED: a limit acted on the slope.
    SKPI_WUNUSUAL: share.value has a break in a row: a step far beyond its usual change.
    SKPI_EINCONSISTENT: share.n is not the number of places of the plan; share.year of a last value is not the year
        before the plan's first.
    SKPI_ENODATA: share.value has fewer than six consecutive values up to its last one in a row.
    SKPI_EDOM: share.value ends at 0 or 1 in a row.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: this library's own; skpi_series_fan(3).
    """
    call = _call.Call("skpi_urban_ensemble_add_history", unknown=unknown)
    call.handle("plan", plan)
    call.take(share=share)
    call.out(model="")
    return call.run()
