"""The public headers, read: gcc -E and pycparser.  Every type that the interface forbids is refused here.

Allowed are int32_t, uint32_t, int64_t, uint64_t, size_t, double, pointers to them and to char and void, pointers to
structs and handles, the progress callback, and skpi_status as a result.  So no long, bool, float, long double,
bit-field, array, varargs, struct by value, exported data, anonymous or implicit enumerator, and no function in a
header without SKPI_API.  Each struct begins with uint32_t size, flags.
"""
import os
import re
import subprocess
import sys
import tempfile
from collections import namedtuple

from pycparser import c_ast, c_parser

# base: the innermost type; depth: the number of *; const: the innermost object is const; text: the type as in C
Type = namedtuple("Type", "base depth const text")
Parameter = namedtuple("Parameter", "name type")
Function = namedtuple("Function", "name result parameters module")
Enum = namedtuple("Enum", "tag members module")  # members: [(name, value)]
Struct = namedtuple("Struct", "name members module")  # members: [Parameter]
Header = namedtuple("Header", "enums structs handles callbacks functions")

NUMBERS = {"int32_t", "uint32_t", "int64_t", "uint64_t", "size_t", "double"}

# Stand-ins for the system's headers that declare only the names, so that a long in the public headers must be their
# own.
SYSTEM = {
    "stddef.h": "typedef unsigned int size_t;\n",
    "stdint.h": "#define INT32_MIN (-2147483647 - 1)\n"
    + "".join(f"typedef int {t};\n" for t in ("int32_t", "uint32_t", "int64_t", "uint64_t")),
    "smartkpi/version.h": "",
}


class Refused(Exception):
    pass


def refuse(node, why):
    raise Refused(f"{node.coord}: {why}")


def preprocess(include, cc):
    with tempfile.TemporaryDirectory() as fake:
        for name, text in SYSTEM.items():
            path = os.path.join(fake, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w") as f:
                f.write(text)
        # SKPI_API is an attribute in a build; here it becomes "extern", which pycparser keeps
        command = cc.split() + ["-E", "-std=c11", "-nostdinc", "-DSKPI_BUILD", "-D__attribute__(x)=extern",
                                "-I", fake, "-I", include, os.path.join(include, "smartkpi.h")]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def integer(node, known):
    if isinstance(node, c_ast.Constant) and node.type == "int":
        return int(node.value, 0)
    if isinstance(node, c_ast.ID) and node.name in known:
        return known[node.name]
    if isinstance(node, c_ast.UnaryOp) and node.op == "-":
        return -integer(node.expr, known)
    if isinstance(node, c_ast.BinaryOp) and node.op in "+-|<<":
        a, b = integer(node.left, known), integer(node.right, known)
        return {"+": a + b, "-": a - b, "|": a | b}[node.op] if node.op != "<<" else a << b
    refuse(node, "a value that is not a plain integer")


class Reader:
    def __init__(self, text):
        self.enums, self.structs, self.handles, self.callbacks, self.functions = [], [], [], [], []
        self.known = {}  # names of enumerators
        self.names = set()  # names of typedefs of structs and handles
        for node in c_parser.CParser().parse(text).ext:
            if not os.path.basename(str(node.coord.file)) in ("stddef.h", "stdint.h"):
                self.top(node)

    def module(self, node):
        return os.path.splitext(os.path.basename(node.coord.file))[0]

    def top(self, node):
        if isinstance(node, c_ast.Typedef):
            self.typedef(node)
        elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.Enum):
            self.enum(node, node.type)
        elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl):
            self.function(node)
        else:
            refuse(node, "only enums, structs, handles, callbacks and functions are public; data and code are not")

    def enum(self, node, enum):
        if not enum.name or not enum.name.startswith("skpi_"):
            refuse(node, "an enum needs a tag skpi_...")
        members = []
        for e in enum.values.enumerators:
            if e.value is None:
                refuse(e, f"{e.name} needs an explicit value")
            if not e.name.startswith("SKPI_") or e.name in self.known:
                refuse(e, f"{e.name}: a name SKPI_..., used once")
            value = self.known[e.name] = integer(e.value, self.known)
            if not -2**31 <= value < 2**31:
                refuse(e, f"{e.name} does not fit an int32_t")
            members.append((e.name, value))
        self.enums.append(Enum(enum.name, members, self.module(node)))

    def typedef(self, node):
        if isinstance(node.type, c_ast.PtrDecl) and isinstance(node.type.type, c_ast.FuncDecl):
            name, f = node.name, node.type.type
            self.callbacks.append(Function(name, self.type(f.type), self.parameters(f), self.module(node)))
            return
        inner = node.type.type if isinstance(node.type, c_ast.TypeDecl) else None
        if isinstance(inner, c_ast.Enum):
            if inner.name != node.name:
                refuse(node, "typedef and tag have one name")
            return self.enum(node, inner)
        if not isinstance(inner, c_ast.Struct) or inner.name != node.name or not node.name.startswith("skpi_"):
            refuse(node, "a typedef names an enum, struct or handle by its tag skpi_...")
        self.names.add(node.name)
        if inner.decls is None:
            self.handles.append(node.name)
            return
        members = []
        for d in inner.decls:
            if d.bitsize is not None:
                refuse(d, f"{d.name} is a bit-field")
            if d.name is None:
                refuse(d, "an anonymous member")
            members.append(Parameter(d.name, self.type(d.type)))
        if [(m.name, m.type.text) for m in members[:2]] != [("size", "uint32_t"), ("flags", "uint32_t")]:
            refuse(node, "a struct begins with uint32_t size, flags")
        self.structs.append(Struct(node.name, members, self.module(node)))

    def function(self, node):
        if "extern" not in node.storage:
            refuse(node, f"{node.name} lacks SKPI_API")
        if not re.fullmatch(r"skpi_[a-z][a-z0-9]*(_[a-z0-9]+)*", node.name):
            refuse(node, f"{node.name}: a name skpi_...")
        result = self.type(node.type.type, result=True)
        checked = node.storage.count("extern") == 2
        if (result.base == "skpi_status") != checked:
            refuse(node, f"{node.name}: SKPI_CHECK is for what returns skpi_status, and that alone")
        self.functions.append(Function(node.name, result, self.parameters(node.type), self.module(node)))

    def parameters(self, f):
        if f.args is None:
            refuse(f, "() says nothing: write (void)")
        out = []
        for p in f.args.params:
            if isinstance(p, c_ast.EllipsisParam):
                refuse(p, "varargs")
            if isinstance(p, c_ast.Typename):
                if isinstance(p.type, c_ast.TypeDecl) and getattr(p.type.type, "names", None) == ["void"]:
                    continue
                refuse(p, "a parameter without a name")
            out.append(Parameter(p.name, self.type(p.type)))
        return out

    def type(self, node, result=False):
        depth, stars = 0, []
        while isinstance(node, c_ast.PtrDecl):
            stars.append("*" + "const " * ("const" in node.quals))
            depth, node = depth + 1, node.type
        if not isinstance(node, c_ast.TypeDecl):
            refuse(node, "an array or function where a number or pointer belongs")
        if not isinstance(node.type, c_ast.IdentifierType) or len(node.type.names) != 1:
            refuse(node, "a type that bindings cannot rely on")
        base, const = node.type.names[0], "const" in node.quals
        by_value = base in NUMBERS or base in {c.name for c in self.callbacks} or \
            (result and base in ("void", "skpi_status"))
        if depth == 0 and (const or not by_value):
            refuse(node, f"{base} by value")
        if depth > 0 and not (base in NUMBERS | self.names | {"char", "void"}):
            refuse(node, f"a pointer to {base}")
        text = ("const " if const else "") + base + (" " + "".join(reversed(stars)).strip() if depth else "")
        return Type(base, depth, const, text)


def macros(include):
    """Constants must be enumerators: the only macros are guards, SKPI_API, SKPI_CHECK and the version."""
    for folder, _, files in os.walk(include):
        for name in sorted(files):
            with open(os.path.join(folder, name)) as f:
                for line, text in enumerate(f, 1):
                    m = re.match(r"\s*#\s*define\s+(\w+)(\S*)", text)
                    if m and not re.fullmatch(r"SMARTKPI_\w*H|SKPI_API|SKPI_CHECK|SKPI_VERSION(_NUMBER)?", m[1]):
                        raise Refused(f"{folder}/{name}:{line}: the macro {m[1]}")


def read(include, cc="gcc"):
    """The Header of a file; raises Refused."""
    macros(include)
    r = Reader(preprocess(include, cc))
    return Header(r.enums, r.structs, r.handles, r.callbacks, r.functions)


if __name__ == "__main__":
    try:
        read(sys.argv[1], os.environ.get("CC") or "gcc")
    except Refused as e:
        print("FAIL headers:", e)
        sys.exit(1)
