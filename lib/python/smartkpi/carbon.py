"""Emission paths to net zero, shares of a carbon budget, warming by cumulative CO2.

Emissions are in your unit per year, one unit in a call; cumulative emissions and budgets in the same unit times
years.  Equations and sources: smartkpi_carbon(7).
"""
from __future__ import annotations

import dataclasses
from typing import Any

from ._core import Call

__all__ = ["Path", "path_range", "path_solve", "path_value", "share", "warming"]


@dataclasses.dataclass(frozen=True)
class Path:
    """An emission path; every parameter is a number, or a list with one value for each place.

    shape       SKPI_CARBON_PEAK: linear rise to a peak, plateau, power decline to net zero; there is no default
    convention  SKPI_CARBON_INTEGRAL: cumulative emissions are the integral from t0; there is no default
    t0, e0      date of the start (decimal year), emission there, >= 0
    t_peak, e_peak  date and emission of the peak; t_peak = t0 only with e_peak = e0
    t_net_zero  date at which the emission is residual
    residual    emission left from then on, None = 0; may be negative (net removal)
    plateau     years at the peak, None = 0
    power       exponent of the decline, > 0: what path_solve gives
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

    def replace(self, **changes: Any) -> Path:
        """The same path with other parameters: path.replace(power=path_solve(path, by, budget))."""
        return dataclasses.replace(self, **changes)

    def give(self, call: Call) -> None:
        call.struct("path", "n", **{f.name: getattr(self, f.name) for f in dataclasses.fields(self)})


def path_value(path: Path, first_year: int, n_years: int, *, rows: bool = False) -> Any:
    """Emission in each year and cumulative emission from t0 to it.

    path        with its power
    first_year, n_years  whole years; none may lie before t0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .emission (your unit per year), .cumulative (integral from t0 to the year, your unit): n x n_years
    Error       SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT,
                SKPI_EOVERFLOW
    Source      derived for this library, smartkpi_carbon(7)
    """
    call = Call("skpi_carbon_path_value", rows)
    path.give(call)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.out("n n_years", "emission", "cumulative")
    return call.run()


def path_solve(path: Path, by: int, target: Any, *, rows: bool = False) -> Any:
    """The unknown of the path that meets the target: of the peak shape, the power.

    path        without its power
    by          SKPI_CARBON_BY_BUDGET: target is the cumulative emission from t0 to t_net_zero, your unit
    rows        True: (results, status of each place) instead of an error for the first bad place
    Error       as path_value, and SKPI_EINFEASIBLE (target at or below the interval of path_range), SKPI_ENOTBINDING
                (at or above it); their words name the interval
    Source      derived for this library, smartkpi_carbon(7)
    """
    call = Call("skpi_carbon_path_solve", rows)
    path.give(call)
    call.value(by=by)
    call.take("n", target=target)
    call.out("n", "unknown")
    return call.run()


def path_range(path: Path, by: int, *, rows: bool = False) -> Any:
    """Open interval of the targets that the path can meet.

    path        without its power
    by          SKPI_CARBON_BY_BUDGET
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .low, .high in your unit: a target can be met if low < target < high
    Error       as path_value
    Source      derived for this library, smartkpi_carbon(7)
    """
    call = Call("skpi_carbon_path_range", rows)
    path.give(call)
    call.value(by=by)
    call.out("n", "low", "high")
    return call.run()


def share(population: Any, emission: Any, budget: float, *, rule: int = 0, weight: float = 0.0) -> Any:
    """Each place's part of a budget, in the budget's unit; a budget of 1 gives shares that sum to 1.

    population  of each place; None where the rule is SKPI_CARBON_GRANDFATHER
    emission    of a year, of each place, one unit; None where the rule is SKPI_CARBON_PER_CAPITA
    rule        SKPI_CARBON_PER_CAPITA (the default), SKPI_CARBON_GRANDFATHER, SKPI_CARBON_BLEND
    weight      of the population in the blend: 0 all by emission, 1 all by head
    Error       SKPI_EINVAL, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV, SKPI_EOVERFLOW
    Source      Raupach et al. 2014, Nature Climate Change 4, 873-879
    """
    call = Call("skpi_carbon_share")
    call.take("n", population=population, emission=emission)
    call.value(budget=budget)
    call.struct("options", rule=rule, weight=weight)
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
