#!/usr/bin/env python3
"""Names, numbers, counts and orders of the public interface, by the house's rules.

    rules.py [SRCDIR]     prints "ok rules: ..." or "FAIL rules: ..."

Each rule is tried on a header that breaks it, too.
"""
import os
import re
import sys
import tempfile

sys.dont_write_bytecode = True
SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(SRC, "lib"))
from interface import contracts  # noqa: E402

MODULES = ("base", "ensemble", "urban", "carbon", "digital", "economy", "series", "index", "award", "peers", "catalogue")
# Each module has a thousand numbers; when they are used up, it goes on twenty thousand above.
THOUSAND = {module: 1000 * (3 + i) for i, module in enumerate(MODULES)}
MOST = 8  # the most arguments of a function
# Structs that several functions take under their own name; those of base are of another kind.
SHARED = {"skpi_carbon_path", "skpi_urban_history", "skpi_urban_options", "skpi_economy_iotable_source",
          "skpi_award_scores", "skpi_award_line", "skpi_index_data", "skpi_index_options"}
# Words that end in s but are singular; counts of things that are no axis; holes.
SINGULAR = {"status", "bias", "basis", "class", "axis", "radius", "years", "prices", "s", "gas", "jobs", "points", "plus",
            "crps", "kurtosis"}
COUNTS = {"n", "m", "room", "size", "done", "total", "cells"}
NO_COUNT = re.compile(r"(first|last)_|_id$|^(seed|place|year|first|i|zero)$")


def fallible(f):
    return f.result.base == "skpi_status"


def words(name):
    return name.split("_")


def functions(api):
    """Functions are skpi_<module>_<what>, and those of base skpi_<what>."""
    for f in api.functions.values():
        module = words(f.name)[1]
        if f.module != "base" and module != f.module:
            yield f"{f.name} is declared in {f.module}.h"
        if f.module == "base" and module in THOUSAND and module != "base":
            yield f"{f.name} is declared in base.h"


def structs(api):
    """Structs are <function>_in, _options or _out (for a handle, its name without _new); at least two functions take a
    shared one."""
    handles = {name for name in api.handles}
    for s in api.structs.values():
        if s.module == "base":
            continue
        users = [f.name for f in api.functions.values() if any(p.type.base == s.name for p in f.parameters)]
        m = re.fullmatch(r"(\w+)_(in|options|out)", s.name)
        if s.name in SHARED:
            if len(users) < 2:
                yield f"{s.name} is listed as shared, and {len(users)} functions take it"
        elif not m or not {m[1], m[1] + "_new"} & set(users):
            yield f"{s.name} is not named after the function that takes it ({', '.join(users) or 'none'})"
        if s.name in handles:
            yield f"{s.name} is a handle, too"


def enumerators(api):
    """Enumerators are SKPI_<TAG>_<VALUE>; statuses and SKPI_NONE are older than the rule."""
    for e in api.enums.values():
        for name, _, _ in e.members:
            if e.tag not in ("skpi_status", "skpi_none") and not name.startswith(e.tag.upper() + "_"):
                yield f"{name} does not begin with {e.tag.upper()}_"


def choices(api):
    """Choice enums: those that are neither statuses nor flags nor the origin of a count."""
    return [e for e in api.enums.values()
            if not e.tag.endswith("_flag") and e.tag not in ("skpi_status", "skpi_none", "skpi_basis_scale")]


def numbers(api):
    """No two choices share a number; each enum has a hundred of its module's thousand; 0 is no choice except "a
    value"."""
    seen, hundreds = {}, {}
    for e in choices(api):
        for name, value, _ in e.members:
            if value == 0 and name.endswith("_VALUE"):
                continue
            if value in seen:
                yield f"{name} and {seen[value]} are both {value}"
            seen[value] = name
            if value // 1000 * 1000 not in (THOUSAND[e.module], THOUSAND[e.module] + 20000):
                yield f"{name} = {value} is not in the thousand of {e.module}"
            if hundreds.setdefault(value // 100, e.tag) != e.tag:
                yield f"{name} = {value} is in the hundred of {hundreds[value // 100]}"
        if len({value // 100 for _, value, _ in e.members if value}) > 1:
            yield f"{e.tag} has numbers in two hundreds"


def named(api):
    """(where, argument) of every parameter and member."""
    for f in api.functions.values():
        for p in f.parameters:
            yield f.name, p
    for s in api.structs.values():
        for m in s.members:
            yield s.name, m


def counts(api):
    """Counts are n_<plural>, or n (rows) and m (years of a table)."""
    for where, a in named(api):
        if a.type.depth == 0 and a.type.base in ("size_t", "uint64_t"):
            if not (a.name in COUNTS or a.name.startswith("n_") or NO_COUNT.search(a.name)):
                yield f"{where}: {a.name} counts something and is not called n_..."
        if a.name.startswith("n_") and a.type.depth == 0 and a.type.base == "double":
            yield f"{where}: {a.name} is no count"


def arrays(api):
    """Arrays are singular: share[n], not shares."""
    for where, a in named(api):
        last = words(a.name)[-1]
        if a.type.depth and a.type.base in ("double", "int32_t", "uint64_t", "size_t", "char") and not \
                a.name.startswith("n_") and last.endswith("s") and not last.endswith("ss") and last not in SINGULAR:
            yield f"{where}: {a.name} is an array in the plural"


def dates(api):
    """Two of a kind have the suffixes 0 and 1."""
    for where, a in named(api):
        if re.search(r"\D2$", a.name) or a.name in ("older", "newer", "t1", "t2"):
            yield f"{where}: {a.name}: the first of two is 0, the second 1"


def retired(api):
    """One thing has one word: threshold, coverage, significance; size_class."""
    for where, a in named(api):
        if a.name in ("level", "law", "laws"):
            yield f"{where}: {a.name}: say threshold, coverage, significance or size_class"


def rank(a, f):
    """The rank of an argument: counts, handles and tables, inputs, axis, options, outputs, row status."""
    last = a.name == "status" and a.type.base == "int32_t" and a.type.depth == 1
    if last:
        return 9
    if a.type.base.endswith("_options"):
        return 5
    if a.type.depth and not a.type.const:
        handle = a.type.depth == 1 and a is f.parameters[0]
        return 0 if handle and a.type.base.startswith("skpi_") and not a.type.base.endswith("_out") else 7
    return 3


def order(api):
    """Inputs stand before options, outputs and row status; first_year and n_years stand together; counts of rows come
    first."""
    for f in api.functions.values():
        ranks = [rank(p, f) for p in f.parameters]
        if fallible(f) and ranks != sorted(ranks) and not any(p.name in ("buffer", "text") for p in f.parameters):
            yield f"{f.name}: the order is inputs, options, outputs, row status"
        names = [p.name for p in f.parameters]
        if "first_year" in names and "n_years" in names and names.index("n_years") != names.index("first_year") + 1:
            yield f"{f.name}: n_years stands behind first_year"
        if "n" in names and names.index("n") > 0 and not all(x.startswith("n_") for x in names[:names.index("n")]):
            yield f"{f.name}: n stands first"


def arguments(api):
    for f in api.functions.values():
        if len(f.parameters) > MOST:
            yield f"{f.name} has {len(f.parameters)} arguments: above {MOST} a struct takes the inputs"


def checked(api):
    """Structs that several functions take under their own name do not end in _in."""
    for s in api.structs.values():
        users = [f for f in api.functions.values() if any(p.type.base == s.name for p in f.parameters)]
        if s.name.endswith("_in") and len(users) > 1:
            yield f"{s.name} is taken by {len(users)} functions: it is shared, without _in"


RULES = (functions, structs, enumerators, numbers, counts, arrays, dates, retired, order, arguments, checked)

BROKEN = {  # rule: a header of the module urban that breaks only this rule
    "functions": "SKPI_API void skpi_carbon_x(size_t n);",
    "structs": "typedef struct skpi_urban_input { uint32_t size, flags; double a; double b; } skpi_urban_input;\n"
               "SKPI_CHECK skpi_status skpi_urban_x(const skpi_urban_input *in);",
    "enumerators": "enum skpi_urban_kind { SKPI_URBAN_ONE = 5101 };",
    "numbers": "enum skpi_urban_kind { SKPI_URBAN_KIND_ONE = 5101 };\nenum skpi_urban_way { SKPI_URBAN_WAY_ONE = 5102 };",
    "counts": "SKPI_API void skpi_urban_x(size_t years);",
    "arrays": "SKPI_API void skpi_urban_x(size_t n, const double *shares);",
    "dates": "SKPI_API void skpi_urban_x(size_t n, const double *date2);",
    "retired": "SKPI_API void skpi_urban_x(double level);",
    "order": "SKPI_CHECK skpi_status skpi_urban_x(size_t n, double *urgd, const double *share);",
    "arguments": "SKPI_API void skpi_urban_x(" + ", ".join(f"double a{i}" for i in range(9)).replace("a2", "b") + ");",
    "checked": "typedef struct skpi_urban_x_in { uint32_t size, flags; double a; double b; } skpi_urban_x_in;\n"
               "SKPI_CHECK skpi_status skpi_urban_x(const skpi_urban_x_in *in);\n"
               "SKPI_CHECK skpi_status skpi_urban_y(const skpi_urban_x_in *in);",
}


def broken(name, text):
    """Whether this rule, and no other, finds the fault."""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "urban.h")
        with open(path, "w") as f:
            f.write(text + "\n")
        api = contracts.read([path], bare=("urban",))
    seen = {rule.__name__ for rule in RULES if list(rule(api))}
    return "" if name in seen else f"only {', '.join(sorted(seen)) or 'nothing'} is seen"


def main():
    api = contracts.read_tree(os.path.join(SRC, "include"), bare=contracts.uncontracted(os.path.join(SRC, "include")))
    failed = False
    for rule in RULES:
        faults = list(rule(api))
        failed |= bool(faults)
        for fault in faults:
            print(f"FAIL rules: {fault}")
        if not faults:
            print(f"ok rules: {rule.__name__}")
    for name, text in BROKEN.items():
        fault = broken(name, text)
        failed |= bool(fault)
        print(f"FAIL rules: {name} is blind: {fault}" if fault else f"ok rules: {name} sees a fault")
    return failed


if __name__ == "__main__":
    sys.exit(main())
