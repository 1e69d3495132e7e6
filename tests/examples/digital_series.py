#!/usr/bin/env python3
"""The examples digital_forecast and digital_compare: their columns, known answers, what they refuse.

Known answers: the published share of China's digital economy 2012 to 2023 (CAICT), fitted by SciPy; China's core figure
over the GDP of its own vintage and of another (National Bureau of Statistics).
"""
from carbon_run import check, end, near, refuses, run, usage

HEAD = "year,share\n"
CAICT = {2012: .216, 2016: .303, 2017: .329, 2018: .348, 2019: .362, 2020: .386, 2021: .398, 2022: .415, 2023: .428}
FILE = HEAD + "".join(f"{y},{s}\n" for y, s in CAICT.items())
MODELS = ["persistence", "line", "logit_line", "logistic", "gompertz", "bass", "holt"]
COLUMNS = ("model,status,n,p1,p2,p3,p4,sse,sigma,share_2030,low_2030,high_2030,share_2060,low_2060,high_2060,"
           "backtest_n,backtest_mae,backtest_bias,backtest_coverage")

status, rows, error = run("digital_forecast", FILE)
check("exit 0, silent", status == 0 and not error, error)
check("columns", rows and list(rows[0]) == COLUMNS.split(","), rows[:1])
check("every model", [r["model"] for r in rows] == MODELS, rows)
by = {r["model"]: r for r in rows}
for model, column, value, tolerance in (
        ("logistic", "p1", .513671643434769, 1e-6), ("logistic", "p2", .17515476800225432, 1e-6),
        ("logistic", "p3", 2013.8337588484544, 1e-3), ("logistic", "sse", 3.683155225473646e-5, 1e-13),
        ("logistic", "share_2030", .4850906599694305, 1e-6), ("gompertz", "p1", .569328315206305, 1e-6),
        ("gompertz", "share_2030", .5000397621471994, 1e-6), ("logit_line", "p1", -1.2132896240011823, 1e-12),
        ("logit_line", "share_2030", .5987764325019751, 1e-12), ("logit_line", "low_2030", .5533358618638326, 1e-10),
        ("logit_line", "high_2030", .6425802327304756, 1e-10), ("holt", "p1", .6120413065393555, 1e-6),
        ("holt", "p2", 1, 1e-9), ("holt", "share_2030", .5261007057, 1e-6), ("persistence", "share_2060", .428, 0)):
    near(f"{model} {column}", by[model][column], value, tolerance)
for r in rows:
    for year in (2030, 2060):
        low, mean, high = (float(r[f"{c}_{year}"]) for c in ("low", "share", "high"))
        check(f"{r['model']} {year}: the interval holds the forecast", low < mean < high, (low, mean, high))
    check(f"{r['model']}: no backtest unless asked", not any(r[c] for c in r if c.startswith("backtest")), r)
check("warnings by name", (by["logistic"]["status"], by["bass"]["status"], by["holt"]["status"]) ==
      ("SKPI_OK", "SKPI_WWEAKFIT", "SKPI_WWEAKFIT+SKPI_WADJUSTED"), [r["status"] for r in rows])
narrow = run("digital_forecast", FILE, "--coverage", "0.5", "-")[1]
check("a lower coverage is narrower", all(float(n["high_2030"]) - float(n["low_2030"]) < float(r["high_2030"]) - float(r["low_2030"])
                                       for n, r in zip(narrow, rows)))
tested = {r["model"]: r for r in run("digital_forecast", FILE, "--from", "2020", "-")[1]}
near("backtest from 2020, logistic", tested["logistic"]["backtest_mae"], .00188768328486186, 1e-7)
near("backtest from 2020, logit line", tested["logit_line"]["backtest_mae"], .028371310017904796, 1e-12)
near("backtest from 2020, persistence", tested["persistence"]["backtest_mae"], .083 / 3, 1e-15)
near("backtest from 2020, persistence, bias", tested["persistence"]["backtest_bias"], -.083 / 3, 1e-15)
near("backtest from 2020, line, coverage", tested["line"]["backtest_coverage"], 1 / 3, 1e-15)
check("three years were tried", {r["backtest_n"] for r in tested.values()} == {"3"}, tested)
shuffled = HEAD + "".join(reversed(FILE.splitlines(True)[1:]))
check("years in any order", run("digital_forecast", shuffled)[1] == rows)
gap = run("digital_forecast", FILE.replace("2018,0.348", "2018,"))[1]
check("a gap is skipped and said", gap[1]["n"] == "8" and "SKPI_WMISSING" in gap[1]["status"], gap[1])
status, rows, error = run("digital_forecast", FILE + "2031,0.48\n")
late = {r["model"]: r for r in rows}
check("2030 is past: told", "standard input:11:1: warning: 2030 is not after the last year, 2031: it has no forecast\n" in error, error)
check("2030 is past: only 2060 is forecast", late["line"]["share_2030"] == "" and late["line"]["share_2060"] != "", late["line"])
steep = {r["model"]: r for r in run("digital_forecast", HEAD + "".join(f"{2010 + k},{.01 * 1.4 ** k}\n" for k in range(8)))[1]}
check("no ceiling is in sight: a weak fit", "SKPI_WWEAKFIT" in steep["logistic"]["status"], steep["logistic"])
status, rows, error = run("digital_forecast", HEAD + "2020,.1\n2021,.2\n")
short = {r["model"]: r for r in rows}
check("too few values for all but one: told", status == 0 and error.splitlines() == [
    f"standard input:3:2: warning: share: 2 values are too few: the model needs {need}; {model} has no fit"
    for model, need in zip(MODELS[1:], (3, 3, 4, 4, 4, 5))], error)
status, rows, error = run("digital_forecast", HEAD + "2020,0\n2021,1\n2022,1\n")
check("a share without a logit: told at its cell", status == 0 and "standard input:2:2: warning: share = 0 has no logit" in error, error)
status, rows, error = run("digital_forecast", HEAD + "2020,\n2021,..\n")
check("no value: no model", status == 1 and len(rows) == 7 and "no model could be fitted to standard input" in error, (status, error))
status, rows, error = run("digital_forecast", FILE, "--from", "2016", "-")
check("no score: told", status == 0 and rows[1]["backtest_n"] == "0" and "too few for a forecast, or there is none after it; line has no score" in error
      and "persistence" not in error, error)
check("too few values for a line", short["line"]["status"] == "SKPI_ENODATA" and short["line"]["share_2030"] == "", short["line"])
refuses("digital_forecast", "percent", HEAD + "2020,41.5\n", "standard input:2:2: ", "(percent?)")
refuses("digital_forecast", "a year twice", HEAD + "2020,.1\n2020,.2\n", "standard input:3:")
refuses("digital_forecast", "a year twice, written otherwise", HEAD + "2020,.1\n2021,.2\n2020.0,.2\n",
        'standard input:4:1: year "2020.0" is a duplicate of row 2')
refuses("digital_forecast", "no such column", "year,value\n2020,.1\n", "share")
refuses("digital_forecast", "no row", HEAD, "no row")
for bad in (["--coverage", "95"], ["--from", "2023"], ["--from", "soon"]):
    check(f"{' '.join(bad)}: usage", run("digital_forecast", FILE, *bad, "-")[0] == 2)
usage("digital_forecast")

HEAD = "place,year,definition,label,value,gdp,vintage,gdp_vintage,share\n"
FILE = HEAD + """Changsha,2023,,over 450 bn yuan,450,1433.198,,,
China,2023,caict,CAICT broad,53900,126058.2,preliminary,preliminary,.428
China,2023,nbs_core,NBS core,12755.5,129427.2,census,census,.099
China,2018,caict,CAICT broad,,,,,.348
China,2023,other,"mixed, refused",12755.5,126058.2,census,preliminary,
China,2018,other,CASS,,,,,.1716
"""
status, rows, error = run("digital_compare", FILE)
check("a refused row leaves exit 0, and is told", status == 0 and error.count("note: ") == 1 and "must not be mixed" in error, error)
check("columns", rows and list(rows[0]) == "place,year,definition,label,vintage,share,published,low,high,kind,status".split(","))
check("by place and year", [(r["place"], r["year"], r["definition"]) for r in rows] == [
    ("Changsha", "2023", ""), ("China", "2018", "caict"), ("China", "2018", "other"), ("China", "2023", "caict"),
    ("China", "2023", "nbs_core"), ("China", "2023", "other")], rows)
near("core over the census GDP", rows[4]["share"], 12755.5 / 129427.2, 1e-15)
near("broad over the preliminary GDP", rows[3]["share"], 53900 / 126058.2, 1e-15)
near("Changsha", rows[0]["share"], 450 / 1433.198, 1e-15)
for row in rows[3:]:
    near(f"2023 {row['definition']}, low", row["low"], 12755.5 / 129427.2, 1e-15)
    near(f"2023 {row['definition']}, high", row["high"], 53900 / 126058.2, 1e-15)
check("mixed vintages have no share", (rows[5]["share"], rows[5]["kind"], rows[5]["status"]) == ("", "", "SKPI_EDEFMIX"), rows[5])
check("what was published, and what was computed", [r["kind"] for r in rows[:5]] ==
      ["computed", "published", "published", "computed", "computed"], rows)
status, rows, error = run("digital_compare", "place,year,definition,value,money_unit,gdp,gdp_money_unit\na,2020,caict,39.2,trillion,101.36,trillion\n"
                          "a,2021,caict,45500,billion,114.9,trillion\na,2022,caict,1,,2,trillion\n")
check("units that differ are refused", [r["status"] for r in rows] == ["SKPI_OK", "SKPI_EDEFMIX", "SKPI_OK"], rows)
twice = run("digital_compare", HEAD + "a,2020,caict,,1,2,,,\na,2020,caict,,1,2,,,\n")
check("a definition twice", [r["status"] for r in twice[1]] == ["SKPI_OK", "SKPI_EDUPLICATE"] and "twice" in twice[2], twice)
above = run("digital_compare", HEAD + "a,2020,caict,,3,2,,,\n")
check("a part larger than the whole", above[1][0]["status"] == "SKPI_ERANGE" and "units?" in above[2], above)
odd = run("digital_compare", HEAD + "Aville,2021,other,,900,30000,,,.305\nChina,2024,nbs_core,,14089.1,134806.6,,,.105\n")
check("a published share that contradicts its value", [r["status"] for r in odd[1]] == ["SKPI_WUNUSUAL", "SKPI_OK"], odd)
check("its place and the lost zero", "standard input:2:9: warning: " in odd[2] and "(a tenth?)" in odd[2], odd[2])
check("a file without rows", run("digital_compare", HEAD)[:2] == (0, []))
refuses("digital_compare", "nothing to compare", HEAD + "a,2020,caict,,,,,,\n", "standard input:2:5: ")
refuses("digital_compare", "no such definition", HEAD + "a,2020,core,,1,2,,,\n", "standard input:2:3: ")
refuses("digital_compare", "a share in percent", HEAD + "a,2020,caict,,,,,,41.5\n", "standard input:2:9: ")
usage("digital_compare")
end()
