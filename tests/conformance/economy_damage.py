#!/usr/bin/env python3
"""Conformance of the consistency of input-output tables: $SMARTKPI_CASES/digital, damaged in 35 ways, and sound.

Of 300 damaged tables a seed at most 13 that change a linkage, a multiplier or a share by more than .1 % come out without
a refusal or a warning, also in whole units of which the median output has 3,000.  Those that nobody can tell are counted
by what they are; of the others there is at most one, and three in whole units.  No sound table, none with its
sectors in another order, added up to fewer sectors or in rounded figures gives either.  Prints one line a check, "ok
name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases or without NumPy.
"""
import collections
import sys
import warnings

from cases import finish, say, smartkpi
from iotables import TABLES, read, table as read_table
from smartkpi import economy

try:
    import numpy
except ImportError:
    print("skipped: no NumPy")
    sys.exit(77)
import damage  # noqa: E402

DAMAGED, SEEDS, CHANGED = ("usa2022_71", "uk2010_ons", "belgium2020_oecd"), range(1, 6), 1e-3
MISSED, UNEXPLAINED, UNEXPLAINED_ROUNDED = 13, 1, 3  # of 300, at most
READINGS = {value: name.rpartition("READING_")[2] for name, value in vars(smartkpi).items() if "_READING_" in name}
# how a kind of damage is reported; kinds that are not listed may be reported in several ways
EXPECTED = {"flows": "FLOW_UNIT", "output": "OUTPUT_UNIT", "final demand": "FINAL_DEMAND_UNIT",
            "value added": "VALUE_ADDED_UNIT", "transposed": "TRANSPOSED", "coefficients": "COEFFICIENTS",
            "coefficients in per cent": "COEFFICIENTS_PERCENT", "output coefficients": "OUTPUT_COEFFICIENTS",
            "output for value added": "OUTPUT_IS_VALUE_ADDED",
            "value added for final demand": "FINAL_DEMAND_IS_VALUE_ADDED", "total in the middle": "TOTAL",
            "total first": "TOTAL", "total last": "TOTAL"}
UNNAMED = ("ROWS", "IMPORTS")
REFUSED, NAMED, NAMED_ROUNDED = 130, 250, 220  # the least numbers, of 300


def load(case):
    _, (z, x, va, y), digital, _ = read_table(case)
    return {"z": numpy.array(z), "x": numpy.array(x), "va": numpy.array(va), "y": numpy.array(y),
            "digital": numpy.array(digital)}


def germany():
    """The six sectors of R iotables, with final demand as the sum of its columns, and as the residual of the printed
    total use."""
    header, rows = read("germany1995_iotables", "table.csv")
    cells = {row[0]: dict(zip(header[1:], row[1:])) for row in rows}
    sectors = header[1:7]

    def numbers(row, columns):
        return numpy.array([float(cells[row][c]) for c in columns])

    z = numpy.array([numbers(s, sectors) for s in sectors])
    t = {"z": z, "x": numbers("output", sectors), "va": numbers("gva", sectors)}
    summed = numpy.array([numbers(s, header[8:-1]).sum() for s in sectors])
    use = numpy.array([float(cells[s]["total_final_use"]) for s in sectors])
    return dict(t, y=summed), dict(t, y=use - z.sum(1))


def rounded(t, median=3000):
    """Rounded to whole units, of which the median output has the given number."""
    unit = numpy.median(t["x"][t["x"] > 0]) / median
    return dict(t, **{name: numpy.round(t[name] / unit) for name in ("z", "x", "va", "y")})


def moved(t, order):
    return dict(t, z=t["z"][numpy.ix_(order, order)], **{name: t[name][order] for name in ("x", "va", "y", "digital")})


def added_up(t, group):
    s = (group == numpy.unique(group)[:, None]).astype(float)
    return dict(t, z=s @ t["z"] @ s.T, **{name: s @ t[name] for name in ("x", "va", "y")})


def source(t, **more):
    return economy.IOTableSource(t["z"], t["x"], t["va"], t["y"], **more)


def told(t, **more):
    """"refused", "warned" or "silent", and the words."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            economy.IOTable(source(t, **more)).close()
        except smartkpi.Error as e:
            return "refused", str(e)
    return ("warned", str(seen[0].message)) if seen else ("silent", "")


def reading(t):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return READINGS[int(economy.iotable_source_check(source(t)).reading)]
        except smartkpi.Error as e:
            return e.name


def untold(kind, what, t, whole):
    """The reason why this damage cannot be found; "" if it should have been reported."""
    if kind == "value added of one":
        return "value added of one sector"
    if kind in ("of which", "two of which") and not any(t["z"][i].sum() - t["z"][i, i] for i in what[:1]):
        return "of which of a sector that sells to nobody"
    if kind == "sector lost" and whole:
        return "a sector lost from a rounded table"
    return ""


def damaged(seed, whole):
    counts, readings, missed, wrong, alike = (collections.Counter() for _ in range(5))
    bad = []
    for case in DAMAGED:
        t = rounded(load(case)) if whole else load(case)
        before = damage.results(t)
        for kind, what, variant in damage.variants(t, seed):
            outcome, _ = told(variant)
            counts[outcome] += 1
            if outcome != "silent":
                read_as = reading(variant)
                readings["unnamed" if read_as in UNNAMED else "named"] += 1
                if kind in EXPECTED and not read_as.startswith("SKPI_") and read_as != EXPECTED[kind]:
                    wrong[f"{case}, {kind} {what}: {read_as}"] += 1
                continue
            change = damage.change(before, damage.results(variant))
            if change <= CHANGED:
                alike["changes next to nothing"] += 1
                continue
            why = untold(kind, what, t, whole)
            missed[why or "unexplained"] += 1
            if not why:
                bad.append(f"{case}, {kind} {what}: {change:.2g}")
    name = f"damaged tables, seed {seed}, {'rounded' if whole else 'as published'}"
    total = sum(counts.values())
    say(total == 300 and len(bad) <= (UNEXPLAINED_ROUNDED if whole else UNEXPLAINED) and sum(missed.values()) <= MISSED, name,
        f"{counts['refused']} refused and {counts['warned']} warned of {total}, {readings['named']} of them named; "
        f"{sum(alike.values())} change nothing by {CHANGED:.1%}; missed: "
        + (", ".join(f"{n} {why}" for why, n in missed.items()) or "none") + "".join(f"; {b}" for b in bad))
    say(counts["refused"] >= REFUSED and readings["named"] >= (NAMED_ROUNDED if whole else NAMED), f"{name}: told well",
        f"at least {REFUSED} refused, {NAMED_ROUNDED if whole else NAMED} named")
    say(not wrong, f"{name}: readings", "; ".join(wrong) or "as the damage was")


def undamaged():
    rng = numpy.random.default_rng(20261101)
    counts = collections.Counter()
    bad = []

    def silent(name, t):
        outcome, words = told(t)
        counts[name] += 1
        if outcome != "silent":
            bad.append(f"{name}: {outcome}: {words}")

    for t in germany():
        silent("as published", t)
    for case in TABLES:
        t = load(case)
        n = len(t["x"])
        silent("as published", t)
        silent("rounded", rounded(t))
        for _ in range(28):
            silent("in another order", moved(t, rng.permutation(n)))
        for k in range(304):
            group = rng.integers(0, rng.integers(2, n), n)
            silent("added up", added_up(t, numpy.sort(group) if k % 2 else group))
    say(not bad, "sound tables", ", ".join(f"{n} {name}" for name, n in counts.items()) + "".join(f"; {b}" for b in bad[:5]))


def with_other_input():
    """The identity of columns: value added of one sector in another unit is reported if the other inputs are known."""
    missed = told_of = 0
    for case in DAMAGED:
        t = load(case)
        other = t["x"] - t["z"].sum(0) - t["va"]
        other[t["x"] == 0] = 0
        say(told(t, other_input=other)[0] == "silent", f"{case}, with its other inputs", "silent")
        for seed in SEEDS:
            for kind, _, variant in damage.variants(t, seed):
                if kind == "value added of one":
                    told_of += 1
                    missed += told(variant, other_input=other)[0] == "silent"
    say(not missed, "value added of one sector, other inputs known", f"{missed} of {told_of} missed")


for number in SEEDS:
    damaged(number, whole=False)
    damaged(number, whole=True)
undamaged()
with_other_input()
finish("economy_damage")
