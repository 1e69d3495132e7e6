/* The fit of one row, whose failures have words; shared by skpi_series_fit and _forecast. */
#ifndef SKPI_SERIES_FIT_H
#define SKPI_SERIES_FIT_H
#include "core/error.h"
#include "series/model.h"

/* Fits row i, which was checked before.  room holds 2 m doubles. */
skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i, double *room,
                          skpi__fit *fit);

#endif
