"""What names, counts and choices of a call mean: paths of short names, lengths of axes, members that a choice leaves out."""
import math

import fill
from cases import NULL, Kind, LineError


def bare_path(path):
    """The path without its indices: digital[1]->value is digital->value."""
    first, found, rest = path.partition("[")
    return first + rest.partition("]")[2] if found else path


class Measures:
    """Part of Contract, which has lab, api, f, places, given (values by path), counts, listing, forbidden, enums and
    constants."""

    # --- names

    def resolve(self, name, inputs=True):
        """The path for a short name: "share" may stand for in->share."""
        parent, _, last = bare_path(name).rpartition("->")
        found = [p for p in self.places if p.endswith("->" + name)]
        told = self.places.get(bare_path(name))
        if told and not (inputs and told.role == "out" and any(self.places[p].role == "in" for p in found)) \
                or parent in self.places and last in ("size", "flags"):
            return name
        if inputs:
            found = [p for p in found if self.places[p].role in ("in", "changed")] or found
        if len(found) > 1:
            depth = min(p.count("->") for p in found)
            found = [p for p in found if p.count("->") == depth]
        if len(found) != 1:
            raise LineError(f"{self.f.name}: {name} is " + (f"one of {', '.join(found)}" if found else "no argument"))
        return found[0]

    def values_by_path(self):
        out = {}
        for name, value in self.sample.values.items():
            path = self.resolve(name)
            kind = self.places[bare_path(path)].kind
            if kind and kind.name == "table of" and isinstance(value, list) and not self.listed(path):
                path += "->value"
            out[path] = self.constant(path, value)
        return out

    def constant(self, path, value):
        """The value of a constant that is named in full, or as in its enum: "MEAN". A text stays a text."""
        if bare_path(path) not in self.places:
            return value
        kind = self.places[bare_path(path)].kind
        if isinstance(value, list):
            return [self.constant(path, v) for v in value]
        if not isinstance(value, str) or kind.name == "text":
            return value
        for name in (f"{kind.tag.upper()}_{value}", value):
            if name in self.constants:
                return self.constants[name]
        raise LineError(f"{self.f.name}: {path} = {value} is no constant")

    def listed(self, path):
        a = self.places[path].argument
        return bool(a.axes) and a.kind and a.kind.name == "table of"

    # --- counts

    def axis(self, path, axis):
        """One factor of a shape: a number, or the path of a count and what is added to it."""
        c = self.api.axis(self.f, self.places[path], axis)
        if c is None:
            raise LineError(f"{self.f.name}: {path} has an axis without a count: {axis.name}")
        if c.handle:
            maker = self.recipe(c.handle).maker
            n = self.lab.function(c.accessor)(self.lab.handle(maker))
            return str(n + c.offset)
        if c.number is not None:
            return str(c.number + c.offset)
        more = f"+{c.offset}" if c.offset else ""
        if self.places[c.path].listed:  # the count of the table itself; outside of tables that of the first table
            return c.path.rpartition("->")[2] + more if self.places[path].listed else c.path.replace("->", "[0]->", 1) + more
        return c.path + more

    def shape(self, path):
        a = self.places[path].argument
        return "*".join(self.axis(path, x) for x in a.axes) or "1"

    def measure(self, token):
        """The length of an axis; None while its count is not known."""
        path, _, more = token.partition("+")
        n = int(path) if path.lstrip("-").isdigit() else self.counts.get(path, self.counts.get(f"{self.listing}->{path}"))
        return None if n is None else n + int(more or 0)

    def is_count(self, p):
        return p.kind and p.argument.type.depth == 0 and (p.kind.name in ("count", "room") or p.kind.name == "axis"
                                                          and p.argument.type.base == "size_t")

    def count_all(self):
        counts = [p for p in self.places.values() if self.is_count(p) and not p.listed]
        for p in counts:
            if p.path in self.given:
                self.counts[p.path] = 0 if isinstance(self.given[p.path], Kind) else self.given[p.path]
        arrays = {}
        for path, value in self.given.items():
            p = self.places[bare_path(path)]
            if isinstance(value, list) and p.argument.axes and not p.listed:
                arrays[path] = (self.shape(path).split("*"), len(value))
        for _ in counts:
            for tokens, length in arrays.values():
                unknown = [t for t in tokens if self.measure(t) is None]
                rest = math.prod(self.measure(t) for t in tokens if t not in unknown)
                if len(unknown) == 1 and rest:
                    name, _, more = unknown[0].partition("+")
                    self.counts[name] = length // rest - int(more or 0)
            # the default applies only if no array gives the length
            settled = {t.partition("+")[0] for tokens, _ in arrays.values() for t in tokens
                       if len([u for u in tokens if self.measure(u) is None]) == 1}
            waiting = [p for p in counts if p.path not in self.counts]
            if waiting and not any(p.path in settled for p in waiting):
                self.default(waiting[0], len(counts) - len(waiting))

    def default(self, p, order):
        sized = [q for q in self.api.sized_by(self.f, p.path) if q.role == "in"]
        left_out = sized and all(self.absent(q) for q in sized)
        self.counts[p.path] = 0 if left_out or p.argument.default and not sized else fill.count(p, order)

    def offsets(self, path):
        """Where the rows of a ragged array begin; None for other arrays."""
        p = self.places.get(path)
        for q in self.places.values() if p else ():
            if q.kind and q.kind.name == "offsets" and q.parent == p.parent and p.argument.name in q.kind.into:
                return self.array(q, self.shape(q.path))
        return None

    # --- choices on which members depend

    def chosen(self, path):
        """The constant that a choice has in this call."""
        p = self.places[path]
        value = self.given.get(path)
        if path in self.forbidden:
            return 0
        if value is None:
            value = self.scalar(p)
        if value == 0 and p.argument.clauses.zero and p.argument.clauses.zero.constant:
            value = self.constants[p.argument.clauses.zero.constant]
        return value

    def choice_of(self, p):
        """The path of the choice in an "only for"; the choice for a table's values is beside the table."""
        name, parent = p.argument.clauses.only.choice, p.parent
        while parent and f"{parent}->{name}" not in self.places:
            parent = self.places[parent].parent
        return f"{parent}->{name}" if parent else name

    def left_out(self, p):
        """Whether the choices of this call do not use the member."""
        only = p.argument.clauses.only
        if p.path in self.forbidden:
            return True
        if not only or p.path in self.given or p.struct and p.struct.name == "skpi_table":
            return False
        choice = self.choice_of(p)
        value, enum = self.chosen(choice), self.enums[self.places[choice].kind.tag]
        if value not in [m.value for m in enum.members]:  # 0 chooses nothing
            return False
        return value not in [self.constants[c] for c in only.constants]

    def absent(self, p):
        """Whether the argument is absent from this call, or is inside an absent one."""
        return self.given.get(p.path) is NULL or self.left_out(p) or bool(p.parent) and self.absent(self.places[p.parent])
