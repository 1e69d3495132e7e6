#!/usr/bin/env python3
"""The Python layer of catalogue, and the library's entries against lib/catalogue/*.csv; with NumPy and without."""
import csv
import os
import sys

sys.dont_write_bytecode = True
from python_unit import SRC, near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import catalogue  # noqa: E402

LISTS = ("u4ssc", "gbt2016", "gbt2018", "opendata", "tracks")
NUMBERS, NONE = {"multiplier", "weight"}, {"direction": 0, "tag": 0, "core": smartkpi.SKPI_NONE}


def same(column, got, cell):
    """Whether a member is what a cell says."""
    if column in NUMBERS:
        return got == float(cell) if cell else got != got
    if column in ("kind", "tag", "evidence") and cell:
        return smartkpi.constant_name(got) == f"SKPI_CATALOGUE_{column}_{cell}".upper()
    return got == (cell if isinstance(got, str) else int(cell) if cell else NONE[column])


def test_entries():
    for name in LISTS:
        with open(os.path.join(SRC, "lib", "catalogue", name + ".csv"), encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f))
        assert catalogue.count(name) == len(rows) > 0
        for i, row in enumerate(rows):
            entry = catalogue.entry(name, i)
            wrong = [c for c in row if not same(c, getattr(entry, c), row[c])]
            assert not wrong and set(row) == set(vars(entry)), (name, i, wrong)
            assert catalogue.find(name, row["code"].lower().replace(":", " : ")) == i


def test_refused():
    refused("SKPI_ENOTFOUND", "code", None, catalogue.find, "u4ssc", "L1")
    refused("SKPI_ENOTFOUND", "number", None, catalogue.entry, "tracks", 5)
    refused("SKPI_EINVAL", "list", None, catalogue.count, 0)
    refused("SKPI_EINVAL", "list", None, catalogue.count, "iso")


def test_figures():
    found, bits = warned(catalogue.score, [[.1, .7, 1, .2], [.66, 2, .33, float("nan")]], [1, 1, 1, 1])
    assert bits == smartkpi.SKPI_WMISSING
    near(found.score, [56.25, 75.0])
    near(catalogue.concentration([.05], "no2"), [95.0])
    refused("SKPI_EINCONSISTENT", "part", 0, catalogue.check, [[.5, .3]], "whole")


sys.exit(run(globals()))
