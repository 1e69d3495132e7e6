# Made from the headers by lib/interface/make.py; do not edit.
"""Carbon: emission paths to net zero, carbon budgets, warming; inventories, decomposition, targets, verdicts.
Emissions are in the caller's unit per year, one unit in a call, and cumulative ones in that unit. They may be below 0
where the contract says number. Dates are decimal years.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Union

from . import _abi, _core
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
           "budget_remaining", "budget_share", "gas", "gas_gwp", "gwp_star", "harmonise", "inventory_total",
           "inventory_uncertainty", "kaya", "lmdi", "lmdi_chain", "net_zero", "path_milestones", "path_net_zero",
           "path_peak", "path_range", "path_solve", "path_value", "peaked", "product_quantile", "progress",
           "target_contraction", "target_intensity", "target_sda", "verdict_probability", "warming"]


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


@dataclass(frozen=True, eq=False)
class Path:
    """Emission paths of n places, all of one shape.

    shape  ShapeChoice; there is no default.
    convention  ConventionChoice; there is no default.
    t0  date of the start.
    e0  quantity: emission at t0.
    residual  number: emission in the end, below 0 where more is removed; by default 0; only for shape = LINEAR,
        LOGISTIC, PEAK, HERMITE.
    t_peak  date of the peak; only for shape = PEAK, HERMITE.
    e_peak  quantity: emission at the peak; only for shape = PEAK, HERMITE.
    plateau  quantity: years at the peak; by default 0; only for shape = PEAK, HERMITE.
    t_net_zero  date at which the emission is residual; only for shape = PEAK, HERMITE.
    power  positive exponent of the decline; only for shape = PEAK.
    rate  number: decline a year in the unit (LINEAR), continuous (EXPONENTIAL, LOGISTIC), as a fraction (COMPOUND);
        below 0 the path rises; only for shape = LINEAR, EXPONENTIAL, COMPOUND, LOGISTIC.
    growth  growth at t0; by default 0; unusual beyond 0.15; only for shape = CAPPED, HERMITE.
    mitigation  decline, -growth or above; only for shape = CAPPED.
    t_mid  number: date of the inflexion, which may lie outside 1500 to 2400; only for shape = LOGISTIC.
    t_end  date at which a target holds; infinite = for ever (a budget of EXPONENTIAL, COMPOUND, CAPPED that is an
        integral); by default the shape says itself.
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

    def replace(self, **members: Any) -> Path:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _core.Call, parameter: str) -> None:
        call.struct(parameter, "", shape=_core.choice("skpi_carbon_shape", "shape", self.shape),
                    convention=_core.choice("skpi_carbon_convention", "convention", self.convention))
        call.struct(parameter, "n", t0=self.t0, e0=self.e0, residual=self.residual, t_peak=self.t_peak,
                    e_peak=self.e_peak, plateau=self.plateau, t_net_zero=self.t_net_zero, power=self.power,
                    rate=self.rate, growth=self.growth, mitigation=self.mitigation, t_mid=self.t_mid,
                    t_end=self.t_end)


@dataclass(frozen=True, eq=False)
class PathValueResult:
    """What skpi_carbon_path_value gives.

    emission[n][n_years]  number: emission of the year; by default not wanted.
    cumulative[n][n_years]  number: cumulative emission by the path's convention; by default not wanted.
    """
    emission: Any
    cumulative: Any


def path_value(path: Path, first_year: int, n_years: int, *, status: list[int] | None = None) -> PathValueResult:
    """Emission of each place in each year, and cumulative from t0 to it, in closed form.

    path  with every parameter of its shape.
    first_year  axis of whole years: 2030 is the date 2030.0.
    n_years  axis of whole years: 2030 is the date 2030.0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENOTSORTED: path.t0 is after first_year; path.t_peak is before path.t0; path.t_net_zero is not after the
        plateau; path.t_end is not after path.t0.
    SKPI_EOVERFLOW: emission is so large that a cumulative one could overflow; path.e0 is so large that a cumulative
        emission could overflow (above 4e304), or residual or path.e_peak are.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t0 is no whole year, which a sum of annual values needs.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND).
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
        Anal. 17 (1980) 238; LOGISTIC and PEAK: this library, smartkpi_carbon(7).
    """
    call = _core.Call("skpi_carbon_path_value", status, "n")
    call.shared("path", path)
    call.axis(n_years=n_years)
    call.value(first_year=first_year)
    call.out("n n_years", "emission", "cumulative")
    return call.run(PathValueResult)


def path_solve(path: Path, by: TargetChoice, target: Many[float], *, status: list[int] | None = None) -> Any:
    """The free parameter of each path that meets a target: LINEAR, EXPONENTIAL, COMPOUND rate; LOGISTIC t_mid; CAPPED
    mitigation; PEAK power; HERMITE t_net_zero.

    path  without the free parameter, which is None.
    by  TargetChoice: what the target is.
    target[n]  number: a cumulative emission, an emission or a date.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives unknown[n]: number: the free parameter

    SKPI_EINVAL: by is not a target of this shape; path.rate (or what is free) is given; path.t_end is None although
        the target holds at it; path.t_end is given although the target does not use it; path.convention is not the
        integral for a budget of LINEAR or HERMITE.
    SKPI_EDOM: path.e0 is 0, or not above path.residual; the target is the same for every value of the free parameter;
        path.rate is 0 (LOGISTIC); path.residual is not below 0 for a date of LOGISTIC; path.t_end is outside the
        decline (PEAK); path.t_end or path.t_net_zero is no whole year, which a sum of annual values needs;
        path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is below
        -growth; path.t0 is no whole year, which a sum of annual values needs.
    SKPI_ERANGE: path.rate is below 0 (LOGISTIC); path.plateau leaves no time for a decline (HERMITE); target is
        outside 1500 to 2400 although it is a date; path.rate is above 1 (COMPOUND).
    SKPI_EINFEASIBLE: target is below all that can be met: see skpi_carbon_path_range.
    SKPI_ENOTBINDING: target is above all that can be met.
    SKPI_EOVERFLOW: unknown is beyond the range of a double; path.e0 is so large that a cumulative emission could
        overflow (above 4e304), or residual or path.e_peak are.
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: as skpi_carbon_path_value.
    """
    call = _core.Call("skpi_carbon_path_solve", status, "n")
    call.shared("path", path)
    call.value(by=_core.choice("skpi_carbon_target", "by", by))
    call.take("n", target=target)
    call.out("n", "unknown")
    return call.run()


@dataclass(frozen=True, eq=False)
class PathRangeResult:
    """What skpi_carbon_path_range gives.

    low[n]  number: lower end; infinite = no bound; by default not wanted.
    high[n]  number: upper end; infinite = no bound; by default not wanted.
    """
    low: Any
    high: Any


def path_range(path: Path, by: TargetChoice, *, status: list[int] | None = None) -> PathRangeResult:
    """Open interval of the targets that each path can meet; skpi_carbon_path_range(3) tells which ends can be met
    too.

    path  without the free parameter, which is None.
    by  TargetChoice: what the target is.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINVAL: by is not a target of this shape; path.rate (or what is free) is given; path.t_end is None although
        the target holds at it; path.t_end is given although the target does not use it; path.convention is not the
        integral for a budget of LINEAR or HERMITE.
    SKPI_EDOM: path.e0 is 0, or not above path.residual; the target is the same for every value of the free parameter;
        path.rate is 0 (LOGISTIC); path.residual is not below 0 for a date of LOGISTIC; path.t_end is outside the
        decline (PEAK); path.t_end or path.t_net_zero is no whole year, which a sum of annual values needs;
        path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is below
        -growth; path.t0 is no whole year, which a sum of annual values needs.
    SKPI_ERANGE: path.rate is below 0 (LOGISTIC); path.plateau leaves no time for a decline (HERMITE); path.rate is
        above 1 (COMPOUND).
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    SKPI_EOVERFLOW: path.e0 is so large that a cumulative emission could overflow (above 4e304), or residual or
        path.e_peak are.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: as skpi_carbon_path_value.
    """
    call = _core.Call("skpi_carbon_path_range", status, "n")
    call.shared("path", path)
    call.value(by=_core.choice("skpi_carbon_target", "by", by))
    call.out("n", "low", "high")
    return call.run(PathRangeResult)


@dataclass(frozen=True, eq=False)
class PathPeakResult:
    """What skpi_carbon_path_peak gives.

    t_peak[n]  number: first date of the maximum; by default not wanted.
    e_peak[n]  number: emission then; by default not wanted.
    """
    t_peak: Any
    e_peak: Any


def path_peak(path: Path, *, status: list[int] | None = None) -> PathPeakResult:
    """Date and emission of the maximum of each path; NaN where it rises for ever.

    path  with every parameter of its shape.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: t_peak is beyond the range of a double, or e_peak is; path.e0 is so large that a cumulative
        emission could overflow (above 4e304), or residual or path.e_peak are.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t0 is no whole year, which a sum of annual values needs.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND).
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: as skpi_carbon_path_value.
    """
    call = _core.Call("skpi_carbon_path_peak", status, "n")
    call.shared("path", path)
    call.out("n", "t_peak", "e_peak")
    return call.run(PathPeakResult)


@dataclass(frozen=True, eq=False)
class PathNetZeroResult:
    """What skpi_carbon_path_net_zero gives.

    first[n]  number: the first such date; by default not wanted
    permanent[n]  number: date from which on the emission stays so; by default not wanted
    """
    first: Any
    permanent: Any


def path_net_zero(path: Path, *, threshold: Many[float] | None = None,
                  status: list[int] | None = None) -> PathNetZeroResult:
    """Dates from t0 on at which the emission of each path is at or below a threshold; NaN = never.

    path  with every parameter of its shape.
    threshold[n]  number: emission that counts as net zero; by default 0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: permanent is beyond the range of a double; path.e0 is so large that a cumulative emission could
        overflow (above 4e304), or residual or path.e_peak are.
    SKPI_EDOM: path.e_peak is not above path.residual; path.e0 is below path.residual (LINEAR); path.mitigation is
        below -growth; path.t0 is no whole year, which a sum of annual values needs.
    SKPI_ERANGE: path.rate is above 1 (COMPOUND).
    SKPI_ENOTSORTED: path.t_peak is before path.t0; path.t_net_zero is not after the plateau; path.t_end is not after
        path.t0.
    SKPI_EINCONSISTENT: path.e_peak is below path.e0; path.e_peak is not path.e0 although path.t_peak is path.t0.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: as skpi_carbon_path_value.
    """
    call = _core.Call("skpi_carbon_path_net_zero", status, "n")
    call.shared("path", path)
    call.take("n", threshold=threshold)
    call.out("n", "first", "permanent")
    return call.run(PathNetZeroResult)


@dataclass(frozen=True, eq=False)
class PathMilestonesResult:
    """What skpi_carbon_path_milestones gives.

    emission[n][n_years]  number: emission of the year; by default not wanted.
    cumulative[n][n_years]  number: cumulative emission by the convention; by default not wanted.
    """
    emission: Any
    cumulative: Any


def path_milestones(milestone: Table, convention: ConventionChoice, first_year: int, n_years: int, *,
                    status: list[int] | None = None) -> PathMilestonesResult:
    """A smooth path through milestones, monotone between each two of them.

    milestone  table of number: emissions of any sign, at least two of each place; NaN = missing.
    convention  ConventionChoice, whose t0 is each place's first milestone.
    first_year  axis of whole years between the first and the last milestone of every place.
    n_years  axis of whole years between the first and the last milestone of every place.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ENODATA: milestone.value has fewer than two milestones in a row.
    SKPI_EDOM: first_year is before the first milestone of a row; n_years end after the last one.
    SKPI_EOVERFLOW: milestone.value is so large that a cumulative emission could overflow.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300.
    """
    call = _core.Call("skpi_carbon_path_milestones", status, "n")
    call.table("milestone", milestone)
    call.axis(n_years=n_years)
    call.value(convention=_core.choice("skpi_carbon_convention", "convention", convention), first_year=first_year)
    call.out("n n_years", "emission", "cumulative")
    return call.run(PathMilestonesResult)


@dataclass(frozen=True, eq=False)
class NetZeroResult:
    """What skpi_carbon_net_zero gives.

    first[n]  number: first date at or below the threshold; NaN where there is none.
    permanent[n]  number: date from which on it stays so to the last year; NaN where it does not.
    verdict[n]  NetZeroVerdictChoice.
    """
    first: Any
    permanent: Any
    verdict: Any


def net_zero(emission: Table, *, threshold: Many[float] | None = None,
             status: list[int] | None = None) -> NetZeroResult:
    """When the straight lines between the values of a series are at or below a threshold, first and for good.

    emission  table of number, any sign.
    threshold[n]  number: emission that counts as net zero; by default 0.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: emission.value is too far from threshold for a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: plane geometry; the verdicts are this library's own.
    """
    call = _core.Call("skpi_carbon_net_zero", status, "n")
    call.table("emission", emission)
    call.take("n", threshold=threshold)
    call.outs("out", first="n", permanent="n", verdict="n")
    return call.run(NetZeroResult)


def budget_share(budget: float, *, population: Many[float] | None = None, emission: Many[float] | None = None,
                 interpolate: bool = False, rule: BudgetRuleChoice | None = None, weight: float | None = None,
                 discount: float | None = None, history_emission: Table | None = None,
                 history_population: Table | None = None) -> Any:
    """Allowance of each place: its part of a carbon budget. By rules other than CUMULATIVE allowances add up to the
    budget; by CUMULATIVE one may be below 0.

    population[n]  quantity of people, one unit for all; not read by GRANDFATHER; by default the rule does not use it.
    emission[n]  quantity: emission of a year; read by GRANDFATHER and BLEND alone; by default the rule does not use
        it.
    budget  number, in any unit.
    interpolate  years that a history leaves out lie on straight lines.
    rule  BudgetRuleChoice; by default SKPI_CARBON_BUDGET_RULE_PER_CAPITA.
    weight  share of the budget that goes by population; by default none of it; only for rule = BLEND.
    discount  share by which a past year counts less than the one after it; by default none; unusual above 0.1; only
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
        history_emission.year leaves out a year without the flag INTERPOLATE.
    SKPI_EOVERFLOW: population adds up to more than a double holds, or emission or a year of a history does; allowance
        is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT,
        SKPI_ENOTSORTED, SKPI_EDUPLICATE.

    Source: Raupach et al., Nature Climate Change 4 (2014) 873; CUMULATIVE: Matthews, Nature Climate Change 6 (2016)
        60.
    """
    call = _core.Call("skpi_carbon_budget_share")
    call.flag("options", _abi.SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE, interpolate)
    call.take("n", population=population, emission=emission)
    call.value(budget=budget)
    call.struct("options", "", rule=_core.choice("skpi_carbon_budget_rule", "rule", rule), weight=weight,
                discount=discount, history_emission=history_emission, history_population=history_population)
    call.out("n", "allowance")
    return call.run()


def budget_converge(emission: Many[float], population: Grid[float], first_year: int, converge_year: int, *,
                    form: BudgetConvergeFormChoice | None = None, speed: float | None = None) -> Any:
    """Contraction and convergence: shares of emissions that move from those of first_year to equal ones a head.

    emission[n]  quantity: emission in first_year.
    population[n][n_years]  quantity of people, one unit for all.
    first_year  axis: the base year and those after it.
    converge_year  year from which on shares are those of the population.
    form  BudgetConvergeFormChoice; by default SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR.
    speed  quantity: a in exp(-a (1 - x)), x the part of the way that is gone; by default 4; only for form =
        EXPONENTIAL.
    Gives share[n][n_years]: share of the emissions of the year; each year adds up to 1.

    SKPI_ENOTSORTED: converge_year is not after first_year.
    SKPI_EZERODIV: emission adds up to 0; population adds up to 0 in a year.
    SKPI_EOVERFLOW: emission adds up to more than a double holds, or population does in a year.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: Meyer, Contraction and Convergence (2000).
    """
    call = _core.Call("skpi_carbon_budget_converge")
    call.take("n", emission=emission)
    call.take("n n_years", population=population)
    call.value(first_year=first_year, converge_year=converge_year)
    call.struct("options", "", form=_core.choice("skpi_carbon_budget_converge_form", "form", form), speed=speed)
    call.out("n n_years", "share")
    return call.run()


@dataclass(frozen=True, eq=False)
class BudgetRemainingResult:
    """What skpi_carbon_budget_remaining gives.

    budget  positive: Gt of CO2.
    t_budget  date from which the budget counts: 2020 or 2025; by default not wanted.
    """
    budget: float
    t_budget: float


def budget_remaining(warming: float, probability: float, edition: BudgetEditionChoice) -> BudgetRemainingResult:
    """Remaining carbon budget: CO2 that keeps warming below a limit with a probability. Nothing is interpolated.
    Experimental: it may still change before 1.0.0.

    warming  number: limit in degrees Celsius above 1850-1900: 1.5, 1.7 or 2.
    probability  probability of staying below it: 0.5, 0.67 or 0.83; of AR6 also 0.17 and 0.33.
    edition  BudgetEditionChoice; there is no default.

    SKPI_ENOTFOUND: warming is not in the table; probability is not in the table for this limit.
    By the kinds of the arguments: SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINVAL.

    Source: IPCC AR6 WG1 (2021), table SPM.2; Indicators of Global Climate Change 2024, data of June 2025.
    """
    call = _core.Call("skpi_carbon_budget_remaining")
    call.value(warming=warming, probability=probability, edition=_core.choice("skpi_carbon_budget_edition", "edition",
               edition))
    call.out("", "budget", "t_budget")
    return call.run(BudgetRemainingResult)


def budget_date(emission: Table, t_budget: Many[float], budget: Many[float], *,
                status: list[int] | None = None) -> Any:
    """Date at which each series has used up a budget: the straight lines between its values, summed up from t_budget
    on. Emissions below 0 give some of it back; the date is the first.

    emission  table of number, any sign; the line goes on across years that are missing; NaN = missing.
    t_budget[n]  date from which the budget counts, from the first value of the row to the last.
    budget[n]  number: what may be emitted from then on, in the unit of emission times years; 0 or less is used up.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives date[n]: number: decimal year; NaN where the last value comes first

    SKPI_WMISSING: a value is missing.
    SKPI_ENODATA: emission.value has no value in a row.
    SKPI_EDOM: t_budget is before the first value of its row, or after the last.
    SKPI_EOVERFLOW: emission.value is so large that a cumulative emission could overflow, or budget is.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: plane geometry.
    """
    call = _core.Call("skpi_carbon_budget_date", status, "n")
    call.table("emission", emission)
    call.take("n", t_budget=t_budget, budget=budget)
    call.out("n", "date")
    return call.run()


@dataclass(frozen=True, eq=False)
class WarmingResult:
    """What skpi_carbon_warming gives.

    best[n]  number: best estimate in degrees Celsius; by default not wanted
    quantile[n][n_prob]  number: quantiles of the warming in degrees Celsius; by default not wanted.
    """
    best: Any
    quantile: Any


def warming(cumulative: Many[float], *, prob: Many[float] | None = None) -> WarmingResult:
    """Warming by cumulative CO2: the transient climate response to cumulative emissions (TCRE), 0.45 degrees Celsius
    per 1000 Gt, likely 0.27 to 0.63.

    cumulative[n]  number: Gt of CO2; below 0 it cools.
    prob[n_prob]  probability of each quantile, in any order.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: IPCC AR6 WG1 (2021), SPM D.1.1; the normal distribution is this library's choice.
    """
    call = _core.Call("skpi_carbon_warming")
    call.take("n", cumulative=cumulative)
    call.take("n_prob", prob=prob)
    call.spare("n_prob")
    call.out("n", "best")
    call.out("n n_prob", "quantile")
    return call.run(WarmingResult)


def gwp_star(emission: Table, gwp100: float, first_year: int, n_years: int, *,
             status: list[int] | None = None) -> Any:
    """Emissions of a short-lived gas as CO2 that warms alike (GWP*): gwp100 (4.53 E(t) - 4.25 E(t - 20)).

    emission  table of number: mass of the gas a year; NaN = missing.
    gwp100  positive: warming potential of the gas over 100 years.
    first_year  axis; each year needs its own value and that of exactly 20 years before.
    n_years  axis; each year needs its own value and that of exactly 20 years before.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives equivalent[n][n_years]: number: mass of CO2 a year, in the unit of emission.

    SKPI_ENODATA: emission.year has no value for a year, or for that 20 years before it.
    SKPI_EOVERFLOW: equivalent is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Smith, Cain and Allen, npj Climate and Atmospheric Science 4 (2021) 19.
    """
    call = _core.Call("skpi_carbon_gwp_star", status, "n")
    call.table("emission", emission)
    call.axis(n_years=n_years)
    call.value(gwp100=gwp100, first_year=first_year)
    call.out("n n_years", "equivalent")
    return call.run()


@dataclass(frozen=True, eq=False)
class HarmoniseResult:
    """What skpi_carbon_harmonise gives.

    emission[n][m]  number: harmonised emissions in the model's years; NaN before base_year by BUDGET and KEEP_ZERO.
    zero_date[n]  number: date of zero that KEEP_ZERO kept; NaN by other methods; by default not wanted.
    """
    emission: Any
    zero_date: Any


def harmonise(model: Table, history: Many[float], base_year: int, method: HarmoniseMethodChoice, *,
              past: bool = False, end_year: int | None = None, zero_date: Many[float] | None = None,
              budget: Many[float] | None = None, status: list[int] | None = None) -> HarmoniseResult:
    """Paths of a model moved onto an inventory: in base_year they have its value, later they go back to the model.

    model  table of number: emissions of the model, any sign, linear between its years.
    history[n]  number: emission of the inventory in base_year.
    base_year  year within those of the model.
    past  the model may have years before base_year.
    method  HarmoniseMethodChoice; there is no default.
    end_year  year from which on the model holds; only for method = REDUCE_OFFSET, REDUCE_RATIO, INTERPOLATE.
    zero_date[n]  date at which the model is 0; by default its first zero after base_year; only for method =
        KEEP_ZERO.
    budget[n]  number: cumulative emission from base_year to the last year, by trapezoids; by default that of the
        model; only for method = BUDGET.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EDOM: base_year is outside the model's years, or their last one (BUDGET); model.year has years before
        base_year without past=True; end_year is after the model's last year (INTERPOLATE); history has not the sign
        of the model in base_year (RATIO, REDUCE_RATIO); model.value is not above 0 in base_year (KEEP_ZERO);
        zero_date is not after base_year.
    SKPI_ENOTSORTED: end_year is not after base_year.
    SKPI_EZERODIV: model.value is 0 in base_year (RATIO, REDUCE_RATIO).
    SKPI_ENOTFOUND: model.value never reaches 0 and zero_date is None (KEEP_ZERO).
    SKPI_EOVERFLOW: emission is beyond the range of a double.
    SKPI_ENOMEM: model.m years have no memory.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENODATA, SKPI_ERANGE, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: Gidden et al., Environmental Modelling and Software 105 (2018) 187; KEEP_ZERO is this library's own.
    """
    call = _core.Call("skpi_carbon_harmonise", status, "n")
    call.table("model", model)
    call.flag("options", _abi.SKPI_CARBON_HARMONISE_FLAG_PAST, past)
    call.take("n", history=history)
    call.value(base_year=base_year)
    call.struct("options", "", method=_core.choice("skpi_carbon_harmonise_method", "method", method),
                end_year=end_year)
    call.struct("options", "n", zero_date=zero_date, budget=budget)
    call.out("n m", "emission")
    call.out("n", "zero_date")
    return call.run(HarmoniseResult)


def gas_gwp(gas: str, gwp: GwpChoice) -> float:
    """Warming potential of a gas, kg of CO2 equivalent a kg.

    gas  text: its name, "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter.
    gwp  GwpChoice; there is no default.
    Gives value: positive potential.

    SKPI_ENOTFOUND: gas is not known, or not in this set.
    By the kinds of the arguments: SKPI_EINVAL.

    Source: IPCC AR4 WG1 table 2.14; AR5 WG1 table 8.A.1; AR6 WG1 tables 7.SM.7 and 7.15 (fossil and other methane).
    """
    call = _core.Call("skpi_carbon_gas_gwp")
    call.text("gas", gas)
    call.value(gwp=_core.choice("skpi_carbon_gwp", "gwp", gwp))
    call.out("", "value")
    return call.run()


def gas(i: int) -> str | None:
    """Name of gas i = 0, 1, 2 ... of those that have a warming potential in some set; None past the last one."""
    return _core.plain("skpi_carbon_gas", i)


@dataclass(frozen=True, eq=False)
class InventoryTotalResult:
    """What skpi_carbon_inventory_total gives.

    basic  number: BASIC, scopes 1 and 2 of energy and transport, own waste.
    basic_plus  number: BASIC+, with industry, land use and scope 3 of energy and transport.
    territorial  number: all of scope 1.
    other  number: scope 3 that neither has.
    scope[3]  number: sums of scopes 1, 2, 3.
    completeness  share of the required sub-sectors that have a number or NO; NaN if none is required.
    ne  integer: rows not estimated.
    ie  integer: rows included elsewhere.
    row[n]  number: CO2e of each row; NaN where it has a key
    basis  what the totals mean: by which gwp; unstated where own_gwp was used.
    biogenic  number: sum of CO2(b), which is reported beside the totals.
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
                    own_gas: Sequence[str] | None = None, own_gwp: Many[float] | None = None) -> InventoryTotalResult:
    """Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC).

    reference[n]  text: sub-sector of the GPC, "I.1.1".
    gas[n]  text: "CH4", "CH4 fossil"; "CO2(b)" is biogenic and in no total.
    amount[n]  number: mass of the gas; below 0 where it is removed.
    scope[n]  one of 1, 2, 3.
    key[n]  KeyChoice; by default all have values.
    required[n_required]  text: sub-sectors that a complete inventory has.
    own_gas[n_own]  text: gases that have them, each once.
    own_gwp[n_own]  positive potential, in place of that of the set; by default none.
    gwp  GwpChoice; there is no default.

    SKPI_ENOTFOUND: reference is not known; required is not known; gas is not known, or not in this set.
    SKPI_EINCONSISTENT: scope is not that of reference: its third digit, but III.1.2 is 3, III.1.3 and I.4.4 are 1.
    SKPI_EDUPLICATE: required has one twice; own_gas has one twice.
    SKPI_EINVAL: n_own is 0 although own_gas is given; n_own is 0 although own_gwp is given; own_gwp is None although
        own_gas is given.
    SKPI_EOVERFLOW: amount is so large that its CO2e or a total is beyond the range of a double.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1.
    """
    call = _core.Call("skpi_carbon_inventory_total")
    call.value(gwp=_core.choice("skpi_carbon_gwp", "gwp", gwp))
    call.struct("in", "n", reference=reference, gas=gas, amount=amount, scope=scope,
                key=_core.choice("skpi_carbon_key", "key", key))
    call.struct("in", "n_required", required=required)
    call.struct("in", "n_own", own_gas=own_gas, own_gwp=own_gwp)
    call.basis_out("out", "basis")
    call.outs("out", basic="", basic_plus="", territorial="", other="", scope="3", completeness="", ne="", ie="",
              row="n", biogenic="")
    return call.run(InventoryTotalResult)


@dataclass(frozen=True, eq=False)
class InventoryUncertaintyResult:
    """What skpi_carbon_inventory_uncertainty gives.

    combined[n]  quantity: uncertainty of each source.
    contribution[n]  quantity: what each source adds to the square of total.
    share[n]  share of each source in the variance; NaN if nothing is uncertain.
    total  quantity: uncertainty of the sum, as a fraction of its magnitude.
    sum  number: sum of emission.
    """
    combined: Any
    contribution: Any
    share: Any
    total: float
    sum: float


def inventory_uncertainty(emission: Many[float], uncertainty: Grid[float]) -> InventoryUncertaintyResult:
    """Uncertainty of a sum of sources by propagation of errors (Approach 1 of the IPCC). Sources are uncorrelated.

    emission[n]  number: emission of each source; below 0 where it is removed.
    uncertainty[n][n_factors]  quantity: half the width of the factor's 95 % interval, as a fraction of the factor;
        unusual above 1.

    SKPI_EZERODIV: emission adds up to 0.
    SKPI_EOVERFLOW: emission adds up to more than a double holds; uncertainty is so large that it cannot be combined;
        contribution is beyond the range of a double; total is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: IPCC, 2006 Guidelines for National Greenhouse Gas Inventories, volume 1, equations 3.1 and 3.2.
    """
    call = _core.Call("skpi_carbon_inventory_uncertainty")
    call.take("n", emission=emission)
    call.take("n n_factors", uncertainty=uncertainty)
    call.outs("out", combined="n", contribution="n", share="n", total="", sum="")
    return call.run(InventoryUncertaintyResult)


def kaya(population: Many[float], gdp: Many[float], energy: Many[float], emission: Many[float], *,
         status: list[int] | None = None) -> Any:
    """Factors of the Kaya identity: emission = population (gdp/population) (energy/gdp) (emission/energy).

    population[n]  divisor: people, in one unit.
    gdp[n]  divisor: GDP in constant prices.
    energy[n]  divisor: energy used.
    emission[n]  quantity: emission.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives factor[n][4]: quantity: population, gdp/population, energy/gdp, emission/energy: one sector and four factors
        of skpi_carbon_lmdi.

    SKPI_EOVERFLOW: factor is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV.

    Source: Kaya, Impact of carbon dioxide emission control on GNP growth, IPCC Energy and Industry Subgroup (1990).
    """
    call = _core.Call("skpi_carbon_kaya", status, "n")
    call.take("n", population=population, gdp=gdp, energy=energy, emission=emission)
    call.out("n 4", "factor")
    return call.run()


def product_quantile(mu: Grid[float], sigma: Grid[float], prob: Many[float], *,
                     correlation: Grid[float] | None = None, status: list[int] | None = None) -> Any:
    """Quantiles of products of lognormal factors in closed form: of emissions by the Kaya identity, for example.

    mu[n][n_factors]  number: mean of the factor's logarithm, the logarithm of its median.
    sigma[n][n_factors]  quantity: standard deviation of the factor's logarithm.
    correlation[n_factors][n_factors]  number: correlations of the logarithms; by default none.
    prob[n_prob]  probability of each quantile, in any order.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives quantile[n][n_prob]: quantity in the unit of the product.

    SKPI_EOVERFLOW: quantile is beyond the range of a double.
    SKPI_ERANGE: correlation is outside [-1,1], or not 1 on the diagonal.
    SKPI_EINCONSISTENT: correlation is not symmetric, or has a negative eigenvalue: no variables are correlated so.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE.

    Source: Aitchison and Brown, The Lognormal Distribution (1957), theorem 2.2.
    """
    call = _core.Call("skpi_carbon_product_quantile", status, "n")
    call.take("n_prob", prob=prob)
    call.struct("in", "n n_factors", mu=mu, sigma=sigma)
    call.struct("in", "n_factors n_factors", correlation=correlation)
    call.out("n n_prob", "quantile")
    return call.run()


@dataclass(frozen=True, eq=False)
class LmdiResult:
    """What skpi_carbon_lmdi gives.

    effect[n][n_factors]  number: effect of each factor over all sectors.
    sector_effect[n][n_sectors][n_factors]  number: effect in each sector; over the sectors they add up, or multiply,
        to effect.
    total[n]  number: change of the total, or quotient of the totals.
    residual[n]  number: total less the sum of effect, or total over the product of effect, less 1; rounding, whatever
        the data.
    """
    effect: Any
    sector_effect: Any
    total: Any
    residual: Any


def lmdi(factor0: Grid[float], factor1: Grid[float], form: LmdiFormChoice, *,
         status: list[int] | None = None) -> LmdiResult:
    """What the change of a total between two dates is due to: logarithmic mean Divisia index, LMDI-I or LMDI-II. The
    total is the sum over sectors of products of factors.

    factor0[n][n_sectors][n_factors]  number: factors at the first date; 0 is fine.
    factor1[n][n_sectors][n_factors]  number: factors at the second date, below 0 only where factor0 is.
    form  LmdiFormChoice; there is no default.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EDOM: factor1 has another sign than factor0; factor0 has a total of 0 (all forms but ADDITIVE); factor1 has a
        total of 0 or of another sign (all forms but ADDITIVE); factor1 has no sector that is there at both dates
        (ADDITIVE_II and MULTIPLICATIVE_II).
    SKPI_EOVERFLOW: factor0 has a product that is too large, or too small, for a double; factor1 has one, or its
        sectors add up to more than a double holds; effect is beyond the range of a double (all forms but ADDITIVE).
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Ang, Energy Policy 33 (2005) 867 and 86 (2015) 233; LMDI-II: Ang and Choi, The Energy Journal 18(3) (1997)
        59; zeros: Ang and Liu, Energy Policy 35 (2007) 238.
    """
    call = _core.Call("skpi_carbon_lmdi", status, "n")
    call.take("n n_sectors n_factors", factor0=factor0, factor1=factor1)
    call.value(form=_core.choice("skpi_carbon_lmdi_form", "form", form))
    call.outs("out", effect="n n_factors", sector_effect="n n_sectors n_factors", total="n", residual="n")
    return call.run(LmdiResult)


@dataclass(frozen=True, eq=False)
class LmdiChainResult:
    """What skpi_carbon_lmdi_chain gives.

    effect[n_years - 1][n_factors]  number: effect of each factor over all sectors.
    sector_effect[n_years - 1][n_sectors][n_factors]  number: effect in each sector; over the sectors they add up, or
        multiply, to effect.
    total[n_years - 1]  number: change of the total, or quotient of the totals.
    residual[n_years - 1]  number: total less the sum of effect, or total over the product of effect, less 1;
        rounding, whatever the data.
    """
    effect: Any
    sector_effect: Any
    total: Any
    residual: Any


def lmdi_chain(factor: Grid[float], form: LmdiFormChoice) -> LmdiChainResult:
    """What changes since the first year are due to: the effects of skpi_carbon_lmdi from year to year, added up or
    multiplied. They differ from those between the two ends, because the weights change with the years.

    factor[n_years][n_sectors][n_factors]  number: factors of each year; 0 is fine, below 0 only in all years.
    form  LmdiFormChoice; there is no default.

    SKPI_EDOM: factor has another sign than in the year before; factor has a total of 0 or of another sign than in the
        year before (all forms but ADDITIVE); factor has no sector that is there in this year and the one before
        (ADDITIVE_II and MULTIPLICATIVE_II).
    SKPI_EOVERFLOW: factor has a product that is too large, or too small, for a double, or its sectors add up to more
        than a double holds; effect is beyond the range of a double: earlier years are written.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Ang, Energy Policy 86 (2015) 233; LMDI-II: as skpi_carbon_lmdi.
    """
    call = _core.Call("skpi_carbon_lmdi_chain")
    call.take("n_years n_sectors n_factors", factor=factor)
    call.value(form=_core.choice("skpi_carbon_lmdi_form", "form", form))
    call.outs("out", effect="n_years-1 n_factors", sector_effect="n_years-1 n_sectors n_factors", total="n_years-1",
              residual="n_years-1")
    return call.run(LmdiChainResult)


def target_contraction(base: Many[float], rate: float, years: Many[float], *, status: list[int] | None = None) -> Any:
    """Targets of absolute contraction: base (1 - rate years).

    base[n]  quantity: emission of the base year.
    rate  share of base that is cut a year: 0.042 for 1.5 degrees Celsius, 0.025 for well below 2; unusual above 0.2.
    years[n]  quantity: years since the base year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives emission[n]: number: emission that is allowed

    SKPI_WHORIZON: emission is below 0: the rule does not mean that.
    SKPI_EOVERFLOW: emission is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Science Based Targets initiative, Foundations of Science-based Target Setting, version 1.0 (2019), 3.2.
    """
    call = _core.Call("skpi_carbon_target_contraction", status, "n")
    call.take("n", base=base, years=years)
    call.value(rate=rate)
    call.out("n", "emission")
    return call.run()


@dataclass(frozen=True, eq=False)
class TargetIntensityResult:
    """What skpi_carbon_target_intensity gives.

    target[n]  number: intensity to be reached, emission per GDP.
    done[n]  number: cut so far, as a fraction of the intensity of the base year.
    achieved[n]  number: cut a year so far, compound; NaN where date1 is date0.
    required[n]  number: cut a year from date1 on, compound; below 0 where the target is met.
    emission[n]  number: emission that the target allows at target_date; NaN without growth.
    flat_growth[n]  number: growth of GDP at which just meeting the target leaves emissions as they are.
    next[n]  number: emission a year after date1 on the required path; NaN without growth.
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
                     growth: Many[float] | None = None, status: list[int] | None = None) -> TargetIntensityResult:
    """Where a target for the intensity of emissions, emission per GDP, stands.

    date0[n]  date of the base year.
    emission0[n]  positive emission of the base year.
    gdp0[n]  divisor: GDP of the base year, in constant prices.
    date1[n]  date of the last figures.
    emission1[n]  positive emission then, in the unit of emission0.
    gdp1[n]  divisor: GDP then, in the prices of gdp0.
    target_date[n]  date at which the target is due.
    cut[n]  share of the intensity of the base year that is to go: 0.65 is -65 %.
    growth[n]  growth of GDP from date1 on, compound a year; by default not known; unusual beyond 0.15; at most 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EOVERFLOW: target is 0 or beyond the range of a double; another member of out is beyond it.
    SKPI_EDOM: cut is 1: that leaves no intensity; growth is not above -1.
    SKPI_ENOTSORTED: date1 is before date0.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE,
        SKPI_EZERODIV.

    Source: the form of the target is that of China's nationally determined contribution (2021).
    """
    call = _core.Call("skpi_carbon_target_intensity", status, "n")
    call.struct("in", "n", date0=date0, emission0=emission0, gdp0=gdp0, date1=date1, emission1=emission1, gdp1=gdp1,
                target_date=target_date, cut=cut, growth=growth)
    call.outs("out", target="n", done="n", achieved="n", required="n", emission="n", flat_growth="n", next="n",
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
               end_intensity: Many[float] | None = None, status: list[int] | None = None) -> TargetSdaResult:
    """Targets by the sectoral decarbonisation approach: the intensity of each place converges to that of its sector.

    uncapped  a place whose share of the sector's activity shrinks is allowed more.
    clamp  a place below the sector's last intensity stays there instead of rising to it.
    intensity[n]  quantity: own emission per activity in the base year.
    activity[n][n_years]  divisor: own activity.
    sector_intensity[n_years]  number: the sector's emission per activity.
    sector_activity[n_years]  divisor: the sector's activity.
    end_intensity[1]  number: the sector's in the target year; by default that of the last year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WADJUSTED: intensity is below the sector's in the target year.
    SKPI_WUNUSUAL: sector_intensity still falls in its last step, by more than half of its steepest fall, and
        end_intensity is None: the years may end before the sector's target year.
    SKPI_EZERODIV: sector_intensity of the target year is that of the base year.
    SKPI_EOVERFLOW: intensity is beyond the range of a double; emission is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Krabbe et al., Nature Climate Change 5 (2015) 1057; Science Based Targets initiative, Sectoral
        Decarbonization Approach (2015), 4.
    """
    call = _core.Call("skpi_carbon_target_sda", status, "n")
    call.flag("in", _abi.SKPI_CARBON_SDA_FLAG_UNCAPPED, uncapped)
    call.flag("in", _abi.SKPI_CARBON_SDA_FLAG_CLAMP, clamp)
    call.struct("in", "n", intensity=intensity)
    call.struct("in", "n n_years", activity=activity)
    call.struct("in", "n_years", sector_intensity=sector_intensity, sector_activity=sector_activity)
    call.struct("in", "1", end_intensity=end_intensity)
    call.out("n n_years", "intensity", "emission")
    return call.run(TargetSdaResult)


@dataclass(frozen=True, eq=False)
class PeakedResult:
    """What skpi_carbon_peaked gives.

    verdict[n]  PeakedVerdictChoice.
    peak_year[n]  year of the largest value, the first of several.
    since[n]  integer: years from the peak to the last value.
    used[n]  integer: values in the window.
    peak[n]  number: the largest value.
    change[n]  number: last value/peak - 1; NaN if the peak is not above 0.
    s[n]  number: S of Mann and Kendall.
    variance[n]  number: variance of S without a trend.
    z[n]  number: S in standard deviations.
    p[n]  number: two-sided probability of such an S without a trend.
    slope[n]  number: Sen's slope, the unit of emission per year.
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
           significance: float | None = None, status: list[int] | None = None) -> PeakedResult:
    """Has each row peaked? Its maximum, and the Mann-Kendall test of the years since.

    A window of fewer than three values has no trend: s to slope are NaN, and the verdict is PLATEAU at best.

    emission  table of number, any sign; NaN = missing; the years need not follow each other.
    window  PeakedWindowChoice; by default SKPI_CARBON_PEAKED_WINDOW_AFTER.
    min_years  index: years since the maximum below which it has not peaked; by default 5.
    significance  number in (0,1): of the test; by default 0.05.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_ENODATA: emission.value has no value in a row.
    SKPI_EOVERFLOW: emission.value differs by more than 1e302 in a row.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Mann 1945; Kendall 1975; Sen 1968; the verdicts are this library's own.
    """
    call = _core.Call("skpi_carbon_peaked", status, "n")
    call.table("emission", emission)
    call.struct("options", "", window=_core.choice("skpi_carbon_peaked_window", "window", window),
                min_years=min_years, significance=significance)
    call.outs("out", verdict="n", peak_year="n", since="n", used="n", peak="n", change="n", s="n", variance="n",
              z="n", p="n", slope="n")
    return call.run(PeakedResult)


@dataclass(frozen=True, eq=False)
class ProgressResult:
    """What skpi_carbon_progress gives.

    verdict[n]  VerdictChoice, the first that holds; never OPEN.
    last_year[n]  year of the last value.
    used[n]  integer: values in the window.
    last[n]  number: the last value.
    required[n]  number: cut a year that leads to the target, (now - target)/n; NaN if n is not above 0, as in the two
        that follow.
    required_share[n]  number: required/now; NaN if now is not above 0.
    required_compound[n]  number: compound rate of the cut; NaN if now or target is not above 0.
    achieved[n]  number: cut a year in the window, less Sen's slope; NaN if it has one value.
    achieved_compound[n]  number: the same of the logarithms, as a compound rate; NaN if a value in the window is not
        above 0.
    ratio[n]  number: achieved/required; NaN if the target is met or n is not above 0.
    ratio_compound[n]  number: achieved_compound/required_compound; NaN as those.
    crossing[n]  number: date at which the achieved cut reaches the target; NaN if it is met, or never.
    crossing_compound[n]  number: the same by the compound rate.
    overshoot[n]  number: emission until target_year beyond that of the straight line from now to the target, unit of
        emission times years; NaN if n is not above 0.
    overshoot_to_date[n]  number: the same since base_year, beyond the line from there; NaN if the line does not begin
        before target_year.
    gap[n]  number: now less that line.
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
             no_tolerance: bool = False, window: int | None = None, tolerance: float | None = None,
             status: list[int] | None = None) -> ProgressResult:
    """Progress of each row to its target: the cut required, the cut achieved, and where it leads.

    emission  table of number, any sign; NaN = missing; the years need not follow each other.
    target_year[n]  year of the target.
    target[n]  number: emission in that year.
    base_year[n]  year in which the straight line to the target begins; by default that of the row's first value.
    no_tolerance  tolerance is 0 and means it.
    window  index: years up to the last value that the achieved cut is taken from; by default 10.
    tolerance  share of the required cut that may be lacking on track; by default 0.05, but with no_tolerance=True.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_ENODATA: emission.value has no value in a row, or only one in a window that needs a rate; base_year is a year
        without a value.
    SKPI_ENOTSORTED: base_year is not before target_year.
    SKPI_EOVERFLOW: emission.value differs by more than 1e302 in a row; target differs by more from a value;
        required_share is beyond the range of a double, or a ratio or a crossing is.
    SKPI_EINVAL: tolerance is given beside no_tolerance=True.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: Theil 1950; Sen 1968; the verdicts are this library's own.
    """
    call = _core.Call("skpi_carbon_progress", status, "n")
    call.table("emission", emission)
    call.flag("options", _abi.SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE, no_tolerance)
    call.take("n", target_year=target_year, target=target, base_year=base_year)
    call.struct("options", "", window=window, tolerance=tolerance)
    call.outs("out", verdict="n", last_year="n", used="n", last="n", required="n", required_share="n",
              required_compound="n", achieved="n", achieved_compound="n", ratio="n", ratio_compound="n", crossing="n",
              crossing_compound="n", overshoot="n", overshoot_to_date="n", gap="n")
    return call.run(ProgressResult)


@dataclass(frozen=True, eq=False)
class VerdictProbabilityResult:
    """What skpi_carbon_verdict_probability gives.

    peaked[n]  share of the draws that have peaked by peak_year.
    peaked_low[n]  share: ends of the interval of peaked.
    peaked_high[n]  share: ends of the interval of peaked.
    net_zero[n]  share of the draws that are at net zero from net_zero_date on.
    net_zero_low[n]  share: ends of the interval of net_zero.
    net_zero_high[n]  share: ends of the interval of net_zero.
    within[n]  share of the draws that stay within budget.
    within_low[n]  share: ends of the interval of within.
    within_high[n]  share: ends of the interval of within.
    all[n]  share of the draws in which all events that are asked hold.
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
                        coverage: float | None = None, status: list[int] | None = None) -> VerdictProbabilityResult:
    """How probable a peak, net zero and a budget kept are, by draws of emission paths. Between its years a draw is a
    straight line.

    year[m]  years of the draws, in any distance.
    emission[n][n_draws][m]  number: the draws, the caller's unit per year.
    peak_year[n]  year by which the first of the largest values is to be; by default not asked.
    net_zero_date[n]  date from which on the emission is to stay at threshold or below; by default not asked.
    threshold[n]  number: emission that counts as net zero; by default 0.
    budget[n]  number: what the cumulative emission is not to exceed, from the first year of the draws to the last; by
        default not asked.
    convention  ConventionChoice: of the cumulative emission; by default no budget is asked.
    coverage  number in (0,1): of the intervals; by default 0.8.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINVAL: in asks for nothing: peak_year, net_zero_date and budget are None; convention is 0 although budget is
        given.
    SKPI_ERANGE: peak_year is not from the first year on and before the last; net_zero_date is not from the first year
        to the last.
    SKPI_EOVERFLOW: emission has a cumulative emission beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ENOTFINITE,
        SKPI_ESTRUCT.

    Source: Wilson, Journal of the American Statistical Association 22 (1927) 209.
    """
    call = _core.Call("skpi_carbon_verdict_probability", status, "n")
    call.take("m", year=year)
    call.take("n n_draws m", emission=emission)
    call.struct("in", "n", peak_year=peak_year, net_zero_date=net_zero_date, threshold=threshold, budget=budget)
    call.struct("in", "", convention=_core.choice("skpi_carbon_convention", "convention", convention),
                coverage=coverage)
    call.outs("out", peaked="n", peaked_low="n", peaked_high="n", net_zero="n", net_zero_low="n", net_zero_high="n",
              within="n", within_low="n", within_high="n", all="n", all_low="n", all_high="n")
    return call.run(VerdictProbabilityResult)


@dataclass(frozen=True, eq=False)
class AbatementResult:
    """What skpi_carbon_abatement gives.

    use[n]  quantity: what each measure abates, in the unit of target.
    total  quantity: what all abate.
    cost  number: what that costs, the sum of cost times use.
    marginal  number: cost of the dearest measure that is used; NaN if none is.
    order[n]  index of each measure of the supply curve, cheapest first, equal costs as given.
    cumulative[n]  quantity: potential up to and with each measure of the supply curve.
    """
    use: Any
    total: float
    cost: float
    marginal: float
    order: Any
    cumulative: Any


def abatement(cost: Many[float], potential: Many[float], target: float, mode: AbatementModeChoice) -> AbatementResult:
    """Measures that abate a target at least cost: in the order of their cost until the target is met.

    cost[n]  number: cost of a unit abated; below 0 the measure saves money.
    potential[n]  quantity: what each measure can abate, in the unit of target.
    target  quantity: what is to be abated.
    mode  AbatementModeChoice; there is no default.

    SKPI_EINFEASIBLE: target is above the sum of potential.
    SKPI_EOVERFLOW: potential adds up to more than a double holds; cost is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: Dantzig, Operations Research 5 (1957) 266.
    """
    call = _core.Call("skpi_carbon_abatement")
    call.take("n", cost=cost, potential=potential)
    call.value(target=target, mode=_core.choice("skpi_carbon_abatement_mode", "mode", mode))
    call.outs("out", use="n", total="", cost="", marginal="", order="n", cumulative="n")
    return call.run(AbatementResult)
