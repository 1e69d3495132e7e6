"""Lines and branches of lib/ that the tests took, by the counts of gcov in a build with --enable-coverage.

usage: report.py BUILDDIR [file...]
Prints each branch that no test took, as "lib/file.c:line: n of m branches not taken: the line", each exclusion with its
reason, and the numbers of each module.  With files, only these.  A branch of a header counts as taken if one object took
it.  An exclusion is a comment at the line, or alone on the line before:

    /* never taken: the reason */

It is for branches that no test can reach and that must stay.  At most 40 are allowed, none of a line that allocates
(tests/fuzz/allocation.py reaches it), and none of a line whose branches are all taken.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys

SRC = os.environ.get("SRCDIR") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MOST = 40
TOGETHER = 30  # objects that one gcov reads
EXCLUDED = re.compile(r"/\* never taken: (.*?) \*/")
ALLOCATES = re.compile(r"alloc|ENOMEM|skpi__rows_keep", re.I)


def objects(build):
    """The notes of every object of lib/ that is in the shared library, and of the unit tests, which include headers."""
    return sorted(os.path.join(folder, name) for part in ("lib", "tests/unit")
                  for folder, _, names in os.walk(os.path.join(build, part)) for name in names
                  if name.endswith(".gcno") and (part != "lib" or os.path.basename(folder) == ".libs"))


def counts(build, notes):
    """What gcov says of some objects: [(file, line, executions, counts of its branches)]."""
    data = [n[:-4] + "gcda" if os.path.exists(n[:-4] + "gcda") else n for n in notes]
    # gcov fails for an object without a function, after it has told of the others
    run = subprocess.run(["gcov", "-b", "-j", "-t", *data], cwd=build, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, text=True)
    out = []
    for text in run.stdout.splitlines():
        told = json.loads(text)
        for file in told["files"]:
            name = os.path.relpath(os.path.join(told["current_working_directory"], file["file"]), SRC)
            if name.startswith("lib/") and os.path.exists(os.path.join(SRC, name)):
                out += [(name, line["line_number"], line["count"], [branch["count"] for branch in line["branches"]])
                        for line in file["lines"]]
    return out


def taken(instances):
    """The branches of a line, as booleans, from the counts of each object it was compiled into."""
    return [any(column) for column in zip(*instances)]


def collect(build):
    """({(file, line): executions}, {(file, line): its branches})."""
    lines, branches = {}, {}
    every = objects(build)
    parts = [every[i:i + TOGETHER] for i in range(0, len(every), TOGETHER)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda notes: counts(build, notes), parts):
            for name, line, executions, of in found:
                lines[name, line] = lines.get((name, line), 0) + executions
                if of:
                    branches.setdefault((name, line), []).append(of)
    return lines, {at: taken(of) for at, of in branches.items()}


def exclusions(names):
    """({(file, line): reason}, faults): an exclusion that stands alone belongs to the next line."""
    out, faults = {}, []
    for name in names:
        with open(os.path.join(SRC, name)) as f:
            text = f.read().splitlines()
        for number, line in enumerate(text, 1):
            found = EXCLUDED.search(line)
            if not found:
                continue
            alone = not line[:found.start()].strip() and not line[found.end():].strip()
            at = number + alone
            if ALLOCATES.search(EXCLUDED.sub("", text[at - 1])):
                faults.append(f"{name}:{at}: the failing allocator reaches this line")
            out[name, at] = found[1]
    return out, faults


def share(part, whole):
    return f"{part} of {whole} ({100 * part / whole if whole else 100:.2f} %)"


def source(name, line):
    with open(os.path.join(SRC, name)) as f:
        return f.read().splitlines()[line - 1].strip()


def main():
    build, only = os.path.abspath(sys.argv[1]), sys.argv[2:]
    lines, branches = collect(build)
    names = sorted({name for name, _ in lines})
    excluded, faults = exclusions(names)
    modules, missed = {}, 0
    for (name, line), executions in sorted(lines.items()):
        sums = modules.setdefault(name.split("/")[1], [0] * 4)
        sums[0] += executions > 0
        sums[1] += 1
        of = branches.get((name, line), [])
        reason = excluded.pop((name, line), None)
        sums[3] += len(of)
        sums[2] += sum(of)
        if reason and all(of):
            faults.append(f"{name}:{line}: an exclusion, and every branch is taken")
        if only and name not in only:
            continue
        if reason:
            print(f"{name}:{line}: excluded, {of.count(False)} branches: {reason}")
        elif not all(of):
            print(f"{name}:{line}: {of.count(False)} of {len(of)} branches not taken: {source(name, line)}")
            missed += of.count(False)
        elif not executions and not of:
            print(f"{name}:{line}: not run: {source(name, line)}")
    faults += [f"{name}:{line}: an exclusion at a line without code" for name, line in excluded]
    number = sum(len(EXCLUDED.findall(open(os.path.join(SRC, name)).read())) for name in names)
    if number > MOST:
        faults.append(f"{number} exclusions, more than {MOST}")
    for fault in faults:
        print(f"FAIL {fault}")
    for module, sums in sorted(modules.items()):
        print(f"{module}: lines {share(*sums[:2])}, branches {share(*sums[2:])}")
    total = [sum(column) for column in zip(*modules.values())]
    print(f"all: lines {share(*total[:2])}, branches {share(*total[2:])}, {missed} not taken, {number} exclusions")
    return 1 if faults or missed else 0


if __name__ == "__main__":
    sys.exit(main())
