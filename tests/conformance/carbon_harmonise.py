#!/usr/bin/env python3
"""Harmonisation: aneris' own output where aneris is right, the budget method, keep zero."""
import re

from carbon_known import close, end, groups, refused, say, smartkpi, table
from smartkpi import carbon

METHODS = {"constant_offset": smartkpi.SKPI_CARBON_HARMONISE_METHOD_OFFSET, "constant_ratio": smartkpi.SKPI_CARBON_HARMONISE_METHOD_RATIO,
           "reduce_offset": smartkpi.SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, "reduce_ratio": smartkpi.SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO,
           "linear_interpolate": smartkpi.SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE}


def paths():
    for case, rows in groups(table("aneris_harmonize.csv"), "case"):
        methods = dict(groups(rows, "method"))
        model = methods.pop("model")
        years, values = [int(r["year"]) for r in model], [float(r["value"]) for r in model]
        base, history = int(rows[0]["harmonize_year"]), float(rows[0]["history"])
        for name, want in methods.items():
            kind, year = re.fullmatch(r"(\w+?)(?:_(\d{4}))?", name).groups()

            def one():
                return carbon.harmonise(smartkpi.Table(years, values), history, base, METHODS[kind],
                                        end_year=int(year or 0), past=True)
            if case == "zero_model_base" and "ratio" in kind:  # another program gives 0 here without a warning
                refused(f"{case} {name}", one, "SKPI_EZERODIV")
                continue
            expected = {int(r["year"]): float(r["value"]) for r in want}
            scale = max(map(abs, values + [history]))
            close(f"{case} {name}", ((v, expected[y]) for y, v in zip(years, one().emission)), 1e-12, scale)


def budget():
    for case, rows in groups(table("harmonize_budget.csv"), "case"):
        model = smartkpi.Table([int(r["year"]) for r in rows], [float(r["model"]) for r in rows])
        got = carbon.harmonise(model, float(rows[0]["history_base"]), int(rows[0]["year"]), smartkpi.SKPI_CARBON_HARMONISE_METHOD_BUDGET,
                               budget=float(rows[0]["budget"]))
        close(f"budget {case}", zip(got.emission, (float(r["harmonized"]) for r in rows)), 1e-12, float(rows[0]["history_base"]))


def keep_zero():
    for case, rows in groups(table("keep_zero.csv"), "case"):
        first, y0, history = rows[0], int(float(rows[0]["y0"])), float(rows[0]["history"])
        model = smartkpi.Table([int(float(r["year"])) for r in rows], [float(r["model"]) for r in rows])
        given = float(first["z"]) if first["z_source"] == "given" and first["z"] else 2020 if first["z_source"] == "given" \
            else None

        def one():
            return carbon.harmonise(model, history, y0, smartkpi.SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO, zero_date=given, past=True)
        if first["status"] != "OK":
            refused(f"keep_zero {case}", one, "SKPI_" + first["status"])
            continue
        got = one()
        close(f"keep_zero {case} z", [(got.zero_date, float(first["z"]))], 1e-15)
        close(f"keep_zero {case}", ((v, float(r["harmonized"])) for v, r in zip(got.emission, rows) if r["harmonized"]), 1e-12,
              max(abs(float(r["model"])) for r in rows))
        say(all(v != v for v, r in zip(got.emission, rows) if not r["harmonized"]), f"keep_zero {case} before the base year")
        base = float(first["model"]) if float(first["year"]) == y0 else None
        if base is not None:
            close(f"keep_zero {case} added", [((history - base) * (got.zero_date - y0) / 2, float(first["added"]))], 1e-12)


paths()
budget()
keep_zero()
end("carbon harmonisation")
