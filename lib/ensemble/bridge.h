/* Independent standard normal numbers e of all years, drawn one after another although sums of them are given.
 *
 * Of sums k = 0, 1 ..., w_k0 e_0 + w_k1 e_1 + ..., the distribution of e_t given the numbers before it is normal.  With
 * r_k, what is left of sum k, its mean is g_t0 r_0 + g_t1 r_1 + ..., g_t = Q_t^-1 w_t, and its variance 1 - w_t . g_t,
 * where Q_t is the sum of the products w_ku w_lu over u = t, t + 1 ... (T. W. Anderson, An Introduction to
 * Multivariate Statistical Analysis, 2.5: conditional distributions).  The last year of a sum has what is left.
 */
#ifndef SKPI_ENSEMBLE_BRIDGE_H
#define SKPI_ENSEMBLE_BRIDGE_H
#include <stddef.h>

/* weight, gain: n x n_years; spread: n_years; n at most SKPI__ANCHORS_MOST.  The rows of weight become of length 1, or
 * stay 0.  factor: n x n, the lower factor of Q_0: sum k has the distribution of factor[k][0] s_0 + factor[k][1] s_1 ...,
 * s independent standard normal.  A row that, but for rounding, is a combination of those before it has 0 on the
 * diagonal. */
void skpi__bridge(size_t n, size_t n_years, double *weight, double *gain, double *spread, double *factor);

#endif
