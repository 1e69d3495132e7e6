#!/usr/bin/env python3
"""Loading and calling the library prints nothing, leaves the locale alone and writes numbers with dots, under de_DE too
(the system's, or one made here by localedef).
"""
import locale
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
LIBRARY = os.path.join(BUILD, "lib", ".libs", "libsmartkpi.so")

# Functions to call, and what each must say: words with a figure that needs a decimal point.
CHILD = '''
import ctypes, locale, os, sys
name, out = sys.argv[1:3]
before = locale.setlocale(locale.LC_ALL, name)
assert name == "C" or locale.localeconv()["decimal_point"] == ",", "no comma in " + name
os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 3)
sys.path.insert(0, sys.argv[3])
import smartkpi
from smartkpi import _call
words = []
def urgd(**changes):
    call = _call.Call("skpi_urban_urgd")
    given = dict(date0=2010., share0=.4, date1=2020., share1=.5)
    given.update(changes)
    call.take("n", **given)
    call.out(urgd="n")
    try:
        words.append(repr(call.run()))
    except smartkpi.Error as e:
        words.append(str(e))
for changes in ({}, {"share0": 41.5}, {"date0": 2020.25}, {"date1": 1.5e300}, {"share1": 0.1 + 0.2 - 1},
                {"share0": float("nan")}, {"date0": -1e-7}):
    urgd(**changes)
words.append(str(smartkpi.Basis(vintage=2024, currency=156, scale=1009)))
words += [smartkpi.status_message(s) for s in (0, 1, -20, 77)] + [smartkpi.version()]
assert locale.setlocale(locale.LC_ALL) == before, "the locale was changed"
os.write(3, "\\n".join(words).encode())
'''


def child(name, env):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run([sys.executable, "-c", CHILD, name, out.name, os.path.join(SRC, "lib", "python")],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             env={**os.environ, **env, "SMARTKPI_LIBRARY": LIBRARY, "PYTHONDONTWRITEBYTECODE": "1"})
        with open(out.name, encoding="utf-8") as f:
            return run.returncode, run.stdout, f.read()


def german(folder):
    """A locale with a decimal comma and the environment that finds it; None if there is none."""
    for name in ("de_DE.UTF-8", "de_DE.utf8", "de_DE"):
        try:
            locale.setlocale(locale.LC_NUMERIC, name)
            locale.setlocale(locale.LC_NUMERIC, "C")
            return name, {}
        except locale.Error:
            pass
    try:
        subprocess.run(["localedef", "--no-archive", "-i", "de_DE", "-f", "UTF-8", os.path.join(folder, "de_DE.UTF-8")],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return None
    return ("de_DE.UTF-8", {"LOCPATH": folder}) if os.listdir(folder) else None


def say(name, faults):
    print("FAIL" if faults else "ok", f"quiet: {name}", *("\n    " + x for x in faults))
    return bool(faults)


def main():
    code, printed, plain = child("C", {})
    failed = say("calls run", [printed] if code else [])
    failed |= say("nothing is printed", [repr(printed)] if printed else [])
    failed |= say("figures in words", [] if "41.5 " in plain and "2020.25" in plain and "1.5e+300" in plain else [plain])
    with tempfile.TemporaryDirectory() as folder:
        found = german(folder)
        if not found:
            print("skip quiet: there is neither de_DE nor localedef")
            return failed or 77
        code, printed, german_words = child(found[0], found[1])
        failed |= say(f"the same under {found[0]}", [printed] * bool(code or printed)
                      + [f"{a!r}, not {b!r}" for a, b in zip(german_words.split("\n"), plain.split("\n")) if a != b]
                      + ["other lines"] * (german_words.count("\n") != plain.count("\n")))
    return failed


if __name__ == "__main__":
    sys.exit(main())
