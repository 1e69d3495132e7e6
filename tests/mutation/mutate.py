"""Mutants of lib/: changes one operator, constant or statement at a time, and looks whether a test fails.

usage: mutate.py BUILDDIR [--files PATTERN,...] [--count N] [--seed N] [--known] [--minutes N]
BUILDDIR is a configured build, for its flags; everything is compiled anew, in a folder for temporary files.  --files are
paths or patterns of paths ("lib/urban/*"); without them all of lib.  --known runs only what equivalent.txt lists.

A mutant is tried with the unit tests that reach its file, nearest first, then with the drivers of bad input and of
failing allocations for the public functions that reach it.  One that compiles to the same bytes is no mutant.  One that no input can tell from the
original is a line of equivalent.txt:

    lib/file.c @ the line @ the changed line @ why
"""
import argparse
import concurrent.futures
import fnmatch
import glob
import os
import queue
import random
import shutil
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import operators
from graph import Graph
from sandbox import SRC, WORKERS, Sandbox

HERE = os.path.dirname(os.path.abspath(__file__))
EQUIVALENT = os.path.join(HERE, "equivalent.txt")
# Tables that are made and have no function.
TABLES = {"lib/core/constants_table.c", "lib/catalogue/entries_table.c", "lib/random/sobol_numbers.c"}
MOST_INCLUDING = 12  # a header that more sources include is left to the mutants of these
MOST_FUNCTIONS = 8  # for the drivers
LEAST = .97  # of the mutants must be found


def equivalents():
    with open(EQUIVALENT) as f:
        lines = [[part.strip() for part in line.split(" @ ")] for line in f if line.strip() and line[0] != "#"]
    return {tuple(line[:3]): line[3] for line in lines}


class Mutants:
    def __init__(self, options):
        self.options = options
        self.known = equivalents()
        self.folder = tempfile.mkdtemp(prefix="mutation")
        self.sandbox = Sandbox(options.build, self.folder)
        self.sandbox.headers = sorted(os.path.relpath(p, SRC) for p in glob.glob(os.path.join(SRC, "lib", "*", "*.h")))
        self.sandbox.make()
        self.graph = Graph(self.sandbox)
        self.workers = queue.Queue()
        for n in range(WORKERS):
            self.workers.put(self.sandbox.worker(n))
        self.lock = threading.Lock()
        self.broken = set()  # tests that fail without a change
        self.tally = {}

    def objects(self, file):
        return {file} if file.endswith(".c") else self.graph.including(file)

    def candidates(self):
        """[(file, text, mutation)] of every file that is asked for."""
        out = []
        for file in self.sandbox.sources + self.sandbox.headers:
            if file in TABLES or (self.options.files and
                                  not any(fnmatch.fnmatch(file, p) for p in self.options.files.split(","))):
                continue
            if not 0 < len(self.objects(file)) <= MOST_INCLUDING:
                continue
            with open(os.path.join(SRC, file)) as f:
                text = f.read()
            out += [(file, text, m) for m in operators.mutations(text)]
        return out

    def tests(self, sources):
        """The commands that may tell a mutant of these sources, nearest and fastest first."""
        steps = self.graph.reaching(sources)
        module = {s.split("/")[1] for s in sources}
        units = [s for s in steps if s in self.sandbox.units]
        near = lambda u: (not any(self.sandbox.name(u).startswith(m) for m in module), steps[u],
                          self.sandbox.seconds.get(self.sandbox.path("unit", self.sandbox.name(u)), 0))
        for unit in sorted(units, key=near):
            yield [self.sandbox.path("unit", self.sandbox.name(unit))]
        public = sorted((n, name) for s, n in steps.items() for name in self.graph.defined.get(s, ())
                        if name.startswith("skpi_") and not name.startswith("skpi__"))
        functions = [name for _, name in public[:MOST_FUNCTIONS]]
        for driver in ("badinput.py", "allocation.py") if functions else ():
            yield [sys.executable, os.path.join(SRC, "tests", "fuzz", driver), *functions]

    def built(self, worker, file, changed, sources):
        """Compiles a mutant into the worker's folder; gives its probe, or why there is none."""
        place = os.path.join(worker, file)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w") as f:
            f.write(changed)
        try:
            objects, same = dict(self.sandbox.objects), True
            for source in sources:
                out = os.path.join(worker, source.replace("/", "_") + ".o")
                from_ = place if source == file else os.path.join(SRC, source)
                status, _ = self.sandbox.compile(from_, out, [os.path.join(worker, "lib")])
                if status != 0:
                    return "does not compile"
                with open(out, "rb") as a, open(objects[source], "rb") as b:
                    same = same and a.read() == b.read()
                objects[source] = out
            if same:
                return "same bytes"
            status, _ = self.sandbox.link(objects.values(), os.path.join(worker, "tests", "fuzz", ".libs", "probe.so"))
            return "does not link" if status else None
        finally:
            os.remove(place)

    def sound(self, command):
        """Whether the test passes without a change; found once."""
        key = " ".join(command)
        with self.lock:
            if key not in self.sandbox.seconds and key not in self.broken:
                why = self.sandbox.test(self.plain, command)
                if why:
                    self.broken.add(key)
                    print(f"without a change, {why}", flush=True)
        return key not in self.broken

    def tried(self, candidate):
        """(outcome, what told) of one mutant."""
        file, text, mutation = candidate
        sources = self.objects(file)
        worker = self.workers.get()
        try:
            failure = self.built(worker, file, operators.apply(text, mutation), sources)
            if failure:
                return failure, ""
            for command in self.tests(sources):
                if self.sound(command):
                    told = self.sandbox.test(worker, command)
                    if told:
                        return "killed", told
            return "survived", ""
        finally:
            self.workers.put(worker)

    def one(self, candidate):
        if time.monotonic() > self.end:
            return None
        file, text, mutation = candidate
        line, before, after = operators.described(text, mutation)
        known = self.known.get((file, before, after))
        outcome, told = ("equivalent", known) if known and not self.options.known else self.tried(candidate)
        return file, line, before, after, outcome, told

    def count(self, file, outcome):
        name = file.split("/")[1]
        if outcome in ("killed", "survived", "equivalent"):
            row = self.tally.setdefault(name, {"killed": 0, "survived": 0, "equivalent": 0})
            row[outcome] += 1
        return sum(sum(row.values()) for row in self.tally.values())

    def run(self):
        self.plain = self.sandbox.worker(WORKERS)
        self.end = time.monotonic() + 60 * self.options.minutes
        found = self.candidates()
        random.Random(self.options.seed).shuffle(found)
        if self.options.known:
            found = [c for c in found if (c[0], *operators.described(c[1], c[2])[1:]) in self.known]
        print(f"{len(found)} changes are possible", flush=True)
        done, seen = 0, set()
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            waiting, rest = set(), iter(found)
            while done < self.options.count:
                for candidate in rest:
                    key = candidate[0], candidate[2].start  # one change at a place
                    if key not in seen or self.options.known:
                        seen.add(key)
                        waiting.add(pool.submit(self.one, candidate))
                    if len(waiting) >= WORKERS:
                        break
                if not waiting:
                    break
                ready, waiting = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
                for one in (future.result() for future in ready):
                    if one is None:
                        continue
                    file, line, before, after, outcome, told = one
                    done = self.count(file, outcome)
                    if outcome in ("killed", "survived", "equivalent"):
                        print(f"{outcome} {file}:{line} @ {before} @ {after} @ {told}", flush=True)
        return self.report()

    def report(self):
        total = {"killed": 0, "survived": 0, "equivalent": 0}
        for name, row in sorted(self.tally.items()) + [("all", total)]:
            told = row["killed"] + row["survived"]
            print(f"{name}: {row['killed']} killed, {row['survived']} survived, {row['equivalent']} equivalent: "
                  f"{100 * row['killed'] / told if told else 100:.1f} % killed")
            if row is not total:
                for k in total:
                    total[k] += row[k]
        shutil.rmtree(self.folder, ignore_errors=True)
        few = total["killed"] < LEAST * (total["killed"] + total["survived"])
        return 1 if few and not self.options.known else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--files", default="")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--known", action="store_true")
    return Mutants(parser.parse_args()).run()


if __name__ == "__main__":
    sys.exit(main())
