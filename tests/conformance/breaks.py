"""Breaks in series: crises are none, recounts are, and of breaks that are put in nearly all are found.

Emissions of 17 countries, 1,397 cities from their first year with 20 thousand people on, urban shares of 153 areas."""
import random
from math import exp, log

from cases import finish, say, smartkpi, table, warnings
from smartkpi import series

BIT = smartkpi.SKPI_WUNUSUAL
FACTORS = (.7, 1.3)


def status_of(call):
    status = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        call(status)
    return status


def marked(years, values):
    """Whether the trend of each series warns of a break. Series that begin later have None before."""
    rows = [[float("nan") if v is None else v for v in row] for row in values]
    return [bool(s & BIT) for s in status_of(lambda s: series.trend(smartkpi.Table(years, rows), status=s))]


def marked_shares(years, shares):
    """The same in the logit, from the fit of a logit line."""
    logits = smartkpi.SKPI_SERIES_MODEL_LOGIT_LINE
    found = status_of(lambda s: series.fit(smartkpi.Table(years, shares), model=logits, status=s))
    return [bool(s & BIT) for s in found]


def emissions():
    of = {}
    for r in table("carbon", "co2_fossil_1950_2022.csv"):
        if r["co2_Mt"] and int(r["year"]) >= 1960:
            of.setdefault(r["country"], {})[int(r["year"])] = float(r["co2_Mt"])
    years = list(range(1960, 2023))
    found = marked(years, [[of[c].get(y) for y in years] for c in of])
    say(len(of) == 17 and not any(found), "emissions since 1960", f"{sum(found)} of {len(of)} countries marked")


def cities():
    years = list(range(1950, 2019))
    rows = []
    for r in table("urban", "wup2018_cities_300k_annual.csv"):
        people = [float(r[str(y)]) if r[str(y)] else None for y in years]
        first = next((k for k, v in enumerate(people) if v is not None and v >= 20), None)
        if first is not None:
            rows.append([None] * first + people[first:])
    found = marked(years, rows)
    say(len(rows) == 1397 and sum(found) <= 10, "cities", f"{sum(found)} of {len(rows)} marked, at most 10")
    for seed in range(1, 6):
        draw = random.Random(seed)
        broken = []
        for i, row in enumerate(rows):
            begins = row.index(next(v for v in row if v is not None))
            factor = FACTORS[i % 2]
            places = [k for k in range(begins + 1, len(row)) if row[k] * factor >= 20]
            if places:
                k = draw.choice(places)
                broken.append(row[:k] + [round(v * factor) for v in row[k:]])
        hit = sum(marked(years, broken))
        say(hit >= .95 * len(broken), f"cities, breaks of 30 %, seed {seed}", f"{hit} of {len(broken)} found")


def shares():
    annual = {r["entity"]: r for r in table("urban", "wup2018_percent_urban_annual.csv")}
    years = list(range(1950, 2019))
    rows = [[float(annual[r["entity"]][str(y)]) / 100 for y in years]
            for r in table("urban", "un_method_parameters_by_country.csv")]
    found = marked_shares(years, rows)
    say(len(rows) == 153 and sum(found) <= 3, "urban shares", f"{sum(found)} of {len(rows)} marked, at most 3")
    for seed in range(1, 6):
        draw = random.Random(seed)
        broken = []
        for i, row in enumerate(rows):
            k, odds = draw.randrange(1, len(row)), log(FACTORS[i % 2])
            broken.append(row[:k] + [round(1 / (1 + exp(-(log(p / (1 - p)) + odds))), 5) if 0 < p < 1 else p
                                     for p in row[k:]])
        hit = sum(marked_shares(years, broken))
        say(hit >= .95 * len(rows), f"urban shares, breaks of 30 %, seed {seed}", f"{hit} of {len(rows)} found")


emissions()
cities()
shares()
finish("breaks")
