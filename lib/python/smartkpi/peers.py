# Made from the headers by lib/interface/make.py; do not edit.
"""Peer cities: which cities resemble each other, in what, and how surely."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn, Union

from . import _call
from ._typing import Grid, Many, Progress

__all__ = ["ChallengeResult", "DistanceChoice", "GapResult", "HierarchyResult", "LinkageChoice", "MedoidsResult",
           "NearestResult", "challenge", "distance", "gap", "hierarchy", "medoids", "nearest", "stability"]


def __dir__() -> list[str]:
    return __all__


DistanceChoice = Union[int, Literal["euclid", "manhattan", "mahalanobis", "cosine", "correlation", "gower"]]
LinkageChoice = Union[int, Literal["single", "complete", "average", "ward"]]


def distance(value: Grid[float], *, method: DistanceChoice | None = None, ridge: float | None = None,
             weight: Many[float] | None = None, category: Many[int] | None = None, **unknown: NoReturn) -> Any:
    """Distances between all pairs of units.

    value[n][m]  number; NaN = missing.
    method  DistanceChoice; by default SKPI_PEERS_DISTANCE_EUCLID.
    ridge  quantity: part of each variance that is added to it before the covariances are inverted; by default none;
        only for method = MAHALANOBIS.
    weight[m]  quantity: factor of the indicator's term in every sum; by default 1.
    category[m]  flag: 1 = values are whole numbers of categories, equal or not; by default 0; only for method =
        GOWER.
    Gives distance[n][n]: quantity: distance of two units; symmetric, 0 on the diagonal; NaN where GOWER finds no
        indicator that both have.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_ENOTFINITE: value is missing although the method is not GOWER.
    SKPI_EINVAL: weight is given although the method is MAHALANOBIS.
    SKPI_EZERODIV: weight adds up to 0.
    SKPI_EDOM: value is constant in a column (EUCLID, CORRELATION); value is 0 in all indicators of a unit (COSINE);
        value gives a unit the same z-score in all indicators (CORRELATION); value of a category is not a whole
        number.
    SKPI_ENODATA: n is not above m (MAHALANOBIS without a ridge).
    SKPI_ESINGULAR: value has a column that the others determine (MAHALANOBIS).
    SKPI_EOVERFLOW: value is so far from another of its column that a distance is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ESTRUCT, SKPI_ERANGE.

    Source: P. C. Mahalanobis, Proceedings of the National Institute of Sciences of India 2 (1936) 49; J. C. Gower,
        Biometrics 27 (1971) 857.
    """
    call = _call.Call("skpi_peers_distance", unknown=unknown)
    call.take("n m", value=value)
    call.struct("options", method=_call.choice("skpi_peers_distance", "method", method), ridge=ridge)
    call.struct("options", "m", weight=weight, category=category)
    call.out(distance="n n")
    return call.run()


@dataclass(frozen=True, eq=False)
class NearestResult:
    """What skpi_peers_nearest gives.

    peer[n][n_peers]  index of the unit, the nearest first; of distances that are equal, or so but for the rounding of
        decimal figures, the lower index first.
    distance[n][n_peers]  quantity: its distance.
    """
    peer: Any
    distance: Any


def nearest(n_peers: int, distance: Grid[float], **unknown: NoReturn) -> NearestResult:
    """The nearest units of each unit.

    n_peers  count of nearest units; at least 1.
    distance[n][n]  quantity: distances, such as those of skpi_peers_distance.

    SKPI_ERANGE: n_peers is above n - 1.
    SKPI_EINCONSISTENT: distance is not symmetric, or not 0 on the diagonal.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.
    """
    call = _call.Call("skpi_peers_nearest", unknown=unknown)
    call.axis(n_peers=n_peers)
    call.take("n n", distance=distance)
    call.out("out", peer="n n_peers", distance="n n_peers")
    return call.run(NearestResult)


def stability(n_peers: int, value: Grid[float], *, method: DistanceChoice | None = None, ridge: float | None = None,
              weight: Many[float] | None = None, category: Many[int] | None = None, seed: int | None = None,
              n_draws: int | None = None, noise: float | None = None, threads: int | None = None,
              progress: Progress | None = None, **unknown: NoReturn) -> Any:
    """How surely units are peers: the share of the draws of weights in which a unit is among the nearest of another.
    Each row adds up to n_peers. The results are the same for any number of threads.

    n_peers  count of nearest units; at least 1.
    value[n][m]  number; NaN = missing.
    method  DistanceChoice; by default SKPI_PEERS_DISTANCE_EUCLID.
    ridge  quantity: part of each variance that is added to it before the covariances are inverted; by default none;
        only for method = MAHALANOBIS.
    weight[m]  quantity: factor of the indicator's term in every sum; by default 1.
    category[m]  flag: 1 = values are whole numbers of categories, equal or not; by default 0; only for method =
        GOWER.
    seed  integer, any.
    n_draws  count of draws; at most 2^31; by default 1000.
    noise  share: each weight is multiplied by a number that is uniform from 1 - noise to 1 + noise; by default
        weights are drawn anywhere: uniformly from all that add up to 1.
    threads  integer in [0,1024]: threads that draw; by default 1.
    progress  function that is called with the number of parts done and of all parts; by default none.
    Gives stability[n][n]: share of the draws in which the column's unit is among the nearest of the row's.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_ENOTFINITE: value is missing although the method is not GOWER.
    SKPI_EINVAL: method is MAHALANOBIS, which has no weights.
    SKPI_ERANGE: n_peers is above n - 1.
    SKPI_EZERODIV: weight adds up to 0.
    SKPI_EDOM: value is constant in a column (EUCLID, CORRELATION); value is 0 in all indicators of a unit (COSINE);
        value gives a unit the same z-score in all indicators (CORRELATION); value of a category is not a whole
        number.
    SKPI_ENODATA: value of two units has no indicator in common.
    SKPI_EOVERFLOW: value is so far from another of its column that a distance is beyond the range of a double.
    SKPI_ECANCELED: progress asked to stop.
    SKPI_ETHREAD: a thread could not be started, or is not in the child of a fork.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ESTRUCT.
    """
    call = _call.Call("skpi_peers_stability", unknown=unknown)
    call.axis(n_peers=n_peers)
    if n_draws is not None:
        call.axis(n_draws=n_draws)
    call.lasts("draw", progress)
    call.take("n m", value=value)
    call.struct("options", method=_call.choice("skpi_peers_distance", "method", method), ridge=ridge)
    call.struct("options", "m", weight=weight, category=category)
    call.struct("draw", seed=seed, noise=noise, threads=threads)
    call.out(stability="n n")
    return call.run()


@dataclass(frozen=True, eq=False)
class ChallengeResult:
    """What skpi_peers_challenge gives.

    challenge[n][m]  flag: 1 = the unit falls short of the threshold.
    peer[n][n_peers]  index of the unit, the nearest first; SKPI_NONE where no other unit shares a challenge.
    distance[n][n_peers]  quantity: root of the mean squared difference of z-scores over the challenges of the row's
        unit; NaN where there is no peer.
    shared[n][n_peers]  integer: count of challenges that both have; 0 where there is no peer.
    """
    challenge: Any
    peer: Any
    distance: Any
    shared: Any


def challenge(n_peers: int, value: Grid[float], threshold: Many[float], *, direction: Many[int] | None = None,
              **unknown: NoReturn) -> ChallengeResult:
    """Peers by challenges: units that fall short of the same thresholds, and are alike there. Only units that share
    at least one challenge are peers. Of two units only the indicators that both have are compared.

    n_peers  count of peers; at least 1.
    value[n][m]  number; NaN = missing.
    direction[m]  one of -1, 1: a unit falls short below the threshold (1) or above it (-1); by default 1.
    threshold[m]  number in the unit of the indicator.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_ERANGE: n_peers is above n - 1.
    SKPI_EDOM: value is constant in a column in which units fall short.
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.
    """
    call = _call.Call("skpi_peers_challenge", unknown=unknown)
    call.axis(n_peers=n_peers)
    call.take("n m", value=value)
    call.take("m", direction=direction, threshold=threshold)
    call.out("out", challenge="n m", peer="n n_peers", distance="n n_peers", shared="n n_peers")
    return call.run(ChallengeResult)


@dataclass(frozen=True, eq=False)
class GapResult:
    """What skpi_peers_gap gives.

    median[n][m]  number: median of the peers; NaN where none has a value.
    gap[n][m]  number: value less the median, times the direction: below 0 the unit is worse; 0 if they are equal but
        for the rounding of decimal figures; NaN where one of them is missing.
    best[n][m]  index of the best peer, of those equal but for rounding that of the lowest index; SKPI_NONE where none
        has a value.
    """
    median: Any
    gap: Any
    best: Any


def gap(value: Grid[float], peer: Grid[int], *, direction: Many[int] | None = None, **unknown: NoReturn) -> GapResult:
    """Medians of the peers of each unit, its gaps to them, and the best of them in each indicator.

    value[n][m]  number; NaN = missing.
    direction[m]  one of -1, 1: -1 is an indicator of which less is better; by default 1.
    peer[n][n_peers]  integer: index of the peer; SKPI_NONE means none.

    SKPI_WMISSING: value is missing somewhere.
    SKPI_ENOTFOUND: peer is no unit.
    SKPI_EINCONSISTENT: peer is the unit itself.
    SKPI_EDUPLICATE: peer holds a value twice in a row.
    SKPI_EOVERFLOW: value is so far from another of its column that their difference is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.
    """
    call = _call.Call("skpi_peers_gap", unknown=unknown)
    call.take("n m", value=value)
    call.take("m", direction=direction)
    call.take("n n_peers", peer=peer)
    call.out("out", median="n m", gap="n m", best="n m")
    return call.run(GapResult)


@dataclass(frozen=True, eq=False)
class MedoidsResult:
    """What skpi_peers_medoids gives.

    medoid[n_medoids]  index of the unit, ascending.
    cluster[n]  index of the group: that of its medoid in medoid, of medoids equally near but for rounding the first.
    silhouette[n]  number: how much closer a unit is to its own group than to the next, from -1 to 1; 0 of a unit
        alone.
    built  quantity: mean distance to the medoids before they were swapped.
    mean  quantity: mean distance to the medoids.
    """
    medoid: Any
    cluster: Any
    silhouette: Any
    built: float
    mean: float


def medoids(n_medoids: int, distance: Grid[float], **unknown: NoReturn) -> MedoidsResult:
    """Groups of units about medoids: units whose mean distance to the others of their group is small (PAM).

    n_medoids  count of groups; at least 1.
    distance[n][n]  quantity: distances, such as those of skpi_peers_distance.

    SKPI_ERANGE: n_medoids is above n.
    SKPI_EINCONSISTENT: distance is not symmetric, or not 0 on the diagonal.
    SKPI_EOVERFLOW: distance adds up to more than a double holds.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: L. Kaufman and P. J. Rousseeuw, Finding Groups in Data (1990), chapter 2; E. Schubert and P. J. Rousseeuw,
        Information Systems 101 (2021) 101804.
    """
    call = _call.Call("skpi_peers_medoids", unknown=unknown)
    call.axis(n_medoids=n_medoids)
    call.take("n n", distance=distance)
    call.out("out", medoid="n_medoids", cluster="n", silhouette="n", built="", mean="")
    return call.run(MedoidsResult)


@dataclass(frozen=True, eq=False)
class HierarchyResult:
    """What skpi_peers_hierarchy gives.

    first[n - 1]  index: the two that were joined, the lower one first; below n a unit, n + i the group of step i.
    second[n - 1]  index: the two that were joined, the lower one first; below n a unit, n + i the group of step i.
    height[n - 1]  quantity: their distance.
    cluster[n][n_cuts]  index of the group, numbered from 0 by first appearance.
    """
    first: Any
    second: Any
    height: Any
    cluster: Any


def hierarchy(distance: Grid[float], linkage: LinkageChoice, cut: Many[int], **unknown: NoReturn) -> HierarchyResult:
    """Hierarchical groups: again and again the two nearest groups are joined; of distances that are equal but for
    rounding the pair of the lowest first index, then of the lowest second.

    distance[n][n]  quantity: distances, such as those of skpi_peers_distance.
    linkage  LinkageChoice.
    cut[n_cuts]  integer: number of groups; at least 1.

    SKPI_ERANGE: cut is above n.
    SKPI_EINCONSISTENT: distance is not symmetric, or not 0 on the diagonal.
    SKPI_EOVERFLOW: height is beyond the range of a double.
    By the kinds of the arguments: SKPI_ENOMEM, SKPI_ENODATA, SKPI_EINVAL, SKPI_ENOTFINITE, SKPI_ESTRUCT.

    Source: G. N. Lance and W. T. Williams, The Computer Journal 9 (1967) 373; F. Murtagh and P. Legendre, Journal of
        Classification 31 (2014) 274 (Ward's criterion on distances: "ward.D2" in R).
    """
    call = _call.Call("skpi_peers_hierarchy", unknown=unknown)
    call.take("n n", distance=distance)
    call.take(linkage=_call.choice("skpi_peers_linkage", "linkage", linkage))
    call.take("n_cuts", cut=cut)
    call.out("out", first="n-1", second="n-1", height="n-1", cluster="n n_cuts")
    return call.run(HierarchyResult)
