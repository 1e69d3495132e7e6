"""What each kind of argument must refuse, and with which status.

How to add a function: write one call(...) in tests/fuzz/calls/<module>.py, in the list CALLS:

    call("skpi_urban_urgd", n=count(3), t1=date([...]), share1=open_share([...]), ..., urgd=out(), status=rows())

a valid call, each argument by its name, in the order of the header, with its value and kind.  A list is an array, a
number is passed by value.  Arrays have n values; others say their shape, built from the names of counts, of members of
the same struct, and of numbers: share([...], "n*n_years"), finite([...], "2*n_norm"), positive([...], "n_years+1").
Options of every array:
    optional=True   NULL is fine; optional=1.0: NULL is the same as an array of that value
    missing=True    NaN is fine
Members of structs are arguments of struct(...) or outs(...) and have kinds of their own; a member that is left out
fails the run (size, flags and zero need no line).  What only this function refuses (an order between two arguments,
tables of unequal axes) goes behind the name, before the arguments, as
    refuse("ENOTSORTED", "t1", t1=2030.0)                   set in the first, middle and last row of t1, each in turn
    refuse("EINCONSISTENT", "gdp->n", {"gdp->n": 1})        members are named as the error words name them
Options of call: returns="WHORIZON" where the valid call warns.
Functions that return no status stand in calls/__init__.py.

Every name below that is not private is a kind.  A kind has build(builder, path, type), which makes the value to pass,
and cases(calling, path, type), which gives Refusal, Same and Accepted.
"""
import struct as packing
from dataclasses import dataclass, field

NULL = type("NULL", (), {"__repr__": lambda self: "NULL"})()
ANY = type("ANY", (), {"__repr__": lambda self: "ANY"})()
NAN, INF = float("nan"), float("inf")
INT32_MIN, INT32_MAX, SIZE_MAX = -2**31, 2**31 - 1, 2**(8 * packing.calcsize("N")) - 1
HUGE = (SIZE_MAX, SIZE_MAX // 8 + 1)  # (size_t)-1, and the count whose doubles wrap to 0 bytes


class LineError(Exception):
    """A line of calls/ is wrong."""


@dataclass
class Refusal:
    """This change must be refused so.  A path is "t1" or "options->norm"; a cell is (path, index)."""
    label: str
    changes: dict
    status: object  # name without SKPI_, or several that are all right
    names: object  # argument named by the error, or several
    row: object = -1
    column: object = -1
    value: object = ANY
    by_row: object = False  # the row that alone fails where row statuses are given, False: the call fails


@dataclass
class Same:
    """Two calls that must end alike: status, words, outputs."""
    label: str
    changes: dict
    other: dict


@dataclass
class Accepted:
    """This change is fine; with equal the outputs are those of the valid call."""
    label: str
    changes: dict
    equal: bool = False


@dataclass
class Call:
    name: str
    refusals: tuple
    arguments: dict
    returns: str = "OK"


@dataclass
class Relation:
    status: object
    name: str
    changes: dict = field(default_factory=dict)
    row: object = None
    column: object = None


def call(function, /, *refusals, returns="OK", **arguments):
    return Call(function, refusals, arguments, returns)


def refuse(status, name, changes=None, /, *, row=None, column=None, **more):
    return Relation(status, name, {**(changes or {}), **more}, row, column)


class Kind:
    def counts(self, path, found):
        """Adds the counts that shapes may name: found[path] = value."""

    def members(self):
        """Kinds of a struct's members."""
        return {}


# --- numbers and arrays of them ---------------------------------------------------------------------------------

class Values(Kind):
    role = "in"

    def __init__(self, data, shape="n", *, bad=(), finite=True, missing=False, optional=False):
        self.data, self.shape, self.optional = data, shape, optional
        self.scalar = not isinstance(data, (list, tuple))
        self.bad = list(bad)
        if finite:
            self.bad += [(INF, "ENOTFINITE"), (-INF, "ENOTFINITE")] + [(NAN, "ENOTFINITE")] * (not missing)

    def build(self, b, path, type):
        if self.scalar:
            return b.changed(path, self.data)
        return b.array(path, "in", type.base, self.data, self.shape)

    def cases(self, c, path, type):
        if self.scalar:
            for value, status in self.bad:
                yield Refusal(f"{path} = {value}", {path: value}, status, path, value=value)
            return
        size = c.size(self.shape, path)
        if self.optional is False:
            if size:
                yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        elif self.optional is True:
            yield Accepted(f"{path} = NULL", {path: NULL})
        else:
            yield Same(f"{path} = NULL is {self.optional}", {path: NULL}, {path: [self.optional] * size})
        for k in c.spots(size):
            row, column = c.place(self.shape, path, k)
            for value, status in self.bad + self.more(k):
                yield Refusal(f"{path}[{k}] = {value}", {(path, k): value}, status, path, row, column, value,
                              c.row_of(self.shape, path, k))

    def more(self, k):
        """Values that are bad at place k because of their neighbours."""
        return []


def finite(data, shape="n", **options):
    return Values(data, shape, **options)


def share(data, shape="n", **options):
    """[0,1]"""
    return Values(data, shape, bad=[(-0.1, "ERANGE"), (1.0000001, "ERANGE"), (41.5, "ERANGE")], **options)


def open_share(data, shape="n", **options):
    """(0,1): 0 and 1 are undefined"""
    return Values(data, shape, bad=[(0.0, "EDOM"), (1.0, "EDOM"), (-1e-9, "ERANGE"), (1.0000001, "ERANGE"),
                                    (41.5, "ERANGE")], **options)


def probability(data, shape="n", **options):
    """(0,1)"""
    return Values(data, shape, bad=[(0.0, "ERANGE"), (1.0, "ERANGE"), (-0.1, "ERANGE"), (95.0, "ERANGE")], **options)


def quantity(data, shape="n", **options):
    """at least 0"""
    return Values(data, shape, bad=[(-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def positive(data, shape="n", **options):
    """above 0; 0 is undefined"""
    return Values(data, shape, bad=[(0.0, "EDOM"), (-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def divisor(data, shape="n", **options):
    """above 0; 0 is a division by zero"""
    return Values(data, shape, bad=[(0.0, "EZERODIV"), (-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def date(data, shape="n", **options):
    """a decimal year in the window"""
    return Values(data, shape, bad=[(1499.0, "ERANGE"), (2401.5, "ERANGE"), (2567.5, "ERANGE"), (-1e300, "ERANGE")],
                  **options)


BAD_YEARS = [(1499, "ERANGE"), (2401, "ERANGE"), (2567, "ERANGE"), (INT32_MIN, "ERANGE"), (INT32_MAX, "ERANGE")]


def year(data, shape="n", **options):
    """a whole year in the window, int32_t"""
    return Values(data, shape, bad=BAD_YEARS, finite=False, **options)


class Increasing(Values):
    def more(self, k):
        return [(self.data[k - 1], "EDUPLICATE"), (self.data[k - 1] - 1, "ENOTSORTED")] if k else []


def years(data, shape="m", **options):
    """years in the window, each after the one before, int32_t"""
    return Increasing(data, shape, bad=BAD_YEARS, finite=False, **options)


def horizons(data, shape, **options):
    """numbers of years from 1 on, each above the one before, int32_t"""
    return Increasing(data, shape, bad=[(0, "ERANGE"), (-1, "ERANGE"), (INT32_MIN, "ERANGE")], finite=False, **options)


def choice(data, shape="n", *, ok=(), **options):
    """constants of an enum, int32_t; ok names values that are allowed besides those of the valid call and must not be
    tried, status another one than EINVAL"""
    status = options.pop("status", "EINVAL")
    allowed = set(ok) | (set(data) if isinstance(data, (list, tuple)) else {data})
    return Values(data, shape, bad=[(v, status) for v in (-1, 0, 7777, INT32_MIN, INT32_MAX) if v not in allowed],
                  finite=False, **options)


def integer(data, shape="n", **options):
    """any int32_t"""
    return Values(data, shape, finite=False, **options)


class Axis(Values):
    def __init__(self, data, years):
        super().__init__(data, bad=BAD_YEARS, finite=False)
        self.years = years

    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        if c.size(self.years, path) > 1:
            yield Refusal(f"{path} = 2400", {path: 2400}, "ERANGE", path, value=2400)


def axis(first_year, years="n_years"):
    """first_year of an axis; years is its count, of kind n_years"""
    return Axis(first_year, years)


class Count(Kind):
    def __init__(self, value, zero="OK", axis=None, nulls=True):
        self.value, self.zero, self.axis, self.nulls = value, zero, axis, nulls

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        if self.zero == "OK":
            yield Accepted(f"{path} = 0", {path: 0})
            if self.nulls:
                yield Accepted(f"{path} = 0, arrays NULL", {path: 0, "empty": NULL})
        elif self.zero:
            yield Refusal(f"{path} = 0", {path: 0}, self.zero, path, value=ANY)
        # refused at the count itself, at an array of that many values, or at the first year of the axis
        names = [path] + c.sized_by(path) + ([self.axis] if self.axis else [])
        status = ("ENOMEM", "ERANGE") if self.axis else "ENOMEM"
        for huge in HUGE:
            yield Refusal(f"{path} = {huge}", {path: huge}, status, names, row=-1)
        for changes, arrays in c.products(path):
            yield Refusal(" = ".join(changes) + f" = {changes[path]}", changes, ("ENOMEM", "ERANGE"),
                          names + arrays + c.axes(), row=-1)


def count(value, zero="OK", nulls=True):
    """zero: what a count of 0 gives, "OK" or the status; nulls=False: its arrays may not be NULL then, because that
    NULL says something else"""
    return Count(value, zero, None, nulls)


def n_years(value, axis="first_year", zero="OK"):
    """count of years of an axis; too many are refused at first_year (or as too much for memory)"""
    return Count(value, zero, axis)


# --- outputs ----------------------------------------------------------------------------------------------------

class Out(Kind):
    role = "out"

    def __init__(self, shape="n", optional=False, over=()):
        self.shape, self.optional, self.over = shape, optional, (over,) if isinstance(over, str) else over

    def build(self, b, path, type):
        return b.output(path, type.base, self.shape)

    def cases(self, c, path, type):
        if self.optional:
            yield Accepted(f"{path} = NULL", {path: NULL}, equal=True)
        elif c.size(self.shape, path):
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for source in self.over:
            yield Accepted(f"{path} = {source}", {(path, "over"): source}, equal=True)


def out(shape="n", optional=False, over=()):
    """an array that the call fills; over: inputs that may be the same array"""
    return Out(shape, optional, over)


class Rows(Kind):
    def __init__(self, dimensions):
        self.dimensions = dimensions

    def build(self, b, path, type):
        return b.row_status(path, self.dimensions[0])

    def cases(self, c, path, type):
        return ()


def rows(*dimensions):
    """int32_t *status; dimensions are the counts of rows, "n" or those of the tables ("digital->n", "gdp->n")"""
    return Rows(dimensions or ("n",))


class Text(Kind):
    def __init__(self, room):
        self.room = room

    def build(self, b, path, type):
        return b.output(path, "char", self.room)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        length = len(c.text(path)) + 1
        for room in {0, 1, length // 2, length - 1}:
            yield Refusal(f"{self.room} = {room}", {self.room: room}, "EBUFFER", self.room, value=room)
        yield Accepted(f"{self.room} = {length}", {self.room: length}, equal=True)


def text(room="room"):
    """char * with room for that many bytes"""
    return Text(room)


class Room(Kind):
    def __init__(self, value):
        self.value = value

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        return ()


def room(value):
    """size of a text buffer"""
    return Room(value)


class String(Kind):
    def __init__(self, value, unknown):
        self.value, self.unknown = value, unknown

    def build(self, b, path, type):
        value = b.changed(path, self.value)
        return 0 if value is NULL else b.place(path, "in", value.encode() + b"\0", 1)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for value in ("", "no such name", self.value[:-1], self.value + "x", "x" * 5000, "\u6570\u5b57"):
            if self.unknown:
                yield Refusal(f"{path} = {value[:20]!r}", {path: value}, self.unknown, path, value=NAN)


def string(value, unknown=None):
    """const char *; unknown: the status of a name that there is not"""
    return String(value, unknown)


# --- structs ----------------------------------------------------------------------------------------------------

def behind(abi, base):
    """The members of a struct behind size and flags."""
    return list(abi.MEMBERS[base].values())[2:]


class Hole(Kind):
    def build(self, b, path, type):
        return b.changed(path, 0)

    def cases(self, c, path, type):
        for value in (1, -1):
            yield Refusal(f"{path} = {value}", {path: value}, "ESTRUCT", path, value=value)


class Struct(Kind):
    role = "in"

    def __init__(self, members, optional, flags, short=True):
        self.given, self.optional, self.flags, self.short = members, optional, flags, short

    def members(self):
        return self.given

    def counts(self, path, found):
        for name, kind in self.given.items():
            kind.counts(f"{path}->{name}", found)

    def each(self, abi, base):
        """(name, type, kind) of every member behind size and flags"""
        declared = behind(abi, base)
        extra = set(self.given) - {m.name for m in declared}
        lacking = [m.name for m in declared if m.name not in self.given and m.name != "zero"]
        if extra or lacking:
            raise LineError(f"{base}: no such member {sorted(extra)}" if extra else f"{base}: no kind for {lacking}")
        return [(m.name, m.type, self.given.get(m.name) or Hole()) for m in declared]

    def build(self, b, path, type):
        if b.changed(path, None) is NULL:
            return 0
        values = {"size": b.changed(f"{path}->size", b.sizeof(type.base)),
                  "flags": b.changed(f"{path}->flags", 0)}
        for name, mtype, kind in self.each(b.abi, type.base):
            values[name] = kind.build(b, f"{path}->{name}", mtype)
        return b.struct(path, self.role, type.base, values)

    def cases(self, c, path, type):
        each = self.each(c.abi, type.base)
        full = c.sizeof(type.base)
        nothing = {f"{path}->{name}": NULL if t.depth else 0 for name, t, kind in each}
        if self.optional:
            yield Same(f"{path} = NULL is all defaults", {path: NULL}, nothing)
        else:
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        yield from self.frame(path, full)
        yield Accepted(f"{path} longer, tail 0", {(path, "tail"): bytes(8)}, equal=True)
        yield Accepted(f"{path} of 4096 bytes, tail 0", {(path, "tail"): bytes(4096 - full)}, equal=True)
        for at in sorted({c.offset(type.base, name) for name, t, kind in each}) if self.short else ():
            tail = {p: v for (name, t, kind), (p, v) in zip(each, nothing.items()) if c.offset(type.base, name) >= at}
            yield Same(f"{path} of {at} bytes", {(path, "cut"): at}, tail)
        for name, mtype, kind in each:
            yield from kind.cases(c, f"{path}->{name}", mtype)

    def frame(self, path, full):
        size, flags = f"{path}->size", f"{path}->flags"
        for bad in (0, 7, 4097, 5000, 2**32 - 1):
            yield Refusal(f"{size} = {bad}", {size: bad}, "ESTRUCT", size, value=bad)
        unknown = [1 << i for i in range(32) if not self.flags >> i & 1]
        for bad in (unknown[0], unknown[-1], sum(unknown), self.flags | unknown[0]):
            yield Refusal(f"{flags} = {bad:#x}", {flags: bad}, "ESTRUCT", flags, value=bad)
        for tail in (b"\1" + bytes(7), bytes(7) + b"\1", bytes(4095 - full) + b"\x80"):
            yield Refusal(f"{path} with an unknown tail of {len(tail)}", {(path, "tail"): tail}, "ESTRUCT", size,
                          value=full + len(tail))


def struct(optional=False, flags=0, **members):
    """a struct that is read: options (optional=True) or an input set; flags: the known ones"""
    return Struct(members, optional, flags)


class Outs(Struct):
    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        outputs = {f"{path}->{name}": NULL for name, t, kind in self.each(c.abi, type.base) if t.depth}
        yield Accepted(f"{path}: nothing wanted", outputs)
        for one in outputs if len(outputs) > 1 else ():
            yield Accepted(f"{path}: only {one}", {p: v for p, v in outputs.items() if p != one}, equal=True)


def outs(flags=0, **members):
    """a struct of output pointers; NULL members are not wanted"""
    for kind in members.values():
        kind.optional = True
    return Outs(members, False, flags)


class OutStruct(Struct):
    """A struct whose members the call writes."""
    role = "out"

    def __init__(self, optional):
        super().__init__({}, optional, 0)

    def build(self, b, path, type):
        if b.changed(path, None) is NULL:
            return 0
        values = {"size": b.changed(f"{path}->size", b.sizeof(type.base)), "flags": b.changed(f"{path}->flags", 0)}
        return b.struct(path, "out", type.base, values)

    def cases(self, c, path, type):
        if self.optional:
            yield Accepted(f"{path} = NULL", {path: NULL}, equal=True)
        else:
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        full = c.sizeof(type.base)
        yield from self.frame(path, full)
        yield Accepted(f"{path} longer, tail 0", {(path, "tail"): bytes(8)}, equal=True)
        for name in [m.name for m in behind(c.abi, type.base)]:
            yield Accepted(f"{path} up to {name}", {(path, "cut"): c.offset(type.base, name)}, equal=True)


def out_struct(optional=False):
    """a struct that the caller gives a size and the call fills"""
    return OutStruct(optional)


class Basis(Struct):
    """The basis of a table: its frame is refused under the member's own name."""

    def frame(self, path, full):
        for refusal in super().frame(path, full):
            refusal.names = path
            yield refusal


def basis(optional=False, inner=False, **members):
    """skpi_basis; members left out are unstated"""
    names = ("definition", "classification", "vintage", "revision", "prices", "currency", "scale", "gwp")
    kind = Basis if inner else Struct
    return kind({name: integer(members.get(name, 0)) for name in names}, optional, 0)


def table(n, m, year, value, **stated):
    """skpi_table: value is a kind of shape "n*m"; stated: members of its basis"""
    return Struct({"n": Count(n, "ENODATA"), "m": Count(m, "ENODATA"), "year": years(year, "m"), "value": value,
                   "basis": basis(True, True, **stated)}, False, 0)


class Tables(Kind):
    """const skpi_table *const *: one table a row."""
    role = "in"

    def __init__(self, tables, shape):
        self.tables, self.shape = tables, shape

    def counts(self, path, found):
        for i, t in enumerate(self.tables):
            t.counts(f"{path}[{i}]", found)

    def build(self, b, path, type):
        inner = type._replace(depth=1)
        each = [t.build(b, f"{path}[{i}]", inner) for i, t in enumerate(self.tables)]
        return b.array(path, "in", "pointer", each, self.shape)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for i, t in enumerate(self.tables):
            for case in t.cases(c, f"{path}[{i}]", type._replace(depth=1)):
                if isinstance(case, Refusal):
                    names = case.names if isinstance(case.names, (list, tuple)) else [case.names]
                    case.names = [name.replace(f"[{i}]", "") for name in names]
                    case.row, case.column, case.by_row = i, ANY, i
                yield case


def tables(tables, shape):
    """an array of pointers to tables; each is a row"""
    return Tables(tables, shape)


class Null(Kind):
    role = "in"

    def __init__(self, status, shape):
        self.status, self.shape = status, shape

    def build(self, b, path, type):
        data = b.changed(path, NULL)
        return 0 if data is NULL else b.array(path, "in", type.base, data, self.shape)

    def cases(self, c, path, type):
        if self.status:
            yield Refusal(f"{path} given", {path: [0.5] * c.size(self.shape, path)}, self.status, path)


def null(status=None, shape="n"):
    """a pointer that this call does not use: NULL; status: what it gives otherwise"""
    return Null(status, shape)


# --- handles ----------------------------------------------------------------------------------------------------

class Handle(Kind):
    def __init__(self, maker):
        self.maker = maker

    def build(self, b, path, type):
        return 0 if b.changed(path, None) is NULL else b.handle(self.maker)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)


def handle(maker):
    """a handle made by the valid call of that function"""
    return Handle(maker)


class NewHandle(Kind):
    def __init__(self, free):
        self.free = free

    def build(self, b, path, type):
        return b.new_handle(path, self.free)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)


def new_handle(free):
    """a handle that the call makes and that function frees"""
    return NewHandle(free)
