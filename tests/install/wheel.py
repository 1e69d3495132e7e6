#!/usr/bin/env python3
"""The Python package by pip, into a virtual environment, offline: from the source tree, where it finds an installed
library, and the wheel of make wheel, which has the library and its manual inside.  Both give the digits of stranger.c,
python3 -m smartkpi tells where everything lies, and pip takes all of it away again.
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.environ.get("BUILDDIR") or os.path.join(SRC, "build")
PACKAGE = os.path.join(SRC, "lib", "python")
failed = 0
# No index can be reached, and pip must not need one.
ENVIRONMENT = {k: v for k, v in os.environ.items() if not re.match("SMARTKPI_|PYTHON|PIP_|MAKE|LD_|DESTDIR", k)}
ENVIRONMENT.update(PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="0", PIP_TIMEOUT="1", PIP_NO_CACHE_DIR="1", PYTHONNOUSERSITE="1",
                   PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_COLOR="1")


def check(good, text, *more):
    global failed
    failed += not good
    print("ok" if good else "FAIL", f"wheel: {text}", *(() if good else more), flush=True)
    return good


def run(*command, cwd="/", **more):
    done = subprocess.run(command, cwd=cwd, env={**ENVIRONMENT, **more}, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def listed(top):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names
                  if "__pycache__" not in folder)


def inside(python, library, text):
    """The package in the environment finds this library, and gives the digits of the source tree."""
    status, said = run(python, "-m", "smartkpi")
    check(status == 0 and "known answers come out" in said and re.search(rf"^library +{re.escape(library)}$", said, re.M),
          f"{text}: python3 -m smartkpi", said)
    with open(os.path.join(SRC, "tests/install/stranger.py"), encoding="utf-8") as f:
        program = f.read()
    got = run(python, "-c", program)
    want = run(sys.executable, "-c", program, PYTHONPATH=PACKAGE, SMARTKPI_LIBRARY=os.path.join(BUILD, "lib/.libs/libsmartkpi.so"),
               PYTHONDONTWRITEBYTECODE="1")
    check(got == want and got[0] == 0, f"{text}: the digits of a program", got, want)
    return said


def main():
    if os.environ.get("SKPI_SANITIZERS", "no") not in ("", "no"):
        print("skip wheel: Python cannot load a library for a sanitizer by itself")
        return 77
    with tempfile.TemporaryDirectory() as top:
        top = os.path.realpath(top)
        venv = os.path.join(top, "venv")
        status, said = run(sys.executable, "-m", "venv", venv)
        if status:
            print("skip wheel: no virtual environments (Debian: python3-venv):", said.splitlines()[-1:] or "")
            return 77
        python, before, tree = os.path.join(venv, "bin", "python"), listed(venv), listed(PACKAGE)
        purelib = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")[1].strip()

        status, said = run(python, "-m", "pip", "install", PACKAGE)
        check(status == 0, "pip install of the source tree", said)
        check(listed(PACKAGE) == tree, "it leaves nothing in the source tree")
        status, said = run(python, "-c", "import smartkpi")
        soname = re.search(r"^  (libsmartkpi\.so\.\d+): ", said, re.M)
        if soname:  # no library is installed on this system
            check("ImportError: libsmartkpi was not found" in said, "without a library it says where it looked", said)
            library = os.path.join(venv, "lib", soname[1])
            shutil.copy(os.path.join(BUILD, "lib/.libs", soname[1]), library)
            inside(python, library, "from the source tree")
            os.remove(library)
        status, said = run(python, "-m", "pip", "uninstall", "-y", "smartkpi")
        check(status == 0 and listed(venv) == before, "pip uninstall leaves nothing", said)

        made = []
        for _ in range(2):
            status, said = run("make", "-s", "wheel", cwd=BUILD)
            names = [n for n in os.listdir(BUILD) if re.fullmatch(r"smartkpi-.*\.whl", n)]
            if not check(status == 0 and len(names) == 1, "make wheel", said, names):
                return 1
            with open(os.path.join(BUILD, names[0]), "rb") as f:
                made.append(hashlib.sha256(f.read()).hexdigest())
        check(made[0] == made[1], "two wheels have the same bytes")
        status, said = run(python, "-m", "pip", "install", os.path.join(BUILD, names[0]))
        check(status == 0, f"pip install of {names[0]}", said)
        found = [n for n in os.listdir(os.path.join(purelib, "smartkpi")) if n.startswith("libsmartkpi.so.")]
        if check(len(found) == 1, "the library is inside", found):
            said = inside(python, os.path.join(purelib, "smartkpi", found[0]), "the wheel")
            page = os.path.join(venv, "share/man/man7/smartkpi.7")
            check(f"man -l {page}\n" in said and os.path.exists(page), "the manual is inside", said)
        status, said = run(python, "-m", "pip", "check")
        check(status == 0, "pip check", said)
        status, said = run(python, "-m", "pip", "uninstall", "-y", "smartkpi")
        check(status == 0 and listed(venv) == before, "pip uninstall leaves nothing", said)
        os.remove(os.path.join(BUILD, names[0]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
