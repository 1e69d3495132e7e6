/* Checks of the horizons of a table of errors, and of forecasts. */
#ifndef SKPI_URBAN_ERROR_QUANTILE_H
#define SKPI_URBAN_ERROR_QUANTILE_H
#include "core/error.h"

/* Horizons of a table of errors: years from least on, increasing.  ERANGE, EDUPLICATE, ENOTSORTED. */
skpi_status skpi__urban_horizons(skpi__at at, const char *name, int32_t least, size_t n_horizons,
                                 const int32_t *horizon);
/* The forecast shares of the row where at stands, in->share: each in (0,1). */
skpi_status skpi__urban_open_shares(skpi__at at, size_t n_years, const double *share);

#endif
