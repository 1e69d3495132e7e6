#!/usr/bin/env python3
"""The reader of contracts: it reads the public headers, sees every type as the strict reader does
(tests/abi/readheaders.py), and refuses them where one word makes them malformed, with file and line.

    contracts.py [SRCDIR]
"""
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SRC = sys.argv[1] if sys.argv[1:] else os.environ.get("SRCDIR") or os.path.normpath(os.path.join(HERE, "..", ".."))
sys.path[:0] = [os.path.join(SRC, "lib"), os.path.join(SRC, "tests", "abi"), HERE]
import readheaders  # noqa: E402
from interface import contracts, kinds  # noqa: E402
from malformed import MALFORMED  # noqa: E402

INCLUDE = os.path.join(SRC, "include")
failed = 0


def check(good, what, said=""):
    global failed
    failed += not good
    print(("ok" if good else "FAIL"), "contracts:", what, *([said] if said and not good else []), flush=True)


def facts(functions, structs, enums, handles, callbacks):
    """All types, in a form in which two readers can be compared."""
    def typed(arguments):
        return [(a.name, tuple(a.type)) for a in arguments]
    return {
        "functions": [(f.name, f.module, tuple(f.result), typed(f.parameters)) for f in functions],
        "structs": [(s.name, s.module, typed(s.members)) for s in structs],
        "enums": [(e.tag, e.module, [tuple(m[:2]) for m in e.members]) for e in enums],
        "handles": list(handles),
        "callbacks": [(c.name, c.module, tuple(c.result), typed(c.parameters)) for c in callbacks]}


def agree(name, api, include):
    """Both readers must find the same. Only the strict reader knows the size and flags of a struct; both check them."""
    strict = readheaders.read(include, os.environ.get("CC") or "gcc")
    structs = [s._replace(members=s.members[2:]) for s in strict.structs]
    theirs = facts(strict.functions, structs, strict.enums, strict.handles, strict.callbacks)
    ours = facts(api.functions.values(), api.structs.values(), [], api.handles, api.callbacks.values())
    ours["enums"] = [(e.tag, e.module, sorted(tuple(m[:2]) for m in e.members + e.hidden)) for e in api.enums.values()]
    theirs["enums"] = [(tag, module, sorted(members)) for tag, module, members in theirs["enums"]]
    for what in theirs:
        differ = [pair for pair in zip(ours[what], theirs[what]) if pair[0] != pair[1]]
        check(not differ and len(ours[what]) == len(theirs[what]),
              f"{name}: {len(theirs[what])} {what} as the strict reader sees them",
              str(differ[:1]) if differ else f"{len(ours[what])} here")


def seen(api):
    """What the model knows of a few arguments whose contracts have one of everything."""
    f = api.functions["skpi_urban_project"]
    find = lambda path, f=f: api.find(f, path).argument
    count = lambda path, k=0, f=f: api.axis(f, api.find(f, path), find(path, f).axes[k])
    damping, mean = find("options->damping"), find("options->mean_weight")
    check(str(damping.kind) == "number in (0,1]" and damping.default.number == 0.97, "an interval and a default")
    check([(v, s) for v, s in kinds.bad_values(damping, api.enums) if s == "ERANGE"][0][0] < 0
          and kinds.allowed_ends(damping)[1] == 1, "bad values and allowed ends of an interval")
    check(mean.default.number == 1 and mean.words == "weight of each", "NULL = 1")
    check(count("out->share").path == "in->n" and count("out->share", 1).path == "n_years"
          and count("options->norm", 1).path == "options->n_terms", "axes of members")
    quantile = api.functions["skpi_ensemble_result_quantile"]
    check(count("quantile", 1, quantile).accessor == "skpi_ensemble_result_n_years", "an axis of a handle")
    share = api.functions["skpi_digital_share"]
    value = find("digital->value", share)
    check(str(value.kind) == "quantity" and value.clauses.missing and count("share", 1, share).path == "digital->m",
          "the value of a table")
    path = api.functions["skpi_carbon_path_value"]
    check(find("path->power", path).clauses.only.constants == ("SKPI_CARBON_SHAPE_PEAK",), "only for")
    sorted_ = next(s for s in api.stated(f) if s.status == "ENOTSORTED").conditions[0]
    check((sorted_.template, sorted_.subject, sorted_.other) == ("not before", "in->last_year", "first_year"),
          "a condition")
    inherited = [c.text for s in api.stated(f) if s.status == "EINCONSISTENT" for c in s.conditions]
    check(inherited[0] == "options->urgd_min is above options->urgd_max", "a condition of a struct, told from outside")
    above = next(c for s in api.stated(path) for c in s.conditions if c.text == "path->rate is above 1 (COMPOUND)")
    check((above.template, above.other, above.when.choice) == ("above", 1, "path->shape"), "a condition of a choice")
    check({"EINVAL", "ESTRUCT", "ERANGE", "ENOTFINITE", "ENOMEM", "WROWS", "WADJUSTED", "EZERODIV"}
          <= set(api.possible(f)), "statuses of kinds, of the struct and of the function")
    check(api.functions["skpi_carbon_gas_gwp"].source.startswith("IPCC AR4") and not f.experimental, "source")
    none = next(m for m in api.enums["skpi_carbon_key"].members if m.name.endswith("NOT_OCCURRING"))
    check(none.value == 6701 and none.text.startswith("NO"), "an enumerator's text")


def refuses():
    """Every malformed contract must be refused at its place, and its neighbours must not."""
    with tempfile.TemporaryDirectory() as folder:
        tree = shutil.copytree(INCLUDE, os.path.join(folder, "include"))
        paths = contracts.headers(tree)
        texts = {}
        for path in paths:
            with open(path, encoding="utf-8") as f:
                texts[path] = f.read()
        for what, old, new, wanted in MALFORMED:
            path = next((p for p in paths if old in texts[p]), None)
            if not path:
                check(False, f"{what}: no header has {old!r}")
                continue
            line = texts[path][:texts[path].index(old)].count("\n") + 1
            with open(path, "w", encoding="utf-8") as f:
                f.write(texts[path].replace(old, new, 1))
            try:
                contracts.read(paths)
                check(False, f"refuses {what}")
            except contracts.Refused as e:
                hits = [n for file, n, said in e.problems if wanted in said]
                check(bool(hits) and min(abs(n - line) for n in hits) <= 12 and len(e.problems) <= 3,
                      f"refuses {what}", f"near line {line}: {e}")
            with open(path, "w", encoding="utf-8") as f:
                f.write(texts[path])


def main():
    try:
        api = contracts.read_tree(INCLUDE, contracts.uncontracted(INCLUDE))
    except contracts.Refused as e:
        check(False, "the headers are read", "\n" + str(e))
        return 1
    check(True, f"the headers are read, {len(api.functions)} functions")
    seen(api)
    with tempfile.TemporaryDirectory() as folder:
        agree("the headers", api, shutil.copytree(INCLUDE, os.path.join(folder, "include")))
    refuses()
    print(f"contracts: {len(MALFORMED)} malformed ones, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
