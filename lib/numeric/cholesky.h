/* The factor of a symmetric positive matrix, and what is solved with it. */
#ifndef SKPI_NUMERIC_CHOLESKY_H
#define SKPI_NUMERIC_CHOLESKY_H
#include <stddef.h>

/* Replaces the lower triangle of a (n x n, row-major) by its factor L, A = L L'.  Returns 0 if a pivot is not above
 * tiny times the element of the diagonal that it comes from; tiny 0: if it is not above 0. */
int skpi__cholesky(size_t n, double *a, double tiny);
/* x becomes L^-1 x, or L'^-1 x. */
void skpi__cholesky_forward(size_t n, const double *l, double *x);
void skpi__cholesky_backward(size_t n, const double *l, double *x);
/* inverse (n x n, symmetric) = A^-1. */
void skpi__cholesky_inverse(size_t n, const double *l, double *inverse);

#endif
