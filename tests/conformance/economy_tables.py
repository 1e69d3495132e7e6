#!/usr/bin/env python3
"""Conformance of make, supply and use tables, city tables, sums and links: known answers in $SMARTKPI_CASES/digital.

Made elsewhere: 50-digit arithmetic (mpmath), NumPy.  Prints one line a check, "ok name: figures" or "FAIL name:
figures"; exit 1 if one failed, 77 without the cases.
"""
import json
import math
import warnings

import cases
from cases import bound, finish, path, say, smartkpi
from smartkpi import digital, economy
SCALING = {"RAS": smartkpi.SKPI_ECONOMY_SCALING_RAS, "GRAS": smartkpi.SKPI_ECONOMY_SCALING_GRAS}


def table(*parts):
    return cases.table("digital", *parts)


def groups(rows, key="case"):
    found = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def outcome(function, *arguments, **options):
    """(name of the status, result): warnings are statuses too."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = function(*arguments, **options)
        except smartkpi.Error as e:
            return e.name.replace("SKPI_", ""), None
    return (smartkpi.status_name(seen[0].message.status).replace("SKPI_", "") if seen else "OK"), result


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


def square(rows, mode):
    """(start, rows' totals, columns' totals, x) of a case in long form."""
    n, m = max(int(r["row"]) for r in rows), max(int(r["col"]) for r in rows)
    start, u, v = [[0.0] * m for _ in range(n)], [0.0] * n, [0.0] * m
    for r in rows:
        i, j = int(r["row"]) - 1, int(r["col"]) - 1
        start[i][j], u[i], v[j] = float(r["a"]), float(r["u"]), float(r["v"])
    return start, u, v, dict(scaling=SCALING[mode])


def big(name):
    def cell(i, j):
        if name == "neg40" and (3 * i + 5 * j) % 23 == 0:
            return -float((i + 2 * j) % 3) - 1
        return float((7 * i + 13 * j + i * j) % 17)
    return [[cell(i, j) for j in range(1, 41)] for i in range(1, 41)]


def ras():
    tasks = {}
    for case, rows in groups(table("ras_small.csv")).items():
        start, u, v, how = square(rows, rows[0]["mode"])
        tasks[case] = start, u, v, how
        status, got = outcome(economy.ras, start, u, v, **how)
        say(status == rows[0]["status"], f"ras_small.csv, {case}: status", status)
        if status == "OK":
            bound(f"ras_small.csv, {case}", max(abs(got.cell[int(r["row"]) - 1][int(r["col"]) - 1] - float(r["x"]))
                                                for r in rows) / max(map(abs, u)), 1e-10)
    for case, rows in groups(table("ras_40.csv")).items():
        u, v = ([float(r[c]) for r in rows] for c in "uv")
        tasks[case] = big(case), u, v, dict(scaling=SCALING[rows[0]["mode"]])
        got = economy.ras(*tasks[case][:3], **tasks[case][3])
        bound(f"ras_40.csv, {case}", max(abs(got.cell[int(r["k"]) - 1][int(r["x_col"]) - 1] - float(r["x"]))
                                         for r in rows) / max(map(abs, u)), 1e-10)
    worst, counts, steps = 0.0, 0, 0
    for row in table("ras_log.csv"):
        start, u, v, how = tasks[row["case"]]
        if row["iteration"].startswith("first_le_"):
            made = economy.ras(start, u, v, tolerance=float(row["iteration"][9:]), **how).n_iterations
            counts = max(counts, abs(made - int(row["err"])))
        else:
            got = outcome(economy.ras, start, u, v, tolerance=1e-300, n_iterations=int(row["iteration"]), **how)[1]
            error = float(row["err"])
            worst, steps = max(worst, abs(got.residual - error) / (1e-6 * error + 1e-14)), steps + 1
    say(counts <= 1, "ras_log.csv, counts of iterations", f"off by {counts} at most")
    say(worst <= 1 and steps > 90, "ras_log.csv, misses after each iteration", f"{steps} values, {worst:.2g} of the bar")


def model_d():
    found = groups(table("sut_model_d.csv"), "item")
    n, m = 5, 7

    def matrix(item):
        rows = found[item]
        columns = max(int(r["col"]) for r in rows)
        out = [[0.0] * columns for _ in range(max(int(r["row"]) for r in rows))]
        for r in rows:
            out[int(r["row"]) - 1][int(r["col"]) - 1] = float(r["value"])
        return out

    def vector(item):
        return [float(r["value"]) for r in sorted(found[item], key=lambda r: int(r["row"]))]

    got = economy.supply_use(matrix("V"), matrix("U"), matrix("Y"), other_input=vector("m"))
    largest = max(vector("g"))
    for item, have in (("B", got.flow), ("F", got.final_use)):
        want = matrix(item)
        bound(f"model D: {item}", max(abs(have[i][j] - want[i][j]) for i in range(n) for j in range(len(want[0])))
              / largest, 1e-13)
    want = matrix("T")
    bound("model D: T", max(abs(got.market_share[i][j] - want[i][j]) for i in range(n) for j in range(m)), 1e-13)
    for item, have in (("g", got.output), ("va", got.value_added)):
        bound(f"model D: {item}", max(abs(a - b) for a, b in zip(have, vector(item))) / largest, 1e-13)
    sold = [sum(got.flow[i]) + got.final_demand[i] - got.output[i] for i in range(n)]
    bought = [sum(got.flow[i][j] for i in range(n)) + vector("m")[j] + got.value_added[j] - got.output[j] for j in range(n)]
    bound("model D: balances", max(map(abs, sold + bought)) / largest, 1e-13)
    with economy.IOTable(got.flow, got.output, got.value_added, got.final_demand) as io:
        inverse = [[float(x) for x in row] for row in io.leontief([[float(i == j) for j in range(n)] for i in range(n)])]
        again = io.leontief(got.final_demand)
    want = matrix("L")
    bound("model D: L", max(abs(inverse[j][i] - want[i][j]) for i in range(n) for j in range(n)), 1e-13)
    bound("model D: multipliers", max(abs(sum(inverse[j]) - v) for j, v in enumerate(vector("mult"))), 1e-13)
    bound("model D: L F 1 = g", max(abs(a - b) for a, b in zip(again, got.output)) / largest, 1e-13)


def quotients():
    with open(path("digital", "methods.json"), encoding="utf-8") as f:
        known = json.load(f)["flq_chile_synthetic_city"]
    header, rows = cases.read("digital", "chile2013_12", "Z.csv")
    z = {row[0]: dict(zip(header[1:], map(float, row[1:]))) for row in rows}
    x = {row["code"]: float(row["x"]) for row in table("chile2013_12", "sectors.csv")}
    names = known["names"]
    a = [[z[i][j] / x[j] for j in names] for i in names]
    for label, want in known["by_delta"].items():
        more = label.startswith("AFLQ")
        delta = float(label.replace("AFLQ_", ""))
        quotient = smartkpi.SKPI_ECONOMY_QUOTIENT_AFLQ if more else smartkpi.SKPI_ECONOMY_QUOTIENT_FLQ
        got = economy.location_quotient(a, known["RE"], known["NE"], quotient, delta=delta)
        r = [[float(v) for v in row] for row in got.coefficient]
        bound(f"FLQ, {label}: lambda", abs(got.factor - want["lambda_"]), 1e-14)
        n = len(names)
        # with outputs of 1, flows are coefficients
        with economy.IOTable(r, [1.0] * n, [1 - sum(column) for column in zip(*r)], [1 - sum(row) for row in r]) as io:
            columns = io.leontief([[float(i == j) for j in range(n)] for i in range(n)])
        bound(f"FLQ, {label}: multipliers", max(abs(sum(map(float, c)) - w) for c, w in
                                                zip(columns, want["output_multipliers"])), 1e-13)
        if label == "0.3":
            one = known["delta_0_3"]
            bound("FLQ, 0.3: quotients", max(abs(got.quotient[i][j] / one["F"][i][j] - 1) for i in range(n) for j in range(n)),
                  1e-13)
            bound("FLQ, 0.3: coefficients", max(abs(r[i][j] - one["R"][i][j]) for i in range(n) for j in range(n)), 1e-15)
            bound("FLQ: SLQ", max(abs(p / q - 1) for p, q in zip(got.slq, one["SLQ"])), 1e-14)


def classes():
    """The core figure of China 2023 and its check; the sum of China's broad one."""
    for row in table("nbs_core.csv"):
        part = [smartkpi.Table([2023], [float(row[f"cat0{i}"])]) for i in range(1, 5)]
        stated, gdp = (smartkpi.Table([2023], [float(row[c])]) for c in ("published", "gdp"))
        name = f"nbs_core.csv, {row['case']} {row['vintage']}"
        status, got = outcome(digital.sum_of_parts, part, stated, 1.0)
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
        status, got = outcome(digital.sum_of_parts, [a, b], c, digit)
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
    status, got = outcome(digital.oecd_check, [number(r["ordinary"]) for r in rows], part, cell, tolerance)
    names = {1: "OK", 2: "FAIL", 3: "IMPLIED", 4: "UNKNOWN"}
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
    methods = dict(first=1, last=2, sums=3, difference=4)
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
                                  methods.get(method, 0))
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


def quantiles():
    """Exact limits of draws from Beta distributions."""
    worst = count = 0
    for row in (r for r in table("coefficient_share.csv") if r["form"] == "beta"):
        va, w, c, se = zip(*([float(v) for v in one.split("|")] for one in row["inputs"].split(";")))
        got = digital.coefficient_quantile(list(va), list(c), float(row["gdp"]), [float(row["q"])], weight=list(w),
                                           coefficient_error=list(se))
        worst, count = max(worst, abs(float(got[0]) / float(row["x"]) - 1)), count + 1
    say(worst <= 1e-12 and count == 10, "coefficient_share.csv, beta", f"{count} values, worst {worst:.2g}, bar 1e-12")


satellite()
quantiles()
ras()
model_d()
quotients()
classes()
re_adding()
splice()
finish("economy_tables")
