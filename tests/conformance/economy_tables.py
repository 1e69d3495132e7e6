#!/usr/bin/env python3
"""Conformance of supply and use tables and city tables: known answers in $SMARTKPI_CASES/digital.

Made elsewhere: 50-digit arithmetic (mpmath), NumPy.  Prints one line a check, "ok name: figures" or "FAIL name:
figures"; exit 1 if one failed, 77 without the cases.
"""
import json

import cases
from cases import bound, finish, groups, outcome, path, say, smartkpi
from iotables import opened
from smartkpi import economy
SCALING = {"RAS": smartkpi.SKPI_ECONOMY_SCALING_RAS, "GRAS": smartkpi.SKPI_ECONOMY_SCALING_GRAS}


def table(*parts):
    return cases.table("digital", *parts)


def square(rows, mode):
    """(start, totals of rows, totals of columns, x) of a case in long form."""
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
    with opened(got.flow, got.output, got.value_added, got.final_demand) as io:
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
        # with outputs of 1 the flows are coefficients
        with opened(r, [1.0] * n, [1 - sum(column) for column in zip(*r)], [1 - sum(row) for row in r]) as io:
            columns = io.leontief([[float(i == j) for j in range(n)] for i in range(n)])
        bound(f"FLQ, {label}: multipliers", max(abs(sum(map(float, c)) - w) for c, w in
                                                zip(columns, want["output_multipliers"])), 1e-13)
        if label == "0.3":
            one = known["delta_0_3"]
            bound("FLQ, 0.3: quotients", max(abs(got.quotient[i][j] / one["F"][i][j] - 1) for i in range(n) for j in range(n)),
                  1e-13)
            bound("FLQ, 0.3: coefficients", max(abs(r[i][j] - one["R"][i][j]) for i in range(n) for j in range(n)), 1e-15)
            bound("FLQ: SLQ", max(abs(p / q - 1) for p, q in zip(got.slq, one["SLQ"])), 1e-14)


ras()
model_d()
quotients()
finish("economy_tables")
