# Made from the headers by lib/interface/make.py; do not edit.
"""Economy: input-output tables, location quotients, balancing, supply and use, capital, prices, shift-share. Shares
are fractions. Money is in the caller's unit, the same throughout a call.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from ._base import Table
from ._handle import Handle
from ._typing import Grid, Many

__all__ = ["CapitalStockResult", "ChainIndexResult", "DeflationChoice", "DoubleDeflationResult", "ExtractionChoice",
           "ExtractionResult", "IOTable", "IOTableAggregateResult", "IOTableSource", "IOTableSourceCheckResult",
           "ImpactResult", "IndexChoice", "InducedResult", "LinkagesResult", "LocationQuotientResult",
           "ProfileChoice", "QuotientChoice", "RasResult", "ReadingChoice", "ScalingChoice", "ShiftShareResult",
           "SplitChoice", "SupplyUseResult", "WithinBetweenResult", "capital_contribution", "capital_efficiency",
           "capital_stock", "capital_user_cost", "chain_index", "double_deflation", "iotable_aggregate",
           "iotable_source_check", "location_quotient", "ras", "shift_share", "supply_use", "within_between"]


def __dir__() -> list[str]:
    return __all__


ReadingChoice = Union[int, Literal["consistent", "total", "transposed", "coefficients", "coefficients_percent",
                                   "output_coefficients", "flow_unit", "output_unit", "output_is_value_added",
                                   "output_is_final_demand", "final_demand_is_value_added", "final_demand_unit",
                                   "counted_twice", "column_unit", "row_flow_unit", "row_output_unit",
                                   "row_demand_unit", "value_added_unit", "imports", "rows", "columns", "value_added",
                                   "few_flows", "negative_demand"]]
ExtractionChoice = Union[int, Literal["both", "column", "row"]]
QuotientChoice = Union[int, Literal["slq", "cilq", "flq", "aflq"]]
ScalingChoice = Union[int, Literal["ras", "gras"]]
ProfileChoice = Union[int, Literal["survival", "cohort", "geometric"]]
IndexChoice = Union[int, Literal["laspeyres", "paasche", "fisher", "tornqvist"]]
DeflationChoice = Union[int, Literal["double", "single", "tornqvist"]]
SplitChoice = Union[int, Literal["midpoint", "base_year"]]


@_call.inputs
@dataclass(frozen=True, eq=False)
class IOTableSource:
    """Flows between sectors, their output and its uses, all in one unit of money.

    flow  number: domestic sales of the row's sector to the column's.
    output  quantity: gross output of the sector.
    value_added  number: its output less all its intermediate inputs.
    final_demand  number: its sales to final uses.
    jobs  quantity of people employed; by default not known.
    other_input  number: imports and taxes less subsidies that it buys with its inputs, so that columns add up to the
        output; by default not known.
    """
    flow: Grid[float]
    output: Many[float]
    value_added: Many[float]
    final_demand: Many[float]
    jobs: Many[float] | None = None
    other_input: Many[float] | None = None

    def replace(self, **members: Any) -> IOTableSource:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.struct(parameter, "n_sectors n_sectors", flow=self.flow)
        call.struct(parameter, "n_sectors", output=self.output, value_added=self.value_added,
                    final_demand=self.final_demand, jobs=self.jobs, other_input=self.other_input)


@dataclass(frozen=True, eq=False)
class ImpactResult:
    """What skpi_economy_iotable_impact gives.

    output[n_demands][table.n_sectors]  number: output of each sector
    value_added[n_demands][table.n_sectors]  number: value added of each sector in that output.
    jobs[n_demands][table.n_sectors]  number of people employed in each sector for that output.
    total_output[n_demands]  number: sum of output over the sectors.
    total_value_added[n_demands]  number: sum of value_added.
    total_jobs[n_demands]  number: sum of jobs.
    """
    output: Any
    value_added: Any
    jobs: Any
    total_output: Any
    total_value_added: Any
    total_jobs: Any


@dataclass(frozen=True, eq=False)
class LinkagesResult:
    """What skpi_economy_iotable_linkages gives.

    backward_direct[table.n_sectors]  number: sum of the column of A.
    backward_total[table.n_sectors]  number: sum of the column of L.
    power[table.n_sectors]  number: power of dispersion, the sum of the column over the mean of all such sums; NaN if
        L does not add up to more than 0.
    power_cv[table.n_sectors]  number: coefficient of variation of the column of L; NaN if the column does not add up
        to more than 0, or there is only one sector.
    forward_direct[table.n_sectors]  number: sum of the row of A.
    forward_total[table.n_sectors]  number: sum of the row of L.
    sensitivity[table.n_sectors]  number: sensitivity of dispersion, as power, for the row of L.
    sensitivity_cv[table.n_sectors]  number: as power_cv, for the row of L.
    ghosh_direct[table.n_sectors]  number: sum of the row of B.
    ghosh_total[table.n_sectors]  number: sum of the row of G.
    multiplier_output[table.n_sectors]  number: output for a unit of final demand, 1'L.
    multiplier_value_added[table.n_sectors]  number: value added for a unit of final demand, v'L.
    multiplier_jobs[table.n_sectors]  number: jobs for a unit of final demand, w'L.
    type1_value_added[table.n_sectors]  number: v'L / v; NaN where v is 0.
    type1_jobs[table.n_sectors]  number: w'L / w; NaN where w is 0.
    """
    backward_direct: Any
    backward_total: Any
    power: Any
    power_cv: Any
    forward_direct: Any
    forward_total: Any
    sensitivity: Any
    sensitivity_cv: Any
    ghosh_direct: Any
    ghosh_total: Any
    multiplier_output: Any
    multiplier_value_added: Any
    multiplier_jobs: Any
    type1_value_added: Any
    type1_jobs: Any


@dataclass(frozen=True, eq=False)
class InducedResult:
    """What skpi_economy_iotable_induced gives.

    multiplier_output[table.n_sectors]  number: output of all sectors for a unit of final demand.
    multiplier_income[table.n_sectors]  number: income of households for a unit of final demand.
    multiplier_value_added[table.n_sectors]  number: value added for a unit of final demand.
    multiplier_jobs[table.n_sectors]  number: jobs for a unit of final demand.
    type2_income[table.n_sectors]  number: multiplier_income over the labour income of a unit of output; NaN where
        that is 0.
    type2_value_added[table.n_sectors]  number: as type2_income, of value added.
    type2_jobs[table.n_sectors]  number: as type2_income, of jobs.
    ratio  number: type II over type I of income, the same in every sector.
    """
    multiplier_output: Any
    multiplier_income: Any
    multiplier_value_added: Any
    multiplier_jobs: Any
    type2_income: Any
    type2_value_added: Any
    type2_jobs: Any
    ratio: float


@dataclass(frozen=True, eq=False)
class ExtractionResult:
    """What skpi_economy_iotable_extraction gives.

    loss[table.n_sectors]  number: in all sectors; NaN where the others alone are not productive.
    elsewhere[table.n_sectors]  number: in the other sectors; NaN as loss.
    share[table.n_sectors]  number: loss over the output of all sectors; NaN as loss.
    """
    loss: Any
    elsewhere: Any
    share: Any


class IOTable(Handle):
    """An input-output table, factored once. Any number of threads may use it at the same time. A context manager,
    which ends it.

    source  flow, output, value_added and final_demand of the sectors, and jobs if they are known; all are copied.

    SKPI_WUNUSUAL: figures of source contradict each other; every later use of table says so again.
    SKPI_EINCONSISTENT: source.flow has a total among the sectors; source.flow or source.output adds up only when it
        is read otherwise: transposed, as coefficients, in another unit.
    SKPI_ENOTPRODUCTIVE: source.flow uses up more than is made, so that the spectral radius of A is 1 or more.
    SKPI_ESINGULAR: source.flow makes I - A singular: some sectors use up exactly what they make.
    SKPI_EOVERFLOW: source.value_added, source.final_demand or source.jobs is so large, or source.jobs so small beside
        the output, that a result is beyond the range of a double; source.flow over output is beyond the range of a
        double.
    SKPI_EZERODIV: source.output is 0 although the sector has flows, value added, jobs or other inputs.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2; Berman and Plemmons, Nonnegative Matrices in
        the Mathematical Sciences (1994), chapter 6, theorem 2.3.
    """

    _free = "skpi_economy_iotable_free"

    def __init__(self, source: IOTableSource, **unknown: NoReturn) -> None:
        call = _call.Call("skpi_economy_iotable_new", unknown=unknown)
        call.shared("source", source)
        self._open(call, "table")

    @property
    def n_sectors(self) -> int:
        """Number of sectors of a table; 0 if it is None."""
        return _call.plain("skpi_economy_iotable_n_sectors", self.pointer)

    def leontief(self, demand: Grid[float], **unknown: NoReturn) -> Any:
        """Output of each sector that meets final demands, with all direct and indirect inputs (Leontief): x = L y.

        demand[n_demands][table.n_sectors]  number: final demand for the product of each sector.
        Gives output[n_demands][table.n_sectors]: number: output of each sector

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_EOVERFLOW: output is beyond the range of a double; the outputs of earlier demands are written.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM, SKPI_ENOTFINITE.

        Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2.
        """
        call = _call.Call("skpi_economy_iotable_leontief", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.take("n_demands table->n_sectors", demand=demand)
        call.out(output="n_demands table->n_sectors")
        return call.run()

    def ghosh(self, primary: Grid[float], **unknown: NoReturn) -> Any:
        """Output that primary inputs allow when each sector sells in fixed proportions (Ghosh): x' = p'G.

        primary[n_inputs][table.n_sectors]  number: primary input of each sector, which it does not buy from the
            sectors: value added, imports, taxes.
        Gives output[n_inputs][table.n_sectors]: number: output of each sector; it is the primary input where the
            table has no output

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_EOVERFLOW: output is beyond the range of a double; the outputs of earlier vectors are written.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM, SKPI_ENOTFINITE.

        Source: Ghosh, Economica 25 (1958) 58; Miller and Blair, Input-Output Analysis (2nd ed. 2009), 12.1.
        """
        call = _call.Call("skpi_economy_iotable_ghosh", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.take("n_inputs table->n_sectors", primary=primary)
        call.out(output="n_inputs table->n_sectors")
        return call.run()

    def impact(self, demand: Grid[float], **unknown: NoReturn) -> ImpactResult:
        """Effects of final demands, directly and through all suppliers: output, value added and jobs.

        demand[n_demands][table.n_sectors]  number: final demand for the domestic product of each sector, or a change
            of it.

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_ENODATA: jobs or total_jobs is wanted of a table without jobs.
        SKPI_EOVERFLOW: an effect is beyond the range of a double; the effects of earlier demands are written.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ESTRUCT.

        Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 6.2.
        """
        call = _call.Call("skpi_economy_iotable_impact", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.take("n_demands table->n_sectors", demand=demand)
        call.out("out", output="n_demands table->n_sectors", value_added="n_demands table->n_sectors",
                 jobs="n_demands table->n_sectors", total_output="n_demands", total_value_added="n_demands",
                 total_jobs="n_demands")
        if "jobs" not in self._given:
            call.skip("jobs", "total_jobs")
        return call.run(ImpactResult)

    def linkages(self, *, without: Sequence[Literal["backward_direct", "backward_total", "power", "power_cv",
                 "forward_direct", "forward_total", "sensitivity", "sensitivity_cv", "ghosh_direct", "ghosh_total",
                 "multiplier_output", "multiplier_value_added", "multiplier_jobs", "type1_value_added",
                 "type1_jobs"]] = (), **unknown: NoReturn) -> LinkagesResult:
        """Linkages, dispersions and multipliers of each sector. power_cv and sensitivity_cv need all of L; the other
        outputs need four solves.

        without  names of results that are not wanted; they are None.

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_ENODATA: multiplier_jobs or type1_jobs is wanted of a table without jobs.
        SKPI_ENOMEM: table has too many sectors.
        SKPI_EOVERFLOW: a result is beyond the range of a double.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT.

        Source: Rasmussen, Studies in Inter-Sectoral Relations (1956); Jones, Quarterly Journal of Economics 90 (1976)
            323; Miller and Blair, Input-Output Analysis (2nd ed. 2009), 6.2 and 12.2.
        """
        call = _call.Call("skpi_economy_iotable_linkages", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.out("out", backward_direct="table->n_sectors", backward_total="table->n_sectors",
                 power="table->n_sectors", power_cv="table->n_sectors", forward_direct="table->n_sectors",
                 forward_total="table->n_sectors", sensitivity="table->n_sectors", sensitivity_cv="table->n_sectors",
                 ghosh_direct="table->n_sectors", ghosh_total="table->n_sectors",
                 multiplier_output="table->n_sectors", multiplier_value_added="table->n_sectors",
                 multiplier_jobs="table->n_sectors", type1_value_added="table->n_sectors",
                 type1_jobs="table->n_sectors")
        call.skip(*without)
        if "jobs" not in self._given:
            call.skip("multiplier_jobs", "type1_jobs")
        return call.run(LinkagesResult)

    def induced(self, labour_income: Many[float], consumption: Many[float], *, income: float | None = None,
                own: float | None = None, **unknown: NoReturn) -> InducedResult:
        """Multipliers that follow the income of households, which is spent again (type II): the table is closed with
        a row and a column of households.

        labour_income[table.n_sectors]  quantity: income of households from work in each sector.
        consumption[table.n_sectors]  number: what households buy of the domestic product of each.
        income  quantity: all income that they live on; by default the sum of labour_income and own.
        own  quantity: what households pay to households; by default none.

        SKPI_WUNUSUAL: labour_income is more in all than the value added of the table; consumption is more in all than
            the final demand of the table; figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_EZERODIV: income is 0, and so is the sum of labour_income and own; labour_income is above 0 in a sector
            without output.
        SKPI_ENODATA: multiplier_jobs or type2_jobs is wanted of a table without jobs.
        SKPI_ENOTPRODUCTIVE: consumption brings households as much income as they spend, or more.
        SKPI_ENOMEM: table has too many sectors.
        SKPI_EOVERFLOW: labour_income, consumption, income or own is too large; a result is beyond the range of a
            double.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE.

        Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.5 and 6.2.
        """
        call = _call.Call("skpi_economy_iotable_induced", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.struct("in", "table->n_sectors", labour_income=labour_income, consumption=consumption)
        call.struct("in", income=income, own=own)
        call.out("out", multiplier_output="table->n_sectors", multiplier_income="table->n_sectors",
                 multiplier_value_added="table->n_sectors", multiplier_jobs="table->n_sectors",
                 type2_income="table->n_sectors", type2_value_added="table->n_sectors", type2_jobs="table->n_sectors",
                 ratio="")
        if "jobs" not in self._given:
            call.skip("multiplier_jobs", "type2_jobs")
        return call.run(InducedResult)

    def extraction(self, *, removed: ExtractionChoice | None = None, keep_demand: bool | None = None,
                   **unknown: NoReturn) -> ExtractionResult:
        """Output lost without a sector, each sector in its turn (hypothetical extraction).

        removed  ExtractionChoice; by default SKPI_ECONOMY_EXTRACTION_BOTH.
        keep_demand  flag: 1 = the final demand for its product stays.

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_EZERODIV: share is of an output that adds up to 0.
        SKPI_ENOMEM: table has too many sectors.
        SKPI_EOVERFLOW: loss or another result is beyond the range of a double.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT.

        Source: Dietzenbacher, van der Linden and Steenge, Economic Systems Research 5 (1993) 185; Miller and Blair,
            Input-Output Analysis (2nd ed. 2009), 12.2.
        """
        call = _call.Call("skpi_economy_iotable_extraction", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.struct("options", removed=_call.choice("skpi_economy_extraction", "removed", removed),
                    keep_demand=keep_demand)
        call.out("out", loss="table->n_sectors", elsewhere="table->n_sectors", share="table->n_sectors")
        return call.run(ExtractionResult)

    def inverse(self, **unknown: NoReturn) -> Any:
        """The Leontief inverse L. It is rarely needed, because the functions above solve without it and faster.

        Gives inverse[table.n_sectors][table.n_sectors]: number: output of the row's sector for a unit of final demand
            for the column's.

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_ENOMEM: table has too many sectors.
        By the kinds of the arguments: SKPI_EINVAL.

        Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2.
        """
        call = _call.Call("skpi_economy_iotable_inverse", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.out(inverse="table->n_sectors table->n_sectors")
        return call.run()

    def embodied(self, **unknown: NoReturn) -> Any:
        """Value added of each sector in the final demand for each sector: diag(v) L diag(y). Where the table adds up,
        a row sums to the value added of its sector, and all cells sum to GDP.

        Gives embodied[table.n_sectors][table.n_sectors]: number: value added of the row's sector in the final demand
            for the column's.

        SKPI_WUNUSUAL: figures of table contradict each other, as skpi_economy_iotable_new warned.
        SKPI_ENOMEM: table has too many sectors.
        SKPI_EOVERFLOW: embodied is beyond the range of a double; the earlier columns are written.
        By the kinds of the arguments: SKPI_EINVAL.

        Source: Johnson and Noguera, Journal of International Economics 86 (2012) 224, for one economy.
        """
        call = _call.Call("skpi_economy_iotable_embodied", unknown=unknown)
        call.handle("table", self, "n_sectors")
        call.out(embodied="table->n_sectors table->n_sectors")
        return call.run()


@dataclass(frozen=True, eq=False)
class IOTableSourceCheckResult:
    """What skpi_economy_iotable_source_check gives.

    total_row[n_sectors]  flag: 1 = the row looks like the sum of all other rows, or of those before it.
    total_column[n_sectors]  flag: the same for the column.
    imbalance[n_sectors]  number: (flows sold + final demand - output) / output; NaN where the sector has final demand
        and no output.
    spectral_radius  quantity: spectral radius of the input coefficients; below 1 the economy is productive; infinite
        = beyond the range of a double.
    condition  quantity: condition number of I - A in the 1-norm; infinite = I - A is singular.
    unit_slip  number: power of ten by which value added must be multiplied to fit output less flows; 0 if it fits;
        NaN where that cannot be determined.
    flow_slip  number: power of ten by which flows must be multiplied to fit output less final demand; 0 if they fit;
        NaN where that cannot be determined.
    reading  ReadingChoice: what contradicts the table most.
    n_unbalanced  integer: rows that do not add up to the output, within a thousandth and rounding.
    worst_row  integer: the row that is farthest from it; SKPI_NONE if all add up.
    repeated  integer: column of which the differences of the rows are a multiple; SKPI_NONE if of none.
    repeated_factor  number: that multiple, 1 of a column counted twice; NaN if there is none.
    """
    total_row: Any
    total_column: Any
    imbalance: Any
    spectral_radius: float
    condition: float
    unit_slip: float
    flow_slip: float
    reading: int
    n_unbalanced: int
    worst_row: int
    repeated: int
    repeated_factor: float


def iotable_source_check(source: IOTableSource, **unknown: NoReturn) -> IOTableSourceCheckResult:
    """Checks an input-output table before it is used: balances, totals left among the sectors, units, productivity
    and condition.

    source  flow, output, value_added, final_demand of the sectors, as for skpi_economy_iotable_new.

    SKPI_WUNUSUAL: figures of source contradict each other: reading says how.
    SKPI_EOVERFLOW: imbalance is beyond the range of a double; source.flow over output is beyond the range of a
        double.
    SKPI_EZERODIV: source.output is 0 although the sector has flows, value added, jobs or other inputs.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 2.2 and 4.2; Higham, Accuracy and Stability of
        Numerical Algorithms (2nd ed. 2002), 7.1.
    """
    call = _call.Call("skpi_economy_iotable_source_check", unknown=unknown)
    call.shared("source", source)
    call.out("out", total_row="n_sectors", total_column="n_sectors", imbalance="n_sectors", spectral_radius="",
             condition="", unit_slip="", flow_slip="", reading="", n_unbalanced="", worst_row="", repeated="",
             repeated_factor="")
    return call.run(IOTableSourceCheckResult)


@dataclass(frozen=True, eq=False)
class IOTableAggregateResult:
    """What skpi_economy_iotable_aggregate gives.

    flow[n_groups][n_groups]  number: sales of the row to the column, its own to itself included.
    output[n_groups]  quantity: all that the group makes.
    value_added[n_groups]  number: its value added.
    final_demand[n_groups]  number: what it sells to others than sectors.
    jobs[n_groups]  quantity of people employed.
    other_input[n_groups]  number: imports and taxes less subsidies that it buys.
    """
    flow: Any
    output: Any
    value_added: Any
    final_demand: Any
    jobs: Any
    other_input: Any


def iotable_aggregate(source: IOTableSource, n_groups: int, group: Many[int],
                      **unknown: NoReturn) -> IOTableAggregateResult:
    """Adds up sectors of an input-output table to groups.

    source  flow, output, value_added, final_demand of the sectors, perhaps jobs and other_input.
    n_groups  count of groups; at least 1.
    group[source.n_sectors]  index of the group of each sector; every group has one.

    SKPI_ENOTFOUND: group is not in 0 to n_groups - 1.
    SKPI_ENODATA: group leaves a group without sectors; jobs is wanted of a source without jobs; other_input is wanted
        of a source without source.other_input.
    SKPI_EOVERFLOW: source.flow, source.output, source.value_added, source.final_demand, source.jobs or
        source.other_input adds up to more than a double holds; source.flow over output is beyond the range of a
        double.
    SKPI_EZERODIV: source.output is 0 although the sector has flows, value added, jobs or other inputs.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Miller and Blair, Input-Output Analysis (2nd ed. 2009), 4.9.
    """
    call = _call.Call("skpi_economy_iotable_aggregate", unknown=unknown)
    call.shared("source", source)
    call.axis(n_groups=n_groups)
    call.take("n_sectors", group=group)
    call.out("out", flow="n_groups n_groups", output="n_groups", value_added="n_groups", final_demand="n_groups",
             jobs="n_groups", other_input="n_groups")
    if source.jobs is None:
        call.skip("jobs")
    if source.other_input is None:
        call.skip("other_input")
    return call.run(IOTableAggregateResult)


@dataclass(frozen=True, eq=False)
class LocationQuotientResult:
    """What skpi_economy_location_quotient gives.

    coefficient[n_sectors][n_sectors]  number: min(1, quotient) times the national one
    quotient[n_sectors][n_sectors]  quantity: location quotient before it is capped at 1; 0 where the city has no jobs
        in the row's sector or, except with SLQ, in the column's; infinite = beyond the range of a double.
    slq[n_sectors]  quantity: simple location quotient; NaN where the nation has no jobs.
    factor  quantity: factor that depends on the city's size; 1 for SLQ and CILQ.
    """
    coefficient: Any
    quotient: Any
    slq: Any
    factor: float


def location_quotient(coefficient: Grid[float], city: Many[float], nation: Many[float], quotient: QuotientChoice, *,
                      delta: float | None = None, **unknown: NoReturn) -> LocationQuotientResult:
    """Input coefficients of a city from those of its nation, by location quotients of employment.

    coefficient[n_sectors][n_sectors]  number: national input coefficients; the row's sector sells to the column's.
    city[n_sectors]  quantity: jobs of the city.
    nation[n_sectors]  quantity: jobs of the nation, including those of the city.
    quotient  QuotientChoice.
    delta  share: exponent of the size factor, 0.2 to 0.35 in most studies; only for quotient = FLQ, AFLQ; by default
        a factor of 1.

    SKPI_WUNUSUAL: coefficient is above 1 or below -1, or adds up to more than 1.001 in a column: it may be in
        percent.
    SKPI_ERANGE: city is above nation.
    SKPI_EZERODIV: city adds up to 0.
    SKPI_EOVERFLOW: city or nation adds up to more than a double holds; slq is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Flegg and Webber, Regional Studies 31 (1997) 795 and 34 (2000) 563; Flegg and Tohmo, Regional Studies 47
        (2013) 703.
    """
    call = _call.Call("skpi_economy_location_quotient", unknown=unknown)
    call.take("n_sectors n_sectors", coefficient=coefficient)
    call.take("n_sectors", city=city, nation=nation)
    call.take(quotient=_call.choice("skpi_economy_quotient", "quotient", quotient), delta=delta)
    call.needed("delta", delta, "quotient", _abi.SKPI_ECONOMY_QUOTIENT_FLQ, _abi.SKPI_ECONOMY_QUOTIENT_AFLQ)
    call.out("out", coefficient="n_sectors n_sectors", quotient="n_sectors n_sectors", slq="n_sectors", factor="")
    return call.run(LocationQuotientResult)


@dataclass(frozen=True, eq=False)
class RasResult:
    """What skpi_economy_ras gives.

    cell[n_rows][n_columns]  number: the scaled table, with the zeros and signs of start
    residual  quantity: largest error of a row total in the last table, over the largest row total; if all row totals
        are 0, over the largest column total or cell.
    n_iterations  integer: number of iterations.
    """
    cell: Any
    residual: float
    n_iterations: int


def ras(start: Grid[float], row_total: Many[float], column_total: Many[float], *,
        scaling: ScalingChoice | None = None, n_iterations: int | None = None, tolerance: float | None = None,
        **unknown: NoReturn) -> RasResult:
    """Scales a table to given totals of its rows and columns.

    start[n_rows][n_columns]  number: the table to start from.
    row_total[n_rows]  number: required sum of each row.
    column_total[n_columns]  number: required sum of each column.
    scaling  ScalingChoice; by default SKPI_ECONOMY_SCALING_RAS.
    n_iterations  integer: largest number of iterations; at least 0; by default 1000.
    tolerance  quantity: largest accepted residual; by default 1e-12.

    SKPI_WNOTCONVERGED: zeros of start forbid the totals, or n_iterations is too small; cell is the last table.
    SKPI_EDOM: start is below 0 (RAS).
    SKPI_EINCONSISTENT: row_total and column_total add up to different sums, by more than 1e-10 of the sum of
        |row_total| or of |column_total|: if they were rounded, multiply one of them by the quotient of their sums.
    SKPI_EINFEASIBLE: row_total or column_total has a sign that no cell of its row or column has.
    SKPI_EOVERFLOW: row_total or column_total adds up to more than a double holds; start has cells too far from the
        totals.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT, SKPI_ERANGE.

    Source: Stone and Brown, A Computable Model of Economic Growth (1962); Junius and Oosterhaven, Economic Systems
        Research 15 (2003) 87; Lenzen, Wood and Gallego, Economic Systems Research 19 (2007) 461.
    """
    call = _call.Call("skpi_economy_ras", unknown=unknown)
    call.take("n_rows n_columns", start=start)
    call.take("n_rows", row_total=row_total)
    call.take("n_columns", column_total=column_total)
    call.struct("options", scaling=_call.choice("skpi_economy_scaling", "scaling", scaling),
                n_iterations=n_iterations, tolerance=tolerance)
    call.out("out", cell="n_rows n_columns", residual="", n_iterations="")
    return call.run(RasResult)


@dataclass(frozen=True, eq=False)
class SupplyUseResult:
    """What skpi_economy_supply_use gives.

    flow[n_industries][n_industries]  number: sales of the row's industry to the column's.
    final_use[n_industries][n_categories]  number: sales of the industry to the category.
    final_demand[n_industries]  number: row sums of final_use.
    output[n_industries]  number: gross output of the industry.
    value_added[n_industries]  number: its output less all its inputs.
    market_share[n_industries][n_commodities]  number: the industry's part of the output of the commodity; 0 where no
        industry makes it.
    """
    flow: Any
    final_use: Any
    final_demand: Any
    output: Any
    value_added: Any
    market_share: Any


def supply_use(make: Grid[float], use: Grid[float], final_use: Grid[float], *, other_input: Many[float] | None = None,
               tolerance: float | None = None, **unknown: NoReturn) -> SupplyUseResult:
    """Makes an input-output table of industries from supply and use tables by the fixed product sales structure,
    model D: each commodity is sold in the same proportions whichever industry made it.

    make[n_industries][n_commodities]  number: output of the commodity by the industry.
    use[n_commodities][n_industries]  number: use of the domestic commodity by the industry.
    final_use[n_commodities][n_categories]  number: final use of the domestic commodity.
    other_input[n_industries]  number: imports used, and taxes less subsidies on products; by default 0.
    tolerance  quantity: largest accepted imbalance of a commodity, over the largest output of a commodity; by default
        1e-9.

    SKPI_EZERODIV: use or final_use uses a commodity that no industry makes.
    SKPI_EINCONSISTENT: use and final_use of a commodity do not add up to its output (the error names the worst
        commodity and the tolerance that it needs); make has a total among its rows or columns.
    SKPI_EOVERFLOW: a sum or a result is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 11; United Nations, Handbook on
        Supply and Use Tables and Input-Output Tables (2018), chapter 12.
    """
    call = _call.Call("skpi_economy_supply_use", unknown=unknown)
    call.struct("in", "n_industries n_commodities", make=make)
    call.struct("in", "n_commodities n_industries", use=use)
    call.struct("in", "n_commodities n_categories", final_use=final_use)
    call.struct("in", "n_industries", other_input=other_input)
    call.struct("options", tolerance=tolerance)
    call.out("out", flow="n_industries n_industries", final_use="n_industries n_categories",
             final_demand="n_industries", output="n_industries", value_added="n_industries",
             market_share="n_industries n_commodities")
    return call.run(SupplyUseResult)


def capital_efficiency(n_ages: int, life: Many[float], profile: ProfileChoice, *, beta: Many[float] | None = None,
                       status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Services of an asset at ages 0, 1, 2 ... years, as a part of those of a new asset.

    n_ages  count of ages.
    life[n]  positive: mean service life in years.
    beta[n]  number: form of the decline: 1 none before the end of life, 0 a straight line, below 0 faster at first;
        at most 1; by default 0.5.
    profile  ProfileChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives efficiency[n][n_ages]: share of the services of a new asset; 1 at age 0.

    SKPI_EDOM: life is below 2 (GEOMETRIC).
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: OECD, Measuring Capital (2nd ed. 2009); United States Bureau of Labor Statistics, Bulletin 2178 (1983).
    """
    call = _call.Call("skpi_economy_capital_efficiency", status, "n", unknown=unknown)
    call.axis(n_ages=n_ages)
    call.take("n", life=life, beta=beta)
    call.take(profile=_call.choice("skpi_economy_profile", "profile", profile))
    call.out(efficiency="n n_ages")
    return call.run()


@dataclass(frozen=True, eq=False)
class CapitalStockResult:
    """What skpi_economy_capital_stock gives.

    stock[n][m]  quantity: in the unit of investment; NaN before the first known investment, and as long as an asset
        of a missing investment would still be in use.
    life_low[n][m]  quantity: the stock if lives are shorter; NaN as stock, and where GEOMETRIC has none, or nothing
        of opening would be left at its age.
    life_high[n][m]  quantity: the stock if lives are longer; NaN as stock.
    beta_low[n][m]  quantity: the stock if beta is lower; NaN as stock.
    beta_high[n][m]  quantity: the stock if beta is higher; NaN as stock.
    complete[n]  year from which stocks are complete: no asset from before the first known investment would still be
        in use. An earlier stock is a lower bound; SKPI_NONE if it is no year of the table.
    """
    stock: Any
    life_low: Any
    life_high: Any
    beta_low: Any
    beta_high: Any
    complete: Any


def capital_stock(investment: Table, life: Many[float], *, beta: Many[float] | None = None,
                  life_spread: float | None = None, beta_spread: float | None = None,
                  profile: ProfileChoice | None = None, opening: Many[float] | None = None,
                  opening_age: Many[float] | None = None, status: list[int] | None = None,
                  **unknown: NoReturn) -> CapitalStockResult:
    """Stocks of capital by the perpetual inventory method, also with other lives and other forms of decline.

    investment  table of quantity: investment at constant prices in every year, one row for each place or asset; NaN =
        missing.
    life[n]  positive: mean service life in years.
    beta[n]  number: form of the decline, as in skpi_economy_capital_efficiency; at most 1; by default 0.5.
    life_spread  number in (0,1): stocks are also computed with lives of life times 1 minus and plus this; by default
        2/7.
    beta_spread  quantity: stocks are also computed with beta minus and plus this, but not above 1; by default 0.25.
    profile  ProfileChoice; by default SKPI_ECONOMY_PROFILE_COHORT.
    opening[n]  quantity: stock at the beginning of the year of the first known investment, in the unit of investment;
        by default none is known, or the start of GEOMETRIC.
    opening_age[n]  quantity: age in years of all of opening at that time, which GEOMETRIC does not use; by default 0,
        new.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: a value is missing.
    SKPI_WUNUSUAL: investment.value has a break in a row: a step far beyond its usual change.
    SKPI_EDEFMIX: investment.basis states current prices.
    SKPI_EINVAL: opening is None although opening_age is given.
    SKPI_ENODATA: investment.year leaves out a year; investment.value has no value in a row; investment.value has a
        single value in a row (GEOMETRIC without opening).
    SKPI_EDOM: life is below 2 (GEOMETRIC); investment.value begins with 0 (GEOMETRIC without opening);
        investment.value falls by 2/life a year or faster (GEOMETRIC without opening); opening_age is so high that
        nothing is left (all but GEOMETRIC).
    SKPI_EOVERFLOW: stock is beyond the range of a double.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EDUPLICATE,
        SKPI_ENOTFINITE.

    Source: OECD, Measuring Capital (2nd ed. 2009).
    """
    call = _call.Call("skpi_economy_capital_stock", status, "n", unknown=unknown)
    call.take(investment=investment)
    call.take("n", life=life, beta=beta)
    call.struct("options", life_spread=life_spread, beta_spread=beta_spread,
                profile=_call.choice("skpi_economy_profile", "profile", profile))
    call.struct("options", "n", opening=opening, opening_age=opening_age)
    call.out("out", stock="n m", life_low="n m", life_high="n m", beta_low="n m", beta_high="n m", complete="n")
    return call.run(CapitalStockResult)


def capital_user_cost(price: Grid[float], rate: Grid[float], depreciation: Many[float], *,
                      status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """User cost of capital: the cost of the services of one unit in a year, from the second year on.

    price[n][n_steps + 1]  positive: price of new capital goods, in money or as an index.
    rate[n][n_steps]  interest: nominal rate of return in each year, compound; in a step in which the price rises,
        what is usual is higher by that rise.
    depreciation[n]  share of its price that an asset loses in a year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives cost[n][n_steps]: number in the unit of price: return and depreciation, less the gain in price.

    SKPI_WNEGATIVE: the gain in price is larger than return and depreciation; the cost is below 0 and has no meaning.
    SKPI_EOVERFLOW: cost is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: Hall and Jorgenson, American Economic Review 57 (1967) 391; OECD, Measuring Capital (2nd ed. 2009).
    """
    call = _call.Call("skpi_economy_capital_user_cost", status, "n", unknown=unknown)
    call.take("n n_steps+1", price=price)
    call.take("n n_steps", rate=rate)
    call.take("n", depreciation=depreciation)
    call.out(cost="n n_steps")
    return call.run()


def capital_contribution(share: Grid[float], quantity: Grid[float], *, status: list[int] | None = None,
                         **unknown: NoReturn) -> Any:
    """Contribution of capital to the growth of income from each year to the next: mean share times growth of
    quantity.

    share[n][n_steps + 1]  share of the asset's services in income (user cost times stock over income); NaN = missing.
    quantity[n][n_steps + 1]  positive: stock, or any index of the quantity of the asset's services; NaN = missing.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives contribution[n][n_steps]: number: contribution in log points, as a fraction; NaN where one of its four
        figures is missing.

    SKPI_WMISSING: a share or a quantity is missing.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM.

    Source: Jorgenson and Griliches, Review of Economic Studies 34 (1967) 249.
    """
    call = _call.Call("skpi_economy_capital_contribution", status, "n", unknown=unknown)
    call.take("n n_steps+1", share=share, quantity=quantity)
    call.out(contribution="n n_steps")
    return call.run()


@dataclass(frozen=True, eq=False)
class ChainIndexResult:
    """What skpi_economy_chain_index gives.

    quantity[n][m]  quantity: index of quantities.
    price[n][m]  quantity: index of prices by the same formula.
    """
    quantity: Any
    price: Any


def chain_index(value: Grid[float], price: Grid[float], form: IndexChoice, *, status: list[int] | None = None,
                **unknown: NoReturn) -> ChainIndexResult:
    """Chained indices of quantity and price of aggregates of goods.

    value[n][n_goods][m]  quantity: value at current prices.
    price[n][n_goods][m]  divisor: price of the good, in money or as an index, also in years in which it is not
        traded.
    form  IndexChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EZERODIV: value is 0 in all goods of a year.
    SKPI_EDOM: value of a good is 0 in one year and not in the next, or the reverse (TORNQVIST).
    SKPI_EOVERFLOW: value adds up to more than a double holds; an index is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: ILO and others, Consumer Price Index Manual (2004), chapters 1 and 15; Tornqvist, Bank of Finland Monthly
        Bulletin 10 (1936) 1.
    """
    call = _call.Call("skpi_economy_chain_index", status, "n", unknown=unknown)
    call.take("n n_goods m", value=value, price=price)
    call.take(form=_call.choice("skpi_economy_index", "form", form))
    call.out("out", quantity="n m", price="n m")
    return call.run(ChainIndexResult)


@dataclass(frozen=True, eq=False)
class DoubleDeflationResult:
    """What skpi_economy_double_deflation gives.

    real[n][m]  number: real value added at the prices of the base of the price indices; TORNQVIST: an index, 1 in the
        first year.
    deflator[n][m]  quantity: nominal over real value added (TORNQVIST: 1 in the first year); NaN where one of the two
        is not above 0.
    """
    real: Any
    deflator: Any


def double_deflation(output: Grid[float], output_price: Grid[float], input: Grid[float], input_price: Grid[float],
                     form: DeflationChoice, *, status: list[int] | None = None,
                     **unknown: NoReturn) -> DoubleDeflationResult:
    """Real value added and its implicit deflator.

    output[n][m]  quantity: gross output at current prices.
    output_price[n][m]  divisor: price index of it.
    input[n][m]  quantity: intermediate input at current prices.
    input_price[n][m]  divisor: price index of it.
    form  DeflationChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WNEGATIVE: real value added is below 0: the prices have moved far apart since their base.
    SKPI_EDOM: output is not above input (TORNQVIST); input is 0 in one year and not in the next, or the reverse
        (TORNQVIST).
    SKPI_EOVERFLOW: a result is beyond the range of a double.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE,
        SKPI_EZERODIV.

    Source: United Nations and others, System of National Accounts 2008, chapter 15; Schreyer, Measuring Productivity
        (OECD, 2001).
    """
    call = _call.Call("skpi_economy_double_deflation", status, "n", unknown=unknown)
    call.take(form=_call.choice("skpi_economy_deflation", "form", form))
    call.struct("in", "n m", output=output, output_price=output_price, input=input, input_price=input_price)
    call.out("out", real="n m", deflator="n m")
    return call.run(DoubleDeflationResult)


@dataclass(frozen=True, eq=False)
class ShiftShareResult:
    """What skpi_economy_shift_share gives.

    national[n][n_sectors]  number: change if the sector had grown as the whole nation did.
    mix[n][n_sectors]  number: additional change because the sector grew faster in the nation than the nation as a
        whole.
    local[n][n_sectors]  number: remaining change; the whole change in a sector that the city did not have in the base
        year.
    competitive[n][n_sectors]  number: local change if the city had the nation's mix of sectors; NaN in a sector that
        the city did not have in the base year.
    allocation[n][n_sectors]  number: local less competitive; NaN in a sector that the city did not have in the base
        year.
    """
    national: Any
    mix: Any
    local: Any
    competitive: Any
    allocation: Any


def shift_share(city0: Grid[float], city1: Grid[float], nation0: Many[float], nation1: Many[float], *,
                status: list[int] | None = None, **unknown: NoReturn) -> ShiftShareResult:
    """Shift-share analysis: the parts of a city's change that are due to the nation, to the city's mix of sectors,
    and to the city itself.

    city0[n][n_sectors]  quantity: jobs or value added in the base year.
    city1[n][n_sectors]  quantity: the same in the last year.
    nation0[n_sectors]  quantity: the same of the nation in the base year.
    nation1[n_sectors]  quantity: the same of the nation in the last year.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_ERANGE: city0 is above nation0, or city1 above nation1.
    SKPI_EZERODIV: nation0 adds up to 0.
    SKPI_EINCONSISTENT: city0 is above 0 in a sector where the nation has nothing.
    SKPI_EOVERFLOW: a sum or a part is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: Dunn, Papers of the Regional Science Association 6 (1960) 97; Esteban-Marquillas, Regional and Urban
        Economics 2 (1972) 249.
    """
    call = _call.Call("skpi_economy_shift_share", status, "n", unknown=unknown)
    call.take("n n_sectors", city0=city0, city1=city1)
    call.take("n_sectors", nation0=nation0, nation1=nation1)
    call.out("out", national="n n_sectors", mix="n n_sectors", local="n n_sectors", competitive="n n_sectors",
             allocation="n n_sectors")
    return call.run(ShiftShareResult)


@dataclass(frozen=True, eq=False)
class WithinBetweenResult:
    """What skpi_economy_within_between gives.

    change[n][n_sectors]  number: contribution of the sector to the change of the place's share.
    within[n][n_sectors]  number: effect of the change of the share in the industry.
    between[n][n_sectors]  number: effect of the change of the industry's weight.
    interaction[n][n_sectors]  number: effect of both changes together; 0 with MIDPOINT.
    """
    change: Any
    within: Any
    between: Any
    interaction: Any


def within_between(value_added0: Grid[float], value_added1: Grid[float], share0: Grid[float], share1: Grid[float],
                   form: SplitChoice, *, status: list[int] | None = None, **unknown: NoReturn) -> WithinBetweenResult:
    """Splits the change of a share in the whole economy into changes within industries and shifts between them.

    value_added0[n][n_sectors]  number: value added in the base year.
    value_added1[n][n_sectors]  number: value added in the last year.
    share0[n][n_sectors]  share of the part in the industry in the base year.
    share1[n][n_sectors]  share of the part in the industry in the last year.
    form  SplitChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EZERODIV: value_added0 adds up to 0; value_added1 adds up to 0.
    SKPI_ERANGE: value_added0 or value_added1 adds up to less than 0.
    SKPI_EOVERFLOW: value_added0 or value_added1 adds up to more than a double holds.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE.

    Source: Foster, Haltiwanger and Krizan, in New Developments in Productivity Analysis (NBER, 2001), 303; Griliches
        and Regev, Journal of Econometrics 65 (1995) 175.
    """
    call = _call.Call("skpi_economy_within_between", status, "n", unknown=unknown)
    call.take(form=_call.choice("skpi_economy_split", "form", form))
    call.struct("in", "n n_sectors", value_added0=value_added0, value_added1=value_added1, share0=share0,
                share1=share1)
    call.out("out", change="n n_sectors", within="n n_sectors", between="n n_sectors", interaction="n n_sectors")
    return call.run(WithinBetweenResult)
