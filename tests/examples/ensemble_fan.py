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

HEADER = "place,share,drift,sigma,first_year,years"
ROWS = ['"Zhuji, town",0.35,0.03,0.05,2025,6', "Brno,0.6,0.02,0.1,2025,6", "Ostrava,0.92,-0.01,0.02,2020,3"]
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
        t = int(row["year"]) - int(place["first_year"])
        for name, p in PROB.items():
            z = statistics.NormalDist().inv_cdf(p)
            score = (logit(float(row[name])) - logit(share) - drift * t) / (sigma * math.sqrt(t)) - z
            errors.append(score * statistics.NormalDist().pdf(z) / math.sqrt(p * (1 - p) / draws))
        check(f"{row['place']} {row['year']}: the mean lies inside", float(row["q25"]) < float(row["mean"]) < float(row["q75"]), row)
    check("quantiles are those of the closed form", max(map(abs, errors)) < 5, max(map(abs, errors)))
    rms = math.sqrt(sum(e * e for e in errors) / len(errors))
    check("their errors are those of chance", .5 < rms < 1.6, rms)


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
        check("a row a year from first_year + 1 on", len(lines) == 1 + 6 + 6 + 3 and lines[1].startswith('"Zhuji, town",2026,')
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
        for name, row, place in (("a share of 1", "A,1,0,0.1,2020,5", "2:2"), ("percent", "A,41.5,0,0.1,2020,5", "2:2"),
                                 ("a negative sigma", "A,.5,0,-0.1,2020,5", "2:4"), ("half a year", "A,.5,0,.1,2020,2.5", "2:6"),
                                 ("no years", "A,.5,0,.1,2020,0", "2:6"), ("a drift of words", "A,.5,up,.1,2020,5", "2:3"),
                                 ("far too much drift", "A,.5,1e308,.1,2020,50", "2:")):
            status, output, words = run("urban", write(row), "--draws", 10)
            check(f"{name} is refused", status == 1 and f"urban.csv:{place}" in words, (status, words))
        write("A,.5,0,.1,2020,5", "A,.5,0,.1,2020,5")
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
