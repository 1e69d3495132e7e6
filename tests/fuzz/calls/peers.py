"""Samples of peers.h.  calls/__init__.py tells how to write one."""
from cases import NAN, NULL, sample

VALUE = [1.0, 7, 2, 5, 2, 9, 4, 3, 6, 8, 5, 1, 3, 6, 4]
LINE = [0.0, 1, 3, 7, 1, 0, 2, 6, 3, 2, 0, 4, 7, 6, 4, 0]
UNEVEN = [("EINCONSISTENT", "distance", {("distance", 1): 1.5}), ("EINCONSISTENT", "distance", {("distance", 5): 1.0})]
CHECKED = [("EDOM", "value", {("value", 0): 4, ("value", 3): 4, ("value", 6): 4, ("value", 9): 4, ("value", 12): 4}),
           ("ENOTFINITE", "value", {("value", 4): NAN}),
           ("EOVERFLOW", "value", {("value", 0): 1.7e308, ("value", 3): -1.7e308}),
           ("EZERODIV", "options->weight", {"options->weight": [0, 0, 0]})]

SAMPLES = [
    sample("skpi_peers_distance", *CHECKED, ("EINVAL", "options->weight", {"method": 12103}),
           n=5, m=3, value=VALUE, category=NULL, method="EUCLID"),
    sample("skpi_peers_distance", ("ENODATA", "n", None), ("ESINGULAR", "value", {"value": [1.0, 2, 2, 2, 4, 3, 3, 6, 5, 5, 10, 1, 7, 14, 2], "ridge": 0.0}),
           n=5, m=3, value=VALUE, category=NULL, weight=NULL, ridge=0.1, method="MAHALANOBIS", variant="mahalanobis"),
    sample("skpi_peers_distance", ("ENODATA", "n", {"ridge": 0.0}), n=3, m=3, value=VALUE[:9], category=NULL, weight=NULL,
           ridge=0.1, method="MAHALANOBIS", variant="few"),
    sample("skpi_peers_distance", ("EDOM", "value", {("value", 1): 7.5}),
           ("WMISSING", "", {("value", 2): NAN}), n=5, m=3, value=VALUE, category=[0, 1, 0],
           method="GOWER", variant="gower"),
    sample("skpi_peers_nearest", *UNEVEN, ("ERANGE", "n_peers", {"n_peers": 4}), n=4, n_peers=2, distance=LINE),
    sample("skpi_peers_stability", *CHECKED, ("EINVAL", "options->method", {"method": 12103, "options->weight": NULL}),
           ("ERANGE", "n_peers", {"n_peers": 5}), n=5, m=3, n_peers=2, value=VALUE, category=NULL, method="EUCLID",
           n_draws=130),
    sample("skpi_peers_stability", ("ENODATA", "value", {("value", 0): NAN, ("value", 4): NAN, ("value", 5): NAN}),
           ("WMISSING", "", {("value", 2): NAN}), n=5, m=3, n_peers=2, value=VALUE, category=[0, 1, 0],
           method="GOWER", n_draws=130, variant="gower"),
    sample("skpi_peers_challenge", ("ERANGE", "n_peers", {"n_peers": 5}), CHECKED[0], CHECKED[2], n=5, m=3, n_peers=2,
           value=VALUE, threshold=[5.0, 5, 5], direction=[1, -1, 1]),
    sample("skpi_peers_gap", ("EINCONSISTENT", "peer", {("peer", 0): 0}), ("EDUPLICATE", "peer", {("peer", 1): 1}),
           ("ENOTFOUND", "peer", {("peer", 0): 5}), CHECKED[2], n=5, m=3, n_peers=2, value=VALUE,
           peer=[1, 2, 2, 3, 3, 4, 4, 0, 0, -2**31], direction=[1, -1, 1]),
    sample("skpi_peers_medoids", *UNEVEN, ("ERANGE", "n_medoids", {"n_medoids": 5}),
           ("EOVERFLOW", "distance", {("distance", 1): 1.7e308, ("distance", 4): 1.7e308}),
           n=4, n_medoids=2, distance=LINE),
    sample("skpi_peers_hierarchy", *UNEVEN, ("ERANGE", "cut", {("cut", 0): 5}), n=4, n_cuts=2, distance=LINE,
           linkage="WARD", cut=[2, 3]),
]
