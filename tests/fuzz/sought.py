"""Statuses whose condition is a sentence: changes of the valid call that bring them, found by trying.

No sample tells what makes "out->stock is beyond the range of a double" true.  Values that are large, tiny, zero, equal
or missing, other choices, years nearby, NULL: they are put into one input after another, those that the condition names
first, then into two.  The first change that brings the status at the condition's argument is checked as one that a
sample tells.  What is not found is a sample's to tell.
"""
from itertools import chain, islice

from cases import NAN, NULL, Relation
from relations import MADE, NO_NUMBERS, SIDES, Maker, limits

LARGE, TINY = 1.7e308, 5e-324
NUMBERS = (0.0, TINY, 1e-9, 1.0, .5, 10.0, 100.0, -1.0, 1e4, 1e9)
MISSING = ("ENODATA", "WMISSING")
NO_VALUES = ("ENOMEM", "ETHREAD", "ECANCELED", "ECORRUPT", "EBUFFER", "WNOTCONVERGED")  # no values cause them
LIMIT = 120  # the most changes that are tried for one status


class Sought:
    """Changes for the statuses of a contract that nothing else causes."""

    def __init__(self, contract):
        self.c, self.maker = contract, Maker(contract)

    def wanted(self):
        """(status, Condition) for conditions that are sentences. A trigger of a sample replaces all of its status and
        argument."""
        told = {(t[0], self.c.resolve(t[1], False) if t[1] and "[" not in t[1] else t[1])
                for t in self.c.sample.triggers}
        for status, c in self.c.stated:
            if status in NO_VALUES or c.when and not self.maker.holds(c.when):
                continue
            if status.startswith("W"):
                if not any(s == status for s, _ in told):
                    yield status, c
            elif c.subject and c.template not in MADE and c.template not in SIDES and (status, c.subject) not in told:
                yield status, c

    def inputs(self, condition):
        """[(place, its value)] of the call's inputs, beginning with the one that the condition names."""
        named = [condition.text[i:j] for i, j in condition.names]
        found = [(p.path not in named and p.parent not in named, p, value) for p, value in self.maker.inputs()
                 if value != []]
        return [(p, value) for _, p, value in sorted(found, key=lambda one: one[0])]

    def values(self, status, p, value):
        """[(a, b)]: values for this status to be put into p, into its cells by turns."""
        if status in MISSING and p.argument.clauses.missing:
            return [(NAN, NAN)]
        if p.kind.name == "enum":
            return [(m.value, m.value) for m in self.c.enums[p.kind.tag].members]
        first = value[0] if isinstance(value, list) else value
        if p.argument.type.base != "double":
            found = [(first + more, first + more) for more in (1, -1, 10, -10, 100)] + [(0, 0)]
        elif status == "EOVERFLOW":
            found = [(1e308, 1e308), (LARGE, LARGE), (TINY, TINY), (-TINY, -TINY), (LARGE, -LARGE)]
        else:
            found = [(v, v) for v in NUMBERS]
        low, high = limits(p.argument)
        found += [(high, high)] * (high < LARGE)
        return [(a, b) for a, b in found if low <= b and a <= high]

    def changes(self, status, p, value):
        """Changes of one input: its first cell, its last, all, all but one, the first half, all equal, and none at
        all."""
        if p.argument.type.depth and status in ("EINVAL", "ENODATA"):
            yield {p.path: NULL}
        for a, b in self.values(status, p, value):
            if not p.argument.axes:
                yield {p.path: a}
                continue
            n = len(value)
            filled = [(a, b)[k % 2] for k in range(n)]
            for i, j in ((0, 1), (n - 1, n), (0, n), (0, n - 1), (1, n), (0, (n + 1) // 2)):
                yield {p.path: value[:i] + filled[i:j] + value[j:]}
        if p.argument.axes and p.argument.type.base == "double":
            yield {p.path: [value[0]] * len(value)}

    def tried(self, status, condition):
        one = [list(self.changes(status, p, value)) for p, value in self.inputs(condition)]
        yield from chain.from_iterable(one)
        for i, first in enumerate(one):
            for second in one[i + 1:]:
                yield from ({**a, **b} for a in first for b in second)

    def relations(self, brings):
        """Relations that cause the wanted status; brings(status, name, changes) makes the call."""
        for status, condition in self.wanted():
            name = "" if status[0] == "W" else condition.subject
            for changes in islice(self.tried(status, condition), LIMIT):
                if brings(status, name, changes):
                    yield Relation(status, name, changes)
                    break
