#!/usr/bin/env python3
"""The example carbon_harmonise: every method, refused cases, bad files."""
from carbon_run import check, end, near, refuses, run, usage

HEAD = "case,harmonise_year,history,method,year,value\n"
BAR = "".join(f"bar,2015,0.01,model,{y},{v}\n" for y, v in ((2010, 2), (2015, 3), (2040, 4.5), (2060, 6)))
ZERO = "zero,2015,1.5,model,2015,0\nzero,2015,1.5,model,2040,4\n"

status, rows, error = run("carbon_harmonise", HEAD + BAR + "bar,2015,0.01,constant_offset,2010,7\n" + ZERO)
check("exit 0, silent", status == 0 and not error, error)
found = {(r["case"], r["method"], r["year"]): r["value"] for r in rows}
check("as many rows as keys", len(found) == len(rows))
check("the model", [found["bar", "model", y] for y in ("2010", "2015", "2040", "2060")] == ["2", "3", "4.5", "6"])
for method, year, value in (("constant_offset", 2010, -.99), ("constant_ratio", 2060, .02),
                            ("reduce_offset_2050", 2040, 3.6457142857142855), ("reduce_ratio_2150", 2060, 2.0133333333333328),
                            ("reduce_offset_2150", 2060, 4.0066666666666659), ("linear_interpolate_2060", 2040, 3.337777777777777)):
    near(f"{method} {year}", found["bar", method, str(year)], value, 1e-12)
check("the budget has no past", found["bar", "budget", "2010"] == "" and float(found["bar", "budget", "2015"]) == .01)
check("no zero to keep", found["bar", "keep_zero", ""] == "SKPI_ENOTFOUND")
check("no ratio to zero", found["zero", "constant_ratio", ""] == found["zero", "reduce_ratio_2050", ""] == "SKPI_EZERODIV")
near("the other methods of that case", found["zero", "constant_offset", "2040"], 5.5, 0)
check("no interpolation behind the model", ("zero", "linear_interpolate_2060", "") not in found)
refuses("carbon_harmonise", "years", HEAD + "a,2015,1,model,2015,1\na,2015,1,model,2015,2\n", "standard input:3:5: ")
refuses("carbon_harmonise", "another history", HEAD + "a,2015,1,model,2015,1\na,2015,2,model,2016,2\n", "standard input:3:3: ")
usage("carbon_harmonise")
end()
