"""What the conformance tests of carbon share beside cases.py: known answers in $SMARTKPI_CASES/carbon, by column name."""
import cases
from cases import finish as end
from cases import say, smartkpi


def table(name):
    """The rows of a file of the cases."""
    return cases.table("carbon", name)


def groups(rows, *columns):
    """(key, rows) for each value of the columns, in the order of the file."""
    found = {}
    for r in rows:
        found.setdefault(tuple(r[c] for c in columns), []).append(r)
    return [(k if len(columns) > 1 else k[0], v) for k, v in found.items()]


def close(name, pairs, bar, scale=None):
    """Compares values with expected ones, relative to scale if it is given, else to the expected value."""
    pairs = [(float(a), float(b)) for a, b in pairs]
    worst = max((abs(a - b) / (scale or abs(b) or 1) if a == a or b == b else 0.0) for a, b in pairs) if pairs else 9
    say(worst <= bar, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def refused(name, call, *expected):
    """The call must fail with one of these statuses."""
    try:
        got = call()
    except smartkpi.Error as e:
        say(e.name in expected, f"{name} refused", e.name)
        return
    say(False, f"{name} refused", f"no error but {got}")


def number(text):
    """The number in a cell; an empty cell is NaN."""
    return float(text) if text else float("nan")
