/* Make tables: totals left among their rows and columns. */
#ifndef SKPI_ECONOMY_MAKE_TOTALS_H
#define SKPI_ECONOMY_MAKE_TOTALS_H
#include "core/error.h"

/* EINCONSISTENT if a column of x (rows x columns), or a row that is also a total in beside (rows; NULL: any row), is
 * the sum of all others or of those before it within a thousandth; ENOMEM.  The words are about name. */
skpi_status skpi__make_totals(skpi__at at, const char *name, size_t rows, size_t columns, const double *x,
                              const double *beside);

#endif
