"""One call of one function: arguments laid out, the function called, what it did to the world written down."""
import ctypes
import math
import struct as packing

from cases import ANY, NULL, LineError
from structs import behind
from values import Rows, Text

CODES = {"double": "d", "int32_t": "i", "uint32_t": "I", "int64_t": "q", "uint64_t": "Q", "size_t": "N", "char": "c",
         "pointer": "P", "skpi_progress": "P"}
FILL = b"\x5a"  # what outputs hold before a call
NUMERIC = range(-49, -39)  # after these statuses, and a cancel, earlier rows may have been written
NONE = -2**31
WROWS, WUNUSUAL = 1, 128


def code(type):
    return "P" if type.depth else CODES[type.base]


class Shapes:
    """What the arrays of a line measure."""

    def __init__(self, lab, line):
        self.abi, self.lab, self.line = lab.abi, lab, line
        self.counted = {}
        for path, kind in line.arguments.items():
            kind.counts(path, self.counted)
        self.parameters = {p.name: p.type for p in lab.abi.SIGNATURES[line.name].parameters}
        if list(self.parameters) != list(line.arguments):
            raise LineError(f"{line.name}({', '.join(self.parameters)}) in the header, "
                            f"({', '.join(line.arguments)}) in the line")
        self.row_counts = next((k.dimensions for k in line.arguments.values() if isinstance(k, Rows)), ())

    def count_of(self, token, path):
        """The count that a token of a shape names: a member beside path, else an argument."""
        beside = path.rpartition("->")[0] + "->" + token
        if beside in self.counted:
            return beside
        if token not in self.counted:
            raise LineError(f"{self.line.name}: {path} has the unknown size {token}")
        return token

    def tokens(self, shape, path):
        """Factors of a shape, each a list of numbers and names of counts."""
        return [[int(t) if t.lstrip("-").isdigit() else self.count_of(t, path) for t in factor.split("+")]
                for factor in shape.split("*")]

    def factors(self, shape, path, changes={}):
        def value(t):
            if isinstance(t, int):
                return t
            changed = changes.get(t, self.counted[t])
            return changed if changed <= self.counted[t] else self.counted[t]  # memory stays when a count lies
        return [max(sum(map(value, f)), 0) for f in self.tokens(shape, path)]

    def size(self, shape, path, changes={}):
        return math.prod(self.factors(shape, path, changes))

    def ragged(self, path, k):
        """(row, column) of cell k in an array that offsets part into rows, None in any other."""
        first = self.line.contract.offsets(path)
        if not first:
            return None
        row = max((i for i, at in enumerate(first[:-1]) if at <= k), default=0)
        return row, k - first[row]

    def place(self, shape, path, k):
        """Row and column that an error names for cell k."""
        if self.ragged(path, k):
            return self.ragged(path, k)
        f = self.factors(shape, path)
        if len(f) == 1:
            return k, -1
        return (k // f[1], k % f[1]) if len(f) == 2 else (k // math.prod(f[1:]), ANY)

    def by_row(self, shape, path):
        first = self.tokens(shape, path)[0]
        return len(first) == 1 and first[0] in self.row_counts

    def row_of(self, shape, path, k):
        if self.ragged(path, k):
            return self.ragged(path, k)[0]
        return k // math.prod(self.factors(shape, path)[1:]) if self.by_row(shape, path) else False

    def spots(self, size):
        return sorted({0, size // 2, size - 1}) if size else []

    def arrays(self):
        """(path, kind) of every array, members included."""
        def walk(path, kind):
            if hasattr(kind, "shape") and not getattr(kind, "scalar", False):
                yield path, kind
            for name, member in kind.members().items():
                yield from walk(f"{path}->{name}", member)
            for i, one in enumerate(getattr(kind, "tables", ())):
                yield from walk(f"{path}[{i}]", one)
        for path, kind in self.line.arguments.items():
            yield from walk(path, kind)

    def shaped(self):
        return [(path, kind.shape) for path, kind in self.arrays()]

    def sized_by(self, count):
        return [path for path, shape in self.shaped() if any(count in f for f in self.tokens(shape, path))]

    def products(self, count):
        """Sizes that pass array by array and whose product memory cannot hold.  A count by itself sizes what may be
        read before the product is looked at (not so rows, which come last): such a count stays as it is."""
        def lone(c):
            sized = [(self.tokens(kind.shape, path), hasattr(kind, "tables")) for path, kind in self.arrays()
                     if kind.role == "in"]
            return any(len(t) == 1 and c in t[0] and (c not in self.row_counts or pointers) for t, pointers in sized)
        if lone(count):
            return
        for path, shape in self.shaped():
            factors = self.tokens(shape, path)
            if len(factors) < 2 or [count] not in factors:
                continue
            if not self.counted[count]:
                continue
            rest = self.size(shape, path) // self.counted[count]
            if rest > 1:
                yield {count: (2**63 - 1) // 8 // rest + 1}, [path]
            for [other] in [f for f in factors if len(f) == 1 and f[0] != count]:
                if not isinstance(other, int) and not lone(other):
                    yield {count: 2**33, other: 2**33}, [path, other] + self.sized_by(other)

    def axes(self):
        return [k.axis for k in self.line.arguments.values() if getattr(k, "axis", None)]

    def sizeof(self, base):
        return ctypes.sizeof(self.abi.STRUCTS[base])

    def offset(self, base, name):
        return getattr(self.abi.STRUCTS[base], name).offset


class Builder:
    """Arguments of one call in guarded memory."""

    def __init__(self, lab, shapes, arena, changes, with_rows, start, fill):
        self.lab, self.abi, self.shapes, self.arena = lab, lab.abi, shapes, arena
        self.changes, self.with_rows, self.start, self.fill = changes, with_rows, start, fill
        self.regions, self.outs, self.rows, self.made = {}, {}, None, None
        self.letters = {}
        self.family, self.fresh = {}, []
        self.cells = {}
        for key, value in changes.items():
            if isinstance(key, tuple) and isinstance(key[1], int):
                self.cells.setdefault(key[0], {})[key[1]] = value

    def changed(self, path, value):
        return self.changes.get(path, value)

    def sizeof(self, base):
        return self.shapes.sizeof(base)

    def place(self, path, role, content, align):
        region = self.arena.place(path, role, content, align, self.start)
        self.regions[path] = region
        if role == "out":
            self.outs[path] = region
        return region.address

    def vacant(self, path, size):
        return self.changes.get(path) is NULL or (size == 0 and self.changes.get("empty") is NULL)

    def array(self, path, role, base, data, shape):
        size, valid = self.shapes.size(shape, path, self.changes), self.shapes.size(shape, path)
        if self.vacant(path, size):
            return 0
        values = list(self.changes.get(path, data))
        if len(values) != valid:
            raise LineError(f"{path} has {len(values)} values, its shape {shape} {valid}")
        for k, value in self.cells.get(path, {}).items():
            values[k] = value
        letter = CODES[base]
        return self.place(path, role, packing.pack(f"{size}{letter}", *values[:size]), packing.calcsize(letter))

    def output(self, path, base, shape):
        size, letter = self.shapes.size(shape, path, self.changes), CODES[base]
        self.letters[path] = letter
        over = self.changes.get((path, "over"))
        if over:
            region = self.regions[over]
            region.role = "out"
            self.outs[path] = region
            return region.address
        if self.vacant(path, size):
            return 0
        return self.place(path, "out", self.fill * (size * packing.calcsize(letter)), packing.calcsize(letter))

    def row_status(self, path, dimension):
        size = self.shapes.size(dimension, path, self.changes)
        if not self.with_rows or self.vacant(path, size):
            return 0
        address = self.place(path, "rows", self.fill * (4 * size), 4)
        self.rows = self.regions[path]
        return address

    def struct(self, path, role, base, values):
        full = self.sizeof(base)
        content = bytearray(self.fill * full if role == "out" else bytes(full))
        for name, mtype in [("size", None), ("flags", None)] + [(m.name, m.type) for m in behind(self.abi, base)]:
            if name in values:
                value = 0 if values[name] is NULL else values[name]
                packing.pack_into("I" if mtype is None else code(mtype), content, self.shapes.offset(base, name), value)
        cut, tail = self.changes.get((path, "cut")), self.changes.get((path, "tail"))
        if cut:
            content = content[:cut]
        if tail:
            content += tail
        if cut or tail:
            packing.pack_into("I", content, 0, len(content))
        return self.place(path, role, content, 8)

    def handle(self, maker, after, apart):
        if after is None:
            return self.family[maker] if maker in self.family else self.lab.handle(maker)
        family = {k: v for k, v in self.family.items() if k != maker} if apart else self.family
        if maker not in family:
            family[maker] = self.aside(maker, family)
            for name in after:
                self.aside(name, family)
        return family[maker]

    def aside(self, name, family):
        """The valid call of another line, unwatched; the handle that it makes, freed behind this call."""
        line = self.lab.lines[name]
        b = Builder(self.lab, Shapes(self.lab, line), self.lab.passing, {}, False, False, FILL)
        b.family, b.fresh = family, self.fresh
        values = [kind.build(b, path, b.shapes.parameters[path]) for path, kind in line.arguments.items()]
        status = self.lab.function(name)(*[0 if v is NULL else v for v in values])
        if status < 0:
            raise LineError(f"{name}, called for a handle: {self.lab.name(status)}")
        if not b.made:
            return None
        made = packing.unpack("P", b.regions[b.made[0]].now())[0]
        self.fresh.append((b.made[1], made))
        return made

    def free(self):
        while self.fresh:
            free, made = self.fresh.pop()
            self.lab.function(free)(made)
        self.lab.passing.clear()

    def new_handle(self, path, free):
        if self.changes.get(path) is NULL:
            return 0
        self.made = (path, free)
        return self.place(path, "out", self.fill * packing.calcsize("P"), packing.calcsize("P"))


class Trial:
    """What a call did."""

    def __init__(self, lab, shapes, changes={}, with_rows=True, start=False, fill=FILL, keep_handle=False):
        line = shapes.line
        self.problems = []
        lab.mark(line.name)
        before = lab.last_error()
        swallowed, raised = lab.swallowed(), lab.raised()
        b = Builder(lab, shapes, lab.arena, changes, with_rows, start, fill)
        values = [kind.build(b, path, shapes.parameters[path]) for path, kind in line.arguments.items()]
        values = [0 if v is NULL else v for v in values]
        self.status = lab.call(lab.function(line.name), values)
        self.error = lab.last_error()
        self.gather(b, fill)
        self.judge(lab, line, before)
        if lab.swallowed() != swallowed:
            self.problems.append(f"{lab.swallowed() - swallowed} GSL errors in the guard's count")
        if lab.raised() != raised:
            self.problems.append(f"{lab.raised() - raised} GSL errors at the host's handler")
        self.handle = None
        if b.made and self.status >= 0:
            path, free = b.made
            self.handle = packing.unpack("P", self.outs[path])[0]
            self.outs[path] = b"a handle" if self.handle else b"no handle"
            if self.handle and not keep_handle:
                lab.function(free)(self.handle)
        b.free()
        printed = lab.printed()
        if printed:
            self.problems.append(f"it prints {printed[:300]!r}")
        lab.arena.clear()

    def gather(self, b, fill):
        self.outs, self.touched, self.letters = {}, [], b.letters
        self.rows = None if b.rows is None else b.rows.now()
        self.written = b.rows is not None and b.rows.touched()
        for path, region in b.regions.items():
            if region.role == "in" and region.touched():
                self.problems.append(f"it changes its input {path}")
            elif region.role != "in" and region.strayed():
                self.problems.append(f"it writes outside {path}")
            elif region.role != "in" and region.touched():
                self.touched.append(path)
        for path, region in b.outs.items():
            now = region.now()
            if isinstance(b.shapes.line.arguments.get(path), Text):
                now = now.partition(b"\0")[0]
            self.outs[path] = now

    def named(self, lab, line):
        """Statuses of the call and its rows; each stands in the contract, where there is one."""
        rows = packing.unpack(f"{len(self.rows) // 4}i", self.rows) if self.rows and self.written else ()
        for status in {self.status, *rows}:
            for one in [status] if status < 0 else [1 << b for b in range(31) if status >> b & 1]:
                name = lab.name(one).replace("SKPI_", "")
                lab.seen.add((line.name, name))
                if name not in line.contract.possible:
                    self.problems.append(f"it returns {name}, which its contract does not name ({self.error.words})")

    def judge(self, lab, line, before):
        self.named(lab, line)
        if self.status < 0:
            if self.status not in lab.statuses:
                self.problems.append(f"it returns {self.status}, which is no status")
            if self.touched and self.status not in NUMERIC and self.status != lab.status("ECANCELED"):
                self.problems.append(f"it fails and has written {', '.join(self.touched)}")
        if self.status < 0 or self.status & (WROWS | WUNUSUAL):
            if self.error == before:
                self.problems.append("no error words")
            elif self.error.function != line.name or not self.error.words.startswith(line.name + ": "):
                self.problems.append(f"the error names {self.error.function!r} and says {self.error.words!r}")
            elif (self.status < 0 or not self.status & WROWS) and self.error.status != min(self.status, WUNUSUAL):
                self.problems.append(f"it returns {self.status}, the last error has {self.error.status}")
        elif self.error != before:
            self.problems.append(f"the last words have changed to {self.error.words!r}")

    def ended(self):
        """All that two equal calls share."""
        said = None if self.status >= 0 and not self.status & WROWS else self.error
        written = {p: v for p, v in self.outs.items() if p in self.touched}
        return self.status, said, written, self.rows if self.written and self.status >= 0 else None
