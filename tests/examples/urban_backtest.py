#!/usr/bin/env python3
"""examples/urban_backtest: a made record of its own, what is refused, and the same figures as the library gives."""
import csv
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import checks
from checks import BUILD, SRC, check

PROGRAM = BUILD / "examples" / "urban_backtest"
sys.path.insert(0, str(SRC / "lib/python"))
sys.dont_write_bytecode = True
YEARS = list(range(1950, 2001))
AREAS = 9
HEADER = "method,n,rmse_points,mae_points,median_points,bias_points,coverage80"
WEAK = "note: a fit does not determine its parameters, or the width of its interval\n"
METHODS = ["persistence", "linear", "constant", "damped", "logistic", "gompertz", "un", "mean", "converging", "cautious"]

def percent(i, t):
    return f"{100 / (1 + math.exp(2 - .5 * i - .01 * (1 + i % 3) * t - .15 * math.sin(.2 * t + i))):.3f}"


def thousands(i, t):
    return str(round(1000 * (.3 + .7 * i) * math.exp(.01 * t)))


SHARES = [["place", "kind", *YEARS]] + [[f"area {i}", "country", *(percent(i, t) for t in range(51))]
                                         for i in range(AREAS)] + [["World", "aggregate", *["50.000"] * 51],
                                                                   ["Nowhere", "country", *["10.000"] * 51]]
PEOPLE = [["place", *YEARS]] + [[f"area {i}", *(thousands(i, t) for t in range(51))]
                                 for i in reversed(range(AREAS))] + [["World", *["7000000"] * 51],
                                                                     ["Elsewhere", *["5000"] * 51]]


def write(folder, name, table, **cells):
    """Writes a table; cells are {(row, year): text} to change."""
    table = [list(row) for row in table]
    for (row, column), text in cells.get("cells", {}).items():
        table[row][table[0].index(column)] = text
    path = folder / name
    with open(path, "w", encoding="utf-8", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows(table)
    return path


def run(*arguments, environment=None):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout, done.stderr


def by_library(origin, target):
    """The program's figures, computed with the Python package."""
    os.environ.setdefault("SMARTKPI_LIBRARY", str(BUILD / "lib/.libs/libsmartkpi.so"))
    import warnings
    import smartkpi
    from smartkpi import Basis, Table, urban
    warnings.simplefilter("ignore")
    rows = range(1, AREAS + 1)
    share = [[float(SHARES[i][2 + t]) / 100 for t in range(51)] for i in rows]
    people = [[float(PEOPLE[AREAS + 1 - i][1 + t]) for t in range(51)] for i in rows]
    prefix = "SKPI_URBAN_METHOD_"
    number = {name[len(prefix):].lower(): value for name, value in vars(smartkpi).items() if name.startswith(prefix)}
    return urban.backtest(Table(YEARS, share), Table(YEARS, people, Basis(scale=smartkpi.SKPI_BASIS_SCALE_ONE + 3)),
                          origin, target, [number[m] for m in METHODS], mean_method=[number[m] for m in ("un", "gompertz", "damped")])


def points(shares):
    return [100 * x for x in shares]


def figures(folder):
    shares, people = write(folder, "shares.csv", SHARES), write(folder, "people.csv", PEOPLE)
    status, output, words = run(shares, people, 1985, 1995)
    check("runs, and notes the curves' weak fits alone", status == 0 and words == WEAK, (status, words))
    lines = output.splitlines()
    check("header", lines[0] == HEADER, lines[0])
    rows = list(csv.DictReader(lines))
    check("methods", [r["method"] for r in rows] == METHODS, rows)
    check("areas in both files, without aggregates", all(r["n"] == str(AREAS) for r in rows), rows)
    check("empty without an interval", [r["method"] for r in rows if r["coverage80"]] == ["un", "converging", "cautious"],
          rows)
    # persistence can be computed without the library
    e = [float(percent(i, 35)) - float(percent(i, 45)) for i in range(AREAS)]
    for column, value in (("rmse_points", math.sqrt(sum(x * x for x in e) / AREAS)), ("bias_points", sum(e) / AREAS),
                          ("mae_points", sum(map(abs, e)) / AREAS), ("median_points", sorted(map(abs, e))[AREAS // 2])):
        check(f"persistence, {column}", abs(float(rows[0][column]) - value) < 1e-10, (rows[0], value))
    r = by_library(1985, 1995)
    for k, row in enumerate(rows):
        for column, values in (("rmse_points", points(r.rmse)), ("mae_points", points(r.mae)),
                               ("median_points", points(r.median)), ("bias_points", points(r.bias)),
                               ("coverage80", r.coverage)):
            text = "" if math.isnan(values[k]) else f"{values[k]:.0f}" if values[k] == int(values[k]) else repr(values[k])
            check(f"{row['method']}, {column}", row[column] == text, (row[column], text))
    # other values after the origin do not change the scores of any method: only those of the target are read
    late = {(i, y): "" for i in range(1, AREAS + 1) for y in range(1986, 2001) if y != 1995}
    blind = write(folder, "blind.csv", SHARES, cells=late)
    nobody = write(folder, "nobody.csv", PEOPLE, cells={(i, y): "" for i in range(1, AREAS + 3) for y in range(1986, 2001)})
    check("the future is empty: the same output", run(blind, nobody, 1985, 1995) == (0, output, WEAK),
          run(blind, nobody, 1985, 1995))
    persons = [PEOPLE[0]] + [[row[0], *(str(1000 * int(v)) for v in row[1:])] for row in PEOPLE[1:]]
    everybody = write(folder, "persons.csv", persons)
    check("persons", run("--unit", "persons", shares, everybody, 1985, 1995) == (0, output, WEAK))
    crowd = write(folder, "crowd.csv", persons, cells={(1, 1985): "1370000000", (2, 1985): "60000000"})
    guessed, stated = run(shares, crowd, 1985, 1995), run("--unit=persons", shares, crowd, 1985, 1995)
    check("persons seen, and said", guessed[:2] == stated[:2] and guessed[0] == 0 and "read as persons" in guessed[2]
          and stated[2] == WEAK, guessed)
    late = [[*row, row[-1] if i else 2005] for i, row in enumerate(SHARES)]
    far = [run(write(folder, "late.csv", late), people, 1960, year) for year in (2000, 2005)]
    check("40 years ahead and no more", [f[0] for f in far] == [0, 0] and "horizon" not in far[0][2]
          and "note: a result lies beyond the horizon" in far[1][2], far)
    check("any locale", run(shares, people, 1985, 1995, environment={"LC_ALL": "de_DE.UTF-8"})[1] == output)


def refused(folder):
    shares, people = write(folder, "shares.csv", SHARES), write(folder, "people.csv", PEOPLE)
    fraction = [SHARES[0]] + [row[:2] + [str(float(v) / 100) for v in row[2:]] for row in SHARES[1:]]

    def bad(name, table, cells, position, words):
        path = write(folder, "bad.csv", table, cells=cells)
        arguments = (path, people) if table[0][1] == "kind" else (shares, path)
        status, output, seen = run(*arguments, 1985, 1995)
        check(f"refused: {name}", status == 1 and output == "" and f"bad.csv:{position}: " in seen and words in seen,
              (status, output, seen))

    bad("a share above 100", SHARES, {(2, 1960): "100.5"}, "3:13", "not a percentage")
    bad("a share that is no number", SHARES, {(2, 1995): "n/a"}, "3:48", "is not a number")
    bad("no truth", SHARES, {(3, 1995): ".."}, "4:48", "missing")
    bad("a negative population", PEOPLE, {(1, 1970): "-1"}, "2:22", "negative")
    bad("an area twice", SHARES, {(2, "place"): "area 0"}, "3:1", "duplicate")
    bad("fractions", fraction, {}, "1:1", "percent is needed")
    status, output, seen = run(write(folder, "zero.csv", SHARES, cells={(2, 1960): "0"}),
                               write(folder, "zeros.csv", PEOPLE, cells={(1, 1970): "0"}), 1985, 1995)
    check("a 0 among values is told", status == 0 and output and 'zero.csv:3:13: warning: 1960 is "0" after' in seen and
          'zeros.csv:2:22: warning: 1970 is "0" after' in seen, seen)
    for name, arguments, words in (
        ("no such year", (shares, people, 1985, 2001), 'column "2001" is missing'),
        ("no ten years before", (shares, people, 1955, 1995), "1945 is needed"),
        ("no area in both", (shares, write(folder, "other.csv", [PEOPLE[0], PEOPLE[-1]]), 1985, 1995), "no area in common"),
        ("no such file", (folder / "none.csv", people, 1985, 1995), "none.csv"),
    ):
        status, output, seen = run(*arguments)
        check(f"refused: {name}", status == 1 and output == "" and words in seen, (status, seen))
    for name, arguments in (("no arguments", ()), ("too few", (shares, people, 1985)),
                            ("a year that is none", (shares, people, "1985.5", 1995)),
                            ("a target before the origin", (shares, people, 1995, 1985)),
                            ("an unknown option", ("--fast", shares, people, 1985, 1995)),
                            ("an unknown unit", ("--unit", "dozens", shares, people, 1985, 1995))):
        status, output, seen = run(*arguments)
        check(f"usage: {name}", status == 2 and output == "" and seen, (status, output, seen))
    status, output, seen = run("--help")
    check("--help", status == 0 and output.startswith("usage: urban_backtest") and seen == "", (status, seen))


checks.built("urban_backtest")
with tempfile.TemporaryDirectory() as tmp:
    figures(Path(tmp))
    refused(Path(tmp))
checks.end()
