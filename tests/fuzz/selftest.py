"""Tests that can fail: both drivers must report every fault of wrong.c, and nothing where there is none."""
import contextlib
import io
import sys
import types

sys.dont_write_bytecode = True
import allocation
import badinput
import children
import library
from kinds import call, choice, count, finite, out, rows, share, struct

ROWS = "size_t n, const double *share, double *twice, int32_t *status"
STRUCT = "const wrong_options *options, double *sum"
OPTIONS = ("uint32_t size, uint32_t flags, int32_t method, int32_t zero, size_t n_norm, const double *norm, "
           "double urgd_min, double urgd_max")

# what the driver of bad input must say of each fault
BAD_INPUT = {
    "forgets_nan": "share[0] = nan: SKPI_OK, not SKPI_ENOTFINITE",
    "forgets_null": "it dies of SIGSEGV in: n = 18446744073709551615|it dies of SIGSEGV in: share = NULL",
    "writes_early": "it fails and has written twice",
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
    "gsl_guarded": "1 GSL errors in the guard's count",
    "order": "the error names 'twice', not share",
    "last_words": "row 2, not 0",
    "struct_hole": "options->zero = 1: SKPI_OK, not SKPI_ESTRUCT",
    "struct_size": "options->size = 0: SKPI_OK, not SKPI_ESTRUCT|it dies of SIGSEGV in",
    "struct_flags": "options->flags = 0x2: SKPI_OK, not SKPI_ESTRUCT",
    "nothing": None, "struct_nothing": None,
}
# and the driver of failing allocations
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


def line(name):
    if name.startswith("struct"):
        return call("wrong_" + name, sum=out("1"), options=struct(
            True, method=choice(1, ok=(0,)), n_norm=count(2), norm=finite([.03, -.01, .02, -.001], "2*n_norm"),
            urgd_min=finite(-.1), urgd_max=finite(.1)))
    return call("wrong_" + name, n=count(3), share=share([.1, .2, .3]), twice=out(), status=rows())


def lab_of(path):
    real = library.abi()
    declared = sys.modules["smartkpi"]._types.Declared()
    declared.struct = dict(real.STRUCTS)
    declared.structs({"wrong_options": OPTIONS})
    names = list(BAD_INPUT) + list(ALLOCATION)
    declared.functions("wrong", {"wrong_" + n: ("skpi_status", STRUCT if n.startswith("struct") else ROWS)
                                 for n in names})
    signatures = types.SimpleNamespace(ENUMS=real.ENUMS, STRUCTS=declared.struct, MEMBERS={**real.MEMBERS, **declared.members},
                                       SIGNATURES={**real.SIGNATURES, **declared.signatures})
    lab = library.Lab(path, signatures)
    lab.lines = {"wrong_" + n: line(n) for n in names}
    for one in lab.lines.values():  # in the order of the signature
        one.arguments = {p.name: one.arguments[p.name] for p in signatures.SIGNATURES[one.name].parameters}
    lab.plain = {}
    return lab


def expect(kind, name, wanted, checked, failures):
    said = "\n".join(failures)
    path = library.module("wrong")
    if library.sanitized(path) or library.sanitized(path, b"__ubsan_handle"):  # they report and exit before the signal
        said = said.replace("ends its process with status 1 in", "dies of SIGSEGV in")
    good = (not failures and checked > 0) if wanted is None else any(w in said for w in wanted.split("|"))
    print(f"{'ok' if good else 'FAIL'} {kind}: wrong_{name}"
          + ("" if good else f": not reported: {wanted}\n{said[:2000]}" if wanted else f"\n{said}"), flush=True)
    return not good


def strangers(lab):
    """A function without a line, a line without a function, a line that forgets an argument."""
    failed = 0
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        lab.lines["wrong_nothing"].arguments.pop("status")
        badinput.report(lab, ["skpi_nowhere", "wrong_nothing"], badinput.drive)
    for text in ("FAIL skpi_nowhere", "has no line in tests/fuzz/calls", "FAIL wrong_prints: has a line",
                 "wrong_nothing(n, share, twice, status) in the header"):
        good = text in heard.getvalue()
        failed += not good
        print(f"{'ok' if good else 'FAIL'} the list: {text}")
    return failed


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
        failed += expect("bad input", name, wanted, *badinput.drive(lab, "wrong_" + name))
    if not under_sanitizer:
        allocation.prepare(lab)
        for name, wanted in ALLOCATION.items():
            failed += expect("allocation", name, wanted, *allocation.drive(lab, "wrong_" + name))
        del lab.call
    failed += strangers(lab)
    print(f"self-test: {len(BAD_INPUT) + len(ALLOCATION)} functions, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
