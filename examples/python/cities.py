#!/usr/bin/env python3
"""Projects the cities of China to 2035 from tables, by the method of the United Nations, and prints CSV.

    python3 cities.py [folder with urban.csv, population.csv and cities.csv]

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


country, cities, years = table("urban.csv")[0], table("cities.csv"), range(2018, 2036)
people = {int(r["year"]): float(r["population_thousand"]) for r in table("population.csv")
          if r["place"] == country["place"]}
try:
    size_class = smartkpi.SKPI_URBAN_SIZE_LARGE if people[2018] >= 2000 else smartkpi.SKPI_URBAN_SIZE_SMALL
    share = smartkpi.urban.project(int(country["last_year"]), float(country["share"]), float(country["urgd"]), years[0],
                                   len(years), size_class=size_class).share
    urban = smartkpi.urban.population(share, [people[y] for y in years]).urban
    now = [float(c["population_2018"]) for c in cities]
    # Growth before 2018, chosen so that the first step gives the observed growth to 2019: in that step the method takes
    # 1/25 of the country's growth.
    own = [math.log(float(c["population_2019"]) / p) for c, p in zip(cities, now)]
    growth = [(25 * g - math.log(urban[1] / urban[0])) / 24 for g in own]
    later = smartkpi.urban.cities_project(now, growth, urban)
except smartkpi.Error as error:
    sys.exit(f"{error.name}: {error}")

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["place", *years])
for city, base, row in zip(cities, now, later):
    out.writerow([city["place"], *(format(p, ".0f") for p in (base, *row))])
out.writerow(["urban " + country["place"], *(format(p, ".0f") for p in urban)])
