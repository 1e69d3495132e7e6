#!/usr/bin/env python3
"""Conformance of fans from a history: the closed form in 50-digit arithmetic, the edges of the estimator, and how often
the fans of earlier years held what came.  A random walk with its own drift stands beside them.
"""
import math

import cases
import smartkpi
from cases import say, table
from smartkpi import Table, series

import urban_panel

CARBON, URBAN, DIGITAL = (getattr(smartkpi, f"SKPI_SERIES_FAN_FORM_{f}") for f in ("CARBON", "URBAN", "DIGITAL"))
OUTER = (.1, .5, .9)
Z80 = 1.2815515655446004


def rows_of(text):
    return [float(v) if v else math.nan for v in text.split(";")]


def fan(values, lead, form, prob=OUTER):
    """The fan of annual values so many years after the last one that is there."""
    last = max((k for k, v in enumerate(values) if not math.isnan(v)), default=0)
    years = list(range(2000, 2000 + len(values)))
    return cases.status(lambda: series.fan(Table(years, values), 2000 + last + lead, 1, prob=prob, form=form))


def relative(pairs):
    return max(abs(a - b) / (abs(b) or 1) for a, b in pairs)


def carbon_known():
    worst, rows = 0.0, table("carbon", "carbon_fan.csv")
    for row in rows:
        got, _ = fan(rows_of(row["values"]), int(row["h"]), CARBON)
        deviation = math.log(got.quantile[0][2] / got.quantile[0][0]) / 2 / Z80
        found = {"r": got.slope, "sigma_e": got.sigma, "s": got.sigma / .84, "median": got.median[0],
                 "q10": got.quantile[0][0], "q90": got.quantile[0][2], "sd_log": deviation}
        worst = max(worst, relative((v, float(row[name])) for name, v in found.items()))
        say(got.quantile[0][1] == got.median[0], f"carbon_fan {row['case']} {row['h']}", "the middle quantile")
    cases.bound(f"carbon_fan, {len(rows)} rows", worst, 1e-12)


def carbon_edges():
    worst, right, rows = 0.0, 0, table("carbon", "carbon_fan_edges.csv")
    for row in rows:
        got, status = fan(rows_of(row["values"]), 10, CARBON)
        if row["case"] == "jump_limited":  # the break is told too
            say("WUNUSUAL" in status, "carbon_fan_edges, a threefold step", status)
            status = status.replace(" WUNUSUAL", "").replace("WUNUSUAL ", "")
        right += status == row["status"]
        if got is None:
            continue
        say(got.used == int(row["used"]), f"carbon_fan_edges {row['case']}", f"{got.used} values used")
        worst = max(worst, relative(((got.slope, float(row["r"])), (got.sigma / .84, float(row["s"])),
                                     (got.median[0], float(row["median"])), (got.quantile[0][0], float(row["q10"])),
                                     (got.quantile[0][2], float(row["q90"])))))
    say(right == len(rows), "carbon_fan_edges statuses", f"{right} of {len(rows)}")
    cases.bound("carbon_fan_edges", worst, 1e-12)


def urban_known():
    """The file gives r and the first slope: a history of 21 shares that has both."""
    worst, rows = 0.0, table("urban", "urban_fan.csv")
    for row in rows:
        p, r, first = (float(row[c]) for c in ("p0", "r0", "s4"))
        other = (3 * r - first) / 2
        at = {0: 0, 4: first * 4, 10: other * 10, 20: other * 20}
        knots = sorted(at)
        base = math.log(p / (1 - p))
        logits = []
        for back in range(20, 0, -1):
            high = next(k for k in knots if k >= back)
            low = max(k for k in knots if k < back)
            logits.append(base - at[low] - (at[high] - at[low]) * (back - low) / (high - low))
        got, _ = fan([1 / (1 + math.exp(-x)) for x in logits] + [p], int(row["h"]), URBAN)
        worst = max(worst, relative(((got.drift_sigma, float(row["sigma_v"])), (got.median[0], float(row["median"])),
                                     (got.quantile[0][0], float(row["q10"])), (got.quantile[0][2], float(row["q90"])))))
    cases.bound(f"urban_fan, {len(rows)} rows", worst, 1e-12)


# skpi_series_fan(3)
HELD = {10: "81.1 % of 2543", 18: "79.9 % of 1930", 28: "79.6 % of 1168"}


def urban_backtest():
    """80 % fans of areas from what was known at each origin: annual shares up to the last observation before it."""
    _, share, _, last = urban_panel.areas()
    observed, years = urban_panel.observations(share, last), urban_panel.YEARS
    held = {h: [] for h in HELD}
    for origin in range(1976, 2009, 2):
        rows = []
        for shares, place in zip(share, observed):
            known = [d for d, _ in place if d <= origin + 1e-9]
            if len(known) > 1 and origin - known[-1] <= 20 and known[-1] - known[0] >= 4:
                rows.append((shares, [p if y <= known[-1] else math.nan for y, p in zip(years, shares)]))
        for h in (h for h in HELD if origin + h <= years[-1]):
            status = []
            got = series.fan(Table(years, [r for _, r in rows]), origin + h, 1, [.1, .9], form=URBAN, status=status)
            truths = [shares[origin + h - years[0]] for shares, _ in rows]
            held[h] += [low <= truth <= high for ((low, high),), truth, s in zip(got.quantile, truths, status)
                        if s >= 0 and 0 < truth < 1]
    for h, page in HELD.items():
        found = f"{100 * sum(held[h]) / len(held[h]):.1f} % of {len(held[h])}"
        say(found == page, f"80 % fans of urban shares, {h} years", found)


def score(low, high, y):
    return high - low + 2 / .2 * (max(low - y, 0) + max(y - high, 0))


def walk(x, limit=math.inf):
    """Drift and deviation of a random walk, from the last 20 changes."""
    change = [max(-limit, min(limit, b - a)) for a, b in zip(x, x[1:])][-20:]
    mean = math.fsum(change) / len(change)
    return mean, math.sqrt(math.fsum((c - mean) ** 2 for c in change) / (len(change) - 1))


def pooled(counted):
    """n, share inside 80 %, RMSE of what was counted: (inside, error) of each."""
    return sum(i for i, _ in counted), len(counted), math.sqrt(math.fsum(e * e for _, e in counted) / len(counted))


PROBS = [.025, .05, .1, .25, .5, .75, .9, .95, .975]


def carbon_record():
    record = {}
    for row in table("carbon", "co2_fossil_1950_2022.csv"):
        if row["country"] != "World":
            record.setdefault(row["country"], {})[int(row["year"])] = float(row["co2_Mt"])
    return record


def carbon_origins(y, h):
    """Of each origin: truths inside 50, 80, 90, 95 %, error and score of ln E; inside 80 %, error, score of the walk."""
    for origin in range(1990, 2011):
        if origin + h not in y:
            continue
        years = [t for t in sorted(y) if t <= origin]
        got, _ = cases.status(lambda: series.fan(Table(years, [y[t] for t in years]), origin + h, 1, prob=PROBS, form=CARBON))
        q, truth = [math.log(v) for v in got.quantile[0]], math.log(y[origin + h])
        drift, sigma = walk([math.log(y[t]) for t in years[-21:]], .5)
        centre, wide = math.log(y[origin]) + drift * h, Z80 * sigma * math.sqrt(h)
        yield ([q[3 - k] <= truth <= q[5 + k] for k in range(4)], q[4] - truth, score(q[2], q[6], truth),
               abs(centre - truth) <= wide, centre - truth, score(centre - wide, centre + wide, truth))


def carbon_backtest():
    record = carbon_record()
    two = {"China", "India"}
    groups = {"all16": set(record), "china_india": two, "other14": set(record) - two}
    found = {(c, h): list(carbon_origins(y, h)) for c, y in record.items() for h in (5, 10, 15, 20)}
    worst, wrong, held = 0.0, [], []
    for row in table("carbon", "carbon_fan_backtest.csv"):
        country, h = row["country"], int(row["h"])
        all_of = [p for c in sorted(groups.get(country, {country})) for p in found[c, h]]
        n = len(all_of)
        counts = [n] + [sum(p[0][k] for p in all_of) for k in range(4)] + [sum(p[3] for p in all_of)]
        expected = [int(row[c]) for c in ("n", "in50", "in80", "in90", "in95", "rw_in80")]
        wrong += [(country, h, counts, expected)] * (counts != expected)
        figures = [math.sqrt(math.fsum(p[1] ** 2 for p in all_of) / n), math.fsum(p[2] for p in all_of) / n,
                   math.sqrt(math.fsum(p[4] ** 2 for p in all_of) / n), math.fsum(p[5] for p in all_of) / n]
        worst = max(worst, relative(zip(figures, (float(row[c]) for c in ("rmse", "is80", "rw_rmse", "rw_is80")))))
        if country in groups:
            print(f"# {country}, {h} years: inside 80 % {100 * counts[2] / n:.1f} %, RMSE {figures[0]:.3f}, score {figures[1]:.3f};"
                  f" random walk {100 * counts[5] / n:.1f} %, {figures[2]:.3f}, {figures[3]:.3f}")
        held += [f"{counts[2]}/{n}"] * (country == "all16")
    say(held == ["295/336", "307/336", "257/288", "179/208"], "80 % fans of 16 countries that held", held)
    say(not wrong, "carbon_fan_backtest, counts of truths inside", wrong or "exact")
    cases.bound("carbon_fan_backtest, errors and interval scores", worst, 1e-11)


def digital():
    """Six series of the United States: the fan is no better than a random walk with its own drift."""
    rows = table("digital", "series", "us_digital_industries_va_1997_2023.csv")
    names = [c for c in rows[0] if c not in ("year", "GDP", "share_pct")]
    shares = [[float(r[c]) / float(r["GDP"]) for r in rows] for c in names]
    shares.append([math.fsum(p) for p in zip(*shares)])
    known = {3: (84, .091, 86, .085), 5: (85, .118, 86, .103), 8: (92, .175, 91, .139), 10: (91, .214, 87, .163)}
    for h, expected in known.items():
        ours, walks = [], []
        for y in shares:
            x = [math.log(v / (1 - v)) for v in y]
            for base in range(8, len(y) - h):
                got, _ = fan(y[:base + 1], h, DIGITAL)
                q, truth = [math.log(v / (1 - v)) for v in got.quantile[0]], x[base + h]
                ours.append((q[0] <= truth <= q[2], q[1] - truth))
                drift, sigma = walk(x[:base + 1])
                walks.append((abs(x[base] + drift * h - truth) <= Z80 * sigma * math.sqrt(h), x[base] + drift * h - truth))
        figures = []
        for inside, n, rmse in (pooled(ours), pooled(walks)):
            figures += [round(100 * inside / n), round(rmse, 3)]
        say(tuple(figures) == expected, f"digital shares, {h} years: % inside 80 %, RMSE; then of a random walk", figures)


carbon_known()
carbon_edges()
urban_known()
urban_backtest()
carbon_backtest()
digital()
cases.finish("series_fan")
