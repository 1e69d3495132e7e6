#!/usr/bin/env python3
"""README.md, CONTRIBUTING.md and NEWS: programs print what stands below them, files and functions named exist.

Environment: SRCDIR, BUILDDIR, CC as for pages.py.
"""
import os
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from declared import Declared  # noqa: E402
from run import Runner  # noqa: E402

FENCE = re.compile(r"^```(\w*)\n(.*?)\n```$", re.M | re.S)
KIND = {"c": "c", "python": "py"}
MADE = re.compile(r"build|prefix|/")  # these are not in the tree


def programs(text, runner):
    blocks = FENCE.findall(text)
    for i, (language, body) in enumerate(blocks):
        if language in KIND:
            output = blocks[i + 1] if i + 1 < len(blocks) else ("", None)
            if output[0] != "text":
                yield f"{language} program", ["no ```text block with its output follows"]
            else:
                yield f"{language} program", runner.check(KIND[language], body, output[1])


def files(text, src):
    """Paths in backquotes that have a slash or a known ending, and scripts that are run by sh or python3."""
    plain = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", FENCE.sub("", text))
    for commands in FENCE.findall(text):
        if commands[0] == "sh":
            plain += re.findall(r"\b(?:sh|python3) (\S+\.(?:sh|py))", commands[1])
    seen = set()
    for word in plain:
        for path in [word] if " " not in word else re.findall(r"\b(?:sh|python3) (\S+)", word):
            if path in seen or re.search(r"[<>*{}$~()=:]|^-|^\d|skpi_urban_example", path) or MADE.match(path):
                continue
            if "/" in path or re.search(r"\.(c|h|md|py|sh|mk|map|ac|am|supp|in|\d)$", path):
                seen.add(path)
                there = Path(src, path.rstrip("/")).exists() or list(Path(src, "man").glob(path))
                yield f"`{path}` is not in the tree" if not there else None


def pictures(text, src):
    for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text):
        yield f"the picture {path} is not in the tree" if not Path(src, path).exists() else None


def main():
    src = Path(os.environ.get("SRCDIR") or Path(__file__).resolve().parents[2]).resolve()
    build = Path(os.environ.get("BUILDDIR") or src / "build").resolve()
    sql = set(re.findall(r'"(skpi_\w+)"', (src / "examples/sqlite/smartkpi_sqlite.c").read_text(encoding="utf-8")))
    for extension in (src / "examples/postgresql").glob("*.sql"):
        sql |= set(re.findall(r"FUNCTION (skpi_\w+)", extension.read_text(encoding="utf-8")))
    runner, declared, failed = Runner(src, build, os.environ.get("CC", "cc")), Declared(src), 0
    for name in ("README.md", "CONTRIBUTING.md", "NEWS"):
        text = (src / name).read_text(encoding="utf-8")
        results = list(programs(text, runner))
        found = list(files(text, src)) + list(pictures(text, src))
        results.append((f"{len(found)} files", [f for f in found if f]))
        functions = set(re.findall(r"\b(skpi_[a-z0-9_]+)\b(?=[()`,;. \n])", text))
        unknown = functions - declared.words - sql
        if name != "CONTRIBUTING.md":  # it names examples that do not exist
            results.append((f"{len(functions)} functions", [f"{f} does not exist" for f in sorted(unknown)]))
        if name == "NEWS":
            results.append(("every function is told of", [f"{f} is missing" for f in
                            sorted(set(declared.functions) - functions)]))
        if name == "README.md":
            needed = re.search(r"build_packages='([^']*)'", (src / "examples/packages.sh").read_text(encoding="utf-8"))[1]
            debian = re.search(r"^\| Debian.*", text, re.M)[0]
            results.append(("Debian's packages", [f"{p} is missing" for p in needed.split() if p not in debian.split()]))
            kinds = [k for k, _ in results]
            results.append(("a program in C and one in Python",
                            [] if {"c program", "python program"} <= set(kinds) else ["one is missing"]))
        for what, faults in results:
            for fault in faults:
                print(f"FAIL page: {name}: {what}: {fault}")
                failed += 1
            if not faults:
                print(f"ok page: {name}: {what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
