"""Types of arguments: what a type checker accepts where a function takes numbers."""
from __future__ import annotations

from typing import Any, Callable, Iterable, Protocol, Sequence, TypeVar, Union

T = TypeVar("T")


class SupportsArray(Protocol):
    """An array of NumPy, a column of pandas, or any other object that can give an array."""

    def __array__(self, *arguments: Any, **named: Any) -> Any: ...


# One number, or one for each place.
Many = Union[T, Sequence[T], SupportsArray]
# Rows of numbers; a single row or number is that of a single place.
Grid = Union[T, Sequence[T], Sequence[Sequence[T]], Sequence[Sequence[Sequence[T]]], SupportsArray]
# A list of numbers for each place, of any length, or a single list for one place.
Ragged = Union[Sequence[T], Sequence[Sequence[T]], Sequence[SupportsArray], SupportsArray]
# Called with the work done and the total; a true result stops the work.
Progress = Callable[[int, int], Any]
# A column of names: a list, an array, a column of a DataFrame, or a mapping where the function says so.
Column = Union[Iterable[Any], SupportsArray]


class Columns(Protocol):
    """A table of columns by name: a dict of lists, a DataFrame."""

    def __getitem__(self, __name: str) -> Any: ...
