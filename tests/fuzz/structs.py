"""Structs, tables and handles: how they are passed, and what each must refuse."""
from cases import NAN, NULL, Accepted, Kind, LineError, Refusal, Same


def behind(abi, base):
    """The members of a struct after size and flags."""
    return list(abi.MEMBERS[base].values())[2:]


class Hole(Kind):
    def build(self, b, path, type):
        return b.changed(path, 0)

    def cases(self, c, path, type):
        for value in (1, -1) if type.base == "int32_t" else (1,):
            yield Refusal(f"{path} = {value}", {path: value}, "ESTRUCT", path, value=value)


class Struct(Kind):
    role = "in"

    def __init__(self, members, optional, flags, short=True):
        self.given, self.optional, self.flags, self.short = members, optional, flags, short

    def members(self):
        return self.given

    def counts(self, path, found):
        for name, kind in self.given.items():
            kind.counts(f"{path}->{name}", found)

    def each(self, abi, base):
        """(name, type, kind) of every member after size and flags."""
        declared = behind(abi, base)
        extra = set(self.given) - {m.name for m in declared}
        lacking = [m.name for m in declared if m.name not in self.given and m.name != "zero"]
        if extra or lacking:
            raise LineError(f"{base}: no such member {sorted(extra)}" if extra else f"{base}: no kind for {lacking}")
        return [(m.name, m.type, self.given.get(m.name) or Hole()) for m in declared]

    def build(self, b, path, type):
        if b.changed(path, None) is NULL:
            return 0
        values = {"size": b.changed(f"{path}->size", b.sizeof(type.base)),
                  "flags": b.changed(f"{path}->flags", 0)}
        for name, mtype, kind in self.each(b.abi, type.base):
            values[name] = kind.build(b, f"{path}->{name}", mtype)
        return b.struct(path, self.role, type.base, values)

    def cases(self, c, path, type):
        each = self.each(c.abi, type.base)
        full = c.sizeof(type.base)
        nothing = {f"{path}->{name}": NULL if t.depth else 0 for name, t, kind in each}
        if self.optional == "absent":
            yield Accepted(f"{path} = NULL", {path: NULL})
        elif self.optional:
            yield Same(f"{path} = NULL is all defaults", {path: NULL}, nothing)
        else:
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        yield from self.frame(path, full)
        yield Accepted(f"{path} longer, tail 0", {(path, "tail"): bytes(8)}, equal=True)
        yield Accepted(f"{path} of 4096 bytes, tail 0", {(path, "tail"): bytes(4096 - full)}, equal=True)
        for at in sorted({c.offset(type.base, name) for name, t, kind in each}) if self.short else ():
            tail = {p: v for (name, t, kind), (p, v) in zip(each, nothing.items()) if c.offset(type.base, name) >= at}
            yield Same(f"{path} of {at} bytes", {(path, "cut"): at}, tail)
        for name, mtype, kind in each:
            yield from kind.cases(c, f"{path}->{name}", mtype)

    def frame(self, path, full):
        size, flags = f"{path}->size", f"{path}->flags"
        for bad in (0, 7, 4097, 5000, 2**32 - 1):
            yield Refusal(f"{size} = {bad}", {size: bad}, "ESTRUCT", size, value=bad)
        unknown = [1 << i for i in range(32) if not self.flags >> i & 1]
        for bad in unknown + [sum(unknown), self.flags | unknown[0]]:
            yield Refusal(f"{flags} = {bad:#x}", {flags: bad}, "ESTRUCT", flags, value=bad)
        for tail in (b"\1" + bytes(7), bytes(7) + b"\1", bytes(4095 - full) + b"\x80"):
            yield Refusal(f"{path} with an unknown tail of {len(tail)}", {(path, "tail"): tail}, "ESTRUCT", size,
                          value=full + len(tail))


class Outs(Struct):
    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        outputs = {f"{path}->{name}": NULL for name, t, kind in self.each(c.abi, type.base) if t.depth}
        yield Accepted(f"{path}: nothing wanted", outputs)
        for one in outputs if len(outputs) > 1 else ():
            yield Accepted(f"{path}: only {one}", {p: v for p, v in outputs.items() if p != one}, equal=True)


class OutStruct(Struct):
    """A struct whose members the call writes."""
    role = "out"

    def __init__(self, optional, flags):
        super().__init__({}, optional, flags)

    def build(self, b, path, type):
        if b.changed(path, None) is NULL:
            return 0
        values = {"size": b.changed(f"{path}->size", b.sizeof(type.base)), "flags": b.changed(f"{path}->flags", 0)}
        return b.struct(path, "out", type.base, values)

    def cases(self, c, path, type):
        if self.optional:
            yield Accepted(f"{path} = NULL", {path: NULL}, equal=True)
        else:
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        full = c.sizeof(type.base)
        yield from self.frame(path, full)
        yield Accepted(f"{path} longer, tail 0", {(path, "tail"): bytes(8)}, equal=True)
        for name in [m.name for m in behind(c.abi, type.base)]:
            yield Accepted(f"{path} up to {name}", {(path, "cut"): c.offset(type.base, name)}, equal=True)


class Basis(Struct):
    """The basis of a table; faults in its struct are reported under the member's own name."""

    def frame(self, path, full):
        for refusal in super().frame(path, full):
            refusal.names = path
            yield refusal


class Tables(Kind):
    """const skpi_table *const *: a bad value may fail the row of its table, or of its place; any other fault fails the
    call."""
    role = "in"

    def __init__(self, tables, shape, by_table):
        self.tables, self.shape, self.by_table = tables, shape, by_table

    def counts(self, path, found):
        for i, t in enumerate(self.tables):
            t.counts(f"{path}[{i}]", found)

    def build(self, b, path, type):
        inner = type._replace(depth=1)
        each = [t.build(b, f"{path}[{i}]", inner) for i, t in enumerate(self.tables)]
        return b.array(path, "in", "pointer", each, self.shape)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for i, t in enumerate(self.tables):
            for case in t.cases(c, f"{path}[{i}]", type._replace(depth=1)):
                if isinstance(case, Refusal):
                    self.renumber(case, path, i)
                yield case

    def renumber(self, case, path, i):
        names = case.names if isinstance(case.names, (list, tuple)) else [case.names]
        case.names = [path if name == f"{path}[{i}]" else name.replace(f"[{i}]", "[i]") for name in names]
        cell = next((key for key in case.changes if isinstance(key, tuple) and isinstance(key[1], int)), None)
        case.row, case.column = i, -1 if cell is None else cell[1]
        if self.by_table:
            case.by_row = i if cell and cell[0].endswith("->value") else False


class Handle(Kind):
    def __init__(self, maker, after, apart):
        self.maker, self.after, self.apart = maker, after, apart

    def build(self, b, path, type):
        return 0 if b.changed(path, None) is NULL else b.handle(self.maker, self.after, self.apart)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)


def handle(maker, *after, fresh=False, apart=False):
    """A handle from the valid call of that function, after the valid calls of the functions in after. If calls change
    it, or after is given, it is made for each call and freed afterwards. Such handles of one call belong together: a
    maker that needs another maker's handle gets the same one, unless it is apart."""
    return Handle(maker, after if after or fresh or apart else None, apart)


class NewHandle(Kind):
    def __init__(self, free):
        self.free = free

    def build(self, b, path, type):
        return b.new_handle(path, self.free)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
