"""The city outlook of five made-up places: other scripts, currencies, units and spans of years; missing sections.  One line a check."""

import math
import os
import re
import shutil
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
from outlook_run import SRC, check, edited, figures, finish, near, rows, run  # noqa: E402

PLACES = SRC / "tests" / "examples" / "places"


def width(text):
    """Columns of a terminal."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def reported(where, name, sections, absent):
    out = where / name
    status, report, words = run("--data", PLACES / name, "--out", out)
    check(f"{name}: reported, silently", status == 0 and words == "", (status, words))
    lines = report.splitlines()
    check(f"{name}: at most 90 lines of 100 columns", len(lines) <= 90 and max(map(width, lines)) <= 100, max(map(width, lines)))
    heads = re.findall(r"^(\S.*?) -{3,}$", report, re.M)
    check(f"{name}: sections", [h.split(":")[0].split(" (")[0] for h in heads] == sections, heads)
    for line in absent:
        check(f"{name}: {line}", line in lines, lines[-12:])
    check(f"{name}: nothing of China", not re.search(r"CNY|yuan|China|NBS", report), report)
    full = run("--data", PLACES / name, "--full")
    check(f"{name}: in full, too", full[0] == 0 and full[2] == "", full)
    for table in (t for t in out.glob("*.csv") if t.name != "figures.csv"):
        found = rows(table)
        check(f"{name}: {table.name} has rows", len(found) > 0 and all(None not in r and None not in r.values() for r in found))
    if (out / "carbon.csv").exists():
        total, last = 0.0, None
        for r in rows(out / "carbon.csv", kind="assumed"):
            if r["cumulative"]:
                total += float(r["co2"])
                last = r
                near(f"{name}: totals to {r['year']} add up", r["cumulative"], total, 1e-9 * max(1, abs(total)))
        check(f"{name}: the path has totals", last is not None)
    if shutil.which("gnuplot"):
        done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True, cwd=where,
                              env={**os.environ, "LC_ALL": "C"})
        pictures = {p.stem for p in out.glob("*.svg")}
        drawn = set(re.findall(r"^picture,,(.*)$", (out / "figures.csv").read_text(encoding="utf-8"), re.M))
        check(f"{name}: drawn, silently", done.returncode == 0 and done.stderr == b"" and pictures == drawn, (pictures, done.stderr))
        check(f"{name}: nothing else was made", not (where / "x").exists() and not (where / "y").exists())
    return report, lines, out


def thai(where):
    report, lines, out = reported(where, "thai", ["Digital economy", "Urban share", "City populations", "CO2", "City index", "Peer cities"],
                                  ["No investment.csv, io_sectors.csv, io_flows.csv: no effects of an investment.",
                                   "No carbon_kaya.csv, carbon_goals.csv: no verdict."])
    near("thai: share", rows(out / "digital.csv", year=2023)[0]["share_percent"], 100 * 1530 / 17900, 1e-12)
    check("thai: the currency is named", "1,530 THB" in report and "2023" in report)
    head = next(line for line in lines if line.endswith("  area"))
    cities = [line for line in lines if line.endswith("  built-up area")]
    check("thai: columns align", len(cities) == 2 and {width(line[:line.index("built-up")]) for line in cities} == {width(head[:-len("area")])},
          (head, cities))
    check("thai: a first growth that is missing is told", "has no population of 2021" in report)
    check("thai: kilotonnes", "239,500 kt in 2023" in report and rows(out / "carbon.csv", year=2023)[0]["co2_unit"] == "kt")
    table = {r["place"]: r for r in rows(out / "index.csv")}
    weights = rows(out / "index_weights.csv")
    check("thai: indicators of equal weights, of one less is better", [r["direction"] for r in weights] == ["-1", "1", "1"] and
          len({r["weight_percent"] for r in weights}) == 1 and "equal weights, scores from 1 (worst city) to 100 (best)" in report)
    worst, best = (31.5, 2.1, 69), (12.2, 11.4, 91)
    for place, values in (("A", (24.1, 3.5, 91)), ("D", (12.2, 11.4, 69))):
        near(f"thai: index of {place}", table[place]["index"], sum(1 + 99 * (v - w) / (b - w) for v, w, b in zip(values, worst, best)) / 3, 1e-9)
    check("thai: of a country's cities those of the report are its own", [r["place"] for r in table.values() if r["own"] == "1"] == ["B", "A"], table)
    check("thai: of few cities half are peers", [r["order"] for r in rows(out / "peers.csv")] == ["1", "2", "1", "2"])
    check("thai: five-yearly observations and annual projections", [r["year"] for r in rows(out / "urban.csv")][:9] ==
          ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2021", "2022"])


def arabic(where):
    report, lines, out = reported(where, "arabic", ["Digital economy", "Urban share", "CO2", "Verdict on the goals for CO2", "City index", "Peer cities"],
                                  ["No cities.csv: no city populations.", "No carbon_cities.csv: no peaks of cities."])
    near("arabic: trillions over billions", rows(out / "digital.csv", status="computed")[0]["share_percent"], 100 * 620 / 4100, 1e-12)
    check("arabic: preliminary GDP is refused in words", "preliminary GDP (4,003 bn) must not be divided into a census figure" in report)
    check("arabic: a name with comma and quotes is whole", 'المدينة، "الكبرى"' in report)
    check("arabic: past its peak", "no further rise" in report and figures(out)["budget"] == "9000")
    check("arabic: a waypoint that cannot be met", "99 % below the peak in 2040: 9,000 Mt cannot be met, 4,047 to 4,415 Mt can" in re.sub(r"\s+", " ", report) and
          re.search(r"waypoint +2040 +99 +not met", run("--data", PLACES / "arabic", "--full")[1]) is not None)
    check("arabic: no geometric mean of 0", "Varied: weights by 25 %, scale (points, z-scores); weights move most." in report and
          all(r["mean_percent"] == "" for r in rows(out / "index.csv")) and "No geometric mean is taken: مدينة باء has 0 in" in
          run("--data", PLACES / "arabic", "--full")[1])
    found = [float(r["weight_percent"]) for r in rows(out / "index_weights.csv")]
    check("arabic: weights are found", all(abs(a - b) < 1 for a, b in zip(found, (60, 40))), found)
    check("arabic: what is uncertain is told", "Uncertain: everything. The weights found meet every printed index within 0.5 points." in report)
    check("arabic: the currency of the goal", "g per SAR of 2018" in report)


def city(where):
    report, lines, out = reported(where, "city", ["Digital economy", "CO2", "CO2 of municipalities", "City index", "Peer cities"],
                                  ["No urban_history.csv: no urban share.", "No carbon_kaya.csv, carbon_goals.csv: no verdict."])
    check("city: a city alone", lines[0] == "City outlook: Sankt Örtlich", lines[0])
    near("city: thousands of euros", rows(out / "digital.csv")[0]["share_percent"], 100 * 1234567 / 9876543, 1e-12)
    check("city: the path's figures have digits", "0.0000058 C" in report)
    check("city: weights are given", [r["weight_percent"] for r in rows(out / "index_weights.csv")] == ["50", "30", "20"] and
          "The weights given meet every printed index within 0.04 points." in report)
    check("city: among others", [r["name"] for r in rows(out / "index.csv", own=1)] == ["Sankt Örtlich"] and
          rows(out / "index.csv", own=1)[0]["rank"] == "4" and {r["place"] for r in rows(out / "peers.csv")} == {"S"})
    check("city: its verdict", rows(out / "carbon_cities.csv")[0]["verdict"] == "peaked")


def no_carbon(where):
    report, lines, out = reported(where, "no_carbon", ["Digital economy", "Urban share", "City populations", "City index", "Peer cities"],
                                  ["No carbon.csv, carbon_history.csv: no CO2 path.", "No carbon_cities.csv: no peaks of cities."])
    check("no_carbon: names with quotes and signs are whole", 'Quote "Land", Upper with Ville d\'Eau, $(touch x); `y`' in report, lines[0])
    cities = rows(out / "index.csv")
    check("no_carbon: names in an index are whole", "$(touch y); `x`, \"1\"" in {r["name"] for r in cities} and "$(touch x); `y`" in {r["name"] for r in cities} and "No index is printed: weights as given" in report, report[-900:])
    check("no_carbon: a rank that is a tie", sorted(r["rank"] for r in cities) == ["1", "1", "3", "3"], cities)  # 100 of a third and 50 of two
    check("no_carbon: small places are projected", rows(out / "urban.csv", year=2050)[0]["share_percent"] != "")


def census(where):
    report, lines, out = reported(where, "census", ["Urban share", "City populations"],
                                  ["No digital.csv: no digital economy.", "No carbon_goals.csv: no verdict."])
    check("census: another definition is told", "have not been tested for this one" in re.sub(r"\s+", " ", report))
    observed = [r["year"] for r in rows(out / "urban.csv", kind="observed")]
    check("census: census years only", observed == ["1981", "1991", "2001", "2011", "2021"], observed)
    people = [float(r["population_thousand"]) for r in rows(out / "cities.csv")]
    growth = [math.log(b / a) for a, b in zip(people, people[1:])]
    check("census: the urban share is smooth between two censuses", people[0] == 1000 and len(growth) >= 19 and
          all(abs(b - a) < 0.003 for a, b in zip(growth, growth[1:])), growth)
    check("census: no rows of a city without carbon", not (out / "carbon.csv").exists())


def nothing(where):
    """Tables without rows, or none at all."""
    data = where / "empty"
    shutil.copytree(PLACES / "census", data)
    data.chmod(0o755)
    for f in data.glob("*.csv"):
        f.chmod(0o644)
        if f.name != "places.csv":
            text = f.read_text(encoding="utf-8").splitlines()
            f.write_text("\n".join(text[:2]) + "\n", encoding="utf-8")
    status, report, words = run("--data", data)
    check("no section has rows", status == 1 and report == "" and re.fullmatch(r"(?:[^\n]*: warning: no rows follow the header\n)+[^\n]*places.csv:2:1: no section has its tables[^\n]*\n", words), words)
    places = edited(where, "places.csv", "Changsha,Changsha", "Changsha,Changsha")
    for f in places.glob("*.csv"):
        if f.name not in ("places.csv", "carbon_history.csv"):
            f.unlink()
    status, report, words = run("--data", places)
    check("a history alone makes no section", status == 1 and "no section" in words, words)


def single(where):
    """One observation is a record."""
    data = where / "single"
    shutil.copytree(PLACES / "census", data)
    data.chmod(0o755)
    (data / "cities.csv").unlink()
    (data / "urban_history.csv").chmod(0o644)
    (data / "urban_history.csv").write_text("place,year,share,definition,source\nZ,2021,0.55,national,made up\n", encoding="utf-8")
    status, report, words = run("--data", data)
    check("one observation: projected, and told", status == 0 and words == "" and "the projection is weak" in re.sub(r"\s+", " ", report), (status, words))
    (data / "urban_history.csv").write_text("place,year,share,definition,source\nZ,2021,1,national,made up\n", encoding="utf-8")
    status, report, words = run("--data", data)
    check("a place without rural people stays so", status == 0 and "range: none: the share stays at its end" in report, (status, words))


if __name__ == "__main__":
    sys.exit(finish([thai, arabic, city, no_carbon, census, nothing, single]))
