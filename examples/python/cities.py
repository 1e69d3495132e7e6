#!/usr/bin/env python3
"""Projects the cities of a country from tables, with its urban share by the cautious method, and prints CSV.

    python3 cities.py [folder with urban_history.csv, population.csv and cities.csv]

Populations are of UN agglomerations, in thousands.  The program uses only the standard library and smartkpi.
"""
from __future__ import annotations

import csv
import math
import os
import sys
from pathlib import Path

import smartkpi

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "data"


def table(name: str, *titles: str) -> list[dict[str, str]]:
    """The rows of a table that has these columns; blank lines are left out."""
    try:
        with open(folder / name, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
    except (OSError, UnicodeError, csv.Error) as error:
        sys.exit(f"{folder / name}: {error}")
    for title in titles:
        if not rows or any(row.get(title) is None for row in rows):
            sys.exit(f"{folder / name}: a row has no {title}")
    return rows


def whole(name: str, row: dict[str, str]) -> int:
    try:
        return int(row["year"])
    except ValueError:
        sys.exit(f'{folder / name}: year = "{row["year"]}" is no whole number')


def number(name: str, row: dict[str, str], column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        sys.exit(f'{folder / name}: {column} = "{row[column]}" is no number')


def by_year(name: str, column: str) -> dict[int, float]:
    """The values of a table that is of one place, with each year once."""
    rows = table(name, "place", "year", column)
    values = {whole(name, r): number(name, r, column) for r in rows}
    if len({r["place"] for r in rows}) > 1 or len(values) < len(rows):
        sys.exit(f"{folder / name}: has more than one place, or a year twice")
    return values


def by_place(name: str) -> dict[str, dict[int, float]]:
    """The populations of cities, with each year once."""
    known: dict[str, dict[int, float]] = {}
    for r in table(name, "place", "year", "population_thousand", "kind"):
        years, year = known.setdefault(r["place"], {}), whole(name, r)
        if year in years:
            sys.exit(f"{folder / name}: {r['place']} has the year {year} twice")
        years[year] = number(name, r, "population_thousand")
        if not years[year] > 0:
            sys.exit(f"{folder / name}: {r['place']} has no people in {year}")
    return known


def at(name: str, values: dict[int, float], year: int, place: str = "the place") -> float:
    """The value of a year, which the table must have."""
    if year not in values:
        sys.exit(f"{folder / name}: {place} has no row of {year}")
    return values[year]


record, people = by_year("urban_history.csv", "share"), by_year("population.csv", "population_thousand")
known = by_place("cities.csv")
observed = [whole("cities.csv", r) for r in table("cities.csv") if r["kind"] == "observed"]
if not observed:
    sys.exit(f"{folder / 'cities.csv'}: no row is observed")
base = max(observed)
last, years = max(record), range(base, (base + 20) // 5 * 5 + 1)
try:
    large = at("population.csv", people, last) >= 2000
    size_class = smartkpi.SKPI_URBAN_SIZE_LARGE if large else smartkpi.SKPI_URBAN_SIZE_SMALL
    history = smartkpi.urban.History([list(record)], [list(record.values())])
    later = smartkpi.urban.project_history(history, last + 1, years[-1] - last, size_class=[size_class],
                                           method=smartkpi.SKPI_URBAN_METHOD_CAUTIOUS).share[0]
    share = [at("urban_history.csv", record, y) if y <= last else later[y - last - 1] for y in years]
    urban = smartkpi.urban.population(share, [at("population.csv", people, y) for y in years]).urban
    now = [at("cities.csv", city, base, place) for place, city in known.items()]
    # Growth before the base year, chosen so that the first step gives the growth that is given: in that step the method
    # takes 1/25 of the country's growth.
    own = [math.log(at("cities.csv", city, base + 1, place) / city[base]) for place, city in known.items()]
    growth = [(25 * g - math.log(urban[1] / urban[0])) / 24 for g in own]
    cities = smartkpi.urban.cities_project(now, growth, urban)
except smartkpi.Error as error:
    sys.exit(f"{error.name}: {error}")

try:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["place", *years])
    for city, first, row in zip(known, now, cities):
        out.writerow([city, *(format(p, ".0f") for p in (first, *row))])
    out.writerow(["urban", *(format(p, ".0f") for p in urban)])
    sys.stdout.flush()
except BrokenPipeError:  # who reads it has enough
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
