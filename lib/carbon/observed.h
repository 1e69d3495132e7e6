/* A row of a table of emissions without its missing years. */
#ifndef SKPI_CARBON_OBSERVED_H
#define SKPI_CARBON_OBSERVED_H
#include "core/error.h"

/* Copies the known values of row i to v, and their years since the table's first to t; both have room for y->m values.
 * `at` stands in the row; errors name the argument emission.  Statuses: SKPI_OK, SKPI_WMISSING, SKPI_ENOTFINITE,
 * SKPI_ENODATA (no value is known), SKPI_EOVERFLOW (of differences). */
skpi_status skpi__observed(skpi__at at, const skpi_table *y, size_t i, double *t, double *v, size_t *n);
/* Memory for the m (m - 1)/2 slopes of m years and for extra vectors of m values; NULL if there is none.  The caller
 * frees it. */
double *skpi__slopes_room(size_t m, size_t extra);

#endif
