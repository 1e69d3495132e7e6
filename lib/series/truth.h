/* What forecasts of a backtest are compared with: the table itself, or one of another revision. */
#ifndef SKPI_SERIES_TRUTH_H
#define SKPI_SERIES_TRUTH_H
#include <smartkpi/base.h>
#include "core/error.h"

/* Reads options->truth, NULL = known.  It has the rows of known, years of its own, and states no other meaning but for
 * vintage and revision.  name: "y->n", "y->basis". */
skpi_status skpi__truth_take(skpi__at at, const skpi_table *given, const char *n_name, const char *basis_name,
                             const skpi_table *known, skpi_table *truth);
/* The column of a year; m: the table has it not. */
size_t skpi__truth_column(const skpi_table *truth, int32_t year);

#endif
