"""What the drivers of all functions share: children, lines of a report, the command line."""
import sys

import children
import contract
import library
import record

SHOWN = 12  # the most failures that are printed for one function


def plain(lab, one, note):
    """Checks the answers of a function without a status."""
    signature = lab.abi.SIGNATURES[one.name]
    failures = ["it returns a status: it needs a call"] if signature.result.base == "skpi_status" else []
    for arguments, wanted in one.answers:
        label = f"({', '.join(map(repr, arguments))})"
        note.write(label)
        lab.mark(one.name)
        before = lab.last_error()
        given = [lab.ctypes_text(a) for a in arguments]
        got = lab.function(one.name)(*given)
        got = got.decode() if isinstance(got, bytes) else got
        if not (wanted(lab, got) if callable(wanted) else got == wanted):
            failures.append(f"{label} gives {got!r}" + ("" if callable(wanted) else f", not {wanted!r}"))
        if lab.last_error() != before:
            failures.append(f"{label}: the last words have changed")
        if lab.printed():
            failures.append(f"{label}: it prints")
    return len(one.answers), failures


def drive(lab, name, session, plain=plain):
    """Drives one function in a child; gives (what was checked, faults)."""
    def work(note, capture):
        lab.silence(capture)
        one = session(lab, lab.lines[name], note) if name in lab.lines else plain(lab, lab.plain[name], note)
        return one, lab.pairs, lab.seen, lab.most_steps
    answer, death = children.run(work)
    if not answer:
        return 0, [death]
    one, pairs, seen, steps = answer
    lab.pairs |= pairs
    lab.seen |= seen
    lab.most_steps = max(lab.most_steps, steps)
    return one


def report(lab, names, drive, what="refusals checked"):
    """Drives functions and prints a line for each; gives the number that failed, and what was checked in all."""
    failed = checked = 0
    for name in names:
        if name in lab.lines or name in lab.plain:
            n, failures = drive(lab, name)
        else:
            n, failures = 0, ["it has no contract and no answers in tests/fuzz/calls"]
        print(f"{'FAIL' if failures else 'ok'} {name}: {n} {what}", flush=True)
        for text in failures[:SHOWN]:
            print(f"    {text}")
        if len(failures) > SHOWN:
            print(f"    and {len(failures) - SHOWN} more")
        failed += bool(failures)
        checked += n
    for name in sorted({n.partition(" [")[0] for n in {*lab.lines, *lab.plain}} - set(library.exported())):
        print(f"FAIL {name}: has a sample or answers in tests/fuzz/calls and is not exported")
        failed += 1
    return failed, checked


def named(lab, name, variants):
    """All lines of a function."""
    found = [name] if name in lab.lines or name in lab.plain else []
    return found + [n for n in variants if n.partition(" [")[0] == name] or [name]


def main(title, what, drive, prepare=lambda lab: None):
    import calls
    if "--list" in sys.argv:
        api = contract.headers()
        print(*sorted({n.partition(" [")[0] for n in {*calls.samples(api), *calls.plain(api)}}), sep="\n")
        return 0
    if "--all" in sys.argv:
        global SHOWN
        SHOWN = 10000
        sys.argv.remove("--all")
    path = library.module("probe")
    library.preload_sanitizer(path)
    lab = library.Lab(path)
    calls.into(lab)
    prepare(lab)
    variants = sorted(n for n in lab.lines if " [" in n)  # further lines of a function
    names = [n for name in sys.argv[1:] or library.exported()
             for n in named(lab, name, variants)]
    failed, checked = report(lab, names, drive, what)
    record.write(title, lab.seen)
    print("the most steps of a call: {} in {}".format(*lab.most_steps))
    print(f"{title}: {len(names)} functions, {checked} {what}, {len(lab.pairs)} pairs of argument and status, {failed} failed")
    return 1 if failed else 0
