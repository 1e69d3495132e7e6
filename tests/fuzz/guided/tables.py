"""Writes the fuzzer's tables in C from the contracts and the valid calls; table.h explains them.

usage: tables.py file.c
"""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import calls  # noqa: E402
import contract  # noqa: E402
import library  # noqa: E402
from cases import NULL  # noqa: E402
from trial import strict  # noqa: E402
from nodes import Line, Plain  # noqa: E402


SLOW = ("skpi_digital_coefficient [quantile]", "skpi_series_backtest", "skpi_series_fit", "skpi_series_forecast")


def hashed(name):
    """FNV-1a of 32 bits."""
    h = 2166136261
    for byte in name.encode():
        h = (h ^ byte) * 16777619 & 0xffffffff
    return h


def real(x):
    if x != x:
        return "NAN"
    return ("-INFINITY" if x < 0 else "INFINITY") if x in (float("inf"), float("-inf")) else repr(float(x))


def whole(x):
    return f"{x}u" if x > 2**63 - 1 else "INT64_MIN" if x == -2**63 else str(x)


def quoted(text):
    return '"' + "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in text.encode()) + '"'


class Writer:
    def __init__(self, path):
        self.lab = library.Lab(library.module("probe"))
        self.api = contract.headers()
        calls.into(self.lab, self.api)
        self.ends, self.accessors = {}, {}
        self.lines = [Line(self, name) for name in self.lab.lines]
        self.lines += [Plain(self, f) for f in self.api.functions.values()
                       if not f.fallible and f.result.base != "void" and f.name in self.lab.plain]
        self.number = {one.name: k for k, one in enumerate(self.lines)}
        self.out = open(path, "w", encoding="utf-8")

    def put(self, text):
        self.out.write(text + "\n")

    def values(self, name, node):
        """The values of a node as an array in C; gives its name and their number."""
        given = node.given
        if not given:
            return "NULL", 0
        if node.role in ("TEXT", "TEXTS"):
            self.put(f"static const char *const {name}[] = {{{', '.join('NULL' if t is NULL else quoted(t) for t in given)}}};")
        elif node.type == "DOUBLE":
            self.put(f"static const double {name}[] = {{{', '.join(real(v) for v in given)}}};")
        elif node.type == "CHAR":
            self.put(f"static const unsigned char {name}[] = {{{', '.join(str(v) for v in given)}}};")
        else:
            self.put(f"static const int64_t {name}[] = {{{', '.join('(int64_t)' + whole(v) for v in given)}}};")
        return name, len(given)

    def node(self, stem, node):
        given, n_given = self.values(stem + "_given", node)
        choice = over = line = "NULL"
        if node.choices:
            choice = stem + "_choice"
            self.put(f"static const double {choice}[] = {{{', '.join(real(v) for v in node.choices)}}};")
        if node.over:
            over = stem + "_over"
            self.put(f"static const int {over}[] = {{{', '.join(map(str, node.over))}}};")
        if node.how:
            line = stem + "_how"
            self.put(f"static const int {line}[] = {{{', '.join(str(self.number[n]) for n in node.how)}}};")
        axes = ", ".join(f"{{{a}, {b}, {c}}}" for a, b, c in node.axes) or "{0, 0, 0}"
        flags = " | ".join(f"NODE_{f}" for f in sorted(node.flags)) or "0"
        return (f"    {{{quoted(node.path)}, ROLE_{node.role}, TYPE_{node.type}, {flags}, {node.parent}, {node.offset}, "
                f"{node.size}, {node.mask}u, {len(node.axes)}, {{{axes}}}, {real(node.low)}, {real(node.high)}, "
                f"{real(node.zero)}, {len(node.choices)}, {n_given}, {len(node.over)}, {choice}, {given}, {over}, "
                f"{{{len(node.how or ())}, {line}}}}},")

    def calls(self):
        """A function for each public function that calls it with the arguments of an array."""
        member = {"double": "real", "int32_t": "int32", "uint32_t": "uint32", "int64_t": "int64", "uint64_t": "uint64",
                  "size_t": "size"}
        for name in {one.function.name: 0 for one in self.lines}:
            f = self.api.functions[name]
            arguments = ", ".join(f"({p.type.text})a[{k}].pointer" if p.type.depth else
                                  f"(skpi_progress)a[{k}].pointer" if p.type.base not in member else
                                  f"a[{k}].{member[p.type.base]}" for k, p in enumerate(f.parameters))
            self.put(f"static int32_t call_{name}(const slot *a)\n{{\n    (void)a;")
            if f.fallible:
                self.put(f"    return {name}({arguments});\n}}")
            elif f.result.depth:
                self.put(f"    const char *text = {name}({arguments});\n    return text ? (int32_t)strlen(text) : -1;\n}}")
            else:
                self.put(f"    return (int32_t){name}({arguments});\n}}")

    def write(self):
        statuses = {n[len("SKPI_"):]: v for n, v in self.lab.abi.ENUMS["skpi_status"].items()}
        self.put("/* Made by tests/fuzz/guided/tables.py from the contracts. */\n#include \"table.h\"\n#include <math.h>\n"
                 "#include <smartkpi.h>\n#include <string.h>\n")
        self.calls()
        rows = []
        for k, one in enumerate(self.lines):
            nodes = [self.node(f"line{k}_{i}", node) for i, node in enumerate(one.nodes)]
            self.put(f"static const node line{k}_nodes[] = {{\n" + "\n".join(nodes or ["    {0},"]) + "\n};")
            f = one.function
            possible = [statuses[s] for s in self.api.possible(f)] if f.fallible else []
            failures = [s for s in possible if s < 0]
            self.put(f"static const int32_t line{k}_failures[] = {{{', '.join(map(str, failures)) or '0'}}};")
            self.put(f"static const int line{k}_rows[] = {{{', '.join(map(str, one.row_counts)) or '0'}}};")
            flags = [flag for flag, holds in (("STRICT", f.name in strict()), ("COMPARED", self.compared(f.name)),
                                              ("PLAIN", not f.fallible), ("SLOW", one.name in SLOW)) if holds]
            rows.append(f"    {{{quoted(one.name)}, {quoted(f.name)}, {quoted(f.module)}, "
                        f"{' | '.join('LINE_' + x for x in flags) or '0'}, {hashed(one.name)}u, call_{f.name}, {len(one.nodes)}, "
                        f"{len(f.parameters)}, line{k}_nodes, {len(failures)}, line{k}_failures, "
                        f"{sum({s for s in possible if s > 0})}, {len(one.row_counts)}, line{k}_rows, {one.end}}},")
        self.put("const line lines[] = {\n" + "\n".join(rows) + "\n};\nconst int n_lines = sizeof lines / sizeof *lines;")
        modules = list(dict.fromkeys(one.function.module for one in self.lines))
        self.put(f"const char *const modules[] = {{{', '.join(map(quoted, modules))}}};\n"
                 f"const int n_modules = {len(modules)};")
        self.put("uint64_t table_access(int accessor, const void *handle)\n{\n    switch (accessor) {")
        for name, k in self.accessors.items():
            self.put(f"    case {k}: return {name}(handle);")
        self.put("    default: return 0;\n    }\n}\nvoid table_end(int end, void *handle)\n{\n    switch (end) {")
        for name, k in self.ends.items():
            self.put(f"    case {k}: {name}(handle); break;")
        self.put("    default: break;\n    }\n}")
        self.out.close()

    def compared(self, name):
        return any(line.contract.compared for line in self.lab.lines.values() if line.name == name)


if __name__ == "__main__":
    Writer(sys.argv[1]).write()
