"""How the modules of this package call the library.

A module's function is a Call: its arguments are taken by the names that the header gives them, so a type, an order
or a length cannot be mistaken.

    call = Call("skpi_urban_urgd", status, "n")
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out(urgd="n")
    return call.run()

Axes    "n", "n n_years", "m-1", "n_years+1": the names that the header's counts have.  Every array tells how long its
        axes are; those that share one must agree (a list of one is not repeated), and counts among the parameters and in structs are
        filled in.  An axis that no array tells is stated: call.axis(n_years=30).
One     An array may come without its first axis (a scalar, one row of a matrix) or without any: then there is one
        place, and the results come without that axis too.  A scalar beside columns is the value of each of their rows.
None    is NULL or 0.
Status  a list that is filled with each row's status; the rows that fail are NaN then.
"""
from __future__ import annotations

import ctypes
import dataclasses
import difflib
import functools
import re
import sys
import threading
from itertools import accumulate
from typing import Any, Callable, TypeVar, overload

from . import _abi
from ._arrays import Array, a_kind, listed, number, numpy, read, repeated, room, whole
from ._base import Basis, Table
from ._choice import choice as choice  # the modules have it from here
from ._errors import Error, check, small
from ._handle import Handle, using
from ._library import library
from ._watch import Watch

T = TypeVar("T")
C = TypeVar("C", bound=Any)
_TABLE = ctypes.POINTER(_abi.STRUCTS["skpi_table"])


class Call:
    """One call of a C function."""

    # what few calls have
    skipped: frozenset[str] = frozenset()  # names of results that are None
    cuts: dict[str, str] = {}  # axes whose used length a result gives; assigned as a whole
    gaps: frozenset[str] = frozenset()  # arguments with values that were NA
    watch: Watch | None = None  # of a call that may last
    handles: dict[Handle, bool] = {}  # whether the call changes them; assigned as a whole

    def __init__(self, function: str, status: list[int] | None = None, rows: str = "", *,
                 unknown: dict[str, Any] | None = None) -> None:
        if unknown:
            _refuse(sys._getframe(1), unknown)
        self.signature = _abi.SIGNATURES[function]
        self.types = self.signature.by_name
        self.values: dict[str, Any] = {}
        self.lengths: dict[str, tuple[int, str]] = {}  # axis: its length, and the argument that gave it first
        self.many: set[str] = set()  # axes that at least one array has
        self.structs: dict[str, Any] = {}
        self.outputs: list[tuple[str, str, Any, str]] = []
        self.found: dict[str, Any] = {}  # results by name
        self.given: set[str] = set()  # members of structs that were given
        self.scalars: list[tuple[Any, str, list[tuple[str, int]], Array, Any]] = []  # in place of arrays
        self.keep: list[Any] = []  # objects that a handle may still read
        self.arrays: list[Array] = []  # not every pointer keeps its memory
        self.status = status
        if status is not None:
            if not isinstance(status, list):
                raise TypeError(f"status is a list, which the call fills, and no {type(status).__name__}")
            self.out(status=rows)

    # --- axes
    def axis(self, label: str | None = None, /, **lengths: int) -> None:
        for name, n in lengths.items():
            n = whole(name, n)
            if -2**63 <= n < 0:
                raise Error(f"{name} = {n} is negative", _abi.SKPI_EINVAL, name, value=float(n))
            self.tell(label or name, name, number(name, n, ctypes.c_size_t))

    def untold(self, axis: str) -> None:
        """An axis has length 0 if nothing told another."""
        if axis not in self.lengths and not any((axis, 0) in names for _, _, names, *_ in self.scalars):
            self.tell(axis, axis, 0)

    def tell(self, who: str, axis: str, n: int, many: bool = True) -> None:
        before, first = (int(axis), "the function") if axis.isdigit() else self.lengths.setdefault(axis, (n, who))
        if n != before:
            raise Error(f"{who} has {n} values along {axis}, {first} has {before}", _abi.SKPI_EINCONSISTENT, who,
                        value=float(n))
        if many:
            self.many.add(axis)

    def array(self, label: str, axes: str, value: Any, ctype: Any, struct: Any) -> Any:
        a, names = read(label, value, ctype), _axes(axes)
        self.arrays.append(a)
        if a.gaps:
            self.gaps |= {label}
        if not a.shape and names and not any(name.isdigit() for name, _ in names):
            self.scalars.append((struct, label, names, a, ctype))
            return a.pointer
        missing = len(names) - len(a.shape)
        if missing < 0:
            raise Error(f"{label} has {len(a.shape)} dimensions, not {len(names)} ({axes})", _abi.SKPI_EINVAL, label)
        for name, more in names[:missing]:
            self.tell(label, name, 1 - more, False)
        for (name, more), n in zip(names[missing:], a.shape):
            self.tell(label, name, n - more)
        return a.pointer

    def repeat(self) -> None:
        """Repeats the scalars along the axes that arrays have; other axes have length 1."""
        for struct, label, names, a, ctype in self.scalars:
            n, lengths = 1, self.lengths
            for name, more in names:
                if name not in lengths:
                    lengths[name] = (1 - more, label)
                else:
                    n *= lengths[name][0] + more
            if n > 1:
                pointer = repeated(a, n, ctype).pointer
                if struct is None:
                    self.values[label] = pointer
                else:
                    setattr(struct, label, pointer)
        self.scalars.clear()

    # --- arguments
    def take(self, axes: str = "", /, **arguments: Any) -> None:
        for name, value in arguments.items():
            p = self.types[name]
            if value is not None and p.element:
                self.values[name] = self.array(name, axes, value, p.element, None)
            elif value is not None or p.type.base == "char":  # a text has no default value
                self.values[name] = self.passed(name, p, axes, value)

    def struct(self, path: str, axes: str = "", /, **members: Any) -> None:
        """Takes the members of a parameter ("options"), or of a struct inside one ("options->fit"); all of them have
        these axes."""
        s = self.made(path)
        kinds = _abi.MEMBERS[type(s).__name__]
        for name, value in members.items():
            if value is not None:
                self.given.add(name)
                setattr(s, name, self.passed(name, kinds[name], axes, value, s, path))

    def made(self, path: str) -> Any:
        """The struct with that path, which is made of zeros at first."""
        if path not in self.structs:
            outer, _, name = path.rpartition("->")
            self.structs[path] = s = _abi.make(self.kind(path).type.base)
            self.put(outer, name, ctypes.pointer(s))
        return self.structs[path]

    def kind(self, path: str) -> Any:
        """The parameter, or the member of a struct, with that path."""
        outer, _, name = path.rpartition("->")
        return (_abi.MEMBERS[type(self.made(outer)).__name__] if outer else self.types)[name]

    def put(self, outer: str, name: str, pointer: Any) -> None:
        if outer:
            setattr(self.made(outer), name, pointer)
        else:
            self.values[name] = pointer

    def passed(self, label: str, p: Any, axes: str, value: Any, struct: Any = None, path: str = "") -> Any:
        """A value as C takes it; p is its parameter, or its member of the struct with that path."""
        if p.element:
            return self.array(label, axes, value, p.element, struct)
        base, depth = p.type.base, p.type.depth
        if not depth:
            return number(label, value, p.ctype)
        if base == "char":
            return _text(label, value) if depth == 1 else self.texts(label, axes, value)
        if base == "skpi_table" and depth == 1:
            return self.table(label, value, self.types.get(label) is p)
        if base == "skpi_table":
            tables = [value] if isinstance(value, Table) else listed(label, value, "a list of Tables")
            pointers = [self.table(f"{label}[{i}]", t, True) for i, t in enumerate(tables)]
            self.axis(label, **{axes: len(pointers)})
            if not pointers and "m" not in self.lengths:  # no table tells its size; the library refuses an empty list
                self.axis(n=0, m=0)
            return (_TABLE * len(pointers))(*pointers)
        if base == "skpi_basis":
            if not isinstance(value, Basis):
                raise TypeError(f"{label} must be a smartkpi.Basis, not {a_kind(value)}")
            return ctypes.pointer(value._struct())
        if base == "void":  # memory for bytes
            try:
                value = bytes(memoryview(value))
            except TypeError:
                raise TypeError(f"{label} must be bytes, not {a_kind(value)}") from None
            self.axis(label, **{axes: len(value)})
            return ctypes.create_string_buffer(value, len(value) or 1)
        return self.handle(label if label in self.types else f"{path}->{label}", value)

    def table(self, label: str, table: Table, tells: bool) -> Any:
        if not isinstance(table, Table):
            raise TypeError(f"{label} must be a Table, not {a_kind(table)}: smartkpi.Table(year, value) makes one")
        if tells and "m" not in self.lengths:  # the library refuses tables of different sizes before it writes anything
            self.tell("value", "n", table._struct.n, not table._one)
            self.tell("value", "m", table._struct.m)
        self.keep.append(table)
        return ctypes.pointer(table._struct)

    def texts(self, label: str, axis: str, value: Any) -> Any:
        if isinstance(value, str):
            raise TypeError(f'{label} must be a list of texts, not the one text "{value[:40]}"')
        texts = [_text(label, t, i) for i, t in enumerate(listed(label, value, "a list of texts", True))]
        self.axis(label, **{axis: len(texts)})
        return (ctypes.c_char_p * len(texts))(*texts)

    def lasts(self, path: str, progress: Any) -> None:
        """The call may last: it can be interrupted, and calls a progress function (done, total) if there is one."""
        if progress is not None and not callable(progress):
            raise TypeError(f"progress must be a function of (done, total), not {type(progress).__name__}")
        main = threading.get_ident() == threading.main_thread().ident
        if progress is not None or main:
            self.watch = Watch(progress, main)
            self.made(path).progress = self.watch.pointer

    def handle(self, name: str, handle: Any, *axes: str) -> Any:
        """Takes a Handle; axes are those whose lengths it gives."""
        base = self.kind(name).type.base
        if not isinstance(handle, Handle) or handle._free != f"{base}_free":
            raise TypeError(f"{name.rpartition('->')[2]} must be {a_class(base)}, not {a_kind(handle)}")
        self.keep.append(handle)
        self.handles = {**self.handles, handle: self.handles.get(handle, False) or not self.kind(name).type.const}
        self.values[name] = handle.pointer
        for axis in axes:
            self.tell(name, f"{name}->{axis}", getattr(handle, axis))
        return handle.pointer

    def shared(self, parameter: str, value: Any) -> None:
        """Takes a set of inputs that has a class of its own."""
        if not isinstance(value, public(self.types[parameter].type.base)):
            raise TypeError(f"{parameter} must be {a_class(self.types[parameter].type.base)}, not {a_kind(value)}")
        value._give(self, parameter)

    def ragged(self, path: str, first: str, axis: str, /, **members: Any) -> None:
        """Takes lists of any length, one for each place, and passes them one after another with the position at which
        each begins. A single list of numbers is that of one place."""
        lists = {name: _rows(name, value) for name, value in members.items()}
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
        self.skipped |= frozenset(names)
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
        if self.scalars:
            self.repeat()
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
        given = values.get
        function, arguments = getattr(library, self.signature.name), [given(*p) for p in self.signature.defaults]
        with using(self.handles):
            status = self.watch.run(function, arguments) if self.watch else function(*arguments)
        if status < 0:
            self.fail(status)
        found = {name: _value(result) for name, result in self.found.items()}
        for name, axes, *_ in self.outputs if self.cuts else ():
            if axes in self.cuts:  # the array is room for more, and a result gives the length that is used
                found[name] = found[name][:found[self.cuts[axes]]]
        return status, found

    def fail(self, status: int) -> None:
        """Raises a failure; a NaN that was a gap is called NA."""
        try:
            check(status)
        except Error as e:
            if status == _abi.SKPI_ENOTFINITE and e.argument.rpartition(".")[2] in self.gaps:
                e.args = (f"{e} (NA: a gap in the column)", *e.args[1:])
            raise

    def shape(self, axes: str) -> tuple[int, ...]:
        """The lengths of those axes that at least one array has."""
        for name, _ in _axes(axes):
            if name not in self.lengths and not name.isdigit():
                raise TypeError(f"{self.signature.name}: no argument tells {name}")
        return tuple(int(name) if name.isdigit() else max(self.lengths[name][0] + more, 0)
                     for name, more in _axes(axes) if name in self.many or name.isdigit())


def _refuse(frame: Any, unknown: Any) -> None:
    """TypeError for arguments that the function of this frame does not have."""
    code, local = frame.f_code, frame.f_locals
    known = [n for n in code.co_varnames[:code.co_argcount + code.co_kwonlyargcount] if n not in ("self", "cls")]
    owner = local.get("cls") or type(local["self"]) if {"self", "cls"} & set(local) else None
    name = [frame.f_globals["__name__"].rpartition(".")[2]] + ([owner.__name__] if owner else []) + [code.co_name]
    _unknown(".".join(n for n in name if n != "__init__"), list(unknown), known)


def _unknown(function: str, unknown: list[str], known: list[str]) -> None:
    near = difflib.get_close_matches(unknown[0], known, 1, .5)
    raise TypeError(f"{function} has no argument {unknown[0]}" + (
        f"; the nearest is {near[0]}" if near else f"; it has {', '.join(known)}"))


def inputs(cls: C) -> C:
    """A class of inputs that refuses unknown members in words."""
    init, name = cls.__init__, f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"

    @functools.wraps(init)
    def __init__(self: Any, *values: Any, **members: Any) -> None:
        try:
            init(self, *values, **members)
        except TypeError:
            known = [f.name for f in dataclasses.fields(cls)]
            unknown = [m for m in members if m not in known]
            if unknown:
                _unknown(name, unknown, known)
            raise
    cls.__init__ = __init__
    return cls


@functools.lru_cache(maxsize=None)
def public(base: str) -> Any:
    """The class of a handle or of a struct that functions share, such as skpi_carbon_path."""
    _, module, name = base.split("_", 2)
    members = vars(sys.modules[f"{__package__}.{module}"])
    return next(m for n, m in members.items() if n.lower() == name.replace("_", "") and isinstance(m, type))


def a_class(base: str) -> str:
    """That class with its module and article: "a carbon.Path"."""
    found = public(base)
    name = f"{found.__module__.rpartition('.')[2]}.{found.__name__}"
    return ("an " if name[0] in "aeiou" else "a ") + name


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
        return Basis._of(result)
    return result.raw if isinstance(result, ctypes.Array) else result


def _text(name: str, value: Any, row: int | None = None) -> bytes:
    """A text for C, which reads up to the first NUL; row is its place in a list."""
    label = name if row is None else f"{name}[{row}]"
    if not isinstance(value, str):
        raise TypeError(f"{label} must be text, not {a_kind(value)}")
    if "\0" in value:
        raise Error(f"{label} = {value[:40]!r} has a NUL, with which a text ends in C", _abi.SKPI_EINVAL, name, row)
    try:
        return value.encode()
    except UnicodeEncodeError:
        raise Error(f"{label} = {value[:40]!r} has half of a surrogate pair, which is no character", _abi.SKPI_EINVAL,
                    name, row) from None


def _rows(name: str, value: Any) -> tuple[list[Any], bool]:
    """Lists of places, and whether it was a single place."""
    rows = list(listed(name, value, "a list of numbers for each place"))
    if rows and (not hasattr(rows[0], "__len__") or getattr(rows[0], "shape", None) == ()):
        return [rows], True
    return [list(listed(f"{name}[{i}]", row, "a list of numbers")) for i, row in enumerate(rows)], False


def plain(function: str, *values: Any) -> Any:
    """The result of a function that cannot fail."""
    made = [_text(p.name, v) if p.type.base == "char" else v if p.type.depth else number(p.name, v, p.ctype)
            for p, v in zip(_abi.SIGNATURES[function].parameters, values)]
    found = getattr(library, function)(*made)
    return found.decode(errors="replace") if isinstance(found, bytes) else found
