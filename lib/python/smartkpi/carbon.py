# Made from the headers by lib/interface/make.py; do not edit.
"""Carbon: emission paths to net zero, carbon budgets, warming; inventories, decomposition, targets, verdicts.
Emissions are in the caller's unit per year, the same throughout a call; cumulative emissions are in that unit. They
may be below 0 where the contract says number. Dates are decimal years.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from . import ensemble
from ._base import Basis, Table
from ._typing import Grid, Many, Progress

__all__ = ["AbatementModeChoice", "AbatementResult", "BudgetConvergeFormChoice", "BudgetEditionChoice",
           "BudgetRemainingResult", "BudgetRuleChoice", "ConventionChoice", "DefinitionChoice", "GwpChoice",
           "HarmoniseMethodChoice", "HarmoniseResult", "InventoryTotalResult", "InventoryUncertaintyResult",
           "KeyChoice", "LmdiChainResult", "LmdiFormChoice", "LmdiResult", "NetZeroResult", "NetZeroVerdictChoice",
           "Path", "PathMilestonesResult", "PathNetZeroResult", "PathPeakResult", "PathRangeResult",
           "PathValueResult", "PeakedResult", "PeakedVerdictChoice", "PeakedWindowChoice", "ProgressResult",
           "ShapeChoice", "TargetChoice", "TargetIntensityResult", "TargetSdaResult", "VerdictChoice",
           "VerdictProbabilityResult", "WarmingResult", "abatement", "budget_converge", "budget_date",
           "budget_remaining", "budget_share", "ensemble_add", "ensemble_add_history", "ensemble_add_kaya", "gas",
           "gas_gwp", "gwp_star", "harmonise", "inventory_total", "inventory_uncertainty", "kaya", "lmdi",
           "lmdi_chain", "net_zero", "path_milestones", "path_net_zero", "path_peak", "path_range", "path_solve",
           "path_total", "path_value", "peaked", "product_quantile", "progress", "target_contraction",
           "target_intensity", "target_sda", "verdict_probability", "warming"]


def __dir__() -> list[str]:
    return __all__


DefinitionChoice = Union[int, Literal["territorial"]]
ShapeChoice = Union[int, Literal["linear", "exponential", "compound", "logistic", "capped", "peak", "hermite"]]
ConventionChoice = Union[int, Literal["integral", "annual_after_base", "annual_with_base"]]
TargetChoice = Union[int, Literal["budget", "end", "net_zero"]]
NetZeroVerdictChoice = Union[int, Literal["never", "reached", "temporary", "already", "already_temporary"]]
BudgetRuleChoice = Union[int, Literal["per_capita", "grandfather", "blend", "cumulative"]]
BudgetConvergeFormChoice = Union[int, Literal["linear", "exponential"]]
BudgetEditionChoice = Union[int, Literal["ar6", "igcc_2024"]]
HarmoniseMethodChoice = Union[int, Literal["offset", "ratio", "reduce_offset", "reduce_ratio", "interpolate",
                                           "budget", "keep_zero"]]
GwpChoice = Union[int, Literal["ar4_100", "ar5_100", "ar6_100", "ar4_20", "ar5_20", "ar6_20"]]
KeyChoice = Union[int, Literal["value", "not_occurring", "not_estimated", "included", "confidential"]]
LmdiFormChoice = Union[int, Literal["additive", "multiplicative", "additive_ii", "multiplicative_ii"]]
VerdictChoice = Union[int, Literal["already_met", "missed", "moving_away", "on_track", "off_track", "open"]]
PeakedVerdictChoice = Union[int, Literal["not_yet", "peaked", "rebounding", "plateau"]]
PeakedWindowChoice = Union[int, Literal["after", "from"]]
AbatementModeChoice = Union[int, Literal["exact", "all_negative"]]


@_call.inputs
@dataclass(frozen=True, eq=False)
class Path:
    """Emission paths of n places, all of one shape.

    shape  ShapeChoice; there is no default.
    convention  ConventionChoice; there is no default.
    t0  date of the start.
    e0  quantity: emission at t0.
    residual  number: emission at the end, below 0 where more is removed than emitted; by default 0; only for shape =
        LINEAR, LOGISTIC, PEAK, HERMITE.
    t_peak  date of the peak; only for shape = PEAK, HERMITE.
    e_peak  quantity: emission at the peak; only for shape = PEAK, HERMITE.
    plateau  quantity: years at the peak; by default 0; only for shape = PEAK, HERMITE.
    t_net_zero  date at which the emission reaches residual; only for shape = PEAK, HERMITE.
    power  positive exponent of the decline; only for shape = PEAK.
    rate  number: annual decline: in the unit (LINEAR, and HERMITE at its waypoint), as a continuous rate
        (EXPONENTIAL, LOGISTIC), as a fraction (COMPOUND); below 0 the path rises; by default none, of HERMITE without
        a waypoint; only for shape = LINEAR, EXPONENTIAL, COMPOUND, LOGISTIC, HERMITE.
    growth  growth at t0; by default 0; unusual beyond 0.15; only for shape = CAPPED, HERMITE.
    mitigation  decline, -growth or above; only for shape = CAPPED.
    t_mid  number: date of the inflexion, which may lie outside 1500 to 2400; only for shape = LOGISTIC.
    t_end  date at which a target holds; infinite = for ever (an integral of EXPONENTIAL, COMPOUND or CAPPED as a
        budget); by default the shape determines it.
    t_budget  date from which cumulative emissions and budgets count, t0 or later; by default t0.
    t_waypoint  date at which the emission is the share waypoint of the peak; NaN = missing; by default none; only for
        shape = PEAK, HERMITE.
    waypoint  share of e_peak at t_waypoint, NaN where t_waypoint is; NaN = missing; by default none; only for shape =
        PEAK, HERMITE.
    """
    shape: ShapeChoice
    convention: ConventionChoice
    t0: Many[float]
    e0: Many[float]
    residual: Many[float] | None = None
    t_peak: Many[float] | None = None
    e_peak: Many[float] | None = None
    plateau: Many[float] | None = None
    t_net_zero: Many[float] | None = None
    power: Many[float] | None = None
    rate: Many[float] | None = None
    growth: Many[float] | None = None
    mitigation: Many[float] | None = None
    t_mid: Many[float] | None = None
    t_end: Many[float] | None = None
    t_budget: Many[float] | None = None
    t_waypoint: Many[float] | None = None
    waypoint: Many[float] | None = None

    def replace(self, **members: Any) -> Path:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.struct(parameter, shape=_call.choice("skpi_carbon_shape", "shape", self.shape),
                    convention=_call.choice("skpi_carbon_convention", "convention", self.convention))
        call.struct(parameter, "n", t0=self.t0, e0=self.e0, residual=self.residual, t_peak=self.t_peak,
                    e_peak=self.e_peak, plateau=self.plateau, t_net_zero=self.t_net_zero, power=self.power,
                    rate=self.rate, growth=self.growth, mitigation=self.mitigation, t_mid=self.t_mid,
                    t_end=self.t_end, t_budget=self.t_budget, t_waypoint=self.t_waypoint, waypoint=self.waypoint)


@dataclass(frozen=True, eq=False)
class PathValueResult:
    """What skpi_carbon_path_value gives.

    emission[n][n_years]  number: emission of the year; by default not wanted.
    cumulative[n][n_years]  number: cumulative emission by the path's convention, below 0 before t_budget; by default
        not wanted.
    """
    emission: Any
    cumulative: Any


def path_value(path: Path, first_year: int, n_years: int, *, status: list[int] | None = None,
               **unknown: NoReturn) -> PathValueResult:
    """Emission of each place in each year, and the cumulative emission from t_budget to that year, in closed form.

    path  path with all parameters of its shape.
    first_year  axis of whole years: 2030 is the date 2030.0.
    n_years  axis of whole years: 2030 is the date 2030.0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENOTSORTED: path.t0 is after first_year; path.t_peak is before path.t0; path.t_net_zero is not after the
        plateau; path.t_end is not after path.t0; path.t_waypoint is not between the end of the plateau and
        path.t_net_zero.
    SKPI_EOVERFLOW: emission is so large that a cumulative emission could overflow; path.e0, residual or path.e_peak
        is so large (above 4e304) that a cumulative emission could overflow.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_EINVAL: path.t_waypoint is None although path.waypoint is given; path.waypoint is None although
        path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given although the path
        of HERMITE has no waypoint.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t_budget is before path.t0; path.waypoint of the peak is not above residual; path.rate is
        so large that a path through a waypoint would not fall throughout (HERMITE); path.t0 or path.t_budget is not a
        whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND); path.rate is below 0 (HERMITE).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
        Anal. 17 (1980) 238; LOGISTIC and PEAK: this library's own, smartkpi_carbon(7).
    """
    call = _call.Call("skpi_carbon_path_value", status, "n", unknown=unknown)
    call.shared("path", path)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.out(emission="n n_years", cumulative="n n_years")
    return call.run(PathValueResult)


def path_total(path: Path, first_year: int, n_years: int, *, status: list[int] | None = None,
               **unknown: NoReturn) -> Any:
    """Total emission of each place in each calendar year: the integral over the year, in closed form, whatever the
    convention.

    path  path with all parameters of its shape.
    first_year  axis of calendar years that begin at t0 or later.
    n_years  axis of calendar years that begin at t0 or later.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives total[n][n_years]: number: total of the year.

    SKPI_ENOTSORTED: path.t0 is after first_year; path.t_peak is before path.t0; path.t_net_zero is not after the
        plateau; path.t_end is not after path.t0; path.t_waypoint is not between the end of the plateau and
        path.t_net_zero.
    SKPI_EOVERFLOW: emission is so large that a cumulative emission could overflow; path.e0, residual or path.e_peak
        is so large (above 4e304) that a cumulative emission could overflow.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_EINVAL: path.t_waypoint is None although path.waypoint is given; path.waypoint is None although
        path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given although the path
        of HERMITE has no waypoint.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t_budget is before path.t0; path.waypoint of the peak is not above residual; path.rate is
        so large that a path through a waypoint would not fall throughout (HERMITE); path.t0 or path.t_budget is not a
        whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND); path.rate is below 0 (HERMITE).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: as skpi_carbon_path_value.
    """
    call = _call.Call("skpi_carbon_path_total", status, "n", unknown=unknown)
    call.shared("path", path)
    call.axis(n_years=n_years)
    call.take(first_year=first_year)
    call.out(total="n n_years")
    return call.run()


def path_solve(path: Path, by: TargetChoice, target: Many[float], *, status: list[int] | None = None,
               **unknown: NoReturn) -> Any:
    """Solves for the free parameter with which each path meets a target: rate of LINEAR, EXPONENTIAL and COMPOUND,
    t_mid of LOGISTIC, mitigation of CAPPED, power of PEAK, t_net_zero of HERMITE, rate of HERMITE with a waypoint.

    path  path without its free parameter, which must be None.
    by  TargetChoice: quantity that the target sets.
    target[n]  number: a cumulative emission, an emission or a date.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives unknown[n]: number: the free parameter

    SKPI_EINVAL: by is not a target of this shape; path.rate or another free parameter is given; path.t_end is None
        although the target needs it; path.t_end is given although the target does not use it; path.convention is not
        the integral for a budget of HERMITE; path.t_waypoint is None although path.waypoint is given; path.waypoint
        is None although path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given
        although the path of HERMITE has no waypoint.
    SKPI_EDOM: path.e0 is 0 or not above path.residual; the target is the same for every value of the free parameter;
        path.rate is 0 (LOGISTIC); path.residual is not below 0 for a date of LOGISTIC, or not 0 for a sum of annual
        values of LINEAR; path.t_end is outside the decline (PEAK); path.t_end or path.t_net_zero is not a whole year
        although the convention is a sum of annual values; path.e_peak is not above path.residual; path.e0 is below
        path.residual (LINEAR); path.mitigation is below -growth; path.t_budget is before path.t0; path.waypoint of
        the peak is not above residual; path.rate is so large that a path through a waypoint would not fall throughout
        (HERMITE); path.t0 or path.t_budget is not a whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is below 0 (LOGISTIC); path.plateau or path.t_budget leaves no time for a decline
        (HERMITE); target is outside 1500 to 2400 although it is a date; path.rate is above 1 (COMPOUND); path.rate is
        below 0 (HERMITE).
    SKPI_ENOTSORTED: path.t_end or path.t_net_zero is not after path.t_budget, from which a budget counts; path.t_peak
        is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after path.t0; path.t_waypoint
        is not between the end of the plateau and path.t_net_zero.
    SKPI_EINFEASIBLE: target is below all that can be met; see skpi_carbon_path_range.
    SKPI_ENOTBINDING: target is above all that can be met.
    SKPI_EOVERFLOW: unknown is beyond the range of a double; path.e0, residual or path.e_peak is so large (above
        4e304) that a cumulative emission could overflow.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: as skpi_carbon_path_value.
    """
    call = _call.Call("skpi_carbon_path_solve", status, "n", unknown=unknown)
    call.shared("path", path)
    call.take(by=_call.choice("skpi_carbon_target", "by", by))
    call.take("n", target=target)
    call.out(unknown="n")
    return call.run()


@dataclass(frozen=True, eq=False)
class PathRangeResult:
    """What skpi_carbon_path_range gives.

    low[n]  number: lower end; infinite = no bound; by default not wanted.
    high[n]  number: upper end; infinite = no bound; by default not wanted.
    """
    low: Any
    high: Any


def path_range(path: Path, by: TargetChoice, *, status: list[int] | None = None,
               **unknown: NoReturn) -> PathRangeResult:
    """Open interval of the targets that each path can meet; skpi_carbon_path_range(3) lists the ends that can be met
    too.

    path  path without its free parameter, which must be None.
    by  TargetChoice: quantity that the target sets.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINVAL: by is not a target of this shape; path.rate or another free parameter is given; path.t_end is None
        although the target needs it; path.t_end is given although the target does not use it; path.convention is not
        the integral for a budget of HERMITE; path.t_waypoint is None although path.waypoint is given; path.waypoint
        is None although path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given
        although the path of HERMITE has no waypoint.
    SKPI_EDOM: path.e0 is 0 or not above path.residual; the target is the same for every value of the free parameter;
        path.rate is 0 (LOGISTIC); path.residual is not below 0 for a date of LOGISTIC, or not 0 for a sum of annual
        values of LINEAR; path.t_end is outside the decline (PEAK); path.t_end or path.t_net_zero is not a whole year
        although the convention is a sum of annual values; path.e_peak is not above path.residual; path.e0 is below
        path.residual (LINEAR); path.mitigation is below -growth; path.t_budget is before path.t0; path.waypoint of
        the peak is not above residual; path.rate is so large that a path through a waypoint would not fall throughout
        (HERMITE); path.t0 or path.t_budget is not a whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is below 0 (LOGISTIC); path.plateau or path.t_budget leaves no time for a decline
        (HERMITE); path.rate is above 1 (COMPOUND); path.rate is below 0 (HERMITE).
    SKPI_ENOTSORTED: path.t_end or path.t_net_zero is not after path.t_budget, from which a budget counts; path.t_peak
        is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after path.t0; path.t_waypoint
        is not between the end of the plateau and path.t_net_zero.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    SKPI_EOVERFLOW: path.e0, residual or path.e_peak is so large (above 4e304) that a cumulative emission could
        overflow.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: as skpi_carbon_path_value.
    """
    call = _call.Call("skpi_carbon_path_range", status, "n", unknown=unknown)
    call.shared("path", path)
    call.take(by=_call.choice("skpi_carbon_target", "by", by))
    call.out(low="n", high="n")
    return call.run(PathRangeResult)


@dataclass(frozen=True, eq=False)
class PathPeakResult:
    """What skpi_carbon_path_peak gives.

    t_peak[n]  number: first date of the maximum; NaN where the path rises for ever; by default not wanted.
    e_peak[n]  number: emission at that date; NaN where the path rises for ever; by default not wanted.
    """
    t_peak: Any
    e_peak: Any


def path_peak(path: Path, *, status: list[int] | None = None, **unknown: NoReturn) -> PathPeakResult:
    """Date and emission of the maximum of each path.

    path  path with all parameters of its shape.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: t_peak or e_peak is beyond the range of a double; path.e0, residual or path.e_peak is so large
        (above 4e304) that a cumulative emission could overflow.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_EINVAL: path.t_waypoint is None although path.waypoint is given; path.waypoint is None although
        path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given although the path
        of HERMITE has no waypoint.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t_budget is before path.t0; path.waypoint of the peak is not above residual; path.rate is
        so large that a path through a waypoint would not fall throughout (HERMITE); path.t0 or path.t_budget is not a
        whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND); path.rate is below 0 (HERMITE).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0; path.t_waypoint is not between the end of the plateau and path.t_net_zero.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: as skpi_carbon_path_value.
    """
    call = _call.Call("skpi_carbon_path_peak", status, "n", unknown=unknown)
    call.shared("path", path)
    call.out(t_peak="n", e_peak="n")
    return call.run(PathPeakResult)


@dataclass(frozen=True, eq=False)
class PathNetZeroResult:
    """What skpi_carbon_path_net_zero gives.

    first[n]  number: the first such date; NaN where there is none; by default not wanted
    permanent[n]  number: date from which on the emission stays at or below the threshold; NaN where there is none; by
        default not wanted
    """
    first: Any
    permanent: Any


def path_net_zero(path: Path, *, threshold: Many[float] | None = None, status: list[int] | None = None,
                  **unknown: NoReturn) -> PathNetZeroResult:
    """Dates from t0 on at which the emission of each path is at or below a threshold.

    path  path with all parameters of its shape.
    threshold[n]  number: emission that counts as net zero; by default 0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: permanent is beyond the range of a double; path.e0, residual or path.e_peak is so large (above
        4e304) that a cumulative emission could overflow.
    SKPI_WUNUSUAL: path.rate is above 0.5 (EXPONENTIAL, LOGISTIC), above 0.2 (COMPOUND) or above half of path.e0
        (LINEAR).
    SKPI_EINVAL: path.t_waypoint is None although path.waypoint is given; path.waypoint is None although
        path.t_waypoint is given; path.rate is None although the shape needs it; path.rate is given although the path
        of HERMITE has no waypoint.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t_budget is before path.t0; path.waypoint of the peak is not above residual; path.rate is
        so large that a path through a waypoint would not fall throughout (HERMITE); path.t0 or path.t_budget is not a
        whole year although the convention is a sum of annual values.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND); path.rate is below 0 (HERMITE).
    SKPI_ENOTFINITE: path.t_waypoint is NaN although waypoint is not; path.waypoint is NaN although path.t_waypoint is
        not.
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0; path.t_waypoint is not between the end of the plateau and path.t_net_zero.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM.

    Source: as skpi_carbon_path_value.
    """
    call = _call.Call("skpi_carbon_path_net_zero", status, "n", unknown=unknown)
    call.shared("path", path)
    call.take("n", threshold=threshold)
    call.out(first="n", permanent="n")
    return call.run(PathNetZeroResult)


@dataclass(frozen=True, eq=False)
class PathMilestonesResult:
    """What skpi_carbon_path_milestones gives.

    emission[n][n_years]  number: emission of the year; by default not wanted.
    cumulative[n][n_years]  number: cumulative emission by the convention, below 0 before t_budget; by default not
        wanted.
    """
    emission: Any
    cumulative: Any


def path_milestones(milestone: Table, convention: ConventionChoice, first_year: int, n_years: int, *,
                    t_budget: Many[float] | None = None, status: list[int] | None = None,
                    **unknown: NoReturn) -> PathMilestonesResult:
    """A smooth path through milestones that is monotone between two successive milestones.

    milestone  table of number: emissions of any sign, at least two for each place; NaN = missing.
    convention  ConventionChoice; t0 is the first milestone of the place.
    t_budget[n]  date from which cumulative emissions count, from the first milestone of the place to the last; by
        default the first milestone.
    first_year  axis of whole years between the first and the last milestone of every place.
    n_years  axis of whole years between the first and the last milestone of every place.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENODATA: milestone.value has fewer than two milestones in a row.
    SKPI_EDOM: first_year is before the first milestone of a row; n_years leads beyond the last one; t_budget is
        before the first milestone of its row, after the last, or no whole year although the convention is a sum of
        annual values.
    SKPI_EOVERFLOW: milestone.value is so large that a cumulative emission could overflow.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300.
    """
    call = _call.Call("skpi_carbon_path_milestones", status, "n", unknown=unknown)
    call.take(milestone=milestone)
    call.axis(n_years=n_years)
    call.take(convention=_call.choice("skpi_carbon_convention", "convention", convention), first_year=first_year)
    call.take("n", t_budget=t_budget)
    call.out(emission="n n_years", cumulative="n n_years")
    return call.run(PathMilestonesResult)


@dataclass(frozen=True, eq=False)
class NetZeroResult:
    """What skpi_carbon_net_zero gives.

    first[n]  number: first date at or below the threshold; NaN where there is none.
    permanent[n]  number: date from which on the series stays at or below the threshold to the last year; NaN where
        there is none.
    verdict[n]  NetZeroVerdictChoice.
    """
    first: Any
    permanent: Any
    verdict: Any


def net_zero(emission: Table, *, threshold: Many[float] | None = None, status: list[int] | None = None,
             **unknown: NoReturn) -> NetZeroResult:
    """Dates at which the straight lines between the values of a series are at or below a threshold, first and
    permanently.

    emission  table of number, any sign.
    threshold[n]  number: emission that counts as net zero; by default 0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: emission.value less threshold is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: plane geometry; the verdicts are this library's own.
    """
    call = _call.Call("skpi_carbon_net_zero", status, "n", unknown=unknown)
    call.take(emission=emission)
    call.take("n", threshold=threshold)
    call.out("out", first="n", permanent="n", verdict="n")
    return call.run(NetZeroResult)


def budget_share(budget: float, *, population: Many[float] | None = None, emission: Many[float] | None = None,
                 interpolate: bool = False, rule: BudgetRuleChoice | None = None, weight: float | None = None,
                 discount: float | None = None, history_emission: Table | None = None,
                 history_population: Table | None = None, **unknown: NoReturn) -> Any:
    """Allowance of each place: its part of a carbon budget. Allowances add up to the budget; with CUMULATIVE an
    allowance may be below 0.

    population[n]  quantity of people, in one unit for all places; not read by GRANDFATHER; by default the rule does
        not use it.
    emission[n]  quantity: annual emission; read only by GRANDFATHER and BLEND; by default the rule does not use it.
    budget  number, in any unit.
    interpolate  missing years of a history are interpolated by straight lines.
    rule  BudgetRuleChoice; by default SKPI_CARBON_BUDGET_RULE_PER_CAPITA.
    weight  share of the budget that is shared by population; by default none; only for rule = BLEND.
    discount  share by which a past year counts less than the year after it; by default none; unusual above 0.1; only
        for rule = CUMULATIVE.
    history_emission  table of quantity: emissions of past years in the unit of the budget; only for rule =
        CUMULATIVE.
    history_population  table of quantity: population of the same places and years; by default population in every
        year; only for rule = CUMULATIVE.
    Gives allowance[n]: number in the unit of budget

    SKPI_EINVAL: population is None although the rule uses it; emission is None although the rule uses it.
    SKPI_EZERODIV: population adds up to 0; emission adds up to 0; history_population.value adds up to 0 in a year.
    SKPI_EINCONSISTENT: history_emission.n is not n; history_population.n is not history_emission.n;
        history_population.m is not history_emission.m; history_population.year is not history_emission.year;
        history_emission.year leaves out a year although interpolate=True is not set.
    SKPI_EOVERFLOW: population, emission or a year of a history adds up to more than a double holds; allowance is
        beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT,
        SKPI_ENOTSORTED, SKPI_EDUPLICATE.

    Source: Raupach et al., Nature Climate Change 4 (2014) 873; CUMULATIVE: Matthews, Nature Climate Change 6 (2016)
        60.
    """
    call = _call.Call("skpi_carbon_budget_share", unknown=unknown)
    call.take("n", population=population, emission=emission)
    call.take(budget=budget)
    call.struct("options", rule=_call.choice("skpi_carbon_budget_rule", "rule", rule), weight=weight,
                discount=discount, history_emission=history_emission, history_population=history_population)
    call.struct("options", flags=bool(interpolate) * _abi.SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE)
    call.out(allowance="n")
    return call.run()


def budget_converge(emission: Many[float], population: Grid[float], first_year: int, converge_year: int, *,
                    form: BudgetConvergeFormChoice | None = None, speed: float | None = None,
                    **unknown: NoReturn) -> Any:
    """Contraction and convergence: shares of emissions move from those of first_year to equal emissions per head.

    emission[n]  quantity: emission in first_year.
    population[n][n_years]  quantity of people, in one unit for all places.
    first_year  axis: the base year and those after it.
    converge_year  year from which on shares of emissions are shares of population.
    form  BudgetConvergeFormChoice; by default SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR.
    speed  quantity: a in exp(-a (1 - x)), where x is the elapsed part of the time to converge_year; by default 4;
        only for form = EXPONENTIAL.
    Gives share[n][n_years]: share of the emissions of the year; the shares of a year add up to 1.

    SKPI_ENOTSORTED: converge_year is not after first_year.
    SKPI_EZERODIV: emission adds up to 0; population adds up to 0 in a year.
    SKPI_EOVERFLOW: emission adds up to more than a double holds; population of a year adds up to more than a double
        holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: Meyer, Contraction and Convergence (2000).
    """
    call = _call.Call("skpi_carbon_budget_converge", unknown=unknown)
    call.take("n", emission=emission)
    call.take("n n_years", population=population)
    call.take(first_year=first_year, converge_year=converge_year)
    call.struct("options", form=_call.choice("skpi_carbon_budget_converge_form", "form", form), speed=speed)
    call.out(share="n n_years")
    return call.run()


@dataclass(frozen=True, eq=False)
class BudgetRemainingResult:
    """What skpi_carbon_budget_remaining gives.

    budget  positive: budget in Gt of CO2.
    t_budget  date from which the budget counts: 2020 or 2025; by default not wanted.
    """
    budget: float
    t_budget: float


def budget_remaining(warming: float, probability: float, edition: BudgetEditionChoice,
                     **unknown: NoReturn) -> BudgetRemainingResult:
    """Remaining carbon budget: amount of CO2 that keeps warming below a limit with a stated probability. Nothing is
    interpolated. Experimental: it may still change before 1.0.0.

    warming  number: limit in degrees Celsius above 1850-1900: 1.5, 1.7 or 2.
    probability  probability of staying below the limit: 0.5, 0.67 or 0.83; AR6 also has 0.17 and 0.33.
    edition  BudgetEditionChoice; there is no default.

    SKPI_ENOTFOUND: warming is not in the table; probability is not in the table for this limit.
    By the kinds of the arguments: SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINVAL.

    Source: IPCC AR6 WG1 (2021), table SPM.2; Indicators of Global Climate Change 2024, data of June 2025.
    """
    call = _call.Call("skpi_carbon_budget_remaining", unknown=unknown)
    call.take(warming=warming, probability=probability, edition=_call.choice("skpi_carbon_budget_edition", "edition",
              edition))
    call.out(budget="", t_budget="")
    return call.run(BudgetRemainingResult)


def budget_date(emission: Table, t_budget: Many[float], budget: Many[float], *, status: list[int] | None = None,
                **unknown: NoReturn) -> Any:
    """Date at which the cumulative emission of each series first reaches a budget. Emissions are straight lines
    between the values, and are cumulated from t_budget on; those below 0 increase what is left.

    emission  table of number, any sign; the line leads across missing years; NaN = missing.
    t_budget[n]  date from which the budget counts, from the first value of the row to the last.
    budget[n]  number: allowed emission from t_budget on, unit of emission times years; 0 or less is used up then.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives date[n]: number: decimal year; NaN where it is not reached by the last value

    SKPI_WMISSING: a value is missing.
    SKPI_ENODATA: emission.value has no value in a row.
    SKPI_EDOM: t_budget is before the first value of its row, or after the last.
    SKPI_EOVERFLOW: emission.value is so large that a cumulative emission could overflow, or budget is.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: plane geometry.
    """
    call = _call.Call("skpi_carbon_budget_date", status, "n", unknown=unknown)
    call.take(emission=emission)
    call.take("n", t_budget=t_budget, budget=budget)
    call.out(date="n")
    return call.run()


@dataclass(frozen=True, eq=False)
class WarmingResult:
    """What skpi_carbon_warming gives.

    best[n]  number: best estimate in degrees Celsius; by default not wanted
    quantile[n][n_prob]  number: quantiles of the warming in degrees Celsius; by default not wanted.
    """
    best: Any
    quantile: Any


def warming(cumulative: Many[float], *, prob: Many[float] | None = None, **unknown: NoReturn) -> WarmingResult:
    """Warming by cumulative CO2: the transient climate response to cumulative emissions (TCRE), 0.45 degrees Celsius
    per 1000 Gt, with a likely range of 0.27 to 0.63.

    cumulative[n]  number: Gt of CO2; an amount below 0 cools; unusual beyond 20000.
    prob[n_prob]  probability of each quantile, in any order.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: IPCC AR6 WG1 (2021), SPM D.1.1; the normal distribution is this library's choice.
    """
    call = _call.Call("skpi_carbon_warming", unknown=unknown)
    call.take("n", cumulative=cumulative)
    call.take("n_prob", prob=prob)
    call.out(best="n", quantile="n n_prob")
    if prob is None:
        call.skip("quantile")
    return call.run(WarmingResult)


def gwp_star(emission: Table, gwp100: float, first_year: int, n_years: int, *, status: list[int] | None = None,
             **unknown: NoReturn) -> Any:
    """Emissions of a short-lived gas as the CO2 that causes the same warming (GWP*): gwp100 (4.53 E(t) - 4.25 E(t -
    20)).

    emission  table of number: mass of the gas emitted per year; NaN = missing.
    gwp100  positive: warming potential of the gas over 100 years.
    first_year  axis; each year needs a value, and so does the year exactly 20 years before.
    n_years  axis; each year needs a value, and so does the year exactly 20 years before.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives equivalent[n][n_years]: number: mass of CO2 per year, in the unit of emission.

    SKPI_WUNUSUAL: emission.value has a break in a row: a step far beyond its usual change.
    SKPI_ENODATA: emission.year has no value for a year of the axis, or for the year 20 years before it.
    SKPI_EOVERFLOW: equivalent is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Smith, Cain and Allen, npj Climate and Atmospheric Science 4 (2021) 19.
    """
    call = _call.Call("skpi_carbon_gwp_star", status, "n", unknown=unknown)
    call.take(emission=emission)
    call.axis(n_years=n_years)
    call.take(gwp100=gwp100, first_year=first_year)
    call.out(equivalent="n n_years")
    return call.run()


@dataclass(frozen=True, eq=False)
class HarmoniseResult:
    """What skpi_carbon_harmonise gives.

    emission[n][m]  number: harmonised emissions in the model's years; NaN before base_year with BUDGET and KEEP_ZERO.
    zero_date[n]  number: date of zero that KEEP_ZERO kept; NaN with other methods; by default not wanted.
    """
    emission: Any
    zero_date: Any


def harmonise(model: Table, history: Many[float], base_year: int, method: HarmoniseMethodChoice, *,
              past: bool = False, end_year: int | None = None, zero_date: Many[float] | None = None,
              budget: Many[float] | None = None, status: list[int] | None = None,
              **unknown: NoReturn) -> HarmoniseResult:
    """Moves the paths of a model onto an inventory. In base_year a path has the value of the inventory; some methods
    return to the model later.

    model  table of number: emissions of the model, any sign, linear between its years.
    history[n]  number: emission of the inventory in base_year.
    base_year  year within the years of the model.
    past  the model may have years before base_year.
    method  HarmoniseMethodChoice; there is no default.
    end_year  year from which on the output is the model; only for method = REDUCE_OFFSET, REDUCE_RATIO, INTERPOLATE.
    zero_date[n]  date at which the model is 0; by default its first zero after base_year; only for method =
        KEEP_ZERO.
    budget[n]  number: cumulative emission from base_year to the last year, by the trapezoidal rule; by default that
        of the model; only for method = BUDGET.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: history is 0 (RATIO, REDUCE_RATIO): no ratio leads away from 0, and RATIO gives 0 in all years.
    SKPI_EDOM: base_year is outside the model's years, or is their last one (BUDGET); model.year has years before
        base_year although past=True is not set; end_year is after the model's last year (INTERPOLATE); history has
        not the sign of the model in base_year (RATIO, REDUCE_RATIO); model.value is not above 0 in base_year
        (KEEP_ZERO); zero_date is not after base_year.
    SKPI_ENOTSORTED: end_year is not after base_year.
    SKPI_EZERODIV: model.value is 0 in base_year (RATIO, REDUCE_RATIO).
    SKPI_ENOTFOUND: model.value never reaches 0 and zero_date is None (KEEP_ZERO).
    SKPI_EOVERFLOW: emission is beyond the range of a double.
    SKPI_ENOMEM: model.n rows need more memory than there is.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENODATA, SKPI_ERANGE, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: Gidden et al., Environmental Modelling and Software 105 (2018) 187; KEEP_ZERO is this library's own.
    """
    call = _call.Call("skpi_carbon_harmonise", status, "n", unknown=unknown)
    call.take(model=model)
    call.take("n", history=history)
    call.take(base_year=base_year)
    call.struct("options", method=_call.choice("skpi_carbon_harmonise_method", "method", method), end_year=end_year)
    call.struct("options", "n", zero_date=zero_date, budget=budget)
    call.struct("options", flags=bool(past) * _abi.SKPI_CARBON_HARMONISE_FLAG_PAST)
    call.out(emission="n m", zero_date="n")
    return call.run(HarmoniseResult)


def gas_gwp(gas: str, gwp: GwpChoice, **unknown: NoReturn) -> float:
    """Global warming potential of a gas, in kg of CO2 equivalent per kg.

    gas  text: name of the gas, such as "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter.
    gwp  GwpChoice; there is no default.
    Gives value: positive: the potential.

    SKPI_ENOTFOUND: gas is not known, or no potential of it is compiled for this set.
    By the kinds of the arguments: SKPI_EINVAL.

    Source: IPCC AR4 WG1 table 2.14; AR5 WG1 table 8.A.1; AR6 WG1 tables 7.SM.7 and 7.15 (fossil and other methane).
    """
    call = _call.Call("skpi_carbon_gas_gwp", unknown=unknown)
    call.take(gas=gas, gwp=_call.choice("skpi_carbon_gwp", "gwp", gwp))
    call.out(value="")
    return call.run()


def gas(i: int) -> str | None:
    """Name of gas i = 0, 1, 2 ... among those that have a warming potential in any set; None after the last one."""
    return _call.plain("skpi_carbon_gas", i)


@dataclass(frozen=True, eq=False)
class InventoryTotalResult:
    """What skpi_carbon_inventory_total gives.

    basic  number: BASIC, which is scopes 1 and 2 of energy and transport, and the city's own waste.
    basic_plus  number: BASIC+, which is BASIC, industry, land use, and scope 3 of energy and transport.
    territorial  number: all of scope 1.
    other  number: scope 3 that is in neither BASIC nor BASIC+.
    scope[3]  number: sums of scopes 1, 2, 3.
    completeness  share of the required sub-sectors that have a number or the key NO; NaN if none is required.
    ne  integer: number of rows with the key NE.
    ie  integer: number of rows with the key IE.
    row[n]  number: CO2e of each row; NaN in a row with a key
    basis  meaning of the totals: it states gwp, but not where own_gwp was used.
    biogenic  number: sum of CO2(b), which is in none of the totals.
    """
    basic: float
    basic_plus: float
    territorial: float
    other: float
    scope: Any
    completeness: float
    ne: int
    ie: int
    row: Any
    basis: Basis
    biogenic: float


def inventory_total(reference: Sequence[str], gas: Sequence[str], amount: Many[float], scope: Many[int],
                    gwp: GwpChoice, *, key: Many[KeyChoice] | None = None, required: Sequence[str] | None = None,
                    own_gas: Sequence[str] | None = None, own_gwp: Many[float] | None = None,
                    **unknown: NoReturn) -> InventoryTotalResult:
    """Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC).

    reference[n]  text: sub-sector of the GPC, such as "I.1.1".
    gas[n]  text: name of the gas, such as "CH4" or "CH4 fossil"; "CO2(b)" is biogenic and in no total.
    amount[n]  number: mass of the gas; below 0 where it is removed.
    scope[n]  one of 1, 2, 3.
    key[n]  KeyChoice; by default all rows have values.
    required[n_required]  text: sub-sectors that a complete inventory must have.
    own_gas[n_own]  text: names of their gases, each once.
    own_gwp[n_own]  positive: potential that replaces the one of the set; by default none.
    gwp  GwpChoice; there is no default.

    SKPI_ENOTFOUND: reference is not known; required is not known; gas is not known, or not in this set.
    SKPI_EINCONSISTENT: scope is not the scope of reference: in I and II the last number, except 1 for I.4.4, in III
        1, 3 and 1 for the last numbers 1, 2 and 3, in IV and V 1, and in VI 3.
    SKPI_EDUPLICATE: required holds a value twice; own_gas holds a value twice.
    SKPI_EINVAL: n_own is 0 although own_gas is given; n_own is 0 although own_gwp is given; own_gwp is None although
        own_gas is given.
    SKPI_EOVERFLOW: amount is so large that CO2e of it or a total is beyond the range of a double.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1.
    """
    call = _call.Call("skpi_carbon_inventory_total", unknown=unknown)
    call.take(gwp=_call.choice("skpi_carbon_gwp", "gwp", gwp))
    call.struct("in", "n", reference=reference, gas=gas, amount=amount, scope=scope,
                key=_call.choice("skpi_carbon_key", "key", key))
    call.struct("in", "n_required", required=required)
    call.struct("in", "n_own", own_gas=own_gas, own_gwp=own_gwp)
    call.out("out", basic="", basic_plus="", territorial="", other="", scope="3", completeness="", ne="", ie="",
             row="n", basis="", biogenic="")
    return call.run(InventoryTotalResult)


@dataclass(frozen=True, eq=False)
class InventoryUncertaintyResult:
    """What skpi_carbon_inventory_uncertainty gives.

    combined[n]  quantity: uncertainty of each source.
    contribution[n]  quantity: part of the square of total that is due to each source.
    share[n]  share of each source in the variance; NaN if nothing is uncertain.
    total  quantity: uncertainty of the sum, as a fraction of its magnitude.
    sum  number: sum of emission.
    """
    combined: Any
    contribution: Any
    share: Any
    total: float
    sum: float


def inventory_uncertainty(emission: Many[float], uncertainty: Grid[float],
                          **unknown: NoReturn) -> InventoryUncertaintyResult:
    """Uncertainty of a sum of sources by propagation of errors (Approach 1 of the IPCC), for uncorrelated sources.

    emission[n]  number: emission of each source; below 0 where it is removed.
    uncertainty[n][n_factors]  quantity: half the width of the factor's 95 % interval, as a fraction of the factor;
        unusual above 1.

    SKPI_EZERODIV: emission adds up to 0.
    SKPI_EOVERFLOW: emission adds up to more than a double holds; uncertainty is so large that it cannot be combined;
        contribution is beyond the range of a double; total is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: IPCC, 2006 Guidelines for National Greenhouse Gas Inventories, volume 1, equations 3.1 and 3.2.
    """
    call = _call.Call("skpi_carbon_inventory_uncertainty", unknown=unknown)
    call.take("n", emission=emission)
    call.take("n n_factors", uncertainty=uncertainty)
    call.out("out", combined="n", contribution="n", share="n", total="", sum="")
    return call.run(InventoryUncertaintyResult)


def kaya(population: Many[float], gdp: Many[float], energy: Many[float], emission: Many[float], *,
         status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Factors of the Kaya identity: emission = population (gdp/population) (energy/gdp) (emission/energy).

    population[n]  divisor: people, in one unit for all rows.
    gdp[n]  divisor: GDP in constant prices.
    energy[n]  divisor: energy use.
    emission[n]  quantity: emission.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives factor[n][4]: quantity: population, gdp/population, energy/gdp, emission/energy, as skpi_carbon_lmdi takes
        them for one sector and four factors.

    SKPI_EOVERFLOW: factor is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV.

    Source: Kaya, Impact of carbon dioxide emission control on GNP growth, IPCC Energy and Industry Subgroup (1990).
    """
    call = _call.Call("skpi_carbon_kaya", status, "n", unknown=unknown)
    call.take("n", population=population, gdp=gdp, energy=energy, emission=emission)
    call.out(factor="n 4")
    return call.run()


def product_quantile(mu: Grid[float], sigma: Grid[float], prob: Many[float], *,
                     correlation: Grid[float] | None = None, status: list[int] | None = None,
                     **unknown: NoReturn) -> Any:
    """Quantiles of products of lognormal factors, for example of emissions by the Kaya identity, in closed form.

    mu[n][n_factors]  number: mean of the factor's logarithm, which is the logarithm of its median.
    sigma[n][n_factors]  quantity: standard deviation of the factor's logarithm.
    correlation[n_factors][n_factors]  number: correlations of the logarithms; by default none.
    prob[n_prob]  probability of each quantile, in any order.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives quantile[n][n_prob]: quantity in the unit of the product.

    SKPI_EOVERFLOW: quantile is beyond the range of a double.
    SKPI_ERANGE: correlation is outside [-1,1], or not 1 on the diagonal.
    SKPI_EINCONSISTENT: correlation is not symmetric or has a negative eigenvalue, so that no variables can have it.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE.

    Source: Aitchison and Brown, The Lognormal Distribution (1957), theorem 2.2.
    """
    call = _call.Call("skpi_carbon_product_quantile", status, "n", unknown=unknown)
    call.take("n_prob", prob=prob)
    call.struct("in", "n n_factors", mu=mu, sigma=sigma)
    call.struct("in", "n_factors n_factors", correlation=correlation)
    call.out(quantile="n n_prob")
    return call.run()


@dataclass(frozen=True, eq=False)
class LmdiResult:
    """What skpi_carbon_lmdi gives.

    effect[n][n_factors]  number: effect of each factor over all sectors.
    sector_effect[n][n_sectors][n_factors]  number: effect in each sector; over the sectors they add up, or multiply,
        to effect.
    total[n]  number: change of the total, or quotient of the totals.
    residual[n]  number: total less the sum of effect, or total over the product of effect, less 1; for all data it is
        only rounding.
    """
    effect: Any
    sector_effect: Any
    total: Any
    residual: Any


def lmdi(factor0: Grid[float], factor1: Grid[float], form: LmdiFormChoice, *, status: list[int] | None = None,
         **unknown: NoReturn) -> LmdiResult:
    """Decomposes the change of a total between two dates by the logarithmic mean Divisia index, LMDI-I or LMDI-II.
    The total is the sum over sectors of products of factors.

    factor0[n][n_sectors][n_factors]  number: factors at the first date; 0 is allowed.
    factor1[n][n_sectors][n_factors]  number: factors at the second date; 0 is allowed; a sector may go from 0 to
        below 0 or back.
    form  LmdiFormChoice; there is no default.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EDOM: factor1 has another sign than factor0 in a sector that is 0 at neither date; factor0 has a total of 0
        (all forms but ADDITIVE); factor1 has a total of 0 or of another sign (all forms but ADDITIVE); factor1 has no
        sector that is not 0 at both dates (ADDITIVE_II and MULTIPLICATIVE_II).
    SKPI_EOVERFLOW: factor0 has a product that is too large, or too small, for a double, or whose first factors are;
        factor1 has such a product, or its sectors add up to more than a double holds; effect is beyond the range of a
        double (all forms but ADDITIVE).
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Ang, Energy Policy 33 (2005) 867 and 86 (2015) 233; LMDI-II: Ang and Choi, The Energy Journal 18(3) (1997)
        59; zeros: Ang and Liu, Energy Policy 35 (2007) 238.
    """
    call = _call.Call("skpi_carbon_lmdi", status, "n", unknown=unknown)
    call.take("n n_sectors n_factors", factor0=factor0, factor1=factor1)
    call.take(form=_call.choice("skpi_carbon_lmdi_form", "form", form))
    call.out("out", effect="n n_factors", sector_effect="n n_sectors n_factors", total="n", residual="n")
    return call.run(LmdiResult)


@dataclass(frozen=True, eq=False)
class LmdiChainResult:
    """What skpi_carbon_lmdi_chain gives.

    effect[n_years - 1][n_factors]  number: effect of each factor over all sectors.
    sector_effect[n_years - 1][n_sectors][n_factors]  number: effect in each sector; over the sectors they add up, or
        multiply, to effect.
    total[n_years - 1]  number: change of the total, or quotient of the totals.
    residual[n_years - 1]  number: total less the sum of effect, or total over the product of effect, less 1; for all
        data it is only rounding.
    """
    effect: Any
    sector_effect: Any
    total: Any
    residual: Any


def lmdi_chain(factor: Grid[float], form: LmdiFormChoice, **unknown: NoReturn) -> LmdiChainResult:
    """Decomposes the changes since the first year: the effects of skpi_carbon_lmdi from year to year, added up or
    multiplied. They differ from the effects between the first and the last year, because the weights change from year
    to year.

    factor[n_years][n_sectors][n_factors]  number: factors of each year; 0 is allowed; a sector may go from 0 to below
        0 or back.
    form  LmdiFormChoice; there is no default.

    SKPI_EDOM: factor has another sign than in the year before in a sector that is 0 in neither year; factor has a
        total that is 0 or has another sign than in the year before (all forms but ADDITIVE); factor has no sector
        that is not 0 in two successive years (ADDITIVE_II and MULTIPLICATIVE_II).
    SKPI_EOVERFLOW: factor has a product that is too large, or too small, for a double, or its sectors add up to more
        than a double holds; effect is beyond the range of a double; the effects of earlier years are written.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Ang, Energy Policy 86 (2015) 233; LMDI-II: as skpi_carbon_lmdi.
    """
    call = _call.Call("skpi_carbon_lmdi_chain", unknown=unknown)
    call.take("n_years n_sectors n_factors", factor=factor)
    call.take(form=_call.choice("skpi_carbon_lmdi_form", "form", form))
    call.out("out", effect="n_years-1 n_factors", sector_effect="n_years-1 n_sectors n_factors", total="n_years-1",
             residual="n_years-1")
    return call.run(LmdiChainResult)


def target_contraction(base: Many[float], rate: float, years: Many[float], *, status: list[int] | None = None,
                       **unknown: NoReturn) -> Any:
    """Targets of absolute contraction: base (1 - rate years).

    base[n]  quantity: emission of the base year.
    rate  share of base that is cut in each year: 0.042 for 1.5 degrees Celsius, 0.025 for well below 2; unusual above
        0.2.
    years[n]  quantity: number of years since the base year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives emission[n]: number: emission that is allowed

    SKPI_WHORIZON: emission is below 0: the rule is not meant for so many years.
    SKPI_EOVERFLOW: emission is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Science Based Targets initiative, Foundations of Science-based Target Setting, version 1.0 (2019), 3.2.
    """
    call = _call.Call("skpi_carbon_target_contraction", status, "n", unknown=unknown)
    call.take("n", base=base, years=years)
    call.take(rate=rate)
    call.out(emission="n")
    return call.run()


@dataclass(frozen=True, eq=False)
class TargetIntensityResult:
    """What skpi_carbon_target_intensity gives.

    target[n]  number: intensity to be reached, as emission per GDP.
    done[n]  number: cut by date1, as a fraction of the intensity of the base year.
    achieved[n]  number: annual cut from date0 to date1, compound; NaN where date1 is date0.
    required[n]  number: annual cut from date1 to target_date, compound; below 0 where the target is met; NaN where
        target_date is not after date1.
    emission[n]  number: emission that the target allows at target_date; NaN as required, and without growth.
    flat_growth[n]  number: annual growth of GDP at which exactly meeting the target keeps emissions constant; NaN as
        required.
    next[n]  number: emission one year after date1 on the required path; NaN as emission.
    verdict[n]  VerdictChoice: ALREADY_MET, MISSED or OPEN.
    """
    target: Any
    done: Any
    achieved: Any
    required: Any
    emission: Any
    flat_growth: Any
    next: Any
    verdict: Any


def target_intensity(date0: Many[float], emission0: Many[float], gdp0: Many[float], date1: Many[float],
                     emission1: Many[float], gdp1: Many[float], target_date: Many[float], cut: Many[float], *,
                     growth: Many[float] | None = None, status: list[int] | None = None,
                     **unknown: NoReturn) -> TargetIntensityResult:
    """Progress to a target for the intensity of emissions, which is emission per GDP.

    date0[n]  date of the base year.
    emission0[n]  positive emission of the base year.
    gdp0[n]  divisor: GDP of the base year, in constant prices.
    date1[n]  date of the last figures.
    emission1[n]  positive emission at date1, in the unit of emission0.
    gdp1[n]  divisor: GDP at date1, in the prices of gdp0.
    target_date[n]  date at which the target is due.
    cut[n]  share of the intensity of the base year that is to be cut: 0.65 is a cut of 65 %.
    growth[n]  growth of GDP per year from date1 on, compound; by default not known; unusual beyond 0.15; at most 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: target is 0 or beyond the range of a double; another member of out is beyond the range of a
        double.
    SKPI_EDOM: cut is 1, which leaves no intensity; growth is not above -1.
    SKPI_ENOTSORTED: date1 is before date0.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE,
        SKPI_EZERODIV.

    Source: China's nationally determined contribution (2021), for the form of the target.
    """
    call = _call.Call("skpi_carbon_target_intensity", status, "n", unknown=unknown)
    call.struct("in", "n", date0=date0, emission0=emission0, gdp0=gdp0, date1=date1, emission1=emission1, gdp1=gdp1,
                target_date=target_date, cut=cut, growth=growth)
    call.out("out", target="n", done="n", achieved="n", required="n", emission="n", flat_growth="n", next="n",
             verdict="n")
    return call.run(TargetIntensityResult)


@dataclass(frozen=True, eq=False)
class TargetSdaResult:
    """What skpi_carbon_target_sda gives.

    intensity[n][n_years]  number: target for the emission per activity; by default not wanted.
    emission[n][n_years]  number: target for the emission, intensity times activity; by default not wanted.
    """
    intensity: Any
    emission: Any


def target_sda(intensity: Many[float], activity: Grid[float], sector_intensity: Many[float],
               sector_activity: Many[float], *, uncapped: bool = False, clamp: bool = False,
               end_intensity: Many[float] | None = None, status: list[int] | None = None,
               **unknown: NoReturn) -> TargetSdaResult:
    """Targets by the sectoral decarbonisation approach: the intensity of each place converges to that of its sector.

    uncapped  a place whose share of the sector's activity falls is allowed a higher intensity.
    clamp  a place below the sector's intensity in the target year keeps its own instead of rising to it.
    intensity[n]  quantity: the place's emission per activity in the base year.
    activity[n][n_years]  divisor: the place's activity.
    sector_intensity[n_years]  number: the sector's emission per activity.
    sector_activity[n_years]  divisor: the sector's activity.
    end_intensity[1]  number: the sector's emission per activity in the target year; by default that of the last year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: intensity is below the sector's in the target year.
    SKPI_WUNUSUAL: sector_intensity falls in its last step by more than half of its steepest fall, and end_intensity
        is None: the years may end before the sector's target year.
    SKPI_EZERODIV: sector_intensity of the target year is that of the base year.
    SKPI_EOVERFLOW: intensity is beyond the range of a double; emission is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Krabbe et al., Nature Climate Change 5 (2015) 1057; Science Based Targets initiative, Sectoral
        Decarbonization Approach (2015), 4.
    """
    call = _call.Call("skpi_carbon_target_sda", status, "n", unknown=unknown)
    call.struct("in", "n", intensity=intensity)
    call.struct("in", "n n_years", activity=activity)
    call.struct("in", "n_years", sector_intensity=sector_intensity, sector_activity=sector_activity)
    call.struct("in", "1", end_intensity=end_intensity)
    call.struct("in", flags=sum((bool(uncapped) * _abi.SKPI_CARBON_SDA_FLAG_UNCAPPED,
                bool(clamp) * _abi.SKPI_CARBON_SDA_FLAG_CLAMP)))
    call.out(intensity="n n_years", emission="n n_years")
    return call.run(TargetSdaResult)


@dataclass(frozen=True, eq=False)
class PeakedResult:
    """What skpi_carbon_peaked gives.

    verdict[n]  PeakedVerdictChoice.
    peak_year[n]  year of the largest value, the first of several.
    since[n]  integer: number of years from the peak to the last value.
    used[n]  integer: number of values in the window.
    peak[n]  number: the largest value.
    change[n]  number: last value/peak - 1; NaN if the peak is not above 0.
    s[n]  number: S of Mann and Kendall; NaN if the window has fewer than three values.
    variance[n]  number: variance of S without a trend; NaN as s.
    z[n]  number: S in standard deviations; NaN as s.
    p[n]  number: two-sided probability of such an S without a trend; NaN as s.
    slope[n]  number: Sen's slope, the unit of emission per year; NaN as s.
    """
    verdict: Any
    peak_year: Any
    since: Any
    used: Any
    peak: Any
    change: Any
    s: Any
    variance: Any
    z: Any
    p: Any
    slope: Any


def peaked(emission: Table, *, window: PeakedWindowChoice | None = None, min_years: int | None = None,
           significance: float | None = None, status: list[int] | None = None, **unknown: NoReturn) -> PeakedResult:
    """Tests whether the emissions of each row have peaked, by the test of Mann and Kendall in the years since their
    maximum.

    A window of fewer than three values has no trend: the verdict is PLATEAU at best.

    emission  table of number, of any sign; years may be left out; NaN = missing.
    window  PeakedWindowChoice; by default SKPI_CARBON_PEAKED_WINDOW_AFTER.
    min_years  index: least number of years since the maximum; with fewer the verdict is NOT_YET; by default 5.
    significance  number in (0,1): significance of the test; by default 0.05.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: emission.value has a break since the maximum: a step far beyond its usual change.
    SKPI_ENODATA: emission.value has no value in a row.
    SKPI_EOVERFLOW: emission.value has values in a row that differ by more than 1e302; change is beyond the range of a
        double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Mann 1945; Kendall 1975; Sen 1968; the verdicts are this library's own.
    """
    call = _call.Call("skpi_carbon_peaked", status, "n", unknown=unknown)
    call.take(emission=emission)
    call.struct("options", window=_call.choice("skpi_carbon_peaked_window", "window", window), min_years=min_years,
                significance=significance)
    call.out("out", verdict="n", peak_year="n", since="n", used="n", peak="n", change="n", s="n", variance="n", z="n",
             p="n", slope="n")
    return call.run(PeakedResult)


@dataclass(frozen=True, eq=False)
class ProgressResult:
    """What skpi_carbon_progress gives.

    verdict[n]  VerdictChoice: the first verdict that holds; never OPEN.
    last_year[n]  year of the last value.
    used[n]  integer: number of values in the window.
    last[n]  number: the last value.
    required[n]  number: annual cut that leads to the target, (now - target)/n; NaN if n is not above 0, also in
        required_share and required_compound.
    required_share[n]  number: required/now; NaN if now is not above 0.
    required_compound[n]  number: required annual cut as a compound rate; NaN if now or target is not above 0.
    achieved[n]  number: annual cut in the window, which is Sen's slope with its sign changed; NaN if the window has
        one value.
    achieved_compound[n]  number: the same from the logarithms, as a compound rate; NaN if a value in the window is
        not above 0.
    ratio[n]  number: achieved/required; NaN if the target is met or n is not above 0.
    ratio_compound[n]  number: achieved_compound/required_compound; NaN if either is NaN.
    crossing[n]  number: date at which the achieved cut reaches the target; NaN if the target is met already or never
        reached.
    crossing_compound[n]  number: the same with the compound rate; NaN likewise.
    overshoot[n]  number: cumulative emission until target_year in excess of the straight line from now to the target,
        in the unit of emission times years; NaN if n is not above 0.
    overshoot_to_date[n]  number: cumulative emission since base_year in excess of the straight line from base_year to
        the target; NaN if base_year is not before target_year.
    gap[n]  number: now less the value of that line; NaN as overshoot_to_date.
    """
    verdict: Any
    last_year: Any
    used: Any
    last: Any
    required: Any
    required_share: Any
    required_compound: Any
    achieved: Any
    achieved_compound: Any
    ratio: Any
    ratio_compound: Any
    crossing: Any
    crossing_compound: Any
    overshoot: Any
    overshoot_to_date: Any
    gap: Any


def progress(emission: Table, target_year: Many[int], target: Many[float], *, base_year: Many[int] | None = None,
             no_tolerance: bool = False, compound: bool = False, window: int | None = None,
             tolerance: float | None = None, status: list[int] | None = None, **unknown: NoReturn) -> ProgressResult:
    """Progress of each row to its target: the cut required, the cut achieved, and the date and excess to which it
    leads.

    emission  table of number, of any sign; years may be left out; NaN = missing.
    target_year[n]  year of the target.
    target[n]  number: emission in that year.
    base_year[n]  year in which the straight line to the target begins; by default the year of the row's first value.
    no_tolerance  tolerance of 0 means 0 and not the default.
    compound  the verdict compares compound rates: it is by achieved_compound and ratio_compound, not by achieved and
        ratio.
    window  index: number of years up to the last value from which the achieved cut is computed; by default 10.
    tolerance  share of the required cut that may be lacking in the verdict ON_TRACK; by default 0.05, unless
        no_tolerance=True is set.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: emission.value has a break since base_year or in the window: a step far beyond its usual change.
    SKPI_EDOM: target or a value in the window is not above 0, although the verdict needs a compound rate.
    SKPI_ENODATA: emission.value has no value in a row, or only one in a window although a rate is needed; base_year
        is a year without a value.
    SKPI_ENOTSORTED: base_year is not before target_year.
    SKPI_EOVERFLOW: emission.value has values in a row that differ by more than 1e302; target differs from a value by
        more than 1e302; required_share, a compound rate, a ratio or a crossing is beyond the range of a double.
    SKPI_EINVAL: tolerance is given beside no_tolerance=True.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Theil 1950; Sen 1968; the verdicts are this library's own.
    """
    call = _call.Call("skpi_carbon_progress", status, "n", unknown=unknown)
    call.take(emission=emission)
    call.take("n", target_year=target_year, target=target, base_year=base_year)
    call.struct("options", window=window, tolerance=tolerance)
    call.struct("options", flags=sum((bool(no_tolerance) * _abi.SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE,
                bool(compound) * _abi.SKPI_CARBON_PROGRESS_FLAG_COMPOUND)))
    call.out("out", verdict="n", last_year="n", used="n", last="n", required="n", required_share="n",
             required_compound="n", achieved="n", achieved_compound="n", ratio="n", ratio_compound="n", crossing="n",
             crossing_compound="n", overshoot="n", overshoot_to_date="n", gap="n")
    return call.run(ProgressResult)


@dataclass(frozen=True, eq=False)
class VerdictProbabilityResult:
    """What skpi_carbon_verdict_probability gives.

    peaked[n]  share of the draws that have peaked by peak_year; NaN without one.
    peaked_low[n]  share: ends of the interval of peaked; NaN as peaked.
    peaked_high[n]  share: ends of the interval of peaked; NaN as peaked.
    net_zero[n]  share of the draws that are at net zero from net_zero_date on; NaN without one.
    net_zero_low[n]  share: ends of the interval of net_zero; NaN as net_zero.
    net_zero_high[n]  share: ends of the interval of net_zero; NaN as net_zero.
    within[n]  share of the draws that stay within budget; NaN without one.
    within_low[n]  share: ends of the interval of within; NaN as within.
    within_high[n]  share: ends of the interval of within; NaN as within.
    all[n]  share of the draws in which all wanted events occur.
    all_low[n]  share: ends of the interval of all.
    all_high[n]  share: ends of the interval of all.
    """
    peaked: Any
    peaked_low: Any
    peaked_high: Any
    net_zero: Any
    net_zero_low: Any
    net_zero_high: Any
    within: Any
    within_low: Any
    within_high: Any
    all: Any
    all_low: Any
    all_high: Any


def verdict_probability(year: Many[int], emission: Grid[float], *, peak_year: Many[int] | None = None,
                        net_zero_date: Many[float] | None = None, threshold: Many[float] | None = None,
                        budget: Many[float] | None = None, convention: ConventionChoice | None = None,
                        coverage: float | None = None, status: list[int] | None = None,
                        **unknown: NoReturn) -> VerdictProbabilityResult:
    """Probabilities that emissions peak, reach net zero and stay within a budget, from draws of emission paths.
    Between its years a draw is a straight line.

    year[m]  years of the draws, evenly spaced or not.
    emission[n][n_draws][m]  number: the draws, in the caller's unit per year.
    peak_year[n]  year by which the first of the largest values must occur; by default not wanted.
    net_zero_date[n]  date from which on the emission must stay at or below threshold; by default not wanted.
    threshold[n]  number: emission that counts as net zero; by default 0.
    budget[n]  number: limit on the cumulative emission from the first year of the draws to the last; by default not
        wanted.
    convention  ConventionChoice of the cumulative emission; by default budget is None.
    coverage  number in (0,1): coverage of the intervals; by default 0.8.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINVAL: in names no event: peak_year, net_zero_date and budget are None; convention is 0 although budget is
        given.
    SKPI_ERANGE: peak_year is before the first year or not before the last one; net_zero_date is outside the first to
        the last year.
    SKPI_EOVERFLOW: emission adds up to a cumulative emission beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ENOTFINITE,
        SKPI_ESTRUCT.

    Source: Wilson, Journal of the American Statistical Association 22 (1927) 209.
    """
    call = _call.Call("skpi_carbon_verdict_probability", status, "n", unknown=unknown)
    call.take("m", year=year)
    call.take("n n_draws m", emission=emission)
    call.struct("in", "n", peak_year=peak_year, net_zero_date=net_zero_date, threshold=threshold, budget=budget)
    call.struct("in", convention=_call.choice("skpi_carbon_convention", "convention", convention), coverage=coverage)
    call.out("out", peaked="n", peaked_low="n", peaked_high="n", net_zero="n", net_zero_low="n", net_zero_high="n",
             within="n", within_low="n", within_high="n", all="n", all_low="n", all_high="n")
    return call.run(VerdictProbabilityResult)


@dataclass(frozen=True, eq=False)
class AbatementResult:
    """What skpi_carbon_abatement gives.

    use[n]  quantity: amount that each measure abates, in the unit of target.
    total  quantity: amount that all measures abate.
    cost  number: cost of that amount, the sum of cost times use.
    marginal  number: cost of the most expensive measure that is used; NaN if none is used.
    order[n]  index of the measure at each step of the supply curve, cheapest first; measures of equal cost keep their
        order.
    cumulative[n]  quantity: sum of the potentials up to and including each step of the supply curve.
    """
    use: Any
    total: float
    cost: float
    marginal: float
    order: Any
    cumulative: Any


def abatement(cost: Many[float], potential: Many[float], target: float, mode: AbatementModeChoice,
              **unknown: NoReturn) -> AbatementResult:
    """Abates a target at least cost: measures are used in the order of their cost until the target is met.

    cost[n]  number: cost per unit abated; below 0 if the measure saves money.
    potential[n]  quantity: largest amount that each measure can abate, in the unit of target.
    target  quantity: amount to be abated.
    mode  AbatementModeChoice; there is no default.

    SKPI_EINFEASIBLE: target is above the sum of potential.
    SKPI_EOVERFLOW: potential adds up to more than a double holds; cost is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: Dantzig, Operations Research 5 (1957) 266.
    """
    call = _call.Call("skpi_carbon_abatement", unknown=unknown)
    call.take("n", cost=cost, potential=potential)
    call.take(target=target, mode=_call.choice("skpi_carbon_abatement_mode", "mode", mode))
    call.out("out", use="n", total="", cost="", marginal="", order="n", cumulative="n")
    return call.run(AbatementResult)


def ensemble_add(plan: ensemble.Plan, emission: Many[float], sigma: Many[float], *, drift: Many[float] | None = None,
                 growth: Many[float] | None = None, drift_sigma: Many[float] | None = None,
                 path: Grid[float] | None = None, cumulative: Many[float] | None = None,
                 warming: Many[float] | None = None, tcre: Many[float] | None = None, **unknown: NoReturn) -> int:
    """Adds the carbon model to a plan. Its variables are 0, the emission of the year; 1, the cumulative emission:
    cumulative and the emissions from the plan's first year to the year; with tcre also 2, the warming: warming and
    tcre times the cumulative emission. Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    emission[plan.n_places]  positive: emission in the year before the plan's first.
    drift[plan.n_places]  growth: drift of the logarithm; by default 0.
    growth[plan.n_places]  growth to which the drift fades, by a tenth of the distance a year; by default the drift
        does not fade.
    sigma[plan.n_places]  quantity: standard deviation of a year's step around the drift, in logarithms; unusual above
        0.5.
    drift_sigma[plan.n_places]  quantity: standard deviation of a year's change of the drift, in logarithms; unusual
        above 0.5; by default 0.
    path[plan.n_places][plan.n_years]  positive: emissions, such as those of a policy, whose yearly steps are the
        drift; by default drift and growth.
    cumulative[plan.n_places]  number: emissions up to the year before the plan's first, in units of emission times
        years; by default 0.
    warming[plan.n_places]  number: warming where the cumulative emission is 0; by default 0.
    tcre[plan.n_places]  positive: warming per unit of cumulative emission, taken as certain; by default the model has
        no warming.
    Gives model: index of the model in the plan.

    SKPI_EINVAL: drift is given with path; growth is given with path; tcre is None although warming is given.
    SKPI_EOVERFLOW: sigma or another parameter is so large that a draw could overflow, or that the logarithms of a
        year have a standard deviation above 3.7.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: this library's own; skpi_series_fan(3).
    """
    call = _call.Call("skpi_carbon_ensemble_add", unknown=unknown)
    call.handle("plan", plan, "n_places", "n_years")
    call.struct("in", "plan->n_places", emission=emission, drift=drift, growth=growth, sigma=sigma,
                drift_sigma=drift_sigma, cumulative=cumulative, warming=warming, tcre=tcre)
    call.struct("in", "plan->n_places plan->n_years", path=path)
    call.out(model="")
    return call.run()


def ensemble_add_history(plan: ensemble.Plan, emission: Table, *, path: Grid[float] | None = None,
                         cumulative: Many[float] | None = None, warming: Many[float] | None = None,
                         tcre: Many[float] | None = None, **unknown: NoReturn) -> int:
    """Adds the carbon model to a plan, with drift, fading and deviations estimated from histories as in
    skpi_series_fan, whose closed form the quantiles of the emission have. Its variables are those of
    skpi_carbon_ensemble_add. Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    emission  table of quantity, a place of the plan a row; its last values are of the year before the plan's first;
        NaN = missing.
    path[plan.n_places][plan.n_years]  positive: emissions, such as those of a policy, whose yearly steps are the
        drift; by default the drift that the history shows.
    cumulative[plan.n_places]  number: emissions up to the year before the plan's first, in units of emission times
        years; by default 0.
    warming[plan.n_places]  number: warming where the cumulative emission is 0; by default 0.
    tcre[plan.n_places]  positive: warming per unit of cumulative emission, taken as certain; by default the model has
        no warming.
    Gives model: index of the model in the plan.

    SKPI_WWEAKFIT: fewer than 21 consecutive values could be used.
    SKPI_WADJUSTED: a limit acted on the slope or on an annual change.
    SKPI_WUNUSUAL: emission.value has a break in a row: a step far beyond its usual change.
    SKPI_EINVAL: tcre is None although warming is given.
    SKPI_EINCONSISTENT: emission.n is not the number of places of the plan; emission.year of a last value is not the
        year before the plan's first.
    SKPI_ENODATA: emission.value has fewer than six consecutive values up to its last one in a row.
    SKPI_EDOM: emission.value ends at 0 in a row.
    SKPI_EOVERFLOW: emission.value is so large or varies so much that a draw could overflow, or that the logarithms of
        a year have a standard deviation above 3.7.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: this library's own; skpi_series_fan(3).
    """
    call = _call.Call("skpi_carbon_ensemble_add_history", unknown=unknown)
    call.handle("plan", plan, "n_places", "n_years")
    call.take(emission=emission)
    call.struct("options", "plan->n_places plan->n_years", path=path)
    call.struct("options", "plan->n_places", cumulative=cumulative, warming=warming, tcre=tcre)
    call.out(model="")
    return call.run()


def ensemble_add_kaya(plan: ensemble.Plan, factor: Grid[float], sigma: Grid[float], *, shocks: bool = False,
                      factors: bool = False, drift: Grid[float] | None = None, growth: Grid[float] | None = None,
                      drift_sigma: Grid[float] | None = None, drift_correlation: Grid[float] | None = None,
                      noise_correlation: Grid[float] | None = None, path: Grid[float] | None = None,
                      cumulative: Many[float] | None = None, warming: Many[float] | None = None,
                      tcre: Many[float] | None = None, **unknown: NoReturn) -> int:
    """Adds the carbon model to a plan as a product of factors, such as the four of the Kaya identity. Its variables
    are 0, the emission of the year, which is the product; 1, the cumulative emission; with the flag FACTORS, 2 and
    on, the factors; with tcre the last is the warming. All choices of flags give the same law of the emission, but
    other draws. Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    shocks  a shock for each factor, in their order, instead of one.
    factors  the factors are variables, each with a shock.
    factor[plan.n_places][n_factors]  positive: factor in the year before the plan's first.
    drift[plan.n_places][n_factors]  growth: drift of the logarithm; by default 0.
    growth[plan.n_places][n_factors]  growth to which the drift fades, by a tenth of the distance a year; by default
        the drift does not fade.
    sigma[plan.n_places][n_factors]  quantity: standard deviation of a year's step around the drift, in logarithms;
        unusual above 0.5.
    drift_sigma[plan.n_places][n_factors]  quantity: standard deviation of a year's change of the drift, in
        logarithms; unusual above 0.5; by default 0.
    drift_correlation[n_factors][n_factors]  number in [-1,1]: correlations of the changes of the drifts; by default
        none.
    noise_correlation[n_factors][n_factors]  number in [-1,1]: correlations of the steps around the drifts; by default
        none.
    path[plan.n_places][plan.n_years][n_factors]  positive: factors, such as those of a policy, whose yearly steps are
        the drifts; by default drift and growth.
    cumulative[plan.n_places]  number: emissions up to the year before the plan's first, in units of emission times
        years; by default 0.
    warming[plan.n_places]  number: warming where the cumulative emission is 0; by default 0.
    tcre[plan.n_places]  positive: warming per unit of cumulative emission, taken as certain; by default the model has
        no warming.
    Gives model: index of the model in the plan.

    SKPI_EINVAL: drift is given with path; growth is given with path; tcre is None although warming is given.
    SKPI_ERANGE: n_factors is above 4.
    SKPI_EDOM: drift_correlation or noise_correlation is not 1 on its diagonal, not symmetric within 1e-12, or not
        positive semidefinite.
    SKPI_EOVERFLOW: sigma or another parameter is so large that a draw could overflow, or that the logarithms of a
        year have a standard deviation above 3.7.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ENODATA, SKPI_ENOTFINITE.

    Source: skpi_carbon_kaya(3) for the identity; this library's own form, skpi_series_fan(3).
    """
    call = _call.Call("skpi_carbon_ensemble_add_kaya", unknown=unknown)
    call.handle("plan", plan, "n_places", "n_years")
    call.struct("in", "plan->n_places n_factors", factor=factor, drift=drift, growth=growth, sigma=sigma,
                drift_sigma=drift_sigma)
    call.struct("in", "n_factors n_factors", drift_correlation=drift_correlation, noise_correlation=noise_correlation)
    call.struct("in", "plan->n_places plan->n_years n_factors", path=path)
    call.struct("in", "plan->n_places", cumulative=cumulative, warming=warming, tcre=tcre)
    call.struct("in", flags=sum((bool(shocks) * _abi.SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS,
                bool(factors) * _abi.SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS)))
    call.out(model="")
    return call.run()
