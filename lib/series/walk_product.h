/* Several walks of walk.h at once, whose shocks and noises are correlated, by their innovations.
 *
 * V = (sigma_u_i sigma_u_j r_ij), W = (sigma_i sigma_j q_ij), r and q correlations of the changes of the drifts and of
 * the noises.
 *   P_1 = V,  S = P_t + W = L L',  K = P_t L'^-1
 *   x_t = x_(t-1) + d_t + (h_t + L z_t),  h_(t+1) = rho (h_t + K z_t),  P_(t+1) = rho^2 (P_t - K K') + V
 * with as many normal numbers z a year as there are walks.  The sum of the walks is a walk with the variances 1'V1 and
 * 1'W1, which one number a year moves.
 * Source: R. E. Kalman, Journal of Basic Engineering 82 (1960) 35.
 */
#ifndef SKPI_SERIES_WALK_PRODUCT_H
#define SKPI_SERIES_WALK_PRODUCT_H
#include "random/product.h"
#include "series/walk.h"

typedef struct skpi__walk_product {
    size_t n;                                                /* walks, at most SKPI__FACTORS_MOST */
    const skpi__walk *walk;                                  /* n */
    double change[SKPI__FACTORS_MOST][SKPI__FACTORS_MOST];   /* V */
    double noise[SKPI__FACTORS_MOST][SKPI__FACTORS_MOST];    /* W */
    double variance[SKPI__FACTORS_MOST][SKPI__FACTORS_MOST]; /* P */
    double excess[SKPI__FACTORS_MOST];                       /* v */
} skpi__walk_product;

/* Before the first year.  Correlations are n x n. */
skpi__walk_product skpi__walk_product_begin(size_t n, const skpi__walk *walk, const double *change,
                                            const double *noise);
/* The step of the next year, by elementary operations in a fixed order. */
void skpi__walk_product_next(skpi__walk_product *p, skpi__product_step *step);
/* The walk of the sum. */
skpi__walk skpi__walk_product_sum(const skpi__walk_product *p);

#endif
