#!/usr/bin/env python3
"""The example carbon_lmdi: its columns, refused cases, bad files."""
import time

from carbon_run import check, end, near, refuses, run, usage

HEAD = "case,sector,factor_index,factor,x_base,x_end\n"
GOOD = "two,s,1,b,2,1\ntwo,s,0,\"a, b\",10,20\ntwo,t,0,\"a, b\",5,5\ntwo,t,1,b,4,4\n"
TURNED = "turned,s,0,a,1,-1\n"
GONE = "gone,s,0,a,3,0\n"

status, rows, error = run("carbon_lmdi", HEAD + TURNED + GOOD + GONE)
check("exit 0", status == 0, error)
check("each refusal is told at its cell", error.splitlines() == [
    'standard input:2:6: warning: x_end = -1 differs in sign from 1 before: there is no logarithm; case "turned" has no additive effects',
    'standard input:7:6: warning: x_end = 0 is the total, 3 before: there is no multiplicative form; case "gone" has no multiplicative effects'],
    error)
check("the case that is refused", rows[0] == {"case": "turned", "form": "error", "factor": "SKPI_EDOM", "effect": ""})
check("the others in order", [(r["case"], r["form"], r["factor"]) for r in rows[1:]] == [
    ("two", "additive", "a, b"), ("two", "additive", "b"), ("two", "additive", "total"),
    ("two", "additive", "residual"), ("two", "multiplicative", "a, b"), ("two", "multiplicative", "b"),
    ("two", "multiplicative", "total"), ("two", "multiplicative", "residual"), ("gone", "additive", "a"),
    ("gone", "additive", "total"), ("gone", "additive", "residual"), ("gone", "error", "SKPI_EDOM")], rows)
for row, expected in zip(rows[1:9], (13.862943611198906, -13.862943611198906, 0, 0, 2**.5, .5**.5, 1, 0)):
    near(f"{row['form']} {row['factor']}", row["effect"], expected, 4e-15)
refuses("carbon_lmdi", "a cell is missing", HEAD + GOOD + "two,u,0,\"a, b\",5,5\n", "standard input:6:1: ", "3 sectors x 2 factors")
refuses("carbon_lmdi", "a cell twice", HEAD + "c,s,0,a,1,2\nc,s,0,a,1,2\n", "standard input:3:")
refuses("carbon_lmdi", "two names of a factor", HEAD + "c,s,0,a,1,2\nc,t,0,b,1,2\n", "standard input:3:4: ")
refuses("carbon_lmdi", "no number", HEAD + "c,s,0,a,x,2\n", "standard input:2:5: ")
refuses("carbon_lmdi", "no such column", "case,sector\n", "factor_index")
status, rows, error = run("carbon_lmdi", HEAD + "two,s,0,a,1,2\ntwo,t,0,a,1,-1\n")
check("no case: exit 1", status == 1 and len(rows) == 1 and ":3:6: " in error and "no case of standard input could be computed" in error, error)
check("silent", run("carbon_lmdi", HEAD + GOOD)[2] == "")
PARTS = "z,coal,0,x,1,2\nz,coal,1,y,2,2\nz,gas,0,x,3,5\nz,gas,1,y,1,1\n"
for name in ("Total", "total", "Sum", "ALL", "All sectors"):
    status, rows, error = run("carbon_lmdi", HEAD + PARTS + f"z,{name},0,x,5,9\nz,{name},1,y,1,1\n")
    check(f"{name}: a total among its parts", status == 0 and error.startswith(f'standard input:6:2: warning: sector "{name}" is the sum '), error)
for name, base in (("Totals", 5), ("Allmend", 5), ("Total", 6)):
    status, rows, error = run("carbon_lmdi", HEAD + PARTS + f"z,{name},0,x,{base},9\nz,{name},1,y,1,1\n")
    check(f"{name} {base}: no total", status == 0 and not error, error)
took = []
for n in (6000, 60000):
    begin = time.monotonic()
    status, rows, error = run("carbon_lmdi", HEAD + "".join(f"case {i},s,0,a,1,2\n" for i in range(n)))
    took.append(time.monotonic() - begin)
    check(f"{n} cases", status == 0 and len(rows) == 6 * n and not error, (status, len(rows)))
check("ten times the cases take no hundred times the time", took[1] < 25 * took[0] + 1, took)
usage("carbon_lmdi")
end()
