"""The main job: every figure of the city outlook, changed inputs, the pictures.  One line a check."""

import math
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, edited, figures, finish, near, rows, run  # noqa: E402


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def converging(year):
    """The converging method again, from the bundled history, in percent."""
    lines = (DATA / "urban_history.csv").read_text(encoding="utf-8").splitlines()
    cells = [line.split(",") for line in lines if line[:1] not in ("#", "")][1:]
    history = {int(year): float(share) for _, year, share, _ in cells}
    logit = {y: math.log(p / (1 - p)) for y, p in history.items()}
    last, g, phi = max(history), 0.015, 0.9
    pace = sum((logit[last] - logit[last - w]) / w for w in (5, 10, 20)) / 3
    lead = year - last
    return 100 / (1 + math.exp(-(logit[last] + g * lead + (pace - g) * phi * (1 - phi ** lead) / (1 - phi))))


def bundled(where):
    """Every figure of the bundled data, from the CSV files and from the report."""
    out = where / "out"
    status, report, words = run("--data", DATA, "--out", out)
    check("the bundled figures are reported, silently", status == 0 and words == "", (status, words))
    flat = squeezed(report)

    def says(text):
        check(f"the report says: {text}", text in flat)

    def only(file, **match):
        found = rows(out / file, **match)
        return found[0] if len(found) == 1 else {}

    caict = only("digital.csv", year=2022, label="CAICT broad")
    near("digital, China 2022, broad, as published", caict["share_percent"], 41.5, 1e-12)
    check("no quotient for 2022", caict["status"] == "published" and caict["gdp_bn_yuan"] == "", caict)
    core = only("digital.csv", year=2023, label="NBS core", status="computed")
    near("digital, China 2023, core", core["share_percent"], 100 * 12755.5 / 129427.2, 1e-12)
    check("core is over the census GDP", core["gdp_vintage"] == "census" and float(core["gdp_bn_yuan"]) == 129427.2, core)
    near("range of definitions, low", core["low_percent"], 100 * 12755.5 / 129427.2, 1e-12)
    near("range of definitions, high", core["high_percent"], 100 * 53900 / 126058.2, 1e-12)
    mixed = only("digital.csv", year=2023, label="NBS core", status="mixed vintages, do not use")
    near("digital, mixed vintages", mixed["share_percent"], 10.119, 5e-4)
    changsha = only("digital.csv", place="Changsha")
    near("digital, Changsha, floor", changsha["share_percent"], 31.4, 5e-2)
    check("Changsha is a floor of an unstated definition", (changsha["bound"], changsha["scope"]) == ("at_least", "unstated"), changsha)
    for text in ("41.5 %", "9.855 %", "SKPI_EDEFMIX", "10.119 % mixed vintages, do not use", "at least 31.4 %", "2023-09-07",
                 "reference year and definition unstated", "1,433.198", "second-hand", "12,755.5",
                 "They must not be subtracted, ranked or joined", "The file has no figure for: Hangzhou, Shanghai, Shenzhen, Guangzhou."):
        says(text)
    check("the library refused the mix in its own words", "skpi_digital_share" in flat and "must not be mixed" in flat)

    for year, expected, tolerance in ((2017, 57.960, 1e-9), (2030, 70.626, 5e-4), (2050, 80.02853, 5e-6)):
        near(f"urban share, China {year}", only("urban.csv", year=year)["share_percent"], expected, tolerance)
    projected = rows(out / "urban.csv", kind="projected")
    for r in projected:
        year = int(r["year"])
        if year % 10 == 0:
            near(f"converging, {year}", r["converging_percent"], converging(year), 1e-10)
    check("cautious lies between", all(abs(2 * float(r["cautious_percent"]) - float(r["converging_percent"]) - float(r["share_percent"])) < 0.6 for r in projected))
    printed = [r for r in projected if r["published_percent"]]
    check("the UN's own path is beside its method", [r["year"] for r in printed] == ["2018", "2020", "2025", "2030", "2035", "2040", "2045", "2050"] and
          all(abs(float(r["published_percent"]) - float(r["share_percent"])) < 0.01 for r in printed))
    check("every projected year to 2060 has a range around it", [r["year"] for r in projected] == [str(y) for y in range(2018, 2061)] and
          all(float(r["low_percent"]) < float(r["share_percent"]) < float(r["high_percent"]) for r in projected))
    check("no observed year has one", all(r["low_percent"] == "" for r in rows(out / "urban.csv", kind="observed")))
    near("range 2050, low", only("urban.csv", year=2050)["low_percent"], 68.1, 5e-2)
    near("range 2050, high", only("urban.csv", year=2050)["high_percent"], 88.3, 5e-2)
    check("beyond the UN table from 2051 on", [r["year"] for r in rows(out / "urban.csv", note="beyond the UN table")] == [str(y) for y in range(2051, 2061)])
    check("beyond the calibrated horizon from 2048 on", [r["year"] for r in rows(out / "urban.csv", note="range beyond its calibrated horizon")] == ["2048", "2049", "2050"])
    for text in ("2017 57.960", "2030 70.626 63.1 to 77.1", "2050 80.029 68.1 to 88.3", "beyond the UN table", "SKPI_WHORIZON",
                 "the method of the United Nations", "the GDP or the emissions of a municipality must not be divided by them"):
        says(text)
    for city, ours, theirs in (("Changsha", 5773, 5772), ("Hangzhou", 9674, 9675), ("Shanghai", 34341, 34341),
                               ("Shenzhen", 15186, 15185), ("Guangzhou", 16744, 16741)):
        value = only("cities.csv", place=city, year=2035)["population_thousand"]
        near(f"{city} in 2035, thousand", value, ours, 0.5)
        near(f"{city} in 2035 against the UN's own, within 0.03 %", float(value) / theirs, 1, 3e-4)
    says("2035 5,773 9,674 34,341 15,186 16,744 projected")

    given = figures(out)
    near("power", given["power"], 1.087328551231, 5e-13)
    near("lowest budget", given["budget_low_gt"], 84.6562575, 1e-10)
    near("highest budget", given["budget_high_gt"], 450.6562575, 1e-10)
    near("plain sum 2024-2060", given["sum_gt"], 254.065, 5e-4)
    near("warming in 2060", given["warming_c"], 0.117, 1e-12)
    near("warming, low", given["warming_low_c"], 0.0702, 1e-6)
    near("warming, high", given["warming_high_c"], 0.1638, 1e-6)
    near("start", only("carbon.csv", year=2023)["co2_gt"], 11.902503, 1e-12)
    near("peak", only("carbon.csv", year=2028)["co2_gt"], 12.2, 1e-12)
    near("end of the plateau", only("carbon.csv", year=2030)["co2_gt"], 12.2, 1e-12)
    near("net zero", only("carbon.csv", year=2060)["co2_gt"], 0, 1e-12)
    near("budget met", only("carbon.csv", year=2060)["cumulative_gt"], 260, 260e-12)
    for name, expected in (("Changsha", 0.892), ("Hangzhou", 1.493), ("Shanghai", 5.294), ("Shenzhen", 2.369), ("Guangzhou", 2.589),
                           ("rest", 247.363)):
        near(f"share of the budget, {name}", only("carbon_shares.csv", place=name)["co2_gt"], expected, 5e-4)
    near("the shares add up", sum(float(r["co2_gt"]) for r in rows(out / "carbon_shares.csv")), 260, 260e-14)
    near("t a head", given["t_per_head"], 181.2, 5e-2)
    for text in ("observed 11.902503 Gt", "All later values are assumptions", "peak of 12.2 Gt in 2028", "p = 1.087328551231",
                 "between 84.6562575 and 450.6562575 Gt", "254.065 Gt", "0.117 (0.070 to 0.164)", "247.363", "181.2 t per head",
                 "This is arithmetic and not a target", "Use your own city"):
        says(text)

    head = report[:report.index("1. Digital economy")]
    check("five headlines, each with its range and its source", len(re.findall(r"^  [1-5]  ", head, re.M)) == 5 and
          head.count("range  ") == 5 and head.count("source  ") == 5, head)
    tables = [line for line in report.splitlines() if re.match(r"^  (19|20)\d\d  ", line)]
    check("every year's row says what it is", len(tables) > 30 and all(re.search(r"observed|projected|assumed", t) for t in tables), tables)
    check("five-yearly on screen", "  2033  " not in report)
    full = run("--data", DATA, "--full")[1]
    check("--full prints every year", all(f"\n  {y}  " in full for y in range(1981, 2061)))
    files = {f.name for f in out.iterdir()}
    check("the figures are in eight CSV files", files == {f"{n}.csv" for n in ("digital", "impact", "urban", "cities", "carbon", "carbon_shares", "verdict", "figures")}, files)
    check("another locale changes nothing", run("--data", DATA, environment={"LC_ALL": "de_DE.UTF-8"})[1] == run("--data", DATA)[1])


def solved(a, b):
    """x of a x = b, by elimination."""
    n, rows_of = len(b), [list(r) + [v] for r, v in zip(a, b)]
    for k in range(n):
        top = max(range(k, n), key=lambda i: abs(rows_of[i][k]))
        rows_of[k], rows_of[top] = rows_of[top], rows_of[k]
        for i in range(k + 1, n):
            factor = rows_of[i][k] / rows_of[k][k]
            rows_of[i] = [u - factor * v for u, v in zip(rows_of[i], rows_of[k])]
    x = [0.0] * n
    for k in reversed(range(n)):
        x[k] = (rows_of[k][n] - sum(rows_of[k][j] * x[j] for j in range(k + 1, n))) / rows_of[k][k]
    return x


def invested(where):
    """The investment's impact again, from the tables, and what the report says of it."""
    out = where / "invested"
    report = run("--data", DATA, "--out", out)[1]
    flat = squeezed(report)
    plain = where / "plain"
    plain.mkdir()
    for name in ("io_sectors", "io_flows"):
        lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        (plain / f"{name}.csv").write_text("\n".join(line for line in lines if not line.startswith("#")), encoding="utf-8")
    for table, digits in (("USA 2022", 10), ("Chile 2013", 12)):
        sectors = rows(plain / "io_sectors.csv", table=table)
        flow = {(r["seller"], r["buyer"]): float(r["flow"]) for r in rows(plain / "io_flows.csv", table=table)}
        key, x = [s["sector"] for s in sectors], [float(s["output"]) for s in sectors]
        check(f"{table}: {digits} sectors in balance", len(key) == digits and all(
            abs(sum(flow[a, b] for b in key) + float(s["final_demand"]) - float(s["output"])) < 1e-6 * float(s["output"])
            for a, s in zip(key, sectors)))
        buys = [float(s["purchase"] or 0) for s in sectors]
        demand = [20.5 * b / sum(buys) for b in buys]
        output = solved([[(i == j) - flow[a, b] / x[j] for j, b in enumerate(key)] for i, a in enumerate(key)], demand)
        got = rows(out / "impact.csv", table=table)
        near(f"{table}: output", sum(float(r["output_bn_yuan"]) for r in got), sum(output), 1e-10)
        check(f"{table}: by sector", all(abs(float(r["output_bn_yuan"]) - o) < 1e-11 and abs(float(r["bought_bn_yuan"]) - d) < 1e-12
                                         for r, o, d in zip(got, output, demand)))
        if sectors[0]["value_added"]:
            value = [float(s["value_added"]) / v * o for s, v, o in zip(sectors, x, output)]
            check(f"{table}: value added", all(abs(float(r["value_added_bn_yuan"]) - v) < 1e-11 for r, v in zip(got, value)))
            check("the sum is in the report", f"total 20.50 {sum(output):.2f} {sum(value):.2f}" in flat and
                  f"Value added {sum(value) / 20.5:.3f} of each yuan, {100 * sum(value) / 1433.198:.2f} % of the GDP" in flat, flat[-200:])
        else:
            check(f"{table}: no value added is shown", all(r["value_added_bn_yuan"] == "" for r in got))
        if sectors[0]["jobs"]:
            per = [float(s["jobs"]) / v for s, v in zip(sectors, x)]
            ratio = sum(p * o for p, o in zip(per, output)) / sum(p * d for p, d in zip(per, demand))
            check("jobs at suppliers", f"for every 100 at the firms that sell to the projects, {100 * (ratio - 1):.0f} more" in flat)
            near("jobs by sector add up", sum(float(r["jobs_percent"]) for r in got), 100, 1e-10)
    for text in ("20.5 bn yuan in at least 500 projects, at most 41 mn each, 1.43 % of the GDP of 1,433.198 bn",
                 "tables of other economies are used for its structure", "What the projects buy is assumed too",
                 "publication and period not stated", "total 20.50 29.78 19.39"):
        check(f"the report says: {text}", text in flat)
    check("every figure of the impact is assumed", all(r["kind"] == "assumed" for r in rows(out / "impact.csv")))


def scarce(where):
    """A country of which little is known is still reported and drawn."""
    data, out = where / "scarce-data", where / "scarce"
    shutil.copytree(DATA, data)
    data.chmod(0o755)
    for file, keep in (("places.csv", "China"), ("cities.csv", None), ("digital.csv", None), ("gdp.csv", None), ("investment.csv", None)):
        lines = (data / file).read_text(encoding="utf-8").splitlines()
        header = next(i for i, line in enumerate(lines) if not line.startswith("#"))
        (data / file).chmod(0o644)
        (data / file).write_text("\n".join(lines[:header + 1] + [x for x in lines[header + 1:] if keep and x.startswith(keep)]), encoding="utf-8")
    status, report, words = run("--data", data, "--out", out)
    check("scarce: reported", status == 0 and "The file has no figure for: China." in report and "The file has no city." in report, (status, words))
    if shutil.which("gnuplot"):
        done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True)
        check("scarce: drawn, silently", done.returncode == 0 and done.stderr == b"" and len(list(out.glob("*.png"))) == 5, done.stderr)


def changed(where):
    """Another input row gives another printed row and another label."""
    out = where / "changed"
    pictures = bool(shutil.which("gnuplot"))
    cases = (
        ("digital.csv", "50200,0.415", "50200,0.405", "40.5 %", "definitions", ">40.5<"),
        ("gdp.csv", "129427.2", "130000.0", "9.812 %", "definitions", ">9.812<"),
        ("urban.csv", "0.0501189", "0.0401189", "68.628", "urban", None),
        ("cities.csv", "3744,4345,4461", "3744,4345,4561", "6,", "urban", "Changsha 长沙 6."),
        ("investment.csv", ",500,20.5,", ",500,41,", "38.79", "impact", "41 bn yuan of digital projects"),
        ("io_sectors.csv", ",385624,,152047,", ",385624,,0,", "Value added 0.939 of each yuan", "impact", "8.39, of it 6.15"),
        ("carbon.csv", ",260,", ",300,", "1.5", "carbon", "300 Gt CO₂"),
        ("places.csv", "Changsha,Changsha,", "Changsha,Star City,", "Star City", "carbon", "Star City 长沙"),
    )
    before = run("--data", DATA)[1]
    for file, old, new, text, picture, label in cases:
        status, report, words = run("--data", edited(where, file, old, new), "--out", out)
        check(f"{file}: {new} gives another report", status == 0 and report != before and text in report, (status, words))
        if not pictures:
            continue
        done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        check(f"{file}: {new} is drawn", done.returncode == 0 and done.stderr == b"", done.stderr)
        if done.returncode:
            continue
        svg = (out / f"{picture}.svg").read_text(encoding="utf-8")
        if label is None:
            row = rows(out / "urban.csv", year=2030)[0]
            label = f"{float(row['share_percent']):.3f} % in 2030"
            check("the row of 2030 has moved", label != "70.626 % in 2030", label)
        check(f"{picture}.svg says {label}", label in svg)
        if picture == "urban":
            check("the other methods are named", "converging 78.4 %" in svg and "cautious, the mean of both" in svg)
        check(f"{picture}.png is a picture", (out / f"{picture}.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n")
        check(f"{picture}.svg names Chinese fonts", "Noto Sans CJK SC" in svg and "sans-serif" in svg)
    if not pictures:
        print("skipped pictures: gnuplot is not here")


if __name__ == "__main__":
    sys.exit(finish([bundled, invested, changed, scarce]))
