/* The private face of intervals: widths and tables of errors, for the backtest too. */
#ifndef SKPI_URBAN_INTERVAL_H
#define SKPI_URBAN_INTERVAL_H
#include "core/error.h"
#include <smartkpi/urban.h>

#define SKPI__URBAN_CONVERGING_HORIZON 40 /* years for which the converging method's interval was fitted */

/* The constant c of a level of the converging method's interval, NaN: there is none. */
double skpi__urban_converging_width(double level);
/* Half the interval, in logits, lead years after the last observation. */
double skpi__urban_converging_half(double width, double slope, double lead);

#endif
