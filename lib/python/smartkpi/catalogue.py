# Made from the headers by lib/interface/make.py; do not edit.
"""Indicators that programmes share: lists with their sources, points by the part of a target that is reached, checks,
units.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _call
from ._typing import Grid, Many

__all__ = ["EntryResult", "EvidenceChoice", "GasChoice", "KindChoice", "ListChoice", "RuleChoice", "ScoreResult",
           "TagChoice", "check", "concentration", "count", "entry", "find", "score"]


def __dir__() -> list[str]:
    return __all__


ListChoice = Union[int, Literal["u4ssc", "gbt2016", "gbt2018", "opendata", "tracks"]]
KindChoice = Union[int, Literal["ratio", "number", "yes_no", "several", "group", "deduction"]]
TagChoice = Union[int, Literal["smart", "sustainable", "structural"]]
EvidenceChoice = Union[int, Literal["read", "partly"]]
RuleChoice = Union[int, Literal["whole", "nested"]]
GasChoice = Union[int, Literal["no2", "so2", "o3"]]


def count(list: ListChoice, **unknown: NoReturn) -> int:
    """Count of the entries of a list.

    list  ListChoice.
    Gives count: integer: count of entries.
    By the kinds of the arguments: SKPI_EINVAL.
    """
    call = _call.Call("skpi_catalogue_count", unknown=unknown)
    call.take(list=_call.choice("skpi_catalogue_list", "list", list))
    call.out(count="")
    return call.run()


def find(list: ListChoice, code: str, **unknown: NoReturn) -> int:
    """Number of the entry with a code. Blanks and the case of letters do not count: "EC: ICT: ICT: 1C" is
    "ec:ict:ict:1c".

    list  ListChoice.
    code  text: code of the entry.
    Gives number: integer: number of the entry in the list, from 0.

    SKPI_ENOTFOUND: code is not in the list.
    By the kinds of the arguments: SKPI_EINVAL.
    """
    call = _call.Call("skpi_catalogue_find", unknown=unknown)
    call.take(list=_call.choice("skpi_catalogue_list", "list", list), code=code)
    call.out(number="")
    return call.run()


@dataclass(frozen=True, eq=False)
class EntryResult:
    """What skpi_catalogue_entry gives.

    code  text, static: code; where the list has none, this library's word.
    name  text, static: name in this library's words; of a track as it is printed.
    chinese  text, static: name in Chinese, where a source has it.
    parent  text, static: code of the entry that this one is a part of.
    dimension  text, static: dimension of the indicator.
    sub_dimension  text, static: part of the dimension.
    category  text, static: part of the sub-dimension.
    unit  text, static: unit of the value.
    numerator  text, static: what is counted.
    denominator  text, static: what it is divided by.
    multiplier  number: factor of numerator/denominator; NaN where nothing is divided.
    weight  share of the score of the whole list; NaN where it is not public.
    direction  integer: 1 where more is better, -1 where less is better, 0 where neither is.
    kind  KindChoice.
    tag  TagChoice; by default none.
    core  integer: 1 core, 0 advanced; SKPI_NONE where the list makes no difference.
    evidence  EvidenceChoice.
    edition  integer: year of the list, or of the source.
    note  text, static: what else is to be known.
    source  text, static: where the entry was read.
    """
    code: str
    name: str
    chinese: str
    parent: str
    dimension: str
    sub_dimension: str
    category: str
    unit: str
    numerator: str
    denominator: str
    multiplier: float
    weight: float
    direction: int
    kind: int
    tag: int
    core: int
    evidence: int
    edition: int
    note: str
    source: str


def entry(list: ListChoice, number: int, **unknown: NoReturn) -> EntryResult:
    """An entry of a list: its code, names, unit, direction and public weight, how it is known and from where.

    list  ListChoice.
    number  index of the entry, from 0.

    SKPI_ENOTFOUND: number is not in the list.
    By the kinds of the arguments: SKPI_EINVAL, SKPI_ESTRUCT.

    Source: of each list and entry: smartkpi_catalogue(7), out->source.
    """
    call = _call.Call("skpi_catalogue_entry", unknown=unknown)
    call.take(list=_call.choice("skpi_catalogue_list", "list", list), number=number)
    call.filled("out", "code", "name", "chinese", "parent", "dimension", "sub_dimension", "category", "unit",
                "numerator", "denominator", "multiplier", "weight", "direction", "kind", "tag", "core", "evidence",
                "edition", "note", "source")
    return call.run(EntryResult)


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

    SKPI_WMISSING: value is missing somewhere; target is missing of an indicator, which then has no points in any
        city.
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
