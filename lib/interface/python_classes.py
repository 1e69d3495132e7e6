"""Classes of the Python package: structs that several functions share, and handles with their methods."""
from .python_arguments import arguments
from .python_calls import inputs, value
from .python_functions import fallible, plain_result
from .python_text import document, signature, statements


def shared_class(names, struct):
    name = names.public(names.class_of(struct.name))
    beginnings = {n: m for m in struct.members if m.kind.name == "offsets" for n in m.kind.into}
    needed, optional, lines, gives, counts = [], [], [], {}, []
    for m in struct.members:
        if m.kind.name in ("offsets", "zero") or m.kind.name == "count" and tells(struct, m):
            continue
        if m.kind.name == "count":
            counts.append(m)
        begins = beginnings.get(m.name)
        lines.append(f"{m.name}  {m.said}.")
        declared = f"    {m.name}: {names.type_of(m, bool(begins))}"
        if m.default is None and m.clauses.only is None:
            needed.append(declared)
        else:
            optional.append(f"{declared} | None = None")
        if m in counts:
            continue
        axes = " ".join(x.name for x in (begins or m).axes)
        start = f'call.ragged(parameter, "{begins.name}", ' if begins else "call.struct(parameter, "
        gives.setdefault(f'{start}"{axes}", ' if axes else start, []).append(value(m.kind, m.name, f"self.{m.name}"))
    return ["@_call.inputs", "@dataclass(frozen=True, eq=False)", f"class {name}:",
            *document(names, struct.summary, lines), *needed,
            *optional, "", f"    def replace(self, **members: Any) -> {name}:",
            '        """The same with other members."""', "        return replace(self, **members)", "",
            "    def _give(self, call: _call.Call, parameter: str) -> None:",
            *stated(counts), *statements([start + ", ".join(given) + ")" for start, given in gives.items()], 8)]


def tells(struct, count):
    """Whether an array of the struct tells this count: one that must be given, or any if the count may be 0."""
    by = [m for m in struct.members if any(x.name == count.name for x in m.axes)]
    return any(m.default is None or count.default is not None for m in by)


def stated(counts):
    """The statements that pass counts which no array tells."""
    for m in counts:
        yield f"        call.axis({m.name}=self.{m.name}{' or 0' if m.default is not None else ''})"


def is_method(function, handle):
    return (function.name.startswith(handle.name + "_")
            and any(p.type.base == handle.name for p in function.parameters))


def opens(names, function):
    """(arguments, statements) of a function that makes a handle."""
    taken = arguments(names, function)
    new = next(p.name for p in function.parameters if p.type.depth == 2)
    return taken, [f'call = _call.Call("{function.name}", unknown=unknown)', *inputs(names.api, function, taken),
                   f'self._open(call, "{new}")']


def handle_class(names, handle):
    """The class, after the classes of its methods' results."""
    name = names.public(names.class_of(handle.name))
    methods = {f.name[len(handle.name) + 1:]: f for f in names.api.functions.values() if is_method(f, handle)}
    new, free = methods.pop("new"), methods.pop("free")
    taken, body = opens(names, new)
    results = []
    out = [f"class {name}(Handle):",
           *document(names, handle.summary + "  A context manager, which ends it.", [a.line for a in taken], new), "",
           f'    _free = "{free.name}"', "", *signature("__init__", taken, "None", first="self"), *statements(body, 8)]
    for short, f in methods.items():
        if not f.fallible:
            text = accessor(names, f, short)
        elif any(p.type.depth == 2 and p.type.base == handle.name for p in f.parameters):
            text = constructor(names, f, name, short)
        else:
            made, text = fallible(names, f, short, method=True)
            results += made
        out += ["", *text]
    return results + out


def accessor(names, function, short):
    return ["    @property", f"    def {short}(self) -> {plain_result(function)}:",
            *document(names, function.summary, [], indent=8),
            f'        return _call.plain("{function.name}", self.pointer)']


def constructor(names, function, cls, short):
    taken, body = opens(names, function)
    return ["    @classmethod", *signature(short, taken, cls, first="cls"),
            *document(names, function.summary, [a.line for a in taken], function, 8),
            *statements(["self = cls.__new__(cls)", *body, "return self"], 8)]
