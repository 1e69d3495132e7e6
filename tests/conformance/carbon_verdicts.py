#!/usr/bin/env python3
"""Verdicts, abatement, uncertainty: made with 50-digit arithmetic; the abatement agrees with an LP solver."""
import math
import statistics

from carbon_known import close, end, groups, number, refused, say, smartkpi, table
from smartkpi import Table, carbon

import warnings

warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)  # the verdicts test the gaps
NAMES = {kind: {getattr(smartkpi, f"{prefix}_{n}"): n for n in names.split()} for kind, prefix, names in (
    ("peak", "SKPI_CARBON_PEAKED_VERDICT", "NOT_YET PEAKED REBOUNDING PLATEAU"),
    ("progress", "SKPI_CARBON_VERDICT", "ALREADY_MET MISSED MOVING_AWAY ON_TRACK OFF_TRACK"))}
NAMES["peak"][smartkpi.SKPI_CARBON_PEAKED_VERDICT_NOT_YET] = "NOT_PEAKED"  # the name in the table
EMISSION = {country: {int(r["year"]): number(r["Mt"]) for r in rows}
            for country, rows in groups([{"country": r["country"], "year": r["year"], "Mt": r[list(r)[-1]]}
                                         for r in table("co2_fossil_1950_2022.csv")], "country")}


def series(values, first, last):
    years = [y for y in sorted(values) if first <= y <= last]
    return Table(years, [values[y] for y in years])


def cells(name, got, row, scale=1.0, bar=1e-12):
    """(value, cell) pairs by column; an empty cell is NaN."""
    for column, value in got.items():
        want = number(row[column])
        size = max(abs(want), scale if isinstance(scale, float) else scale.get(column, 1.0)) if want == want else 1.0
        say((value != value) == (want != want) and not abs(value - want) > bar * size, f"{name} {column}",
            f"{value!r} against {row[column]!r}")


def peaks():
    for r in table("peak_verdict.csv"):
        window = {"exclude_peak": smartkpi.SKPI_CARBON_PEAKED_WINDOW_AFTER, "include_peak": smartkpi.SKPI_CARBON_PEAKED_WINDOW_FROM}
        got = carbon.peaked(series(EMISSION[r["country"]], int(r["first"]), int(r["last"])), window=window[r["mode"]])
        name = f"peak {r['country']} {r['mode']}"
        say(NAMES["peak"][got.verdict] == r["verdict"], name, r["verdict"])
        say((got.peak_year, got.since, got.used) == tuple(int(r[c]) for c in ("peak_year", "since", "n")), name, "years")
        cells(name, {"peak_Mt": got.peak, "last_vs_peak": got.change, "S": got.s, "varS": got.variance, "Z": got.z}, r)
        cells(name, {"sen": got.slope}, r, got.peak)
        if r["p"]:
            close(f"{name} p", [(got.p, r["p"])], 1e-12)


def kendall():
    for r in table("mann_kendall.csv"):
        values, first, last = EMISSION[r["country"]], int(r["from"]), int(r["to"])
        got = smartkpi.series.trend(series(values, first, last))
        name = f"trend {r['country']} {first}-{last}"
        cells(name, {"n": got.used, "S": got.s, "varS": got.variance, "Z": got.z}, r)
        cells(name, {"sen_slope_Mt_per_yr": got.slope}, r, max(values.values()))
        close(f"{name} p", [(got.p, r["p_two_sided"])], 1e-12)
        whole = carbon.peaked(series(values, 1950, 2022), window=smartkpi.SKPI_CARBON_PEAKED_WINDOW_FROM)
        say(whole.peak_year == int(r["peak_year"]), name, f"peak {whole.peak_year}")
        cells(name, {"peak_Mt": whole.peak, "last_vs_peak": whole.change}, r)


def progress():
    known = {name: {int(r["year"]): number(r["E"]) for r in rows} for name, rows in groups(table("progress_series.csv"), "series")}
    for r in table("progress.csv"):
        s = Table(list(known[r["series"]]), list(known[r["series"]].values()))
        name, base = f"progress {r['case']}", int(r["t_base"]) if r["t_base"] else None

        def call():
            return carbon.progress(s, int(r["t_target"]), float(r["E_target"]), window=int(r["w"]),
                                   tolerance=float(r["tol"]), no_tolerance=float(r["tol"]) == 0, base_year=base)
        if r["status"] != "OK":
            refused(name, call, "SKPI_" + r["status"])
            continue
        got = call()
        say(NAMES["progress"][got.verdict] == r["verdict"], name, r["verdict"])
        say((got.last_year, got.used) == (int(r["t_now"]), int(r["n_window"])), name, "window")
        size = max(abs(v) for v in known[r["series"]].values() if v == v)
        years = max(abs(int(r["t_target"]) - int(r["t_now"])), 1)
        cells(name, {"E_now": got.last, "req_linear": got.required, "req_linear_share": got.required_share,
                     "req_compound": got.required_compound, "achieved_linear": got.achieved,
                     "achieved_compound": got.achieved_compound, "ratio": got.ratio, "ratio_compound": got.ratio_compound,
                     "cross_linear": got.crossing, "cross_compound": got.crossing_compound,
                     "overshoot_ahead": got.overshoot, "overshoot_to_date": got.overshoot_to_date, "gap_now": got.gap}, r,
              {"E_now": size, "req_linear": size, "achieved_linear": size, "gap_now": size,
               "overshoot_ahead": size * years, "overshoot_to_date": size * years})


def abatement():
    rows = table("mac.csv")
    measures = [c.split("|") for c in rows[0] if "|" in c]
    cost, potential = ([float(m[k]) for m in measures] for k in (1, 2))
    for r in rows:
        name, target = f"abatement {r['target_Mt']}", float(r["target_Mt"])
        if r["status"] == "infeasible":
            refused(name, lambda: carbon.abatement(cost, potential, target, smartkpi.SKPI_CARBON_ABATEMENT_MODE_EXACT), "SKPI_EINFEASIBLE")
            continue
        got = carbon.abatement(cost, potential, target, smartkpi.SKPI_CARBON_ABATEMENT_MODE_EXACT)
        close(f"{name} use", zip(got.use, (r["|".join(m)] for m in measures)), 1e-12, target)
        close(f"{name} cost", [(got.cost, r["total_cost_M"])], 1e-12)
        close(f"{name} marginal", [(got.marginal, r["marginal_cost"])], 0)
        say([cost[i] for i in got.order] == sorted(cost), f"{name} order", list(got.order))


def uncertainty():
    rows = table("ipcc_approach1.csv")
    sources, total = rows[:-1], rows[-1]
    got = carbon.inventory_uncertainty([float(r["emission"]) for r in sources],
                             [[float(r["U_activity"]), float(r["U_factor"])] for r in sources])
    close("Approach 1 combined", zip(got.combined, (r["U_combined"] for r in sources)), 1e-12)
    close("Approach 1 contributions", zip(got.contribution, (r["contribution_to_variance"] for r in sources)), 1e-12)
    close("Approach 1 total", [(got.total, total["U_combined"]), (got.total**2, total["contribution_to_variance"]),
                               (got.sum, total["emission"])], 1e-12)
    close("Approach 1 shares", [(sum(got.share), 1)], 1e-14)


def quantiles():
    """Quantiles of products, and of sums whose terms rise and fall together, so that their quantiles add up."""
    z = statistics.NormalDist().inv_cdf(.975)
    for (name, kind, text, rho), rows in groups(table("approach2.csv"), "case", "kind", "inputs", "rho"):
        pairs = [[float(x) for x in one.split("|")] for one in text.split(";")]
        sigma = [math.sqrt(math.log1p((u / z)**2)) for _, u in pairs]
        mu = [math.log(e) - s * s / 2 for (e, _), s in zip(pairs, sigma)]
        prob, want = [float(r["q"]) for r in rows if r["q"]], [r["x"] for r in rows if r["q"]]
        if kind == "product":
            k, r = len(pairs), float(rho)
            matrix = [[1.0 if i == j else r for j in range(k)] for i in range(k)] if r else None
            close(f"Approach 2 {name}", zip(carbon.product_quantile([mu], [sigma], prob, correlation=matrix)[0], want), 1e-12)
        elif float(rho) == 1:
            each = carbon.product_quantile([[m] for m in mu], [[s] for s in sigma], prob)
            close(f"Approach 2 {name}", zip((sum(column) for column in zip(*each)), want), 1e-12)


def gap():
    """The causes for which a country is off its path: its factors compared with those of the path in the same year."""
    actual = carbon.kaya(1400.0, 17.5, 160.0, 11.4)
    path = [1400.0, actual[1], actual[2] * .97, actual[3] * .95]
    got = carbon.lmdi([[path]], [[list(actual)]], smartkpi.SKPI_CARBON_LMDI_FORM_ADDITIVE)
    close("gap by factor", [(sum(got.effect[0]), 11.4 - math.prod(path))], 1e-12, 11.4)
    say(got.effect[0][0] == 0 and got.effect[0][3] > got.effect[0][2] > 0, "gap by factor", list(got.effect[0]))


peaks()
kendall()
progress()
abatement()
uncertainty()
quantiles()
gap()
end("carbon verdicts")
