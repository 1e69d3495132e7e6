"""C declarations as text, made into ctypes: what _abi.py is written in.

A declaration is "const double *share1".  Its Type says base (the innermost type), depth (how many *), const (the
innermost object may not be written) and text, all as in C; its ctype is what ctypes is told, element what an array of
numbers is made of, else None; counts are the names of those that are counts by value.
"""
from __future__ import annotations

import ctypes
import re
from collections import namedtuple
from collections.abc import Iterable

Type = namedtuple("Type", "base depth const text")
Parameter = namedtuple("Parameter", "name type ctype element")
Signature = namedtuple("Signature", "name result parameters module restype by_name counts defaults")

NUMBERS = {
    "int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64, "uint64_t": ctypes.c_uint64,
    "size_t": ctypes.c_size_t, "double": ctypes.c_double,
    "skpi_status": ctypes.c_int32,  # its INT32_MIN member fixes the width of the enum
}


def read_type(text: str) -> Type:
    m = re.fullmatch(r"(const )?(\w+) ?((?:\*(?:const ?)?)*)", text)
    if not m:
        raise ValueError(f"not a type: {text}")
    return Type(m[2], m[3].count("*"), bool(m[1]), text)


def counts(parameters: Iterable[Parameter]) -> list[str]:
    return [p.name for p in parameters if p.type.base in ("size_t", "uint64_t") and not p.type.depth]


def enums(variables: dict, names: dict[str, str]) -> dict[str, dict[str, int]]:
    return {tag: {name: variables[name] for name in text.split()} for tag, text in names.items()}


class Declared:
    """All declarations so far."""

    def __init__(self) -> None:
        self.struct: dict[str, type] = {}
        self.members: dict[str, dict[str, Parameter]] = {}
        self.counts: dict[str, list[str]] = {}  # names of counts in structs
        self.handles: dict[str, type] = {}
        self.callbacks: dict[str, type] = {}
        self.signatures: dict[str, Signature] = {}

    def ctype(self, t: Type):
        if t.depth == 0:
            return None if t.base == "void" else self.callbacks.get(t.base) or NUMBERS[t.base]
        if t.base == "void":
            inner, depth = ctypes.c_void_p, t.depth - 1
        elif t.base == "char":  # text to be read, or room for text
            inner, depth = (ctypes.c_char_p, t.depth - 1) if t.const or t.depth > 1 else (ctypes.c_char, 1)
        else:
            inner, depth = NUMBERS.get(t.base) or self.struct.get(t.base) or self.handles[t.base], t.depth
        for _ in range(depth):
            inner = ctypes.POINTER(inner)
        return inner

    def parameters(self, text: str) -> tuple[Parameter, ...]:
        out = []
        for one in filter(None, re.split(r",\s*", text.strip())):
            m = re.fullmatch(r"(.*?) ?(\w+)", one)
            t = read_type(m[1])
            out.append(Parameter(m[2], t, self.ctype(t), NUMBERS.get(t.base) if t.depth else None))
        return tuple(out)

    def callback(self, name: str, result: str, parameters: str) -> None:
        types = [p.ctype for p in self.parameters(parameters)]
        self.callbacks[name] = ctypes.CFUNCTYPE(self.ctype(read_type(result)), *types)

    def handle(self, name: str) -> None:
        self.handles[name] = type(name, (ctypes.Structure,), {"__doc__": "A handle; its inside is private."})

    def structs(self, texts: dict[str, str]) -> None:
        for name in texts:
            self.struct[name] = type(name, (ctypes.Structure,), {"__doc__": "Mirror of the C struct."})
        for name, text in texts.items():
            self.members[name] = {p.name: p for p in self.parameters(text)}
            self.counts[name] = counts(self.members[name].values())
            self.struct[name]._fields_ = [(p.name, p.ctype) for p in self.members[name].values()]

    def functions(self, module: str, texts: dict[str, tuple[str, str]]) -> None:
        for name, (result, parameters) in texts.items():
            t, all_ = read_type(result), self.parameters(parameters)
            by_name = {p.name: p for p in all_}
            defaults = [(p.name, None if p.type.depth else 0) for p in all_]
            self.signatures[name] = Signature(name, t, all_, module, self.ctype(t), by_name, counts(all_), defaults)

    def make(self, name: str, **members):
        """A struct with its size set; other members are 0 or as given."""
        return self.struct[name](size=ctypes.sizeof(self.struct[name]), **members)

    def bind(self, library):
        """Sets argtypes and restype of every function; AttributeError names a function that the library lacks."""
        for s in self.signatures.values():
            f = getattr(library, s.name)
            f.argtypes, f.restype = [p.ctype for p in s.parameters], s.restype
        return library
