# Made from the headers by lib/interface/make.py; do not edit.
"""The digital economy: its share of GDP by definition, totals from parts, spliced series, growth. Money is in the
caller's unit, the same throughout a call. Shares are fractions.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from . import economy
from . import ensemble
from ._base import Basis, Table
from ._typing import Grid, Many

__all__ = ["AdbRegionResult", "AdbResult", "CoefficientResult", "CompareResult", "DefinitionChoice",
           "DefinitionsResult", "GrowthContributionResult", "LabelChoice", "OecdCheckResult", "SatelliteResult",
           "ShareCheckResult", "ShareResult", "SpliceMethodChoice", "SpliceResult", "SumOfPartsResult", "adb",
           "adb_region", "coefficient", "compare", "definitions", "ensemble_add", "ensemble_add_history",
           "growth_contribution", "nbs_class_name", "oecd_check", "satellite", "share", "share_check", "splice",
           "sum_of_parts"]


def __dir__() -> list[str]:
    return __all__


DefinitionChoice = Union[int, Literal["direct", "coefficient", "nbs_core", "caict", "satellite", "adb", "oecd",
                                      "other"]]
LabelChoice = Union[int, Literal["adds_up", "fails", "implied", "unknown"]]
SpliceMethodChoice = Union[int, Literal["first", "last", "sums", "difference"]]


@dataclass(frozen=True, eq=False)
class ShareResult:
    """What skpi_digital_share gives.

    share[n][m]  share of the digital economy; NaN where either is missing
    basis  meaning of the shares: the stated members of both tables; by default not wanted.
    """
    share: Any
    basis: Basis


def share(digital: Table, gdp: Table, *, status: list[int] | None = None, **unknown: NoReturn) -> ShareResult:
    """Shares of the digital economy in GDP.

    digital  table of quantity: value added of the digital economy; NaN = missing.
    gdp  table of divisor: GDP in the same unit; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: digital.value or gdp.value has a break in a row: a step far beyond its usual change.
    SKPI_EINCONSISTENT: gdp.n is not digital.n; gdp.m is not digital.m; gdp.year is not digital.year.
    SKPI_EDEFMIX: gdp.basis and digital.basis state different things.
    SKPI_ERANGE: digital.value is above gdp.value.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EZERODIV.
    """
    call = _call.Call("skpi_digital_share", status, "n", unknown=unknown)
    call.take(digital=digital)
    call.take(gdp=gdp)
    call.out(share="n m", basis="")
    return call.run(ShareResult)


@dataclass(frozen=True, eq=False)
class ShareCheckResult:
    """What skpi_digital_share_check gives.

    share[n][m]  share digital/gdp; NaN where either is missing.
    difference[n][m]  number: share less the published one; NaN where a figure is missing.
    rounding[n][m]  quantity: the largest difference that the rounding of the three figures explains; NaN where a
        figure is missing.
    """
    share: Any
    difference: Any
    rounding: Any


def share_check(digital: Table, gdp: Table, published: Table, *, status: list[int] | None = None,
                **unknown: NoReturn) -> ShareCheckResult:
    """Published shares of the digital economy, held against the value added and the GDP that are published with them.
    A figure is taken to be known to half a unit of the last digit that its row shows.

    digital  table of quantity: value added of the digital economy; NaN = missing.
    gdp  table of divisor: GDP in the same unit; NaN = missing.
    published  table of share: share of GDP as published; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WUNUSUAL: published.value differs from digital.value over gdp.value by more than rounding explains.
    SKPI_WMISSING: a value is missing.
    SKPI_EINCONSISTENT: gdp.n is not digital.n; gdp.m is not digital.m; gdp.year is not digital.year; published.n is
        not digital.n; published.m is not digital.m; published.year is not digital.year.
    SKPI_EDEFMIX: gdp.basis and digital.basis state different things; published.basis and digital.basis state
        different things.
    SKPI_ERANGE: digital.value is above gdp.value.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE, SKPI_EZERODIV.
    """
    call = _call.Call("skpi_digital_share_check", status, "n", unknown=unknown)
    call.take(digital=digital)
    call.take(gdp=gdp)
    call.take(published=published)
    call.out("out", share="n m", difference="n m", rounding="n m")
    return call.run(ShareCheckResult)


@dataclass(frozen=True, eq=False)
class CompareResult:
    """What skpi_digital_compare gives.

    share[n_definitions][n][m]  share; NaN where a figure is missing.
    definition[n_definitions]  DefinitionChoice; by default unstated.
    low[n][m]  share: the smallest and the largest share of all definitions; NaN where none is known.
    high[n][m]  share: the smallest and the largest share of all definitions; NaN where none is known.
    """
    share: Any
    definition: Any
    low: Any
    high: Any


def compare(digital: Iterable[Table], gdp: Iterable[Table], *, status: list[int] | None = None,
            **unknown: NoReturn) -> CompareResult:
    """Shares of the digital economy by several definitions, each in the GDP of its own vintage.

    A table whose struct or axes are wrong fails the whole call, also where row statuses are given, because the
    outputs have the shape of the tables.

    digital[n_definitions]  table of quantity, as in skpi_digital_share; all have the axes of the first; NaN =
        missing.
    gdp[n_definitions]  table of divisor; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: digital.value or gdp.value has a break in a place: a step far beyond its usual change.
    SKPI_EINVAL: digital.basis.definition is no constant of DefinitionChoice.
    SKPI_EDUPLICATE: digital.basis.definition is given twice with the same classification, vintage and revision.
    SKPI_EINCONSISTENT: the tables differ in places or years.
    SKPI_EDEFMIX: gdp.basis and digital.basis state different things.
    SKPI_ERANGE: digital.value is above gdp.value.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ESTRUCT, SKPI_ENOTSORTED, SKPI_ENOTFINITE,
        SKPI_EZERODIV.
    """
    call = _call.Call("skpi_digital_compare", status, "n_definitions", unknown=unknown)
    call.take("n_definitions", digital=digital)
    call.take("n_definitions", gdp=gdp)
    call.out("out", share="n_definitions n m", definition="n_definitions", low="n m", high="n m")
    return call.run(CompareResult)


@dataclass(frozen=True, eq=False)
class CoefficientResult:
    """What skpi_digital_coefficient gives.

    share[n]  share of the digital economy
    error[n]  quantity: standard error of the share.
    low[n]  number: ends of the interval of a normal distribution; they are not limited to [0,1].
    high[n]  number: ends of the interval of a normal distribution; they are not limited to [0,1].
    quantile[n][n_prob]  number: quantiles of the share if coefficients are independent with Beta distributions.
    """
    share: Any
    error: Any
    low: Any
    high: Any
    quantile: Any


def coefficient(value_added: Grid[float], coefficient: Grid[float], gdp: Many[float], *,
                weight: Grid[float] | None = None, coefficient_error: Grid[float] | None = None,
                coverage: float | None = None, correlation: float | None = None, prob: Many[float] | None = None,
                status: list[int] | None = None, **unknown: NoReturn) -> CoefficientResult:
    """Share of the digital economy where sectors are partly digital: the sum of value_added x weight x coefficient,
    over GDP.

    value_added[n][n_sectors]  number: value added of each sector.
    weight[n][n_sectors]  quantity: part of the sector that is considered; by default 1.
    coefficient[n][n_sectors]  share of that part that is digital.
    coefficient_error[n][n_sectors]  quantity: standard error of coefficient; by default 0.
    gdp[n]  divisor, in the unit of value_added.
    coverage  number in (0,1): coverage of low and high; by default 0.8.
    correlation  number in [-1,1]: correlation of any two coefficients of a place.
    prob[n_prob]  probability of each quantile, in any order.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WNOTCONVERGED: quantiles may be wrong by 0.001 of the range, because few coefficients are uncertain and these
        are near 0 or 1.
    SKPI_WUNUSUAL: value_added of a digital sector is the sum of all other digital sectors, of which two or more
        differ from 0, but for rounding: it may be their total.
    SKPI_ENODATA: n_prob is 0 although quantile is given.
    SKPI_ERANGE: value_added of all digital parts together is negative, or more than gdp.
    SKPI_EDOM: coefficient_error squared is not less than c (1 - c), where c is the coefficient: no fraction varies so
        much; correlation cannot hold between so many uncertain coefficients at once; correlation differs from 0, and
        quantiles are wanted.
    SKPI_EOVERFLOW: share or another result is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EZERODIV.

    Source: Xu and Zhang, China Industrial Economics 2020(5), for the coefficients; Davies, Biometrika 60 (1973) 415,
        for the quantiles.
    """
    call = _call.Call("skpi_digital_coefficient", status, "n", unknown=unknown)
    call.struct("in", "n n_sectors", value_added=value_added, weight=weight, coefficient=coefficient,
                coefficient_error=coefficient_error)
    call.struct("in", "n", gdp=gdp)
    call.struct("options", coverage=coverage, correlation=correlation)
    call.struct("options", "n_prob", prob=prob)
    call.out("out", share="n", error="n", low="n", high="n", quantile="n n_prob")
    if prob is None:
        call.skip("quantile")
    return call.run(CoefficientResult)


@dataclass(frozen=True, eq=False)
class SatelliteResult:
    """What skpi_digital_satellite gives.

    ratio[n_industries]  share of digital commodities in the output of the industry; 0 if it has no output.
    digital[n_industries]  number: ratio x value added
    total  number: sum of digital.
    gdp  number: sum of value added.
    share  share: total/gdp.
    """
    ratio: Any
    digital: Any
    total: float
    gdp: float
    share: float


def satellite(make: Grid[float], commodity_share: Many[float], value_added: Many[float],
              **unknown: NoReturn) -> SatelliteResult:
    """Satellite account: distributes the digital share of each commodity to industries by their output of it.

    make[n_industries][n_commodities]  number: output of each commodity by each industry.
    commodity_share[n_commodities]  share of the commodity that is digital.
    value_added[n_industries]  number: value added of the industry.

    SKPI_EZERODIV: make of an industry adds up to 0, and it has value added or sells; value_added adds up to 0.
    SKPI_ERANGE: make has negative cells, so that a ratio is no fraction; value_added of all industries together is
        negative; share is outside [0,1].
    SKPI_EINCONSISTENT: make has a total among its industries or commodities.
    SKPI_EOVERFLOW: make of an industry adds up to more than a double holds; total does; gdp does.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Barefoot, Curtis, Jolliff, Nicholson and Omohundro, Defining and Measuring the Digital Economy, Bureau of
        Economic Analysis (2018).
    """
    call = _call.Call("skpi_digital_satellite", unknown=unknown)
    call.take("n_industries n_commodities", make=make)
    call.take("n_commodities", commodity_share=commodity_share)
    call.take("n_industries", value_added=value_added)
    call.out("out", ratio="n_industries", digital="n_industries", total="", gdp="", share="")
    return call.run(SatelliteResult)


@dataclass(frozen=True, eq=False)
class AdbResult:
    """What skpi_digital_adb gives.

    gdp  number: value added of all sectors.
    direct  number: value added of the digital sectors.
    backward  number: value added of all sectors in the final demand for digital products.
    forward  number: value added of the digital sectors in all final demand.
    double_count  number: part that backward and forward share, as published: for each digital sector by itself.
    double_count_exact  number: the same part with the deliveries of digital sectors to each other included.
    investment  number: value added of other sectors in the fixed investment of digital industries.
    published  number: backward + forward - double_count + investment.
    exact  number: backward + forward - double_count_exact + investment.
    share_direct  number: direct/gdp.
    share_published  number: published/gdp.
    share_exact  number: exact/gdp.
    """
    gdp: float
    direct: float
    backward: float
    forward: float
    double_count: float
    double_count_exact: float
    investment: float
    published: float
    exact: float
    share_direct: float
    share_published: float
    share_exact: float


def adb(table: economy.IOTable, digital: Many[int], *, investment: Many[float] | None = None,
        **unknown: NoReturn) -> AdbResult:
    """The digital economy in an input-output table, by the framework of the Asian Development Bank.

    table  the table.
    digital[table.n_sectors]  flag: 1 for a digital sector.
    investment[table.n_sectors]  share of the final demand for its product that digital industries buy as fixed
        investment; by default 0.

    SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
    SKPI_EZERODIV: gdp is 0.
    SKPI_ERANGE: gdp is negative.
    SKPI_EINCONSISTENT: gdp differs by more than 1 % from the value added in final demand: the table does not add up.
    SKPI_EOVERFLOW: backward or another term is beyond the range of a double.
    SKPI_ENOMEM: not enough memory to solve.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Asian Development Bank, Capturing the Digital Economy (2021), chapter 2; the exact double count is this
        library's own.
    """
    call = _call.Call("skpi_digital_adb", unknown=unknown)
    call.handle("table", table, "n_sectors")
    call.take("table->n_sectors", digital=digital, investment=investment)
    call.out("out", gdp="", direct="", backward="", forward="", double_count="", double_count_exact="", investment="",
             published="", exact="", share_direct="", share_published="", share_exact="")
    return call.run(AdbResult)


@dataclass(frozen=True, eq=False)
class AdbRegionResult:
    """What skpi_digital_adb_region gives.

    gdp[n_regions]  number: value added of the region's sectors.
    share_direct[n_regions]  number: value added of its digital sectors, over gdp.
    share_own_block[n_regions]  number: in its own table alone, where purchases from other regions are other inputs
        and sales to them final demand; NaN where that table is singular.
    share_own_product[n_regions]  number: in the whole table, with its own digital products.
    share_any_product[n_regions]  number: in the whole table, with the digital products of all regions.
    """
    gdp: Any
    share_direct: Any
    share_own_block: Any
    share_own_product: Any
    share_any_product: Any


def adb_region(table: economy.IOTable, n_regions: int, region: Many[int], digital: Many[int],
               **unknown: NoReturn) -> AdbRegionResult:
    """The digital economy of each region of a multi-regional input-output table: value added that the region earns as
    or by digital products, without what digital industries invest.

    table  the table; its sectors are those of all regions.
    n_regions  count of regions; at least 1.
    region[table.n_sectors]  index of the region of each sector; every region has one.
    digital[table.n_sectors]  flag: 1 for a digital sector.

    SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
    SKPI_ENOTFOUND: region is not in 0 to n_regions - 1.
    SKPI_ENODATA: region leaves a region without sectors.
    SKPI_EZERODIV: gdp comes out 0.
    SKPI_ERANGE: gdp comes out negative.
    SKPI_EINCONSISTENT: gdp is more than 1 % off the region's value added in final demand: the table does not add up.
    SKPI_EOVERFLOW: share_own_product or another result is beyond the range of a double.
    SKPI_ENOMEM: not enough memory to solve.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT.

    Source: Asian Development Bank, Capturing the Digital Economy (2021), chapter 2, for one economy; the three
        figures of a region are this library's own.
    """
    call = _call.Call("skpi_digital_adb_region", unknown=unknown)
    call.handle("table", table, "n_sectors")
    call.axis(n_regions=n_regions)
    call.take("table->n_sectors", region=region, digital=digital)
    call.out("out", gdp="n_regions", share_direct="n_regions", share_own_block="n_regions",
             share_own_product="n_regions", share_any_product="n_regions")
    return call.run(AdbRegionResult)


@dataclass(frozen=True, eq=False)
class DefinitionsResult:
    """What skpi_digital_definitions gives.

    count  integer: number of definitions that were computed.
    definition[n_definitions]  DefinitionChoice.
    value[n_definitions]  number: value added of the digital economy.
    gdp[n_definitions]  number: the GDP that value is divided by.
    share[n_definitions]  number: value/gdp.
    error[n_definitions]  quantity: standard error of the share; NaN where none is known.
    published  number: value of ADB with the double count as published; NaN without ADB.
    share_published  number: published over the GDP of its table; NaN without ADB.
    low  number: the smallest and the largest share; they are not a confidence interval.
    high  number: the smallest and the largest share; they are not a confidence interval.
    basis  meaning of the money.
    """
    count: int
    definition: Any
    value: Any
    gdp: Any
    share: Any
    error: Any
    published: float
    share_published: float
    low: float
    high: float
    basis: Basis


def definitions(*, gdp: float | None = None, correlation: float | None = None, basis: Basis | None = None,
                value_added: Many[float] | None = None, digital: Many[int] | None = None,
                weight: Many[float] | None = None, coefficient: Many[float] | None = None,
                coefficient_error: Many[float] | None = None, make: Grid[float] | None = None,
                commodity_share: Many[float] | None = None, industry_value_added: Many[float] | None = None,
                table: economy.IOTable | None = None, table_digital: Many[int] | None = None,
                table_investment: Many[float] | None = None, core_part: Many[float] | None = None,
                broad_part: Many[float] | None = None, oecd_part: Many[float] | None = None,
                **unknown: NoReturn) -> DefinitionsResult:
    """The digital economy of one place and year by each definition that its figures allow.

    gdp  divisor of all definitions except SATELLITE and ADB, whose tables have their own GDP; by default not known.
    correlation  number in [-1,1]: correlation of any two coefficients.
    basis  meaning of all money; its definition must be 0, because the definitions differ; by default unstated.
    value_added[n_sectors]  number: value added of each sector; by default none.
    digital[n_sectors]  flag: 1 for a digital sector, for DIRECT; by default none.
    weight[n_sectors]  quantity: part of the sector that is considered; by default 1.
    coefficient[n_sectors]  share of that part that is digital, for COEFFICIENT; by default none.
    coefficient_error[n_sectors]  quantity: standard error of coefficient; by default 0.
    make[n_industries][n_commodities]  number: output of each commodity by each industry; by default none.
    commodity_share[n_commodities]  share of each commodity that is digital; by default none.
    industry_value_added[n_industries]  number: value added of each industry; by default none.
    table  the input-output table, for ADB; by default none.
    table_digital[table.n_sectors]  flag: 1 for a digital sector; by default none.
    table_investment[table.n_sectors]  share of the final demand for its product that digital industries buy as fixed
        investment; by default 0.
    core_part[n_core_parts]  quantity: value added of categories 01 to 04, or their sum; by default none.
    broad_part[n_broad_parts]  quantity: value added of digital industries and of digitalisation; by default none.
    oecd_part[n_oecd_parts]  quantity: value added of digital industries; by default none.

    SKPI_EINVAL: basis.definition differs from 0; value_added is None although n_sectors is given; digital is None,
        and so is coefficient, although there are sectors; coefficient is None although weight is given; coefficient
        is None although coefficient_error is given; make is None although n_industries is given; commodity_share is
        None although make is given; industry_value_added is None although make is given; table is None although
        table_digital is given; table is None although table_investment is given; table_digital is None although table
        is given; core_part is None although n_core_parts is given; broad_part is None although n_broad_parts is
        given; oecd_part is None although n_oecd_parts is given.
    SKPI_ENODATA: in has the figures of no definition; n_sectors is 0 although value_added is given; n_industries is 0
        although make is given; n_commodities is 0 although make is given; n_core_parts is 0 although core_part is
        given; n_broad_parts is 0 although broad_part is given; n_oecd_parts is 0 although oecd_part is given.
    SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned; core_part, broad_part
        or oecd_part has a part that is the sum of all others, of which two or more differ from 0, but for rounding,
        which may be their total; value_added has such a sector among the digital ones.
    SKPI_EBUFFER: n_definitions is less than the number of definitions computed, and an array is given.
    SKPI_EZERODIV: gdp is 0 although value_added is given; gdp is 0 although core_part is given; gdp is 0 although
        broad_part is given; gdp is 0 although oecd_part is given; make of an industry adds up to 0, and it has value
        added or sells; industry_value_added adds up to 0; gdp of table is 0.
    SKPI_ERANGE: value_added of the digital sectors or parts is negative or more than gdp; core_part adds up to more
        than gdp; broad_part adds up to more than gdp; oecd_part adds up to more than gdp; make has negative cells, so
        that a ratio is no fraction; industry_value_added of all industries together is negative; gdp of table is
        negative.
    SKPI_EDOM: coefficient_error squared is not less than c (1 - c), where c is the coefficient; correlation cannot
        hold between so many uncertain coefficients at once.
    SKPI_EINCONSISTENT: gdp is less than half, or more than twice, the value added in the tables (units?); make has a
        total among its industries or commodities; gdp of table differs by more than 1 % from the value added in its
        final demand.
    SKPI_EOVERFLOW: value or another result is beyond the range of a double.
    SKPI_ENOMEM: not enough memory to solve table.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOTFINITE.

    Source: that of the function of each definition.
    """
    call = _call.Call("skpi_digital_definitions", unknown=unknown)
    if table is not None:
        call.handle("in->table", table, "n_sectors")
    call.axis(n_definitions=8)
    call.cuts = {"n_definitions": "count"}
    call.struct("in", gdp=gdp, correlation=correlation, basis=basis, table=table)
    call.struct("in", "n_sectors", value_added=value_added, digital=digital, weight=weight, coefficient=coefficient,
                coefficient_error=coefficient_error)
    call.struct("in", "n_industries n_commodities", make=make)
    call.struct("in", "n_commodities", commodity_share=commodity_share)
    call.struct("in", "n_industries", industry_value_added=industry_value_added)
    call.struct("in", "in->table->n_sectors", table_digital=table_digital, table_investment=table_investment)
    call.struct("in", "n_core_parts", core_part=core_part)
    call.struct("in", "n_broad_parts", broad_part=broad_part)
    call.struct("in", "n_oecd_parts", oecd_part=oecd_part)
    call.out("out", count="", definition="n_definitions", value="n_definitions", gdp="n_definitions",
             share="n_definitions", error="n_definitions", published="", share_published="", low="", high="",
             basis="")
    return call.run(DefinitionsResult)


@dataclass(frozen=True, eq=False)
class SumOfPartsResult:
    """What skpi_digital_sum_of_parts gives.

    total[n][m]  quantity: sum of the parts; NaN where one is missing.
    difference[n][m]  number: total less the stated total; NaN where either is missing.
    mix[n_parts][n][m]  share of each part in the total; NaN where the total is 0 or missing.
    basis  meaning of the totals: the stated members of all tables.
    """
    total: Any
    difference: Any
    mix: Any
    basis: Basis


def sum_of_parts(part: Iterable[Table], *, stated: Table | None = None, digit: float | None = None,
                 status: list[int] | None = None, **unknown: NoReturn) -> SumOfPartsResult:
    """Adds parts up to a total and compares it with the published one. The core of the NBS is the sum of the
    categories 01 to 04; the broad definition of the CAICT is the sum of two parts.

    part[n_parts]  table of quantity: value added of each part; all have the axes of the first; NaN = missing.
    stated  table of quantity: the published total, on the same axes; NaN = missing; by default none.
    digit  quantity: one unit of the last printed digit of the figures; by default they are exact.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: part.value is the sum of all other parts in each year of a place, of which two or more differ from
        0 in some year, but for rounding, and stated is None: it may be their total.
    SKPI_EINCONSISTENT: the tables differ in places or years; stated.value differs from the sum of its parts by more
        than rounding can explain: more than (n_parts + 1)/2 times digit.
    SKPI_EDEFMIX: part.basis differs from that of an earlier part; stated.basis differs from that of the parts.
    SKPI_EOVERFLOW: total is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ERANGE, SKPI_ENOTSORTED,
        SKPI_EDUPLICATE, SKPI_ENOTFINITE.

    Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
        Industries (2021).
    """
    call = _call.Call("skpi_digital_sum_of_parts", status, "n", unknown=unknown)
    call.take("n_parts", part=part)
    call.take(stated=stated, digit=digit)
    call.out("out", total="n m", difference="n m", mix="n_parts n m", basis="")
    return call.run(SumOfPartsResult)


@dataclass(frozen=True, eq=False)
class OecdCheckResult:
    """What skpi_digital_oecd_check gives.

    label[n_cells]  LabelChoice.
    residual[n_cells]  number: sum of the parts less the ordinary figure; NaN where a figure is missing
    implied[n_cells]  number: the missing figure; NaN where it does not follow
    n_adds_up  integer: number of cells that add up.
    n_fails  integer: number of cells that do not add up.
    n_implied  integer: number of cells with an implied figure.
    n_unknown  integer: number of all other cells.
    """
    label: Any
    residual: Any
    implied: Any
    n_adds_up: int
    n_fails: int
    n_implied: int
    n_unknown: int


def oecd_check(ordinary: Many[float], part: Many[float], cell: Many[int], *, tolerance: float | None = None,
               **unknown: NoReturn) -> OecdCheckResult:
    """Checks cell by cell whether the parts of digital supply and use tables add up to the ordinary tables.

    ordinary[n_cells]  number: figures of the ordinary table; NaN = missing.
    part[n_parts]  number: figures of the digital table, in any order; NaN = missing.
    cell[n_parts]  index of the cell to which each part belongs.
    tolerance  quantity: half a unit of the last printed digit of each part; by default they are exact.

    SKPI_WMISSING: a figure is missing, or a cell has no parts.
    SKPI_ENOTFOUND: cell is not in the ordinary table.
    SKPI_EOVERFLOW: part of one cell adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: OECD, Handbook on Compiling Digital Supply and Use Tables (2023).
    """
    call = _call.Call("skpi_digital_oecd_check", unknown=unknown)
    call.take("n_cells", ordinary=ordinary)
    call.take("n_parts", part=part, cell=cell)
    call.take(tolerance=tolerance)
    call.out("out", label="n_cells", residual="n_cells", implied="n_cells", n_adds_up="", n_fails="", n_implied="",
             n_unknown="")
    return call.run(OecdCheckResult)


def nbs_class_name(code: str, chinese: int) -> str | None:
    """Name of a class of the Statistical Classification of the Digital Economy 2021, as static text; None if there is
    no such class.

    code  text: a category "01" to "05" or a class "0101" to "0509"; 01 to 04 are the core industries.
    chinese  flag: 0 for the English name, 1 for the official Chinese one (UTF-8).
    """
    return _call.plain("skpi_digital_nbs_class_name", code, chinese)


@dataclass(frozen=True, eq=False)
class SpliceResult:
    """What skpi_digital_splice gives.

    value[n][m]  number: the newer series where it is known, else the linked older one, also in gaps; NaN where
        neither is known
    linked[n][m]  flag: 1 where value is from the linked older series.
    factor[n]  number: factor by which the older series is multiplied; with DIFFERENCE, the amount that is added.
    low[n]  number: range of newer over older in the years that both series have; NaN if an older value is 0.
    high[n]  number: range of newer over older in the years that both series have; NaN if an older value is 0.
    overlap[n]  integer: number of years that both series have.
    basis  meaning of the series: that of the newer one, with linked=True.
    """
    value: Any
    linked: Any
    factor: Any
    low: Any
    high: Any
    overlap: Any
    basis: Basis


def splice(table0: Table, table1: Table, *, shares: bool = False, method: SpliceMethodChoice | None = None,
           status: list[int] | None = None, **unknown: NoReturn) -> SpliceResult:
    """Joins a series of an older meaning to one of a newer meaning by their values in common years.

    table0  table of number: the older series; NaN = missing.
    table1  table of number: the newer series, on the same axes; NaN = missing.
    shares  all figures are fractions in [0,1].
    method  SpliceMethodChoice; by default SKPI_DIGITAL_SPLICE_METHOD_FIRST.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a year is missing in both series.
    SKPI_ENODATA: table1.value and table0.value have no common year.
    SKPI_EINCONSISTENT: table1.n is not table0.n; table1.m is not table0.m; table1.year is not table0.year.
    SKPI_EDEFMIX: table1.basis has other prices, currency, scale or warming potentials than table0.basis, and the
        method is DIFFERENCE.
    SKPI_ERANGE: table0.value or table1.value is outside [0,1], or becomes so when it is linked, although shares=True
        is set.
    SKPI_EZERODIV: table0.value is 0 where the factor divides by it.
    SKPI_EDOM: table1.value over table0.value is not above 0 and cannot be a factor.
    SKPI_EOVERFLOW: factor is beyond the range of a double; value is beyond the range of a double; low is beyond the
        range of a double; high is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: System of National Accounts 2008, chapter 15.
    """
    call = _call.Call("skpi_digital_splice", status, "n", unknown=unknown)
    call.take(table0=table0)
    call.take(table1=table1)
    call.struct("options", method=_call.choice("skpi_digital_splice_method", "method", method))
    call.struct("options", flags=bool(shares) * _abi.SKPI_DIGITAL_SPLICE_FLAG_SHARES)
    call.out("out", value="n m", linked="n m", factor="n", low="n", high="n", overlap="n", basis="")
    return call.run(SpliceResult)


@dataclass(frozen=True, eq=False)
class GrowthContributionResult:
    """What skpi_digital_growth_contribution gives.

    contribution[n][m - 1]  number: change of the digital economy over the earlier GDP, a fraction; NaN where a figure
        is missing.
    rate[n][m - 1]  number: change of the digital economy over the change of GDP, a fraction; NaN as contribution.
    share_change[n][m - 1]  number: later share less earlier share; NaN as contribution.
    """
    contribution: Any
    rate: Any
    share_change: Any


def growth_contribution(digital: Table, gdp: Table, *, status: list[int] | None = None,
                        **unknown: NoReturn) -> GrowthContributionResult:
    """Contribution of the digital economy, or of a part of it, to the growth of GDP, and the change of its share.

    digital  table of quantity: value added of the digital economy in two years or more; NaN = missing.
    gdp  table of divisor: GDP in the same unit and of the same vintage; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: digital.year has steps of several lengths in a row: changes are per step, those of longer ones
        larger; digital.value or gdp.value has a break in a row: a step far beyond its usual change.
    SKPI_ENODATA: digital.m is below 2.
    SKPI_EINCONSISTENT: gdp.n is not digital.n; gdp.m is not digital.m; gdp.year is not digital.year.
    SKPI_EDEFMIX: gdp.basis and digital.basis state different things.
    SKPI_ERANGE: digital.value is above gdp.value.
    SKPI_EZERODIV: gdp.value is the same in two successive years, and rate is wanted.
    SKPI_EOVERFLOW: contribution is beyond the range of a double; rate is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.
    """
    call = _call.Call("skpi_digital_growth_contribution", status, "n", unknown=unknown)
    call.take(digital=digital)
    call.take(gdp=gdp)
    call.out("out", contribution="n m-1", rate="n m-1", share_change="n m-1")
    return call.run(GrowthContributionResult)


def ensemble_add(plan: ensemble.Plan, part: Grid[float], sigma: Grid[float], *, drift: Grid[float] | None = None,
                 growth: Grid[float] | None = None, drift_sigma: Grid[float] | None = None,
                 correlation: Many[float] | None = None, **unknown: NoReturn) -> int:
    """Adds the digital model to a plan: three parts of a whole, such as digital industries, the digital part of other
    industries, and the rest of GDP. Its variables are the parts, each a share of their sum; in every draw and year
    they add up to 1. Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    part[plan.n_places][n_parts]  positive, in any unit: parts in the year before the plan's first.
    drift[plan.n_places][n_parts - 1]  growth: drift of each log-ratio; by default 0.
    growth[plan.n_places][n_parts - 1]  growth to which the drift fades, by a tenth of the distance a year; by default
        the drift does not fade.
    sigma[plan.n_places][n_parts - 1]  quantity: standard deviation of a year's step around the drift; unusual above
        0.5.
    drift_sigma[plan.n_places][n_parts - 1]  quantity: standard deviation of a year's change of the drift; by default
        0; unusual above 0.5.
    correlation[plan.n_places]  number in [-1,1]: correlation of the steps of both log-ratios; by default 0.
    Gives model: index of the model in the plan.

    SKPI_ERANGE: n_parts is above 3.
    SKPI_EOVERFLOW: sigma or another parameter is so large that a draw could overflow.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: this library's own form, skpi_series_fan(3); Aitchison, Journal of the Royal Statistical Society B 44
        (1982) 139, for log-ratios.
    """
    call = _call.Call("skpi_digital_ensemble_add", unknown=unknown)
    call.handle("plan", plan, "n_places")
    call.struct("in", "plan->n_places n_parts", part=part)
    call.struct("in", "plan->n_places n_parts-1", drift=drift, growth=growth, sigma=sigma, drift_sigma=drift_sigma)
    call.struct("in", "plan->n_places", correlation=correlation)
    call.out(model="")
    return call.run()


def ensemble_add_history(plan: ensemble.Plan, year: Many[int], part: Grid[float], *,
                         growth: Grid[float] | None = None, correlation: Many[float] | None = None,
                         **unknown: NoReturn) -> int:
    """Adds the digital model to a plan, with drifts and deviations of the log-ratios estimated from histories as in
    skpi_series_fan, and the correlation of their steps. Its variables are those of skpi_digital_ensemble_add.
    Experimental: it may still change before 1.0.0.

    plan  the plan to which the model is added.
    year[m]  years.
    part[plan.n_places][m][n_parts]  quantity, in any unit: the last parts are of the year before the plan's first;
        NaN = missing.
    growth[plan.n_places][n_parts - 1]  growth to which the drift of each log-ratio fades; by default 0.
    correlation[plan.n_places]  number in [-1,1]: correlation of the steps of both log-ratios; by default that of the
        history.
    Gives model: index of the model in the plan.

    SKPI_WWEAKFIT: fewer than 21 consecutive values could be used.
    SKPI_WADJUSTED: a limit acted on the slope or on an annual change.
    SKPI_WUNUSUAL: part has a break in a row: a step far beyond its usual change.
    SKPI_ERANGE: n_parts is above 3.
    SKPI_EINCONSISTENT: year of the last parts is not the year before the plan's first.
    SKPI_ENODATA: part has fewer than six consecutive years with all parts up to its last ones in a row.
    SKPI_EDOM: part ends at 0 in a row.
    SKPI_ENOMEM: not enough memory for one more model.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ESTRUCT, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: this library's own; skpi_series_fan(3).
    """
    call = _call.Call("skpi_digital_ensemble_add_history", unknown=unknown)
    call.handle("plan", plan, "n_places")
    call.struct("in", "m", year=year)
    call.struct("in", "plan->n_places m n_parts", part=part)
    call.struct("in", "plan->n_places n_parts-1", growth=growth)
    call.struct("in", "plan->n_places", correlation=correlation)
    call.out(model="")
    return call.run()
