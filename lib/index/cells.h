/* Directed values, and the directed scale, of a table of values, units by indicators. */
#ifndef SKPI_INDEX_CELLS_H
#define SKPI_INDEX_CELLS_H
#include <stddef.h>
#include <stdint.h>

/* x (n x m): the values times their directions. */
void skpi__index_cells_direct(size_t n, size_t m, const double *value, const int32_t *direction, double *x);
/* x (n x m): the values from 0, the worst of the column, to 1, the best.  A constant column is 0. */
void skpi__index_cells_scale(size_t n, size_t m, const double *value, const int32_t *direction, const double *low,
                             const double *high, double *x);

#endif
