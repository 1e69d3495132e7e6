"""Economy: tables made from others.  Part of smartkpi.economy."""
from __future__ import annotations

from typing import Any

from . import _abi
from ._core import Call

__all__ = ["location_quotient", "ras", "supply_use"]


def supply_use(make: Any, use: Any, final_use: Any, *, other_input: Any = None, tolerance: float | None = None) -> Any:
    """An input-output table of industries from supply and use tables: fixed product sales structure, model D.

    make         industries x commodities;  use  commodities x industries;  final_use  commodities x categories
    other_input  imports and taxes less subsidies on products, of each industry; None: 0.  All money of one unit
    tolerance    of the balance of each commodity, over the largest output of one; None: 1e-9
    Gives        .flow, .output, .value_added, .final_demand (what IOTable takes), .final_use (industries x categories),
                 .market_share (industries x commodities)
    Error        SKPI_EINCONSISTENT (use is not what is made; a total in the table), SKPI_EZERODIV (used, not made),
                 SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENODATA, SKPI_EOVERFLOW
    Source       Eurostat 2008, model D

    >>> supply_use([[10, 0], [0, 20]], [[2, 3], [4, 5]], [[5], [11]]).value_added
    [4.0, 12.0]
    """
    call = Call("skpi_economy_supply_use")
    call.struct("in", "n_industries n_commodities", make=make)
    call.struct("in", "n_commodities n_industries", use=use)
    call.struct("in", "n_commodities n_categories", final_use=final_use)
    call.struct("in", "n_industries", other_input=other_input)
    call.struct("options", tolerance=tolerance)
    call.outs("out", flow="n_industries n_industries", final_use="n_industries n_categories",
              final_demand="n_industries", output="n_industries", value_added="n_industries",
              market_share="n_industries n_commodities")
    return call.run()


def location_quotient(coefficient: Any, city: Any, nation: Any, quotient: int, *, delta: float | None = None) -> Any:
    """Input coefficients of a city from the nation's, by location quotients of jobs.

    coefficient   national input coefficients, sectors x sectors, row sells to column
    city, nation  jobs of each sector
    quotient      SKPI_ECONOMY_QUOTIENT_SLQ, _CILQ, _FLQ or _AFLQ
    delta         exponent of the city's size, in [0,1]: needed by FLQ and AFLQ, and for them alone
    Gives         .coefficient (sectors x sectors), .quotient (the same, before the cap at 1), .slq (sectors), .factor of
                  the city's size
    Error         SKPI_ERANGE (more jobs in the city than in the nation), SKPI_EZERODIV, SKPI_EINVAL, SKPI_ENOTFINITE,
                  SKPI_ENODATA, SKPI_EOVERFLOW
    Source        Flegg & Webber 1997; Flegg & Tohmo 2013

    >>> location_quotient([[.1, .2], [.3, .1]], [1, 3], [20, 20], SKPI_ECONOMY_QUOTIENT_SLQ).slq
    [0.5, 1.5]
    """
    call = Call("skpi_economy_location_quotient")
    if delta is None and quotient in (_abi.SKPI_ECONOMY_QUOTIENT_FLQ, _abi.SKPI_ECONOMY_QUOTIENT_AFLQ):
        raise call.fail(_abi.SKPI_EINVAL, "delta", "is needed by FLQ and AFLQ")
    call.take("n_sectors n_sectors", coefficient=coefficient)
    call.take("n_sectors", city=city, nation=nation)
    call.value(quotient=quotient, delta=delta)
    call.outs("out", coefficient="n_sectors n_sectors", quotient="n_sectors n_sectors", slq="n_sectors", factor="")
    return call.run()


def ras(start: Any, row_total: Any, column_total: Any, *, scaling: int | None = None, n_iterations: int | None = None,
        tolerance: float | None = None) -> Any:
    """A table brought to totals of its rows and columns.

    start         rows x columns; negative cells for SKPI_ECONOMY_SCALING_GRAS only
    row_total, column_total  what they shall sum to, of equal sums
    scaling       SKPI_ECONOMY_SCALING_RAS or _GRAS; None: RAS
    n_iterations  at most; None: 1000
    tolerance     largest miss of a row over the largest row total; None: 1e-12
    Gives         .cell (rows x columns), .residual, .n_iterations (made)
    Warning       SKPI_WNOTCONVERGED: the last table
    Error         SKPI_EDOM (a negative cell and RAS), SKPI_EINCONSISTENT (sums of totals differ), SKPI_EINFEASIBLE,
                  SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINVAL, SKPI_ENODATA, SKPI_EOVERFLOW
    Source        Stone & Brown 1962; Junius & Oosterhaven 2003; Lenzen et al. 2007

    >>> ras([[1, 1], [1, 1]], [2, 4], [3, 3]).cell
    [[1.0, 1.0], [2.0, 2.0]]
    """
    call = Call("skpi_economy_ras")
    call.take("n_rows n_columns", start=start)
    call.take("n_rows", row_total=row_total)
    call.take("n_columns", column_total=column_total)
    call.struct("options", scaling=scaling, n_iterations=n_iterations, tolerance=tolerance)
    call.outs("out", cell="n_rows n_columns", residual="", n_iterations="")
    return call.run()
