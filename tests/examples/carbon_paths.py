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
    check("path: exit status 0", code == 0, (code, err))
    check("path: a case that is none is told, a budget that cannot be met is an answer", err ==
          'standard input:7:7: warning: t_net_zero "2029" is not after the end of the plateau, 2030; case "never" has no figures\n', err)
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
    check("series: exit status 0", code == 0, (code, err))
    left_out = [line for line in err.splitlines() if line.endswith("is left out")]
    check("series: each case that is left out is told", [line.partition(" warning")[0] for line in left_out] == [
        "standard input:3:9:", "standard input:4:9:", "standard input:7:7:"] and "(85.4088, 460.409)" in left_out[0], err)
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
early,2023.5,11.902503,2028,12.2,2,2060,0,260,2023,,
"""
    code, out, err = run(PATH, "-", text=text)
    found = rows(out)
    check("dated: statuses", code == 0 and [r["status"] for r in found] == ["SKPI_OK", "SKPI_OK", "SKPI_OK", "SKPI_EDOM"], (code, out, err))
    check("dated: a budget before the path", "standard input:5:10: warning: t_budget \"2023\" is before t0 = 2023.5" in err, err)
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


def refused():
    """Files of which nothing can be computed, and cells that cannot be right."""
    below = "below,2023,10,2028,5,2,2060,0,260\n"
    for form in ((), ("--series",), ("--totals",)):
        code, out, err = run(PATH, *form, "-", text=HEADER + below)
        check(f"refused: a peak below e0 {form}", code == 1 and len(out.splitlines()) == 2 - len(form)
              and 'standard input:2:5: warning: e_peak "5" is below e0 = 10: not a peak; case "below"' in err
              and "no case of standard input could be computed" in err, (code, out, err))
        code, out, err = run(PATH, *form, "-", text=HEADER + below + CHINA)
        check(f"refused: beside a good one {form}", code == 0 and "china" in out and err.count("\n") == 1 and ":2:5: " in err, (code, out, err))
    code, out, err = run(PATH, "-", text=HEADER + CHINA.replace(",260", ",1"))
    check("refused: only a budget that cannot be met", code == 0 and "SKPI_EINFEASIBLE" in out and err == "", (code, out, err))
    for form, what in (("--series", "1 January"), ("--totals", "whole calendar year")):
        code, out, err = run(PATH, form, "-", text=HEADER + CHINA + "brief,2023.2,10,2023.3,11,0,2023.9,0,4\n")
        check(f"refused: no whole year {form}", code == 0 and "brief" not in out and err ==
              f'standard input:3:7: warning: there is no {what} between t0 and t_net_zero; case "brief" is left out\n', (code, err))
    head = HEADER.replace("budget", "budget,t_waypoint,waypoint")
    for cells, place in ((",2035,", ":2:11: t_waypoint is given"), (",,0.9", ":2:10: waypoint is given")):
        code, out, err = run(PATH, "-", text=head + CHINA.replace("\n", cells + "\n"))
        check(f"refused: half a waypoint {cells}", code == 1 and out == "" and place in err, (code, out, err))
    code, out, err = run(PATH, "-", text=HEADER.replace("budget", "budget,t_waypoint") + CHINA.replace("\n", ",2035\n"))
    check("refused: no column waypoint", code == 1 and out == "" and ":2:10: t_waypoint is given" in err, (code, out, err))
    code, out, err = run(PATH, "-", text=HEADER + CHINA.replace("china", ""))
    check("refused: a case without a name", code == 1 and out == "" and ":2:1: case is empty" in err, (code, out, err))


def quotas():
    text = """# comment
case,e0,growth,budget,horizon_years,further
china,11.902503,0.02,200,inf,x
near,11.902503,0.02,200,77,x
idle,10,-0.05,400,inf,x
tiny,11.902503,0.03,1,inf,x
falling,180,-0.01,2500,57,x
bad,180,-0.01,2500,0,x
none,0,0.01,100,50,x
"""
    code, out, err = run(QUOTA, "-", text=text)
    check("quota: exit status 0", code == 0, (code, err))
    check("quota: what is unusual and what is refused is told", [line.partition(" warning: ")[::2] for line in err.splitlines()] == [
        ("standard input:6:4:", "mitigation = 23.82 is unusual for a decline a year: above 0.5 (percent?)"),
        ("standard input:8:5:", 'horizon_years "0" is neither above 0 and at most 900 nor inf; case "bad" has no figures'),
        ("standard input:9:2:", 'e0 "0" must be above 0; case "none" has no figures')], err)
    check("quota: header", out.splitlines()[0] == "case,status,mitigation,years_to_peak,e_peak", out)
    found = rows(out)
    check("quota: statuses", [(r["case"], r["status"]) for r in found] == [
        ("china", "SKPI_OK"), ("near", "SKPI_OK"), ("idle", "SKPI_ENOTBINDING"), ("tiny", "SKPI_WUNUSUAL"),
        ("falling", "SKPI_OK"), ("bad", "SKPI_ENOTSORTED"), ("none", "SKPI_EDOM")], found)
    for r, m, t, f in ((found[0], 0.12830197452415402, 1.05111376197408276, 12.0221724021216611),
                       (found[1], 0.128263273652476553, 1.05170536743174477, 12.0222383827636797),
                       (found[3], 23.8199965600993287, 0.0000528069688620093761, 11.9025124240747701)):
        near(f"quota: {r['case']} m", r["mitigation"], m)
        near(f"quota: {r['case']} t_peak", r["years_to_peak"], t)
        near(f"quota: {r['case']} f_peak", r["e_peak"], f)
    check("quota: a refused case is empty", found[2]["mitigation"] == found[2]["years_to_peak"] == found[2]["e_peak"] == "", found[2])
    check("quota: a fall begins at once", (found[4]["years_to_peak"], found[4]["e_peak"]) == ("0", "180"), found[4])
    head = text.splitlines(True)[1]
    code, out, err = run(QUOTA, "-", text=head + "none,0,0.01,100,50,x\n")
    check("quota: no case", code == 1 and "SKPI_EDOM" in out and "no case of standard input could be computed" in err, (code, out, err))
    for rows_, place in (("a,1,0,1,inf,x\nb,1,x,1,inf,x\n", ":3:3: "), ("a,1,0,1,inf,x\na,1,0,2,inf,x\n", ":3:1: "),
                         (",1,0,1,inf,x\n", ":2:1: case is empty")):
        code, out, err = run(QUOTA, "-", text=head + rows_)
        check(f"quota: nothing is printed of a bad file {place}", code == 1 and out == "" and place in err, (code, out, err))


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
refused()
quotas()
bad()
end()
