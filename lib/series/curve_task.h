/* A curve to be fitted, in units in which its parameters are of the order of one.
 *
 * Time is x = (t - centre)/span, values are y/unit; the parameters become K/unit, s span, (m - centre)/span and for
 * Bass m/unit, p span, q span with the launch as centre.
 */
#ifndef SKPI_SERIES_CURVE_TASK_H
#define SKPI_SERIES_CURVE_TASK_H
#include "series/curve.h"

typedef struct skpi__curve_task {
    int32_t model;
    size_t n;
    const double *t, *y;
    double centre, span, unit;
    double lower[3], upper[3];
} skpi__curve_task;

enum { SKPI__CURVE_STARTS = 6 };
/* Where to start from: the lowest local minima of the sum of squares on a grid of the two parameters in which the
 * curve is not linear, the third at its best.  Returns how many, at least 1; best first. */
size_t skpi__curve_starts(const skpi__curve_task *task, double start[SKPI__CURVE_STARTS][3]);

#endif
