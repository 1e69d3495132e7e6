#!/usr/bin/env python3
"""examples/carbon_path and examples/carbon_quota: known answers, refused cases, bad files.

Known answers: 40-digit arithmetic; emissions of China and the world in 2023 and 2020 by the Global Carbon Budget 2024.
"""
import csv
import subprocess

from checks import BUILD, built, check, end, run

PATH, QUOTA = "carbon_path", "carbon_quota"


def rows(text):
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def near(name, got, want, bar=1e-12):
    check(f"{name} = {want}", got != "" and abs(float(got) - float(want)) <= bar * abs(float(want)) + 1e-300, got)


HEADER = "case,t0,e0,t_peak,e_peak,plateau_years,t_net_zero,residual,budget\n"
CHINA = "china,2023,11.902503,2028,12.2,2,2060,0,260\n"
PATHS = HEADER + CHINA + """small,2023,11.902503,2030,12.5,0,2060,0,80
"large, and odd",2023,11.902503,2030,12.5,0,2060,0,600
city,2020,100,2020,100,0,2050,-5,1400
late,2023.5,61,2028,64,0.25,2059.75,1.5,1900
never,2023,11.902503,2028,12.2,2,2029,0,260
"""


def paths():
    code, out, err = run(PATH, "-", text=PATHS)
    check("path: exit status 0", code == 0 and err == "", (code, err))
    check("path: header", out.splitlines()[0] == "case,status,power,budget_min,budget_max", out)
    found = rows(out)
    check("path: statuses", [r["status"] for r in found] == ["SKPI_OK", "SKPI_EINFEASIBLE", "SKPI_ENOTBINDING", "SKPI_OK",
                                                             "SKPI_OK", "SKPI_ENOTSORTED"], found)
    near("path: china p", found[0]["power"], 1.08732855123130481)
    near("path: china low", found[0]["budget_min"], 84.6562575)
    near("path: china high", found[0]["budget_max"], 450.6562575)
    near("path: city p", found[3]["power"], 1.03225806451612903)
    for r in found[1:3]:  # the bounds are given, p is empty
        check(f"path: {r['case']}", r["power"] == "", r)
        near(f"path: {r['case']} low", r["budget_min"], 85.4087605)
        near(f"path: {r['case']} high", r["budget_max"], 460.4087605)
    check("path: a quoted name", found[2]["case"] == "large, and odd", found[2])
    check("path: no figures of a path that is none", found[5]["power"] == found[5]["budget_min"] == "", found[5])
    check("path: 17 digits", float(found[0]["power"]) == float(repr(float(found[0]["power"]))) and len(found[0]["power"]) >= 17, found[0])


def series():
    code, out, err = run(PATH, "--series", "-", text=PATHS)
    check("series: exit status 0", code == 0 and err == "", (code, err))
    check("series: header", out.splitlines()[0] == "case,year,emission", out)
    found = rows(out)
    check("series: the cases that can be met", list(dict.fromkeys(r["case"] for r in found)) == ["china", "city", "late"], out)
    china = {int(r["year"]): r["emission"] for r in found if r["case"] == "china"}
    check("series: years", list(china) == list(range(2023, 2061)), list(china))
    near("series: 2032", china[2032], 11.3182677193610929)
    near("series: 2060", china[2060], 0)
    late = [int(r["year"]) for r in found if r["case"] == "late"]
    check("series: whole years inside", late == list(range(2024, 2060)), late)


def dated():
    """Waypoints, budgets that count from a later date, and totals of years; an empty cell means that it is not
    given."""
    text = HEADER.replace("budget", "budget,t_budget,t_waypoint,waypoint") + """main,2023,11.902503,2028,12.2,2,2060,0,300,,2035,0.9
mid,2023.5,11.902503,2028,12.2,2,2060,0,260,2024,2035.5,0.9
plain,2023,11.902503,2028,12.2,2,2060,0,260,,,
half,2023,11.902503,2028,12.2,2,2060,0,260,,2035,
early,2023.5,11.902503,2028,12.2,2,2060,0,260,2023,,
"""
    code, out, err = run(PATH, "-", text=text)
    found = rows(out)
    check("dated: statuses", code == 0 and [r["status"] for r in found] == ["SKPI_OK", "SKPI_OK", "SKPI_OK", "SKPI_ENOTFINITE",
                                                                           "SKPI_EDOM"], (code, out, err))
    near("dated: main p", found[0]["power"], 0.74403375661519693)
    near("dated: main low", found[0]["budget_min"], 142.60625749999999)
    near("dated: main high", found[0]["budget_max"], 417.10625749999998)
    near("dated: mid p", found[1]["power"], 1.1767401400609811)
    near("dated: plain p", found[2]["power"], 1.08732855123130481)
    code, out, err = run(PATH, "--totals", "-", text=text)
    check("totals: header", code == 0 and out.splitlines()[0] == "case,year,total", (code, out, err))
    total = {(r["case"], int(r["year"])): r["total"] for r in rows(out)}
    near("totals: main 2035", total["main", 2035], 10.816045423831039)
    near("totals: mid 2045", total["mid", 2045], 5.9232640637950102)
    near("totals: add up to the budget", sum(float(v) for (case, year), v in total.items() if case == "mid"), 260)
    check("totals: calendar years inside", min(y for c, y in total if c == "mid") == 2024 and max(y for _, y in total) == 2059, total)
    code, out, err = run(PATH, "--series", "--totals", "-", text=text)
    check("totals: not with a series", code == 2 and out == "" and "exclude" in err, (code, out, err))


def quotas():
    text = """# comment
case,e0,growth,budget,horizon_years,further
china,11.902503,0.02,200,inf,x
china,11.902503,0.02,200,77,x
idle,10,-0.05,400,inf,x
tiny,11.902503,0.03,1,inf,x
falling,180,-0.01,2500,57,x
bad,180,-0.01,2500,0,x
none,0,0.01,100,50,x
"""
    code, out, err = run(QUOTA, "-", text=text)
    check("quota: exit status 0", code == 0 and err == "", (code, err))
    check("quota: header", out.splitlines()[0] == "case,status,mitigation,years_to_peak,e_peak", out)
    found = rows(out)
    check("quota: statuses", [(r["case"], r["status"]) for r in found] == [
        ("china", "SKPI_OK"), ("china", "SKPI_OK"), ("idle", "SKPI_ENOTBINDING"), ("tiny", "SKPI_WUNUSUAL"),
        ("falling", "SKPI_OK"), ("bad", "SKPI_ENOTSORTED"), ("none", "SKPI_EDOM")], found)
    for r, m, t, f in ((found[0], 0.12830197452415402, 1.05111376197408276, 12.0221724021216611),
                       (found[1], 0.128263273652476553, 1.05170536743174477, 12.0222383827636797),
                       (found[3], 23.8199965600993287, 0.0000528069688620093761, 11.9025124240747701)):
        near(f"quota: {r['case']} m", r["mitigation"], m)
        near(f"quota: {r['case']} t_peak", r["years_to_peak"], t)
        near(f"quota: {r['case']} f_peak", r["e_peak"], f)
    check("quota: a refused case is empty", found[2]["mitigation"] == found[2]["years_to_peak"] == found[2]["e_peak"] == "", found[2])
    check("quota: a fall begins at once", (found[4]["years_to_peak"], found[4]["e_peak"]) == ("0", "180"), found[4])


def bad():
    for program, good in ((PATH, HEADER + CHINA), (QUOTA, "case,e0,growth,budget,horizon_years\nx,1,0,1,inf\n")):
        name = program
        code, out, err = run(program, "--help")
        check(f"{name}: --help", code == 0 and out.startswith(f"usage: {name} ") and err == "", (code, out, err))
        for arguments in ((), ("a", "b"), ("--nothing", "-")):
            code, out, err = run(program, *arguments, text=good)
            check(f"{name}: usage {arguments}", code == 2 and out == "" and err.startswith(f"{name}: "), (code, err))
        code, out, err = run(program, "/no/such/file")
        check(f"{name}: no such file", code == 1 and out == "" and "/no/such/file" in err, (code, err))
        code, out, err = run(program, "-", text=good.replace(",1,", ",one,").replace(",12.2,", ",12;2,"))
        check(f"{name}: no number", code == 1 and ":2:" in err and "is not a number" in err, (code, err))
        code, out, err = run(program, "-", text=good.replace("case", "place"))
        check(f"{name}: a column is missing", code == 1 and 'column "case" is missing' in err, (code, err))
        code, out, err = run(program, "-", text=good.splitlines()[0] + "\n")
        check(f"{name}: no rows", code == 0 and len(out.splitlines()) == 1, (code, out, err))
        german = run(program, "-", text=good, environment={"LC_ALL": "de_DE.UTF-8"})
        check(f"{name}: decimal comma of the host", german[:2] == run(program, "-", text=good)[:2], german)
    code, out, err = run(PATH, "-", text=HEADER + CHINA + CHINA)
    check("carbon_path: a case twice", code == 1 and "-:3:1:" in err.replace("standard input", "-"), (code, err))
    with open("/dev/full", "w") as full:
        done = subprocess.run([BUILD / "examples" / PATH, "-"], input=PATHS.encode(), stdout=full, stderr=subprocess.PIPE)
    check("carbon_path: a full disk", done.returncode == 1, done)


built(PATH, QUOTA)
paths()
series()
dated()
quotas()
bad()
end()
