#!/usr/bin/env python3
"""False contracts: one word of a public header is changed at a time, and the reader or the driver of bad input must
notice.  Of all in FALSE at most MISSED may pass; a text that the header has no more fails.

usage: false.py [function...]
"""
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
import badinput
import calls
import children
import library
import record
from interface import contracts

MISSED = 2
INCLUDE = os.path.join(library.TOP, "include")
# function; what is false; the declaration or struct in whose comment the text stands; the text; the false text
FALSE = [
    ("skpi_urban_urgd", "kind too weak", "skpi_urban_urgd(", "`share0[n]`  open share", "`share0[n]`  share"),
    ("skpi_urban_norm_urgd", "kind too strong", "skpi_urban_norm_urgd(", "`share[n]`       share", "`share[n]`       open share"),
    ("skpi_urban_stages", "positive told as quantity", "skpi_urban_stages(", "`speed[n]`     positive", "`speed[n]`     quantity"),
    ("skpi_urban_size_class", "quantity told as positive", "skpi_urban_size_class(", "`population[n]`  quantity",
     "`population[n]`  positive"),
    ("skpi_urban_doubling_time", "rate told as quantity", "skpi_urban_doubling_time(", "`rate[n]`      growth", "`rate[n]`      quantity"),
    ("skpi_urban_cities_project", "axis too short", "skpi_urban_cities_project(", "`urban[n_years + 1]`  ", "`urban[n_years]`  "),
    ("skpi_urban_population", "axis of another count", "skpi_urban_population(", "`total[n][m]`", "`total[n][n]`"),
    ("skpi_urban_project", "default", "skpi_urban_options;", "annual factor of DAMPED; 0 = 0.97", "annual factor of DAMPED; 0 = 0.95"),
    ("skpi_urban_project", "default of a choice", "skpi_urban_options;", "0 = SKPI_URBAN_METHOD_UN", "0 = SKPI_URBAN_METHOD_CONSTANT"),
    ("skpi_urban_norm_urgd", "enum", "skpi_urban_norm_urgd(", "enum skpi_urban_size", "enum skpi_urban_scenario"),
    ("skpi_urban_cities_project", "alias", "skpi_urban_cities_project(", "in the unit of population.", "in that unit; may be growth."),
    ("skpi_urban_three_way", "interval", "skpi_urban_three_way_options;", "number in (0,1]", "number in (0,2]"),
    ("skpi_urban_urgd", "forgotten status", "skpi_urban_urgd(", "`ENOTSORTED`  date0 is not before date1.", "`EOVERFLOW`  urgd is too large."),
    ("skpi_urban_urgd", "invented condition", "skpi_urban_urgd(", "date0 is not before date1.", "date0 is not before date1; share1 is not above share0."),
    ("skpi_urban_population", "invented status", "skpi_urban_population(", "may be any input.\n */", "may be any input.\n *\n * `ESINGULAR`  share is strange.\n */"),
    ("skpi_urban_project", "NULL is refused", "skpi_urban_options;", "weight of each; NULL = 1", "weight of each"),
    ("skpi_urban_backtest", "missing", "skpi_urban_backtest(", "`share`              table of share;", "`share`              table of share; NaN = missing;"),
    ("skpi_urban_aggregate", "forgotten at least", "skpi_urban_aggregate(", "count of groups; at least 1", "count of groups"),
    ("skpi_urban_cities_check", "invented at least", "skpi_urban_cities_check(", "count of cities.", "count of cities; at least 1."),
    ("skpi_urban_urgd", "the other argument", "skpi_urban_urgd(", "date0 is not before date1", "date1 is not after date0"),
    ("skpi_urban_doubling_time", "output that may be left out", "skpi_urban_doubling_time(", "NaN where it does not grow; NULL = not wanted",
     "NaN where it does not grow"),
]


def changed(folder, before, text, false):
    """The headers with the last occurrence of this text before a declaration changed."""
    tree = shutil.copytree(INCLUDE, os.path.join(folder, "include"), dirs_exist_ok=True)
    for path in contracts.headers(tree):
        with open(path, encoding="utf-8") as f:
            all_ = f.read()
        end = all_.find(before)
        at = all_.rfind(text, 0, end) if end >= 0 else -1
        if at >= 0:
            with open(path, "w", encoding="utf-8") as f:
                f.write(all_[:at] + false + all_[at + len(text):])
            return tree
    return None


def statuses(api, lab, names):
    """Statuses that the contract names and the driver does not raise."""
    seen = {(f, "SKPI_" + s) for f, s in lab.seen}
    return {(f, s) for f, lacking in record.missing(api, seen).items() if f in names for s in lacking}


def driven(api, function):
    """The faults that the driver finds with these contracts, and the statuses that it does not raise."""
    lab = library.Lab(library.module("probe"))
    calls.into(lab, api)
    names = [n for n in lab.lines if n.partition(" [")[0] == function]
    failures = [f for n in names for f in badinput.drive(lab, n)[1]]
    return failures, statuses(api, lab, {function})


def main():
    children.SECONDS = 30
    library.preload_sanitizer(library.module("probe"))
    true, noticed, broken = {}, 0, 0
    chosen = [one for one in FALSE if not sys.argv[1:] or one[0] in sys.argv[1:]]
    api = contracts.read_tree(INCLUDE)
    for function, what, before, text, false in chosen:
        with tempfile.TemporaryDirectory() as folder:
            tree = changed(folder, before, text, false)
            if not tree:
                print(f"FAIL {function}, {what}: no header has {text!r} before {before!r}")
                broken += 1
                continue
            try:
                other = contracts.read_tree(tree)
            except contracts.Refused as e:
                noticed += 1
                print(f"ok {function}, {what}: the reader: {str(e).partition(': ')[2].splitlines()[0]}")
                continue
        if function not in true:
            true[function] = driven(api, function)
        failures, missing = driven(other, function)
        new = [f for f in failures if f not in true[function][0]] + [f"{s} is never raised" for _, s in
                                                                     sorted(missing - true[function][1])]
        noticed += bool(new)
        print(f"{'ok' if new else 'missed'} {function}, {what}" + (f": {new[0][:150]}" if new else ""), flush=True)
    good = not broken and noticed >= len(chosen) - MISSED
    print(f"false contracts: {noticed} of {len(chosen)} noticed" + ("" if good else ", too few"))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
