/* Quantiles of weighted values, without sorting all of them. */
#ifndef SKPI_NUMERIC_WEIGHTED_QUANTILE_H
#define SKPI_NUMERIC_WEIGHTED_QUANTILE_H
#include <stddef.h>

/* quantile[k] = the smallest of n >= 1 finite values x up to which the weights add up to prob[k] of all, less 1e-12 of
 * all: sums are rounded.  Weights are not negative and not all 0.  room: 3 n values; x and weight stay as they are. */
void skpi__weighted_quantiles(size_t n, const double *x, const double *weight, size_t n_prob, const double *prob,
                              double *room, double *quantile);

#endif
