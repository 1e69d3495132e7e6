#!/usr/bin/env python3
"""examples/ensemble_fan: quantiles in closed form, the same lines however it runs, and what it refuses."""
import csv
import math
import statistics
import sys
import tempfile
from pathlib import Path

import checks
from checks import check

HEADER = "place,share,drift,sigma,last_year,end_year"
ROWS = ['"Zhuji, town",0.35,0.03,0.05,2025,2031', "Brno,0.6,0.02,0.1,2025,2031", "Ostrava,0.92,-0.01,0.02,2020,2023"]
PROB = {"q05": .05, "q25": .25, "q50": .5, "q75": .75, "q95": .95}

def run(*arguments):
    return checks.run("ensemble_fan", *arguments)


def logit(p):
    return math.log(p / (1 - p))


def quantiles(output, draws):
    """Every line must agree with logistic(x0 + mu t + z sigma sqrt t) within 5 standard errors, and the rms in standard
    errors must be near 1."""
    errors = []
    for row in csv.DictReader(output.splitlines()):
        place = next(r for r in csv.DictReader([HEADER, *ROWS]) if r["place"] == row["place"])
        share, drift, sigma = (float(place[k]) for k in ("share", "drift", "sigma"))
        t = int(row["year"]) - int(place["last_year"])
        for name, p in PROB.items():
            z = statistics.NormalDist().inv_cdf(p)
            score = (logit(float(row[name])) - logit(share) - drift * t) / (sigma * math.sqrt(t)) - z
            errors.append(score * statistics.NormalDist().pdf(z) / math.sqrt(p * (1 - p) / draws))
        check(f"{row['place']} {row['year']}: the mean lies inside", float(row["q25"]) < float(row["mean"]) < float(row["q75"]), row)
    check("quantiles are those of the closed form", max(map(abs, errors)) < 5, max(map(abs, errors)))
    rms = math.sqrt(sum(e * e for e in errors) / len(errors))
    check("their errors are those of chance", .5 < rms < 1.6, rms)


def aggregates(write, sums):
    """The mean of a sum is the sum of means; its range is narrower than the sum of the places' quantiles, which are
    independent; a weight by year; what is refused."""
    file = write(*ROWS[:2])
    sums.write_text("aggregate,place,weight\nRegion,Brno,40\nRegion,\"Zhuji, town\",120\nBrno alone,Brno,1\n", encoding="utf-8")
    _, plain, _ = run("urban", file, "--seed", 7)
    status, output, words = run("urban", file, "--aggregate", sums, "--seed", 7)
    check("aggregates come after the places", status == 0 and not words and output.startswith(plain), (status, words))
    rows = list(csv.DictReader(output.splitlines()))
    by = {(r["place"], r["year"]): r for r in rows}
    check("a row for each aggregate and year", len(rows) == 4 * 6 and rows[12]["place"] == "Region", len(rows))
    for year in map(str, range(2026, 2032)):
        town, brno, region = (by[p, year] for p in ("Zhuji, town", "Brno", "Region"))
        total = {k: 120 * float(town[k]) + 40 * float(brno[k]) for k in ("mean", *PROB)}
        check(f"{year}: the mean of the sum", abs(float(region["mean"]) - total["mean"]) < 1e-8, region)
        check(f"{year}: the range of the sum is narrower than the sums of quantiles",
              total["q05"] < float(region["q05"]) < float(region["q95"]) < total["q95"], (region, total))
        check(f"{year}: one member is the place itself",
              all(abs(float(by["Brno alone", year][k]) - float(brno[k])) < 1e-9 for k in ("mean", *PROB)), brno)
    for more in (["--threads", 3], ["--dispatch", "plain"]):
        check(f"aggregates: the same lines with {more}",
              run("urban", file, "--aggregate", sums, "--seed", 7, *more) == (0, output, ""))
    streamed = run("urban", file, "--aggregate", sums, "--seed", 7, "--mode", "stream")[1]
    check("a stream has the same means of aggregates", [x.split(",")[-6] for x in streamed.splitlines()]
          == [x.split(",")[-6] for x in output.splitlines()])
    years = "".join(f"R,Brno,{y},{y - 2000}\n" for y in range(2020, 2032))
    sums.write_text("aggregate,place,year,weight\n" + years, encoding="utf-8")
    _, output, _ = run("urban", file, "--aggregate", sums, "--seed", 7)
    for row in list(csv.DictReader(output.splitlines()))[12:]:
        mean = (int(row["year"]) - 2000) * float(by["Brno", row["year"]]["mean"])
        check(f"{row['year']}: a weight of its year", abs(float(row["mean"]) - mean) < 1e-8, row)
    for name, text, place in (
            ("a place that is not there", "aggregate,place,weight\nR,Oslo,1\n", "2:2"),
            ("a negative weight", "aggregate,place,weight\nR,Brno,-1\n", "2:3"),
            ("a member twice", "aggregate,place,weight\nR,Brno,1\nR,Brno,2\n", "3:"),
            ("a year without a weight", "aggregate,place,year,weight\nR,Brno,2026,1\n", "2:3")):
        sums.write_text(text, encoding="utf-8")
        status, _, words = run("urban", file, "--aggregate", sums)
        check(f"{name} is refused", status == 1 and f"sums.csv:{place}" in words, (status, words))
    sums.write_text("aggregate,place,weight\nR,Brno,1\n", encoding="utf-8")
    status, _, words = run("urban", write(*ROWS), "--aggregate", sums)
    check("places of other years are refused", status == 1 and "urban.csv:4:5" in words, (status, words))


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "urban.csv"

        def write(*rows, header=HEADER):
            file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
            return file

        write(*ROWS)
        status, output, words = run("urban", file, "--draws", 40000, "--seed", 7)
        lines = output.splitlines()
        check("it runs in silence", status == 0 and not words, (status, words))
        check("header", lines[0] == "place,year,mean,q05,q25,q50,q75,q95", lines[0])
        check("a row a year from last_year + 1 on", len(lines) == 1 + 6 + 6 + 3 and lines[1].startswith('"Zhuji, town",2026,')
              and lines[-1].startswith("Ostrava,2023,"), lines)
        quantiles(output, 40000)
        for more in (["--threads", 2], ["--threads", 3, "--dispatch", "plain"], ["--mode", "exact", "--dispatch", "best"]):
            again = run("urban", file, "--draws", 40000, "--seed", 7, *more)
            check(f"the same lines with {more}", again == (0, output, ""), again[1][:200])
        _, streamed, _ = run("urban", file, "--draws", 40000, "--seed", 7, "--mode", "stream", "--threads", 2)
        check("a stream has the same means", [x.split(",")[-6] for x in streamed.splitlines()] == [x.split(",")[-6] for x in lines])
        quantiles(streamed, 40000)
        check("another seed, other draws", run("urban", file, "--draws", 40000, "--seed", 8)[1] != output)
        for sampling in (["antithetic"], ["sobol"], ["sobol", "--anchors", "2031,2027"]):
            where = file if len(sampling) == 1 else write(*ROWS[:2])
            sampled = run("urban", where, "--draws", 8192, "--sampling", *sampling)
            check(f"{sampling} runs in silence", sampled[0] == 0 and not sampled[2], sampled[2])
            check(f"{sampling} has other draws than plain", sampled[1] != run("urban", where, "--draws", 8192)[1])
            check(f"{sampling}: the same lines in three threads", run(
                "urban", where, "--draws", 8192, "--threads", 3, "--sampling", *sampling) == sampled)
            off = max(abs(logit(float(row["q50"])) - logit(share) - drift * years) / sigma
                      for row in csv.DictReader(sampled[1].splitlines())
                      for place, share, drift, sigma, years in (("Brno", .6, .02, .1, 6), ("Zhuji, town", .35, .03, .05, 6))
                      if row["place"] == place and row["year"] == "2031")
            check(f"{sampling}: the median of the last year is that of the closed form", off < 1e-3, off)
        write(*ROWS)
        for anchors in ("2040", "2031,2031"):
            status, output, words = run("urban", file, "--sampling", "sobol", "--anchors", anchors)
            check(f"anchors {anchors} are refused", status == 1 and "anchor" in words, (status, words))
        write(*ROWS[:1])
        check("a place's draws are its row's", run("urban", file, "--draws", 40000, "--seed", 7)[1].splitlines() == lines[:7])
        for name, row, place in (("a share of 1", "A,1,0,0.1,2020,2025", "2:2"), ("percent", "A,41.5,0,0.1,2020,2025", "2:2"),
                                 ("a negative sigma", "A,.5,0,-0.1,2020,2025", "2:4"), ("half a year", "A,.5,0,.1,2020,2022.5", "2:6"),
                                 ("no years", "A,.5,0,.1,2020,2020", "2:6"), ("a drift of words", "A,.5,up,.1,2020,2025", "2:3"),
                                 ("far too much drift", "A,.5,1e308,.1,2020,2070", "2:")):
            status, output, words = run("urban", write(row), "--draws", 10)
            check(f"{name} is refused", status == 1 and f"urban.csv:{place}" in words, (status, words))
        aggregates(write, Path(folder) / "sums.csv")
        write("A,.5,0,.1,2020,2025", "A,.5,0,.1,2020,2025")
        check("a place twice is refused", run("urban", file)[0] == 1)
        write(*ROWS)
        for wrong in (["urban"], ["rural", file], ["urban", file, "--draws", 0], ["urban", file, "--draws", "1e4"],
                      ["urban", file, "--seed", -1], ["urban", file, "--mode", "fast"], ["urban", file, "--dispatch", "mmx"],
                      ["urban", file, "--sampling", "even"], ["urban", file, "--anchors", 2030],
                      ["urban", file, "--sampling", "sobol", "--anchors", "2030;2031"],
                      ["urban", file, "--sampling", "sobol", "--anchors", "2030,"],
                      ["urban", file, "--sampling", "sobol", "--anchors", ",".join(map(str, range(2022, 2031)))],
                      ["urban", file, "--threads", 0], ["urban", file, "more"]):
            status, output, words = run(*wrong)
            check(f"usage: {wrong[0]} {wrong[2:]}", status == 2 and not output and words, (status, output[:80], words))
        status, output, words = run("--help")
        check("--help", status == 0 and output.startswith("usage: ensemble_fan") and not words, (status, words))
    return bool(checks.failed)


if __name__ == "__main__":
    sys.exit(main())
