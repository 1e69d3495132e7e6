"""Types of arguments: what a type checker accepts where a function takes numbers."""
from __future__ import annotations

from typing import Any, Callable, Protocol, Sequence, TypeVar, Union

T = TypeVar("T")


class SupportsArray(Protocol):
    """An array of NumPy, a column of pandas: whatever gives an array."""

    def __array__(self, *arguments: Any, **named: Any) -> Any: ...


# One number, or one for each place.
Many = Union[T, Sequence[T], SupportsArray]
# Rows of numbers; without places one row, or one number.
Grid = Union[T, Sequence[T], Sequence[Sequence[T]], Sequence[Sequence[Sequence[T]]], SupportsArray]
# A list of numbers for each place, of any lengths, or one list for one place.
Ragged = Union[Sequence[T], Sequence[Sequence[T]], Sequence[SupportsArray], SupportsArray]
# Called with what is done and the total; a true return stops the work.
Progress = Callable[[int, int], Any]
