"""The city outlook's effects of an investment, again from the tables.  One line a check."""

import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, check, finish, near, rows, run, squeezed  # noqa: E402


def solved(a, b):
    """x of a x = b, by elimination."""
    n, rows_of = len(b), [list(r) + [v] for r, v in zip(a, b)]
    for k in range(n):
        top = max(range(k, n), key=lambda i: abs(rows_of[i][k]))
        rows_of[k], rows_of[top] = rows_of[top], rows_of[k]
        for i in range(k + 1, n):
            factor = rows_of[i][k] / rows_of[k][k]
            rows_of[i] = [u - factor * v for u, v in zip(rows_of[i], rows_of[k])]
    x = [0.0] * n
    for k in reversed(range(n)):
        x[k] = (rows_of[k][n] - sum(rows_of[k][j] * x[j] for j in range(k + 1, n))) / rows_of[k][k]
    return x


def invested(where):
    """The investment's impact again, from the tables, and what the report says of it."""
    out = where / "invested"
    report = run("--data", DATA, "--full", "--out", out)[1]
    flat = squeezed(report)
    plain = where / "plain"
    plain.mkdir()
    for name in ("io_sectors", "io_flows"):
        lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        (plain / f"{name}.csv").write_text("\n".join(line for line in lines if not line.startswith("#")), encoding="utf-8")
    for table, digits in (("USA 2022", 10), ("Chile 2013", 12)):
        sectors = rows(plain / "io_sectors.csv", table=table)
        flow = {(r["seller"], r["buyer"]): float(r["flow"]) for r in rows(plain / "io_flows.csv", table=table)}
        key, x = [s["sector"] for s in sectors], [float(s["output"]) for s in sectors]
        check(f"{table}: {digits} sectors in balance", len(key) == digits and all(
            abs(sum(flow[a, b] for b in key) + float(s["final_demand"]) - float(s["output"])) < 1e-6 * float(s["output"])
            for a, s in zip(key, sectors)))
        buys = [float(s["purchase"] or 0) for s in sectors]
        demand = [20.5 * b / sum(buys) for b in buys]
        output = solved([[(i == j) - flow[a, b] / x[j] for j, b in enumerate(key)] for i, a in enumerate(key)], demand)
        got = rows(out / "impact.csv", table=table)
        near(f"{table}: output", sum(float(r["output_bn"]) for r in got), sum(output), 1e-10)
        check(f"{table}: by sector", all(abs(float(r["output_bn"]) - o) < 1e-11 and abs(float(r["bought_bn"]) - d) < 1e-12
                                         for r, o, d in zip(got, output, demand)))
        if sectors[0]["value_added"]:
            value = [float(s["value_added"]) / v * o for s, v, o in zip(sectors, x, output)]
            check(f"{table}: value added", all(abs(float(r["value_added_bn"]) - v) < 1e-11 for r, v in zip(got, value)))
            check("the sum is in the report", f"output {sum(output):.1f} bn, value added {sum(value):.1f} bn, "
                  f"{100 * sum(value) / 1433.198:.2f} % of the GDP" in flat, flat[-200:])
        else:
            check(f"{table}: no value added is shown", all(r["value_added_bn"] == "" for r in got))
        if sectors[0]["jobs"]:
            per = [float(s["jobs"]) / v for s, v in zip(sectors, x)]
            ratio = sum(p * o for p, o in zip(per, output)) / sum(p * d for p, d in zip(per, demand))
            check("jobs at suppliers", f"for every 100 jobs at the firms that sell to the projects, {100 * (ratio - 1):.0f} more" in flat)
            near("jobs by sector add up", sum(float(r["jobs_percent"]) for r in got), 100, 1e-10)
    for text in ("20.5 bn CNY in at least 500 projects, 1.43 % of the GDP of 1,433.198 bn", "tables of other economies, and what the projects buy, are assumed",
                 "output 29.8 bn, value added 19.4 bn"):
        check(f"the report says: {text}", text in flat)
    check("every figure of the impact is assumed", all(r["kind"] == "assumed" for r in rows(out / "impact.csv")))


if __name__ == "__main__":
    sys.exit(finish([invested]))
