#!/usr/bin/env python3
"""Conformance of the example index_rank: its columns against the tables of $SMARTKPI_CASES/index/coinr.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import csv
import os
import subprocess
import tempfile
from pathlib import Path

from asem import Asem, number
from cases import SOURCE, bound, finish, path, say, table

A = Asem()
PROGRAM = Path(os.environ.get("BUILDDIR") or SOURCE / "build", "examples", "index_rank")
FILES = [path("index", "coinr", "asem_raw.csv"), path("index", "coinr", "asem_meta.csv")]
CHAIN = ["--denominate", "--impute", "group-mean=EurAsia_group"]
ABOVE = [c for c in A.codes if c not in A.columns]


def run(*options):
    done = subprocess.run([PROGRAM, *map(str, options), *FILES], capture_output=True, text=True)
    if done.returncode:
        say(False, f"index_rank {' '.join(map(str, options))}", done.stderr.strip())
        return []
    return list(csv.DictReader(done.stdout.splitlines()))


def scores(name, file, *options):
    expected = A.values("coinr", file, columns=ABOVE)
    got = {(r["unit"], r["node"]): number(r["score"]) for r in run(*options)}
    pairs = [(got.get((u, c), float("inf")), row[j]) for u, row in zip(A.units, expected) for j, c in enumerate(ABOVE)]
    missing = all((a != a) == (b != b) for a, b in pairs)
    scale = max(abs(b) for _, b in pairs if b == b)
    most = max(abs(a - b) for a, b in pairs if b == b)
    say(missing, f"{name}, what is missing", f"{len(pairs)} scores")
    bound(name, most / scale, 1e-12)


with tempfile.TemporaryDirectory() as folder:
    scores("arithmetic means", "asem_aggregated_amean.csv", *CHAIN, "--treatment-log", Path(folder, "log.csv"))
    with open(Path(folder, "log.csv"), newline="") as f:
        found = {(r["indicator"], r["unit"], r["treatment"]) for r in csv.DictReader(f)}
    known = {(r["iCode"], r["uCode"], r["treatment"]) for r in table("index", "coinr", "asem_treat_log.csv")}
    say(found == known, "treatment log", f"{len(found)} of {len(known)} cells")
for method in ("gmean", "hmean"):
    scores(f"{method}, range 1 to 100", f"asem_agg_{method}_norm1.csv", *CHAIN, "--range", "1,100", "--aggregate", method)
scores("a list of means", "asem_agg_gmean_norm1.csv", *CHAIN, "--range", "1,100", "--aggregate", "gmean,gmean,gmean")
scores("z-scores", "asem_agg_amean_zscore.csv", *CHAIN, "--normalise", "zscore")
scores("ranks", "asem_agg_amean_rank.csv", *CHAIN, "--normalise", "rank")
scores("without imputation", "asem_noimpute_agg_amean.csv")
scores("at least 90 % present", "asem_noimpute_agg_amean_thresh090.csv", "--min-share", ".9")
finish("index_rank")
