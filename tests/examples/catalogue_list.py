#!/usr/bin/env python3
"""The example catalogue_list: all lists under one header, loaded by a CSV reader and SQLite; codes; what is refused."""
import csv
import io
import math
import sqlite3
import tempfile
from pathlib import Path

import checks
from checks import SRC, check, end

HEADER = ("list,code,name,chinese,parent,dimension,sub_dimension,category,unit,numerator,denominator,multiplier,weight,"
          "direction,kind,tag,core,evidence,edition,note,source")
COUNTS = {"u4ssc": 62, "gbt2016": 10, "gbt2018": 8, "opendata": 4, "tracks": 5}
checks.built("catalogue_list")


def run(*arguments):
    """Exit status, rows and standard error."""
    status, output, error = checks.run("catalogue_list", *arguments)
    check(f"{arguments}: the header", not output or output.splitlines()[0] == HEADER, output[:200])
    return status, list(csv.DictReader(io.StringIO(output), strict=True)), error


status, rows, error = run()
check("all lists", status == 0 and not error and {n: sum(r["list"] == n for r in rows) for n in COUNTS} == COUNTS, error)
check("as many cells everywhere", all(None not in r and None not in r.values() for r in rows))
for name in COUNTS:
    with open(SRC / "lib" / "catalogue" / f"{name}.csv", encoding="utf-8", newline="") as f:
        table = list(csv.DictReader(f))
    status, one, error = run("--list", name)
    check(f"{name}: alone as among all", one == [r for r in rows if r["list"] == name], error)
    cell = lambda c, x: float(x) if c in ("multiplier", "weight") and x else x  # noqa: E731
    wrong = [(r["code"], c) for r, t in zip(one, table) for c in t if cell(c, r[c]) != cell(c, t[c])]
    check(f"{name}: the facts of its table", len(one) == len(table) and not wrong, wrong)
check("quoted commas", any("," in r["source"] for r in rows) and any("," in r["note"] for r in rows))
check("Chinese", [r["chinese"] for r in rows if r["list"] == "opendata"] == ["准备度", "平台层", "数据层", "利用层"])
check("every row says how it is known, and from where", all(r["evidence"] and r["source"] and r["edition"] for r in rows))
check("no weight where none is public", all(not r["weight"] for r in rows if r["list"] in ("u4ssc", "opendata", "tracks")))
top = [float(r["weight"]) for r in rows if r["list"] == "gbt2018" and r["weight"]]
check("weights of 2018 add up to 1", math.isclose(sum(top), 1), top)
parts = [float(r["weight"]) for r in rows if r["list"] == "gbt2016" and r["parent"] == "L1"]
check("parts within their level", 0 < sum(parts) <= .37, parts)

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "catalogue.db")
    base = sqlite3.connect(path)
    base.execute(f"create table catalogue ({HEADER})")
    base.executemany(f"insert into catalogue values ({','.join('?' * len(HEADER.split(',')))})", [list(r.values()) for r in rows])
    got = base.execute("select name from catalogue where list = 'u4ssc' and tag = 'smart' and core = '1' order by code").fetchall()
    base.close()
check("a database takes it", len(got) == 8 and ("Homes with Internet access",) in got, got)

status, rows, error = run("EC: I: WS: 3C")
check("a code", status == 0 and [r["name"] for r in rows] == ["Water lost in distribution"], (rows, error))
check("a code in two lists", [r["list"] for r in run("l1")[1]] == ["gbt2016", "gbt2018"])
check("a code in one of them", [r["chinese"] for r in run("--list=gbt2018", "l 8")[1]] == ["市民评价"])
for name, arguments, exit_status, words in (
        ("no such code", ["EC:ICT"], 1, '"EC:ICT" is not in any list'),
        ("not in that list", ["--list", "tracks", "L1"], 1, '"L1" is not in the list tracks'),
        ("an empty code", [""], 1, '"" is not in any list'),
        ("no such list", ["--list", "iso"], 2, "--list"),
        ("two codes", ["L1", "L2"], 2, "--help")):
    status, rows, error = run(*arguments)
    check(name, status == exit_status and not rows and words in error, (status, error))
status, output, error = checks.run("catalogue_list", "--help")
check("--help", status == 0 and output.startswith("usage: catalogue_list") and not error)
check("any locale", checks.run("catalogue_list", environment={"LC_ALL": "de_DE.UTF-8"})[1] == checks.run("catalogue_list")[1])
end()
