#!/usr/bin/env python3
"""examples/fans.sh: the worlds of the outlook's country and cities, and their pictures.  One line a check."""

import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from checks import BUILD, built  # noqa: E402
from outlook_pictures import drawn, labels, texts  # noqa: E402
from outlook_run import DATA, SRC, check, figures, finish, rows, run  # noqa: E402


def fans(out, data, where):
    done = subprocess.run(["sh", SRC / "examples/fans.sh", out, data], capture_output=True, cwd=where,
                          env={**os.environ, "BUILDDIR": str(BUILD)})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def percent(text):
    return f"{100 * float(text):.0f} %"


def bundled(where):
    out = where / "out"
    run("--data", DATA, "--out", out)
    before = (out / "figures.csv").read_text(encoding="utf-8")
    status, said, words = fans(out, DATA, where)
    check("fans.sh draws the worlds", status == 0 and not said and words.count("\n") == 2 and "Shenzhen is left out" in words
          and "year 2004 is missing between 2003 and 2005: only the years since are used" in words, words)
    check("it adds two pictures to the list", (out / "figures.csv").read_text(encoding="utf-8") == before + "picture,,fans\npicture,,fan_cities\n")
    fans(out, DATA, where)
    check("a second run adds none", (out / "figures.csv").read_text(encoding="utf-8").count("picture,,fans") == 1)
    paths = {r["year"]: float(r["co2"]) for r in rows(out / "carbon.csv") if r["kind"] == "assumed"}
    off = max(abs(float(r["q50"]) / paths[r["year"]] - 1) for r in rows(out / "fan_path.csv", variable="emission"))
    check("the medians are those of the assumed path", off < .05, off)
    budget = float(figures(out)["budget"])
    for name in ("path", "record"):
        chance = rows(out / f"fan_{name}_budget.csv")
        falls = [float(r["probability"]) for r in chance]
        check(f"{name}: the probability of the budget falls from 1", falls[0] == 1 and falls == sorted(falls, reverse=True), falls)
        last = rows(out / f"fan_{name}.csv", variable="cumulative", year=chance[-1]["year"])[0]
        side = float(last["q50"]) <= budget
        check(f"{name}: it is above a half where the median of the sum is within", (falls[-1] >= .5) == side, (falls[-1], last["q50"]))
    targets = rows(out / "fan_targets.csv")
    by = {(r["event"], r["year"]): float(r["probability"]) for r in targets}
    names = list(dict.fromkeys(r["event"] for r in targets))
    check("four targets", len(names) == 4 and names[-1] == "all three together", names)
    check("all are not likelier than each", all(by[names[-1], r["year"]] <= by[r["event"], r["year"]] for r in targets))
    if not shutil.which("gnuplot"):
        print("gnuplot is not here: no pictures")
        return
    (out / "figures.csv").write_text("".join(line + "\n" for line in (out / "figures.csv").read_text(encoding="utf-8").splitlines()
                                             if not line.startswith("picture,,") or line.startswith("picture,,fan")), encoding="utf-8")
    good, said, words = drawn(out, where)
    check("drawn", good and sorted(p.name for p in out.glob("*.svg")) == ["fan_cities.svg", "fans.svg"], words)
    labels("fans", out)
    picture = " ".join(t[4] for t in texts((out / "fans.svg").read_text(encoding="utf-8")))
    last = max(r["year"] for r in targets)
    for name in names:
        check(f"the label of {name}", f"{name}: {percent(by[name, last])}" in picture, picture)
    share = rows(out / "fan_joint.csv", variable="share", year=last)[0]
    check("the label of the urban share", f"{last}: {percent(share['q50'])}" in picture, picture)
    svg = (out / "fan_cities.svg").read_text(encoding="utf-8")
    first = re.search(r"gnuplot_plot_1a\".*?<path[^>]* d='([^']*)'", svg, re.S)
    check("a year without a figure (Changsha, 2004) is a gap in its line", first and first[1].count("M") == 2, first and first[1])
    cities = " ".join(t[4] for t in texts(svg))
    below = rows(out / "fan_cities_below.csv")
    check("each city has its panel", len(below) == 4 and all(r["place"] in cities and f"in 2035: {percent(r['probability'])}" in cities for r in below), cities)


def others(where):
    """Data of others: no cities, no worlds of this country, no path."""
    data, out = where / "data", where / "others"
    shutil.copytree(DATA, data)
    for f in (data, *data.iterdir()):
        f.chmod(0o755 if f.is_dir() else 0o644)
    (data / "carbon_cities.csv").unlink()
    run("--data", data, "--out", out)
    status, said, words = fans(out, data, where)
    check("without cities", status == 0 and not words and not (out / "fan_cities.csv").exists() and (out / "fan_joint.csv").exists(), words)
    worlds = (data / "worlds.csv").read_text(encoding="utf-8")
    (data / "worlds.csv").write_text(worlds.replace("\nChina,", "\nChile,"), encoding="utf-8")
    status, said, words = fans(out, data, where)
    check("worlds of another country are told", status == 1 and "worlds.csv:" in words and '"Chile" has no history' in words, words)
    (data / "worlds.csv").write_text(worlds.replace("China,digital,7.6", "China,digital,0"), encoding="utf-8")
    status, said, words = fans(out, data, where)
    check("a part of 0 is told", status == 1 and "worlds.csv:" in words and "above 0" in words, words)
    (out / "carbon.csv").unlink()
    status, said, words = fans(out, data, where)
    check("an outlook without emissions is told", status == 1 and "no carbon.csv" in words, words)


def job(where):
    """examples/run.sh where everything is built: a fault of the worlds is its own, and what is missing is said."""
    root = where / "root"
    (root / "examples/plots").mkdir(parents=True)
    (root / "build/examples").mkdir(parents=True)
    for name in ("run.sh", "fans.sh"):
        shutil.copy(SRC / "examples" / name, root / "examples")
    (root / "examples/packages.sh").write_text("build_packages= picture_packages=\nneed_packages() { :; }\nmissing_packages() { :; }\npackages_unasked() { :; }\n", encoding="utf-8")
    (root / "examples/plots/draw.sh").write_text("", encoding="utf-8")
    (root / "build/Makefile").write_text("examples/city_outlook examples/ensemble_fan:\n", encoding="utf-8")
    for name in ("configure.ac", "configure"):
        (root / name).write_text("", encoding="utf-8")
        (root / name).chmod(0o755)
    os.utime(root / "configure.ac", (0, 0))
    for name in ("city_outlook", "ensemble_fan"):
        (root / "build/examples" / name).write_text(f'#!/bin/sh\nexec "{BUILD}/examples/{name}" "$@"\n', encoding="utf-8")
        (root / "build/examples" / name).chmod(0o755)
    data = root / "examples/data"
    shutil.copytree(DATA, data)
    for f in (data, *data.iterdir()):
        f.chmod(0o755 if f.is_dir() else 0o644)

    def main(*arguments):
        done = subprocess.run(["sh", root / "examples/run.sh", "--no-install", *arguments], capture_output=True, cwd=root)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    status, said, words = main()
    check("run.sh draws the worlds", status == 0 and (root / "build/outlook/fan_joint.csv").exists() and "failed" not in words, (status, words))
    for option in ("--data", "--out"):
        status, said, words = main(option)
        check(f"run.sh {option} without a value", status == 2 and f"{option} needs a value" in words, (status, words))
    worlds = (data / "worlds.csv").read_text(encoding="utf-8")
    (data / "worlds.csv").write_text(worlds.replace("China,digital,7.6", "China,digital,0"), encoding="utf-8")
    out = root / "build/outlook"
    (out / "fan_joint.csv").unlink()
    status, said, words = main()
    check("run.sh fails where the worlds do, and writes the rest", status == 1 and "above 0" in words and "failed: examples/fans.sh" in words
          and "outlook.html" in said and (out / "outlook.html").exists() and not (out / "fan_joint.csv").exists(), (status, words))
    for f in data.glob("carbon*.csv"):
        f.unlink()
    status, said, words = main()
    check("run.sh says that there are no emissions", status == 0 and "no pictures of random worlds: they need emissions" in words
          and "city_outlook --out first" not in words, (status, words))


if __name__ == "__main__":
    built("ensemble_fan")
    sys.exit(finish([bundled, others, job]))
