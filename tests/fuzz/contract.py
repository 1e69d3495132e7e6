"""From a contract and a sample to a call that the drivers make: its values, conditions and triggers."""
import math
import os

import fill
from arguments import Arguments
from cases import Call, LineError, Relation
from interface import contracts
from library import TOP
from measures import bare_path

NUMERIC = ("EOVERFLOW", "ENOTCONVERGED", "ESINGULAR", "EINFEASIBLE", "ENOTPRODUCTIVE", "ENOTBINDING", "EINCONSISTENT",
           "ENODATA", "EDOM", "EZERODIV")  # statuses that a sentence may explain without naming an argument


def headers():
    return contracts.read_tree(os.path.join(TOP, "include"))


class Contract(Arguments):
    """The contract of one function together with its sample."""

    def __init__(self, lab, api, function, sample):
        self.lab, self.api, self.f, self.sample = lab, api, function, sample
        self.enums = api.enums
        self.constants = api.constants()
        self.places = {p.path: p for p in api.places(function)}
        self.possible = set(api.possible(function))
        self.stated = [(s.status, c) for s in api.stated(function) for c in s.conditions]
        self.forbidden = {c.subject for s, c in self.stated if s == "EINVAL" and (c.text + ":").startswith(f"{c.subject} is given:")}
        self.unread = set(sample.values.pop("unread", ())) if isinstance(sample.values, dict) else set()
        self.compared = isinstance(sample.values, dict) and sample.values.pop("compared", False)
        self.given = self.values_by_path()
        self.counts, self.listing = {}, ""  # listing: path of the array of tables of which one is being read
        self.count_all()

    # --- values

    def scalar(self, p):
        """The value of a single argument."""
        if p.path in self.given:
            return self.given[p.path]
        if p.kind.name in ("progress", "user") or p.argument.default and p.kind.name != "axis":
            return 0
        if p.struct and p.struct.name == "skpi_basis" and p.argument.name in fill.STATED:
            value = fill.STATED[p.argument.name]
            return self.constants.get(value, value) if isinstance(value, str) else value
        return fill.cells(p, 1, self.nth(p), self.enums)[0]

    def nth(self, p):
        """The number of arguments of this kind before it."""
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

    # --- what a call may return

    def explains(self, status, name, changed):
        """Whether a condition of the contract explains the status at the argument that the error names, or at a changed
        one."""
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
        """The call, with the conditions and triggers made true in it."""
        import relations
        arguments = {p.name: self.kind(self.places[p.name]) for p in self.f.parameters}
        made = Call(self.f.name, (), arguments, variant=self.sample.variant, contract=self)
        made.refusals = tuple(self.triggers()) + tuple(relations.made(self))
        return made

    def triggers(self):
        """The sample's triggers, as (status, name, changes, row=, column=)."""
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
        """A trigger of the sample replaces the template's."""
        return any(t[0] == status and t[1] and self.resolve(t[1], False) == subject for t in self.sample.triggers
                   if "[" not in t[1])


class Lines(dict):
    """Calls by name. They are made when they are asked for, because the accessors of handles are called then."""

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
