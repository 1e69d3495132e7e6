#!/usr/bin/env python3
"""Peers of 1,000 cities by 50 indicators: distances, groups; stability of 100 by 20.

Peers, where they can be had: SciPy's pdist and linkage.  The limits are those of another machine, where R's cluster::pam
takes 87 ms and its fastest form 30 ms, and hclust 12 ms.
"""
from pairs import compare, limit

from smartkpi import peers

try:
    import numpy
except ImportError:
    print("# peers: tables are made by NumPy")
    raise SystemExit(0)

random = numpy.random.default_rng(1990)
value = random.lognormal(0, 1, (1000, 50))
distance = peers.distance(value)
small = random.lognormal(0, 1, (100, 20))

try:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import pdist
except ImportError:
    limit("distances, 1000 x 50, ms", lambda: peers.distance(value), 1, 8, 1e3)
    limit("Ward, 1000 units, ms", lambda: peers.hierarchy(distance, "ward", cut=[10]), 1, 6, 1e3)
else:
    z = (value - value.mean(axis=0)) / value.std(axis=0, ddof=1)
    condensed = pdist(z)
    compare("distances, 1000 x 50 / SciPy, ms", lambda: peers.distance(value), lambda: pdist(z), 1, 1, 1e3)
    compare("Ward, 1000 units / SciPy, ms", lambda: peers.hierarchy(distance, "ward", cut=[10]),
            lambda: linkage(condensed, "ward"), 1, 1, 1e3)
limit("10 medoids, 1000 units, ms", lambda: peers.medoids(10, distance), 1, 25, 1e3)
limit("stability, 1000 weightings of 100 x 20, ms", lambda: peers.stability(5, small, n_draws=1000), 1, 150, 1e3)
