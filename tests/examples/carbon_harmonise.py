#!/usr/bin/env python3
"""The example carbon_harmonise: every method, refused cases, bad files."""
import resource

from carbon_run import check, end, near, refuses, run, usage

HEAD = "case,harmonise_year,history,method,year,value\n"
BAR = "".join(f"bar,2015,0.01,model,{y},{v}\n" for y, v in ((2010, 2), (2015, 3), (2040, 4.5), (2060, 6)))
ZERO = "zero,2015,1.5,model,2015,0\nzero,2015,1.5,model,2040,4\n"

status, rows, error = run("carbon_harmonise", HEAD + BAR + "bar,2015,0.01,constant_offset,2010,7\n" + ZERO)
check("exit 0", status == 0, error)
check("a history in another unit is told, and each refusal once, at its cell", error.splitlines() == [
    "standard input:3:3: warning: history 0.01 and the model's 3 in 2015 differ by a factor of 300: is one of them in another unit?"] + [
    f'standard input:7:6: warning: value = 0 is the model in the base year: {why}; case "zero" has no {method}' for method, why in
    (("constant_ratio", "there is no ratio"), ("reduce_ratio", "there is no ratio"),
     ("keep_zero", "it must be above 0 there to reach 0 later"))], error)
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
for method, meant in (("Model", "model"), ("constant_ofset", "constant_offset"), ("reduce_ratio_20500", "reduce_ratio"), ("other", "")):
    refuses("carbon_harmonise", f"method {method}", HEAD + BAR + f"bar,2015,0.01,{method},2070,1\n", "standard input:6:4: ",
            f'method "{method}" is none of: model, ', f'is "{meant}" meant?' if meant else "keep_zero")
refuses("carbon_harmonise", "no model", HEAD + "a,2015,1,budget,2015,1\n", "standard input:1:4: ", '"model"')
again = "".join(",".join(r[c] for c in HEAD.strip().split(",")) + "\n" for r in rows if r["case"] == "bar" and r["year"])
check("what it prints can be read", run("carbon_harmonise", HEAD + again)[1] == [r for r in rows if r["case"] == "bar"])
status, rows, error = run("carbon_harmonise", HEAD + "a,2015,0,model,2015,2\na,2015,0,model,2040,1\n")
check("a history of 0", status == 0 and error.splitlines() == [
    f'standard input:2:3: warning: history is 0, and no ratio leads away from 0; {method} of case "a"'
    for method in ("constant_ratio", "reduce_ratio")], error)
for history, value, words in (("3400", "3", "a factor of 1.13e+03: Mt beside Gt, or kt beside Mt?"), ("3.4", "3100", "Mt beside Gt"),
                              ("3.1e6", "3", "t beside Mt"), ("3.1e9", "3", "t beside Gt?"), ("-3400", "-3", "Mt beside Gt"),
                              ("99", "1", ""), ("0.02", "1", ""), ("-5", "3000", ""), ("5", "0", "")):
    status, rows, error = run("carbon_harmonise", HEAD + f"a,2015,{history},model,2010,{value}\na,2015,{history},model,2015,{value}\n"
                              f"a,2015,{history},model,2040,{value}\n")
    check(f"a history of {history} beside {value}", status == 0 and rows and ("differ by" in error) == bool(words) and words in error and
          (not words or error.count("differ by") == 1 and "standard input:3:3: warning: history" in error), error)
status, rows, error = run("carbon_harmonise", HEAD + "a,2000,1,model,2015,2\na,2000,1,model,2040,1\n")
check("no method moves a model that begins later", status == 1 and "standard input:2:2: warning: harmonise_year = 2000 is outside" in error
      and "no case of standard input could be moved" in error, error)
many = HEAD + "".join(f"case {i},2015,1,model,{year},2\n" for i in range(20000) for year in (2015, 2016))
status, rows, error = run("carbon_harmonise", many)
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # kB
check("memory for the rows of a case only", status == 0 and used < 1000000, (status, used))
usage("carbon_harmonise")
end()
