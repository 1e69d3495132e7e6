"""Mutants of lib/: changes one operator, constant or statement at a time, and looks whether a test fails.

usage: mutate.py BUILDDIR [--files PATTERN,... | --changed] [--count N] [--seed N] [--known] [--minutes N]
BUILDDIR is a configured build, which is brought up to date.  --files are paths or patterns of paths ("lib/urban/*");
--changed takes the files that the last commits have changed, as many commits as have enough mutants, and leaves out the
long form of unit programs and valgrind; without them all of lib.  --known runs only what equivalent.txt lists.

A mutant is tried with the unit programs that reach its file, nearest first, then with kept answers, closed formulas and
the known answers of SMARTKPI_CASES.  What survives is compiled again for the address sanitizer, which sees what lies an
element too far.  The drivers of bad input and of failing allocations follow, for the nearest public functions, and
valgrind.
A mutant that compiles to the same bytes is none.  One that no input can tell from the original is a line of
equivalent.txt:

    lib/file.c @ the line @ the changed line @ why

It exits with 1 if fewer than 97 % are found, of --changed 75 %, below which files have come without tests; and with 77
if --changed finds no history.
"""
import argparse
import concurrent.futures
import fnmatch
import hashlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import operators
import oracles
from sandbox import SRC, WORKERS, Sandbox, Variant

HERE = os.path.dirname(os.path.abspath(__file__))
EQUIVALENT = os.path.join(HERE, "equivalent.txt")
# Tables that are made and have no function.
TABLES = {"lib/core/constants_table.c", "lib/catalogue/entries_table.c", "lib/random/sobol_numbers.c"}
MOST_INCLUDING = 12  # a header that more sources include is left to the mutants of these
LEAST, LEAST_CHANGED = .97, .75  # of the mutants must be found
ENOUGH = 50  # places for each mutant of --changed, so that no single file decides


def equivalents():
    with open(EQUIVALENT) as f:
        lines = [[part.strip() for part in line.split(" @ ")] for line in f if line.strip() and line[0] != "#"]
    return {tuple(line[:3]): line[3] for line in lines}


def commits():
    """The files of each commit that changed lib, newest first."""
    def git(*words):
        return subprocess.run(["git", "-C", SRC, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              check=True).stdout
    try:
        if git("rev-parse", "--show-prefix").strip():
            return []  # the history of something else, in which this tree lies
        return [part.split() for part in git("log", "--format=%x00", "--name-only", "--", "lib").split("\0")[1:]]
    except (OSError, subprocess.CalledProcessError):
        return []


def places(candidates):
    """What is a mutant at most once: files and offsets."""
    return {(file, mutation.start) for file, _, mutation in candidates}


class Mutants:
    def __init__(self, options):
        self.options = options
        self.known = equivalents()
        self.folder = tempfile.mkdtemp(prefix="mutation")
        self.tally = {}

    def prepare(self):
        self.sandbox = Sandbox(self.options.build, self.folder)
        self.graph = self.sandbox.graph
        self.workers = queue.Queue()
        for n in range(WORKERS):
            self.workers.put(self.sandbox.path(f"worker{n}"))

    def objects(self, file):
        return {file} if file.endswith(".c") else self.graph.including(file)

    def of_file(self, file):
        if file in TABLES or not 0 < len(self.objects(file)) <= MOST_INCLUDING:
            return []
        with open(os.path.join(SRC, file)) as f:
            text = f.read()
        return [(file, text, m) for m in operators.mutations(text)]

    def candidates(self):
        """[(file, text, mutation)] of every file that is asked for."""
        every = self.sandbox.sources + self.sandbox.headers
        if self.options.changed:
            return self.last()
        patterns = self.options.files.split(",") if self.options.files else ["*"]
        return [c for file in every if any(fnmatch.fnmatch(file, p) for p in patterns) for c in self.of_file(file)]

    def last(self):
        """Those of the files of the last commits, as many as there must be."""
        every, seen, out = {*self.sandbox.sources, *self.sandbox.headers}, set(), []
        for files in self.history:
            for file in files:
                if file in every and file not in seen:
                    seen.add(file)
                    out += self.of_file(file)
            if len(places(out)) >= ENOUGH * self.options.count:
                break
        return out

    def built(self, worker, file, changed, sources, how):
        """The variant of a mutant, or why there is none."""
        place = os.path.join(worker, file)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w") as f:
            f.write(changed)
        try:
            objects, same = [], True
            for source in sorted(sources):
                out = os.path.join(worker, source.replace("/", "_") + ".o")
                from_ = place if source == file else os.path.join(SRC, source)
                if self.sandbox.compile(from_, out, how, [os.path.join(worker, "lib")])[0] != 0:
                    return "does not compile"
                with open(out, "rb") as a, open(self.sandbox.original(source, how), "rb") as b:
                    same = same and a.read() == b.read()
                objects.append(out)
            return "same bytes" if same else Variant(self.sandbox, worker, sources, objects, how)
        finally:
            os.remove(place)

    def told(self, variant, sources, tests):
        """How a test fails that passes without the change."""
        for test in tests:
            known = (test.key, variant.how) in self.sandbox.seconds
            if known or self.sandbox.sound(test, sources, variant.how):
                failure = variant.fails(test)
                if failure and self.sandbox.sound(test, sources, variant.how):
                    return failure
        return None

    def tried(self, candidate):
        """(outcome, what told) of one mutant."""
        file, text, mutation = candidate
        sources = self.objects(file)
        for tests, how, quick in oracles.STAGES:
            if self.options.changed and not quick:
                break
            worker = self.workers.get()
            try:
                shutil.rmtree(worker, ignore_errors=True)
                variant = self.built(worker, file, operators.apply(text, mutation), sources, how)
                if isinstance(variant, str):
                    return variant, ""
                failure = self.told(variant, sources, tests(self.sandbox, sources))
                if failure:
                    return "killed", f"{failure} ({how})"
            finally:
                self.workers.put(worker)
        return "survived", ""

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

    def rank(self, candidate):
        """What the seed makes of a change: the same however the lines around it change, so that a sample lasts."""
        file, text, mutation = candidate
        _, before, after = operators.described(text, mutation)
        words = f"{self.options.seed} @ {file} @ {before} @ {after}"
        return hashlib.sha256(words.encode()).digest(), mutation.start

    def chosen(self):
        """The candidates in an order of the seed, one change at a place."""
        found = sorted(self.candidates(), key=self.rank)
        if self.options.known:
            return [c for c in found if (c[0], *operators.described(c[1], c[2])[1:]) in self.known]
        first = {}
        for candidate in found:
            first.setdefault((candidate[0], candidate[2].start), candidate)
        files = len({c[0] for c in found})
        print(f"{len(found)} changes at {len(first)} places are possible in {files} files", flush=True)
        return list(first.values())

    def run(self):
        self.history = commits() if self.options.changed else []
        if self.options.changed and not self.history:
            print("skipped: there is no history of commits")
            return 77
        try:
            self.prepare()
            self.try_all()
            return self.report()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def try_all(self):
        self.end = time.monotonic() + 60 * self.options.minutes
        done, rest, waiting = 0, iter(self.chosen()), set()
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            while done < self.options.count:
                for candidate in rest:
                    waiting.add(pool.submit(self.one, candidate))
                    if len(waiting) >= WORKERS:
                        break
                if not waiting:
                    break
                ready, waiting = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
                for file, line, before, after, outcome, told in filter(None, (future.result() for future in ready)):
                    done = self.count(file, outcome)
                    if outcome in ("killed", "survived", "equivalent"):
                        print(f"{outcome} {file}:{line} @ {before} @ {after} @ {told}", flush=True)

    def report(self):
        total = {"killed": 0, "survived": 0, "equivalent": 0}
        for name, row in sorted(self.tally.items()) + [("all", total)]:
            told = row["killed"] + row["survived"]
            print(f"{name}: {row['killed']} killed, {row['survived']} survived, {row['equivalent']} equivalent: "
                  f"{100 * row['killed'] / told if told else 100:.1f} % killed")
            if row is not total:
                for k in total:
                    total[k] += row[k]
        told = total["killed"] + total["survived"]
        # Of a few mutants more may survive by chance: two standard deviations.
        few = total["killed"] < (LEAST_CHANGED if self.options.changed else LEAST) * told
        return 1 if few and not self.options.known else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--files", default="")
    parser.add_argument("--changed", action="store_true")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--known", action="store_true")
    return Mutants(parser.parse_args()).run()


if __name__ == "__main__":
    sys.exit(main())
