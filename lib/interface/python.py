"""Generates the modules of the Python package from the contracts: a typed function with a docstring and named results
for each C function, and a class for each handle and for each struct that several functions share.

How a call becomes arguments
    counts and axes   follow from the arrays; a count without an input array is an argument itself
    in, options       their members are arguments; one that may be left out is a keyword, None by default
    shared structs    a frozen class of the same members (carbon.Path)
    handles           a class; functions whose first argument it is are its methods, accessors its properties
    flags             a keyword each, True or False
    choices           a constant, or its name in small letters ("un")
    outputs           a class of results by name; a single result is returned as it is
    row status        a list that the call fills

This file composes the modules.  python_names.py has names and types, python_arguments.py the arguments of a function,
python_calls.py the statements of a call, python_functions.py and python_classes.py functions and classes,
python_text.py lines and docstrings.
"""
import re

from .python_classes import handle_class, is_method, shared_class
from .python_functions import fallible, plain
from .python_names import BASE, Names, is_shared, local, small
from .python_text import broken, document

MADE = "# Made from the headers by lib/interface/make.py; do not edit."
NAMED = {"definition": r"skpi_\w+_definition", "prices": "skpi_basis_prices"}  # numbers of a basis, some of which have names
LIBRARY = ["from collections.abc import Iterable, Sequence", "from dataclasses import dataclass, replace",
           "from typing import Any, Literal, NoReturn, Union"]


def choices(names):
    """A type for each enum of the module."""
    out = []
    for e in names.api.enums.values():
        if e.module == names.module and not e.flags:
            start = f"{names.public(names.choice(e.tag))} = Union[int, Literal["
            out += broken(start + ", ".join(f'"{small(m, e.tag)}"' for m in e.members) + "]]", len(start))
    return out


def function(names, f):
    """[lines] of a function, after the class of its results."""
    name = names.public(local(names.module, f.name))
    results, lines = fallible(names, f, name) if f.fallible else ([], plain(names, f, name))
    return results + lines


def blocks(names):
    """[lines] of everything that the module defines."""
    api, module = names.api, names.module
    if module == BASE:  # structs written by hand, and functions that take them
        return [function(names, f) for f in api.functions.values() if f.module == module
                and not any(p.type.base in api.structs for p in f.parameters)]
    handles = [h for h in api.handles.values() if h.module == module]
    out = [found for found in [choices(names)] if found]
    out += [shared_class(names, s) for s in api.structs.values() if s.module == module and is_shared(s)]
    out += [handle_class(names, h) for h in handles]
    for f in api.functions.values():
        if f.module == module and not any(is_method(f, h) for h in handles):
            out.append(function(names, f))
    return out


def stated(api):
    """_basis.py: the members of a basis and its flags.  The methods of Basis are written by hand."""
    names, struct = Names(api, ""), api.structs["skpi_basis"]
    flags = [(small(m, struct.flags), m.text) for m in api.enums[struct.flags].members]
    lines = [f"{m.name}  {m.said}." for m in struct.members] + [f"{name}  {said.rstrip('.')}." for name, said in flags]
    head = [MADE, '"""Members of a basis."""', "from __future__ import annotations", "",
            "from dataclasses import dataclass", "from typing import ClassVar, Dict, Literal, Union", "", "",
            "@dataclass(frozen=True)", "class Stated:"]
    tags = {m.name: [t for t in api.enums if re.fullmatch(m.kind.tag or NAMED.get(m.name, "-"), t)] for m in struct.members}
    members = []
    for name, found in tags.items():
        words = ", ".join(f'"{small(e, tag)}"' for tag in found for e in api.enums[tag].members)
        start = f"    {name}: Union[int, Literal["
        members += broken(start + words + "]] = 0", len(start)) if found else [f"    {name}: int = 0"]
    members += [f"    {name}: bool = False" for name, _ in flags]
    members += ["    _named: ClassVar[Dict[str, str]] = {  # the enums of what may be given by name"]
    members += [f'        "{name}": "{" ".join(found)}",' for name, found in tags.items() if found] + ["    }"]
    return "\n".join([*head, *document(names, struct.summary, lines), *members, ""])


def needed(line, used):
    """[an import of those names that are used], [] if none is."""
    start, between, listed = line.partition(" import ")
    found = [n for n in listed.split(", ") if re.search(rf"\b{n}\b", used)]
    return [start + between + ", ".join(found)] if found else []


def text(names, about):
    """The whole module."""
    parts = ["\n".join(b) for b in blocks(names)]
    package = ["from . import _abi, _base, _call", *(f"from . import {m}" for m in sorted(names.uses)),
               "from ._base import Basis, Table", "from ._codes import CodedHandle, CodedResult",
               "from ._handle import Handle",
               "from ._typing import Grid, Many, Progress, Ragged"]
    head = [MADE, *document(names, about, [], indent=0),
            "from __future__ import annotations", ""]
    for imports in (LIBRARY, package):
        kept = [one for line in imports for one in needed(line, "\n".join(parts))]
        head += kept + [""] * bool(kept)
    start = "__all__ = ["
    head += broken(start + ", ".join(f'"{n}"' for n in sorted(names.defined)) + "]", len(start))
    head += ["", "", "def __dir__() -> list[str]:", "    return __all__"]
    return "\n\n\n".join(["\n".join(head)] + parts) + "\n"


def about(header):
    """The first comment of a header, as one or more sentences."""
    comment = re.match(r"\s*/\*(.*?)\*/", header, re.S)[1]
    return " ".join(re.sub(r"^\s*\* ?", "", line) for line in comment.strip().splitlines())


def modules(api, headers):
    """{path: text} of the modules.  headers: {module: text of its header}"""
    headers = {**headers, BASE: "/* Statuses, versions and names in the library in use. */"}
    made = {f"lib/python/smartkpi/{m}.py": text(Names(api, m), about(headers[m])) for m in api.modules
            if m not in api.bare}
    return {**made, "lib/python/smartkpi/_basis.py": stated(api)}
