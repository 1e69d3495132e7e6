#!/usr/bin/env python3
"""What abidiff is to leave alone: functions that their headers call EXPERIMENTAL, and the structs named after them.

    experimental.py     prints suppressions for abidiff
"""
import os
import sys

sys.dont_write_bytecode = True
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(SRC, "lib"))
from interface import contracts  # noqa: E402


def experimental(src):
    """(functions, structs) that the headers mark as experimental."""
    include = os.path.join(src, "include")
    api = contracts.read_tree(include, bare=contracts.uncontracted(include))
    functions = [f.name for f in api.functions.values() if f.experimental]
    return functions, [s for s in api.structs if s.rsplit("_", 1)[0] in functions]


if __name__ == "__main__":
    for section, names in zip(("suppress_function", "suppress_type"), experimental(*sys.argv[1:] or [SRC])):
        if names:
            print(f"[{section}]\n  name_regexp = ^({'|'.join(names)})$")
