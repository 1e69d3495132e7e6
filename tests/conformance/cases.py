"""What the conformance scripts share: the known answers in $SMARTKPI_CASES, this tree's package, one line a check.

A script is skipped (77) without the cases, says "ok name: figures" or "FAIL name: figures" for each check, and ends
with finish(), which exits 1 if one failed.
"""
import csv
import os
import sys
import warnings
from pathlib import Path

CASES = os.environ.get("SMARTKPI_CASES")
if not CASES:
    print("skipped: SMARTKPI_CASES is not set")
    sys.exit(77)
SOURCE = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "lib/python"))
if "BUILDDIR" in os.environ:  # a build tree with any name
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))
import smartkpi  # noqa: E402

failed = 0


def say(good, name, figures=""):
    global failed
    failed += not good
    print("ok" if good else "FAIL", f"{name}: {figures}")


def bound(name, worst, bar):
    say(worst <= bar, name, f"{worst:.2g}, bar {bar:g}")


def close(name, pairs, bar, scale=None):
    """Compares values with expected ones, relative to scale if it is given, else to the expected value."""
    pairs = list(pairs)
    worst = max(abs(a - b) / (scale or abs(b) or 1) for a, b in pairs)
    say(bool(pairs) and worst <= bar, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def path(*parts):
    return Path(CASES, *parts)


def read(*parts):
    """The header and the rows of a CSV file of the cases; lines that begin with # are comments."""
    with open(path(*parts), encoding="utf-8", newline="") as f:
        rows = list(csv.reader(line for line in f if not line.startswith("#")))
    return rows[0], rows[1:]


def table(*parts):
    """The rows of such a file, as dicts by column name."""
    header, rows = read(*parts)
    return [dict(zip(header, row)) for row in rows]


def renamed(folder, names, *parts):
    """A copy of such a file in a folder, with the columns that an example program reads: names are {its name here: there}."""
    header, rows = read(*parts)
    copy = Path(folder, parts[-1])
    with open(copy, "w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows([[names.get(name, name) for name in header], *rows])
    return copy


def groups(rows, key="case"):
    """The rows for each value of a column, in the order of the file."""
    found = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def outcome(function, *arguments, **options):
    """(name of the status, result); warnings count as statuses."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = function(*arguments, **options)
        except smartkpi.Error as e:
            return e.name.replace("SKPI_", ""), None
    return (smartkpi.status_name(seen[0].message.status).replace("SKPI_", "") if seen else "OK"), result


def status(call):
    """The result of a call and the names of its warnings, or None and the name of its failure; names are without
    SKPI_."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            result = call()
        except smartkpi.Error as e:
            return None, e.name.removeprefix("SKPI_")
    return result, " ".join(str(w.message).partition(":")[0].removeprefix("SKPI_") for w in warned) or "OK"


def finish(name):
    print(f"{name}: {failed} failed")
    sys.exit(1 if failed else 0)
