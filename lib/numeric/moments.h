/* Moments of a sample with missing values (NaN), which are skipped. */
#ifndef SKPI_NUMERIC_MOMENTS_H
#define SKPI_NUMERIC_MOMENTS_H
#include <stddef.h>

typedef struct skpi__moments {
    size_t n;         /* present values */
    double low, high; /* the least and the largest; NaN if there is no value */
    double mean, sd;  /* sd with n - 1: NaN below two values */
    double skewness;  /* G1, sample-corrected: NaN below three values, or where all are the same */
    double kurtosis;  /* G2, excess, sample-corrected: NaN below four values, or where all are the same */
} skpi__moments;

/* Of every stride-th of n values; those that differ by rounding alone are the same, and their mean is the least.  The
 * values are taken about the mean in units of the range, so that no sum overflows if the range does not. */
skpi__moments skpi__moments_of(size_t n, const double *x, size_t stride);

#endif
