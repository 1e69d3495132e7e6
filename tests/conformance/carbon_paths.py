#!/usr/bin/env python3
"""Conformance of emission paths: known answers in $SMARTKPI_CASES/carbon, made elsewhere with 40 and 50 digits.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import math

import cases
from cases import finish, say
from cases import smartkpi as s
from smartkpi import carbon

BUDGET, INTEGRAL, AFTER = s.SKPI_CARBON_TARGET_BUDGET, s.SKPI_CARBON_CONVENTION_INTEGRAL, s.SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE


def table(name):
    return cases.table("carbon", name)


def close(name, pairs, bar, scale=None, absolute=0.0):
    """Compares values with expected ones, relative to scale if it is given, else to the expected value."""
    pairs = [(a, float(b)) for a, b in pairs]
    worst = max(max(abs(a - b) - absolute, 0) / (scale or abs(b) or 1) for a, b in pairs)
    say(bool(pairs) and worst <= bar, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def refused(name, status, call):
    try:
        got = call()
    except s.Error as e:
        say(e.name == status, name, e)
    else:
        say(False, name, got)


def grouped(rows, *keys):
    found = {}
    for r in rows:
        found.setdefault(tuple(r[k] for k in keys), []).append(r)
    return found.items()


def raupach():
    """Dates are counted from 2000, so that t_peak is exact to 1e-12 of the years since then."""
    for row in table("raupach.csv"):
        name = f"raupach {row['case']} {row['horizon_yr']}"
        f0, horizon, quota = float(row["f0"]), float(row["horizon_yr"]), float(row["quota"])
        p = carbon.Path(s.SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, 2000, f0, growth=float(row["r"]), t_end=2000 + horizon)
        if row["m"] == "infeasible":
            refused(name, "SKPI_ENOTBINDING", lambda: carbon.path_solve(p, BUDGET, quota))
            continue
        m = carbon.path_solve(p, BUDGET, quota)
        close(f"{name} m", [(m, row["m"])], 1e-12)
        solved = p.replace(mitigation=m)
        peak = carbon.path_peak(solved)
        close(f"{name} peak", [(peak.t_peak - 2000, row["t_peak"])], 0, absolute=1e-12)
        close(f"{name} height", [(peak.e_peak, row["f_peak"])], 1e-12)
        v = carbon.path_value(solved, 2000, 38)
        # the exponential loses digits far below the start: 1e-12 of m t, because 1 + m t is the condition
        for at, column in ((10, "f_t10"), (37, "f_t37")):
            close(f"{name} {column}", [(v.emission[at], row[column])], 1e-12 * max(1, m * at), absolute=1e-300)
        close(f"{name} cumulative", [(v.cumulative[37], row["cum_0_37"])], 1e-12)


def budget_exp_lin():
    for row in table("budget_exp_lin.csv"):
        name, e0, budget = f"{row['path']} {row['case']}", float(row["E0"]), float(row["budget"])
        if row["path"] == "linear_to_zero":
            p = carbon.Path(s.SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, 2020, e0)
            cut = carbon.path_solve(p, BUDGET, budget)
            zero = carbon.path_net_zero(p.replace(rate=cut))
            close(f"{name} cut", [(cut, row["p2"])], 1e-12)
            close(f"{name} years", [(zero.first - 2020, row["p1"]), (e0 / cut, row["p1"])], 1e-12, absolute=1e-13 + 2.3e-13)
            continue
        end = 2020 + float(row["horizon_yr"])
        k = carbon.path_solve(carbon.Path(s.SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, 2020, e0, t_end=end), BUDGET, budget)
        d = carbon.path_solve(carbon.Path(s.SKPI_CARBON_SHAPE_COMPOUND, AFTER, 2020, e0, t_end=end), BUDGET, budget)
        close(f"{name} rates", [(k, row["p1"]), (d, row["p2"])], 1e-12, absolute=1e-13)
        for path in (carbon.Path(s.SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, 2020, e0, rate=k),
                     carbon.Path(s.SKPI_CARBON_SHAPE_COMPOUND, AFTER, 2020, e0, rate=d)):
            close(f"{name} spent", [(carbon.path_value(path, int(end), 1).cumulative[0], budget)], 1e-12)


def hermite_path(row):
    return carbon.Path(s.SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, float(row["t0"]), float(row["E0"]), t_peak=float(row["tp"]),
                       e_peak=float(row["Ep"]), t_net_zero=float(row["tz"]), residual=float(row["R"]),
                       plateau=float(row["w"]), growth=float(row["r"]))


def hermite():
    series = dict(grouped(table("hermite_series.csv"), "case"))
    for row in table("hermite.csv"):
        name, p, scale = f"hermite {row['case']}", hermite_path(row), float(row["total"])
        first, last = int(p.t0), int(p.t_net_zero)
        marks = [p.t_peak, p.t_peak + p.plateau, p.t_net_zero]
        v = carbon.path_value(p, first, last - first + 1)
        at = [v.cumulative[int(t) - first] for t in marks]
        close(f"{name} parts", zip([at[0], at[1] - at[0], at[2] - at[1], at[2]],
                                   (row[c] for c in ("rise", "plateau", "decline", "total"))), 1e-12, scale)
        after = carbon.path_value(p.replace(convention=AFTER), last, 1).cumulative[0]
        close(f"{name} annual", [(after, row["sum_annual"])], 1e-12, scale)
        years = series.get((row["case"],), [])
        if years:
            v = carbon.path_value(p, first, int(years[-1]["year"]) - first + 1)
            close(f"{name} years", [(v.emission[int(r["year"]) - first], r["E"]) for r in years], 1e-12, p.e_peak)
            close(f"{name} cumulative", [(v.cumulative[int(r["year"]) - first], r["cum"]) for r in years], 1e-12, scale)
        if row["d0_used"] and p.t_peak > p.t0:  # the slope at the start, from the value a moment later
            x = 2.0 ** -20
            close(f"{name} slope", [((carbon.path_value(p.replace(t0=p.t0 - x, t_peak=p.t_peak - x), first, 1).emission[0]
                                      - p.e0) / x, row["d0_used"])], 0, absolute=1e-5)
        if row["budget_for_tz"]:
            unknown, budget = p.replace(t_net_zero=None), float(row["budget_for_tz"])
            if row["tz_for_budget"] == "infeasible":
                refused(f"{name} date", "SKPI_EINFEASIBLE", lambda: carbon.path_solve(unknown, BUDGET, budget))
            else:
                close(f"{name} date", [(carbon.path_solve(unknown, BUDGET, budget), row["tz_for_budget"])], 1e-15)


def hermite_milestones():
    for (case,), rows in grouped(table("hermite_milestones.csv"), "case"):
        knots = [r for r in rows if r["slope"]]
        t = s.Table([int(r["year"]) for r in knots], [[float(r["E"]) for r in knots]])
        first, n = int(rows[0]["year"]), len(rows)
        v = carbon.path_milestones(t, INTEGRAL, first, n)
        top = max(abs(float(r["E"])) for r in rows)
        close(f"milestones {case}", zip(v.emission[0], (r["E"] for r in rows)), 1e-12, top)
        close(f"milestones {case} cumulative", zip(v.cumulative[0], (r["cum"] for r in rows)), 1e-12, top * n)
        middle = float(rows[n // 2]["cum"])
        v = carbon.path_milestones(t, INTEGRAL, first, n, t_budget=float(rows[n // 2]["year"]))
        close(f"milestones {case} from the middle on", zip(v.cumulative[0], (float(r["cum"]) - middle for r in rows)),
              1e-12, top * n)


def logistic_path():
    """Only differences of dates matter, so dates after 2400 are moved 500 years back."""
    for (case,), rows in grouped(table("logistic_path.csv"), "case"):
        shift = 500 if any(r["t"] and float(r["t"]) > 2400 for r in rows) else 0
        row = rows[0]
        p = carbon.Path(s.SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, float(row["t0"]) - shift, float(row["E0"]),
                        residual=float(row["R"]), rate=float(row["k"]), t_mid=float(row["tm"]) - shift)
        for r in rows:
            if not r["t"]:
                date = carbon.path_net_zero(p, threshold=float(r["E"])).permanent
                if r["t_10pct"] == "none":
                    say(math.isnan(date), f"logistic {case} tenth", date)
                else:
                    close(f"logistic {case} tenth", [(date + shift, r["t_10pct"])], 1e-15)
                continue
            v = carbon.path_value(p, int(float(r["t"])) - shift, 1)
            close(f"logistic {case} {r['t']}", [(v.emission[0], r["E"])], 1e-12, p.e0)
            close(f"logistic {case} {r['t']} cumulative", [(v.cumulative[0], r["cum"])], 1e-12)
            years = float(r["t"]) - float(row["t0"])
            if p.rate > 0 and 0 < years < 100 and abs(p.rate * (p.t_mid - p.t0)) < 10:  # and the inverse
                q = p.replace(t_mid=None, t_end=p.t0 + years)
                close(f"logistic {case} {r['t']} solved", [
                    (carbon.path_solve(q, BUDGET, v.cumulative[0]), p.t_mid),
                    (carbon.path_solve(q, s.SKPI_CARBON_TARGET_END, v.emission[0]), p.t_mid)], 1e-12)


def netzero_year():
    verdicts = {"OK": s.SKPI_CARBON_NET_ZERO_VERDICT_REACHED, "TEMPORARY": s.SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY,
                "NONE": s.SKPI_CARBON_NET_ZERO_VERDICT_NEVER, "ALREADY": s.SKPI_CARBON_NET_ZERO_VERDICT_ALREADY,
                "ALREADY_TEMPORARY": s.SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY}
    for (case,), rows in grouped(table("netzero_year.csv"), "case"):
        t = s.Table([int(float(r["year"])) for r in rows], [[float(r["E"]) for r in rows]])
        v = carbon.net_zero(t, threshold=[float(rows[0]["thr"])])
        say(v.verdict[0] == verdicts[rows[0]["status"]], f"net zero {case}", rows[0]["status"])
        for got, want in ((v.first[0], rows[0]["first"]), (v.permanent[0], rows[0]["permanent"])):
            if want:
                close(f"net zero {case} date", [(got, want)], 1e-15)
            else:
                say(math.isnan(got), f"net zero {case} never", got)


def peak_landmarks():
    """The peak and net-zero dates of a path must be those that it was made of."""
    for row in table("peak_decline.csv"):
        if row["p"] == "infeasible":
            continue
        p = carbon.Path(s.SKPI_CARBON_SHAPE_PEAK, INTEGRAL, float(row["t0"]), float(row["E0"]), t_peak=float(row["t_peak"]),
                        e_peak=float(row["E_peak"]), t_net_zero=float(row["t_netzero"]), residual=float(row["residual"]),
                        plateau=float(row["plateau_yr"]), power=float(row["p"]))
        peak, zero = carbon.path_peak(p), carbon.path_net_zero(p, threshold=float(row["residual"]))
        close(f"{row['case']} landmarks", [(peak.t_peak, row["t_peak"]), (peak.e_peak, row["E_peak"]),
                                           (zero.permanent, row["t_netzero"])], 0)
        middle = 0.5 * (p.t_peak + p.plateau + p.t_net_zero)
        end = carbon.path_value(p, int(middle), 1).emission[0]
        power = carbon.path_solve(p.replace(power=None, t_end=int(middle)), s.SKPI_CARBON_TARGET_END, end)
        close(f"{row['case']} power by an end value", [(power, row["p"])], 1e-12)


def number(text):
    return float(text) if text else None


def path_of(row, shape):
    """The path of a row of t_budget.csv or waypoint.csv, with every member that its shape takes except the unknown."""
    peaked = shape in ("PEAK", "HERMITE")
    members = {"residual": ("LINEAR", "LOGISTIC", "PEAK", "HERMITE"), "rate": ("LOGISTIC",), "growth": ("CAPPED", "HERMITE"),
               "t_net_zero": ("PEAK", "HERMITE")}
    columns = {"residual": "R", "rate": "rate", "growth": "growth", "t_net_zero": "tz"}
    given = {m: number(row.get(columns[m], "")) for m in members if shape in members[m]}
    if peaked:
        given.update(t_peak=float(row["tp"]), e_peak=float(row["Ep"]), plateau=float(row["w"]))
    if "f" in row:
        given.update(t_waypoint=float(row["tm"]), waypoint=float(row["f"]))
    if row.get("t_end"):
        given["t_end"] = float(row["t_end"])
    return carbon.Path(getattr(s, f"SKPI_CARBON_SHAPE_{shape}"), INTEGRAL, float(row["t0"]), float(row["E0"]),
                       t_budget=number(row["t_budget"]), **{m: v for m, v in given.items() if v is not None})


def budgets(name, row, p, unknown, bar):
    """The interval and the unknown of a row; the solved path, or None if it is refused."""
    budget, scale = float(row["budget"]), abs(float(row["budget"]))
    if row["low"]:
        found = carbon.path_range(p, BUDGET)
        close(f"{name} interval", [(a, b) for a, b in ((found.low, row["low"]), (found.high, row["high"])) if not math.isinf(a)],
              1e-12, max(scale, abs(float(row["low"]))))
        say(all(math.isinf(float(b)) == math.isinf(a) for a, b in ((found.low, row["low"]), (found.high, row["high"]))),
            f"{name} infinite ends", (found.low, found.high))
    if row["status"] != "ok":
        refused(f"{name} refused", "SKPI_" + row["status"], lambda: carbon.path_solve(p, BUDGET, budget))
        return None
    x = carbon.path_solve(p, BUDGET, budget)
    close(f"{name} {unknown}", [(x, row["unknown"])], bar)
    return p.replace(**{unknown: x})


def t_budget():
    unknowns = {"linear": "rate", "exponential": "rate", "compound": "rate", "logistic": "t_mid", "capped": "mitigation",
                "peak": "power", "hermite": "t_net_zero"}
    for row in table("t_budget.csv"):
        shape, name = row["shape"], f"t_budget {row['shape']} {row['case']}"
        p = path_of(row, shape.upper())
        solved = budgets(name, row, p, unknowns[shape], 1e-12)
        year, scale = int(row["year"]), float(row["E0"])
        v, total = carbon.path_value(solved, year, 1), carbon.path_total(solved, year, 1)
        close(f"{name} {year}", [(v.emission[0], row["e_year"]), (total[0], row["total_year"])], 1e-12, scale)
        close(f"{name} since", [(v.cumulative[0], row["since_tb"])], 1e-12)
        if shape == "exponential":  # a yearly cut gives the same path
            compound = p.replace(shape=s.SKPI_CARBON_SHAPE_COMPOUND)
            close(f"{name} compound", [(-math.log1p(-carbon.path_solve(compound, BUDGET, float(row["budget"]))), row["unknown"])],
                  1e-12)


def waypoint():
    for row in table("waypoint.csv"):
        shape, name = row["shape"], f"waypoint {row['shape']} {row['case']}"
        solved = budgets(name, row, path_of(row, shape.upper()), "power" if shape == "peak" else "rate", 1e-12)
        if solved is None:
            continue
        v, total, scale = carbon.path_value(solved, 2035, 11), carbon.path_total(solved, 2035, 11), float(row["Ep"])
        close(f"{name} years", [(v.emission[0], row["e2035"]), (v.emission[10], row["e2045"]), (total[0], row["total2035"]),
                                (total[10], row["total2045"])], 1e-12, scale)
        spent = carbon.path_value(solved, int(float(row["tz"])), 1).cumulative[0]
        close(f"{name} spent", [(spent, row["sum"])], 1e-12)
        there = carbon.path_net_zero(solved, threshold=float(row["f"]) * scale).permanent if float(row["f"]) < 1 else row["tm"]
        close(f"{name} date", [(float(there), row["tm"])], 1e-15)


raupach()
budget_exp_lin()
hermite()
hermite_milestones()
logistic_path()
netzero_year()
peak_landmarks()
t_budget()
waypoint()
finish("carbon paths")
