#!/usr/bin/env python3
"""Words of errors are formatted by lib/core/error.c, which knows few conversions: no other stands in a text of lib.

    formats.py [SRCDIR]     prints "ok formats: ..." or "FAIL formats: ..."
"""
import glob
import os
import re
import sys

SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
FORMATTER = os.path.join("lib", "core", "error.c")
KNOWN = re.compile(r"%(?:zu|lld|[sdg%])")
COMMENT = re.compile(r'/\*.*?\*/|("(?:[^"\\\n]|\\.)*")', re.S)
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def unknown(source):
    """(line, text) of each text with a conversion that the formatter does not know, and the number of texts with any."""
    found, all_ = [], 0
    source = COMMENT.sub(lambda m: m[1] or "\n" * m[0].count("\n"), source)
    for m in TEXT.finditer(source):
        begun = re.split(r"[;{}]", TEXT.sub('""', source[:m.start()]))[-1]
        if "%" not in m[0] or re.search(r"\bv?snprintf\b", begun):
            continue
        all_ += 1
        if "%" in KNOWN.sub("", m[0]):
            found.append((source.count("\n", 0, m.start()) + 1, m[0]))
    return found, all_


def selftest():
    good = 'a(at, "x", "is %g of %zu, %d %s %lld %%");\n/* "%q" */ snprintf(b, n, "%.*g", p, v);'
    bad = 'f();\nskpi__fail(at, "x", "is not\\"%.17g");'
    if unknown(good) != ([], 1) or [line for line, _ in unknown(bad)[0]] != [2] or not unknown('g("%u %");')[0]:
        raise SystemExit("FAIL formats: the test does not find what it is for")


def main():
    selftest()
    texts, failed = 0, 0
    for path in sorted(glob.glob(os.path.join(SRC, "lib", "**", "*.[ch]"), recursive=True)):
        name = os.path.relpath(path, SRC)
        if name == FORMATTER:
            continue
        with open(path, encoding="utf-8") as f:
            found, n = unknown(f.read())
        texts += n
        for line, text in found:
            print(f"FAIL formats: {name}:{line}: {text} has a conversion that lib/core/error.c does not know")
        failed += len(found)
    if not failed:
        print(f"ok formats: {texts} texts")
    return 1 if failed or not texts else 0


if __name__ == "__main__":
    sys.exit(main())
