"""Input-output tables of $SMARTKPI_CASES/digital: reading them by the names of their sectors."""
import cases
from smartkpi import economy

TABLES = ("usa2022_71", "uk2010_ons", "belgium2020_oecd", "chile2013_12", "pymrio_test_48")


def read(*parts):
    return cases.read("digital", *parts)


def matrix(*path):
    """A matrix with the names of its rows and columns."""
    header, rows = read(*path)
    return {row[0]: dict(zip(header[1:], map(float, row[1:]))) for row in rows}


def relative(pairs):
    return max(abs(a - b) / (abs(b) or 1) for a, b in pairs)


def table(case):
    """Codes, the arguments of IOTable (flow, output, value added, final demand), digital flags, and investment."""
    header, rows = read(case, "sectors.csv")
    codes = [row[0] for row in rows]
    y, va, x, flags, r = ([float(row[header.index(c)]) for row in rows] for c in ("y", "va", "x", "digital", "r"))
    z = matrix(case, "Z.csv")
    return codes, ([[z[i][j] for j in codes] for i in codes], x, va, y), [int(f) for f in flags], r


def opened(*source, **more):
    """The IOTable of these arguments."""
    return economy.IOTable(economy.IOTableSource(*source, **more))
