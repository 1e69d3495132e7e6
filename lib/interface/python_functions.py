"""Functions and methods of the Python package, and the classes of their results."""
import re

from .python_arguments import arguments, axes
from .python_calls import inputs, lacking, outputs, rows
from .python_names import camel, result_type, scalar
from .python_text import document, entry, signature, spelled, statements

# Functions with results that may be expensive, or that refuse inputs which the others accept.
WITHOUT = {"skpi_series_growth", "skpi_economy_iotable_linkages"}


def fallible(names, function, name, method=False):
    """(class of its results if it has several, text) of a function that returns a status."""
    api, indent = names.api, 4 if method else 0
    taken, row = arguments(names, function, method), rows(api, function)
    outs, named = outputs(api, function)
    cls = names.public(camel(name) + "Result") if len(named) > 1 else ""
    shown = [a for a in taken if a.shown]
    lines, more = [a.line for a in shown], []
    body = [f'call = _call.Call("{function.name}"' + (f', status, "{row}"' if row else "") + ", unknown=unknown)"]
    body += inputs(api, function, taken)
    body += outs
    for a in taken:
        if a.optional and a.name == "prob":
            shape = axes(api, function, a.place)
            quoted = ", ".join(f'"{b.name}"' for b in named if shape in [x.name for x in b.axes])
            body += [f"if {a.name} is None:", f"    call.skip({quoted})"]
    if function.name in WITHOUT:
        quoted = ", ".join(f'"{a.name}"' for a in named)
        more.append(f"without: Sequence[Literal[{quoted}]] = ()")
        lines.append("without  names of results that are not wanted; they are None.")
        body.append("call.skip(*without)")
    if row:
        more.append("status: list[int] | None = None")
        lines.append("status  a list that is filled with the status of each row; without it the first bad row is an "
                     "Error.")
    if len(named) == 1:
        lines.append(f"Gives {spelled(named[0])}: {named[0].said}.")
    body += lacking(api, function, method) + [("return " if named else "") + f"call.run({cls})"]
    result = cls or (result_type(named[0]) if named else "None")
    return results(names, cls, function, named) if cls else [], [
        *signature(name, shown, result, more, "self" if method else ""),
        *document(names, function.summary, lines, function, indent + 4), *statements(body, indent + 4)]


def results(names, cls, function, named):
    out = ["@dataclass(frozen=True, eq=False)", f"class {cls}:"]
    out += document(names, f"What {function.name} gives.", [entry(a) for a in named])
    return out + [f"    {a.name}: {result_type(a)}" for a in named] + ["", ""]


def plain(names, function, name):
    """The text of a function that cannot fail."""
    declared = ", ".join(f"{p.name}: {scalar(p.type)}" for p in function.parameters)
    given = ", ".join([f'"{function.name}"'] + [p.name for p in function.parameters])
    lines = [f"{p.name}  {p.said}." for p in function.parameters if p.said]
    return [f"def {name}({declared}) -> {plain_result(function)}:", *document(names, function.summary, lines),
            f'    return _call.plain({given})']


def plain_result(function):
    if function.result.text != "const char *":
        return "int"
    return "str | None" if re.search(r"(?<!never )NULL", function.summary) else "str"
