#!/usr/bin/env python3
"""Conformance of the examples carbon_path and carbon_quota with the tables of $SMARTKPI_CASES/carbon.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import csv
import os
import subprocess
import tempfile
from pathlib import Path

from cases import SOURCE, close, finish, renamed, say, table

EXAMPLES = Path(os.environ.get("BUILDDIR") or SOURCE / "build", "examples")
PATH = {"E0": "e0", "E_peak": "e_peak", "plateau_yr": "plateau_years", "t_netzero": "t_net_zero"}
QUOTA = {"f0": "e0", "r": "growth", "quota": "budget", "horizon_yr": "horizon_years"}


def run(program, *arguments):
    done = subprocess.run([EXAMPLES / program, *arguments], capture_output=True, text=True)
    say(done.returncode == 0, f"{program} runs", done.stderr.strip())
    return list(csv.DictReader(done.stdout.splitlines()))


def met(name, found, expected, columns, unmet):
    """The columns of the program, {its name: the table's name}; unmet is the status of a row that says infeasible."""
    first = next(iter(columns.values()))
    pairs = []
    for got, want in zip(found, expected, strict=True):
        if want[first] == "infeasible":
            say(got["status"] in unmet and got[next(iter(columns))] == "", f"{name} {want['case']}", got["status"])
        else:
            pairs += [(float(got[ours]), float(want[theirs])) for ours, theirs in columns.items()]
    close(name, pairs, 1e-12)


with tempfile.TemporaryDirectory() as folder:
    cases = renamed(folder, PATH, "carbon", "peak_decline.csv")
    wanted, found = table("carbon", "peak_decline.csv"), run("carbon_path", cases)
    met("peak_decline", found, wanted, {"power": "p"}, ("SKPI_EINFEASIBLE", "SKPI_ENOTBINDING"))
    for end in ("min", "max"):
        close(f"peak_decline, budget_{end}", [(float(g[f"budget_{end}"]), float(w[f"budget_{end}_exclusive"]))
                                              for g, w in zip(found, wanted, strict=True)], 1e-12)
    series = {(r["case"], r["year"]): float(r["emission"]) for r in run("carbon_path", "--series", cases)}
    wanted = {(r["case"], r["year"]): float(r["E"]) for r in table("carbon", "peak_decline_series.csv")}
    say(series.keys() == wanted.keys(), "peak_decline_series, rows", len(series))
    close("peak_decline_series", [(series.get(at, 1e300), value) for at, value in wanted.items()], 1e-12, scale=100)
    cases = renamed(folder, QUOTA, "carbon", "raupach.csv")
    head, *rows = csv.reader(cases.read_text(encoding="utf-8").splitlines())
    with open(cases, "w", encoding="utf-8", newline="") as f:  # the program refuses a case twice; the table has one for two horizons
        csv.writer(f).writerows([head, *([f"{i} {row[0]}", *row[1:]] for i, row in enumerate(rows))])
    met("raupach", run("carbon_quota", cases), table("carbon", "raupach.csv"),
        {"mitigation": "m", "years_to_peak": "t_peak", "e_peak": "f_peak"}, ("SKPI_ENOTBINDING",))
finish("carbon_programs")
