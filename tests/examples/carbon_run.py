"""What the tests of the carbon examples share: running one on a text, reading the CSV it prints."""
import csv
import io

import checks
from checks import check, end, near

__all__ = ["check", "end", "near", "refuses", "run", "usage"]


def run(program, text, *arguments):
    """Exit status, rows of the CSV output, and standard error."""
    checks.built(program)
    status, output, error = checks.run(program, *(arguments or ("-",)), text=text)
    return status, list(csv.DictReader(io.StringIO(output))), error


def refuses(program, name, text, *words):
    """Bad data must exit with 1, print nothing, and name the place in the file."""
    status, rows, error = run(program, text)
    check(name, status == 1 and not rows and all(w in error for w in words), (status, rows, error))


def usage(program):
    check(f"{program} without a file", run(program, "", "a", "b")[0] == 2)
    status, _, error = run(program, "", "--help")
    check(f"{program} --help", status == 0 and not error)
