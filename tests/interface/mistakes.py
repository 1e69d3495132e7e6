#!/usr/bin/env python3
"""The ten mistakes of an analyst in Python: each gives one sentence that says what is wrong, where, and what to write.

Columns come from a data frame with gaps: one of the usual package where it is installed, and one that only has its
array protocol.  The test runs with NumPy and without.
"""
import os
import subprocess
import sys
import warnings

sys.dont_write_bytecode = True
warnings.simplefilter("ignore")
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PLAIN = sys.argv[1:] == ["plain"]  # the second run
if PLAIN:
    sys.modules["numpy"] = None
if "BUILDDIR" in os.environ:
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))
sys.path.insert(0, os.path.join(SRC, "lib/python"))
import smartkpi  # noqa: E402
from smartkpi import Table, carbon, digital, series, urban  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None
try:
    pandas = None if PLAIN else __import__("pandas")
except ImportError:
    pandas = None
failed = 0
MODE = "without NumPy" if PLAIN or not numpy else "with NumPy"


class NAType:
    """What stands in a gap of a nullable column."""

    def __repr__(self):
        return "<NA>"

    def __eq__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


NA = NAType()


class Column:
    """A column of a package that is not imported: it has the array protocol, and tolist."""

    def __init__(self, values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def __array__(self, dtype=None, copy=None):
        mixed = any(x is NA or isinstance(x, str) for x in self.values)
        return numpy.array(self.values, dtype=object if mixed else dtype)

    def tolist(self):
        return self.values


def check(good, text, *more):
    global failed
    failed += not good
    print("ok" if good else "FAIL", f"mistakes {MODE}: {text}", *(() if good else more))


def says(what, words, f, *arguments, **more):
    """The call fails, and says these words and no others."""
    try:
        got = repr(f(*arguments, **more))
    except (ValueError, TypeError) as e:
        got = str(e)
    check(got == words, what, f"\n    {got}\n    {words}")


def same(what, got, want):
    got, want = (list(x) if hasattr(x, "__len__") else x for x in (got, want))
    check(repr(got) == repr(want), what, got, want)


def project(**more):
    return urban.project(**{"last_year": 2018, "share": [.5, .6], "urgd": .03, "first_year": 2019, "n_years": 3,
                            "size_class": "large", **more})


METHODS = ('"un", "damped", "constant", "linear", "persistence", "logistic", "gompertz", "bocquier", "mean", "converging", '
           '"cautious"')


def ten():
    says("a percentage", "share0[0] = 49.95 is not a fraction in [0,1] (percent?)", urban.urgd, 2010, 49.95, 2020, 63.89)
    says("the name of no method", f'method = "logit" is none of {METHODS}', project, method="logit")
    same("a method by its name in C", project(method="SKPI_URBAN_METHOD_CONSTANT").share[0],
         project(method=smartkpi.SKPI_URBAN_METHOD_CONSTANT).share[0])
    same("a number of years that is a whole float", project(n_years=3.0).share[0], project().share[0])
    says("a number of years that is not whole", "n_years must be an integer: n_years = 32.5 is not whole", project,
         n_years=32.5)
    says("a list for a table", "digital must be a Table, not a list: smartkpi.Table(year, value) makes one",
         digital.share, [1.5, 2], Table([2020, 2021], [10, 12]))
    says("a gap in a list", "share must be numbers: share[1] is None; a missing value is NaN", project, share=[.5, None])
    says("a gap that is NaN", "share[1] = nan is not a finite number", project, share=[.5, float("nan")])
    says("swapped arguments", "date0[0] = 0.4995 is not a year in 1500..2400", urban.urgd, .4995, 2010, .6389, 2020)
    says("swapped years and values", "year must be integers of 32 bits: year[0] = 0.5 is not whole", Table, [.5, .6],
         [2010, 2020])
    says("an unknown option", "urban.project has no argument methods; the nearest is method", project, methods="un")
    says("an unknown member", "carbon.Path has no argument t_peek; the nearest is t_peak", carbon.Path, "peak", "integral",
         2024, 12.0, t_peek=2028)
    says("a constant of another module", f'method = 9107 is "holt", not an urban method ({METHODS})', project,
         method=smartkpi.SKPI_SERIES_MODEL_HOLT)
    says("a name of another module", f'method = "SKPI_SERIES_MODEL_HOLT" is none of {METHODS}', project,
         method="SKPI_SERIES_MODEL_HOLT")
    same("a scalar beside a column", urban.urgd(2010, [.4, .5], 2020, [.5, .6]),
         urban.urgd([2010, 2010], [.4, .5], [2020, 2020], [.5, .6]))
    says("a column of another length", "share0 has 3 values along n, date0 has 2", urban.urgd, [2010] * 2, [.5] * 3, 2020, .6)


def columns(what, column, na):
    """Columns with gaps, as package `what` has them."""
    same(f"{what}: a column", urban.urgd(column([2010, 2011]), column([.4, .5]), 2020, .6),
         urban.urgd([2010, 2011], [.4, .5], 2020, .6))
    says(f"{what}: a gap where none is allowed", "share[1] = nan is not a finite number (NA: a gap in the column)", project,
         share=column([.5, na]))
    says(f"{what}: a gap among years", "last_year must be integers of 32 bits: last_year[1] is NA, and no integer", project,
         last_year=column([2018, na]))
    year = list(range(2000, 2012))
    values = [10.0, 11, 12.5, na, 15, 16, 18, 19.5, 21, 22, 24, 25]
    same(f"{what}: a gap is a missing value", series.trend(Table(column(year), column(values))).slope,
         series.trend(Table(year, [float("nan") if x is na else x for x in values])).slope)
    says(f"{what}: text", 'share must be numbers: share[1] = "0,5" is text', project, share=column([.5, "0,5"]))


def frames():
    """Data frames of pandas, nullable and not; it is not imported by the package."""
    frame = pandas.DataFrame({"year": [2018, 2018], "share": [.5, .6], "size": ["large", "small"]})
    nullable = frame.convert_dtypes()
    want = project(size_class=["large", "small"]).share.tolist()
    for name, f in (("usual", frame), ("nullable", nullable)):
        got = project(last_year=f["year"], share=f["share"], size_class=f["size"]).share.tolist()
        same(f"pandas: {name} columns", got, want)
    wide = pandas.DataFrame([[1.0, 2.0], [3.0, None]], index=["a", "b"], columns=[2020, 2021])
    for name, f in (("usual", wide), ("nullable", wide.convert_dtypes())):
        check(Table(f.columns, f) == Table([2020, 2021], [[1, 2], [3, float("nan")]]), f"pandas: a {name} frame as a table")
    says("pandas: a frame for a table", "digital must be a Table, not a DataFrame: smartkpi.Table(year, value) makes one",
         digital.share, wide, wide)
    says("pandas: a frame with text", 'share must be numbers: share[0][2] = "large" is text', urban.population, frame, 100)


def main():
    global failed
    ten()
    columns("a stand-in", Column, NA)
    check("pandas" not in sys.modules or pandas, "pandas is not imported")
    if pandas:
        columns("pandas", lambda values: pandas.Series(values, dtype=None if any(isinstance(x, str) for x in values) else
                                                       "Float64" if any(isinstance(x, float) for x in values) else "Int64"),
                pandas.NA)
        frames()
    elif not PLAIN:
        print("skip mistakes: pandas is not installed (Debian: python3-pandas)")
    sys.stdout.flush()
    if not PLAIN and numpy:
        failed += subprocess.run([sys.executable, os.path.abspath(__file__), "plain"]).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
