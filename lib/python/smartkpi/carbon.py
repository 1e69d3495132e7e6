"""Carbon: inventories, decomposition, emission paths to net zero, shares of a carbon budget, warming by cumulative CO2.

Emissions are in your unit per year, one unit in a call; cumulative emissions and budgets in the same unit times
years.  Equations and sources: smartkpi_carbon(7).
"""
from __future__ import annotations

import dataclasses
from typing import Any

from . import _abi
from ._carbon_verdicts import abatement, kaya_quantile, peak, probability, progress, uncertainty
from ._core import Call, Table
from ._library import library

__all__ = ["Path", "abatement", "converge", "gas_names", "gwp_star", "gwp_value", "harmonise", "inventory_total",
           "kaya", "kaya_quantile", "lmdi", "lmdi_chain", "net_zero", "path_milestones", "path_net_zero", "path_peak",
           "path_range", "path_solve", "path_value", "peak", "probability", "progress", "remaining_budget", "share",
           "target_contraction", "target_intensity", "target_sda", "uncertainty", "warming"]


@dataclasses.dataclass(frozen=True)
class Path:
    """An emission path; every parameter is a number, or a list with one value for each place.  Those that the shape
    does not use stay None.

    shape       SKPI_CARBON_SHAPE_LINEAR, _EXPONENTIAL, _COMPOUND, _LOGISTIC, _CAPPED, _PEAK or _HERMITE; there is no default
    convention  of cumulative emissions: SKPI_CARBON_CONVENTION_INTEGRAL from t0, SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE the sum of the values
                at t0 + 1, t0 + 2 ..., SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE that at t0 too; there is no default
    t0, e0      date of the start (decimal year), emission there, >= 0
    t_peak, e_peak  peak, Hermite: date and emission of the peak; t_peak = t0 only with e_peak = e0
    t_net_zero  peak, Hermite: date at which the emission is residual
    residual    linear, logistic, peak, Hermite: emission left in the end, None = 0; may be negative (net removal)
    plateau     peak, Hermite: years at the peak, None = 0
    power       peak: exponent of the decline, > 0
    rate        linear: cut a year, your unit a year; exponential: continuous rate of decline, logistic: steepness, both
                per year; compound: yearly cut, a fraction.  Below 0 emissions rise
    growth      capped, Hermite: rate of growth at t0, per year, None = 0
    mitigation  capped: rate of mitigation, per year, >= -growth
    t_mid       logistic: date of the inflexion
    t_end       path_solve and path_range: date at which the target holds; infinite for a budget of the exponential and
                capped shapes
    """

    shape: int
    convention: int
    t0: Any
    e0: Any
    t_peak: Any = None
    e_peak: Any = None
    t_net_zero: Any = None
    residual: Any = None
    plateau: Any = None
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
    """Emission in each year and cumulative emission from t0 to it.

    path        with every parameter of its shape
    first_year, n_years  whole years; none may lie before t0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .emission (your unit per year), .cumulative (by the path's convention, your unit): n x n_years
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT,
                SKPI_EOVERFLOW
    Source      capped: Raupach et al. 2014, Nature Climate Change 4, 873-879; Hermite: Fritsch and Carlson 1980, SIAM J.
                Numer. Anal. 17, 238-246; peak: derived for this library, smartkpi_carbon(7)
    """
    call = Call("skpi_carbon_path_value", rows)
    path.give(call)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "emission", "cumulative")
    return call.run()


def path_solve(path: Path, by: int, target: Any, *, rows: bool = False) -> Any:
    """The unknown of the path that meets the target: linear, exponential, compound rate; logistic t_mid; capped
    mitigation; peak power; Hermite t_net_zero.

    path        without its unknown
    by          SKPI_CARBON_TARGET_BUDGET: target is the cumulative emission by the path's convention, from t0 to net zero
                (linear, peak, Hermite) or to t_end, your unit
                SKPI_CARBON_TARGET_END: the emission at t_end (not Hermite), your unit a year
                SKPI_CARBON_TARGET_NET_ZERO: the date of net zero (linear: of the residual; logistic: of 0)
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
    """Open interval of the targets that the path can meet.

    path        without its unknown
    by          as for path_solve
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .low, .high in your unit, or dates: a target can be met if low < target < high; infinite: no bound
    Error       as path_value
    Source      as path_value
    """
    call = Call("skpi_carbon_path_range", rows)
    path.give(call)
    call.value(by=by)
    call.out("n", "low", "high")
    return call.run()


def path_peak(path: Path, *, rows: bool = False) -> Any:
    """Date and emission of the maximum.

    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .t_peak (decimal year), .e_peak (your unit a year); NaN: the path rises for ever
    Error       as path_value
    Source      as path_value
    """
    call = Call("skpi_carbon_path_peak", rows)
    path.give(call)
    call.out("n", "t_peak", "e_peak")
    return call.run()


def path_net_zero(path: Path, threshold: Any = None, *, rows: bool = False) -> Any:
    """Date at which the emission is at or below a threshold.

    threshold   your unit a year, None = 0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .first, .permanent (decimal years): the first such date, and that from which it stays so; NaN: never
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


def net_zero(emission: Table, threshold: Any = None, *, rows: bool = False) -> Any:
    """When the straight lines between the values of a series are at or below a threshold.

    emission    Table, your unit a year
    threshold   your unit a year, None = 0
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


def budget_share(population: Any, emission: Any, budget: float, *, rule: int = 0, weight: float = 0.0,
          history_emission: Table | None = None, history_population: Table | None = None, discount: float = 0.0) -> Any:
    """Each place's part of a budget, in the budget's unit; a budget of 1 gives shares that sum to 1.

    population  of each place; None where the rule is SKPI_CARBON_BUDGET_RULE_GRANDFATHER
    emission    of a year, of each place, one unit; None where the rule is SKPI_CARBON_BUDGET_RULE_PER_CAPITA or _CUMULATIVE
    rule        SKPI_CARBON_BUDGET_RULE_PER_CAPITA (the default), SKPI_CARBON_BUDGET_RULE_GRANDFATHER, SKPI_CARBON_BUDGET_RULE_BLEND, SKPI_CARBON_BUDGET_RULE_CUMULATIVE
    weight      of the population in the blend: 0 all by emission, 1 all by head
    history_emission, history_population  Tables of past years, for the cumulative rule: what a place emitted beyond
                its equal share of a year is taken off its part; population None: that of the argument in every year
    discount    a year of the past counts that much less than the one after it, a fraction
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV, SKPI_EINCONSISTENT, SKPI_EOVERFLOW
    Source      Raupach et al. 2014, Nature Climate Change 4, 873-879; Matthews 2016, Nature Climate Change 6, 60-64
    """
    call = Call("skpi_carbon_budget_share")
    call.take("n", population=population, emission=emission)
    call.value(budget=budget)
    call.struct("options", rule=rule, weight=weight, history_emission=history_emission,
                history_population=history_population, discount=discount)
    call.out("n", "out")
    return call.run()


def warming(cumulative_gt: Any, prob: Any = None) -> Any:
    """Warming in degrees C by cumulative CO2 in Gt.

    prob        None: the best estimate alone.  Probabilities in (0,1): .best and .quantile, n x n_prob
    Error       SKPI_ENOTFINITE, SKPI_ERANGE (prob)
    Source      TCRE 0.45 degrees C per 1000 GtCO2, likely 0.27 to 0.63, as a normal: IPCC AR6 WG1 (2021), SPM D.1.1
    """
    call = Call("skpi_carbon_warming")
    call.take("n", cumulative_gt=cumulative_gt)
    call.out("n", "best")
    if prob is None:
        call.axis(n_prob=0)
    else:
        call.take("n_prob", prob=prob)
        call.out("n n_prob", "quantile")
    return call.run()


def gas_gwp(gas: str, gwp: int) -> float:
    """Warming potential: kg of CO2 equivalent a kg of the gas ("CH4", "HFC-134a").

    gwp         SKPI_CARBON_GWP_AR4_100, SKPI_CARBON_GWP_AR5_100, SKPI_CARBON_GWP_AR6_100, SKPI_CARBON_GWP_AR6_20 ...
    Error       SKPI_EINVAL (gwp), SKPI_ENOTFOUND (no such gas, or none in this set)
    Source      IPCC AR4 WG1 table 2.14, AR5 WG1 table 8.A.1, AR6 WG1 table 7.SM.7
    """
    call = Call("skpi_carbon_gas_gwp")
    call.values["gas"] = gas.encode()
    call.value(gwp=gwp)
    call.out("", "value")
    return call.run()


def gas_names() -> list[str]:
    """The gases that have a warming potential here."""
    found: list[str] = []
    while (text := library.skpi_carbon_gas(len(found))) is not None:
        found.append(text.decode())
    return found


def inventory_total(reference: Any, gas: Any, amount: Any, scope: Any, gwp: int, *, key: Any = None,
                    required: Any = None) -> Any:
    """Totals of a city's inventory by the GPC, in CO2 equivalents of the unit of amount.

    reference   sub-sector of each row, "I.1.1";  gas  "CH4";  amount  mass of the gas, negative: removed
    scope       1, 2 or 3
    gwp         the set of warming potentials, SKPI_CARBON_GWP_AR6_100 for example
    key         SKPI_CARBON_KEY_VALUE, or a notation key: SKPI_CARBON_KEY_NOT_OCCURRING, _NE, _IE, _C; None: all have values
    required    sub-sectors that a complete inventory has
    Gives       .basic, .basic_plus, .territorial, .other, .scope (of 1, 2, 3), .completeness (a fraction; NaN if
                nothing is required), .ne, .ie (rows), .row (CO2e of each; NaN where it has a key), .basis (its gwp)
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFOUND (a sub-sector or gas), SKPI_ENOTFINITE, SKPI_EDUPLICATE
                (required twice), SKPI_EOVERFLOW
    Source      Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1
    """
    call = Call("skpi_carbon_inventory_total")
    call.struct("inventory", "n", reference=reference, gas=gas, amount=amount, scope=scope, key=key)
    call.struct("inventory", "n_required", required=required)
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
    call.out("n 4", "factors")
    return call.run()


def lmdi(base: Any, end: Any, form: int, *, rows: bool = False) -> Any:
    """What a change is due to: LMDI-I decomposition of cases x sectors x factors between two dates.

    base, end   factors at the two dates; a sector's value is the product of its factors.  Zeros are fine, negative
                values where both dates have them
    form        SKPI_CARBON_LMDI_FORM_ADDITIVE or SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE
    rows        True: (results, status of each case) instead of an error for the first bad case
    Gives       .effect (cases x factors; additive: the unit of the product, multiplicative: quotients), .sector_effect
                (cases x sectors x factors), .total, .residual (rounding, about 0)
    Error       SKPI_EINVAL (form), SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_EDOM (a change of sign; multiplicative: a total
                of 0), SKPI_EOVERFLOW
    Source      Ang 2005, Energy Policy 33, 867-871; Ang and Liu 2007, Energy Policy 35, 238-246
    """
    call = Call("skpi_carbon_lmdi", rows)
    call.take("n sectors factors", base=base, end=end)
    call.value(form=form)
    call.outs("out", effect="n factors", sector_effect="n sectors factors", total="n", residual="n")
    return call.run()


def lmdi_chain(x: Any, form: int) -> Any:
    """The same from year to year, added up (or multiplied) from the first year on.

    x           years x sectors x factors, at least two years
    form        SKPI_CARBON_LMDI_FORM_ADDITIVE or SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE
    Gives       as lmdi, one row a year from the second on: effects since the first year
    Error       as lmdi
    Source      Ang 2015, Energy Policy 86, 233-238
    """
    call = Call("skpi_carbon_lmdi_chain")
    call.take("years sectors factors", x=x)
    call.value(form=form)
    steps = max(call.lengths["years"][0] - 1, 0)
    call.axis(steps=steps)
    call.outs("out", effect="steps factors", sector_effect="steps sectors factors", total="steps", residual="steps")
    return call.run()


def target_contraction(base: Any, rate: float, years: Any, *, rows: bool = False) -> Any:
    """Emissions allowed by absolute contraction, base (1 - rate years).

    base        emission of the base year;  years  since then
    rate        cut a year, a fraction of the base: 0.042 for 1.5 degrees C, 0.025 for well below 2
    Warns       SKPI_WHORIZON where the rule would go below 0
    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EOVERFLOW
    Source      SBTi, Foundations of Science-based Target Setting (2019), 3.2
    """
    call = Call("skpi_carbon_target_contraction", rows)
    call.take("n", base=base, years=years)
    call.value(rate=rate)
    call.out("n", "out")
    return call.run()


def target_intensity(base_date: Any, base_emission: Any, base_gdp: Any, date: Any, emission: Any, gdp: Any,
                     target_date: Any, cut: Any, *, growth: Any = None, rows: bool = False) -> Any:
    """Where a target for emissions per GDP stands.

    base_date, base_emission, base_gdp  the base year; dates in decimal years, GDP in constant prices
    date, emission, gdp  now;  target_date
    cut         of the intensity of the base year, a fraction below 1
    growth      of GDP, compound a year; None: not known
    Gives       .target (intensity), .done (fraction), .achieved and .required (yearly cuts, compound), .emission (allowed
                in the target year), .flat_growth, .next (emission in a year), .verdict (SKPI_CARBON_VERDICT_ALREADY_MET,
                _MISSED, _OPEN); NaN where there is none
    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_EZERODIV, SKPI_ENOTSORTED, SKPI_EOVERFLOW
    """
    call = Call("skpi_carbon_target_intensity", rows)
    call.struct("in", "n", base_date=base_date, base_emission=base_emission, base_gdp=base_gdp, date=date,
                emission=emission, gdp=gdp, target_date=target_date, cut=cut, growth=growth)
    call.outs("out", **dict.fromkeys(("target", "done", "achieved", "required", "emission", "flat_growth", "next",
                                      "verdict"), "n"))
    return call.run()


def target_sda(intensity: Any, activity: Any, sector_intensity: Any, sector_activity: Any, *, capped: bool = True,
               clamp: bool = False, rows: bool = False) -> Any:
    """Targets by the sectoral decarbonisation approach: an intensity converges to that of its sector.

    intensity   own emission per activity in the base year;  activity  places x years, the base year first
    sector_intensity, sector_activity  of each year; the last one is the target
    capped      False: a shrinking share of the sector's activity is allowed more
    clamp       True: who is below the sector's end stays there, instead of rising to it
    Gives       .intensity, .emission: places x years
    Warns       SKPI_WADJUSTED where a place is below the sector's end already
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Krabbe et al. 2015, Nature Climate Change 5, 1057-1060
    """
    call = Call("skpi_carbon_target_sda", rows)
    call.struct("in", "n", intensity=intensity,
                flags=(0 if capped else _abi.SKPI_CARBON_SDA_FLAG_UNCAPPED) | (_abi.SKPI_CARBON_SDA_FLAG_CLAMP if clamp else 0))
    call.struct("in", "n n_years", activity=activity)
    call.struct("in", "n_years", sector_intensity=sector_intensity, sector_activity=sector_activity)
    call.out("n n_years", "intensity", "emission")
    return call.run()


def budget_converge(emission: Any, population: Any, first_year: int, converge_year: int, *, law: int = 0,
             speed: float = 0.0) -> Any:
    """Contraction and convergence: shares of emissions, places x years, from those of first_year to equal ones a head.

    emission    of first_year;  population  places x years from first_year on
    law         SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR (the default) or SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL;  speed  of the latter, 0: 4
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Meyer 2000, Contraction and Convergence
    """
    call = Call("skpi_carbon_budget_converge")
    call.take("n", emission=emission)
    call.take("n n_years", population=population)
    call.value(first_year=first_year, converge_year=converge_year)
    call.struct("options", law=law, speed=speed)
    call.out("n n_years", "share")
    return call.run()


def budget_remaining(warming: float, prob: float) -> float:
    """GtCO2 from 2020 on that keep warming below a limit (1.5, 1.7, 2) with a probability (.5, .67, .83).

    Error       SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTFOUND (no such figure here)
    Source      IPCC AR6 WG1 (2021), table SPM.2
    """
    call = Call("skpi_carbon_budget_remaining")
    call.value(warming=warming, prob=prob)
    call.out("", "gt")
    return call.run()


def gwp_star(emission: Table, gwp100: float, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Emissions of a short-lived gas in CO2 that warms alike (GWP*), places x years.

    emission    mass of the gas a year; each year wanted needs its value and that of exactly 20 years before
    gwp100      warming potential of the gas over 100 years
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_EOVERFLOW
    Source      Smith et al. 2021, npj Climate and Atmospheric Science 4, 19
    """
    call = Call("skpi_carbon_gwp_star", rows)
    call.table("emission", emission)
    call.value(gwp100=gwp100, first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "out")
    return call.run()


def harmonise(model: Table, history: Any, base_year: int, method: int, *, end_year: int = 0, zero_date: Any = None,
              budget: Any = None, past: bool = False, rows: bool = False) -> Any:
    """Paths of a model moved onto an inventory.

    model       emissions, places x years, linear between its years
    history     emission of the inventory in base_year
    method      SKPI_CARBON_HARMONISE_METHOD_OFFSET, _RATIO, _REDUCE_OFFSET, _REDUCE_RATIO, _INTERPOLATE (these three: end_year),
                SKPI_CARBON_HARMONISE_METHOD_BUDGET (budget; None: that of the model), SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO (zero_date; None: that of the
                path)
    past        True: years before base_year too (NaN where the method has none)
    Gives       .out (places x years), .zero_date (that was kept; NaN for other methods)
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDOM, SKPI_EZERODIV (ratio to 0), SKPI_ENOTFOUND (a path
                that never reaches 0), SKPI_EOVERFLOW
    Source      Gidden et al. 2018, Environmental Modelling and Software 105, 187-200
    """
    call = Call("skpi_carbon_harmonise", rows)
    call.table("model", model)
    call.take("n", history=history)
    call.value(base_year=base_year)
    call.struct("options", "n", method=method, end_year=end_year, zero_date=zero_date, budget=budget,
                flags=_abi.SKPI_CARBON_HARMONISE_FLAG_PAST if past else 0)
    call.out("n m", "out")
    call.out("n", "zero_date")
    return call.run()
