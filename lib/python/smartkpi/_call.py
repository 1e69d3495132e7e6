"""How the modules of this package call the library.

A module's function is a Call: its arguments are taken by the names that the header gives them, so a type, an order
or a length cannot be mistaken.

    call = Call("skpi_urban_urgd", status, "n")
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out(urgd="n")
    return call.run()

Axes    "n", "n n_years", "m-1", "n_years+1": the names that the header's counts have.  Every array tells how long its
        axes are; those that share one must agree (never broadcast), and counts among the parameters and in structs are
        filled in.  An axis that no array tells is stated: call.axis(n_years=30).
One     An array may come without its first axis (a scalar, one row of a matrix) or without any: then there is one
        place, and the results come without that axis too.
None    is NULL or 0.
Status  a list that is filled with each row's status; the rows that fail are NaN then.
"""
from __future__ import annotations

import ctypes
import functools
import operator
import re
from itertools import accumulate
from typing import Any, Callable, TypeVar, overload

from . import _abi
from ._arrays import Array, number, read, room
from ._base import Basis, Table
from ._errors import Error, check, small
from ._handle import Handle
from ._library import library

T = TypeVar("T")
_TABLE = ctypes.POINTER(_abi.STRUCTS["skpi_table"])


class Call:
    """One call of a C function."""

    def __init__(self, function: str, status: list[int] | None = None, rows: str = "") -> None:
        self.signature = _abi.SIGNATURES[function]
        self.types = self.signature.by_name
        self.values: dict[str, Any] = {}
        self.lengths: dict[str, tuple[int, str]] = {}  # axis: its length, and the argument that gave it first
        self.many: set[str] = set()  # axes that at least one array has
        self.structs: dict[str, Any] = {}
        self.outputs: list[tuple[str, str, Any, str]] = []
        self.found: dict[str, Any] = {}  # results by name
        self.skipped: set[str] = set()  # names of results that are None
        self.cuts: dict[str, str] = {}  # axes whose used length a result gives
        self.given: set[str] = set()  # members of structs that were given
        self.keep: list[Any] = []  # objects that a handle may still read
        self.raised: BaseException | None = None
        self.status = status
        if status is not None:
            self.out(status=rows)

    # --- axes
    def axis(self, label: str | None = None, /, **lengths: int) -> None:
        for name, n in lengths.items():
            n = operator.index(n)
            if n < 0:
                raise Error(f"{name} = {n} is negative", _abi.SKPI_EINVAL, name, value=float(n))
            self.tell(label or name, name, n)

    def untold(self, axis: str) -> None:
        """An axis has length 0 if nothing told another."""
        if axis not in self.lengths:
            self.tell(axis, axis, 0)

    def tell(self, who: str, axis: str, n: int, many: bool = True) -> None:
        before, first = (int(axis), "the function") if axis.isdigit() else self.lengths.setdefault(axis, (n, who))
        if n != before:
            raise Error(f"{who} has {n} values along {axis}, {first} has {before}", _abi.SKPI_EINCONSISTENT, who,
                        value=float(n))
        if many:
            self.many.add(axis)

    def array(self, label: str, axes: str, value: Any, ctype: Any) -> Any:
        a, names = read(label, value, ctype), _axes(axes)
        missing = len(names) - len(a.shape)
        if missing < 0:
            raise Error(f"{label} has {len(a.shape)} dimensions, not {len(names)} ({axes})", _abi.SKPI_EINVAL, label)
        for name, more in names[:missing]:
            self.tell(label, name, 1 - more, False)
        for (name, more), n in zip(names[missing:], a.shape):
            self.tell(label, name, n - more)
        return a.pointer

    # --- arguments
    def take(self, axes: str = "", /, **arguments: Any) -> None:
        for name, value in arguments.items():
            p = self.types[name]
            if value is not None or p.type.base == "char":  # a text has no default value
                self.values[name] = self.passed(name, p, axes, value)

    def struct(self, path: str, axes: str = "", /, **members: Any) -> None:
        """Takes the members of a parameter ("options"), or of a struct inside one ("options->fit"); all of them have
        these axes."""
        s = self.made(path)
        kinds = _abi.MEMBERS[type(s).__name__]
        for name, value in members.items():
            if value is not None:
                self.given.add(name)
                setattr(s, name, self.passed(name, kinds[name], axes, value))

    def made(self, path: str) -> Any:
        """The struct with that path, which is made of zeros at first."""
        if path not in self.structs:
            outer, _, name = path.rpartition("->")
            kinds = _abi.MEMBERS[type(self.made(outer)).__name__] if outer else self.types
            self.structs[path] = s = _abi.make(kinds[name].type.base)
            self.put(outer, name, ctypes.pointer(s))
        return self.structs[path]

    def put(self, outer: str, name: str, pointer: Any) -> None:
        if outer:
            setattr(self.made(outer), name, pointer)
        else:
            self.values[name] = pointer

    def passed(self, label: str, p: Any, axes: str, value: Any) -> Any:
        """A value as C takes it; p is its parameter or member."""
        if p.element:
            return self.array(label, axes, value, p.element)
        base, depth = p.type.base, p.type.depth
        if base in _abi.CALLBACKS:
            return self.progress(p.ctype, value)
        if not depth:
            return number(label, value, p.ctype)
        if base == "char":
            return _text(label, value) if depth == 1 else self.texts(label, axes, value)
        if base == "skpi_table" and depth == 1:
            return self.table(label, value, self.types.get(label) is p)
        if base == "skpi_table":
            pointers = [self.table(label, t, True) for t in value]
            self.axis(label, **{axes: len(pointers)})
            return (_TABLE * len(pointers))(*pointers)
        if base == "skpi_basis":
            return ctypes.pointer(value.struct())
        if base == "void":  # memory for bytes
            self.axis(label, **{axes: len(value)})
            return ctypes.create_string_buffer(bytes(value), len(value) or 1)
        return self.handle(label, value)

    def table(self, label: str, table: Table, tells: bool) -> Any:
        if not isinstance(table, Table):
            raise TypeError(f"{label} must be a Table, not {type(table).__name__}")
        if tells and "m" not in self.lengths:  # the library refuses tables of different sizes before it writes anything
            self.tell("value", "n", table.struct.n, not table.one)
            self.tell("value", "m", table.struct.m)
        self.keep.append(table)
        return ctypes.pointer(table.struct)

    def texts(self, label: str, axis: str, value: Any) -> Any:
        if isinstance(value, str):
            raise TypeError(f"{label} must be a list of texts")
        texts = [_text(label, t) for t in value]
        self.axis(label, **{axis: len(texts)})
        return (ctypes.c_char_p * len(texts))(*texts)

    def progress(self, ctype: Any, callable_: Any) -> Any:
        """Takes a Python callable (done, total). An exception that it raises cancels the work and is raised again
        afterwards."""
        def step(done: int, total: int, user: Any) -> int:
            try:
                return 1 if callable_(done, total) else 0
            except BaseException as e:  # KeyboardInterrupt too, because C cannot pass it on
                self.raised = e
                return 1
        self.keep.append(ctype(step))
        return self.keep[-1]

    def handle(self, name: str, handle: Any, *axes: str) -> Any:
        """Takes a Handle; axes are those whose lengths it gives."""
        if not isinstance(handle, Handle):
            raise TypeError(f"{name} must be a handle, not {type(handle).__name__}")
        self.keep.append(handle)
        self.values[name] = handle.pointer
        for axis in axes:
            self.tell(name, f"{name}->{axis}", getattr(handle, axis))
        return handle.pointer

    def shared(self, parameter: str, value: Any) -> None:
        """Takes a set of inputs that has a class of its own."""
        if not hasattr(value, "_give"):
            raise TypeError(f"{parameter} must be what this module's class of that name makes")
        value._give(self, parameter)

    def ragged(self, path: str, first: str, axis: str, /, **members: Any) -> None:
        """Takes lists of any length, one for each place, and passes them one after another with the position at which
        each begins. A single list of numbers is that of one place."""
        lists = {name: _rows(value) for name, value in members.items()}
        who, (before, _) = next(iter(lists.items()))
        for name, (rows, one) in lists.items():
            self.tell(name, axis, len(rows), not one)
            for i, (row, other) in enumerate(zip(rows, before)):
                if len(row) != len(other):
                    raise Error(f"{name} of place {i} has {len(row)} values, {who} has {len(other)}",
                                _abi.SKPI_EINCONSISTENT, name)
        begins = [0, *accumulate(map(len, before))]
        setattr(self.made(path), first, (ctypes.c_size_t * len(begins))(*begins))
        self.struct(path, "n_observations", **{name: [x for row in rows for x in row]
                                               for name, (rows, _) in lists.items()})

    def needed(self, name: str, value: Any, choice: str, *constants: int) -> None:
        """Refuses to leave out an argument that is passed by value and that this choice needs."""
        chosen = self.values.get(choice)
        if value is None and chosen in constants:
            word = small(library.skpi_constant_name(chosen).decode())
            raise Error(f"{name} is needed: {choice} = {word} uses it", _abi.SKPI_EINVAL, name)

    # --- results
    def out(self, path: str = "", /, **axes: str) -> None:
        """Adds results: arrays with these axes ("" is a single value), a Basis or bytes. They are parameters, or
        members of an out struct."""
        kinds = _abi.MEMBERS[type(self.made(path)).__name__] if path else self.types
        for name, axis in axes.items():
            p = kinds[name]
            if p.element:
                self.outputs.append((name, axis, p.element, path))
                continue
            self.found[name] = made = _abi.make("skpi_basis") if p.type.base == "skpi_basis" else \
                ctypes.create_string_buffer(self.lengths[axis][0] or 1)
            self.put(path, name, ctypes.pointer(made) if p.type.base == "skpi_basis" else made)

    def filled(self, path: str, *names: str) -> None:
        """Adds results that are members of a struct which the call fills: numbers and static texts."""
        s = self.made(path)
        self.found.update({name: _Member(s, name) for name in names})

    def skip(self, *names: str) -> None:
        """Adds results that are None because they are not computed."""
        self.skipped.update(names)
        for name in self.skipped - {name for name, *_ in self.outputs}:
            raise Error(f'without has "{name}", which is not a result', _abi.SKPI_EINVAL, "without")

    @overload
    def run(self) -> Any: ...

    @overload
    def run(self, results: Callable[..., T]) -> T: ...

    def run(self, results: Any = None) -> Any:
        """Makes the call. Gives its only result, or an object of the class whose members are the results."""
        status, found = self.call()
        if self.status is not None:
            rows = found.pop("status")
            self.status[:] = [rows] if isinstance(rows, int) else [int(one) for one in rows]
        check(status, _abi.SKPI_WROWS if self.status is not None else 0)
        return results(**found) if results else next(iter(found.values()), None)

    def call(self) -> tuple[int, dict[str, Any]]:
        """Makes the call. A failure is raised; the status has the warnings."""
        lengths, values = self.lengths, self.values
        for name, axes, ctype, path in self.outputs:
            if name in self.skipped:
                self.found[name] = None
                continue
            self.found[name] = memory = room(self.shape(axes), ctype)
            self.put(path, name, memory.pointer)
        for s in self.structs.values():
            for name in _abi.COUNTS[type(s).__name__]:
                if name in lengths:
                    setattr(s, name, lengths[name][0])
        for name in self.signature.counts:
            if name in lengths:
                values[name] = lengths[name][0]
        status = getattr(library, self.signature.name)(*[
            values[p.name] if p.name in values else None if p.type.depth else 0 for p in self.signature.parameters])
        if self.raised:
            raise self.raised
        if status < 0:
            check(status)
        found = {name: _value(result) for name, result in self.found.items()}
        for name, axes, *_ in self.outputs:
            if axes in self.cuts:  # the array is room for more, and a result gives the length that is used
                found[name] = found[name][:found[self.cuts[axes]]]
        return status, found

    def shape(self, axes: str) -> tuple[int, ...]:
        """The lengths of those axes that at least one array has."""
        for name, _ in _axes(axes):
            if name not in self.lengths and not name.isdigit():
                raise TypeError(f"{self.signature.name}: no argument tells {name}")
        return tuple(int(name) if name.isdigit() else max(self.lengths[name][0] + more, 0)
                     for name, more in _axes(axes) if name in self.many or name.isdigit())


@functools.lru_cache(maxsize=None)
def _axes(axes: str) -> list[tuple[str, int]]:
    """"n n_years+1" as [("n", 0), ("n_years", 1)]."""
    found = [re.match(r"(.*?)([+-][0-9])?$", axis) for axis in axes.split()]
    return [(m[1], int(m[2] or 0)) for m in found]


class _Member:
    """A member of a struct, whose value is known after the call."""

    def __init__(self, struct: Any, name: str) -> None:
        self.struct, self.name = struct, name

    def value(self) -> Any:
        value = getattr(self.struct, self.name)
        return value.decode() if isinstance(value, bytes) else value


def _value(result: Any) -> Any:
    """The value of a result for the caller."""
    if isinstance(result, (Array, _Member)):
        return result.value()
    if isinstance(result, _abi.STRUCTS["skpi_basis"]):
        return Basis.of(result)
    return result.raw if isinstance(result, ctypes.Array) else result


def _text(label: str, value: Any) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"{label} must be text, not {type(value).__name__}")
    return value.encode()


def _rows(value: Any) -> tuple[list[Any], bool]:
    """Lists of places, and whether it was a single place."""
    rows = list(value)
    one = bool(rows) and not hasattr(rows[0], "__len__")
    return ([rows], True) if one else (rows, False)


def choice(tag: str, label: str, value: Any) -> Any:
    """The numbers of an enum's choices from their names in lower case. Numbers and None are unchanged."""
    if isinstance(value, str):
        number = _abi.ENUMS[tag].get(f"{tag}_{value}".upper())
        if number is None:
            known = ", ".join(map(small, _abi.ENUMS[tag]))
            raise Error(f'{label} = "{value}" is none of {known}', _abi.SKPI_EINVAL, label)
        return number
    return [choice(tag, label, v) for v in value] if isinstance(value, (list, tuple)) else value


def plain(function: str, *values: Any) -> Any:
    """The result of a function that cannot fail."""
    made = [_text(p.name, v) if p.type.base == "char" else v if p.type.depth else number(p.name, v, p.ctype)
            for p, v in zip(_abi.SIGNATURES[function].parameters, values)]
    found = getattr(library, function)(*made)
    return found.decode(errors="replace") if isinstance(found, bytes) else found
