#!/usr/bin/env python3
"""Every closed formula of the library beside __float128: tests/truth/closed compares those that it has; the others stand
in left_out.txt, each with the reason.  A public function that is in neither fails, and the page smartkpi(7) has the
bounds that the comparison holds to.

    truth.py [BUILDDIR [arguments of tests/truth/closed]]      such as --inputs 100000
"""
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
BUILD = sys.argv[1] if sys.argv[1:] else os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
sys.path.insert(0, os.path.join(SRC, "lib"))
from interface import contracts  # noqa: E402

PROGRAM = os.path.join(BUILD, "tests", "truth", "closed")
failed = 0


def check(good, what, said=""):
    global failed
    failed += not good
    print(("ok" if good else "FAIL"), "truth:", what, *([said] if said and not good else []), flush=True)


def left_out():
    """{function: why it has no closed formula, or none that is compared}; every line has both."""
    found = {}
    with open(os.path.join(HERE, "left_out.txt"), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if line.startswith("#") or not line.strip():
                continue
            m = re.match(r"(skpi_\w+)\s{2,}(\S.*)$", line)
            if not m or m[1] in found:
                check(False, f"left_out.txt:{number} is a function, two spaces and a reason, once", line.rstrip())
            else:
                found[m[1]] = m[2]
    return found


def bounds():
    """{function: its bounds in the three regimes}"""
    run = subprocess.run([PROGRAM, "--bounds"], capture_output=True, text=True, check=True)
    return {name: tuple(map(float, numbers)) for name, *numbers in map(str.split, run.stdout.splitlines())}


def topics(compared):
    """The lines of the table in smartkpi(7): of each topic the count of functions, and the largest bounds."""
    found = {}
    for name, bound in compared.items():
        count, most = found.get(name.split("_")[1], (0, (0,) * len(bound)))
        found[name.split("_")[1]] = count + 1, tuple(map(max, most, bound))
    return [".It {} Ta {} Ta {:g} Ta {:g} Ta {:g}".format(topic, count, *most) for topic, (count, most) in sorted(found.items())]


def page(compared):
    """The page tells the bounds, and README their largest."""
    with open(os.path.join(SRC, "man", "smartkpi.7"), encoding="utf-8") as f:
        lines = f.read().split("\n")
    told = lines[lines.index('.\\" accuracy') + 1:lines.index('.\\" end of accuracy')]
    check(told == topics(compared), "smartkpi(7) has the bounds", "\n".join(["it should have", *topics(compared)]))
    most = max(max(bound) for bound in compared.values())
    line = f"{len(compared)} functions, within {max(b[0] for b in compared.values()):g} units for realistic inputs, {most:g} for any"
    with open(os.path.join(SRC, "README.md"), encoding="utf-8") as f:
        check(line in f.read(), "README has them too", f"it should have: {line}")


def main():
    functions = list(contracts.read_tree(os.path.join(SRC, "include")).functions)
    without = left_out()
    check(not set(without) - set(functions), "left_out.txt names public functions", str(set(without) - set(functions)))
    if not os.path.exists(PROGRAM):
        print("the compiler has no __float128 with libquadmath, or tests/truth/closed is not built")
        return 1 if failed else 77
    compared = bounds()
    check(not set(compared) - set(functions), "what is compared is public", str(set(compared) - set(functions)))
    both = sorted(set(compared) & set(without))
    check(not both, "no function is both compared and left out", str(both))
    neither = [f for f in functions if f not in compared and f not in without]
    check(not neither, "every public function is compared, or left out for a reason", " ".join(neither))
    for name in functions:
        if name in without:
            print(f"left out: {name}: {without[name]}")
    page(compared)
    run = subprocess.run([PROGRAM, *sys.argv[2:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(run.stdout, end="")
    check(run.returncode == 0, f"{len(compared)} functions are within their bounds")
    print(f"{len(compared)} functions compared, {len(without)} left out, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
