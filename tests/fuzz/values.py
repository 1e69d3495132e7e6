"""Numbers, arrays, counts, outputs and text as they are passed, and what all of a sort must refuse; told.py has what
contracts tell of them."""
import struct as packing

from cases import HUGE, NAN, NULL, Accepted, Kind, Refusal


class Values(Kind):
    """An array, or a number passed by value."""
    role = "in"

    def __init__(self, data, shape):
        self.data, self.shape = data, shape
        self.scalar = not isinstance(data, (list, tuple))

    def build(self, b, path, type):
        if self.scalar:
            return b.changed(path, self.data)
        return b.array(path, "in", type.base, self.data, self.shape)


class Count(Kind):
    """A count. axis: the first_year of the axis whose years it counts; ranged: a count that is too large may be
    ERANGE."""
    ranged = False

    def __init__(self, value, axis=None):
        self.value, self.axis = value, axis

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        # refused at the count itself, at an array of that length, or at the first year of the axis
        names = [path] + c.sized_by(path) + ([self.axis] if self.axis else [])
        status = ("ENOMEM", "ERANGE") if self.axis or self.ranged else "ENOMEM"
        for huge in HUGE:
            yield Refusal(f"{path} = {huge}", {path: huge}, status, names, row=-1)
        # several tables are found different before their sizes are checked
        for changes, arrays in c.products(path) if "[" not in path else ():
            yield Refusal(" = ".join(changes) + f" = {changes[path]}", changes, ("ENOMEM", "ERANGE"),
                          names + arrays + c.axes(), row=-1)


class Out(Kind):
    role = "out"

    def __init__(self, shape="n", optional=False, over=()):
        self.shape, self.optional, self.over = shape, optional, (over,) if isinstance(over, str) else over

    def build(self, b, path, type):
        return b.output(path, type.base, self.shape)

    def cases(self, c, path, type):
        if self.optional:
            yield Accepted(f"{path} = NULL", {path: NULL}, equal=True)
        elif c.size(self.shape, path):
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for source in self.over:
            yield Accepted(f"{path} = {source}", {(path, "over"): source}, equal=True)


class Rows(Kind):
    def __init__(self, dimensions):
        self.dimensions = dimensions

    def build(self, b, path, type):
        return b.row_status(path, self.dimensions[0])

    def cases(self, c, path, type):
        return ()


class Text(Kind):
    def __init__(self, room):
        self.room = room

    def build(self, b, path, type):
        return b.output(path, "char", self.room)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        length = len(c.text(path)) + 1
        for room in {0, 1, length // 2, length - 1}:
            yield Refusal(f"{self.room} = {room}", {self.room: room}, "EBUFFER", self.room, value=room)
        yield Accepted(f"{self.room} = {length}", {self.room: length}, equal=True)


class Room(Kind):
    def __init__(self, value):
        self.value = value

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        return ()


class String(Kind):
    def __init__(self, value, unknown):
        self.value, self.unknown = value, unknown

    def build(self, b, path, type):
        value = b.changed(path, self.value)
        return 0 if value is NULL else b.place(path, "in", value.encode() + b"\0", 1)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for value in ("", "no such name", self.value[:-1], self.value + "x", "x" * 5000, "\u6570\u5b57"):
            if self.unknown:
                yield Refusal(f"{path} = {value[:20]!r}", {path: value}, self.unknown, path, value=NAN)


class Strings(Kind):
    """const char *const *: an array of texts, in which a NULL is refused as the array's fault."""
    role = "in"

    def __init__(self, data, shape, unknown):
        self.data, self.shape, self.unknown = data, shape, unknown

    def build(self, b, path, type):
        size = b.shapes.size(self.shape, path, b.changes)
        if b.vacant(path, size):
            return 0
        texts = list(b.changed(path, self.data))
        for k, text in b.cells.get(path, {}).items():
            texts[k] = text
        each = [0 if t is NULL else b.place(f"{path}[{i}]", "in", t.encode() + b"\0", 1) for i, t in enumerate(texts)]
        return b.place(path, "in", packing.pack(f"{size}P", *each[:size]), packing.calcsize("P"))

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for k in c.spots(c.size(self.shape, path)):
            yield Refusal(f"{path}[{k}] = NULL", {(path, k): NULL}, "EINVAL", path, k, value=NAN)
            for text in ("", "no such name", self.data[k] + "x", "x" * 5000, "\u6570\u5b57"):
                yield Refusal(f"{path}[{k}] = {text[:20]!r}", {(path, k): text}, self.unknown, path, k, value=NAN)
