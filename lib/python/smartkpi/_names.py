"""Numbers for names, and back.  The library takes entries, judges and tracks as numbers from 0; tables have names."""
from __future__ import annotations

import operator
import unicodedata
from collections.abc import Iterator
from typing import Any, Sequence, Union, overload

from . import _abi
from ._arrays import is_gap, listed
from ._errors import Error, warn
from ._typing import Column

Name = Union[str, int]  # of an entry, a judge, a track
_SPACES = " \t\n\v\f\r\u200b\ufeff"  # with those that NFKC makes spaces of


class Names(Sequence[Name]):
    """Names, numbered from 0 in the order in which they first appear.

    names  texts or integers, each as often as it likes: a list, an array, a column of a DataFrame.
    what  what they name, for the words of errors.

    names[3] is the name with the number 3, names.numbers(column) the numbers of names; len, iteration and in work.
    A missing name (None, NaN, an empty text) is an Error.  Names that differ only in outer spaces or in how the same
    letters are encoded stay two names, with a warning (SKPI_WUNUSUAL).
    """

    def __init__(self, names: Column, what: str = "names") -> None:
        rows = read(what, names)
        self._take(what, rows)
        alike(what, rows)

    def _take(self, what: str, rows: Sequence[Name]) -> None:
        self.what = what
        self._number: dict[Name, int] = {}
        for name in rows:
            self._number.setdefault(name, len(self._number))
        self._name = list(self._number)

    @overload
    def __getitem__(self, number: int) -> Name: ...

    @overload
    def __getitem__(self, number: slice) -> list[Name]: ...

    def __getitem__(self, number: Any) -> Any:
        return self._name[number]

    def __len__(self) -> int:
        return len(self._name)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._name)

    def __contains__(self, name: object) -> bool:
        return name in self._number

    def number(self, name: Name) -> int:
        """The number of a name; Error (SKPI_ENOTFOUND) if there is no such name."""
        return self.numbers([name])[0]

    def numbers(self, names: Column) -> list[int]:
        """The numbers of names; Error (SKPI_ENOTFOUND) names the first that is not there."""
        found = []
        for row, name in enumerate(read(self.what, names)):
            number = self._number.get(name)
            if number is None:
                raise Error(f"{self.what}[{row}] = {name!r} is not known", _abi.SKPI_ENOTFOUND, self.what, row)
            found.append(number)
        return found

    def __repr__(self) -> str:
        return f"Names({self._name!r})"


def read(what: str, names: Column) -> list[Name]:
    """A column of names as texts and integers."""
    return [_name(what, row, name) for row, name in enumerate(listed(what, names, "a list of names", True))]


def alike(what: str, rows: Sequence[Name]) -> None:
    """Warns of names that look alike, but for outer spaces or the encoding of their letters, and are two."""
    first: dict[str, Name] = {}
    found = []
    for name in dict.fromkeys(rows):
        if isinstance(name, str):
            other = first.setdefault(_looks(name), name)
            if other != name:
                found.append((other, name))
    if found:
        pair = " and ".join(f"{what}[{rows.index(name)}] = {ascii(name)}" for name in found[0])
        more = f", and so on {len(found)} times" if len(found) > 1 else ""
        warn("SKPI_WUNUSUAL", f"{pair} look alike and are two names{more}", _abi.SKPI_WUNUSUAL)


def _looks(name: str) -> str:
    """What names have in common that look alike."""
    return (name if name.isascii() else unicodedata.normalize("NFKC", name)).strip(_SPACES)


def _name(what: str, row: int, name: Any) -> Name:
    if isinstance(name, str) and name:
        return str(name)  # of NumPy's own text too
    number = _whole(name)
    if number is None:
        missing = name is None or is_gap(name) or isinstance(name, str) or _is_nan(name)
        raise Error(f"{what}[{row}] is missing" if missing else
                    f"{what}[{row}] = {name!r} is no name: names are texts or integers", _abi.SKPI_EINVAL, what, row)
    return number


def _is_nan(name: Any) -> bool:
    """Whether a value differs from itself; an array, which gives no answer, does not."""
    try:
        return bool(name != name)
    except (TypeError, ValueError):
        return False


def _whole(name: Any) -> int | None:
    """An integer of Python or NumPy; None for anything else."""
    try:
        return None if type(name).__name__ in ("bool", "bool_") or getattr(name, "shape", ()) else operator.index(name)
    except TypeError:
        return None
