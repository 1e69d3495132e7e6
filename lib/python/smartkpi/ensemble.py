# Made from the headers by lib/interface/make.py; do not edit.
"""Ensembles: a plan says which models are drawn, for which places and years; a result holds what the draws gave. Each
module adds its own models (skpi_urban_ensemble_add). Draw k of every model of a plan belongs to the same simulated
world. The same plan and seed give the same bits for any number of threads, any split by places or draws, any order of
merging, any compiler and processor.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _abi, _call
from ._handle import Handle
from ._typing import Grid, Many, Progress

__all__ = ["CoveredResult", "DispatchChoice", "EventChoice", "ModeChoice", "Plan", "Result", "SamplingChoice", "draw"]


def __dir__() -> list[str]:
    return __all__


ModeChoice = Union[int, Literal["exact", "stream"]]
SamplingChoice = Union[int, Literal["plain", "antithetic", "sobol"]]
EventChoice = Union[int, Literal["above", "below", "peaked", "sum_below", "reached_above", "reached_below",
                                 "kept_above", "kept_below"]]
DispatchChoice = Union[int, Literal["best", "plain", "x86_64_v3", "x86_64_v4"]]


class Plan(Handle):
    """What is drawn: places, years, number of draws, models and events. A context manager, which ends it.

    first_year  axis of the results.
    n_years  axis of the results.
    no_quantiles  only means and events are kept.
    seed  integer, any.
    n_draws  count of draws of each place; at most 2^34; by default 10000.
    mode  ModeChoice; by default SKPI_ENSEMBLE_MODE_EXACT.
    stream_version  one of 1: version of the stream of random numbers; by default 1.
    n_places  count of places; at most 2^28; by default 1.
    place_id[n_places]  integer in [0,2^32): number that selects the draws of the place; by default 0, 1, 2 ....
    prob[n_prob]  probability of each exact quantile.
    anchor[n_anchors]  year of the plan in which draws are spread evenly, the most important first; only for sampling
        = SOBOL.
    sampling  SamplingChoice; by default SKPI_ENSEMBLE_SAMPLING_PLAIN.

    SKPI_ENODATA: n_years is below 1.
    SKPI_ERANGE: n_draws is above 2^31 in an exact plan, or above 2^32 with SOBOL; anchor is not in the plan.
    SKPI_ENOTSORTED: prob falls.
    SKPI_EDUPLICATE: prob holds a value twice; place_id holds a value twice; anchor holds a year twice.
    By the kinds of the arguments: SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE.
    """

    _free = "skpi_ensemble_plan_free"

    def __init__(self, first_year: int, n_years: int, *, no_quantiles: bool = False, seed: int | None = None,
                 n_draws: int | None = None, mode: ModeChoice | None = None, stream_version: int | None = None,
                 n_places: int | None = None, place_id: Many[int] | None = None, prob: Many[float] | None = None,
                 anchor: Many[int] | None = None, sampling: SamplingChoice | None = None,
                 **unknown: NoReturn) -> None:
        call = _call.Call("skpi_ensemble_plan_new", unknown=unknown)
        call.axis(n_years=n_years)
        if n_draws is not None:
            call.axis(n_draws=n_draws)
        if n_places is not None:
            call.axis(n_places=n_places)
        call.take(first_year=first_year)
        call.struct("options", seed=seed, mode=_call.choice("skpi_ensemble_mode", "mode", mode),
                    stream_version=stream_version, sampling=_call.choice("skpi_ensemble_sampling", "sampling",
                    sampling))
        call.struct("options", "n_places", place_id=place_id)
        call.struct("options", "n_prob", prob=prob)
        call.struct("options", "n_anchors", anchor=anchor)
        call.struct("options", flags=bool(no_quantiles) * _abi.SKPI_ENSEMBLE_FLAG_NO_QUANTILES)
        self._open(call, "plan")

    @property
    def n_places(self) -> int:
        """Number of places of a plan; 0 if it is None."""
        return _call.plain("skpi_ensemble_plan_n_places", self.pointer)

    @property
    def n_years(self) -> int:
        """Number of years of a plan; 0 if it is None."""
        return _call.plain("skpi_ensemble_plan_n_years", self.pointer)

    def event(self, model: int, variable: int, kind: EventChoice, year: int, *, threshold: Many[float] | None = None,
              **unknown: NoReturn) -> int:
        """Adds an event, something that a variable of a model does in a draw; the result gives its probability.

        model  index of the model in the plan.
        variable  index of the variable in its model.
        kind  EventChoice: what the variable does.
        year  year of the plan.
        threshold[plan.n_places]  number in the variable's unit; only for kind = ABOVE, BELOW, SUM_BELOW,
            REACHED_ABOVE, REACHED_BELOW, KEPT_ABOVE, KEPT_BELOW.
        Gives event: index of the event in the plan.

        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model.
        SKPI_ERANGE: year is not in the plan.
        SKPI_EDOM: threshold is not above 0, as emissions always are.
        SKPI_ENOMEM: not enough memory for one more event.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_event", unknown=unknown)
        call.handle("plan", self, "n_places")
        call.take(model=model, variable=variable, kind=_call.choice("skpi_ensemble_event", "kind", kind), year=year)
        call.take("plan->n_places", threshold=threshold)
        call.out(event="")
        return call.run()

    def event_path(self, model: int, variable: int, kind: EventChoice, year: int, threshold: Grid[float],
                   **unknown: NoReturn) -> int:
        """Adds an event whose threshold changes from year to year. Experimental: it may still change before 1.0.0.

        model  index of the model in the plan.
        variable  index of the variable in its model.
        kind  EventChoice, but not PEAKED, which has no threshold.
        year  year of the plan.
        threshold[plan.n_places][plan.n_years]  number in the variable's unit, for each year of the plan.
        Gives event: index of the event in the plan.

        SKPI_EINVAL: kind is PEAKED.
        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model.
        SKPI_ERANGE: year is not in the plan.
        SKPI_EDOM: threshold is not above 0, as emissions always are.
        SKPI_ENOMEM: not enough memory for one more event.
        By the kinds of the arguments: SKPI_ESTATE, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_event_path", unknown=unknown)
        call.handle("plan", self, "n_places", "n_years")
        call.take(model=model, variable=variable, kind=_call.choice("skpi_ensemble_event", "kind", kind), year=year)
        call.take("plan->n_places plan->n_years", threshold=threshold)
        call.out(event="")
        return call.run()

    def milestone(self, model: int, variable: int, kind: EventChoice, *, threshold: Many[float] | None = None,
                  **unknown: NoReturn) -> int:
        """Adds a milestone, of which the result gives the probability of each year: the year of the largest value
        (PEAKED), the first at a threshold (REACHED_ABOVE, REACHED_BELOW), or the first from which on it is kept to
        the plan's last year (KEPT_ABOVE, KEPT_BELOW). Experimental: it may still change before 1.0.0.

        model  index of the model in the plan.
        variable  index of the variable in its model.
        kind  EventChoice, but not ABOVE, BELOW or SUM_BELOW, which have no first year.
        threshold[plan.n_places]  number in the variable's unit; only for kind = REACHED_ABOVE, REACHED_BELOW,
            KEPT_ABOVE, KEPT_BELOW.
        Gives milestone: index of the milestone in the plan.

        SKPI_EINVAL: kind is ABOVE, BELOW or SUM_BELOW.
        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model.
        SKPI_EDOM: threshold is not above 0, as emissions always are.
        SKPI_ENOMEM: not enough memory for one more milestone.
        By the kinds of the arguments: SKPI_ESTATE, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_milestone", unknown=unknown)
        call.handle("plan", self, "n_places")
        call.take(model=model, variable=variable, kind=_call.choice("skpi_ensemble_event", "kind", kind))
        call.take("plan->n_places", threshold=threshold)
        call.out(milestone="")
        return call.run()

    def all(self, event: Many[int], **unknown: NoReturn) -> int:
        """Adds the event that several events, of any models, happen in the same draw.

        event[n_events]  index of each event in the plan; events of this kind may be among them.
        Gives all: index of the new event in the plan.

        SKPI_ENOTFOUND: event is not in the plan.
        SKPI_ENOMEM: not enough memory for one more event.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ENODATA.
        """
        call = _call.Call("skpi_ensemble_plan_all", unknown=unknown)
        call.handle("plan", self)
        call.take("n_events", event=event)
        call.out(all="")
        return call.run()

    def factor(self, *, group: Many[int] | None = None, **unknown: NoReturn) -> int:
        """Adds a factor, a normal number of each draw and year that the places of a group have in common. Shocks
        depend on it by skpi_ensemble_plan_load. Experimental: it may still change before 1.0.0.

        group[plan.n_places]  integer in [0,2^32): number of the group to which the place belongs, for example its
            region; by default all places are one group.
        Gives factor: index of the factor in the plan.

        SKPI_ENOMEM: not enough memory for one more factor.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ERANGE.
        """
        call = _call.Call("skpi_ensemble_plan_factor", unknown=unknown)
        call.handle("plan", self, "n_places")
        call.take("plan->n_places", group=group)
        call.out(factor="")
        return call.run()

    def load(self, model: int, shock: int, factor: int, loading: Many[float], **unknown: NoReturn) -> None:
        """Lets a shock of a model depend on a factor. The shock stays standard normal: what the squares of its
        loadings leave of 1 is its own. Two shocks with loadings a and b on the same factor and group have the
        correlation a b, summed over factors. Experimental: it may still change before 1.0.0.

        model  index of the model in the plan.
        shock  index of the shock in its model; the models of urban shares and of emissions have one, number 0; a
            product of factors with a shock for each has theirs in their order; three parts have two.
        factor  index of the factor in the plan.
        loading[plan.n_places]  number: loading of the shock of the place on its group's factor; 0 is none.

        SKPI_ENOTFOUND: model is not in the plan; shock is not in the model; factor is not in the plan.
        SKPI_EDUPLICATE: factor has a loading of this shock already.
        SKPI_ERANGE: loading makes the sum of the squares of a shock's loadings larger than 1.
        SKPI_ENOMEM: not enough memory for one more loading.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_load", unknown=unknown)
        call.handle("plan", self, "n_places")
        call.take(model=model, shock=shock, factor=factor)
        call.take("plan->n_places", loading=loading)
        call.run()

    def correlate(self, model: Many[int], shock: Many[int], place: Many[int], matrix: Grid[float],
                  **unknown: NoReturn) -> None:
        """Correlates shocks of any models and places by a matrix. It adds n_shocks factors of one group, on which the
        shocks load with the rows of the matrix's Cholesky factor. Experimental: it may still change before 1.0.0.

        model[n_shocks]  index of the model of each shock.
        shock[n_shocks]  index of the shock in its model.
        place[n_shocks]  integer: position of the shock's place in the plan.
        matrix[n_shocks][n_shocks]  number in [-1,1]: correlation of each pair of shocks.

        SKPI_ENOTFOUND: model is not in the plan; shock is not in the model; place is not in the plan.
        SKPI_EDUPLICATE: place has the same shock of the same model twice.
        SKPI_ERANGE: n_shocks is above 64; place has a shock that loads on other factors.
        SKPI_EDOM: matrix is not 1 on its diagonal, not symmetric within 1e-12, or not positive semidefinite.
        SKPI_ENOMEM: not enough memory for the loadings.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ENODATA, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_correlate", unknown=unknown)
        call.handle("plan", self)
        call.take("n_shocks", model=model, shock=shock, place=place)
        call.take("n_shocks n_shocks", matrix=matrix)
        call.run()

    def shock(self, n_draws: int, model: int, shock: int, place: int, year: int, first_draw: int,
              **unknown: NoReturn) -> Any:
        """The standard normal numbers of a shock as its model gets them, with all factors on which it loads.
        Experimental: it may still change before 1.0.0.

        n_draws  count of draws.
        model  index of the model in the plan.
        shock  index of the shock in its model.
        place  integer: position of the place in the plan.
        year  year of the draw.
        first_draw  integer in [0,2^34]: number of the first draw.
        Gives normal[n_draws]: number: draws first_draw, first_draw + 1 ....

        SKPI_ENOTFOUND: model is not in the plan; shock is not in the model; place is not in the plan.
        SKPI_ERANGE: first_draw + n_draws - 1 is not below 2^34, with SOBOL 2^32; plan needs more than 1,111
            dimensions of Sobol's points.
        SKPI_ENOMEM: not enough memory for the anchors of SOBOL.
        By the kinds of the arguments: SKPI_EINVAL.
        """
        call = _call.Call("skpi_ensemble_plan_shock", unknown=unknown)
        call.handle("plan", self)
        call.axis(n_draws=n_draws)
        call.take(model=model, shock=shock, place=place, year=year, first_draw=first_draw)
        call.out(normal="n_draws")
        return call.run()

    def aggregate(self, model: Many[int], variable: Many[int], place: Many[int], *, weight: Grid[float] | None = None,
                  **unknown: NoReturn) -> int:
        """Adds an aggregate, the weighted sum of variables of several places in each draw: the urban people of a
        province, the emissions of five cities. Sums are of whole numbers, so that any split gives the same bits.
        Experimental: it may still change before 1.0.0.

        model[n_members]  index of each member's model in the plan.
        variable[n_members]  index of the variable in its model.
        place[n_members]  integer: position of the member's place in the plan.
        weight[n_members][plan.n_years]  quantity: weight of the member in each year; by default 1.
        Gives aggregate: index of the aggregate in the plan.

        SKPI_EINVAL: variable follows from another one by a line, as the warming does: that one can be summed.
        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model; place is not in the plan.
        SKPI_EDUPLICATE: place has the same variable of the same model twice.
        SKPI_EOVERFLOW: weight makes the sum too large.
        SKPI_ENOMEM: not enough memory for one more aggregate.
        By the kinds of the arguments: SKPI_ESTATE, SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE.
        """
        call = _call.Call("skpi_ensemble_plan_aggregate", unknown=unknown)
        call.handle("plan", self, "n_years")
        call.take("n_members", model=model, variable=variable, place=place)
        call.take("n_members plan->n_years", weight=weight)
        call.out(aggregate="")
        return call.run()

    def aggregate_count(self, event: Many[int], place: Many[int], **unknown: NoReturn) -> int:
        """Adds an aggregate that counts events: in how many of these places does one happen in the same draw? It has
        one value, in the plan's last year. Experimental: it may still change before 1.0.0.

        event[n_members]  index of each member's event in the plan.
        place[n_members]  integer: position of the member's place in the plan.
        Gives aggregate: index of the aggregate in the plan.

        SKPI_ENOTFOUND: event is not in the plan; place is not in the plan.
        SKPI_EDUPLICATE: place has the same event twice.
        SKPI_ENOMEM: not enough memory for one more aggregate.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_ENODATA.
        """
        call = _call.Call("skpi_ensemble_plan_aggregate_count", unknown=unknown)
        call.handle("plan", self)
        call.take("n_members", event=event, place=place)
        call.out(aggregate="")
        return call.run()

    def aggregate_event(self, aggregate: int, kind: EventChoice, year: int, *, threshold: Many[float] | None = None,
                        **unknown: NoReturn) -> int:
        """Adds an event, something that an aggregate does in a draw. ABOVE k - 1/2 of an aggregate that counts events
        is the event that at least k of them happen. Experimental: it may still change before 1.0.0.

        aggregate  index of the aggregate in the plan.
        kind  EventChoice: what the aggregate does; if it counts events, ABOVE or BELOW.
        year  year of the plan; the last one if the aggregate counts events.
        threshold[n_thresholds]  number in the unit of the sum; only for kind = ABOVE, BELOW, SUM_BELOW,
            REACHED_ABOVE, REACHED_BELOW, KEPT_ABOVE, KEPT_BELOW.
        Gives event: index of the event among those of the aggregate.

        SKPI_EINVAL: kind is neither ABOVE nor BELOW although the aggregate counts events; n_thresholds is another
            number.
        SKPI_ENOTFOUND: aggregate is not in the plan.
        SKPI_ERANGE: year is not in the plan, or not its last one although the aggregate counts events.
        SKPI_EDOM: threshold is not above 0, as sums of emissions always are whose weights are above 0.
        SKPI_ENOMEM: not enough memory for one more event.
        By the kinds of the arguments: SKPI_ESTATE, SKPI_ENOTFINITE.
        """
        call = _call.Call("skpi_ensemble_plan_aggregate_event", unknown=unknown)
        call.handle("plan", self)
        call.take(aggregate=aggregate, kind=_call.choice("skpi_ensemble_event", "kind", kind), year=year)
        call.take("n_thresholds", threshold=threshold)
        call.out(event="")
        return call.run()


@dataclass(frozen=True, eq=False)
class CoveredResult:
    """What skpi_ensemble_result_covered gives.

    drawn  integer: place-draws that were run.
    missing  integer: place-draws of the plan that were not yet run.
    """
    drawn: int
    missing: int


class Result(Handle):
    """Results of the draws of a plan that were run. A context manager, which ends it.

    plan  the plan; it may be freed before the result.

    SKPI_ENODATA: plan has no model.
    SKPI_ERANGE: plan needs more than 1,111 dimensions of Sobol's points.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM.
    """

    _free = "skpi_ensemble_result_free"

    def __init__(self, plan: Plan, **unknown: NoReturn) -> None:
        call = _call.Call("skpi_ensemble_result_new", unknown=unknown)
        call.handle("plan", plan)
        self._open(call, "result")

    @property
    def n_places(self) -> int:
        """Number of places of a result; 0 if it is None."""
        return _call.plain("skpi_ensemble_result_n_places", self.pointer)

    @property
    def n_years(self) -> int:
        """Number of years of a result; 0 if it is None."""
        return _call.plain("skpi_ensemble_result_n_years", self.pointer)

    def run(self, plan: Plan, *, first_place: int | None = None, n_places: int | None = None,
            first_draw: int | None = None, n_draws: int | None = None, threads: int | None = None,
            dispatch: DispatchChoice | None = None, progress: Progress | None = None, **unknown: NoReturn) -> None:
        """Draws a plan, or a part of it, into a result. Draws that the result has already are not made again.

        plan  the plan, with its models and events.
        first_place  integer: position of the first place of this part.
        n_places  integer: number of places of this part; by default all to the last one.
        first_draw  integer: number of the first draw of this part, a multiple of 512.
        n_draws  integer: number of draws of this part, a multiple of 512 or all to the last one; by default all to
            the last one.
        threads  integer in [0,1024]: threads that draw; by default 1.
        dispatch  DispatchChoice; by default SKPI_ENSEMBLE_DISPATCH_BEST.
        progress  function that is called with the number of parts done and of all parts; by default none.

        SKPI_ENOTFOUND: dispatch is a variant that this processor or this build does not have.
        SKPI_EINCONSISTENT: result is of another plan, or was begun before the plan's last model or event.
        SKPI_EOVERFLOW: a draw is too large to be summed.
        SKPI_ECANCELED: progress asked to stop.
        SKPI_ETHREAD: a thread could not be started, or is not in the child of a fork.
        SKPI_ENOMEM: not enough memory for the draws of one place, or for the sums of an exact plan's aggregates.
        SKPI_EINVAL: first_draw or n_draws is no multiple of 512 and does not reach to the plan's last draw;
            first_draw or n_draws is a part of the draws of an exact plan; first_place or n_places leaves out a member
            of an aggregate of a streamed plan, but not all of them.
        SKPI_ERANGE: first_place, n_places, first_draw or n_draws is beyond the plan.
        By the kinds of the arguments: SKPI_ESTATE, SKPI_ESTRUCT.
        """
        call = _call.Call("skpi_ensemble_result_run", unknown=unknown)
        call.handle("result", self)
        call.handle("plan", plan)
        call.lasts("options", progress)
        call.struct("options", first_place=first_place, n_places=n_places, first_draw=first_draw, n_draws=n_draws,
                    threads=threads, dispatch=_call.choice("skpi_ensemble_dispatch", "dispatch", dispatch))
        call.run()

    def covered(self, **unknown: NoReturn) -> CoveredResult:
        """Counts how much of its plan a result has. One draw of one place is a place-draw: 3 places with 1000 draws
        each are 3000.

        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_covered", unknown=unknown)
        call.handle("result", self)
        call.out(drawn="", missing="")
        return call.run(CoveredResult)

    def mean(self, model: int, variable: int, **unknown: NoReturn) -> Any:
        """Mean of a variable in every place and year, over the draws that were run.

        model  index of the model in its plan.
        variable  index of the variable in its model.
        Gives mean[result.n_places][result.n_years]: number in the variable's unit; NaN where no draw was run.

        SKPI_WMISSING: draws of some place were not run.
        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_mean", unknown=unknown)
        call.handle("result", self, "n_places", "n_years")
        call.take(model=model, variable=variable)
        call.out(mean="result->n_places result->n_years")
        return call.run()

    def quantile(self, model: int, variable: int, prob: Many[float], **unknown: NoReturn) -> Any:
        """Quantiles of a variable in every place and year, over the draws that were run (type 7 of Hyndman and Fan).

        model  index of the model in its plan.
        variable  index of the variable in its model.
        prob[n_prob]  probability of each quantile; of an exact plan only those of the plan.
        Gives quantile[result.n_places][result.n_years][n_prob]: number in the variable's unit; NaN where no draw was
            run.

        SKPI_WMISSING: draws of some place were not run.
        SKPI_ESTATE: result is of a plan without quantiles.
        SKPI_ENOTFOUND: model is not in the plan; variable is not in the model; prob is not in an exact plan.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE.

        Source: Hyndman and Fan, The American Statistician 50 (1996) 361.
        """
        call = _call.Call("skpi_ensemble_result_quantile", unknown=unknown)
        call.handle("result", self, "n_places", "n_years")
        call.take(model=model, variable=variable)
        call.take("n_prob", prob=prob)
        call.out(quantile="result->n_places result->n_years n_prob")
        return call.run()

    def probability(self, event: int, **unknown: NoReturn) -> Any:
        """Probability of an event in every place: the fraction of the draws that were run in which it happened.

        event  index of the event in its plan.
        Gives probability[result.n_places]: share of the draws; NaN where no draw was run.

        SKPI_WMISSING: draws of some place were not run.
        SKPI_ENOTFOUND: event is not in the plan.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_probability", unknown=unknown)
        call.handle("result", self, "n_places")
        call.take(event=event)
        call.out(probability="result->n_places")
        return call.run()

    def standard_error(self, event: int, **unknown: NoReturn) -> Any:
        """Standard error of the probability of an event in every place: sqrt(p (1 - p)/n) of n plain draws; of
        antithetic ones from their pairs; of Sobol's points none is known, smartkpi_ensemble(7) says how to get one.
        Experimental: it may still change before 1.0.0.

        event  index of the event in its plan.
        Gives error[result.n_places]: quantity: standard error of the probability; NaN where no draw was run, and with
            SOBOL.

        SKPI_WMISSING: draws of some place were not run.
        SKPI_ENOTFOUND: event is not in the plan.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_standard_error", unknown=unknown)
        call.handle("result", self, "n_places")
        call.take(event=event)
        call.out(error="result->n_places")
        return call.run()

    def milestone(self, milestone: int, **unknown: NoReturn) -> Any:
        """Probability of each year of a milestone in every place: the fraction of the draws that were run of which it
        is the year. Experimental: it may still change before 1.0.0.

        milestone  index of the milestone in its plan.
        Gives probability[result.n_places][result.n_years + 1]: share of the draws, for each year of the plan, and
            last of those that did not reach it; NaN where no draw was run.

        SKPI_WMISSING: draws of some place were not run.
        SKPI_ENOTFOUND: milestone is not in the plan.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_milestone", unknown=unknown)
        call.handle("result", self, "n_places", "n_years")
        call.take(milestone=milestone)
        call.out(probability="result->n_places result->n_years+1")
        return call.run()

    @classmethod
    def aggregate(cls, result: Result, aggregate: int, **unknown: NoReturn) -> Result:
        """Copies what the draws gave for an aggregate, as a result with one place, one model and one variable, of
        which skpi_ensemble_result_mean, _quantile, _probability and _standard_error tell the rest. Experimental: it
        may still change before 1.0.0.

        result  a result with draws.
        aggregate  index of the aggregate in its plan.

        SKPI_ENOTFOUND: aggregate is not in the plan.
        SKPI_ENODATA: result is of an exact plan, and members of the aggregate were not run.
        SKPI_ENOMEM: not enough memory for the copy.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        self = cls.__new__(cls)
        call = _call.Call("skpi_ensemble_result_aggregate", unknown=unknown)
        call.handle("result", result)
        call.take(aggregate=aggregate)
        self._open(call, "values")
        return self

    def merge(self, other: Result, **unknown: NoReturn) -> None:
        """Adds the draws of another result of the same plan to a result. The order of merging does not change a bit
        of the values.

        other  the result whose draws are added; it is not changed.

        SKPI_EINCONSISTENT: other is of another plan.
        SKPI_EDUPLICATE: other has draws that result has too.
        SKPI_ENOMEM: not enough memory for the draws of both.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_merge", unknown=unknown)
        call.handle("result", self)
        call.handle("other", other)
        call.run()

    def size(self, **unknown: NoReturn) -> int:
        """Number of bytes that skpi_ensemble_result_write needs.

        Gives size: integer: number of bytes.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE.
        """
        call = _call.Call("skpi_ensemble_result_size", unknown=unknown)
        call.handle("result", self)
        call.out(size="")
        return call.run()

    def write(self, **unknown: NoReturn) -> Any:
        """Writes a result as bytes that any machine can read.

        Gives buffer[size]: bytes; those after the end of the result are not changed.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTATE, SKPI_EBUFFER.
        """
        call = _call.Call("skpi_ensemble_result_write", unknown=unknown)
        call.handle("result", self)
        call.axis(size=self.size())
        call.out(buffer="size")
        return call.run()

    @classmethod
    def read(cls, plan: Plan, buffer: bytes, **unknown: NoReturn) -> Result:
        """Reads a result that was written on this machine or another one. Everything in the bytes is checked before
        it is used.

        plan  a plan equal to that of the result: built by the same calls with the same numbers.
        buffer[size]  bytes that skpi_ensemble_result_write wrote.

        SKPI_ENODATA: plan has no model.
        SKPI_ERANGE: plan needs more than 1,111 dimensions of Sobol's points.
        SKPI_ECORRUPT: buffer is not a result, was damaged or cut off, has an unknown format, or is of another plan.
        By the kinds of the arguments: SKPI_EINVAL, SKPI_ENOMEM.
        """
        self = cls.__new__(cls)
        call = _call.Call("skpi_ensemble_result_read", unknown=unknown)
        call.handle("plan", plan)
        call.take("size", buffer=buffer)
        self._open(call, "result")
        return self


def draw(n: int, seed: int, model: int, place: int, year: int, variable: int, first_draw: int,
         **unknown: NoReturn) -> Any:
    """Standard normal numbers of the documented stream from which ensembles are drawn, so that other programs can
    replay them. Each number depends only on seed, model, place, year, variable and the number of the draw.

    n  count of draws.
    seed  integer, any: the seed of the plan.
    model  integer in [-1,2147483647]: index of the model in its plan; -1 is the stream of factors.
    place  integer in [0,2^32): number of the place, place_id of its plan; of a factor, the group.
    year  year of the draw.
    variable  index of the shock in its model; of a factor, its index in the plan.
    first_draw  integer in [0,2^34]: number of the first draw.
    Gives normal[n]: number: draws first_draw, first_draw + 1 ...; none lies farther from 0 than 6.77.

    SKPI_ERANGE: first_draw + n - 1 is not below 2^34.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL.

    Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011);
        smartkpi_ensemble(7).
    """
    call = _call.Call("skpi_ensemble_draw", unknown=unknown)
    call.axis(n=n)
    call.take(seed=seed, model=model, place=place, year=year, variable=variable, first_draw=first_draw)
    call.out(normal="n")
    return call.run()
