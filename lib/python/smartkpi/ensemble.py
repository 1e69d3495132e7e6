"""Ensembles: uncertain futures of many places by many draws, the same bits on every machine.

    plan = ensemble.Plan(2026, 35, places=2, seed=7)
    urban = smartkpi.urban.ensemble(plan, share=[.64, .35], drift=[.03, .02], sigma=[.01, .02])
    above = plan.event(urban, 0, smartkpi.SKPI_ENSEMBLE_EVENT_ABOVE, 2060, [.7, .7])
    with plan.run(threads=2) as found:
        found.mean(urban), found.quantile(urban), found.probability(above)

A plan has all its models and events before its first run.  Parts of it can be run anywhere, by places or (streamed
plans) by draws, sent as bytes, and merged in any order: the result has the same bits as one run of all.
The stream of random numbers is documented to the last bit: the page smartkpi_ensemble(7).
"""
from __future__ import annotations

import ctypes
from typing import Any

from . import _abi, _core
from ._core import Call, Handle

__all__ = ["Accumulator", "Plan", "dispatch_name", "draw"]

_USUAL = (.05, .25, .5, .75, .95)


class Plan(Handle):
    """Places, years and draws of an ensemble, its models and events; a context manager.

    first_year, n_years  years of the results; models start from the year before
    places      their number
    seed        0 to 2^64 - 1
    draws       of each place, at most 2^34
    mode        SKPI_ENSEMBLE_MODE_EXACT: quantiles of the probabilities in prob, of the draws themselves;
                SKPI_ENSEMBLE_MODE_STREAM: histograms, whose memory does not grow with draws, any probability
    place_id    stable numbers of the places, below 2^32; None: 0, 1, 2 ...
    prob        probabilities of quantiles, increasing
    quantiles   False: means and events alone
    Error       SKPI_ERANGE, SKPI_EDUPLICATE, SKPI_ENOTSORTED, SKPI_EINVAL
    """

    _free = "skpi_ensemble_plan_free"

    def __init__(self, first_year: int, n_years: int, places: int = 1, *, seed: int = 0, draws: int = 10000,
                 mode: int = _abi.SKPI_ENSEMBLE_MODE_EXACT, place_id: Any = None, prob: Any = _USUAL,
                 quantiles: bool = True) -> None:
        call = Call("skpi_ensemble_plan_new")
        call.value(first_year=first_year)
        call.axis(n_years=n_years)
        call.axis("places", places=places)
        call.struct("options", seed=seed, draws=draws, mode=mode,
                    flags=0 if quantiles else _abi.SKPI_ENSEMBLE_FLAG_NO_QUANTILES)
        call.struct("options", "places", place_id=place_id)
        call.struct("options", "n_prob", prob=prob)
        self.places, self.n_years, self.prob = places, n_years, prob
        self._open(call, "plan")

    def _add(self, function: str, parameter: str, **more: Any) -> Call:
        call = Call(function)
        call.handle("plan", self)
        call.axis("plan", places=self.places)
        call.value(**more)
        call.out("", parameter)
        return call

    def event(self, model: int, variable: int, kind: int, year: int, threshold: Any = None) -> int:
        """Number of a new event: what the path of a variable does in a draw.

        kind       SKPI_ENSEMBLE_EVENT_ABOVE (at least the threshold in the year), BELOW (at most), PEAKED (largest value in
                   the year or before it), SUM_BELOW (sum of the plan's years up to this at most the threshold)
        threshold  in the variable's unit, one a place; None for PEAKED
        Error      SKPI_ENOTFOUND, SKPI_ERANGE, SKPI_EINVAL
        """
        call = self._add("skpi_ensemble_plan_event", "event", model=model, variable=variable, kind=kind, year=year)
        call.take("places", threshold=threshold)
        return call.run()

    def all(self, events: Any) -> int:
        """Number of a new event: all of these happen in the same draw, whatever their models."""
        call = self._add("skpi_ensemble_plan_all", "event")
        call.take("n", events=events)
        return call.run()

    def accumulator(self) -> Accumulator:
        """An accumulator without draws."""
        return Accumulator(self)

    def run(self, **options: Any) -> Accumulator:
        """A new accumulator with the draws of a run; options as for Accumulator.run."""
        a = Accumulator(self)
        a.run(self, **options)
        return a

    def accumulator_of(self, data: bytes) -> Accumulator:
        """An accumulator from the bytes of another of this plan, perhaps of another machine.

        Error    SKPI_ECORRUPT (damaged, of another format, or of another plan)
        """
        return Accumulator(self, data)


class Accumulator(Handle):
    """What the draws of a plan gave, as far as they were run; a context manager.  Results are places x n_years, NaN
    where no draw was run; SKPI_WMISSING warns of draws that were not."""

    _free = "skpi_ensemble_result_free"

    def __init__(self, plan: Plan, data: bytes | None = None) -> None:
        call = Call("skpi_ensemble_result_new" if data is None else "skpi_ensemble_result_read")
        call.handle("plan", plan)
        self.places, self.n_years, self.prob = plan.places, plan.n_years, plan.prob
        if data is not None:
            call.values["buffer"], call.values["bytes"] = ctypes.create_string_buffer(bytes(data), len(data) or 1), len(data)
        self._open(call, "accumulator")

    def run(self, plan: Plan, *, first_place: int = 0, n_places: int = 0, first_draw: int = 0, n_draws: int = 0,
            threads: int = 0, dispatch: int = 0, progress: Any = None) -> None:
        """Draw a part of the plan, or all of it; what is here already is not drawn again.

        first_place, n_places  places; 0 of them: to the last
        first_draw, n_draws    draws, multiples of 512 but for the last; an exact plan has them all in one run
        threads                0: 1
        dispatch               kind of code, SKPI_ENSEMBLE_...; 0: the fastest here
        progress               called with (done, total); a true return stops the run (SKPI_ECANCELED)
        Error                  SKPI_EINVAL, SKPI_ERANGE, SKPI_ENOTFOUND (code that this processor has not),
                               SKPI_EINCONSISTENT (another plan), SKPI_ECANCELED
        """
        call = Call("skpi_ensemble_result_run")
        call.handle("plan", plan)
        call.handle("accumulator", self)
        call.struct("options", first_place=first_place, n_places=n_places, first_draw=first_draw, n_draws=n_draws,
                    threads=threads, dispatch=dispatch, progress=progress)
        call.run()

    def merge(self, other: Accumulator) -> None:
        """Take in the draws of another accumulator of the same plan.

        Error    SKPI_EINCONSISTENT (another plan), SKPI_EDUPLICATE (draws that both have)
        """
        call = Call("skpi_ensemble_result_merge")
        call.handle("into", self)
        call.handle("from", other)
        call.run()

    def _call(self, function: str) -> Call:
        call = Call(function)
        call.handle("accumulator", self)
        call.axis("accumulator", places=self.places)
        call.axis("accumulator", n_years=self.n_years)
        return call

    def __bytes__(self) -> bytes:
        """All of it, for Plan.accumulator_of on any machine."""
        size = ctypes.c_size_t()
        call = self._call("skpi_ensemble_result_size")
        call.values["bytes"] = ctypes.byref(size)
        call.run()
        buffer = ctypes.create_string_buffer(size.value)
        call = self._call("skpi_ensemble_result_write")
        call.values["buffer"], call.values["bytes"] = buffer, size.value
        call.run()
        return buffer.raw

    def covered(self) -> Any:
        """Place-draws that were run, .cells, and those of the plan that were not, .missing."""
        call = self._call("skpi_ensemble_result_covered")
        call.out("", "cells", "missing")
        return call.run()

    def mean(self, model: int, variable: int = 0) -> Any:
        """Mean in every place and year."""
        call = self._call("skpi_ensemble_result_mean")
        call.value(model=model, variable=variable)
        call.out("places n_years", "out")
        return call.run()

    def quantile(self, model: int, variable: int = 0, prob: Any = None) -> Any:
        """Quantiles, places x n_years x probabilities (type 7); prob None: those of the plan.

        Error    SKPI_ENOTFOUND (an exact plan has not this probability), SKPI_ESTATE (a plan without quantiles)
        Source   Hyndman and Fan, The American Statistician 50 (1996) 361
        """
        call = self._call("skpi_ensemble_result_quantile")
        call.value(model=model, variable=variable)
        call.take("n_prob", prob=self.prob if prob is None else prob)
        call.out("places n_years n_prob", "out")
        return call.run()

    def probability(self, event: int) -> Any:
        """Part of the draws in which an event happened, one a place."""
        call = self._call("skpi_ensemble_result_probability")
        call.value(event=event)
        call.out("places", "out")
        return call.run()


def dispatch_name(dispatch: int) -> str | None:
    """Name of a kind of code, "plain"; None if there is no such kind."""
    return _core.name("skpi_ensemble_dispatch_name", dispatch)


def draw(seed: int, model: int, place: int, year: int, variable: int, n: int, first_draw: int = 0) -> Any:
    """Standard normal draws of the documented stream, for replay elsewhere.

    seed        of the ensemble, 0 to 2^64 - 1
    model       number of the model, at least 0
    place       stable number of the place, below 2^32
    year        calendar year
    variable    number of the model's variable, at least 0
    n           draws wanted
    first_draw  number of the first; all are below 2^34
    Gives       n draws, a function of these numbers alone: any part of the stream at any time
    Error       SKPI_ERANGE
    Source      Salmon et al., SC11 (2011); smartkpi_ensemble(7)

    >>> round(draw(42, 0, 7, 2030, 0, 1)[0], 10)
    -0.2466467327
    """
    call = Call("skpi_ensemble_draw")
    call.axis(n=n)
    call.value(seed=seed, model=model, place=place, year=year, variable=variable, first_draw=first_draw)
    call.out("n", "normal")
    return call.run()
