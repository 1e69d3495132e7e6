#!/usr/bin/env python3
"""Conformance of digital: satellite account, sums of parts, digital supply and use tables, links, growth.

Known answers in $SMARTKPI_CASES/digital, made elsewhere: 50-digit arithmetic (mpmath), NumPy.  Prints one line a check,
"ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json
import math

import cases
from cases import bound, finish, groups, outcome, path, say, smartkpi
from smartkpi import digital


def table(*parts):
    return cases.table("digital", *parts)


def satellite():
    header, rows = cases.read("digital", "bea_us2017_detail", "make.csv")
    names = header[1:]
    make = {row[0]: [float(v or 0) for v in row[1:]] for row in rows}
    expected = {row[""]: row for row in table("bea_us2017_detail", "expected.csv")}
    share = {row[""]: float(row["d"]) for row in table("bea_us2017_detail", "digital_coef.csv")}
    with open(path("digital", "bea_us2017_detail", "expected.json"), encoding="utf-8") as f:
        whole = json.load(f)
    codes = list(make)
    v, d, va = [make[c] for c in codes], [share[c] for c in names], [float(expected[c]["va"]) for c in codes]
    got = digital.satellite(v, d, va)
    say(f"{100 * got.share:.3f}" == "5.846", f"US 2017, {len(codes)} x {len(names)}", f"{100 * got.share:.3f} %")
    bound("US 2017: share", abs(got.share - whole["share_pct"] / 100), 1e-11)
    bound("US 2017: digital value added and GDP", max(abs(got.total / whole["digital_va"] - 1),
                                                       abs(got.gdp / whole["gdp"] - 1)), 1e-13)
    bound("US 2017: ratios", max(abs(got.ratio[i] - float(expected[c]["ratio"])) for i, c in enumerate(codes)), 1e-14)
    with_column = [row + [sum(row)] for row in v]
    halved = sum(a * sum(x * y for x, y in zip(row, d)) / (sum(row[:-1]) + row[-1])
                 for a, row in zip(va, with_column) if sum(row)) / sum(va)
    say(outcome(digital.satellite, with_column, d + [0.0], va)[0] == "EINCONSISTENT",
        f"US 2017: a total column is refused, which would give {100 * halved:.3f} %", "")
    total = v + [[sum(column) for column in zip(*v)]]
    say(outcome(digital.satellite, total, d, va + [sum(va)])[0] == "EINCONSISTENT", "US 2017: a total row is refused", "")


def classes():
    """The core figure of China 2023 and its check, and the sum of China's broad figure."""
    for row in table("nbs_core.csv"):
        part = [smartkpi.Table([2023], [float(row[f"cat0{i}"])]) for i in range(1, 5)]
        stated, gdp = (smartkpi.Table([2023], [float(row[c])]) for c in ("published", "gdp"))
        name = f"nbs_core.csv, {row['case']} {row['vintage']}"
        status, got = outcome(digital.sum_of_parts, part, stated=stated, digit=1.0)
        say(status == row["check"], f"{name}: check", status)
        got = got or digital.sum_of_parts(part)
        pairs = [(got.total[0], "total"), (digital.share(smartkpi.Table([2023], got.total), gdp).share[0], "share")]
        pairs += [(got.mix[i][0], f"mix0{i + 1}") for i in range(4)]
        pairs += [(digital.share(part[i], gdp).share[0], f"share0{i + 1}") for i in range(4)]
        if status == "OK":
            pairs.append((got.difference[0], "diff"))
        bound(name, max(abs(float(a) - float(row[c])) / max(1, abs(float(row[c]))) for a, c in pairs), 1e-15)
    published = [r for r in table("series", "caict_china_digital_economy.csv") if r["status"] == "V"
                 and r["digital_industrialisation_trn"] and r["industrial_digitalisation_trn"] and r["total_trn_yuan"]]
    for r in published:
        def digits(text):
            return len(text.partition(".")[2])
        names = "digital_industrialisation_trn", "industrial_digitalisation_trn", "total_trn_yuan"
        digit = 10.0**-min(digits(r[c]) for c in names)
        a, b, c = (smartkpi.Table([int(r["year"])], [float(r[x])]) for x in names)
        status, got = outcome(digital.sum_of_parts, [a, b], stated=c, digit=digit)
        say(status == "OK", f"CAICT {r['year']}: parts add up to {r['total_trn_yuan']}",
            f"{status}, off by {float(got.difference[0]):.3g}" if got else status)
    say(bool(published), "CAICT: years with parts", len(published))


def re_adding():
    rows = table("oecd_readd.csv")
    def number(text):
        return float(text) if text else math.nan
    part, cell = [], []
    for i, r in enumerate(rows):
        part += [number(p) for p in r["parts"].split(";")]
        cell += [i] * int(r["n_parts"])
    [tolerance] = {float(r["tol"]) for r in rows}
    status, got = outcome(digital.oecd_check, [number(r["ordinary"]) for r in rows], part, cell, tolerance=tolerance)
    names = {smartkpi.SKPI_DIGITAL_LABEL_ADDS_UP: "OK", smartkpi.SKPI_DIGITAL_LABEL_FAILS: "FAIL",
             smartkpi.SKPI_DIGITAL_LABEL_IMPLIED: "IMPLIED", smartkpi.SKPI_DIGITAL_LABEL_UNKNOWN: "UNKNOWN"}
    say(len(part) == len(cell) and [names[int(v)] for v in got.label] == [r["status"] for r in rows], "oecd_readd.csv: labels",
        status)
    worst = 0.0
    for column in ("residual", "implied"):
        for have, r in zip(getattr(got, column), rows):
            if math.isnan(have) != (r[column] == ""):
                worst = math.inf
            elif r[column]:
                worst = max(worst, abs(have - float(r[column])))
    bound("oecd_readd.csv: residuals and implied figures", worst, 1e-13)


def splice():
    methods = dict(first=smartkpi.SKPI_DIGITAL_SPLICE_METHOD_FIRST, last=smartkpi.SKPI_DIGITAL_SPLICE_METHOD_LAST,
                   sums=smartkpi.SKPI_DIGITAL_SPLICE_METHOD_SUMS,
                   difference=smartkpi.SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE)
    worst, count = 0.0, 0
    for case, rows in groups(table("linking_splice.csv")).items():
        for method, rows in groups(rows, "method").items():
            def number(text):
                return float(text) if text else math.nan
            if rows[0]["status"] == "ENODATA":
                years, older, newer = [2020, 2021], [1.0, math.nan], [math.nan, 2.0]
            else:
                years = [int(r["year"]) for r in rows]
                older, newer = ([number(r[c]) for r in rows] for c in ("old", "new"))
            status, got = outcome(digital.splice, smartkpi.Table(years, older), smartkpi.Table(years, newer),
                                  method=methods.get(method))
            empty = rows[0]["status"] == "OK" and any(not r["spliced"] for r in rows)
            say(status == ("WMISSING" if empty else rows[0]["status"]), f"linking_splice.csv, {case} {method}: status", status)
            if not got:
                continue
            pairs = [(got.factor, rows[0]["lambda"]), (got.low, rows[0]["lambda_min"]), (got.high, rows[0]["lambda_max"]),
                     (got.overlap, rows[0]["n_overlap"])]
            pairs += [(v, r["spliced"]) for v, r in zip(got.value, rows)]
            for have, want in pairs:
                worst = max(worst, 0 if not want and math.isnan(have) else abs(have / float(want) - 1) if want else math.inf)
                count += 1
    say(worst <= 1e-12 and count >= 80, "linking_splice.csv", f"{count} values, worst {worst:.2g}, bar 1e-12")


def growth():
    with open(path("digital", "methods.json"), encoding="utf-8") as f:
        methods = json.load(f)
    known = methods["growth_contribution_us_2012_2022"]
    gdp = sum(known["start"]), sum(known["end"])
    n = len(known["sectors"])
    got = digital.growth_contribution(smartkpi.Table([2012, 2022], list(map(list, zip(known["start"], known["end"])))),
                                      smartkpi.Table([2012, 2022], [list(gdp)] * n))
    points, share = ([100 * float(v[0]) for v in rows] for rows in (got.contribution, got.share_change))
    bound("points of growth, United States 2012 to 2022", max(abs(a - b) for a, b in zip(points, known["contribution_pp"])),
          1e-11)
    bound("points of growth, sum", abs(sum(points) - known["sum"]), 1e-11)
    bound("change of share, United States 2012 to 2022", max(abs(a - b) for a, b in zip(share, known["share_change_pp"])),
          1e-11)

    gdp = {(r["year"], r["vintage"]): float(r["gdp"]) / 1e4 for r in table("series", "china_gdp_vintages.csv")}
    known = methods["caict_vintage"]["contribution_2023"]
    broad = {r["year"]: float(r["total_trn_yuan"]) for r in table("series", "caict_china_digital_economy.csv")}
    for vintage, name in (("verified", "pct"), ("preliminary", "pct_if_2022_preliminary")):
        whole = [gdp["2022", vintage], gdp["2023", "preliminary"]]
        rate = digital.growth_contribution(smartkpi.Table([2022, 2023], [broad["2022"], broad["2023"]]),
                                           smartkpi.Table([2022, 2023], whole)).rate[0]
        bound(f"contribution rate, China 2023 from 2022 {vintage}, {100 * rate:.1f} %", abs(100 * rate - known[name]), 1e-10)
    vintages = smartkpi.Basis(vintage=2024), smartkpi.Basis(vintage=2023)
    tables = [smartkpi.Table([2022, 2023], v, b) for v, b in zip(([50.2, 53.9], [120.4724, 126.0582]), vintages)]
    say(outcome(digital.growth_contribution, *tables)[0] == "EDEFMIX", "contribution rate, vintages mixed", "EDEFMIX")


satellite()
classes()
re_adding()
splice()
growth()
finish("digital_parts")
