/* A table of values, units by indicators: checks, ranges, and the directed scale. */
#ifndef SKPI_INDEX_CELLS_H
#define SKPI_INDEX_CELLS_H
#include "core/error.h"

/* Checks value (n x m) and finds the smallest and largest value of each column, NaN of a column without any.  Every value
 * is finite; where `missing` is not NULL it may also be NaN, and *missing says whether one is.  EOVERFLOW: the range of a
 * column is not finite. */
skpi_status skpi__index_cells_check(skpi__at at, size_t n, size_t m, const double *value, double *low, double *high,
                                    int *missing);
/* direction[m], which may be NULL, holds 1 and -1. */
skpi_status skpi__index_directions_check(skpi__at at, size_t m, const int32_t *direction);
/* x (n x m): the values times their directions. */
void skpi__index_cells_direct(size_t n, size_t m, const double *value, const int32_t *direction, double *x);
/* x (n x m): the values from 0, the worst of the column, to 1, the best.  A constant column is 0. */
void skpi__index_cells_scale(size_t n, size_t m, const double *value, const int32_t *direction, const double *low,
                             const double *high, double *x);

#endif
