#!/usr/bin/env python3
"""Ensembles of logit walks, 41 years, 10,240 draws, mean and five quantiles of every year, beside those who do the same.

Peers, as far as they are there:
  NumPy as usually written  all paths in one array, cumsum, numpy.quantile
  NumPy at its best         SFC64, one vector that walks in place, nothing allocated in the loop, one partition
  GSL naive, careful        ensemble_peer.c, compiled here with the compiler's best for this machine
  R as usually written      rnorm, cumsum, quantile; best: one vector that walks, sort partially
Goals are those of the code that runs here; rows of other code have its own.  Memory is what the peak grows by in a
process of its own.
"""
import ctypes
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from pairs import QUICK, compare, limit, report, seconds

import smartkpi
from smartkpi import carbon, digital, ensemble, urban

try:
    import numpy
except ImportError:
    numpy = None

DRAWS, YEARS, PLACES = 10240, 41, 4 if QUICK else 8
PROB = [.05, .25, .5, .75, .95]
SHARE = [.3 + .5 * i / PLACES for i in range(PLACES)]
DRIFT, SIGMA = [.02] * PLACES, [.03] * PLACES
EXACT, STREAM = smartkpi.SKPI_ENSEMBLE_MODE_EXACT, smartkpi.SKPI_ENSEMBLE_MODE_STREAM
UNITS = PLACES * DRAWS * YEARS
PAIRS = 7 if QUICK else 21
found = {}


def logit(u):
    return math.log(u / (1 - u))


def agree(who, ours, peer, scale, spread):
    """Stops where quantiles of ours and a peer's differ by more than five standard errors on a scale where both are
    normal.  The sample quantile of two samples of n draws differs by about sd sqrt(2 p (1-p)/n)/phi(z_p); spread(h) is
    the standard deviation after h years.  ours and peer: places x years x probabilities."""
    normal = statistics.NormalDist()
    error = [math.sqrt(2 * p * (1 - p) / DRAWS) / normal.pdf(normal.inv_cdf(p)) for p in PROB]
    worst = max(abs(scale(u) - scale(v)) / (e * spread(h))
                for years in zip(ours, peer) for h, year in enumerate(zip(*years), 1)
                for u, v, e in zip(*year, error))
    if not worst < 5:
        raise SystemExit(f"ensemble: quantiles differ from those of {who} by {worst:.1f} standard errors")


def plan_of(places=PLACES, years=YEARS, **more):
    plan = ensemble.Plan(2020, years, **{"seed": 2026, "n_draws": DRAWS, "n_places": places, **more})
    urban.ensemble_add(plan, (SHARE * places)[:places], (DRIFT * places)[:places], (SIGMA * places)[:places])
    return plan


def run_of(plan, **options):
    result = ensemble.Result(plan)
    result.run(plan, **options)
    return result


def runs(dispatch):
    try:
        run_of(plan_of(1, 1, n_draws=1), dispatch=dispatch)
        return True
    except smartkpi.Error:
        return False


if sys.argv[1:2] == ["--memory"]:  # this is the process that is measured
    mode, draws = int(sys.argv[2]), int(float(sys.argv[3]))
    small = run_of(plan_of(1, 1, n_draws=512, mode=mode))

    def status(name):
        with open("/proc/self/status", encoding="ascii") as f:
            return next(int(line.split()[1]) for line in f if line.startswith(name + ":"))
    plan = plan_of(1, 3 if mode == EXACT else YEARS, n_draws=draws, mode=mode)
    with open("/proc/self/clear_refs", "w", encoding="ascii") as f:
        f.write("5")
    before = status("VmRSS")
    kept = run_of(plan)
    print((status("VmHWM") - before) / 1024)
    raise SystemExit(0)

NAMES = {smartkpi.SKPI_ENSEMBLE_DISPATCH_PLAIN: "plain", smartkpi.SKPI_ENSEMBLE_DISPATCH_X86_64_V3: "x86-64-v3",
         smartkpi.SKPI_ENSEMBLE_DISPATCH_X86_64_V4: "x86-64-v4"}
CODES = [d for d in NAMES if runs(d)]
BEST = CODES[-1]


def goal(v4, v3):
    return v4 if BEST == smartkpi.SKPI_ENSEMBLE_DISPATCH_X86_64_V4 else v3


whole, bare = plan_of(), plan_of(no_quantiles=True)


def ours():
    result = run_of(whole)
    found["ours"] = result.mean(0, 0), result.quantile(0, 0, PROB)


GROWTH, SHOCK = [.004] * PLACES, [.0175] * PLACES


def walk_spread(h):
    return SIGMA[0] * math.sqrt(h)


def emission_spread(h):
    """Of ln E: a shock to the drift, which fades by a tenth a year, is a sum of powers of .9 in all later years."""
    return math.sqrt(SIGMA[0] ** 2 * h + SHOCK[0] ** 2 * sum(((1 - .9 ** k) / .1) ** 2 for k in range(1, h + 1)))


def product_spread(h):
    """Of ln E: that of a sum of walks whose shocks are correlated."""
    def joint(sigma):
        return sum(a * b * FACTOR[5][i][j] for i, a in enumerate(sigma) for j, b in enumerate(sigma))
    fading = sum(((1 - .9 ** k) / .1) ** 2 for k in range(1, h + 1))
    return math.sqrt(joint(FACTOR[3]) * h + joint(FACTOR[4]) * fading)


def logit(p):
    return math.log(p / (1 - p))


def part_spread(h):
    """There is no closed form: from the peer's outer quantiles, as of a normal distribution."""
    year = found["peer"][0][h - 1]
    return (logit(year[-1]) - logit(year[0])) / (
        statistics.NormalDist().inv_cdf(PROB[-1]) - statistics.NormalDist().inv_cdf(PROB[0]))


def joint_of(what, factor=False, event=None, aggregate=False, **more):
    """A plan of urban shares or emissions whose drift fades and changes, with a factor of 8 places, with an event, with
    the sum of all places."""
    plan = ensemble.Plan(2020, YEARS, seed=2026, n_draws=DRAWS, n_places=PLACES, **more)
    if what == "walk":
        model = urban.ensemble_add(plan, SHARE, DRIFT, SIGMA)
    elif what == "urban":
        model = urban.ensemble_add(plan, SHARE, DRIFT, SIGMA, growth=GROWTH, drift_sigma=SHOCK)
    else:
        model = carbon.ensemble_add(plan, SHARE, SIGMA, drift=DRIFT, growth=GROWTH, drift_sigma=SHOCK)
    if factor:
        plan.load(model, 0, plan.factor(), [.6] * PLACES)
    if aggregate:
        plan.aggregate([model] * PLACES, [0] * PLACES, list(range(PLACES)), weight=[[1 + i] * YEARS for i in range(PLACES)])
    if event:
        plan.event(model, 0, event, 2040, threshold=None if event == "peaked" else SHARE)
    return plan


def carbon_ours():
    result = run_of(CARBON)
    found["carbon"] = result.mean(0, 0), result.quantile(0, 0, PROB), result.quantile(0, 1, PROB)


def carbon_numpy():
    """Emissions and their sums as usually written: two shocks a year, all paths in one array."""
    rng = numpy.random.default_rng(2026)
    out = []
    for p, m, s in zip(SHARE, DRIFT, SIGMA):
        u, v = numpy.zeros(DRAWS), m - GROWTH[0]
        step = numpy.empty((DRAWS, YEARS))
        for k in range(YEARS):
            u = .9 * u + SHOCK[0] * rng.standard_normal(DRAWS)
            v *= .9
            step[:, k] = GROWTH[0] + v + u + s * rng.standard_normal(DRAWS)
        e = p * numpy.exp(numpy.cumsum(step, axis=1))
        c = numpy.cumsum(e, axis=1)
        out.append((e.mean(axis=0), numpy.quantile(e, PROB, axis=0), c.mean(axis=0), numpy.quantile(c, PROB, axis=0)))
    found["peer"] = numpy.array([q for _, q, _, _ in out]).transpose(0, 2, 1)
    found["peer_sums"] = numpy.array([q for _, _, _, q in out]).transpose(0, 2, 1)


# Four factors of an emission, and three parts: drift, growth, sigma, drift_sigma, correlations.
FACTOR = [1.41, 12.5, .53, 1.27], [-.001, .05, -.025, -.012], [-.002, .03, -.025, -.015], [.001, .02, .02, .012], [
    .0005, .006, .006, .004], [[1, 0, 0, 0], [0, 1, -.4, 0], [0, -.4, 1, .2], [0, 0, .2, 1]]
PART = [10, 33, 57], [.03, .05], [.01, .01], [.03, .04], [.005, .005], .5


def kaya_of(**flags):
    plan = ensemble.Plan(2020, YEARS, seed=2026, n_draws=DRAWS, n_places=PLACES)
    start, drift, growth, sigma, shock = [[row] * PLACES for row in FACTOR[:5]]
    carbon.ensemble_add_kaya(plan, start, sigma, drift=drift, growth=growth, drift_sigma=shock,
                             drift_correlation=FACTOR[5], noise_correlation=FACTOR[5], **flags)
    return plan


def digital_of():
    plan = ensemble.Plan(2020, YEARS, seed=2026, n_draws=DRAWS, n_places=PLACES)
    part, drift, growth, sigma, shock = [[row] * PLACES for row in PART[:5]]
    digital.ensemble_add(plan, part, sigma, drift=drift, growth=growth, drift_sigma=shock, correlation=[PART[5]] * PLACES)
    return plan


def steps_numpy(rng, drift, growth, sigma, shock, root):
    """The steps of several walks as usually written: two correlated shocks of each a year."""
    drift, growth, sigma, shock = (numpy.array(a) for a in (drift, growth, sigma, shock))
    u, v = numpy.zeros((DRAWS, len(drift))), drift - growth
    step = numpy.empty((YEARS, DRAWS, len(drift)))
    for k in range(YEARS):
        u = .9 * u + shock * (rng.standard_normal(u.shape) @ root.T)
        v = .9 * v
        step[k] = growth + v + u + sigma * (rng.standard_normal(u.shape) @ root.T)
    return step


def kaya_ours():
    result = run_of(KAYA)
    found["kaya"] = result.mean(0, 0), result.quantile(0, 0, PROB), result.quantile(0, 1, PROB)


def kaya_numpy():
    rng, root = numpy.random.default_rng(2026), numpy.linalg.cholesky(numpy.array(FACTOR[5]))
    out = []
    for _ in range(PLACES):
        x = numpy.cumsum(steps_numpy(rng, *FACTOR[1:5], root), axis=0)
        e = numpy.prod(FACTOR[0] * numpy.exp(x), axis=2)
        c = numpy.cumsum(e, axis=0)
        out.append((e.mean(axis=1), numpy.quantile(e, PROB, axis=1), c.mean(axis=1), numpy.quantile(c, PROB, axis=1)))
    found["peer"] = numpy.array([q for _, q, _, _ in out]).transpose(0, 2, 1)


def digital_ours():
    result = run_of(DIGITAL)
    found["digital"] = [(result.mean(0, v), result.quantile(0, v, PROB)) for v in range(3)]


def digital_numpy():
    rng, root = numpy.random.default_rng(2026), numpy.linalg.cholesky(numpy.array([[1, PART[5]], [PART[5], 1]]))
    out = []
    for _ in range(PLACES):
        x = numpy.cumsum(steps_numpy(rng, *PART[1:5], root), axis=0)
        e = numpy.concatenate([PART[0][:2] * numpy.exp(x), numpy.full((YEARS, DRAWS, 1), float(PART[0][2]))], axis=2)
        p = e / e.sum(axis=2, keepdims=True)
        out.append((p.mean(axis=1), numpy.quantile(p, PROB, axis=1)))
    found["peer"] = numpy.array([q[:, :, 0] for _, q in out]).transpose(0, 2, 1)


def numpy_usual():
    rng = numpy.random.default_rng(2026)
    out = []
    for p, m, s in zip(SHARE, DRIFT, SIGMA):
        x = math.log(p / (1 - p)) + numpy.cumsum(m + s * rng.standard_normal((DRAWS, YEARS)), axis=1)
        u = 1 / (1 + numpy.exp(-x))
        out.append((u.mean(axis=0), numpy.quantile(u, PROB, axis=0)))
    found["peer"] = numpy.array([q for _, q in out]).transpose(0, 2, 1)


def numpy_best():
    rng = numpy.random.Generator(numpy.random.SFC64(2026))
    x, z, u = numpy.empty(DRAWS), numpy.empty(DRAWS), numpy.empty(DRAWS)
    place = [(DRAWS - 1) * p for p in PROB]
    low = [int(p) for p in place]
    wanted = sorted({*low, *(k + 1 for k in low)})
    part = numpy.array(place) - low
    quantile = numpy.empty((PLACES, YEARS, 5))
    mean = numpy.empty((PLACES, YEARS))
    for i, (p, m, s) in enumerate(zip(SHARE, DRIFT, SIGMA)):
        x.fill(math.log(p / (1 - p)))
        for k in range(YEARS):
            rng.standard_normal(out=z)
            z *= s
            z += m
            x += z
            numpy.negative(x, out=u)
            numpy.exp(u, out=u)
            u += 1
            numpy.reciprocal(u, out=u)
            mean[i, k] = u.mean()
            u.partition(wanted)
            a = u[low]
            quantile[i, k] = a + part * (u[[r + 1 for r in low]] - a)
    found["peer"] = quantile


def gsl_peers(folder):
    """The peers naive and careful; none without a compiler or GSL."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ensemble_peer.c")
    target = os.path.join(folder, "peer.so")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gsl"], capture_output=True, text=True)
    compiler = os.environ.get("CC", "cc").split()
    if flags.returncode or subprocess.run(compiler + ["-O3", "-march=native", "-shared", "-fPIC", "-o", target, source] +
                                          flags.stdout.split() + ["-lm"]).returncode:
        return {}
    library = ctypes.CDLL(target)
    out = (ctypes.c_double * (6 * YEARS))()

    def peer(name):
        f = getattr(library, name)

        def run():
            for i, (p, m, s) in enumerate(zip(SHARE, DRIFT, SIGMA)):
                f(ctypes.c_size_t(DRAWS), ctypes.c_size_t(YEARS), ctypes.c_double(p), ctypes.c_double(m),
                  ctypes.c_double(s), ctypes.c_ulong(2026 + i), out)
                if i == 0:
                    found[name] = [out[6 * k + 1:6 * k + 6] for k in range(YEARS)]
        return run
    return {name: peer(name) for name in ("naive", "careful")}


R = """
p <- c(.05, .25, .5, .75, .95); n <- %d; t <- %d
usual <- function() { u <- plogis(apply(matrix(rnorm(n * t, .02, .03), n), 1, cumsum))
  list(rowMeans(u), apply(u, 1, quantile, p)) }
at <- (n - 1) * p; low <- floor(at) + 1; part <- at - floor(at)
best <- function() { x <- numeric(n); out <- matrix(0, t, 6)
  for (k in 1:t) { x <- x + rnorm(n, .02, .03); s <- sort(x, partial = sort(unique(c(low, low + 1))))
    out[k, ] <- c(mean(plogis(x)), plogis(s[low]) + part * (plogis(s[low + 1]) - plogis(s[low]))) }
  out }
for (f in list(usual, best)) { f(); cat(sapply(1:%d, function(i) { a <- proc.time(); f(); sum((proc.time() - a)[1:2]) }), "\\n") }
"""


def r_peers():
    done = subprocess.run(["Rscript", "-e", R % (DRAWS, YEARS, PAIRS)], capture_output=True, text=True)
    return [[float(v) for v in line.split()] for line in done.stdout.splitlines()] if done.returncode == 0 else []


def timed(figure, runs, most):
    """A run that does not use the fastest code, or is not complete, compared with its limit."""
    limit(f"{figure}, ns a draw-year, limit", runs, UNITS, most)


def wall(run):
    start, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - start, time.process_time() - cpu


def memory(mode, name, draws, most):
    done = subprocess.run([sys.executable, os.path.abspath(__file__), "--memory", str(mode), str(draws)], check=True,
                          capture_output=True, text=True)
    report(f"memory, {name}, 10^{round(math.log10(draws))} draws, MB", [[max(float(done.stdout), .01)], [most]], 1)


if numpy:
    print(f"# ensemble: NumPy {numpy.__version__}; code {NAMES[BEST]}")
MOST = {smartkpi.SKPI_ENSEMBLE_DISPATCH_PLAIN: (7.5, 6.5), smartkpi.SKPI_ENSEMBLE_DISPATCH_X86_64_V3: (3.9, 2.9),
        smartkpi.SKPI_ENSEMBLE_DISPATCH_X86_64_V4: (2.8, 2.1)}
for code in CODES:
    timed(f"urban, mean and 5 quantiles, {NAMES[code]}", lambda: run_of(whole, dispatch=code), MOST[code][0])
    timed(f"urban, mean alone, {NAMES[code]}", lambda: run_of(bare, dispatch=code), MOST[code][1])
ours()
pairs = [(seconds(lambda: run_of(whole)), seconds(lambda: run_of(bare))) for _ in range(PAIRS)]
selection = [1e9 * (a - b) / UNITS for a, b in pairs]
report("exact selection, all in, ns an element, limit", [selection, [.7]], 1)
if numpy:
    u = 1 / (1 + numpy.exp(-numpy.random.default_rng(1).standard_normal(DRAWS)))
    element = [1e9 * seconds(lambda: [numpy.quantile(u, PROB) for _ in range(20)]) / 20 / DRAWS for _ in range(PAIRS)]
    report("exact selection, ns an element, beside numpy.quantile", [selection, element], 50)
    compare("urban, ns a draw-year, NumPy as usually written", ours, numpy_usual, UNITS, goal(22, 17))
    agree("NumPy", found["ours"][1], found["peer"], logit, walk_spread)
    compare("urban, ns a draw-year, NumPy at its best", ours, numpy_best, UNITS, goal(11, 8))
    agree("NumPy", found["ours"][1], found["peer"], logit, walk_spread)
else:
    print("# ensemble: no NumPy")
with tempfile.TemporaryDirectory() as folder:
    peers = gsl_peers(folder)
    for name, least in (("naive", goal(35, 28)), ("careful", goal(15, 12))):
        if name in peers:
            compare(f"urban, ns a draw-year, C with GSL, {name}", ours, peers[name], UNITS, least)
            agree("C with GSL", found["ours"][1][:1], [found[name]], logit, walk_spread)
if shutil.which("Rscript"):
    mine = [1e9 * seconds(ours) / UNITS for _ in range(PAIRS)]
    for name, times, least in zip(("as usually written", "at its best"), r_peers(), (goal(38, 28), goal(29, 22))):
        report(f"urban, ns a draw-year, R {name}", [mine, [1e9 * t / DRAWS / YEARS for t in times]], least)
else:
    print("# ensemble: no R")
walk, CARBON, KAYA, DIGITAL = (lambda: run_of(whole)), joint_of("carbon"), kaya_of(shocks=True), digital_of()
for figure, plan, most in (
        ("urban with a drift that changes", joint_of("urban"), goal(1.1, 1.1)),
        ("emissions and their sums", CARBON, goal(2.0, 1.7)),
        ("a product of four factors, one shock", kaya_of(), goal(2.0, 1.7)),
        ("a product of four factors, four shocks", KAYA, 3.7),
        ("three parts", DIGITAL, goal(3.5, 3.2)),
        ("urban with a factor of all places", joint_of("walk", factor=True), 1.3),
        ("urban with a peak", joint_of("walk", event="peaked"), goal(1.10, 1.12)),
        ("urban kept above", joint_of("walk", event="kept_above"), goal(1.10, 1.12)),
        ("urban by Sobol's points in two anchor years", plan_of(sampling="sobol"), 1.8),
        ("urban, antithetic", plan_of(sampling="antithetic"), 1.1),
        ("urban and the sum of all places", joint_of("walk", aggregate=True), 1.15)):
    compare(f"{figure}, ns a draw-year, beside the walk, limit x {most}", lambda p=plan: run_of(p), walk, UNITS, 1 / most)
if numpy:
    compare("emissions and their sums, ns a draw-year, NumPy as usually written", carbon_ours, carbon_numpy, UNITS,
            goal(20, 13))
    agree("NumPy, emissions", found["carbon"][1], found["peer"], math.log, emission_spread)
    agree("NumPy, their sums", found["carbon"][2][:, :1], found["peer_sums"][:, :1], math.log, emission_spread)
    compare("a product of four factors, ns a draw-year, NumPy as usually written", kaya_ours, kaya_numpy, UNITS,
            goal(22, 13))
    agree("NumPy, a product", found["kaya"][1], found["peer"], math.log, product_spread)
    compare("three parts, ns a draw-year, NumPy as usually written", digital_ours, digital_numpy, UNITS, goal(18, 12))
    agree("NumPy, a part", found["digital"][0][1], found["peer"], logit, part_spread)
streamed = plan_of(mode=STREAM)
compare("urban, streamed, ns a draw-year, beside exact", lambda: run_of(streamed), lambda: run_of(whole), UNITS, .8)
summed = joint_of("walk", aggregate=True, mode=STREAM)
compare("urban and the sum of all places, streamed, ns a draw-year, beside streamed alone, limit x 1.15",
        lambda: run_of(summed), lambda: run_of(streamed), UNITS, 1 / 1.15)
for figure, mode in (("2 threads", EXACT), ("2 threads, streamed", STREAM)):
    many = plan_of(PLACES * 8, mode=mode)
    pairs = [(wall(lambda: run_of(many, threads=2)), wall(lambda: run_of(many))) for _ in range(PAIRS)]
    report(f"{figure}, ms of wall clock, beside 1", [[1e3 * a[0] for a, _ in pairs], [1e3 * b[0] for _, b in pairs]],
           1.85 if mode == EXACT else 1.6)
    report(f"{figure}, CPU time beside that of 1, limit", [[a[1] / b[1] for a, b in pairs], [1.05]], 1)
if sys.platform == "linux":
    for draws in (1e4, 1e6, 1e7):
        memory(STREAM, "streamed", draws, 8)
        memory(EXACT, "exact", draws, 24 * draws / 2**20 + 4)
