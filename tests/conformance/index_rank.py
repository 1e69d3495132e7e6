#!/usr/bin/env python3
"""Conformance of the example index_rank: its columns against the tables of $SMARTKPI_CASES/index/coinr.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import csv
import os
import subprocess
import tempfile
from pathlib import Path

from asem import Asem, apart, number
from cases import SOURCE, bound, finish, renamed, say, table
from smartkpi import index

A = Asem()
PROGRAM = Path(os.environ.get("BUILDDIR") or SOURCE / "build", "examples", "index_rank")
NAMES = {"uCode": "place", "iCode": "node", "wset": "set",
         **{name: name.lower() for name in ("Level", "Direction", "Weight", "Parent", "Type", "Denominator")}}
FOLDER = tempfile.TemporaryDirectory()
FILES = [renamed(FOLDER.name, NAMES, "index", "coinr", name) for name in ("asem_raw.csv", "asem_meta.csv")]
FIGURES = FILES[0].read_text(encoding="utf-8")
CHAIN = ["--denominate", "--impute", "group-mean=EurAsia_group"]
ABOVE = [c for c in A.codes if c not in A.columns]


def run(*options):
    done = subprocess.run([PROGRAM, *map(str, options), *FILES], capture_output=True, text=True)
    if done.returncode:
        say(False, f"index_rank {' '.join(map(str, options))}", done.stderr.strip())
        return []
    return list(csv.DictReader(done.stdout.splitlines()))


def scores(name, file, *options):
    met(name, A.values("coinr", file, columns=ABOVE), *options)


def means(normalised):
    """Equal means of the columns, up to the root: every weight of the tree is 1."""
    found = [dict(zip(A.columns, row)) for row in normalised]
    for node in sorted(A.meta, key=lambda row: int(row["Level"])):
        below = [row["iCode"] for row in A.meta if row["Parent"] == node["iCode"]]
        for row in found if below else ():
            row[node["iCode"]] = sum(row[c] for c in below) / len(below)
    return [[row[c] for c in ABOVE] for row in found]


def met(name, expected, *options):
    got = {(r["place"], r["node"]): number(r["score"]) for r in run(*options)}
    pairs = [(got.get((u, c), float("inf")), row[j]) for u, row in zip(A.units, expected) for j, c in enumerate(ABOVE)]
    missing = all((a != a) == (b != b) for a, b in pairs)
    scale = max(abs(b) for _, b in pairs if b == b)
    most = max(abs(a - b) for a, b in pairs if b == b)
    say(missing, f"{name}, what is missing", f"{len(pairs)} scores")
    bound(name, most / scale, 1e-12)


with tempfile.TemporaryDirectory() as folder:
    scores("arithmetic means", "asem_aggregated_amean.csv", *CHAIN, "--treatment-log", Path(folder, "log.csv"))
    with open(Path(folder, "log.csv"), newline="") as f:
        found = {(r["indicator"], r["place"], r["treatment"]) for r in csv.DictReader(f)}
    known = {(r["iCode"], r["uCode"], r["treatment"]) for r in table("index", "coinr", "asem_treat_log.csv")}
    say(found == known, "treatment log", f"{len(found)} of {len(known)} cells")
    moved = Path(folder, "factors.csv")
    rows = run(*CHAIN, "--uncertainty", "1,1", "--exact", "--weight-sets",
               renamed(folder, NAMES, "index", "coinr_sens", "sens_weight_sets.csv"), "--sensitivity", moved)
    with open(moved, newline="") as f:
        got = [(float(r["first"]), float(r["total"])) for r in csv.DictReader(f)]
    exact = [(float(r["Si_exact"]), float(r["STi_exact"])) for r in table("index", "coinr_sens", "exact_factorial_sobol.csv")]
    bound("exact sensitivities", max(abs(a - b) for one, two in zip(got, exact) for a, b in zip(one, two)), 1e-10)
    nominal = {r["uCode"]: r["Nominal"] for r in table("index", "coinr_sens", "ua100_rankstats.csv")}
    say([r["rank"] for r in rows] == [nominal[r["place"]] for r in rows], "nominal ranks", f"{len(rows)} units")
for method in ("gmean", "hmean"):
    scores(f"{method}, range 1 to 100", f"asem_agg_{method}_norm1.csv", *CHAIN, "--range", "1,100", "--aggregate", method)
scores("a list of means", "asem_agg_gmean_norm1.csv", *CHAIN, "--range", "1,100", "--aggregate", "gmean,gmean,gmean")
scores("z-scores", "asem_agg_amean_zscore.csv", *CHAIN, "--normalise", "zscore")
met("dist2max", means(A.values("coinr", "asem_norm_dist2max.csv")), *CHAIN, "--normalise", "dist2max")
rows = [line.split(",") for line in FIGURES.splitlines()]
cells = apart([[number(cell) if cell[:1].isdigit() else 0. for cell in row] for row in rows])
FILES[0].write_text("\n".join(",".join(repr(x) if x and x != float(cell) else cell for x, cell in zip(*pair))
                              for pair in zip(cells, rows)) + "\n", encoding="utf-8")
scores("ranks", "asem_agg_amean_rank.csv", *CHAIN, "--normalise", "rank")
for name, more in (("prank", ["--range", "0,1"]), ("borda", [])):
    met(name, means(A.values("coinr", f"asem_norm_{name}.csv")), *CHAIN, "--normalise", name, *more)
FILES[0].write_text(FIGURES, encoding="utf-8")
with A.tree() as tree:
    for how in ("mean", "median"):
        filled = index.Data(A.values("coinr", f"asem_imputed_i_{how}.csv"))
        score = tree.compute(filled, treat="winsorise_log").score
        met(f"imputed, {how}", [[row[A.codes.index(c)] for c in ABOVE] for row in score], "--impute", how)
scores("without imputation", "asem_noimpute_agg_amean.csv")
scores("at least 90 % present", "asem_noimpute_agg_amean_thresh090.csv", "--min-share", ".9")
finish("index_rank")
