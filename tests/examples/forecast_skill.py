#!/usr/bin/env python3
"""examples/forecast_skill: a made panel, the same figures by its own files, its picture, and what is refused."""
import csv
import math
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import checks
from checks import SRC, check

YEARS = list(range(1950, 2011))
PLACES, GROUPS = 16, 4
METHODS = ["un_limited", "un", "converging", "cautious", "converging_default", "cautious_default"]
HEADER = ("horizon,level,method,n,rmse_points,mae_points,bias_points," +
          "".join(f"{one}_percent,{one}_low,{one}_high," for one in
                  ("against_un_limited", "against_un", "against_un_2018", "weighted_against_un_limited")) +
          "weighted_rmse_points,coverage80,interval_score80_points")


def percent(i):
    """Straight lines of the logit between censuses, whose slope falls; in three decimals."""
    logit, out = -2 + .2 * i, []
    for year in YEARS:
        census = (year - 1950 + i % 7) // 10
        out.append(f"{100 / (1 + math.exp(-logit)):.3f}")
        logit += .01 + .05 * math.exp(-.3 * census) * (1 + .3 * math.sin(1.7 * i + 2.3 * census))
    return out


SHARES = [["place", "kind", "group", "last_date", *YEARS]] + \
    [[f"place {i}", "country", f"group {i % GROUPS}", "", *percent(i)] for i in range(PLACES)] + \
    [["World", "aggregate", "", "", *["50.000"] * len(YEARS)]]


def write(folder, table, cells=(), name="shares.csv"):
    """Writes a table with some cells, {(row, column name): text}, changed."""
    table = [list(row) for row in table]
    for (row, column), text in dict(cells).items():
        table[row][table[0].index(column)] = text
    with open(folder / name, "w", encoding="utf-8", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows(table)
    return folder / name


def without(*columns):
    keep = [j for j, name in enumerate(SHARES[0]) if name not in columns]
    return [[row[j] for j in keep] for row in SHARES]


def only(column):
    return [[row[0], row[SHARES[0].index(column)]] for row in SHARES]


def run(*arguments, text=None):
    return checks.run("forecast_skill", *arguments, text=text)


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def year(y):
    """The column of a year, counted from 1."""
    return 5 + y - 1950


def alike(a, b):
    """The same tables, but for the order of sums."""
    same = lambda x, y: x == y or (x and y and math.isclose(float(x), float(y), rel_tol=1e-9))  # noqa: E731
    return len(a) == len(b) > 0 and all(x.keys() == y.keys() and all(
        x[k] == y[k] if k in ("level", "method") else same(x[k], y[k]) for k in x) for x, y in zip(a, b))


def figures(folder):
    shares = write(folder, SHARES)
    status, output, words = run(shares, "--out", folder / "out", "--levels")
    check("it runs in silence", status == 0 and not words, (status, words))
    lines, got = output.splitlines(), rows(output)
    check("header", lines[0] == HEADER, lines[0])
    check("horizons, levels and methods", len(got) == 3 * 5 * 6 and [r["method"] for r in got[:6]] == METHODS and
          [int(r["horizon"]) for r in got[::30]] == [10, 18, 28], got)
    whole = [r for r in got if r["level"] == "all"]
    check("each horizon as far as the table goes", [int(r["n"]) for r in whole[::6]] == [PLACES * k for k in (16, 12, 7)],
          whole)
    for r in whole:
        parts = [p for p in got if p["horizon"] == r["horizon"] and p["method"] == r["method"] and p["level"] != "all"]
        n = sum(int(p["n"]) for p in parts)
        mae = sum(int(p["n"]) * float(p["mae_points"] or 0) for p in parts) / n
        check(f"levels add up: {r['horizon']} {r['method']}", n == int(r["n"]) and
              math.isclose(mae, float(r["mae_points"]), rel_tol=1e-9), (r, parts))
        base = {b["method"]: float(b["rmse_points"]) for b in whole if b["horizon"] == r["horizon"]}
        for baseline in ("un_limited", "un"):
            told = r[f"against_{baseline}_percent"]
            check(f"against {baseline}: {r['horizon']} {r['method']}", (told == "") == (r["method"] == baseline) and
                  (not told or math.isclose(float(told), 100 * (base[r["method"]] / base[baseline] - 1), abs_tol=1e-9)), r)
        check(f"an interval but of the recursion: {r['horizon']} {r['method']}",
              (r["coverage80"] == "") == r["method"].startswith("un"), r)
    text = {p.name: p.read_text(encoding="utf-8") for p in (folder / "out").iterdir()}
    check("files", set(text) == {"figures.csv", "skill.csv", "skill_summary.csv", "skill_constants.csv"} and
          text["skill_summary.csv"] == output, set(text))
    origins = rows(text["skill.csv"])
    check("a row an origin, horizon and method", len(origins) == (16 + 12 + 7) * 6 and origins[0]["origin"] == "1970" and
          origins[-1]["origin"] == "2000", len(origins))
    for r in whole:
        cells = [o for o in origins if o["horizon"] == r["horizon"] and o["method"] == r["method"]]
        rmse = math.sqrt(sum(int(o["n"]) * float(o["rmse_points"])**2 for o in cells) / sum(int(o["n"]) for o in cells))
        check(f"pooled over origins: {r['horizon']} {r['method']}", math.isclose(rmse, float(r["rmse_points"]), rel_tol=1e-9))
    constants = rows(text["skill_constants.csv"])
    check("constants", [int(c["origin"]) for c in constants] == list(range(1970, 2001, 2)) and
          all(0 < float(c["converge_by"]) <= 1 and int(c["places"]) == PLACES for c in constants), constants[0])

    status, fewer, words = run("--origins", "1980,1990,5", "--horizons=5,10", "--intervals", 1990, shares)
    got = rows(fewer)
    check("--origins, --horizons", status == 0 and [(r["horizon"], r["n"]) for r in got[::6]] ==
          [("5", str(3 * PLACES)), ("10", str(3 * PLACES))], (status, fewer, words))
    late = rows(run("--origins", "1990,1990", "--horizons=5,10", "--intervals", 1990, shares)[1])
    check("--intervals", [r["interval_score80_points"] for r in got] == [r["interval_score80_points"] for r in late] and
          got[2]["rmse_points"] != late[2]["rmse_points"], (got, late))
    limited = rows(run("--limit", .001, shares)[1])
    check("--limit", limited[1]["rmse_points"] == whole[1]["rmse_points"] and
          limited[0]["rmse_points"] != whole[0]["rmse_points"], limited[:2])


def other_forms(folder):
    shares = write(folder, SHARES)
    output = run(shares)[1]
    check("standard input", run("-", text=shares.read_text(encoding="utf-8"))[1] == output)
    check("any locale", checks.run("forecast_skill", shares, environment={"LC_ALL": "de_DE.UTF-8"})[1] == output)
    bare = write(folder, without("group", "last_date", "kind")[:-1], name="bare.csv")
    groups = write(folder, [["place", "group"], *only("group")[:0:-1]], name="groups.csv")
    last = write(folder, [["place", "last_date"], ["place 3", "1990"]], name="last.csv")
    files = ["--groups", groups, "--last", last]
    ended = write(folder, SHARES, {(4, "last_date"): "1990"}, name="ended.csv")
    check("groups and dates from files", run(*files, bare) == run(ended) and run(ended)[1] != output, run(*files, bare)[2])
    status, alone, words = run(bare)
    check("without groups, and said so", status == 0 and words.startswith("note: there are no groups") and alone != output,
          (status, words))
    upside = write(folder, [SHARES[0], *SHARES[:0:-1]], name="upside.csv")
    check("the order of places", alike(rows(run(upside)[1]), rows(output)))
    longer = write(folder, [[*r, *((2011, 2012) if i == 0 else ("99.9", "99.9"))] for i, r in enumerate(SHARES)],
                   name="longer.csv")
    check("years after --end are not read", run("--end", 2010, longer)[1] == output and run(longer)[1] != output)
    # a census after the origin, and what follows from it, is neither known nor a truth of an earlier year
    cut = write(folder, [r[:year(1996)] for r in SHARES], name="cut.csv")
    early = ("--origins", "1976,1984", "--horizons", 5)
    check("the future is not read", rows(run(*early, cut)[1]) == rows(run(*early, shares)[1]))


def weighted(folder):
    """By the population of the origin: the same everywhere gives the plain figures, one place alone its own."""
    shares = write(folder, SHARES)
    check("without populations", all(r["weighted_rmse_points"] == r["weighted_against_un_limited_percent"] == ""
                                     for r in rows(run(shares)[1])))
    people = [["place", *YEARS]] + [[f"place {i}", *["7000"] * len(YEARS)] for i in reversed(range(PLACES))]
    got = rows(run("--populations", write(folder, people, name="people.csv"), shares)[1])
    check("the same population everywhere", all(
        math.isclose(float(r["weighted_rmse_points"]), float(r["rmse_points"]), rel_tol=1e-12) and
        (r["method"] == "un_limited" or math.isclose(float(r["weighted_against_un_limited_percent"]),
                                                     float(r["against_un_limited_percent"]), abs_tol=1e-9))
        for r in got), got)

    def alone(*pairs):
        """Everybody lives in one place in the year of each origin."""
        table = [people[0]] + [[r[0], *(str(int((r[0], y) in pairs)) for y in YEARS)] for r in people[1:]]
        origins = f"{pairs[0][1]},{pairs[-1][1]}"
        return rows(run("--populations", write(folder, table, name="alone.csv"), "--origins", origins, "--horizons", 10,
                        shares)[1])[0]["weighted_rmse_points"]

    both, first, second = alone(("place 5", 1980), ("place 6", 1982)), alone(("place 5", 1980)), alone(("place 6", 1982))
    check("the population of the origin", math.isclose(float(both), math.hypot(float(first), float(second)) / math.sqrt(2),
                                                       rel_tol=1e-12), (both, first, second))
    for name, table, cells, words in (
        ("a negative population", people, {(1, 1970): "-1"}, 'people.csv:2:22: "-1" is a negative population'),
        ("a missing population", people, {(1, 1970): ""}, "people.csv:2:22: "),
        ("a year without populations", [r[:-1] for r in people], {}, 'people.csv:1:1: column "2010" is missing'),
        ("a place without a population", people[:-1], {}, 'shares.csv:2:1: "place 0" is not in '),
    ):
        status, output, seen = run("--populations", write(folder, table, cells, "people.csv"), shares)
        check(f"refused: {name}", status == 1 and not output and words in seen, (status, seen))


def sizes_given(folder):
    """The norm of 2018 by size: only with sizes, and another one for large places."""
    shares = write(folder, SHARES)
    check("without sizes", all(r["method"] != "un_2018" and r["against_un_2018_percent"] == "" for r in rows(run(shares)[1])))

    def given(*sizes):
        return run("--sizes", write(folder, [["place", "size_class"], *sizes], name="sizes.csv"), shares)

    small, listed = rows(given()[1]), rows(given(["place 3", "small"], ["place 4", ""])[1])
    check("others are small", small == listed and [r["method"] for r in small[:7]] == [*METHODS, "un_2018"], small[:7])
    large = rows(given(["place 3", "large"])[1])
    check("a large place has another norm", large[6]["rmse_points"] != small[6]["rmse_points"] and large[:2] != small[:2] and
          [r["rmse_points"] for r in large[:6]] == [r["rmse_points"] for r in small[:6]], large[:7])
    check("against it", all(math.isclose(float(r["against_un_2018_percent"]), 100 * (
        float(r["rmse_points"]) / float(large[6]["rmse_points"]) - 1), abs_tol=1e-9) for r in large[:6]) and
          large[6]["against_un_2018_percent"] == "", large[:7])
    status, output, seen = given(["place 3", "huge"])
    check("refused: another size", status == 1 and not output and 'sizes.csv:2:2: "huge" is neither large nor small' in seen, seen)


def picture(folder):
    if not shutil.which("gnuplot"):
        return
    people = write(folder, [["place", *YEARS]] + [[f"place {i}", *[str(i)] * len(YEARS)] for i in range(PLACES)],
                   name="people.csv")
    sizes = write(folder, [["place", "size_class"], ["place 3", "large"]], name="sizes.csv")
    for name, options in (("three", ()), ("people", ("--populations", people, "--sizes", sizes)),
                          ("one", ("--horizons", 5, "--origins", "1990,1990"))):
        out = folder / name
        status, output, words = run(*options, "--out", out, write(folder, SHARES))
        done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        check(f"{name}: drawn, silently", status == done.returncode == 0 and done.stderr == b"", (words, done.stderr))
        if done.returncode == 0:
            svg = (out / "skill.svg").read_text(encoding="utf-8")
            gain = {r["method"]: float(r["against_un_limited_percent"] or 0) for r in rows(output)[:6]}
            label = f"converging {gain['converging']:+.1f}, cautious {gain['cautious']:+.1f} %"
            check(f"{name}: {label}", label in svg)
            check(f"{name}: by population, if it is known", ("by population: converging" in svg) == (name == "people"))
            check(f"{name}: the norm of 2018, with sizes", ("UN, norm of 2018" in svg) == (name == "people"))
            check(f"{name}: skill.png is a picture", (out / "skill.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n")


def refused(folder):
    fraction = [SHARES[0]] + [r[:4] + [str(float(v) / 100) for v in r[4:]] for r in SHARES[1:]]
    gap = [r[:10] + r[11:] for r in SHARES]
    for name, table, cells, position, words in (
        ("a share above 100", SHARES, {(2, 1960): "100.5"}, f"3:{year(1960)}", "not a percentage"),
        ("a share that is no number", SHARES, {(2, 1995): "n/a"}, f"3:{year(1995)}", "is not a number"),
        ("a missing share", SHARES, {(3, 1995): ".."}, f"4:{year(1995)}", "missing"),
        ("a place twice", SHARES, {(2, "place"): "place 0"}, "3:1", "duplicate"),
        ("a date that is none", SHARES, {(2, "last_date"): "May"}, "3:4", "is not a number"),
        ("a place without a group", SHARES, {(2, "group"): ""}, "3:3", "empty"),
        ("fractions", fraction, {}, "1:1", "percent is needed"),
        ("no year", [r[:4] for r in SHARES], {}, "1:1", "no column is named by a year"),
        ("a year is left out", gap, {}, "1:5", "1957 does not follow 1955"),
        ("two groups", SHARES, {(i + 1, "group"): f"group {i % 2}" for i in range(PLACES)}, "1:1", "origin 1970: "),
        ("aggregates only", SHARES, {(i + 1, "kind"): "aggregate" for i in range(PLACES)}, "1:1", "no row is a place"),
    ):
        status, output, seen = run(write(folder, table, cells, "bad.csv"))
        check(f"refused: {name}", status == 1 and not output and f"bad.csv:{position}: " in seen and words in seen,
              (status, output, seen))
    people = [[r[0], *(["1000"] * len(YEARS) if i else YEARS)] for i, r in enumerate(SHARES)]
    status, output, words = run("--populations", write(folder, people, {(2, 1980): "0"}, "people.csv"),
                                write(folder, SHARES, {(2, 1960): "0", (2, 1961): "0.000", (3, YEARS[0]): "0"}, "zero.csv"))
    check("a 0 among shares is told, once", status == 0 and output and
          f'zero.csv:3:{year(1960)}: warning: 1960 is "0" after a value above 0' in words and words.count("zero.csv:") == 1, words)
    check("a 0 among populations is told", f"people.csv:3:{2 + YEARS.index(1980)}: warning: 1980 is" in words, words)
    shares = write(folder, SHARES)
    few = write(folder, [["place", "group"], ["place 0", "a"]], name="few.csv")
    for name, arguments, words in (
        ("a place without a row in --groups", ("--groups", few, shares), 'shares.csv:3:1: "place 1" is not in '),
        ("--end is no year of the table", ("--end", 2020, shares), 'shares.csv:1:1: column "2020" is missing'),
        ("too short a table", ("--end", 1975, shares), "have no origins 1970 to 1965"),
        ("no such file", (folder / "nothing.csv",), "nothing.csv"),
    ):
        status, output, seen = run(*arguments)
        check(f"refused: {name}", status == 1 and not output and words in seen, (status, seen))
    for arguments in ((), (shares, shares), ("--fast", shares), ("--origins", "1980", shares), ("--origins", "1980,x", shares),
                      ("--origins", "1990,1980", shares), ("--origins", "1980,2005", shares), ("--origins", "1980,1990,0", shares),
                      ("--horizons", "18,10", shares), ("--horizons", "0", shares), ("--horizons", "10,", shares),
                      ("--horizons", "1,2,3,4,5,6,7,8,9", shares), ("--limit", "0", shares), ("--rounding", "1", shares)):
        status, output, seen = run(*arguments)
        check(f"usage: {' '.join(map(str, arguments[:2]))}", status == 2 and not output and seen, (status, output, seen))
    status, output, seen = run("--help")
    check("--help", status == 0 and output.startswith("usage: forecast_skill") and not seen, (status, seen))


checks.built("forecast_skill")
with tempfile.TemporaryDirectory() as tmp:
    for part in (figures, other_forms, weighted, sizes_given, picture, refused):
        part(Path(tmp))
checks.end()
