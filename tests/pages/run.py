"""Compile and run a program of the documentation against the build tree, and compare what it prints."""
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path


class Runner:
    def __init__(self, srcdir, builddir, cc="cc"):
        self.src, self.build, self.cc = Path(srcdir), Path(builddir), cc.split()
        libs = self.build / "lib/.libs"
        shared = [p for p in (libs / "libsmartkpi.so", libs / "libsmartkpi.dylib") if p.exists()]
        self.library = shared[0] if shared else libs / "libsmartkpi.a"
        self.missing = None if self.library.exists() else f"no library in {libs}: build first"
        code = self.library.read_bytes() if not self.missing else b""
        # the program needs the sanitizer's runtime too
        self.sanitize = [f"-fsanitize={kind}" for mark, kind in
                         ((b"__asan_init", "address"), (b"__ubsan_handle", "undefined"), (b"__tsan_init", "thread"))
                         if mark in code]
        self.env = dict(os.environ, LC_ALL="C", LD_LIBRARY_PATH=str(libs), DYLD_LIBRARY_PATH=str(libs))

    def link(self):
        if self.library.suffix == ".a":
            return [str(self.library), "-lgsl", "-lgslcblas", "-lpthread", "-lm"]
        return [str(self.library), "-lm"]

    def compile(self, program, binary):
        """The compiler's messages; "" if there are none."""
        source = Path(str(binary) + ".c")
        source.write_text(program + "\n", encoding="utf-8")
        run = subprocess.run([*self.cc, "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{self.src}/include",
                              f"-I{self.build}/include", *self.sanitize, str(source), "-o", str(binary), *self.link()],
                             capture_output=True, text=True)
        return run.stdout + run.stderr if run.returncode else ""

    def command(self, kind, program, tmp):
        env = dict(self.env)
        if kind == "c":
            said = self.compile(program, tmp / "example")
            return said, [str(tmp / "example")], env
        (tmp / "example.py").write_text(program + "\n", encoding="utf-8")
        env.update(PYTHONPATH=str(self.src / "lib/python"), SMARTKPI_LIBRARY=str(self.library), PYTHONDONTWRITEBYTECODE="1")
        if "-fsanitize=address" in self.sanitize:
            name = subprocess.run([*self.cc, "-print-file-name=libasan.so"], capture_output=True, text=True).stdout.strip()
            env.update(LD_PRELOAD=name, ASAN_OPTIONS="detect_leaks=0")
        return "", [sys.executable, str(tmp / "example.py")], env

    def check(self, kind, program, output):
        """The faults of a program that must print exactly this."""
        if self.missing:
            return [self.missing]
        with tempfile.TemporaryDirectory() as tmp:
            said, command, env = self.command(kind, program, Path(tmp))
            if said:
                return ["does not compile: " + said.replace(tmp + "/", "").strip()]
            try:
                run = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp, timeout=120)
            except subprocess.TimeoutExpired:
                return ["runs for more than two minutes"]
        faults = []
        if run.returncode:
            faults.append(f"exit status {run.returncode}")
        if run.stderr:
            faults.append("prints on standard error: " + run.stderr.strip())
        if run.stdout != output + "\n":
            faults.append("prints something else than the page says:\n" + "\n".join(difflib.unified_diff(
                output.split("\n"), run.stdout[:-1].split("\n"), "page", "program", lineterm="", n=1)))
        return faults
