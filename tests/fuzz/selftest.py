"""Tests that can fail: both drivers must report every fault of wrong.c, and nothing where there is none."""
import contextlib
import dataclasses
import io
import os
import sys
import types

sys.dont_write_bytecode = True
import allocation
import badinput
import driver
import children
import contract
import kept
import library
from cases import sample
from interface import contracts

INCLUDE = os.path.join(library.TOP, "include")

# what the driver of bad input must report for each fault
BAD_INPUT = {
    "forgets_nan": "share[0] = nan: SKPI_OK, not SKPI_ENOTFINITE",
    "forgets_null": "it dies of SIGSEGV in: n = 18446744073709551615|it dies of SIGSEGV in: share = NULL",
    "writes_early": "it fails and has written twice",
    "earlier_row": "share[2] = nan: it fails and has written twice",
    "writes_status": "it fails and has written status",
    "prints": "it prints b'done",
    "prints_error": "it prints b'bad share",
    "names_other": "the error names 'twice', not share",
    "row_off": "row 1, not 0",
    "status_other": "SKPI_EDOM, not SKPI_ERANGE",
    "no_words": "no error words",
    "no_value": "the error has the value nan, not 41.5",
    "reads_past": "it dies of SIGSEGV in: valid call",
    "writes_past": "it dies of SIGSEGV in: valid call",
    "writes_before": "it dies of SIGSEGV in: valid call at the start of the page",
    "writes_input": "it changes its input share",
    "bad_row_zero": "twice: the bad row 0 holds (0.0,)",
    "good_row_other": "twice: the good row 1 has changed",
    "leaves_out": "valid call again, other bytes in the outputs: the outputs differ",
    "remembers": "the outputs differ",
    "changes_words": "the last words have changed",
    "huge_count": "n = 18446744073709551615: SKPI_OK, not SKPI_ENOMEM",
    "aborts": "it dies of SIGABRT in: share[0] = nan (rows)",
    "exits": "it ends its process with status 0 in: share[0] = nan (rows)",
    "hangs": "it does not end in: share[0] = nan (rows)",
    "gsl": "1 GSL errors at the host's handler",
    "order": "the error names 'twice', not share",
    "last_words": "row 2, not 0",
    "struct_hole": "options->zero = 1: SKPI_OK, not SKPI_ESTRUCT",
    "struct_size": "options->size = 0: SKPI_OK, not SKPI_ESTRUCT|it dies of SIGSEGV in",
    "struct_flags": "options->flags = 0x2: SKPI_OK, not SKPI_ESTRUCT",
    "refuses_end": "share[2] = 1.0, an allowed end: SKPI_EDOM, which no condition explains",
    "unnamed": "it returns ESINGULAR, which its contract does not name",
    "struct_no_constant": "the words do not name SKPI_BASIS_REVISION_PRELIMINARY",
    "struct_default": "options->method = 0 is 9990: SKPI_OK",
    "turns": "share[0] = nan: 1000001 steps of loops that should converge",
    "nothing": None, "struct_nothing": None,
}
# what the driver of failing allocations must report
ALLOCATION = {
    "crashes_without_memory": "it dies of SIGSEGV in: allocation 2",
    "leaks_without_memory": "allocation 2: 1 blocks are not freed",
    "leaks": "valid call: 1 blocks are not freed",
    "leaks_gsl": "valid call: 3 blocks are not freed",
    "memory_status": "allocation 1: SKPI_EOVERFLOW, not SKPI_ENOMEM",
    "memory_words": "allocation 1: no error words",
    "memory_writes": "it fails and has written twice",
    "memory_ignored": "allocation 1: SKPI_OK, not SKPI_ENOMEM",
    "nothing": None,
}


def model(name):
    """The function of wrong.h with the same contract."""
    return "skpi_wrong_struct_nothing" if name.startswith("struct") else "skpi_wrong_nothing"


def lab_of(path):
    api, real = contracts.read(contracts.headers(INCLUDE) + [os.path.join(library.HERE, "wrong.h")],
                                         contracts.uncontracted(INCLUDE)), library.abi()
    names = list(BAD_INPUT) + list(ALLOCATION)
    declared = sys.modules["smartkpi"]._types.Declared()
    declared.struct = dict(real.STRUCTS)
    options = ", ".join(["uint32_t size, uint32_t flags"] + [f"{m.type.text}{'' if m.type.depth else ' '}{m.name}"
                                                             for m in api.structs["skpi_wrong_options"].members])
    declared.structs({"skpi_wrong_options": options})

    def parameters(f):
        return ", ".join(f"{p.type.text}{'' if p.type.depth else ' '}{p.name}" for p in f.parameters)
    declared.functions("wrong", {"skpi_wrong_" + n: ("skpi_status", parameters(api.functions[model(n)])) for n in names})
    signatures = types.SimpleNamespace(ENUMS=real.ENUMS, STRUCTS=declared.struct, MEMBERS={**real.MEMBERS, **declared.members},
                                       SIGNATURES={**real.SIGNATURES, **declared.signatures})
    lab = library.Lab(path, signatures)
    for n in names:
        api.functions["skpi_wrong_" + n] = dataclasses.replace(api.functions[model(n)], name="skpi_wrong_" + n)
    values = {"skpi_wrong_struct_nothing": {"options->method": "SKPI_WRONG_METHOD_AGAIN"}, "skpi_wrong_nothing": {"share": [.1, .2, .3]}}
    lab.lines = contract.Lines(lab, api, {"skpi_wrong_" + n: sample("skpi_wrong_" + n, values[model(n)]) for n in names})
    lab.plain = {}
    return lab


def expect(kind, name, wanted, checked, failures):
    said = "\n".join(failures)
    path = library.module("wrong")
    if library.sanitized(path) or library.sanitized(path, b"__ubsan_handle"):  # they exit before the signal
        said = said.replace("ends its process with status 1 in", "dies of SIGSEGV in")
    good = (not failures and checked > 0) if wanted is None else any(w in said for w in wanted.split("|"))
    print(f"{'ok' if good else 'FAIL'} {kind}: wrong_{name}"
          + ("" if good else f": not reported: {wanted}\n{said[:2000]}" if wanted else f"\n{said}"), flush=True)
    return not good


def strangers(lab):
    """A function without a line, a line without a function, and a line that lacks an argument must be found."""
    failed = 0
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        lab.lines["skpi_wrong_nothing"] = lab.lines["skpi_wrong_nothing"]
        lab.lines["skpi_wrong_nothing"].arguments.pop("status")
        driver.report(lab, ["skpi_nowhere", "skpi_wrong_nothing"], badinput.drive)
    for text in ("FAIL skpi_nowhere", "it has no contract and no answers in tests/fuzz/calls", "FAIL skpi_wrong_prints: has a sample",
                 "skpi_wrong_nothing(n, share, twice, status) in the header"):
        good = text in heard.getvalue()
        failed += not good
        print(f"{'ok' if good else 'FAIL'} the list: {text}")
    return failed


ALIKE = [("0.3 nan inf", "0.30000001 nan inf"), ("1e-12 5", "0 5"), ("share[2] = 0.1; of 2", "share[2] = 0.10000000001; of 2")]
UNLIKE = [("0.3", "0.3001"), ("0.3", "nan"), ("inf", "-inf"), ("0.3 0.4", "0.3"), ("is below 0", "is above 0"), ("1e-9", "0")]


def answers_kept():
    """What kept answers are held for the same, and what for changed."""
    wrong = [pair for pair in ALIKE if not kept.close(*(words.split(" ") for words in pair))]
    wrong += [pair for pair in UNLIKE if kept.close(*(words.split(" ") for words in pair))]
    same = {"valid": {"status": ["SKPI_OK"], "share": ["0.5"]}}
    wrong += list(kept.differences(same, same))
    wrong += [other for other in ({}, {"valid": {"status": ["SKPI_OK"]}}, {**same, "more": {}})
              if not list(kept.differences(other, same)) or not list(kept.differences(same, other))]
    print(f"FAIL kept answers: {wrong}" if wrong else "ok kept answers: what is alike and what is not")
    return bool(wrong)


def main():
    path = library.module("wrong")
    under_sanitizer = library.sanitized(path)
    if under_sanitizer:
        library.preload_sanitizer(path)
    else:
        allocation.preload_shim()
    lab = lab_of(path)
    children.SECONDS = 3
    failed = 0
    for name, wanted in BAD_INPUT.items():
        failed += expect("bad input", name, wanted, *badinput.drive(lab, "skpi_wrong_" + name))
    if not under_sanitizer:
        allocation.prepare(lab)
        for name, wanted in ALLOCATION.items():
            failed += expect("allocation", name, wanted, *allocation.drive(lab, "skpi_wrong_" + name))
        del lab.call
    failed += strangers(lab) + answers_kept()
    print(f"self-test: {len(BAD_INPUT) + len(ALLOCATION)} functions, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
