"""The kinds of values: the C types that hold them, what they refuse and with which status, and the values that tests
try.

TABLE has the kinds that an entry begins with, BY_TYPE those that follow from the C type.  In a row, refuses are
(status, words after "is") in the order of the checks, bad are (value, status) that a call must refuse, and ends are
values at the edge that it must accept.  bad_values and allowed_ends give both for one argument, with its interval and
clauses.
"""
from collections import namedtuple

NAN, INF = float("nan"), float("inf")
INT32_MIN, INT32_MAX = -2**31, 2**31 - 1
REAL, WHOLE = ("double",), ("int32_t", "int64_t", "uint64_t", "size_t")
COUNTS = ("size_t", "uint64_t")

# where: "value" (by value, in an array, as an output), "array", or "scalar" (by value or as an output)
Row = namedtuple("Row", "bases where refuses bad ends")
FINITE = ("ENOTFINITE", "NaN or infinite")
NEGATIVE = [(-1.0, "ERANGE"), (-1e-300, "ERANGE")]
OUTSIDE_WINDOW = ("ERANGE", "outside 1500 to 2400")
BAD_YEARS = [(v, "ERANGE") for v in (1499, 2401, 2567, INT32_MIN, INT32_MAX)]

TABLE = {
    "number": Row(REAL + WHOLE, "value", [FINITE], [], [-1e3, 0.0, 1e3]),
    "growth": Row(REAL, "value", [FINITE, ("ERANGE", "beyond 0.5")], [(-0.51, "ERANGE"), (2.5, "ERANGE")], [-0.5, 0.0, 0.5]),
    "URGD": Row(REAL, "value", [FINITE, ("ERANGE", "beyond 0.5 and would move the share by more than 0.05 a year")],
                [(-0.51, "ERANGE"), (2.5, "ERANGE")], [-0.5, 0.0, 0.5]),
    "decline": Row(REAL, "value", [FINITE], [], [-1e3, 0.0, 1e3]),
    "interest": Row(REAL, "value", [FINITE, ("ERANGE", "beyond 5")], [(-5.1, "ERANGE"), (9.0, "ERANGE")], [-5.0, 0.0, 5.0]),
    "share": Row(REAL, "value", [FINITE, ("ERANGE", "outside [0,1]")],
                 [(-0.1, "ERANGE"), (1.0000001, "ERANGE"), (41.5, "ERANGE")], [0.0, 1.0]),
    "open share": Row(REAL, "value", [FINITE, ("ERANGE", "outside [0,1]"), ("EDOM", "0 or 1")],
                      [(0.0, "EDOM"), (1.0, "EDOM"), (-1e-9, "ERANGE"), (1.0000001, "ERANGE"), (41.5, "ERANGE")],
                      [1e-9, 1 - 1e-9]),
    "probability": Row(REAL, "value", [FINITE, ("ERANGE", "outside (0,1)")],
                       [(0.0, "ERANGE"), (1.0, "ERANGE"), (-0.1, "ERANGE"), (95.0, "ERANGE")], [1e-9, 1 - 1e-9]),
    "quantity": Row(REAL, "value", [FINITE, ("ERANGE", "below 0")], NEGATIVE, [0.0, 1e6]),
    "positive": Row(REAL, "value", [FINITE, ("ERANGE", "below 0"), ("EDOM", "0")], [(0.0, "EDOM")] + NEGATIVE, [1e6]),
    "divisor": Row(REAL, "value", [FINITE, ("ERANGE", "below 0"), ("EZERODIV", "0")], [(0.0, "EZERODIV")] + NEGATIVE,
                   [1e6]),
    "date": Row(REAL, "value", [FINITE, OUTSIDE_WINDOW],
                [(v, "ERANGE") for v in (1499.0, 2401.5, 2567.5, -1e300)], [1500.0, 2400.0]),
    "year": Row(("int32_t",), "value", [OUTSIDE_WINDOW], BAD_YEARS, [1500, 2400]),
    "years": Row(("int32_t",), "array", [OUTSIDE_WINDOW, ("ENOTSORTED", "not increasing"),
                                         ("EDUPLICATE", "the same twice")], BAD_YEARS, []),
    "horizons": Row(("int32_t",), "array", [("ERANGE", "below 1"), ("ENOTSORTED", "not increasing"),
                                            ("EDUPLICATE", "the same twice")],
                    [(v, "ERANGE") for v in (0, -1, INT32_MIN)], []),
    "axis": Row(("int32_t", "size_t"), "scalar", [("ERANGE", "an axis that leaves 1500 to 2400")], [], []),
    "count": Row(COUNTS, "scalar", [("ENOMEM", "more than memory holds")], [], []),
    "room": Row(("size_t",), "scalar", [("EBUFFER", "too small")], [], []),
    "integer": Row(WHOLE, "value", [], [], []),
    "index": Row(WHOLE, "value", [("ERANGE", "below 0")], [(-1, "ERANGE"), (INT32_MIN, "ERANGE")], [0]),
    "flag": Row(("int32_t",), "value", [("EINVAL", "neither 0 nor 1")],
                [(v, "EINVAL") for v in (-1, 2, 7777, INT32_MIN, INT32_MAX)], [0, 1]),
    "one of": Row(("int32_t", "double"), "value", [("EINVAL", "none of {values}")], [], []),
    "enum": Row(("int32_t",), "value", [("EINVAL", "no constant of enum {tag}")], [], []),
    "offsets": Row(("size_t",), "array", [], [], []),  # the status lines of their struct say what they refuse
    "text": Row(("char",), "value", [("EINVAL", "NULL")], [], []),
    "bytes": Row(("void",), "array", [("EINVAL", "NULL")], [], []),
    "table of": Row(("skpi_table",), "value", [], [], []),
    "row status": Row(("int32_t",), "array", [], [], []),
}
# side ("above", "below", or "beyond": on both sides of 0) and number from which a value of the kind warns
Usual = namedtuple("Usual", "side number")
USUAL = {"growth": Usual("beyond", 0.1), "URGD": Usual("beyond", 0.1), "decline": Usual("above", 0.5),
         "interest": Usual("beyond", 0.3)}
NULL_POINTER = ("EINVAL", "NULL")
FRAME = ("ESTRUCT", "of unknown size, flags or tail")
BY_TYPE = {
    "struct": [NULL_POINTER, FRAME],  # a set of inputs or options, which is read
    "out": [NULL_POINTER, FRAME],  # a struct of pointers to outputs
    "filled": [NULL_POINTER, FRAME],  # a struct whose members are written
    "basis": [NULL_POINTER, FRAME],  # skpi_basis, read or written
    "handle": [NULL_POINTER],
    "new handle": [NULL_POINTER, ("ENOMEM", "more than memory holds")],
    "progress": [],
    "user": [],
    "zero": [("ESTRUCT", "not 0")],
}
# handles that a run uses: it refuses a result to every other call, and a plan to those that change it
IN_USE = {"skpi_ensemble_result": ("ESTATE", "drawn into by a run that has not returned"),
          "skpi_ensemble_plan": ("ESTATE", "drawn from by a run that has not returned")}
# names of kinds as they are written in a text, the longest first
SPELLED = sorted((k for k in TABLE if k not in ("one of", "enum", "table of", "offsets")), key=len, reverse=True)


def usual(argument):
    """The side and number from which a value of this input warns (SKPI_WUNUSUAL), or None."""
    return argument.clauses.unusual or argument.kind and USUAL.get(argument.kind.name)


def around(argument):
    """(values just inside, values just outside) of the usual values."""
    found = usual(argument)
    if not found:
        return [], []
    sides = {"above": [1], "below": [-1], "beyond": [1, -1]}[found.side]
    ends = [found.number if side > 0 or found.side == "below" else -found.number for side in sides]
    return ends, [end + side * abs(end) * 1e-6 for end, side in zip(ends, sides)]


def limited(argument):
    """Whether a rate has a limit of its own, "at most x", instead of the limit of its kind."""
    return argument.kind.name in USUAL and argument.clauses.at_most is not None


def refusals(argument):
    """[(status, words after "x is")] of an input, in the order of the checks."""
    kind, clauses = argument.kind, argument.clauses
    if kind.name in BY_TYPE:
        base, reads = argument.type.base, argument.type.base == "skpi_ensemble_plan" and argument.type.const
        return BY_TYPE[kind.name] + ([IN_USE[base]] if kind.name == "handle" and base in IN_USE and not reads else [])
    out = [r for r in TABLE[kind.name].refuses if r[0] != "ERANGE" or not limited(argument)]
    if argument.type.base != "double" or clauses.missing and clauses.infinite:
        out = [r for r in out if r != FINITE]
    elif clauses.missing or clauses.infinite:
        out = [(s, "infinite" if clauses.missing else "NaN") if (s, w) == FINITE else (s, w) for s, w in out]
    if kind.interval:
        out.append(("ERANGE", f"outside {kind.interval.text}"))
    if clauses.at_least is not None:
        out.append(("ENODATA" if kind.name == "count" else "ERANGE", f"below {clauses.at_least:g}"))
    if clauses.at_most is not None:
        out.append(("ERANGE", f"above {clauses.at_most:.17g}"))
    said = str(kind)[len("one of "):] if kind.name == "one of" else ""
    return [(s, w.format(values=said, tag=kind.tag)) for s, w in out]


def _interval(interval, whole):
    """(bad values, allowed ends) of an interval."""
    bad, ends = [], []
    for end, is_open, away in ((interval.low, interval.low_open, -1), (interval.high, interval.high_open, 1)):
        step = 1 if whole else max(abs(end) * 1e-7, 1e-9)
        inner, outer = (end, end + away * step) if not is_open else (end - away * step, end)
        ends.append(inner)
        bad += [outer, outer + away * (41 if whole else 41.5)]
    return bad, ends


def bad_values(argument, enums):
    """[(value, status)] that an input of this kind must refuse wherever it stands.  A choice must also refuse all
    constants of all other enums.  enums: {tag: Enum}"""
    kind, base, clauses = argument.kind, argument.type.base, argument.clauses
    row = TABLE.get(kind.name)
    if row is None:
        return []
    whole = base != "double"
    bad = [] if limited(argument) else list(row.bad)
    if kind.name == "enum":
        own = {m.value for m in enums[kind.tag].members}
        others = {m.value for e in enums.values() if not e.flags for m in e.members}
        bad = [(v, "EINVAL") for v in sorted(others | {-1, 0, 7777, INT32_MIN, INT32_MAX}) if v not in own]
    elif kind.name == "one of":
        bad = [(v, "EINVAL") for v in ((-1, 0, 7777, INT32_MIN, INT32_MAX) if whole else (-1.0, 0.0, 0.123, 7777.0))
               if v not in kind.values]
    if kind.interval:
        bad += [(v, "ERANGE") for v in _interval(kind.interval, whole)[0]]
    if kind.name == "axis":
        return BAD_YEARS if base == "int32_t" else []
    if clauses.at_least is not None and kind.name not in ("count", "room"):
        bad.append((clauses.at_least - 1, "ERANGE"))
    if clauses.at_most is not None:
        bad.append((clauses.at_most + 1, "ERANGE"))
    if whole:
        least = {"int32_t": INT32_MIN, "int64_t": -2**63}.get(base, 0)
        most = {"int32_t": INT32_MAX, "int64_t": 2**63 - 1, "size_t": 2**64 - 1, "uint64_t": 2**64 - 1}[base]
        bad = [(int(v), s) for v, s in bad if least <= v <= most]
    elif base == "double":
        if not clauses.infinite:
            bad += [(INF, "ENOTFINITE"), (-INF, "ENOTFINITE")]
        if not clauses.missing:
            bad.append((NAN, "ENOTFINITE"))
    if (argument.type.depth == 0 or kind.name == "enum") and (clauses.zero or clauses.both_zero):
        bad = [(v, s) for v, s in bad if v != 0]
    return bad


def allowed_ends(argument, enums=None):
    """Values at the edge of what the kind allows."""
    kind, clauses = argument.kind, argument.clauses
    row = TABLE.get(kind.name)
    if row is None:
        return []
    ends = [] if limited(argument) else list(row.ends)
    if kind.name == "enum":
        ends = [m.value for m in enums[kind.tag].members]
    elif kind.name == "one of":
        ends = list(kind.values)
    elif kind.interval:
        ends = _interval(kind.interval, argument.type.base != "double")[1]
    if clauses.at_least is not None:
        ends = [v for v in ends if v >= clauses.at_least] + [clauses.at_least]
    if clauses.at_most is not None:
        ends = [v for v in ends if v <= clauses.at_most] + [clauses.at_most]
    if argument.type.base != "double":
        ends = [int(v) for v in ends]
    return ends
