"""The city outlook's input in another unit, divided once too often, or damaged in other ways: which cell is told, and what was
probably meant.  One line a check."""

import csv
import io
import re
import shutil
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, finish, run  # noqa: E402

PLACES = SRC / "tests" / "examples" / "places"


def copied(where, source):
    data = where / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(source, data)
    data.chmod(0o755)  # that of an unpacked archive may be read-only
    for f in data.iterdir():
        f.chmod(0o644)
    return data


def table(data, file):
    """Comments, header, and rows by their line."""
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    first = next(i for i, text in enumerate(lines) if text and text[0] != "#")
    rows = {i + 1: next(csv.reader([text])) for i, text in enumerate(lines) if i > first and text}
    return lines, lines[first].split(","), rows


def scaled(data, file, column, factor, of=None):
    """All figures of a column, or those of the rows whose first cells are these, times a factor; the lines that changed."""
    lines, header, rows = table(data, file)
    c, changed = header.index(column), []
    for line, row in rows.items():
        if row[c] and (of is None or row[:len(of)] == of):
            row[c] = f"{float(row[c]) * factor:.12g}"
            text = io.StringIO()
            csv.writer(text, lineterminator="").writerow(row)
            lines[line - 1] = text.getvalue()
            changed.append(line)
    assert changed, (file, column, of)
    (data / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return changed, c + 1


THOUSAND, HUNDRED = "a thousand?", "divided by 100 once too often?"
PERSONS, MILLIONS = "Persons instead of thousands?", "Millions instead of thousands?"
REFUSED = (  # file, column, factor, rows (None = all), words, data
    ("population.csv", "population_thousand", 1e3, None, PERSONS, DATA),
    ("population.csv", "population_thousand", 1e-3, None, MILLIONS, DATA),
    ("population.csv", "population_thousand", 1e3, ["China", "1980"], PERSONS, DATA),
    ("population.csv", "population_thousand", 1e-3, ["China", "2050"], MILLIONS, DATA),
    ("population.csv", "population_thousand", 1e3, None, PERSONS, PLACES / "census"),
    ("population.csv", "population_thousand", 1e3, None, PERSONS, PLACES / "thai"),
    ("population.csv", "population_thousand", 1e-3, None, MILLIONS, PLACES / "thai"),
    ("cities.csv", "population_thousand", 1e3, None, PERSONS, DATA),
    ("cities.csv", "population_thousand", 1e-3, ["Hangzhou", "2018"], MILLIONS, DATA),
    ("cities.csv", "population_thousand", 1e3, ["Changsha"], PERSONS, DATA),
    ("carbon_kaya.csv", "population_thousand", 1e3, None, PERSONS, DATA),
    ("carbon_kaya.csv", "population_thousand", 1e-3, ["China", "1990"], MILLIONS, DATA),
    ("gdp.csv", "gdp", 1e3, None, "In mn instead of bn?", DATA),
    ("gdp.csv", "gdp", 1e-3, None, "In tn instead of bn?", DATA),
    ("gdp.csv", "gdp", 1e3, ["China"], "In mn instead of bn?", DATA),
    ("gdp.csv", "gdp", 1e3, ["Changsha"], "In mn instead of bn?", DATA),
    ("gdp.csv", "gdp", 1e-3, ["Hangzhou"], "In tn instead of bn?", DATA),
    ("digital.csv", "value", 1e3, None, "In mn instead of bn?", DATA),
    ("digital.csv", "value", 1e-3, ["Changsha"], "In tn instead of bn?", DATA),
    ("digital.csv", "value", 1e3, ["Hangzhou"], "In mn instead of bn?", DATA),
    ("digital.csv", "share", 1e-2, None, HUNDRED, DATA),
    ("digital.csv", "share", 1e-2, ["China", "2020", "nbs_core"], HUNDRED, DATA),
    ("digital.csv", "share", 1e-2, ["Hangzhou"], HUNDRED, DATA),
    ("urban_history.csv", "share", 1e-2, None, HUNDRED, DATA),
    ("urban_history.csv", "share", 1e-2, ["China", "1980"], HUNDRED, DATA),
    ("urban_history.csv", "share", 1e-1, ["China", "2022"], "a decimal place?", DATA),
    ("urban_earlier.csv", "share", 1e-2, None, HUNDRED, DATA),
    ("urban_observed.csv", "share", 1e-2, None, HUNDRED, DATA),
    ("urban_published.csv", "share", 1e-2, None, HUNDRED, DATA),
    ("carbon_history.csv", "co2", 1e3, None, "In Mt instead of Gt?", DATA),
    ("carbon_history.csv", "co2", 1e-3, None, THOUSAND, DATA),
    ("carbon_history.csv", "co2", 1e3, ["China", "2023"], "In Mt instead of Gt?", DATA),
    ("carbon_history.csv", "co2", 1e3, None, "In t instead of kt?", PLACES / "thai"),
    ("carbon_kaya.csv", "co2", 1e-3, None, "In Gt instead of Mt?", DATA),
    ("carbon_kaya.csv", "energy", 1e3, None, THOUSAND, DATA),
    ("carbon_kaya.csv", "energy", 1e-3, ["China", "2023"], THOUSAND, DATA),
    ("carbon_kaya.csv", "gdp", 1e3, None, THOUSAND, DATA),
    ("carbon_kaya.csv", "gdp", 1e-3, ["China", "2000"], THOUSAND, DATA),
    ("carbon_kaya.csv", "gdp", 1e3, None, THOUSAND, PLACES / "arabic"),
    ("carbon_cities.csv", "co2", 1e3, None, "In kt instead of Mt?", DATA),
    ("carbon_cities.csv", "co2", 1e3, ["Shenzhen"], "In kt instead of Mt?", DATA),
    ("carbon_cities.csv", "co2", 1e-3, ["Shanghai", "2010"], THOUSAND, DATA),
    ("carbon.csv", "budget", 1e3, None, THOUSAND, DATA),
    ("carbon_goals.csv", "gdp_growth", 100, None, "percent?", DATA),
    ("carbon_goals.csv", "energy_part", 1e-2, None, "is not between energy_low", DATA),
)
DOUBTED = (
    ("carbon_goals.csv", "cut", 1e-2, ["China", "contribution of 2021"], HUNDRED, DATA),
    ("carbon_goals.csv", "gdp_growth", 1e-2, ["China", "15th five-year plan"], HUNDRED, DATA),
    ("carbon_waypoints.csv", "below_peak", 1e-2, ["China", "2035", "0.07"], HUNDRED, DATA),
    ("carbon_since.csv", "change", 1e-2, ["China", "2024"], HUNDRED, DATA),
    ("digital.csv", "share", 1e-2, ["Guangzhou"], HUNDRED, DATA),
    ("investment.csv", "invested", 1e-3, None, "In tn instead of bn?", DATA),
    ("carbon_cities.csv", "co2", 1e-3, ["Shenzhen"], "In Gt instead of Mt?", DATA),
)


def units(where):
    for which, cases in (("refused", REFUSED), ("doubted", DOUBTED)):
        for file, column, factor, of, words, source in cases:
            data = copied(where, source)
            lines, place = scaled(data, file, column, factor, of)
            status, report, seen = run("--data", data)
            told = re.findall(re.escape(str(data / file)) + r":(\d+):(\d+): ([^\n]+)\n", seen)
            good = told and all(int(a) in lines and int(b) == place for a, b, _ in told[-1:]) and words in told[-1][2]
            if which == "refused":
                good = good and status == 1 and report == "" and "warning" not in told[-1][2]
            else:
                good = good and status == 0 and f"Doubtful input (see the warnings): {file}:" in report
            check(f"{which}: {source.name}/{file} {column} x {factor:g} {' '.join(of or ['in all rows'])}", bool(good), (status, seen))


def shares_alone(where):
    """No other table says that the shares are wrong, but the cities do not fit into them."""
    data = copied(where, DATA)
    for file in ("urban_earlier.csv", "urban_observed.csv", "urban_published.csv"):
        (data / file).unlink()
    lines, column = scaled(data, "urban_history.csv", "share", 1e-2)
    status, report, seen = run("--data", data)
    last = seen.splitlines()[-1]
    check("refused: shares divided by 100 are told at the shares, not at the cities", status == 1 and report == "" and re.match(
        re.escape(str(data / "urban_history.csv")) + rf":(\d+):{column}: ", last) and HUNDRED in last, (status, seen))


def doubts(where):
    """A doubt stands before the report, in it, and on the page."""
    data = copied(where, DATA)
    (line,), column = scaled(data, "digital.csv", "share", 1e-2, ["Guangzhou"])
    status, report, seen = run("--data", data, "--out", where / "out")
    page = (where / "out" / "outlook.html").read_text(encoding="utf-8")
    check("a doubt is a warning, a line of the report and a paragraph of the page", status == 0 and seen.count("\n") == 1
          and seen.startswith(f"{data}/digital.csv:{line}:{column}: warning: share ")
          and f"Doubtful input (see the warnings): digital.csv:{line}:{column}." in report.split("\n\n")[0]
          and f"<li>digital.csv:{line}:{column}: share" in page, (status, seen))
    check("no doubt in the bundled data", run("--data", DATA)[2] == "" and "Doubtful" not in run("--data", DATA)[1])


def damaged(where):
    def line(file, start):
        return next(i for i, text in enumerate((DATA / file).read_text(encoding="utf-8").splitlines(), 1) if text.startswith(start))

    for name, file, old, new, place, words in (
        ("a key in another case", "digital.csv", "Shenzhen,2020", "shenzhen,2020", (line("digital.csv", "Shenzhen,2020"), 1), 'is "Shenzhen" meant?'),
        ("a key that is like none", "digital.csv", "Shenzhen,2020", "Wien,2020", (line("digital.csv", "Shenzhen,2020"), 1), "which has: China, Changsha"),
        ("a kind in another case", "places.csv", "杭州,city,", "杭州,City,", (line("places.csv", "Hangzhou"), 4), 'is "city" meant?'),
        ("a unit in words", "gdp.csv", "134806.6,CNY,bn", "134806.6,CNY,billion", (line("gdp.csv", "China,2024,verified"), 6), 'is "bn" meant?'),
        ("a unit of another language", "gdp.csv", "134806.6,CNY,bn", "134806.6,CNY,Mrd", (line("gdp.csv", "China,2024,verified"), 6), 'is "bn" meant?'),
        ("a beginning of a column's name", "population.csv", "population_thousand,kind", "population,kind", (line("population.csv", "place,"), 3), 'is "population" meant?'),
        ("letters of a name exchanged", "carbon_kaya.csv", ",energy,", ",enegry,", (line("carbon_kaya.csv", "place,"), 8), 'is "enegry" meant?'),
        ("a name in another case", "gdp.csv", ",vintage,gdp,", ",vintage,GDP,", (line("gdp.csv", "place,"), 4), 'is "GDP" meant?'),
        ("a plateau that is a year", "carbon.csv", "2028,12.2,2,", "2028,12.2,2030,", (line("carbon.csv", "China"), 5), "after the end of the plateau"),
        ("a net zero in the past", "carbon.csv", ",2,2060,", ",2,1960,", (line("carbon.csv", "China"), 8), "2024 is after net zero, 1960"),
        ("a budget below 0", "carbon.csv", ",260,", ",-5,", (line("carbon.csv", "China"), 7), "cannot be met"),
        ("a budget from after net zero", "carbon.csv", "260,2024,", "260,2070,", (line("carbon.csv", "China"), 8), "after net zero"),
        ("a second path", "carbon.csv", "China,2028", "China,2028,12.2,2,2060,0,260,2024,Gt,again\nChina,2028", (line("carbon.csv", "China") + 1, 1), "one row is enough"),
        ("a residual in another unit", "carbon.csv", "2060,0,", "2060,200,", (line("carbon.csv", "China"), 3), "is not above the residual 200"),
        ("two currencies in the Kaya table", "carbon_kaya.csv", "China,1991,1150780,1.122543214,USD", "China,1991,1150780,1.122543214,CNY", (line("carbon_kaya.csv", "China,1991"), 5), "where the first row has"),
        ("two price years", "carbon_kaya.csv", "1.122543214,USD,tn,2015", "1.122543214,USD,tn,2010", (line("carbon_kaya.csv", "China,1991"), 7), "where the first row has"),
        ("two units of energy", "carbon_kaya.csv", "28.44910846,quad", "28.44910846,EJ", (line("carbon_kaya.csv", "China,1991"), 9), "where the first row has"),
        ("a population of zero", "population.csv", "China,1980,983163.542", "China,1980,0", (line("population.csv", "China,1980"), 3), "not above 0"),
        ("a kind of population that is none", "population.csv", "983163.542,observed", "983163.542,seen", (line("population.csv", "China,1980"), 4), "is none of"),
        ("a city without a kind", "cities.csv", "Hangzhou,2018,7236,observed", "Hangzhou,2018,7236,", (line("cities.csv", "Hangzhou,2018"), 4), "is none of"),
        ("the country among the cities", "cities.csv", "Hangzhou,2018", "China,2018", (line("cities.csv", "Hangzhou,2018"), 1), "is the country"),
        ("a year with a fraction", "cities.csv", "Hangzhou,2018", "Hangzhou,2018.5", (line("cities.csv", "Hangzhou,2018"), 2), "is not a year"),
        ("a scope that is none", "digital.csv", "NBS core,core,12755.5", "NBS core,kern,12755.5", (line("digital.csv", "China,2023,nbs_core"), 5), "is none of"),
        ("a bound that is none", "digital.csv", ",at_least,municipality", ",at least,municipality", (line("digital.csv", "Changsha"), 11), 'is "at_least" meant?'),
        ("a vintage that is none", "gdp.csv", "China,2024,verified", "China,2024,final", (line("gdp.csv", "China,2024,verified"), 3), "is none of"),
        ("neither value nor share", "digital.csv", "China,2022,caict,CAICT broad,broad,50200,CNY,bn,0.415", "China,2022,caict,CAICT broad,broad,,CNY,bn,", (line("digital.csv", "China,2022"), 6), "neither value nor share"),
        ("a label twice", "digital.csv", "China,2024,caict,CAICT broad", "China,2024,caict,NBS core", (line("digital.csv", "China,2024,caict"), 4), "duplicate"),
        ("a GDP twice", "gdp.csv", "China,2024,verified", "China,2024,preliminary", (line("gdp.csv", "China,2024,verified"), 3), "duplicate"),
        ("a GDP of a city above the country's", "gdp.csv", "Changsha,2023,,1433.198", "Changsha,2023,,1433198", (line("gdp.csv", "Changsha"), 4), "In mn instead of bn?"),
        ("a day of another form", "urban_observed.csv", "2025-12-31", "31.12.2025", (line("urban_observed.csv", "China,2025"), 2), "is not a day"),
        ("a day that comes before", "urban_observed.csv", "2025-12-31", "2023-06-30", (line("urban_observed.csv", "China,2025"), 2), "does not come after"),
        ("a published share above 1", "urban_published.csv", "2050,0.80028", "2050,1.80028", (line("urban_published.csv", "China,WUP 2018,2050"), 4), "is not a fraction"),
        ("an earlier record in percent", "urban_earlier.csv", "China,1980,0.19358", "China,1980,19.358", (line("urban_earlier.csv", "China,1980"), 3), "(percent?)"),
        ("a waypoint twice", "carbon_waypoints.csv", "China,2035,0.10", "China,2035,0.07", (line("carbon_waypoints.csv", "China,2035,0.10"), 3), "duplicate"),
        ("a waypoint in the past", "carbon_waypoints.csv", "China,2035,0.10", "China,2015,0.10", (line("carbon_waypoints.csv", "China,2035,0.10"), 2), "is not after"),
        ("a goal without a window", "carbon_goals.csv", "2030,2030,10,", "2030,2030,,", (line("carbon_goals.csv", "China,contribution"), 7), "is missing"),
        ("a part outside of its range", "carbon_goals.csv", "0.75,0.65,0.85", "0.95,0.65,0.85", (line("carbon_goals.csv", "China,contribution"), 9), "is not between"),
        ("an investment without a currency", "investment.csv", "20.5,CNY", "20.5,", (line("investment.csv", "Changsha"), 5), "currency is empty"),
        ("half a project", "investment.csv", "2023,500,", "2023,-500,", (line("investment.csv", "Changsha"), 3), "not above 0"),
        ("a flag that is none", "io_sectors.csv", "electronics,Computers and electronics,1,", "electronics,Computers and electronics,yes,", (line("io_sectors.csv", "USA 2022,electronics"), 4), None),
        ("a seller that is no sector", "io_flows.csv", "USA 2022,electronics,primary,", "USA 2022,electronic,primary,", (line("io_flows.csv", "USA 2022,electronics,primary"), 2), "no such sector"),
        ("a table without sectors", "io_flows.csv", "USA 2022,electronics,primary,", "USA 2023,electronics,primary,", (line("io_flows.csv", "USA 2022,electronics,primary"), 1), None),
        ("a negative output", "io_sectors.csv", ",4409152,", ",-4409152,", (line("io_sectors.csv", "USA 2022,primary"), 5), "not above 0"),
        ("a sector twice", "io_sectors.csv", "USA 2022,electronics,Comp", "USA 2022,primary,Comp", (line("io_sectors.csv", "USA 2022,electronics"), 2), "duplicate"),
        ("a space before a number", "carbon_history.csv", ",11.902503,", ", 11.902503,", (line("carbon_history.csv", "China,2023"), 3), "is not a number"),
        ("a unit in the cell", "carbon_history.csv", ",11.902503,", ",11.902503 Gt,", (line("carbon_history.csv", "China,2023"), 3), "is not a number"),
        ("Arabic figures", "carbon_history.csv", ",11.902503,", ",١١.٩,", (line("carbon_history.csv", "China,2023"), 3), "is not a number"),
        ("a long dash for a minus", "carbon_since.csv", ",-0.003,", ",−0.003,", (line("carbon_since.csv", "China,2025"), 3), "is not a number"),
        ("a year of Buddha's era", "cities.csv", "Hangzhou,2018", "Hangzhou,2561", (line("cities.csv", "Hangzhou,2018"), 2), "1500..2400"),
        ("a year of two figures", "gdp.csv", "Changsha,2023", "Changsha,23", (line("gdp.csv", "Changsha"), 2), "1500..2400"),
        ("carriage returns alone", "gdp.csv", "\n", "\r", None, "carriage return"),
        ("nothing at all", "gdp.csv", None, "", None, "no header line"),
        ("a page instead of a table", "gdp.csv", None, "<!DOCTYPE html>\n<html><body>404</body></html>\n", None, "is missing"),
        ("a picture instead of a table", "gdp.csv", None, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "not UTF-8"),
    ):
        data = copied(where, DATA)
        content = (data / file).read_bytes()
        fresh = new if isinstance(new, bytes) else new.encode()
        if old is not None:
            assert content.count(old.encode()) >= 1 and (old == "\n" or content.count(old.encode()) == 1), (name, content.count(old.encode()))
            fresh = content.replace(old.encode(), fresh)
        (data / file).write_bytes(fresh)
        status, report, seen = run("--data", data)
        last = seen.splitlines()[-1] if seen else ""
        at = r"\d+:\d+" if place is None else f"{place[0]}:{place[1]}"
        good = re.match(re.escape(str(data / file)) + f":{at}: ", last) and "skpi" not in seen and "->" not in seen
        check(f"refused: {name}", bool(good) and (words is None or words in last) and status == 1 and report == "", (status, seen))


def misnamed(where):
    data = copied(where, DATA)
    (data / "urban_history.csv").rename(data / "urban-history.csv")
    status, report, seen = run("--data", data)
    check("a file whose name is nearly a table's is told, and what is not used without it", status == 0 and
          seen == f"{data}/urban-history.csv: warning: no table has this name: is urban_history.csv meant?\n"
          and "No urban_history.csv: no urban share." in report and "No section uses" in report
          and "population.csv" in report.split("No section uses")[1], (status, seen))


if __name__ == "__main__":
    sys.exit(finish([units, shares_alone, doubts, damaged, misnamed]))
