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
import operator
import sys
from collections.abc import Sequence
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
_DTYPE = {ctype: numpy.dtype(code) for ctype, code in _CODE.items()} if numpy else {}
_FIRST = {ctype: ctype * 1 for ctype in (*_CODE, ctypes.c_int64, ctypes.c_size_t)}  # arrays of one
_RANGE = {INT32: range(-2**31, 2**31), ctypes.c_int64: range(-2**63, 2**63), ctypes.c_uint32: range(2**32),
          UINT64: range(2**64)}


class Array:
    """Memory for C: its shape, a pointer to it, and the object that owns it."""

    __slots__ = "shape", "pointer", "owner"

    def __init__(self, shape: tuple[int, ...], pointer: Any, owner: Any) -> None:
        self.shape, self.pointer, self.owner = shape, pointer, owner

    def value(self) -> Any:
        """The value that the caller gets."""
        if not self.shape:
            return self.owner[0]
        return self.owner if numpy else _nest(self.owner.tolist(), self.shape)


def number(name: str, value: Any, ctype: Any) -> Any:
    """One number passed by value. It is checked here, because ctypes would cut off a number that does not fit, without
    an error."""
    if ctype is DOUBLE:
        return float(value)
    n = operator.index(value)
    if n not in _RANGE[ctype]:
        bits = 8 * ctypes.sizeof(ctype)
        raise Error(f"{name} = {n} does not fit {bits} bits", _abi.SKPI_ERANGE, name, value=float(n))
    return n


def read(name: str, value: Any, ctype: Any) -> Array:
    """An input array; name is used in TypeError and ValueError."""
    if type(value) is float and ctype is DOUBLE or type(value) is int and (ctype is DOUBLE or value in _RANGE[ctype]):
        try:
            return _scalar(value, ctype)
        except OverflowError as e:  # 10**400 is not a double
            raise _wrong(name, ctype, e) from None
    return _read_numpy(name, value, ctype) if numpy else _read_plain(name, value, ctype)


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


def _scalar(value: Any, ctype: Any) -> Array:
    memory = _FIRST[ctype](value)
    return Array((), memory, memory)


def _buffer(shape: tuple[int, ...], owner: Any, ctype: Any) -> Array:
    """Writable memory as an array. If it has no values, the pointer points to one of its own, because there must be
    something to point to."""
    return Array(shape, _FIRST[ctype].from_buffer(owner) if 0 not in shape else _FIRST[ctype](), owner)


def _wrong(name: str, ctype: Any, why: Any = "") -> TypeError:
    return TypeError(f"{name} must be {_WHAT[ctype]}" + (f": {why}" if why else ""))


def _read_numpy(name: str, value: Any, ctype: Any) -> Array:
    if type(value) is numpy.ndarray and value.dtype == _DTYPE[ctype] and value.flags.carray and value.shape:
        return _buffer(value.shape, value, ctype)
    if isinstance(value, numpy.ma.MaskedArray) and value.mask.any():
        raise ValueError(f"{name} has masked values: fill them (missing is NaN) or leave them out")
    try:
        a = numpy.asarray(value)
    except ValueError as e:
        raise ValueError(f"{name}: {e}") from None
    if a.dtype == object:  # old NumPy: ragged lists; any: None and other objects
        raise _wrong(name, ctype)
    if a.dtype.kind not in ("fiu" if ctype is DOUBLE else "iub") and a.size:
        raise _wrong(name, ctype, f"dtype {a.dtype}")
    if ctype is not DOUBLE and a.size:
        for end in int(a.min()), int(a.max()):
            if end not in _RANGE[ctype]:
                raise _wrong(name, ctype, end)
    if not a.shape:
        return _scalar(a.item(), ctype)
    a = numpy.require(a, _CODE[ctype], ["C", "A"])
    return _buffer(a.shape, a, ctype) if a.flags.writeable else Array(
        a.shape, a.ctypes.data_as(ctypes.POINTER(ctype)), a)


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
                return _buffer(view.shape, view, ctype)
            shape, flat = _flatten(name, view.tolist())
    types = set(map(type, flat))
    if not all(issubclass(t, int) or (ctype is DOUBLE and issubclass(t, float)) for t in types) \
            or (ctype is DOUBLE and bool in types):
        raise _wrong(name, ctype, ", ".join(sorted(t.__name__ for t in types)))
    try:
        own = array.array(_CODE[ctype], flat)
    except OverflowError as e:
        raise _wrong(name, ctype, e) from None
    return _buffer(shape, own, ctype) if shape else _scalar(own[0], ctype)


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
