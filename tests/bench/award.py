#!/usr/bin/env python3
"""Awards: the mixed model, least squares, chances and Kemeny's order.

Limits where no peer can be had.  What the peers took where they were run: lme4 1.1-31 58 ms and R's lm 0.92 s for 600
entries x 40 judges, 6,000 scores; JAGS as the R package ERforResearch runs it 12 s for 188 x 40, five scores.

With NumPy: least squares by numpy.linalg.lstsq, which needs a column for each effect, and draws of all qualities from
the dense covariance of the same model, ranked by argsort.  Its variances are given to it; ours are estimated.
"""
import array
import random
import time

from pairs import QUICK, compare, limit, report

from smartkpi import award

try:
    import numpy
except ImportError:
    numpy = None
    print("# award: two peers need NumPy")

DRAWS, PAIRS = 10000, 7 if QUICK else 15


def jury(entries, judges, each, seed):
    rng = random.Random(seed)
    quality, leniency = [rng.gauss(60, 8) for _ in range(entries)], [rng.gauss(0, 5) for _ in range(judges)]
    rows = [(i, j, float(round(quality[i] + leniency[j] + rng.gauss(0, 6))))
            for i in range(entries) for j in rng.sample(range(judges), each)]
    entry, judge, score = zip(*rows)
    return award.Scores(entries, judges, array.array("i", entry), array.array("i", judge), array.array("d", score))


def design(scores):
    """A column for each entry and judge, a row for each score."""
    rows, x = numpy.arange(len(scores.score)), numpy.zeros((len(scores.score), scores.n_entries + scores.n_judges))
    x[rows, numpy.asarray(scores.entry)] = 1
    x[rows, scores.n_entries + numpy.asarray(scores.judge)] = 1
    return x


def dense_draws(scores, winners):
    """Probabilities and ranks from draws of all qualities given the scores, whose variances are known."""
    n, x, y = scores.n_entries, design(scores), numpy.asarray(scores.score)
    precision = x.T @ x / 36 + numpy.diag(numpy.repeat([1 / 64, 1 / 25], [n, scores.n_judges]))
    covariance = numpy.linalg.inv(precision)
    mean = covariance @ (x.T @ (y - y.mean())) / 36
    factor = numpy.linalg.cholesky(covariance[:n, :n])
    quality = mean[:n] + numpy.random.default_rng(1).standard_normal((DRAWS, n)) @ factor.T
    order = numpy.argsort(-quality, axis=1)
    rank = numpy.empty_like(order)
    numpy.put_along_axis(rank, order, numpy.arange(n)[None, :], axis=1)
    return (rank < winners).mean(axis=0), numpy.quantile(rank, (.1, .9), axis=0)


def wall(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


LARGE, SMALL, FEW = jury(600, 40, 10, 1), jury(188, 40, 5, 2), jury(16, 9, 9, 3)
limit("mixed model, 600 x 40, 6,000 scores, ms, limit", lambda: award.adjust(LARGE), 1, 6, 1e3)
limit("least squares, the same, ms, limit", lambda: award.adjust(LARGE, model="least_squares"), 1, 3, 1e3)
if numpy:
    columns, score = design(LARGE), numpy.asarray(LARGE.score)
    found = numpy.asarray(award.adjust(LARGE, model="least_squares").adjusted)
    worst = numpy.ptp(found - numpy.linalg.lstsq(columns, score, rcond=None)[0][:LARGE.n_entries])
    if not worst < 1e-9:
        raise SystemExit(f"award: differences of entries differ by {worst:g} from NumPy's")
    compare("least squares / NumPy's lstsq, ms", lambda: award.adjust(LARGE, model="least_squares"),
            lambda: numpy.linalg.lstsq(columns, score, rcond=None), 1, 1, 1e3)
limit("chance, 10,000 draws, the same, ms, limit", lambda: award.chance(LARGE, award.Line(23)), 1, 130, 1e3)
if numpy:
    worst = abs(numpy.asarray(award.chance(LARGE, award.Line(23)).probability) - dense_draws(LARGE, 23)[0]).max()
    if not worst < .05:
        raise SystemExit(f"award: probabilities differ by {worst:g} from NumPy's")
    compare("chance / NumPy's dense draws, ms", lambda: award.chance(LARGE, award.Line(23)),
            lambda: dense_draws(LARGE, 23), 1, 1, 1e3)
pairs = [(wall(lambda: award.chance(LARGE, award.Line(23), threads=2)),
          wall(lambda: award.chance(LARGE, award.Line(23)))) for _ in range(PAIRS)]
report("chance with 2 threads, ms of wall clock, beside 1", [[1e3 * t for t in side] for side in zip(*pairs)], 1.8)
limit("188 x 40, five scores: fit and 10,000 draws, ms, limit", lambda: award.chance(SMALL, award.Line(52)), 1, 40, 1e3)
limit("Kemeny, 16 entries, ms, limit", lambda: award.order(FEW, "kemeny"), 1, 200, 1e3)
