"""From a contract and a sample to a call that the drivers make: every argument with its value and what it refuses."""
import math
import os

from library import TOP
from measures import Measures, bare_path
import fill
from cases import NULL, Call, Kind, LineError, Relation
from interface import contracts, kinds
from structs import Basis, Handle, Hole, NewHandle, OutStruct, Outs, Struct, Tables
from told import Absent, AbsentCount, FirstYear, One, Texts, Told, ToldCount
from values import Out, Room, Rows, Text

NUMERIC = ("EOVERFLOW", "ENOTCONVERGED", "ESINGULAR", "EINFEASIBLE", "ENOTPRODUCTIVE", "ENOTBINDING", "EINCONSISTENT",
           "ENODATA", "EDOM", "EZERODIV")  # a sentence may explain these without naming an argument


def headers():
    return contracts.read_tree(os.path.join(TOP, "include"))


class Contract(Measures):
    """One function's contract and its sample."""

    def __init__(self, lab, api, function, sample):
        self.lab, self.api, self.f, self.sample = lab, api, function, sample
        self.enums = api.enums
        self.constants = api.constants()
        self.places = {p.path: p for p in api.places(function)}
        self.possible = set(api.possible(function))
        self.stated = [(s.status, c) for s in api.stated(function) for c in s.conditions]
        self.forbidden = {c.subject for s, c in self.stated if s == "EINVAL" and (c.text + ":").startswith(f"{c.subject} is given:")}
        self.unread = set(sample.values.pop("unread", ())) if isinstance(sample.values, dict) else set()
        self.given = self.values_by_path()
        self.counts, self.listing = {}, ""  # listing: path of the array of tables whose table is being told
        self.count_all()

    # --- values

    def scalar(self, p):
        """A value by itself."""
        if p.path in self.given:
            return self.given[p.path]
        if p.kind.name in ("progress", "user") or p.argument.default and p.kind.name != "axis":
            return 0
        if p.struct and p.struct.name == "skpi_basis" and p.argument.name in fill.STATED:
            value = fill.STATED[p.argument.name]
            return self.constants.get(value, value) if isinstance(value, str) else value
        return fill.cells(p, 1, self.nth(p), self.enums)[0]

    def nth(self, p):
        """How many arguments of this kind stand before it."""
        same = [q.path for q in self.places.values() if q.kind and q.kind.name == p.kind.name and q.role == "in"
                and q.argument.name != "level"]
        return same.index(p.path) if p.path in same else 0

    def array(self, p, shape):
        if p.path in self.given:
            return self.given[p.path]
        size = math.prod(self.measure(t) for t in shape.split("*"))
        if p.kind.name == "offsets":
            into = self.places[(p.parent + "->" if p.parent else "") + p.kind.into[0]]
            total = self.measure(self.shape(into.path).split("*")[0])
            return [round(k * total / max(size - 1, 1)) for k in range(size)]
        if p.kind.name == "text":
            raise LineError(f"{self.f.name}: {p.path} wants a sample")
        return fill.cells(p, size, self.nth(p), self.enums)

    # --- kinds

    def recipe(self, name):
        """How a handle is made: by the sample, by the calls' RECIPES, or by the valid call of its maker."""
        p = self.places[name]
        told = self.given.get(name) or self.lab.recipes.get(p.argument.type.base)
        if isinstance(told, Handle):
            return Handle(told.maker, told.after or () if p.role == "changed" else told.after, told.apart)
        maker = next((f.name for f in self.api.functions.values()
                      if any(q.type.base == p.argument.type.base and q.type.depth == 2 for q in f.parameters)), None)
        if not maker:
            raise LineError(f"{self.f.name}: nothing makes {name}")
        return Handle(maker, () if p.role == "changed" else None, False)

    def kind(self, p):
        """Kind of one place, those inside included."""
        given = self.given.get(p.path)
        if isinstance(given, Kind) and not isinstance(given, Handle):
            return given
        kind, a = p.kind, p.argument
        if p.role == "rows":
            return Rows(self.row_counts(p))
        if p.role == "new":
            return NewHandle(kind.free)
        if kind.name == "handle":
            return self.recipe(p.path)
        if kind.name == "zero":
            return Hole()
        if self.api.struct_of(a):
            return self.struct(p)
        if kind.name == "text" and p.role == "out":
            return Text(self.shape(p.path)) if a.axes else Out("1", bool(a.clauses.null))
        if p.role == "out" and given is NULL:
            return Absent(True, "1")
        if p.role == "out":
            return Out(self.shape(p.path), bool(a.clauses.null), self.over(p))
        if self.is_count(p):
            return self.count(p)
        if kind.name == "text":
            return self.text(p)
        return self.numbers(p)

    def members(self, p):
        return {q.argument.name: self.kind(q) for q in self.api.inside(p)}

    def struct(self, p):
        kind, a = p.kind, p.argument
        flags = self.api.struct_of(a).flags
        mask = sum(m.value for m in self.enums[flags].members) if flags else 0
        if self.given.get(p.path) is NULL or self.left_out(p):
            return Absent(True, "1")
        if a.axes:
            return self.tables(p)
        if kind.name == "table of":
            return Struct(self.members(p), "absent" if a.clauses.null else False, mask)
        if p.role == "out" and kind.name in ("filled", "basis") or kind.name == "filled":
            return OutStruct(bool(a.clauses.null) or bool(p.struct), mask)
        if kind.name == "out":
            members = self.members(p)
            for one in members.values():
                one.optional = True
            return Outs(members, False, mask)
        of_table = p.struct and p.struct.name == "skpi_table"
        made = (Basis if kind.name == "basis" and of_table else Struct)(self.members(p), bool(a.clauses.null), mask)
        made.short = not any(q.kind.name == "offsets" for q in self.api.inside(p))
        return made

    def tables(self, p):
        """An array of tables: the sample gives a list of dicts, {"value": [...], "basis->definition": 7104}."""
        shape = self.shape(p.path)
        each = self.given.get(p.path) or [{}] * self.measure(shape)
        made, self.listing = [], p.path
        for one in each:
            was = dict(self.given), dict(self.counts)
            self.given.update({path: self.constant(path, value) for name, value in one.items()
                               for path in [f"{p.path}->{name}"]})
            self.count_listed(p)
            made.append(Struct(self.members(p), False, 0))
            first = {k.replace("->", "[0]->", 1): v for k, v in self.counts.items() if k.startswith(p.path + "->") and not made[1:]}
            self.given, self.counts = was
            self.counts.update(first)
        self.listing = ""
        rows = next((q for q in self.places.values() if q.role == "rows"), None)
        return Tables(made, shape, bool(rows) and self.shape(rows.path) == shape)

    def count_listed(self, p):
        """Counts of one table of several."""
        year, value = (self.given.get(f"{p.path}->{name}") for name in ("year", "value"))
        m = self.given.get(f"{p.path}->m") or (len(year) if year else fill.COUNTS["m"])
        self.counts[f"{p.path}->m"] = m
        self.counts[f"{p.path}->n"] = self.given.get(f"{p.path}->n") or (len(value) // m if value else fill.COUNTS["n"])

    def row_counts(self, p):
        """Counts of the rows: that of the status, and those that must be the same."""
        found = [self.shape(p.path)]
        table = self.places.get(bare_path(found[0]).rpartition("->")[0])
        if table and table.kind.name == "table of" and any(s == "EINCONSISTENT" for s, _ in self.stated):
            for q in self.places.values():  # all tables have the same places
                if q.kind and q.kind.name == "table of" and not self.absent(q):
                    every = self.measure(self.shape(q.path)) if q.argument.axes else None
                    found += [f"{q.path}[{i}]->n" for i in range(every)] if every else [f"{q.path}->n"]
        return tuple(found)

    def over(self, p):
        """Inputs whose array this output may be."""
        may = p.argument.clauses.may_be
        if may == ("any input",):
            may = [q.path for q in self.places.values() if q.role == "in" and q.argument.axes
                   and q.argument.type.base == p.argument.type.base and self.shape(q.path) == self.shape(p.path)]
        return tuple(path for path in may if not self.left_out(self.places[path]) and self.given.get(path) is not NULL)

    def lines(self, status, path, *templates):
        return [c for s, c in self.stated if c.subject == path and (not status or s == status)
                and (not templates or c.template in templates)]

    def count(self, p):
        a, path = p.argument, p.path
        if p.kind.name == "room":
            return Room(self.counts[path])
        if self.left_out(p) and not self.counts[path]:
            return AbsentCount(False, "1", 1)
        axis = None
        if p.kind.name == "axis":
            axis = next(name for name in a.shared if name != a.name)
        sized = self.api.sized_by(self.f, path)
        arrays = [q.path for q in sized if q.role == "in" and q.argument.axes and not self.left_out(q)
                  and self.given.get(q.path) is not NULL]
        zero = a.clauses.zero
        meaning = zero.text if zero and zero.text != "none" else ""
        otherwise = next((s for s, c in self.stated if c.subject == path and c.template == "0 although given"
                          and c.other in arrays), "EINVAL")
        made = ToldCount(self.counts[path], axis, a.clauses.at_least, a.clauses.at_most, meaning,
                         arrays if self.counts[path] else [], any(q.role == "out" for q in sized), otherwise)
        made.ranged = made.ranged or bool(self.lines("ERANGE", path))
        return made

    def text(self, p):
        a, path = p.argument, p.path
        if self.given.get(path) is NULL or self.left_out(p):
            return Absent(True, self.shape(path))
        if path not in self.given:
            raise LineError(f"{self.f.name}: {path} wants a sample")
        unknown = next((s for s, c in self.stated if c.subject == path and c.template in ("not known", "not in")), None)
        if a.axes:
            return Texts(self.given[path], self.shape(path), unknown, bool(a.clauses.null))
        return One(self.given[path], unknown, bool(a.clauses.null))

    def numbers(self, p):
        a, path, c = p.argument, p.path, p.argument.clauses
        shape = self.shape(path)
        if self.given.get(path) is NULL or self.left_out(p):
            size = math.prod(self.measure(t) for t in shape.split("*")) or 1
            wrong = fill.cells(p, size, 0, self.enums) if self.left_out(p) else None
            if wrong and not a.axes:
                wrong = next((v for v in wrong + [e for e in kinds.allowed_ends(a, self.enums)] if v), None)
            return Absent(bool(a.axes), shape, wrong)
        if p.kind.name in ("progress", "user"):
            return Absent(bool(a.type.depth), shape)
        data = self.array(p, shape) if a.axes else self.scalar(p)
        bad, ends = self.bad(p), [] if p.kind.name == "zero" else kinds.allowed_ends(a, self.enums)
        foreign = {v: n for n, v in self.constants.items() if 3101 <= v} if p.kind.name == "enum" else {}
        null, zero = self.meaning(c.null), self.meaning(c.zero)
        if c.both_zero and not a.axes:
            zero = True
        if zero is not False and data == 0 and zero is not True and not a.axes:
            ends = [e for e in ends if e != 0]
        if p.kind.name == "axis":
            made = FirstYear(data, shape, bad, ends)
            made.years = next(name for name in a.shared if name != a.name)
            return made
        made = Told(data, shape, bad, ends, null=null, zero=zero, missing=c.missing,
                    increasing=p.kind.name in ("years", "horizons"), foreign=foreign)
        made.unread = {k for path_, k in self.unread if path_ == path}
        made.usual, made.unusual = kinds.around(a)
        if p.struct and p.struct.name == "skpi_basis":
            made.in_basis = True
            if "->" in p.parent:  # of a table or set: a few will do
                made.bad, made.ends = bad[-3:], []
        return made

    def bad(self, p):
        bad = kinds.bad_values(p.argument, self.enums)
        if p.kind.name == "index" and self.lines("ENOTFOUND", p.path, "not in"):
            bad = [(v, "ENOTFOUND" if s == "ERANGE" else s) for v, s in bad]
        return bad

    def meaning(self, default):
        if default is None:
            return False
        if default.constant:
            return self.constants[default.constant]
        return True if default.number is None else default.number

    # --- what a call may return

    def explains(self, status, name, changed):
        """A condition of the contract says so: at the argument that the error names, or at one of the changed."""
        name = bare_path(name)
        told = {bare_path(p) for p in changed}
        for s, c in self.stated:
            if s == status:
                named = {c.text[i:j] for i, j in c.names} | {c.subject}
                if name in named or told & named or not c.subject and s in NUMERIC:
                    return True
                if any(name.startswith(one + "->") for one in named if one):  # a member of options->fit is given
                    return True
        only = self.places[name].argument.clauses.only if name in self.places else None
        if status == "EINVAL" and only:
            return self.choice_of(self.places[name]) in told
        return False

    def call(self):
        """The call, with what the conditions and triggers make of it."""
        import relations
        arguments = {p.name: self.kind(self.places[p.name]) for p in self.f.parameters}
        made = Call(self.f.name, (), arguments, variant=self.sample.variant, contract=self)
        made.refusals = tuple(self.triggers()) + tuple(relations.made(self))
        return made

    def triggers(self):
        """(status, name, changes, row=, column=) of the sample."""
        for status, name, changes, *more in self.sample.triggers:
            if changes is None:
                continue
            changes = {path: self.constant(path[0] if isinstance(path, tuple) else path, value)
                       for path, value in ((self.changed(key), value) for key, value in changes.items())}
            options = more[0] if more else {}
            path = self.resolve(name, False) if name and "[" not in name else name
            yield Relation(status, path, changes, options.get("row"), options.get("column"))

    def changed(self, key):
        path = self.resolve(key[0] if isinstance(key, tuple) else key)
        place = self.places.get(bare_path(path))
        kind = place and place.kind
        if kind and kind.name == "table of" and not self.listed(bare_path(path)):
            path += "->value"
        return (path, key[1]) if isinstance(key, tuple) else path

    def replaced(self, status, subject):
        """A trigger by hand stands for the template."""
        return any(t[0] == status and t[1] and self.resolve(t[1], False) == subject for t in self.sample.triggers
                   if "[" not in t[1])


class Lines(dict):
    """Calls by name, made when they are asked for: accessors of handles are called then."""

    def __init__(self, lab, api, samples):
        self.lab, self.api, self.samples = lab, api, samples

    def __contains__(self, name):
        return name in self.samples

    def __iter__(self):
        return iter(self.samples)

    def __missing__(self, name):
        self[name] = Contract(self.lab, self.api, self.api.functions[self.samples[name].name],
                              self.samples[name]).call()
        return self[name]
