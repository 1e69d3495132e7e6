/* The fit of one row, whose failures have words; shared by skpi_series_fit, _forecast and _backtest. */
#ifndef SKPI_SERIES_FIT_H
#define SKPI_SERIES_FIT_H
#include "core/error.h"
#include "series/model.h"

/* Fits row i, which was checked before.  room holds 2 m doubles. */
skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i, double *room,
                          skpi__fit *fit);
/* Warns (SKPI_WUNUSUAL) of a value of row i above the ceiling of the model, or else of a break: used values v at dates t
 * are those of the row without the missing ones. */
skpi_status skpi__fit_unusual(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i, size_t used,
                              const double *t, const double *v);

#endif
