"""A build of lib/, the unit tests and the probe in a folder of its own, in which one object after another is replaced.

Everything is linked to one shared library, the probe, which exports the private functions too: a mutant needs a compiler
for the objects of its file, and one link.  The sources of the tree are never written.
"""
import concurrent.futures
import glob
import os
import re
import resource
import shutil
import signal
import subprocess
import time

SRC = os.environ.get("SRCDIR") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEMORY = 4 << 30  # bytes that a test may have
WORKERS = 2


def limit():
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


class Sandbox:
    def __init__(self, build, folder):
        self.build, self.folder = os.path.abspath(build), folder
        with open(os.path.join(self.build, "Makefile")) as f:
            made = dict(re.findall(r"^(\w+) = (.*)$", f.read(), flags=re.M))
        words = lambda name: made.get(name, "").split()
        self.compiler = words("CC")
        self.include = [f"-I{path}" for path in (os.path.join(SRC, "lib"), os.path.join(self.build, "include"),
                                                 os.path.join(SRC, "include"), os.path.join(SRC, "tests"))]
        plain = [f for f in words("SKPI_CFLAGS") if re.match(r"-(f(?!sanitize|no-sanitize)|m|pthread)", f)]
        self.flags = [*plain, *words("SKPI_KERNEL_CPPFLAGS"), *words("GSL_CFLAGS"),
                      "-O1", "-w", "-fPIC", "-DSKPI_BUILD", "-D_GNU_SOURCE"]
        self.libraries = words("GSL_LIBS") + ["-lm", "-pthread"]
        self.check = words("CHECK_CFLAGS"), words("CHECK_LIBS")
        self.sources = sorted(os.path.relpath(p, SRC) for p in glob.glob(os.path.join(SRC, "lib", "*", "*.c")))
        # A program that wraps a function of the C library needs the library's objects in it.
        self.units = []
        for path in sorted(glob.glob(os.path.join(SRC, "tests", "unit", "*.c"))):
            with open(path) as f:
                text = f.read()
            if ("UNIT_MAIN" in text or "unit_run" in text) and "__wrap_" not in text:
                self.units.append(os.path.relpath(path, SRC))
        self.seconds = {}

    def path(self, *parts):
        path = os.path.join(self.folder, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def object(self, source):
        return self.path("objects", source.replace("/", "_")[:-2] + ".o")

    def compile(self, source, out, first=(), seconds=120):
        """Compiles a source; headers are sought in the folders `first` before those of the tree."""
        return run([*self.compiler, *[f"-I{p}" for p in first], *self.include, *self.flags, *self.check[0], "-c",
                    source, "-o", out], seconds)

    def link(self, objects, out):
        return run([*self.compiler, "-shared", "-Wl,-Bsymbolic,-soname,probe.so", *objects, "-o", out, *self.libraries], 120)

    def make(self):
        """Compiles and links everything; raises if something does not compile."""
        todo = [(s, self.object(s)) for s in self.sources + self.units + ["tests/fuzz/probe.c", "tests/fuzz/shim.c"]]
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            for (source, _), (status, text) in zip(todo, pool.map(
                    lambda t: self.compile(os.path.join(SRC, t[0]), t[1]), todo)):
                if status:
                    raise SystemExit(f"{source} does not compile:\n{text}")
        self.objects = {s: self.object(s) for s in self.sources + ["tests/fuzz/probe.c"]}
        probe = self.path("probe.so")
        status, text = self.link(self.objects.values(), probe)
        if status:
            raise SystemExit(text)
        run([*self.compiler, "-shared", self.object("tests/fuzz/shim.c"), "-o", self.path("shim.so"), "-ldl"], 60)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            for status, text in pool.map(lambda unit: run(
                    [*self.compiler, self.object(unit), "-o", self.path("unit", self.name(unit)), probe,
                     *self.check[1], *self.libraries], 60), self.units):
                if status:
                    raise SystemExit(text)

    @staticmethod
    def name(unit):
        return os.path.basename(unit)[:-2]

    def worker(self, number):
        """A build folder for one mutant at a time, as the drivers look for it."""
        where = self.path(f"worker{number}", "tests", "fuzz", ".libs", "probe.so")
        shutil.copy(self.path("probe.so"), where)
        shutil.copy(self.path("shim.so"), os.path.dirname(where))
        return self.path(f"worker{number}")

    def environment(self, worker):
        libraries = os.path.join(worker, "tests", "fuzz", ".libs")
        return {**os.environ, "SRCDIR": SRC, "BUILDDIR": worker, "LD_LIBRARY_PATH": libraries, "CK_FORK": "no",
                "CK_DEFAULT_TIMEOUT": "0", "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": self.folder,
                "SMARTKPI_LIBRARY": os.path.join(libraries, "probe.so"), "SMARTKPI_SECONDS": "30",
                "PYTHONPATH": os.path.join(SRC, "lib", "python")}

    def test(self, worker, command):
        """None if the test passes, else how it fails.  The time limit is ten times what it took before."""
        key = " ".join(command)
        begun = time.monotonic()
        allowed = 10 * self.seconds[key] + 10 if key in self.seconds else 600
        status, text = run(command, allowed, env=self.environment(worker), preexec_fn=limit, cwd=worker)
        if key not in self.seconds and status == 0:
            self.seconds[key] = time.monotonic() - begun
        if status == 0:
            return None
        wrong = [line.strip() for line in text.splitlines() if re.search(r":[FE]:|FAIL|^    ", line)]
        return f"{os.path.basename(command[-1])}: {(wrong or [text.strip()[-80:] or f'status {status}'])[0][:150]}"
