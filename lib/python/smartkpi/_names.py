"""Numbers for names, and back.  The library takes entries, judges and tracks as numbers from 0; tables have names."""
from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import Any, Sequence, Union, overload

from . import _abi
from ._arrays import is_gap, listed
from ._errors import Error
from ._typing import Column

Name = Union[str, int]  # of an entry, a judge, a track


class Names(Sequence[Name]):
    """Names, numbered from 0 in the order in which they first appear.

    names  texts or integers, each as often as it likes: a list, an array, a column of a DataFrame.
    what  what they name, for the words of errors.

    names[3] is the name with the number 3, names.numbers(column) the numbers of names; len, iteration and in work.
    A missing name (None, NaN, an empty text) is an Error.
    """

    def __init__(self, names: Column, what: str = "names") -> None:
        self.what = what
        self._number: dict[Name, int] = {}
        for name in read(what, names):
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


def _name(what: str, row: int, name: Any) -> Name:
    if isinstance(name, str) and name:
        return str(name)  # of NumPy's own text too
    number = _whole(name)
    if number is None:
        missing = name is None or is_gap(name) or isinstance(name, str) or name != name
        raise Error(f"{what}[{row}] is missing" if missing else
                    f"{what}[{row}] = {name!r} is no name: names are texts or integers", _abi.SKPI_EINVAL, what, row)
    return number


def _whole(name: Any) -> int | None:
    """An integer of Python or NumPy; None for anything else."""
    try:
        return None if isinstance(name, bool) else operator.index(name)
    except TypeError:
        return None
