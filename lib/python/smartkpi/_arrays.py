"""Arrays in and out: lists, scalars, buffers or NumPy arrays, made into pointers of the right type.

With NumPy, C-contiguous float64 (and int32) arrays are passed without a copy, everything else is copied; results are
NumPy arrays.  Without NumPy, array.array and other writable buffers of the right type are passed without a copy,
lists are copied; results are lists, lists of lists for matrices.  A scalar has no dimension.  Columns and frames of
other packages come through their __array__ or tolist; these packages are not imported.

Both accept and refuse the same: numbers, no text, no None, no bool among quantities, no ragged lists, no masked
values, no sets.  Decimals are numbers, and floats that are whole are integers too.  A gap of a nullable column, NA, is
NaN among quantities, and refused among integers.
"""
from __future__ import annotations

import array
import ctypes
import math
import operator
import sys
from collections.abc import Mapping, Sequence, Set
from numbers import Integral, Real
from typing import Any

from . import _abi
from ._errors import Error

try:
    import numpy
except ImportError:
    numpy = None

DOUBLE, INT32, UINT64 = ctypes.c_double, ctypes.c_int32, ctypes.c_uint64
_CODE = {DOUBLE: "d", INT32: "i", UINT64: "Q"}
_WHAT = {DOUBLE: "numbers", INT32: "integers of 32 bits", UINT64: "integers from 0 on, of 64 bits"}
_EXACT = 2**53  # whole numbers beyond are not exact as floats
_SHOWN = 10**20  # integers beyond are not written out
_DTYPE = {ctype: numpy.dtype(code) for ctype, code in _CODE.items()} if numpy else {}
_NO_NUMBERS = {"bool", "bool_", "timedelta64"}  # types that say they are
# what NumPy makes no other number of, but of another size
_NUMBERS = {int, float} | ({numpy.dtype(c).type for c in "bhilqBHILQefdg"} if numpy else set())
_FIRST = {ctype: ctype * 1 for ctype in (*_CODE, ctypes.c_int64, ctypes.c_size_t)}  # arrays of one
_RANGE = {INT32: range(-2**31, 2**31), ctypes.c_int64: range(-2**63, 2**63), ctypes.c_uint32: range(2**32),
          UINT64: range(2**64), ctypes.c_size_t: range(2 * sys.maxsize + 2)}


class Array:
    """Memory for C: its shape, a pointer to it, and the object that owns it. gaps: it has values that were NA."""

    __slots__ = "shape", "pointer", "owner", "gaps"

    def __init__(self, shape: tuple[int, ...], pointer: Any, owner: Any) -> None:
        self.shape, self.pointer, self.owner, self.gaps = shape, pointer, owner, False

    def value(self) -> Any:
        """The value that the caller gets."""
        if not self.shape:
            return self.owner[0]
        return self.owner if numpy else _nest(self.owner.tolist(), self.shape)


def number(name: str, value: Any, ctype: Any) -> Any:
    """One number passed by value. It is checked here, because ctypes would cut off a number that does not fit, without
    an error."""
    if ctype is DOUBLE:
        value = value if type(value) is float else _single(name, value)
        x = _double(value)
        if x is None:
            raise TypeError(f"{name} must be a number: {fault(name, value, ctype)}")
        return x
    n = whole(name, value)
    if n not in _RANGE[ctype]:
        what, x = f"{name} = {n}" if abs(n) < _SHOWN else f"{name} is far out of range and", _double(n)
        raise Error(f"{what} does not fit {8 * ctypes.sizeof(ctype)} bits", _abi.SKPI_ERANGE, name, value=x)
    return n


def whole(name: str, value: Any) -> int:
    """An integer, which may be a float that is whole."""
    value = value if type(value) is int else _single(name, value)
    n = _integer(value)
    if n is None:
        raise TypeError(f"{name} must be an integer: {fault(name, value, INT32)}")
    return n


def _single(name: str, value: Any) -> Any:
    """The number in an array without dimensions, or in an object that has only tolist; other values are unchanged."""
    unmasked(name, value)
    made = from_list(value)
    return value if isinstance(made, (list, tuple)) else made


def from_list(value: Any) -> Any:
    """What tolist gives, if that is a list, a number or a text; other values are unchanged, and so are dates, which it
    makes numbers of."""
    if not callable(getattr(value, "tolist", None)) or getattr(getattr(value, "dtype", None), "kind", "O") in "mM":
        return value
    made = value.tolist()
    return made if isinstance(made, (list, tuple, str, int)) or _is_real(made) else value


def _double(value: Any) -> float | None:
    """A number as a double; None for anything else, and for a number that is far out of range."""
    if type(value) is float:
        return value
    if not _is_real(value):
        return None
    try:
        x = float(value)
    except OverflowError:  # 10**400 is not a double
        return None
    except ValueError:  # a signalling NaN of decimals
        return math.nan
    return x if math.isfinite(x) or not x == x or x == value else None  # nor is Decimal("1e400")


def _integer(value: Any) -> int | None:
    """An integer, or a number of another type that is whole and exact as a double; None for anything else."""
    if isinstance(value, Integral) and type(value).__name__ != "timedelta64":
        return int(value)
    if _is_real(value):
        x = _double(value)
        return int(value) if x is not None and x.is_integer() and x == value and abs(x) <= _EXACT else None
    try:
        return int(value) if type(value).__name__ in ("bool", "bool_") else operator.index(value)
    except TypeError:
        return None


def _is_real(value: Any) -> bool:
    """Whether a value is a number. Decimals, whose package is not imported here, do not say that they are."""
    kind = type(value).__name__
    return isinstance(value, Real) and kind not in _NO_NUMBERS or kind == "Decimal" and hasattr(value, "as_tuple")


def fault(name: str, value: Any, ctype: Any = DOUBLE) -> str:
    """What is wrong with a value that is no number for C."""
    if value is None:
        return f"{name} is None" + ("; a missing value is NaN" if ctype is DOUBLE else "")
    if is_gap(value):
        return f"{name} is NA, and no integer"
    if isinstance(value, (str, bytes, bytearray)):
        shown = value if isinstance(value, str) else bytes(value).decode(errors="replace")
        return f'{name} = "{shown[:40]}" is text'
    x = _double(value)
    if x is None and _is_real(value):
        return f"{name} is far out of range"
    if x is not None and not isinstance(value, Integral):
        if x.is_integer() and abs(x) > _EXACT:
            return f"{name} = {x:.17g} is beyond 2^53, where floats are not exact: give an integer"
        return f"{name} is NaN" if math.isnan(x) else f"{name} = {x:.17g} is not whole"
    if x is not None:
        return f"{name} = {value} is out of range" if abs(value) < _SHOWN else f"{name} is far out of range"
    return f"{name} is {value}" if type(value).__name__ in ("bool", "bool_") else f"{name} is {a_kind(value)}"


def a_kind(value: Any) -> str:
    """The type of a value, with its article: "a list", "an IOTable"."""
    if value is None:
        return "None"
    kind = type(value).__name__
    return ("an " if kind[0] in "aeioAEIO" else "a ") + kind


def is_gap(value: Any) -> bool:
    """Whether a value is the NA of a nullable column, whose package is not imported here."""
    return type(value).__name__ == "NAType"


def read(name: str, value: Any, ctype: Any) -> Array:
    """An input array; name is used in TypeError and ValueError."""
    if type(value) is float and ctype is DOUBLE or type(value) is int and (ctype is DOUBLE or value in _RANGE[ctype]):
        try:
            return _scalar(value, ctype)
        except OverflowError:  # 10**400 is not a double
            raise _wrong(name, ctype, fault(name, value, ctype)) from None
    return _read_numpy(name, value, ctype) if numpy else _read_plain(name, value, ctype)


def listed(name: str, value: Any, what: str, column: bool = False) -> Any:
    """Values in their order, to be taken one by one: a list or any other sequence, an iterator, or the array or list
    that an object of another package gives. TypeError for what has no order, such as a set, for what is not many, and
    for what has columns where there must be one; what says what must be there."""
    unmasked(name, value)
    if isinstance(value, (list, tuple)):
        return value
    made = value
    if callable(getattr(value, "__array__", None)):
        made = numpy.asanyarray(value) if numpy else value.__array__()
        unmasked(name, made)
    elif hasattr(value, "tolist"):
        made = from_list(value)
    try:
        iter(made)
        many = not isinstance(made, (str, bytes, bytearray, Set, Mapping))
    except TypeError:
        many = False
    if not many:
        shown = f'{name} = "{value[:40]}" is text' if isinstance(value, str) else f"{name} is {a_kind(value)}"
        raise TypeError(f"{name} must be {what}: {shown}")
    if column and len(getattr(made, "shape", None) or [1]) > 1:
        raise TypeError(f"{name} must be {what}: {name} is {a_kind(value)} of rows and columns; give one column")
    return made


def room(shape: tuple[int, ...], ctype: Any) -> Array:
    """An output array, not yet written."""
    if not shape:
        return _scalar(0, ctype)
    n = math.prod(shape)
    if n * ctypes.sizeof(ctype) > sys.maxsize:
        raise MemoryError(f"no memory holds {n} values")
    if numpy:
        return _buffer(shape, numpy.empty(shape, _DTYPE[ctype]), ctype)
    return _buffer(shape, array.array(_CODE[ctype], bytes(n * ctypes.sizeof(ctype))), ctype)


def repeated(one: Array, n: int, ctype: Any) -> Array:
    """A scalar n times, beside columns of n values."""
    if numpy:
        return _buffer((n,), numpy.full(n, one.owner[0], _DTYPE[ctype]), ctype)
    return _buffer((n,), array.array(_CODE[ctype], [one.owner[0]]) * n, ctype)


def _scalar(value: Any, ctype: Any) -> Array:
    memory = _FIRST[ctype](value)
    return Array((), memory, memory)


def _buffer(shape: tuple[int, ...], owner: Any, ctype: Any) -> Array:
    """Writable memory as an array. If it has no values, the pointer points to one of its own, because there must be
    something to point to."""
    return Array(shape, _FIRST[ctype].from_buffer(owner) if 0 not in shape else _FIRST[ctype](), owner)


def _wrong(name: str, ctype: Any, why: str) -> TypeError:
    return TypeError(f"{name} must be {_WHAT[ctype]}: {why}")


def _ragged(name: str) -> ValueError:
    return ValueError(f"{name} is ragged: its rows have different lengths")


def _place(name: str, shape: tuple[int, ...], i: int) -> str:
    """The name of value i of an array: "share[1][3]"."""
    at = []
    for n in reversed(shape):
        i, j = divmod(i, n)
        at.append(f"[{j}]")
    return name + "".join(reversed(at))


def _cleared(name: str, shape: tuple[int, ...], flat: list[Any], ctype: Any) -> tuple[list[Any], bool]:
    """Values of any types as numbers for C, and whether there are gaps among them. TypeError names the first that is
    no number."""
    out, gaps = [], False
    for i, x in enumerate(flat):
        if ctype is DOUBLE and type(x) is float:
            out.append(x)
            continue
        if type(x).__name__ == "ndarray" and not x.shape:
            x = x.item()
        if ctype is DOUBLE and is_gap(x):
            x, gaps, good = math.nan, True, True
        elif ctype is DOUBLE:
            found = _double(x)
            x, good = (x, False) if found is None else (found, True)
        else:
            # a range looks for a float one by one
            n = int(x) if type(x) is float and x.is_integer() and abs(x) <= _EXACT else _integer(x)
            x, good = (x, False) if n is None else (n, n in _RANGE[ctype])
        if not good:
            if isinstance(x, (list, tuple)) or getattr(x, "shape", ()):
                raise _ragged(name)
            raise _wrong(name, ctype, fault(_place(name, shape, i), x, ctype))
        out.append(x)
    return out, gaps


def _read_numpy(name: str, value: Any, ctype: Any) -> Array:
    if type(value) is numpy.ndarray and value.dtype == _DTYPE[ctype] and value.flags.carray and value.shape:
        return _buffer(value.shape, value, ctype)
    if not isinstance(value, (list, tuple, array.array, memoryview)) and not hasattr(value, "__array__"):
        value = from_list(value)
    mixed = isinstance(value, (list, tuple)) and _mixed(value)
    if mixed:
        unmasked(name, value)
    try:  # what NumPy would make numbers or texts of is left as it is
        a = numpy.asanyarray(value, object if mixed else None)
    except ValueError:
        raise _ragged(name) from None
    unmasked(name, a)
    a, gaps = numpy.asarray(a), False
    if a.dtype.kind in "mM" and a.size:  # dates and spans, which tolist makes numbers of
        raise _wrong(name, ctype, fault(_place(name, a.shape, 0), a.flat[0], ctype))
    if ctype is not DOUBLE and a.dtype.kind == "f" and (a == numpy.floor(a)).all() and (abs(a) <= _EXACT).all():
        a = a.astype("q")
    if a.dtype.kind not in ("fiu" if ctype is DOUBLE else "iub") and a.size:
        flat, gaps = _cleared(name, a.shape, a.ravel().tolist(), ctype)
        a = numpy.array(flat, _DTYPE[ctype]).reshape(a.shape)
    if ctype is not DOUBLE and a.size:
        for i in int(a.argmin()), int(a.argmax()):
            if int(a.flat[i]) not in _RANGE[ctype]:
                raise _wrong(name, ctype, fault(_place(name, a.shape, i), int(a.flat[i]), ctype))
    if not a.shape:
        return _scalar(a.item(), ctype)
    a = numpy.require(a, _CODE[ctype], ["C", "A"])
    found = _buffer(a.shape, a, ctype) if a.flags.writeable else Array(
        a.shape, a.ctypes.data_as(ctypes.POINTER(ctype)), a)
    found.gaps = gaps
    return found


def _mixed(value: Any, depth: int = 4) -> bool:
    """Whether there is anything but numbers and arrays of them in lists of lists to this depth."""
    if isinstance(value, (list, tuple)):
        types = set(map(type, value))
        return not types <= _NUMBERS and (not depth or any(_mixed(one, depth - 1) for one in value))
    return getattr(getattr(value, "dtype", None), "kind", "O") not in "fiu" and type(value) not in _NUMBERS or \
        isinstance(value, numpy.ma.MaskedArray)


def unmasked(name: str, value: Any) -> None:
    """ValueError for an array with masked values, or a list of such arrays."""
    if numpy and _masked(value):
        raise ValueError(f"{name} has masked values: fill them (missing is NaN) or leave them out")


def _masked(value: Any, depth: int = 4) -> bool:
    """Whether an array, or one in lists of lists to this depth, has masked values."""
    if isinstance(value, (list, tuple)):
        plain = not depth or set(map(type, value)) <= _NUMBERS | {str}
        return not plain and any(_masked(one, depth - 1) for one in value)
    return isinstance(value, numpy.ma.MaskedArray) and bool(numpy.ma.getmaskarray(value).any())


def _read_plain(name: str, value: Any, ctype: Any) -> Array:
    if not isinstance(value, (array.array, memoryview)):
        value = from_list(value)
    if isinstance(value, int) or _is_real(value):
        shape, flat = (), [value]
    elif isinstance(value, (list, tuple)):
        shape, flat = _flatten(name, value)
    elif value is None or isinstance(value, (str, bytes, bytearray)):
        raise _wrong(name, ctype, fault(name, value, ctype))
    else:
        try:
            view = _native(memoryview(value))
        except TypeError:
            if not isinstance(value, Sequence):
                raise _wrong(name, ctype, fault(name, value, ctype)) from None
            shape, flat = _flatten(name, value)
        else:
            if view.format == _CODE[ctype] and view.c_contiguous and not view.readonly:
                return _buffer(view.shape, view, ctype)
            try:
                shape, flat = _flatten(name, view.tolist())
            except NotImplementedError:  # cells that are no numbers of this machine
                raise _wrong(name, ctype, fault(name, value, ctype)) from None
    types, gaps = set(map(type, flat)), False
    if not all(issubclass(t, int) or (ctype is DOUBLE and issubclass(t, float)) for t in types) \
            or (ctype is DOUBLE and bool in types):
        flat, gaps = _cleared(name, shape, flat, ctype)
    try:
        own = array.array(_CODE[ctype], flat)
    except OverflowError:
        i = next((i for i, x in enumerate(flat) if ctype is DOUBLE and abs(x) > 10**308 or
                  ctype is not DOUBLE and x not in _RANGE[ctype]), 0)
        raise _wrong(name, ctype, fault(_place(name, shape, i), flat[i], ctype)) from None
    found = _buffer(shape, own, ctype) if shape else _scalar(own[0], ctype)
    found.gaps = gaps
    return found


def _native(view: memoryview) -> memoryview:
    """The same cells; an array of ctypes says in its format that their bytes stand in this machine's order."""
    if view.format[:1] != ("<" if sys.byteorder == "little" else ">") or len(view.format) != 2 or not view.c_contiguous:
        return view
    return view.cast("B").cast(view.format[1:], view.shape) if view.nbytes else memoryview(array.array("d"))


def _flatten(name: str, value: Sequence) -> tuple[tuple[int, ...], list]:
    shape, level = (len(value),), list(value)
    while level and isinstance(level[0], (list, tuple)):
        if any(not isinstance(row, (list, tuple)) or len(row) != len(level[0]) for row in level):
            raise _ragged(name)
        shape, level = shape + (len(level[0]),), [x for row in level for x in row]
    return shape, level


def _nest(flat: list, shape: tuple[int, ...]) -> list:
    for n in reversed(shape[1:]):
        flat = [flat[i:i + n] for i in range(0, len(flat), n)] if n else [[] for _ in range(math.prod(shape[:-1]))]
    return flat
