#!/usr/bin/env python3
"""examples/dask/ensemble_dask.py: the figures of ensemble_fan from two worker processes, also if one of them is killed
while it draws."""
import csv
import importlib.util
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import checks
from checks import check

HEADER = "place,share,drift,sigma,last_year,end_year"
ROWS = [f"Place {i},{.05 + .9 * i / 11:.3f},{.005 * i - .01:.3f},{.01 + .01 * i:.2f},2025,2031" for i in range(11)]


def begun(folder, file, *options):
    program = checks.SRC / "examples/dask/ensemble_dask.py"
    return subprocess.Popen([sys.executable, program, file, "--workers", "2", *map(str, options)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, cwd=folder)


def figures(text):
    return [[x[0], *map(float, x[1:])] for x in csv.reader(text.splitlines()[1:])]


def same(name, output, file, *options):
    _, one, _ = checks.run("ensemble_fan", "urban", file, *options)
    check(f"{name}: all lines", len(one.splitlines()) == 1 + 11 * 6)
    check(f"{name}: the figures of one process to the bit", figures(output) == figures(one), output[:300])


def test_kill(folder, file):
    """Kills the process that begins the first part, as soon as it has begun."""
    log, options = folder / "log", ["--draws", 4000000, "--seed", 3, "--mode", "stream"]
    running = begun(folder, file, *options, "--parts", 2, "--log", log)
    for _ in range(3000):
        time.sleep(.02)
        first = re.search(r"part (\d+) begun by process (\d+)", log.read_text()) if log.exists() else None
        if first or running.poll() is not None:
            break
    check("a part is begun", first, running.poll())
    if first:
        os.kill(int(first.group(2)), signal.SIGKILL)  # a worker process of this test's own cluster
    output, words = running.communicate(timeout=600)
    lines = log.read_text().splitlines() if log.exists() else []
    again = [re.match(r"part (\d+) (\w+) by process (\d+)", line).groups() for line in lines]
    check("the program ends well", running.returncode == 0, words[-600:])
    if first:
        drawers = [pid for part, what, pid in again if part == first.group(1) and what == "begun"]
        check("the log shows that the killed process's part is drawn again, by another process",
              len(drawers) >= 2 and drawers[0] == first.group(2) and set(drawers[1:]) - {first.group(2)}, lines)
        check("the killed process did not end its part", (first.group(1), "done", first.group(2)) not in again, lines)
        check("every part is done", {part for part, what, _ in again if what == "done"} == set("01"), lines)
    same("one worker killed", output, file, *options)


def main():
    if not importlib.util.find_spec("distributed"):
        print("SKIP dask: no distributed (Debian: python3-distributed)")
        sys.exit(77)
    checks.unsanitized("dask")
    checks.built("ensemble_fan")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "cities.csv"
        file.write_text("\n".join([HEADER, *ROWS, ""]))
        for mode, parts in (("exact", 5), ("stream", 3)):
            options = ["--draws", 3000, "--seed", 7, "--mode", mode]
            running = begun(folder, file, *options, "--parts", parts)
            output, words = running.communicate(timeout=600)
            check(f"{mode}: it runs", running.returncode == 0, words[-600:])
            same(mode, output, file, *options)
        test_kill(folder, file)
        file.write_text("\n".join([HEADER, "A,41.5,0,.1,2025,2031", ""]))
        running = begun(folder, file)
        output, words = running.communicate(timeout=600)
        check("a bad share is an error in words", running.returncode == 1 and not output and "SKPI_ERANGE: share" in words
              and "Traceback" not in words, words[-600:])
        for rows, said in ((["place,share,drift,last_year,end_year", "A,.4,0,2025,2031"], "no column sigma"),
                           ([HEADER, "A,.4,0,.1,2025"], "cities.csv"), ([HEADER, "A,.4,0,none,2025,2031"], "none")):
            file.write_text("\n".join([*rows, ""]))
            running = begun(folder, file)
            output, words = running.communicate(timeout=600)
            check(f"bad input is told: {said}", running.returncode == 1 and not output and said in words
                  and "Traceback" not in words, words[-600:])
    checks.end()


if __name__ == "__main__":
    sys.exit(main())
