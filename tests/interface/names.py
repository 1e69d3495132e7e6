#!/usr/bin/env python3
"""Private functions of the library and of the examples say what they do: none is called find, put or check alone.

    names.py [SRCDIR]     prints "ok names: ..." or "FAIL names: ..."
"""
import glob
import os
import re
import sys

SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
REFUSED = set("check find put look failed one begin do get set make run work item thing".split())

COMMENT = re.compile(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"', re.S)
ATTRIBUTE = re.compile(r"__attribute__\s*\(\([^()]*(?:\([^()]*\)[^()]*)*\)\)")
STATIC = re.compile(r"^static\b[^;={}()]*?\b(\w+)\s*\(", re.M)


def statics(text):
    """Names of the static functions that a source declares or defines."""
    return STATIC.findall(ATTRIBUTE.sub(" ", COMMENT.sub(" ", text)))


def sources():
    for folder in ("lib", "examples"):
        yield from sorted(glob.glob(os.path.join(SRC, folder, "**", "*.[ch]"), recursive=True))


def selftest():
    """A refused name must be found on one line, on two lines, inline and with an attribute; a longer name, a call and a
    comment must not."""
    seen = statics("static int find(int a)\n{\n}\nstatic inline const double *\nget(void);\n"
                   "static __attribute__((format(printf, 1, 2))) void put(const char *s, ...);\n"
                   "static void urgd_check(void) { check(); }\n/*\nstatic int one(void);\n*/\nstatic int look = 1;\n")
    return [name for name in seen if name in REFUSED] == ["find", "get", "put"] and "urgd_check" in seen


def main():
    faults, n = [], 0
    for path in sources():
        with open(path, encoding="utf-8") as f:
            names = statics(f.read())
        n += len(names)
        faults += [f"{os.path.relpath(path, SRC)}: {name}: say of what: <subject>_{name}"
                   for name in names if name in REFUSED]
    failed = False
    for what, wrong in (("it sees what it looks for", [] if selftest() else ["the self-test failed"]),
                        (f"{n} private functions", [] if n > 500 else ["no sources"]), ("they say what they do", faults)):
        failed |= bool(wrong)
        print("FAIL" if wrong else "ok", f"names: {what}", *("\n    " + x for x in wrong))
    return failed


if __name__ == "__main__":
    sys.exit(main())
