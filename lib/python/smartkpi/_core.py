"""How the modules of this package call the library: errors, arguments by name, handles, tables.

A module's function is a Call: its arguments are taken by the names that the header gives them, so a type, an order
or a length cannot be mistaken.

    call = Call("skpi_urban_urgd", status, "n")
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out("n", "urgd")
    return call.run()

Axes     "n", "n n_years", "m-1", "n_years+1": the names that the header's counts have.  Every array tells how long its
         axes are; those that share one must agree (never broadcast), and counts among the parameters and in structs are
         filled in.  An axis that no array tells is stated: call.axis(n_years=30).
One      An array may come without its first axis (a scalar, one row of a matrix) or without any: then there is one
         place, and the results come without that axis too.
take     input arrays, double or int32_t as the signature says; None is NULL.
value    plain arguments: call.value(first_year=2025, budget=b); None is 0.  choice() makes numbers of names.
struct   options and input sets: call.struct("in", "n", share=share); arrays have the given axes, members that are None
         are 0 or NULL; may be called again for members with other axes, and for a struct inside ("options->fit").
         A progress member takes a Python callable (done, total); what it raises cancels the work and is raised again.
ragged   lists of places, of any lengths, one after another in members of a struct, and where each begins.
out      output arrays; outs("out", share="n n_years", error="n") those of an out struct; "" is a single value.
table    a Table: call.table("digital", table) tells the axes n and m; tables("digital", "n_definitions", list).
basis    call.basis_out("basis"), or basis_out("out", "basis") for a member: a Basis among the results.
handle   call.handle("table", h) passes a Handle; Handle._open makes one.
run      calls, raises Error, warns, and gives the only result, or an object of the class given, whose members are the
         results; those of without() and of axes that spare() names and nothing tells are None.
         With a status list the rows that fail are NaN, and the list is filled with each row's status.
"""
from __future__ import annotations

import ctypes
import math
import operator
import re
import sys
import warnings
import weakref
from typing import Any, Callable, TypeVar, overload

from . import _abi
from ._arrays import Array, DOUBLE, INT32, UINT64, read, room
from ._library import library

H = TypeVar("H", bound="Handle")
T = TypeVar("T")


class Error(ValueError):
    """A call that failed.

    status    the number, smartkpi.SKPI_ERANGE for example;  name  "SKPI_ERANGE"
    argument  the argument's name, "options->damping" for a member;  function  the C function, "" if there is none
    row, column, value  where and what, None if there is none
    """

    def __init__(self, message: str, status: int, argument: str = "", row: int | None = None,
                 column: int | None = None, value: float | None = None, function: str = "") -> None:
        super().__init__(message, status, argument, row, column, value, function)  # all of it: it may be pickled
        self.status, self.argument, self.row, self.column = status, argument, row, column
        self.value, self.function, self.name = value, function, status_name(status)

    def __str__(self) -> str:
        return self.args[0]


class SmartkpiWarning(UserWarning):
    """Values were produced, with a reservation; .status is its bit."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


def status_name(status: int) -> str:
    """Name of a status, "SKPI_EDOM"; of several warnings, that of the lowest bit."""
    return library.skpi_status_name(status).decode()


def status_message(status: int) -> str:
    """One sentence on a status."""
    return library.skpi_status_message(status).decode()


def last_error() -> str:
    """This thread's last failure in words, "" if there was none."""
    return library.skpi_last_error().decode(errors="replace")


def check(status: int, silent: int = 0) -> int:
    """Raise the failure, or warn of the warnings except those in silent."""
    if status < 0:
        words = last_error()
        e = _abi.make("skpi_error")
        library.skpi_last_error_get(ctypes.byref(e))
        if status == _abi.SKPI_ENOMEM:
            raise MemoryError(words)
        raise Error(words, status, (e.name or b"").decode(), None if e.row < 0 else e.row,
                    None if e.column < 0 else e.column,
                    None if math.isnan(e.value) and status != _abi.SKPI_ENOTFINITE else e.value,
                    (e.function or b"").decode())
    for name, bit in _abi.ENUMS["skpi_status"].items():
        if bit > 0 and status & bit & ~silent:
            frame, level = sys._getframe(), 1  # the first caller outside this package
            while frame.f_back and frame.f_globals["__name__"].partition(".")[0] == __package__:
                frame, level = frame.f_back, level + 1
            words = last_error() if bit == _abi.SKPI_WUNUSUAL else status_message(bit)
            warnings.warn(SmartkpiWarning(f"{name}: {words}", bit), stacklevel=level)
    return status


class Call:
    """One call of a C function; the module's own text says how it is written."""

    def __init__(self, function: str, status: list[int] | None = None, rows: str = "") -> None:
        self.signature = _abi.SIGNATURES[function]
        self.types = self.signature.by_name
        self.values: dict[str, Any] = {}
        self.lengths: dict[str, tuple[int, str]] = {}  # axis: its length, and who said so first
        self.many: set[str] = set()  # axes that at least one array has
        self.structs: dict[str, Any] = {}
        self.outputs: list[tuple[str, str, Any, str]] = []
        self.found: dict[str, Any] = {}  # results that are no arrays
        self.keep: list[Any] = []
        self.raised: BaseException | None = None
        self.unwanted: set[str] = set()  # results
        self.cuts: dict[str, str] = {}  # axes that a result counts
        self.spared: set[str] = set()  # axes that nothing need tell: their results are not wanted then
        self.given: set[str] = set()  # members of structs
        self.status = status
        if status is not None:
            self.out(rows, "status")

    def fail(self, status: int, argument: str, words: str, value: float | None = None) -> Error:
        return Error(f"{self.signature.name}: {argument} {words}", status, argument, value=value,
                     function=self.signature.name)

    # axes
    def axis(self, label: str | None = None, one: bool = False, /, **lengths: int) -> None:
        for name, n in lengths.items():
            n = operator.index(n)
            if n < 0:
                raise self.fail(_abi.SKPI_EINVAL, name, f"= {n} is negative", float(n))
            if name.isdigit():
                before, who = int(name), "the function"
            else:
                before, who = self.lengths.setdefault(name, (n, label or name))
            if n != before:
                raise self.fail(_abi.SKPI_EINCONSISTENT, label or name,
                                f"has {n} values along {name}, {who} has {before}", float(n))
            if not one:
                self.many.add(name)

    def input(self, label: str, axes: str, value: Any, ctype: Any) -> Any:
        a, names = read(label, value, ctype), axes.split()
        missing = len(names) - len(a.shape)
        if missing < 0:
            raise self.fail(_abi.SKPI_EINVAL, label, f"has {len(a.shape)} dimensions, not {len(names)} ({axes})")
        for name, n in zip(names, (1,) * missing + a.shape):
            name, more = _offset(name)
            self.axis(label, missing > 0, **{name: n - more})
            missing -= 1
        self.keep.append(a)
        return a.pointer

    def shape(self, axes: str, whole: bool = False) -> tuple[int, ...]:
        """Lengths of axes; those that no array has count only in the whole."""
        pairs = [_offset(name) for name in axes.split()]
        return tuple(int(name) if name.isdigit() else max(self.lengths[name][0] + more, 0)
                     for name, more in pairs if whole or name.isdigit() or name in self.many)

    # arguments
    def take(self, axes: str, **arrays: Any) -> None:
        for name, value in arrays.items():
            if value is not None:
                self.values[name] = self.input(name, axes, value, _element(self.types[name]))

    def value(self, **values: Any) -> None:
        for name, value in values.items():
            self.values[name] = self.plain(name, value, self.types[name].ctype)

    def needed(self, name: str, value: Any, choice: str, *constants: int) -> None:
        """What is passed by value has no default where the choice uses it."""
        if value is None and self.values[choice] in constants:
            raise self.fail(_abi.SKPI_EINVAL, name, f"is needed: {choice} = {constant_name(self.values[choice])} uses it")

    def plain(self, name: str, value: Any, ctype: Any) -> Any:
        if value is None:
            return 0
        if ctype is DOUBLE:
            return float(value)
        n, bits = operator.index(value), 8 * ctypes.sizeof(ctype)
        low = -2**(bits - 1) if ctype(-1).value < 0 else 0
        if not low <= n < low + 2**bits:  # ctypes would cut it off without a word
            raise self.fail(_abi.SKPI_ERANGE, name, f"= {n} does not fit {bits} bits", float(n))
        return n

    def made(self, path: str) -> Any:
        """The struct that a parameter, or a member of another struct ("options->fit"), points to, zero at first."""
        if path not in self.structs:
            outer, _, name = path.rpartition("->")
            base = _abi.MEMBERS[self.base(outer)][name].type.base if outer else self.types[path].type.base
            self.structs[path] = s = _abi.make(base)
            if outer:
                setattr(self.made(outer), name, ctypes.pointer(s))
            else:
                self.values[path] = ctypes.byref(s)
        return self.structs[path]

    def base(self, path: str) -> str:
        """Name of the C struct of that path."""
        return type(self.made(path)).__name__

    def flag(self, parameter: str, bit: int, wanted: bool | None) -> None:
        self.made(parameter).flags |= bit if wanted else 0

    def text(self, name: str, value: str) -> None:
        if not isinstance(value, str):
            raise TypeError(f"{name} must be a text")
        self.values[name] = value.encode()

    def bytes(self, name: str, axis: str, value: bytes) -> None:
        self.axis(name, **{axis: len(value)})
        self.values[name] = ctypes.create_string_buffer(bytes(value), len(value) or 1)

    def bytes_out(self, name: str, axis: str, size: int) -> None:
        self.axis(name, **{axis: size})
        self.values[name] = self.found[name] = ctypes.create_string_buffer(size or 1)

    def ragged(self, parameter: str, first: str, axis: str, /, **members: Any) -> None:
        """Lists of places one after another; one list of numbers is one place."""
        lists = {name: _rows(value) for name, value in members.items()}
        who, (before, _) = next(iter(lists.items()))
        for name, (rows, one) in lists.items():
            self.axis(name, one, **{axis: len(rows)})
            for i, (row, other) in enumerate(zip(rows, before)):
                if len(row) != len(other):
                    raise self.fail(_abi.SKPI_EINCONSISTENT, name,
                                    f"of place {i} has {len(row)} values, {who} has {len(other)}")
        begins = [0]
        for row in before:
            begins.append(begins[-1] + len(row))
        memory = (ctypes.c_size_t * len(begins))(*begins)
        setattr(self.made(parameter), first, ctypes.cast(memory, ctypes.POINTER(ctypes.c_size_t)))
        self.keep.append(memory)
        self.struct(parameter, "n_observations", **{name: [x for row in rows for x in row]
                                                    for name, (rows, _) in lists.items()})

    def struct(self, parameter: str, axes: str = "", /, **members: Any) -> None:
        s = self.made(parameter)
        kinds = _abi.MEMBERS[type(s).__name__]
        for name, value in members.items():
            if value is None:
                continue
            kind = kinds[name]
            self.given.add(name)
            if isinstance(value, (Table, Basis)):
                inner = value.struct if isinstance(value, Table) else value.struct()
                setattr(s, name, ctypes.pointer(inner))
                self.keep += [value, inner]
            elif isinstance(value, Handle):
                setattr(s, name, value.pointer)
                self.keep.append(value)
            elif kind.type.base in _abi.CALLBACKS:
                setattr(s, name, self.progress(kind.ctype, value))
            elif kind.type.base == "char" and kind.type.depth == 1:
                setattr(s, name, value.encode())
            elif kind.type.base == "char":
                setattr(s, name, self.texts(name, axes, value))
            elif kind.type.depth:
                setattr(s, name, self.input(name, axes, value, _element(kind)))
            else:
                setattr(s, name, self.plain(name, value, kind.ctype))

    def texts(self, label: str, axis: str, value: Any) -> Any:
        texts = list(value) if not isinstance(value, str) else None
        if texts is None or not all(isinstance(t, str) for t in texts):
            raise TypeError(f"{label} must be a list of texts")
        self.axis(label, **{axis: len(texts)})
        a = (ctypes.c_char_p * len(texts))(*(t.encode() for t in texts))
        self.keep.append(a)
        return ctypes.cast(a, ctypes.POINTER(ctypes.c_char_p))

    def progress(self, ctype: Any, callable_: Any) -> Any:
        def step(done: int, total: int, user: Any) -> int:
            try:
                return 1 if callable_(done, total) else 0
            except BaseException as e:  # KeyboardInterrupt too: C cannot carry it
                self.raised = e
                return 1
        self.keep.append(ctype(step))
        return self.keep[-1]

    def shared(self, parameter: str, value: Any) -> None:
        """A set of inputs that is a class by itself."""
        if not hasattr(value, "_give"):
            raise TypeError(f"{parameter} must be what this module's class of that name makes")
        value._give(self, parameter)

    def table(self, parameter: str, table: Table) -> None:
        self.tell(table)
        self.values[parameter] = ctypes.byref(table.struct)

    def tables(self, parameter: str, axis: str, tables: Any) -> None:
        tables = list(tables)
        self.axis(parameter, **{axis: len(tables)})
        for t in tables[:1]:
            self.tell(t)
        pointers = (ctypes.POINTER(_abi.STRUCTS["skpi_table"]) * len(tables))(
            *(ctypes.pointer(t.struct) for t in tables))
        self.keep += [tables, pointers]
        self.values[parameter] = pointers

    def tell(self, table: Table) -> None:
        if not isinstance(table, Table):
            raise TypeError(f"{self.signature.name}: {type(table).__name__} where a Table is needed")
        if "m" not in self.lengths:  # unequal tables are the library's to refuse, before it writes
            self.axis("value", table.one, n=table.struct.n)
            self.axis("value", m=table.struct.m)

    def handle(self, parameter: str, handle: Handle) -> None:
        if not isinstance(handle, Handle):
            raise TypeError(f"{self.signature.name}: {parameter} must be a handle, not {type(handle).__name__}")
        self.values[parameter] = handle.pointer
        self.keep.append(handle)

    # outputs
    def out(self, axes: str, *names: str) -> None:
        for name in names:
            self.outputs.append((name, axes, _element(self.types[name]), ""))

    def outs(self, parameter: str, /, **axes: str) -> None:
        kinds = _abi.MEMBERS[self.base(parameter)]
        for name, axis in axes.items():
            self.outputs.append((name, axis, _element(kinds[name]), parameter))

    def spare(self, axis: str) -> None:
        self.spared.add(axis)

    def without(self, names: Any) -> None:
        """Results of these names are not computed."""
        self.unwanted.update(names)
        for name in set(names) - {name for name, *_ in self.outputs}:
            raise self.fail(_abi.SKPI_EINVAL, "without", f'has "{name}", which is no result')

    def lacking(self, source: Any, needed: str, *names: str) -> None:
        """Results that a handle, or inputs, cannot give without what they need."""
        if needed not in source._given if isinstance(source, Handle) else getattr(source, needed) is None:
            self.unwanted.update(names)

    def cut(self, axis: str, count: str) -> None:
        """A room of which a result counts what is used."""
        self.cuts[axis] = count

    def basis_out(self, parameter: str, member: str = "") -> None:
        if member:  # of an out struct
            self.found[member] = _abi.make("skpi_basis")
            setattr(self.made(parameter), member, ctypes.pointer(self.found[member]))
        else:
            self.found[parameter] = self.made(parameter)

    @overload
    def run(self) -> Any: ...

    @overload
    def run(self, results: Callable[..., T]) -> T: ...

    def run(self, results: Any = None) -> Any:
        status, found = self.call()
        if self.status is not None:
            rows = found.pop("status")
            self.status[:] = [rows] if isinstance(rows, int) else [int(one) for one in rows]
        check(status, _abi.SKPI_WROWS if self.status is not None else 0)
        return results(**found) if results else next(iter(found.values()), None)

    def counts(self) -> None:
        """Fills in the counts in structs, by the axes."""
        for name, s in self.structs.items():
            for m in _abi.MEMBERS[type(s).__name__].values():
                if m.type.base in ("size_t", "uint64_t") and not m.type.depth and m.name in self.lengths:
                    setattr(s, m.name, self.lengths[m.name][0])

    def call(self) -> tuple[int, dict[str, Any]]:
        """Call; a failure is raised, warnings are the status."""
        for name, axes, ctype, parent in self.outputs:
            untold = {n for n, _ in map(_offset, axes.split()) if not n.isdigit()} - set(self.lengths)
            if untold - self.spared:
                raise TypeError(f"{self.signature.name}: no argument tells {', '.join(sorted(untold - self.spared))}")
            if name in self.unwanted or untold:
                self.found[name] = self.values[name] = None  # of what was not asked for
                continue
            memory = room(self.shape(axes), ctype)
            self.found[name] = memory
            if parent:
                setattr(self.structs[parent], name, memory.pointer)
            else:
                self.values[name] = memory.pointer
        self.counts()
        arguments = []
        for p in self.signature.parameters:
            if p.type.base == "size_t" and not p.type.depth and p.name in self.lengths:
                self.values[p.name] = self.lengths[p.name][0]
            arguments.append(self.values.get(p.name, None if p.type.depth else 0))
        status = getattr(library, self.signature.name)(*arguments)
        if self.raised:
            raise self.raised
        if status < 0:
            check(status)
        found = {name: Basis.of(v) if isinstance(v, _abi.STRUCTS["skpi_basis"]) else v.value() if isinstance(v, Array)
                 else v.raw if isinstance(v, ctypes.Array) else v for name, v in self.found.items()}
        for name, axes, *_ in self.outputs:
            if axes in self.cuts:
                found[name] = found[name][:found[self.cuts[axes]]]
        return status, found


def _element(p: Any) -> Any:
    """What a pointer parameter points to."""
    return {"double": DOUBLE, "int32_t": INT32, "uint64_t": UINT64, "size_t": ctypes.c_size_t}[p.type.base]


def _offset(axis: str) -> tuple[str, int]:
    """("n_years", 1) of "n_years+1"."""
    m = re.match(r"(.*?)([+-][0-9])?$", axis)
    return m[1], int(m[2] or 0)


def _rows(value: Any) -> tuple[list[Any], bool]:
    """Lists of places, and whether there is one place alone."""
    rows = list(value)
    one = bool(rows) and not hasattr(rows[0], "__len__")
    return ([rows], True) if one else (rows, False)


def choice(tag: str, label: str, value: Any) -> Any:
    """Numbers of an enum's choices by their names in small letters; numbers and None stay as they are."""
    if isinstance(value, str):
        number = _abi.ENUMS[tag].get(f"{tag}_{value}".upper())
        if number is None:
            known = ", ".join(f'"{n[len(tag) + 1:].lower()}"' for n in _abi.ENUMS[tag])
            raise Error(f'{label} = "{value}" is none of {known}', _abi.SKPI_EINVAL, label)
        return number
    return [choice(tag, label, v) for v in value] if isinstance(value, (list, tuple)) else value


def constant_name(value: int) -> str:
    return library.skpi_constant_name(value).decode()


def plain(function: str, *values: Any) -> Any:
    """What a function that cannot fail gives."""
    call, signature = Call(function), _abi.SIGNATURES[function]
    made = [v.encode() if isinstance(v, str) else v if p.type.depth else call.plain(p.name, v, p.ctype)
            for p, v in zip(signature.parameters, values)]
    found = getattr(library, function)(*made)
    return found.decode() if isinstance(found, bytes) else found


class Handle:
    """An object of the library: a context manager, closed at the latest when Python lets go of it.

    Methods that only read it may be called by many threads, others and close by one at a time.  A subclass names its
    free function in _free and, at the end of __init__, calls self._open(call, "table") with the call of the new
    function and the parameter that receives the handle.
    """

    _free = ""

    def _open(self, call: Call, parameter: str) -> None:
        base = call.types[parameter].type.base
        pointer = ctypes.POINTER(_abi.HANDLES[base])()
        call.values[parameter] = ctypes.byref(pointer)
        status, _ = call.call()
        self._keep, self._given = call.keep, call.given
        self._pointer = pointer
        self._closer = weakref.finalize(self, getattr(library, self._free), pointer)
        check(status)

    @property
    def pointer(self) -> Any:
        """What C is given; Error (SKPI_ESTATE) once it is closed."""
        if not self._closer.alive:
            raise Error(f"{type(self).__name__} is closed", _abi.SKPI_ESTATE)
        return self._pointer

    def close(self) -> None:
        """Free it; a second time does nothing."""
        self._closer()

    def __enter__(self: H) -> H:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


from ._base import Basis, Table  # noqa: E402  (they use Error and check)
