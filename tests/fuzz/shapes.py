"""What the arrays of a call measure: factors of their shapes, rows and columns of cells, sizes that memory cannot hold."""
import ctypes
import math

from cases import ANY, NULL, LineError
from values import Rows


class Shapes:
    """The lengths of the arrays of a line."""

    def __init__(self, lab, line):
        self.abi, self.lab, self.line = lab.abi, lab, line
        self.counted = {}
        for path, kind in line.arguments.items():
            kind.counts(path, self.counted)
        self.parameters = {p.name: p.type for p in lab.abi.SIGNATURES[line.name].parameters}
        if list(self.parameters) != list(line.arguments):
            raise LineError(f"{line.name}({', '.join(self.parameters)}) in the header, "
                            f"({', '.join(line.arguments)}) in the line")
        self.parsed, self.measured = {}, {}
        self.row_counts = next((k.dimensions for k in line.arguments.values() if isinstance(k, Rows)), ())

    def count_of(self, token, path):
        """The count that a token of a shape names: a member of the same struct as path, else an argument."""
        beside = path.rpartition("->")[0] + "->" + token
        if beside in self.counted:
            return beside
        if token not in self.counted:
            raise LineError(f"{self.line.name}: {path} has the unknown size {token}")
        return token

    def tokens(self, shape, path):
        """The factors of a shape, each a list of numbers and names of counts."""
        if (shape, path) not in self.parsed:
            self.parsed[shape, path] = [[int(t) if t.lstrip("-").isdigit() else self.count_of(t, path) for t in factor.split("+")]
                                        for factor in shape.split("*")]
        return self.parsed[shape, path]

    def factors(self, shape, path, changes={}):
        def value(t):
            if isinstance(t, int):
                return t
            changed = changes.get(t, self.counted[t])
            # the array keeps its length if the changed count is larger
            return changed if changed <= self.counted[t] else self.counted[t]
        return [max(sum(map(value, f)), 0) for f in self.tokens(shape, path)]

    def size(self, shape, path, changes={}):
        if (shape, path) not in self.measured:
            counts = {t for f in self.tokens(shape, path) for t in f if not isinstance(t, int)}
            self.measured[shape, path] = counts, math.prod(self.factors(shape, path))
        counts, usual = self.measured[shape, path]
        return usual if counts.isdisjoint(changes) else math.prod(self.factors(shape, path, changes))

    def ragged(self, path, k):
        """(row, column) of cell k in an array whose rows begin at offsets; None for other arrays."""
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

    def rows(self, shape, path):
        first = self.line.contract.offsets(path)
        return len(first) - 1 if first else self.factors(shape, path)[0]

    def begins(self, shape, path):
        """Where the rows of an array begin, and where it ends."""
        f = self.factors(shape, path)
        return [i * math.prod(f[1:]) for i in range(f[0] + 1)]

    def row_of(self, shape, path, k):
        if self.ragged(path, k):
            return self.ragged(path, k)[0]
        return k // math.prod(self.factors(shape, path)[1:]) if self.by_row(shape, path) else False

    def spots(self, size):
        return sorted({0, size // 2, size - 1}) if size else []

    def arrays(self):
        """(path, kind) of every array, including members."""
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

    def spread(self, changes):
        """Changes in which a number that is told for an array is in all its cells."""
        shapes, made = dict(self.shaped()), {}
        for key, value in changes.items():
            whole = key in shapes and not isinstance(value, list) and value is not NULL
            made.update({(key, k): value for k in range(self.size(shapes[key], key))} if whole else {key: value})
        return made

    def sized_by(self, count):
        return [path for path, shape in self.shaped() if any(count in f for f in self.tokens(shape, path))]

    def products(self, count):
        """Sizes that are valid for each array, but whose product exceeds memory. A count that alone sizes an array
        which may be read before the product is checked keeps its value; the count of rows, which is checked last, need
        not."""
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
