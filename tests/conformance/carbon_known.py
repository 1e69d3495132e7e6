"""What the conformance tests of carbon share: known answers in $SMARTKPI_CASES/carbon, by column name."""
import csv
import os
import sys
from pathlib import Path

CASES = os.environ.get("SMARTKPI_CASES")
if not CASES:
    print("skipped: SMARTKPI_CASES is not set")
    sys.exit(77)
SOURCE = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2])
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "lib/python"))
if "BUILDDIR" in os.environ:  # a build tree of any name
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))
import smartkpi  # noqa: E402

failed = 0


def say(good, name, figures=""):
    global failed
    failed += not good
    print("ok" if good else "FAIL", f"{name}: {figures}")


def table(name):
    """Rows of a file of the cases."""
    with open(Path(CASES, "carbon", name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def groups(rows, *columns):
    """(key, rows) for each value of the columns, in the order of the file."""
    found = {}
    for r in rows:
        found.setdefault(tuple(r[c] for c in columns), []).append(r)
    return [(k if len(columns) > 1 else k[0], v) for k, v in found.items()]


def close(name, pairs, bar, scale=None):
    """Values against expected ones: relative to scale if given, to the expected value if not."""
    pairs = [(float(a), float(b)) for a, b in pairs]
    worst = max((abs(a - b) / (scale or abs(b) or 1) if a == a or b == b else 0.0) for a, b in pairs) if pairs else 9
    say(worst <= bar, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def refused(name, call, *expected):
    """The call fails with one of these statuses."""
    try:
        got = call()
    except smartkpi.Error as e:
        say(e.name in expected, f"{name} refused", e.name)
        return
    say(False, f"{name} refused", f"no error but {got}")


def number(text):
    """Of a cell: empty is NaN."""
    return float(text) if text else float("nan")


def end(name):
    print(f"{name}: {failed} failed")
    sys.exit(1 if failed else 0)
