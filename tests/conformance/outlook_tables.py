#!/usr/bin/env python3
"""The input-output tables among the city outlook's data: BEA's 71 industries added up to ten, Chile's twelve sectors; and
how much of an investment's impact the adding up changes.
"""
import csv
import json
import os
import pathlib

import cases
from cases import bound, finish, path, say
from smartkpi import economy

DATA = pathlib.Path(os.environ.get("SRCDIR", ".")) / "examples" / "data"
PARTS = {"electronics": "334", "software": "511", "telecom": "513", "data": "514", "design": "5415",
         "primary": "111CA 113FF 211 212 213 22 23", "trade": "42 441 445 452 4A0 481 482 483 484 485 486 487OS 493",
         "manufacturing": "321 327 331 332 333 335 3361MV 3364OT 337 339 311FT 313TT 315AL 322 323 324 325 326",
         "business": "521CI 523 524 525 HS ORE 532RL 5411 5412OP 55 561 562"}


def ours(name, table):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as f:
        return [r for r in csv.DictReader(line for line in f if not line.startswith("#")) if r["table"] == table]


def theirs(case):
    header, rows = cases.read("digital", case, "sectors.csv")
    sectors = {r[0]: {c: float(v) for c, v in zip(header[1:], r[1:])} for r in rows}
    header, rows = cases.read("digital", case, "Z.csv")
    return sectors, {(r[0], b): float(v) for r in rows for b, v in zip(header[1:], r[1:])}


def added_up(sectors, flows):
    part = {code: name for name, codes in PARTS.items() for code in codes.split()}
    return {code: part.get(code, "services") for code in sectors}


def compare(table, sectors, flows, part, tolerance, columns):
    mine = ours("io_sectors", table)
    for ours_name, name in columns.items():
        worst = max(abs(float(r[ours_name]) - sum(s[name] for c, s in sectors.items() if part[c] == r["sector"])) for r in mine)
        bound(f"{table}: {ours_name}", worst, tolerance)
    worst = max(abs(float(r["flow"]) - sum(v for (a, b), v in flows.items() if (part[a], part[b]) == (r["seller"], r["buyer"])))
                for r in ours("io_flows", table))
    bound(f"{table}: flows", worst, tolerance if table.startswith("Chile") else .501)
    return mine


sectors, flows = theirs("usa2022_71")
part = added_up(sectors, flows)
mine = compare("USA 2022", sectors, flows, part, 5, {"output": "x", "value_added": "va", "final_demand": "y"})
chile, chile_flows = theirs("chile2013_12")
short = dict(zip(chile, (r["sector"] for r in ours("io_sectors", "Chile 2013"))))
people = compare("Chile 2013", chile, chile_flows, short, .6, {"output": "x", "final_demand": "y"})
with open(path("digital", "methods.json"), encoding="utf-8") as f:
    known = json.load(f)["flq_chile_synthetic_city"]
say([float(r["jobs"]) for r in people] == known["NE"], "Chile 2013: people employed", f"{len(people)} sectors")

code = list(sectors)
bought = {PARTS[r["sector"]]: float(r["purchase"]) for r in mine if r["purchase"]}
with economy.IOTable([[flows[a, b] for b in code] for a in code], [sectors[c]["x"] for c in code],
                     [sectors[c]["va"] for c in code], [sectors[c]["y"] for c in code]) as table:
    whole = table.impact([bought.get(c, 0) for c in code])
key = [r["sector"] for r in mine]
flow = {(r["seller"], r["buyer"]): float(r["flow"]) for r in ours("io_flows", "USA 2022")}
with economy.IOTable([[flow[a, b] for b in key] for a in key],
                     *([float(r[c]) for r in mine] for c in ("output", "value_added", "final_demand"))) as table:
    ten = table.impact([float(r["purchase"] or 0) for r in mine])
for name in ("total_output", "total_value_added"):
    far = getattr(ten, name) / getattr(whole, name) - 1
    say(abs(far) < .02, f"USA 2022: {name} of ten sectors against 71", f"{100 * far:+.2f} %")
finish("outlook_tables")
