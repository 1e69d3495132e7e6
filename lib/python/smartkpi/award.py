# Made from the headers by lib/interface/make.py; do not edit.
"""Awards: juries over many entries. Scores stand in long form, one row a score: entry, judge, score. A score that was
not given has no row; most juries do not score every entry.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from ._typing import Many, Progress

__all__ = ["AdjustResult", "AgreementResult", "ChanceResult", "Line", "ModelChoice", "OrderResult", "RuleChoice",
           "Scores", "SelectResult", "SummaryResult", "TieChoice", "adjust", "agreement", "chance", "order", "select",
           "summary"]


def __dir__() -> list[str]:
    return __all__


ModelChoice = Union[int, Literal["mixed", "least_squares"]]
TieChoice = Union[int, Literal["in", "out", "second", "lot"]]
RuleChoice = Union[int, Literal["borda", "copeland", "kemeny"]]


@_call.inputs
@dataclass(frozen=True, eq=False)
class Scores:
    """Scores of a jury, higher is better.

    n_entries  count of entries; at least 1.
    n_judges  count of judges; at least 1.
    n_tracks  count of tracks; by default none: all entries compete in one.
    entry  index of the entry, from 0.
    judge  index of the judge, from 0.
    score  number: score that the judge gave the entry.
    weight  positive: the variance of the score is divided by it; by default 1.
    track  index of the entry's track, from 0; by default no tracks.
    """
    n_entries: int
    n_judges: int
    entry: Many[int]
    judge: Many[int]
    score: Many[float]
    n_tracks: int | None = None
    weight: Many[float] | None = None
    track: Many[int] | None = None

    def replace(self, **members: Any) -> Scores:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.axis(n_entries=self.n_entries)
        call.axis(n_judges=self.n_judges)
        call.axis(n_tracks=self.n_tracks or 0)
        call.struct(parameter, "n_scores", entry=self.entry, judge=self.judge, score=self.score, weight=self.weight)
        call.struct(parameter, "n_entries", track=self.track)


@_call.inputs
@dataclass(frozen=True, eq=False)
class Line:
    """Number of winners, quotas, ties.

    n_winners  count of winners; at least 1.
    least  index: winners that the track has at least; by default 0.
    most  index: winners that the track has at most; by default no limit.
    close  quantity: from the best score down, a score ties with the group whose first it is within close of; by
        default only equal scores tie.
    seed  integer, any: seed of the lot; by default a seed as any other.
    tie  TieChoice; by default not stated, which skpi_award_select refuses.
    """
    n_winners: int
    least: Many[int] | None = None
    most: Many[int] | None = None
    close: float | None = None
    seed: int | None = None
    tie: TieChoice | None = None

    def replace(self, **members: Any) -> Line:
        """The same with other members."""
        return replace(self, **members)

    def _give(self, call: _call.Call, parameter: str) -> None:
        call.axis(n_winners=self.n_winners)
        call.struct(parameter, "n_tracks", least=self.least, most=self.most)
        call.struct(parameter, close=self.close, seed=self.seed, tie=_call.choice("skpi_award_tie", "tie", self.tie))


@dataclass(frozen=True, eq=False)
class SummaryResult:
    """What skpi_award_summary gives.

    entry_count[scores.n_entries]  integer: scores given to the entry.
    mean[scores.n_entries]  number: mean of the scores; NaN without a score.
    median[scores.n_entries]  number: median of the scores; NaN without a score.
    sd[scores.n_entries]  quantity: standard deviation (n - 1); NaN below two scores.
    middle[scores.n_entries]  number: mean without the highest and the lowest score; NaN below three scores.
    trimmed[scores.n_entries]  number: mean without the lowest and highest scores, as many at each end as trim times
        the count, rounded down; NaN without a score.
    standardised[scores.n_entries]  number: mean of (score - mean of its judge)/(standard deviation of its judge),
        over judges whose scores differ; NaN without such a judge.
    judge_count[scores.n_judges]  integer: scores given by the judge.
    judge_mean[scores.n_judges]  number: mean of the judge's scores; NaN without a score.
    judge_sd[scores.n_judges]  quantity: standard deviation (n - 1); NaN below two scores.
    entry_part[scores.n_entries]  integer: part of the entry, from 0 in the order of first entries; SKPI_NONE without
        a score.
    judge_part[scores.n_judges]  integer: part of the judge; SKPI_NONE without a score.
    n_parts  integer: number of parts; no judge scored entries of two parts.
    """
    entry_count: Any
    mean: Any
    median: Any
    sd: Any
    middle: Any
    trimmed: Any
    standardised: Any
    judge_count: Any
    judge_mean: Any
    judge_sd: Any
    entry_part: Any
    judge_part: Any
    n_parts: int


def summary(scores: Scores, trim: float, **unknown: NoReturn) -> SummaryResult:
    """Means, medians and spreads of the scores of each entry and of each judge, without a model, and the parts of the
    jury that no judge connects. Weights are not used.

    scores  entry, judge and score of each row.
    trim  number in [0,0.5): fraction of an entry's scores that is left out at each end of trimmed.

    SKPI_WMISSING: an entry or a judge has no score.
    SKPI_EOVERFLOW: scores.score adds up to more than a double holds; judge_sd, sd, middle or trimmed is beyond the
        range of a double; scores.weight adds up to more than a double holds.
    SKPI_EINVAL: scores.track is None although scores.n_tracks is above 0; scores.track is given although
        scores.n_tracks is 0.
    SKPI_ERANGE: scores.entry is not below scores.n_entries; scores.judge is not below scores.n_judges; scores.track
        is not below scores.n_tracks.
    SKPI_EDUPLICATE: scores.entry and judge of a row are those of an earlier row.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_EDOM.
    """
    call = _call.Call("skpi_award_summary", unknown=unknown)
    call.shared("scores", scores)
    call.take(trim=trim)
    call.out("out", entry_count="n_entries", mean="n_entries", median="n_entries", sd="n_entries", middle="n_entries",
             trimmed="n_entries", standardised="n_entries", judge_count="n_judges", judge_mean="n_judges",
             judge_sd="n_judges", entry_part="n_entries", judge_part="n_judges", n_parts="")
    return call.run(SummaryResult)


@dataclass(frozen=True, eq=False)
class AdjustResult:
    """What skpi_award_adjust gives.

    adjusted[scores.n_entries]  number: quality of the entry, in points; NaN without a score.
    error[scores.n_entries]  quantity: its standard error; NaN without a score, and if freedom is 0.
    leniency[scores.n_judges]  number: points that the judge gives above the others; NaN without a score.
    leniency_error[scores.n_judges]  quantity: its standard error; NaN as error.
    residual[scores.n_scores]  number: what is left of the score, in standard deviations; NaN if freedom is 0.
    track_mean[scores.n_tracks]  number: mean quality of the track; NaN without a score, and under least squares.
    mean  number: mean of the tracks' means, weighted by their scored entries; under least squares the mean of
        adjusted.
    entry_variance  quantity: variance of entries; NaN under least squares.
    judge_variance  quantity: variance of judges; NaN under least squares.
    residual_variance  quantity: variance of a score of weight 1; NaN if freedom is 0.
    reliability  share of the variance of a single score of weight 1 that is of the entries; NaN under least squares.
    freedom  quantity: scores less track means, or under least squares less all effects: degrees of freedom of the
        fit.
    """
    adjusted: Any
    error: Any
    leniency: Any
    leniency_error: Any
    residual: Any
    track_mean: Any
    mean: float
    entry_variance: float
    judge_variance: float
    residual_variance: float
    reliability: float
    freedom: float


def adjust(scores: Scores, *, across_parts: bool = False, model: ModelChoice | None = None,
           entry_variance: float | None = None, judge_variance: float | None = None,
           residual_variance: float | None = None, **unknown: NoReturn) -> AdjustResult:
    """Quality of entries corrected for the severity of the judges that each happened to have.

    scores  entry, judge and score of each row, perhaps weight and track.
    across_parts  MIXED compares entries that no chain of judges connects, as if all parts had judges of the same
        leniency and entries of the same quality on average.
    model  ModelChoice; by default SKPI_AWARD_MODEL_MIXED.
    entry_variance  quantity: variance of entries; by default estimated; only for model = MIXED.
    judge_variance  quantity: variance of judges; by default estimated; only for model = MIXED.
    residual_variance  quantity: variance of a score of weight 1; by default estimated; only for model = MIXED.

    SKPI_WWEAKFIT: a variance is estimated at 0; scores are as many as the effects of least squares, so that errors
        are NaN.
    SKPI_WNOTCONVERGED: the estimate of the variances had not settled.
    SKPI_WMISSING: an entry or a judge has no score.
    SKPI_EINVAL: model is LEAST_SQUARES although ACROSS_PARTS is given; scores.track is None although scores.n_tracks
        is above 0; scores.track is given although scores.n_tracks is 0.
    SKPI_ENODATA: scores.n_scores is not above the number of track means; scores.entry or scores.judge never has one
        number twice, so that its variance is not known and has to be held.
    SKPI_ESINGULAR: scores.judge connects the entries only in parts: skpi_award_summary numbers them.
    SKPI_EOVERFLOW: scores.score is so far spread, or beside a variance that is held so little, that a variance is
        beyond the range of a double; scores.weight differs by so much that a result is; scores.weight adds up to more
        than a double holds.
    SKPI_ENOMEM: not enough memory for a matrix of judges and tracks.
    SKPI_ERANGE: scores.entry is not below scores.n_entries; scores.judge is not below scores.n_judges; scores.track
        is not below scores.n_tracks.
    SKPI_EDUPLICATE: scores.entry and judge of a row are those of an earlier row.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Patterson and Thompson, Recovery of inter-block information when block sizes are unequal, Biometrika 58
        (1971) 545; Henderson, Best linear unbiased estimation and prediction under a selection model, Biometrics 31
        (1975) 423.
    """
    call = _call.Call("skpi_award_adjust", unknown=unknown)
    call.shared("scores", scores)
    call.struct("options", model=_call.choice("skpi_award_model", "model", model), entry_variance=entry_variance,
                judge_variance=judge_variance, residual_variance=residual_variance)
    call.struct("options", flags=bool(across_parts) * _abi.SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS)
    call.out("out", adjusted="n_entries", error="n_entries", leniency="n_judges", leniency_error="n_judges",
             residual="n_scores", track_mean="n_tracks", mean="", entry_variance="", judge_variance="",
             residual_variance="", reliability="", freedom="")
    return call.run(AdjustResult)


@dataclass(frozen=True, eq=False)
class SelectResult:
    """What skpi_award_select gives.

    selected[n_entries]  integer: 1 for a winner, else 0.
    tied[n_entries]  integer: 1 for an entry that is in some of the best selections and not in all, else 0.
    n_selected  integer: number of winners.
    lowest  number: lowest score of a winner; NaN without a winner.
    """
    selected: Any
    tied: Any
    n_selected: int
    lowest: float


def select(score: Many[float], line: Line, *, second: Many[float] | None = None, track: Many[int] | None = None,
           **unknown: NoReturn) -> SelectResult:
    """Winners of an award: first the least number of each track, then the best of the rest within the most of each
    track. Before ties are decided, no other selection within the quotas has as many winners and a higher sum of
    scores, where scores within line.close count as equal.

    score[n_entries]  number; NaN = missing.
    second[n_entries]  number that decides under SECOND, missing is lowest; NaN = missing; by default none.
    track[n_entries]  index of the entry's track, from 0; by default no tracks.
    line  number of winners, quotas, and how ties are decided.

    SKPI_WMISSING: a score is missing; a place stays empty; a track has fewer entries with a score than its least.
    SKPI_EINVAL: line.tie is 0: how ties are decided must be stated; second is None although ties are decided by it;
        track is None although line.n_tracks is above 0.
    SKPI_ERANGE: track is not below line.n_tracks; line.n_winners is above the number of entries.
    SKPI_EINCONSISTENT: line.least is above line.most; line.least adds up to more than line.n_winners.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ESTRUCT.
    """
    call = _call.Call("skpi_award_select", unknown=unknown)
    call.shared("line", line)
    call.take("n_entries", score=score, second=second, track=track)
    call.out("out", selected="n_entries", tied="n_entries", n_selected="", lowest="")
    return call.run(SelectResult)


@dataclass(frozen=True, eq=False)
class ChanceResult:
    """What skpi_award_chance gives.

    probability[scores.n_entries]  share of the draws in which the entry is among the best, quotas included; NaN
        without a score, and if scores are as many as the effects of least squares.
    expected_rank[scores.n_entries]  number: 1 and the sum of the probabilities that each other entry is better;
        exact, without draws; NaN as probability.
    low[scores.n_entries]  number: lower end of the interval of the rank; NaN as probability.
    high[scores.n_entries]  number: upper end; NaN as probability.
    """
    probability: Any
    expected_rank: Any
    low: Any
    high: Any


def chance(scores: Scores, line: Line, *, across_parts: bool = False, model: ModelChoice | None = None,
           entry_variance: float | None = None, judge_variance: float | None = None,
           residual_variance: float | None = None, seed: int | None = None, n_draws: int | None = None,
           coverage: float | None = None, threads: int | None = None, progress: Progress | None = None,
           **unknown: NoReturn) -> ChanceResult:
    """Probability that the quality of an entry is above the line, and how far its rank is known: all qualities are
    drawn together, given the scores.

    scores  entry, judge and score of each row, perhaps weight and track.
    line  number of winners and quotas; n_tracks is 0 or scores.n_tracks.  Draws do not tie: tie may be 0.
    across_parts  MIXED compares entries that no chain of judges connects, as if all parts had judges of the same
        leniency and entries of the same quality on average.
    model  ModelChoice; by default SKPI_AWARD_MODEL_MIXED.
    entry_variance  quantity: variance of entries; by default estimated; only for model = MIXED.
    judge_variance  quantity: variance of judges; by default estimated; only for model = MIXED.
    residual_variance  quantity: variance of a score of weight 1; by default estimated; only for model = MIXED.
    seed  integer, any.
    n_draws  count of draws; at most 2^31; by default 10000.
    coverage  probability that the interval of the rank covers; by default 0.8.
    threads  integer in [0,1024]: threads that draw; by default 1.
    progress  function that is called with the number of parts done and of all parts; by default none.

    SKPI_WWEAKFIT: a variance is estimated at 0; residual errors are not known because scores are as many as the
        effects of least squares, so that no quality is drawn.
    SKPI_WNOTCONVERGED: the estimate of the variances had not settled.
    SKPI_WMISSING: an entry or a judge has no score; a place stays empty.
    SKPI_EINVAL: model.model is LEAST_SQUARES although ACROSS_PARTS is given; scores.track is None although
        scores.n_tracks is above 0; scores.track is given although scores.n_tracks is 0.
    SKPI_ENODATA: as for skpi_award_adjust: scores.n_scores; scores.entry; scores.judge.
    SKPI_EINCONSISTENT: line.n_tracks is neither 0 nor scores.n_tracks; line.least is above line.most; line.least adds
        up to more than line.n_winners.
    SKPI_ESINGULAR: scores.judge connects the entries only in parts.
    SKPI_EOVERFLOW: scores.score is so little spread that a variance that is held is beyond the range of a double;
        scores.weight adds up to more than a double holds.
    SKPI_ECANCELED: progress asked to stop.
    SKPI_ETHREAD: a thread could not be started, or is not in the child of a fork.
    SKPI_ENOMEM: not enough memory for a matrix of judges and tracks, or for the ranks.
    SKPI_ERANGE: scores.entry is not below scores.n_entries; scores.judge is not below scores.n_judges; scores.track
        is not below scores.n_tracks; line.n_winners is above the number of entries.
    SKPI_EDUPLICATE: scores.entry and judge of a row are those of an earlier row.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Laird and Louis, Empirical Bayes ranking methods, Journal of Educational Statistics 14 (1989) 29; Heyard,
        Ott, Salanti and Egger, Rethinking the funding line at the Swiss National Science Foundation, Statistics and
        Public Policy 9 (2022) 110.
    """
    call = _call.Call("skpi_award_chance", unknown=unknown)
    call.shared("scores", scores)
    call.shared("line", line)
    if n_draws is not None:
        call.axis(n_draws=n_draws)
    call.lasts("options", progress)
    call.struct("model", model=_call.choice("skpi_award_model", "model", model), entry_variance=entry_variance,
                judge_variance=judge_variance, residual_variance=residual_variance)
    call.struct("options", seed=seed, coverage=coverage, threads=threads)
    call.struct("model", flags=bool(across_parts) * _abi.SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS)
    call.out("out", probability="n_entries", expected_rank="n_entries", low="n_entries", high="n_entries")
    return call.run(ChanceResult)


@dataclass(frozen=True, eq=False)
class AgreementResult:
    """What skpi_award_agreement gives.

    w  share: Kendall's W, corrected for ties.
    w_uncorrected  share: Kendall's W without that correction.
    chi_square  quantity: judges (entries - 1) w, Friedman's statistic.
    p  share: probability of a higher statistic among judges who order at random.
    entry_square  quantity: mean square between entries.
    judge_square  quantity: mean square between judges.
    residual_square  quantity: mean square of the residual of entries and judges.
    within_square  quantity: mean square within entries.
    icc_one_way  number: intraclass correlation (1,1), of a single score if each entry has judges of its own.
    icc_two_way  number: (2,1), of a single score of judges who stand for others; NaN if its denominator is 0.
    icc_fixed  number: (3,1), of a single score of these judges.
    icc_one_way_mean  number: (1,k), of the mean score of an entry; NaN if all these means are the same.
    icc_two_way_mean  number: (2,k); NaN if its denominator is 0.
    icc_fixed_mean  number: (3,k); NaN as icc_one_way_mean.
    """
    w: float
    w_uncorrected: float
    chi_square: float
    p: float
    entry_square: float
    judge_square: float
    residual_square: float
    within_square: float
    icc_one_way: float
    icc_two_way: float
    icc_fixed: float
    icc_one_way_mean: float
    icc_two_way_mean: float
    icc_fixed_mean: float


def agreement(scores: Scores, **unknown: NoReturn) -> AgreementResult:
    """Kendall's W with its test, and six intraclass correlations. Every judge has scored every entry; weights and
    tracks are not used.

    scores  entry, judge and score of each row.

    SKPI_WWEAKFIT: an intraclass correlation has a denominator of 0, and is NaN.
    SKPI_ENODATA: scores.n_entries is below 2; scores.n_judges is below 2; scores.score lacks the score of an entry by
        a judge.
    SKPI_EDOM: scores.score is the same for all entries at every judge.
    SKPI_EOVERFLOW: a mean square is beyond the range of a double; scores.weight adds up to more than a double holds.
    SKPI_EINVAL: scores.track is None although scores.n_tracks is above 0; scores.track is given although
        scores.n_tracks is 0.
    SKPI_ERANGE: scores.entry is not below scores.n_entries; scores.judge is not below scores.n_judges; scores.track
        is not below scores.n_tracks.
    SKPI_EDUPLICATE: scores.entry and judge of a row are those of an earlier row.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE.

    Source: Kendall and Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939) 275;
        Shrout and Fleiss, Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86
        (1979) 420.
    """
    call = _call.Call("skpi_award_agreement", unknown=unknown)
    call.shared("scores", scores)
    call.out("out", w="", w_uncorrected="", chi_square="", p="", entry_square="", judge_square="", residual_square="",
             within_square="", icc_one_way="", icc_two_way="", icc_fixed="", icc_one_way_mean="", icc_two_way_mean="",
             icc_fixed_mean="")
    return call.run(AgreementResult)


@dataclass(frozen=True, eq=False)
class OrderResult:
    """What skpi_award_order gives.

    place[scores.n_entries]  integer: place, from 1; equal points share it; SKPI_NONE without a score.
    points[scores.n_entries]  number: points of the rule; NaN under Kemeny, and without a score.
    prefer[scores.n_entries][scores.n_entries]  integer: judges who put the first above the second.
    cost  quantity: judges that the order overrules, summed over pairs of entries; entries that share a place are
        taken in the order of their numbers.
    """
    place: Any
    points: Any
    prefer: Any
    cost: float


def order(scores: Scores, rule: RuleChoice, **unknown: NoReturn) -> OrderResult:
    """One order out of those of the judges, of which only who is above whom counts. A judge says something about
    every pair of entries that he scored; weights and tracks are not used.

    scores  entry, judge and score of each row.
    rule  RuleChoice.

    SKPI_WMISSING: an entry or a judge has no score.
    SKPI_WNOTCONVERGED: there are more than 16 entries under Kemeny: the best order that was found, perhaps not the
        best of all.
    SKPI_EINVAL: scores.track is None although scores.n_tracks is above 0; scores.track is given although
        scores.n_tracks is 0.
    SKPI_ERANGE: scores.entry is not below scores.n_entries; scores.judge is not below scores.n_judges; scores.track
        is not below scores.n_tracks.
    SKPI_EDUPLICATE: scores.entry and judge of a row are those of an earlier row.
    SKPI_EOVERFLOW: scores.weight adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_EDOM.

    Source: Kemeny, Mathematics without numbers, Daedalus 88 (1959) 577; Copeland's and Borda's rules:
        smartkpi_award(7).
    """
    call = _call.Call("skpi_award_order", unknown=unknown)
    call.shared("scores", scores)
    call.take(rule=_call.choice("skpi_award_rule", "rule", rule))
    call.out("out", place="n_entries", points="n_entries", prefer="n_entries n_entries", cost="")
    return call.run(OrderResult)
