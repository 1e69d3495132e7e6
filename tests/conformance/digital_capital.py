#!/usr/bin/env python3
"""Conformance of digital: capital, prices and change; known answers in $SMARTKPI_CASES/digital (SciPy, mpmath).

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json

from cases import bound, close, finish, path, say, smartkpi, status, table
from smartkpi import digital

PROFILES = {"simple": smartkpi.SKPI_DIGITAL_PROFILE_SURVIVAL, "cohort": smartkpi.SKPI_DIGITAL_PROFILE_COHORT}
GEOMETRIC = smartkpi.SKPI_DIGITAL_PROFILE_GEOMETRIC
with open(path("digital", "methods.json"), encoding="utf-8") as f:
    METHODS = json.load(f)


def profiles():
    for asset, known in METHODS["age_efficiency"].items():
        for form, profile in PROFILES.items():
            got = digital.age_efficiency(len(known[form]), known["mean_life"], known["beta"], profile=profile)
            bound(f"age efficiency, {asset}, {form}", max(abs(a - b) for a, b in zip(got, known[form])), 1e-10)
        rate = 1 - digital.age_efficiency(2, known["mean_life"], profile=GEOMETRIC)[1]
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
    got = digital.capital(hardware, 7)
    close("stock of hardware, cohort", zip(got.stock, known["K_hw_cohort"]), 1e-10)
    say(got.complete == 2023, "stock of hardware, a lower bound for 14 years", f"complete from {got.complete}")
    fall, rise = got.life_low[-1] / got.stock[-1] - 1, got.life_high[-1] / got.stock[-1] - 1
    say(f"{100 * fall:.0f} {100 * rise:+.0f}" == "-25 +24", "stock of hardware 2023, a life of 5 or 9",
        f"{100 * fall:.1f} %, {100 * rise:+.1f} %")
    close("stock of software, cohort", zip(digital.capital(software, 3).stock, known["K_sw_cohort"]), 1e-10)
    close("stock of hardware, simple", zip(digital.capital(hardware, 7, profile=PROFILES["simple"]).stock,
                                           known["K_hw_simple"]), 1e-10)
    close("stock of hardware, geometric", zip(digital.capital(hardware, 2 / .315, profile=GEOMETRIC).stock,
                                              known["K_hw_geometric_delta_0_315"]), 1e-10)
    wanted = METHODS["pim_sensitivity_2023"]
    found = {}
    for beta in (0.0, .5, .8):  # each life as the life itself and as a spread around 7
        one = digital.capital(hardware, 7, beta)
        found |= {f"T5.0_b{beta}": one.life_low[-1], f"T7.0_b{beta}": one.stock[-1], f"T9.0_b{beta}": one.life_high[-1]}
    close("sensitivity 2023", ((found[k], v) for k, v in wanted.items()), 1e-10)
    again = {f"T{life}_b{beta}": digital.capital(hardware, life, beta).stock[-1]
             for life in (5.0, 7.0, 9.0) for beta in (0.0, .5, .8)}
    close("sensitivity 2023, life itself", ((again[k], v) for k, v in wanted.items()), 1e-10)
    nominal = smartkpi.Table(years, known["I_hw_real_musd2017"], smartkpi.Basis(prices=smartkpi.SKPI_BASIS_CURRENT_PRICES))
    say(status(lambda: digital.capital(nominal, 7))[1] == "EDEFMIX", "stock of nominal investment", "EDEFMIX")


profiles()
stocks()
finish("digital_capital")
