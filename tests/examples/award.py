#!/usr/bin/env python3
"""The examples award_rank and award_order: figures of the pages, quotas, bad files."""
import csv
import io
import re
import tempfile
from pathlib import Path

import checks
from checks import check, end, near

SCORES = ("entry,judge,score\nharbour,A,71\nharbour,B,64\n\"tram, east\",B,70\n\"tram, east\",C,82\npark,C,75\npark,A,66\n"
          "school,A,59\nschool,B,55\n")
TRACKS = "entry,track\nharbour,move\n\"tram, east\",move\npark,live\nschool,live\n"
RANKS = "judge,a,b,c\n1,1,2,3\n2,3,1,2\n3,2,3,1\n"
checks.built("award_rank", "award_order")


def run(*options, program="award_rank", text=SCORES, **files):
    """Exit status, rows and standard error; files are options that name a file."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "in.csv").write_text(text)
        for name, content in files.items():
            (at / f"{name}.csv").write_text(content)
        named = [x for name in files for x in (f"--{name}", at / f"{name}.csv")]
        status, output, error = checks.run(program, *options, *named, at / "in.csv")
        return status, list(csv.DictReader(io.StringIO(output))), error


# figures of the page skpi_award_adjust(3)
status, rows, error = run("--model", "ls", "--winners=2", "--ties=out")
check("least squares: exit 0, silent", status == 0 and not error, error)
check("names", [row["entry"] for row in rows] == ["harbour", "tram, east", "park", "school"], rows)
for row, adjusted in zip(rows, (71, 75.5, 67.5, 60.5)):
    near(row["entry"], row["adjusted"], adjusted, 1e-12)
check("winners", [row["selected"] for row in rows] == ["1", "1", "0", "0"], rows)
status, rows, error = run("--winners=2", "--ties=lot=7", "--draws=2000,3", tracks=TRACKS,
                          quota="track,least,most\nlive,2,\nmove,0,0\n")
check("quotas", status == 0 and [row["p_selected"] for row in rows] == ["0", "0", "1", "1"], (rows, error))
status, rows, error = run("--parts")
check("parts", status == 0 and len(rows) == 7 and {row["part"] for row in rows} == {"1"}, rows)
for name, options, files, words in (
        ("a score twice", [], {"text": SCORES + "park,A,3\n"}, ("in.csv:", "duplicate")),
        ("parts that nothing connects", [], {"text": SCORES + "x,Y,3\nz,Y,4\n"}, ("in.csv:", "parts")),
        ("a table with a gap", ["--agreement"], {}, ("in.csv:", "harbour has no score of C: agreement needs every score of every judge")),
        ("an entry without a track", [], {"tracks": TRACKS.replace("school,live\n", "")}, ("tracks.csv:", "school"))):
    status, rows, error = run(*options, **files)
    check(name, status == 1 and not rows and all(word in error for word in words), (status, error))
C_NAMES = re.compile(r"skpi_|->|\[[0-9*]+\]|options|variance must")
for name, options, files, words in (
        ("more winners than entries", ["--winners=99", "--ties=in"], {}, ("award_rank: --winners 99 is above 4, the number of entries in ", "in.csv")),
        ("parts that nothing connects", [], {"text": SCORES + "x,Y,3\nz,Y,4\n"}, ("in.csv:1:2: judge connects", "(--parts numbers them)")),
        ("one score of each", [], {"text": "entry,judge,score\na,x,1\nb,x,2\n"}, ("in.csv:1:1: entry has no entry with two scores",)),
        ("a single score", [], {"text": "entry,judge,score\na,x,1\n"}, ("in.csv:1:1: the number of scores = 1",)),
        ("scores beyond all numbers", [], {"text": SCORES.replace("71", "1e308").replace("64", "1e308")}, ("in.csv:1:3: score is so far spread",)),
        ("more in the tracks than winners", ["--winners=2", "--ties=in"], {"tracks": TRACKS, "quota": "track,least,most\nlive,2,\nmove,1,2\n"},
         ("quota.csv:3:2: least adds up to 3, above 2",))):
    status, rows, error = run(*options, **files)
    check(f"{name}: in words of the program", status == 1 and not rows and all(word in error for word in words) and
          not C_NAMES.search(error), (status, error))
status, rows, error = run("--draws=9999999999,1")
check("too many draws", status == 2 and not rows and "--draws: a number up to 2147483648" in error, error)
for name, options in (("winners without a rule for ties", ["--winners=2"]), ("a rule that is none", ["--winners=2", "--ties=x"]),
                      ("draws without a seed", ["--draws=5"]), ("a model that is none", ["--model=x"])):
    check(name, run(*options)[0] == 2)
for rule, place in (("kemeny", "123"), ("borda", "111"), ("copeland", "111")):
    status, rows, error = run(f"--rule={rule}", program="award_order", text=RANKS)
    check(rule, status == 0 and "".join(row["rank"] for row in rows) == place, (rows, error))
status, rows, error = run(program="award_order", text=RANKS.replace("3,2,3,1", "3,2,-3,1"))
check("a negative rank", status == 1 and not rows and "in.csv:4:3: " in error, error)
check("--help", checks.run("award_rank", "--help")[0] == 0 and checks.run("award_order", "--help")[0] == 0)
end()
