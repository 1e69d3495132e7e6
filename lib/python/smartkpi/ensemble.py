"""Ensembles: uncertain futures of many places by many draws, the same bits on every machine.

The stream of random numbers is documented to the last bit: the page smartkpi_ensemble(7).
"""
from __future__ import annotations

from typing import Any

from ._core import Call

__all__ = ["draw"]


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
