/* The private face of intervals: widths and tables of errors, for the backtest too. */
#ifndef SKPI_URBAN_ERROR_QUANTILE_H
#define SKPI_URBAN_ERROR_QUANTILE_H
#include "core/error.h"
#include <smartkpi/urban.h>

#define SKPI__URBAN_CONVERGING_HORIZON 40 /* years for which the converging method's interval was fitted */

/* The constant c of a level of the converging method's interval, NaN: there is none. */
double skpi__urban_converging_width(double level);
/* Half the interval, in logits, lead years after the last observation. */
double skpi__urban_converging_half(double width, double slope, double lead);

/* Horizons of a table of errors: years from 1 on, increasing.  Status: SKPI_OK, SKPI_ERANGE, SKPI_EDUPLICATE,
 * SKPI_ENOTSORTED. */
skpi_status skpi__urban_horizons(skpi__at at, size_t n_h, const int32_t *horizon);
/* The forecast shares of the row where at stands: each in (0,1). */
skpi_status skpi__urban_open_shares(skpi__at at, size_t n_years, const double *share);

#endif
