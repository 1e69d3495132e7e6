/* Peer cities: which cities resemble each other, in what, and how surely. */
#ifndef SMARTKPI_PEERS_H
#define SMARTKPI_PEERS_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- distances and nearest units ---- */

/** How the distance of two units is measured. */
enum skpi_peers_distance {
    SKPI_PEERS_DISTANCE_EUCLID = 12101,      /* root of the sum of squared differences of z-scores */
    SKPI_PEERS_DISTANCE_MANHATTAN = 12102,   /* sum of absolute differences of values */
    SKPI_PEERS_DISTANCE_MAHALANOBIS = 12103, /* Euclidean distance of values after their correlations are removed */
    SKPI_PEERS_DISTANCE_COSINE = 12104,      /* 1 less the cosine of the values */
    SKPI_PEERS_DISTANCE_CORRELATION = 12105, /* 1 less the correlation of the z-scores of two units */
    SKPI_PEERS_DISTANCE_GOWER = 12106        /* mean of differences in fractions of the range; allows missing values */
};
/** Method, weights, and categories. */
typedef struct skpi_peers_distance_options {
    uint32_t size, flags;
    int32_t method; /* enum skpi_peers_distance; 0 = SKPI_PEERS_DISTANCE_EUCLID. */
    int32_t zero;   /* 0. */
    double ridge; /* quantity: part of each variance that is added to it before the covariances are inverted; 0 = none;
                     * only for method = MAHALANOBIS. */
    const double *weight;    /* [m] quantity: factor of the indicator's term in every sum; NULL = 1. */
    const int32_t *category; /* [m] flag: 1 = values are whole numbers of categories, equal or not; NULL = 0; only for
                              * method = GOWER. */
} skpi_peers_distance_options;
/** Distances between all pairs of units.
 *
 * `n`               count of units; at least 1.
 * `m`               count of indicators; at least 1.
 * `value[n][m]`     number; NaN = missing.
 * `options`         method, weights, categories; NULL = Euclidean distance of z-scores.
 * `distance[n][n]`  quantity: distance of two units; symmetric, 0 on the diagonal; NaN where GOWER finds no indicator
 *                   that both have.
 *
 * `WMISSING`    value is missing somewhere.
 * `ENOTFINITE`  value is missing although the method is not GOWER.
 * `EINVAL`      options->weight is given although the method is MAHALANOBIS.
 * `EZERODIV`    options->weight adds up to 0.
 * `EDOM`        value is constant in a column (EUCLID, CORRELATION); value is 0 in all indicators of a unit (COSINE);
 *               value gives a unit the same z-score in all indicators (CORRELATION); value of a category is not a whole
 *               number.
 * `ENODATA`     n is not above m (MAHALANOBIS without a ridge).
 * `ESINGULAR`   value has a column that the others determine (MAHALANOBIS).
 * `EOVERFLOW`   value is so far from another of its column that a distance is beyond the range of a double.
 *
 * Source: P. C. Mahalanobis, Proceedings of the National Institute of Sciences of India 2 (1936) 49; J. C. Gower,
 * Biometrics 27 (1971) 857.
 */
SKPI_CHECK skpi_status skpi_peers_distance(size_t n, size_t m, const double *value,
                                           const skpi_peers_distance_options *options, double *distance);

/** Nearest units. */
typedef struct skpi_peers_nearest_out {
    uint32_t size, flags;
    int32_t *peer; /* [n][n_peers] index of the unit, the nearest first; of distances that are equal, or so but for the
                       * rounding of decimal figures, the lower index first. */
    double *distance; /* [n][n_peers] quantity: its distance. */
} skpi_peers_nearest_out;
/** The nearest units of each unit.
 *
 * `n`               count of units.
 * `n_peers`         count of nearest units; at least 1.
 * `distance[n][n]`  quantity: distances, such as those of skpi_peers_distance.
 * `out`             units and their distances.
 *
 * `ERANGE`         n_peers is above n - 1.
 * `EINCONSISTENT`  distance is not symmetric, or not 0 on the diagonal.
 */
SKPI_CHECK skpi_status skpi_peers_nearest(size_t n, size_t n_peers, const double *distance,
                                          skpi_peers_nearest_out *out);

/** How weights are drawn. */
typedef struct skpi_peers_stability_options {
    uint32_t size, flags;
    uint64_t seed;    /* integer, any. */
    uint64_t n_draws; /* count of draws; at most 2^31; 0 = 1000. */
    double
        noise; /* share: each weight is multiplied by a number that is uniform from 1 - noise to 1 + noise; 0 = weights
                   * are drawn anywhere: uniformly from all that add up to 1. */
    int32_t threads;        /* integer in [0,1024]: threads that draw; 0 = 1. */
    int32_t zero;           /* 0. */
    skpi_progress progress; /* function that is called with the number of parts done and of all parts; NULL = none. */
    void *user;             /* pointer that is passed to progress. */
} skpi_peers_stability_options;
/** How surely units are peers: the share of the draws of weights in which a unit is among the nearest of another.  Each
 * row adds up to n_peers.  The results are the same for any number of threads.
 *
 * `n`                count of units.
 * `m`                count of indicators; at least 1.
 * `n_peers`          count of nearest units; at least 1.
 * `value[n][m]`      number; NaN = missing.
 * `options`          method, weights, categories, as of skpi_peers_distance; an indicator of weight 0 keeps
 *                    it; NULL = Euclidean distance of z-scores.
 * `draw`             draws, noise, seed, threads; NULL = 1000 draws of weights anywhere, of seed 0.
 * `stability[n][n]`  share of the draws in which the column's unit is among the nearest of the row's.
 *
 * `WMISSING`    value is missing somewhere.
 * `ENOTFINITE`  value is missing although the method is not GOWER.
 * `EINVAL`      options->method is MAHALANOBIS, which has no weights.
 * `ERANGE`      n_peers is above n - 1.
 * `EZERODIV`    options->weight adds up to 0.
 * `EDOM`        value is constant in a column (EUCLID, CORRELATION); value is 0 in all indicators of a unit (COSINE);
 *               value gives a unit the same z-score in all indicators (CORRELATION); value of a category is not a whole
 *               number.
 * `ENODATA`     value of two units has no indicator in common.
 * `EOVERFLOW`   value is so far from another of its column that a distance is beyond the range of a double.
 * `ECANCELED`   draw->progress asked to stop.
 * `ETHREAD`     a thread could not be started, or is not in the child of a fork.
 */
SKPI_CHECK skpi_status skpi_peers_stability(size_t n, size_t m, size_t n_peers, const double *value,
                                            const skpi_peers_distance_options *options,
                                            const skpi_peers_stability_options *draw, double *stability);

/* ---- what peers share, and what sets them apart ---- */

/** Shared challenges. */
typedef struct skpi_peers_challenge_out {
    uint32_t size, flags;
    int32_t *challenge; /* [n][m] flag: 1 = the unit falls short of the threshold. */
    int32_t *peer;      /* [n][n_peers] index of the unit, the nearest first; SKPI_NONE where no other unit shares a
                         * challenge. */
    double *distance;   /* [n][n_peers] quantity: root of the mean squared difference of z-scores over the challenges of
                         * the row's unit; NaN where there is no peer. */
    int32_t *shared;    /* [n][n_peers] integer: count of challenges that both have; 0 where there is no peer. */
} skpi_peers_challenge_out;
/** Peers by challenges: units that fall short of the same thresholds, and are alike there.  Only units that share at
 * least one challenge are peers.  Of two units only the indicators that both have are compared.
 *
 * `n`             count of units.
 * `m`             count of indicators.
 * `n_peers`       count of peers; at least 1.
 * `value[n][m]`   number; NaN = missing.
 * `direction[m]`  one of -1, 1: a unit falls short below the threshold (1) or above it (-1); NULL = 1.
 * `threshold[m]`  number in the unit of the indicator.
 * `out`           challenges and peers.
 *
 * `WMISSING`   value is missing somewhere.
 * `ERANGE`     n_peers is above n - 1.
 * `EDOM`       value is constant in a column in which units fall short.
 * `EOVERFLOW`  value is so far from another of its column that their difference is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_peers_challenge(size_t n, size_t m, size_t n_peers, const double *value,
                                            const int32_t *direction, const double *threshold,
                                            skpi_peers_challenge_out *out);

/** What peers are like. */
typedef struct skpi_peers_gap_out {
    uint32_t size, flags;
    double *median; /* [n][m] number: median of the peers; NaN where none has a value. */
    double *gap; /* [n][m] number: value less the median, times the direction: below 0 the unit is worse; 0 if they are
                  * equal but for the rounding of decimal figures; NaN where one of them is missing. */
    int32_t *best; /* [n][m] index of the best peer, of those equal but for rounding that of the lowest index; SKPI_NONE
                    * where none has a value. */
} skpi_peers_gap_out;
/** Medians of the peers of each unit, its gaps to them, and the best of them in each indicator.
 *
 * `n`                 count of units.
 * `m`                 count of indicators.
 * `n_peers`           count of peers; at least 1.
 * `value[n][m]`       number; NaN = missing.
 * `direction[m]`      one of -1, 1: -1 is an indicator of which less is better; NULL = 1.
 * `peer[n][n_peers]`  integer: index of the peer; SKPI_NONE means none.
 * `out`               medians, gaps and best peers.
 *
 * `WMISSING`       value is missing somewhere.
 * `ENOTFOUND`      peer is no unit.
 * `EINCONSISTENT`  peer is the unit itself.
 * `EDUPLICATE`     peer holds a value twice in a row.
 * `EOVERFLOW`      value is so far from another of its column that their difference is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_peers_gap(size_t n, size_t m, size_t n_peers, const double *value, const int32_t *direction,
                                      const int32_t *peer, skpi_peers_gap_out *out);

/* ---- groups ---- */

/** Groups about medoids. */
typedef struct skpi_peers_medoids_out {
    uint32_t size, flags;
    int32_t *medoid;  /* [n_medoids] index of the unit, ascending. */
    int32_t *cluster; /* [n] index of the group: that of its medoid in medoid, of medoids equally near but for rounding
                         * the first. */
    double *silhouette; /* [n] number: how much closer a unit is to its own group than to the next, from -1 to 1; 0 of a
                         * unit alone. */
    double *built;      /* quantity: mean distance to the medoids before they were swapped. */
    double *mean;       /* quantity: mean distance to the medoids. */
} skpi_peers_medoids_out;
/** Groups of units about medoids: units whose mean distance to the others of their group is small (PAM).
 *
 * `n`               count of units; at least 1.
 * `n_medoids`       count of groups; at least 1.
 * `distance[n][n]`  quantity: distances, such as those of skpi_peers_distance.
 * `out`             medoids and groups.
 *
 * `ERANGE`         n_medoids is above n.
 * `EINCONSISTENT`  distance is not symmetric, or not 0 on the diagonal.
 * `EOVERFLOW`      distance adds up to more than a double holds.
 *
 * Source: L. Kaufman and P. J. Rousseeuw, Finding Groups in Data (1990), chapter 2; E. Schubert and P. J. Rousseeuw,
 * Information Systems 101 (2021) 101804.
 */
SKPI_CHECK skpi_status skpi_peers_medoids(size_t n, size_t n_medoids, const double *distance,
                                          skpi_peers_medoids_out *out);

/** How the distance of two groups is measured. */
enum skpi_peers_linkage {
    SKPI_PEERS_LINKAGE_SINGLE = 12201,   /* that of the two nearest units */
    SKPI_PEERS_LINKAGE_COMPLETE = 12202, /* that of the two units farthest apart */
    SKPI_PEERS_LINKAGE_AVERAGE = 12203,  /* mean over all pairs of units */
    SKPI_PEERS_LINKAGE_WARD = 12204      /* Ward's: root of twice the growth of the sum of squares within groups */
};
/** Which groups were joined, in order, and groups of wanted numbers. */
typedef struct skpi_peers_hierarchy_out {
    uint32_t size, flags;
    int32_t *first, *second; /* [n - 1] index: the two that were joined, the lower one first; below n a unit, n + i the
                              * group of step i. */
    double *height;          /* [n - 1] quantity: their distance. */
    int32_t *cluster;        /* [n][n_cuts] index of the group, numbered from 0 by first appearance. */
} skpi_peers_hierarchy_out;
/** Hierarchical groups: again and again the two nearest groups are joined; of distances that are equal but for
 * rounding the pair of the lowest first index, then of the lowest second.
 *
 * `n`               count of units; at least 1.
 * `n_cuts`          count of cuts.
 * `distance[n][n]`  quantity: distances, such as those of skpi_peers_distance.
 * `linkage`         enum skpi_peers_linkage.
 * `cut[n_cuts]`     integer: number of groups; at least 1.
 * `out`             joins and groups.
 *
 * `ERANGE`         cut is above n.
 * `EINCONSISTENT`  distance is not symmetric, or not 0 on the diagonal.
 * `EOVERFLOW`      out->height is beyond the range of a double.
 *
 * Source: G. N. Lance and W. T. Williams, The Computer Journal 9 (1967) 373; F. Murtagh and P. Legendre, Journal of
 * Classification 31 (2014) 274 (Ward's criterion on distances: "ward.D2" in R).
 */
SKPI_CHECK skpi_status skpi_peers_hierarchy(size_t n, size_t n_cuts, const double *distance, int32_t linkage,
                                            const int32_t *cut, skpi_peers_hierarchy_out *out);

#ifdef __cplusplus
}
#endif
#endif
