"""The statements of a call: its inputs and outputs."""
import re

from .python_arguments import CUT, axes, label
from .python_names import is_shared


def value(kind, name, given):
    """A keyword in a statement of a call; a choice may be given by its name."""
    return f"{name}=" + (f'_call.choice("{kind.tag}", "{name}", {given})' if kind.name == "enum" else given)


def inputs(api, function, arguments):
    """The statements that pass the inputs to the call: first arguments with a statement of their own, then arrays by
    axes."""
    out, arrays, members = [], {}, {}
    for a in (a for a in arguments if not a.flag):
        p, alone = a.place, by_itself(api, function, a)
        if alone:
            out += alone
        elif p.struct:
            if p.kind.name == "handle" and handle_axes(api, function, a):
                out += if_given(a, [give_handle(api, function, a)])
            members.setdefault((p.parent, axes(api, function, p)), []).append(a)
        else:
            arrays.setdefault(axes(api, function, p), []).append(a)
    for shape, group in arrays.items():
        given = ", ".join(value(a.place.kind, a.name, a.given) for a in group)
        out.append(f'call.take("{shape}", {given})' if shape else f"call.take({given})")
    out += [needed(a) for a in arguments if not a.flag and a.place.argument.clauses.only and not a.place.struct and
            not a.place.argument.type.depth]
    for (path, shape), group in members.items():
        given = ", ".join(value(a.place.kind, a.name, a.given) for a in group)
        out.append(f'call.struct("{path}", "{shape}", {given})' if shape else f'call.struct("{path}", {given})')
    for a in arguments:  # told by no array that may be left out: there are none
        zero = not a.flag and a.place.kind.name == "count" and a.place.argument.clauses.zero
        if zero and zero.number == 0:
            out.append(f'call.untold("{a.name}")')
    for path in dict.fromkeys(a.place.path for a in arguments if a.flag):
        bits = [f"bool({a.given}) * _abi.{a.flag}" for a in arguments if a.flag and a.place.path == path]
        flags = f"sum(({', '.join(bits)}))" if bits[1:] else bits[0]
        out.append(f'call.struct("{path}", flags={flags})')
    return out


def by_itself(api, function, argument):
    """The statements of an argument that has statements of its own, [] if it is grouped with others."""
    a, p, kind = argument, argument.place, argument.place.kind.name
    many, shape = bool(p.argument.axes), axes(api, function, p)
    if kind == "handle" and not p.struct:
        return [give_handle(api, function, a)]
    if kind == "table of" and not p.struct and not p.argument.clauses.null:
        return [f'call.take("{shape}", {a.given}={a.given})' if many else f"call.take({a.given}={a.given})"]
    if kind == "progress":
        return [f'call.lasts("{p.parent}", {a.given})']
    if kind == "struct":
        return [f'call.shared("{p.path}", {a.given})']
    if kind == "room":
        cut = CUT.get((function.name, a.name))
        return [f"call.axis({a.name}={a.given})"] + ([f'call.cuts = {{"{a.name}": "{cut}"}}'] if cut else [])
    if kind == "count" or kind == "axis" and p.argument.type.base == "size_t":
        default = default_length(api, function, p)
        if default is not None:
            return [f"call.axis({a.name}={default} if {a.given} is None else {a.given})"]
        count = [f"call.axis({a.name}={a.given})"]
        return if_given(a, count) if a.optional else count
    return []


def default_length(api, function, place):
    """The length of an axis of results alone, where a count of 0 stands for a number; None: no such axis."""
    zero, by = place.argument.clauses.zero, api.sized_by(function, place.path)
    return f"{zero.number:g}" if zero and zero.number and by and all(p.role == "out" for p in by) else None


def needed(argument):
    """The statement that requires an argument for the choice that uses it, because C has no default for values."""
    only = argument.place.argument.clauses.only
    constants = ", ".join(f"_abi.{c}" for c in only.constants)
    return f'call.needed("{argument.name}", {argument.given}, "{only.choice}", {constants})'


def if_given(argument, lines):
    return [f"if {argument.given} is not None:"] + ["    " + line for line in lines]


def give_handle(api, function, argument):
    """The statement that passes a handle, with the axes that its accessors count."""
    quoted = "".join(f', "{axis}"' for axis in handle_axes(api, function, argument))
    return f'call.handle("{argument.place.path}", {argument.given}{quoted})'


def handle_axes(api, function, argument):
    """The accessors of a handle that count axes of this call."""
    found = {label(api, function, p, x).partition("+")[0] for p in api.places(function) for x in p.argument.axes}
    path = argument.place.path + "->"
    return [one[len(path):] for one in sorted(found) if one.startswith(path)]


def outputs(api, function):
    """(statements, [arguments of the contract that are results])"""
    found, out, named, filled = {}, [], [], {}
    for p in api.places(function):
        a = p.argument
        if p.role != "out" or p.kind.name in ("out", "filled") or p.struct and is_shared(p.struct):
            continue
        named.append(a)
        if p.struct and api.find(function, p.parent).kind.name == "filled":
            filled.setdefault(p.parent, []).append(f'"{a.name}"')
            continue
        shape = axes(api, function, p)
        if p.kind.name == "bytes":  # a method of the handle counts them
            out.append(f'call.axis({shape}=self.{shape}())')
        found.setdefault(f'"{p.parent}", ' if p.struct else "", []).append(f'{a.name}="{shape}"')
    out += [f'call.out({path}{", ".join(pairs)})' for path, pairs in found.items()]
    return out + [f'call.filled("{path}", {", ".join(members)})' for path, members in filled.items()], named


def lacking(api, function, method):
    """The statements that skip results for which a handle or an input lacks data: "x is wanted of a table without
    y"."""
    out = []
    for c in (c for s in api.stated(function) for c in s.conditions):
        m = re.search(r"(.*) (?:is|are) wanted of an? (\w+) without (?:\w+->)?(\w+)$", c.text)
        if m:
            names = ", ".join(f'"{n}"' for n in re.findall(r"->(\w+)", m[1]))
            handle = "self" if method and m[2] == function.parameters[0].name else m[2]
            shared = any(p.name == m[2] and api.struct_of(p) for p in function.parameters)
            out += [f"if {handle}.{m[3]} is None:" if shared else f'if "{m[3]}" not in {handle}._given:',
                    f"    call.skip({names})"]
    return out


def rows(api, function):
    """The axis of the row status, "" if there is none."""
    return next((axes(api, function, p) for p in api.places(function) if p.role == "rows"), "")
