"""The digital economy: its share of GDP by definition, and by input-output tables.

Shares are fractions.  Figures of different meaning (definition, vintage, revision, prices, currency, unit) are never
combined: give tables a Basis, and a quotient of two that differ is refused with SKPI_EDEFMIX.  Shares under a broad
and a core definition are no two estimates of one thing: print them side by side, never subtract, rank or join them.

Equations, definitions and sources: the pages smartkpi_digital(7) and skpi_digital_*(3).
"""
from __future__ import annotations

from typing import Any, Iterable

from ._core import Call, Handle, Table
from ._digital_capital import (age_efficiency, capital, chain_index, contribution, double_deflation,
                               shift_share, user_cost, within_between)
from ._digital_parts import (definitions, growth_contribution, nbs_class_name, oecd_check, satellite, splice,
                             sum_of_parts)
from ._digital_tables import from_supply_use, ras, regional

__all__ = ["IOTable", "adb", "age_efficiency", "capital", "chain_index", "check", "coefficient", "compare",
           "contribution", "definitions", "double_deflation", "from_supply_use", "growth_contribution",
           "nbs_class_name", "oecd_check", "ras", "regional", "satellite", "share", "shift_share", "splice",
           "sum_of_parts", "user_cost", "within_between"]

_TERMS = ("gdp", "direct", "backward", "forward", "double_count", "double_count_exact", "investment", "published",
          "exact", "share_direct", "share_published", "share_exact")
_LINKAGES = ("backward_direct", "backward_total", "power", "forward_direct", "forward_total", "sensitivity",
             "ghosh_direct", "ghosh_total", "multiplier_output", "multiplier_value_added", "type1_value_added")
_VARIATIONS = ("power_cv", "sensitivity_cv")
_JOBS = ("multiplier_jobs", "type1_jobs")


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
    >>> coefficient([100], [.5], 1000, coefficient_error=[12 ** -.5], prob=[.25, .5]).quantile  # uniform
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
    call.axis("table", n=table.n)
    call.take("n", digital=digital, investment=investment)
    call.outs("out", **dict.fromkeys(_TERMS, ""))
    return call.run()


def _source(call: Call, flows: Any, output: Any, value_added: Any, final_demand: Any, jobs: Any) -> None:
    call.struct("source", "n n", flows=flows)
    call.struct("source", "n", output=output, value_added=value_added, final_demand=final_demand, jobs=jobs)


def check(flows: Any, output: Any, value_added: Any, final_demand: Any, jobs: Any = None) -> Any:
    """What is wrong with an input-output table, before it is used; arguments as for IOTable.

    Gives  .total_row, .total_column (1 where a sector looks like a total of the others), .imbalance ((flows sold +
           final demand - output) / output), .spectral_radius (of the input coefficients; productive below 1),
           .condition (of I - A, 1-norm), .unit_slip and .flow_slip (power of ten to multiply value added, or flows, by; 0 = none, NaN = unknown)
    Error  SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV (no output, but flows, value added or
           jobs)
    """
    call = Call("skpi_economy_iotable_source_check")
    _source(call, flows, output, value_added, final_demand, jobs)
    call.outs("out", total_row="n", total_column="n", imbalance="n", spectral_radius="", condition="", unit_slip="",
              flow_slip="")
    return call.run()


class IOTable(Handle):
    """An input-output table of n sectors, factored once; a context manager.

    flows         n x n domestic flows, row sells to column; negative cells are allowed
    output        of each sector, not negative
    value_added, final_demand  of each sector; all money in one unit
    jobs          people employed by each sector; None: unknown
    Error         SKPI_ENOTPRODUCTIVE, SKPI_ESINGULAR, SKPI_EINCONSISTENT (a total among the sectors), SKPI_EZERODIV
                  (no output, but flows, value added or jobs), SKPI_ENOTFINITE, SKPI_ERANGE
    The methods may be called by many threads at once; they fail with SKPI_ENOTFINITE (a demand that is no number) and
    SKPI_EOVERFLOW, and where they say more.
    Source        Miller & Blair 2009, Ghosh 1958

    >>> with IOTable([[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]) as table:
    ...     [round(x) for x in table.solve([350, 1700])]
    [1000, 2000]
    """

    _free = "skpi_economy_iotable_free"

    def __init__(self, flows: Any, output: Any, value_added: Any, final_demand: Any, jobs: Any = None) -> None:
        call = Call("skpi_economy_iotable_new")
        _source(call, flows, output, value_added, final_demand, jobs)
        self.n = call.lengths["n"][0]
        self._jobs = jobs is not None
        self._open(call, "table")

    def _call(self, function: str) -> Call:
        call = Call(function)
        call.handle("table", self)
        call.axis("table", n=self.n)
        return call

    def solve(self, demand: Any) -> Any:
        """Output that every sector must make for a final demand, or for each of several (demands x n)."""
        call = self._call("skpi_economy_iotable_leontief")
        call.take("k n", demand=demand)
        call.out("k n", "output")
        return call.run()

    def supply(self, primary: Any) -> Any:
        """Output by Ghosh's model for primary inputs of every sector, or for each of several vectors (vectors x n).

        primary  all that a sector does not buy from the sectors of the table: value added, imports, taxes
        """
        call = self._call("skpi_economy_iotable_ghosh")
        call.take("k n", primary=primary)
        call.out("k n", "output")
        return call.run()

    def impact(self, demand: Any) -> Any:
        """What a final demand sets going, directly and through suppliers, or each of several (demands x n).

        Gives  .output, .value_added (money of the table), .jobs of every sector; .total_output, .total_value_added,
               .total_jobs.  The jobs are there if the table was given jobs.
        """
        call = self._call("skpi_economy_iotable_impact")
        call.take("k n", demand=demand)
        call.outs("out", output="k n", value_added="k n", total_output="k", total_value_added="k")
        if self._jobs:
            call.outs("out", jobs="k n", total_jobs="k")
        return call.run()

    def linkages(self, variation: bool = True) -> Any:
        """Linkages, dispersions and multipliers of every sector; NaN where there is none.

        variation  False: without .power_cv and .sensitivity_cv, which need n solves
        Gives      .backward_direct, .backward_total (column sums of A and of L = (I - A)^-1), .power, .power_cv;
                   .forward_direct, .forward_total (row sums), .sensitivity, .sensitivity_cv; .ghosh_direct,
                   .ghosh_total (row sums of B and of (I - B)^-1); .multiplier_output, .multiplier_value_added (in a
                   unit of final demand); .type1_value_added (that over value added per output).  If the table was
                   given jobs, .multiplier_jobs and .type1_jobs.
        """
        call = self._call("skpi_economy_iotable_linkages")
        call.outs("out", **dict.fromkeys(_LINKAGES + _VARIATIONS * bool(variation) + _JOBS * self._jobs, "n"))
        return call.run()

    def inverse(self) -> Any:
        """Leontief inverse, n x n.  Rarely needed: the other methods do without, faster."""
        call = self._call("skpi_economy_iotable_inverse")
        call.out("n n", "inverse")
        return call.run()

    def embodied(self) -> Any:
        """Value added of the row in the final demand for the column, n x n."""
        call = self._call("skpi_economy_iotable_embodied")
        call.out("n n", "embodied")
        return call.run()
