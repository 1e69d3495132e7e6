/* The fit of one row, failures in words: shared by skpi_series_fit and _forecast. */
#ifndef SKPI_SERIES_FIT_H
#define SKPI_SERIES_FIT_H
#include "core/error.h"
#include "series/model.h"

/* The fit of a checked row. */
skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, size_t n, const double *t, const double *v,
                          skpi__fit *fit);

#endif
