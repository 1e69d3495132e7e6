"""Digital economy: make, supply and use tables, tables of a city, totals and their parts.  Part of smartkpi.digital."""
from __future__ import annotations

from typing import Any

from ._core import Call

__all__ = ["from_supply_use", "ras", "regional"]


def from_supply_use(make: Any, use: Any, final_use: Any, *, other_inputs: Any = None, tolerance: float = 0) -> Any:
    """An input-output table of industries from supply and use tables: fixed product sales structure, model D.

    make          industries x commodities;  use  commodities x industries;  final_use  commodities x categories
    other_inputs  imports and taxes less subsidies on products, of each industry; None: 0.  All money of one unit
    tolerance     of the balance of each commodity, over the largest output of one; 0: 1e-9
    Gives         .flows, .output, .value_added, .final_demand (what IOTable takes), .final_use (industries x categories),
                  .market_share (industries x commodities)
    Error         SKPI_EINCONSISTENT (use is not what is made; a total in the table), SKPI_EZERODIV (used, not made),
                  SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENODATA, SKPI_EOVERFLOW
    Source        Eurostat 2008, model D

    >>> from_supply_use([[10, 0], [0, 20]], [[2, 3], [4, 5]], [[5], [11]]).value_added
    [4.0, 12.0]
    """
    call = Call("skpi_economy_supply_use")
    call.struct("source", "industries commodities", make=make)
    call.struct("source", "commodities industries", use=use)
    call.struct("source", "commodities categories", final_use=final_use)
    call.struct("source", "industries", other_inputs=other_inputs)
    call.value(tolerance=tolerance)
    call.outs("out", flows="industries industries", final_use="industries categories", final_demand="industries",
              output="industries", value_added="industries", market_share="industries commodities")
    return call.run()


def regional(coefficient: Any, city: Any, nation: Any, quotient: int, delta: float = 0) -> Any:
    """Input coefficients of a city from the nation's, by location quotients of jobs.

    coefficient   national input coefficients, n x n, row sells to column
    city, nation  jobs of each industry
    quotient      SKPI_ECONOMY_QUOTIENT_SLQ, SKPI_ECONOMY_QUOTIENT_CILQ, SKPI_ECONOMY_QUOTIENT_FLQ or SKPI_ECONOMY_QUOTIENT_AFLQ
    delta         exponent of FLQ and AFLQ, in [0,1]
    Gives         .coefficient (n x n), .quotient (n x n, before the cap at 1), .slq (n), .factor (lambda)
    Error         SKPI_ERANGE (more jobs in the city than in the nation), SKPI_EZERODIV, SKPI_EINVAL, SKPI_ENOTFINITE,
                  SKPI_ENODATA
    Source        Flegg & Webber 1997; Flegg & Tohmo 2013

    >>> regional([[.1, .2], [.3, .1]], [1, 3], [20, 20], 1).slq
    [0.5, 1.5]
    """
    call = Call("skpi_economy_location_quotient")
    call.take("n n", coefficient=coefficient)
    call.take("n", city=city, nation=nation)
    call.value(quotient=quotient, delta=delta)
    call.outs("out", coefficient="n n", quotient="n n", slq="n", factor="")
    return call.run()


def ras(start: Any, row_total: Any, column_total: Any, *, scaling: int = 0, iterations: int = 0,
        tolerance: float = 0) -> Any:
    """A table brought to totals of its rows and columns.

    start       rows x columns; negative cells for SKPI_ECONOMY_SCALING_GRAS only
    row_total, column_total  targets, of equal sums
    scaling     SKPI_ECONOMY_SCALING_RAS (0: the default), SKPI_ECONOMY_SCALING_GRAS
    iterations  at most; 0: 1000
    tolerance   largest miss of a row over the largest row total; 0: 1e-12
    Gives       .cell (rows x columns), .residual, .iterations
    Warning     SKPI_WNOTCONVERGED: the last iterate
    Error       SKPI_EDOM (a negative cell and RAS), SKPI_EINCONSISTENT (sums of totals differ), SKPI_EINFEASIBLE,
                SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINVAL, SKPI_ENODATA, SKPI_EOVERFLOW
    Source      Stone & Brown 1962; Junius & Oosterhaven 2003; Lenzen et al. 2007

    >>> ras([[1, 1], [1, 1]], [2, 4], [3, 3]).cell
    [[1.0, 1.0], [2.0, 2.0]]
    """
    call = Call("skpi_economy_ras")
    call.take("rows columns", start=start)
    call.take("rows", row_total=row_total)
    call.take("columns", column_total=column_total)
    call.struct("options", scaling=scaling, iterations=iterations, tolerance=tolerance)
    call.outs("out", cell="rows columns", residual="", iterations="")
    return call.run()
