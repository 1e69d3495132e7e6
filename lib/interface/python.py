"""The modules of the Python package, made from the contracts: a typed function for each C function, with a docstring,
its results named; a class for each handle and for each struct that several functions share.

How a call becomes arguments
    counts and axes   told by the arrays; a count that no input has is an argument itself
    in, options       their members are arguments; what may be left out is a keyword, None by default
    shared structs    a frozen class of the same members (carbon.Path)
    handles           a class; functions whose first argument it is are its methods, accessors its properties
    flags             a keyword each, True or False
    choices           a constant, or its name in small letters ("un")
    outputs           a class of results by name; a single one is given as it is
    row status        a list that the call fills
"""
import re
import textwrap

from . import model

WIDTH = 118
CLASSES = {"iotable": "IOTable"}  # spellings that capitals at each word do not give
# Rooms whose size is the library's to know: columns of a result that every choice fits into.
ROOMS = {("skpi_series_fit", "n_parameters"): "4", ("skpi_digital_definitions", "n_definitions"): "8"}
# Rooms that are cut to what a result counts; no argument.
CUT = {("skpi_digital_definitions", "n_definitions"): "count"}
# What may be left out although it has no default in C: without prob there are no quantiles, a correlation is 0.
SPARED = {("skpi_digital_definitions", "correlation"), ("skpi_carbon_warming", "prob"),
          ("skpi_series_composition_forecast", "prob"), ("skpi_series_forecast", "prob")}
# Members that may be 0 for another function of the same options.
NEEDED = {("skpi_series_fit", "model"), ("skpi_series_forecast", "model")}
# Functions of which some results may cost much, or refuse what others take.
WITHOUT = {"skpi_series_growth", "skpi_economy_iotable_linkages"}
HAND = {"base"}  # modules written by hand


def broken(text, indent, width=WIDTH):
    """Code in lines that end behind a comma."""
    joined = re.sub(r"(?<!,) ", "\0", text)
    lines = textwrap.wrap(joined, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\0", " ") for line in lines]


def spoken(text):
    """A contract's words in Python: members of what is told by keywords stand by themselves, NULL is None."""
    text = re.sub(r"(\w)->", r"\1.", re.sub(r"\b(in|options|out)->(?:project->|fit->)?", "", text))
    text = re.sub(r"; (both )?(?:NULL|0) = ", "; by default ", text)
    text = re.sub(r"; may be (?:any input|[\w.]+(?:, [\w.]+)*)(?=[;.]|$)", "", text)  # memory is Python's own
    return re.sub(r"\bSKPI_[A-Z_]+_FLAG_(\w+)", lambda m: f"{m[1].lower()}=True", re.sub(r"\bNULL\b", "None", text))


def camel(name):
    return CLASSES.get(name) or "".join(CLASSES.get(w, w.capitalize()) for w in name.split("_"))


def local(module, name):
    """The name behind skpi_<module>_."""
    return name[len(f"skpi_{module}_"):]


class Argument:
    """One argument of the Python function."""

    def __init__(self, place, type, optional, path=None, name=None, said=""):
        self.place, self.type, self.optional, self.said = place, type, optional, said
        self.path, self.name = path or place.path, name or place.argument.name

    @property
    def declared(self):
        if self.said:  # a flag
            return f"{self.name}: bool = False"
        return f"{self.name}: {self.type}" + (" | None = None" if self.optional else "")

    @property
    def line(self):
        """What the docstring says."""
        if self.said:
            return f"{self.name}  {self.said}."
        a = self.place.argument
        axes = "".join(f"[{model.spelled(x)}]" for x in a.axes)
        return f"{self.name}{axes}  {a.said}."


class Maker:
    """One module."""

    def __init__(self, api, module):
        self.api, self.module = api, module
        self.functions = [f for f in api.functions.values() if f.module == module]
        self.handles = [h for h in api.handles.values() if h.module == module]
        self.shared = [s for s in api.structs.values() if s.module == module and self.is_shared(s)]
        self.names = []
        self.uses = set()

    # --- names and types

    def is_shared(self, struct):
        """A struct that is an argument by itself: taken by several functions for what it is."""
        return not re.search(r"_(in|out|options)$", struct.name) and struct.module not in HAND

    def public(self, name):
        if name in self.names:
            raise ValueError(f"{self.module}.{name} would be there twice")
        self.names.append(name)
        return name

    def choice(self, tag):
        module = self.api.enums[tag].module
        name = camel(local(module, tag) if module != "base" else tag[len("skpi_"):]) + "Choice"
        return name if module == self.module else self.other(module, name)

    def words(self, text):
        """A contract's words in those of this module."""
        return spoken(re.sub(r"\benum (skpi_\w+)", self.enum_name, text))

    def enum_name(self, match):
        """An enum in the words of Python."""
        e = self.api.enums.get(match[1])
        return self.choice(e.tag) if e and e.module == self.module and self.is_choice(e) else match[0]

    def other(self, module, name):
        if module == "base":
            return f"_base.{name}"
        self.uses.add(module)
        return f"{module}.{name}"

    def class_of(self, base):
        """Class of a handle or shared struct."""
        found = self.api.handles.get(base) or self.api.structs[base]
        name = camel(local(found.module, base))
        return name if found.module == self.module else self.other(found.module, name)

    def type_of(self, place):
        a, kind = place.argument, place.kind
        if kind.name == "table of":
            return "Iterable[Table]" if a.axes else "Table"
        if kind.name == "text":
            return "Sequence[str]" if a.axes else "str"
        if kind.name == "handle":
            return self.class_of(a.type.base)
        if kind.name == "basis":
            return "Basis"
        if kind.name == "progress":
            return "Progress"
        if kind.name == "bytes":
            return "bytes"
        if kind.name == "struct":
            return self.class_of(a.type.base)
        one = "bool" if kind.name == "flag" and not a.axes else self.choice(kind.tag) if kind.name == "enum" else \
            "float" if a.type.base == "double" else "int"
        if self.ragged(place):
            return f"Ragged[{one}]"
        return one if not a.axes else f"{'Many' if len(a.axes) == 1 else 'Grid'}[{one}]"

    # --- the arguments of a function

    def ragged(self, place):
        """Values of places one after another, whose beginnings another member tells."""
        return any(p.kind and p.kind.name == "offsets" and place.argument.name in p.kind.into
                   for p in self.siblings(place))

    def siblings(self, place):
        return [self.api.parameter(m) for m in place.struct.members] if place.struct else []

    def label(self, function, place, axis):
        """An axis by the name under which a call counts it."""
        if axis.name.isdigit():
            return axis.name
        count = self.api.axis(function, place, axis)
        name = count.path if count.handle else count.path.rsplit("->", 1)[-1]
        return name + {1: "+1", -1: "-1"}.get(count.offset, "")

    def axes(self, function, place):
        if self.ragged(place):
            return self.label(function, place, next(x for p in self.siblings(place) if p.kind.name == "offsets"
                                                    for x in p.argument.axes)).partition("+")[0]
        return " ".join(self.label(function, place, x) for x in place.argument.axes)

    def told(self, function, place):
        """Is this count told by the arrays and tables that a call is given?  Where none need be given, a count whose
        default is a number may be stated beside them."""
        by = [p for p in self.api.sized_by(function, place.path)
              if p.role == "in" and p.kind.name not in ("offsets", "row status") and "->basis->" not in p.path]
        needed = [p for p in by if p.argument.default is None]
        zero = place.argument.clauses.zero
        return bool(needed or by and not (zero and zero.number is not None))

    def arguments(self, function):
        """[Argument], handles and outputs of the library left out."""
        out = []
        for p in self.api.places(function):
            a, kind = p.argument, p.kind
            if "->basis->" in p.path or p.role in ("rows", "new") or kind.name in ("user", "zero", "offsets"):
                continue
            if p.struct and (p.struct.module in HAND or self.is_shared(p.struct)):
                continue
            if kind.name == "room":
                if p.struct:
                    out.append(Argument(p, "int", True))
                continue
            if p.role == "out" and kind.name != "count":
                continue
            if kind.name == "struct" and not self.is_shared(self.api.structs[a.type.base]):
                tag = self.api.structs[a.type.base].flags
                for m in self.api.enums[tag].members if tag else ():
                    out.append(Argument(p, "bool", True, f"{p.path}->flags", m.name[len(tag) + 1:].lower(),
                                        m.text.rstrip(".") or m.name))
                continue
            if kind.name in ("count", "axis") and (a.type.base in ("size_t", "uint64_t")):
                if self.told(function, p):
                    continue
                out.append(Argument(p, "int", a.default is not None))
                continue
            if p.struct and a.name in {x.name for x in out}:
                continue  # of options that another struct brings: the call's own argument says it
            optional = (a.default is not None or a.clauses.only is not None
                        or p.struct and self.optional(function, p.parent))
            spared = (function.name, a.name) in SPARED
            optional = (optional or spared or self.none(function, p)) and (function.name, a.name) not in NEEDED
            out.append(Argument(p, self.type_of(p), bool(optional)))
        return out

    def none(self, function, place):
        """May there be none of these?"""
        counts = [self.api.find(function, self.api.axis(function, place, x).path) for x in place.argument.axes
                  if not x.name.isdigit()] if place.kind.name == "text" else []
        return any(c and c.argument.clauses.zero for c in counts)

    def optional(self, function, path):
        """May the struct of that path be left out?"""
        p = self.api.find(function, path)
        return p.argument.clauses.null is not None and not path.endswith("in")

    # --- text

    def document(self, summary, lines, function=None, indent=4):
        pad = " " * indent
        out = []
        if function and function.experimental:
            summary += "  Experimental: it may still change before 1.0.0."
        for paragraph in [summary] + (function.notes if function else []):
            quotes = "" if out else '"' * 3
            out += textwrap.wrap(quotes + self.words(" ".join(paragraph.split())), WIDTH - indent) + [""]
        for line in lines:
            out += textwrap.wrap(self.words(line), WIDTH - indent, subsequent_indent="    ")
        if function:
            found = self.api.possible(function)
            told = [s for s in self.api.stated(function)]
            if told and lines:
                out.append("")
            for s in told:
                conditions = self.words("; ".join(c.text for c in s.conditions))
                out += textwrap.wrap(f"SKPI_{s.status}: {conditions}.", WIDTH - indent, subsequent_indent="    ")
            also = [f"SKPI_{s}" for s in found if s not in {t.status for t in told} and s[0] == "E"]
            if also:
                out += textwrap.wrap("By the kinds of the arguments: " + ", ".join(also) + ".", WIDTH - indent,
                                     subsequent_indent="    ")
            if function.source:
                out += ["", *textwrap.wrap("Source: " + function.source, WIDTH - indent, subsequent_indent="    ")]
        while out and not out[-1]:
            out.pop()
        text = [line.replace("\\", "\\\\") for line in out]
        if len(text) == 1 and len(pad + text[0]) < WIDTH:
            return [f'{pad}{text[0]}"""']
        return [pad + t if t else "" for t in text] + [f'{pad}"""']

    # --- the body of a function

    def value(self, function, argument):
        p, kind = argument.place, argument.place.kind
        if kind.name == "enum":
            return f'_core.choice("{kind.tag}", "{argument.name}", {argument.name})'
        return argument.name

    def inputs(self, function, arguments):
        """Statements that give the inputs to the call."""
        out, arrays, members = [], {}, {}
        for a in arguments:
            p, kind, first = a.place, a.place.kind, a.path.split("->")[0]
            key = a.path.rpartition("->")[0]
            if a.path.endswith("->flags"):
                tag = self.api.structs[p.argument.type.base].flags
                constant = next(m.name for m in self.api.enums[tag].members if m.name[len(tag) + 1:].lower() == a.name)
                out.append(f'call.flag("{p.path}", _abi.{constant}, {a.name})')
            elif kind.name == "handle" and not p.struct:
                out.append(f'call.handle("{p.path}", {a.name})')
                out += [f'call.axis("{a.name}", **{{"{label}": {a.name}.{label.split("->")[1]}}})'
                        for label in sorted(self.handle_axes(function, p.path))]
            elif kind.name == "table of" and p.argument.axes:
                out.append(f'call.tables("{p.path}", "{self.axes(function, p)}", {a.name})')
            elif kind.name == "table of" and not p.struct:
                if p.argument.clauses.null:
                    out += [f"if {a.name} is not None:", f'    call.table("{p.path}", {a.name})']
                else:
                    out.append(f'call.table("{p.path}", {a.name})')
            elif kind.name == "struct":
                out.append(f'call.shared("{p.path}", {a.name})')
            elif kind.name == "room":
                if (function.name, a.name) in CUT:
                    out += [f"call.axis({a.name}={ROOMS[function.name, a.name]})",
                            f'call.cut("{a.name}", "{CUT[function.name, a.name]}")']
                    continue
                out.append(f'call.axis({a.name}={ROOMS[function.name, a.name]} if {a.name} is None else {a.name})')
            elif kind.name == "count" or kind.name == "axis" and p.argument.type.base == "size_t":
                if a.optional:
                    out += [f"if {a.name} is not None:", f"    call.axis({a.name}={a.name})"]
                else:
                    out.append(f"call.axis({a.name}={a.name})")
            elif kind.name == "bytes":
                out.append(f'call.bytes("{p.path}", "{self.axes(function, p)}", {a.name})')
            elif self.ragged(p):
                offsets = next(q for q in self.siblings(p) if q.kind.name == "offsets")
                members.setdefault((key, "ragged", offsets.argument.name, self.axes(function, p)), []).append(a)
            elif p.struct:
                if kind.name == "handle":
                    out += [f"if {a.name} is not None:"]
                    out += [f'    call.axis("{a.name}", **{{"{label}": {a.name}.{label.rpartition("->")[2]}}})'
                            for label in sorted(self.handle_axes(function, p.path))]
                members.setdefault((key, "struct", "", self.axes(function, p)), []).append(a)
            elif kind.name == "text":
                out.append(f'call.text("{p.path}", {a.name})' if not p.argument.axes else
                           f'call.values["{p.path}"] = call.texts("{a.name}", "{self.axes(function, p)}", {a.name})')
            else:
                arrays.setdefault(self.axes(function, p), []).append(a)
        for axes, group in arrays.items():
            given = ", ".join(f"{a.name}={self.value(function, a)}" for a in group)
            out.append(f'call.take("{axes}", {given})' if axes else f"call.value({given})")
        for (path, how, more, axes), group in members.items():
            given = ", ".join(f"{a.place.argument.name}={self.value(function, a)}" for a in group)
            if how == "ragged":
                out.append(f'call.ragged("{path}", "{more}", "{axes}", {given})')
            else:
                out.append(f'call.struct("{path}", "{axes}", {given})')
        return out

    def handle_axes(self, function, path):
        return {self.label(function, p, x).partition("+")[0] for p in self.api.places(function) if p.kind
                for x in p.argument.axes if self.label(function, p, x).startswith(path + "->")}

    def outputs(self, function):
        """(statements, [(name, Argument of the contract)])"""
        plain, inside, out, named = {}, {}, [], []
        for p in self.api.places(function):
            a = p.argument
            if p.role != "out" or p.kind.name in ("out", "room", "count") or "->basis->" in p.path or a.name == "zero":
                continue
            if p.struct and p.struct.module in HAND and p.parent:
                continue
            named.append((a.name, a))
            if p.kind.name == "bytes":
                out.append(f'call.bytes_out("{a.name}", "{self.axes(function, p)}", self.{self.axes(function, p)}())')
            elif p.kind.name == "basis":
                out.append(f'call.basis_out("{p.parent}", "{a.name}")' if p.struct else f'call.basis_out("{a.name}")')
            elif p.struct:
                inside.setdefault(p.parent, []).append((a.name, self.axes(function, p)))
            else:
                plain.setdefault(self.axes(function, p), []).append(a.name)
        for axes, names in plain.items():
            out.append(f'call.out("{axes}", ' + ", ".join(f'"{n}"' for n in names) + ")")
        for path, pairs in inside.items():
            out.append(f'call.outs("{path}", ' + ", ".join(f'{n}="{axes}"' for n, axes in pairs) + ")")
        return out, named

    def lacking(self, function):
        """Results that a handle made without what they need cannot give: "x is wanted of a table without y"."""
        out = []
        for c in (c for s in self.api.stated(function) for c in s.conditions):
            m = re.search(r"(.*) (?:is|are) wanted of an? (\w+) without (\w+)$", c.text)
            if m:
                names = ", ".join(f'"{n}"' for n in re.findall(r"->(\w+)", m[1]))
                out.append(f'call.lacking({m[2]}, "{m[3]}", {names})')
        return out

    def rows(self, function):
        p = next((p for p in self.api.places(function) if p.role == "rows"), None)
        return self.axes(function, p) if p else ""

    def signature(self, name, arguments, more, result, first=()):
        needed = [a for a in arguments if not a.optional]
        optional = [a.declared for a in arguments if a.optional] + more
        parts = list(first) + [a.declared for a in needed] + (["*"] + optional if optional else [])
        text = f"def {name}(" + ", ".join(parts) + f") -> {result}:"
        width = WIDTH - 4 if first else WIDTH  # of a method
        if len(text) <= width:
            return [text]
        return broken(text, len(f"def {name}("), width)

    def statements(self, lines, indent):
        out = []
        for line in lines:
            pad = " " * indent + re.match(r" *", line)[0]
            head = re.match(r" *[\w.]*\(?", line)[0]
            out += [pad + one for one in broken(line.strip(), len(head.strip()), WIDTH - len(pad))]
        return out

    def fallible(self, function, name, method=False, handle=None):
        arguments = self.arguments(function)
        skip = function.parameters[0].name if method else ""
        shown = [a for a in arguments if (a.name != skip or a.place.struct) and (function.name, a.name) not in CUT]
        rows = self.rows(function)
        outs, named = self.outputs(function)
        result, cls, out = "None", "", []
        if len(named) == 1:
            result = "Any" if named[0][1].axes or named[0][1].type.base.startswith("skpi") else \
                "float" if named[0][1].type.base == "double" else "int"
            result = "Basis" if named[0][1].type.base == "skpi_basis" else result
        elif named:
            cls = result = self.public(camel(name) + "Result")
            out += self.results(cls, function, named)
        without = function.name in WITHOUT
        names = ", ".join(f'"{n}"' for n, _ in named)
        more = [f"without: Sequence[Literal[{names}]] = ()"] if without else []
        more += ["status: list[int] | None = None"] if rows else []
        body = [f'call = _core.Call("{function.name}"' + (f', status, "{rows}"' if rows else "") + ")"]
        body += self.inputs(function, arguments)
        body += [f'call.spare("{self.axes(function, a.place)}")' for a in arguments
                 if a.optional and a.name == "prob" and outs]
        body += outs + (["call.without(without)"] if without else [])
        body += self.lacking(function)
        returned = f"return call.run({cls})" if named else "call.run()"
        if named and len(named) > 1:
            body.append(returned)
        else:
            body.append("return call.run()" if named else "call.run()")
        lines = [a.line for a in shown]
        if without:
            lines.append("without  names of results that are not wanted; they are None.")
        if rows:
            lines.append("status  a list that is filled with the status of each row; without it the first bad row is an "
                         "Error.")
        if len(named) == 1:
            lines.append(f"Gives {named[0][0]}" + "".join(f"[{model.spelled(x)}]" for x in named[0][1].axes)
                         + f": {named[0][1].said}.")
        indent = 4 if method else 0
        head = self.signature(name, shown, more, result, ["self"] if method else [])
        text = [" " * indent + line for line in head] + self.document(function.summary, lines, function, indent + 4)
        if method:
            body = [re.sub(rf'call\.handle\("{skip}", {skip}\)', f'call.handle("{skip}", self)', b) for b in body]
            body = [re.sub(rf": {skip}\.", ": self.", b) for b in body]
            body = [re.sub(rf"call\.lacking\({skip},", "call.lacking(self,", b) for b in body]
        return out, text + self.statements(body, indent + 4)

    def results(self, cls, function, named):
        out = ["@dataclass(frozen=True, eq=False)", f"class {cls}:"]
        out += self.document(f"What {function.name} gives.", [
            f"{n}" + "".join(f"[{model.spelled(x)}]" for x in a.axes) + f"  {a.said}." for n, a in named])
        out += [f"    {n}: " + ("Basis" if a.type.base == "skpi_basis" else "Any" if a.axes else
                                "float" if a.type.base == "double" else "int") for n, a in named]
        return out + ["", ""]

    def plain(self, function, name):
        """A function that cannot fail: texts."""
        arguments = [f"{p.name}: " + ("str" if p.type.base == "char" else "float" if p.type.base == "double" else "int")
                     for p in function.parameters]
        result = "str | None" if function.result.text == "const char *" else "int"
        out = [f"def {name}(" + ", ".join(arguments) + f") -> {result}:"]
        lines = [f"{p.name}  {p.said}." for p in function.parameters if p.said]
        out += self.document(function.summary, lines)
        given = ", ".join(p.name for p in function.parameters)
        return out + [f'    return _core.plain("{function.name}", {given})']

    # --- classes

    def shared_class(self, struct):
        name = self.public(camel(local(self.module, struct.name)))
        needed, optional, lines, gives = [], [], [], {}
        offsets = {}
        for m in struct.members:
            p = self.api.parameter(m)
            p.struct = struct
            if m.kind.name == "offsets":
                offsets = {n: m.name for n in m.kind.into}
            if m.kind.name in ("count", "offsets", "zero"):
                continue
            lines.append(f"{m.name}  {m.said}.")
            type = self.type_of(p)
            if m.default is None and m.clauses.only is None:
                needed.append(f"    {m.name}: {type}")
            else:
                optional.append(f"    {m.name}: {type} | None = None")
            axes = " ".join(x.name for x in m.axes)
            gives.setdefault((offsets.get(m.name, ""), axes), []).append(m)
        out = ["@dataclass(frozen=True, eq=False)", f"class {name}:"]
        out += self.document(struct.summary, lines) + needed + optional
        out += ["", "    def replace(self, **members: Any) -> " + name + ":",
                '        """The same with other members."""', "        return replace(self, **members)", "",
                "    def _give(self, call: _core.Call, parameter: str) -> None:"]
        body = []
        for (ragged, axes), group in gives.items():
            if ragged:
                axes = next(x.name for m in struct.members if m.kind.name == "offsets" for x in m.axes)
            given = ", ".join(f"{m.name}=" + (f'_core.choice("{m.kind.tag}", "{m.name}", self.{m.name})'
                                              if m.kind.name == "enum" else f"self.{m.name}") for m in group)
            body.append(f'call.ragged(parameter, "{ragged}", "{axes}", {given})' if ragged else
                        f'call.struct(parameter, "{axes}", {given})')
        return out + self.statements(body, 8)

    def handle_class(self, handle):
        name = self.public(camel(local(self.module, handle.name)))
        mine = [f for f in self.functions if self.is_method(f, handle)]
        new = next(f for f in mine if f.name == handle.name + "_new")
        arguments = self.arguments(new)
        out, results = [f"class {name}(_core.Handle):"], []
        lines = [a.line for a in arguments]
        out += self.document(handle.summary + "  A context manager, which ends it.", lines, new)
        out += ["", f'    _free = "{handle.name}_free"', ""]
        taken = next(p.name for p in new.parameters if p.type.depth == 2)
        body = [f'call = _core.Call("{new.name}")'] + self.inputs(new, arguments) + [f'self._open(call, "{taken}")']
        out += ["    " + s for s in self.signature("__init__", arguments, [], "None", ["self"])]
        out += self.statements(body, 8)
        for f in mine:
            short = f.name[len(handle.name) + 1:]
            if short in ("new", "free"):
                continue
            if not f.fallible:
                result = "int" if f.result.text == "size_t" else "str | None"
                out += ["", "    @property", f"    def {short}(self) -> {result}:"]
                out += self.document(f.summary, [], None, 8)
                out += [f'        return _core.plain("{f.name}", self.pointer)']
            elif any(p.type.depth == 2 and p.type.base == handle.name for p in f.parameters):
                out += [""] + self.constructor(f, name, short)
            elif f.parameters[0].type.base == handle.name:
                made, text = self.fallible(f, short, method=True)
                results += made
                out += [""] + text
        return results + out

    @staticmethod
    def is_method(function, handle):
        return (function.name.startswith(handle.name + "_")
                and any(p.type.base == handle.name for p in function.parameters))

    def constructor(self, function, cls, short):
        arguments = self.arguments(function)
        taken = next(p.name for p in function.parameters if p.type.depth == 2)
        out = ["    @classmethod"]
        out += ["    " + s for s in self.signature(short, arguments, [], cls, ["cls"])]
        out += self.document(function.summary, [a.line for a in arguments], function, 8)
        body = ["self = cls.__new__(cls)", f'call = _core.Call("{function.name}")'] + self.inputs(function, arguments)
        return out + self.statements(body + [f'self._open(call, "{taken}")', "return self"], 8)

    # --- the module

    def text(self, about):
        handled = {f.name for h in self.handles for f in self.functions if self.is_method(f, h)}
        parts = []
        for e in (e for e in self.api.enums.values() if e.module == self.module and self.is_choice(e)):
            name = self.public(self.choice(e.tag))
            words = ", ".join(f'"{m.name[len(e.tag) + 1:].lower()}"' for m in e.members)
            parts.append(broken(f"{name} = Union[int, Literal[{words}]]", len(f"{name} = Union[int, Literal[")))
        blocks = [["\n".join("\n".join(p) for p in parts)]] if parts else []
        for s in self.shared:
            blocks.append(self.shared_class(s))
        for h in self.handles:
            blocks.append(self.handle_class(h))
        for f in self.functions:
            if f.name in handled:
                continue
            name = self.public(local(self.module, f.name))
            if f.fallible:
                results, text = self.fallible(f, name)
                blocks.append(results + text)
            else:
                blocks.append(self.plain(f, name))
        head = ["# Made from the headers by lib/interface/make.py; do not edit."]
        head += self.document(about, [], None, 0) + ["from __future__ import annotations", ""]
        head += ["from collections.abc import Iterable, Sequence", "from dataclasses import dataclass, replace",
                 "from typing import Any, Literal, Union", "", "from . import _abi, _base, _core"]
        head += [f"from . import {m}" for m in sorted(self.uses)]
        head += ["from ._base import Basis, Table", "from ._typing import Grid, Many, Progress, Ragged", ""]
        every = ", ".join(f'"{n}"' for n in sorted(self.names))
        head += broken(f"__all__ = [{every}]", 11)
        used = "\n".join("\n".join(b) for b in blocks)
        head = list(filter(None, (self.needed(h, used) if h else " " for h in head)))
        head = [h.strip() if h == " " else h for h in head]
        return "\n".join(head) + "\n\n\n" + "\n\n\n".join("\n".join(b).rstrip("\n") for b in blocks) + "\n"

    def is_choice(self, enum):
        return not enum.flags and enum.tag not in ("skpi_status", "skpi_none")

    @staticmethod
    def needed(line, used):
        """An import with those of its names that are used, "" if none is."""
        m = re.match(r"(from [\w.]+ import )(.*)", line)
        if not m or "__future__" in line:
            return line
        names = [n for n in m[2].split(", ") if re.search(rf"\b{n}\b", used)]
        return m[1] + ", ".join(names) if names else ""


def about(header):
    """What a header says first, as a sentence or more."""
    text = re.match(r"\s*/\*(.*?)\*/", header, re.S)[1]
    return " ".join(re.sub(r"^\s*\* ?", "", line) for line in text.strip().splitlines())


def modules(api, headers):
    """{path: text} of the modules.  headers: {module: text of its header}"""
    return {f"lib/python/smartkpi/{m}.py": Maker(api, m).text(about(headers[m])) for m in api.modules
            if m not in HAND and m not in api.bare}
