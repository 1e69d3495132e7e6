/* Check of a correlation matrix: whether any variables can have these correlations. */
#ifndef SKPI_NUMERIC_CORRELATION_H
#define SKPI_NUMERIC_CORRELATION_H
#include <stddef.h>

/* 1 if the symmetric k x k matrix (row-major) has no negative eigenvalue beyond rounding; its lower triangle is
 * overwritten. */
int skpi__semidefinite(size_t k, double *a);

#endif
