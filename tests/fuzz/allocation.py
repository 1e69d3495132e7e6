"""Failing allocations: the valid call of every exported function with its 1st, 2nd, 3rd ... allocation failing.

usage: allocation.py [--list] [function...]
Only calls from the library and from GSL count (shim.c, preloaded).  Each must give ENOMEM with words, leave outputs
alone and leave no block behind; once alone, once with all that follow failing too.
"""
import ctypes
import os
import sys

sys.dont_write_bytecode = True
import driver
import library
from shapes import Shapes
from trial import Trial

MOST = 10000  # the most allocations that one call may make


def preload_shim():
    """Starts this program again with the shim loaded before malloc."""
    if library.sanitized(library.module("probe")) or "vgpreload" in os.environ.get("LD_PRELOAD", ""):
        print("skipped: a sanitizer and valgrind have allocators of their own")
        sys.exit(77)
    shim = library.module("shim")
    if shim not in os.environ.get("LD_PRELOAD", ""):
        os.environ["LD_PRELOAD"] = shim
        os.execv(sys.executable, [sys.executable] + sys.argv)


class Shim:
    """Counts the allocations of every call of a lab, and makes one fail."""

    def __init__(self, lab):
        self.library = ctypes.CDLL(None)
        for name in ("shim_watch", "shim_calls", "shim_failed", "shim_blocks"):
            getattr(self.library, name).restype = ctypes.c_uint64
        for part in (os.path.basename(lab.path), "libsmartkpi", "libgsl"):
            self.watched = self.library.shim_watch(part.encode())
        if self.watched < 2:
            raise SystemExit("the shim watches nothing")
        self.at, self.onwards = 0, 0
        self.calls = self.failed = 0
        lab.call = self.call

    def call(self, function, values):
        self.library.shim_arm(ctypes.c_uint64(self.at), self.onwards)
        status = function(*values)
        self.calls, self.failed = self.library.shim_calls(), self.library.shim_failed()
        self.library.shim_arm(ctypes.c_uint64(0), 0)
        return status

    def blocks(self):
        return self.library.shim_blocks()


def prepare(lab):
    lab.shim = Shim(lab)


def session(lab, line, note):
    shim, shapes, failures, checked = lab.shim, Shapes(lab, line), [], 0
    nomem = lab.status("ENOMEM")
    lab.free_handles()  # frees those that gave the length of an axis
    first = shim.blocks()

    def run(label, changes, with_rows):
        note.write(label)
        trial = Trial(lab, shapes, changes, with_rows)
        failures.extend(f"{label}: {problem}" for problem in trial.problems)
        return trial

    calls = [{}] + [r.changes for r in line.refusals if r.status == "OK"]
    forms = (True, False) if shapes.row_counts else (False,)
    for changes, with_rows in [(c, f) for c in calls for f in forms]:
        run("valid call", changes, with_rows)  # also makes the handles
        before = shim.blocks()
        run("valid call", changes, with_rows)
        if shim.blocks() != before:
            failures.append(f"valid call: {shim.blocks() - before} blocks are not freed")
        for shim.onwards in (0, 1):
            for shim.at in range(1, MOST):
                label = f"allocation {shim.at}{' and all after it' if shim.onwards else ''}"
                before = shim.blocks()
                trial = run(label, changes, with_rows)
                if not shim.failed:
                    break
                checked += 1
                if trial.status != nomem:
                    failures.append(f"{label}: {lab.name(trial.status)}, not SKPI_ENOMEM")
                elif trial.error.name.split("->")[0] not in line.arguments:
                    failures.append(f"{label}: the error names {trial.error.name!r}, which is no argument")
                if shim.blocks() != before:
                    failures.append(f"{label}: {shim.blocks() - before} blocks are not freed")
            shim.at = 0
    lab.free_handles()
    if shim.blocks() != first and not failures:
        failures.append(f"handles freed: {shim.blocks() - first} blocks are left")
    return checked, failures


def plain(lab, one, note):
    """A function without a status cannot report that memory is short, so it must not ask for any."""
    before = lab.shim.blocks()
    lab.shim.library.shim_arm(ctypes.c_uint64(0), 0)
    _, failures = driver.plain(lab, one, note)
    asked = lab.shim.library.shim_calls()
    if asked or lab.shim.blocks() != before:
        failures.append(f"{asked} allocations, {lab.shim.blocks() - before} blocks left")
    return 0, failures


def drive(lab, name):
    return driver.drive(lab, name, session, plain)


if __name__ == "__main__":
    if "--list" not in sys.argv:
        preload_shim()
    sys.exit(driver.main("allocation", "allocations failed", drive, prepare))
