"""What the tests of the examples share: where the trees are, running a program, one line a check.

A script says "ok name" or "FAIL name : what was seen" for each check, and ends with end(), which exits 1 if one failed.
"""
import os
import subprocess
import sys
from pathlib import Path

SRC = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()
BUILD = Path(os.environ.get("BUILDDIR") or SRC / "build").resolve()
failed = 0


def check(name, good, seen=""):
    global failed
    failed += not good
    print("ok" if good else "FAIL", name, "" if good else f": {seen!r}"[:600])


def near(name, value, expected, tolerance):
    check(f"{name} = {expected}", value != "" and abs(float(value) - expected) <= tolerance, value)


def built(*programs):
    """Skips the test if an example was not built."""
    for program in programs:
        if not (BUILD / "examples" / program).exists():
            print(f"examples/{program} is not built")
            sys.exit(77)


def unsanitized(name):
    """Skips a test whose host program cannot load a library with sanitizers."""
    if os.environ.get("SKPI_SANITIZERS", "no") not in ("", "no"):
        print(f"SKIP {name}: the library has sanitizers")
        sys.exit(77)


def run(program, *arguments, text=None, environment=None):
    """Exit status, output and errors of an example; text is its standard input."""
    done = subprocess.run([BUILD / "examples" / program, *map(str, arguments)], capture_output=True,
                          input=None if text is None else text.encode(), env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def end():
    sys.exit(1 if failed else 0)
