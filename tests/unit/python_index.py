#!/usr/bin/env python3
"""The Python layer of index: trees, choices by name, runs that are counted or listed, errors; with NumPy and without."""
import sys

sys.dont_write_bytecode = True
from python_unit import near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import index  # noqa: E402

CODES, PARENTS = ["income", "air", "index"], ["index", "index", ""]
VALUES = [[90, 20], [60, 65], [20, 95]]
SETS = [[3, 1, 1], [1, 1, 1], [1, 3, 1]]
NONE = float("nan")


def test_tree():
    with index.Tree(CODES, PARENTS, weight=[3, 1, 1]) as tree:
        assert (tree.n_nodes, tree.n_indicators) == (3, 2)
        shape = tree.shape()
        near(shape.effective, [.75, .25, 1.0])
        near(shape.parent, [2, 2, smartkpi.SKPI_NONE])
    refused("SKPI_EDUPLICATE", "code", 1, index.Tree, ["a", "a"], ["", "a"])
    words = str(refused("SKPI_ENOTFOUND", "parent", 0, index.Tree, ["a", "b"], ["c", ""]))
    assert '"c"' in words, words


def test_codes():
    with index.Tree(["air", "whole", "income"], ["whole", "", "whole"], weight=[1, 1, 3]) as tree:
        assert tree.codes == ("air", "whole", "income") and tree.leaf_codes == ("air", "income")
        found = tree.compute(index.Data(VALUES)).by_code()
        shape = tree.shape().by_code()
        one = tree.compute(index.Data([90, 20]), constant="midpoint").by_code()
    assert list(found) == ["air", "whole", "income"]
    near(list(found["air"]["imputed"]), [90.0, 60.0, 20.0])
    near(list(found["income"]["treated"]), [20.0, 65.0, 95.0])
    near(list(found["income"]["score"]), [0.0, 60.0, 100.0])
    near(list(found["whole"]["rank"]), [3, 2, 1])
    assert set(found["whole"]) == {"score", "rank"}
    assert set(found["air"]) == {"score", "rank", "imputed", "treated", "change"}
    near(shape["income"]["effective"], .75)
    assert shape["income"]["column"] == 1 and shape["air"]["parent"] == 1 and shape["whole"]["height"] == 2
    near(one["whole"]["score"], 50.0)
    near(one["income"]["imputed"], 20.0)


def test_scores():
    with index.Tree(CODES, PARENTS, direction=[1, -1, 1]) as tree:
        found, bits = warned(tree.compute, index.Data([[90, 20], [60, NONE], [20, 95]]), impute="mean")
        assert bits == 0
        near(found.imputed, [[90.0, 20.0], [60.0, 57.5], [20.0, 95.0]])
        near(found.change, [[0, 0], [0, smartkpi.SKPI_INDEX_CHANGE_FLAG_IMPUTED], [0, 0]])
        near(found.rank, [[1, 1, 1], [2, 2, 2], [3, 3, 3]])
        _, bits = warned(tree.compute, index.Data([[90, 20], [60, NONE], [20, 95]]))
        assert bits == smartkpi.SKPI_WMISSING
        refused("SKPI_EINCONSISTENT", "data.n_indicators", None, tree.compute, index.Data([[1, 2, 3]]))
        refused("SKPI_EDOM", "data.value", None, tree.compute, index.Data([[1, 2], [1, 3]]))
    near(index.rank([[3.0, 1.0], [3.0, NONE], [5.0, 2.0]]), [[2, 2], [2, smartkpi.SKPI_NONE], [1, 1]])
    near(index.rank([[3.0], [3.25]], tie=.5), [[1], [1]])


def test_uncertainty():
    factors = {"factor": ["weights", "aggregation"], "weight_set": SETS, "aggregation": ["arithmetic", "geometric"],
               "score_low": 1, "score_high": 100}
    with index.Tree(CODES, PARENTS) as tree:
        data = index.Data(VALUES)
        found = tree.uncertainty(data, **factors, mode="exact", top=1)
        near(found.mean, [13 / 6, 4 / 3, 13 / 6])
        near(found.top, [1 / 6, 4 / 6, 1 / 6])
        assert len(found.shift) == 0 and found.quantile is None
        listed = tree.uncertainty(data, **factors, mode="exact", n_runs=6, prob=[.5])
        assert len(listed.shift) == 6 and len(listed.score) == 6
        near([q[0] for q in listed.quantile], list(listed.median))
        chosen = tree.uncertainty(data, **factors, n_draws=2, choice=[[0, 0], [2, 1]])
        near(list(chosen.shift), [listed.shift[0], listed.shift[5]])
        one, two = (tree.uncertainty(data, **factors, mode="saltelli", n_draws=64, seed=5, threads=t) for t in (1, 2))
        assert list(one.first) == list(two.first) and list(one.mean) == list(two.mean)
        refused("SKPI_EINVAL", "n_runs", None, tree.uncertainty, data, **factors, mode="exact", n_runs=5)
        refused("SKPI_ERANGE", "weight_noise", 0, tree.uncertainty, data, factor=["weights"], weight_noise=[25, 0, 0])
        seen = []
        tree.uncertainty(data, **factors, progress=lambda done, total: seen.append((done, total)))
        assert seen[-1][0] == seen[-1][1]


sys.exit(run(globals()))
