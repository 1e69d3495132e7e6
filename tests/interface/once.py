#!/usr/bin/env python3
"""A contract is told once: a unit, a default and a status changed in the header of functions drawn by lot change the page,
the Python docstring and what the bad-input driver expects, with no other hand.

    once.py [SRCDIR]     the lot is drawn anew for each version of the headers
"""
import os
import random
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(SRC, "lib"))
from interface import contracts, make, python  # noqa: E402

UNIT, DEFAULT, STATUS = "in parrots a fortnight", "0.123456", "EDUPLICATE"
FUNCTIONS = 3


def entries(api, function):
    """Arguments and outputs that the comment of a function describes."""
    return [p for p in function.parameters if p.said and p.kind and p.kind.name in ("number", "rate", "quantity", "share",
                                                                                  "open share", "positive", "divisor")]


def candidates(api):
    return [f for f in api.functions.values() if f.fallible and f.module != python.BASE and entries(api, f) and
            STATUS not in api.possible(f)]


def told(path, name, argument):
    """The header with three changes in the comment of one function."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    end = re.search(rf"\bskpi_status {name}\(", text).start()  # a comment may name it, too
    start = text.rindex("/**", 0, end)
    comment = text[start:end]
    changed = re.sub(rf"(`{argument}[`\[].*?`\s\s+)([^;.]*)", rf"\1\2 {UNIT}", comment, count=1)
    changed = changed.replace(" */", f" *\n * `{STATUS}`  {argument} holds a value twice.\n */", 1) if not re.search(
        r"^ \* `[EW]", comment, re.M) else re.sub(r"(^ \* `[EW][A-Z]+`)", rf" * `{STATUS}`  {argument} holds a value twice.\n\1",
                                                  changed, count=1, flags=re.M)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text[:start] + changed + text[end:])


def page_of(tree, name):
    """Path of the page whose NAME has the function."""
    path = os.path.join(tree, "man", name + ".3")
    return os.path.join("man", os.readlink(path) if os.path.islink(path) else name + ".3")


def words(text):
    return " ".join(re.sub(r"^\.\w\w ", "", text, flags=re.M).split())


def defaults(api):
    """[(function, place)]: members of options in which 0 stands for a number."""
    return [(f, p) for f in api.functions.values() if f.fallible and f.module != python.BASE for p in api.places(f)
            if p.struct and p.struct.name == f.name + "_options" and p.argument.type.base == "double" and
            p.argument.clauses.zero and p.argument.clauses.zero.number is not None]


def other_default(path, struct, member):
    """The header with another default for one member."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    start = text.index(f"typedef struct {struct} {{")
    at = re.compile(rf"\b{member};.*?\b0 =\s+(?:\*\s+)?([0-9.e-]*[0-9])", re.S).search(text, start)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text[:at.start(1)] + DEFAULT + text[at.end(1):])


def try_default(function, place):
    """The places that do not show the other default."""
    with tempfile.TemporaryDirectory() as tree:
        for folder in ("include", "man", "lib"):
            shutil.copytree(os.path.join(SRC, folder), os.path.join(tree, folder), symlinks=True)
        other_default(os.path.join(tree, "include", "smartkpi", function.module + ".h"), place.struct.name,
                      place.argument.name)
        out, after = make.made(tree), contracts.read_tree(os.path.join(tree, "include"))
        text = words(out[page_of(tree, function.name)])
    there = after.find(after.functions[function.name], place.path).argument.clauses.zero.number
    seen = {"page: default": f"0 = {DEFAULT}" in text, "driver: default": there == float(DEFAULT),
            "Python: default": DEFAULT in out[f"lib/python/smartkpi/{function.module}.py"]}
    return [what for what, good in seen.items() if not good]


def main():
    api = contracts.read_tree(os.path.join(SRC, "include"))
    with open(os.path.join(SRC, "lib", "libsmartkpi.map")) as f:
        lottery = random.Random(f.read())
    lot = lottery.sample(candidates(api), FUNCTIONS)
    failed = False
    for function, place in lottery.sample(defaults(api), FUNCTIONS):
        blind = try_default(function, place)
        failed |= bool(blind)
        print("FAIL" if blind else "ok", f"once: {function.name}, {place.path}", *blind)
    for function in lot:
        argument = entries(api, function)[0].name
        with tempfile.TemporaryDirectory() as tree:
            for folder in ("include", "man", "lib"):
                shutil.copytree(os.path.join(SRC, folder), os.path.join(tree, folder), symlinks=True)
            told(os.path.join(tree, "include", "smartkpi", function.module + ".h"), function.name, argument)
            out = make.made(tree)
            page = words(out[page_of(tree, function.name)])
            module = words(out[f"lib/python/smartkpi/{function.module}.py"])
            after = contracts.read_tree(os.path.join(tree, "include"))
        seen = {"page: unit": UNIT in page, "page: status": f"SKPI_{STATUS}" in page, "Python: unit": UNIT in module,
                "Python: status": f"SKPI_{STATUS}: {argument}" in module,
                "driver": STATUS in after.possible(after.functions[function.name])}
        blind = [what for what, good in seen.items() if not good]
        failed |= bool(blind)
        print(("FAIL" if blind else "ok"), f"once: {function.name}, {argument}", *blind)
    return failed


if __name__ == "__main__":
    sys.exit(main())
