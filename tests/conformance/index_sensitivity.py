#!/usr/bin/env python3
"""Conformance of index, uncertainty and sensitivity; known answers in $SMARTKPI_CASES/index/coinr_sens (COINr 1.1.14, and
the exact factorial).

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import math
import random
import statistics as stats

from asem import Asem
from cases import bound, finish, say, status, table
from smartkpi import index

BAR = 1e-12
A = Asem()
IMPUTED = A.values("coinr", "asem_imputed_grpmean.csv")
TREATED = A.values("coinr", "asem_treated.csv")
FACTORS = ["treatment", "normalisation", "weights", "aggregation"]
NORMS, MEANS = ["n_minmax", "n_zscore"], ["a_amean", "a_gmean"]


def weight_sets():
    sets = {}
    for row in table("index", "coinr_sens", "sens_weight_sets.csv"):
        sets.setdefault(int(row["wset"]), {})[row["iCode"]] = float(row["Weight"])
    return [[sets[s].get(code, 1.0) for code in A.codes] for s in sorted(sets)]


SETS = weight_sets()
OPTIONS = {"treat": "winsorise_log", "factor": FACTORS, "treatment": [1, 2, 3, 4, 5],
           "normalisation": ["minmax", "zscore"], "range_low": [1, 10], "range_high": [100, 2],
           "weight_set": SETS, "aggregation": ["arithmetic", "geometric"]}


def choices(file):
    return [[int(row["winmax"]) - 1, NORMS.index(row["norm"]), int(row["wset"]) - 1, MEANS.index(row["agg"])]
            for row in table("index", "coinr_sens", file)]


def column(file, name):
    return [float(row[name]) for row in table("index", "coinr_sens", file)]


def by_unit(file):
    return {row["uCode"]: row for row in table("index", "coinr_sens", file)}


def statistics(got, file):
    rows = by_unit(file)
    most = 0
    for i, unit in enumerate(A.units):
        row = rows[unit]
        found = (got.nominal[i], got.mean[i], got.median[i], got.quantile[i][0], got.quantile[i][1])
        for a, name in zip(found, ("Nominal", "Mean", "Median", "Q5", "Q95")):
            most = max(most, abs(a - float(row[name])))
    bound(f"ranks over the runs, {file}", most, 1e-12)


def replay(tree, data):
    chosen = choices("ua100_params.csv")
    got = tree.uncertainty(data, **OPTIONS, n_draws=100, choice=chosen, prob=[.05, .95])
    rows = by_unit("ua100_scores.csv")
    scale = max(abs(v) for row in got.score for v in row)
    most = max(abs(got.score[k][i] - float(rows[u][f"r_{k + 1}"])) for k in range(100) for i, u in enumerate(A.units))
    bound("scores of 100 replicates", most / scale, BAR)
    statistics(got, "ua100_rankstats.csv")
    saltelli = tree.uncertainty(data, **OPTIONS, n_draws=100, mode="saltelli", choice=choices("sa100_params.csv"),
                                prob=[.05, .95])
    bound("shifts of the Sobol sample", max(abs(a - b) for a, b in zip(
        saltelli.shift, column("sa100_y.csv", "mean_abs_rank_shift"))), BAR)
    statistics(saltelli, "sa100_rankstats.csv")
    # centred first-order indices of this sample: index.md 8; total ones as printed
    bound("centred first-order indices of the sample",
          max(abs(a - b) for a, b in zip(saltelli.first, (-.0130, -.0184, .1634, .5857))), 5e-5)
    bound("total indices of the sample",
          max(abs(a - b) for a, b in zip(saltelli.total, column("sa100_sobol.csv", "STi"))), BAR)
    nominal = by_unit("nominal.csv")
    score = tree.compute(data, treat="winsorise_log").score
    root = A.codes.index("Index")
    bound("nominal scores", max(abs(row[root] - float(nominal[u]["Index"])) for row, u in zip(score, A.units)) / 100, BAR)


def exact(tree, data):
    got = tree.uncertainty(data, **OPTIONS, mode="exact", n_runs=2000, prob=[.05, .95])
    bound("shifts of all combinations", max(abs(a - b) for a, b in zip(
        got.shift, column("exact_factorial_y.csv", "mean_abs_rank_shift"))), BAR)
    for name, file in (("first", "Si_exact"), ("total", "STi_exact")):
        bound(f"exact indices, {name}", max(abs(a - b) for a, b in zip(
            getattr(got, name), column("exact_factorial_sobol.csv", file))), 1e-10)
    same = all(list(getattr(got, name)) == list(getattr(got, f"{name}_{end}"))
               for name in ("first", "total") for end in ("low", "high"))
    say(same, "exact intervals are the indices", "4 factors")
    say(sum(got.first) <= 1 and all(f <= t for f, t in zip(got.first, got.total)), "exact indices: properties",
        f"sum of first {sum(got.first):.3f}")
    bad = [i for i in range(len(A.units)) if not math.isnan(got.unit_first[i][0]) and not (
        sum(got.unit_first[i]) <= 1 + 1e-12
        and all(f <= t + 1e-12 for f, t in zip(got.unit_first[i], got.unit_total[i])))]
    say(not bad, "exact indices of units: properties", f"{len(A.units)} units")
    outputs(got)
    return got


def quantile(ordered, prob):
    """Type 7 of Hyndman and Fan."""
    at = prob * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def factorial(y, levels):
    """First and total indices of every combination, the last factor fastest."""
    mean = sum(y) / len(y)
    whole = sum((v - mean) ** 2 for v in y) / len(y)
    first, total = [], []
    for i, n in enumerate(levels):
        by = math.prod(levels[i + 1:])
        own, rest = {}, {}
        for r, v in enumerate(y):
            own.setdefault(r // by % n, []).append(v)
            rest.setdefault((r // by // n, r % by), []).append(v)
        first.append(sum(len(g) * (sum(g) / len(g) - mean) ** 2 for g in own.values()) / len(y) / whole)
        total.append(sum(sum((v - sum(g) / len(g)) ** 2 for v in g) for g in rest.values()) / len(y) / whole)
    return first, total


def outputs(got):
    """All outputs of the exact runs, computed again from their scores alone."""
    runs, units = len(got.score), range(len(A.units))
    rank = [[1 + sum(other > own for other in row) for own in row] for row in got.score]
    order = [sorted(row[i] for row in rank) for i in units]
    far = {"mean": max(abs(got.mean[i] - sum(order[i]) / runs) for i in units),
           "median": max(abs(got.median[i] - stats.median(order[i])) for i in units),
           "quantile": max(abs(got.quantile[i][q] - quantile(order[i], p)) for i in units
                           for q, p in enumerate((.05, .95))),
           "top": max(abs(got.top[i] - sum(r <= 10 for r in order[i]) / runs) for i in units),
           "frequency": max(abs(got.frequency[i][r] - order[i].count(r + 1) / runs) for i in units for r in units),
           "above": max(abs(got.above[i][j] - share) + abs(got.above[j][i] - (1 - share)) for i in units for j in range(i)
                        for share in [sum((row[i] > row[j]) + .5 * (row[i] == row[j]) for row in got.score) / runs]),
           "shift": max(abs(got.shift[r] - sum(abs(a - b) for a, b in zip(rank[r], got.nominal)) / len(A.units))
                        for r in range(runs))}
    for name, most in far.items():
        bound(f"exact {name}, from the scores", most, BAR)
    moved = [(i, factorial([row[i] for row in rank], (5, 2, 100, 2))) for i in units if order[i][0] < order[i][-1]]
    most = max(abs(a - b) for i, (first, total) in moved
               for a, b in zip([*got.unit_first[i], *got.unit_total[i]], first + total))
    bound(f"exact indices of {len(moved)} units, from the scores", most, 1e-10)
    still = [i for i in units if order[i][0] == order[i][-1]]
    say(all(math.isnan(v) for i in still for v in got.unit_first[i]), "units whose ranks never move", f"{len(still)}")


def spread(known, i):
    """Standard deviation of a unit's rank over all combinations."""
    return math.sqrt(sum(share * (r + 1 - known.mean[i]) ** 2 for r, share in enumerate(known.frequency[i])))


def against(tree, data, known):
    """Saltelli's scheme on scrambled Sobol points, seeds 1 to 100, every output against the exact factorial."""
    first, total, covered_first, covered_total = 0, 0, [0] * 4, [0] * 4
    # a rank that moves in few of the combinations has indices that no sample of this size finds
    moving = [i for i in range(len(A.units)) if spread(known, i) >= .5]
    far = {name: 0 for name in ("mean", "median", "quantile", "top", "above", "frequency", "unit")}
    for seed in range(1, 101):
        got = tree.uncertainty(data, **OPTIONS, mode="saltelli", n_draws=1024, seed=seed, prob=[.05, .95], threads=2)
        first = max([first] + [abs(a - b) for a, b in zip(got.first, known.first)])
        total = max([total] + [abs(a - b) for a, b in zip(got.total, known.total)])
        for i in range(4):
            covered_first[i] += got.first_low[i] <= known.first[i] <= got.first_high[i]
            covered_total[i] += got.total_low[i] <= known.total[i] <= got.total_high[i]
        if seed > 10:
            continue
        for name in ("mean", "median", "top"):
            far[name] = max([far[name]] + [abs(a - b) for a, b in zip(getattr(got, name), getattr(known, name))])
        for name in ("above", "frequency", "quantile"):
            far[name] = max([far[name]] + [abs(a - b) for one, two in zip(getattr(got, name), getattr(known, name))
                                           for a, b in zip(one, two)])
        for name in ("unit_first", "unit_total"):
            far["unit"] = max([far["unit"]] + [abs(a - b) for i in moving for a, b in
                                               zip(getattr(got, name)[i], getattr(known, name)[i])])
    bound("first-order indices, 100 seeds", first, .04)
    bound("total indices, 100 seeds", total, .027)
    say(min(covered_first) >= 85, "90 % intervals of first-order indices", f"cover in {covered_first} of 100 seeds")
    say(min(covered_total) >= 85, "90 % intervals of total indices", f"cover in {covered_total} of 100 seeds")
    # 2,048 draws: a share is within .05 in 4 standard errors of plain draws, a mean rank (sd up to 4) within .3, a
    # quantile within the two ranks that lie next to it
    for name, bar in (("mean", .3), ("median", 1), ("quantile", 2), ("top", .05), ("above", .05), ("frequency", .05)):
        bound(f"{name} over 10 seeds", far[name], bar)
    bound(f"indices of {len(moving)} units over 10 seeds", far["unit"], .15)


def errors(tree):
    """Errors of .3 of the standard deviation of each column: do 90 % intervals cover the true ranks?"""
    lottery, simulations, hits = random.Random(20260101), 200, 0
    error = [[.3 * stats.stdev(column_) for column_ in zip(*TREATED)]] * len(TREATED)
    true = [row[-1] for row in tree.compute(index.Data(TREATED)).rank]
    for k in range(simulations):
        seen = [[x + lottery.gauss(0, e) for x, e in zip(*rows)] for rows in zip(TREATED, error)]
        got = tree.uncertainty(index.Data(seen), factor=["errors"], error=error, n_draws=500, seed=k, prob=[.05, .95],
                               threads=2)
        hits += sum(low <= r <= high for r, (low, high) in zip(true, got.quantile))
    share = hits / simulations / len(true)
    say(.90 <= share <= .98, "90 % rank intervals under data errors", f"cover the true rank in {100 * share:.1f} %")


with A.tree() as TREE:
    DATA = index.Data(IMPUTED)
    replay(TREE, DATA)
    against(TREE, DATA, exact(TREE, DATA))
    errors(TREE)
    say(status(lambda: TREE.uncertainty(DATA, **OPTIONS, mode="exact", n_runs=1999))[1] == "EINVAL",
        "a wrong number of runs", "EINVAL")
finish("index sensitivity")
