#!/usr/bin/env python3
"""Ctrl-C in Python: every function whose options have a progress member, as the contracts say, raises KeyboardInterrupt
at once, with a progress function and without; what was computed stays in the handle, and the result that is continued
has the bits of one that was never interrupted.

Each case runs in a process of its own, which makes itself as large as it must be to last, and is interrupted after
.05, .3 and 1 s.  How long an interrupt takes is the best of some trials, and is not judged in a slow build.
"""
import os
import signal
import subprocess
import sys
import time
import warnings

sys.dont_write_bytecode = True
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
if "BUILDDIR" in os.environ:
    os.environ.setdefault("SMARTKPI_LIBRARY", os.path.join(os.environ["BUILDDIR"], "lib/.libs/libsmartkpi.so"))
sys.path[:0] = [os.path.join(SRC, "lib"), os.path.join(SRC, "lib/python")]
SLOW = bool(os.environ.get("SMARTKPI_SLOW")) or os.environ.get("SKPI_SANITIZERS", "no") not in ("", "no")
DELAYS, BAR, LASTS, TRIALS = (.05, .3, 1.0), .2, 3.0, 4


# The cases: each gives (run, result, drawn) for a size.  run(progress) is the call that lasts.

def ensemble(n_places, n_draws, n_years, mode):
    from smartkpi import ensemble, urban
    plan = ensemble.Plan(2021, n_years, n_places=n_places, n_draws=n_draws, mode=mode, prob=[.1, .5, .9] if mode == "exact" else None)
    urban.ensemble_add(plan, [.4] * n_places, [.02] * n_places, [.01] * n_places)
    result = ensemble.Result(plan)
    return (lambda progress: result.run(plan, progress=progress)), result.write, lambda: result.covered().drawn


def stability(size):
    from smartkpi import peers
    table = [[(i * 7919 + j * 104729) % 1009 for j in range(12)] for i in range(300)]
    kept = []

    def run(progress):
        kept[:] = [peers.stability(5, table, n_draws=size, seed=3, progress=progress)]
    return run, lambda: [list(row) for row in kept[0]], None


def uncertainty(size, **mode):
    from smartkpi import index
    tree = index.Tree(["a", "b", "c", "all"], ["all", "all", "all", ""])
    data = index.Data([[(i * 7919 + j * 104729) % 1009 + 1 for j in range(3)] for i in range(60)])
    kept = []

    def run(progress):
        kept[:] = [tree.uncertainty(data, ["weights", "aggregation"], weight_noise=[.25, .25, .25, 0],
                                    aggregation=["arithmetic", "geometric"], seed=5, progress=progress, score_low=1,
                                    score_high=100, **{name: f(size) if callable(f) else f for name, f in mode.items()})]
    return run, lambda: repr([list(kept[0].mean), list(kept[0].total_low)]), None


def chance(size, n_entries=200):
    from smartkpi import award
    entries = [i for i in range(n_entries) for _ in range(3)]
    scores = award.Scores(n_entries, 9, entries, [(i + k * k) % 9 for i in range(n_entries) for k in range(3)],
                          [(i * 7919 + i // 3) % 17 for i in range(3 * n_entries)])
    kept = []

    def run(progress):
        kept[:] = [award.chance(scores, award.Line(10), n_draws=size, seed=1, progress=progress)]
    return run, lambda: [list(kept[0].probability), list(kept[0].expected_rank)], None


CASES = {
    "skpi_ensemble_result_run": {
        "of many places": lambda size: ensemble(size, 10000, 40, "exact"),
        "of one place": lambda size: ensemble(1, 5000 * size, 200, "exact"),
        "in a stream": lambda size: ensemble(1, 20480 * size, 60, "stream")},
    "skpi_peers_stability": {"": lambda size: stability(20 * size)},
    "skpi_index_tree_uncertainty": {
        "sampled": lambda size: uncertainty(200 * size, n_draws=lambda n: n),
        "in its intervals": lambda size: uncertainty(200 * size, mode="saltelli", n_draws=2048, n_resamples=lambda n: n)},
    "skpi_award_chance": {"": lambda size: chance(500 * size)},
}


def functions():
    """The functions whose options have a progress member."""
    from interface import contracts
    api = contracts.read_tree(os.path.join(SRC, "include"))
    return {f.name for f in api.functions.values()
            if any(p.kind and p.kind.name == "progress" for p in api.places(f))}


# The process of a case

def say(*words):
    print(*words, flush=True)


def attempt(case, progress, said):
    """Says what becomes of a call that the other process interrupts."""
    say("go")
    try:
        case[0](progress)
        word = "ended"
    except BaseException as e:
        word = type(e).__name__
    say(word, said[0] if progress else 1)
    sys.stdin.readline()  # until the next one is wanted


def timed(case):
    start = time.process_time()
    case[0](None)
    return time.process_time() - start


def child(function, name, factor):
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background processes ignore it
    make = CASES[function][name]
    size, took = 1, 0.0
    while took < .1:  # how large it must be to last
        size *= 1 if not took else 2 if took > .02 else 8
        took = timed(make(size))
    small = make(size)
    small[0](None)
    before = small[1]()
    whole = int(size * LASTS * float(factor) * (1 + bool(small[2])) / took) + 1  # a handle keeps what was done
    case = make(whole)
    say(whole)
    drawn = [0]
    for progress in (False, True):
        for _ in DELAYS:
            calls = [0]

            def report(done, total):
                calls[0] += 1
            attempt(case, report if progress else None, calls)
            if case[2]:
                drawn.append(case[2]())
    if drawn != sorted(drawn):
        say("FAIL what was drawn is lost:", drawn)
    small[0](lambda done, total: None)
    same = before == small[1]()
    if case[2]:  # what was interrupted goes on to its end
        other = make(whole)
        for one in case, other:
            one[0](None)
        same &= case[1]() == other[1]()
    say("equal" if same else "different", *drawn[1:])


# The process that interrupts

def interrupted(function, name, factor):
    """(the words of the process; [[seconds] of each interrupt])"""
    process = subprocess.Popen([sys.executable, os.path.abspath(__file__), function, name, str(factor)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    words, took = [process.stdout.readline().split()], []
    for delay in DELAYS * 2:
        if process.stdout.readline() != "go\n":
            break
        time.sleep(delay)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        words.append(process.stdout.readline().split())
        took.append(time.monotonic() - start)
        process.stdin.write("\n")
        process.stdin.flush()
    words += [line.split() for line in process.communicate()[0].splitlines()]
    return words, took


def judged(function, name):
    """The number of failures of a case."""
    called = f"interrupts: {function} {name}".rstrip()
    best, factor = None, 1
    for _ in range(TRIALS):
        words, took = interrupted(function, name, factor)
        stopped = len(took) == 2 * len(DELAYS) and all(w[:1] == ["KeyboardInterrupt"] for w in words[1:1 + len(took)])
        if not stopped and "ended" in (w[0] for w in words if w):  # it was too small after all
            factor *= 3
            continue
        best = took if best is None else [min(pair) for pair in zip(best, took)]
        if not stopped or SLOW or max(best) < BAR:
            break
    best = best or [9.0]
    same = words[-1][:1] == ["equal"]
    fast = SLOW or max(best) < BAR
    print("ok" if stopped else "FAIL", f"{called}: KeyboardInterrupt", *([] if stopped else words))
    print("ok" if same else "FAIL", f"{called}: the bits of a call that was never interrupted", *([] if same else words[-2:]))
    print("skip" if SLOW else "ok" if fast else "FAIL",
          f"{called}: within {BAR} s", *(f"{s:.3f}" for s in best))
    return (not stopped) + (not same) + (not fast)


# Handlers and progress functions of the caller

def quiet(handler, progress):
    """Whether a call of about .3 s, in which an alarm rings, ends; if not, what it raises.  The alarm rings after the first
    progress, if that is asked for."""
    run, *_ = ensemble(100, 10000, 40, "exact")
    before = signal.signal(signal.SIGALRM, handler)
    armed = []

    def arm():
        if not armed:
            armed.append(signal.setitimer(signal.ITIMER_REAL, .02))

    def report(done, total):
        arm()
        return progress(done, total)
    try:
        if not progress:
            arm()
        run(progress and report)
        return "ended"
    except BaseException as e:
        return type(e).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        if signal.getsignal(signal.SIGALRM) is not handler:
            print("FAIL interrupts: another handler is left behind")
        signal.signal(signal.SIGALRM, before)


def handlers():
    heard = []

    def late(number, frame):
        raise TimeoutError

    def wait(done, total):
        try:
            time.sleep(5)
        except TimeoutError:
            heard.append("in the function")
            return True
    rows = [("a handler that raises nothing stops nothing", quiet(lambda number, frame: heard.append(number), None),
             "ended"),
            ("a handler of another signal may stop a call", quiet(late, None), "TimeoutError"),
            ("the handler of a call within a progress function", quiet(late, lambda done, total: quiet(late, None) and 0),
             "ended"),
            ("a progress function is interrupted itself", quiet(late, wait), "Error")]
    for text, got, want in rows:
        print("ok" if got == want else "FAIL", f"interrupts: {text}", *([] if got == want else [got]))
    good = heard == [signal.SIGALRM, "in the function"]
    print("ok" if good else "FAIL", "interrupts: handlers were called", *([] if good else heard))
    return sum(got != want for _, got, want in rows) + (not good)


def main():
    if len(sys.argv) == 4:
        return child(*sys.argv[1:])
    found = functions()
    failed = 0
    for name in sorted(found ^ set(CASES)):
        failed += 1
        print(f"FAIL interrupts: {name}", "has no case here" if name in found else "has no progress function")
    failed += handlers()
    for function in sorted(found & set(CASES)):
        for name in CASES[function]:
            failed += judged(function, name)
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
