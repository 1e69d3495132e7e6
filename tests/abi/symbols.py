#!/usr/bin/env python3
"""Every public function stands everywhere: in the map, the headers, the library, the manual, _abi.py, the Python
layer above it, the bad-input and the failing-allocation driver, and the unit tests.  Prints how many each has, and
fails unless all are the same functions.  The library exports nothing else, and no object defines a name outside skpi_.
"""
import glob
import importlib
import os
import re
import subprocess
import sys
import types

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
sys.path[:0] = [HERE, os.path.join(SRC, "tests", "fuzz")]
import readheaders  # noqa: E402


def text(*path):
    with open(os.path.join(SRC, *path), encoding="utf-8") as f:
        return f.read()


def in_map():
    plain = re.sub(r"/\*.*?\*/", "", text("lib", "libsmartkpi.map"), flags=re.S)
    return re.findall(r"\b(\w+)\s*;", plain.replace("local: *;", ""))


def in_headers():
    return [f.name for f in readheaders.read(os.path.join(SRC, "include")).functions]


def nm(*arguments):
    out = subprocess.run(["nm", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [(f[-2], f[-1].split("@")[0]) for f in map(str.split, out.splitlines()) if len(f) >= 3]


def in_library():
    library = os.path.join(BUILD, "lib", ".libs", "libsmartkpi.so")
    return [name for kind, name in nm("-D", "--defined-only", library) if kind != "A"]  # kind A: names of nodes


def in_manual():
    """Functions that man finds: their page, or a link to it, exists and has them in NAME."""
    found = []
    for page in glob.glob(os.path.join(SRC, "man", "skpi_*.3")):
        name, source = os.path.basename(page)[:-2], text(page)
        head = re.search(r"^\.Sh NAME\n(.*?)^\.Sh ", source, flags=re.S | re.M)
        if head and re.search(rf"^\.Nm {name}( ,)?$", head[1], flags=re.M):
            found.append(name)
    return found


def in_abi():
    package = types.ModuleType("smartkpi")  # the package without its __init__, which would load the library
    package.__path__ = [os.path.join(SRC, "lib", "python", "smartkpi")]
    sys.modules["smartkpi"] = package
    return list(importlib.import_module("smartkpi._abi").SIGNATURES)


def in_driver(driver):
    """Both drivers use the same list of calls, each in its own way; --list prints the functions of it."""
    run = subprocess.run([sys.executable, os.path.join(SRC, "tests", "fuzz", driver), "--list"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode:
        print(run.stderr)
    return run.stdout.split()


def in_python():
    """Functions that the Python modules above _abi.py call."""
    layer = "".join(text(path) for path in glob.glob(os.path.join(SRC, "lib", "python", "smartkpi", "*.py"))
                    if not path.endswith("_abi.py"))
    return [name for name in in_headers() if re.search(rf"\b{name}\b", layer)]


def in_unit_tests():
    tests = "".join(text(path) for path in glob.glob(os.path.join(SRC, "tests", "unit", "*.[ch]")))
    return [name for name in in_headers() if re.search(rf"\b{name}\b", tests)]


def strangers():
    """Global names of the objects that may clash with those of a program that is linked statically."""
    names = nm("-g", "--defined-only", os.path.join(BUILD, "lib", ".libs", "libsmartkpi.a"))
    return sorted({name for kind, name in names if not name.startswith(("skpi_", "_"))})


def main():
    everywhere = {"map": in_map(), "headers": in_headers(), "library": in_library(), "manual": in_manual(),
                  "_abi.py": in_abi(), "Python": in_python(), "bad input": in_driver("badinput.py"),
                  "failing allocations": in_driver("allocation.py"), "unit tests": in_unit_tests()}
    union, failed = sorted(set().union(*everywhere.values())), False
    print("functions:", ", ".join(f"{where} {len(set(names))}" for where, names in everywhere.items()))
    for where, names in everywhere.items():
        missing = [name for name in union if name not in names]
        faults = [f"lacks {name}" for name in missing] + [f"has {n} twice" for n in set(names) if names.count(n) > 1]
        faults += [f"has {name}: no public name" for name in names if not re.fullmatch(r"skpi_[a-z]\w*", name)]
        failed |= bool(faults)
        print("FAIL" if faults else "ok", f"symbols: {where}", *("\n    " + x for x in faults))
    if os.path.exists(os.path.join(BUILD, "lib", ".libs", "libsmartkpi.a")):
        others = strangers()
        failed |= bool(others)
        print("FAIL" if others else "ok", "symbols: the static library defines no name of others", *others)
    return failed


if __name__ == "__main__":
    sys.exit(main())
