"""The main job: every figure of the city outlook.  One line a check."""

import math
import re
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, figures, finish, near, rows, run, squeezed  # noqa: E402


def converging(year):
    """The converging method again, from the bundled history, in percent."""
    lines = (DATA / "urban_history.csv").read_text(encoding="utf-8").splitlines()
    cells = [line.split(",") for line in lines if line[:1] not in ("#", "")][1:]
    history = {int(c[1]): float(c[2]) for c in cells}
    logit = {y: math.log(p / (1 - p)) for y, p in history.items()}
    last, g, phi = max(history), 0.015, 0.9
    pace = sum((logit[last] - logit[last - w]) / w for w in (4, 10, 20)) / 3
    lead = year - last
    return 100 / (1 + math.exp(-(logit[last] + g * lead + (pace - g) * phi * (1 - phi ** lead) / (1 - phi))))


def bundled(where):
    """The figures of the bundled data, from the CSV files and from the report."""
    out = where / "out"
    status, report, words = run("--data", DATA, "--out", out)
    check("the bundled figures are reported, silently", status == 0 and words == "", (status, words))
    flat = squeezed(report)

    def says(text):
        check(f"the report says: {text}", text in flat)

    def only(file, **match):
        found = rows(out / file, **match)
        return found[0] if len(found) == 1 else {}

    check("at most 90 lines of 100 columns", report.count("\n") <= 90 and max(map(len, report.splitlines())) <= 100,
          (report.count("\n"), max(map(len, report.splitlines()))))
    full = run("--data", DATA, "--full")[1]
    check("the full report has 100 columns, and no spaces at the end of a line", max(map(len, full.splitlines())) <= 100
          and not re.search(r" $", full, re.M), [line for line in full.splitlines() if len(line) > 100])
    caict = only("digital.csv", year=2022, label="CAICT broad")
    check("digital, China 2022, broad, as published", caict["share_percent"] == "41.5", caict)
    check("no quotient for 2022", caict["status"] == "published" and caict["gdp_bn"] == "", caict)
    core = only("digital.csv", year=2024, label="NBS core", status="computed")
    near("digital, China 2024, core", core["share_percent"], 100 * 14089.1 / 134806.6, 1e-12)
    check("core is over the verified GDP", core["gdp_vintage"] == "verified" and core["gdp_bn"] == "134806.6", core)
    near("range of definitions, low", core["low_percent"], 100 * 14089.1 / 134806.6, 1e-12)
    near("range of definitions, high", core["high_percent"], 43.8, 1e-12)
    mixed = only("digital.csv", year=2024, label="NBS core", status="mixed vintages, do not use")
    near("digital, mixed vintages", mixed["share_percent"], 10.443, 5e-4)
    changsha = only("digital.csv", place="Changsha")
    near("digital, Changsha, floor", changsha["share_percent"], 31.4, 5e-2)
    check("Changsha is a floor of an unstated definition", (changsha["bound"], changsha["scope"]) == ("at_least", "unstated"), changsha)
    for text in ("1 10.451 % digital economy in the GDP of China, 2024", "preliminary GDP (134,908.4 bn) must not be divided into a verified figure",
                 "at least 31 %", "2023-09-07", "year and definition unstated", "28.84", "14,089.1 CNY", "never join them",
                 "No figure is known of Shanghai: digital.csv has none."):
        says(text)
    check("no word of the program in the report", not re.search(r"SKPI_|skpi_|->", report), report)

    years = {int(r["year"]): r for r in rows(out / "urban.csv")}
    for year, cautious, recursion, other in ((2030, 71.5, 71.6, 71.5), (2050, 80.1, 81.1, 79.1)):
        for column, expected in (("share", cautious), ("recursion", recursion), ("converging", other)):
            near(f"urban {column}, China {year}", years[year][f"{column}_percent"], expected, 0.05)
    near("the last observation", years[2022]["share_percent"], 65.21764, 1e-12)
    projected = rows(out / "urban.csv", kind="projected")
    for r in projected:
        year = int(r["year"])
        if year % 10 == 0:
            near(f"converging, {year}", r["converging_percent"], converging(year), 1e-10)
        check(f"cautious is the mean, {year}", abs(2 * float(r["share_percent"]) - float(r["converging_percent"]) - float(r["recursion_percent"])) < 1e-9, r)
    check("every projected year to 2050 has a range around it", [r["year"] for r in projected] == [str(y) for y in range(2023, 2051)] and
          all(float(r["low_percent"]) < float(r["share_percent"]) < float(r["high_percent"]) for r in projected))
    check("no observed year has one", all(r["low_percent"] == "" for r in rows(out / "urban.csv", kind="observed")))
    row = years[2050]
    says(f"3 {float(row['share_percent']):.1f} % urban share of China in 2050")
    says(f"range: {float(row['low_percent']):.1f} to {float(row['high_percent']):.1f} % (80 %)")
    says("Published for 2050: 80.0 % (WUP 2018), 89.7 % (WUP 2025).")
    others = rows(out / "urban_observed.csv")
    check("published since", [(r["date"], r["share_percent"]) for r in others[-3:]] ==
          [("2023-12-31", "66.16"), ("2024-12-31", "67"), ("2025-12-31", "67.89")], others)
    for r in others:
        if r["inside"]:
            check(f"{r['date']} is {r['inside']}", (r["inside"] == "yes") == (float(r["low_percent"]) <= float(r["share_percent"]) <= float(r["high_percent"])), r)
    says("Since: 66.16 % (2023-12-31), 67.00 % (2024-12-31), 67.89 % (2025-12-31)")
    past = only("urban_past.csv", year=2020)
    near("projected in 2018 for 2020", past["projected_percent"], 61.428, 5e-4)
    near("found for 2020", past["found_percent"], 63.52342, 1e-9)
    says("The record of 2017 projected 61.4 % for 2020 (60.2 to 62.2 unless revised); revised since: 63.5 %.")
    says("Cautious: their mean.")
    check("the whole table of the earlier record is in the full report",
          "Projected from the earlier record of 58.0 % in 2017 (since revised to 60.2 %)" in squeezed(run("--data", DATA, "--full")[1]))
    for r in rows(out / "cities.csv", year=2018) + rows(out / "cities.csv", year=2019):
        known = {("Changsha", "2018"): 4345, ("Changsha", "2019"): 4461, ("Shanghai", "2019"): 26317}.get((r["place"], r["year"]))
        if known:
            near(f"{r['place']} {r['year']} as given", r["population_thousand"], known, 1e-6)

    given = figures(out)
    carbon = {int(r["year"]): r for r in rows(out / "carbon.csv")}
    total = 0
    for year in range(2024, 2061):
        total += float(carbon[year]["co2"])
        near(f"totals to {year} add up", carbon[year]["cumulative"], total, 1e-9)
    near("budget met", carbon[2060]["cumulative"], 260, 1e-9)
    near("warming in 2060", given["warming_c"], 0.117, 1e-9)
    near("warming, low", given["warming_low_c"], 0.0702, 1e-6)
    near("warming, high", given["warming_high_c"], 0.1638, 1e-6)
    check("start", carbon[2023]["co2"] == "11.902503" and carbon[2023]["kind"] == "observed", carbon[2023])
    near("total of the peak's year", carbon[2029]["co2"], 12.2, 1e-12)
    known = {"7": (137.4226164444444, 415.3996164444444, 1.27, 342), "10": (136.4161164444444, 405.4261164444444, 1.1767401400609811, 313)}
    for r in rows(out / "carbon_waypoints.csv"):
        if r["below_peak_percent"] not in known:
            near("the plain path is 18 % below", r["below_peak_percent"], 18, 0.5)
            continue
        low, high, power, needed = known[r["below_peak_percent"]]
        name = f"{r['below_peak_percent']} % below in 2035"
        near(f"{name}: lowest budget", r["budget_low"], low, 1e-9)
        near(f"{name}: highest budget", r["budget_high"], high, 1e-9)
        near(f"{name}: power", r["power"], power, 0.005)
        near(f"{name}: the plain path needs", r["budget_needed"], needed, 0.5)
    near("the total of 2035 through 10 %", rows(out / "carbon_waypoints.csv", below_peak_percent=10)[0]["co2"], 10.941885403479267, 1e-12)
    for k, below in ((1, 7), (2, 10)):
        through = {y: float(r[f"co2_waypoint_{k}"]) for y, r in carbon.items() if y >= 2024}
        near(f"through {below} % below in 2035, the budget is met, too", sum(through.values()), 260, 1e-9)
        near(f"through {below} % below in 2035, the total of that year", through[2035],
             float(rows(out / "carbon_waypoints.csv", below_peak_percent=below)[0]["co2"]), 1e-12)
        says(f"2035 10.06 138.9 0.06 0.04 to 0.09 assumed {carbon[2035]['co2_waypoint_1'][:5]} {float(carbon[2035]['co2_waypoint_2']):.2f}")
    near("the shares add up", sum(float(r["co2"]) for r in rows(out / "carbon_shares.csv")), 260, 260e-14)
    for text in ("11.9 Gt in 2023 (observed)", "peak 12.2 Gt in 2028", "5 0.12 C warming by 2060", "range: 0.07 to 0.16 C (likely)",
                 "Plain path: 18 % below its peak in 2035; 73 to 439 Gt can be met; power 0.95",
                 "7 % below the peak in 2035: 137 to 415 Gt can be met, power 1.27; the plain path needs 342 Gt.",
                 "10 % below the peak in 2035: 136 to 405 Gt can be met, power 1.18; the plain path needs 313 Gt.", "Indicators of Global Climate Change 2024", "Since, by others (not used): +0.8 % in 2024, -0.3 % in 2025."):
        says(text)
    verdicts = {r["place"]: r["verdict"] for r in rows(out / "carbon_cities.csv")}
    check("peaks of five cities", verdicts == {"Changsha": "not peaked", "Hangzhou": "on a plateau", "Shanghai": "on a plateau",
                                               "Shenzhen": "not peaked", "Guangzhou": "not peaked"}, verdicts)

    head = report[:report.index("Digital economy (")]
    check("five headlines, each with its range and its source", len(re.findall(r"^[1-5]  ", head, re.M)) == 5 and
          head.count("range: ") == 5 and head.count("source:") == 5, head)
    full = run("--data", DATA, "--full")[1]
    check("--full prints every year", all(f"\n  {y}  " in full for y in range(2000, 2061)))
    files = {f.name for f in out.iterdir()}
    check("the figures are in CSV files", files == {f"{n}.csv" for n in (
        "digital", "impact", "urban", "urban_observed", "urban_past", "urban_published", "cities", "carbon", "carbon_shares", "carbon_since", "carbon_waypoints",
        "carbon_world", "carbon_cities", "verdict", "verdict_causes", "index", "index_weights", "peers", "figures")} | {"outlook.html"}, files)
    long = [c for f in out.glob("*.csv") for r in rows(f) for c in r.values() if re.search(r"\d0000000\d$|\d9999999\d$", c)]
    check("no figure is longer than it reads back", not [c for c in long if float(c) == float(f"{float(c):.14g}")], long[:5])
    check("another locale changes nothing", run("--data", DATA, environment={"LC_ALL": "de_DE.UTF-8"})[1] == run("--data", DATA)[1])
    check("no year is compiled in", not [y for f in (SRC / "examples" / "outlook").glob("*.[ch]")
                                         for y in re.findall(r"(?<![\w.\"-])20[1-6]\d\b", re.sub(r"/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"", "", f.read_text(encoding="utf-8"), flags=re.S))])


if __name__ == "__main__":
    sys.exit(finish([bundled]))
