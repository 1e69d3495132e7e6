#!/usr/bin/env python3
"""A column has one name in all examples: in what the programs read and print, in their data and in their samples.

Two names are twins if they differ in case, underscores or an abbreviation alone.  Names of one thing that differ in more
are listed here, with the one that is in use."""
import csv
import re

from checks import SRC, check, end

EXAMPLES = SRC / "examples"
OTHERS = {"place": {"city", "entity", "unit", "alt", "uCode"}, "growth": {"r"}, "output": {"x"}, "final_demand": {"y"},
          "value_added": {"va"}, "emission": {"e"}, "e0": {"f0"}, "indicator": {"criterion", "iCode"}, "size_class": {"size", "law"}, "last_date": {"T0"}}
SYMBOLS = {"S", "varS", "Z", "fl_direct_A", "fl_total_L"}  # as the tests and tables of the literature print them
NAME = r"[A-Za-z][A-Za-z0-9_]*"


def plain(name):
    short = {"yr": "year", "years": "year", "emissions": "emission", "pop": "population", "perc": "percent", "pct": "percent"}
    return "".join(short.get(part, part) for part in re.sub(r"netzero", "net_zero", name.lower()).split("_"))


def read_and_printed(text):
    """Names in calls of the reader, and in lines of names with commas that are printed as headers."""
    found = set(re.findall(rf'csv_(?:column|optional|exact)\([^;"]*?"({NAME})"', text))
    for line in re.findall(rf'(?:puts|fputs|printf|fprintf)\((?:\w+, )?"((?:{NAME},)+{NAME})(?:\\n)?"', text):
        found |= set(line.split(","))
    return found


where = {}
for path in sorted([*EXAMPLES.glob("*.c"), *EXAMPLES.glob("common/*.c"), *EXAMPLES.glob("skill/*.c"), *EXAMPLES.glob("outlook/*.c")]):
    for name in read_and_printed(path.read_text(encoding="utf-8")):
        where.setdefault(name, set()).add(path.name)
for path in sorted([*EXAMPLES.glob("data/*.csv"), *EXAMPLES.glob("samples/*.csv"), *EXAMPLES.glob("award/*.csv")]):
    if path.name == "award_order.csv":  # its columns are entries
        continue
    with open(path, encoding="utf-8", newline="") as f:
        for name in next(csv.reader(line for line in f if not line.startswith("#"))):
            where.setdefault(name, set()).add(path.name)
names = [name for name in where if not name.isdigit()]
check("columns were found", len(names) > 100 and {"t_net_zero", "plateau_years", "place"} <= set(names), sorted(names))
twins = {}
for name in names:
    twins.setdefault(plain(name), set()).add(name)
check("no two names differ in spelling alone", all(len(same) == 1 for same in twins.values()),
      [sorted(same) for same in twins.values() if len(same) > 1])
odd = sorted(name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name) and name not in SYMBOLS)
check("names are in lower case", not odd, [(name, where[name]) for name in odd])
for name, others in OTHERS.items():
    seen = sorted((other, sorted(where[other])) for other in others & set(names))
    check(f"{name} has no other name", not seen, seen)
end()
