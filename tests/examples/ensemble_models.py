#!/usr/bin/env python3
"""examples/ensemble_fan with every model: quantiles in closed form, histories, joint worlds, correlations, events, sums."""
import csv
import math
import os
import statistics
import sys
import tempfile
from pathlib import Path

import checks
from checks import BUILD, SRC, check, near

sys.path.insert(0, str(SRC / "lib/python"))
sys.dont_write_bytecode = True
PROB = {"q05": .05, "q25": .25, "q50": .5, "q75": .75, "q95": .95}
Z = {name: statistics.NormalDist().inv_cdf(p) for name, p in PROB.items()}
DRAWS = 20000
folder = Path()


def write(name, *rows):
    (folder / name).write_text("\n".join([*rows, ""]), encoding="utf-8")
    return folder / name


def fan(*arguments):
    """Rows by place, variable and year."""
    status, output, words = checks.run("ensemble_fan", *arguments)
    check(f"{' '.join(map(str, arguments))[:90]} runs in silence", status == 0 and not words, (status, words))
    return {(r["place"], r.get("variable"), int(r["year"])): r for r in csv.DictReader(output.splitlines())}


def probabilities(*arguments):
    status, output, words = checks.run("ensemble_fan", *arguments)
    check(f"{' '.join(map(str, arguments))[-60:]} runs in silence", status == 0 and not words, (status, words))
    return {(r["event"], r["place"], r["year"]): r for r in csv.DictReader(output.splitlines())}


def moments(drift, growth, sigma, drift_sigma, h):
    """Median and standard deviation of a walk whose drift fades by a tenth a year and changes (skpi_series_fan(3))."""
    middle = growth * h + (drift - growth) * .9 * (1 - .9**h) / .1
    return middle, math.sqrt(sigma**2 * h + drift_sigma**2 * sum(((1 - .9**k) / .1)**2 for k in range(1, h + 1)))


def agree(name, rows, first_year, start, scale, walk, draws=DRAWS):
    """All quantiles are those of the closed form within 5 standard errors, whose root mean square is near 1."""
    errors = []
    for row in rows:
        middle, sd = walk(int(row["year"]) - first_year + 1)
        for q, p in PROB.items():
            score = (scale(float(row[q])) - scale(start) - middle) / sd - Z[q]
            errors.append(score * statistics.NormalDist().pdf(Z[q]) / math.sqrt(p * (1 - p) / draws))
    rms = math.sqrt(sum(e * e for e in errors) / len(errors))
    check(f"{name}: the quantiles of the closed form", len(errors) > 40 and max(map(abs, errors)) < 5 and .4 < rms < 1.7, (rms, len(errors)))


def logit(p):
    return math.log(p / (1 - p))


def of(rows, variable, place="A"):
    return [r for (p, v, _), r in rows.items() if v == variable and p == place]


def parameters():
    file = write("urban.csv", "place,share,drift,growth,sigma,drift_sigma,last_year,end_year", "A,.4,.03,.015,.02,.01,2025,2045")
    agree("urban", of(fan("urban", file, "--draws", DRAWS), None), 2026, .4, logit, lambda h: moments(.03, .015, .02, .01, h))
    file = write("carbon.csv", "place,emission,drift,growth,sigma,drift_sigma,cumulative,warming,tcre,last_year,end_year",
                 "A,12,.03,.004,.04,.0175,200,.1,.00045,2025,2045", "B,3,0,.004,.02,.0175,50,.2,.00045,2025,2035")
    rows = fan("carbon", file, "--draws", DRAWS)
    check("carbon: three variables and the years of each place", len(rows) == 3 * 20 + 3 * 10, len(rows))
    agree("carbon", of(rows, "emission"), 2026, 12, math.log, lambda h: moments(.03, .004, .04, .0175, h))
    for q in ("mean", *PROB):
        e, c = (float(rows["A", v, 2026][q]) for v in ("emission", "cumulative"))
        check(f"carbon: {q} of the sum after a year", abs(c - 200 - e) < 1e-8 * c, (e, c))
        for year in (2026, 2045):
            c, w = (float(rows["A", v, year][q]) for v in ("cumulative", "warming"))
            check(f"carbon: {q} of the warming in {year}", abs(w - .1 - .00045 * c) < 1e-12, (w, c))
    mean = sum(float(r["mean"]) for r in of(rows, "emission"))
    check("carbon: the mean of the sum is the sum of means", abs(float(rows["A", "cumulative", 2045]["mean"]) - 200 - mean) < 1e-6, mean)
    file = write("kaya.csv", "place,factor_1,factor_2,factor_3,drift_1,drift_2,drift_3,sigma_1,sigma_2,sigma_3,last_year,end_year",
                 "A,1.4,12,.6,.002,.04,-.03,.01,.03,.02,2025,2035")
    rows = fan("kaya", file, "--draws", DRAWS)
    check("kaya: variables", {v for _, v, _ in rows} == {"emission", "cumulative", "factor_1", "factor_2", "factor_3"}, rows.keys())
    agree("kaya: the product", of(rows, "emission"), 2026, 1.4 * 12 * .6, math.log,
          lambda h: (.012 * h, math.sqrt((.01**2 + .03**2 + .02**2) * h)))
    agree("kaya: a factor", of(rows, "factor_2"), 2026, 12, math.log, lambda h: (.04 * h, .03 * math.sqrt(h)))
    # the parts e^-2, e^-3 and 1: p_1 after 20 years by Gauss-Legendre, 250 and 400 nodes agree to 1e-11
    file = write("digital.csv", "place,part_1,part_2,part_3,drift_1,drift_2,growth_1,growth_2,sigma_1,sigma_2,drift_sigma_1,drift_sigma_2,"
                 "correlation,last_year,end_year", f"A,{math.exp(-2)!r},{math.exp(-3)!r},1,{','.join(['.015'] * 4)},.04,.04,.02,.02,.5,2025,2045")
    rows = fan("digital", file, "--draws", DRAWS)
    for q, known in zip(PROB, (.060433162512, .102432077518, .145017393031, .200999877802, .306419506174)):
        near(f"digital: {q} of part_1", rows["A", "part_1", 2045][q], known, .006 if q == "q95" else .003)
    for year in (2026, 2045):
        total = sum(float(rows["A", f"part_{k}", year]["mean"]) for k in (1, 2, 3))
        check(f"digital: means of {year} add up to 1", abs(total - 1) < 1e-9, total)


def histories():
    os.environ.setdefault("SMARTKPI_LIBRARY", str(BUILD / "lib/.libs/libsmartkpi.so"))
    from smartkpi import Table, series
    years = list(range(2004, 2025))
    share = [1 / (1 + math.exp(.7 - .03 * k - .02 * math.sin(2.1 * k))) for k in range(21)]
    emission = [4 * math.exp(.03 * k + .03 * math.sin(1.7 * k)) for k in range(21)]
    file = write("both.csv", "place,year,share,co2,co2_unit", *(f"A,{y},{s!r},{e!r},Gt" for y, s, e in zip(years, share, emission)))
    rows = fan("joint", "--history", file, "--end", 2044, "--draws", DRAWS)
    check("history: both models", {v for _, v, _ in rows} == {"share", "emission", "cumulative"})
    for variable, values, form, scale in (("share", share, "urban", logit), ("emission", emission, "carbon", math.log)):
        found = series.fan(Table(years, [values]), 2025, 20, list(PROB.values()), form, status=[])
        errors = []
        for k, r in enumerate(of(rows, variable)):
            sd = (scale(found.quantile[0][k][3]) - scale(found.quantile[0][k][1])) / (Z["q75"] - Z["q25"])
            for i, (q, p) in enumerate(PROB.items()):
                off = (scale(float(r[q])) - scale(found.quantile[0][k][i])) / sd
                errors.append(off * statistics.NormalDist().pdf(Z[q]) / math.sqrt(p * (1 - p) / DRAWS))
        check(f"history: {variable} has the quantiles of skpi_series_fan", len(errors) == 100 and max(map(abs, errors)) < 5
              and .4 < statistics.fmean(e * e for e in errors)**.5 < 1.7, (max(map(abs, errors)), len(errors)))
    urban = write("u.csv", "place,year,share", *(f"A,{y},{s!r}" for y, s in zip(years, share)))
    carbon = write("c.csv", "place,year,emission", *(f"A,{y},{e!r}" for y, e in zip(years, emission)))
    check("history: two files are one", fan("joint", "--history", f"{urban},{carbon}", "--end", 2044, "--draws", DRAWS) == rows)
    later = write("c.csv", "place,year,emission", *(f"A,{y},{e!r}" for y, e in zip(years, emission)), "A,2025,9")
    check("history: --from leaves out later years",
          fan("joint", "--history", f"{urban},{later}", "--from", 2024, "--end", 2044, "--draws", DRAWS) == rows)
    parts = write("d.csv", "place,year,part_1,part_2,part_3", *(f"A,{y},{5 + .3 * k},{20 + .5 * k},{75 - .8 * k}" for k, y in enumerate(years)))
    rows = fan("digital", "--history", parts, "--end", 2030)
    check("history: parts", abs(sum(float(rows["A", f"part_{k}", 2030]["mean"]) for k in (1, 2, 3)) - 1) < 1e-9)
    path = write("path.csv", "place,year,emission", *(f"A,{y},{12 - .3 * (y - 2024)!r}" for y in range(2025, 2045)))
    rows = fan("carbon", "--history", carbon, "--from", 2024, "--end", 2044, "--path", path, "--sampling", "sobol", "--draws", 8192)
    near("path: the median of the last year is the policy's", rows["A", "emission", 2044]["q50"], 6, .01)


def several():
    """Histories with parameters of another model, places that are left out, and thresholds of the last value."""
    years = range(2010, 2025)
    good = [f"A,{y},{10 + .1 * k:.1f}" for k, y in enumerate(years)]
    short = [f"B,{y},{5 + .1 * k:.1f}" for k, y in enumerate(years) if k != 11]
    ends = [f"C,{y},2" for y in years][:-1]
    history = write("h.csv", "place,year,emission", *short, *good, *ends)
    alone = write("a.csv", "place,year,emission", *good)
    status, output, words = checks.run("ensemble_fan", "carbon", "--history", history, "--end", 2030, "--leave-out")
    check("places are left out, each with a warning", status == 0 and words.splitlines() == [
        f"{history}:15:3: warning: B is left out: up to 2024 it has values of 3 years without a gap, and 6 are needed",
        f"{history}:44:3: warning: C is left out: up to 2024 it has values of 0 years without a gap, and 6 are needed"], words)
    check("the others are drawn as if alone", output == checks.run("ensemble_fan", "carbon", "--history", alone, "--end", 2030)[1])
    none = write("b.csv", "place,year,emission", "B,2024,5", *good[:-1], "A,2024,0")
    status, output, words = checks.run("ensemble_fan", "carbon", "--history", none, "--end", 2030, "--leave-out")
    check("a fault is told in the row of its own place", status == 1 and not output and words.splitlines()[-1].startswith(f"{none}:17:3: "), words)
    none = write("b.csv", "place,year,emission", *short)
    status, output, words = checks.run("ensemble_fan", "carbon", "--history", none, "--end", 2030, "--leave-out")
    check("all places left out", status == 1 and not output and "all places are left out" in words, words)
    head = "place,model,share,drift,sigma,last_year,end_year"
    world = write("w.csv", head, "A,urban,.5,0,.1,2022,2032")
    rows = fan("joint", world, "--history", alone)
    check("a file with histories: its years", {y for _, _, y in rows} == set(range(2023, 2033)) and {v for _, v, _ in rows} == {"share", "emission", "cumulative"})
    events = write("events.csv", "event,kind,variable,threshold,year", "e,below,emission,1 last,2023", "s,above,share,0.9 last,2023", "n,above,share,.45,2023")
    p = probabilities("joint", world, "--history", alone, "--events", events)
    check("a part of the last value is a number", p["s", "A", "2023"]["probability"] == p["n", "A", "2023"]["probability"])
    number = write("events.csv", "event,kind,variable,threshold,year", "e,below,emission,11.2,2023")
    check("the last value is that of the history", probabilities("joint", world, "--history", alone, "--events", number)["e", "A", "2023"] == p["e", "A", "2023"])
    for name, text, position, *wanted in (
            ("a model of histories again", ("place,model,emission,sigma,last_year,end_year", "A,carbon,1,.1,2024,2030"), "2:2", "carbon is there already"),
            ("kaya beside a history of emissions", ("place,model,factor_1,sigma_1,last_year,end_year", "A,kaya,1,.1,2024,2030"), "2:2", "of the same emission"),
            ("a place without a history", (head, "Z,urban,.5,0,.1,2024,2030"), "2:1", '"Z" has no history')):
        refused(name, text, position, *wanted, options=("BAD", "--history", alone))
    refused("other years than those of the histories", (head, "A,urban,.5,0,.1,2023,2030"), "2:6", "2024", options=("BAD", "--history", alone, "--from", 2024))
    world = write("w.csv", head, "A,urban,.5,0,.1,2024,2030")
    refused("the last value of a sum", ("event,kind,variable,threshold,year", "c,below,cumulative,2 last,2026"), "2:4", "shares and emissions",
            options=(world, "--history", alone, "--events", "BAD"))
    refused("a place that ends before the others", ("place,year,emission", *good, *ends), "30:3", "--leave-out", model="carbon", options=("--history", "BAD", "--end", 2030))


WORLD = ("place,model,share,emission,drift,sigma,last_year,end_year", "A,urban,.5,,0,.1,2025,2027", "A,carbon,,10,0,.2,2025,2027",
         "B,carbon,,20,0,.1,2025,2027", "B,urban,.5,,0,.05,2025,2027")
EVENTS = ("event,kind,place,variable,threshold,year,of", "u,above,,share,.5,2026,", "e,above,A,emission,10,2026,", "e,above,B,emission,20,2026,",
          "both,all,,,,,u; e", "four,at_least,,,4,,u;e", "one,at_least,,,1,,u;e", "two at A,at_least,A,,2,,u;e", "e twice,at_least,,,2,,e")
BOTH = .25 + math.asin(.8) / (2 * math.pi)  # both of two normal numbers with correlation .8 are above 0


def joint():
    world, events = write("world.csv", *WORLD), write("events.csv", *EVENTS)
    error = 4 * math.sqrt(.25 / DRAWS)
    p = probabilities("joint", world, "--events", events, "--draws", DRAWS)
    check("joint: lines", list(p) == [("u", "A", "2026"), ("u", "B", "2026"), ("e", "A", "2026"), ("e", "B", "2026"), ("both", "A", "2026"),
                                      ("both", "B", "2026"), ("four", "", "2026"), ("one", "", "2026"), ("two at A", "A", "2026"),
                                      ("e twice", "", "2026")], list(p))
    value = {k: float(r["probability"]) for k, r in p.items()}
    for k, known in (("u", .5), ("e", .5), ("both", .25)):
        for place in "AB":
            near(f"independent: {k} {place}", value[k, place, "2026"], known, error)
    for k, place, known in (("four", "", 1 / 16), ("one", "", 15 / 16), ("e twice", "", 1 / 4)):
        near(f"independent: {k}", value[k, place, "2026"], known, error)
    check("two at A are both", value["two at A", "A", "2026"] == value["both", "A", "2026"], value)
    check("standard errors of plain draws", all(abs(float(r["standard_error"]) - math.sqrt(v * (1 - v) / DRAWS)) < 1e-12
                                                for r, v in zip(p.values(), value.values())))
    pairs = write("pairs.csv", "variable_a,variable_b,correlation", "share,emission,.8")
    p = probabilities("joint", world, "--events", events, "--draws", DRAWS, "--correlation", pairs)
    for place in "AB":
        near(f"correlated: both at {place}", p["both", place, "2026"]["probability"], BOTH, error)
    near("correlated: places are independent", p["e twice", "", "2026"]["probability"], .25, error)
    p = probabilities("joint", world, "--events", events, "--draws", DRAWS, "--common", .8)
    near("common: places are correlated", p["e twice", "", "2026"]["probability"], BOTH, error)
    near("common: models are not", p["both", "A", "2026"]["probability"], .25, error)
    p = probabilities("joint", world, "--events", events, "--draws", DRAWS, "--common", .5, "--correlation", pairs)
    near("both options: models", p["both", "B", "2026"]["probability"], BOTH, error)
    near("both options: places", p["e twice", "", "2026"]["probability"], .25 + math.asin(.5) / (2 * math.pi), error)
    pairs = write("pairs.csv", "variable_a,place_a,variable_b,place_b,correlation", "emission,A,emission,B,.8", "share,A,emission,A,-.3")
    p = probabilities("joint", world, "--events", events, "--draws", DRAWS, "--correlation", pairs)
    near("pairs of places: places", p["e twice", "", "2026"]["probability"], BOTH, error)
    near("pairs of places: models", p["both", "A", "2026"]["probability"], .25 - math.asin(.3) / (2 * math.pi), error)
    near("pairs of places: others", p["both", "B", "2026"]["probability"], .25, error)
    for sampling, empty in (("antithetic", False), ("sobol", True)):
        p = probabilities("joint", world, "--events", events, "--draws", 8192, "--sampling", sampling)
        check(f"{sampling}: standard errors", all((r["standard_error"] == "") == empty for r in p.values()), p)
    plain = checks.run("ensemble_fan", "joint", world, "--events", events)
    check("threads change nothing", checks.run("ensemble_fan", "joint", world, "--events", events, "--threads", 3) == plain)


def years():
    """Events of each year, milestones, and sums of places."""
    world = write("world.csv", *WORLD)
    sums = write("sums.csv", "aggregate,place,variable,weight", "S,A,emission,1", "S,B,emission,2", "U,B,share,7")
    events = write("events.csv", "event,kind,place,variable,threshold,year,of", "u,above,,share,.55,2026-2027,", "peak,peaked,A,emission,,,",
                   "peaked,peaked,A,emission,,2026-2027,", "c,below,A,cumulative,19,2027,", "all,all,A,,,,u;c", "sum,above,S,emission,50,2026,",
                   "zero,kept_below,B,emission,19,,")
    rows = fan("joint", world, "--aggregate", sums, "--draws", DRAWS)
    for year in (2026, 2027):
        total = float(rows["A", "emission", year]["mean"]) + 2 * float(rows["B", "emission", year]["mean"])
        check(f"the mean of a sum in {year}", abs(float(rows["S", "emission", year]["mean"]) - total) < 1e-8, total)
        check(f"a sum of one in {year}", abs(float(rows["U", "share", year]["q95"]) - 7 * float(rows["B", "share", year]["q95"])) < 1e-9)
    p = probabilities("joint", world, "--aggregate", sums, "--events", events, "--draws", DRAWS)
    value = {k: float(r["probability"]) for k, r in p.items()}
    check("all years of a range", [k[1:] for k in p if k[0] == "u"] == [("A", "2026"), ("A", "2027"), ("B", "2026"), ("B", "2027")], list(p))
    check("an event of all has the years of its members", [k[1:] for k in p if k[0] == "all"] == [("A", "2026"), ("A", "2027")])
    check("all are less likely than each", all(value["all", "A", y] <= min(value["u", "A", y], value["c", "A", "2027"]) for y in ("2026", "2027")))
    for name, place in (("peak", "A"), ("zero", "B")):
        check(f"{name}: years and never add up to 1", abs(sum(value[name, place, y] for y in ("2026", "2027", "never")) - 1) < 1e-12)
    check("the probabilities of a peak's year add up to that of a peak before",
          abs(value["peak", "A", "2026"] - value["peaked", "A", "2026"]) < 1e-12 and abs(value["peaked", "A", "2027"] - 1) < 1e-12)
    # ln E_A - ln E_B are independent: P(E_A + 2 E_B >= 50) by the distribution of E_A in a fine grid of E_B
    n, known = statistics.NormalDist(), 0
    for k in range(2000):
        rest = 50 - 40 * math.exp(.1 * n.inv_cdf((k + .5) / 2000))
        known += (1 if rest <= 0 else 1 - n.cdf(math.log(rest / 10) / .2)) / 2000
    near("an event of a sum", value["sum", "S", "2026"], known, 4 * math.sqrt(.25 / DRAWS))


def refused(name, text, position, *wanted, model="joint", options=()):
    """A damaged file ends the program with its place, before the first line."""
    file = write("bad.csv", *text)
    given = [file if o == "BAD" else o for o in options] or [file]
    status, output, words = checks.run("ensemble_fan", model, *given)
    check(f"{name} is refused", status == 1 and not output and words.startswith(f"{file}:{position}: ") and all(w in words for w in wanted),
          (status, output[:80], words))


def damaged():
    row = "A,10,.1,2025,2027"
    head = "place,emission,sigma,last_year,end_year"
    for name, text, position, *wanted in (
            ("no emission", (head, "A,0,.1,2025,2027"), "2:2", "above 0"), ("a negative sigma", (head, "A,1,-.1,2025,2027"), "2:3", "negative"),
            ("an empty sigma", (head, "A,1,,2025,2027"), "2:3", "number is needed"), ("no sigma", ("place,emission,last_year,end_year", "A,1,2025,2027"), "1:1", "sigma"),
            ("a drift for one place", (head + ",drift", row + ",.1", "B,10,.1,2025,2027,"), "3:6", "drift"),
            ("warming without tcre", (head + ",warming", row + ",.1"), "2:6", "tcre"),
            ("a growth rate beyond reason", (head + ",drift", row + ",1e300"), "2:6", "drift")):
        refused(name, text, position, *wanted, model="carbon")
    head = "place,factor_1,factor_2,sigma_1,sigma_2,last_year,end_year"
    refused("a factor of 0", (head, "A,1,0,.1,.1,2025,2027"), "2:3", "above 0", model="kaya")
    refused("a sigma missing", ("place,factor_1,factor_2,sigma_1,last_year,end_year", "A,1,1,.1,2025,2027"), "1:4", "sigma_2", model="kaya")
    head = "place,part_1,part_2,part_3,sigma_1,sigma_2,correlation,last_year,end_year"
    refused("a part of 0", (head, "A,1,0,3,.1,.1,.5,2025,2027"), "2:3", "above 0", model="digital")
    refused("a correlation of 2", (head, "A,1,2,3,.1,.1,2,2025,2027"), "2:7", "[-1,1]", model="digital")
    refused("two parts", ("place,part_1,part_2,sigma_1,sigma_2,last_year,end_year", "A,1,2,.1,.1,2025,2027"), "1:2", "part_3", model="digital")
    for name, text, position, *wanted in (
            ("a model that is none", (WORLD[0], "A,rural,.5,,0,.1,2025,2027"), "2:2", "urban, carbon, kaya, digital"),
            ("a place without a model", WORLD[:4], "1:2", '"B" has no row of the model urban'),
            ("a place with a model twice", (*WORLD, WORLD[1]), "6:2", "duplicate"),
            ("other years of a model", (*WORLD[:2], "A,carbon,,10,0,.2,2024,2027"), "3:7", "2025"),
            ("another end of a model", (*WORLD[:2], "A,carbon,,10,0,.2,2025,2028"), "3:8", "2027"),
            ("no column of the model", ("place,share,drift,sigma,last_year,end_year", "A,.5,0,.1,2025,2027"), "1:1", "model")):
        refused(name, text, position, *wanted)
    past = [f"A,{y},{.4 + .01 * k:.2f}" for k, y in enumerate(range(2004, 2025))]
    for name, text, position, *wanted in (
            ("a history of four years", ("place,year,share", *past[-4:]), "5:3", "a fan needs 6"),
            ("a history that ends before the others", ("place,year,share", *past, *(p.replace("A", "B") for p in past[:-1])), "42:3", "2024"),
            ("a year twice", ("place,year,share", *past, past[-1]), "23:2", "duplicate"), ("percent", ("place,year,share", *past[:-1], "A,2024,60"), "22:3", "percent?"),
            ("another column", ("place,year,shares", *past), "1:1", "no history of urban")):
        refused(name, text, position, *wanted, model="urban", options=("--history", "BAD", "--end", 2030))
    refused("two units", ("place,year,co2,co2_unit", "A,2023,4,Gt", "A,2024,4000,Mt"), "3:4", "Gt", model="carbon", options=("--history", "BAD", "--end", 2030))
    refused("a negative emission", ("place,year,co2", "A,2024,-4"), "2:3", "negative", model="carbon", options=("--history", "BAD", "--end", 2030))
    world = write("world.csv", *WORLD)
    for name, text, position, *wanted in (
            ("a shock that is none", ("variable_a,variable_b,correlation", "share,cumulative,.5"), "2:2", "share, emission"),
            ("a correlation of 1.5", ("variable_a,variable_b,correlation", "share,emission,1.5"), "2:3", "[-1,1]"),
            ("a shock with itself", ("variable_a,variable_b,correlation", "share,share,1"), "2:3", "itself"),
            ("a pair twice", ("variable_a,variable_b,correlation", "share,emission,.5", "emission,share,.5"), "3:3", "already"),
            ("a place that is not there", ("variable_a,place_a,variable_b,place_b,correlation", "share,A,share,C,.5"), "2:4", '"C" is not a place'),
            ("one place", ("variable_a,place_a,variable_b,correlation", "share,A,share,.5"), "1:2", "place_b"),
            ("no such matrix", ("variable_a,place_a,variable_b,place_b,correlation", "share,A,share,B,.9", "share,A,emission,A,.9",
                                "share,B,emission,A,-.9"), "3:5", "positive semidefinite")):
        refused(name, text, position, *wanted, options=(world, "--correlation", "BAD"))
    digital = write("digital.csv", "place,part_1,part_2,part_3,sigma_1,sigma_2,last_year,end_year", "A,1,2,3,.1,.1,2025,2027")
    refused("no such matrix in a place", ("variable_a,variable_b,correlation", "part_1,part_3,.5"), "2:2", "part_1, part_2", model="digital",
            options=(digital, "--correlation", "BAD"))
    kaya = write("kaya.csv", "place,factor_1,factor_2,factor_3,sigma_1,sigma_2,sigma_3,last_year,end_year", "A,1,2,3,.1,.1,.1,2025,2027")
    refused("no such matrix of factors", ("variable_a,variable_b,correlation", "factor_1,factor_2,.9", "factor_1,factor_3,.9", "factor_2,factor_3,-.9"),
            "3:3", "positive semidefinite", model="kaya", options=(kaya, "--correlation", "BAD"))
    head = "event,kind,place,variable,threshold,year,of"
    good = "u,above,,share,.5,2026,"
    for name, text, position, *wanted in (
            ("a kind that is none", (head, "u,over,,share,.5,2026,"), "2:2", "above, below"), ("an event without a name", (head, ",above,,share,.5,2026,"), "2:1", "empty"),
            ("a place that is none", (head, "u,above,C,share,.5,2026,"), "2:3", '"C" is neither a place'),
            ("a variable that is none", (head, "u,above,,shares,.5,2026,"), "2:4", 'is "share" meant?'),
            ("no variable", ("event,kind,threshold,year", "u,above,.5,2026"), "1:1", "variable"),
            ("no threshold", (head, "u,above,,share,,2026,"), "2:5", "number is needed"), ("no year", (head, "u,above,,share,.5,,"), "2:6", "needs a year"),
            ("a year that is not drawn", (head, "u,above,,share,.5,2028,"), "2:6", "2026 to 2027"), ("years backwards", (head, "u,above,,share,.5,2027-2026,"), "2:6"),
            ("half a year", (head, "u,above,,share,.5,2026.5,"), "2:6", "neither"), ("an emission of 0", (head, "u,kept_below,,emission,0,2026,"), "2:5", "above 0"),
            ("a threshold of a peak", (head, "u,peaked,,share,.5,2026,"), "2:5", "no threshold"), ("members of one event", (head, "u,above,,share,.5,2026,v"), "2:7", "no of"),
            ("another kind of the same event", (head, "u,above,A,share,.5,2026,", "u,below,B,share,.5,2026,"), "3:2", '"above"'),
            ("another year of the same event", (head, "u,above,A,share,.5,2026,", "u,above,B,share,.5,2027,"), "3:6", '"2026"'),
            ("an event of a place twice", (head, good, "u,above,B,share,.5,2026,"), "3:3", "row 2 already"), ("an event of all of none", (head, good, "a,all,,,,,"), "3:7", "other events"),
            ("a member that is not there", (head, good, "a,all,,,,,u;v"), "3:7", '"v"'), ("a member of below", (head, "a,all,,,,,u", good), "2:7", '"u"'),
            ("a member twice", (head, good, "a,all,,,,,u;u"), "3:7", "twice"), ("a year of all", (head, good, "a,all,,,,2026,u"), "3:6", "no year"),
            ("members of other years", (head, "u,above,,share,.5,2026-2027,", "p,peaked,,share,,,", "a,all,,,,,u;p"), "4:7", '"p" has no year'),
            ("half an event", (head, good, "a,at_least,,,.5,,u"), "3:5", "number of events"),
            ("a place without the member", (head, "u,above,A,share,.5,2026,", "a,all,B,,,,u"), "3:7", '"B"')):
        refused(name, text, position, *wanted, options=(world, "--events", "BAD"))
    path = ["place,year,emission", "A,2026,9", "A,2027,8", "B,2026,18", "B,2027,17"]
    carbon = write("carbon.csv", "place,emission,sigma,last_year,end_year", "A,10,.1,2025,2027", "B,20,.1,2025,2027")
    for name, text, position, *wanted in (("a year without a path", path[:-1], "4:2", "2027"), ("a path of 0", (*path[:2], "A,2027,0"), "3:3", "above 0"),
                                          ("a path of another place", (*path, "C,2026,1"), "6:1", '"C"')):
        refused(name, text, position, *wanted, model="carbon", options=(carbon, "--path", "BAD"))
    sums = ("aggregate,place,variable,weight", "S,A,share,1")
    refused("a sum of two variables", (*sums, "S,B,emission,1"), "3:3", "sum of share", options=(world, "--aggregate", "BAD"))
    refused("a sum without a variable", ("aggregate,place,weight", "S,A,1"), "1:1", "variable", options=(world, "--aggregate", "BAD"))
    sums = write("sums.csv", *sums)
    for name, text, position, *wanted in (("an event of another variable than the sum", (head, "u,above,S,emission,.5,2026,"), "2:4", "sum of share"),
                                          ("a milestone of a sum", (head, "u,peaked,S,share,,,"), "2:6", "needs a year"),
                                          ("a sum among events", (head, "u,above,S,share,.5,2026,", "a,all,,,,,u"), "3:7", "not an event of a place")):
        refused(name, text, position, *wanted, options=(world, "--aggregate", sums, "--events", "BAD"))


def warned(name, file, *wanted, arguments=()):
    """A suspicious file is told, each line with its place, and the lines are drawn all the same."""
    status, output, words = checks.run("ensemble_fan", *arguments)
    lines = words.splitlines()
    check(f"{name}: told, and drawn", status == 0 and output and len(lines) == len(wanted) and all(
        line.startswith(f"{file}:{at}: warning: ") and text in line for line, (at, text) in zip(lines, wanted)), (status, words))


def in_other_units():
    """A path, a member of a sum, or a threshold in another unit."""
    rows = [f"{p},{y},{v + k},{u}" for p, v, u in (("A", 100, "Mt"), ("B", 3000, "kt")) for k, y in enumerate(range(2010, 2025))]
    head = "place,year,co2,co2_unit"
    history = write("h.csv", head, *rows)
    one = write("one.csv", head, *rows[:15])
    options = ("carbon", "--history", one, "--end", 2026, "--draws", 100)
    for name, values, *wanted in (
            ("a path in another unit", (1140, 1140), ("2:3", "1140 is 10 times the last value before the path, 114: is it in another unit?")),
            ("a path that changes its unit", (114, 1.14), ("3:3", "1.14 is 0.01 times the emission of the year before, 114")),
            ("a path down and up", (.114, 114), ("2:3", "is 0.001 times"), ("3:3", "is 1e+03 times")),
            ("a path in small steps", (110, 100))):
        path = write("path.csv", "place,year,emission", *(f"A,{y},{v}" for y, v in zip((2025, 2026), values)))
        warned(name, path, *wanted, arguments=(*options, "--path", path))
    path = write("path.csv", "place,year,emission", *(f"A,{2025 + k},{114 * (1 - (k + .5) / 20)!r}" for k in range(20)))
    warned("a straight path to zero", path, arguments=("carbon", "--history", one, "--end", 2044, "--draws", 100, "--path", path))
    refused("a path of another unit's name", ("place,year,emission,co2_unit", "A,2025,.114,Gt", "A,2026,.114,Gt"), "2:4",
            f'co2_unit "Gt" is not "Mt" as in row 16 of {one}', model="carbon", options=("--history", one, "--end", 2026, "--path", "BAD"))
    bare = write("bare.csv", "place,emission,sigma,last_year,end_year", "A,114,.1,2024,2026")
    refused("a path of two units", ("place,year,emission,co2_unit", "A,2025,114,Mt", "A,2026,114,Gt"), "3:4", '"Gt" is not "Mt" as in row 2',
            model="carbon", options=(bare, "--path", "BAD"))
    refused("a sum of two units", ("aggregate,place,variable,weight", "S,A,emission,1", "S,B,emission,1"), "3:2", '"B" is "kt"', '"A" in this sum "Mt"',
            model="carbon", options=("--history", history, "--end", 2026, "--aggregate", "BAD"))
    check("sums of one unit each", checks.run("ensemble_fan", "carbon", "--history", history, "--end", 2026, "--draws", 100, "--aggregate", write(
        "sums.csv", "aggregate,place,variable,weight", "S,A,emission,1", "T,B,emission,1"))[::2] == (0, ""))


def thresholds():
    world, head = write("world.csv", *WORLD), "event,kind,place,variable,threshold,year"
    for name, row, *wanted in (
            ("a share in percent", "u,above,,share,70,2026", "a share is a fraction in [0,1] (percent?)"),
            ("a negative share", "u,below,,share,-.7,2026", "a share is a fraction in [0,1]"),
            ("90 times the last share", "u,above,,share,90 last,2026", "a share is a fraction in [0,1]"),
            ("a sum of two shares", "u,sum_below,,share,2.1,2027", "a share is a fraction in [0,1]", "at most 2")):
        status, output, words = checks.run("ensemble_fan", "joint", world, "--events", write("bad.csv", head, row))
        check(f"{name} is refused", status == 1 and not output and words.splitlines()[-1].startswith(f"{folder / 'bad.csv'}:2:5: ")
              and all(w in words for w in wanted), (status, words))
    digital = write("digital.csv", "place,part_1,part_2,part_3,sigma_1,sigma_2,last_year,end_year", "A,10,20,70,.1,.1,2025,2027")
    refused("a part in percent", (head, "d,below,,part_3,50,2026"), "2:5", "a fraction in [0,1]", model="digital", options=(digital, "--events", "BAD"))
    sums = write("sums.csv", "aggregate,place,variable,weight", "S,A,share,120", "S,B,share,40")
    refused("more than the whole of a sum", (head, "s,above,S,share,161,2026"), "2:5", "at most 160", options=(world, "--aggregate", sums, "--events", "BAD"))
    good = write("good.csv", head, "s,above,S,share,160,2026", "u,above,,share,1,2026", "v,sum_below,,share,2,2027", "e,above,,emission,1.5 last,2026")
    check("thresholds that are possible", checks.run("ensemble_fan", "joint", world, "--draws", 100, "--aggregate", sums, "--events", good)[::2] == (0, ""))
    many = write("many.csv", head, "e,below,,emission,90 last,2026")
    warned("90 times the last emission", many, ("2:5", "90 times the last value: 0.9 last is 90 percent of it"),
           arguments=("joint", world, "--events", many, "--draws", 100))


def gaps():
    """Years before a gap are not used, which is told."""
    years = range(2000, 2025)
    for name, model, column, wrong, *wanted in (
            ("a missing year", "carbon", "co2", {2012: None}, ("14:2", "year 2012 is missing between 2011 and 2013: only the years since are used")),
            ("three missing years", "carbon", "co2", {2012: "", 2013: "", 2014: ""}, ("17:2", "years 2012 to 2014 are missing between 2011 and 2015: only")),
            ("an emission of 0", "carbon", "co2", {2012: 0}, ("14:3", "2012 has a value from which no change can be taken: only the years since are used")),
            ("a year of 0 and a missing one", "carbon", "co2", {2012: 0, 2013: None}, ("15:2", "year 2013 is missing between 2012 and 2014: only the years since are used")),
            ("a share of 1", "urban", "share", {2012: 1}, ("14:3", "2012 has a value")),
            ("a gap before the years that are used", "carbon", "co2", {2002: None})):
        file = write("gap.csv", f"place,year,{column}", *(f"A,{y},{wrong.get(y, round(.5 + .004 * (y - 2000), 3))}" for y in years if wrong.get(y, 1) is not None))
        warned(name, file, *wanted, arguments=(model, "--history", file, "--end", 2030, "--draws", 100))
    file = write("late.csv", "place,year,co2", *(f"A,{y},5" for y in years), *(f"B,{y},5" for y in years if y > 2012))
    warned("a history that begins later", file, arguments=("carbon", "--history", file, "--end", 2030, "--draws", 100))
    refused("a file without rows beside histories", ("place,model,share,drift,sigma,last_year,end_year",), "1:1", "has no rows", options=("BAD", "--history", file))
    bad = write("rows.csv", "place,share,drift,sigma,last_year,end_year", "A,.5,0,.1,2025,2027", "B,.5,1e308,.1,2020,2023")
    status, output, words = checks.run("ensemble_fan", "urban", bad)
    check("a later row is refused before the first line", status == 1 and not output and words.startswith(f"{bad}:3:3: "), (status, output, words))


def usage():
    world = write("world.csv", *WORLD)
    pairs = write("pairs.csv", "variable_a,place_a,variable_b,place_b,correlation", "emission,A,emission,B,.8")
    for wrong in (["kaya", "--history", world, "--end", 2030], ["urban", "--history", world], ["urban", world, "--end", 2030], ["joint", world, "--common", 1],
                  ["joint", world, "--common", -.1], ["joint", world, "--common", .5, "--correlation", pairs], ["urban", world, "--history", world, "--end", 2030], ["urban", world, "--leave-out"], ["joint", world, "more"],
                  ["joint", "--history", f"{world},", "--end", "soon"]):
        status, output, words = checks.run("ensemble_fan", *wrong)
        check(f"usage: {' '.join(str(w) for w in wrong if w != world)[:60]}", status == 2 and not output and words, (status, output[:80], words))
    urban = write("urban.csv", "place,share,drift,sigma,last_year,end_year", "A,.5,0,.1,2025,2027")
    status, output, words = checks.run("ensemble_fan", "urban", urban, "--path", urban)
    check("usage: a path of shares", status == 2 and "carbon" in words, words)


def main():
    global folder
    checks.built("ensemble_fan")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parameters()
        histories()
        several()
        joint()
        years()
        damaged()
        in_other_units()
        thresholds()
        gaps()
        usage()
    checks.end()


if __name__ == "__main__":
    main()
