#!/usr/bin/env python3
"""Targets, convergence, GWP*, remaining budgets."""
import math
import warnings

from carbon_known import close, end, groups, number, refused, say, smartkpi, table
from smartkpi import carbon

warnings.simplefilter("ignore")
VERDICTS = {smartkpi.SKPI_CARBON_VERDICT_ALREADY_MET: "ALREADY_MET", smartkpi.SKPI_CARBON_VERDICT_MISSED: "MISSED",
            smartkpi.SKPI_CARBON_VERDICT_OPEN: "OPEN"}


def column(rows, name):
    return [float(r[name]) for r in rows]


def intensity():
    rows = table("intensity_target.csv")
    got = carbon.target_intensity(*(column(rows, c) for c in ("t_base", "F_base", "G_base", "t_now", "F_now", "G_now",
                                                              "t_target", "cut")), growth=column(rows, "g"))
    say([VERDICTS[v] for v in got.verdict] == [r["status"] for r in rows], "intensity_target verdicts")
    for member, name in (("target", "I_target"), ("done", "done"), ("achieved", "achieved"), ("required", "required"),
                         ("emission", "F_target"), ("flat_growth", "g_flat"), ("next", "F_next")):
        want = [number(r[name]) for r in rows]
        values = list(getattr(got, member))
        say([math.isnan(v) for v in values] == [math.isnan(w) for w in want], f"intensity_target {name} where it is")
        close(f"intensity_target {name}", ((v, w) for v, w in zip(values, want) if w == w), 1e-12)


def sda():
    for name, rows in groups(table("sda.csv"), "case"):
        got = carbon.target_sda(float(rows[0]["own_intensity_base"]), column(rows, "own_activity"),
                                column(rows, "sector_intensity"), column(rows, "sector_activity"),
                                uncapped=name == "power_uncapped_losing_share")
        close(f"sda {name} intensity", zip(got.intensity, column(rows, "target_intensity")), 1e-12)
        close(f"sda {name} emissions", zip(got.emission, column(rows, "target_emissions")), 1e-12)


def convergence():
    regions = groups(table("contraction_convergence.csv"), "region")
    world = {r["year"]: float(r["global_GtCO2"]) for _, rows in regions for r in rows}
    first = [float(rows[0]["emis_linear"]) for _, rows in regions]
    people = [column(rows, "population") for _, rows in regions]
    year = int(regions[0][1][0]["year"])
    for name, form in (("share_linear", smartkpi.SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR),
                      ("share_exp_a4", smartkpi.SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL)):
        got = carbon.budget_converge(first, people, year, 2045, form=form)
        for (region, rows), shares in zip(regions, got):
            close(f"{name} {region}", zip(shares, column(rows, name)), 1e-12)
            if name == "share_linear":
                close(f"emissions {region}", ((s * world[r["year"]], float(r["emis_linear"])) for s, r in zip(shares, rows)),
                      1e-12)
        close(f"{name} sums", ((math.fsum(s[j] for s in got), 1) for j in range(len(people[0]))), 1e-14)


def star():
    for name, rows in groups(table("gwp_star.csv"), "case"):
        emission = smartkpi.Table([int(r["year"]) for r in rows], [number(r["E"]) for r in rows])
        pairs, total, sums = [], 0.0, []
        for r in rows:
            def one(year=int(r["year"]), gwp=float(r["gwp100"])):
                return carbon.gwp_star(emission, gwp, year, 1)[0]
            if r["E_star"] == "ENODATA":
                refused(f"gwp_star {name} {r['year']}", one, "SKPI_ENODATA")
                continue
            value = one()
            total += value
            pairs.append((value, float(r["E_star"])))
            if r["cum"]:
                sums.append((carbon.warming(total / 1000).best, float(r["dT"])))
        if pairs:
            scale = max(abs(w) for _, w in pairs)
            close(f"gwp_star {name}", pairs, 1e-12, scale)
            close(f"gwp_star {name} warming", sums, 1e-12, max(abs(w) for _, w in sums))


def remaining():
    rows = {r["limit_degC"]: r for r in table("ar6_remaining_carbon_budget.csv")}
    for limit, row in rows.items():
        for prob in (.17, .33, .5, .67, .83):
            found = carbon.budget_remaining(float(limit), prob, "ar6")
            say((found.budget, found.t_budget) == (float(row[f"p{round(100 * prob)}"]), 2020), f"remaining {limit} {prob}")


intensity()
sda()
convergence()
star()
remaining()
end("carbon targets")
