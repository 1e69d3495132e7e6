"""Arguments of a call: of each the kind that its contract tells, with its value, what it refuses and what it may be."""
import fill
from cases import NULL, Kind, LineError
from measures import bare_path
from plain_arguments import PlainArguments
from structs import Basis, Handle, Hole, NewHandle, OutStruct, Outs, Struct, Tables
from told import Absent
from values import Out, Rows, Text


class Arguments(PlainArguments):
    """Part of Contract: the kinds of arguments and members."""

    def recipe(self, name):
        """How a handle is made: as the sample says, by RECIPES of the calls, or by the valid call of its maker."""
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
        """The kind of one place, and of the places inside it."""
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
        """An array of tables. The sample gives a list of dicts such as {"value": [...], "basis->definition": 7104}."""
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
        """The counts of one table of several."""
        year, value = (self.given.get(f"{p.path}->{name}") for name in ("year", "value"))
        m = self.given.get(f"{p.path}->m") or (len(year) if year else fill.COUNTS["m"])
        self.counts[f"{p.path}->m"] = m
        self.counts[f"{p.path}->n"] = self.given.get(f"{p.path}->n") or (len(value) // m if value else fill.COUNTS["n"])

    def row_counts(self, p):
        """The counts of the rows: that of the row status, and counts that must be equal to it."""
        found = [self.shape(p.path)]
        table = self.places.get(bare_path(found[0]).rpartition("->")[0])
        if table and table.kind.name == "table of" and any(s == "EINCONSISTENT" for s, _ in self.stated):
            for q in self.places.values():  # all tables have the same places
                if q.kind and q.kind.name == "table of" and not self.absent(q):
                    every = self.measure(self.shape(q.path)) if q.argument.axes else None
                    found += [f"{q.path}[{i}]->n" for i in range(every)] if every else [f"{q.path}->n"]
        return tuple(found)

    def over(self, p):
        """The inputs over whose array this output may be written."""
        may = p.argument.clauses.may_be
        if may == ("any input",):
            may = [q.path for q in self.places.values() if q.role == "in" and q.argument.axes
                   and q.argument.type.base == p.argument.type.base and self.shape(q.path) == self.shape(p.path)]
        return tuple(path for path in may if not self.left_out(self.places[path]) and self.given.get(path) is not NULL)
