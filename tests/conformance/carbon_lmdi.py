#!/usr/bin/env python3
"""Decomposition: 13 cases and China year by year, made with 50-digit arithmetic."""
from carbon_known import close, end, groups, say, smartkpi, table
from smartkpi import carbon

FORMS = {"additive": smartkpi.SKPI_CARBON_LMDI_FORM_ADDITIVE, "multiplicative": smartkpi.SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE}


def cases():
    expected = {key: float(r[0]["expected"]) for key, r in groups(table("lmdi_expected.csv"), "case", "form", "factor")}
    for name, rows in groups(table("lmdi_input.csv"), "case"):
        sectors = [sorted(s, key=lambda r: int(r["factor_index"])) for _, s in groups(rows, "sector")]
        base, last = ([[float(r[c]) for r in s] for s in sectors] for c in ("x_base", "x_end"))
        size = 0.0
        for x in base + last:
            v = 1.0
            for f in x:
                v *= f
            size += abs(v)
        bar = 1e-10 if name.startswith("nearly_equal") else 1e-12
        for form, number in FORMS.items():
            got = carbon.lmdi([base], [last], number)
            want = [expected[name, form, r["factor"]] for r in sectors[0]]
            scale = size if form == "additive" else 1.0
            close(f"{name} {form} effects", zip(got.effect[0], want), 1e-12, scale)
            if not any(0.0 in x for x in base + last):  # without zeros the effects themselves can be compared
                close(f"{name} {form} effects, each", zip(got.effect[0], want), bar)
            close(f"{name} {form} total", [(got.total[0], expected[name, form, "total"])], 1e-12, scale)
            close(f"{name} {form} residual", [(got.residual[0], 0)], 1e-12, scale)


def chain():
    years = [r for r in table("kaya_1960_2023.csv") if r["region"] == "China" and int(r["year"]) >= 1990]
    x = carbon.kaya(*([float(r[c]) for r in years] for c in ("P", "G_mer", "E", "F")))
    emission = [float(r["F"]) for r in years]
    rows = table("lmdi_chain_china_1990_2023.csv")
    names = ("pop", "gdp_pc", "energy_int", "carbon_int")
    chained = carbon.lmdi_chain([[list(f)] for f in x], FORMS["additive"])
    steps = carbon.lmdi([[list(f)] for f in x[:-1]], [[list(f)] for f in x[1:]], FORMS["additive"])
    say(len(rows) == len(chained.effect), "chain years", len(rows))
    for k, name in enumerate(names):
        close(f"chain {name}", ((e[k], float(r[f"d_{name}"])) for e, r in zip(steps.effect, rows)), 1e-12, max(emission))
        close(f"chain {name} cumulative", ((e[k], float(r[f"cum_{name}"])) for e, r in zip(chained.effect, rows)), 1e-12,
              max(emission))
    close("chain total", ((t, f - emission[0]) for t, f in zip(chained.total, emission[1:])), 1e-12, max(emission))
    ends = carbon.lmdi([[list(x[0])]], [[list(x[-1])]], FORMS["additive"])
    say(round(ends.effect[0][3]) == -1165 and round(chained.effect[-1][3]) == -1818, "chained and end-point differ",
        f"{chained.effect[-1][3]:.0f} and {ends.effect[0][3]:.0f} Mt")


cases()
chain()
end("carbon lmdi")
