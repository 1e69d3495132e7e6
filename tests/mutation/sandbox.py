"""Objects of lib/ that are replaced in a build, and the programs and the probe that are linked with them.

Nothing of the build is changed: a program of the build is linked once more, in a folder of its own, with the objects
that are replaced before the library's private archive.  A sanitizer watches the objects that are replaced, those that
they use, and the program.
"""
import glob
import os
import re
import resource
import shutil
import signal
import subprocess
import threading
import time

from graph import Graph

SRC = os.environ.get("SRCDIR") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEMORY = 4 << 30  # bytes that a test may have; a sanitizer takes address space without end
WORKERS = 2
SANITIZERS = ["-fsanitize=address,undefined,float-cast-overflow", "-fno-sanitize-recover=all"]
# A local variable that nobody has set holds no zeros, and neither does memory (MALLOC_PERTURB_); but for valgrind it is
# not set.
NO_ZEROS = "-ftrivial-auto-var-init=pattern"
PIECES = "lib/core/size.c"  # for a sanitizer it parts the pieces of a block of memory
PLAIN, SANITIZED, WATCHED = "plain", "sanitized", "watched"  # how objects are compiled; WATCHED by valgrind


def limit(how):
    if how == PLAIN:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))


def run(command, seconds, **more):
    """(exit status or None if the time was over, output) of a command and its children."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, **more)
    try:
        text = child.communicate(timeout=seconds)[0]
        return child.returncode, text.decode(errors="replace")
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        return None, "it does not end"


def must(command):
    status, text = run(command, 3600)
    if status:
        raise SystemExit(text)
    return text


class Sandbox:
    def __init__(self, build, folder):
        self.build, self.folder = os.path.abspath(build), folder
        with open(os.path.join(self.build, "Makefile")) as f:
            made = dict(re.findall(r"^(\w+) = (.*)$", f.read(), flags=re.M))
        words = lambda name: made.get(name, "").split()
        if made.get("enable_sanitizers", "no") not in ("", "no"):
            raise SystemExit("mutants need a build without sanitizers")
        self.compiler = words("CC")
        self.include = [f"-I{path}" for path in (os.path.join(SRC, "lib"), os.path.join(self.build, "include"),
                                                 os.path.join(SRC, "include"), os.path.join(SRC, "tests"))]
        plain = [f for f in words("SKPI_CFLAGS") if re.match(r"-(f(?!sanitize|no-sanitize)|m|pthread)", f)]
        self.flags = [*plain, *words("SKPI_VISIBILITY"), *words("SKPI_KERNEL_CPPFLAGS"), *words("GSL_CFLAGS"),
                      *words("CHECK_CFLAGS"), "-O1", "-w", "-fPIC", "-DSKPI_BUILD", "-DSKPI_PROBE", "-D_GNU_SOURCE"]
        self.libraries = [*words("CHECK_LIBS"), *words("GSL_LIBS"), "-lm", "-pthread"]
        self.sources = sorted(os.path.relpath(p, SRC) for p in glob.glob(os.path.join(SRC, "lib", "*", "*.c")))
        self.headers = sorted(os.path.relpath(p, SRC) for p in glob.glob(os.path.join(SRC, "lib", "*", "*.h")))
        self.units = {}  # the options that each of them is linked with
        self.long = set()  # those that a slow checker makes shorter
        for path in sorted(glob.glob(os.path.join(SRC, "tests", "unit", "*.c"))):
            with open(path) as f:
                text = f.read()
            if "UNIT_MAIN" in text or "unit_run" in text:
                self.units[os.path.relpath(path, SRC)] = [f"-Wl,--wrap={name}" for name in
                                                          sorted(set(re.findall(r"\b__wrap_(\w+)\(", text)))]
                if re.search(r"\bunit_(slow|trials)\(", text):
                    self.long.add(os.path.relpath(path, SRC))
        self.locks, self.lock, self.seconds, self.broken = {}, threading.Lock(), {}, {}
        self.make()

    def make(self):
        """Brings the build up to date, and finds its objects."""
        closed = ["tests/truth/closed"] if os.path.exists(os.path.join(self.build, "tests", "truth", "closed")) else []
        must(["make", "-s", "-C", self.build, f"-j{WORKERS}", "all", "tests/fuzz/probe.la", "tests/fuzz/shim.la",
              *closed, *[unit[:-2] for unit in self.units]])
        at = lambda *parts: glob.glob(os.path.join(self.build, *parts))
        objects = {}
        for path in at("lib", "*", ".libs", "libskpi*_la-*.o"):
            module = path.split(os.sep)[-3]
            objects[f"lib/{module}/{os.path.basename(path).split('_la-')[1][:-2]}.c"] = path
        gone = [s for s in self.sources if s not in objects]
        if gone:
            raise SystemExit(f"the build has no objects of {' '.join(gone)}")
        self.archive = os.path.join(self.build, "lib", ".libs", "libskpi.a")
        self.probe = at("tests", "fuzz", ".libs", "probe_la-probe.o") + at("lib", "*", ".libs", "*_probe_la-*.o")
        self.truth = at("tests", "truth", "*.o") if closed else []
        self.compared = must([os.path.join(self.build, *closed[0].split("/")), "--bounds"]) if closed else ""
        self.compared = {line.split()[0] for line in self.compared.splitlines()}
        self.graph = Graph({s: objects[s] for s in self.sources}, {u: self.unit(u) for u in self.units}, self.headers,
                           SRC)
        status, _ = run([*self.compiler, NO_ZEROS, "-x", "c", "-c", os.devnull, "-o", self.path("nothing.o")], 60)
        filled = [NO_ZEROS] if status == 0 else []
        self.ways = {PLAIN: filled, SANITIZED: [*filled, *SANITIZERS], WATCHED: []}

    def path(self, *parts):
        path = os.path.join(self.folder, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def unit(self, unit):
        return os.path.join(self.build, unit[:-2] + ".o")

    def once(self, key):
        """A lock for what is made once."""
        with self.lock:
            return self.locks.setdefault(key, threading.Lock())

    def compile(self, source, out, how, first=()):
        """Compiles a source; headers are sought in the folders `first` before those of the tree."""
        return run([*self.compiler, *[f"-I{p}" for p in first], *self.include, *self.flags,
                    *self.ways[how], "-c", source, "-o", out], 120)

    def original(self, source, how):
        """The object of a source without a change."""
        out = self.path(how, source.replace("/", "_")[:-2] + ".o")
        with self.once(out):
            if not os.path.exists(out):
                status, text = self.compile(os.path.join(SRC, source), out, how)
                if status:
                    raise SystemExit(f"{source} does not compile:\n{text}")
        return out

    def originals(self, sources, how):
        """The variant that has these sources, without a change."""
        folder = self.path("originals", how + "+".join(sorted(sources)).replace("/", "_")[-150:])
        return Variant(self, folder, sources, [self.original(s, how) for s in sorted(sources)], how)

    def sound(self, test, sources, how):
        """Whether the test passes without a change; found once.  It also tells how long the test takes."""
        key = test.key, tuple(sorted(sources)), how
        with self.once(key):
            if key not in self.broken:
                self.broken[key] = self.originals(sources, how).fails(test, 600)
                if self.broken[key]:
                    print(f"without a change, {how}, {self.broken[key]}", flush=True)
        return not self.broken[key]


class Variant:
    """Objects in place of some sources'; what is linked with them is linked when a test asks for it."""

    def __init__(self, sandbox, folder, sources, objects, how):
        self.sandbox, self.folder, self.objects, self.how = sandbox, folder, list(objects), how
        if how == SANITIZED:
            near = {s for s in [*sandbox.graph.used_by(sources), PIECES] if s not in sources}
            self.objects += [sandbox.original(s, how) for s in sorted(near)]
        os.makedirs(os.path.join(folder, "tests", "fuzz", ".libs"), exist_ok=True)

    def link(self, name, *parts):
        out = os.path.join(self.folder, name)
        with self.sandbox.once(out):
            if os.path.exists(out):
                return out
            os.makedirs(os.path.dirname(out), exist_ok=True)
            watching = SANITIZERS if self.how == SANITIZED else []
            status, text = run([*self.sandbox.compiler, *watching, "-Wl,-s,-z,muldefs", "-o", out, *self.objects,
                                *parts, *self.sandbox.libraries], 120)
            if status:
                raise SystemExit(f"{name} does not link:\n{text}")
        return out

    def unit(self, unit):
        own = self.sandbox.original(unit, self.how) if self.how == SANITIZED else self.sandbox.unit(unit)
        return self.link(unit[:-2], own, *self.sandbox.units[unit], self.sandbox.probe[0], self.sandbox.archive)

    def closed(self):
        return self.link("tests/truth/closed", *self.sandbox.truth, self.sandbox.probe[0], self.sandbox.archive,
                         "-lquadmath")

    def library(self):
        shim = os.path.join(self.folder, "tests", "fuzz", ".libs", "shim.so")
        if not os.path.exists(shim):
            shutil.copy(os.path.join(self.sandbox.build, "tests", "fuzz", ".libs", "shim.so"), shim)
        return self.link("tests/fuzz/.libs/probe.so", "-shared", "-Wl,-soname,probe.so", *self.sandbox.probe,
                         "-Wl,--whole-archive", self.sandbox.archive, "-Wl,--no-whole-archive")

    def environment(self, test):
        slow = {} if test.kind == "long" else {"SMARTKPI_SLOW": "1"}
        return {**os.environ, "SRCDIR": SRC, "BUILDDIR": self.folder, "CK_FORK": "no", "CK_DEFAULT_TIMEOUT": "0",
                "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": self.sandbox.folder, "SMARTKPI_SECONDS": "30",
                "SMARTKPI_LIBRARY": os.path.join(self.folder, "tests", "fuzz", ".libs", "probe.so"), **slow,
                "PYTHONPATH": os.path.join(SRC, "lib", "python"), "CC": " ".join(self.sandbox.compiler),
                "MALLOC_PERTURB_": "165", "ASAN_OPTIONS": "allocator_may_return_null=1",
                "UBSAN_OPTIONS": "halt_on_error=1"}

    def fails(self, test, seconds=None):
        """None if the test passes, else how it fails.  The time limit is ten times what it takes without a change."""
        known = self.sandbox.seconds.get((test.key, self.how))
        command = test.command(self)
        begun = time.monotonic()
        status, text = run(command, seconds or 10 * known + 10, env=self.environment(test), cwd=self.folder,
                           preexec_fn=lambda: limit(self.how))
        if status == 0 and known is None:
            self.sandbox.seconds[test.key, self.how] = time.monotonic() - begun
        if status == 0:
            return None
        wrong = [line.strip() for line in text.splitlines()
                 if re.search(r":[FE]:|FAIL|^SUMMARY|: runtime error|^==\d+== \w|^    \w", line)]
        ended = "it does not end" if status is None else f"status {status}"
        return f"{test.name}: {(wrong or [ended])[0][:150]}"
