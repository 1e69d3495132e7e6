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

    header = line("urban.csv", "place,")
    row = line("urban.csv", "China,")
    history = line("urban_history.csv", "China,1999")
    core = line("digital.csv", "China,2023,nbs_core")
    for name, file, old, new, position, words in (
        ("a bad number", "urban.csv", "0.57960", "57.96%", f"{row}:4", 'share "57.96%" is not a number'),
        ("a share in percent", "digital.csv", "50200,0.415", "50200,41.5", f"{line('digital.csv', 'China,2022')}:7", 'share "41.5" is not a fraction in [0,1] (percent?)'),
        ("a decimal comma", "urban.csv", "0.57960", '"0,57960"', f"{row}:4", "no thousands separators, decimal dot"),
        ("hexadecimal", "urban.csv", "0.57960", "0x1p-1", f"{row}:4", "is not a number"),
        ("NaN", "urban.csv", "0.57960", "nan", f"{row}:4", "is not a number"),
        ("a missing mark where a value is needed", "urban.csv", "0.57960", "..", f"{row}:4", "share is missing"),
        ("an overflow", "carbon.csv", ",260,", ",1e999,", f"{line('carbon.csv', 'China,')}:9", "too large"),
        ("a short row", "urban.csv", ",0.0501189", "", f"{row}:6", "6 fields, the header has 7"),
        ("a long row", "urban.csv", ",0.0501189", ",0.0501189,1", f"{row}:8", "8 fields, the header has 7"),
        ("a missing column", "urban.csv", ",urgd,", ",urdg,", f"{header}:1", 'column "urgd" is missing'),
        ("a column named twice", "urban.csv", ",urgd,", ",share,", f"{header}:5", "given twice"),
        ("a duplicate year", "urban_history.csv", "China,1999,", "China,1998,", f"{history}:2", 'year "1998" is a duplicate of row'),
        ("a year out of the window", "urban_history.csv", "China,1999,", "China,2542,", f"{history}:2", "1500..2400"),
        ("years not increasing", "urban_history.csv", "China,1999,", "China,1979,", f"{history}:2", "does not come after"),
        ("a gap in the population", "population.csv", "China,2030,", "China,2130,", f"{line('population.csv', 'China,2030')}:2", "2030 is needed"),
        ("a NUL byte", "urban.csv", b"0.57960", b"0.5\x00960", f"{row}:4", "NUL"),
        ("a byte that is not UTF-8", "places.csv", "长沙".encode(), b"\xb3\xa4\xc9\xb3", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("an overlong form", "places.csv", "长沙".encode(), b"\xc0\xaf", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("a surrogate", "places.csv", "长沙".encode(), b"\xed\xa0\x80", f"{line('places.csv', 'Changsha')}:3", "not UTF-8"),
        ("an open quote", "urban.csv", "national,2017", '"national,2017', f"{row}:2", "never closed"),
        ("text after a quote", "urban.csv", "national,2017", '"national"x,2017', f"{row}:2", "after a closing quote"),
        ("a quote inside", "urban.csv", "national,2017", 'nat"ional,2017', f"{row}:2", "does not begin with one"),
        ("an unknown place", "digital.csv", "China,2023,nbs_core", "Chna,2023,nbs_core", f"{core}:1", '"Chna" is not in'),
        ("an unknown definition", "digital.csv", "China,2023,nbs_core", "China,2023,core", f"{core}:3", "is none of"),
        ("a definition twice", "digital.csv", "China,2018,other,Porat", "China,2018,caict,Porat", f"{line('digital.csv', 'China,2018,other,Porat')}:3", "is the definition of"),
        ("a city in the country's table", "urban.csv", "China,national", "Changsha,national", f"{row}:1", "is a city"),
        ("two countries", "places.csv", "Hangzhou,Hangzhou,杭州,city,China", "Japan,Japan,日本,country,", f"{line('places.csv', 'Hangzhou')}:4", "second country"),
        ("a value above the GDP", "digital.csv", "12755.5", "912755.5", f"{core}:6", "skpi_digital_share"),
        ("an investment in an unknown place", "investment.csv", "Changsha,2023,500", "Changsa,2023,500", f"{line('investment.csv', 'Changsha')}:1", '"Changsa" is not in'),
        ("an investment of nothing", "investment.csv", ",500,20.5,", ",500,0,", f"{line('investment.csv', 'Changsha')}:4", "not above 0"),
        ("a table out of balance", "io_sectors.csv", "553284,357601", "653284,357601", f"{line('io_sectors.csv', 'USA 2022,software')}:5", "is not what is sold"),
        ("value added of one sector missing", "io_sectors.csv", "553284,357601", "553284,", f"{line('io_sectors.csv', 'USA 2022,software')}:6", "missing for others"),
        ("a flow to a sector that is not there", "io_flows.csv", "USA 2022,software,data,", "USA 2022,software,date,", f"{line('io_flows.csv', 'USA 2022,software,data')}:3", "no such sector"),
        ("a flow twice", "io_flows.csv", "USA 2022,software,data,", "USA 2022,software,trade,", f"{line('io_flows.csv', 'USA 2022,software,data')}:3", "duplicate"),
        ("a sector without output", "io_sectors.csv", "public,Public administration,0,9026.2,,8590.5,407815,,", "public,Public administration,0,0,,8590.5,407815,,", f"{line('io_sectors.csv', 'Chile 2013,public')}:5", "not above 0"),
        ("a budget that cannot be met", "carbon.csv", ",260,", ",80,", f"{line('carbon.csv', 'China,')}:9", "84.656"),
        ("a peak before the start", "carbon.csv", ",2028,", ",2020,", f"{line('carbon.csv', 'China,')}:4", "t_peak"),
        ("another edition of the history", "carbon_history.csv", "11.902503", "11.396777", f"{line('carbon_history.csv', 'China,2023')}:3", "is not the start"),
        ("a negative population", "cities.csv", "3744,4345,", "3744,-4345,", f"{line('cities.csv', 'Changsha')}:4", "not above 0"),
        ("more cities than townspeople", "cities.csv", "22179,25582,26317", "2217900,2558200,2631700", None, "the whole urban population"),
    ):
        data = edited(where, file, old, new)
        status, report, words_seen = run("--data", data)
        at = re.escape(position) if position else r"\d+:\d+"
        good = re.fullmatch(re.escape(str(data / file)) + f":{at}: [^\n]+\n", words_seen) and words in words_seen
        check(f"refused: {name}", bool(good) and status == 1 and report == "", (status, words_seen))


def accepted(where):
    def said(report, folder):
        """The words: where lines break depends on the length of the folder's name."""
        return report.replace(str(folder), "DATA").split()

    plain = said(run("--data", DATA)[1], DATA)

    def same(name, data, *more):
        status, report, words = run("--data", data, *more)
        check(f"accepted: {name}", status == 0 and said(report, data) == plain, (status, words))

    data = edited(where, "urban.csv", "0.57960", "0.57960")
    for f in data.iterdir():
        content = f.read_bytes()
        f.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    same("byte order mark and CRLF", data)
    data = edited(where, "urban.csv", "China,national", '"China","national"')
    same("quotes", data)
    data = edited(where, "urban.csv", "place,definition,", "\n\n# a comment\nplace,definition,")
    same("comments and empty lines", data)
    data = edited(where, "urban.csv", "place,definition,last_year,share", "place,definition,last_year,share")
    text = (data / "urban.csv").read_text(encoding="utf-8")
    (data / "urban.csv").write_text("\n".join(l if l.startswith("#") or not l else "x y," + l for l in text.split("\n")), encoding="utf-8")
    same("a column nobody asks for", data)
    (data / "urban.csv").write_text(text.rstrip("\n"), encoding="utf-8")
    same("no line end at the end", data)
    status, report, words = run("--data", DATA, "--urban", "-", stdin=(DATA / "urban.csv").read_bytes())
    check("accepted: one table from standard input", status == 0 and "standard input" in report, words)
    status, report, words = run("--data", edited(where, "urban.csv", "0.0501189", ""))
    check("accepted: an empty urgd is found from the history", status == 0 and " 70.626" in report, words)
    status, report, words = run("--data", edited(where, "cities.csv", "4345,4461,", "4345,:,"))
    check("accepted: a missing first year, and said", status == 0 and "Changsha has no population of 2019" in report, words)


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
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "--data", DATA], stdout=full, stderr=subprocess.PIPE)
        check("a full disk exits 1", done.returncode == 1, done.stderr)


if __name__ == "__main__":
    sys.exit(finish([malformed, accepted, command_line]))
