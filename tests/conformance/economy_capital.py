#!/usr/bin/env python3
"""Conformance of economy: capital, prices and change; known answers in $SMARTKPI_CASES/digital (SciPy, mpmath).

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json

from cases import bound, close, finish, path, say, smartkpi, status, table
from smartkpi import economy

PROFILES = {"simple": smartkpi.SKPI_ECONOMY_PROFILE_SURVIVAL, "cohort": smartkpi.SKPI_ECONOMY_PROFILE_COHORT}
GEOMETRIC = smartkpi.SKPI_ECONOMY_PROFILE_GEOMETRIC
with open(path("digital", "methods.json"), encoding="utf-8") as f:
    METHODS = json.load(f)


def profiles():
    for asset, known in METHODS["age_efficiency"].items():
        for form, profile in PROFILES.items():
            got = economy.capital_efficiency(len(known[form]), known["mean_life"], profile, beta=known["beta"])
            bound(f"age efficiency, {asset}, {form}", max(abs(a - b) for a, b in zip(got, known[form])), 1e-10)
        rate = 1 - economy.capital_efficiency(2, known["mean_life"], GEOMETRIC)[1]
        bound(f"age efficiency, {asset}, geometric", abs(rate - known["geometric_delta_2_over_T"]), 1e-15)


def stocks():
    known = METHODS["pim_us_ict"]
    years = known["years"]
    series = {(r["year"], c): float(r[c]) for r in table("digital", "series", "us_ict_investment_2010_2023.csv")
              for c in ("hw_334_F02E", "sw_511_F02N", "svc_5415_F02N")}
    price = {r["year"]: float(r["334"]) for r in table("digital", "series", "us_gross_output_price_digital.csv")}
    real = [series[str(y), "hw_334_F02E"] / (price[str(y)] / 100) for y in years]
    close("real investment, hardware", zip(real, known["I_hw_real_musd2017"]), 1e-14)
    basis = smartkpi.Basis(prices=2017, currency=840, scale=1006)
    hardware = smartkpi.Table(years, known["I_hw_real_musd2017"], basis)
    software = smartkpi.Table(years, known["I_sw_real_musd2017"], basis)
    got = economy.capital_stock(hardware, 7)
    close("stock of hardware, cohort", zip(got.stock, known["K_hw_cohort"]), 1e-10)
    say(got.complete == 2023, "stock of hardware, a lower bound for 14 years", f"complete from {got.complete}")
    fall, rise = got.life_low[-1] / got.stock[-1] - 1, got.life_high[-1] / got.stock[-1] - 1
    say(f"{100 * fall:.0f} {100 * rise:+.0f}" == "-25 +24", "stock of hardware 2023, a life of 5 or 9",
        f"{100 * fall:.1f} %, {100 * rise:+.1f} %")
    close("stock of software, cohort", zip(economy.capital_stock(software, 3).stock, known["K_sw_cohort"]), 1e-10)
    close("stock of hardware, simple", zip(economy.capital_stock(hardware, 7, profile=PROFILES["simple"]).stock,
                                           known["K_hw_simple"]), 1e-10)
    close("stock of hardware, geometric", zip(economy.capital_stock(hardware, 2 / .315, profile=GEOMETRIC).stock,
                                              known["K_hw_geometric_delta_0_315"]), 1e-10)
    wanted = METHODS["pim_sensitivity_2023"]
    found = {}
    for beta in (0.0, .5, .8):  # each life, given as the life itself and as a spread around 7
        one = economy.capital_stock(hardware, 7, beta=beta)
        found |= {f"T5.0_b{beta}": one.life_low[-1], f"T7.0_b{beta}": one.stock[-1], f"T9.0_b{beta}": one.life_high[-1]}
    close("sensitivity 2023", ((found[k], v) for k, v in wanted.items()), 1e-10)
    again = {f"T{life}_b{beta}": economy.capital_stock(hardware, life, beta=beta).stock[-1]
             for life in (5.0, 7.0, 9.0) for beta in (0.0, .5, .8)}
    close("sensitivity 2023, life itself", ((again[k], v) for k, v in wanted.items()), 1e-10)
    nominal = smartkpi.Table(years, known["I_hw_real_musd2017"], smartkpi.Basis(prices=smartkpi.SKPI_BASIS_PRICES_CURRENT))
    say(status(lambda: economy.capital_stock(nominal, 7))[1] == "EDEFMIX", "stock of nominal investment", "EDEFMIX")


def prices():
    known = METHODS["user_cost"]
    q = known["q"]
    cost = economy.capital_user_cost(q, [known["r"]] * (len(q) - 1), known["delta"])
    close("user cost", zip(cost, known["u"]), 1e-12)
    result, warned = status(lambda: economy.capital_user_cost([1.0, 1.5], [.05], .1))
    say(warned == "WNEGATIVE" and result[0] < 0, "user cost, negative", warned)

    gdp = {int(r["year"]): float(r["GDP"]) for r in table("digital", "series", "us_digital_industries_va_1997_2023.csv")}
    stock = METHODS["pim_us_ict"]
    hardware = dict(zip(stock["years"], economy.capital_stock(smartkpi.Table(
        stock["years"], stock["I_hw_real_musd2017"]), 7).stock))
    years = list(range(2013, 2024))
    share = [u * hardware[y] / gdp[y] for u, y in zip(cost, years)]
    known = METHODS["ict_contribution"]
    close("share of hardware's services", zip(share, known["share"]), 1e-11)
    got = economy.capital_contribution(share, [hardware[y] for y in years])
    bound("contribution of hardware", max(abs(a - b) for a, b in zip(got, known["contribution_log_points"])), 1e-14)

    known = METHODS["double_deflation"]
    inputs = [known[k] for k in ("O", "pO", "M", "pM")]
    double = smartkpi.SKPI_ECONOMY_DEFLATION_DOUBLE
    for form, name in ((double, "real_va_double"),
                       (smartkpi.SKPI_ECONOMY_DEFLATION_SINGLE, "real_va_single_pO"),
                       (smartkpi.SKPI_ECONOMY_DEFLATION_TORNQVIST, "tornqvist_real_va_index")):
        close(f"deflation, {name}", zip(economy.double_deflation(*inputs, form).real, known[name]), 1e-12)
    close("deflation, implicit_deflator", zip(economy.double_deflation(*inputs, double).deflator, known["implicit_deflator"]), 1e-12)
    negative = known["negative_case"]
    result, warned = status(lambda: economy.double_deflation(*(negative[k] for k in ("O", "pO", "M", "pM")), double))
    value = float(result.real if isinstance(result.real, float) else result.real[0])
    say(warned == "WNEGATIVE" and abs(value - negative["real_va"]) <= 1e-12, "deflation, negative", f"{value:.6f} {warned}")


def cases_of(name):
    """The rows of each case of a file: those of its industries, and the total."""
    found = {}
    for row in table("digital", name):
        found.setdefault(row["case"], []).append(row)
    return {case: (rows[:-1], rows[-1]) for case, rows in found.items() if rows[-1]["industry"] == "TOTAL"}


def compare(name, got, rows, total, columns):
    """Compares columns of results, and their sums, with a file in which empty cells are NaN."""
    pairs = []
    for ours, theirs in columns.items():
        values = [float(v) for v in getattr(got, ours)]
        pairs += [(v, float(row[theirs])) if row[theirs] else (float(v == v), 0.0) for v, row in zip(values, rows)]
        pairs.append((sum(v for v in values if v == v), float(total[theirs])))
    scale = max(1.0, max(abs(b) for _, b in pairs))
    close(name, pairs, 1e-12, scale)


def splits():
    for case, (rows, total) in cases_of("shift_share.csv").items():
        inputs = [[float(r[c]) for r in rows] for c in ("e0", "e1", "E0", "E1")]
        compare(f"shift-share, {case}", economy.shift_share(*inputs), rows, total,
                dict(national="national", mix="mix", local="regional", competitive="competitive", allocation="allocation"))
    for case, (rows, total) in cases_of("within_between.csv").items():
        inputs = [[float(r[c]) for r in rows] for c in ("va0", "va1", "d0", "d1")]
        compare(f"within and between, {case}", economy.within_between(*inputs, smartkpi.SKPI_ECONOMY_SPLIT_MIDPOINT), rows, total,
                dict(change="change", within="within", between="between"))
        base = economy.within_between(*inputs, smartkpi.SKPI_ECONOMY_SPLIT_BASE_YEAR)
        compare(f"within and between, {case}, base year", base, rows, total,
                dict(change="change", within="within0", between="between0", interaction="interaction"))


profiles()
stocks()
prices()
splits()
finish("economy_capital")
