#!/usr/bin/env python3
"""layout.c pins every member's place and type, every struct's size (LP64) and every constant.

Structs of functions that are EXPERIMENTAL are not pinned.

    layout.py            compares: a missing, changed or unknown line fails, and so does a layout.c that does not compile
    layout.py --append   adds the missing lines; never changes one
"""
import ctypes
import importlib
import os
import re
import subprocess
import sys
import tempfile
import types

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
CC = (os.environ.get("CC") or "gcc").split()
LAYOUT = os.path.join(SRC, "tests", "abi", "layout.c")
sys.path.insert(0, HERE)
import readheaders  # noqa: E402
from experimental import experimental  # noqa: E402


def compiler(*arguments):
    return subprocess.run(CC + ["-std=c11", f"-I{BUILD}/include", f"-I{SRC}/include", *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def actual(header):
    """The lines that follow from the headers; places and sizes are asked from the compiler."""
    with tempfile.TemporaryDirectory() as d:
        source, program = os.path.join(d, "t.c"), os.path.join(d, "t")
        with open(source, "w") as f:
            f.write("#include <smartkpi.h>\n#include <stdio.h>\nint main(void)\n{\n")
            for e in header.enums:
                for name, _ in e.members:
                    f.write(f'printf("VALUE({name}, %lld)\\n", (long long){name});\n')
            for s in header.structs:
                for m in s.members:
                    f.write(f'printf("MEMBER({s.name}, {m.name}, %zu, {m.type.text})\\n", '
                            f"offsetof({s.name}, {m.name}));\n")
                f.write(f'printf("SIZE({s.name}, %zu)\\n", sizeof({s.name}));\n')
            f.write("return 0;\n}\n")
        said = compiler(source, "-o", program)
        if said.returncode:
            sys.exit("FAIL layout: " + said.stdout)
        return subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def key(line):
    """The subject of a line. A struct may have several sizes, of which the last is the present one."""
    return re.match(r"(VALUE\(\w+|MEMBER\(\w+, \w+|SIZE\(\w+)", line)[1]


def pinned():
    with open(LAYOUT) as f:
        return [line.rstrip(";\n") for line in f if re.match(r"(VALUE|MEMBER|SIZE)\(", line)]


def append(lines):
    """Inserts lines of integers after the others, and lines of LP64 inside their block."""
    with open(LAYOUT) as f:
        text = f.read()
    for mark, kind in (("/* next constant */", lambda x: x.startswith("VALUE")),
                       ("/* next member or size */", lambda x: not x.startswith("VALUE"))):
        text = text.replace(mark, "".join(x + ";\n" for x in lines if kind(x)) + mark)
    with open(LAYOUT, "w") as f:
        f.write(text)


def mirrors(want):
    """The same lines from the ctypes structs, without loading the library."""
    package = types.ModuleType("smartkpi")
    package.__path__ = [os.path.join(SRC, "lib", "python", "smartkpi")]
    sys.modules["smartkpi"] = package
    abi = importlib.import_module("smartkpi._abi")
    got = []
    for name, s in abi.STRUCTS.items():
        got += [f"MEMBER({name}, {m}, {getattr(s, m).offset}, {p.type.text})" for m, p in abi.MEMBERS[name].items()]
        got.append(f"SIZE({name}, {ctypes.sizeof(s)})")
    return sorted(set(got) ^ {x for x in want if not x.startswith("VALUE")})


def main():
    if ctypes.sizeof(ctypes.c_long) != 8 or ctypes.sizeof(ctypes.c_void_p) != 8:
        print("skip layout: not LP64")
        return 77
    every, free = actual(readheaders.read(os.path.join(SRC, "include"))), experimental(SRC)[1]
    want = [x for x in every if x.startswith("VALUE") or re.split(r"[(,]", x)[1] not in free]
    have, faults = pinned(), []
    missing = [x for x in want if x not in have]
    known = {key(x) for x in want}
    if "--append" in sys.argv:
        append([x for x in missing if x.startswith("SIZE") or key(x) not in {key(y) for y in have}])
        return 0
    faults += [("changed" if not x.startswith("SIZE") and key(x) in {key(y) for y in have} else "missing")
               + f" (tests/abi/layout.py --append adds what is missing): {x}" for x in missing]
    faults += [f"gone from the headers: {x}" for x in have if key(x) not in known]
    faults += [f"twice: {x}" for x in sorted(set(have)) if have.count(x) > 1]
    print("FAIL" if faults else "ok", f"layout: {len(want)} constants, members and sizes are pinned",
          *("\n    " + x for x in faults))
    said = compiler("-fsyntax-only", "-Wall", "-Wextra", "-Werror", LAYOUT)
    print("FAIL" if said.returncode else "ok", "layout: layout.c compiles", said.stdout)
    differ = mirrors(every)
    print("FAIL" if differ else "ok", "layout: the ctypes mirrors agree with the compiler",
          *("\n    " + x for x in differ))
    return bool(faults or said.returncode or differ)


if __name__ == "__main__":
    sys.exit(main())
