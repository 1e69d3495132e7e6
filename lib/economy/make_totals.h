/* Totals that were left among the rows and columns of a make table. */
#ifndef SKPI_ECONOMY_MAKE_TOTALS_H
#define SKPI_ECONOMY_MAKE_TOTALS_H
#include "core/error.h"

/* Refuses totals in x (rows x columns).  EINCONSISTENT: a column is the sum of all others, or of those before it,
 * within a thousandth; or a row is such a sum and is also a total in beside (rows elements; NULL: any row).  ENOMEM.
 * name is that of x in the words. */
skpi_status skpi__make_totals(skpi__at at, const char *name, size_t rows, size_t columns, const double *x,
                              const double *beside);

#endif
