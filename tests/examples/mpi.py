#!/usr/bin/env python3
"""examples/mpi/ensemble_mpi: 1 to 5 ranks print the lines of ensemble_fan; bad data end the job, in words, once."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import checks
from checks import check

HEADER = "place,share,drift,sigma,last_year,end_year"
ROWS = [f"Place {i},{.05 + .9 * i / 7:.3f},{.005 * i - .01:.3f},{.01 + .01 * i:.2f},2025,2031" for i in range(7)]
PLAN = ["--draws", "3000", "--seed", "7"]
# a container has root alone, fewer processors than ranks, and no remote shell
ALLOWED = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_plm_rsh_agent": "sh",
           "OMPI_MCA_rmaps_base_oversubscribe": "1", "OMPI_MCA_btl": "self,vader",
           "OMPI_MCA_btl_vader_single_copy_mechanism": "none", "OMPI_MCA_oob_tcp_if_include": "lo",
           "OMPI_MCA_btl_base_warn_component_unused": "0"}


def compiled(folder):
    library = checks.BUILD / "lib/.libs"
    program = folder / "ensemble_mpi"
    made = subprocess.run(
        ["mpicc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Wshadow", "-Werror", f"-I{checks.SRC / 'include'}",
         f"-I{checks.BUILD / 'include'}", checks.SRC / "examples/mpi/ensemble_mpi.c",
         *sorted((checks.SRC / "examples/common").glob("[a-z]*.c")), f"-L{library}", "-lsmartkpi", f"-Wl,-rpath,{library}",
         "-lm", "-o", program], capture_output=True, text=True)
    check("it is compiled by mpicc without a warning", made.returncode == 0 and not made.stderr, made.stderr[-600:])
    return program


def ranks(n, folder, program, *arguments):
    done = subprocess.run(["mpirun", "-n", str(n), "--oversubscribe", program, *map(str, arguments)], capture_output=True,
                          text=True, cwd=folder, timeout=300, env={**os.environ, **ALLOWED, "TMPDIR": str(folder / "tmp")})
    return done.returncode, done.stdout, done.stderr


def main():
    if not shutil.which("mpicc") or not shutil.which("mpirun"):
        print("SKIP mpi: no mpicc and mpirun (Debian: libopenmpi-dev openmpi-bin)")
        sys.exit(77)
    checks.unsanitized("mpi")
    checks.built("ensemble_fan")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        program, file = compiled(folder), folder / "cities.csv"
        file.write_text("\n".join([HEADER, *ROWS, ""]))
        before = sorted(folder.iterdir())
        for mode in ("exact", "stream"):
            one = checks.run("ensemble_fan", "urban", file, *PLAN, "--mode", mode)[1]
            check(f"{mode}: ensemble_fan has all lines", len(one.splitlines()) == 1 + 7 * 6)
            for n in (1, 2, 3, 5):
                seen = ranks(n, folder, program, file, *PLAN, "--mode", mode, "--threads", n)
                check(f"{mode}: {n} ranks give the lines of one process", seen[:2] == (0, one), seen)
        check("no file was written", sorted(folder.iterdir()) == before)
        bad = folder / "bad.csv"
        bad.write_text("\n".join([HEADER, ROWS[0], "A,41.5,0,.1,2025,2031", ""]))
        status, output, words = ranks(3, folder, program, bad, *PLAN)
        check("bad data end the job", status == 1 and not output and words.count("bad.csv:3:2") == 1, (status, words))
        status, output, words = ranks(2, folder, program, file, "--draws", "none")
        check("wrong usage ends the job", status == 2 and not output and "--draws" in words, (status, words))
        status, output, words = ranks(1, folder, program, "--help")
        check("--help", output.startswith("usage: mpirun"), (status, output, words))
    checks.end()


if __name__ == "__main__":
    sys.exit(main())
