"""What figures mean (Basis) and tables of places x years (Table)."""
from __future__ import annotations

import ctypes
import dataclasses
from typing import Any

from . import _abi
from ._arrays import DOUBLE, INT32, number, read
from ._basis import Stated
from ._errors import Error, check
from ._library import library


@dataclasses.dataclass(frozen=True)
class Basis(Stated):
    __doc__ = f"{Stated.__doc__}\n    str() gives it in words."

    @classmethod
    def of(cls, struct: Any) -> Basis:
        """The Basis that a C struct holds."""
        return cls(linked=bool(struct.flags & _abi.SKPI_BASIS_FLAG_LINKED),
                   **{f.name: getattr(struct, f.name) for f in dataclasses.fields(cls) if f.name != "linked"})

    def struct(self) -> Any:
        """The C struct; Error (SKPI_ERANGE) if a member does not fit it."""
        stated = {f.name: number(f.name, getattr(self, f.name), INT32) for f in dataclasses.fields(self)}
        return _abi.make("skpi_basis", flags=_abi.SKPI_BASIS_FLAG_LINKED * bool(stated.pop("linked")), **stated)

    def join(self, other: Basis) -> Basis:
        """The meaning of a figure made of two others. Members that both state must agree, and unstated ones come from
        the other; Error (SKPI_EDEFMIX) names the first that differs."""
        joined = Basis().struct()
        check(library.skpi_basis_join(self.struct(), other.struct(), joined))
        return Basis.of(joined)

    def __str__(self) -> str:
        text = ctypes.create_string_buffer(512)
        check(library.skpi_basis_text(self.struct(), text, len(text)))
        return text.value.decode()


class Table:
    """One quantity, n places x m years.

    year   m years, increasing
    value  n lists of m values, or one list for one place; NaN is missing where the function says so
    basis  what the figures mean, None = unstated
    Arrays of the right type are not copied: leave them as they are while the table is in use.
    """

    def __init__(self, year: Any, value: Any, basis: Basis | None = None) -> None:
        self.year, self.value, self.basis = year, value, basis
        years, values = read("year", year, INT32), read("value", value, DOUBLE)
        if len(years.shape) != 1 or len(values.shape) not in (1, 2):
            raise Error("a table has a list of years and a list (one place) or matrix of values",
                        _abi.SKPI_EINVAL, "value")
        if values.shape[-1] != years.shape[0]:
            raise Error(f"value has {values.shape[-1]} years, year has {years.shape[0]}",
                        _abi.SKPI_EINCONSISTENT, "value", value=values.shape[-1])
        self.one = len(values.shape) == 1
        self.struct = _abi.make(
            "skpi_table", n=1 if self.one else values.shape[0], m=years.shape[0], year=years.pointer,
            value=values.pointer, basis=ctypes.pointer(basis.struct()) if basis is not None else None)
