#!/usr/bin/env python3
"""Conformance of index, the pipeline from raw values to ranks; known answers in $SMARTKPI_CASES/index (COINr 1.1.14).

Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json
import math

from asem import Asem, NONE, apart, number, worst
from cases import finish, path, say, smartkpi, status, table
from smartkpi import index

BAR = 1e-12  # of the larger of a value and the largest of its column: index.md, bars
A = Asem()
TREATED = A.values("coinr", "asem_treated.csv")
APART = apart(TREATED)
BITS = {"winhi": smartkpi.SKPI_INDEX_CHANGE_FLAG_LOWERED, "winlo": smartkpi.SKPI_INDEX_CHANGE_FLAG_RAISED,
        "log": smartkpi.SKPI_INDEX_CHANGE_FLAG_LOGGED}


def same(name, got, expected, columns=None):
    most, count = worst(got, expected, columns)
    say(count > 0 and most <= BAR, name, f"{count} values, worst {most:.2g}, bar {BAR:g}")


def compute(tree, value, denominator=None, group=None, **options):
    data = index.Data(value, denominator, group=group)
    return status(lambda: tree.compute(data, **options))[0]


def treated(options):
    return APART if options.get("normalise") in ("rank", "percentile") else TREATED


def nodes(found, codes):
    at = [A.codes.index(c) for c in codes]
    return [[row[k] for k in at] for row in found]


def stages():
    with A.tree() as tree:
        raw = A.values("coinr", "asem_raw.csv")
        over, group = A.denominated(raw), A.group("EurAsia_group")
        got = compute(tree, *over, group, impute="group_mean", treat="winsorise_log")
        filled = compute(tree, *over, group, impute="group_mean")
        plain = compute(tree, *over)
        same("denominated", plain.imputed, A.values("coinr", "asem_denominated.csv"))
        same("imputed by group", filled.imputed, A.values("coinr", "asem_imputed_grpmean.csv"))
        same("treated", got.treated, TREATED)
        log("treatment log", got.change, table("index", "coinr", "asem_treat_log.csv"))
        for name, options in (("i_mean", {"impute": "mean"}), ("i_median", {"impute": "median"}),
                              ("rowmean_bypillar", {"impute": "parent_mean"})):
            same(f"imputed, {name}", compute(tree, raw, **options).imputed,
                 A.values("coinr", f"asem_imputed_{name}.csv"))
        by_gdp = compute(tree, raw, group=A.group("GDP_group"), impute="group_median").imputed
        same("imputed, group median", by_gdp, A.values("coinr", "asem_imputed_median_GDPgroup.csv"),
             [j for j, code in enumerate(A.columns) if code != "LPI"])
        bare = compute(tree, raw, treat="winsorise_log")
        same("treated without imputation", bare.treated, A.values("coinr", "asem_raw_treated_noimpute.csv"))
        details("treatment with imputation", got.change, "asem_treat_details.csv")
        details("treatment without imputation", bare.change, "asem_raw_treated_noimpute_details.csv")
        same("scores with missing values", nodes(bare.score, A.columns),
             A.values("coinr", "asem_noimpute_norm_minmax.csv"))
        above = [c for c in A.codes if c not in A.columns]
        same("means of what is present", nodes(bare.score, above),
             A.values("coinr", "asem_noimpute_agg_amean.csv", columns=above))
        most = compute(tree, raw, treat="winsorise_log", min_present=.9)
        same("means where 90 % are present", nodes(most.score, above),
             A.values("coinr", "asem_noimpute_agg_amean_thresh090.csv", columns=above))


def log(name, change, rows):
    expected = {(row["iCode"], row["uCode"]): BITS[row["treatment"]] for row in rows}
    found = {(c, u): change[i][j] & ~smartkpi.SKPI_INDEX_CHANGE_FLAG_IMPUTED for i, u in enumerate(A.units)
             for j, c in enumerate(A.columns) if change[i][j] & ~smartkpi.SKPI_INDEX_CHANGE_FLAG_IMPUTED}
    say(found == expected, name, f"{len(found)} cells of {len(expected)}")


def details(name, change, file):
    """Moved values of each column, and the columns in logarithms."""
    moved = BITS["winhi"] | BITS["winlo"]
    wrong, rows = [], table("index", "coinr", file)
    for row in rows:
        column = [units[A.columns.index(row["iCode"])] for units in change]
        logged = any(bits & BITS["log"] for bits in column)
        # the peer counts the moved values of a column that it then puts into logarithms
        count = sum(bool(bits & moved) for bits in column)
        expected = int(number(row["winsorise.nwin"])) if row["winsorise.nwin"] else 0
        fails = row.get("check_SkewKurt1.Pass") == "FALSE"
        if logged != fails or (not logged and count != expected):
            wrong.append((row["iCode"], count, expected, logged))
    say(not wrong, name, f"{len(rows)} columns {wrong}")


def normalisations():
    reference = A.units.index("BGR")
    targets = [number(row["Target"]) for row in A.meta]
    at = [TREATED[reference][A.columns.index(c)] if c in A.columns else NONE for c in A.codes]
    low, high = [0.0] * len(A.codes), [50.0] * len(A.codes)
    files = (("minmax_0_100", {}, {}), ("minmax_1_100", {"score_low": 1, "score_high": 100}, {}),
             ("zscore", {"normalise": "zscore"}, {}),
             ("zscore_10_2", {"normalise": "zscore", "score_mean": 10, "score_sd": 2}, {}),
             ("dist2max", {"score_low": 0, "score_high": 1}, {}),
             ("rank_min", {"normalise": "rank"}, {}), ("prank", {"normalise": "percentile", "score_high": 1}, {}),
             ("dist2ref_iref5_cap", {"normalise": "capped", "score_high": 1}, {"target": at}),
             ("dist2targ_iMeta", {"normalise": "target", "score_high": 1}, {"target": targets}))
    for name, options, more in files:
        with A.tree(**more) as tree:
            got = compute(tree, treated(options), **options)
            same(f"normalised, {name}", nodes(got.score, A.columns), A.values("coinr", f"asem_norm_{name}.csv"))
    with A.tree() as tree:
        ranks = nodes(compute(tree, APART, normalise="rank").score, A.columns)
        same("normalised, borda", [[v - 1 for v in row] for row in ranks], A.values("coinr", "asem_norm_borda.csv"))
        spread = compute(tree, APART, normalise="percentile", score_low=0, score_high=len(A.units) - 1)
        same("normalised, borda as a percentile", nodes(spread.score, A.columns),
             A.values("coinr", "asem_norm_borda.csv"))
    posts_low = [a if d > 0 else -b for a, b, d in zip(low, high, A.direction)]  # the peer's posts are those of x directed
    posts_high = [b if d > 0 else -a for a, b, d in zip(low, high, A.direction)]
    with A.tree(post_low=posts_low, post_high=posts_high) as tree:
        got = compute(tree, TREATED, normalise="linear")
        same("normalised, scaled_0_50", nodes(got.score, A.columns), A.values("coinr", "asem_norm_scaled_0_50.csv"))
    up = [j for j, code in enumerate(A.columns)  # the library refuses fractions of negative values
          if A.direction[A.codes.index(code)] > 0 and min(row[j] for row in TREATED) >= 0]
    codes = [A.columns[j] for j in up]
    with index.Tree(codes + ["all"], ["all"] * len(codes) + [""]) as tree:
        got = compute(tree, [[row[j] for j in up] for row in TREATED], normalise="fraction", score_high=1)
        same("normalised, fraction of the largest", [row[:-1] for row in got.score],
             A.values("coinr", "asem_norm_fracmax.csv", columns=codes))


def aggregates():
    above = [c for c in A.codes if c not in A.columns]
    norm1 = {"score_low": 1, "score_high": 100}
    files = (("agg_amean_norm1", norm1), ("agg_gmean_norm1", {**norm1, "aggregate": "geometric"}),
             ("agg_hmean_norm1", {**norm1, "aggregate": "harmonic"}),
             ("agg_genmean_p2_norm1", {**norm1, "aggregate": "power", "power": 2}),
             ("agg_genmean_pm2_norm1", {**norm1, "aggregate": "power", "power": -2}),
             ("agg_amean_rank", {"normalise": "rank"}), ("agg_amean_zscore", {"normalise": "zscore"}),
             ("aggregated_amean", {}))
    with A.tree() as tree:
        for name, options in files:
            got = compute(tree, treated(options), **options)
            expected = A.values("coinr", f"asem_{name}.csv", columns=above)
            same(f"aggregated, {name}", nodes(got.score, above), expected)
            file = {"aggregated_amean": "asem_ranks_amean.csv"}.get(name, f"asem_{name.replace('agg_', 'rank_')}.csv")
            printed = A.values("coinr", file, columns=above)
            say([[float(r) for r in row] for row in index.rank(expected)] == printed, f"ranks of the printed scores, {name}",
                f"{len(printed) * len(above)} ranks")
        shape = tree.shape()
        weights = {row["iCode"]: float(row["EffWeight"]) for row in table("index", "coinr", "asem_eff_weights.csv")}
        got = dict(zip(A.codes, shape.effective))
        most = max(abs(got[c] - w) / w for c, w in weights.items())
        say(most <= BAR, "effective weights", f"{len(weights)} nodes, worst {most:.2g}")
        say([h for h in shape.height] == A.levels, "heights are the levels", f"{len(A.levels)} nodes")
        copeland(compute(tree, TREATED, **norm1), got)


def copeland(norm1, effective):
    """Copeland's rule on parts of the tree, each a tree of its own."""
    rows = {row["uCode"]: row for row in table("index", "coinr", "asem_copeland_norm1.csv")}
    pillars = [c for c, level in zip(A.codes, A.levels) if level == 2]
    for name, codes, weight in (("cop_subindex", ["Conn", "Sust"], None), ("cop_pillars_equal", pillars, None),
                                ("cop_indicators_effw", A.columns, [effective[c] for c in A.columns])):
        values = nodes(norm1.score, codes)
        with index.Tree(codes + ["all"], ["all"] * len(codes) + [""], weight=weight and weight + [1.0]) as tree:
            got = compute(tree, values, normalise="as_is", aggregate="copeland").score
        expected = [float(rows[u][name]) for u in A.units]
        say([row[-1] for row in got] == expected, f"Copeland, {name}", f"{len(expected)} units")


def removed():
    """The index without each pillar in turn: its weight is 0, those of its siblings are divided by their own sum."""
    rows = {row["uCode"]: row for row in table("index", "coinr", "asem_remove_elements_L2_ranks.csv")}
    mad = {row["el"]: float(row["mad"]) for row in table("index", "coinr", "asem_remove_elements_L2_meanabsrank.csv")}
    pillars = [name for name in mad if name != "Nominal"]
    weight = [float(row["Weight"]) for row in A.meta]
    sets = [[0.0 if code == pillar else w for code, w in zip(A.codes, weight)] for pillar in pillars]
    with A.tree() as tree:
        got = tree.uncertainty(index.Data(TREATED), factor=["weights"], weight_set=sets, mode="exact", n_runs=len(sets))
    ranks = {"Nominal": list(got.nominal), **{p: [r[0] for r in index.rank([[s] for s in row])]
                                             for p, row in zip(pillars, got.score)}}
    wrong = [(p, u) for p, found in ranks.items() for u, r in zip(A.units, found) if r != int(rows[u][p])]
    say(not wrong, "ranks without a pillar", f"{len(ranks)} x {len(A.units)} {wrong}")
    most = max(abs(shift - mad[p]) for p, shift in zip(pillars, got.shift))
    say(most <= BAR, "mean shifts without a pillar", f"{len(pillars)} pillars, worst {most:.2g}")


def with_index():
    """Correlations of the indicators with the index."""
    rows = {row["Var2"]: float(row["Correlation"]) for row in table("index", "coinr", "asem_corr_ind_index.csv")}
    norm, root = A.values("coinr", "asem_norm_minmax_0_100.csv"), A.values("coinr", "asem_aggregated_amean.csv",
                                                                         columns=["Index"])
    got = index.structure([own + whole for own, whole in zip(norm, root)], "pearson").correlation[-1][:-1]
    most = max(abs(r - rows[c]) for r, c in zip(got, A.columns))
    say(len(rows) == len(A.columns) and most <= BAR, "correlations with the index", f"{len(rows)}, worst {most:.2g}")


def reports():
    """Inputs after public reports on programs for composite indices, right values by other means."""
    with open(path("index", "reports", "index_reports.json"), encoding="utf-8") as f:
        known = {case["name"]: case for case in json.load(f)["cases"]}

    def told(name):
        return known[name]["input"], known[name]["expect"]

    def column(values, **more):
        return [[NONE if v is None else v] for v in values], more

    def near(name, got, expected):
        pairs = [(a, NONE if b is None else b) for a, b in zip(got, expected)]
        good = all(math.isnan(a) == math.isnan(b) and (math.isnan(b) or abs(a - b) <= 1e-12 * max(1, abs(b)))
                   for a, b in pairs)
        say(good and len(got) == len(expected), name, f"{len(pairs)} values")

    def made(columns_and_nodes):
        code, parent, weight, direction = zip(*columns_and_nodes)
        return index.Tree(list(code), list(parent), weight=list(weight), direction=list(direction))

    given, expected = told("minmax_lower_is_better")
    with index.Tree(["x"], [""], direction=[-1]) as tree:
        got = tree.compute(index.Data(column(given["value"])[0]))
        near("lower is better", [row[0] for row in got.score], expected["score"])
        say([row[0] for row in got.rank] == expected["rank"], "lower is better, ranks", "4 units")

    given, expected = told("direction_of_a_node")
    with made(given["nodes"]) as tree:
        failed = status(lambda: tree.compute(index.Data(given["data"])))
        try:
            tree.compute(index.Data(given["data"]))
            words = ""
        except smartkpi.Error as e:
            words = str(e)
        say(failed[1] == "EINVAL" and '"G"' in words, "direction of a node under a mean", words)
        got, warned = status(lambda: tree.compute(index.Data(given["data"]), aggregate="sum"))
        codes = [n[0] for n in given["nodes"]]
        for node in ("G", "root"):
            near(f"deduction, {node}", [row[codes.index(node)] for row in got.score],
                 expected["sum_with_minmax"][node])
        say(warned == "WNEGATIVE", "deduction below 0", warned)

    given, expected = told("points_and_deduction")
    data = index.Data([[NONE if v is None else v for v in row] for row in given["data"]])
    with made(given["nodes"]) as tree:
        root = [n[0] for n in given["nodes"]].index("root")
        for name, options in (("root_not_rounded", {}), ("root_rounded", {"round": .01})):
            got, warned = status(lambda options=options: tree.compute(data, aggregate="sum", normalise="as_is", **options))
            near(f"points, {name}", [row[root] for row in got.score], expected[name])
            say(set(warned.split()) == {"WMISSING", "WNEGATIVE"}, f"points, {name}, warnings", warned)

    given, expected = told("geometric_mean_of_minmax")
    wide = index.Data([list(row) for row in zip(*given["data"])]) if len(given["data"]) != 3 else index.Data(given["data"])
    with index.Tree(["a", "b", "c", "all"], ["all"] * 3 + [""]) as tree:
        say(status(lambda: tree.compute(wide, aggregate="geometric"))[1] == "EDOM", "geometric mean of 0", "EDOM")
        say(status(lambda: tree.compute(wide, aggregate="geometric", normalise="zscore"))[1] == "EDOM",
            "geometric mean of z-scores", "EDOM")
        near("geometric mean, range 1 to 100", [row[3] for row in tree.compute(
            wide, aggregate="geometric", score_low=1, score_high=100).score], expected["range_1_100"])
        got, warned = status(lambda: tree.compute(wide, aggregate="geometric", floor=1))
        near("geometric mean, floor 1", [row[3] for row in got.score], expected["floor_1_range_0_100"])
        say(warned == "WADJUSTED", "geometric mean, floor 1, warning", warned)

    given, expected = told("two_values_and_constant")
    with index.Tree(["x"], [""]) as tree:
        two = tree.compute(index.Data(column(given["column_two"])[0]), treat="winsorise_log")
        near("two values", [row[0] for row in two.score], expected["two_values"]["minmax"])
        say([row[0] for row in two.change] == expected["two_values"]["change"], "two values are left alone", "20 cells")
        one = index.Data(column(given["column_constant"])[0])
        say(status(lambda: tree.compute(one))[1] == "EDOM", "constant column", "EDOM")
        near("constant column, midpoint", [row[0] for row in tree.compute(one, constant="midpoint").score],
             expected["constant"]["midpoint"])
        got, warned = status(lambda: tree.compute(one, constant="missing"))
        say(all(math.isnan(row[0]) for row in got.score) and warned == "WMISSING", "constant column, missing", warned)

    given, expected = told("group_imputation_alone")
    with index.Tree(["x"], [""]) as tree:
        got, warned = status(lambda: tree.compute(index.Data(column(given["value"])[0], group=given["group"]),
                                                  impute="group_mean"))
        near("groups without a value", [row[0] for row in got.imputed], expected["imputed"])
        say(warned == "WMISSING", "groups without a value, warning", warned)

    given, expected = told("ranks_with_ties")
    for name, values, tie in (("a", "a", 0), ("b_tie_0", "b", 0), ("b_tie_1e_12", "b", 1e-12), ("c", "c", 0), ("d", "d", 0)):
        got = [row[0] for row in index.rank(column(given[values])[0], tie=tie)]
        say(got == [smartkpi.SKPI_NONE if r == "SKPI_NONE" else r for r in expected[name]], f"ranks, {name}", f"{got}")

    given, expected = told("weights_of_missing_children")
    data = index.Data([[NONE if v is None else v for v in row] for row in given["data"]])
    with index.Tree(["a", "b", "c", "all"], ["all"] * 3 + [""], weight=given["weight"] + [1]) as tree:
        for name, options in (("root", {}), ("min_share_half", {"min_present": .5})):
            got = status(lambda options=options: tree.compute(data, normalise="as_is", **options))[0]
            near(f"weights of missing children, {name}", [row[3] for row in got.score], expected[name])


stages()
normalisations()
aggregates()
removed()
with_index()
reports()
finish("index pipeline")
