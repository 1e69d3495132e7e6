"""What the tests of the city outlook share: running it, reading what it wrote, editing its input."""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import checks
from checks import BUILD, SRC, check, near

__all__ = ["DATA", "PROGRAM", "SRC", "check", "edited", "figures", "finish", "near", "rows", "run", "squeezed"]
PROGRAM = BUILD / "examples" / "city_outlook"
DATA = SRC / "examples" / "data"


def run(*arguments, stdin=None, environment=None):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, input=stdin,
                          env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def rows(file, **match):
    with open(file, encoding="utf-8", newline="") as f:
        return [r for r in csv.DictReader(f) if all(r[k] == str(v) for k, v in match.items())]


def figures(out):
    return {r["key"]: r["value"] or r["text"] for r in rows(out / "figures.csv")}


def edited(where, file, old, new):
    """A copy of the data with one text of one file replaced."""
    data = where / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(DATA, data)
    data.chmod(0o755)  # that of an unpacked archive may be read-only
    for f in data.iterdir():
        f.chmod(0o644)
    content = (data / file).read_bytes()
    old, new = (t.encode() if isinstance(t, str) else t for t in (old, new))
    assert content.count(old) == 1, (file, old, content.count(old))
    (data / file).write_bytes(content.replace(old, new))
    return data


def squeezed(text):
    """Without the breaks of lines."""
    return re.sub(r"\s+", " ", text)


def finish(parts):
    """Runs the parts in a folder of their own; the exit status."""
    if not PROGRAM.exists():
        print(f"{PROGRAM} is not built")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            part(pathlib.Path(folder))
    return 1 if checks.failed else 0
