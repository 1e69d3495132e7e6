#!/usr/bin/env python3
"""Conformance of urban: the recursion in 50-digit arithmetic and the United Nations' tables in $SMARTKPI_CASES/urban.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import csv
import math
import os
import statistics
import sys
import warnings
from itertools import groupby
from pathlib import Path

CASES = os.environ.get("SMARTKPI_CASES")
if not CASES:
    print("skipped: SMARTKPI_CASES is not set")
    sys.exit(77)
SOURCE = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "lib/python"))
import smartkpi  # noqa: E402
from smartkpi import urban  # noqa: E402

LAW = {"L": smartkpi.SKPI_URBAN_LARGE, "large": smartkpi.SKPI_URBAN_LARGE, "S": smartkpi.SKPI_URBAN_SMALL,
       "small": smartkpi.SKPI_URBAN_SMALL}
failed = 0


def say(good, name, figures):
    global failed
    failed += not good
    print("ok" if good else "FAIL", f"{name}: {figures}")


def table(name):
    """Rows of a file of the cases, by column name."""
    with open(Path(CASES, "urban", name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def recursion():
    """Shares and growth differences of 60 years, places of both laws in one batch."""
    places = {k: list(rows) for k, rows in groupby(table("golden_un_recursion.csv"),
                                                   lambda r: (r["law"], float(r["p0"]), float(r["r0"])))}
    laws, shares, urgds = zip(*places)
    got = urban.project([2018] * len(places), shares, urgds, [LAW[law] for law in laws], 2019, 60)
    worst = {"p": 0.0, "r": 0.0}
    n = 0
    for i, rows in enumerate(places.values()):
        for row in rows:
            k = int(row["step"]) - 1
            worst["p"] = max(worst["p"], abs(got.share[i][k] - float(row["p"])))
            worst["r"] = max(worst["r"], abs(got.urgd[i][k] - float(row["r"])))
            n += 1
    for column, bar in (("p", 1e-12), ("r", 1e-12)):
        say(n == 360 and worst[column] <= bar, f"golden_un_recursion {column}",
            f"{n} values of {len(places)} places, worst {worst[column]:.2g}, bar {bar:g}")


def published():
    """From each country's last observation to 2050, against the published table; points."""
    annual = {r["entity"]: r for r in table("wup2018_percent_urban_annual.csv")}
    rows = table("un_method_parameters_by_country.csv")
    for label, exact in (("r_0 as printed", False), ("r_0 from the annual table", True)):
        worst, at_2050, outside = ("", 0.0), [], []
        for row in rows:
            t0, un = int(row["T0"]), annual[row["entity"]]
            r0 = float(row["r0_per_year"])
            if exact:
                r0 = urban.urgd(t0 - 2, float(un[str(t0 - 2)]) / 100, t0, float(un[str(t0)]) / 100)
            p = urban.project(t0, float(row["pu_T0"]) / 100, r0, LAW[row["law"]], t0 + 1, 2050 - t0).share
            errors = [abs(100 * p[j] - float(un[str(t0 + 1 + j)])) for j in range(2050 - t0)]
            at_2050.append(errors[-1])
            if row["entity"] in ("Aruba", "Seychelles"):
                outside.append(f"{row['entity']} {max(errors):.4f}")
            elif max(errors) > worst[1]:
                worst = row["entity"], max(errors)
        mean = statistics.fmean(at_2050)
        say(len(rows) == 153 and worst[1] <= 0.02, f"published table, {label}, every year to 2050",
            f"{len(rows)} areas, worst {worst[1]:.4f} points ({worst[0]}), bar 0.02; beyond it {', '.join(outside)}")
        say(mean <= 0.003, f"published table, {label}, mean in 2050", f"{mean:.5f} points, bar 0.003")


NAMES = {"Bolivia (Plurinational State of)": "Bolivia", "China, Hong Kong SAR": "Hong Kong",
         "China, Taiwan Province of China": "Taiwan", "Czechia": "Czech Republic",
         "Dem. People's Republic of Korea": "North Korea", "Republic of Korea": "South Korea",
         "State of Palestine": "Palestine", "Syrian Arab Republic": "Syria",
         "United Republic of Tanzania": "Tanzania", "United States of America": "United States", "Viet Nam": "Vietnam",
         "Democratic Republic of the Congo": "Democratic Republic of Congo"}


def cities():
    """Cities of a million or more in 2018, carried to 2035 from their growth in 2018-19 or 2013-18, against file 22."""
    people = {r["entity"]: [float(r[str(y)]) for y in range(2018, 2036)]
              for r in table("wup2018_urban_population_annual.csv")}
    groups = {}
    for row in table("wup2018_cities_300k_annual.csv"):
        country = NAMES.get(row["Country or area"], row["Country or area"])
        if country in people and float(row["2018"]) >= 1000:
            groups.setdefault(country, []).append(row)
    for label, bars in (("first-year growth", (0.154, 0.295, 10.0)), ("growth 2013-18", (0.164, 1.22, None))):
        errors = []
        for country, rows in groups.items():
            urban_people = people[country]
            start = [float(r["2018"]) for r in rows]
            if bars[2]:  # g_1 is known: g_0 such that the first step gives it
                ug = math.log(urban_people[1] / urban_people[0])
                growth = [(25 * math.log(float(r["2019"]) / c) - ug) / 24 for r, c in zip(rows, start)]
            else:
                growth = [math.log(c / float(r["2013"])) / 5 for r, c in zip(rows, start)]
            found = urban.cities(start, growth, urban_people)
            errors += [100 * abs(found[i][-1] / float(r["2035"]) - 1) for i, r in enumerate(rows)]
        figures = statistics.median(errors), statistics.fmean(errors), max(errors)
        good = len(errors) == 336 and all(bar is None or float(f"{f:.3g}") == bar for f, bar in zip(figures, bars))
        say(good, f"cities in 2035, {label}",
            "{} cities, median {:.4f} %, mean {:.4f} %, max {:.3f} %".format(len(errors), *figures))


def interval():
    """Quantiles from the shipped table; half years from the same table with its horizons doubled."""
    prob = [0.05, 0.10, 0.50, 0.90, 0.95]
    rows = table("interval_quantiles.csv")
    errors = table("pi_logit_error_quantiles.csv")
    doubled = {"horizon": [2 * int(r["horizon_years"]) for r in errors],
               "table": [[float(r[c]) for c in ("q05", "q10", "median", "q90", "q95")] for r in errors]}
    worst, wrong, halves = 0.0, [], 0
    for row in rows:
        h, share = float(row["h"]), [float(row["p_hat"])]
        whole = h == int(h)
        halves += not whole
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            q = (urban.interval(2000, 2000 + int(h), share, prob) if whole else
                 urban.interval(2000, 2000 + int(2 * h), share, prob, **doubled))[0]
        status = "WHORIZON" if any(w.message.status == smartkpi.SKPI_WHORIZON for w in warned) else "OK"
        if status != row["status"]:
            wrong.append(f"{row['p_hat']} at {row['h']}: {status}")
        worst = max([worst] + [abs(q[k] - float(row[c])) for k, c in enumerate(("p05", "p10", "p50", "p90", "p95"))])
    say(len(rows) == 9 and halves == 1 and worst <= 1e-15, "interval_quantiles",
        f"{5 * len(rows)} values, worst {worst:.2g}, bar 1e-15")
    say(not wrong, "interval_quantiles, warnings", "; ".join(wrong) or f"{len(rows)} rows as expected")


recursion()
published()
cities()
interval()
print(f"urban: {failed} failed")
sys.exit(1 if failed else 0)
