"""The arguments of a Python function: their places in the C call, their axes, and which may be left out."""
from dataclasses import dataclass

from .python_names import is_shared, small
from .python_text import entry

# Rooms whose size only the library knows: a number of columns that is enough for every choice.
ROOMS = {("skpi_series_fit", "n_parameters"): "4", ("skpi_digital_definitions", "n_definitions"): "8"}
# Rooms that are no argument; their results are cut to the count that another result gives.
CUT = {("skpi_digital_definitions", "n_definitions"): "count"}
# Arguments that may be left out although C has no default: without prob there are no quantiles, and a correlation is 0.
SPARED = {("skpi_digital_definitions", "correlation"), ("skpi_carbon_warming", "prob"),
          ("skpi_series_composition_forecast", "prob"), ("skpi_series_forecast", "prob")}
# Members that are needed here, although their 0 is allowed for another function with the same options.
NEEDED = {("skpi_series_fit", "model"), ("skpi_series_forecast", "model")}


@dataclass
class Argument:
    place: object  # for a flag, the options that have it
    name: str
    type: str
    optional: bool
    line: str  # the line of the docstring
    given: str  # its name in the statements of the call
    shown: bool = True  # in the signature
    flag: str = ""  # the constant of a flag

    @property
    def declared(self):
        if self.flag:
            return f"{self.name}: bool = False"
        return f"{self.name}: {self.type}" + (" | None = None" if self.optional else "")


def of_place(place, type, optional):
    a = place.argument
    return Argument(place, a.name, type, optional, entry(a), a.name)


def room(function, place):
    key = function.name, place.argument.name
    out = of_place(place, "int", True)
    out.shown = key not in CUT
    out.given = f"{ROOMS[key]} if {out.name} is None else {out.name}" if out.shown else ROOMS[key]
    return out


def flags(api, place):
    tag = api.structs[place.argument.type.base].flags
    for m in api.enums[tag].members if tag else ():
        name = small(m, tag)
        yield Argument(place, name, "bool", True, f"{name}  {m.text.rstrip('.') or m.name}.", name, flag=m.name)


def is_count(place):
    return place.kind.name in ("count", "axis") and place.argument.type.base in ("size_t", "uint64_t")


def arguments(names, function, method=False):
    """[Argument] without new handles and outputs.  method: the first is self"""
    api, out = names.api, []
    for p in api.places(function):
        a, kind = p.argument, p.kind
        if p.role in ("rows", "new") or kind.name in ("user", "zero") or p.struct and is_shared(p.struct):
            continue
        if kind.name == "offsets":
            raise ValueError(f"{function.name}: {p.path}: offsets stand in shared structs alone")
        if kind.name == "room":
            if p.struct:
                out.append(room(function, p))
        elif p.role == "out":
            continue
        elif kind.name == "struct" and not is_shared(api.structs[a.type.base]):
            out += flags(api, p)
        elif is_count(p):
            if not told(api, function, p):
                out.append(of_place(p, "int", a.default is not None))
        elif not p.struct or a.name not in {x.name for x in out}:  # an argument of the call replaces the option
            out.append(of_place(p, names.type_of(a), is_optional(api, function, p)))
    if method:
        own = next(a for a in out if a.place.path == function.parameters[0].name)
        own.given, own.shown = "self", False
    return out


def told(api, function, place):
    """Whether this count follows from the arrays and tables of a call.  If none of them must be given, a count whose
    default is a number may be given too."""
    by = [p for p in api.sized_by(function, place.path) if p.role == "in"]
    zero = place.argument.clauses.zero
    return any(p.argument.default is None for p in by) or bool(by) and not (zero and zero.number is not None)


def is_optional(api, function, place):
    """Whether it may be left out: by itself, with its options as a whole, or because the list of texts may be empty."""
    a, key = place.argument, (function.name, place.argument.name)
    if key in NEEDED:
        return False
    if key in SPARED or a.default is not None or a.clauses.only is not None:
        return True
    if place.struct and api.find(function, place.parent).argument.clauses.null:
        return True
    if place.kind.name != "text":
        return False
    counts = [api.find(function, api.axis(function, place, x).path) for x in a.axes if not x.name.isdigit()]
    return any(c and c.argument.clauses.zero for c in counts)


def label(api, function, place, axis):
    """The name of an axis in the statements of a call."""
    if axis.name.isdigit():
        return axis.name
    count = api.axis(function, place, axis)
    name = count.path if count.handle else count.path.rsplit("->", 1)[-1]
    return name + {1: "+1", -1: "-1"}.get(count.offset, "")


def axes(api, function, place):
    return " ".join(label(api, function, place, x) for x in place.argument.axes)
