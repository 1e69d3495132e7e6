"""What figures mean (Basis) and tables of places x years (Table)."""
from __future__ import annotations

import ctypes
import dataclasses
import math
from typing import Any

from . import _abi
from ._arrays import DOUBLE, INT32, a_kind, number, read
from ._basis import Stated
from ._choice import choice
from ._errors import Error, check, spoken
from ._library import library


@dataclasses.dataclass(frozen=True)
class Basis(Stated):
    __doc__ = f"{Stated.__doc__}\n    str() gives it in words."

    def __post_init__(self) -> None:
        for name, tags in self._named.items():
            object.__setattr__(self, name, choice(tags, name, getattr(self, name)))

    @classmethod
    def _of(cls, struct: Any) -> Basis:
        """The Basis that a C struct holds."""
        return cls(linked=bool(struct.flags & _abi.SKPI_BASIS_FLAG_LINKED),
                   **{f.name: getattr(struct, f.name) for f in dataclasses.fields(cls) if f.name != "linked"})

    def _struct(self) -> Any:
        """The C struct; Error (SKPI_ERANGE) if a member does not fit it."""
        stated = {f.name: number(f.name, getattr(self, f.name), INT32) for f in dataclasses.fields(self)}
        return _abi.make("skpi_basis", flags=_abi.SKPI_BASIS_FLAG_LINKED * bool(stated.pop("linked")), **stated)

    def join(self, other: Basis) -> Basis:
        """The meaning of a figure made of two others. Members that both state must agree, and unstated ones come from
        the other; Error (SKPI_EDEFMIX) names the first that differs."""
        joined = Basis()._struct()
        check(library.skpi_basis_join(self._struct(), other._struct(), joined))
        return Basis._of(joined)

    def __str__(self) -> str:
        text = ctypes.create_string_buffer(512)
        check(library.skpi_basis_text(self._struct(), text, len(text)))
        return spoken(text.value.decode())


class Table:
    """One quantity, n places x m years.

    year   m years, increasing
    value  n lists of m values, or one list for one place; NaN is missing where the function says so
    basis  what the figures mean, None = unstated
    Arrays of the right type are not copied: leave them as they are while the table is in use. Tables are equal if their
    years, values and bases are; missing values are equal. print() shows the first places and years.
    """

    __slots__ = "_year", "_value", "_basis", "_years", "_values", "_one", "_struct"

    def __init__(self, year: Any, value: Any, basis: Basis | None = None) -> None:
        if basis is not None and not isinstance(basis, Basis):
            raise TypeError(f"basis must be a smartkpi.Basis, not {a_kind(basis)}")
        self._year, self._value, self._basis = year, value, basis
        self._years, self._values = years, values = read("year", year, INT32), read("value", value, DOUBLE)
        if len(years.shape) != 1 or len(values.shape) not in (1, 2):
            raise Error("a table has a list of years and a list (one place) or matrix of values",
                        _abi.SKPI_EINVAL, "value")
        if values.shape[-1] != years.shape[0]:
            raise Error(f"value has {values.shape[-1]} years, year has {years.shape[0]}",
                        _abi.SKPI_EINCONSISTENT, "value", value=values.shape[-1])
        self._one = len(values.shape) == 1
        self._struct = _abi.make(
            "skpi_table", n=1 if self._one else values.shape[0], m=years.shape[0], year=years.pointer,
            value=values.pointer, basis=ctypes.pointer(basis._struct()) if basis is not None else None)

    @property
    def year(self) -> Any:
        """The years as they were given."""
        return self._year

    @property
    def value(self) -> Any:
        """The values as they were given."""
        return self._value

    @property
    def basis(self) -> Basis | None:
        """What the figures mean; None = unstated."""
        return self._basis

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if name.startswith("__") or not name.startswith("_")]

    def _lists(self) -> tuple[list[int], list[list[float]]]:
        n, m = self._struct.n, self._struct.m
        flat = self._struct.value[:n * m]
        return self._struct.year[:m], [flat[i:i + m] for i in range(0, n * m, m)] if m else [[]] * n

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        if (self._one, self._values.shape, self._basis) != (other._one, other._values.shape, other._basis):
            return False
        (years, rows), (others, others_rows) = self._lists(), other._lists()
        return years == others and all(a == b or math.isnan(a) and math.isnan(b) for row, other_row in
                                       zip(rows, others_rows) for a, b in zip(row, other_row))

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> Any:
        years, rows = self._lists()
        return Table, (years, rows[0] if self._one else rows, self._basis)

    def __repr__(self) -> str:
        years, rows = self._lists()
        said = [f"{len(rows)} place{'s' * (len(rows) != 1)}, {len(years)} year{'s' * (len(years) != 1)}"]
        said += [str(self._basis)] if self._basis is not None and str(self._basis) else []
        head = years[:_MOST] + ["..."] * (len(years) > _MOST)
        cells = [["", *map(str, head)]]
        for i, row in enumerate(rows[:_MOST]):
            shown = ["missing" if math.isnan(x) else f"{x:.6g}" for x in row[:_MOST]]
            cells.append([str(i)] + shown + ["..."] * (len(years) > _MOST))
        width = [max(map(len, column)) for column in zip(*cells)]
        lines = ["  ".join(cell.rjust(w) for cell, w in zip(line, width)).rstrip() for line in cells]
        return "\n".join([f"Table of {', '.join(said)}", *lines, *["..."] * (len(rows) > _MOST)])


_MOST = 8  # places and years that a table shows
