"""Coverage-guided fuzzing (libFuzzer, address and undefined-behaviour sanitizers) of every function from its contract.

usage: guided.py [--seconds N] [--jobs N] [--seed N] [--keep] [--count] [name...]

Each name is a module, the beginning of a function's name, or "csv", the reader of the examples; all are fuzzed if none
is given.  The time is shared by the number of functions; without --seconds each function has the same number of inputs,
which the seed decides (1 if none is given; 0 is another seed each time), but where threads take another order.
guided/tables.py says what is called, guided/laws.c what must hold.  An input that breaks a law is kept in build/tests/fuzz/fuzzing/found.  Inputs that did so
in the past stand in tests/fuzz/corpus/found.txt (part, input in base64, what it broke) and are run first; beside it are,
part by part, inputs that reach far.  --keep replaces these by what was found.  --count adds the executions to
tests/fuzz/corpus/executions.txt.
"""
import argparse
import base64
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.environ.get("SRCDIR") or os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("BUILDDIR") or (os.path.join(TOP, "build") if os.path.isdir(os.path.join(TOP, "build")) else TOP)
ROOM = os.path.join(BUILD, "tests", "fuzz", "fuzzing")
ENGINE = os.path.join(TOP, "tests", "fuzz", "guided")
KEPT = os.path.join(TOP, "tests", "fuzz", "corpus")
COMMON = os.path.join(TOP, "examples", "common")
SANITIZE = "address,undefined,float-cast-overflow,pointer-overflow"
WATCHED = ["-O1", "-gline-tables-only", f"-fsanitize=fuzzer-no-link,{SANITIZE}", "-fno-sanitize-recover=all",
           "-fno-sanitize-coverage=trace-cmp"]  # values are chosen by kind, and comparisons in loops would take most of the time
PLAIN = ["-O2", "-g", "-fno-builtin"]  # the engine itself is not watched
OPTIONS = {"ASAN_OPTIONS": "allocator_may_return_null=1:max_allocation_size_mb=512:detect_leaks=1:handle_abort=1",
           "UBSAN_OPTIONS": "print_stacktrace=1"}
HANG = 60  # seconds in which one input must end, on a busy machine
LEAST = 1  # second of each part
EACH = 250  # inputs of a function where no time is given
LONG = 512  # bytes of the longest input
CSV_WEIGHT = 10  # as many functions


def skip(why):
    print(why)
    sys.exit(77)


def fixed():
    """What runs a program at the same addresses each time: some branches depend on them."""
    command = ["setarch", "-R"]
    able = shutil.which("setarch") and subprocess.run(command + ["true"], capture_output=True).returncode == 0
    return command if able else []


def clang():
    """A clang that has libFuzzer."""
    for name in (os.environ.get("FUZZ_CC"), "clang", "clang-14", "clang-15", "clang-16"):
        found = name and shutil.which(name)
        if found:
            test = os.path.join(ROOM, "trial")
            with open(test + ".c", "w") as f:
                f.write("#include <stdint.h>\n#include <stddef.h>\nint LLVMFuzzerTestOneInput(const uint8_t *d, size_t n);\n"
                        "int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { return d && n ? 0 : 0; }\n")
            if subprocess.run([found, "-fsanitize=fuzzer," + SANITIZE, test + ".c", "-o", test], capture_output=True).returncode == 0:
                return found
    skip("no clang with libFuzzer and its sanitizers")


def flags(package, what):
    return subprocess.run(["pkg-config", what, package], capture_output=True, text=True).stdout.split()


FIXED = fixed()


class Program:
    """A program of the library's and the engine's objects, which are compiled if a source or header is newer."""

    def __init__(self, compiler):
        self.compiler = compiler
        self.include = ["-I" + os.path.join(BUILD, "include"), "-I" + os.path.join(TOP, "include"), "-I" + os.path.join(TOP, "lib"),
                        "-I" + ENGINE, "-I" + COMMON] + flags("gsl", "--cflags")
        # the variants of kernels, which give the same bits and last long to compile, are left out
        self.base = ["-std=gnu11", "-Wall", "-Wextra", "-pthread", "-ffp-contract=off", "-fno-math-errno", "-DSKPI_BUILD"]
        self.library, self.newest = (max(os.path.getmtime(p) for folder in folders for p in glob.glob(
            os.path.join(TOP, folder, "**", "*.h"), recursive=True)) for folders in (("include", "lib"), ("include", "lib", COMMON, ENGINE)))
        self.jobs = []

    def add(self, source, options):
        out = os.path.join(ROOM, "objects", os.path.relpath(source, TOP if source.startswith(TOP + os.sep) else BUILD)[:-2] + ".o")
        newest = self.library if os.sep + "lib" + os.sep in source else self.newest
        if not os.path.exists(out) or os.path.getmtime(out) < max(newest, os.path.getmtime(source)):
            os.makedirs(os.path.dirname(out), exist_ok=True)
            cache = [shutil.which("ccache")] if shutil.which("ccache") else []
            self.jobs.append(cache + [self.compiler, *self.base, *options, *self.include, "-c", source, "-o", out])
        return out

    def link(self, objects, program):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for done in pool.map(lambda job: subprocess.run(job, capture_output=True, text=True), self.jobs):
                if done.returncode or done.stderr:
                    print(done.stderr, " ".join(done.args))
                    if done.returncode:
                        sys.exit("the fuzzer does not compile")
        if self.jobs or not os.path.exists(program):
            done = subprocess.run([self.compiler, "-fsanitize=fuzzer," + SANITIZE, "-pthread", "-o", program, *objects,
                                   *flags("gsl", "--libs"), "-lm"])
            if done.returncode:
                sys.exit("the fuzzer does not link")
        self.jobs = []


def build():
    os.makedirs(ROOM, exist_ok=True)
    program = Program(clang())
    tables = os.path.join(ROOM, "tables.c")
    made = subprocess.run([sys.executable, os.path.join(ENGINE, "tables.py"), tables + ".new"])
    if made.returncode:
        sys.exit("the tables cannot be made")
    with open(tables + ".new") as new, open(tables) if os.path.exists(tables) else open(os.devnull) as old:
        same = new.read() == old.read()
    os.remove(tables + ".new") if same else os.replace(tables + ".new", tables)
    library = [program.add(p, WATCHED) for p in sorted(glob.glob(os.path.join(TOP, "lib", "*", "*.c")))]
    engine = [program.add(p, PLAIN) for p in sorted(glob.glob(os.path.join(ENGINE, "*.c")))
              if not p.endswith("csv.c")] + [program.add(tables, PLAIN)]
    program.link(library + engine, os.path.join(ROOM, "guided"))
    renamed = [f"-D{name}=csv_fuzz_{name}" for name in ("exit", "fopen", "free", "realloc")]
    program.link([program.add(os.path.join(COMMON, name + ".c"), WATCHED + renamed) for name in ("csv", "csv_parse", "nearest")]
                 + [program.add(os.path.join(ENGINE, "csv.c"), PLAIN)], os.path.join(ROOM, "csv"))


def unpacked(part, folder):
    """Fills a folder with the kept inputs of a part."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    inputs = []
    for name, own in ((part, True), ("found", False)):
        path = os.path.join(KEPT, name + ".txt")
        if os.path.exists(path):
            with open(path, encoding="ascii") as f:
                rows = [line.split(None, 2) for line in f if not line.startswith("#")]
            inputs += [row[0] if own else row[1] for row in rows if own or row[0] == part]
    for k, text in enumerate(inputs):
        with open(os.path.join(folder, f"kept-{k:04}"), "wb") as f:
            f.write(base64.b64decode(text))


class Part:
    """A module, or another part of the interface, that is fuzzed by a process of its own."""

    def __init__(self, name, weight):
        self.name, self.weight = name, weight
        self.executions = self.calls = self.failures = 0
        self.said = ""
        self.program = [*FIXED, os.path.join(ROOM, "csv" if name == "csv" else "guided")]
        self.environment = {**os.environ, **OPTIONS, "GUIDED": name}
        self.options = [f"-max_len={LONG}", f"-timeout={HANG}", "-malloc_limit_mb=0", "-rss_limit_mb=3000", "-print_funcs=0"]
        # branches are reached sooner if neither their counts nor the inputs that share them are looked at after each input
        self.quick = ["-entropic=0", "-use_counters=0"]
        self.work, self.found, self.valid, self.kept = (
            os.path.join(ROOM, what, name) for what in ("work", "found", "valid", "kept"))

    def run(self, seconds, seed):
        for folder in (self.work, self.found, self.valid):
            os.makedirs(folder, exist_ok=True)
        unpacked(self.name, self.kept)
        if self.name != "csv":
            subprocess.run(self.program, env={**self.environment, "GUIDED_SEEDS": self.valid}, check=True)
        if not seconds:  # what was found before would change what is tried
            shutil.rmtree(self.work)
            os.makedirs(self.work)
        files = sum(len(os.listdir(folder)) for folder in (self.valid, self.kept))
        done = subprocess.run(self.program + self.options + self.quick + [
            f"-max_total_time={seconds}" if seconds else f"-runs={files + EACH * self.weight}", f"-seed={seed}",
            f"-artifact_prefix={self.found}/",
            "-print_final_stats=1", self.work, self.valid, self.kept],
            env=self.environment, capture_output=True, text=True, errors="replace", cwd=ROOM)
        self.said = done.stderr
        for name, number in re.findall(r"stat::number_of_(executed_units|calls): *(\d+)", self.said):
            if name == "calls":
                self.calls += int(number)
            else:
                self.executions += int(number)
        self.failures += done.returncode != 0
        return self

    def report(self):
        print(f"{'FAIL' if self.failures else 'ok'} {self.name}: {self.executions} executions, {self.calls} calls", flush=True)
        if self.failures:
            lines = self.said.splitlines()
            at = next((k for k, line in enumerate(lines) if re.search("BROKEN|ERROR|runtime error", line)), 0)
            print("\n".join("    " + line for line in lines[at:at + 60]))
            for path in re.findall("Test unit written to (.*)", self.said):
                with open(path, "rb") as f:
                    print(f"    input: {self.name} {base64.b64encode(f.read()).decode()}", flush=True)

    def keep(self):
        """Replaces the kept inputs by the fewest that reach as far as all that was found."""
        merged = os.path.join(ROOM, "merged", self.name)
        shutil.rmtree(merged, ignore_errors=True)
        os.makedirs(merged)
        subprocess.run(self.program + self.options + ["-merge=1", merged, self.kept, self.work], env=self.environment,
                       capture_output=True, check=True)
        inputs = []
        for path in glob.glob(os.path.join(merged, "*")):
            with open(path, "rb") as f:
                inputs.append(f.read().rstrip(b"\0").ljust(4, b"\0") if self.name != "csv" else f.read())
        with open(os.path.join(KEPT, self.name + ".txt"), "w", encoding="ascii") as f:
            f.writelines(sorted({base64.b64encode(one).decode() + "\n" for one in inputs if one}))


def parts(names):
    """The parts and their weights: the number of lines of each."""
    with open(os.path.join(ROOM, "tables.c"), encoding="utf-8") as f:
        rows = re.findall(r'^    \{"(skpi_[^"]*)", "\w+", "(\w+)", ', f.read(), re.M)
    found = {}
    for name, module in rows:
        for one in names or [module]:
            if one == module or name.startswith(one):
                found[one] = found.get(one, 0) + 1
    if not names or "csv" in names:
        found["csv"] = CSV_WEIGHT
    return [Part(name, weight) for name, weight in found.items()]


def count(executions):
    """Adds to the number that is kept, behind a line that says what it counts."""
    path = os.path.join(KEPT, "executions.txt")
    with open(path) as f:
        title, before = f.read().splitlines()
    with open(path, "w") as f:
        f.write(f"{title}\n{int(before) + executions}\n")


def main():
    told = argparse.ArgumentParser()
    told.add_argument("--seconds", type=int, default=0)
    told.add_argument("--jobs", type=int, default=1)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--keep", action="store_true")
    told.add_argument("--count", action="store_true")
    told.add_argument("names", nargs="*")
    told = told.parse_args()
    build()
    all_parts = parts(told.names)
    if not all_parts:
        sys.exit("nothing has such a name")
    whole = sum(p.weight for p in all_parts)
    with concurrent.futures.ThreadPoolExecutor(told.jobs) as pool:
        each = told.seconds * told.jobs
        for part in pool.map(lambda p: p.run(each and max(LEAST, each * p.weight // whole), told.seed), all_parts):
            part.report()
    executions = sum(p.executions for p in all_parts)
    print(f"{executions} executions, {sum(p.calls for p in all_parts)} calls")
    if told.count:
        count(executions)
    if told.keep:
        for part in all_parts:
            part.keep()
    return any(p.failures for p in all_parts)


if __name__ == "__main__":
    sys.exit(main())
