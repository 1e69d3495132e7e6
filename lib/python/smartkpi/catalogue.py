# Made from the headers by lib/interface/make.py; do not edit.
"""Indicators that programmes share: points by the part of a target that is reached, checks, units."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _call
from ._typing import Grid, Many

__all__ = ["GasChoice", "RuleChoice", "ScoreResult", "check", "concentration", "score"]


def __dir__() -> list[str]:
    return __all__


RuleChoice = Union[int, Literal["whole", "nested"]]
GasChoice = Union[int, Literal["no2", "so2", "o3"]]


@dataclass(frozen=True, eq=False)
class ScoreResult:
    """What skpi_catalogue_score gives.

    reached[n][m]  quantity: part of the target that is reached, infinite for a value of 0 of which less is better;
        NaN where a figure is missing.
    points[n][m]  integer: 1 to 4; SKPI_NONE where a figure is missing.
    score[n]  number from 25 to 100: points in percent of the most; NaN where there are none.
    counted[n]  integer: count of indicators with points.
    """
    reached: Any
    points: Any
    score: Any
    counted: Any


def score(value: Grid[float], target: Many[float], *, direction: Many[int] | None = None,
          status: list[int] | None = None, **unknown: NoReturn) -> ScoreResult:
    """Points of cities by the part of the target that they reach: 1 below 33 %, 2 below 66 %, 3 below 95 %, and 4
    from there on. The part is value/target, or target/value where less is better.

    value[n][m]  quantity; NaN = missing.
    target[m]  positive; NaN = missing.
    direction[m]  one of -1, 1: -1 is an indicator of which less is better; by default 1.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_EOVERFLOW: value is so far from the target that their ratio is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ESTRUCT.

    Source: United for Smart Sustainable Cities (U4SSC), factsheets of cities; that limits belong to the higher class
        is this library's own.
    """
    call = _call.Call("skpi_catalogue_score", status, "n", unknown=unknown)
    call.take("n m", value=value)
    call.take("m", target=target, direction=direction)
    call.out("out", reached="n m", points="n m", score="n", counted="n")
    return call.run(ScoreResult)


def check(part: Grid[float], rule: RuleChoice, *, status: list[int] | None = None, **unknown: NoReturn) -> None:
    """Checks figures of cities that belong together.

    part[n][n_parts]  share.
    rule  RuleChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.

    SKPI_EINCONSISTENT: part breaks the rule.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
    """
    call = _call.Call("skpi_catalogue_check", status, "n", unknown=unknown)
    call.take("n n_parts", part=part)
    call.take(rule=_call.choice("skpi_catalogue_rule", "rule", rule))
    call.run()


def concentration(ppm: Many[float], gas: GasChoice, *, status: list[int] | None = None, **unknown: NoReturn) -> Any:
    """Concentrations of a gas in micrograms per cubic metre, from parts per million.

    ppm[n]  quantity: parts per million.
    gas  GasChoice.
    status  a list that is filled with the status of each row; without it the first bad row is an Error.
    Gives concentration[n]: quantity: micrograms per cubic metre

    SKPI_EOVERFLOW: concentration is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ERANGE.

    Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
    """
    call = _call.Call("skpi_catalogue_concentration", status, "n", unknown=unknown)
    call.take("n", ppm=ppm)
    call.take(gas=_call.choice("skpi_catalogue_gas", "gas", gas))
    call.out(concentration="n")
    return call.run()
