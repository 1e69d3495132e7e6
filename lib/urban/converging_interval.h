/* Width of the converging method's interval. */
#ifndef SKPI_URBAN_CONVERGING_INTERVAL_H
#define SKPI_URBAN_CONVERGING_INTERVAL_H
#include "core/error.h"

/* The coverage of an option, 0 = 0.8; ENOTFINITE, EINVAL: none of those for which there is an interval. */
skpi_status skpi__urban_coverage_take(skpi__at at, const char *name, double given, double *coverage);
/* The constant c of a coverage. */
double skpi__urban_converging_width(double coverage);
/* Half the interval, in logits, lead years after the last observation. */
double skpi__urban_converging_half(double width, double urgd, double lead);

#endif
