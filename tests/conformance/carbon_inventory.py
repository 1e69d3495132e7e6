#!/usr/bin/env python3
"""Inventory: totals under three reports, and every warming potential against the published tables."""
from carbon_known import close, end, say, smartkpi, table
from smartkpi import carbon

KEYS = {"": smartkpi.SKPI_CARBON_KEY_VALUE, "NE": smartkpi.SKPI_CARBON_KEY_NOT_ESTIMATED, "IE": smartkpi.SKPI_CARBON_KEY_INCLUDED}
SETS = {"AR4": smartkpi.SKPI_CARBON_GWP_AR4_100, "AR5": smartkpi.SKPI_CARBON_GWP_AR5_100, "AR6": smartkpi.SKPI_CARBON_GWP_AR6_100}
COLUMNS = {"AR4GWP100": SETS["AR4"], "AR5GWP100": SETS["AR5"], "AR6GWP100": SETS["AR6"],
           "AR6GWP20": smartkpi.SKPI_CARBON_GWP_AR6_20}

# Where the final report differs from its authors' file, from which the table is: SF6 has another lifetime, and
# HFE-263fb2 stands under another name.
FINAL = {("SF6", "AR6GWP100"): 24300, ("SF6", "AR6GWP20"): 18200,
         ("HFE263fb2", "AR6GWP100"): 2.06, ("HFE263fb2", "AR6GWP20"): 7.43}


def totals():
    rows = [(r, gas) for r in table("gpc_input.csv") for gas in ("CO2", "CH4", "N2O")]
    given = ([r["gpc_ref"] for r, _ in rows], [g for _, g in rows], [float(r[g + "_t"]) for r, g in rows],
             [int(r["scope"]) for r, _ in rows])
    for want in table("gpc_expected.csv"):
        got = carbon.inventory_total(*given, SETS[want["gwp"]], key=[KEYS[r["notation_key"]] for r, _ in rows])
        found = dict(scope1_all=got.scope[0], scope2=got.scope[1], scope3=got.scope[2], territorial=got.territorial,
                     BASIC=got.basic, BASIC_PLUS=got.basic_plus)
        close(f"gpc {want['gwp']}", ((v, float(want[c])) for c, v in found.items()), 1e-12)
        say((got.ne, got.ie, got.basis.gwp) == (3, 3, SETS[want["gwp"]]), f"gpc {want['gwp']} keys and basis")


def potentials():
    rows = table("gwp_all_reports.csv")
    for column, gwp in COLUMNS.items():
        pairs, absent = [], 0
        for r in rows:
            try:
                value = carbon.gas_gwp(r["Species"], gwp)
            except smartkpi.Error as e:
                absent += e.name == "SKPI_ENOTFOUND" and not r[column]
                continue
            pairs.append((value, float(FINAL.get((r["Species"], column), r[column]))))
        say(len(pairs) + absent == len(rows), f"{column} gases", f"{len(pairs)} with a value, {absent} without")
        close(column, pairs, 0)


totals()
potentials()
end("carbon inventory")
