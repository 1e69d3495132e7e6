"""Carbon: emission paths to net zero, carbon budgets, warming by cumulative CO2; inventories, decomposition, targets.

Emissions are in your unit per year, one unit in a call; cumulative emissions and budgets in the same unit times
years.  Equations and sources: smartkpi_carbon(7).
"""
from __future__ import annotations

import dataclasses
from typing import Any

from . import _abi
from ._carbon_verdicts import (abatement, inventory_uncertainty, peaked, product_quantile, progress,
                               verdict_probability)
from ._core import Call, Table
from ._library import library

__all__ = ["Path", "abatement", "budget_converge", "budget_remaining", "budget_share", "gas", "gas_gwp", "gwp_star",
           "harmonise", "inventory_total", "inventory_uncertainty", "kaya", "lmdi", "lmdi_chain", "net_zero",
           "path_milestones", "path_net_zero", "path_peak", "path_range", "path_solve", "path_value", "peaked",
           "product_quantile", "progress", "target_contraction", "target_intensity", "target_sda",
           "verdict_probability", "warming"]


@dataclasses.dataclass(frozen=True)
class Path:
    """Emission paths, all of one shape.  Each parameter is a number, or a list with one value for each place; those that
    the shape does not use stay None.

    shape       SKPI_CARBON_SHAPE_LINEAR, _EXPONENTIAL, _COMPOUND, _LOGISTIC, _CAPPED, _PEAK or _HERMITE; there is no
                default
    convention  of cumulative emissions, there is no default: SKPI_CARBON_CONVENTION_INTEGRAL from t0,
                SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE the sum of the values at t0 + 1, t0 + 2 ...,
                SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE that sum and the value at t0
    t0, e0      date of the start, emission then, 0 or above
    residual    LINEAR, LOGISTIC, PEAK, HERMITE: emission in the end, below 0 where more is removed; None = 0
    t_peak, e_peak  PEAK, HERMITE: date and emission of the peak
    plateau     PEAK, HERMITE: years at the peak; None = 0
    t_net_zero  PEAK, HERMITE: date at which the emission is residual
    power       PEAK: exponent of the decline, above 0
    rate        LINEAR: decline a year in your unit; EXPONENTIAL, LOGISTIC: continuous, per year; COMPOUND: decline a
                year, a fraction.  Below 0 emissions rise
    growth      CAPPED, HERMITE: rate at t0, per year; None = 0
    mitigation  CAPPED: rate, per year, -growth or above
    t_mid       LOGISTIC: date of the inflexion
    t_end       path_solve and path_range: date at which the target holds; infinite for a budget of EXPONENTIAL,
                COMPOUND, CAPPED that is an integral
    """

    shape: int
    convention: int
    t0: Any
    e0: Any
    residual: Any = None
    t_peak: Any = None
    e_peak: Any = None
    plateau: Any = None
    t_net_zero: Any = None
    power: Any = None
    rate: Any = None
    growth: Any = None
    mitigation: Any = None
    t_mid: Any = None
    t_end: Any = None

    def replace(self, **changes: Any) -> Path:
        """The same path with other parameters: path.replace(power=path_solve(path, by, budget))."""
        return dataclasses.replace(self, **changes)

    def give(self, call: Call) -> None:
        call.struct("path", "n", **{f.name: getattr(self, f.name) for f in dataclasses.fields(self)})


def path_value(path: Path, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Emission of each place in each year, and cumulative from t0 to it, in closed form.

    path        with every parameter of its shape
    first_year, n_years  whole years; none may lie before t0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .emission (your unit per year), .cumulative (by the path's convention, your unit): n x n_years
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT,
                SKPI_EOVERFLOW
    Source      CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
                Anal. 17 (1980) 238; LOGISTIC and PEAK: this library, smartkpi_carbon(7)
    """
    call = Call("skpi_carbon_path_value", rows)
    path.give(call)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "emission", "cumulative")
    return call.run()


def path_solve(path: Path, by: int, target: Any, *, rows: bool = False) -> Any:
    """The free parameter of each path that meets a target: LINEAR, EXPONENTIAL, COMPOUND rate; LOGISTIC t_mid; CAPPED
    mitigation; PEAK power; HERMITE t_net_zero.

    path        without the free parameter
    by          SKPI_CARBON_TARGET_BUDGET: target is the cumulative emission by the path's convention, from t0 to net zero
                (LINEAR, PEAK, HERMITE) or to t_end, your unit
                SKPI_CARBON_TARGET_END: the emission at t_end (not HERMITE), your unit a year
                SKPI_CARBON_TARGET_NET_ZERO: the date at which the emission is residual (LINEAR) or 0 (LOGISTIC)
    rows        True: (results, status of each place) instead of an error for the first bad place
    Error       as path_value, and SKPI_EINFEASIBLE (target below the interval of path_range), SKPI_ENOTBINDING (above
                it); their words name the interval
    Source      as path_value
    """
    call = Call("skpi_carbon_path_solve", rows)
    path.give(call)
    call.value(by=by)
    call.take("n", target=target)
    call.out("n", "unknown")
    return call.run()


def path_range(path: Path, by: int, *, rows: bool = False) -> Any:
    """Open interval of the targets that each path can meet.

    path        without the free parameter
    by          as for path_solve
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .low, .high in your unit, or dates; infinite: no bound
    Error       as path_value
    Source      as path_value
    """
    call = Call("skpi_carbon_path_range", rows)
    path.give(call)
    call.value(by=by)
    call.out("n", "low", "high")
    return call.run()


def path_peak(path: Path, *, rows: bool = False) -> Any:
    """Date and emission of the maximum of each path; NaN where it rises for ever.

    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .t_peak (decimal year), .e_peak (your unit a year)
    Error       as path_value
    Source      as path_value
    """
    call = Call("skpi_carbon_path_peak", rows)
    path.give(call)
    call.out("n", "t_peak", "e_peak")
    return call.run()


def path_net_zero(path: Path, *, threshold: Any = None, rows: bool = False) -> Any:
    """Dates from t0 on at which the emission of each path is at or below a threshold; NaN = never.

    threshold   your unit a year; None = 0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .first, .permanent (decimal years): the first such date, and that from which it stays so
    Error       as path_value
    Source      as path_value
    """
    call = Call("skpi_carbon_path_net_zero", rows)
    path.give(call)
    call.take("n", threshold=threshold)
    call.out("n", "first", "permanent")
    return call.run()


def path_milestones(milestone: Table, convention: int, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """A smooth path through milestones, monotone between each two of them.

    milestone   Table of emissions in your unit a year; NaN: no milestone in that year; at least two for each place
    convention  of cumulative emissions from the first milestone on, as in Path
    first_year, n_years  whole years between the first and the last milestone of each place
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .emission, .cumulative: n x n_years
    Error       SKPI_EINVAL, SKPI_ENOTFINITE (infinite), SKPI_ERANGE, SKPI_EDOM (outside the milestones), SKPI_ENODATA,
                SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_EOVERFLOW
    Source      Fritsch and Butland 1984, SIAM J. Sci. Stat. Comput. 5, 300-304
    """
    call = Call("skpi_carbon_path_milestones", rows)
    call.table("milestone", milestone)
    call.value(convention=convention, first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "emission", "cumulative")
    return call.run()


def net_zero(emission: Table, *, threshold: Any = None, rows: bool = False) -> Any:
    """When the straight lines between the values of a series are at or below a threshold, first and for good.

    emission    Table, your unit a year
    threshold   your unit a year; None = 0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .first, .permanent (decimal years, NaN: never), .verdict (SKPI_CARBON_NET_ZERO_VERDICT_NEVER, _REACHED,
                _TEMPORARY, _ALREADY, _ALREADY_TEMPORARY)
    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ENODATA, SKPI_EOVERFLOW
    Source      plane geometry
    """
    call = Call("skpi_carbon_net_zero", rows)
    call.table("emission", emission)
    call.take("n", threshold=threshold)
    call.outs("out", first="n", permanent="n", verdict="n")
    return call.run()


def budget_share(budget: float, *, population: Any = None, emission: Any = None, rule: int | None = None,
                 weight: float | None = None, discount: float | None = None, history_emission: Table | None = None,
                 history_population: Table | None = None) -> Any:
    """Allowance of each place, its part of a carbon budget, in the budget's unit; a budget of 1 gives shares.

    population  of each place, one unit; None where the rule is SKPI_CARBON_BUDGET_RULE_GRANDFATHER
    emission    of a year, of each place, one unit; None unless the rule is SKPI_CARBON_BUDGET_RULE_GRANDFATHER or _BLEND
    rule        SKPI_CARBON_BUDGET_RULE_PER_CAPITA, _GRANDFATHER, _BLEND or _CUMULATIVE; None = _PER_CAPITA
    weight      BLEND: share of the budget that goes by population; None = 0
    discount    CUMULATIVE: share by which a past year counts less than the one after it; None = 0
    history_emission  CUMULATIVE: Table of emissions of past years in the unit of the budget; what a place emitted beyond
                its equal share of a year is taken off its part
    history_population  CUMULATIVE: Table of the same places and years; None = population in every year
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV, SKPI_EINCONSISTENT, SKPI_EOVERFLOW
    Source      Raupach et al., Nature Climate Change 4 (2014) 873; Matthews, Nature Climate Change 6 (2016) 60
    """
    call = Call("skpi_carbon_budget_share")
    call.take("n", population=population, emission=emission)
    call.value(budget=budget)
    call.struct("options", rule=rule, weight=weight, discount=discount, history_emission=history_emission,
                history_population=history_population)
    call.out("n", "allowance")
    return call.run()


def warming(cumulative: Any, *, prob: Any = None) -> Any:
    """Warming in degrees Celsius by cumulative CO2 in Gt.

    prob        None: the best estimate alone.  Probabilities in (0,1): .best and .quantile, n x n_prob
    Error       SKPI_ENOTFINITE, SKPI_ERANGE (prob)
    Source      TCRE 0.45 degrees Celsius per 1000 Gt of CO2, likely 0.27 to 0.63, as a normal: IPCC AR6 WG1 (2021), SPM
                D.1.1
    """
    call = Call("skpi_carbon_warming")
    call.take("n", cumulative=cumulative)
    call.out("n", "best")
    if prob is None:
        call.axis(n_prob=0)
    else:
        call.take("n_prob", prob=prob)
        call.out("n n_prob", "quantile")
    return call.run()


def gas_gwp(gas: str, gwp: int) -> float:
    """Warming potential of a gas, kg of CO2 equivalent a kg.

    gas         its name, "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter
    gwp         SKPI_CARBON_GWP_AR4_100, _AR5_100, _AR6_100, _AR4_20, _AR5_20, _AR6_20; there is no default
    Error       SKPI_EINVAL (gwp), SKPI_ENOTFOUND (gas is not known, or not in this set)
    Source      IPCC AR4 WG1 table 2.14, AR5 WG1 table 8.A.1, AR6 WG1 table 7.SM.7
    """
    call = Call("skpi_carbon_gas_gwp")
    call.values["gas"] = gas.encode()
    call.value(gwp=gwp)
    call.out("", "value")
    return call.run()


def gas(i: int) -> str | None:
    """Name of gas i = 0, 1, 2 ... of those that have a warming potential in some set; None past the last one."""
    text = library.skpi_carbon_gas(i)
    return None if text is None else text.decode()


def inventory_total(reference: Any, gas: Any, amount: Any, scope: Any, gwp: int, *, key: Any = None,
                    required: Any = None) -> Any:
    """Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC), in CO2 equivalents.

    reference   sub-sector of each row, "I.1.1"
    gas         of each row, "CH4"
    amount      mass of the gas; below 0 where it is removed
    scope       1, 2 or 3
    gwp         SKPI_CARBON_GWP_AR6_100 for example; there is no default
    key         SKPI_CARBON_KEY_VALUE, or what stands instead of a number: SKPI_CARBON_KEY_NOT_OCCURRING,
                _NOT_ESTIMATED, _INCLUDED, _CONFIDENTIAL; None: all have values
    required    sub-sectors that a complete inventory has
    Gives       .basic, .basic_plus, .territorial, .other, .scope (of 1, 2, 3), .completeness (a fraction; NaN if
                nothing is required), .ne, .ie (rows), .row (CO2e of each; NaN where it has a key), .basis (its gwp)
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFOUND (a sub-sector or gas), SKPI_ENOTFINITE, SKPI_EDUPLICATE
                (required twice), SKPI_EOVERFLOW
    Source      Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1
    """
    call = Call("skpi_carbon_inventory_total")
    call.struct("in", "n", reference=reference, gas=gas, amount=amount, scope=scope, key=key)
    call.struct("in", "n_required", required=required)
    call.value(gwp=gwp)
    call.outs("out", row="n", scope="3", **dict.fromkeys(
        ("basic", "basic_plus", "territorial", "other", "completeness", "ne", "ie"), ""))
    call.basis_out("out", "basis")
    return call.run()


def kaya(population: Any, gdp: Any, energy: Any, emission: Any, *, rows: bool = False) -> Any:
    """The four factors of the Kaya identity, n x 4: population, GDP a head, energy per GDP, emission per energy.

    population, gdp, energy  above 0; emission  at least 0; each in a unit of its own, GDP in constant prices
    rows        True: (results, status of each place) instead of an error for the first bad place
    Error       SKPI_ENOTFINITE, SKPI_ERANGE (negative), SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Kaya 1990
    """
    call = Call("skpi_carbon_kaya", rows)
    call.take("n", population=population, gdp=gdp, energy=energy, emission=emission)
    call.out("n 4", "factor")
    return call.run()


def lmdi(factor0: Any, factor1: Any, form: int, *, rows: bool = False) -> Any:
    """What a change between two dates is due to, by the logarithmic mean Divisia index (LMDI-I).

    factor0, factor1  factors at the two dates, cases x sectors x factors: a sector is the product of its factors, the
                total their sum.  0 is fine; below 0 only at both dates
    form        SKPI_CARBON_LMDI_FORM_ADDITIVE or SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE; there is no default
    rows        True: (results, status of each case) instead of an error for the first bad case
    Gives       .effect (cases x factors; additive: the unit of the total, multiplicative: quotients), .sector_effect
                (cases x sectors x factors), .total, .residual (rounding, about 0)
    Error       SKPI_EINVAL (form), SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_EDOM (a change of sign; multiplicative: a total
                of 0), SKPI_EOVERFLOW
    Source      Ang 2005, Energy Policy 33, 867-871; Ang and Liu 2007, Energy Policy 35, 238-246
    """
    call = Call("skpi_carbon_lmdi", rows)
    call.take("n n_sectors n_factors", factor0=factor0, factor1=factor1)
    call.value(form=form)
    call.outs("out", effect="n n_factors", sector_effect="n n_sectors n_factors", total="n", residual="n")
    return call.run()


def lmdi_chain(factor: Any, form: int) -> Any:
    """The same from year to year, added up or multiplied from the first year on.

    factor      years x sectors x factors, at least two years
    form        as in lmdi
    Gives       as lmdi, one row a year from the second on: effects since the first year
    Error       as lmdi
    Source      Ang 2015, Energy Policy 86, 233-238
    """
    call = Call("skpi_carbon_lmdi_chain")
    call.take("n_years n_sectors n_factors", factor=factor)
    call.value(form=form)
    steps = max(call.lengths["n_years"][0] - 1, 0)
    call.axis(steps=steps)
    call.outs("out", effect="steps n_factors", sector_effect="steps n_sectors n_factors", total="steps", residual="steps")
    return call.run()


def target_contraction(base: Any, rate: float, years: Any, *, rows: bool = False) -> Any:
    """Emissions that absolute contraction allows, base (1 - rate years).

    base        emission of the base year
    rate        cut a year, a fraction of base: 0.042 for 1.5 degrees Celsius, 0.025 for well below 2
    years       since the base year
    rows        True: (results, status of each target) instead of an error for the first bad one
    Warns       SKPI_WHORIZON where the rule would go below 0
    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EOVERFLOW
    Source      SBTi, Foundations of Science-based Target Setting (2019), 3.2
    """
    call = Call("skpi_carbon_target_contraction", rows)
    call.take("n", base=base, years=years)
    call.value(rate=rate)
    call.out("n", "emission")
    return call.run()


def target_intensity(date0: Any, emission0: Any, gdp0: Any, date1: Any, emission1: Any, gdp1: Any, target_date: Any,
                     cut: Any, *, growth: Any = None, rows: bool = False) -> Any:
    """Where a target for the intensity of emissions, emission per GDP, stands.

    date0, emission0, gdp0  the base year; dates are decimal years, GDP is in constant prices
    date1, emission1, gdp1  the last figures
    target_date when the target is due
    cut         of the intensity of the base year, a fraction below 1
    growth      of GDP from date1 on, compound a year; None: not known
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .target (intensity), .done (fraction), .achieved and .required (yearly cuts, compound), .emission (allowed
                at target_date), .flat_growth, .next (emission in a year), .verdict (SKPI_CARBON_VERDICT_ALREADY_MET,
                _MISSED, _OPEN); NaN where there is none
    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_EZERODIV, SKPI_ENOTSORTED, SKPI_EOVERFLOW
    """
    call = Call("skpi_carbon_target_intensity", rows)
    call.struct("in", "n", date0=date0, emission0=emission0, gdp0=gdp0, date1=date1, emission1=emission1, gdp1=gdp1,
                target_date=target_date, cut=cut, growth=growth)
    call.outs("out", **dict.fromkeys(("target", "done", "achieved", "required", "emission", "flat_growth", "next",
                                      "verdict"), "n"))
    return call.run()


def target_sda(intensity: Any, activity: Any, sector_intensity: Any, sector_activity: Any, *, uncapped: bool = False,
               clamp: bool = False, rows: bool = False) -> Any:
    """Targets by the sectoral decarbonisation approach: an intensity converges to that of its sector.

    intensity   own emission per activity in the base year
    activity    places x years: the base year first, the target year last
    sector_intensity, sector_activity  of each year
    uncapped    True: a place whose share of the sector's activity shrinks is allowed more
    clamp       True: a place below the sector's last intensity stays there instead of rising to it
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .intensity, .emission: places x years
    Warns       SKPI_WADJUSTED where a place is below the sector's last intensity
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Krabbe et al. 2015, Nature Climate Change 5, 1057-1060
    """
    call = Call("skpi_carbon_target_sda", rows)
    call.struct("in", "n", intensity=intensity, flags=(_abi.SKPI_CARBON_SDA_FLAG_UNCAPPED if uncapped else 0) |
                (_abi.SKPI_CARBON_SDA_FLAG_CLAMP if clamp else 0))
    call.struct("in", "n n_years", activity=activity)
    call.struct("in", "n_years", sector_intensity=sector_intensity, sector_activity=sector_activity)
    call.out("n n_years", "intensity", "emission")
    return call.run()


def budget_converge(emission: Any, population: Any, first_year: int, converge_year: int, *, form: int | None = None,
                    speed: float | None = None) -> Any:
    """Contraction and convergence: shares of emissions, places x years, from those of first_year to equal ones a head.

    emission    of first_year;  population  places x years from first_year on
    converge_year  from which on shares are those of the population
    form        SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR or SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL; None = linear
    speed       of the exponential form; None = 4
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Meyer, Contraction and Convergence (2000)
    """
    call = Call("skpi_carbon_budget_converge")
    call.take("n", emission=emission)
    call.take("n n_years", population=population)
    call.value(first_year=first_year, converge_year=converge_year)
    call.struct("options", form=form, speed=speed)
    call.out("n n_years", "share")
    return call.run()


def budget_remaining(warming: float, probability: float, *, edition: int | None = None) -> float:
    """Gt of CO2 that keep warming below a limit (1.5, 1.7, 2) with a probability (.5, .67, .83).

    edition     SKPI_CARBON_BUDGET_EDITION_AR6, from the beginning of 2020 on; None = that
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTFOUND (no such figure here)
    Source      IPCC AR6 WG1 (2021), table SPM.2
    """
    call = Call("skpi_carbon_budget_remaining")
    call.value(warming=warming, probability=probability)
    call.struct("options", edition=edition)
    call.out("", "budget")
    return call.run()


def gwp_star(emission: Table, gwp100: float, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Emissions of a short-lived gas as CO2 that warms alike (GWP*), places x years.

    emission    mass of the gas a year, NaN = missing; each year wanted needs its value and that of exactly 20 years before
    gwp100      warming potential of the gas over 100 years
    rows        True: (results, status of each place) instead of an error for the first bad place
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_EOVERFLOW
    Source      Smith, Cain and Allen, npj Climate and Atmospheric Science 4 (2021) 19
    """
    call = Call("skpi_carbon_gwp_star", rows)
    call.table("emission", emission)
    call.value(gwp100=gwp100, first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "equivalent")
    return call.run()


def harmonise(model: Table, history: Any, base_year: int, method: int, *, end_year: int | None = None,
              zero_date: Any = None, budget: Any = None, past: bool = False, rows: bool = False) -> Any:
    """Paths of a model moved onto an inventory.

    model       emissions, places x years, linear between its years
    history     emission of the inventory in base_year
    method      SKPI_CARBON_HARMONISE_METHOD_OFFSET, _RATIO, _REDUCE_OFFSET, _REDUCE_RATIO, _INTERPOLATE, _BUDGET or
                _KEEP_ZERO; there is no default
    end_year    _REDUCE_OFFSET, _REDUCE_RATIO, _INTERPOLATE: from which on the model holds
    zero_date   _KEEP_ZERO: date at which the model is 0; None = its first zero after base_year
    budget      _BUDGET: cumulative emission from base_year to the last year; None = that of the model
    past        True: the model may have years before base_year (NaN where the method has no value)
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .emission (places x years), .zero_date (that was kept; NaN by other methods)
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDOM, SKPI_EZERODIV (ratio to 0), SKPI_ENOTFOUND (a
                path that never reaches 0), SKPI_EOVERFLOW
    Source      Gidden et al., Environmental Modelling and Software 105 (2018) 187
    """
    call = Call("skpi_carbon_harmonise", rows)
    call.table("model", model)
    call.take("n", history=history)
    call.value(base_year=base_year)
    call.struct("options", "n", method=method, end_year=end_year, zero_date=zero_date, budget=budget,
                flags=_abi.SKPI_CARBON_HARMONISE_FLAG_PAST if past else 0)
    call.out("n m", "emission")
    call.out("n", "zero_date")
    return call.run()
