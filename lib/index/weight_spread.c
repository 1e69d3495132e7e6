/* Weights by how much the units differ (weight_spread.h).  A constant column tells units apart in nothing and has weight 0.
 *
 *   entropy    w_j ~ 1 - e_j, e_j = -sum_i p_ij ln p_ij/ln n, p_ij = x_ij/sum_i x_ij, 0 ln 0 = 0
 *   deviation  w_j ~ s_j, the standard deviation of column j
 *   CRITIC     w_j ~ s_j sum_k (1 - r_jk), r the correlations
 *
 * on the directed scale from 0 to 1, where the entropy is not of the values as they are.
 *
 * Sources: C. E. Shannon, Bell Syst. Tech. J. 27 (1948) 379; C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making
 * (1981), 3.3; D. Diakoulaki, G. Mavrotas and L. Papayannakis, Computers & Operations Research 22 (1995) 763.
 */
#include "index/weight_spread.h"
#include "core/check.h"
#include "index/cells.h"
#include "numeric/decimal.h"
#include "numeric/gram.h"

#define ALIKE 1e-12 /* for each column: 1 less a correlation that is 1 */

/* 1 less the entropy of the shares of n >= 2 values, which are not all equal.  With p = (1 + d)/n, where the d add up to 0,
 * it is sum_i ((1 + d_i) ln(1 + d_i) - d_i)/(n ln n): no digits are lost where the shares are nearly equal. */
static double spread_entropy(size_t n, const double *x, size_t stride, double sum)
{
    const double mean = sum / (double)n;
    double apart = 0;
    for (size_t i = 0; i < n; i++) {
        const double d = (x[i * stride] - mean) / mean;
        apart += d > -1 ? (1 + d) * log1p(d) - d : 1;
    }
    return apart / ((double)n * log((double)n));
}

skpi_status skpi__index_weight_entropy(skpi__at at, const skpi__index_weigh *w, int raw)
{
    skpi_status s;
    const double *x = raw ? w->value : w->x;
    if (!raw) skpi__index_cells_scale(w->n, w->m, w->value, w->direction, w->low, w->high, w->x);
    for (size_t i = 0; raw && i < w->n; i++)
        for (size_t j = 0; j < w->m; j++)
            if ((s = skpi__quantity(skpi__cell(at, i, j), "value", w->value[i * w->m + j]))) return s;
    for (size_t j = 0; j < w->m; j++) {
        double sum = 0;
        for (size_t i = 0; i < w->n; i++) sum += x[i * w->m + j];
        if ((s = skpi__finite_sum(skpi__column(at, j), "value", sum))) return s;
        w->best[j] = skpi__varies(w->low[j], w->high[j]) ? spread_entropy(w->n, x + j, w->m, sum) : 0;
    }
    return SKPI_OK;
}

skpi_status skpi__index_weight_spread(skpi__at at, const skpi__index_weigh *w, int critic)
{
    const size_t n = w->n, m = w->m;
    double most = 0;
    skpi__index_cells_direct(n, m, w->value, w->direction, w->x);
    skpi__unit_columns(n, m, w->x, w->length, w->spare);
    for (size_t j = 0; j < m; j++) w->best[j] = w->length[j];
    if (!critic) return SKPI_OK;
    skpi__gram_correlations(n, m, w->x, w->gram);
    for (size_t j = 0; j < m; j++) {
        double apart = 0;
        for (size_t k = 0; k < m; k++)
            if (k != j && w->length[k] > 0) apart += 1 - w->gram[j * m + k];
        w->best[j] *= apart;
        if (w->length[j] > 0) most = fmax(most, apart); /* a constant column is apart from every other */
    }
    return most > ALIKE * (double)m
               ? SKPI_OK
               : skpi__refuse(at, SKPI_EDOM, "value", "has only columns that correlate by 1, or a single one");
}
