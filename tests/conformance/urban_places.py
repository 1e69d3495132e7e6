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


PARTS = ("city", "town", "rural")


def three_way(name, damping):
    """Shares of both files; damping(row) is the option."""
    pairs, cut, statuses, rows = [], [], 0, table("urban", name + ".csv")
    for row in rows:
        date0, date1, t = (float(row[c]) for c in ("t1", "t2", "t"))
        year = math.floor(t)
        part0, part1 = ([float(row[part + k]) for part in PARTS] for k in "12")
        # the axis has whole years, so the dates are moved, which is exact here
        got, status = cases.status(lambda: urban.three_way(date0 - (t - year), part0, date1 - (t - year), part1, year, 1,
                                                           damping=damping(row)))
        statuses += status == row["status"]
        if got is None:
            continue
        bar = pairs if row["method"] != "observed" else cut
        bar += zip(got[0], (float(row[part]) for part in PARTS))
        if "urban" in row:
            pairs.append((got[0][0] + got[0][1], float(row["urban"])))
    near(f"{name} shares", pairs, 1e-15)
    say(all(a == b for a, b in cut), f"{name} observations", f"{len(cut)} to the bit")
    say(statuses == len(rows), f"{name} statuses", f"{statuses} of {len(rows)}")


def three_way_against_projection():
    """32 countries south of the Sahara, 2015 and 2025 to 2050, against the United Nations' own projection."""
    places = {}
    for row in table("urban", "urban_degurba_ssa.csv"):
        percent = [float(row[f"{part}_percent"]) for part in PARTS]
        places.setdefault(row["iso3"], {})[int(row["year"])] = [p / math.fsum(percent) for p in percent]
    whole = list(places.values())

    def rmse(forecast):
        return [100 * math.sqrt(math.fsum((f[k] - p[2050][k]) ** 2 for f, p in zip(forecast, whole)) / len(whole))
                for k in range(3)]

    def by(damping):
        got = urban.three_way([2015] * len(whole), [p[2015] for p in whole], [2025] * len(whole),
                              [p[2025] for p in whole], 2050, 1, damping=damping)
        return [g[0] for g in got]
    for name, forecast, known in (("default", by(None), (4.689, 5.424, 5.223)), ("0.94", by(.94), (4.689, 5.424, 5.223)),
                                  ("undamped", by(1), (6.042, 6.094, 4.073)),
                                  ("persistence", [p[2025] for p in whole], (4.843, 6.400, 8.251))):
        found = rmse(forecast)
        say(len(whole) == 32 and all(abs(a - b) <= .001 for a, b in zip(found, known)),
            f"three-way shares of 2050, {name}", "RMSE of city, town, rural " + ", ".join(f"{v:.4f}" for v in found))


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
three_way("three_way", lambda row: 1)
three_way("three_way_damped", lambda row: float(row["damping"]))
three_way_against_projection()
two_region()
doubling_time()
cases.finish("urban_places")
