/* Checks a matrix of correlations, and factors it. */
#ifndef SKPI_ENSEMBLE_CORRELATION_FACTOR_H
#define SKPI_ENSEMBLE_CORRELATION_FACTOR_H
#include "core/error.h"

/* l becomes the lower factor of the n x n matrix, row after row; what is above its diagonal is left.  Not 1 on the
 * diagonal, not symmetric, not positive semidefinite: EDOM. */
skpi_status skpi__correlation_factor(skpi__at at, const char *name, size_t n, const double *matrix, double *l);

#endif
