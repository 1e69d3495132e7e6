#!/usr/bin/env python3
"""One kind of error has one wording: its words stand in lib/core, and the modules call the helper that has them.
skpi_status_message gives the words that include/smartkpi/base.h has beside the status.

    wordings.py     prints "ok wordings: ..." or "FAIL wordings: ..."; SRCDIR names the tree
"""
import glob
import os
import re
import sys

SRC = os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
# patterns that only lib/core may contain, and the helpers that other sources call instead
HELPERS = {
    r"SKPI_ENOMEM\b": "skpi__no_memory, skpi__no_memory_for, skpi__no_memory_of",
    r'"is NULL"': "skpi__pointer, skpi__array",
    r"not a finite number": "skpi__finite",
    r"not a probability in \(0,1\)": "skpi__probability, skpi__probabilities",
    r"not a year in": "skpi__year, skpi__date",
    r"sum beyond the range|than a double holds": "skpi__finite_sum",
}


def faults(path, text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return [f"{path}: {pattern}: call {helper}" for pattern, helper in HELPERS.items() if re.search(pattern, text)]


def statuses(header, source):
    """Statuses whose words in the source are not those of the header.  SKPI_OK has none in the header."""
    told = dict(re.findall(r"SKPI_(\w+) = -?\d+,? +/\* (.*?) \*/", header))
    given = dict(re.findall(r'ROW\((\w+), "(.*?)"\)', source))
    given.pop("OK", None)
    return [f"{name}: {given.get(name)!r} in status_name.c, {told.get(name)!r} in base.h"
            for name in sorted(told.keys() | given.keys()) if told.get(name) != given.get(name)]


def read(*path):
    with open(os.path.join(SRC, *path), encoding="utf-8") as f:
        return f.read()


def main():
    found, n = [], 0
    for path in sorted(glob.glob(os.path.join(SRC, "lib", "*", "*.c"))):
        if os.path.basename(os.path.dirname(path)) == "core":
            continue
        n += 1
        found += faults(os.path.relpath(path, SRC), read(path))
    seen = bool(faults("x.c", 'return skpi__refuse(at, SKPI_ENOMEM, "n", "is NULL");')) and n > 100
    header = read("include", "smartkpi", "base.h")
    header = header[header.index("enum skpi_status {"):header.index("SKPI_STATUS_WIDTH_")]
    failed = False
    for what, wrong in (("they are looked for", [] if seen else ["no source, or the self-test failed"]),
                        (f"{n} sources call the helpers", found),
                        ("status_name.c and base.h agree", statuses(header, read("lib", "core", "status_name.c")))):
        failed |= bool(wrong)
        print("FAIL" if wrong else "ok", f"wordings: {what}", *("\n    " + x for x in wrong))
    return failed


if __name__ == "__main__":
    sys.exit(main())
