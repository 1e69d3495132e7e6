#!/usr/bin/env python3
"""The entries of the catalogue against $SMARTKPI_CASES/index/u4ssc_kpis.csv and gbt33356_weights.csv: every row that may
ship is there, with its facts, and no row that may not.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import math
import re

from cases import finish, say, smartkpi, table
from smartkpi import catalogue

EVIDENCE = {"verified": "READ", "partly": "PARTLY"}
LEVELS = {1: "core", 0: "advanced"}


def entries(name):
    found = [catalogue.entry(name, i) for i in range(catalogue.count(name))]
    return {e.code: e for e in found}


def word(tag, value):
    """The word of a choice, in small letters."""
    return smartkpi.constant_name(value)[len(f"SKPI_CATALOGUE_{tag}_"):].lower()


def facts(name, rows, pairs):
    """pairs: {what: (of an entry, of a row)}"""
    got = entries(name)
    known = {row["code"]: row for row in rows}
    say(set(got) == set(known) and len(rows) == len(known), f"{name}, codes", f"{len(got)} of {len(known)}")
    for what, (ours, theirs) in pairs.items():
        wrong = [c for c, e in got.items() if c in known and ours(e) != theirs(known[c])]
        say(not wrong, f"{name}, {what}", wrong or len(got))


def u4ssc():
    rows = [r for r in table("index", "u4ssc_kpis.csv") if r["code_status"] in EVIDENCE]
    say(len(rows) == 62, "u4ssc, rows that may ship", len(rows))
    plain = lambda text: re.split(r" \(|:", text)[0]  # noqa: E731
    facts("u4ssc", rows, {
        "groups": (lambda e: (e.dimension, e.sub_dimension, e.category),
                   lambda r: (r["dimension"], r["sub_dimension"], r["category"])),
        "names": (lambda e: e.name.replace(" of pollutants", ""), lambda r: plain(r["short_name_own_words"])),
        "ratios": (lambda e: (e.numerator, e.denominator), lambda r: (r["numerator"], r["denominator"])),
        "factors": (lambda e: 1 if math.isnan(e.multiplier) else e.multiplier, lambda r: float(r["multiplier"])),
        "directions": (lambda e: e.direction, lambda r: int(r["direction"])),
        "types": (lambda e: (word("tag", e.tag), LEVELS[e.core]), lambda r: (r["kind"], r["level"])),
        "how they are known": (lambda e: word("evidence", e.evidence).upper(), lambda r: EVIDENCE[r["code_status"]]),
    })


def gbt33356():
    for name, edition in (("gbt2016", "2016"), ("gbt2018", "2018-round")):
        rows = [r for r in table("index", "gbt33356_weights.csv")
                if r["edition"] == edition and r["status"] == "verified" and r["code"]]
        share = lambda r: float(r["weight_percent"]) if r["weight_percent"][0].isdigit() else None  # noqa: E731
        facts(name, rows, {
            "weights": (lambda e: None if math.isnan(e.weight) else round(100 * e.weight, 9), share),
            "names": (lambda e: e.name, lambda r: r["name_own_words"].split(" (")[0]),
            "deductions": (lambda e: word("kind", e.kind) == "deduction", lambda r: share(r) is None),
        })


u4ssc()
gbt33356()
for other in ("opendata", "tracks"):
    weights = [e.weight for e in entries(other).values()]
    say(all(math.isnan(w) for w in weights), f"{other}, no weights", len(weights))
finish("catalogue")
