/* Tests a correlation matrix: whether random variables with these correlations exist. */
#ifndef SKPI_NUMERIC_CORRELATION_H
#define SKPI_NUMERIC_CORRELATION_H
#include <stddef.h>

/* Returns 1 if the symmetric k x k matrix (row-major) has no eigenvalue that is negative by more than rounding.  The
 * lower triangle is overwritten. */
int skpi__semidefinite(size_t k, double *a);

#endif
