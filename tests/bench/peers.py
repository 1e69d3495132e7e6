#!/usr/bin/env python3
"""Peers of 1,000 cities by 50 indicators: distances, groups; stability of 100 by 20.

Beside SciPy where it can be had: pdist, linkage, and for stability pdist of weighted z-scores and the five nearest by
argpartition; else beside NumPy, whose distances come from a product of matrices.  Medoids have no peer in them: R's
cluster::pam takes 87 ms and its fastest form 30 ms on another machine, and hclust 12 ms for Ward.
"""
from pairs import compare, limit

from smartkpi import peers

try:
    import numpy
except ImportError:
    print("# peers: tables are made by NumPy")
    raise SystemExit(0)
try:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import pdist, squareform
except ImportError:
    linkage = None
    print("# peers: two peers need SciPy")

UNITS, NEAREST, WEIGHTINGS = 1000, 5, 1000
random = numpy.random.default_rng(1990)
value, small = random.lognormal(0, 1, (UNITS, 50)), random.lognormal(0, 1, (100, 20))
distance = peers.distance(value)


def standardised(x):
    return (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)


def product_distances(z):
    square = (z * z).sum(axis=1)
    return numpy.sqrt(numpy.maximum(square[:, None] + square - 2 * z @ z.T, 0))


def drawn_stability(z):
    """Shares of weightings in which the column is among the nearest of the row."""
    n, count = len(z), numpy.zeros((len(z), len(z)))
    for weight in random.standard_exponential((WEIGHTINGS, z.shape[1])):
        weighted = z * numpy.sqrt(weight)
        d = squareform(pdist(weighted)) if linkage else product_distances(weighted)
        numpy.fill_diagonal(d, numpy.inf)
        count[numpy.arange(n)[:, None], numpy.argpartition(d, NEAREST)[:, :NEAREST]] += 1
    return count / WEIGHTINGS


def told(name, worst, most):
    if not worst < most:
        raise SystemExit(f"peers: {name} differ by {worst:g}")


z, z_small = standardised(value), standardised(small)
told("distances", abs(distance - product_distances(z)).max(), 1e-6)
told("stabilities", abs(numpy.asarray(peers.stability(NEAREST, small)) - drawn_stability(z_small)).max(), .12)
limit("distances, 1000 x 50, ms, limit", lambda: peers.distance(value), 1, 8, 1e3)
if linkage:
    condensed = pdist(z)
    told("heights", abs(peers.hierarchy(distance, "ward", cut=[]).height - linkage(condensed, "ward")[:, 2]).max(), 1e-9)
    compare("distances / SciPy's pdist, ms", lambda: peers.distance(value), lambda: pdist(standardised(value)), 1, 1, 1e3)
else:
    compare("distances / NumPy's product, ms", lambda: peers.distance(value),
            lambda: product_distances(standardised(value)), 1, 1, 1e3)
limit("10 medoids, 1000 units, ms, limit", lambda: peers.medoids(10, distance), 1, 25, 1e3)
limit("Ward, 1000 units, ms, limit", lambda: peers.hierarchy(distance, "ward", cut=[10]), 1, 6, 1e3)
if linkage:
    compare("Ward / SciPy's linkage, ms", lambda: peers.hierarchy(distance, "ward", cut=[10]),
            lambda: linkage(condensed, "ward"), 1, 1, 1e3)
limit("stability, 1000 weightings of 100 x 20, ms, limit", lambda: peers.stability(NEAREST, small, n_draws=WEIGHTINGS), 1,
      150, 1e3)
compare(f"stability / {'SciPy' if linkage else 'NumPy'}, ms", lambda: peers.stability(NEAREST, small, n_draws=WEIGHTINGS),
        lambda: drawn_stability(z_small), 1, 1, 1e3)
