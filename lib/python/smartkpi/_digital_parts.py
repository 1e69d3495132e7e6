"""Digital economy: several definitions, totals and their parts, classes, change.  Part of smartkpi.digital."""
from __future__ import annotations

from typing import Any, Iterable

from . import _abi
from ._base import Basis, Table
from ._core import Call
from ._library import library
from .economy import IOTable

__all__ = ["definitions", "growth_contribution", "nbs_class_name", "oecd_check", "satellite", "splice", "sum_of_parts"]

_EACH = ("definition", "value", "gdp", "share", "error")


def sum_of_parts(part: Iterable[Table], *, stated: Table | None = None, digit: float | None = None,
                 rows: bool = False) -> Any:
    """Totals from parts: NBS core from categories 01 to 04, CAICT broad from its two parts.

    part     value added of each, not negative; NaN is missing.  What they state to mean must agree
    stated   the total published with them; None: none
    digit    one unit of the last digit that the figures are printed with; None: they are exact
    rows     True: (results, status of each place) instead of an error for the first bad place
    Gives    .total, .difference (less stated; NaN where there is none) of places x years; .mix (parts over total, parts x
             places x years), .basis
    Warning  SKPI_WMISSING
    Error    SKPI_EINCONSISTENT (stated misses the sum by more than (parts + 1)/2 digits; axes differ), SKPI_EDEFMIX,
             SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENODATA, SKPI_EOVERFLOW
    Source   National Bureau of Statistics of China 2021, 2024

    >>> sum_of_parts([Table([2023], [v]) for v in (43135, 4037, 55636, 24747)], stated=Table([2023], [127555]), digit=1).total
    [127555.0]
    """
    call = Call("skpi_digital_sum_of_parts", rows)
    call.tables("part", "n_parts", part)
    if stated is not None:
        call.table("stated", stated)
    call.value(digit=digit)
    call.outs("out", total="n m", difference="n m", mix="n_parts n m")
    call.basis_out("out", "basis")
    return call.run()


def oecd_check(ordinary: Any, part: Any, cell: Any, *, tolerance: float | None = None) -> Any:
    """Do the parts of digital supply and use tables add up to the ordinary ones?

    ordinary   figures of the ordinary table, a list of cells; NaN is missing
    part       figures of the digital table, a list; NaN is missing
    cell       the cell that each part belongs to, from 0
    tolerance  of each part: half a unit of its last digit; None: they are exact
    Gives      .label (SKPI_DIGITAL_LABEL_ADDS_UP, _FAILS, _IMPLIED, _UNKNOWN) of each cell, .residual (sum of the parts
               less the ordinary figure), .implied (the one figure that is missing); .n_adds_up, .n_fails, .n_implied,
               .n_unknown (cells of each label)
    Warning    SKPI_WMISSING
    Error      SKPI_ENOTFOUND (no such cell), SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EOVERFLOW
    Source     OECD 2023

    >>> found = oecd_check([100, 50], [40, 60, 49], [0, 0, 1], tolerance=.5)
    >>> found.n_adds_up, found.n_fails
    (1, 1)
    """
    call = Call("skpi_digital_oecd_check")
    call.take("n_cells", ordinary=ordinary)
    call.take("n_parts", part=part, cell=cell)
    call.value(tolerance=tolerance)
    call.outs("out", label="n_cells", residual="n_cells", implied="n_cells")
    call.outs("out", n_adds_up="", n_fails="", n_implied="", n_unknown="")
    return call.run()


def definitions(*, gdp: float | None = None, correlation: float | None = None, basis: Basis | None = None,
                value_added: Any = None, digital: Any = None, weight: Any = None, coefficient: Any = None,
                coefficient_error: Any = None, make: Any = None, commodity_share: Any = None,
                industry_value_added: Any = None, table: IOTable | None = None, table_digital: Any = None,
                table_investment: Any = None, core_part: Any = None, broad_part: Any = None,
                oecd_part: Any = None) -> Any:
    """The digital economy of one place and year by every definition that the figures given allow.

    gdp          above 0, of all but the satellite account and ADB, whose tables have their own; None: only these are
                 given
    correlation  of any two coefficients, in [-1,1]; None: 0
    basis        what all the money means, without a definition; None: unstated
    DIRECT       value_added of sectors, digital (1 = digital sector)
    COEFFICIENT  value_added, coefficient, and weight, coefficient_error as in coefficient
    SATELLITE    make, commodity_share, industry_value_added as in satellite
    ADB          table (an IOTable), table_digital (1 = digital sector), table_investment as in adb
    NBS_CORE, CAICT, OECD  core_part, broad_part, oecd_part: value added of the parts, or of all in one figure
    Gives        of each definition that was computed .definition (SKPI_DIGITAL_DEFINITION_DIRECT ...), .value, .gdp
                 (below it), .share, .error (of COEFFICIENT, else NaN); .published, .share_published (ADB with its
                 double count as published), .low, .high (of the shares), .count, .basis.  low and high are a span of
                 meanings, not an interval around a truth.
    Error        of each definition, as its own function; SKPI_ENODATA (no definition), SKPI_EINCONSISTENT (gdp is far
                 from the value added of a table: units)

    >>> found = definitions(gdp=1900, value_added=[600, 1300], digital=[0, 1], core_part=[300, 100, 150, 50])
    >>> [round(s, 3) for s in found.share], found.count
    ([0.684, 0.316], 2)
    """
    call = Call("skpi_digital_definitions")
    call.struct("in", "n_sectors", value_added=value_added, digital=digital, weight=weight, coefficient=coefficient,
                coefficient_error=coefficient_error)
    call.struct("in", "n_industries n_commodities", make=make)
    call.struct("in", "n_commodities", commodity_share=commodity_share)
    call.struct("in", "n_industries", industry_value_added=industry_value_added)
    if table is not None:
        call.axis("table", n_sectors_of_table=table.n_sectors)
    call.struct("in", "n_sectors_of_table", table_digital=table_digital, table_investment=table_investment)
    call.struct("in", "n_core_parts", core_part=core_part)
    call.struct("in", "n_broad_parts", broad_part=broad_part)
    call.struct("in", "n_oecd_parts", oecd_part=oecd_part)
    call.struct("in", gdp=gdp, correlation=correlation, basis=basis, table=table)
    own = digital, coefficient, make, table, core_part, broad_part, oecd_part  # one of each definition
    call.axis(n_definitions=sum(x is not None for x in own))
    call.outs("out", **dict.fromkeys(_EACH, "n_definitions"))
    call.outs("out", **dict.fromkeys(("published", "share_published", "low", "high", "count"), ""))
    call.basis_out("out", "basis")
    return call.run()


def nbs_class_name(code: str, chinese: bool) -> str | None:
    """Name of a class of the Statistical Classification of the Digital Economy 2021, None if there is no such class.

    code     "01" to "05", of which 01 to 04 are core, or "0101" to "0509"
    chinese  True: the official Chinese name; False: the English one

    >>> nbs_class_name("0304", False)
    'information technology services'
    """
    text = library.skpi_digital_nbs_class_name(code.encode(), int(chinese))
    return None if text is None else text.decode()


def splice(table0: Table, table1: Table, *, method: int | None = None, shares: bool = False,
           rows: bool = False) -> Any:
    """A series under an older meaning linked to one under a newer.

    table0, table1  the older and the newer series on the same axes; NaN is missing.  Their bases may differ
    method          SKPI_DIGITAL_SPLICE_METHOD_FIRST (None: this), _LAST, _SUMS, _DIFFERENCE
    shares          True: figures are fractions, and so must the linked ones be
    rows            True: (results, status of each place) instead of an error for the first bad place
    Gives           .value (newer where known, else older linked) and .linked (1 there), places x years; .factor, .low
                    and .high (range of newer over older), .overlap (years) of each place; .basis, that of the newer
                    and linked
    Warning         SKPI_WMISSING
    Error           SKPI_ENODATA (no year in both), SKPI_EZERODIV, SKPI_EDOM, SKPI_EDEFMIX (a difference of unlike
                    units), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EINCONSISTENT (axes differ), SKPI_EINVAL, SKPI_EOVERFLOW
    Source          System of National Accounts 2008, ch. 15

    >>> nan = float("nan")
    >>> splice(Table([2021, 2022, 2023], [10, 20, nan]), Table([2021, 2022, 2023], [nan, 16, 18])).value
    [8.0, 16.0, 18.0]
    """
    call = Call("skpi_digital_splice", rows)
    call.table("table0", table0)
    call.table("table1", table1)
    call.struct("options", method=method, flags=_abi.SKPI_DIGITAL_SPLICE_FLAG_SHARES if shares else 0)
    call.outs("out", value="n m", linked="n m", factor="n", low="n", high="n", overlap="n")
    call.basis_out("out", "basis")
    return call.run()


def growth_contribution(digital: Table, gdp: Table, *, rows: bool = False) -> Any:
    """What the digital economy adds to the growth of GDP, and how its share changes, from each year to the next.

    digital  value added of the digital economy or of a part of it, not negative; NaN = missing
    gdp      GDP in the same unit and of the same vintage, above 0, for the same places and years; NaN = missing
    rows     True: (results, status of each place) instead of an error for the first bad place
    Gives    .contribution (to the growth of GDP), .rate (part of the change of GDP), .share_change; fractions
             (places x years - 1)
    Warning  SKPI_WMISSING
    Error    SKPI_EDEFMIX (the tables mean different things), SKPI_EZERODIV (GDP does not change), SKPI_EINCONSISTENT,
             SKPI_ENODATA (one year), SKPI_ERANGE, SKPI_ENOTFINITE (infinite), SKPI_EOVERFLOW

    >>> found = growth_contribution(Table([2022, 2023], [50.2, 53.9]), Table([2022, 2023], [120.4724, 126.0582]))
    >>> round(found.rate[0], 4), round(found.contribution[0], 4)
    (0.6624, 0.0307)
    """
    call = Call("skpi_digital_growth_contribution", rows)
    call.table("digital", digital)
    call.table("gdp", gdp)
    call.axis(steps=max(digital.struct.m, 1) - 1)
    call.outs("out", contribution="n steps", rate="n steps", share_change="n steps")
    return call.run()


def satellite(make: Any, commodity_share: Any, value_added: Any) -> Any:
    """Digital value added by the digital shares of commodities, as in a satellite account.

    make             what each industry makes of each commodity (industries x commodities), money
    commodity_share  digital part of each commodity, fractions
    value_added      of each industry, money
    Gives            .ratio (digital part of what each industry makes), .digital (value added), .total, .gdp, .share
    Error            SKPI_EINCONSISTENT (a total among the rows or columns), SKPI_ERANGE, SKPI_EZERODIV, SKPI_ENOTFINITE,
                     SKPI_ENODATA, SKPI_EOVERFLOW
    Source           Bureau of Economic Analysis, 2018

    >>> satellite([[100, 0, 0], [110, 50, 40]], [0, 1, .5], [60, 120]).digital
    [0.0, 42.0]
    """
    call = Call("skpi_digital_satellite")
    call.take("n_industries n_commodities", make=make)
    call.take("n_commodities", commodity_share=commodity_share)
    call.take("n_industries", value_added=value_added)
    call.outs("out", ratio="n_industries", digital="n_industries", total="", gdp="", share="")
    return call.run()
