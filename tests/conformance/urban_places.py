#!/usr/bin/env python3
"""Conformance of urban, places together: city sums, three-way shares, two regions, doubling times, made elsewhere with
50-digit arithmetic.  Each file's first lines state its conventions.
"""
import math
from collections import defaultdict

import cases
from cases import say, table

import smartkpi
from smartkpi import series, urban


def groups(rows, *columns):
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[c] for c in columns)].append(row)
    return found


def near(name, pairs, bar):
    """Compares with an absolute tolerance."""
    pairs = list(pairs)
    worst = max(abs(a - b) for a, b in pairs)
    say(worst <= bar, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def city_sum():
    for (case,), rows in groups(table("urban", "city_sum.csv"), "case").items():
        start, growth = zip(*(map(float, city.split("|")) for city in rows[0]["cities0"].split(";")))
        country = [float(r["U"]) for r in rows]
        cities = urban.cities_project(start, growth, country)
        expected = [list(map(float, r["cities"].split(";"))) for r in rows[1:]]
        cases.close(f"city_sum {case} cities", ((cities[i][j], expected[j][i]) for i in range(len(start))
                                                for j in range(len(expected))), 1e-14)
        whole = [[start[i], *cities[i]] for i in range(len(start))]
        got = urban.cities_check(whole, country)
        near(f"city_sum {case} factor", ((f, float(r["scale"])) for f, r in zip(got.factor, rows)), 1e-15)
        near(f"city_sum {case} coverage", ((sum(c[j] for c in whole) / country[j], float(r["coverage"]))
                                           for j, r in enumerate(rows)), 1e-15)
        first = next((j for j, r in enumerate(rows) if r["status"] == "EXCEEDS"), smartkpi.SKPI_NONE)
        say(got.first_excess == first, f"city_sum {case} first year", first)
        labels = ["EXCEEDS" if f < 1 else "OK" for f in got.factor]
        say(labels == [r["status"] for r in rows], f"city_sum {case} labels", f"{labels.count('EXCEEDS')} exceed")


def three_way():
    pairs, cut, statuses, n = [], [], 0, 0
    for row in table("urban", "three_way.csv"):
        n += 1
        date0, date1, t = (float(row[c]) for c in ("t1", "t2", "t"))
        year = math.floor(t)
        part0, part1 = ([float(row[part + k]) for part in ("city", "town", "rural")] for k in "12")
        # the axis has whole years, so the dates are moved, which is exact here
        got, status = cases.status(lambda: urban.three_way(date0 - (t - year), part0, date1 - (t - year), part1, year, 1))
        statuses += status == row["status"]
        if got is None:
            continue
        city, town, rural = got[0]
        bar = pairs if row["method"] != "observed" else cut
        bar += [(city, float(row["city"])), (town, float(row["town"])), (rural, float(row["rural"]))]
        pairs.append((city + town, float(row["urban"])))
    near("three_way shares", pairs, 1e-15)
    say(all(a == b for a, b in cut), "three_way observations", f"{len(cut)} to the bit")
    say(statuses == n, "three_way statuses", f"{statuses} of {n}")


def damped_three_way():
    """Growth differences that decay. Parts that are 0 at a date have none, because the library does not extrapolate
    them."""
    pairs = []
    for row in table("urban", "three_way_damped.csv"):
        part0, part1 = ([float(row[part + k]) for part in ("city", "town", "rural")] for k in "12")
        if 0 in part0 + part1:
            continue
        t, year = float(row["t"]), math.floor(float(row["t"]))
        got = urban.three_way(float(row["t1"]) - (t - year), part0, float(row["t2"]) - (t - year), part1, year, 1,
                              damping=float(row["damping"]))
        pairs += zip(got[0], (float(row[part]) for part in ("city", "town", "rural")))
    near("three_way_damped shares", pairs, 1e-15)


def two_region():
    names = ("U0", "R0", "n_u", "n_r", "m_ur", "m_ru")
    steps, limits, shares, first = [], [], [], []
    for rows in groups(table("urban", "rogers_two_region.csv"), "case").values():
        got = urban.two_region(*(float(rows[0][c]) for c in names), 51)
        limits.append((got.growth, float(rows[0]["lambda"])))
        shares.append((got.stable, float(rows[0]["p_stable"])))
        for row in rows:
            k = int(row["t"])  # people after k steps, and the flows of the step that begins then
            if k:
                steps += [(got.urban[k - 1], float(row["U"])), (got.rural[k - 1], float(row["R"]))]
                u, r = got.urban[k - 1], got.rural[k - 1]
                shares.append((u / (u + r), float(row["p"])))
            natural, migration = got.natural[k], got.migration[k]
            first += [(natural, float(row["natural"])), (migration, float(row["migration"]))]
            if row["mig_share"]:
                first.append((migration / (natural + migration), float(row["mig_share"])))
    cases.close("rogers_two_region people", steps, 1e-12)
    cases.close("rogers_two_region flows", first, 1e-12)
    cases.close("rogers_two_region eigenvalue", limits, 1e-12)
    near("rogers_two_region shares", shares, 1e-12)


def doubling_time():
    for row in table("urban", "doubling_time.csv"):
        y = smartkpi.Table([int(float(row["t1"])), int(float(row["t2"]))], [float(row["N1"]), float(row["N2"])])
        g = series.growth(y).rate[0]
        near(f"doubling_time {row['case']} rate", [(g, float(row["g"])), (math.expm1(g), float(row["i"]))], 1e-15)
        got, status = cases.status(lambda: urban.doubling_time(g))
        expected = "OK" if row["doubling"] or row["halving"] else "ENOTFOUND"
        say(status == expected, f"doubling_time {row['case']} status", status)
        if got is None:
            continue
        for column in ("doubling", "halving"):
            value = getattr(got, column)
            if row[column]:
                cases.close(f"doubling_time {row['case']} {column}", [(value, float(row[column]))], 1e-14)
            else:
                say(math.isnan(value), f"doubling_time {row['case']} no {column}", value)
        if row["date"]:
            near(f"doubling_time {row['case']} date", [(float(row["t2"]) + got.doubling, float(row["date"]))], 1e-9)


city_sum()
three_way()
damped_three_way()
two_region()
doubling_time()
cases.finish("urban_places")
