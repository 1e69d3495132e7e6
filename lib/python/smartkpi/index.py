# Made from the headers by lib/interface/make.py; do not edit.
"""Composite indices: from a table of indicators to scores and ranks. Units (cities, say) are rows, indicators are
columns, NaN is a missing value. A tree says which indicators make up which node; its root is the index. Ranks: 1 is
the highest score, equal scores share the best place of theirs. Decimal figures are doubles only nearly, and so the
same figures in another unit are not the same to the last bit. Scores that are computed are equal if they differ by no
more than 1e-12 of the largest that is ranked with them. What is left of scores that cancel is 0 if it is less than
1e-12 of them. A column whose values differ by rounding alone is constant.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, Union

from . import _call
from ._codes import CodedHandle, CodedResult
from ._typing import Grid, Many, Progress

__all__ = ["AggregateChoice", "BenefitResult", "ComputeResult", "ConstantChoice", "CorrelationChoice", "Data",
           "DecideChoice", "DecideResult", "DecideScaleChoice", "DescribeResult", "FactorChoice", "ImputeChoice",
           "ModeChoice", "NormaliseChoice", "PairwiseResult", "ShapeResult", "StructureResult", "TreatChoice", "Tree",
           "UncertaintyResult", "WeightChoice", "benefit", "decide", "describe", "pairwise", "rank", "structure",
           "weight"]


def __dir__() -> list[str]:
    return __all__


NormaliseChoice = Union[int, Literal["minmax", "zscore", "goalposts", "linear", "target", "capped", "rank",
                                     "percentile", "fraction", "as_is"]]
AggregateChoice = Union[int, Literal["arithmetic", "geometric", "harmonic", "power", "sum", "copeland"]]
ImputeChoice = Union[int, Literal["mean", "median", "group_mean", "group_median", "parent_mean"]]
TreatChoice = Union[int, Literal["winsorise", "winsorise_log"]]
ConstantChoice = Union[int, Literal["midpoint", "missing"]]
FactorChoice = Union[int, Literal["treatment", "normalisation", "weights", "aggregation", "errors"]]
ModeChoice = Union[int, Literal["sampled", "saltelli", "exact"]]
CorrelationChoice = Union[int, Literal["pearson", "spearman", "kendall"]]
WeightChoice = Union[int, Literal["entropy", "entropy_raw", "critic", "deviation", "principal", "balanced"]]
DecideChoice = Union[int, Literal["topsis", "vikor", "promethee", "copeland"]]
DecideScaleChoice = Union[int, Literal["vector", "minmax"]]


@_call.inputs
@dataclass(frozen=True, eq=False)
class Data:
    """Values of units.

    value  number; NaN = missing.
    denominator  divisor of the value; by default 1.
    group  integer: number of the unit's group, for imputation; by default no groups.
    period  integer: ranks are counted among the units of one period, everything else is computed over all of them; by
        default one period.
    """
    value: Grid[float]
    denominator: Grid[float] | None = None
    group: Many[int] | None = None
    period: Many[int] | None = None

    def replace(self, **members: Any) -> Data:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.struct(parameter, "n_units n_indicators", value=self.value, denominator=self.denominator)
        call.struct(parameter, "n_units", group=self.group, period=self.period)


@dataclass(frozen=True, eq=False)
class ShapeResult(CodedResult):
    """What skpi_index_tree_shape gives.

    parent[tree.n_nodes]  integer: number of the parent; SKPI_NONE at the root.
    height[tree.n_nodes]  integer: 1 for an indicator, else 1 more than the highest child.
    column[tree.n_nodes]  integer: column of the indicator in the data; SKPI_NONE at other nodes.
    effective[tree.n_nodes]  share of the node in the weights of the whole: the product of the weights on the way to
        the root, each divided by the sum over the children of its parent.
    """
    _by_node = "parent", "height", "column", "effective"
    parent: Any
    height: Any
    column: Any
    effective: Any


@dataclass(frozen=True, eq=False)
class ComputeResult(CodedResult):
    """What skpi_index_tree_compute gives.

    imputed[n_units][n_indicators]  number: values after denominators and imputation; NaN where missing.
    treated[n_units][n_indicators]  number: and after the treatment of outliers; NaN where missing.
    change[n_units][n_indicators]  integer: bits of enum skpi_index_change_flag.
    score[n_units][tree.n_nodes]  number: score of the node; of an indicator its normalised value; NaN where missing.
    rank[n_units][tree.n_nodes]  integer: rank of the score; SKPI_NONE where missing.
    """
    _by_node = "score", "rank"
    _by_leaf = "imputed", "treated", "change"
    imputed: Any
    treated: Any
    change: Any
    score: Any
    rank: Any


@dataclass(frozen=True, eq=False)
class UncertaintyResult:
    """What skpi_index_tree_uncertainty gives.

    nominal[n_units]  integer: rank as the options and the tree have it; SKPI_NONE where missing.
    mean[n_units]  number: mean rank; NaN where missing.
    median[n_units]  number: median rank; NaN where missing.
    quantile[n_units][n_prob]  number: quantile of the rank, linear between ranks; NaN where missing.
    top[n_units]  share of the runs in which the unit is among the best; NaN where missing.
    above[n_units][n_units]  share of the runs in which the row's unit has a higher score than the column's, equal
        scores half; NaN where one is missing.
    frequency[n_units][n_units]  share of the runs with the rank of the column; NaN where missing.
    score[n_runs][n_units]  number: score at the root; NaN where missing.
    shift[n_runs]  quantity: shift of the run; NaN where no unit has a rank.
    first[n_factors]  number: Sobol's first-order index of the shift; NaN of SAMPLED, if the shift never varies, and
        if it is NaN in a run.
    total[n_factors]  number: Sobol's total index of the shift; NaN as first.
    first_low[n_factors]  number: lower end of the 90 % interval of first; of EXACT first itself; NaN as first, and if
        the shift varies in no resample.
    first_high[n_factors]  number: its upper end; NaN as first_low.
    total_low[n_factors]  number: lower end of the 90 % interval of total; of EXACT total itself; NaN as first_low.
    total_high[n_factors]  number: its upper end; NaN as first_low.
    unit_first[n_units][n_factors]  number: first-order index of the unit's own rank; NaN of SAMPLED, if the rank
        never moves, and if it is missing in a run.
    unit_total[n_units][n_factors]  number: total index of the unit's own rank; NaN as unit_first.
    """
    nominal: Any
    mean: Any
    median: Any
    quantile: Any
    top: Any
    above: Any
    frequency: Any
    score: Any
    shift: Any
    first: Any
    total: Any
    first_low: Any
    first_high: Any
    total_low: Any
    total_high: Any
    unit_first: Any
    unit_total: Any


class Tree(CodedHandle):
    """A tree of indicators. Any number of threads may use it at the same time. A context manager, which ends it.

    code[n_nodes]  text: name of the node.
    parent[n_nodes]  text: code of the node's parent; empty for the root.
    weight[n_nodes]  quantity: weight among the children of the parent; by default 1.
    direction[n_nodes]  one of -1, 1: -1 is an indicator of which less is better, or a node that a sum deducts; by
        default 1.
    normalise[n_nodes]  NormaliseChoice, of an indicator; by default as the options say; by default all as the options
        say.
    aggregate[n_nodes]  AggregateChoice, of a node with children; by default as the options say; by default all as the
        options say.
    post_low[n_nodes]  number: lower post of an indicator; NaN = missing; by default no posts.
    post_high[n_nodes]  number: upper post; NaN = missing; by default no posts.
    target[n_nodes]  number: target of an indicator; NaN = missing; by default no targets.
    min_present[n_nodes]  share of the children that must be present, where the node is to differ from the options;
        NaN = missing; by default all as the options say.

    SKPI_EINVAL: normalise is given to a node with children; aggregate is given to a node without children; normalise
        is FRACTION although the direction is -1; direction is -1 at the root, or at a node with children below a
        mean.
    SKPI_EDUPLICATE: code holds a value twice.
    SKPI_ENOTFOUND: code is empty; parent is not the code of a node.
    SKPI_ENODATA: post_low or post_high is missing where the node needs posts; target is missing where the node needs
        one.
    SKPI_EINCONSISTENT: parent has no root, two roots, or a cycle; weight is 0 at all children of a node; post_low is
        not below post_high.
    SKPI_ERANGE: weight is above 0 and below 1e-100, or above 1e100.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008).
    """

    _free = "skpi_index_tree_free"

    def __init__(self, code: Sequence[str], parent: Sequence[str], *, weight: Many[float] | None = None,
                 direction: Many[int] | None = None, normalise: Many[NormaliseChoice] | None = None,
                 aggregate: Many[AggregateChoice] | None = None, post_low: Many[float] | None = None,
                 post_high: Many[float] | None = None, target: Many[float] | None = None,
                 min_present: Many[float] | None = None, **unknown: NoReturn) -> None:
        call = _call.Call("skpi_index_tree_new", unknown=unknown)
        call.struct("in", "n_nodes", code=code, parent=parent, weight=weight, direction=direction,
                    normalise=_call.choice("skpi_index_normalise", "normalise", normalise),
                    aggregate=_call.choice("skpi_index_aggregate", "aggregate", aggregate), post_low=post_low,
                    post_high=post_high, target=target, min_present=min_present)
        self._open(call, "tree")
        self._name(code, parent)

    @property
    def n_nodes(self) -> int:
        """Number of nodes of a tree; 0 if it is None."""
        return _call.plain("skpi_index_tree_n_nodes", self.pointer)

    @property
    def n_indicators(self) -> int:
        """Number of indicators of a tree; 0 if it is None."""
        return _call.plain("skpi_index_tree_n_indicators", self.pointer)

    def shape(self, **unknown: NoReturn) -> ShapeResult:
        """Shape of a tree: parents, heights, columns and effective weights.

        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT.
        """
        call = _call.Call("skpi_index_tree_shape", unknown=unknown)
        call.handle("tree", self, "n_nodes")
        call.out("out", parent="tree->n_nodes", height="tree->n_nodes", column="tree->n_nodes",
                 effective="tree->n_nodes")
        return call.run(ShapeResult)._of(self)

    def compute(self, data: Data, *, impute: ImputeChoice | None = None, treat: TreatChoice | None = None,
                winsorise_cells: int | None = None, normalise: NormaliseChoice | None = None,
                aggregate: AggregateChoice | None = None, constant: ConstantChoice | None = None,
                skewness: float | None = None, kurtosis: float | None = None, score_low: float | None = None,
                score_high: float | None = None, score_mean: float | None = None, score_sd: float | None = None,
                power: float | None = None, floor: float | None = None, min_present: float | None = None,
                round: float | None = None, tie: float | None = None, **unknown: NoReturn) -> ComputeResult:
        """Scores and ranks of units at all nodes of a tree. In this order: denominators, imputation, treatment of
        outliers, normalisation, aggregation, ranks.

        data  value of each unit and indicator, perhaps denominator, group and period.
        impute  ImputeChoice; by default none.
        treat  TreatChoice; by default none.
        winsorise_cells  index: number of moved values at which winsorising stops; by default 5.
        normalise  NormaliseChoice; by default SKPI_INDEX_NORMALISE_MINMAX.
        aggregate  AggregateChoice; by default SKPI_INDEX_AGGREGATE_ARITHMETIC.
        constant  ConstantChoice; by default none.
        skewness  quantity: a column has outliers if |skewness| is not below this; by default 2.
        kurtosis  quantity: and its excess kurtosis is not below this; by default 3.5.
        score_low  number: ends of the range of scores; by default 0 to 100.
        score_high  number: ends of the range of scores; by default 0 to 100.
        score_mean  number: mean of z-scores; by default none.
        score_sd  quantity: standard deviation of z-scores; by default 1.
        power  number: exponent of power means; by default none.
        floor  quantity: smaller children count as this under geometric, harmonic and power means; by default none.
        min_present  share of the children of a node that must be present; by default one child.
        round  quantity: all scores are rounded to multiples of this; by default none.
        tie  quantity: scores this close to the best of a group share its rank; by default none.

        SKPI_WMISSING: a score of an indicator is missing: its parent is made of the others.
        SKPI_WADJUSTED: floor raised a score.
        SKPI_WNEGATIVE: score is below 0 where a sum deducts.
        SKPI_WUNUSUAL: data.value has outliers in a column that stays as it is, because WINSORISE_LOG puts into
            logarithms only for MINMAX, ZSCORE, RANK and PERCENTILE.
        SKPI_EINVAL: normalise is FRACTION although an indicator has direction -1; aggregate is a mean although a node
            with children has direction -1; data.group is None although groups impute.
        SKPI_EDOM: data.value is constant in a column; data.value is above the target throughout a column; score is
            not above 0 below a geometric or harmonic mean, or is below 0 below a power mean; power is 0 although a
            node is a power mean.
        SKPI_ERANGE: data.value is below 0 although FRACTION is used.
        SKPI_EZERODIV: data.value has no value above 0 although FRACTION is used; data.value has the target as the
            smallest value of a column.
        SKPI_ENODATA: data.value has no value; tree has an indicator without the posts or the target that it needs.
        SKPI_EINCONSISTENT: data.n_indicators differs from the number of indicators of tree; score_low is not below
            score_high.
        SKPI_EOVERFLOW: data.value or data.denominator is so far from the others that a value is beyond the range of a
            double; score is beyond the range of a double.
        By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

        Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008); the treatment of outliers as in
            the R package COINr; Copeland: smartkpi_index(7).
        """
        call = _call.Call("skpi_index_tree_compute", unknown=unknown)
        call.handle("tree", self, "n_nodes")
        call.shared("data", data)
        call.struct("options", impute=_call.choice("skpi_index_impute", "impute", impute),
                    treat=_call.choice("skpi_index_treat", "treat", treat), winsorise_cells=winsorise_cells,
                    normalise=_call.choice("skpi_index_normalise", "normalise", normalise),
                    aggregate=_call.choice("skpi_index_aggregate", "aggregate", aggregate),
                    constant=_call.choice("skpi_index_constant", "constant", constant), skewness=skewness,
                    kurtosis=kurtosis, score_low=score_low, score_high=score_high, score_mean=score_mean,
                    score_sd=score_sd, power=power, floor=floor, min_present=min_present, round=round, tie=tie)
        call.out("out", imputed="n_units n_indicators", treated="n_units n_indicators", change="n_units n_indicators",
                 score="n_units tree->n_nodes", rank="n_units tree->n_nodes")
        return call.run(ComputeResult)._of(self)

    def uncertainty(self, data: Data, factor: Many[FactorChoice], *, treatment: Many[int] | None = None,
                    normalisation: Many[NormaliseChoice] | None = None, range_low: Many[float] | None = None,
                    range_high: Many[float] | None = None, weight_set: Grid[float] | None = None,
                    weight_noise: Many[float] | None = None, aggregation: Many[AggregateChoice] | None = None,
                    error: Grid[float] | None = None, impute: ImputeChoice | None = None,
                    treat: TreatChoice | None = None, winsorise_cells: int | None = None,
                    normalise: NormaliseChoice | None = None, aggregate: AggregateChoice | None = None,
                    constant: ConstantChoice | None = None, skewness: float | None = None,
                    kurtosis: float | None = None, score_low: float | None = None, score_high: float | None = None,
                    score_mean: float | None = None, score_sd: float | None = None, power: float | None = None,
                    floor: float | None = None, min_present: float | None = None, round: float | None = None,
                    tie: float | None = None, seed: int | None = None, n_draws: int | None = None,
                    n_runs: int | None = None, n_resamples: int | None = None, mode: ModeChoice | None = None,
                    threads: int | None = None, top: int | None = None, prob: Many[float] | None = None,
                    choice: Grid[int] | None = None, progress: Progress | None = None,
                    **unknown: NoReturn) -> UncertaintyResult:
        """The index under other assumptions: how far ranks rest on them, and on which.

        data  values, as for skpi_index_tree_compute.
        factor[n_factors]  FactorChoice.
        treatment[n_treatments]  index: moved values at which winsorising stops, 0 none; by default none.
        normalisation[n_normalisations]  NormaliseChoice; by default none.
        range_low[n_normalisations]  number: low end of the range, of z-scores the mean; by default as the options
            say.
        range_high[n_normalisations]  number: high end of the range, of z-scores the standard deviation; by default as
            the options say.
        weight_set[n_weight_sets][tree.n_nodes]  quantity: weight of each node; by default none.
        weight_noise[tree.n_nodes]  number in [0,1): every weight is multiplied by a number that is uniform from 1 -
            noise to 1 + noise, new in each draw; by default no noise.
        aggregation[n_aggregations]  AggregateChoice; by default none.
        error[n_units][n_indicators]  quantity: standard error of the value over its denominator; by default no
            errors.
        impute  ImputeChoice; by default none.
        treat  TreatChoice; by default none.
        winsorise_cells  index: number of moved values at which winsorising stops; by default 5.
        normalise  NormaliseChoice; by default SKPI_INDEX_NORMALISE_MINMAX.
        aggregate  AggregateChoice; by default SKPI_INDEX_AGGREGATE_ARITHMETIC.
        constant  ConstantChoice; by default none.
        skewness  quantity: a column has outliers if |skewness| is not below this; by default 2.
        kurtosis  quantity: and its excess kurtosis is not below this; by default 3.5.
        score_low  number: ends of the range of scores; by default 0 to 100.
        score_high  number: ends of the range of scores; by default 0 to 100.
        score_mean  number: mean of z-scores; by default none.
        score_sd  quantity: standard deviation of z-scores; by default 1.
        power  number: exponent of power means; by default none.
        floor  quantity: smaller children count as this under geometric, harmonic and power means; by default none.
        min_present  share of the children of a node that must be present; by default one child.
        round  quantity: all scores are rounded to multiples of this; by default none.
        tie  quantity: scores this close to the best of a group share its rank; by default none.
        seed  integer, any.
        n_draws  count of draws; at most 2147483647; by default 1000.
        n_runs  count of runs, as the mode makes them: rows of choice, score and shift; by default 0, but then score
            and shift are not written.
        n_resamples  count of resamples for the intervals of sensitivities; at most 2^31; by default 1000.
        mode  ModeChoice; by default SKPI_INDEX_MODE_SAMPLED.
        threads  integer in [0,1024]: threads that make runs; by default 1.
        top  index: number of best units that count as the top; by default ten, or all if they are fewer.
        prob[n_prob]  probability of each quantile.
        choice[n_runs][n_factors]  index of the alternative; of noise, errors of a draw; by default drawn.
        progress  function that is called with the number of parts done and of all parts; by default none.

        SKPI_WMISSING: a score of an indicator is missing in some run.
        SKPI_WADJUSTED: floor raised a score in some run.
        SKPI_WNEGATIVE: score is below 0 in some run where a sum deducts.
        SKPI_WUNUSUAL: data.value has outliers in a column that in some run stays as it is, because WINSORISE_LOG puts
            into logarithms only for MINMAX, ZSCORE, RANK and PERCENTILE.
        SKPI_EINVAL: factor has no alternatives; treatment is None although n_treatments is given; normalisation is
            None although n_normalisations is given; weight_set is None although n_weight_sets is given; aggregation
            is None although n_aggregations is given; weight_noise is given with sets of weights, or is varied by
            EXACT; error is varied by EXACT; normalise is FRACTION although an indicator has direction -1; aggregate
            is a mean although a node with children has direction -1; normalisation or aggregation does not suit the
            tree in the same way; data.group is None although groups impute; n_runs is not the number of runs; choice
            is given to EXACT.
        SKPI_EDUPLICATE: factor holds a value twice.
        SKPI_ERANGE: weight_set is above 0 and below 1e-100, or above 1e100; choice is not below the number of
            alternatives; top is above the number of units; range_high is below 0 although it is a standard deviation;
            factor makes more than 2^31 combinations; data.value is below 0 although FRACTION is used.
        SKPI_EDOM: data.value is constant in a column; data.value is above the target throughout a column; score is
            one that a mean cannot take; power is 0 although a node is a power mean; range_high is 0 although it is a
            standard deviation.
        SKPI_EZERODIV: data.value has no value above 0 although FRACTION is used; data.value has the target as the
            smallest value of a column.
        SKPI_ENODATA: data.value has no value; tree has an indicator without the posts or the target that it needs.
        SKPI_EINCONSISTENT: data.n_indicators differs from the number of indicators of tree; score_low is not below
            score_high; range_low is not below range_high; weight_set has no weight above 0 below a node.
        SKPI_EOVERFLOW: data.value, data.denominator or error is so far from the others that a value is beyond the
            range of a double; score is beyond the range of a double.
        SKPI_ECANCELED: progress asked to stop.
        SKPI_ETHREAD: a thread could not be started, or is not in the child of a fork.
        By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

        Source: Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005) 307; Saltelli,
            Computer Physics Communications 145 (2002) 280; Jansen, Computer Physics Communications 117 (1999) 35;
            Matousek, Journal of Complexity 14 (1998) 527.
        """
        call = _call.Call("skpi_index_tree_uncertainty", unknown=unknown)
        call.handle("tree", self, "n_nodes")
        call.shared("data", data)
        if n_draws is not None:
            call.axis(n_draws=n_draws)
        if n_runs is not None:
            call.axis(n_runs=n_runs)
        if n_resamples is not None:
            call.axis(n_resamples=n_resamples)
        call.lasts("draw", progress)
        call.struct("alternatives", "n_factors", factor=_call.choice("skpi_index_factor", "factor", factor))
        call.struct("alternatives", "n_treatments", treatment=treatment)
        call.struct("alternatives", "n_normalisations", normalisation=_call.choice("skpi_index_normalise",
                    "normalisation", normalisation), range_low=range_low, range_high=range_high)
        call.struct("alternatives", "n_weight_sets tree->n_nodes", weight_set=weight_set)
        call.struct("alternatives", "tree->n_nodes", weight_noise=weight_noise)
        call.struct("alternatives", "n_aggregations", aggregation=_call.choice("skpi_index_aggregate", "aggregation",
                    aggregation))
        call.struct("alternatives", "n_units n_indicators", error=error)
        call.struct("options", impute=_call.choice("skpi_index_impute", "impute", impute),
                    treat=_call.choice("skpi_index_treat", "treat", treat), winsorise_cells=winsorise_cells,
                    normalise=_call.choice("skpi_index_normalise", "normalise", normalise),
                    aggregate=_call.choice("skpi_index_aggregate", "aggregate", aggregate),
                    constant=_call.choice("skpi_index_constant", "constant", constant), skewness=skewness,
                    kurtosis=kurtosis, score_low=score_low, score_high=score_high, score_mean=score_mean,
                    score_sd=score_sd, power=power, floor=floor, min_present=min_present, round=round, tie=tie)
        call.struct("draw", seed=seed, mode=_call.choice("skpi_index_mode", "mode", mode), threads=threads, top=top)
        call.struct("draw", "n_prob", prob=prob)
        call.struct("draw", "n_runs n_factors", choice=choice)
        call.untold("n_runs")
        call.out("out", nominal="n_units", mean="n_units", median="n_units", quantile="n_units n_prob", top="n_units",
                 above="n_units n_units", frequency="n_units n_units", score="n_runs n_units", shift="n_runs",
                 first="n_factors", total="n_factors", first_low="n_factors", first_high="n_factors",
                 total_low="n_factors", total_high="n_factors", unit_first="n_units n_factors",
                 unit_total="n_units n_factors")
        if prob is None:
            call.skip("quantile")
        return call.run(UncertaintyResult)


def rank(score: Grid[float], *, tie: float | None = None, **unknown: NoReturn) -> Any:
    """Ranks of scores: 1 is the highest score of a column; equal scores share the best rank of theirs (1 2 2 4).
    Scores are compared as they are, to the last bit; a tie of 1e-9 makes sums that are the same one score.

    score[n][m]  number; NaN = missing.
    tie  quantity: from the best score down, a score joins the group whose first it is within tie of; by default none.
    Gives rank[n][m]: integer: rank of the score in its column; SKPI_NONE where it is missing.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.
    """
    call = _call.Call("skpi_index_rank", unknown=unknown)
    call.take("n m", score=score)
    call.take(tie=tie)
    call.out(rank="n m")
    return call.run()


@dataclass(frozen=True, eq=False)
class DescribeResult:
    """What skpi_index_describe gives.

    low[m]  number: smallest and largest value; NaN without a value.
    high[m]  number: smallest and largest value; NaN without a value.
    mean[m]  number: mean and median; NaN without a value.
    median[m]  number: mean and median; NaN without a value.
    sd[m]  number: standard deviation (n - 1); NaN with fewer than two values.
    skewness[m]  number: skewness, sample-corrected (G1); NaN with fewer than three values, and if all are the same.
    kurtosis[m]  number: excess kurtosis, sample-corrected (G2); NaN with fewer than four values, and if all are the
        same.
    present[m]  integer: count of values, of values that are not 0.
    nonzero[m]  integer: count of values, of values that are not 0.
    distinct[m]  integer: count of different values.
    most_same[m]  integer: how often the most frequent value occurs.
    """
    low: Any
    high: Any
    mean: Any
    median: Any
    sd: Any
    skewness: Any
    kurtosis: Any
    present: Any
    nonzero: Any
    distinct: Any
    most_same: Any


def describe(value: Grid[float], **unknown: NoReturn) -> DescribeResult:
    """Describes each column of a table.

    value[n][m]  number; NaN = missing.

    SKPI_WMISSING: value is missing somewhere: the figures are those of the others.
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: D. N. Joanes and C. A. Gill, The Statistician 47 (1998) 183.
    """
    call = _call.Call("skpi_index_describe", unknown=unknown)
    call.take("n m", value=value)
    call.out("out", low="m", high="m", mean="m", median="m", sd="m", skewness="m", kurtosis="m", present="m",
             nonzero="m", distinct="m", most_same="m")
    return call.run(DescribeResult)


@dataclass(frozen=True, eq=False)
class StructureResult:
    """What skpi_index_structure gives.

    correlation[m][m]  number: correlation of two columns over the units that have both; NaN where one of them is
        constant there.
    common[m][m]  integer: count of units that have both.
    alpha  number: Cronbach's alpha of all columns; NaN if m is 1, or where none is defined.
    eigenvalue[m]  number: variances of the principal components, the largest first.
    share[m]  number: their fractions of the sum.
    loading[m][m]  number: component i in row i, of length 1, with a sum of at least 0.
    """
    correlation: Any
    common: Any
    alpha: float
    eigenvalue: Any
    share: Any
    loading: Any


def structure(value: Grid[float], correlation: CorrelationChoice, **unknown: NoReturn) -> StructureResult:
    """Correlations, Cronbach's alpha and principal components of the columns of a table. Components are those of the
    matrix of Pearson correlations of the units that have all values.

    value[n][m]  number; NaN = missing.
    correlation  CorrelationChoice, of correlation.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_WWEAKFIT: loading is of two components of the same variance above 0, which are not unique.
    SKPI_EDOM: value is constant in a column of the complete units although components are wanted.
    SKPI_ENODATA: value has fewer than two complete units although components are wanted.
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), steps 4 and 6; M. G. Kendall,
        Biometrika 33 (1945) 239 (tau-b); L. J. Cronbach, Psychometrika 16 (1951) 297.
    """
    call = _call.Call("skpi_index_structure", unknown=unknown)
    call.take("n m", value=value)
    call.take(correlation=_call.choice("skpi_index_correlation", "correlation", correlation))
    call.out("out", correlation="m m", common="m m", alpha="", eigenvalue="m", share="m", loading="m m")
    return call.run(StructureResult)


def weight(value: Grid[float], method: WeightChoice, *, direction: Many[int] | None = None,
           importance: Many[float] | None = None, **unknown: NoReturn) -> Any:
    """Weights of indicators from their data: they add up to 1, and none is negative.

    value[n][m]  number.
    direction[m]  one of -1, 1: -1 is an indicator of which less is better; by default 1.
    method  WeightChoice.
    importance[m]  positive: wanted proportions of the correlations with the index; by default 1; only for method =
        BALANCED.
    Gives weight[m]: number: weights of the indicators.

    SKPI_WWEAKFIT: value has two first components of the same variance: the weights are not unique.
    SKPI_EDOM: value is constant in every column; value is constant in a column (PRINCIPAL, BALANCED); value has only
        columns that correlate by 1, or a single one (CRITIC); value cancels: with some weights every unit has the
        same index (BALANCED).
    SKPI_ERANGE: value is below 0 (ENTROPY_RAW).
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double;
        value adds up to more than a double holds (ENTROPY_RAW); importance differs by more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE.

    Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis, Computers & Operations Research 22 (1995) 763 (CRITIC); W.
        Becker, M. Saisana, P. Paruolo and I. Vandecasteele, Ecological Indicators 80 (2017) 12 (balance); of the
        others see skpi_index_weight(3).
    """
    call = _call.Call("skpi_index_weight", unknown=unknown)
    call.take("n m", value=value)
    call.take("m", direction=direction, importance=importance)
    call.take(method=_call.choice("skpi_index_weight", "method", method))
    call.out(weight="m")
    return call.run()


@dataclass(frozen=True, eq=False)
class PairwiseResult:
    """What skpi_index_pairwise gives.

    weight[n][m]  number: principal eigenvector, of sum 1.
    geometric[n][m]  number: geometric means of the rows, of sum 1.
    eigenvalue[n]  number: largest eigenvalue.
    consistency_index[n]  number: (eigenvalue - m)/(m - 1); 0 for one criterion.
    consistency_ratio[n]  number: the index divided by that of random comparisons; 0 for m up to 2, and NaN for m
        above 10, which have no random index.
    """
    weight: Any
    geometric: Any
    eigenvalue: Any
    consistency_index: Any
    consistency_ratio: Any


def pairwise(comparison: Grid[float], *, status: list[int] | None = None, **unknown: NoReturn) -> PairwiseResult:
    """Weights from comparisons of criteria in pairs: the analytic hierarchy process.

    comparison[n][m][m]  positive: how many times as important as criterion j the judge holds criterion i.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINCONSISTENT: comparison is not reciprocal: that of i and j times that of j and i differs from 1 by more
        than 1e-9.
    SKPI_EOVERFLOW: eigenvalue is beyond the range of a double.
    SKPI_ENOTCONVERGED: comparison has a principal eigenvector that was not found.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM,
        SKPI_ESTRUCT.

    Source: T. L. Saaty, The Analytic Hierarchy Process (1980), with its random indices.
    """
    call = _call.Call("skpi_index_pairwise", status, "n", unknown=unknown)
    call.take("n m m", comparison=comparison)
    call.out("out", weight="n m", geometric="n m", eigenvalue="n", consistency_index="n", consistency_ratio="n")
    return call.run(PairwiseResult)


@dataclass(frozen=True, eq=False)
class DecideResult:
    """What skpi_index_decide gives.

    score[n]  number: closeness, Q, net flow, or wins less losses.
    first[n]  number: distance to the best (TOPSIS), S (VIKOR), leaving flow (PROMETHEE) or wins (COPELAND).
    second[n]  number: distance to the worst, R, entering flow, or losses.
    rank[n]  integer: 1 is the best; scores that differ by less than 1e-12 of the largest share it.
    pair[n][n]  number: preference of i over j (PROMETHEE), or share of the criteria by weight in which i is above j,
        ties half (COPELAND); NaN for the other methods.
    """
    score: Any
    first: Any
    second: Any
    rank: Any
    pair: Any


def decide(value: Grid[float], method: DecideChoice, *, weight: Many[float] | None = None,
           direction: Many[int] | None = None, scale: DecideScaleChoice | None = None, strategy: float | None = None,
           indifference: Many[float] | None = None, preference: Many[float] | None = None,
           **unknown: NoReturn) -> DecideResult:
    """Scores and ranks alternatives by several criteria. Weights are divided by their sum.

    value[n][m]  number; NaN = missing.
    weight[m]  quantity: weight of the criterion; by default 1.
    direction[m]  one of -1, 1: -1 is a criterion of which less is better; by default 1.
    method  DecideChoice.
    scale  DecideScaleChoice, of TOPSIS; by default SKPI_INDEX_DECIDE_SCALE_VECTOR.
    strategy  share of the mean shortfall in the score of VIKOR, the rest is the largest one's; by default 0.5.
    indifference[m]  quantity: a difference up to this is no preference, for PROMETHEE; by default 0.
    preference[m]  quantity: a difference of this or more is a full preference, linear in between; by default any
        difference above indifference.

    SKPI_WMISSING: value is missing somewhere: two alternatives are compared by what both have (COPELAND).
    SKPI_ENOTFINITE: value is missing although the method needs all (TOPSIS, VIKOR, PROMETHEE).
    SKPI_EZERODIV: weight adds up to 0.
    SKPI_EINCONSISTENT: preference is below indifference.
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double;
        weight adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ERANGE, SKPI_ESTRUCT.

    Source: C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981); S. Opricovic and G.-H. Tzeng, European
        Journal of Operational Research 156 (2004) 445; J.-P. Brans and P. Vincke, Management Science 31 (1985) 647;
        A. H. Copeland, A reasonable social welfare function, University of Michigan (1951).
    """
    call = _call.Call("skpi_index_decide", unknown=unknown)
    call.take("n m", value=value)
    call.take("m", weight=weight, direction=direction)
    call.take(method=_call.choice("skpi_index_decide", "method", method))
    call.struct("options", scale=_call.choice("skpi_index_decide_scale", "scale", scale), strategy=strategy)
    call.struct("options", "m", indifference=indifference, preference=preference)
    call.out("out", score="n", first="n", second="n", rank="n", pair="n n")
    return call.run(DecideResult)


@dataclass(frozen=True, eq=False)
class BenefitResult:
    """What skpi_index_benefit gives.

    score[n]  number: score, from 0 to 1.
    weight[n][m]  number: a set of best weights; other sets may be as good; by default not wanted.
    """
    score: Any
    weight: Any


def benefit(value: Grid[float], *, share_low: Many[float] | None = None, share_high: Many[float] | None = None,
            status: list[int] | None = None, **unknown: NoReturn) -> BenefitResult:
    """Benefit of the doubt: scores each unit with the weights that are best for it, with which no unit has more than
    1. Units whose values are refused take no part in the comparison.

    value[n][m]  quantity.
    share_low[m]  share of the indicator in the unit's own score, at least; by default 0.
    share_high[m]  share of the indicator in the unit's own score, at most; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINFEASIBLE: value of a unit meets the bounds of the shares with no weights: it is 0 where a share is needed,
        or too many are 0.
    SKPI_EINCONSISTENT: share_low is above share_high; share_low adds up to more than 1; share_high adds up to less
        than 1.
    SKPI_EOVERFLOW: weight is beyond the range of a double.
    SKPI_ENOTCONVERGED: value of a unit leads to a linear programme that was not solved.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck, Social Indicators Research 82 (2007) 111.
    """
    call = _call.Call("skpi_index_benefit", status, "n", unknown=unknown)
    call.take("n m", value=value)
    call.take("m", share_low=share_low, share_high=share_high)
    call.out(score="n", weight="n m")
    return call.run(BenefitResult)
