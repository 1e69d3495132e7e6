#!/usr/bin/env python3
"""Conformance of index, tables without a tree: figures, correlations, weights, decisions; known answers in
$SMARTKPI_CASES/index (COINr 1.1.14, pymcdm and independent replays of them).


Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json
import math


from asem import NONE, Asem, number, worst
from cases import bound, close, finish, groups, path, say, status, table
from smartkpi import index


BAR = 1e-12  # of the larger of a value and the largest of its column: index.md, bars
A = Asem()


def matrix(rows, columns):
    return [[number(row[c]) for c in columns] for row in rows]


def same(name, got, expected, bar=BAR):
    most, count = worst(got, expected)
    say(count > 0 and most <= bar, name, f"{count} values, worst {most:.2g}, bar {bar:g}")


def call(function, *arguments, **options):
    return status(lambda: function(*arguments, **options))


def figures():
    got = call(index.describe, A.values("coinr", "asem_raw.csv"))[0]
    rows = {row["iCode"]: row for row in table("index", "coinr", "asem_stats_raw.csv")}
    for column, mine in (("Min", got.low), ("Max", got.high), ("Mean", got.mean), ("Median", got.median),
                         ("Std", got.sd), ("Skew", got.skewness), ("Kurt", got.kurtosis)):
        close(f"figures, {column}", zip(mine, (float(rows[c][column]) for c in A.columns)), BAR)
    for column, mine in (("N.Avail", got.present), ("N.NonZero", got.nonzero), ("N.Unique", got.distinct),
                         ("N.Same", got.most_same)):
        say(list(mine) == [int(float(rows[c][column])) for c in A.columns], f"figures, {column}", f"{len(mine)} counts")


def structures():
    norm = A.values("coinr", "asem_norm_minmax_0_100.csv")
    for method in ("pearson", "spearman", "kendall"):
        got = index.structure(norm, method)
        expected = {row["iCode"]: row for row in table("index", "coinr", f"asem_corr_normalised_{method}.csv")}
        same(f"correlations, {method}", got.correlation, [[float(expected[c][k]) for k in A.columns] for c in A.columns])
    raw, pairwise = call(index.structure, A.values("coinr", "asem_raw.csv"), "pearson")[0], {}
    for row in table("index", "coinr", "asem_corr_raw_pairwise_pearson.csv"):
        pairwise[row["iCode"]] = row
    same("correlations of the raw values, in pairs", raw.correlation,
         [[float(pairwise[c][k]) for k in A.columns] for c in A.columns])
    alphas()
    components("L1", "asem_treated.csv", "asem_pca_eigen_L1_treated.csv", "asem_pca_weights_L1_treated.csv", 1)
    components("L2", "asem_aggregated_amean.csv", "asem_pca_eigen_L2.csv", "asem_pca_weights_L2.csv", 2)


def children(group, level):
    return [r["iCode"] for r in A.meta if int(r["Level"]) == level and r["Parent"] == group]


def alphas():
    tables = {"Raw": "asem_raw.csv", "Normalised": "asem_norm_minmax_0_100.csv", "Aggregated": "asem_aggregated_amean.csv"}
    got, expected = [], []
    for row in table("index", "coinr", "asem_cronbach.csv"):
        level = int(row["level"])
        codes = ([r["iCode"] for r in A.meta if int(r["Level"]) == level] if row["group"] == "all"
                 else children(row["group"], level))
        value = A.values("coinr", tables[row["dset"]], columns=codes)
        got.append(call(index.structure, value, "pearson")[0].alpha)
        expected.append(float(row["alpha"]))
    close("Cronbach's alpha", zip(got, expected), BAR)


def components(name, file, eigen, weights, level):
    loadings = {row["iCode"]: float(row["Weight"]) for row in table("index", "coinr", weights)}
    values, shares, vectors, sums = [], [], [], 0.0
    for group, rows in groups(table("index", "coinr", eigen), "group").items():
        codes = children(group, level)
        got = call(index.structure, A.values("coinr", file, columns=codes), "pearson")[0]
        values += zip(got.eigenvalue, (float(r["eigen"]) for r in rows))
        shares += zip(got.share, (float(r["share"]) for r in rows))
        first = [loadings[c] for c in codes]
        sign = 1 if sum(first) >= 0 else -1  # the signs of the file are R's
        vectors += zip(got.loading[0], (sign * v for v in first))
        sums = min([sums] + [sum(row) for row in got.loading])
    close(f"components, variances, {name}", values, 1e-10)
    close(f"components, fractions, {name}", shares, 1e-10)
    close(f"components, first loadings, {name}", vectors, 1e-10, 1)
    say(sums > -1e-12, f"components, sums of loadings, {name}", f"least {sums:.2g}")


def ranks(rows, column):
    return [int(row[column]) for row in rows]


def decisions():
    for case in ("cities12x5", "doc5x4", "ties6x3"):
        rows, parameters = (table("index", "mcdm", f"{case}_{what}.csv") for what in ("matrix", "params"))
        value = matrix(rows, [f"c{j}" for j in range(len(parameters))])
        given, direction = [float(p["weight"]) for p in parameters], [int(p["direction"]) for p in parameters]
        known = table("index", "mcdm", f"{case}_weights.csv")
        for method, column in (("entropy", "entropy_w_minmax"), ("entropy_raw", "entropy_w_raw"),
                               ("critic", "critic_w_directed"), ("deviation", "std_w_minmax")):
            close(f"weights, {method}, {case}", zip(index.weight(value, method, direction=direction),
                                                    (float(row[column]) for row in known)), BAR)
        expected = table("index", "mcdm", f"{case}_topsis_vikor_prom.csv")


        def column(name, rows=expected):
            return [float(row[name]) for row in rows]


        def met(name, got, columns, rank, rows=expected):
            for mine, file in zip((got.score, got.first, got.second), columns):
                if file:
                    close(f"{name}, {file}, {case}", zip(mine, column(file, rows)), BAR, 1)
            if rank:
                say(list(got.rank) == ranks(rows, rank), f"{name}, {rank}, {case}", f"{len(rows)} ranks")


        def decide(method, weight=given, **options):
            return index.decide(value, method, weight=weight, direction=direction, **options)


        met("TOPSIS", decide("topsis"), ("topsis_vector_classic", "d_plus", "d_minus"), "rank_topsis_classic")
        met("TOPSIS", decide("topsis", scale="minmax"), ("topsis_pymcdm_minmax", "", ""), "")
        met("VIKOR", decide("vikor"), ("vikor_Q_v0.5", "vikor_S", "vikor_R"), "rank_vikor")
        met("PROMETHEE", decide("promethee"), ("promethee2_usual_net", "", ""), "rank_prom")
        chinese = table("index", "mcdm", f"{case}_entropy_topsis_cn.csv")
        weights = index.weight(value, "entropy", direction=direction)
        met("TOPSIS by entropy", decide("topsis", weights, scale="minmax"), ("closeness", "d_plus", "d_minus"), "rank",
            chinese)
        ranges = [max(c) - min(c) for c in zip(*value)]
        linear = decide("promethee", indifference=[.1 * r for r in ranges], preference=[.6 * r for r in ranges])
        met("PROMETHEE, linear", linear, ("net_flow", "", ""), "",
            table("index", "mcdm", f"{case}_promethee_vshape2.csv"))


def copeland():
    codes = children("Physical", 1)
    norm = A.values("coinr", "asem_norm_minmax_1_100.csv", columns=codes)
    got = index.decide(norm, "copeland")
    rows = {row["uCode"]: row for row in table("index", "coinr", "asem_outrank_physical_norm1.csv")}
    pairs = [(got.pair[i][j], float(rows[a][b])) for i, a in enumerate(A.units) for j, b in enumerate(A.units) if i != j]
    close("outranking matrix", pairs, BAR, 1)
    words = path("index", "coinr", "asem_outrank_summary.txt").read_text(encoding="utf-8").split()
    dominates = sum(a == 1 for a, _ in pairs)
    n = len(A.units)
    say(dominates == int(words[1]) and abs(dominates / (n * (n - 1) / 2) - float(words[3])) < 1e-7,
        "pairs of which one dominates", f"{dominates}")
    mirrored = max(abs(got.pair[i][j] + got.pair[j][i] - 1) for i in range(n) for j in range(n))
    bound("outranking matrix, opposite cells", mirrored, BAR)


def hierarchy():
    summary = {row["case"]: row for row in table("index", "mcdm", "ahp_summary.csv")}
    for case, rows in groups(table("index", "mcdm", "ahp_weights.csv")).items():
        m = len(rows)
        got = index.pairwise([[[float(row[f"a{j}"]) for j in range(m)] for row in rows]])
        close(f"AHP, weights, {case}", zip(got.weight[0], (float(r["w_eigen"]) for r in rows)), 1e-10)
        close(f"AHP, geometric means, {case}", zip(got.geometric[0], (float(r["w_geomean"]) for r in rows)), 1e-10)
        known = summary[case]
        close(f"AHP, consistency, {case}",
              [(got.eigenvalue[0], float(known["lambda_max"])), (got.consistency_index[0], float(known["CI"])),
               (got.consistency_ratio[0], float(known["CR_RI_saaty"]))], 1e-10, 1)


def balanced():
    rows = table("index", "reports", "balanced_weights.csv")
    profiles = {row["uCode"]: row for row in table("index", "peers", "profiles_8pillars.csv")}
    pillars = [row["pillar"] for row in rows]
    value = [[float(row[p]) for p in pillars] for row in profiles.values()]
    for suffix in ("", "2"):
        importance = [float(row[f"importance{suffix}"]) for row in rows]
        got = index.weight(value, "balanced", importance=importance)
        close(f"balanced weights{suffix}", zip(got, (float(r[f"weight{suffix}"]) for r in rows)), 1e-9, 1)
        close(f"balanced correlations{suffix}", zip(with_index(value, got),
                                                    (float(r[f"correlation{suffix}"]) for r in rows)), 1e-9)
    say(abs(min(with_index(value, index.weight(value, "balanced"))) - .42359) < 5e-6, "least correlation, balanced")
    say(abs(min(with_index(value, [1 / 8] * 8)) - .0698) < 5e-5, "least correlation, equal weights")


def with_index(value, weight):
    """Correlations of the columns with their weighted z-scores."""
    found = index.describe(value)
    z = [[(x - m) / s for x, m, s in zip(row, found.mean, found.sd)] for row in value]
    whole = [sum(w * x for w, x in zip(weight, row)) for row in z]
    return index.structure([[*row, y] for row, y in zip(z, whole)], "pearson").correlation[-1][:-1]


def benefit():
    rows = table("index", "bod", "bod_input.csv")
    codes = [c for c in rows[0] if c != "uCode"]
    value = matrix(rows, codes)
    known = {row["uCode"]: row for row in table("index", "bod", "bod_scores.csv")}
    file = {row["uCode"]: row for row in table("index", "bod", "bod_weights_share_5_30.csv")}
    for column, options in (("bod", {}), ("bod_share_5_30", {"share_low": [.05] * 8, "share_high": [.3] * 8})):
        got = index.benefit(value, **options)
        close(f"benefit of the doubt, {column}", zip(got.score, (float(known[r["uCode"]][column]) for r in rows)), 1e-9)
        feasible("own weights", value, got.weight, got.score, options)
    printed = [[float(file[r["uCode"]][f"X{j + 1}"]) for j in range(8)] for r in rows]
    feasible("weights of the file", value, printed, [float(known[r["uCode"]]["bod_share_5_30"]) for r in rows],
             options, 1e-9)


def feasible(name, value, weight, score, options, bar=BAR):
    most = 0.0
    for y, w, own in zip(value, weight, score):
        parts = [a * b for a, b in zip(w, y)]
        most = max(most, abs(sum(parts) - own), -min(w), *(sum(a * b for a, b in zip(w, x)) - 1 for x in value))
        if options:
            most = max(most, *(.05 * own - p for p in parts), *(p - .3 * own for p in parts))
    bound(f"benefit of the doubt, {name} meet all rows", most, bar)


def reports():
    """Inputs after public reports on programs for composite indices, right values by other means."""
    with open(path("index", "reports", "index_reports.json"), encoding="utf-8") as f:
        known = {case["name"]: (case["input"], case["expect"]) for case in json.load(f)["cases"]}
    for name in ("ahp_three", "ahp_index_divides_by_m_less_1", "ahp_twelve"):
        given, expected = known[name]
        a = given.get("matrix") or [[(i + 1) / (j + 1) for j in range(12)] for i in range(12)]
        got = index.pairwise([a])
        close(name, [*zip(got.weight[0], expected["weight"]), (got.eigenvalue[0], expected["eigenvalue"])], 1e-12)
        ratio = expected["ratio"]
        say(math.isnan(got.consistency_ratio[0]) if ratio is None else abs(got.consistency_ratio[0] - ratio) < 1e-12,
            f"{name}, ratio", f"{got.consistency_ratio[0]:.12g}")
        say(abs(got.consistency_index[0] - expected["index"]) < 1e-12, f"{name}, index")
    given, expected = known["promethee_weights_and_minimise"]
    flows(given["value"], given["weight"], given["direction"], expected)
    flows(given["value"], [.2, .3, .5], given["direction"], expected)
    flows([[a, -b, c] for a, b, c in given["value"]], given["weight"], [1, 1, 1], expected)
    given, expected = known["vikor_zero_weight_and_constant"]
    got = index.decide(given["value"], "vikor", weight=given["weight"], direction=given["direction"])
    say([list(got.first), list(got.second), list(got.score), list(got.rank)]
        == [expected[k] for k in ("first", "second", "score", "rank")], "vikor_zero_weight_and_constant")


def flows(value, weight, direction, expected):
    got = index.decide(value, "promethee", weight=weight, direction=direction)
    close("promethee_weights_and_minimise", [pair for name in ("score", "first", "second")
                                             for pair in zip(getattr(got, name), expected[name])], BAR, 1)


figures()
structures()
decisions()
copeland()
hierarchy()
balanced()
benefit()
reports()
finish("index, tables without a tree")
