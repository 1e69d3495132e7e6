/* A table of values, units by indicators: checks and ranges. */
#ifndef SKPI_CORE_CELLS_H
#define SKPI_CORE_CELLS_H
#include "core/error.h"

/* Checks value (n x m) and finds the smallest and largest value of each column, NaN of a column without any.  Every value
 * is finite; where `missing` is not NULL it may also be NaN, and *missing says whether one is.  EOVERFLOW: the range of a
 * column is not finite. */
skpi_status skpi__cells_check(skpi__at at, size_t n, size_t m, const double *value, double *low, double *high,
                              int *missing);
/* direction[m], which may be NULL, holds 1 and -1. */
skpi_status skpi__directions_check(skpi__at at, size_t m, const int32_t *direction);

#endif
