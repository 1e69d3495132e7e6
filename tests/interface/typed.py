#!/usr/bin/env python3
"""What type checkers say of the Python package: mypy --strict, and pyright where it is installed, accept the README's
program, examples/python and right statements, and refuse each wrong one.

One run of each over all of them.  Exit 77 if mypy is not installed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
SRC = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()

HEAD = """\
import array
from typing import List

import smartkpi
from smartkpi import Basis, Table, carbon, digital, ensemble, economy, index, series, urban

table = Table([2020, 2021], [[.5, .6]])
plan = ensemble.Plan(2021, 5, n_places=2)
sectors = economy.IOTableSource([[10, 30], [20, 15]], [100, 90], [70, 45], [60, 55])
status: List[int] = []
"""
RIGHT = """\
urban.urgd(2010, .5, 2020, .6)
urban.urgd([2010, 2010], (.5, .4), [2020, 2020], [.6, .5], status=status)
urban.urgd(array.array("d", [2010]), [.5], range(2020, 2021), [.6])
urban.project(2018, .5, .03, 2019, 5, size_class="large").share[0]
urban.project([2018], [.5], [.03], 2019, 5, size_class=[smartkpi.SKPI_URBAN_SIZE_LARGE], method="damped", fallback=True)
urban.project_history(urban.History([[2000, 2010], [2005]], [[.3, .4], [.5]]), 2020, 5, size_class=["large", "small"])
carbon.Path("peak", "integral", 2024, 12.0, t_peak=2028, e_peak=12.5, t_net_zero=2060).replace(power=2.0)
carbon.warming(260).best
digital.share(table, table).basis.join(Basis("nbs_core", revision="census", currency=156)).currency
series.growth(table, without=["rate"]).points
with economy.IOTable(sectors) as made: made.linkages().power_cv
with index.Tree(["a", "b"], ["b", ""]) as nodes: nodes.compute(index.Data([[1.0], [2.0]]), normalise="rank").score
with index.Tree(["a", "b"], ["b", ""]) as coded: coded.shape().by_code()[coded.codes[0]]["parent"]
smartkpi.Names(["b", "a", "b"]).numbers(["a"])[0] + len(smartkpi.Names([3, 4]))
smartkpi.Jury(["a", "b"], ["x", "x"], [1, 2], track={"a": "t", "b": "u"}).line(1, least={"t": 1}, tie="in").n_winners
smartkpi.Jury.of({"entry": ["a"], "judge": ["x"], "score": [1.5]}).by_entry(mean=[1.5])["entry"]
with ensemble.Result(plan) as result: result.run(plan, threads=2, progress=lambda done, total: done > 10)
"""
WRONG = {
    "a text for a share": 'urban.urgd(2010, "0.5", 2020, .6)',
    "a list of lists where one list is meant": "urban.urgd([2010], [[.5]], [2020], [.6])",
    "an unknown keyword": "urban.project(2018, .5, .03, 2019, 5, dampening=.9)",
    "the name of no choice": 'urban.project(2018, .5, .03, 2019, 5, method="holt")',
    "the name of no revision": 'Basis(revision="final")',
    "a float for a year": "urban.project(2018, .5, .03, 2019.5, 5)",
    "None where nothing may be left out": "urban.size_class(None)",
    "a missing argument": "carbon.kaya(1, 2, 3)",
    "a table where a number is meant": "urban.walk_quantile(table, .02, .1, 4, [.5])",
    "a text for a handle": 'urban.ensemble_add("plan", .5, .02, .1)',
    "a wrong member of a result": "urban.project(2018, .5, .03, 2019, 5).shares",
    "a wrong member of a table's result": "with economy.IOTable(sectors) as wrong: wrong.linkages().power_sv",
    "codes of a result that has none": 'with index.Tree(["a"], [""]) as few: few.uncertainty(index.Data([[1]]), []).by_code()',
    "a number for a code": 'with index.Tree(["a"], [""]) as number: number.shape().by_code()[0]',
    "a choice of no index": 'with index.Tree(["a"], [""]) as bad: bad.compute(index.Data([[1.0]]), normalise="best")',
    "a number for names": 'smartkpi.Jury(3, ["x"], [1])',
    "a text for scores": 'smartkpi.Jury(["a"], ["x"], "1")',
    "the name of no tie": 'smartkpi.Jury(["a"], ["x"], [1]).line(1, tie="maybe")',
    "the name of no constant": "smartkpi.SKPI_URBAN_SIZE_HUGE",
    "a name of no result": 'series.growth(table, without=["slope"])',
}


def programs():
    """{file name: text} of programs that must be accepted as a whole."""
    readme = (SRC / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^```python\n(.*?)^```$", readme, re.M | re.S)
    out = {f"readme{i}.py": text for i, text in enumerate(found)}
    out.update((p.name, p.read_text(encoding="utf-8")) for p in sorted((SRC / "examples/python").glob("*.py")))
    return out


def mypy(folder, texts):
    """{(file, line): the words of mypy}."""
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--no-error-summary",
                           "--hide-error-context", "--cache-dir", os.path.join(folder, "cache"), *texts], cwd=folder,
                          env={**os.environ, "MYPYPATH": str(SRC / "lib/python")}, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(done.stdout + done.stderr)
        sys.exit(1)
    said = {}
    for line in done.stdout.splitlines():
        m = re.match(r"([\w.]+):(\d+): error: (.*)", line)
        if m:
            said.setdefault((m[1], int(m[2])), m[3])
    return said


def pyright(folder, texts):
    """{(file, line): the words of pyright}."""
    settings = {"extraPaths": [str(SRC / "lib/python")], "typeCheckingMode": "strict"}
    Path(folder, "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(["pyright", "--outputjson", *texts], cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(done.stdout + done.stderr)
        sys.exit(1)
    said = {}
    for one in json.loads(done.stdout)["generalDiagnostics"]:
        if one["severity"] == "error":
            said.setdefault((Path(one["file"]).name, one["range"]["start"]["line"] + 1), one["message"].splitlines()[0])
    return said


def judge(name, names, said):
    """The number of programs and statements about which the checker is wrong."""
    failed = 0

    def show(good, text, *more):
        nonlocal failed
        failed += not good
        print("ok" if good else "FAIL", f"{name}: {text}", *more, sep="\n    " if more else " ")

    for program in names:
        faults = [f"{line}: {words}" for (file, line), words in said.items() if file == program]
        show(not faults, f"{program} is accepted", *faults)
    first = HEAD.count("\n") + 1
    for i, text in enumerate(RIGHT.splitlines()):
        words = said.pop(("statements.py", first + i), "")
        show(not words, f"accepted: {text} {words}".rstrip())
    first += RIGHT.count("\n")
    for i, (what, text) in enumerate(WRONG.items()):
        words = said.pop(("statements.py", first + i), "")
        show(words, f"{what} is refused" if words else f"{what} is accepted: {text}")
    others = [f"{line}: {words}" for (file, line), words in said.items() if file == "statements.py"]
    show(not others, "no other complaint", *others)
    return failed


def main():
    if subprocess.run([sys.executable, "-c", "import mypy"], stderr=subprocess.DEVNULL).returncode:
        print("skip typed: mypy is not installed (Debian: mypy)")
        return 77
    texts = programs()
    names = list(texts)
    texts["statements.py"] = HEAD + RIGHT + "".join(f"{text}\n" for text in WRONG.values())
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        for checker in [mypy] + [pyright] * bool(shutil.which("pyright")):
            failed += judge(checker.__name__, names, checker(folder, texts))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
