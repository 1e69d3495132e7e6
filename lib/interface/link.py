"""Checks the names in contracts, after all headers were read."""
import re

from .model import Only, spelled

_CONSTANT = re.compile(r"\bSKPI_[A-Z0-9_]*[A-Z0-9]\b(?!_?\.\.\.)")
_MACROS = {"SKPI_API", "SKPI_CHECK", "SKPI_BUILD", "SKPI_VERSION", "SKPI_VERSION_NUMBER"}


def texts(owner):
    """(line, text) of everything that a contract says."""
    yield owner.line, owner.summary
    for note in getattr(owner, "notes", ()):
        yield owner.line, note
    for a in getattr(owner, "members", ()) or getattr(owner, "parameters", ()):
        if hasattr(a, "clauses"):
            c = a.clauses
            for text in (a.text, *c.prose, c.infinite, *(d.text for d in (c.null, c.zero, c.both_zero) if d)):
                yield a.line, text
    for s in getattr(owner, "statuses", ()):
        for c in s.conditions:
            yield s.line, c.text


def check(interface, report):
    """Reports each fault by report(module, line, text)."""
    constants = interface.constants()
    for owner in interface.owners():
        for line, text in texts(owner):
            for name in _CONSTANT.findall(text):
                if name not in constants and name not in _MACROS:
                    report(owner.module, line, f"{name} is no constant")
    for s in interface.structs.values():
        for m in s.members:
            _beside(interface, s, m, s.member, lambda text, m=m, s=s: report(s.module, m.line, text))
    for f in interface.functions.values():
        for p in f.parameters:
            _beside(interface, f, p, f.parameter, lambda text, p=p, f=f: report(f.module, p.line, text))
        _call(interface, f, report)


def _beside(interface, owner, a, find, report):
    """Checks the names of arguments that a names."""
    if a.kind and a.kind.name == "offsets":
        for name in a.kind.into:
            if not (find(name) and find(name).axes):
                report(f"{a.name}: {name} is no array beside it")
    only = a.clauses.only
    if not only:
        return
    choice = find(only.choice)
    enum = choice and choice.kind and interface.enums.get(choice.kind.tag)
    if not enum:
        return report(f"{a.name}: {only.choice} is no choice beside it")
    prefix = enum.tag.upper() + "_"
    known = [m.name for m in enum.members]
    full = tuple(prefix + n for n in only.names)
    for n in full:
        if n not in known:
            report(f"{a.name}: {n} is no constant of enum {enum.tag}")
    a.clauses.only = Only(only.choice, only.names, full)


def _call(interface, f, report):
    """Checks the axes, aliases and pairs of a function."""
    if f.module in interface.bare or not f.fallible:
        return
    said = set()
    for p in interface.places(f):
        a = p.argument
        where = (p.struct or f).module, a.line
        for axis in a.axes:
            if (p.struct or f).module not in interface.bare and interface.axis(f, p, axis) is None:
                report(*where, f"{p.path} in {f.name}: {spelled(axis)} is no count, neither beside it nor of the "
                       "arguments, inputs and accessors")
        for name in a.clauses.may_be if a.clauses.may_be != ("any input",) else ():
            other = interface.find(f, name)
            if not other or other.role != "in" or not (other.argument.axes or other.argument.name == "value"):
                report(*where, f"{p.path} in {f.name} may be {name}, which is no input array")
        if p.role == "rows":
            if len(a.axes) != 1 or a is not f.parameters[-1]:
                report(*where, f"{f.name}: the only row status is status[n], the last argument")
        if a.kind and a.kind.name == "axis" and a.shared not in said:
            said.add(a.shared)
            types = [q.type.text for q in f.parameters if q.name in a.shared]
            if types != ["int32_t", "size_t"]:
                report(*where, f"{f.name}: an axis is the pair `first_year`, `n_years`, int32_t and size_t")
