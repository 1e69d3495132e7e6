/* Logistic, Gompertz and Bass curves. */
#ifndef SKPI_SERIES_CURVE_FIT_H
#define SKPI_SERIES_CURVE_FIT_H
#include "series/fit_rules.h"

/* Fits a curve, for skpi__fit_series.  Status: SKPI_OK, SKPI_WNOTCONVERGED, SKPI_EDOM, SKPI_ESINGULAR,
 * SKPI_EOVERFLOW. */
skpi_status skpi__fit_curve(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

#endif
