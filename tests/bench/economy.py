#!/usr/bin/env python3
"""Input-output tables of 71, 127, 402 and 500 sectors: check, factor and digital share, beside two LU solvers; all that
is told of one of 1,435 sectors before it is used, within .25 s.

Ours is all that a program does with a table: skpi_economy_iotable_new (checks, factors, three solves), the share, free.
Peers get I - A ready made, and do one factorisation and one solve:
  GSL   gsl_linalg_LU_decomp, gsl_linalg_LU_solve with gslcblas
  dgesv LAPACK's, of an OpenBLAS found in NumPy or on the system, one thread.  The kernel is its own choice, but where
        it falls back to that of an old processor because it does not know this one, Haswell's is asked for
"""
import ctypes
import ctypes.util
import os
import re
import sys

ASKED = "SMARTKPI_BENCH_KERNEL"  # set by this script for the process that it starts


def anew(kernel=None):
    """Starts this script again in another environment, because OpenBLAS reads its environment when it is loaded."""
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        os.environ.pop(name, None)
    if kernel:
        os.environ.update({"OPENBLAS_CORETYPE": kernel, ASKED: kernel})
    os.execv(sys.executable, [sys.executable, *sys.argv])


if ASKED not in os.environ and {"OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"} & set(os.environ):
    anew()
os.environ["OPENBLAS_NUM_THREADS"] = "1"

from pairs import compare, limit  # noqa: E402

from smartkpi._call import Call  # noqa: E402
from smartkpi import economy  # noqa: E402

try:
    import numpy
except ImportError:
    print("# economy: tables are made by NumPy")
    raise SystemExit(0)

DOUBLES = ctypes.POINTER(ctypes.c_double)
found = {}


def table(n):
    """Flows of which a third are 0, with coefficients that add up to about one half."""
    random = numpy.random.default_rng(n)
    z = random.uniform(0, 1.5 / n, (n, n)) * (random.uniform(size=(n, n)) < 2 / 3)
    x = random.uniform(100, 1000, n)
    return z * x, x, .8 * x * (1 - z.sum(axis=0)), x - z @ x


def share(source, flags, members):
    """Calls new, share and free as a C program would."""
    with economy.IOTable(economy.IOTableSource(*source)) as t:
        call = Call("skpi_digital_adb")
        call.handle("table", t)
        call.axis("table", n_sectors=t.n_sectors)
        call.take("n_sectors", digital=flags, investment=numpy.full(t.n_sectors, .1))
        call.out("out", **dict.fromkeys(members, ""))
        found["ours"] = call.run()


class Gsl:
    class Matrix(ctypes.Structure):
        _fields_ = [("size1", ctypes.c_size_t), ("size2", ctypes.c_size_t), ("tda", ctypes.c_size_t),
                    ("data", ctypes.c_void_p), ("block", ctypes.c_void_p), ("owner", ctypes.c_int)]

    class Vector(ctypes.Structure):
        _fields_ = [("size", ctypes.c_size_t), ("stride", ctypes.c_size_t), ("data", ctypes.c_void_p),
                    ("block", ctypes.c_void_p), ("owner", ctypes.c_int)]

    def __init__(self):
        ctypes.CDLL("libgslcblas.so.0", ctypes.RTLD_GLOBAL)
        self.gsl = ctypes.CDLL(ctypes.util.find_library("gsl") or "libgsl.so")
        self.gsl.gsl_permutation_alloc.restype = ctypes.c_void_p

    def peer(self, a, y):
        n = len(a)
        work, x, sign = numpy.empty_like(a), numpy.empty_like(y), ctypes.c_int()
        m, b, to = self.Matrix(n, n, n, work.ctypes.data), self.Vector(n, 1, y.ctypes.data), self.Vector(n, 1, x.ctypes.data)
        p = ctypes.c_void_p(self.gsl.gsl_permutation_alloc(ctypes.c_size_t(n)))

        def run():
            work[:] = a
            self.gsl.gsl_linalg_LU_decomp(ctypes.byref(m), p, ctypes.byref(sign))
            self.gsl.gsl_linalg_LU_solve(ctypes.byref(m), p, ctypes.byref(b), ctypes.byref(to))
            found["GSL"] = x
        return run


class Openblas:
    """dgesv_ of an OpenBLAS that is in this process (NumPy's) or on the system."""

    def __init__(self):
        with open("/proc/self/maps", encoding="utf-8") as f:
            paths = sorted(set(re.findall(r"/\S*openblas\S*\.so\S*", f.read())))
        for path in paths + ["libopenblas.so.0"]:
            try:
                library = ctypes.CDLL(path)
            except OSError:
                continue
            for before in ("scipy_", ""):
                for after, integer in (("64_", ctypes.c_int64), ("_64_", ctypes.c_int64), ("", ctypes.c_int32)):
                    if hasattr(library, f"{before}dgesv_{after}"):
                        self.dgesv, self.integer = getattr(library, f"{before}dgesv_{after}"), integer
                        name = getattr(library, f"{before}openblas_get_corename{after}", None)
                        if name:
                            name.restype = ctypes.c_char_p
                        kernel = name().decode() if name else "unknown"
                        with open("/proc/cpuinfo", encoding="utf-8") as f:
                            old = kernel in ("Prescott", "Core2", "Nehalem") and " avx2 " in f.read()
                        if old and ASKED not in os.environ:
                            anew("Haswell")
                        self.what = f"{os.path.realpath(path)}, kernel {kernel}"
                        return
        raise OSError("no OpenBLAS")

    def peer(self, a, y):
        n, one, info = self.integer(len(a)), self.integer(1), self.integer()
        columns, work, x = numpy.array(a.T, order="C"), numpy.empty_like(a), numpy.empty_like(y)
        pivot = (self.integer * len(a))()

        def run():
            work[:] = columns
            x[:] = y
            self.dgesv(*map(ctypes.byref, (n, one)), work.ctypes.data_as(DOUBLES), ctypes.byref(n), pivot,
                       x.ctypes.data_as(DOUBLES), ctypes.byref(n), ctypes.byref(info))
            found["dgesv"] = x
        return run


def peers():
    """OpenBLAS comes first, because a kernel can be chosen only in a new process."""
    for name, make, goals in (("dgesv", Openblas, (.5, 0)), ("GSL's LU and a solve", Gsl, (2, 1 / .65))):
        try:
            peer = make()
        except (OSError, AttributeError) as e:
            print(f"# economy: no {name}: {e}")
            continue
        if isinstance(peer, Openblas):
            print(f"# economy: dgesv of {peer.what}")
            name += " of OpenBLAS"
        yield name, peer, goals


for peer_name, peer, (goal, goal_all) in peers():
    for n in (71, 127, 402, 500):
        found.clear()
        source = table(n)
        flow, x, _, y = source
        flags = numpy.zeros(n, numpy.int32)
        flags[numpy.linspace(0, n - 1, 20).astype(int)] = 1
        run = peer.peer(numpy.eye(n) - flow / x, y)
        compare(f"table of {n}: factor and exact share, ms, {peer_name}",
                lambda: share(source, flags, ("share_exact",)), run, 1, goal if n == 500 else 0, 1e3)
        if goal_all:
            compare(f"table of {n}: factor and all terms, 20 digital, ms, {peer_name}",
                    lambda: share(source, flags, ("share_exact", "double_count")), run, 1,
                    goal_all if n == 500 else 0, 1e3)
        worst = max(abs(value / x - 1).max() for key, value in found.items() if key != "ours")
        if not worst < 1e-11:
            raise SystemExit(f"economy: a peer's output is {worst:g} off")

many = economy.IOTableSource(*table(1435))
limit("table of 1435: every finding of the check, ms", lambda: economy.iotable_source_check(many), 1, 250, 1e3)
