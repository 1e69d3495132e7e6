#!/usr/bin/env python3
"""The example index_decide: its methods and weights, bad files."""
import csv
import io
import re
import tempfile
from pathlib import Path

import checks
from checks import check, end, near

MATRIX = "place,c0,c1,c2\nnorth,60,55,12\nsouth,80,90,15\n\"east, west\",45,40,9\nport,90,85,21\n"
PARAMS = "indicator,weight,direction\nc0,3,1\nc1,2,1\nc2,5,-1\n"
checks.built("index_decide")


def run(*options, matrix=MATRIX, params=PARAMS):
    """Exit status, rows, standard error and the file of weights."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "matrix.csv").write_text(matrix)
        (at / "params.csv").write_text(params)
        weights = at / "weights.csv"
        status, output, error = checks.run("index_decide", at / "matrix.csv", at / "params.csv", "--print-weights",
                                           weights, *options)
        found = list(csv.DictReader(io.StringIO(weights.read_text()))) if weights.exists() else []
        return status, list(csv.DictReader(io.StringIO(output))), error, found


# figures of the page skpi_index_decide(3)
for method, scores, ranks in (("topsis", (.621, .583, .629, .363), "2314"), ("vikor", (.365, .083, .617, 1), "2134"),
                              ("promethee", (0, .133, 0, -.133), "2124"), ("copeland", (0, 1, 0, -1), "2124")):
    status, rows, error, _ = run("--method", method)
    check(f"{method}: exit 0, silent", status == 0 and not error, error)
    check(f"{method}: ranks", "".join(row["rank"] for row in rows) == ranks, rows)
    for row, score in zip(rows, scores):
        near(f"{method}: {row['place']}", row["score"], score, 6e-4)
status, rows, error, found = run("--weights=critic")
check("weights are written", status == 0 and [row["indicator"] for row in found] == ["c0", "c1", "c2"], found)
near("weights add up to 1", sum(float(row["weight"]) for row in found), 1, 1e-12)
plain = PARAMS.replace("-1", "1")
status, rows, error, _ = run("--method=benefit", "--share", "0.1,0.6", params=plain)
check("benefit of the doubt", status == 0 and rows[3]["score"] == "1" and rows[3]["rank"] == "1", (rows, error))
for name, options, files, words in (
        ("benefit with a direction", ["--method=benefit"], {}, ("params.csv:4:", "more is better")),
        ("a missing value", [], {"matrix": MATRIX.replace("55", "")}, ("matrix.csv:2:3: c1 is missing",)),
        ("a missing value in found weights", ["--method=copeland", "--weights=entropy"], {"matrix": MATRIX.replace("55", "")},
         ("matrix.csv:2:3: c1 is missing",)),
        ("weights of 0", [], {"params": PARAMS.replace("3,", "0,").replace("2,1", "0,1").replace("5,", "0,")},
         ("params.csv", "adds up to 0")),
        ("a constant column", ["--weights=balanced"], {"matrix": MATRIX.replace("80", "60").replace("45", "60")
                                                       .replace("90,85", "60,85")}, ("matrix.csv:1:2: ", "constant")),
        ("a direction of 2", [], {"params": PARAMS.replace("-1", "2")}, ("params.csv:4:3: ", "direction")),
        ("an empty weight", [], {"params": PARAMS.replace("c1,2", "c1,")}, ("params.csv:3:2: weight is missing",)),
        ("a missing direction", [], {"params": PARAMS.replace("c0,3,1", "c0,3,..")}, ("params.csv:2:3: direction is missing",)),
        ("no such criterion", [], {"params": PARAMS + "c9,1,1\n"}, ("params.csv:5:1: ", "c9"))):
    status, rows, error, _ = run(*options, **files)
    check(name, status == 1 and not rows and all(word in error for word in words), (status, error))
status, rows, error, _ = run("--method=copeland", matrix=MATRIX + "nowhere,,..,:\n")
check("a place without a value is compared with none", status == 1 and not rows and
      'matrix.csv:6:1: "nowhere" has no value of any indicator' in error, (status, error))
status, rows, error, _ = run(params="indicator\nc0\nc1\nc2\n")
check("neither weights nor directions", status == 0 and len(rows) == 4 and not error, (status, error))
for name, options, files, words in (
        ("a constant column in words", ["--weights=balanced"], {"matrix": MATRIX.replace("80", "60").replace("45", "60").replace("90,85", "60,85")},
         "matrix.csv:1:2: c0 is constant in this column"),
        ("a negative value", ["--method=benefit"], {"matrix": MATRIX.replace("55", "-55"), "params": plain}, "matrix.csv:2:3: c1 = -55"),
        ("a negative weight", [], {"params": PARAMS.replace("c1,2", "c1,-2")}, "params.csv:3:2: weight = -2 is negative"),
        ("weights of 0", [], {"params": PARAMS.replace("3,", "0,").replace("2,1", "0,1").replace("5,", "0,")}, "params.csv:1:2: weight adds up to 0"),
        ("bounds that are too high", ["--method=benefit", "--share=.5,.6"], {"params": plain},
         "index_decide: the lower bound of --share adds up to 1.5")):
    status, rows, error, _ = run(*options, **files)
    check(f"{name}: in words of the program", status == 1 and not rows and words in error and not
          re.search(r"skpi_|->|\[[0-9*]+\]|share_", error), error)
check("an unknown method", run("--method=best")[0] == 2)
check("shares that are no numbers", run("--method=benefit", "--share=a", params=plain)[0] == 2)
status, _, error = checks.run("index_decide", "--help")
check("--help", status == 0 and not error)
end()
