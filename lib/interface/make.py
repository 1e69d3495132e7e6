#!/usr/bin/env python3
"""Generates everything that repeats the public headers: the open node of the version script, the tables of constants,
the Python mirrors, the lists of sources and pages, and what pages tell of contracts.

    make.py [--check] [SRCDIR]     writes the files; --check prints a diff and exits 1 if a file is not current

The generated files are committed.  Assertions of the binary layout need a compiler: tests/abi/layout.py --append.
"""
import difflib
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from interface import catalogue, contracts, lists, manual, mirror, pages, python, synopsis  # noqa: E402

ROOMS = ("core", "numeric", "random", "series", "ensemble", "economy", "urban", "carbon", "digital", "index", "award",
         "peers", "catalogue")


def read(tree, path):
    if os.path.islink(os.path.join(tree, path)):
        return lists.Link(os.readlink(os.path.join(tree, path)))
    try:
        with open(os.path.join(tree, path), encoding="utf-8") as f:
            return f.read()
    except FileNotFoundError:
        return None


def made(tree):
    """{path: its text; None = the file is removed}"""
    include = os.path.join(tree, "include")
    api = contracts.read_tree(include, bare=contracts.uncontracted(include))
    out = {"lib/python/smartkpi/_abi.py": mirror.abi(api),
           "lib/python/smartkpi/_constants.py": mirror.constants(api), "lib/core/constants_table.c": mirror.table(api),
           "lib/libsmartkpi.map": mirror.script(api, read(tree, "lib/libsmartkpi.map"))}
    out.update(python.modules(api, {m: read(tree, f"include/smartkpi/{m}.h") for m in api.modules}))
    out.update([catalogue.table(tree, api)])
    out.update(lists.sources(tree, room) for room in ROOMS if os.path.isdir(os.path.join(tree, "lib", room)))
    out.update([lists.generators(tree), lists.package(tree)])
    linked = lists.links(tree)
    out.update(linked)
    out.update([lists.pages(tree, linked)])
    headers = synopsis.Headers(include)
    man = {}
    for name in sorted(os.listdir(os.path.join(tree, "man"))):
        path = os.path.join("man", name)
        if name.endswith((".3", ".7")) and path not in linked:
            man[name] = pages.page(read(tree, path), api, headers) if name.endswith(".3") else read(tree, path)
    whole = manual.Manual(man)
    out.update((os.path.join("man", name), whole.made(name)) for name in man)
    return out


def main(arguments):
    check = "--check" in arguments
    rest = [a for a in arguments if a != "--check"]
    tree = rest[0] if rest else os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
    stale = False
    for path, text in made(tree).items():
        old = read(tree, path)
        if old == text:
            continue
        if check:
            stale = True
            sys.stdout.writelines(difflib.unified_diff((old or "").splitlines(True), (text or "").splitlines(True), path,
                                                       path + " (made)"))
            continue
        if old is not None and (text is None or isinstance(text, lists.Link) or isinstance(old, lists.Link)):
            os.remove(os.path.join(tree, path))
        if isinstance(text, lists.Link):
            os.symlink(text, os.path.join(tree, path))
        elif text is not None:
            with open(os.path.join(tree, path), "w", encoding="utf-8") as f:
                f.write(text)
    if check:
        print("FAIL" if stale else "ok", "interface: what is made of the headers is current")
    return stale


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (contracts.Refused, catalogue.Wrong) as e:
        print(f"FAIL interface: {e}")
        sys.exit(1)
