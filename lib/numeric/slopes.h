/* Slopes between all pairs of points, and what the Mann-Kendall test counts of them. */
#ifndef SKPI_NUMERIC_SLOPES_H
#define SKPI_NUMERIC_SLOPES_H
#include <stddef.h>

typedef struct skpi__slope_counts {
    double sign; /* pairs that rise less pairs that fall */
    double tied; /* sum over groups of k equal values of k(k-1)(2k+5)/6, the sum of (j-1)(j+1) over j = 1 ... k */
} skpi__slope_counts;

/* slope (n(n-1)/2): (y[j] - y[i])/(t[j] - t[i]) of every i < j; t rises.  Values whose difference is no more than the
 * rounding of figures as large as the largest of y are equal; their slope is 0. */
skpi__slope_counts skpi__slopes(size_t n, const double *t, const double *y, double *slope);

#endif
