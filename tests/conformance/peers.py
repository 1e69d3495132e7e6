#!/usr/bin/env python3
"""Conformance of peers; known answers in $SMARTKPI_CASES/index/peers (SciPy, and R 4.2.2 with its package cluster) and
index/reports.

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json
import math

from asem import NONE, number
from cases import finish, path, say, status, table
from smartkpi import peers

BAR, HEIGHTS = 1e-12, 1e-10  # of the largest of the table
PROFILES = table("index", "peers", "profiles_8pillars.csv")
UNITS = [row["uCode"] for row in PROFILES]
VALUE = [[float(v) for k, v in row.items() if k != "uCode"] for row in PROFILES]



def by_unit(name, units):
    rows = {row["uCode"]: row for row in table("index", "peers", name)}
    return [[float(rows[a][b]) for b in units] for a in units]


def near(name, got, expected, bar=BAR):
    """Largest difference in units of the largest figure; NaN meets NaN."""
    pairs = [(a, b) for x, y in zip(got, expected) for a, b in zip(x, y)]
    largest = max(abs(b) for _, b in pairs if not math.isnan(b))
    worst = max(0 if math.isnan(a) and math.isnan(b) else abs(a - b) / largest for a, b in pairs)
    say(worst <= bar and len(pairs) > 0, name, f"{len(pairs)} values, worst {worst:.2g}, bar {bar:g}")


def distances():
    for name, method in (("euclid_zscore", "euclid"), ("manhattan_raw", "manhattan"), ("mahalanobis", "mahalanobis"),
                         ("cosine", "cosine"), ("profile_pearson_z", "correlation")):
        got = peers.distance(VALUE, method=method)
        near(f"distance, {method}", got, by_unit(f"dist_{name}.csv", UNITS))
        say(all(row[i] == 0 and min(row) >= 0 for i, row in enumerate(got)) and
            all(got[i][j] == got[j][i] for i in range(len(got)) for j in range(i)), f"{method} is symmetric",
            "0 on the diagonal, none below 0")


def gower():
    rows = table("index", "peers", "gower_input.csv")
    units, columns = [row["uCode"] for row in rows], [k for k in rows[0] if k != "uCode"]
    groups = sorted({row["EurAsia_group"] for row in rows})
    value = [[float(groups.index(row[k])) if k == "EurAsia_group" else number(row[k]) for k in columns] for row in rows]
    weights = {row["var"]: float(row["weight"]) for row in table("index", "peers", "gower_weights.csv")}
    category = [int(k == "EurAsia_group") for k in columns]
    for name, weight in (("dist_gower.csv", None), ("dist_gower_weighted.csv", [weights[k] for k in columns])):
        got, _ = status(lambda: peers.distance(value, method="gower", category=category, weight=weight))
        near(name[:-4], got, by_unit(name, units))


def groups():
    d = peers.distance(VALUE)
    found = peers.nearest(5, d)
    rows = {row["uCode"]: row for row in table("index", "peers", "knn5_euclid_zscore.csv")}
    say(all([UNITS[k] for k in peer] == [rows[u][f"X{i}"] for i in range(1, 6)] for u, peer in zip(UNITS, found.peer)),
        "five nearest", f"{len(UNITS)} units")
    for k, built, mean in ((3, 2.02237, 2.01267), (5, 1.78394, 1.73207)):
        rows = {row["uCode"]: row for row in table("index", "peers", f"pam_k{k}.csv")}
        got = peers.medoids(k, d)
        say([u for u in UNITS if rows[u]["is_medoid"] == "1"] == [UNITS[i] for i in got.medoid], f"medoids, k = {k}", "")
        say(partition(got.cluster) == partition([rows[u]["cluster"] for u in UNITS]), f"groups, k = {k}", "")
        near(f"silhouettes, k = {k}", [got.silhouette], [[float(rows[u]["sil"]) for u in UNITS]])
        say(abs(got.built - built) < 5e-6 and abs(got.mean - mean) < 5e-6, f"objectives, k = {k}",
            f"{got.built:.6g} {got.mean:.6g}")
    for name in ("single", "complete", "average", "ward.D2"):
        got = peers.hierarchy(d, name.split(".")[0], cut=[4, 6])
        steps = table("index", "peers", f"hclust_{name}.csv")
        near(f"heights, {name}", [got.height], [[float(row["height"]) for row in steps]], HEIGHTS)
        n = len(UNITS)
        joins = [sorted(-int(row[k]) - 1 if int(row[k]) < 0 else n + int(row[k]) - 1 for k in "ab") for row in steps]
        say(joins == [list(pair) for pair in zip(got.first, got.second)], f"joins, {name}", f"{len(joins)} steps")
        rows = {row["uCode"]: row for row in table("index", "peers", f"hclust_cut_{name}.csv")}
        for j, column in enumerate(("k4", "k6")):
            say([c + 1 for c in (row[j] for row in got.cluster)] == [int(rows[u][column]) for u in UNITS],
                f"cut {column}, {name}", "")


def partition(labels):
    first = {}
    return [first.setdefault(label, i) for i, label in enumerate(labels)]


def stability():
    d = peers.distance(VALUE)
    nearest = peers.nearest(5, d).peer
    for name, noise, kept, last in (("anywhere", None, .69, .43), ("within 25 %", .25, .94, None)):
        got = peers.stability(5, VALUE, n_draws=10000, noise=noise, seed=1, threads=2)
        mean = sum(got[i][j] for i, row in enumerate(nearest) for j in row) / (5 * len(nearest))
        fifth = sum(got[i][row[4]] for i, row in enumerate(nearest)) / len(nearest)
        say(abs(mean - kept) <= .015 and (last is None or abs(fifth - last) <= .015), f"stability, weights {name}",
            f"{mean:.3f}, the fifth {fifth:.3f}")
        say(all(abs(sum(row) - 5) < 1e-9 for row in got), f"stability, weights {name}, adds up", "to 5 in every row")


def reports():
    with open(path("index", "reports", "index_reports.json"), encoding="utf-8") as f:
        cases = {case["name"]: case for case in json.load(f)["cases"]}
    ward = cases["ward_five_points"]
    points, right = ward["input"]["points"], ward["expect"]
    d = [[math.dist(a, b) for b in points] for a in points]
    for linkage in ("ward", "average", "complete", "single"):
        got = peers.hierarchy(d, linkage, cut=[])
        near(f"five points, {linkage}", [got.height], [right[f"{linkage}_height"]], HEIGHTS)
        if linkage == "ward":
            say([list(p) for p in zip(got.first, got.second)] == right["ward_first_second"], "five points, joins", "")
    case = cases["gower_missing_constant"]
    value = [[row[0], {"big": 0, "small": 1}[row[1]], NONE if row[2] is None else row[2]]
             for row in case["input"]["value"]]
    constant = [row + [c] for row, c in zip(value, case["input"]["constant_column"])]
    for name, rows, weight in (("plain", value, None), ("with_constant", constant, None),
                               ("weights_2_1_3", value, [2, 1, 3])):
        got, _ = status(lambda: peers.distance(rows, method="gower", weight=weight,
                                               category=[0, 1] + [0] * (len(rows[0]) - 2)))
        near(f"Gower, {name}", [[got[j][i] for i in range(4) for j in range(i + 1, 4)]], [case["expect"][name]])
    alone, warned = status(lambda: peers.distance([[1, NONE], [NONE, 2], [3, 4]], method="gower"))
    say(math.isnan(alone[0][1]) and "WMISSING" in str(warned), "Gower, nothing in common", "NaN, and a warning")


if __name__ == "__main__":
    distances()
    gower()
    groups()
    stability()
    reports()
    finish("peers")
