"""What figures mean (Basis), tables of places x years (Table), and names in the library."""
from __future__ import annotations

import ctypes
import dataclasses
from typing import Any

from . import _abi, _core
from ._arrays import DOUBLE, INT32, read
from ._library import library


@dataclasses.dataclass(frozen=True)
class Basis:
    """What a figure means; 0 is unstated.  str() gives it in words.

    definition      SKPI_DIGITAL_DEFINITION_NBS_CORE, SKPI_URBAN_DEFINITION_NATIONAL ...
    classification  your number of the classification's edition, its year for example
    vintage         year of release
    revision        SKPI_BASIS_REVISION_PRELIMINARY, SKPI_BASIS_REVISION_VERIFIED, SKPI_BASIS_REVISION_CENSUS
    prices          SKPI_BASIS_PRICES_CURRENT, or the base year of constant prices
    currency        ISO 4217 number
    scale           power of ten of the unit + 1000: thousands are 1003
    gwp             set of warming potentials
    linked          part of the series had another meaning, and was linked to the rest by a factor
    """

    definition: int = 0
    classification: int = 0
    vintage: int = 0
    revision: int = 0
    prices: int = 0
    currency: int = 0
    scale: int = 0
    gwp: int = 0
    linked: bool = False

    @classmethod
    def of(cls, struct: Any) -> Basis:
        return cls(linked=bool(struct.flags & _abi.SKPI_BASIS_FLAG_LINKED),
                   **{f.name: getattr(struct, f.name) for f in dataclasses.fields(cls) if f.name != "linked"})

    def struct(self) -> Any:
        """The C struct; Error (SKPI_ERANGE) if a member does not fit it."""
        s = _abi.make("skpi_basis", flags=_abi.SKPI_BASIS_FLAG_LINKED if self.linked else 0)
        call = _core.Call("skpi_basis_join")  # for its words
        for f in dataclasses.fields(self)[:-1]:
            setattr(s, f.name, call.plain(f.name, getattr(self, f.name), INT32))
        return s

    def join(self, other: Basis) -> Basis:
        """What a figure made of two others means: stated members must agree, unstated ones come from the other.
        Error (SKPI_EDEFMIX) names the first that differs."""
        joined = Basis().struct()
        _core.check(library.skpi_basis_join(self.struct(), other.struct(), joined))
        return Basis.of(joined)

    def __str__(self) -> str:
        text = ctypes.create_string_buffer(512)
        _core.check(library.skpi_basis_text(self.struct(), text, len(text)))
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
        self._keep = years, values
        if len(years.shape) != 1 or len(values.shape) not in (1, 2):
            raise _core.Error("a table has a list of years and a list (one place) or matrix of values",
                              _abi.SKPI_EINVAL, "value")
        if values.shape[-1] != years.shape[0]:
            raise _core.Error(f"value has {values.shape[-1]} years, year has {years.shape[0]}",
                              _abi.SKPI_EINCONSISTENT, "value", value=values.shape[-1])
        self.one = len(values.shape) == 1
        self._basis = basis.struct() if basis is not None else None
        self.struct = _abi.make(
            "skpi_table", n=1 if self.one else values.shape[0], m=years.shape[0],
            year=years.pointer, value=values.pointer,
            basis=ctypes.pointer(self._basis) if self._basis is not None else None)


def version() -> str:
    """Version of the library in use, "0.2.0"."""
    return library.skpi_version().decode()


def version_number() -> int:
    """The same as major << 16 | minor << 8 | patch."""
    return library.skpi_version_number()


def constant(name: str) -> int:
    """Value of a public constant in the library in use.  Error: SKPI_ENOTFOUND."""
    value = ctypes.c_int64()
    _core.check(library.skpi_constant(name.encode(), ctypes.byref(value)))
    return value.value


def constant_name(value: int) -> str | None:
    """Name of a choice by its number, "SKPI_SERIES_MODEL_LOGISTIC"; None if no choice has the number."""
    name = library.skpi_constant_name(value)
    return name.decode() if name else None


def struct_size(name: str) -> int:
    """Size of a public struct in the library in use, 0 if there is none of this name."""
    return library.skpi_struct_size(name.encode())
