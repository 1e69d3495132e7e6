#!/usr/bin/env python3
"""Projects the cities of a country from tables, with its urban share by the cautious method, and prints CSV.

    python3 cities.py [folder with urban_history.csv, population.csv and cities.csv]

Populations are of UN agglomerations, in thousands.  The program uses only the standard library and smartkpi.
"""
from __future__ import annotations

import csv
import math
import sys
from pathlib import Path

import smartkpi

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "data"


def table(name: str) -> list[dict[str, str]]:
    with open(folder / name, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def by_year(name: str, column: str) -> dict[int, float]:
    """The values of a table that is of one place, with each year once."""
    rows = table(name)
    values = {int(r["year"]): float(r[column]) for r in rows}
    if len({r["place"] for r in rows}) > 1 or len(values) < len(rows):
        sys.exit(f"{folder / name}: has more than one place, or a year twice")
    return values


record, people = by_year("urban_history.csv", "share"), by_year("population.csv", "population_thousand")
known: dict[str, dict[int, float]] = {}
for r in table("cities.csv"):
    known.setdefault(r["place"], {})[int(r["year"])] = float(r["population_thousand"])
base = max(int(r["year"]) for r in table("cities.csv") if r["kind"] == "observed")
last, years = max(record), range(base, (base + 20) // 5 * 5 + 1)
try:
    size_class = smartkpi.SKPI_URBAN_SIZE_LARGE if people[last] >= 2000 else smartkpi.SKPI_URBAN_SIZE_SMALL
    history = smartkpi.urban.History([list(record)], [list(record.values())])
    later = smartkpi.urban.project_history(history, last + 1, years[-1] - last, size_class=[size_class],
                                           method=smartkpi.SKPI_URBAN_METHOD_CAUTIOUS).share[0]
    share = [record[y] if y <= last else later[y - last - 1] for y in years]
    urban = smartkpi.urban.population(share, [people[y] for y in years]).urban
    now = [city[base] for city in known.values()]
    # Growth before the base year, chosen so that the first step gives the growth that is given: in that step the method
    # takes 1/25 of the country's growth.
    own = [math.log(city[base + 1] / city[base]) for city in known.values()]
    growth = [(25 * g - math.log(urban[1] / urban[0])) / 24 for g in own]
    cities = smartkpi.urban.cities_project(now, growth, urban)
except smartkpi.Error as error:
    sys.exit(f"{error.name}: {error}")

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["place", *years])
for city, first, row in zip(known, now, cities):
    out.writerow([city, *(format(p, ".0f") for p in (first, *row))])
out.writerow(["urban", *(format(p, ".0f") for p in urban)])
