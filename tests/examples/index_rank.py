#!/usr/bin/env python3
"""The example index_rank: scores, ranks, treatment log, other assumptions, refused files and options."""
import csv
import io
import re
import tempfile
from pathlib import Path

from checks import built, check, end, near, run

built("index_rank")
META = """level,node,direction,weight,parent,type,denominator
1,broadband,1,1,digital,Indicator,people
1,apps,1,1,digital,Indicator,
1,air,-1,1,living,Indicator,
2,digital,1,2,index,Aggregate,
2,living,1,1,index,Aggregate,
3,index,1,1,,Aggregate,
,people,,,,Denominator,
,region,,,,Group,
"""
DATA = """place,broadband,apps,air,people,region
A,10,5,30,1,north
B,30,,10,2,north
C,60,9,20,3,south
D,5,1,20,1,south
"""
folder = tempfile.TemporaryDirectory()
here = Path(folder.name)


def table(*options, data=DATA, meta=META):
    (here / "data.csv").write_text(data)
    (here / "meta.csv").write_text(meta)
    status, out, error = run("index_rank", *options, here / "data.csv", here / "meta.csv")
    return status, list(csv.DictReader(io.StringIO(out))), error


def at(rows, unit, node="index"):
    return next(r for r in rows if r["place"] == unit and r["node"] == node)


status, rows, error = table("--no-treat")
check("exit 0, silent", status == 0 and not error, error)
check("columns", list(rows[0]) == "place,node,score,rank".split(","), rows[0])
check("four units at three nodes", len(rows) == 12, len(rows))
near("a mean of two scores", at(rows, "A", "digital")["score"], (100 * 5 / 55 + 50) / 2, 1e-12)
near("a missing value is skipped", at(rows, "B", "digital")["score"], 100 * 25 / 55, 1e-12)
near("less is better", at(rows, "B", "living")["score"], 100, 1e-12)
near("weights", at(rows, "C")["score"], (2 * 100 + 50) / 3, 1e-12)
check("ranks", [at(rows, u)["rank"] for u in "ABCD"] == ["3", "2", "1", "4"], rows)
_, rows, _ = table("--no-treat", "--denominate")
near("over a denominator", at(rows, "C", "digital")["score"], 100, 1e-12)
_, rows, _ = table("--no-treat", "--impute", "group-mean=region")
near("imputed in its group", at(rows, "B", "digital")["score"], (100 * 25 / 55 + 50) / 2, 1e-12)
_, _, error = table("--no-treat", "--impute", "group-mean=region", data=DATA.replace(",2,north", ",2,"))
check("a missing group is told", "data.csv:3:6: warning: region is missing" in error, error)
_, rows, _ = table("--no-treat", "--min-share", "0.9")
check("too few present", at(rows, "B", "digital")["score"] == "" and at(rows, "B", "digital")["rank"] == "", rows)
_, rows, _ = table("--no-treat", "--range", "1,100", "--aggregate", "amean,gmean", "--round", "0.1")
near("a method for each level, rounded", at(rows, "D")["score"], 3.7, 1e-9)
_, rows, _ = table("--no-treat", "--normalise", "borda")
near("ranks from 0", at(rows, "C", "digital")["score"], 3, 1e-12)
_, again, _ = table("--no-treat", "--normalise", "borda", data="\n".join([*DATA.splitlines()[:1], *DATA.splitlines()[:0:-1]]))
check("units in any order", sorted(map(str, rows)) == sorted(map(str, again)))

long = "place,broadband,apps,air,people,region\n" + "".join(
    f"u{k},{900 if k == 7 else k},{k % 7},{k * k % 11},1,r\n" for k in range(30))
status, _, error = table("--treatment-log", here / "log.csv", data=long)
with open(here / "log.csv", newline="") as f:
    log = list(csv.DictReader(f))
check("treatment log", status == 0 and log == [{"indicator": "broadband", "place": "u7", "old": "900", "new": "29",
                                                 "treatment": "winhi"}], log)
status, rows, error = table("--uncertainty", "200,3", "--sensitivity", here / "sens.csv", "--threads", "2", data=long)
check("other assumptions", status == 0 and list(rows[0]) == "place,rank,rank_median,rank_q5,rank_q95,p_top10".split(","), error)
check("ranks in their intervals", all(float(r["rank_q5"]) <= float(r["rank_median"]) <= float(r["rank_q95"])
                                      for r in rows), rows)
check("ten of thirty in the top", abs(sum(float(r["p_top10"]) for r in rows) - 10) < .5, rows)
with open(here / "sens.csv", newline="") as f:
    sens = list(csv.DictReader(f))
check("sensitivities", [r["factor"] for r in sens] == ["winmax", "normalisation", "weights", "aggregation"]
      and list(sens[0]) == "factor,first,first_low,first_high,total,total_low,total_high".split(","), sens)
check("the same for any number of threads", rows == table("--uncertainty", "200,3", "--sensitivity", here / "sens.csv",
                                                        "--threads", "1", data=long)[1])
sets = "set,node,weight\n1,digital,1\n2,digital,3\n2,living,2\n"
(here / "sets.csv").write_text(sets)
status, rows, error = table("--exact", "--weight-sets", here / "sets.csv", "--sensitivity", here / "sens.csv", data=long)
check("every combination", status == 0 and len(rows) == 30, error)

status, _, error = table(data=DATA.replace("10,5,30", "x,5,30"))
check("no number", status == 1 and "data.csv:2:2: " in error, error)
status, _, error = table(meta=META.replace("3,index,1,1,,", "3,index,1,1,living,"))
check("a cycle", status == 1 and "meta.csv:" in error and "cycle" in error or "root" in error, error)
status, _, error = table(meta=META.replace("1,air,-1", "1,air,-2"))
check("no direction", status == 1 and "meta.csv:4:3: " in error, error)
status, _, error = table(data=DATA.replace(",30,1,", ",20,1,").replace(",10,2,", ",20,2,"))
check("a constant column", status == 1 and "data.csv:1:4: " in error and '"air"' in error, error)
status, _, error = table("--denominate", data=DATA.replace("9,20,3", "9,20,0"))
check("a denominator of 0", status == 1 and "data.csv:4:" in error, error)
NOTE = "Source: ministry,,,,,\n"
status, rows, error = table("--no-treat", data=DATA + NOTE)
check("a footnote has no rank, and is told", status == 0 and at(rows, "Source: ministry")["rank"] == "" and
      'data.csv:6:1: warning: "Source: ministry" has no value of any indicator' in error and "footnote?" in error, (rows, error))
check("a unit without a value has no part in the ranks", [at(rows, u)["rank"] for u in "ABCD"] == ["3", "2", "1", "4"], rows)
for options in (["--impute", "mean"], ["--impute", "group-mean=region"], ["--impute", "median", "--uncertainty", "20,1"]):
    status, rows, error = table("--no-treat", *options, data=DATA + NOTE)
    check(f"{' '.join(options)}: no unit out of nothing", status == 1 and not rows and
          'data.csv:6:1: "Source: ministry" has no value of any indicator' in error, (rows, error))
status, rows, error = table("--no-treat", "--uncertainty", "20,1", data=DATA + NOTE)
check("under other assumptions, too", status == 0 and "data.csv:6:1: warning: " in error, error)
status, rows, error = table("--no-treat", "--denominate", data=DATA + "E,4,,,,\n")
check("no value over a missing denominator", status == 0 and 'data.csv:6:1: warning: "E" has no value' in error, error)

for name, options, files, words in (
        ("an unknown parent", [], {"meta": META.replace("1,1,digital,Indicator,people", "1,1,digtal,Indicator,people")},
         'meta.csv:2:5: parent is "digtal", which is no node'),
        ("a constant column", [], {"data": DATA.replace(",30,1,", ",20,1,").replace(",10,2,", ",20,2,")},
         'data.csv:1:4: air = 20 is the only value of "air": a constant column'),
        ("a geometric mean of 0", ["--aggregate", "gmean"], {}, 'data.csv:2:1: the score'),
        ("a range upside down", ["--range", "5,1"], {}, "index_rank: --range = 5 is not below its upper end")):
    status, rows, error = table("--no-treat", *options, **files)
    check(f"{name}: in words of the program", status == 1 and not rows and words in error and not
          re.search(r"skpi_|->|\[[0-9*]+\]|options", error), error)
for name, options in (("an unknown normalisation", ["--normalise", "best"]), ("no pair", ["--range", "1"]),
                      ("an unknown option", ["--best"]), ("exact noise", ["--exact"]),
                      ("sets alone", ["--weight-sets", "x.csv"]), ("a group without a column", ["--impute", "group-mean"]),
                      ("no draws", ["--uncertainty", "0,1"])):
    check(name, table(*options)[0] == 2)
check("--help", run("index_rank", "--help")[0] == 0)
folder.cleanup()
end()
