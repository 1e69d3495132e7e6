"""Conditions of status lines that a program can make true: what breaks each of them."""
from dataclasses import dataclass
from math import inf, prod

from cases import NULL

LIMITS = {"share": (0, 1), "open share": (0, 1), "probability": (0, 1), "quantity": (0, inf), "positive": (0, inf),
          "divisor": (0, inf), "date": (1500, 2400), "year": (1500, 2400), "years": (1500, 2400), "horizons": (1, inf),
          "axis": (1500, 2400), "index": (0, inf), "count": (0, inf), "growth": (-.5, .5), "URGD": (-.5, .5),
          "interest": (-5, 5)}


NO_NUMBERS = ("handle", "offsets", "progress", "user", "zero")


@dataclass
class Broken:
    """Changes that break a condition; the expected status, and the argument and cell k that the error names (None: any
    cell)."""
    label: str
    status: str
    name: str
    changes: dict
    k: object = None


def limits(a):
    kind = a.kind
    low, high = LIMITS.get(kind.name, (-inf, inf))
    if a.type.base in ("size_t", "uint64_t"):
        low, high = 0, inf
    if kind.interval:
        low, high = kind.interval.low, kind.interval.high
    if a.clauses.at_least is not None:
        low = a.clauses.at_least
    if a.clauses.at_most is not None:
        high = a.clauses.at_most
    return low, high


def beyond(a, v, direction):
    """A value on that side of v that the kind of a allows; None if there is none."""
    low, high = limits(a)
    whole = a.type.base != "double"
    step = 1 if whole or a.kind.name == "date" else max(abs(v), 1) / 2
    to = v + direction * step
    if low <= to <= high and (whole or low < to < high or a.kind.name == "date"):
        return int(to) if whole else to
    end = low if direction < 0 else high
    if whole or not low < v < high:
        return None
    return (v + end) / 2


SIDES = {"before": (-1, False), "below": (-1, False), "after": (1, False), "above": (1, False),
         "not before": (1, True), "not below": (1, True), "not after": (-1, True), "not above": (-1, True)}


# templates that a method of Maker makes true
MADE = {"twice": "twice", "falls": "falls", "sum 0": "sum_0", "NULL although given": "null_given", "not in": "not_in",
        "not known": "not_in", "different": "different", "not": "unequal"}


class Maker:
    def __init__(self, contract):
        self.c = contract

    def place(self, path):
        p = self.c.places.get(path)
        return p if p and p.role == "in" and p.kind and not p.listed and not self.c.absent(p) else None

    def value(self, p):
        """A number, or the list of an array; None for anything else."""
        if self.c.is_count(p):
            return self.c.counts[p.path]
        if p.argument.type.base in ("char", "void") or self.c.api.struct_of(p.argument):
            return None
        found = self.c.array(p, self.c.shape(p.path)) if p.argument.axes else self.c.scalar(p)
        return found if isinstance(found, (int, float)) or isinstance(found, list) else None

    def inputs(self):
        """(place, its number or list) of every input that has one."""
        for p in self.c.places.values():
            if self.place(p.path) and not self.c.is_count(p) and p.kind.name not in NO_NUMBERS:
                value = self.value(p)
                if value is not None:
                    yield p, value

    def lengths(self, p):
        return [self.c.measure(t) for t in self.c.shape(p.path).split("*")] if p.argument.axes else []

    def against(self, p, k, other, direction):
        """The value on the other side that belongs to cell k of p; of several the outermost."""
        if isinstance(other, str):
            q = self.place(other)
            value = self.value(q) if q else None
            if not isinstance(value, list):
                return value
            mine, theirs = self.lengths(p), self.lengths(q)
            if mine and theirs and mine[0] == theirs[0]:
                row = k // prod(mine[1:])
                if mine == theirs:
                    return value[k]
                part = value[row * prod(theirs[1:]):(row + 1) * prod(theirs[1:])]
            else:
                part = value
            return (max if direction > 0 else min)(part) if part else None
        return other

    def sides(self, status, c):
        direction, equal = SIDES[c.template]
        p = self.place(c.subject)
        value = self.value(p) if p else None
        if value is None:
            return
        size = len(value) if isinstance(value, list) else 1
        for k in sorted({0, size // 2, size - 1}) if size else ():
            other = self.against(p, k, c.other, direction)
            if other is None:
                return
            low, high = limits(p.argument)
            for to in [beyond(p.argument, other, direction)] + ([other] if equal and low <= other <= high else []):
                if to is None or self.c.is_count(p) and to > value:
                    continue
                to = int(to) if p.argument.type.base != "double" else float(to)
                if p.kind.name in ("open share", "positive", "divisor") and to in (0, 1):
                    continue
                key = (p.path, k) if isinstance(value, list) else p.path
                yield Broken(f"{c.text}: {to} at {k}", status, p.path, {key: to},
                             k if isinstance(value, list) else None)

    def twice(self, status, c):
        p = self.place(c.subject)
        value = self.value(p) if p else None
        if isinstance(value, list) and len(value) > 1:
            yield Broken(c.text, status, p.path, {(p.path, len(value) - 1): value[-2]})

    def falls(self, status, c):
        p = self.place(c.subject)
        value = self.value(p) if p else None
        if isinstance(value, list) and len(value) > 1:
            to = beyond(p.argument, value[-2], -1)
            if to is not None:
                yield Broken(c.text, status, p.path, {(p.path, len(value) - 1): to})

    def sum_0(self, status, c):
        p = self.place(c.subject)
        value = self.value(p) if p else None
        if isinstance(value, list) and value:
            lengths = self.lengths(p)
            if len(lengths) > 1:
                last = len(value) - prod(lengths[1:])
                yield Broken(c.text, status, p.path, {(p.path, k): 0.0 for k in range(last, len(value))}, last)
            else:
                yield Broken(c.text, status, p.path, {p.path: [0.0] * len(value)})

    def null_given(self, status, c):
        p, q = self.place(c.subject), self.place(c.other) if isinstance(c.other, str) else None
        if p and q and p.argument.type.depth and (not self.c.is_count(q) or self.c.counts[q.path]) \
                and (q.argument.type.depth or self.c.is_count(q)):
            yield Broken(c.text, status, p.path, {p.path: NULL})

    def not_in(self, status, c):
        p = self.place(c.subject)
        value = self.value(p) if p else None
        if value is None or self.c.is_count(p):
            return
        for k in sorted({0, len(value) - 1}) if isinstance(value, list) else [None]:
            key = p.path if k is None else (p.path, k)
            to = (value if k is None else value[k]) * .9137 if p.argument.type.base == "double" \
                else 1777 if p.kind.name == "year" else 1000
            yield Broken(f"{c.text}: {to}", status, p.path, {key: to})

    def different(self, status, c):
        p, q = (self.c.places.get(x) for x in (c.subject, c.other))
        if not p or not q or p.listed or self.c.absent(p) or self.c.absent(q):
            return
        for m in self.c.api.inside(p):
            value = self.c.scalar(m)
            other = next((x for x in self.c.enums[m.kind.tag].members if x.value != value), None) \
                if m.kind.name == "enum" else None
            if value and self.c.scalar(self.c.places[f"{q.path}->{m.argument.name}"]) == value:
                yield Broken(f"{c.text}: {m.argument.name}", status, p.path,
                             {m.path: other.value if other else value + 1})

    def unequal(self, status, c):
        p, q = self.place(c.subject), self.place(c.other)
        value = self.value(p) if p and q else None
        if value is None:
            return
        if isinstance(value, list):
            if value and p.argument.type.base != "double":
                yield Broken(c.text, status, p.path, {p.path: value[:-1] + [value[-1] + 1]})
        elif self.c.is_count(p):
            least = int(p.argument.clauses.at_least or 0)
            if value - 1 >= max(least, 1):
                yield Broken(c.text, status, p.path, {p.path: value - 1})
        elif p.kind.name != "enum":
            yield Broken(c.text, status, p.path, {p.path: value + 1})

    def all(self):
        for status, c in self.c.stated:
            work = self.sides if c.template in SIDES else MADE.get(c.template, "") and getattr(self, MADE[c.template])
            if not work or status.startswith("W") or self.c.replaced(status, c.subject):
                continue
            if not c.when or self.holds(c.when):
                yield from work(status, c)

    def holds(self, when):
        """Whether the call makes the choice that the condition is about."""
        return self.c.chosen(when.choice) in [self.c.constants[n] for n in when.constants]


def made(contract):
    return Maker(contract).all()
