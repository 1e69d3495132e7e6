/* The trend of one series, for the domain modules too. */
#ifndef SKPI_SERIES_TREND_H
#define SKPI_SERIES_TREND_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__trend {
    double s, variance, z, p, slope, intercept;
} skpi__trend;

/* The trend of n >= 2 values at increasing dates; room holds n (n - 1)/2 doubles, but at least n.  slope is per unit of
 * t, intercept at t = 0.  One that is too large for a double is not finite. */
skpi__trend skpi__trend_of(size_t n, const double *t, const double *y, double *room);

#endif
