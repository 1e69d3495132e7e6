"""What a contract says, as data.  contracts.py explains it."""
from __future__ import annotations

from collections import namedtuple
from dataclasses import dataclass, field
from typing import List, Optional, Tuple

NUMBERS = ("double", "int32_t", "uint32_t", "int64_t", "uint64_t", "size_t")

# base: the innermost type; depth: how many *; const: the innermost object may not be written; text: as in C
Type = namedtuple("Type", "base depth const text")
# name: of a count ("n_years", "in->n", "plan->n_places") or a number ("3"); offset: 1 of "count + 1", -1 of "count - 1"
Axis = namedtuple("Axis", "name offset")
# low_open, high_open: the end itself is outside
Interval = namedtuple("Interval", "low high low_open high_open text")
# text: as written; number: its value if it is a number; constant: "SKPI_..." if it is a constant
Default = namedtuple("Default", "text number constant")
# choice: name of the choice; names: as written ("PEAK"); constants: in full ("SKPI_CARBON_SHAPE_PEAK")
Only = namedtuple("Only", "choice names constants")
Enumerator = namedtuple("Enumerator", "name value text")


def spelled(axis):
    """An axis as it is written."""
    return axis.name + ("" if not axis.offset else " + 1" if axis.offset > 0 else " - 1")


@dataclass(frozen=True)
class Kind:
    """The kind of a value, which says what is allowed.  name is a row of kinds.TABLE or kinds.BY_TYPE."""
    name: str
    interval: Optional[Interval] = None  # number, decline, integer "in (0,1]"
    tag: str = ""  # enum, flags: its tag
    values: Tuple = ()  # one of 1, 2, 3
    of: Optional["Kind"] = None  # table of
    into: Tuple[str, ...] = ()  # offsets into: names of the arrays
    free: str = ""  # new handle: the function that ends it

    def __str__(self):
        if self.name == "enum":
            return f"enum {self.tag}"
        if self.name == "one of":
            return "one of " + ", ".join(f"{v:g}" if isinstance(v, float) else str(v) for v in self.values)
        if self.name == "offsets":
            return "offsets into " + ", ".join(self.into)
        if self.of:
            return f"table of {self.of}"
        return self.name + (f" in {self.interval.text}" if self.interval else "")


@dataclass
class Clauses:
    null: Optional[Default] = None  # NULL = x
    zero: Optional[Default] = None  # 0 = x
    both_zero: Optional[Default] = None  # both 0 = x: for the two names that share the entry
    missing: bool = False  # NaN = missing
    infinite: str = ""  # infinite = x
    may_be: Tuple[str, ...] = ()  # paths, or ("any input",)
    only: Optional[Only] = None  # only for m = A, B
    at_least: Optional[float] = None
    at_most: Optional[float] = None
    unusual: Optional[Tuple] = None  # unusual above x, below x, beyond x: (side, number)
    prose: Tuple[str, ...] = ()  # all other clauses


@dataclass
class Argument:
    """A parameter of a function or a member of a struct."""
    name: str
    type: Type
    axes: Tuple[Axis, ...] = ()
    kind: Optional[Kind] = None  # None: not described (functions that return no status)
    text: str = ""  # the first clause as written: "open share of urban people then"
    words: str = ""  # the same without the kind: "of urban people then"
    clauses: Clauses = field(default_factory=Clauses)
    said: str = ""  # the whole entry, without its full stop
    shared: Tuple[str, ...] = ()  # all names of the entry
    line: int = 0

    @property
    def default(self):
        """The meaning of leaving it out; None if it must be given."""
        return self.clauses.null or self.clauses.zero or self.clauses.both_zero

    @property
    def is_array(self):
        return bool(self.axes)

    @property
    def is_output(self):
        """Whether a call writes it or changes the handle.  For members of a filled struct this depends on the call."""
        if self.type.depth == 0 or self.type.base == "void" and self.kind and self.kind.name == "user":
            return False
        return not self.type.const or self.type.text == "const char **"

    @property
    def is_input(self):
        """Whether a call reads it."""
        return not self.is_output or bool(self.kind and self.kind.name in ("handle", "out"))


@dataclass
class Condition:
    """One condition of a status line.  subject is the argument that the error names, "" if there is none."""
    text: str
    template: str = ""  # a name in conditions.TEMPLATES; "" = a sentence for people
    subject: str = ""
    other: object = ""  # the second path of the template, or a number
    when: Optional[Only] = None  # "(COMPOUND)" at the end: it holds for these constants of a choice
    names: Tuple[Tuple[int, int], ...] = ()  # begin and end of the paths in the text

    def within(self, prefix):
        """The same condition seen from outside a struct: every path begins with prefix, such as "options->"."""
        text, moved = self.text, []
        for start, end in reversed(self.names):
            text = text[:start] + prefix + text[start:]
        for k, (start, end) in enumerate(self.names):
            moved.append((start + k * len(prefix), end + (k + 1) * len(prefix)))
        other = prefix + self.other if isinstance(self.other, str) and self.other else self.other
        when = self.when and self.when._replace(choice=prefix + self.when.choice)
        return Condition(text, self.template, self.subject and prefix + self.subject, other, when, tuple(moved))


@dataclass
class Status:
    status: str  # "ENOTSORTED", without SKPI_
    conditions: List[Condition]
    line: int = 0


@dataclass
class Struct:
    name: str
    module: str
    members: List[Argument]  # after size and flags
    flags: str = ""  # tag of the enum of its flags, "" = it has none
    summary: str = ""
    statuses: List[Status] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)
    line: int = 0

    def member(self, name):
        return next((m for m in self.members if m.name == name), None)


@dataclass
class Enum:
    tag: str
    module: str
    flags: bool  # bits that combine
    members: List[Enumerator]
    hidden: List[Enumerator] = field(default_factory=list)  # SKPI_..._, which fix a width
    summary: str = ""
    notes: List[str] = field(default_factory=list)
    line: int = 0


@dataclass
class Handle:
    name: str
    module: str
    summary: str = ""
    line: int = 0


@dataclass
class Callback:
    name: str
    module: str
    result: Type = None
    parameters: List[Argument] = field(default_factory=list)
    summary: str = ""
    line: int = 0


@dataclass
class Function:
    name: str
    module: str
    result: Type
    parameters: List[Argument]  # in the order of the signature
    summary: str = ""
    notes: List[str] = field(default_factory=list)
    statuses: List[Status] = field(default_factory=list)  # as written, without those that follow from kinds and structs
    source: str = ""
    experimental: bool = False
    line: int = 0

    @property
    def fallible(self):
        return self.result.base == "skpi_status"

    def parameter(self, name):
        return next((p for p in self.parameters if p.name == name), None)
