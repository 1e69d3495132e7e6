#!/usr/bin/env python3
"""examples/python/cities.py: the United Nations' own figures for 2035, and an error of the library in words."""
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

# World Urbanization Prospects 2018, file 22: population in 2035, thousands
PUBLISHED = {"Changsha": 5772, "Hangzhou": 9675, "Shanghai": 34341, "Shenzhen": 15185, "Guangzhou": 16741}
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
say("places", set(PUBLISHED) | {"urban China"} != set(rows) and sorted(rows))
for place, published in PUBLISHED.items():
    got = float(rows[place]["2035"])
    # the method gives the published figures of these five cities within 0.03 %
    say(f"{place} 2035", abs(got / published - 1) > 3e-4 and f"{got} instead of {published}")
say("2019 is the given figure", [p for p, v in (("Changsha", 4461), ("Shanghai", 26317)) if float(rows[p]["2019"]) != v])
say("the same without NumPy", run(data, numpy=False).stdout != done.stdout and "another output")
with tempfile.TemporaryDirectory() as tmp:
    for path in data.glob("*.csv"):
        shutil.copy(path, tmp)
    urban = Path(tmp, "urban.csv")
    urban.write_text(urban.read_text(encoding="utf-8").replace(",0.57960,", ",57.960,"), encoding="utf-8")
    bad = run(tmp)
    words = "SKPI_ERANGE: share[0] = 57.96 is not a fraction in [0,1] (percent?)\n"
    say("a share in percent", (bad.returncode, bad.stdout, bad.stderr) != (1, "", words) and bad.stderr + bad.stdout)
sys.exit(1 if failed else 0)
