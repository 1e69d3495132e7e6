#!/usr/bin/env python3
"""The examples digital_input_output and economy_linkages: keys and columns, known answers, tables that are refused."""
import pathlib
import tempfile

from carbon_run import check, end, near, run

PROGRAMS = "digital_input_output", "economy_linkages"
# Miller & Blair (2009), table 2.3, with value added 600 and 1300: as in tests/unit/economy_table.h
Z = "# flows\nsector,a,b\nb,200,100\na,150,500\n"  # rows are matched by their codes
SECTORS = "sector,final_demand,value_added,output,digital,investment\na,350,600,1000,0,.1\nb,1700,1300,2000,1,0\n"
DET = .7575
BACK = (.6 * .25 + .65 * .85) / DET * 1700
TWICE = .65 * .85 / DET * 1700
INVESTMENT = .6 * .95 / DET * 35
EXACT = 1300 + .6 * .25 / DET * 1700 + INVESTMENT
KEYS = {"gdp": 1900, "direct": 1300, "backward": BACK, "forward": 1300, "double_count": TWICE,
        "fixed_investment": INVESTMENT, "published": EXACT, "exact": EXACT, "share_direct": 1300 / 1900,
        "share_published": EXACT / 1900, "share_exact": EXACT / 1900, "spectral_radius": (.2 + .21**.5) / 2}
HEAD = ["sector", "bl_direct", "bl_total", "power_disp", "fl_direct_A", "fl_total_L", "sens_disp", "fl_direct_ghosh",
        "fl_total_ghosh", "va_coef", "va_mult_total", "va_mult_type1", "cv_bl", "cv_fl"]

with tempfile.TemporaryDirectory() as folder:
    z, sectors = (pathlib.Path(folder, name) for name in ("Z.csv", "SECTORS.csv"))

    def table(program, flows=Z, of=SECTORS):
        z.write_text(flows)
        sectors.write_text(of)
        return run(program, "", z, sectors)

    status, rows, error = table("digital_input_output")
    check("exit 0, silent", status == 0 and not error, error)
    check("keys in order", [r["key"] for r in rows] == list(KEYS), rows)
    for row in rows:
        near(row["key"], row["value"], KEYS[row["key"]], 1e-15 * max(1, KEYS[row["key"]]) * 4)

    status, rows, error = table("economy_linkages")
    check("linkages: exit 0, silent", status == 0 and not error, error)
    check("linkages: columns and sectors", list(rows[0]) == HEAD and [r["sector"] for r in rows] == ["a", "b"], rows)
    for name, a, b in (("bl_direct", .35, .3), ("bl_total", 1.15 / DET, 1.1 / DET), ("fl_direct_A", .4, .25),
                       ("fl_total_L", 1.2 / DET, 1.05 / DET), ("fl_direct_ghosh", .65, .15),
                       ("power_disp", 2.3 / 2.25, 2.2 / 2.25), ("sens_disp", 2.4 / 2.25, 2.1 / 2.25),
                       ("fl_total_ghosh", 1.45 / DET, .95 / DET), ("va_coef", .6, .65),
                       ("va_mult_total", .7 / DET, .7025 / DET), ("va_mult_type1", .7 / .6 / DET, .7025 / .65 / DET),
                       ("cv_bl", .75 / 1.15 * 2**.5, .6 / 1.1 * 2**.5), ("cv_fl", .7 / 1.2 * 2**.5, .65 / 1.05 * 2**.5)):
        near(f"{name} of a", rows[0][name], a, 4e-15)
        near(f"{name} of b", rows[1][name], b, 4e-15)
    jobs = "sector,output,value_added,final_demand,jobs\na,1000,600,350,20\nb,2000,1300,1700,10\n"
    status, rows, error = table("economy_linkages", of=jobs)
    check("jobs: columns", list(rows[0]) == HEAD + ["jobs_mult_total", "jobs_mult_type1"], rows[0])
    near("jobs", rows[0]["jobs_mult_total"], .02 / DET, 4e-17)
    near("jobs, type I", rows[1]["jobs_mult_type1"], .00925 / .005 / DET, 4e-15)
    idle = "sector,a,b,c\na,150,500,0\nb,200,100,0\nc,0,0,0\n", SECTORS + "c,0,0,0,1,0\n"
    rows = table("economy_linkages", *idle)[1]
    check("a sector without output has no type I multiplier", rows[2]["va_mult_type1"] == "" and
          rows[2]["bl_total"] == "1", rows)

    def refuses(name, words, flows=Z, of=SECTORS, programs=PROGRAMS):
        for program in programs:
            status, rows, error = table(program, flows, of)
            check(f"{program}: {name}", status == 1 and not rows and all(w in error for w in words),
                  (status, rows, error))
            check(f"{program}: {name}: nothing on standard output", not rows)
            check(f"{program}: {name}: no names of C", not any(w in error for w in ("skpi_", "->", "[0] ", "[1] ")), error)

    for program in PROGRAMS:
        status, rows, error = table(program, of=SECTORS.replace("600", "60"))
        check(f"{program}: value added of a sector that fits is silent", status == 0 and rows and not error, error)
        status, rows, error = table(program, of=SECTORS.replace("600", "990"))
        check(f"{program}: value added of a sector that does not fit", status == 0 and rows and
              "SECTORS.csv:2:3: warning: " in error and "unusual as value added" in error and "sector a" in error and
              "skpi_" not in error and "->" not in error, error)
    refuses("coefficients", ("input coefficients in the place of flows",), "sector,a,b\na,.15,.25\nb,.2,.05\n")
    refuses("not productive", ("spectral radius", "column b"), Z.replace("500", "9000"))
    refuses("inputs without output", ("denominator", "row a"), of=SECTORS.replace("1000", "0"))
    refuses("a total left in", ("take the total out",), "sector,a,b,t\na,150,500,650\nb,200,100,300\nt,350,600,950\n",
            SECTORS + "t,2050,1900,3000,0,0\n")
    refuses("not finite", ("Z.csv:3:3: ",), Z.replace("100", "inf"))
    refuses("a sector only in Z", ('no sector "b"', "SECTORS.csv"), of=SECTORS.replace("\nb,", "\nc,"),
            flows=Z.replace("sector,a,b", "sector,a,c"))
    refuses("a sector twice", ("SECTORS.csv:3:",), of=SECTORS.replace("\nb,", "\na,"))
    refuses("a column is missing", ('"value_added"',), of=SECTORS.replace("value_added", "surplus"))
    refuses("fewer sectors in Z", ("1 sectors",), Z.replace("b,200,100\n", ""))
    refuses("a column of totals", ("4 columns", "total?"), "sector,a,b,t\na,150,500,650\nb,200,100,300\n")
    refuses("a negative output", ("is negative", "row b"), of=SECTORS.replace("2000", "-2000"))
    refuses("no such flag", ("SECTORS.csv:3:5: ",), of=SECTORS.replace("2000,1", "2000,2"), programs=PROGRAMS[:1])
    refuses("does not add up", ("add up",), of=SECTORS.replace("1700", "2700"), programs=PROGRAMS[:1])
    refuses("percent", ("percent",), of=SECTORS.replace(",.1", ",10"), programs=PROGRAMS[:1])
for program in PROGRAMS:
    check(f"{program} with one file", run(program, "", "a")[0] == 2)
    status, _, error = run(program, "", "--help")
    check(f"{program} --help", status == 0 and not error)
end()
