/* Holt's linear exponential smoothing. */
#ifndef SKPI_SERIES_HOLT_H
#define SKPI_SERIES_HOLT_H
#include "series/fit_rules.h"

/* Fits Holt's model, for skpi__fit_series.  Status: SKPI_OK, SKPI_WADJUSTED, SKPI_WNOTCONVERGED, SKPI_ENODATA. */
skpi_status skpi__fit_holt(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

#endif
