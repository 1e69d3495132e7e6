/* Distances by all methods (measure.h).
 *
 * Every method but Gower's is a distance of rows (numeric/distances.h) after each value was changed by itself: weights
 * scale the columns, and 1 - cosine is half the squared distance of rows of length 1, which is exactly 0 for equal rows
 * and never below 0.  Mahalanobis's distance is that of z-scores multiplied by the inverse of Cholesky's factor of the
 * correlations; a ridge adds a part of each variance to it, so that units do not matter.
 */
#include "peers/measure.h"
#include <stdlib.h>
#include <string.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/cholesky.h"
#include "numeric/decimal.h"
#include "numeric/distances.h"
#include "numeric/gram.h"
#include "peers/gower.h"

#define SINGULAR 1e-12 /* squared pivot of the correlations */
#define SAME 1e-12     /* z-scores of a unit that differ by rounding */

/* ---- checks ---- */

static skpi_status measure_options(skpi__at at, const skpi_peers_distance_options *options, skpi__peers_measure *p)
{
    static const int32_t methods[] = {SKPI_PEERS_DISTANCE_EUCLID,
                                      SKPI_PEERS_DISTANCE_MANHATTAN,
                                      SKPI_PEERS_DISTANCE_MAHALANOBIS,
                                      SKPI_PEERS_DISTANCE_COSINE,
                                      SKPI_PEERS_DISTANCE_CORRELATION,
                                      SKPI_PEERS_DISTANCE_GOWER,
                                      0};
    skpi_peers_distance_options *o = &p->options;
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    double sum = 0;
    if (s) return s;
    if (!o->method) o->method = SKPI_PEERS_DISTANCE_EUCLID;
    if ((s = skpi__choice(at, "options->method", o->method, methods, "a distance (enum skpi_peers_distance)")) ||
        (s = skpi__reserved(at, "options->zero", o->zero)) || (s = skpi__quantity(at, "options->ridge", o->ridge)))
        return s;
    if (p->weighted && o->method == SKPI_PEERS_DISTANCE_MAHALANOBIS)
        return skpi__refuse(at, SKPI_EINVAL, "options->method", "is Mahalanobis's distance, which has no weights");
    if (o->ridge > 0 && o->method != SKPI_PEERS_DISTANCE_MAHALANOBIS)
        return skpi__fail(at, SKPI_EINVAL, "options->ridge", o->ridge,
                          "must be 0: only Mahalanobis's distance has one");
    if (o->weight && o->method == SKPI_PEERS_DISTANCE_MAHALANOBIS)
        return skpi__refuse(at, SKPI_EINVAL, "options->weight", "must be NULL: Mahalanobis's distance has no weights");
    for (size_t j = 0; o->weight && j < p->m; j++) {
        if ((s = skpi__quantity(skpi__element(at, j), "options->weight", o->weight[j]))) return s;
        sum += o->weight[j] > 0;
    }
    if (o->weight && !(sum > 0))
        return skpi__refuse(at, SKPI_EZERODIV, "options->weight", "adds up to 0: no indicator has a weight");
    if (o->category && o->method != SKPI_PEERS_DISTANCE_GOWER)
        return skpi__refuse(at, SKPI_EINVAL, "options->category", "must be NULL: only Gower's distance has categories");
    for (size_t j = 0; o->category && j < p->m; j++)
        if ((s = skpi__flag(skpi__element(at, j), "options->category", o->category[j]))) return s;
    return SKPI_OK;
}

/* Of the ranges of the columns, which are 0 of a column without values. */
static skpi_status measure_ranges(skpi__at at, const skpi__peers_measure *p, const double *low, double *range)
{
    const skpi_peers_distance_options *o = &p->options;
    double sum = 0;
    for (size_t j = 0; j < p->m; j++) {
        range[j] = skpi__varies(low[j], range[j]) ? range[j] - low[j] : 0;
        sum += range[j] * (p->weighted ? (double)(p->weight[j] > 0) : p->weight[j]);
        if (o->method == SKPI_PEERS_DISTANCE_MANHATTAN && !isfinite(sum * (p->weighted ? 1 : p->most)))
            return skpi__refuse(skpi__column(at, j), SKPI_EOVERFLOW, "value",
                                "makes a distance that is beyond the range of a double");
        if (!(range[j] > 0) &&
            (o->method == SKPI_PEERS_DISTANCE_EUCLID || o->method == SKPI_PEERS_DISTANCE_CORRELATION))
            return skpi__refuse(skpi__column(at, j), SKPI_EDOM, "value", "is constant: it has no z-scores");
    }
    return SKPI_OK;
}

static skpi_status measure_values(skpi__at at, skpi__peers_measure *p, double *low, double *range)
{
    const int gower = p->options.method == SKPI_PEERS_DISTANCE_GOWER;
    const int32_t *const category = p->options.category;
    const skpi_status s = skpi__cells_check(at, p->n, p->m, p->value, low, range, gower ? &p->missing : NULL);
    if (s) return s;
    for (size_t i = 0; category && i < p->n; i++)
        for (size_t j = 0; j < p->m; j++) {
            const double v = p->value[i * p->m + j];
            if (category[j] && v != rint(v) && !isnan(v))
                return skpi__fail(skpi__cell(at, i, j), SKPI_EDOM, "value", v,
                                  "is not a whole number, the number of a category");
        }
    return measure_ranges(at, p, low, range);
}

/* ---- the base ---- */

/* The transformation of z-scores: the inverse of the factor of their correlations.  A constant column is 0. */
static skpi_status measure_decorrelate(skpi__at at, const skpi__peers_measure *p, const double *length, double *c)
{
    const size_t n = p->n, m = p->m;
    const double ridge = p->options.ridge, part = 1 / (1 + ridge);
    size_t constant = m, varying = 0;
    if (ridge <= 0 && n <= m)
        return skpi__fail(at, SKPI_ENODATA, "n", (double)n,
                          "is not above the number of indicators, %zu: the covariances have no inverse", m);
    for (size_t j = m; j-- > 0;) {
        varying += length[j] > 0;
        if (!(length[j] > 0)) constant = j; /* the first one */
    }
    if (!varying || (ridge <= 0 && varying < m))
        return skpi__refuse(skpi__column(at, constant), SKPI_ESINGULAR, "value", "is constant");
    skpi__gram_correlations(n, m, p->base, c);
    for (size_t j = 0; j < m; j++)
        for (size_t k = 0; k < m; k++) c[j * m + k] = j == k ? 1 : c[j * m + k] * part;
    if (!skpi__cholesky(m, c, SINGULAR))
        return skpi__refuse(at, SKPI_ESINGULAR, "value", "has a column that the others determine; a ridge would help");
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) p->base[i * m + j] *= sqrt(part);
        skpi__cholesky_forward(m, c, p->base + i * m);
    }
    return SKPI_OK;
}

static skpi_status measure_z_scores(skpi__at at, const skpi__peers_measure *p)
{
    const size_t n = p->n, m = p->m;
    double *const length = skpi__alloc(m, 4, sizeof *length);
    double *const room = skpi__alloc(m, p->options.method == SKPI_PEERS_DISTANCE_MAHALANOBIS ? m : 0, sizeof *room);
    skpi_status s = length && room ? SKPI_OK : skpi__no_memory(at, "m", m);
    if (!s) {
        memcpy(p->base, p->value, n * m * sizeof *p->base);
        skpi__unit_columns(n, m, p->base, length, length + m);
        if (p->options.method == SKPI_PEERS_DISTANCE_MAHALANOBIS) s = measure_decorrelate(at, p, length, room);
        for (size_t i = 0; i < n * m; i++) p->base[i] *= sqrt((double)n - 1);
    }
    free(length);
    free(room);
    return s;
}

/* Rows for cosines, in units of their largest magnitude. */
static void measure_rows(const skpi__peers_measure *p)
{
    for (size_t i = 0; i < p->n; i++) {
        const double *const value = p->value + i * p->m;
        double most = 0;
        for (size_t j = 0; j < p->m; j++) most = fmax(most, fabs(value[j]));
        for (size_t j = 0; j < p->m; j++) p->base[i * p->m + j] = most > 0 ? value[j] / most : 0;
    }
}

/* The value of column j that is nearest to 0, which may be 0 itself: less it, a product with a weight loses no digits. */
static double measure_near(const double *low, const double *range, size_t j)
{
    return low[j] > 0 ? low[j] : fmin(low[j] + range[j], 0);
}

/* x as a part of the range of a column; 0 in a column without one, but NaN stays NaN. */
static double measure_part(double x, double range) { return range > 0 ? x / range : 0 * x; }

static skpi_status measure_base(skpi__at at, const skpi__peers_measure *p, const double *low, const double *range)
{
    switch (p->options.method) {
    case SKPI_PEERS_DISTANCE_MANHATTAN:
        for (size_t i = 0; i < p->n * p->m; i++) p->base[i] = p->value[i] - measure_near(low, range, i % p->m);
        return SKPI_OK;
    case SKPI_PEERS_DISTANCE_COSINE: measure_rows(p); return SKPI_OK;
    case SKPI_PEERS_DISTANCE_GOWER:
        for (size_t i = 0; i < p->n * p->m; i++) {
            const size_t j = i % p->m;
            const int category = p->options.category && p->options.category[j];
            p->base[i] = category ? p->value[i] : measure_part(p->value[i] - low[j], range[j]);
        }
        return SKPI_OK;
    default: return measure_z_scores(at, p);
    }
}

/* ---- weights ---- */

/* Row i of the base, weighted by root (square roots), of length 1 and, for correlations, about its mean.  Returns 0 if it
 * has no length. */
static int measure_unit_row(const skpi__peers_measure *p, size_t i, const double *root, double *x)
{
    const double *const base = p->base + i * p->m;
    double mean = 0, all = 0, most = 0, spread = 0, length = 0;
    if (p->options.method == SKPI_PEERS_DISTANCE_CORRELATION) {
        for (size_t j = 0; j < p->m; j++) mean += root[j] * root[j] * base[j], all += root[j] * root[j];
        mean /= all;
    }
    for (size_t j = 0; j < p->m; j++) {
        const double d = base[j] - mean;
        if (root[j] > 0) most = fmax(most, fabs(base[j])), spread = fmax(spread, fabs(d));
        x[j] = root[j] * d;
        length += x[j] * x[j];
    }
    length = sqrt(length);
    if (!(length > 0) || (p->options.method == SKPI_PEERS_DISTANCE_CORRELATION && spread <= SAME * fmax(1, most))) {
        memset(x, 0, p->m * sizeof *x);
        return 0;
    }
    for (size_t j = 0; j < p->m; j++) x[j] /= length;
    return 1;
}

static int measure_by_angle(const skpi__peers_measure *p)
{
    return p->options.method == SKPI_PEERS_DISTANCE_COSINE || p->options.method == SKPI_PEERS_DISTANCE_CORRELATION;
}

static double measure_most(size_t m, const double *weight)
{
    double most = 0;
    for (size_t j = 0; j < m; j++) most = fmax(most, weight[j]);
    return most;
}

/* The factors of the columns into `factor`: of squares, their roots. */
static void measure_factors(const skpi__peers_measure *p, const double *weight, double *factor)
{
    const double most = measure_most(p->m, weight);
    for (size_t j = 0; j < p->m; j++) {
        const double w = weight[j] / most;
        factor[j] = p->options.method == SKPI_PEERS_DISTANCE_MANHATTAN || p->options.method == SKPI_PEERS_DISTANCE_GOWER
                        ? w
                        : sqrt(w);
    }
}

void skpi__peers_measure_all(const skpi__peers_measure *p, const double *weight, double *room, double *distance)
{
    const size_t n = p->n, m = p->m;
    double *const factor = room, *const x = room + m;
    const double most = weight ? 1 : p->most;
    measure_factors(p, weight ? weight : p->weight, factor);
    if (p->options.method == SKPI_PEERS_DISTANCE_GOWER) {
        skpi__peers_gower(n, m, p->base, factor, p->options.category, distance);
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (measure_by_angle(p))
            measure_unit_row(p, i, factor, x + i * m);
        else
            for (size_t j = 0; j < m; j++) x[i * m + j] = p->base[i * m + j] * factor[j];
    if (measure_by_angle(p))
        skpi__distances(n, m, x, SKPI__DISTANCES_HALVED, 1, distance);
    else if (p->options.method == SKPI_PEERS_DISTANCE_MANHATTAN)
        skpi__distances(n, m, x, SKPI__DISTANCES_SUM, most, distance);
    else
        skpi__distances(n, m, x, SKPI__DISTANCES_ROOT, sqrt(most), distance);
}

/* Every unit has an angle, with the weights of the options. */
static skpi_status measure_angles(skpi__at at, const skpi__peers_measure *p, double *room)
{
    measure_factors(p, p->weight, room);
    for (size_t i = 0; measure_by_angle(p) && i < p->n; i++)
        if (!measure_unit_row(p, i, room, room + p->m))
            return skpi__refuse(skpi__element(at, i), SKPI_EDOM, "value",
                                p->options.method == SKPI_PEERS_DISTANCE_COSINE
                                    ? "is 0 in all indicators that have a weight: it has no angle"
                                    : "has the same z-score in all indicators that have a weight: it correlates with "
                                      "nothing");
    return SKPI_OK;
}

static void measure_weights(skpi__peers_measure *p)
{
    const double *const given = p->options.weight;
    p->most = given ? measure_most(p->m, given) : 1;
    for (size_t j = 0; j < p->m; j++) p->weight[j] = given ? given[j] / p->most : 1;
}

skpi_status skpi__peers_measure_new(skpi__at at, const skpi_peers_distance_options *options, skpi__peers_measure *p)
{
    skpi_status s;
    if ((s = skpi__count(at, "n", p->n)) || (s = skpi__count(at, "m", p->m)) ||
        (s = skpi__array(at, "value", p->value, p->n, p->m)) || (s = measure_options(at, options, p)))
        return s;
    double *const room = skpi__alloc(p->m, 2, sizeof *room); /* low and range; then factors and a row */
    const skpi__piece pieces[] = {SKPI__PIECE(p->weight, p->m, 1), SKPI__PIECE(p->base, p->n, p->m)};
    p->block = SKPI__ALLOC_PIECES(pieces);
    s = room && p->block ? SKPI_OK : skpi__no_memory(at, "n", p->n);
    if (!s) measure_weights(p);
    if (!s && !(s = measure_values(at, p, room, room + p->m)) && !(s = measure_base(at, p, room, room + p->m)))
        s = measure_angles(at, p, room);
    free(room);
    return s;
}

void skpi__peers_measure_free(const skpi__peers_measure *p) { free(p->block); }
