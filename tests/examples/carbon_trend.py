#!/usr/bin/env python3
"""The example carbon_trend: its columns, classes, gaps, refused places, bad files.

Known answers: fossil CO2 of Japan, 2013 to 2022 (Global Carbon Budget 2023), by 50-digit arithmetic.
"""
from carbon_run import check, end, near, refuses, run, usage

HEAD = "place,year,value\n"
JAPAN = [1315.192, 1264.072, 1223.1686, 1202.4545, 1186.8023, 1141.6689, 1104.5398, 1039.7959, 1062.1293, 1053.7978]


def lines(place, first, values):
    return "".join(f"{place},{first + k},{v}\n" for k, v in enumerate(values))


FILE = (HEAD + lines("Japan", 2013, JAPAN) + lines('"new, rising"', 2015, range(8)) + lines("thin", 2000, [9] + 9 * [""] + [1])
        + "one,2020,5\n" + lines("back", 2000, [50] + list(range(10, 20))) + lines("none", 2000, ["", ".."]))
status, rows, error = run("carbon_trend", FILE)
check("exit 0", status == 0, error)
check("places with too few values are told", error.splitlines() == [
    'standard input:30:3: warning: place "thin" has 1 value after its peak in 2000, and a test needs three: its class PLATEAU has no test',
    'standard input:31:3: warning: place "one" has one value, and a trend needs two: its class NOT_PEAKED says nothing',
    'standard input:33:3: warning: value 10 is unusual: between 2000 and 2001 the series changes by a factor 0.2, 89 times its usual '
    'change (a new boundary, definition or count?)',
    'standard input:43:3: warning: place "none" has no value: it has no class'], error)
check("silent", run("carbon_trend", HEAD + lines("Japan", 2013, JAPAN))[2] == "")
check("columns", rows and list(rows[0]) == "place,n,S,varS,Z,p,sen_slope,peak_year,class".split(","), rows[:1])
check("places in order, classes", [(r["place"], r["n"], r["peak_year"], r["class"]) for r in rows] == [
    ("Japan", "10", "2013", "PEAKED"), ("new, rising", "8", "2022", "NOT_PEAKED"), ("thin", "2", "2000", "PLATEAU"),
    ("one", "", "2020", "NOT_PEAKED"), ("back", "11", "2000", "REBOUNDING"), ("none", "", "", "SKPI_ENODATA")], rows)
japan = rows[0]
for column, value in (("S", -41), ("varS", 125), ("Z", -3.5777087639996635), ("p", .00034661935113466698),
                      ("sen_slope", -30.600775)):
    near(f"Japan {column}", japan[column], value, 1e-12 * abs(value))
check("a value alone has no trend", rows[3]["S"] == rows[3]["p"] == rows[3]["sen_slope"] == "", rows[3])
broken = list(reversed([f"a,{2000 + k},{(100 - k + k % 2) * (.2 if k > 14 else 1)}\n" for k in range(30)]))
status, rows, error = run("carbon_trend", HEAD + "".join(broken))
check("a break is a warning at its cell", status == 0 and len(rows) == 1 and error.count("\n") == 1
      and error.startswith("standard input:16:3: warning: value "), error)
status, rows, error = run("carbon_trend", FILE, "--since-peak", "-")
check("since the peak", status == 0 and [r["n"] for r in rows] == ["9", "0", "1", "0", "10", ""], rows)
near("Japan since 2014 p", rows[0]["p"], .001229384918944859, 1e-15)
near("Japan since 2014 slope", rows[0]["sen_slope"], -28.456998571428559, 1e-12)
shuffled = HEAD + "".join(reversed(lines("Japan", 2013, JAPAN).splitlines(True)))
check("years in any order", run("carbon_trend", shuffled)[1][0] == japan)
check("a file without rows", run("carbon_trend", HEAD)[:2] == (0, []))
refuses("carbon_trend", "a year twice", HEAD + "a,2000,1\na,2000,2\n", "standard input:3:")
refuses("carbon_trend", "no number", HEAD + "a,2000,x\n", "standard input:2:3: ")
refuses("carbon_trend", "no year", HEAD + "a,2567,1\n", "standard input:2:2: ")
refuses("carbon_trend", "no such column", "place,year\na,2000\n", "value")
refuses("carbon_trend", "a year twice, written otherwise", HEAD + "a,2010,1\nb,2010.0,3\na,2011,1\na,2010.0,2\n",
        'standard input:5:2: year "2010.0" is a duplicate of row 2')
status, rows, error = run("carbon_trend", HEAD + "none,2000,\n")
check("no place has a class", status == 1 and rows[0]["class"] == "SKPI_ENODATA" and ":2:3: warning: " in error
      and "no place of standard input has a class" in error, error)
status, rows, error = run("carbon_trend", HEAD + "".join(f"place {i},2000,1\nplace {i},2001,2\n" for i in range(40000)))
check("many places", status == 0 and len(rows) == 40000 and not error)
usage("carbon_trend")
end()
