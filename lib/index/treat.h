/* Outliers of a column. */
#ifndef SKPI_INDEX_TREAT_H
#define SKPI_INDEX_TREAT_H
#include <smartkpi/index.h>

/* Treats a column of n values in place and notes what was done in change; winsorising stops once so many cells were moved.
 * room: n. */
void skpi__index_treat(size_t n, double *x, const skpi_index_options *o, int32_t cells, int32_t *change, double *room);

#endif
