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
        ("a unit in Spanish", "gdp.csv", "134806.6,CNY,bn", "134806.6,CNY,mil millones", (line("gdp.csv", "China,2024,verified"), 6), 'is "bn" meant?'),
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
        ("a page instead of a table", "gdp.csv", None, "<!DOCTYPE html>\n<html><body>404</body></html>\n", None, "are missing"),
        ("a workbook", "gdp.csv", None, b"PK\x03\x04\x14\0\x06\0\x08\0", (1, 1), "an Excel file or another archive: save the sheet as CSV"),
        ("an old workbook", "gdp.csv", None, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (1, 1), "an Excel file"),
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


def ending(where):
    for name in ("gdp.csv.txt", "gdp.CSV", "GDP.txt", "gdp.xlsx"):
        data = copied(where, DATA)
        (data / "gdp.csv").rename(data / name)
        status, report, seen = run("--data", data)
        check(f"{name} is told", status == 0 and seen == f"{data}/{name}: warning: no table has this name: is gdp.csv meant?\n", (status, seen))
    data = copied(where, DATA)
    for name in ("gdp.csv.txt", "notes.txt", "gdp.png"):
        (data / name).write_text("", encoding="utf-8")
    status, report, seen = run("--data", data)
    check("no word of other files beside the tables", status == 0 and not seen, (status, seen))


def replaced(data, file, *pairs):
    """Texts of one file replaced, each of which is there once; the file."""
    text = (data / file).read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, (file, old, text.count(old))
        text = text.replace(old, new)
    (data / file).write_text(text, encoding="utf-8")
    return data / file


def at_line(file, start):
    return next(i for i, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if text.startswith(start))


def unclaimed(where):
    """Rows of the index that belong to no place, although one was meant."""
    for name, new in (("a letter too much", "Shanghaii"), ("a letter too few", "Shanhai"), ("two letters exchanged", "Shanghia"),
                      ("another case", "SHANGHAI")):
        data = copied(where, DATA)
        file = replaced(data, "index_cities.csv", ("Shanghai,China", f"{new},China"))
        status, report, seen = run("--data", data)
        line = at_line(file, new)
        told = (f'{file}:{line}:1: warning: "{new}" is not in {data}/places.csv, and "Shanghai" of it has no row here: is "Shanghai" meant?\n')
        check(f"told: the key of a city in the index with {name}", status == 0 and seen == told
              and f"index_cities.csv:{line}:1" in report.split("\n\n")[0], (status, seen))
    data = copied(where, PLACES / "city")
    file = replaced(data, "index_cities.csv", ("S,Sankt", "K,Kleinstadt"))
    status, _, seen = run("--data", data)
    check("told: no row of the index belongs to the report", status == 0 and
          seen == f"{file}:{at_line(file, 'place,')}:1: warning: no row is a place of {data}/places.csv: the report has no city of its own here\n",
          (status, seen))
    for place in sorted(PLACES.iterdir()):
        seen = run("--data", place)[2]
        check(f"{place.name}: no doubt about keys of the index", "index_cities.csv" not in seen, seen)


def without(data, file, *starts):
    """Rows taken out; the file and the line that then stands where the last one was."""
    for start in starts:
        line = at_line(data / file, start)
        lines = (data / file).read_text(encoding="utf-8").splitlines()
        (data / file).write_text("\n".join(lines[:line - 1] + lines[line:]) + "\n", encoding="utf-8")
    return data / file, line


def gaps(where):
    """Years that are missing inside of a series."""
    for file, starts, told, words in (
        ("carbon_cities.csv", ("Shanghai,2010,",), "year 2010 is missing between 2009 and 2011", "Shanghai 2010;"),
        ("carbon_cities.csv", ("Shanghai,2009,", "Shanghai,2010,"), "years 2009 to 2010 are missing between 2008 and 2011", "Shanghai 2009-2010;"),
        ("carbon_cities.csv", ("Changsha,2004,",), "year 2004 is missing between 2003 and 2005", "Changsha 2004;"),
        ("carbon_history.csv", ("China,2014,",), "year 2014 is missing between 2013 and 2015", "Years missing in the record: 2014."),
        ("population.csv", ("China,2022,",), "year 2022 is missing between 2021 and 2023", "its population not: 2022 interpolated."),
    ):
        data = copied(where, DATA)
        path, line = without(data, file, *starts)
        status, report, seen = run("--data", data)
        check(f"told: {file} without {' and '.join(starts)}", status == 0 and seen == f"{path}:{line}:2: warning: {told}\n"
              and words in " ".join(report.split()) and f"{file}:{line}:2" in report.split("\n\n")[0], (status, seen))
    out = where / "gap"
    run("--data", data, "--out", out)
    with open(out / "urban.csv", encoding="utf-8", newline="") as f:
        kind = {r["year"]: (r["kind"], r["population_kind"]) for r in csv.DictReader(f)}
    check("an interpolated population is not called observed", kind["2022"] == ("observed", "interpolated") and kind["2021"] == ("observed", "observed")
          and re.search(r"^  2022 .* share only$", run("--data", data)[1], re.M), kind["2022"])
    data = copied(where, DATA)
    old = next(t for t in (data / "carbon_history.csv").read_text(encoding="utf-8").splitlines() if t.startswith("China,2014,"))
    replaced(data, "carbon_history.csv", (old, re.sub(r"^(China,2014,)[^,]*", r"\1", old)))
    status, report, seen = run("--data", data)
    check("a year that the table says is not known is no doubt, but told", status == 0 and seen == "" and "Years missing in the record: 2014." in report,
          (status, seen))
    lines, header, rows = table(data, "carbon_history.csv")
    for line, row in rows.items():
        lines[line - 1] = ",".join([row[0], row[1], "", *row[3:]])
    (data / "carbon_history.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    status, report, seen = run("--data", data)
    check("refused: a record without a value", status == 1 and report == "" and "no row has a value" in seen.splitlines()[-1], (status, seen))


def stale(where):
    """What an earlier run wrote is not left beside, or instead of, what this one writes."""
    pictures = {f"{name}.{kind}" for name in ("definitions", "impact", "urban", "carbon", "verdict", "index") for kind in ("svg", "png")}
    for source in (DATA, *sorted(PLACES.iterdir())):
        out = where / "stale"
        shutil.rmtree(out, ignore_errors=True)
        run("--data", source, "--out", out)
        for name in (*pictures, "mine.csv", "skill.png"):
            (out / name).write_text("of an earlier run", encoding="utf-8")
        data = copied(where, source)
        (data / "places.csv").write_text("place,name\n", encoding="utf-8")
        status, _, _ = run("--data", data, "--out", out)
        left = {f.name for f in out.iterdir()}
        check(f"{source.name}: a run that fails leaves no report of the one before", status == 1 and left == {"mine.csv", "skill.png"}, left)
    fresh, out = where / "fresh", where / "stale"
    run("--data", DATA, "--out", out)
    for name in pictures:
        (out / name).write_text("of an earlier run", encoding="utf-8")
    for to in (fresh, out):
        run("--data", PLACES / "census", "--out", to)
    check("a run with fewer sections leaves only its own files",
          {f.name for f in out.iterdir()} == {f.name for f in fresh.iterdir()} | {"mine.csv", "skill.png"}, sorted(f.name for f in out.iterdir()))
    foreign = where / "foreign"
    foreign.mkdir()
    (foreign / "peers.csv").write_text("somebody's own", encoding="utf-8")
    run("--data", PLACES / "census", "--out", foreign)
    check("no file is removed where there is no page of an earlier run", (foreign / "peers.csv").exists())


def columns(where):
    """All missing columns at once, and the table's columns, which stand in its comments, too."""
    for file in sorted(DATA.glob("*.csv")):
        if file.name in ("worlds.csv", "targets.csv"):  # of fans.sh
            continue
        data = copied(where, DATA)
        lines, header, _ = table(data, file.name)
        head = next(i for i, text in enumerate(lines) if text and text[0] != "#")
        listed = re.fullmatch(r"# columns: ([a-z_0-9 ]+?)( and one for each dimension)?(?:; may be left out: ([a-z_ ]+))?", lines[head - 1])
        need, may = listed.group(1).replace(" ", ","), (listed.group(3) or "").replace(" ", ",")
        scores = set(header) - {"place", "country", "index"} if listed.group(2) else set()
        check(f"{file.name}: its comments list its columns", set(header) - scores <= set(need.split(",") + may.split(",")), header)
        lines[head] = ",".join(f"q{i}z" for i in range(len(header)))
        (data / file.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        status, report, seen = run("--data", data)
        missing = ", ".join(f'"{c}"' for c in need.split(","))
        more = f"; it may also have: {may}" if may else ""
        words = f"{'columns' if ',' in need else 'column'} {missing} {'are' if ',' in need else 'is'} missing; columns of this table: {need}{more}"
        check(f"{file.name}: all that is missing is told at once", status == 1 and report == "" and
              seen == f"{data / file.name}:{head + 1}:1: {words}\n", (status, seen))
    data = copied(where, DATA)
    file = replaced(data, "urban_history.csv", ("place,year,share,definition,source", "place,year,sahre,def,source"))
    seen = run("--data", data)[2]
    check("what was meant is told beside each", f':{at_line(file, "place,")}:3: columns "share" (is "sahre" meant?), "definition" are missing;' in seen, seen)


def emptied(data, *files):
    """A header alone."""
    for file in files:
        lines = (data / file).read_text(encoding="utf-8").splitlines()
        head = next(i for i, text in enumerate(lines) if text and text[0] != "#")
        (data / file).write_text("\n".join(lines[:head + 1]) + "\n", encoding="utf-8")


def no_rows(where):
    data = copied(where, DATA)
    emptied(data, "carbon_history.csv", "carbon_cities.csv")
    report = run("--data", data)[1]
    check("a table without rows is not called absent", "\ncarbon_history.csv has no rows: no CO2 path.\n" in report
          and "\ncarbon_cities.csv has no rows: no peaks of cities.\n" in report and "No carbon" not in report, report[-600:])
    emptied(data, "carbon.csv")
    check("nor are two", "\ncarbon.csv, carbon_history.csv have no rows: no CO2 path.\n" in run("--data", data)[1])
    (data / "carbon.csv").unlink()
    check("nor is it beside one that is", "\nNo carbon.csv; carbon_history.csv has no rows: no CO2 path.\n" in run("--data", data)[1])


def at_its_row(where):
    """A step of the urban population is told at the row of its year, with the value and the years."""
    for year, factor in ((2019, 0.85), (2021, 0.8)):
        data = copied(where, DATA)
        (line,), column = scaled(data, "population.csv", "population_thousand", factor, ["China", str(year)])
        people = {int(r[1]): r[2] for r in table(data, "population.csv")[2].values()}
        share = {int(r[1]): float(r[2]) for r in table(data, "urban_history.csv")[2].values()}
        before, after = (float(people[y]) * share[y] for y in (year, year + 1))  # the step up is the greater one
        told = (f"{data}/population.csv:{line + 1}:{column}: warning: population_thousand {people[year + 1]} of {year + 1}: the urban "
                f"population, {before:.6g} thousand in {year} and {after:.6g} in {year + 1}, changes by a factor {after / before:.2g}, ")
        status, report, seen = run("--data", data)
        check(f"the step after {year} is told once, where it is", status == 0 and seen.startswith(told) and seen.count("\n") == 1
              and "between 0 and 1" not in seen and f"population.csv:{line + 1}:{column}" in report.split("\n\n")[0], (status, seen))


def fall(where):
    """An urban share that falls at its last observation."""
    for source, year, share, ours in ((DATA, "2022", "0.6", False), (DATA, "2022", "0.63", None), (PLACES / "census", "2021", "0.47", None),
                                      (PLACES / "census", "2021", "0.45", True)):
        data = copied(where, source)
        lines, header, cells = table(data, "urban_history.csv")
        line, row = next((k, r) for k, r in cells.items() if r[1] == year)
        before = cells[max(k for k in cells if k < line)]
        text = ",".join(row)
        lines[line - 1] = text.replace(f",{year},{row[2]},", f",{year},{share},")
        (data / "urban_history.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        status, _, seen = run("--data", data)
        told = [t for t in seen.splitlines() if t.startswith(f"{data}/urban_history.csv:{line}:3: warning: share ")]
        points = f"{100 * (float(before[2]) - float(share)):.2g} points below the {before[2]} of {before[1]}"
        good = not told if ours is None else len(told) == 1 and (points in told[0]) == ours
        check(f"{source.name}: a last share of {share} is {'no doubt' if ours is None else 'told once'}", status == 0 and good, (status, seen))


def carbon_or_co2(where):
    """1 t of carbon is 3.664 t of CO2: the two tables of CO2 differ by it, and so do the peak and the last total."""
    asked = "is one of them carbon, not CO2?"
    for file, factor, times, peak in (("carbon_history.csv", 1 / 3.664, "3.7 times the", 1), ("carbon_kaya.csv", 1 / 3.664, "0.2781 times the", 0),
                                      ("carbon_kaya.csv", 0.5, "0.5096 times the", 0)):
        data = copied(where, DATA)
        scaled(data, file, "co2", factor)
        status, report, seen = run("--data", data)
        told = seen.splitlines()
        check(f"{file} times {factor:.4g} is a doubt", status == 0 and len(told) == 1 + peak and f"{data}/carbon_kaya.csv:" in told[0] and times in told[0]
              and (asked in told[0]) == (factor < 0.3), (status, seen))
        check("and so is a peak several times the last total", all(f"{data}/carbon.csv:" in t and "a peak of 12.2 Gt is 3.76 times" in t and asked in t
                                                                   for t in told[1:]), seen)
    data = copied(where, DATA)
    scaled(data, "carbon.csv", "e_peak", 5)
    status, report, seen = run("--data", data)
    check("another factor is not that of carbon", "a peak of 61 Gt is 5.12 times the last total" in seen and asked not in seen, (status, seen))


def past_peak(where):
    for year in (2020, 2023):
        data = copied(where, DATA)
        replaced(data, "carbon.csv", ("China,2028,", f"China,{year},"))
        status, report, seen = run("--data", data)
        check(f"a peak in {year} is over: what the table takes is said", status == 1 and report == "" and seen.count("\n") == 1
              and seen.startswith(f"{data}/carbon.csv:{at_line(data / 'carbon.csv', 'China,')}:2: the peak at the beginning of {year} is before the middle of 2023")
              and "leave t_peak and e_peak empty" in seen, (status, seen))


def decimal_place(where):
    """A growth that no city has is told with the rows that give it."""
    for factor, words in ((10, "the population falls by 35 % a year between rows {} and {}: a decimal place?"),
                          (0.5, "the population rises by 18.3 % a year between rows {} and {}")):
        data = copied(where, DATA)
        line = scaled(data, "cities.csv", "population_thousand", factor, ["Changsha", "2013"])[0][0]
        status, report, seen = run("--data", data)
        check(f"a city's first figure times {factor}", status == 0 and
              seen == f"{data}/cities.csv:{line + 1}:3: warning: population_thousand 4345: {words.format(line, line + 1)}\n", (status, seen))


def zero(where):
    """A value of 0 in a history is told: it is perhaps missing."""
    data = copied(where, DATA)
    (line,), column = scaled(data, "urban_history.csv", "share", 0, ["China", "2010"])
    status, _, seen = run("--data", data)
    told = f'{data}/urban_history.csv:{line}:{column}: warning: share is "0" after a value above 0: is it missing?'
    check("a share of 0 in the middle", told in seen.splitlines(), (status, seen))


def one_name(where):
    """A name that is the same in its own script is shown once, on the page and in what the pictures are drawn from."""
    data, out = copied(where, DATA), where / "name"
    replaced(data, "places.csv", ("Changsha,Changsha,长沙", "Changsha,Recife,Recife"), ("China,China,中国", "China,Brasil,Brasil"))
    status, _, seen = run("--data", data, "--out", out)
    page = (out / "outlook.html").read_text(encoding="utf-8")
    with open(out / "cities.csv", encoding="utf-8", newline="") as f:
        names = {(r["name"], r["name_local"]) for r in csv.DictReader(f)}
    check("a name that is the same twice is shown once", status == 0 and ("Recife", "") in names and ("Hangzhou", "杭州") in names
          and "Recife Recife" not in re.sub(r"<[^>]*>", "", page) and "Hangzhou 杭州" in re.sub(r"<[^>]*>", "", page)
          and "subject_local" not in (out / "figures.csv").read_text(encoding="utf-8"), (status, seen, names))


if __name__ == "__main__":
    sys.exit(finish([units, shares_alone, doubts, damaged, misnamed, ending, unclaimed, gaps, stale, columns, no_rows, at_its_row, fall, carbon_or_co2, past_peak, decimal_place, zero, one_name]))
