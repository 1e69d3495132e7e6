#!/usr/bin/env python3
"""Ranks the entries of an award from tables with names, and prints CSV: the best score first.

    python3 award.py [folder with scores.csv and entries.csv]

The tables of examples/award are synthetic.  The program uses only the standard library and smartkpi; a DataFrame of
pandas can stand in the place of the dicts of columns.
"""
from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import smartkpi
from smartkpi import award

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "award"
WINNERS = 52


def table(name: str, *titles: str) -> dict[str, list[str]]:
    """The columns of a table; blank lines are left out."""
    try:
        with open(folder / name, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
    except (OSError, UnicodeError, csv.Error) as error:
        sys.exit(f"{folder / name}: {error}")
    for title in titles:
        if not rows or any(row.get(title) is None for row in rows):
            sys.exit(f"{folder / name}: a row has no {title}")
    return {title: [row[title] for row in rows] for title in titles}


def number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        sys.exit(f'{folder / "scores.csv"}: score = "{text}" is no number')


scores, entries = table("scores.csv", "entry", "judge", "score"), table("entries.csv", "entry", "track")
track = dict(zip(entries["entry"], entries["track"]))
if len(track) < len(entries["entry"]):
    sys.exit(f"{folder / 'entries.csv'}: has an entry twice")
try:
    jury = smartkpi.Jury(scores["entry"], scores["judge"], [number(x) for x in scores["score"]], track=track)
    line = jury.line(WINNERS, tie="lot", seed=1)
    found = award.adjust(jury.scores)
    chance = award.chance(jury.scores, line, n_draws=100000, seed=1, coverage=.9)
    selected = award.select(found.adjusted, line, track=jury.scores.track).selected
except smartkpi.Error as error:
    sys.exit(f"{error.name}: {error}")

results = jury.by_entry(adjusted=found.adjusted, error=found.error, probability=chance.probability, selected=selected)
try:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(results)
    for name, adjusted, error_of, probability, wins in sorted(zip(*results.values()), key=lambda row: -float(row[1])):
        out.writerow([name, f"{adjusted:.2f}", f"{error_of:.2f}", f"{probability:.3f}", int(wins)])
    sys.stdout.flush()
except BrokenPipeError:  # who reads it has enough
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
