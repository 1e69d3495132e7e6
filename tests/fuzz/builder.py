"""Arguments of one call in guarded memory; handles that it needs are made by other calls."""
import struct as packing

from cases import NULL, LineError
from shapes import Shapes
from structs import behind

CODES = {"double": "d", "int32_t": "i", "uint32_t": "I", "int64_t": "q", "uint64_t": "Q", "size_t": "N", "char": "c",
         "pointer": "P", "skpi_progress": "P"}
FILL = b"\x5a"  # outputs hold this before a call


def code(type):
    return "P" if type.depth else CODES[type.base]


class Builder:
    """Puts the arguments of one call into guarded memory."""

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
        made = maker.partition(" [")[0]  # a variant makes a handle of the same kind
        family = {k: v for k, v in self.family.items() if k != made} if apart else self.family
        if made not in family:
            family[made] = self.aside(maker, family)
            for name in after:
                self.aside(name, family)
        return family[made]

    def aside(self, name, family):
        """The valid call of another line, whose memory is not watched; the handle that it makes is freed after this
        call."""
        line = self.lab.lines[name]
        b = Builder(self.lab, Shapes(self.lab, line), self.lab.passing, {}, False, False, FILL)
        b.family, b.fresh = family, self.fresh
        values = [kind.build(b, path, b.shapes.parameters[path]) for path, kind in line.arguments.items()]
        status = self.lab.function(name.partition(" [")[0])(*[0 if v is NULL else v for v in values])
        if status < 0:
            raise LineError(f"{name}, called for a handle: {self.lab.name(status)} {self.lab.last_error()}")
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
