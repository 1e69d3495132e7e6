/* Standardised columns and their products. */
#ifndef SKPI_NUMERIC_GRAM_H
#define SKPI_NUMERIC_GRAM_H
#include <stddef.h>

/* Centres each column of x (n x m, row-major, finite, with finite ranges) on its mean and scales it to length 1; a
 * column that is constant but for rounding becomes 0.  length[j]: square root of the sum of squares before that, in
 * units of the range of the column, or 0 of a constant one.  Room: 3 m doubles. */
void skpi__unit_columns(size_t n, size_t m, double *x, double *length, double *room);
/* g (m x m, symmetric) = x'x for x (n x m, row-major). */
void skpi__gram(size_t n, size_t m, const double *x, double *g);
/* Correlations of the columns that skpi__unit_columns made: as skpi__gram, with a diagonal of 1, or of 0 for a constant
 * column, and no value beyond 1. */
void skpi__gram_correlations(size_t n, size_t m, const double *x, double *g);

#endif
