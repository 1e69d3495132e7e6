/* Outliers of a column. */
#ifndef SKPI_INDEX_TREAT_H
#define SKPI_INDEX_TREAT_H
#include "index/tree.h"

/* Treats a column of n values in place and notes what was done in change; winsorising stops once so many cells were moved.
 * 0: the column keeps its outliers, because its normalisation takes no logarithms.  room: n. */
int skpi__index_treat(size_t n, double *x, const skpi_index_options *o, int32_t cells, int32_t normalise,
                      int32_t *change, double *room);
#define SKPI__INDEX_TREATED SIZE_MAX /* no column keeps its outliers so */
/* Warns of a column that does. */
skpi_status skpi__index_treat_told(skpi__at at, const skpi_index_tree *t, size_t untreated);

#endif
