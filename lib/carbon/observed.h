/* A row of a table of emissions without its missing years. */
#ifndef SKPI_CARBON_OBSERVED_H
#define SKPI_CARBON_OBSERVED_H
#include "core/error.h"

/* Values of row i that are there (v), and their years from the first of the table on (t); both have room for y->m.
 * at stands in the row; the argument is called emission.
 * Statuses: SKPI_OK, SKPI_WMISSING, SKPI_ENOTFINITE, SKPI_ENODATA (none is there), SKPI_EOVERFLOW (differences). */
skpi_status skpi__observed(skpi__at at, const skpi_table *y, size_t i, double *t, double *v, size_t *n);
/* Room for the m (m - 1)/2 slopes of m years and for extra vectors of m; NULL: none.  To be freed. */
double *skpi__slopes_room(size_t m, size_t extra);

#endif
