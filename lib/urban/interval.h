/* Intervals of forecasts: their width, and horizons of a table of errors. */
#ifndef SKPI_URBAN_INTERVAL_H
#define SKPI_URBAN_INTERVAL_H
#include "core/error.h"
#include <smartkpi/urban.h>

#define SKPI__URBAN_CONVERGING_HORIZON 40 /* years for which the converging method's interval was fitted */

/* The coverage of an option, 0 = 0.8; ENOTFINITE, EINVAL: none of those for which there is an interval. */
skpi_status skpi__urban_coverage_take(skpi__at at, const char *name, double given, double *coverage);
/* The constant c of a coverage of the converging method's interval. */
double skpi__urban_converging_width(double coverage);
/* Half the interval, in logits, lead years after the last observation. */
double skpi__urban_converging_half(double width, double urgd, double lead);

/* Horizons of a table of errors: years from 1 on, increasing.  ERANGE, EDUPLICATE, ENOTSORTED. */
skpi_status skpi__urban_horizons(skpi__at at, const char *name, size_t n_horizons, const int32_t *horizon);
/* The forecast shares of the row where at stands, in->share: each in (0,1). */
skpi_status skpi__urban_open_shares(skpi__at at, size_t n_years, const double *share);

#endif
