"""The model and the questions that it answers: paths, axes, roles, statuses."""
from __future__ import annotations

from collections import namedtuple
from dataclasses import dataclass, field, replace
from typing import Dict, List, Optional

from . import kinds
from .model import Argument, Callback, Enum, Function, Handle, Status, Struct

# The length of an axis: number if it is one (path ""), else path of the count in the call ("in->n", "n_years",
# "digital->n"), or of a handle's accessor: path "plan->n_places", handle "plan", accessor "skpi_ensemble_plan_n_places"
Count = namedtuple("Count", "number path offset handle accessor")
# a reason for the status: "path is words"
Implied = namedtuple("Implied", "status path words")


@dataclass
class Place:
    """An argument at its place in a call.  The values of a table have the kind that the function states for the
    table."""
    path: str  # "first_year", "in->share", "digital->basis->definition"
    argument: Argument
    role: str  # in, out (written, or a struct of outputs), changed, new (a handle), rows
    struct: Optional[Struct] = None  # the struct of a member; None: a parameter
    parent: str = ""  # path of that struct
    listed: bool = False  # inside an array of tables

    @property
    def kind(self):
        return self.argument.kind


@dataclass
class Interface:
    functions: Dict[str, Function] = field(default_factory=dict)
    structs: Dict[str, Struct] = field(default_factory=dict)
    enums: Dict[str, Enum] = field(default_factory=dict)
    handles: Dict[str, Handle] = field(default_factory=dict)
    callbacks: Dict[str, Callback] = field(default_factory=dict)
    modules: List[str] = field(default_factory=list)  # in the order of the headers
    bare: List[str] = field(default_factory=list)  # modules whose comments were not read

    def owners(self):
        """Everything that has a contract."""
        return [one for found in (self.enums, self.handles, self.callbacks, self.structs, self.functions)
                for one in found.values()]

    def taken(self, name, enum):
        """Whether the name is taken; tags of enums are separate names."""
        return name in self.enums if enum else any(name in found for found in (
            self.functions, self.structs, self.handles, self.callbacks))

    def constants(self):
        """{name: value} of all enumerators."""
        return {m.name: m.value for e in self.enums.values() for m in e.members}

    def struct_of(self, argument):
        """The struct or table that an argument points to, None if it points to none."""
        return self.structs.get(argument.type.base)

    # --- places

    def parameter(self, p):
        return Place(p.name, p, self._role(p, None))

    def _role(self, a, parent):
        kind = a.kind.name if a.kind else ""
        if parent and parent.role == "out" and self._filled(parent.argument):
            return "out"
        if kind == "row status":
            return "rows"
        if a.type.base in self.handles:
            return "new" if a.type.depth == 2 else "in" if a.type.const else "changed"
        return "out" if a.is_output else "in"

    def _filled(self, a):
        """Whether the call writes the members of the struct itself."""
        s = self.struct_of(a)
        return bool(s) and not a.type.const and not any(m.type.depth and not m.type.const for m in s.members)

    def inside(self, place):
        """Places of the members of a struct or table."""
        s, out = self.struct_of(place.argument), []
        for m in s.members if s else ():
            told = place.kind
            if told and told.of and m.name == "value":
                a = place.argument
                m = replace(m, kind=told.of, text=a.text, words=a.words, clauses=replace(a.clauses, null=None))
            out.append(Place(f"{place.path}->{m.name}", m, self._role(m, place), s, place.path,
                             place.listed or bool(told and told.of and place.argument.axes)))
        return out

    def places(self, function):
        """All places of a call in the order of the signature; members follow their struct."""
        def walk(place):
            yield place
            for inner in self.inside(place):
                yield from walk(inner)
        return [found for p in function.parameters for found in walk(self.parameter(p))]

    def find(self, owner, path):
        """The Place of a path in a function's call or among a struct's members; None if there is none."""
        first, *rest = path.split("->")
        arguments = owner.parameters if isinstance(owner, Function) else owner.members
        place = next((self.parameter(a) for a in arguments if a.name == first), None)
        for name in rest:
            place = place and next((p for p in self.inside(place) if p.argument.name == name), None)
        return place

    def choices(self, owner):
        """[(path, Enum)] of the choices of a call, or among a struct's members."""
        found = self.places(owner) if isinstance(owner, Function) else [self.parameter(m) for m in owner.members]
        return [(p.path, self.enums[p.kind.tag]) for p in found
                if p.kind and p.kind.name == "enum" and p.kind.tag in self.enums and not p.argument.axes]

    # --- axes

    def axis(self, function, place, axis):
        """The Count of an axis.  It is looked for beside the member, among the arguments, in the input structs and
        tables in the order of the signature, and in those inside them.  None if it is not found."""
        if axis.name.isdigit():
            return Count(int(axis.name), "", axis.offset, "", "")
        first, _, rest = axis.name.partition("->")
        if rest:
            inside = place.struct and place.struct.member(first)
            p, handle = (inside, f"{place.parent}->{first}") if inside else (function.parameter(first), first)
            if p and p.type.base in self.handles:
                accessor = self.functions.get(f"{p.type.base}_{rest}")
                good = accessor and accessor.result.text == "size_t" and \
                    [q.type.text for q in accessor.parameters] == [f"const {p.type.base} *"]
                return Count(None, f"{handle}->{rest}", axis.offset, handle, accessor.name) if good else None
            found = self.find(function, axis.name)
            return self._count(found, axis)
        if place.struct:
            found = self._count(self.find(function, f"{place.parent}->{axis.name}"), axis)
            if found:
                return found
        found = self._count(self.find(function, axis.name), axis)
        level = [self.parameter(p) for p in function.parameters]
        while not found and level:
            level = [p for p in level if p.role == "in" and self.struct_of(p.argument)]
            inner = [p for one in level for p in self.inside(one)]
            found = next(filter(None, (self._count(p, axis) for p in inner if p.argument.name == axis.name)), None)
            level = inner
        return found

    def _count(self, place, axis):
        a = place and place.argument
        if not a or a.type.depth or a.type.base not in kinds.COUNTS:
            return None
        if a.kind and a.kind.name not in ("count", "axis", "room"):
            return None
        return Count(None, place.path, axis.offset, "", "")

    def sized_by(self, function, path):
        """The places that have this count as an axis."""
        return [p for p in self.places(function) if any(
            (c or Count(0, "", 0, "", "")).path == path for c in (self.axis(function, p, x) for x in p.argument.axes))]

    # --- statuses

    def stated(self, function):
        """The status lines of the function and of the structs that it takes, each status once; paths begin at the
        function."""
        out = {}

        def add(statuses, prefix):
            for s in statuses:
                merged = out.setdefault(s.status, Status(s.status, [], s.line))
                merged.conditions += [c.within(prefix) if prefix else c for c in s.conditions]
        add(function.statuses, "")
        for p in self.places(function):
            s = self.struct_of(p.argument)
            if s:
                add(s.statuses, p.path + "->")
        return list(out.values())

    def implied(self, function):
        """[Implied]: what the kinds and C types of the arguments refuse, in the order of the signature."""
        stated = {(s.status, c.template, c.subject) for s in self.stated(function) for c in s.conditions}
        out = []
        for p in self.places(function):
            a, kind = p.argument, p.kind
            if kind is None or p.struct and p.role == "out" and kind.name not in ("basis",) or p.role == "rows":
                continue
            found = [] if p.role == "out" and kind.name in kinds.TABLE else kinds.refusals(a)
            if kind.name == "table of":
                found = [kinds.NULL_POINTER, kinds.FRAME]
            elif a.type.depth and kind.name in kinds.TABLE and kinds.NULL_POINTER not in found:
                found.insert(0, kinds.NULL_POINTER)
            if a.clauses.null or p.struct and p.role == "out":
                found = [f for f in found if f != kinds.NULL_POINTER]
            if kind.name == "index" and ("ENOTFOUND", "not in", p.path) in stated:
                found = [("ENOTFOUND", w) if (s, w) == ("ERANGE", "below 0") else (s, w) for s, w in found]
            if a.clauses.only:
                names = " or ".join(a.clauses.only.names)
                what = "NULL" if a.type.depth else "0"
                found.insert(0, ("EINVAL", f"given although {a.clauses.only.choice} is not {names}"))
                if not a.default:
                    found.insert(0, ("EINVAL", f"{what} although {a.clauses.only.choice} is {names}"))
                    found = [f for f in found if f != kinds.NULL_POINTER]
            if kind.name == "count" and a.clauses.zero and a.clauses.zero.text != "none" and any(
                    q.role == "in" for q in self.sized_by(function, p.path)):
                found.append(("EINVAL", "0 although its array is given"))
            usual = p.role != "out" and kinds.usual(a)
            if usual:
                found.append(("WUNUSUAL", f"{usual.side} {usual.number:g}"))
            out += [Implied(s, p.path, w) for s, w in found]
        return out

    def possible(self, function):
        """{status: [reasons]}: all failures and warnings that a call may return; a reason is an Implied or a
        Condition."""
        out = {}
        for one in self.implied(function):
            out.setdefault(one.status, []).append(one)
        for s in self.stated(function):
            out.setdefault(s.status, []).extend(s.conditions)
        if any(p.role == "rows" for p in self.places(function)):
            out.setdefault("WROWS", [])
        return out
