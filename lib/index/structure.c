/* How the columns of a table hang together: correlations, Cronbach's alpha, principal components.
 *
 *   alpha = k^2 c/sum C, c the mean of the covariances of different columns, C all covariances, k columns
 *
 * Covariances and correlations are those of the units that have both columns; components are those of the units that have
 * all.
 */
#include <smartkpi/index.h>
#include <stdlib.h>
#include <string.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/association.h"
#include "numeric/eigen.h"
#include "numeric/gram.h"

#define SAME 1e-12 /* of the number of components: variances that are equal */

typedef struct structure_call {
    size_t n, m, complete; /* units, columns, units that have all */
    const double *value;
    int32_t method;
    skpi_index_structure_out out;
    double *low, *high;            /* m */
    double *x, *y;                 /* n: the units that have both */
    double *x_rank, *y_rank;       /* n */
    double *spare;                 /* 2 n */
    skpi__ranked *sorted;          /* SKPI__RANKED n */
    double *kept;                  /* complete x m, then 3 m and m of spare */
    double *correlation, *loading; /* m x m */
    double *eigenvalue;            /* m */
    void *block;
} structure_call;

static int structure_components(const structure_call *c) { return c->out.eigenvalue || c->out.share || c->out.loading; }

static skpi_status structure_allocate(skpi__at at, structure_call *c)
{
    const size_t n = c->n, m = c->m, wanted = structure_components(c) ? m : 0;
    const skpi__piece pieces[] = {SKPI__PIECE(c->low, m, 1),
                                  SKPI__PIECE(c->high, m, 1),
                                  SKPI__PIECE(c->x, n, 1),
                                  SKPI__PIECE(c->y, n, 1),
                                  SKPI__PIECE(c->x_rank, n, 1),
                                  SKPI__PIECE(c->y_rank, n, 1),
                                  SKPI__PIECE(c->spare, n, 2),
                                  SKPI__PIECE(c->sorted, n, SKPI__RANKED),
                                  SKPI__PIECE(c->kept, skpi__width(1, n + 4), wanted),
                                  SKPI__PIECE(c->correlation, wanted, wanted),
                                  SKPI__PIECE(c->loading, wanted, wanted),
                                  SKPI__PIECE(c->eigenvalue, wanted, 1)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    return c->block ? SKPI_OK : skpi__no_memory(at, "n", n);
}

/* The units that have both columns, into x and y; returns how many. */
static size_t structure_pair(const structure_call *c, size_t j, size_t k)
{
    size_t both = 0;
    for (size_t i = 0; i < c->n; i++) {
        const double x = c->value[i * c->m + j], y = c->value[i * c->m + k];
        if (isnan(x) || isnan(y)) continue;
        c->x[both] = x;
        c->y[both++] = y;
    }
    return both;
}

static double structure_correlation(const structure_call *c, size_t both)
{
    const double straight = skpi__pearson(both, c->x, c->y);
    if (c->method == SKPI_INDEX_CORRELATION_PEARSON || isnan(straight)) return straight; /* NaN: one is constant */
    if (c->method == SKPI_INDEX_CORRELATION_KENDALL) return skpi__kendall(both, c->x, c->y, c->sorted, c->spare);
    (void)skpi__midranks(both, c->x, 1, 0, c->sorted, c->x_rank);
    (void)skpi__midranks(both, c->y, 1, 0, c->sorted, c->y_rank);
    return skpi__pearson(both, c->x_rank, c->y_rank);
}

/* The covariance of the pair in x and y, in units of `unit`. */
static double structure_covariance(const structure_call *c, size_t both, double unit)
{
    const skpi__products p = skpi__products_of(both, c->x, c->y);
    if (both < 2) return (double)NAN;
    return p.xy * (p.x_range / unit) * (p.y_range / unit) / (double)(both - 1);
}

/* Correlations, counts of pairs, and alpha. */
static void structure_pairs(const structure_call *c)
{
    const size_t m = c->m;
    double same = 0, different = 0, size = 0, unit = 0, most = 0;
    for (size_t j = 0; j < m; j++) {
        unit = fmax(unit, c->high[j] - c->low[j]); /* alpha has no unit */
        most = fmax(most, fmax(fabs(c->high[j]), fabs(c->low[j])));
    }
    for (size_t j = 0; j < m; j++)
        for (size_t k = j; k < m; k++) {
            const size_t both = structure_pair(c, j, k);
            if (c->out.common) c->out.common[j * m + k] = c->out.common[k * m + j] = (int32_t)both;
            if (c->out.correlation) {
                const double r = both ? structure_correlation(c, both) : (double)NAN;
                c->out.correlation[j * m + k] = c->out.correlation[k * m + j] = j == k && !isnan(r) ? 1 : r;
            }
            const double covariance = c->out.alpha ? structure_covariance(c, both, unit) : 0;
            same += j == k ? covariance : 0;
            different += j == k ? 0 : covariance;
            size += j == k ? fabs(covariance) : 2 * fabs(covariance);
        }
    const double count = (double)m, mean = different / (count * (count - 1) / 2), all = same + 2 * different;
    /* of indicators that add up to the same in every unit, the covariances do so to their rounding */
    const double rounding = 2 * SKPI__DECIMAL * (most / unit) * size;
    if (c->out.alpha) *c->out.alpha = all > rounding ? count * count * mean / all : (double)NAN;
}

/* Keeps the complete units, standardised, and their correlations. */
static skpi_status structure_complete(skpi__at at, structure_call *c)
{
    const size_t m = c->m;
    for (size_t i = 0; i < c->n; i++) {
        int all = 1;
        for (size_t j = 0; j < m; j++) all = all && !isnan(c->value[i * m + j]);
        if (all) memcpy(c->kept + m * c->complete++, c->value + i * m, m * sizeof *c->kept);
    }
    if (c->complete < 2)
        return skpi__refuse(at, SKPI_ENODATA, "value", "has %zu complete units: components need two", c->complete);
    double *const length = c->kept + m * c->n;
    skpi__unit_columns(c->complete, m, c->kept, length, length + m);
    for (size_t j = 0; j < m; j++)
        if (!(length[j] > 0))
            return skpi__refuse(skpi__column(at, j), SKPI_EDOM, "value",
                                "is constant in the complete units of column %zu: it has no correlations", j);
    skpi__gram_correlations(c->complete, m, c->kept, c->correlation);
    skpi__eigen_symmetric(m, c->correlation, c->eigenvalue, c->loading);
    return SKPI_OK;
}

static skpi_status structure_write(const structure_call *c)
{
    skpi_status s = SKPI_OK;
    const double count = (double)c->m;
    for (size_t i = 0; i < c->m; i++) {
        skpi__set(c->out.eigenvalue, i, c->eigenvalue[i]);
        skpi__set(c->out.share, i, c->eigenvalue[i] / count); /* the sum of the eigenvalues is that of the diagonal */
        if (i && c->eigenvalue[i] > SAME * count && c->eigenvalue[i - 1] - c->eigenvalue[i] <= SAME * count)
            s = SKPI_WWEAKFIT;
    }
    if (c->out.loading) memcpy(c->out.loading, c->loading, c->m * c->m * sizeof *c->loading);
    return c->out.loading ? s : SKPI_OK;
}

static skpi_status structure_all(skpi__at at, structure_call *c)
{
    int missing = 0;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = structure_allocate(at, c)) ||
        (s = skpi__cells_check(at, c->n, c->m, c->value, c->low, c->high, &missing)) ||
        (structure_components(c) && (s = structure_complete(at, c))))
        return s;
    structure_pairs(c);
    if (structure_components(c)) warnings = structure_write(c);
    return (skpi_status)(warnings | (missing ? SKPI_WMISSING : 0));
}

skpi_status skpi_index_structure(size_t n, size_t m, const double *value, int32_t correlation,
                                 skpi_index_structure_out *out)
{
    static const int32_t methods[] = {SKPI_INDEX_CORRELATION_PEARSON, SKPI_INDEX_CORRELATION_SPEARMAN,
                                      SKPI_INDEX_CORRELATION_KENDALL, 0};
    const skpi__at at = skpi__here(__func__);
    structure_call c = {.n = n, .m = m, .value = value, .method = correlation};
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__count(at, "m", m)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = skpi__choice(at, "correlation", correlation, methods, "a correlation (enum skpi_index_correlation)")) ||
        (s = SKPI__STRUCT(at, out, 0, &c.out)) || (s = skpi__array_size(at, "m", m, m)))
        return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n); /* counts are int32_t */
    s = structure_all(at, &c);
    free(c.block);
    return s;
}
