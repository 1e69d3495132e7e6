/* Order statistics without sorting all values.  x is permuted; it must not hold NaN. */
#ifndef SKPI_NUMERIC_SELECT_H
#define SKPI_NUMERIC_SELECT_H
#include <stddef.h>

/* The k-th smallest of x (k = 0: the smallest).  Afterwards no value before position k is larger, and none after it is
 * smaller. */
double skpi__select(size_t n, double *x, size_t k);
/* The median of n >= 1 values; of an even number, the mean of the two in the middle. */
double skpi__median(size_t n, double *x);
/* The quantile of n >= 1 finite values for a probability in [0,1], linear between order statistics: type 7 of Hyndman
 * and Fan, The American Statistician 50 (1996) 361. */
double skpi__quantile(size_t n, double *x, double prob);

#endif
