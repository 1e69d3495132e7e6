"""A jury from a table with names: entry, judge, score, as a program or a DataFrame has it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import _abi, award
from ._errors import Error
from ._names import Name, Names, alike, read
from ._typing import Column, Columns, Many

_NO_LIMIT = 2**31 - 1


class Jury:
    """Scores of a jury in long form, with names.

    entry, judge  names, one for each score: texts or integers; lists, arrays or columns of a DataFrame.
    score  number: score that the judge gave the entry; higher is better.
    weight  positive: the variance of the score is divided by it; by default 1.
    track  names of the tracks of entries: one for each score, or a mapping {entry: track}, as which a Series counts
        that has the entries as its index; by default no tracks.
    entries, judges  all names, in the order of their numbers, where some have no score; by default those in the table, in
        the order in which they first appear.

    jury.scores is what the functions of smartkpi.award take; results are in the order of jury.entries, jury.judges and
    jury.tracks, which are Names.

        jury = smartkpi.Jury.of(table)                    # table["entry"], table["judge"], table["score"]
        found = smartkpi.award.adjust(jury.scores)
        jury.by_entry(adjusted=found.adjusted, error=found.error)     # {"entry": [names], "adjusted": ...}
    """

    def __init__(self, entry: Column, judge: Column, score: Many[float], *, weight: Many[float] | None = None,
                 track: Column | None = None, entries: Column | None = None,
                 judges: Column | None = None) -> None:
        rows, of_judge = read("entry", entry), read("judge", judge)
        self.entries = Names(rows if entries is None else entries, "entry")
        self.judges = Names(of_judge if judges is None else judges, "judge")
        self.tracks: Names | None = None
        of_entry = None
        if track is not None:
            named = _tracks(self.entries, rows, track, _labels(entry))
            self.tracks = Names.__new__(Names)
            self.tracks._take("track", named)
            of_entry = self.tracks.numbers(named)
        self.scores = award.Scores(len(self.entries), len(self.judges), self.entries.numbers(rows),
                                   self.judges.numbers(of_judge), score, len(self.tracks or ()), weight, of_entry)

    @classmethod
    def of(cls, table: Columns, *, entry: str = "entry", judge: str = "judge", score: str = "score",
           weight: str | None = None, track: str | None = None) -> Jury:
        """The jury of a table, which is a dict of columns or a DataFrame; the arguments name its columns.

        weight, track  by default there are none.
        """
        return cls(table[entry], table[judge], table[score], weight=None if weight is None else table[weight],
                   track=None if track is None else table[track])

    def line(self, n_winners: int, *, least: Mapping[Name, int] | None = None,
             most: Mapping[Name, int] | None = None, close: float | None = None, seed: int | None = None,
             tie: award.TieChoice | None = None) -> award.Line:
        """The line of smartkpi.award, with quotas by the names of tracks.

        least  winners that a track has at least; of tracks that are left out 0.
        most  winners that a track has at most; of tracks that are left out no limit.
        The others are those of smartkpi.award.Line.
        """
        return award.Line(n_winners, self._quota("least", least, 0), self._quota("most", most, _NO_LIMIT), close, seed,
                          tie)

    def by_entry(self, **columns: Any) -> dict[str, Any]:
        """A table of results with one row an entry: {"entry": names, ...}, as pandas.DataFrame takes it."""
        return _table("entry", self.entries, columns)

    def by_judge(self, **columns: Any) -> dict[str, Any]:
        """A table of results with one row a judge: {"judge": names, ...}."""
        return _table("judge", self.judges, columns)

    def _quota(self, what: str, given: Mapping[Name, int] | None, other: int) -> list[int] | None:
        if given is None:
            return None
        if self.tracks is None:
            raise Error(f"{what} is given although there are no tracks", _abi.SKPI_EINVAL, what)
        for name in given:
            if name not in self.tracks:
                raise Error(f"{what} has {name!r}, which is the track of no entry", _abi.SKPI_ENOTFOUND, what)
        return [given.get(name, other) for name in self.tracks]


def _tracks(entries: Names, rows: Sequence[Name], track: Any, own: list[Any] | None) -> list[Name]:
    """The track of each entry, from a mapping or from the rows; own are the labels of the rows."""
    of: dict[Name, Name] = {}
    keys = list(track) if isinstance(track, Mapping) else _keys(entries, track, own)
    column = read("track", track.values() if isinstance(track, Mapping) else track)
    alike("track", column)
    if keys is None and len(column) != len(rows):
        raise Error(f"track has {len(column)} values, entry has {len(rows)}", _abi.SKPI_EINCONSISTENT, "track",
                    value=float(len(column)))
    for row, (entry, name) in enumerate(zip(rows if keys is None else read("entry", keys), column)):
        if of.setdefault(entry, name) != name:
            raise Error(f"track[{row}] = {name!r}, but {entry!r} was in {of[entry]!r} before",
                        _abi.SKPI_EINCONSISTENT, "track", row)
    for entry in entries:
        if entry not in of:
            raise Error(f"track has none for {entry!r}", _abi.SKPI_ENODATA, "track")
    return [of[entry] for entry in entries]


def _labels(column: Any) -> list[Any] | None:
    """The labels of a Series, whose package is not imported here; None for a column without."""
    index = getattr(column, "index", None)
    return None if index is None or callable(index) else list(index)


def _keys(entries: Names, track: Any, own: list[Any] | None) -> list[Any] | None:
    """The entries by which a Series names its tracks; None if it has one for each score, in their order."""
    index = _labels(track)
    if index is None or index == own or index == list(range(len(index))):
        return None
    if any(label in entries for label in index):
        return index
    raise Error("track has an index that is neither 0, 1, ... nor that of entry, and that names no entry: give a list, "
                "or a mapping {entry: track}", _abi.SKPI_EINVAL, "track")


def _table(what: str, names: Names, columns: dict[str, Any]) -> dict[str, Any]:
    for name, column in columns.items():
        if len(column) != len(names):
            raise Error(f"{name} has {len(column)} values, there are {len(names)} of {what}", _abi.SKPI_EINCONSISTENT, name,
                        value=float(len(column)))
    return {what: list(names), **columns}
