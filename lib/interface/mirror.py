"""What bindings and the linker need from the public headers: lib/python/smartkpi/_constants.py, _abi.py (ctypes
mirrors, signatures), lib/core/constants_table.c (the names for skpi_constant and skpi_struct_size; the compiler adds
values and sizes) and the open node of lib/libsmartkpi.map."""
import re

ABI_TOP = '''\
# Made from the headers by lib/interface/make.py; do not edit.
"""Constants, structs and functions of libsmartkpi, as the headers have them.

ENUMS       names and values by enum tag; each name is also a variable here
STRUCTS     ctypes mirrors;  MEMBERS: their members by name, typed like parameters;  COUNTS: names of those that count
HANDLES     opaque types;  CALLBACKS: ctypes function types
SIGNATURES  every function in the order of the headers: result, parameters, module (see _types.py)
bind(library) sets argtypes and restype of every function;  make("skpi_basis") is a zero struct with its size.
"""
from . import _types
from ._constants import *  # noqa: F403

'''

CONSTANTS_TOP = '''\
# Made from the headers by lib/interface/make.py; do not edit.
"""Constants of libsmartkpi, as the headers have them."""
'''


def declared(name, type):
    return type.text + ("" if type.text.endswith("*") else " ") + name


def lines(items, separator, indent=8, width=116):
    """Items with separators, in lines of at most the width."""
    out, line = [], ""
    for i, item in enumerate(items):
        item += separator.rstrip() if i < len(items) - 1 else ""
        if line and len(line) + 1 + len(item) > width - indent:
            out, line = out + [line], ""
        line += (" " if line else "") + item
    return ("\n" + " " * indent).join(out + [line])


FRAME = ["uint32_t size", "uint32_t flags"]  # the members with which every struct begins


def abi(h):
    """_abi.py"""
    enums = [(e.tag, [m.name for m in e.members]) for e in h.enums.values()]
    arguments = lambda f: [declared(p.name, p.type) for p in f.parameters]
    out = [ABI_TOP, "ENUMS = _types.enums(globals(), {\n"]
    out += [f'    "{tag}": """\n        {lines(members, " ")}""",\n' for tag, members in enums]
    out.append("})\n\n_declared = _types.Declared()\n")
    for c in h.callbacks.values():
        out.append(f'_declared.callback("{c.name}", "{c.result.text}", "{", ".join(arguments(c))}")\n')
    out += [f'_declared.handle("{name}")\n' for name in h.handles] + ["_declared.structs({\n"]
    for s in h.structs.values():
        out.append(f'    "{s.name}": """\n        {lines(FRAME + [declared(m.name, m.type) for m in s.members], ", ")}""",\n')
    out.append("})\n")
    for module in dict.fromkeys(f.module for f in h.functions.values()):
        out.append(f'_declared.functions("{module}", {{\n')
        for f in (f for f in h.functions.values() if f.module == module):
            text = lines(arguments(f), ", ")
            break_ = "\n        " if len(text) + len(f.name) > 80 else ""
            quote = '"""' if "\n" in break_ + text else '"'
            out.append(f'    "{f.name}": ("{f.result.text}", {quote}{break_}{text}{quote}),\n')
        out.append("})\n")
    out.append("STRUCTS, MEMBERS, COUNTS = _declared.struct, _declared.members, _declared.counts\n"
               "HANDLES, CALLBACKS, SIGNATURES = _declared.handles, _declared.callbacks, _declared.signatures\n"
               "bind, make = _declared.bind, _declared.make\n")
    return "".join(out)


def constants(h):
    """_constants.py"""
    out = [CONSTANTS_TOP]
    for e in h.enums.values():
        out += [f"\n# {e.tag}\n"] + [f"{m.name} = {m.value}\n" for m in e.members]
    return "".join(out)


def table(h):
    """constants_table.c"""
    rows = sorted((m.name, e.tag) for e in h.enums.values() for m in e.members)
    out = ["/* Names of the public constants and structs; made from the headers by lib/interface/make.py, do not edit. */\n",
           '#include "core/constants.h"\n', "#include <smartkpi.h>\n\n",
           "const skpi__constant_row skpi__constants[] = {\n"]
    out += [f'    {{"{n}", "{tag}", {n}}},\n' for n, tag in rows]
    out += ["};\nconst size_t skpi__n_constants = sizeof skpi__constants / sizeof skpi__constants[0];\n\n",
            "const skpi__struct_row skpi__structs[] = {\n"]
    out += [f'    {{"{s}", sizeof({s})}},\n' for s in sorted(h.structs)]
    out += ["};\nconst size_t skpi__n_structs = sizeof skpi__structs / sizeof skpi__structs[0];\n"]
    return "".join(out)


NODE = re.compile(r"^(SMARTKPI_[\w.]+) \{\n.*?^\}[^\n]*;\n", re.M | re.S)


def script(h, old):
    """The version script.  The last node, that of the next version, is generated; the nodes before it are closed."""
    nodes = list(NODE.finditer(old))
    closed = set(re.findall(r"^ {4}(skpi_\w+);", "".join(n[0] for n in nodes[:-1]), re.M))
    out = [f"{nodes[-1][1]} {{\n  global:\n"]
    for module in dict.fromkeys(f.module for f in h.functions.values()):
        here = [f.name for f in h.functions.values() if f.module == module and f.name not in closed]
        out += [f"    /* {module}.h */\n" if here else ""] + [f"    {name};\n" for name in here]
    end = f"}} {nodes[-2][1]};\n" if len(nodes) > 1 else "  local: *;\n};\n"
    return old[:nodes[-1].start()] + "".join(out) + end
