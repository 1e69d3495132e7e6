"""The arguments of the valid calls as the fuzzer's nodes; table.h explains them."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from builder import FILL, Builder  # noqa: E402
from cases import NULL  # noqa: E402
from measures import bare_path  # noqa: E402
from relations import limits  # noqa: E402
from shapes import Shapes  # noqa: E402
from structs import Handle, Hole, NewHandle, OutStruct, Struct, Tables, behind  # noqa: E402
from told import Absent, AbsentCount  # noqa: E402
from values import Count, Out, Room, Rows, String, Strings, Text, Values  # noqa: E402

TYPES = {"double": "DOUBLE", "int32_t": "INT32", "uint32_t": "UINT32", "int64_t": "INT64", "uint64_t": "UINT64",
         "size_t": "UINT64", "char": "CHAR", "void": "CHAR"}
SORTED = ("years", "horizons")
BOUNDED = ("share", "open share", "probability", "quantity", "positive", "divisor")  # kinds that outputs keep too


class Node:
    def __init__(self, path, role, type, parent, offset):
        self.path, self.role, self.type, self.parent, self.offset = path, role, type, parent, offset
        self.flags, self.size, self.mask, self.axes, self.over, self.how = set(), 0, 0, [], [], None
        self.low, self.high, self.zero, self.choices, self.given = float("-inf"), float("inf"), 0.0, [], None


class Line:
    """The nodes of one valid call."""

    def __init__(self, writer, name):
        self.writer, self.lab, self.name = writer, writer.lab, name
        self.line = writer.lab.lines[name]
        self.contract, self.function = self.line.contract, self.line.contract.f
        self.nodes, self.at, self.end = [], {}, -1
        self.shapes = Shapes(self.lab, self.line)
        for k, (path, kind) in enumerate(self.line.arguments.items()):
            self.walk(path, kind, self.shapes.parameters[path], -1, k)
        for node in self.nodes:
            self.measure(node)
        for node in self.nodes:
            place = self.contract.places.get(bare_path(node.path))
            if "OFFSETS" in node.flags:
                node.over = [self.at[f"{place.parent}->{name}" if place.parent else name] for name in place.kind.into]
        self.row_counts = [self.at[p] for p in self.shapes.row_counts if p in self.at]

    def add(self, path, role, type, parent, offset):
        self.at[path] = len(self.nodes)
        self.nodes.append(Node(path, role, "POINTER" if role in (
            "TEXT", "TEXTS", "STRUCT", "TABLES", "HANDLE", "NEW_HANDLE") else TYPES.get(type.base, "POINTER"), parent, offset))
        return self.nodes[-1]

    def walk(self, path, kind, type, parent, offset):
        role = self.role(path, kind, type)
        node = self.add(path, role, type, parent, offset)
        place = self.contract.places.get(bare_path(path))
        if place is not None and place.kind is not None:
            self.told(node, place)
        if isinstance(kind, Absent):
            node.flags.add("ABSENT")
        if role == "STRUCT":
            node.size, node.mask = self.lab.sizeof(type.base), kind.flags
            if kind.optional:
                node.flags.add("OPTIONAL")
            here = self.at[path]
            for name, mtype, member in kind.each(self.lab.abi, type.base):
                self.walk(f"{path}->{name}", member, mtype, here, self.lab_offset(type.base, name))
        elif role == "FILLED":
            node.size, node.mask = self.lab.sizeof(type.base), kind.flags
            if kind.optional:
                node.flags.add("OPTIONAL")
        elif role == "TABLES":
            here = self.at[path]
            for i, one in enumerate(kind.tables):
                self.walk(f"{path}[{i}]", one, type._replace(depth=1), here, 8 * i)
        elif role == "HANDLE":
            self.handle(node, kind, place)
        elif role == "NEW_HANDLE":
            self.end = self.writer.ends.setdefault(kind.free, len(self.writer.ends))
        elif role == "OUT":
            if getattr(kind, "optional", False):
                node.flags.add("OPTIONAL")
            node.over = [self.at[p] for p in getattr(kind, "over", ()) if p in self.at]
        else:
            node.given = self.given(node, path, kind, type)

    def lab_offset(self, base, name):
        return self.shapes.offset(base, name)

    def role(self, path, kind, type):
        place = self.contract.places.get(bare_path(path))
        name = place.kind.name if place is not None and place.kind else ""
        if name == "progress":
            return "PROGRESS"
        if name in ("user", "zero") or isinstance(kind, Hole):
            return "NOTHING"
        for classes, role in (((Handle,), "HANDLE"), ((NewHandle,), "NEW_HANDLE"), ((Rows,), "ROWS"), ((OutStruct,), "FILLED"),
                              ((Struct,), "STRUCT"), ((Tables,), "TABLES"), ((Out, Text), "OUT"), ((Strings,), "TEXTS"),
                              ((String,), "TEXT"), ((Count, Room, AbsentCount), "COUNT")):
            if isinstance(kind, classes):
                return role
        if isinstance(kind, Absent) and (place is None or self.contract.api.struct_of(place.argument) or place.role != "in"
                                         or name == "text"):
            return "NOTHING"
        if isinstance(kind, (Values, Absent)):
            return "NUMBER" if kind.scalar else "ARRAY"
        if type.depth == 0:  # a kind of calls/: a number, or bytes
            return "COUNT"
        return "OUT" if place.role == "out" else "ARRAY"

    def told(self, node, place):
        a = place.argument
        if place.role != "out" or place.kind.name in BOUNDED or place.kind.interval:
            node.low, node.high = limits(a)
        if place.kind.name == "enum":
            node.choices = [m.value for m in self.contract.enums[place.kind.tag].members]
            if place.role == "out" and a.clauses.zero:
                node.choices.append(0)
        elif place.kind.name == "one of":
            node.choices = list(place.kind.values)
        elif place.kind.name == "flag":
            node.choices = [0, 1]
        elif place.kind.name == "offsets":
            node.flags.add("OFFSETS")
        if a.clauses.null:
            node.flags.add("OPTIONAL")
        if a.clauses.missing or a.clauses.infinite:
            node.flags.add("MISSING")
        if place.kind.name in SORTED:
            node.flags.add("INCREASING")
        if place.role == "out" and self.told_missing(place):
            node.flags.add("ANY_VALUE")
        if place.role == "out" and place.struct and "are not written" in place.struct.summary:
            node.flags.add("PARTLY")
        if node.role == "COUNT" and place.kind.name == "room":
            node.flags.add("ROOM")
        if node.role == "COUNT":
            zero = a.clauses.zero
            node.zero = float(zero.number) if zero and zero.number is not None else 0.0
        sized = self.contract.api.sized_by(self.function, bare_path(node.path)) if node.role == "COUNT" else ()
        if node.role == "COUNT" and not [q for q in sized if q.role != "rows"] or place.argument.name in ("threads", "n_iterations"):
            node.flags.add("COSTLY")

    def told_missing(self, place):
        """Whether the entry of an output says that it may be NaN or infinite, or that of a member that it is as."""
        said = [place.argument.said]
        if place.struct:
            said += [m.said for m in place.struct.members if re.search(rf"\bas {m.name}\b", place.argument.said)]
        return any("NaN" in text or "infinit" in text for text in said)

    def handle(self, node, kind, place):
        if place.role == "changed":
            node.flags.add("CHANGED")
        if kind.apart:
            node.flags.add("APART")
        node.how = [kind.maker, *(kind.after or ())]

    def given(self, node, path, kind, type):
        """The values of the valid call."""
        if node.role in ("NOTHING", "ROWS", "PROGRESS") or isinstance(kind, Absent):
            return None
        if node.role == "TEXT":
            return None if kind.value is NULL else [kind.value]
        if node.role == "TEXTS":
            return None if kind.data is NULL else list(kind.data)
        if isinstance(kind, (Count, Room)):
            return [int(kind.value)]
        if isinstance(kind, Values):
            return [kind.data] if kind.scalar else list(kind.data)
        b = Builder(self.lab, self.shapes, self.lab.arena, {}, True, False, FILL)
        made = kind.build(b, path, type)
        made = list(b.regions[path].now()) if path in b.regions else [made]
        b.free()
        self.lab.arena.clear()
        return made

    def measure(self, node):
        """The axes of a node."""
        path = bare_path(node.path)
        place = self.contract.places.get(path)
        if place is None or node.role in ("NUMBER", "COUNT", "STRUCT", "TEXT", "NOTHING", "HANDLE", "FILLED") or \
                place.listed and node.role == "TABLES":
            return
        listed = node.path[:node.path.index("]") + 1] if "[" in node.path else ""
        for axis in place.argument.axes:
            c = self.contract.api.axis(self.function, place, axis)
            if c.number is not None:
                node.axes.append((-1, -1, c.number + c.offset))
            elif c.handle:
                accessor = self.writer.accessors.setdefault(c.accessor, len(self.writer.accessors))
                node.axes.append((self.at[c.handle], accessor, c.offset))
            else:
                path = c.path
                if path not in self.at:  # the count of a table of an array: of this table, or of the first
                    first = path.partition("->")[0]
                    for table in (listed, next((p for p in self.at if p.endswith("[0]") and bare_path(p) == first), "")):
                        if table and table + path[len(bare_path(table)):] in self.at:
                            path = table + path[len(bare_path(table)):]
                            break
                if path in self.at:
                    node.axes.append((self.at[path], -1, c.offset))
                else:  # of a struct that this call does not have
                    node.axes.append((-1, -1, 0))


class Plain:
    """A function that returns no status: its arguments by their C type."""

    def __init__(self, writer, f):
        self.writer, self.name, self.function, self.nodes, self.end, self.row_counts = writer, f.name, f, [], -1, []
        for k, p in enumerate(f.parameters):
            handle = p.type.base in writer.api.handles
            role = "HANDLE" if handle else "TEXT" if p.type.base == "char" else "NUMBER"
            node = Node(p.name, role, "POINTER" if p.type.depth else TYPES[p.type.base], -1, k)
            if handle:
                maker = writer.lab.recipes.get(p.type.base)
                node.how = [maker.maker, *(maker.after or ())] if maker else [next(
                    g.name for g in writer.api.functions.values()
                    if any(q.type.base == p.type.base and q.type.depth == 2 for q in g.parameters))]
            node.flags.add("OPTIONAL")
            node.given = [next((a[0][k] for a in writer.lab.plain[f.name].answers if isinstance(a[0][k], str)), "")] \
                if role == "TEXT" else [0]
            self.nodes.append(node)
