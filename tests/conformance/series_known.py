#!/usr/bin/env python3
"""Conformance of series, what is not fitted: interpolation in 50-digit arithmetic, Mann-Kendall and Sen cross-checked with
SciPy, compositions.
"""
import json
import math

import cases
from cases import say, table

import smartkpi
from smartkpi import series, urban


def interpolation():
    worst, right, rows = 0.0, 0, table("urban", "interpolation.csv")
    for row in rows:
        t1, p1, t2, p2, t = (float(row[c]) for c in ("t1", "p1", "t2", "p2", "t"))
        p, status = cases.status(lambda: series.interpolate([t1, t2], [p1, p2], t, smartkpi.SKPI_SERIES_SCALE_LOGIT))
        right += status == row["status"]
        if p is not None:
            worst = max(worst, abs(p - float(row["p"])), abs((1 - p) - float(row["q"])))
            if t in (t1, t2):
                say(p == (p1 if t == t1 else p2), f"interpolation {row['case']} at {t:g}", "the observation to the bit")
    cases.bound("interpolation shares", worst, 1e-15)
    say(right == len(rows), "interpolation statuses", f"{right} of {len(rows)}")


def mann_kendall():
    co2 = {}
    for row in table("carbon", "co2_fossil_1950_2022.csv"):
        co2.setdefault(row["country"], {})[int(row["year"])] = float(row["co2_Mt"])
    columns = {"S": "s", "varS": "variance", "Z": "z", "p_two_sided": "p", "sen_slope_Mt_per_yr": "slope", "n": "used"}
    pairs = {c: [] for c in columns}
    for row in table("carbon", "mann_kendall.csv"):
        years = [y for y in sorted(co2[row["country"]]) if int(row["from"]) <= y <= int(row["to"])]
        got = series.trend(smartkpi.Table(years, [co2[row["country"]][y] for y in years]))
        for column, name in columns.items():
            pairs[column].append((getattr(got, name), float(row[column])))
    for column in ("n", "S"):
        say(all(a == b for a, b in pairs[column]), f"mann_kendall {column}", f"{len(pairs[column])} exact")
    for column in ("varS", "Z", "p_two_sided", "sen_slope_Mt_per_yr"):
        cases.close(f"mann_kendall {column}", pairs[column], 1e-12)


def compositions():
    with open(cases.path("digital", "methods.json"), encoding="utf-8") as f:
        known = json.load(f)["compositional"]
    for name, form in (("alr", smartkpi.SKPI_SERIES_LOGRATIO_ALR), ("ilr", smartkpi.SKPI_SERIES_LOGRATIO_ILR)):
        z = series.to_logratios(known["parts"], form)
        worst = max(abs(a - b) for got, row in zip(z, known[name]) for a, b in zip(got, row))
        cases.bound(f"compositional {name}", worst, 1e-12)
        shares = series.from_logratios(z, form)
        worst = max(abs(a - b) for got, row in zip(shares, series.closure(known["parts"])) for a, b in zip(got, row))
        cases.bound(f"compositional {name} and back", worst, 1e-14)
    years = [int(y) for y in known["years"]]
    for year, percent in known["forecast"].items():
        got = series.composition_forecast(years, known["parts"], int(year), 1).share[0]
        cases.bound(f"compositional forecast {year}", max(abs(a - b / 100) for a, b in zip(got, percent)), 1e-12)
        cases.bound(f"compositional sum {year}", abs(math.fsum(got) - 1), 1e-14)
    with open(cases.path("digital", "methods.json"), encoding="utf-8") as f:
        known = json.load(f)["share_forecast_caict"]
    both = [[s, 100 - s] for s in known["share"]]
    for year, ends in known["fits"]["logit_linear_cap100"]["forecast_mean_lo95_hi95"].items():
        got = series.composition_forecast([int(y) for y in known["years"]], both, int(year), 1, prob=[.5, .025, .975])
        cases.bound(f"two parts are the logit line, {year}",
                    max(abs(a - b / 100) for a, b in zip(got.quantile[0][0], ends)), 1e-10)  # its t has ten digits only


def early_curve():
    """Twelve values of a curve that bends only in 2030: the fit must warn that its ceiling is uncertain."""
    rows = table("digital", "early_scurve.csv")
    y = smartkpi.Table([int(r["year"]) for r in rows], [float(r["share"]) for r in rows])
    logistic = smartkpi.SKPI_SERIES_MODEL_LOGISTIC
    got, status = cases.status(lambda: series.fit(y, model=logistic))
    known = (got.parameter[0] - .20856, math.sqrt(got.covariance[0][0]) - .04644, (got.inflection - 2023.451) / 100)
    cases.bound("early curve: ceiling, its error, inflection", max(map(abs, known)), 1e-5)
    _, carried = cases.status(lambda: series.forecast(y, 2060, 1, prob=[.025, .975], model=logistic))
    history = urban.History([float(r["year"]) for r in rows], [float(r["share"]) for r in rows])
    shares = [cases.status(lambda: urban.project_history(history, 2060, 1, method=m))[1]
              for m in (smartkpi.SKPI_URBAN_METHOD_LOGISTIC, smartkpi.SKPI_URBAN_METHOD_GOMPERTZ)]
    say(all("WWEAKFIT" in s for s in (status, carried, *shares)), "early curve: weak", [status, carried, *shares])
    rows = table("digital", "series", "us_digital_industries_va_1997_2023.csv")
    us = {c: cases.status(lambda: series.fit(smartkpi.Table(
        [int(r["year"]) for r in rows], [float(r[c]) / float(r["GDP"]) for r in rows]), model=logistic))[1]
        for c in ("513", "5415")}
    say(us == {"513": "OK", "5415": "WWEAKFIT"}, "a falling share has its ceiling behind it, a rising one not", us)


def scores():
    """Interval scores, and the three forms of the CRPS."""
    pairs, rows = [], table("series", "forecast_scores.csv")
    for row in rows:
        y, values = float(row["y"]), [float(v) for v in row["forecast"].split()]
        if row["kind"] == "quantiles":
            prob = [float(p) for p in row["prob"].split()]
            crps = series.crps([y], prob=prob, quantile=[[values]]).quantile_crps[0]
            if row["interval_score80"]:
                low, middle, high = (values[prob.index(p)] for p in (.1, .5, .9))
                interval = series.score([[middle]], [y], low=[[low]], high=[[high]]).interval_score[0]
                pairs.append((interval, float(row["interval_score80"])))
        elif row["kind"] == "normal":
            crps = series.crps([y], mean=[[values[0]]], deviation=[[values[1]]]).normal_crps[0]
        else:
            crps = series.crps([y], draw=[[values]]).draw_crps[0]
        pairs.append((crps, float(row["crps"])))
    say(len(rows) == 15, "forecast_scores", f"{len(rows)} rows")
    cases.close("forecast_scores", pairs, 1e-12)


interpolation()
mann_kendall()
scores()
early_curve()
compositions()
cases.finish("series_known")
