#!/usr/bin/env python3
"""examples/python/cities.py: the figures of the city outlook in C, and an error of the library in words."""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SRC = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()
sys.path.insert(0, str(SRC / "tests/pages"))
sys.dont_write_bytecode = True
from run import Runner  # noqa: E402

failed = 0


def say(what, fault):
    global failed
    failed += bool(fault)
    print(f"FAIL python: {what}: {fault}" if fault else f"ok python: {what}")


def run(folder, numpy=True, **more):
    runner = Runner(SRC, os.environ.get("BUILDDIR") or SRC / "build", os.environ.get("CC", "cc"))
    with tempfile.TemporaryDirectory() as tmp:
        program = SRC / "examples/python/cities.py"
        _, command, env = runner.command("py", program.read_text(encoding="utf-8"), Path(tmp))
        if not numpy:
            (Path(tmp) / "numpy.py").write_text("raise ImportError\n", encoding="utf-8")
            env["PYTHONPATH"] = tmp + os.pathsep + env["PYTHONPATH"]
        return subprocess.run([command[0], command[1], str(folder)], stderr=subprocess.PIPE, text=True, env=env,
                              **{"stdout": subprocess.PIPE, **more})


def closed(folder):
    """A run whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return run(folder, stdout=writer)
    finally:
        os.close(writer)


data = SRC / "examples/data"
done = run(data)
say("runs", done.stderr or (done.returncode and "exit status"))
rows = {r["place"]: r for r in csv.DictReader(done.stdout.splitlines())}
with tempfile.TemporaryDirectory() as tmp:
    outlook = Path(os.environ.get("BUILDDIR") or SRC / "build") / "examples/city_outlook"
    subprocess.run([outlook, "--data", data, "--out", tmp], capture_output=True, check=True)
    with open(Path(tmp, "cities.csv"), encoding="utf-8", newline="") as f:
        figures = {(r["place"], r["year"]): float(r["population_thousand"]) for r in csv.DictReader(f)}
say("places", {p for p, _ in figures} | {"urban"} != set(rows) and sorted(rows))
say("the figures of the program in C", [k for k, v in figures.items() if abs(float(rows[k[0]][k[1]]) - v) > .5])
say("2019 is the given figure", [p for p, v in (("Changsha", 4461), ("Shanghai", 26317)) if float(rows[p]["2019"]) != v])
say("the same without NumPy", run(data, numpy=False).stdout != done.stdout and "another output")
with tempfile.TemporaryDirectory() as tmp:
    for path in data.glob("*.csv"):
        shutil.copy(path, tmp)
    urban = Path(tmp, "urban_history.csv")
    urban.write_text(urban.read_text(encoding="utf-8").replace("China,2022,0.6521764,", "China,2022,65.21764,"), encoding="utf-8")
    bad = run(tmp)
    words = "SKPI_ERANGE: "
    say("a share in percent", not (bad.returncode == 1 and bad.stdout == "" and bad.stderr.startswith(words) and
                               "65.21764 is not a fraction in [0,1] (percent?)" in bad.stderr) and bad.stderr + bad.stdout)
    shutil.copy(data / "urban_history.csv", tmp)
    people = Path(tmp, "population.csv")
    whole = people.read_text(encoding="utf-8")
    last = whole.rstrip("\n").rsplit("\n", 1)[1]
    for what, row in (("another place", last.replace("China", "India", 1)), ("a year twice", last)):
        people.write_text(whole + row + "\n", encoding="utf-8")
        bad = run(tmp)
        say(what, not (bad.returncode == 1 and bad.stdout == "" and "more than one place, or a year twice" in bad.stderr) and
            bad.stderr + bad.stdout)
    shutil.copy(data / "population.csv", tmp)
    for name, what, change, words in (
            ("cities.csv", "a city's year twice", lambda t: t + "Changsha,2018,1,observed,x,x\n", "Changsha has the year 2018 twice"),
            ("cities.csv", "a year with a point", lambda t: t.replace("Hangzhou,2018,", "Hangzhou,2018.0,"), 'year = "2018.0" is no whole number'),
            ("cities.csv", "no year after the base", lambda t: re.sub("Hangzhou,2019.*\n", "", t), "Hangzhou has no row of 2019"),
            ("cities.csv", "no base year", lambda t: re.sub("Hangzhou,2018.*\n", "", t), "Hangzhou has no row of 2018"),
            ("cities.csv", "no people", lambda t: t.replace("Hangzhou,2019,7438", "Hangzhou,2019,0"), "Hangzhou has no people in 2019"),
            ("cities.csv", "no number", lambda t: t.replace("Hangzhou,2019,7438", "Hangzhou,2019,x"), 'population_thousand = "x" is no number'),
            ("cities.csv", "a short row", lambda t: t + "Changsha,2020\n", "a row has no population_thousand"),
            ("cities.csv", "nothing observed", lambda t: t.replace("observed", "projected"), "no row is observed"),
            ("cities.csv", "an empty table", lambda t: "", "a row has no place"),
            ("population.csv", "a year is missing", lambda t: re.sub("China,2030,.*\n", "", t), "the place has no row of 2030"),
            ("urban_history.csv", "a year of the record is missing", lambda t: re.sub("China,2019,.*\n", "", t), "the place has no row of 2019")):
        whole = (data / name).read_text(encoding="utf-8")
        Path(tmp, name).write_text(change(whole), encoding="utf-8")
        bad = run(tmp)
        say(what, not (bad.returncode == 1 and bad.stdout == "" and bad.stderr == f"{tmp}/{name}: {words}\n") and bad.stderr + bad.stdout)
        Path(tmp, name).write_text(whole + "\n\n", encoding="utf-8")
        say(f"blank lines at the end of {name}", run(tmp).stdout != done.stdout and "another output")
        shutil.copy(data / name, tmp)
    os.remove(Path(tmp, "cities.csv"))
    bad = run(tmp)
    say("a table that is not there", not (bad.returncode == 1 and bad.stderr.count("\n") == 1 and "cities.csv" in bad.stderr) and bad.stderr)
say("a reader that has gone", closed(data).stderr)
sys.exit(1 if failed else 0)
