/* Width of the intervals of the converging and the cautious method. */
#ifndef SKPI_URBAN_CONVERGING_WIDTH_H
#define SKPI_URBAN_CONVERGING_WIDTH_H
#include "core/error.h"

#define SKPI__URBAN_CONVERGING_HORIZON 40 /* years for which the interval was fitted */

/* The coverage of an option, 0 = 0.8; ENOTFINITE, ERANGE: outside (0, 0.95]. */
skpi_status skpi__urban_coverage(skpi__at at, const char *name, double *coverage);
/* C: half the interval in logits, for a shape of 1; cautious: of that method. */
double skpi__urban_converging_width(int cautious, double coverage);
/* How the width depends on the place: last is its last share, urgd the growth difference over the shortest window
 * before it, NaN = there is one observation alone; and on the years since the last observation. */
double skpi__urban_converging_place(double last, double urgd);
double skpi__urban_converging_lead(double lead);
static inline double skpi__urban_converging_shape(double last, double urgd, double lead)
{
    return skpi__urban_converging_place(last, urgd) * skpi__urban_converging_lead(lead);
}

#endif
