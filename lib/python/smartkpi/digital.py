"""The digital economy: its share of GDP by definition, and by input-output tables.

Shares are fractions.  Figures of different meaning (definition, vintage, revision, prices, currency, unit) are never
combined: give tables a Basis, and a quotient of two that differ is refused with SKPI_EDEFMIX.  Shares under a broad
and a core definition are no two estimates of one thing: print them side by side, never subtract, rank or join them.

Equations, definitions and sources: the pages smartkpi_digital(7) and skpi_digital_*(3).
"""
from __future__ import annotations

from typing import Any, Iterable

from ._core import Call, Table
from ._digital_parts import (definitions, growth_contribution, nbs_class_name, oecd_check, satellite, splice,
                             sum_of_parts)
from .economy import IOTable

__all__ = ["adb", "coefficient", "compare", "definitions", "growth_contribution", "nbs_class_name", "oecd_check",
           "satellite", "share", "splice", "sum_of_parts"]

_TERMS = ("gdp", "direct", "backward", "forward", "double_count", "double_count_exact", "investment", "published",
          "exact", "share_direct", "share_published", "share_exact")


def share(digital: Table, gdp: Table, *, rows: bool = False) -> Any:
    """Shares of the digital economy in GDP.

    digital  value added of the digital economy, not negative; NaN = missing
    gdp      GDP in the same unit, above 0, for the same places and years; NaN = missing
    rows     True: (results, status of each place) instead of an error for the first bad place
    Gives    .share (fractions, places x years; NaN where either is missing), .basis (what they mean)
    Warning  SKPI_WMISSING
    Error    SKPI_EDEFMIX (the tables mean different things), SKPI_EINCONSISTENT (places or years differ), SKPI_ERANGE
             (negative, a part larger than the whole), SKPI_EZERODIV, SKPI_ENOTFINITE (infinite)

    >>> core = Table([2023], [12755.5], Basis(definition=SKPI_DIGITAL_DEFINITION_NBS_CORE, revision=SKPI_BASIS_REVISION_CENSUS))
    >>> gdp = Table([2023], [129427.2], Basis(revision=SKPI_BASIS_REVISION_CENSUS))
    >>> round(share(core, gdp).share[0], 5)
    0.09855
    """
    call = Call("skpi_digital_share", rows)
    call.table("digital", digital)
    call.table("gdp", gdp)
    call.out("n m", "share")
    call.basis_out("basis")
    return call.run()


def compare(digital: Iterable[Table], gdp: Iterable[Table], *, rows: bool = False) -> Any:
    """Shares by several definitions side by side, for the same places and years.

    digital, gdp  as many tables of each; every pair has its own basis, its GDP the vintage that belongs to it
    rows          True: (results, status of each definition) instead of an error for the first bad one
    Gives         .share (fractions, definitions x places x years), .definition (of each), .low and .high (smallest and
                  largest definition known, places x years); NaN = missing.  low and high are a span of meanings, not
                  an interval around a truth.
    Warning       SKPI_WMISSING
    Error         as share; SKPI_EDUPLICATE (a definition twice in one vintage and revision), SKPI_EINVAL (no definition
                  of the digital economy)
    """
    call = Call("skpi_digital_compare", rows)
    call.tables("digital", "n_definitions", digital)
    call.tables("gdp", "n_definitions", gdp)
    call.outs("out", share="n_definitions n m", definition="n_definitions", low="n m", high="n m")
    return call.run()


def coefficient(value_added: Any, coefficient: Any, gdp: Any, *, weight: Any = None, coefficient_error: Any = None,
                coverage: float | None = None, correlation: float | None = None, prob: Any = None,
                rows: bool = False) -> Any:
    """Share of the digital economy where sectors are digital in part, with standard error, interval and quantiles.

    value_added        of each sector, in the unit of gdp (places x sectors, or sectors for one place)
    coefficient        digital part of it, fractions in [0,1]
    gdp                above 0, one for each place
    weight             part of the sector that is meant; None: 1
    coefficient_error  standard errors; None: 0.  Squares below c (1 - c): no fraction varies more
    coverage           of .low and .high, in (0,1); None: 0.8
    correlation        of any two coefficients of a place, in [-1,1]; None: 0
    prob               probabilities of quantiles in (0,1), of independent coefficients; None: no quantiles
    rows               True: (results, status of each place) instead of an error for the first bad place
    Gives              .share, .error, .low, .high of each place; low and high are not cut at 0 and 1.  With prob also
                       .quantile (places x probabilities), where each coefficient has a Beta distribution
    Warning            SKPI_WNOTCONVERGED: few coefficients are uncertain, near 0 or 1: quantiles are off by up to a
                       thousandth of the range
    Error              SKPI_ERANGE, SKPI_EDOM (an error or correlation that cannot be; quantiles with a correlation),
                       SKPI_EZERODIV, SKPI_ENOTFINITE, SKPI_ENODATA, SKPI_EOVERFLOW
    Source             Xu and Zhang 2020; Davies 1973 for the quantiles

    >>> r = coefficient([120, 300, 450], [.8, .35, .1], 1000, weight=[1, .6, .4], coefficient_error=[.05, .08, .05])
    >>> round(r.share, 3), round(r.error, 5)
    (0.177, 0.01801)
    >>> uniform = coefficient([100], [.5], 1000, coefficient_error=[12 ** -.5], prob=[.25, .5])
    >>> [round(q, 4) for q in uniform.quantile]
    [0.025, 0.05]
    """
    call = Call("skpi_digital_coefficient", rows)
    call.struct("in", "n n_sectors", value_added=value_added, weight=weight, coefficient=coefficient,
                coefficient_error=coefficient_error)
    call.struct("in", "n", gdp=gdp)
    call.struct("options", "n_prob", coverage=coverage, correlation=correlation, prob=prob)
    call.outs("out", share="n", error="n", low="n", high="n")
    if prob is not None:
        call.outs("out", quantile="n n_prob")
    return call.run()


def adb(table: IOTable, digital: Any, *, investment: Any = None) -> Any:
    """The digital economy in an input-output table, by the framework of the Asian Development Bank.

    table       an IOTable
    digital     1 (True) for a digital sector, 0 (False) for any other
    investment  part of the final demand for its product that digital industries buy as fixed investment, fractions;
                None: 0
    Gives       money of the table: .gdp, .direct (value added of the digital sectors), .backward, .forward,
                .double_count (as published), .double_count_exact, .investment, .published, .exact; fractions of gdp:
                .share_direct, .share_published, .share_exact
    Error       SKPI_EINVAL (a flag that is neither), SKPI_EINCONSISTENT (the table does not add up), SKPI_EZERODIV,
                SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source      Asian Development Bank 2021

    >>> with IOTable([[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]) as table:
    ...     round(adb(table, [0, 1]).share_exact, 4)
    0.8614
    """
    call = Call("skpi_digital_adb")
    call.handle("table", table)
    call.axis("table", n_sectors=table.n_sectors)
    call.take("n_sectors", digital=digital, investment=investment)
    call.outs("out", **dict.fromkeys(_TERMS, ""))
    return call.run()
