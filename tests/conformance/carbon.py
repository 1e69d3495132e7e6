#!/usr/bin/env python3
"""Conformance of carbon: known answers in $SMARTKPI_CASES/carbon, made elsewhere with 50-digit arithmetic.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
from cases import close, finish, say, smartkpi
from cases import table as any_table
from smartkpi import carbon

BUDGET = smartkpi.SKPI_CARBON_TARGET_BUDGET


def table(name):
    return any_table("carbon", name)


def refused(call, *expected):
    try:
        call()
    except smartkpi.Error as e:
        return e.name in expected and "open interval" in str(e)
    return False


def path(row, t0="t0", e0="E0", t_peak="t_peak", e_peak="E_peak", plateau="plateau_yr", end="t_netzero", r="residual"):
    return carbon.Path(smartkpi.SKPI_CARBON_SHAPE_PEAK, smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL, float(row[t0]), float(row[e0]),
                       residual=float(row[r]), t_peak=float(row[t_peak]), e_peak=float(row[e_peak]),
                       plateau=float(row[plateau]), t_net_zero=float(row[end]))


def peak_decline():
    series = table("peak_decline_series.csv")
    for row in table("peak_decline.csv"):
        name, p, budget = row["case"], path(row), float(row["budget"])
        found = carbon.path_range(p, BUDGET)
        low, high = float(row["budget_min_exclusive"]), float(row["budget_max_exclusive"])
        close(f"{name} range", [(found.low, low), (found.high, high)], 1e-12)
        if row["p"] == "infeasible":
            status = "SKPI_EINFEASIBLE" if budget <= low else "SKPI_ENOTBINDING"
            say(refused(lambda: carbon.path_solve(p, BUDGET, budget), status), f"{name} refused", status)
            continue
        power = carbon.path_solve(p, BUDGET, budget)
        close(f"{name} power", [(power, float(row["p"]))], 1e-12)
        annual = {int(r["year"]): float(r["E"]) for r in series if r["case"] == name}
        first, n = min(annual), len(annual)
        v = carbon.path_value(p.replace(power=power), first, n)
        close(f"{name} years", zip(v.emission, (annual[first + j] for j in range(n))), 1e-12, float(row["E_peak"]))
        at_zero = v.cumulative[int(float(row["t_netzero"])) - first]
        close(f"{name} budget", [(at_zero, budget)], 1e-12)


def budget_shares():
    owid = {(r["country"], r["year"]): r for r in table("owid_kaya_2004_2023.csv")}
    rows = table("budget_shares.csv")
    rules = {"equal_per_capita": {}, "grandfathering": {"rule": smartkpi.SKPI_CARBON_BUDGET_RULE_GRANDFATHER},
             "blend_w0.5": {"rule": smartkpi.SKPI_CARBON_BUDGET_RULE_BLEND, "weight": 0.5},
             "blend_w0.3": {"rule": smartkpi.SKPI_CARBON_BUDGET_RULE_BLEND, "weight": 0.3}}
    found = {rule: [] for rule in rules}
    one = []
    for row in rows:  # each row is a country and all other countries
        here, world = (owid[place, row["base_year"]] for place in (row["country"], "World"))
        people, co2 = ([float(here[c]), float(world[c]) - float(here[c])] for c in ("population", "co2"))
        for rule, options in rules.items():
            parts = carbon.budget_share(float(row["world_budget_GtCO2"]), population=people, emission=co2, **options)
            found[rule].append((parts[0], float(row[rule])))
            one.append((sum(carbon.budget_share(1.0, population=people, emission=co2, **options)), 1.0))
    for rule, pairs in found.items():
        close(f"budget_shares {rule}", pairs, 1e-12)
    close("budget_shares sum to one", one, 1e-14)


def tcre():
    rows = table("tcre_china.csv")
    found = carbon.warming([float(r["cum_GtCO2_since_2024"]) for r in rows], prob=[0.17, 0.83])
    close("tcre_china best", zip(found.best, (float(r["tcre_best"]) for r in rows)), 5e-8)
    for j, column in enumerate(("tcre_low", "tcre_high")):
        close(f"tcre_china {column}", zip((q[j] for q in found.quantile), (float(r[column]) for r in rows)), 5e-8)
    # two climate models for that path: a plausible range, not a known answer
    for model in ("fair_p50", "hector"):
        ratios = [float(r[model]) / best for r, best in zip(rows, found.best)]
        say(all(0.7 <= x <= 1.3 for x in ratios), f"{model} within 30 % of the TCRE figure", f"{min(ratios):.2f} to {max(ratios):.2f}")


def budget_chain():
    """The share of a national budget, its path and its warming; Mt."""
    years = table("budget_chain_path.csv")
    rules = {"equal_per_capita": smartkpi.SKPI_CARBON_BUDGET_RULE_PER_CAPITA, "grandfathering": smartkpi.SKPI_CARBON_BUDGET_RULE_GRANDFATHER,
             "blend": smartkpi.SKPI_CARBON_BUDGET_RULE_BLEND}
    for row in table("budget_chain.csv"):
        name = f"budget_chain {row['case']} {row['rule']}"
        rule = rules[row["rule"]]
        weight = float(row["blend_w"]) if row["rule"] == "blend" else 0.0
        national = [[float(row[here]), float(row[all_]) - float(row[here])]
                    for here, all_ in (("pop_city", "pop_nat"), ("E_city", "E_nat"))]
        budget = carbon.budget_share(1000 * float(row["NB_Gt"]), population=national[0], emission=national[1], rule=rule,
                                     weight=weight)[0]
        close(f"{name} budget", [(budget, float(row["B_Mt"]))], 1e-12)
        p = path(row, t_peak="tp", e_peak="Ep", plateau="plateau", end="tz", r="R")
        found = carbon.path_range(p, BUDGET)
        low, high = float(row["B_lo"]), float(row["B_hi"])
        close(f"{name} range", [(found.low, low), (found.high, high)], 1e-12)
        warm = carbon.warming(float(row["B_Mt"]) / 1000, prob=[0.05, 0.17, 0.83, 0.95])
        close(f"{name} warming", zip([warm.best, *warm.quantile], (float(row[c]) for c in (
            "dT", "dT_q05", "dT_low", "dT_high", "dT_q95"))), 1e-12, float(row["dT"]))
        if row["status"] != "OK":
            say(refused(lambda: carbon.path_solve(p, BUDGET, budget), "SKPI_" + row["status"]), f"{name} refused",
                row["status"])
            continue
        power = carbon.path_solve(p, BUDGET, float(row["B_Mt"]))
        close(f"{name} power", [(power, float(row["p"]))], 1e-12)
        mine = [r for r in years if (r["case"], r["rule"]) == (row["case"], row["rule"])]
        emission, cumulative = [], []
        for r in mine:
            v = carbon.path_value(p.replace(power=power), int(r["year"]), 1)
            emission.append((v.emission[0], float(r["E"])))
            cumulative.append((v.cumulative[0], float(r["cum"])))
        close(f"{name} emission", emission, 1e-12, float(row["Ep"]))
        close(f"{name} cumulative", cumulative, 1e-12, high)
        close(f"{name} warming of the years", (
            (carbon.warming(c / 1000).best, float(r["dT"])) for (c, _), r in zip(cumulative, mine)), 1e-12, float(row["dT"]))


peak_decline()
budget_shares()
tcre()
budget_chain()
finish("carbon")
