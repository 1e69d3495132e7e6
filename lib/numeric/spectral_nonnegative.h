/* Spectral radius of a matrix without negative elements. */
#ifndef SKPI_NUMERIC_SPECTRAL_NONNEGATIVE_H
#define SKPI_NUMERIC_SPECTRAL_NONNEGATIVE_H
#include <stddef.h>

/* The largest eigenvalue of a (n x n, row-major, finite, no element below 0), much faster than skpi__spectral_radius;
 * NaN if it does not converge.  Room: work 3 n, square n x n, pivot n. */
double skpi__spectral_radius_nonnegative(size_t n, const double *a, double *work, double *square, size_t *pivot);

#endif
