/* Order statistics without sorting all values. x is permuted; it must hold no NaN. */
#ifndef SKPI_NUMERIC_SELECT_H
#define SKPI_NUMERIC_SELECT_H
#include <stddef.h>

/* The k-th smallest of x (k = 0: the smallest); afterwards nothing before place k is larger, nothing behind smaller. */
double skpi__select(size_t n, double *x, size_t k);
/* The median of n >= 1 values: of an even count the mean of the two in the middle. */
double skpi__median(size_t n, double *x);
/* The quantile of a probability in [0,1] of n >= 1 finite values, linear between order statistics: type 7 of Hyndman
 * and Fan, The American Statistician 50 (1996) 361. */
double skpi__quantile(size_t n, double *x, double prob);

#endif
