#!/usr/bin/env python3
"""examples/r: the package is built, checked and installed against this build's library; its own tests and examples run in
R CMD check, which must find no error and no warning."""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import BUILD, SRC, check, end, unsanitized

sys.path.insert(0, str(SRC / "tests/pages"))
from recipes import environment  # noqa: E402


def r(folder, env, *arguments):
    return subprocess.run(["R", "CMD", *map(str, arguments)], cwd=folder, env=env, capture_output=True, text=True)


def copied(folder):
    """A copy of the package, which may be written: an unpacked archive may be read-only."""
    source = folder / "package"
    shutil.copytree(SRC / "examples/r", source)
    for path in [source, *source.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    return source


def built(folder, env):
    """The package's archive, None if it cannot be built."""
    done = r(folder, env, "build", copied(folder))
    archives = list(folder.glob("smartkpi_*.tar.gz"))
    check("R CMD build", done.returncode == 0 and archives, (done.stdout + done.stderr)[-600:])
    return archives[0] if archives else None


def main():
    if not shutil.which("R"):
        print("SKIP r_package: R is not installed")
        sys.exit(77)
    unsanitized("r_package")
    if not (BUILD / "lib/.libs/libsmartkpi.so").exists():
        print("SKIP r_package: there is no shared library")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        archive = built(folder, env)
        if archive:
            env.update(_R_CHECK_CRAN_INCOMING_="FALSE", _R_CHECK_SYSTEM_CLOCK_="FALSE")
            done = r(folder, env, "check", "--no-manual", archive)
            status = re.search(r"^Status: (.*)", done.stdout, re.M)
            said = "\n".join(done.stdout.splitlines()[-40:])
            output = folder / "smartkpi.Rcheck/tests/smartkpi.Rout.fail"
            said += output.read_text(errors="replace")[-1500:] if output.exists() else ""
            check("R CMD check without error or warning", done.returncode == 0 and status and not re.search("ERROR|WARNING", status[1]),
                  said)
            check("its tests run", (folder / "smartkpi.Rcheck/tests/smartkpi.Rout").exists(), said)
            print("#", status[0] if status else "no status")
            (folder / "library").mkdir()
            done = r(folder, env, "INSTALL", f"--library={folder / 'library'}", archive)
            check("R CMD INSTALL", done.returncode == 0, done.stderr[-600:])
    end()


if __name__ == "__main__":
    main()
