/* VIKOR: a compromise between the mean shortfall and the largest one.
 *
 *   S_i = sum_j w_j (x*_j - x_ij)/(x*_j - x-_j), R_i the largest term, x* the best and x- the worst value of a column
 *   Q_i = v (S_i - min S)/(max S - min S) + (1 - v) (R_i - min R)/(max R - min R)
 *
 * A quotient 0/0, as of a constant column, is 0, and so it is where both are rounding alone.
 *
 * Source: S. Opricovic and G.-H. Tzeng, European Journal of Operational Research 156 (2004) 445.
 */
#include "index/decide_vikor.h"
#include "numeric/decimal.h"
#include "numeric/ranking.h"

/* Puts numbers on the scale from 0 to 1, times by, and adds them to the score. */
static void vikor_add(const skpi__index_decision *d, const double *x, double by)
{
    double low = x[0], high = x[0];
    for (size_t i = 1; i < d->n; i++) {
        low = fmin(low, x[i]);
        high = fmax(high, x[i]);
    }
    for (size_t i = 0; high - low > skpi__ranking_rounding(high) && i < d->n; i++)
        d->score[i] += by * ((x[i] - low) / (high - low));
}

void skpi__index_decide_vikor(const skpi__index_decision *d)
{
    for (size_t i = 0; i < d->n; i++) {
        for (size_t j = 0; j < d->m; j++) {
            const double range = d->high[j] - d->low[j], x = d->value[i * d->m + j];
            const double from = skpi__index_decision_up(d, j) ? d->high[j] - x : x - d->low[j];
            const double lacks = skpi__varies(d->low[j], d->high[j]) ? d->weight[j] * (from / range) : 0;
            d->first[i] += lacks;
            d->second[i] = fmax(d->second[i], lacks);
        }
    }
    vikor_add(d, d->first, d->options.strategy);
    vikor_add(d, d->second, 1 - d->options.strategy);
}
