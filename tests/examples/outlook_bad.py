"""The city outlook's input: what is refused, with file:row:column, what is accepted, the command line.  One line a check."""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, PROGRAM, check, edited, finish, run  # noqa: E402


def malformed(where):
    """file:row:column: text and exit status 1."""
    lines = {f.name: f.read_text(encoding="utf-8").splitlines() for f in DATA.iterdir() if f.suffix == ".csv"}

    def line(file, start):
        return next(i for i, text in enumerate(lines[file], 1) if text.startswith(start))

    h = "urban_history.csv"
    header, row = line(h, "place,"), line(h, "China,2022")
    history = line(h, "China,2009")
    core = line("digital.csv", "China,2024,nbs_core")
    population = line("population.csv", "China,2020")
    carbon = line("carbon.csv", "China,")
    for name, file, old, new, position, words in (
        ("a bad number", h, "0.6521764", "65.2%", f"{row}:3", 'share "65.2%" is not a number'),
        ("a share in percent", "digital.csv", "50200,CNY,bn,0.415", "50200,CNY,bn,41.5", f"{line('digital.csv', 'China,2022')}:9", 'share "41.5" is not a fraction in [0,1] (percent?)'),
        ("a decimal comma", h, "0.6521764", '"0,6521764"', f"{row}:3", "no thousands separators, decimal dot"),
        ("hexadecimal", h, "0.6521764", "0x1p-1", f"{row}:3", "is not a number"),
        ("NaN", h, "0.6521764", "nan", f"{row}:3", "is not a number"),
        ("a missing mark where a value is needed", h, "0.6521764", "..", f"{row}:3", "share is missing"),
        ("an overflow", "carbon.csv", ",260,", ",1e999,", f"{carbon}:7", "too large"),
        ("a short row", h, "2022,0.6521764,national", "2022,0.6521764", f"{row}:4", "4 fields, the header has 5"),
        ("a long row", h, "2022,0.6521764,national", "2022,0.6521764,national,1", f"{row}:6", "6 fields, the header has 5"),
        ("a missing column", h, ",share,", ",sahre,", f"{header}:3", 'column "share" (is "sahre" meant?) is missing'),
        ("a column named twice", h, ",share,", ",year,", f"{header}:3", "given twice"),
        ("a header alone with semicolons", h, "place,year,share,definition,source", "place;year;share;definition;source", f"{header}:1", "semicolons"),
        ("a header alone with tabs", h, "place,year,share,definition,source", "place\tyear\tshare\tdefinition\tsource", f"{header}:1", "tabs"),
        ("a duplicate year", h, "China,2009,", "China,2008,", f"{history}:2", "year 2008 is a duplicate"),
        ("a year out of the window", h, "China,2009,", "China,2552,", f"{history}:2", "1500..2400"),
        ("years not increasing", h, "China,2009,", "China,1999,", f"{history}:2", "does not come after"),
        ("two definitions of urban", h, "2022,0.6521764,national", "2022,0.6521764,degurba", f"{row}:4", "where the first row has"),
        ("an unknown definition of urban", h, "1980,0.1939112,national", "1980,0.1939112,urban", f"{line(h, 'China,1980')}:4", "is none of"),
        ("a NUL byte", h, b"0.6521764", b"0.6\x00521", f"{row}:3", "NUL"),
        ("a byte that is not UTF-8", "places.csv", "长沙".encode(), b"\xb3\xa4\xc9\xb3", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("an overlong form", "places.csv", "长沙".encode(), b"\xc0\xaf", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("a surrogate", "places.csv", "长沙".encode(), b"\xed\xa0\x80", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("an open quote", h, "China,2022", 'China,"2022', f"{row}:2", "never closed"),
        ("text after a quote", h, "China,2022", 'China,"2022"x', f"{row}:2", "after a closing quote"),
        ("a quote inside", h, "China,2022", 'Chi"na,2022', f"{row}:1", "does not begin with one"),
        ("an unknown place", "digital.csv", "China,2024,nbs_core", "Chna,2024,nbs_core", f"{core}:1", 'is "China" meant?'),
        ("an unknown definition", "digital.csv", "China,2024,nbs_core", "China,2024,core", f"{core}:3", "is none of"),
        ("a definition twice", "digital.csv", "China,2018,other,Porat", "China,2018,caict,Porat", f"{line('digital.csv', 'China,2018,other,Porat')}:3", "is the definition of"),
        ("a city in the country's table", h, "China,2022", "Changsha,2022", f"{row}:1", "is a city"),
        ("two countries", "places.csv", "Hangzhou,Hangzhou,杭州,city,China", "Japan,Japan,日本,country,", f"{line('places.csv', 'Hangzhou')}:4", "second country"),
        ("a place twice", "places.csv", "Hangzhou,Hangzhou,", "Changsha,Hangzhou,", f"{line('places.csv', 'Hangzhou')}:1", "duplicate"),
        ("a parent that is not the country", "places.csv", "Hangzhou,Hangzhou,杭州,city,China", "Hangzhou,Hangzhou,杭州,city,Japan", f"{line('places.csv', 'Hangzhou')}:5", "is not the country"),
        ("no currency", "digital.csv", "14089.1,CNY,", "14089.1,,", f"{core}:7", "currency is empty"),
        ("a currency in words", "digital.csv", "14089.1,CNY,", "14089.1,yuan,", f"{core}:7", "ISO 4217"),
        ("another currency than the GDP's", "digital.csv", "14089.1,CNY,", "14089.1,USD,", f"{core}:7", "the digital economy is in USD"),
        ("an unknown unit of money", "gdp.csv", "134806.6,CNY,bn", "134806.6,CNY,billion", r"\d+:6", "is none of"),
        ("a GDP in millions", "gdp.csv", "134806.6,", "134806600,", r"\d+:4", "a thousand?"),
        ("a value in millions", "digital.csv", "14089.1,CNY,bn,0.105", "14089100,CNY,bn,0.105", f"{core}:6", "In mn instead of bn?"),
        ("a value in thousandths", "digital.csv", "14089.1,CNY,bn,0.105", "14.0891,CNY,bn,0.105", f"{core}:6", "a thousand?"),
        ("an investment in an unknown place", "investment.csv", "Changsha,2023,500", "Changsa,2023,500", f"{line('investment.csv', 'Changsha')}:1", '"Changsa" is not in'),
        ("half a project", "investment.csv", ",500,20.5,", ",0.5,20.5,", f"{line('investment.csv', 'Changsha')}:3", "is not a whole number"),
        ("a published share of another country", "urban_published.csv", "China,WUP 2018,2030,", "India,WUP 2018,2030,", f"{line('urban_published.csv', 'China,WUP 2018,2030')}:1", '"India" is not in'),
        ("a published share of a city", "urban_published.csv", "China,WUP 2018,2030,", "Changsha,WUP 2018,2030,", f"{line('urban_published.csv', 'China,WUP 2018,2030')}:1", "is a city"),
        ("a revision with a year twice", "urban_published.csv", "China,WUP 2018,2030,", "China,WUP 2018,2025,", f"{line('urban_published.csv', 'China,WUP 2018,2030')}:3", "duplicate"),
        ("an investment of nothing", "investment.csv", ",500,20.5,", ",500,0,", f"{line('investment.csv', 'Changsha')}:4", "not above 0"),
        ("an investment above the GDP", "investment.csv", ",500,20.5,", ",500,20500,", f"{line('investment.csv', 'Changsha')}:4", "a thousand?"),
        ("a table out of balance", "io_sectors.csv", "553284,357601", "653284,357601", f"{line('io_sectors.csv', 'USA 2022,software')}:5", "is not what is sold"),
        ("value added of one sector missing", "io_sectors.csv", "553284,357601", "553284,", f"{line('io_sectors.csv', 'USA 2022,software')}:6", "missing for others"),
        ("a flow to a sector that is not there", "io_flows.csv", "USA 2022,software,data,", "USA 2022,software,date,", f"{line('io_flows.csv', 'USA 2022,software,data')}:3", "no such sector"),
        ("a flow twice", "io_flows.csv", "USA 2022,software,data,", "USA 2022,software,trade,", f"{line('io_flows.csv', 'USA 2022,software,data')}:3", "duplicate"),
        ("a sector without output", "io_sectors.csv", "public,Public administration,0,9026.2,,8590.5,407815,,", "public,Public administration,0,0,,8590.5,407815,,", f"{line('io_sectors.csv', 'Chile 2013,public')}:5", "not above 0"),
        ("a population in persons", "population.csv", "China,2020,1426106.093", "China,2020,1426106093", f"{population}:3", "a thousand?"),
        ("all populations of the Kaya table in millions", "carbon_kaya.csv", None, (2, 1e-3), f"{line('carbon_kaya.csv', 'China,1990')}:3", "a thousand?"),
        ("all CO2 of the Kaya table in kt", "carbon_kaya.csv", None, (9, 1e3), f"{line('carbon_kaya.csv', 'China,2004')}:10", "a thousand?"),
        ("cities in persons", "cities.csv", None, (2, 1e3), r"\d+:3", "a thousand?"),
        ("one year of a city in persons", "cities.csv", "Changsha,2019,4461", "Changsha,2019,4461000", f"{line('cities.csv', 'Changsha,2019')}:3", "a thousand?"),
        ("a peak in Mt", "carbon.csv", ",12.2,", ",12200,", f"{carbon}:3", "a thousand?"),
        ("a peak without a height", "carbon.csv", ",12.2,", ",,", f"{carbon}:3", "although t_peak is given"),
        ("a plateau without its years", "carbon.csv", ",12.2,2,", ",12.2,,", f"{carbon}:4", "plateau_years is missing"),
        ("a height without a year", "carbon.csv", "China,2028,", "China,,", f"{carbon}:2", "although e_peak is given"),
        ("a budget that cannot be met", "carbon.csv", ",260,", ",70,", f"{carbon}:7", "72.67"),
        ("a budget in thousands of Gt", "carbon.csv", ",260,", ",0.26,", f"{carbon}:7", "a thousand?"),
        ("a peak before the start", "carbon.csv", ",2028,", ",2020,", f"{carbon}:2", "t_peak"),
        ("an unknown unit of CO2", "carbon.csv", ",2024,Gt,", ",2024,Gton,", f"{carbon}:9", "is none of"),
        ("two units of CO2", "carbon_history.csv", "11.902503,Gt", "11.902503,Mt", f"{line('carbon_history.csv', 'China,2023')}:4", "where the first row has"),
        ("a negative emission", "carbon_history.csv", "11.902503", "-11.902503", f"{line('carbon_history.csv', 'China,2023')}:3", "below 0"),
        ("a change in percent", "carbon_since.csv", "2024,0.008", "2024,0.8", f"{line('carbon_since.csv', 'China,2024')}:3", "percent?"),
        ("a change of a year that is known", "carbon_since.csv", "China,2024", "China,2023", f"{line('carbon_since.csv', 'China,2024')}:2", "does not come after"),
        ("a waypoint in percent", "carbon_waypoints.csv", "2035,0.07", "2035,7", f"{line('carbon_waypoints.csv', 'China,2035,0.07')}:3", "percent?"),
        ("a waypoint after net zero", "carbon_waypoints.csv", "2035,0.07", "2062,0.07", f"{line('carbon_waypoints.csv', 'China,2035,0.07')}:2", "is not before t_net_zero = 2060"),
        ("a day that is none", "urban_observed.csv", "2025-12-31", "2025-13-31", f"{line('urban_observed.csv', 'China,2025')}:2", "is not a day"),
        ("a share of another kind", "urban_observed.csv", "2025-12-31,0.6789", "2025-12-31,0.06789", f"{line('urban_observed.csv', 'China,2025')}:3", "a decimal place?"),
        ("a negative population", "cities.csv", "Changsha,2018,4345", "Changsha,2018,-4345", f"{line('cities.csv', 'Changsha,2018')}:3", "not above 0"),
        ("two base years", "cities.csv", "Shanghai,2018,", "Shanghai,2017,", f"{line('cities.csv', 'Shanghai,2018')}:2", "one base year is needed"),
        ("more cities than townspeople", "cities.csv", None, (2, 20), r"\d+:3", "a city's population"),
        ("CO2 of the country among the cities", "carbon_cities.csv", "Shanghai,1997,", "China,1997,", r"\d+:1", "is the country"),
    ):
        data = edited(where, file, old, new) if old is not None else scaled(where, file, *new)
        status, report, words_seen = run("--data", data)
        at = position if "\\" in position else re.escape(position)
        good = re.fullmatch(re.escape(str(data / file)) + f":{at}: [^\n]+\n", words_seen) and words in words_seen
        check(f"refused: {name}", bool(good) and status == 1 and report == "", (status, words_seen))


def twice(where):
    """An investment that is in its table twice."""
    row = next(text for text in (DATA / "investment.csv").read_text(encoding="utf-8").splitlines() if text.startswith("Changsha"))
    data = edited(where, "investment.csv", row, f"{row}\n{row}")
    status, report, words = run("--data", data)
    check("refused: an investment twice", status == 1 and report == "" and "duplicate" in words and words.startswith(f"{data}/investment.csv:"), words)
    again = row.replace(",20.5,", ",10.5,")
    status, report, words = run("--data", edited(where, "investment.csv", row, f"{row}\n{again}"))
    check("accepted: another investment of the same year", status == 0 and "10.5 bn" in report, words)


def scaled(where, file, column, factor):
    """A copy of the data with all numbers of one column multiplied."""
    data = edited(where, file, "place,", "place,")
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        if line[:1] != "#" and not line.startswith("place,"):
            cells = line.split(",")
            cells[column] = f"{float(cells[column]) * factor:.12g}"
            lines[i] = ",".join(cells)
    (data / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return data


def accepted(where):
    def said(report, folder):
        """The words: where lines break depends on the length of the folder's name."""
        return report.replace(str(folder), "DATA").split()

    plain = said(run("--data", DATA)[1], DATA)

    def same(name, data, *more):
        status, report, words = run("--data", data, *more)
        check(f"accepted: {name}", status == 0 and said(report, data) == plain, (status, words))

    data = edited(where, "urban_history.csv", "place,", "place,")
    for f in data.iterdir():
        content = f.read_bytes()
        f.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    same("byte order mark and CRLF", data)
    data = edited(where, "urban_history.csv", "China,2022", '"China","2022"')
    same("quotes", data)
    data = edited(where, "urban_history.csv", "place,year,", "\n\n# a comment\nplace,year,")
    same("comments and empty lines", data)
    data = edited(where, "urban_history.csv", "place,year,", "place,year,")
    text = (data / "urban_history.csv").read_text(encoding="utf-8")
    (data / "urban_history.csv").write_text("\n".join(l if l.startswith("#") or not l else "x y," + l for l in text.split("\n")), encoding="utf-8")
    same("a column nobody asks for", data)
    (data / "urban_history.csv").write_text(text.rstrip("\n"), encoding="utf-8")
    same("no line end at the end", data)
    status, report, words = run("--data", DATA, "--urban_history", "-", stdin=(DATA / "urban_history.csv").read_bytes())
    check("accepted: one table from standard input", status == 0 and said(report, DATA) == plain, words)
    data = edited(where, "cities.csv", "Changsha,2019,4461,projected,UN agglomeration,UN World Urbanization Prospects 2018 File 22\n", "")
    status, report, words = run("--data", data)
    check("accepted: a missing first year, and said", status == 0 and "Changsha has no population of 2019" in report, words)
    for value, words_of in ((",455,", "at least 31 %"), (",111.2,", "at least 7.7 %")):  # 31.747 and 7.759 % of the GDP
        data = edited(where, "digital.csv", ",450,", value)
        status, report, words = run("--data", data)
        check(f"a lower bound is not rounded up: {words_of}", status == 0 and words_of in report, (status, words))


def command_line(where):
    status, report, words = run("--help")
    check("--help exits 0", status == 0 and report.startswith("usage:") and words == "")
    for name, arguments in (("an unknown option", ["--nonsense"]), ("an operand", ["file.csv"]), ("no value", ["--data"]),
                            ("an option twice", ["--data", DATA, "--data", DATA]), ("a value for a flag", ["--full=1"])):
        status, report, words = run(*arguments)
        check(f"usage: {name} exits 2", status == 2 and report == "" and words.count("\n") == 2, (status, words))
    status, report, words = run("--data", where / "nowhere")
    check("no such file exits 1", status == 1 and "nowhere" in words and report == "", (status, words))
    status, _, words = run("--data", DATA, "--out", "/dev/null/x")
    check("a directory that cannot be made exits 1", status == 1 and words != "", (status, words))
    data = edited(where, "urban_history.csv", "place,", "place,")
    before = {f: open(os.path.join(data, f), "rb").read() for f in os.listdir(data)}
    status, report, words = run("--data", data, "--out", os.path.join(data, "."))
    same = before == {f: open(os.path.join(data, f), "rb").read() for f in os.listdir(data)}
    check("--out into the tables is refused before anything is written", status == 2 and report == "" and same
          and words.count("\n") == 1, (status, words))
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "--data", DATA], stdout=full, stderr=subprocess.PIPE)
        check("a full disk exits 1", done.returncode == 1, done.stderr)


if __name__ == "__main__":
    sys.exit(finish([malformed, twice, accepted, command_line]))
