"""The statements of a call: what it is given, what it gives."""
import re

from .python_arguments import CUT, axes, label
from .python_names import is_shared


def value(kind, name, given):
    """A keyword of a call's statement; a choice may be given by its name."""
    return f"{name}=" + (f'_core.choice("{kind.tag}", "{name}", {given})' if kind.name == "enum" else given)


def inputs(api, function, arguments):
    """Statements that give the inputs to the call: those that stand by themselves, then arrays of the same axes."""
    out, arrays, members = [], {}, {}
    for a in arguments:
        p, alone = a.place, by_itself(api, function, a)
        if alone:
            out += alone
        elif p.struct:
            if p.kind.name == "handle":
                out += if_given(a, handle_axes(api, function, a))
            members.setdefault((p.parent, axes(api, function, p)), []).append(a)
        else:
            arrays.setdefault(axes(api, function, p), []).append(a)
    for shape, group in arrays.items():
        given = ", ".join(value(a.place.kind, a.name, a.given) for a in group)
        out.append(f'call.take("{shape}", {given})' if shape else f"call.value({given})")
    out += [needed(a) for a in arguments if a.place.argument.clauses.only and not a.place.struct and
            not a.place.argument.type.depth]
    for (path, shape), group in members.items():
        given = ", ".join(value(a.place.kind, a.name, a.given) for a in group)
        out.append(f'call.struct("{path}", "{shape}", {given})')
    return out


def by_itself(api, function, argument):
    """The statements of an argument that no other stands beside, [] of one that is grouped."""
    a, p, kind = argument, argument.place, argument.place.kind.name
    many, shape = bool(p.argument.axes), axes(api, function, p)
    if a.flag:
        return [f'call.flag("{p.path}", _abi.{a.flag}, {a.given})']
    if kind == "handle" and not p.struct:
        return [f'call.handle("{p.path}", {a.given})'] + handle_axes(api, function, a)
    if kind == "table of" and many:
        return [f'call.tables("{p.path}", "{shape}", {a.given})']
    if kind == "table of" and not p.struct:
        table = [f'call.table("{p.path}", {a.given})']
        return if_given(a, table) if p.argument.clauses.null else table
    if kind == "struct":
        return [f'call.shared("{p.path}", {a.given})']
    if kind == "room":
        cut = CUT.get((function.name, a.name))
        return [f"call.axis({a.name}={a.given})"] + ([f'call.cut("{a.name}", "{cut}")'] if cut else [])
    if kind == "count" or kind == "axis" and p.argument.type.base == "size_t":
        count = [f"call.axis({a.name}={a.given})"]
        return if_given(a, count) if a.optional else count
    if kind == "bytes":
        return [f'call.bytes("{p.path}", "{shape}", {a.given})']
    if kind == "text" and not p.struct:
        return [f'call.values["{p.path}"] = call.texts("{a.name}", "{shape}", {a.given})' if many else
                f'call.text("{p.path}", {a.given})']
    return []


def needed(argument):
    """C has no default for what is passed by value: the choice that uses it needs it."""
    only = argument.place.argument.clauses.only
    constants = ", ".join(f"_abi.{c}" for c in only.constants)
    return f'call.needed("{argument.name}", {argument.given}, "{only.choice}", {constants})'


def if_given(argument, lines):
    return [f"if {argument.given} is not None:"] + ["    " + line for line in lines]


def handle_axes(api, function, argument):
    """Statements of the axes that a handle's accessors count."""
    found = {label(api, function, p, x).partition("+")[0] for p in api.places(function) for x in p.argument.axes}
    path = argument.place.path + "->"
    return [f'call.axis("{argument.name}", **{{"{one}": {argument.given}.{one[len(path):]}}})'
            for one in sorted(found) if one.startswith(path)]


def outputs(api, function):
    """(statements, [arguments of the contract that are results])"""
    plain, inside, out, named = {}, {}, [], []
    for p in api.places(function):
        a = p.argument
        if p.role != "out" or p.kind.name == "out" or p.struct and is_shared(p.struct):
            continue
        named.append(a)
        shape = axes(api, function, p)
        if p.kind.name == "bytes":
            out.append(f'call.bytes_out("{a.name}", "{shape}", self.{shape}())')
        elif p.kind.name == "basis":
            out.append(f'call.basis_out("{p.parent}", "{a.name}")' if p.struct else f'call.basis_out("{a.name}")')
        elif p.struct:
            inside.setdefault(p.parent, []).append(f'{a.name}="{shape}"')
        else:
            plain.setdefault(shape, []).append(f'"{a.name}"')
    out += [f'call.out("{shape}", {", ".join(quoted)})' for shape, quoted in plain.items()]
    out += [f'call.outs("{path}", {", ".join(pairs)})' for path, pairs in inside.items()]
    return out, named


def lacking(api, function, method):
    """Results that a handle made without what they need cannot give: "x is wanted of a table without y"."""
    out = []
    for c in (c for s in api.stated(function) for c in s.conditions):
        m = re.search(r"(.*) (?:is|are) wanted of an? (\w+) without (\w+)$", c.text)
        if m:
            names = ", ".join(f'"{n}"' for n in re.findall(r"->(\w+)", m[1]))
            handle = "self" if method and m[2] == function.parameters[0].name else m[2]
            out.append(f'call.lacking({handle}, "{m[3]}", {names})')
    return out


def rows(api, function):
    """The axis of the row status, "" if there is none."""
    return next((axes(api, function, p) for p in api.places(function) if p.role == "rows"), "")
