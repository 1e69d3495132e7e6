#!/usr/bin/env python3
"""examples/urban_cities and examples/urban_project: known answers, and what they refuse, with its place in the file."""
import csv
import math
import tempfile
from pathlib import Path

from checks import built, check, end, run


def write(folder, name, header, *rows):
    path = folder / name
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def table(output, *keys):
    """Rows of the output by (place, year). Values are floats, or None if empty."""
    found = {}
    for row in csv.DictReader(output.splitlines()):
        found[row[keys[0]], int(row[keys[1]])] = {k: float(v) if v else None for k, v in row.items() if k not in keys}
    return found


def usage(program, *wrong):
    status, output, words = run(program, "--help")
    check(f"{program} --help", status == 0 and output.startswith(f"usage: {program}") and not words, (status, words))
    for name, arguments in wrong:
        status, output, words = run(program, *arguments)
        check(f"{program} usage: {name}", status == 2 and not output and words, (status, output, words))


CITIES = "place,base_population,base_growth"
COUNTRY = "year,urban_population"


def cities(folder):
    # the recursion in 50-digit arithmetic: 1000 people, a growth rate of .05, and an urban population that grows by .02
    # a year
    country = write(folder, "country.csv", COUNTRY, *(f"{2018 + j},{1e6 * math.exp(.02 * j):.17g}" for j in range(31)))
    some = write(folder, "cities.csv", "# made\n" + CITIES, "Ostrava,1000,.05", '"Brno, south",0,-0.01')
    status, output, words = run("urban_cities", some, country)
    check("cities runs in silence", status == 0 and not words, (status, words))
    check("cities header", output.splitlines()[0] == "place,year,population", output[:80])
    got = table(output, "place", "year")
    check("cities rows", len(got) == 60 and min(y for _, y in got) == 2019 and max(y for _, y in got) == 2048, len(got))
    for j, known in ((1, 1050.010327673), (10, 1413.613959944), (25, 1912.840620701), (30, 2114.015824912)):
        value = got["Ostrava", 2018 + j]["population"]
        check(f"cities year {j}", abs(value - known) < 1e-9, value)
    check("cities: nobody stays nobody", got["Brno, south", 2048]["population"] == 0)
    check("cities: any locale", run("urban_cities", some, country, environment={"LC_ALL": "de_DE.UTF-8"})[1] == output)
    small = write(folder, "small.csv", COUNTRY, "2018,1000", "2019,1010", "2020,1020")
    status, more, words = run("urban_cities", some, small)
    check("cities that exceed are noted, not changed", status == 0 and "note: " in words and "from 2019 on" in words
          and len(more.splitlines()) == 5, (status, words))

    # one is the other's part: in the base year, both figures with their places
    for name, population, text in (("thousands for people", 1000_000, "1000 times the 1000 of {}:2:2 (a thousand?)"),
                                   ("ten thousands", 11_000_000, "11000 times the 1000 of {}:2:2 (ten thousand?)"),
                                   ("no power of ten", 3_000, "3 times the 1000 of {}:2:2 (another unit?)")):
        large = write(folder, "large.csv", CITIES, "A,900,.01", f"B,{population},.01", "C,5000,.01")
        status, more, words = run("urban_cities", large, small)
        check(f"cities larger than the country: {name}", status == 0 and len(more.splitlines()) == 7
              and words.startswith(f"{large}:3:2: warning: {population} is " + text.format(small) + "\n")
              and words.count(": warning: ") == 1, (status, words))

    fast = write(folder, "fast.csv", CITIES, "A,5,.01", "B,5,.12")
    status, output, words = run("urban_cities", fast, country)
    check("cities warns of an unusual growth at its cell", status == 0 and len(output.splitlines()) == 61
          and words.startswith(f"{fast}:3:3: warning: base_growth 0.12 is unusual")
          and words.count("\n") == 1, (status, words))
    leap = [1e6 * math.exp(.02 * j) * (3 if j > 15 else 1) for j in range(31)]
    leap = write(folder, "leap.csv", COUNTRY, *(f"{2018 + j},{v:.17g}" for j, v in enumerate(leap)))
    status, output, words = run("urban_cities", some, leap)
    check("cities warns of a break in the country's file", status == 0 and len(output.splitlines()) == 61
          and f"{leap}:18:2: warning: " in words and "urban_population 4.13138e+06 is unusual" in words, (status, words))

    def bad(name, position, text, header, *rows, which="cities"):
        path = write(folder, "bad.csv", header, *rows)
        arguments = (path, country) if which == "cities" else (some, path)
        status, output, words = run("urban_cities", *arguments)
        check(f"cities refuses {name}", status == 1 and not output and f"bad.csv:{position}: " in words and text in words,
              (status, output[:80], words))

    bad("a negative population", "2:2", "negative", CITIES, "A,-5,.01")
    bad("words for numbers", "3:3", "is not a number", CITIES, "A,5,.01", "B,5,two")
    bad("control characters", "2:3", "a control character", CITIES, 'A,5,"\x1b[31m"')
    status, output, words = run("urban_cities", "a\x1b[31m\n.csv", country)
    check("cities: a name that commands a terminal", status == 1 and words.count("\n") == 1 and r"a\x1b[31m\x0a.csv: " in words, words)
    status, output, words = run("urban_cities", some, country, "--a\x1b[31m\nb")
    check("cities: an option that commands a terminal", status == 2 and "\x1b" not in words and words.count("\n") <= 2, words)
    bad("a missing growth", "2:3", "missing", CITIES, "A,5,..")
    bad("no name", "2:1", "empty", CITIES, ",5,.01")
    bad("a city twice", "3:1", "duplicate", CITIES, "A,5,.01", "A,6,.01")
    bad("no such column", "1:1", 'column "base_growth" is missing', "place,base_population", "A,5")
    bad("growth in per cent", "3:3", "percent?", CITIES, "A,5,.01", "B,5,8.5")
    bad("a gap of years", "3:1", "does not follow", COUNTRY, "2018,5", "2020,6", which="country")
    bad("years backwards", "3:1", "does not follow", COUNTRY, "2018,5", "2017,6", which="country")
    bad("nobody in town", "3:2", "not above 0", COUNTRY, "2018,5", "2019,0", which="country")
    bad("the base year alone", "1:1", "at least one year", COUNTRY, "2018,5", which="country")
    bad("another era", "2:1", "not a year", COUNTRY, "2561,5", "2562,6", which="country")
    status, output, words = run("urban_cities", folder / "none.csv", country)
    check("cities refuses no such file", status == 1 and not output and "none.csv" in words, words)
    usage("urban_cities", ("no arguments", ()), ("one file", (some,)), ("an option", ("--fast", some, country)))


PLACES = "place,size_class,last_year,share,urgd,end_year"


def project(folder):
    # parameters of the United Nations' revision of 2018, and its published percentages of 2030 and 2050
    places = write(folder, "places.csv", PLACES, "China,large,2017,0.57960,0.0501189,2050",
                   "Mauritius,small,2015,0.41000,-0.0045849,2050", "Singapore,large,2017,1,,2019")
    status, output, words = run("urban_project", places)
    check("project runs in silence", status == 0 and not words, (status, words))
    check("project header", output.splitlines()[0] == "place,year,share,urgd", output[:80])
    got = table(output, "place", "year")
    check("project rows", len(got) == 33 + 35 + 2 and ("China", 2018) in got and ("Mauritius", 2016) in got, len(got))
    for place, year, percent in (("China", 2030, 70.626), ("China", 2050, 80.028), ("Mauritius", 2030, 41.850),
                                 ("Mauritius", 2050, 49.495)):
        value = 100 * got[place, year]["share"]
        check(f"project {place} {year}", abs(value - percent) < .01, value)
    ln = {year: math.log(r["share"] / (1 - r["share"])) for (place, year), r in got.items() if place == "China"}
    worst = max(abs(ln[y] - ln[y - 1] - got["China", y]["urgd"]) for y in range(2019, 2051))
    check("project: urgd is the step of the logit", worst < 1e-14, worst)
    check("project: 1 stays 1, without urgd", got["Singapore", 2019] == {"share": 1.0, "urgd": None}, got["Singapore", 2019])
    check("project: un is the default", run("urban_project", "--method", "un", places) == (0, output, ""))
    check("project: any locale", run("urban_project", places, environment={"LC_ALL": "de_DE.UTF-8"})[1] == output)
    # results by closed forms
    one = write(folder, "one.csv", PLACES, "A,large,2000,.5,.03,2040")
    logit = {"constant": .03 * 10, "damped": .03 * sum(.97**k for k in range(1, 11)), "persistence": 0}
    for method, x in logit.items():
        value = table(run("urban_project", "--method", method, one)[1], "place", "year")["A", 2010]["share"]
        check(f"project {method}", abs(value - 1 / (1 + math.exp(-x))) < 1e-14, value)
    converging = table(run("urban_project", "--method=converging", one)[1], "place", "year")
    un = table(run("urban_project", one)[1], "place", "year")
    cautious = table(run("urban_project", "--method=cautious", one)[1], "place", "year")
    for year, known in ((2001, .507124517766), (2010, .559203075645), (2040, .675464260551)):
        value = converging["A", year]["share"]
        check(f"project converging {year}", abs(value - known) < 1e-12, value)
        mean = (value + un["A", year]["share"]) / 2
        check(f"project cautious {year}", abs(cautious["A", year]["share"] - mean) < 1e-15, mean)
    steep = write(folder, "steep.csv", PLACES, "A,large,2000,.5,.3,2010")
    status, output, words = run("urban_project", "--method", "converging", steep)
    check("project notes a limit", status == 0 and len(output.splitlines()) == 11 and "note: " in words and ": A: " in words,
          (status, words))

    odd = write(folder, "odd.csv", PLACES, "A,large,2000,.5,.03,2010", "B,large,2000,.5,.2,2010")
    status, output, words = run("urban_project", odd)
    check("project warns of an unusual growth difference at its cell", status == 0 and len(output.splitlines()) == 21
          and words.startswith(f"{odd}:3:5: warning: urgd 0.2 is unusual")
          and words.count("\n") == 1, (status, words))

    def bad(name, position, text, *rows, header=PLACES):
        status, output, words = run("urban_project", write(folder, "bad.csv", header, "Z,large,2017,.5,.01,2020", *rows))
        check(f"project refuses {name}", status == 1 and not output and f"bad.csv:{position}: " in words and text in words,
              (status, output[:80], words))

    bad("percent", "3:4", "percent?", "A,large,2017,41.5,.01,2050")
    bad("no such size class", "3:2", "none of: large, small", "A,big,2017,.415,.01,2050")
    bad("no growth difference", "3:5", "missing", "A,large,2017,.415,,2050")
    bad("an end before the start", "3:6", "not after last_year", "A,large,2017,.415,.01,2017")
    bad("half a year", "3:3", "not a year", "A,large,2017.5,.415,.01,2050")
    bad("growth in per cent", "3:5", "percent?", "A,large,2017,.415,5.01,2050")
    bad("a place twice", "3:1", "duplicate", "Z,large,2017,.415,.01,2050")
    bad("a short row", "3:5", "5 fields", "A,large,2017,.415,.01")
    status, output, words = run("urban_project", write(folder, "bad.csv", "place,size_class,last_year,share,urgd", "A,large,2017,.4,.01"))
    check("project refuses a missing column", status == 1 and 'bad.csv:1:1: column "end_year" is missing' in words, words)
    usage("urban_project", ("no file", ()), ("two files", (places, places)), ("no such method", ("--method", "guess", places)),
          ("a method of histories", ("--method", "logistic", places)), ("no name", ("--method",)))


built("urban_cities", "urban_project")
with tempfile.TemporaryDirectory() as tmp:
    cities(Path(tmp))
    project(Path(tmp))
end()
