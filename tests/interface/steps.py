#!/usr/bin/env python3
"""Loops that run until they converge count their steps (lib/core/steps.h), and the probe compiles the files with them.

    steps.py [SRCDIR]     prints "ok steps: ..." or "FAIL steps: ..."

Such a loop is one whose head does not tell its end: a while or for without a step, no variable of whose condition is
moved by ++, --, += or -=; a for without a condition; and one that moves a double.
"""
import glob
import os
import re
import sys

SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
STEP = "SKPI__STEP();"
OTHERWISE = {  # in the heads of loops that end otherwise
    "task_step(": "as many as there are tasks",
    "atomic_flag_test_and_set(": "waits for another thread",
    "w->running": "waits for other threads",
    "entry_letter(": "as many as a text has letters",
    "in.n > 1": "each step reads one word",
    "first < n_rank": "each step answers one rank",
    "2 * half < n": "doubles a whole number",
    "q /= 2": "halves a whole number",
}
SILENT = re.compile(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|^[ \t]*#.*?(?<!\\)$', re.S | re.M)
LOOP = re.compile(r"\b(for|while) \(")
NAME = re.compile(r"[a-z_]\w*(?:(?:->|\.)\w+)*")
MOVED = re.compile(rf"(?:\+\+|--)\**({NAME.pattern})|({NAME.pattern})(?:\[[^]]*\])?(?:\+\+|--| \+= | -= )")
MADE = re.compile(r"^%C%_probe_la_SOURCES \+= (lib/\S+\.c)$", re.M)


def closing(text, at, pair):
    """The end of the bracket that opens at this place."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == pair[0]) - (text[i] == pair[1])
        if not depth:
            return i + 1
    return len(text)


def statement(text, at):
    """The end of the statement that begins at this place."""
    at += len(text[at:]) - len(text[at:].lstrip())
    if text[at:at + 1] == "{":
        return closing(text, at, "{}")
    control = re.match(r"(?:for|while|if|switch) \(", text[at:])
    if not control:
        return text.index(";", at) + 1
    end = statement(text, closing(text, at + control.end() - 1, "()"))
    other = re.match(r"\s*else\b", text[end:])
    return statement(text, end + other.end()) if other else end


def loops(source):
    """(line, head, body) of each loop; macros have none."""
    text = SILENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), source)
    for m in LOOP.finditer(text):
        end = closing(text, m.end() - 1, "()")
        yield source.count("\n", 0, m.start()) + 1, text[m.end():end - 1], text[end:statement(text, end)]


def converges(head, body, asked=set()):
    begin, condition, step = head.split(";") if ";" in head else ("", head, "")
    known = {text for text in OTHERWISE if text in head}
    asked |= known
    if known:
        return False
    if begin.startswith("double ") or step.strip():
        return begin.startswith("double ") or not condition.strip()
    moved = {a or b for a, b in MOVED.findall(condition + ";" + body)}
    return not moved & set(NAME.findall(condition))


def selftest():
    ends = "for (int i = 0; i < n; i++) f(i);", "while (a->n > 2) {\n if (g()) h();\n else a->n--; }", "while (x[i] < p) i++;", \
        "for (int i = 1; i < n; i *= 2) f(i);"
    goes = "for (;;) f();", "for (int i = 0;; i++) f();", "while (f(high) < 0 && high < 1e300) high *= 4;", "for (double t = a; t < b; t++) f(t);", \
        "while (low < high) { if (f()) low = k + 1; else high = k; }"
    for found, texts in ((False, ends), (True, goes)):
        for text in texts:
            [(_, head, body)] = loops("/* for (;;) */\n" + text)
            if converges(head, body) != found:
                raise SystemExit(f"FAIL steps: the test takes {text!r} for what it is not")


def main():
    selftest()
    counting, asked, n, failed = set(), set(), 0, []
    for path in sorted(glob.glob(os.path.join(SRC, "lib", "**", "*.[ch]"), recursive=True)):
        name = os.path.relpath(path, SRC)
        with open(path, encoding="utf-8") as f:
            source = f.read()
        if STEP in source:
            counting.add(name)
        for line, head, body in loops(source):
            n += STEP in body
            if STEP not in body and converges(head, body, asked):
                failed.append(f"{name}:{line}: the loop ({head}) does not count its steps ({STEP} of lib/core/steps.h)")
    headers = {name[4:] for name in counting if name.endswith(".h")}
    for path in glob.glob(os.path.join(SRC, "lib", "**", "*.c"), recursive=True):
        with open(path, encoding="utf-8") as f:
            if headers & set(re.findall(r'^#include "(.+)"', f.read(), re.M)):
                counting.add(os.path.relpath(path, SRC))
    with open(os.path.join(SRC, "tests", "fuzz", "local.mk"), encoding="utf-8") as f:
        made = set(MADE.findall(f.read()))
    wanted = {name for name in counting if name.endswith(".c")}
    failed += [f"tests/fuzz/local.mk: probe.la {'lacks' if name in wanted else 'has no need of'} {name}"
               for name in sorted(made ^ wanted)]
    failed += [f"OTHERWISE: no loop has {text!r} in its head" for text in OTHERWISE if text not in asked]
    for text in failed:
        print("FAIL steps:", text)
    if not failed:
        print(f"ok steps: {n} loops in {len(wanted)} files count their steps")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
