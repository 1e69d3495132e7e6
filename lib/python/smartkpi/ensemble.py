"""Ensembles: uncertain futures of many places by many draws, the same bits on every machine.

    plan = ensemble.Plan(2026, 35, n_places=2, seed=7)
    urban = smartkpi.urban.ensemble_add(plan, share=[.64, .35], drift=[.03, .02], sigma=[.01, .02])
    above = plan.event(urban, 0, smartkpi.SKPI_ENSEMBLE_EVENT_ABOVE, 2060, threshold=[.7, .7])
    with ensemble.Result(plan) as result:
        result.run(plan, threads=2)
        result.mean(urban, 0), result.quantile(urban, 0, [.05, .95]), result.probability(above)

A plan has all its models and events before its first result.  Parts of it can be run anywhere, by places or (streamed
plans) by draws, sent as bytes, and merged in any order: the result has the same bits as one run of all.
The stream of random numbers is documented to the last bit: the page smartkpi_ensemble(7).
"""
from __future__ import annotations

import ctypes
from typing import Any

from . import _abi
from ._core import Call, Handle
from ._library import library

__all__ = ["Plan", "Result", "draw"]


class Plan(Handle):
    """What is drawn: places, years, number of draws, models and events; a context manager.

    first_year, n_years  years of the results; models start from the year before first_year
    seed            0 to 2^64 - 1; None: 0
    n_draws         draws of a place, at most 2^34; None: 10000
    mode            SKPI_ENSEMBLE_MODE_EXACT (None): quantiles of the probabilities in prob, of the draws themselves;
                    SKPI_ENSEMBLE_MODE_STREAM: histograms, whose memory does not grow with draws, any probability
    stream_version  of the random numbers: 1; None: 1
    n_places        number of places; None: as many as place_id has, or 1
    place_id        a number below 2^32 for each place, on which its draws depend; None: 0, 1, 2 ...
    prob            probabilities of exact quantiles, increasing; None: 0.05, 0.25, 0.5, 0.75, 0.95
    no_quantiles    True: means and events alone
    Error           SKPI_ERANGE, SKPI_EDUPLICATE, SKPI_ENOTSORTED, SKPI_EINVAL, SKPI_ENODATA (no years)
    """

    _free = "skpi_ensemble_plan_free"

    def __init__(self, first_year: int, n_years: int, *, seed: int | None = None, n_draws: int | None = None,
                 mode: int | None = None, stream_version: int | None = None, n_places: int | None = None,
                 place_id: Any = None, prob: Any = None, no_quantiles: bool = False) -> None:
        call = Call("skpi_ensemble_plan_new")
        call.value(first_year=first_year)
        call.axis(n_years=n_years)
        call.struct("options", seed=seed, n_draws=n_draws, mode=mode, stream_version=stream_version,
                    flags=_abi.SKPI_ENSEMBLE_FLAG_NO_QUANTILES if no_quantiles else 0)
        if n_places is not None:
            call.axis("n_places", n_places=n_places)
        call.struct("options", "n_places", place_id=place_id)
        call.struct("options", "n_prob", prob=prob)
        self._open(call, "plan")

    @property
    def n_places(self) -> int:
        """Number of places."""
        return library.skpi_ensemble_plan_n_places(self.pointer)

    @property
    def n_years(self) -> int:
        """Number of years."""
        return library.skpi_ensemble_plan_n_years(self.pointer)

    def event(self, model: int, variable: int, kind: int, year: int, *, threshold: Any = None) -> int:
        """Index of a new event, whose probability is counted: something that a variable of a model does in a draw.

        kind       SKPI_ENSEMBLE_EVENT_ABOVE (at least the threshold in the year), BELOW (at most), PEAKED (largest value
                   in the year or before it), SUM_BELOW (sum of the plan's years up to this at most the threshold)
        year       one of the plan's
        threshold  in the variable's unit, one a place; None for PEAKED
        Error      SKPI_ENOTFOUND (model, variable), SKPI_ERANGE (year), SKPI_EINVAL, SKPI_ENOTFINITE
        """
        call = Call("skpi_ensemble_plan_event")
        call.handle("plan", self)
        call.axis("plan", n_places=self.n_places)
        call.value(model=model, variable=variable, kind=kind, year=year)
        call.take("n_places", threshold=threshold)
        call.out("", "event")
        return call.run()

    def all(self, event: Any) -> int:
        """Index of a new event: all of these events happen in the same draw, whatever their models.

        Error      SKPI_ENOTFOUND, SKPI_ENODATA (no event)
        """
        call = Call("skpi_ensemble_plan_all")
        call.handle("plan", self)
        call.take("n_events", event=event)
        call.out("", "all")
        return call.run()


class Result(Handle):
    """What the draws of a plan gave, as far as they were run; a context manager.

    plan     with all its models and events; the result does not need it later
    Error    SKPI_ENODATA (a plan without models)

    Values are NaN where no draw was run; SKPI_WMISSING warns of draws that were not.
    """

    _free = "skpi_ensemble_result_free"

    def __init__(self, plan: Plan) -> None:
        call = Call("skpi_ensemble_result_new")
        call.handle("plan", plan)
        self._open(call, "result")

    @classmethod
    def read(cls, plan: Plan, buffer: bytes) -> Result:
        """A result from the bytes of another of an equal plan, perhaps of another machine.

        Error    SKPI_ECORRUPT (damaged, of another format, or of another plan), SKPI_ENODATA (a plan without models)
        """
        call = Call("skpi_ensemble_result_read")
        call.handle("plan", plan)
        call.values["size"] = len(buffer)
        call.values["buffer"] = ctypes.create_string_buffer(bytes(buffer), len(buffer) or 1)
        result = cls.__new__(cls)
        result._open(call, "result")
        return result

    @property
    def n_places(self) -> int:
        """Number of places."""
        return library.skpi_ensemble_result_n_places(self.pointer)

    @property
    def n_years(self) -> int:
        """Number of years."""
        return library.skpi_ensemble_result_n_years(self.pointer)

    def _call(self, function: str) -> Call:
        call = Call(function)
        call.handle("result", self)
        return call

    def run(self, plan: Plan, *, first_place: int | None = None, n_places: int | None = None,
            first_draw: int | None = None, n_draws: int | None = None, threads: int | None = None,
            dispatch: int | None = None, progress: Any = None) -> None:
        """Draw a plan, or a part of it, into this result; what the result has already is not drawn again.  After a
        failure it keeps the parts that were done.

        first_place, n_places  places of this part; None: from the first, to the last
        first_draw, n_draws    draws of this part, multiples of 512 or to the last; None: from the first, to the last.  An
                               exact plan has all draws of a place in one run
        threads                that draw; None: 1
        dispatch               compiled variant, SKPI_ENSEMBLE_DISPATCH_...; None: the fastest here
        progress               called with (done, total); a true return stops the run (SKPI_ECANCELED)
        Error                  SKPI_EINVAL, SKPI_ERANGE, SKPI_ENOTFOUND (code that this processor does not have),
                               SKPI_EINCONSISTENT (another plan), SKPI_EOVERFLOW, SKPI_ECANCELED, SKPI_ETHREAD
        """
        call = self._call("skpi_ensemble_result_run")
        call.handle("plan", plan)
        call.struct("options", first_place=first_place, n_places=n_places, first_draw=first_draw, n_draws=n_draws,
                    threads=threads, dispatch=dispatch, progress=progress)
        call.run()

    def covered(self) -> Any:
        """Place-draws that were run, .drawn, and place-draws of the plan that were not run, .missing."""
        call = self._call("skpi_ensemble_result_covered")
        call.out("", "drawn", "missing")
        return call.run()

    def mean(self, model: int, variable: int) -> Any:
        """Mean of a variable in every place and year.

        Error    SKPI_ENOTFOUND (model, variable)
        """
        call = self._call("skpi_ensemble_result_mean")
        call.value(model=model, variable=variable)
        call.axis("result", n_places=self.n_places, n_years=self.n_years)
        call.out("n_places n_years", "mean")
        return call.run()

    def quantile(self, model: int, variable: int, prob: Any) -> Any:
        """Quantiles of a variable, places x years x probabilities (type 7 of Hyndman and Fan).

        prob     probabilities between 0 and 1, ends excluded; in an exact plan some of the plan's
        Error    SKPI_ENOTFOUND (model, variable, probability), SKPI_ESTATE (a plan without quantiles), SKPI_ERANGE
        Source   Hyndman and Fan, The American Statistician 50 (1996) 361
        """
        call = self._call("skpi_ensemble_result_quantile")
        call.value(model=model, variable=variable)
        call.take("n_prob", prob=prob)
        call.axis("result", n_places=self.n_places, n_years=self.n_years)
        call.out("n_places n_years n_prob", "quantile")
        return call.run()

    def probability(self, event: int) -> Any:
        """Fraction of the draws in which an event happened, one a place.

        Error    SKPI_ENOTFOUND
        """
        call = self._call("skpi_ensemble_result_probability")
        call.value(event=event)
        call.axis("result", n_places=self.n_places)
        call.out("n_places", "probability")
        return call.run()

    def merge(self, other: Result) -> None:
        """Add the draws of another result of the same plan; the order of merging does not change a bit.

        Error    SKPI_EINCONSISTENT (another plan), SKPI_EDUPLICATE (draws that both have)
        """
        call = self._call("skpi_ensemble_result_merge")
        call.handle("other", other)
        call.run()

    def size(self) -> int:
        """Bytes that write gives."""
        size = ctypes.c_size_t()
        call = self._call("skpi_ensemble_result_size")
        call.values["size"] = ctypes.byref(size)
        call.run()
        return size.value

    def write(self) -> bytes:
        """All of the result as bytes, for Result.read on any machine."""
        buffer = ctypes.create_string_buffer(self.size())
        call = self._call("skpi_ensemble_result_write")
        call.values["size"], call.values["buffer"] = len(buffer), buffer
        call.run()
        return buffer.raw

    __bytes__ = write


def draw(n: int, seed: int, model: int, place: int, year: int, variable: int, first_draw: int) -> Any:
    """Standard normal numbers of the documented stream that ensembles are made of, for replay elsewhere.

    n           draws wanted
    seed        of the plan, 0 to 2^64 - 1
    model       index of the model in its plan
    place       number of the place (place_id of the plan), below 2^32
    year        calendar year
    variable    index of the variable in its model
    first_draw  number of the first draw; all are below 2^34
    Gives       n draws, each a function of these numbers alone: any part of the stream at any time
    Error       SKPI_ERANGE
    Source      Salmon et al., SC11 (2011); smartkpi_ensemble(7)

    >>> round(draw(1, 42, 0, 7, 2030, 0, 0)[0], 10)
    -0.2466467327
    """
    call = Call("skpi_ensemble_draw")
    call.axis(n=n)
    call.value(seed=seed, model=model, place=place, year=year, variable=variable, first_draw=first_draw)
    call.out("n", "normal")
    return call.run()
