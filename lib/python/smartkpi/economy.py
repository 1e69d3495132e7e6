"""Economy: input-output tables, location quotients, balancing, supply and use, capital, prices, shift-share.

Shares are fractions; money is in the caller's unit, one unit in a call.

Equations and sources: the pages smartkpi_economy(7) and skpi_economy_*(3).
"""
from __future__ import annotations

from typing import Any

from ._core import Call, Handle
from ._economy_capital import (capital_contribution, capital_efficiency, capital_stock, capital_user_cost, chain_index,
                               double_deflation, shift_share, within_between)
from ._economy_tables import location_quotient, ras, supply_use
from ._library import library

__all__ = ["IOTable", "capital_contribution", "capital_efficiency", "capital_stock", "capital_user_cost", "chain_index",
           "double_deflation", "iotable_source_check", "location_quotient", "ras", "shift_share", "supply_use",
           "within_between"]

_LINKAGES = ("backward_direct", "backward_total", "power", "forward_direct", "forward_total", "sensitivity",
             "ghosh_direct", "ghosh_total", "multiplier_output", "multiplier_value_added", "type1_value_added")
_VARIATIONS = ("power_cv", "sensitivity_cv")
_JOBS = ("multiplier_jobs", "type1_jobs")


def _source(call: Call, flow: Any, output: Any, value_added: Any, final_demand: Any, jobs: Any) -> None:
    call.struct("source", "n_sectors n_sectors", flow=flow)
    call.struct("source", "n_sectors", output=output, value_added=value_added, final_demand=final_demand, jobs=jobs)


def iotable_source_check(flow: Any, output: Any, value_added: Any, final_demand: Any, *, jobs: Any = None) -> Any:
    """What is wrong with an input-output table, before it is used; arguments as for IOTable.

    Gives  .total_row, .total_column (1 where a sector looks like a total of the others), .imbalance ((flows sold +
           final demand - output) / output), .spectral_radius (of the input coefficients; productive below 1),
           .condition (of I - A, 1-norm), .unit_slip and .flow_slip (power of ten to multiply value added, or flows, by;
           0 = none, NaN = unknown)
    Error  SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EZERODIV (no output, but flows, value added or jobs), SKPI_EOVERFLOW
    """
    call = Call("skpi_economy_iotable_source_check")
    _source(call, flow, output, value_added, final_demand, jobs)
    call.outs("out", total_row="n_sectors", total_column="n_sectors", imbalance="n_sectors", spectral_radius="",
              condition="", unit_slip="", flow_slip="")
    return call.run()


class IOTable(Handle):
    """An input-output table, factored once; a context manager.

    flow          domestic sales of the row to the column, sectors x sectors; negative cells are allowed
    output        all that each sector makes, not negative
    value_added, final_demand  of each sector; all money in one unit
    jobs          people employed by each sector; None: not known
    Error         SKPI_ENOTPRODUCTIVE, SKPI_ESINGULAR, SKPI_EINCONSISTENT (a total among the sectors), SKPI_EZERODIV
                  (no output, but flows, value added or jobs), SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EOVERFLOW
    The methods may be called by many threads at once; they fail with SKPI_ENOTFINITE (a demand that is no number) and
    SKPI_EOVERFLOW, and where they say more.
    Source        Miller & Blair 2009, Ghosh 1958

    >>> with IOTable([[150, 500], [200, 100]], [1000, 2000], [600, 1300], [350, 1700]) as table:
    ...     [round(x, 1) for x in table.leontief([350, 1700])]
    [1000.0, 2000.0]
    """

    _free = "skpi_economy_iotable_free"

    def __init__(self, flow: Any, output: Any, value_added: Any, final_demand: Any, *, jobs: Any = None) -> None:
        call = Call("skpi_economy_iotable_new")
        _source(call, flow, output, value_added, final_demand, jobs)
        self._jobs = jobs is not None
        self._open(call, "table")

    @property
    def n_sectors(self) -> int:
        """Sectors of the table."""
        return library.skpi_economy_iotable_n_sectors(self.pointer)

    def _call(self, function: str) -> Call:
        call = Call(function)
        call.handle("table", self)
        call.axis("table", n_sectors=self.n_sectors)
        return call

    def leontief(self, demand: Any) -> Any:
        """Output that every sector must make for a final demand, or for each of several (demands x sectors)."""
        call = self._call("skpi_economy_iotable_leontief")
        call.take("n_demands n_sectors", demand=demand)
        call.out("n_demands n_sectors", "output")
        return call.run()

    def ghosh(self, primary: Any) -> Any:
        """Output by Ghosh's model for primary inputs of every sector, or for each of several vectors (vectors x sectors).

        primary  all that a sector does not buy from the sectors of the table: value added, imports, taxes
        """
        call = self._call("skpi_economy_iotable_ghosh")
        call.take("n_inputs n_sectors", primary=primary)
        call.out("n_inputs n_sectors", "output")
        return call.run()

    def impact(self, demand: Any) -> Any:
        """What a final demand sets going, directly and through suppliers, or each of several (demands x sectors).

        Gives  .output, .value_added (money of the table), .jobs of every sector; .total_output, .total_value_added,
               .total_jobs.  The jobs are there if the table was given jobs.
        """
        call = self._call("skpi_economy_iotable_impact")
        call.take("n_demands n_sectors", demand=demand)
        call.outs("out", output="n_demands n_sectors", value_added="n_demands n_sectors", total_output="n_demands",
                  total_value_added="n_demands")
        if self._jobs:
            call.outs("out", jobs="n_demands n_sectors", total_jobs="n_demands")
        return call.run()

    def linkages(self, *, variation: bool = True) -> Any:
        """Linkages, dispersions and multipliers of every sector; NaN where there is none.

        variation  False: without .power_cv and .sensitivity_cv, which need as many solves as there are sectors
        Gives      .backward_direct, .backward_total (column sums of A and of L = (I - A)^-1), .power, .power_cv;
                   .forward_direct, .forward_total (row sums), .sensitivity, .sensitivity_cv; .ghosh_direct,
                   .ghosh_total (row sums of B and of (I - B)^-1); .multiplier_output, .multiplier_value_added (in a
                   unit of final demand); .type1_value_added (that over value added per output).  If the table was
                   given jobs, .multiplier_jobs and .type1_jobs.
        """
        call = self._call("skpi_economy_iotable_linkages")
        call.outs("out", **dict.fromkeys(_LINKAGES + _VARIATIONS * bool(variation) + _JOBS * self._jobs, "n_sectors"))
        return call.run()

    def inverse(self) -> Any:
        """Leontief inverse, sectors x sectors.  Rarely needed: the other methods do without, faster."""
        call = self._call("skpi_economy_iotable_inverse")
        call.out("n_sectors n_sectors", "inverse")
        return call.run()

    def embodied(self) -> Any:
        """Value added of the row in the final demand for the column, sectors x sectors."""
        call = self._call("skpi_economy_iotable_embodied")
        call.out("n_sectors n_sectors", "embodied")
        return call.run()
