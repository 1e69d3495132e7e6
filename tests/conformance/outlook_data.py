#!/usr/bin/env python3
"""The city outlook's data against the tables that they are taken from: record, population, observations, CO2 of cities; and the
grade of each figure of the digital economy.
"""
import csv
import os
import pathlib

from cases import finish, say, table

DATA = pathlib.Path(os.environ.get("SRCDIR", ".")) / "examples" / "data"
SHIPPED = ("official", "secondary", "press", "page", "file", "opened", "report text")


def ours(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def same(name, mine, theirs, digits):
    """mine and theirs: values by key; every one of ours has one of theirs."""
    wrong = [(k, v, theirs.get(k)) for k, v in mine.items() if k not in theirs or abs(v - theirs[k]) > digits]
    say(bool(mine) and not wrong, name, f"{len(mine)} figures, {wrong[:3]}")


un = {int(r["year"]): r for r in table("urban", "china_wup2025.csv")}
share = {y: float(r["percent_urban"]) / 100 for y, r in un.items()}
same("record", {int(r["year"]): float(r["share"]) for r in ours("urban_history")}, share, 5e-8)
same("population", {int(r["year"]): float(r["population_thousand"]) for r in ours("population")},
     {y: float(r["population_thousand"]) for y, r in un.items()}, 5e-4)
same("published, 2025", {int(r["year"]): float(r["share"]) for r in ours("urban_published") if r["revision"] == "WUP 2025"}, share, 5e-8)
observed = {int(r["year"]): r for r in table("urban", "china_observed.csv")}
same("published by others", {int(r["date"][:4]): float(r["share"]) for r in ours("urban_observed")},
     {y: float(r["nbs"]) / 100 for y, r in observed.items() if r["nbs"]}, 5e-7)
same("the earlier record", {int(r["year"]): float(r["share"]) for r in ours("urban_earlier") if int(r["year"]) >= 2010},
     {y: float(r["wup2018"]) / 100 for y, r in observed.items() if r["wup2018"]}, 5.1e-6)
same("CO2 of cities", {(r["place"], r["year"]): float(r["co2"]) for r in ours("carbon_cities") if r["co2"]},
     {(r["place"], r["year"]): float(r["co2_mt"]) for r in table("carbon", "cities_co2_municipal.csv") if r["dataset"] == "CEADs"}, 0)

# the Penn World Table and the United Nations count people alike: no unit was lost between them
urban = {r["entity"]: float(r["2017"]) / 100 for r in table("urban", "wup2018_percent_urban_annual.csv")}
rural = {r["entity"]: float(r["2017"]) for r in table("urban", "wup2018_rural_population_annual.csv")}
both = {r["name"]: float(r["population_thousand"]) * (1 - urban[r["name"]]) / rural[r["name"]] for r in ours("countries")
        if urban.get(r["name"], 1) < 0.98 and rural.get(r["name"], 0) > 100}
wrong = {name: ratio for name, ratio in both.items() if not 0.94 < ratio < 1.06 and name != "Serbia"}  # the UN counts Kosovo with it
say(len(both) > 80 and not wrong, "population of countries", f"{len(both)} countries, {wrong}")
gdp = {r["country"]: r for r in ours("countries")}["CHN"]
near = next(float(r["gdp"]) for r in ours("gdp") if (r["place"], r["vintage"]) == ("China", "census"))
say(gdp["currency"] == "CNY" and 0.5 < float(gdp["gdp"]) / near < 1, "GDP of a country in its own currency", f"{gdp['gdp']} of {gdp['year']}, {near}")

graded = {}
for r in table("digital", "facts_2026.csv"):
    if r["period"] == "year" and r["quantity"] in ("core", "broad"):
        for column in ("value_bn_yuan", "share"):
            if r[column]:
                graded.setdefault((r["place"], r["year"], column, float(r[column])), []).append(r["grade"])
for r in ours("digital"):
    if int(r["year"]) < 2023 or r["place"] == "Changsha":
        continue
    for column, value in (("value_bn_yuan", r["value"]), ("share", r["share"])):
        grades = graded.get((r["place"], r["year"], column, float(value)), []) if value else None
        if grades is not None:
            say(any(g.startswith(SHIPPED) for g in grades) and not any("WRONG" in g or "MEMORY" in g for g in grades),
                f"{r['place']}, {r['year']}, {r['label']}, {column}", f"{value}: {grades}")
finish("outlook_data")
