/* How the width of forecasts of an urban share depends on the place:
 *   sqrt(0.05^2 + s^2) max(4 p (1 - p), 0.08)^-0.2
 * with p the last share and s the growth difference over the shortest window before it.  Source: smartkpi_urban(7). */
#ifndef SKPI_SERIES_PLACE_WIDTH_H
#define SKPI_SERIES_PLACE_WIDTH_H
#include <math.h>

#define SKPI__PLACE_CALM 0.05 /* of a place that does not move */

static inline double skpi__place_width(double p, double s)
{
    return hypot(SKPI__PLACE_CALM, s) * pow(fmax(4 * p * (1 - p), 0.08), -0.2);
}

#endif
