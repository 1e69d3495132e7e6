"""The digital economy: capital and prices.  Part of smartkpi.digital."""
from __future__ import annotations

from typing import Any

from . import _abi
from ._base import Table
from ._core import Call

__all__ = ["age_efficiency", "capital"]


def age_efficiency(ages: int, life: Any, beta: Any = None, *, profile: int = _abi.SKPI_DIGITAL_PROFILE_COHORT,
                   rows: bool = False) -> Any:
    """Part of the services of a new asset that is left at ages 0, 1 ... ages - 1 years.

    life     mean service life, years; assets retire around it (normal, deviation life/4, between 0 and 2 lives)
    beta     form of the decline, at most 1: 1 none before the end of life, 0 a straight line; None: .5
    profile  SKPI_DIGITAL_PROFILE_COHORT, each asset by its own life; _SURVIVAL, an asset of mean life times the part not
             retired; _GEOMETRIC, 2/life a year.  Name the profile beside its figures: the first two differ by 3 to 4 %
             in the stock
    rows     True: (results, status of each asset) instead of an error for the first bad one
    Gives    fractions (assets x ages)
    Error    SKPI_ERANGE (negative life, beta above 1), SKPI_EDOM (life 0; geometric: below 2), SKPI_EINVAL,
             SKPI_ENOTFINITE
    Source   OECD, Measuring Capital, 2009

    >>> [round(e, 4) for e in age_efficiency(4, 3)]
    [1.0, 0.7745, 0.4415, 0.1275]
    """
    call = Call("skpi_digital_age_efficiency", rows)
    call.take("n", life=life, beta=beta)
    call.axis("ages", ages=ages)
    call.value(profile=profile)
    call.out("n ages", "efficiency")
    return call.run()


def capital(investment: Table, life: Any, beta: Any = None, *, profile: int = 0, life_spread: float = 0,
            beta_spread: float = 0, rows: bool = False) -> Any:
    """Capital stocks by the perpetual inventory, and what they would be with other lives and forms.

    investment   at constant prices, not negative, every year (assets x years); NaN = missing
    life, beta, profile  as for age_efficiency; profile 0 is SKPI_DIGITAL_PROFILE_COHORT.  The geometric stock starts
                 with I/(g + 2/life), g the growth of investment; the others with nothing
    life_spread  other lives: life (1 -+ life_spread), in (0,1); 0: 2/7
    beta_spread  other betas: beta -+ beta_spread, 1 at most; 0: .25
    rows         True: (results, status of each asset) instead of an error for the first bad one
    Gives        .stock, .life_low, .life_high (shorter, longer lives), .beta_low, .beta_high (assets x years); .complete,
                 the first year whose stock is no lower bound for want of older investment, SKPI_NONE = none of these
    Warning      SKPI_WMISSING
    Error        SKPI_EDEFMIX (current prices), SKPI_ENODATA (a year left out, an empty row), SKPI_EDOM, SKPI_ERANGE,
                 SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source       OECD, Measuring Capital, 2009

    >>> [round(k, 2) for k in capital(Table(range(2020, 2024), [10, 10, 10, 10]), 3).stock]
    [10.0, 17.74, 22.16, 23.43]
    """
    call = Call("skpi_digital_capital", rows)
    call.table("investment", investment)
    call.take("n", life=life, beta=beta)
    call.struct("options", profile=profile, life_spread=life_spread, beta_spread=beta_spread)
    call.outs("out", **dict.fromkeys(("stock", "life_low", "life_high", "beta_low", "beta_high"), "n m"), complete="n")
    return call.run()
