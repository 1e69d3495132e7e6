"""The ASEM tables of $SMARTKPI_CASES/index, by unit and code."""
import math

from cases import table
from smartkpi import index

NONE = float("nan")


def number(text):
    return float(text) if text != "" else NONE


class Asem:
    """The tree of asem_meta and the raw table; units in the order of asem_raw."""

    def __init__(self):
        meta = table("index", "coinr", "asem_meta.csv")
        self.raw = table("index", "coinr", "asem_raw.csv")
        self.units = [row["uCode"] for row in self.raw]
        self.meta = [row for row in meta if row["Type"] in ("Indicator", "Aggregate")]
        self.codes = [row["iCode"] for row in self.meta]
        self.columns = [row["iCode"] for row in self.meta if row["Type"] == "Indicator"]
        self.direction = [int(row["Direction"]) for row in self.meta]
        self.levels = [int(row["Level"]) for row in self.meta]

    def tree(self, weight=None, **more):
        return index.Tree(self.codes, [row["Parent"] for row in self.meta], weight=weight or
                          [float(row["Weight"]) for row in self.meta], direction=self.direction, **more)

    def column(self, code):
        return [row[code] for row in self.raw]

    def group(self, code):
        names = sorted(set(self.column(code)))
        return [names.index(name) for name in self.column(code)]

    def denominated(self, value):
        """(values, denominators): a value whose denominator is missing is missing, too."""
        by = {row["iCode"]: row["Denominator"] for row in self.meta}
        over = [[number(row[by[code]]) if by[code] else 1.0 for code in self.columns] for row in self.raw]
        lost = [[math.isnan(d) for d in row] for row in over]
        return ([[NONE if gone else v for v, gone in zip(*rows)] for rows in zip(value, lost)],
                [[1.0 if gone else d for d, gone in zip(*rows)] for rows in zip(over, lost)])

    def values(self, *name, columns=None):
        """A table of the cases, its rows by unit and its columns as here; a column that is not there is missing."""
        rows = {row["uCode"]: row for row in table("index", *name)}
        return [[number(rows[u].get(c, "")) for c in columns or self.columns] for u in self.units]


def apart(rows):
    """A table in which no two values differ by rounding alone: the peer ranks 3.4 and 3.4000000000000004 apart."""
    return [[round(x, 9) + 1e-9 if round(x, 9) < x < round(x, 9) + 1e-14 else x for x in row] for row in rows]


def worst(got, expected, columns=None):
    """The largest difference over the scale of its column, and the number of values; missing must meet missing."""
    most, count = 0, 0
    for j in range(len(expected[0])) if columns is None else columns:
        scale = max((abs(row[j]) for row in expected if not math.isnan(row[j])), default=1) or 1
        for a, b in zip(got, expected):
            if math.isnan(a[j]) != math.isnan(b[j]):
                return math.inf, count
            if not math.isnan(b[j]):
                most, count = max(most, abs(a[j] - b[j]) / max(abs(b[j]), scale)), count + 1
    return most, count
