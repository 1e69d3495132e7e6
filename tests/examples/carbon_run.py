"""What the tests of the carbon examples share: running one on a text, reading the CSV it prints."""
import csv
import io
import os
import pathlib
import subprocess
import sys

BUILD = pathlib.Path(os.environ.get("BUILDDIR", "build"))
failed = 0


def check(name, good, seen=""):
    global failed
    failed += not good
    print("ok" if good else "FAIL", name, "" if good else f": {seen!r}"[:600])


def near(name, value, expected, tolerance):
    check(f"{name} = {expected}", value != "" and abs(float(value) - expected) <= tolerance, value)


def run(program, text, *arguments):
    """Exit status, rows of the CSV printed, standard error."""
    path = BUILD / "examples" / program
    if not path.exists():
        print(f"{path} is not built")
        sys.exit(77)
    done = subprocess.run([path, *(arguments or ("-",))], input=text.encode(), capture_output=True)
    return done.returncode, list(csv.DictReader(io.StringIO(done.stdout.decode()))), done.stderr.decode()


def refuses(program, name, text, *words):
    """Bad data: exit 1, nothing printed, a place in the file."""
    status, rows, error = run(program, text)
    check(name, status == 1 and not rows and all(w in error for w in words), (status, rows, error))


def usage(program):
    check(f"{program} without a file", run(program, "", "a", "b")[0] == 2)
    status, _, error = run(program, "", "--help")
    check(f"{program} --help", status == 0 and not error)


def end():
    sys.exit(1 if failed else 0)
