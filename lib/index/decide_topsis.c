/* TOPSIS: closeness to the best values, far from the worst ones.
 *
 *   v_ij = w_j x_ij/sqrt(sum_i x_ij^2), or w_j times the directed scale from 0 to 1
 *   d+_i, d-_i: distances of row i to the best and the worst v of each column;  closeness d-/(d+ + d-), 0 if both are 0
 *
 * Source: C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981).
 */
#include "index/decide_topsis.h"
#include "numeric/decimal.h"

#define MOST 1e300 /* 1 divided by a value closer to 0 is no double */

/* A difference in column j is multiplied by unit[j], about 1 divided by the largest value or the range, and by[j], because
 * the product of the two can be beyond the range of a double.  Both are 0 in a column that is constant but for
 * rounding. */
static void topsis_scale(const skpi__index_decision *d)
{
    const size_t n = d->n, m = d->m;
    const int minmax = d->options.scale == SKPI_INDEX_DECIDE_SCALE_MINMAX;
    for (size_t j = 0; j < m; j++) {
        const double largest = fmax(fabs(d->low[j]), fabs(d->high[j])),
                     size = minmax ? d->high[j] - d->low[j] : largest;
        d->unit[j] = skpi__varies(d->low[j], d->high[j]) ? fmin(1 / size, MOST) : 0;
        d->by[j] = minmax ? size * d->unit[j] * (size * d->unit[j]) : 0;
    }
    for (size_t i = 0; !minmax && i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double u = d->value[i * m + j] * d->unit[j];
            d->by[j] += u * u;
        }
    for (size_t j = 0; j < m; j++)
        if (d->by[j] > 0) d->by[j] = d->weight[j] / sqrt(d->by[j]);
}

/* The squared distance of a row to an end of each column.  Two sums are faster than one, which waits for itself. */
static double topsis_square(size_t m, const double *x, const double *end, const double *unit, const double *by)
{
    double even = 0, odd = 0;
    size_t j = 0;
    for (; j + 2 <= m; j += 2) {
        const double a = by[j] * (unit[j] * (x[j] - end[j])), b = by[j + 1] * (unit[j + 1] * (x[j + 1] - end[j + 1]));
        even += a * a;
        odd += b * b;
    }
    for (; j < m; j++) even += by[j] * (unit[j] * (x[j] - end[j])) * (by[j] * (unit[j] * (x[j] - end[j])));
    return even + odd;
}

void skpi__index_decide_topsis(const skpi__index_decision *d)
{
    const size_t m = d->m;
    topsis_scale(d);
    for (size_t j = 0; j < m; j++) {
        const int up = skpi__index_decision_up(d, j);
        d->best[j] = up ? d->high[j] : d->low[j];
        d->worst[j] = up ? d->low[j] : d->high[j];
    }
    for (size_t i = 0; i < d->n; i++) {
        const double *x = d->value + i * m;
        d->first[i] = sqrt(topsis_square(m, x, d->best, d->unit, d->by));
        d->second[i] = sqrt(topsis_square(m, x, d->worst, d->unit, d->by));
        d->score[i] = d->first[i] + d->second[i] > 0 ? d->second[i] / (d->first[i] + d->second[i]) : 0;
    }
}
