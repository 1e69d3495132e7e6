#!/usr/bin/env python3
"""examples/python/cities.py: the figures of the city outlook in C, and an error of the library in words."""
import csv
import os
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


def run(folder, numpy=True):
    runner = Runner(SRC, os.environ.get("BUILDDIR") or SRC / "build", os.environ.get("CC", "cc"))
    with tempfile.TemporaryDirectory() as tmp:
        program = SRC / "examples/python/cities.py"
        _, command, env = runner.command("py", program.read_text(encoding="utf-8"), Path(tmp))
        if not numpy:
            (Path(tmp) / "numpy.py").write_text("raise ImportError\n", encoding="utf-8")
            env["PYTHONPATH"] = tmp + os.pathsep + env["PYTHONPATH"]
        return subprocess.run([command[0], command[1], str(folder)], capture_output=True, text=True, env=env)


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
sys.exit(1 if failed else 0)
