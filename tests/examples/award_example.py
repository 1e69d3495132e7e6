#!/usr/bin/env python3
"""The worked example of an award: its data are what the generator makes, are synthetic and say so everywhere; the report
and the picture have the figures that follow from them."""
import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import checks
from checks import BUILD, SRC, check, end

ENTRIES, CITIES, TRACKS, JUDGES, EACH, WINNERS = 188, 41, 5, 40, 5, 52
LOT, SURE = .25, .9
checks.built("award_rank", "award_report", "award_synthetic")


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def best(values, k):
    """The names of the k highest; of equal ones the first."""
    return {name for name, _ in sorted(values.items(), key=lambda one: -one[1])[:k]}


def data(folder):
    """The committed files are made by the generator, at the scale of the example."""
    here = SRC / "examples" / "award"
    status, output, error = checks.run("award_synthetic", "--out", folder)
    check("the generator is silent", status == 0 and not output + error, error)
    for name in ("scores.csv", "entries.csv"):
        text = (here / name).read_text(encoding="utf-8")
        check(f"{name} is what the generator makes", text == (folder / name).read_text(encoding="utf-8"))
        check(f"{name} begins with what it is", text.startswith("# SYNTHETIC: ") and "seed 2023" in text.split("\n")[0])
    entries, scores = rows(here / "entries.csv"), rows(here / "scores.csv")
    check("entries, cities and tracks", [len({r[c] for r in entries}) for c in ("entry", "place", "track")] ==
          [ENTRIES, CITIES, TRACKS], len(entries))
    check("judges", len({r["judge"] for r in scores}) == JUDGES)
    check("scores", len(scores) == len({(r["entry"], r["judge"]) for r in scores}) == ENTRIES * EACH and
          set(Counter(r["entry"] for r in scores).values()) == {EACH})
    check("whole points", all(r["score"].isdigit() and int(r["score"]) <= 100 for r in scores))
    quality = {r["entry"]: float(r["quality"]) for r in entries}
    mean = {e: sum(int(r["score"]) for r in scores if r["entry"] == e) / EACH for e in quality}
    off = [mean[e] - quality[e] for e in quality]  # judges 5 and residuals 6, five scores: about 3.5
    spread = math.sqrt(sum(x * x for x in off) / len(off))
    check("the errors of means", 2.5 < spread < 4.5, spread)
    other = folder / "other"
    checks.run("award_synthetic", "--out", other, "--seed", 7, "--entries", 20, "--cities", 4, "--judges", 6, "--each", 2)
    check("another scale and seed", len(rows(other / "scores.csv")) == 40 and
          "seed 7" in (other / "scores.csv").read_text(encoding="utf-8"))
    check("one part", {r["part"] for r in csv.DictReader(checks.run(
        "award_rank", "--parts", here / "scores.csv")[1].splitlines())} == {"1"})


def report(folder):
    """What award.sh prints, writes and draws."""
    done = subprocess.run(["sh", SRC / "examples" / "award.sh", folder], capture_output=True, text=True,
                          env={**os.environ, "BUILDDIR": str(BUILD), "LC_ALL": "C"})
    check("it runs in silence", done.returncode == 0 and not done.stderr, done.stderr)
    shown, lines = " ".join(done.stdout.split()), done.stdout.splitlines()
    check("the screen says so first", lines[0].startswith("SYNTHETIC DATA"), lines[0])
    check("lines of at most 100 letters", max(map(len, lines[:-1])) <= 100, max(lines, key=len))
    for name in ("scores.csv", "entries.csv"):
        check(f"{name} stays where it is", not (folder / name).exists())
    for path in folder.iterdir():
        if path.suffix != ".png":
            check(f"{path.name} says synthetic", "synthetic" in path.read_text(encoding="utf-8").lower())
    table, ranks = rows(folder / "award.csv"), {r["entry"]: r for r in rows(folder / "ranks.csv")}
    check("every row says so", all(r["data"] == "synthetic" for r in table))
    truth = {r["entry"]: float(r["quality"]) for r in rows(SRC / "examples" / "award" / "entries.csv")}
    chance = {r["entry"]: float(r["probability"]) for r in table}
    adjusted = {r["entry"]: float(r["adjusted"]) for r in table}
    raw = {r["entry"]: float(r["raw"]) for r in table}
    wins, top = {r["entry"] for r in table if r["wins"] == "1"}, best(truth, WINNERS)
    check("the rows of award_rank", all(ranks[e]["adjusted"] == r["adjusted"] and ranks[e]["p_selected"] == r["probability"]
                                        for e, r in ((r["entry"], r) for r in table)))
    check("winners are the best by adjusted scores", wins == best(adjusted, WINNERS), len(wins))
    check("probabilities add up to the winners", math.isclose(sum(chance.values()), WINNERS, abs_tol=1e-6),
          sum(chance.values()))
    opened = {e for e, p in chance.items() if LOT <= p <= 1 - LOT}
    check("open entries", {r["entry"] for r in table if r["open"] == "1"} == opened)
    check("the truth", {r["entry"] for r in table if r["best"] == "1"} == top)
    line = (min(adjusted[e] for e in wins) + max(v for e, v in adjusted.items() if e not in wins)) / 2
    figures = {r["key"]: r["value"] or r["text"] for r in rows(folder / "figures.csv")}
    expected = {"entries": ENTRIES, "cities": CITIES, "tracks": TRACKS, "winners": WINNERS, "line": line,
                "above": sum(p >= SURE for p in chance.values()), "below": sum(p <= 1 - SURE for p in chance.values()),
                "open": len(opened), "open_win": len(opened & wins), "best_winners": len(wins & top),
                "best_open": len(opened & top), "chance_open": sum(chance[e] for e in opened),
                "best_raw": len(best(raw, WINNERS) & top), "raw_others": len(best(raw, WINNERS) - wins)}
    for key, value in expected.items():
        checks.near(key, figures[key], value, 1e-9)
    check("figures are labelled", figures["data"] == "synthetic", figures)
    for words in (f"{ENTRIES} entries of {CITIES} cities in {TRACKS} tracks; {WINNERS} win.", f"score of {line:.1f}",
                  f"{expected['open']} could as well be decided by a lot (0.25 to 0.75); {expected['open_win']} of them win",
                  f"{expected['best_winners']} of the {WINNERS} winners are among the best {WINNERS}",
                  f"{expected['raw_others']} of the {WINNERS} winners would be others"):
        check(f"the report: {words}", words in shown)
    check("every open entry has a line", sum(f" {e}," in line for e in opened for line in lines) == len(opened))
    # of those above p more than a part p is truly so, but for chance: calibration itself is tested on 40 juries
    spread = math.sqrt(sum(p * (1 - p) for p in chance.values()))
    sure = [e for e, p in chance.items() if p >= SURE]
    check("the sure ones are right", sum(e in top for e in sure) >= SURE * len(sure) - 2, len(sure))
    check("the truth is within what is said", abs(len(opened & top) - expected["chance_open"]) < 3 * spread, spread)
    python(table)
    if not shutil.which("gnuplot"):
        return
    svg = (folder / "award.svg").read_text(encoding="utf-8")
    for words in ("SYNTHETIC DATA", f"the line: {line:.1f}", f"{expected['open']} a lot could as well decide",
                  f"{expected['above']} surely above", f"{expected['below']} surely below"):
        check(f"the picture: {words}", words in svg)
    check("award.png is a picture", (folder / "award.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n")


def award_py(*arguments, **more):
    return subprocess.run([sys.executable, SRC / "examples" / "python" / "award.py", *arguments], stderr=subprocess.PIPE,
                          text=True, **{"stdout": subprocess.PIPE, **more}, env={
        "SMARTKPI_LIBRARY": str(BUILD / "lib" / ".libs" / "libsmartkpi.so"), **os.environ,
        "PYTHONPATH": str(SRC / "lib" / "python"), "PYTHONDONTWRITEBYTECODE": "1"})


def python(table):
    """examples/python/award.py gives the figures of the programs in C."""
    done = award_py()
    check("the program in Python runs in silence", done.returncode == 0 and not done.stderr, done.stderr)
    got = {r["entry"]: r for r in csv.DictReader(done.stdout.splitlines())}
    far = [r["entry"] for r in table if r["entry"] not in got or r["wins"] != got[r["entry"]]["selected"] or any(
        abs(float(r[c]) - float(got[r["entry"]][c])) > half for c, half in (("adjusted", .00501), ("error", .00501),
                                                                            ("probability", .000501)))]
    check("the program in Python has the same figures", len(got) == ENTRIES and not far, far)


def python_bad(folder):
    """examples/python/award.py refuses tables in one line, and ends in silence when nobody reads it."""
    for name in ("scores.csv", "entries.csv"):
        shutil.copy(SRC / "examples" / "award" / name, folder)
    whole = award_py().stdout
    for name, what, row, words in (
            ("scores.csv", "a short row", "Entry 001", "a row has no judge"),
            ("scores.csv", "a score in words", "Entry 001,Judge 99,high", 'score = "high" is no number'),
            ("entries.csv", "an entry twice", "Entry 001,City 01,Track 2,1", "has an entry twice")):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(f"{text}{row}\n", encoding="utf-8")
        done = award_py(folder)
        check(f"the program in Python: {what}", done.returncode == 1 and not done.stdout and
              done.stderr == f"{folder / name}: {words}\n", done)
        (folder / name).write_text(f"{text}\n\n", encoding="utf-8")
        check(f"the program in Python: blank lines in {name}", award_py(folder).stdout == whole)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "scores.csv").write_text("", encoding="utf-8")
    done = award_py(folder)
    check("the program in Python: an empty table", done.returncode == 1 and done.stderr.count("\n") == 1, done.stderr)
    reader, writer = os.pipe()
    os.close(reader)
    check("the program in Python: a reader that has gone", not award_py(stdout=writer).stderr)
    os.close(writer)


def unfinished(folder):
    """A run that fails leaves no ranks, neither its own nor those of another one."""
    shutil.copy(SRC / "examples/award/entries.csv", folder)
    (folder / "scores.csv").write_text("entry,judge,score\nE1,J1,high\n", encoding="utf-8")
    (folder / "ranks.csv").write_text("entry\n", encoding="utf-8")
    done = subprocess.run(["sh", SRC / "examples" / "award.sh", folder, folder], capture_output=True, text=True,
                          env={**os.environ, "BUILDDIR": str(BUILD), "LC_ALL": "C"})
    check("a run that fails leaves no ranks", done.returncode == 1 and "scores.csv:2:3: " in done.stderr and
          sorted(p.name for p in folder.iterdir()) == ["entries.csv", "scores.csv"], (done, list(folder.iterdir())))


def own(folder):
    """Data of another size have winners of their own."""
    def ranked(*arguments):
        done = subprocess.run(["sh", SRC / "examples" / "award.sh", folder / "out", *map(str, arguments)], capture_output=True, text=True,
                              env={**os.environ, "BUILDDIR": str(BUILD), "LC_ALL": "C"})
        table = rows(folder / "out" / "ranks.csv") if done.returncode == 0 else []
        return done.returncode, done.stderr, len(table), sum(r["selected"] == "1" for r in table)
    checks.run("award_synthetic", "--out", folder / "few", "--entries", 20, "--cities", 4, "--judges", 6)
    status, error, n, winners = ranked(folder / "few")
    check("the part of the example wins", (status, n, winners) == (0, 20, 6) and "6 of 20 entries win" in error, (status, error))
    status, error, n, winners = ranked(folder / "few", 3)
    check("the number of winners is given", (status, error, n, winners) == (0, "", 20, 3), (status, error, winners))
    status, error, n, winners = ranked(folder / "few", 21)
    check("more winners than entries", status == 1 and "--winners 21 is above 20, the number of entries" in error, (status, error))
    status, error, n, winners = ranked(folder / "few", "many")
    check("no number of winners", status == 2 and '"many" is no number' in error, (status, error))


def real(folder):
    """Without a known truth nothing is called synthetic."""
    ranks = "entry,raw,adjusted,error,p_selected,selected\na,70,69,2,0.9,1\n\"b, c\",60,61,2,0.1,0\n"
    (folder / "ranks.csv").write_text(ranks)
    (folder / "entries.csv").write_text("entry,place,track\na,Ōtsu,1\n\"b, c\",Łódź,2\n")
    status, output, error = checks.run("award_report", "--out", folder / "real", folder / "ranks.csv", folder / "entries.csv")
    said = output + "".join(p.read_text(encoding="utf-8") for p in (folder / "real").iterdir())
    check("real data", status == 0 and not error and "ynthetic" not in said.lower() and "SYNTHETIC" not in said and
          "2 entries of 2 cities in 2 tracks; 1 win." in output, (output, error))
    for name, text, words in (
            ("no winner", ranks.replace(",1\n", ",0\n"), "ranks.csv:1:6: there is no line"),
            ("quotas", ranks.replace("a,70,69", "a,70,50"), "has quotas"),
            ("a probability in percent", ranks.replace("0.9", "90"), "ranks.csv:2:5: "),
            ("an entry twice", ranks.replace('"b, c"', "a"), "ranks.csv:3:1: "),
            ("an entry that is not known", ranks.replace("a,70", "x,70"), "ranks.csv:2:1: x is not in ")):
        (folder / "bad").mkdir(exist_ok=True)
        (folder / "bad" / "ranks.csv").write_text(text)
        status, output, error = checks.run("award_report", folder / "bad" / "ranks.csv", folder / "entries.csv")
        check(f"refused: {name}", status == 1 and not output and words in error, (status, error))
    more = folder / "more.csv"
    more.write_text((folder / "entries.csv").read_text() + ",".join(["Other"] + ["x"] * (len(rows(folder / "entries.csv")[0]) - 1)) + "\n")
    status, output, error = checks.run("award_report", folder / "ranks.csv", more)
    check("an entry without a rank", status == 1 and not output and "Other is not in" in error, error)
    for program, arguments in (("award_report", [folder / "ranks.csv"]), ("award_synthetic", []),
                               ("award_synthetic", ["--out", folder, "--each", 41]),
                               ("award_synthetic", ["--out", folder, "--seed", "x"])):
        status, output, error = checks.run(program, *arguments)
        check(f"usage: {program} {arguments[2:]}", status == 2 and not output and error, (status, error))
    for program in ("award_report", "award_synthetic"):
        status, output, error = checks.run(program, "--help")
        check(f"{program} --help", status == 0 and output.startswith(f"usage: {program}") and not error)


with tempfile.TemporaryDirectory() as tmp:
    for part in (data, report, python_bad, unfinished, own, real):
        (Path(tmp) / part.__name__).mkdir()
        part(Path(tmp) / part.__name__)
end()
