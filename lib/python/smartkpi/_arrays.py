"""Arrays in and out: lists, scalars, buffers or NumPy arrays, made into pointers of the right type.

With NumPy, C-contiguous float64 (and int32) arrays are passed without a copy, everything else is copied; results are
NumPy arrays.  Without NumPy, array.array and other writable buffers of the right type are passed without a copy,
lists are copied; results are lists, lists of lists for matrices.  A scalar has no dimension.

Both accept and refuse the same: numbers, no text, no None, no bool among quantities, no float among integers, no
ragged lists, no masked values.
"""
from __future__ import annotations

import array
import ctypes
import math
import sys
from collections.abc import Sequence
from typing import Any

try:
    import numpy
except ImportError:
    numpy = None

DOUBLE, INT32, UINT64 = ctypes.c_double, ctypes.c_int32, ctypes.c_uint64
_CODE = {DOUBLE: "d", INT32: "i", UINT64: "Q"}
_WHAT = {DOUBLE: "numbers", INT32: "integers of 32 bits", UINT64: "integers from 0 on, of 64 bits"}
_LEAST, _END = {INT32: -2**31, UINT64: 0}, {INT32: 2**31, UINT64: 2**64}


class Array:
    """Memory that C can see: its shape, a pointer, and the object that owns it."""

    def __init__(self, shape: tuple[int, ...], pointer: Any, owner: Any) -> None:
        self.shape, self.pointer, self.owner = shape, pointer, owner

    def value(self) -> Any:
        """As the caller gets it."""
        if not self.shape:
            return self.owner.value
        return self.owner if numpy else _nest(list(self.owner), self.shape)


def read(name: str, value: Any, ctype: Any) -> Array:
    """An argument; name is for the words of TypeError and ValueError."""
    if type(value) is float and ctype is DOUBLE or type(value) is int and (
            ctype is DOUBLE or _LEAST[ctype] <= value < _END[ctype]):
        try:
            return _scalar(ctype(value))
        except OverflowError as e:  # 10**400 is no double
            raise _wrong(name, ctype, e) from None
    return _read_numpy(name, value, ctype) if numpy else _read_plain(name, value, ctype)


def room(shape: tuple[int, ...], ctype: Any) -> Array:
    """An output, not yet written."""
    if not shape:
        return _scalar(ctype())
    n = math.prod(shape)
    if n * ctypes.sizeof(ctype) > sys.maxsize:
        raise MemoryError(f"no memory holds {n} values")
    if numpy:
        return _numpy_array(numpy.empty(shape, _CODE[ctype]), ctype)
    memory = (ctype * n)()
    return Array(shape, ctypes.cast(memory, ctypes.POINTER(ctype)), memory)


def _scalar(memory: Any) -> Array:
    return Array((), ctypes.pointer(memory), memory)


def _wrong(name: str, ctype: Any, why: Any = "") -> TypeError:
    return TypeError(f"{name} must be {_WHAT[ctype]}" + (f": {why}" if why else ""))


def _numpy_array(a: Any, ctype: Any) -> Array:
    if not a.shape:
        return _scalar(ctype(a.item()))
    return Array(a.shape, a.ctypes.data_as(ctypes.POINTER(ctype)), a)


def _read_numpy(name: str, value: Any, ctype: Any) -> Array:
    if isinstance(value, numpy.ma.MaskedArray) and value.mask.any():
        raise ValueError(f"{name} has masked values: fill them (missing is NaN) or leave them out")
    try:
        a = numpy.asarray(value)
    except ValueError as e:
        raise ValueError(f"{name}: {e}") from None
    if a.dtype == object:  # old NumPy makes this of ragged lists, any NumPy of None and of other objects
        raise _wrong(name, ctype)
    if a.dtype.kind not in ("fiu" if ctype is DOUBLE else "iub") and a.size:
        raise _wrong(name, ctype, f"dtype {a.dtype}")
    if ctype is not DOUBLE and a.size and not (_LEAST[ctype] <= int(a.min()) and int(a.max()) < _END[ctype]):
        raise _wrong(name, ctype, f"{a.max() if int(a.max()) >= _END[ctype] else a.min()}")
    return _numpy_array(numpy.require(a, _CODE[ctype], ["C", "A"]), ctype)


def _read_plain(name: str, value: Any, ctype: Any) -> Array:
    if isinstance(value, (int, float)):
        shape, flat = (), [value]
    elif isinstance(value, (str, bytes, bytearray)):
        raise _wrong(name, ctype, type(value).__name__)
    elif isinstance(value, (list, tuple)):
        shape, flat = _flatten(name, value)
    else:
        try:
            view = memoryview(value)
        except TypeError:
            if not isinstance(value, Sequence):
                raise _wrong(name, ctype, type(value).__name__) from None
            shape, flat = _flatten(name, value)
        else:
            if view.format == _CODE[ctype] and view.c_contiguous and not view.readonly:
                memory = (ctype * (view.nbytes // view.itemsize)).from_buffer(view.obj if view.ndim == 1 else view)
                return Array(view.shape, ctypes.cast(memory, ctypes.POINTER(ctype)), memory)
            shape, flat = _flatten(name, view.tolist())
    types = set(map(type, flat))
    if not all(issubclass(t, int) or (ctype is DOUBLE and issubclass(t, float)) for t in types) \
            or (ctype is DOUBLE and bool in types):
        raise _wrong(name, ctype, ", ".join(sorted(t.__name__ for t in types)))
    try:
        own = array.array(_CODE[ctype], flat)
    except OverflowError as e:
        raise _wrong(name, ctype, e) from None
    if not shape:
        return _scalar(ctype(own[0]))
    memory = (ctype * len(own)).from_buffer(own)
    return Array(shape, ctypes.cast(memory, ctypes.POINTER(ctype)), memory)


def _flatten(name: str, value: Sequence) -> tuple[tuple[int, ...], list]:
    shape, level = (len(value),), list(value)
    while level and isinstance(level[0], (list, tuple)):
        if any(not isinstance(row, (list, tuple)) or len(row) != len(level[0]) for row in level):
            raise ValueError(f"{name} is ragged: its rows have different lengths")
        shape, level = shape + (len(level[0]),), [x for row in level for x in row]
    return shape, level


def _nest(flat: list, shape: tuple[int, ...]) -> list:
    for n in reversed(shape[1:]):
        flat = [flat[i:i + n] for i in range(0, len(flat), n)] if n else [[] for _ in range(math.prod(shape[:-1]))]
    return flat
