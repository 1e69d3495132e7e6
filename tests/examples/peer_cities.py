#!/usr/bin/env python3
"""The example peer_cities: nearest cities, stability, challenges, groups, bad files."""
import csv
import io
import tempfile
from pathlib import Path

import checks
from checks import check, end, near

DATA = "city,jobless,green\nnorth,10,5\nsouth,12,7\n\"east, west\",9,30\nport,4,20\n"
RULES = "indicator,direction,threshold\njobless,-1,8\ngreen,1,10\n"
checks.built("peer_cities")


def run(*options, data=DATA, rules=None):
    """Exit status, rows and standard error."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "data.csv").write_text(data)
        (at / "rules.csv").write_text(rules or RULES)
        more = ["--challenges", at / "rules.csv"] if rules else []
        status, output, error = checks.run("peer_cities", *options, *more, at / "data.csv")
        return status, list(csv.DictReader(io.StringIO(output))), error


status, rows, error = run("--k=2", "--distance=manhattan")
check("nearest", status == 0 and [row["peer"] for row in rows] ==
      ["south", "port", "north", "port", "port", "north", "east, west", "north"], (rows, error))
check("distances and orders", [(row["distance"], row["order"]) for row in rows[:2]] == [("4", "1"), ("21", "2")], rows)
status, rows, error = run("--k=2", "--stability=1")
check("stability", status == 0 and len(rows) == 8, error)
check("the nearest is the surest", all(float(a["stability"]) >= .5 for a in rows[::2]), rows)
# figures of the page skpi_peers_challenge(3)
status, rows, error = run("--k=2", rules=RULES)
check("challenges", status == 0 and [(r["place"], r["peer"], r["shared"], r["challenges"]) for r in rows] ==
      [("north", "south", "2", "jobless;green"), ("north", "east, west", "1", "jobless"),
       ("south", "north", "2", "jobless;green"), ("south", "east, west", "1", "jobless"),
       ("east, west", "north", "1", "jobless"), ("east, west", "south", "1", "jobless")], (rows, error))
near("distance of challenges", rows[0]["distance"], .43, 5e-3)
for options in (["--groups=2"], ["--tree=ward,2"]):
    status, rows, error = run(*options)
    check(f"{options[0]}: two groups", status == 0 and [row["cluster"] for row in rows] == ["1", "1", "2", "2"],
          (rows, error))
    check(f"{options[0]}: typical cities", {row["medoid"] for row in rows} == {"north", "east, west"}, rows)
status, rows, error = run("--k=1", "--distance=gower", data=DATA.replace("12", "").replace("green", "sea").replace(
    ",5", ",yes").replace(",7", ",yes").replace(",30", ",no").replace(",20", ",yes"))
check("Gower: categories and missing values", status == 0 and rows[0]["peer"] == "south" and
      rows[0]["distance"] == "0", (rows, error))
status, rows, error = run("--k=2", data=DATA + "nowhere,,..\n", rules=RULES)
check("challenges of no value", status == 0 and "data.csv:6:1: warning: \"nowhere\" has no value of any indicator" in error and
      "nowhere" not in str(rows), (rows, error))
for name, options, files, words in (
        ("a city without a value", ["--distance=gower"], {"data": DATA + "nowhere,,..\n"}, ("data.csv:6:1: \"nowhere\" has no value",)),
        ("a missing value", [], {"data": DATA.replace("12", "")}, ("data.csv:3:2: jobless is missing",)),
        ("a mark for a missing value", ["--groups=2"], {"data": DATA.replace("12", "..")}, ("data.csv:3:2: jobless is missing",)),
        ("a text", [], {"data": DATA.replace("12", "high")}, ("data.csv:3:2: ",)),
        ("a constant column", [], {"data": "city,a\nx,1\ny,1\n"}, ("data.csv:1:2: ", "constant")),
        ("too many peers", ["--k=4"], {}, ("--k 4 is above 3, the number of other places in ", "data.csv")),
        ("too many peers in challenges", ["--k=4"], {"rules": RULES}, ("--k 4 is above 3",)),
        ("no indicator in common", ["--distance=gower"], {"data": "city,a,b\nx,1,\ny,,2\nz,3,4\n"},
         ('data.csv:2:1: "x" and "y" have no indicator in common',)),
        ("an indicator that others determine", ["--distance=mahalanobis", "--k=1"], {"data": "c,a,b\nw,1,2\nx,2,4\ny,0,0\nz,5,10\n"},
         ("data.csv:1:1: the table has a column that the others determine\n",)),
        ("a city without an angle", ["--distance=cosine", "--k=1"], {"data": "c,a,b\nw,1,2\nx,2,4\ny,0,0\nz,5,10\n"}, ("data.csv:4:1: y is 0 in",)),
        ("a city twice", [], {"data": DATA.replace("south", "north")}, ("data.csv:3:",)),
        ("no such indicator", [], {"rules": RULES + "noise,1,3\n"}, ("noise",)),
        ("a direction of 2", [], {"rules": RULES.replace("-1", "2")}, ("rules.csv:2:2: ",)),
        ("too many groups", ["--groups=9"], {}, ("--groups 9 is above 4, the number of places",)),
        ("too many groups of a tree", ["--tree=ward,9"], {}, ("--tree 9 is above 4",))):
    status, rows, error = run(*options, **files)
    check(name, status == 1 and not rows and all(word in error for word in words), (status, error))
check("an unknown distance", run("--distance=far")[0] == 2)
check("an unknown tree", run("--tree=oak,2")[0] == 2)
check("a tree without a number", run("--tree=ward")[0] == 2)
check("two things at once", run("--groups=2", "--stability=1")[0] == 2)
status, _, error = checks.run("peer_cities", "--help")
check("--help", status == 0 and not error)
end()
