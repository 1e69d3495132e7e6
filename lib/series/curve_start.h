/* A curve to be fitted, in coordinates in which the search is short.
 *
 * Time is x = (t - centre)/span, values are y/unit, and the curve K g(argument) has the coordinates
 *   0  ln K
 *   1  ln |s| of the speed per span; Bass: ln(p + q)
 *   2  u = -s m, the argument in the middle of the dates; Bass: ln(q/p); where the midpoint is bounded, m itself
 * Values that hardly bend lie on a ridge (K and m run away together) that is straight in these, and in K, s, m is not.
 */
#ifndef SKPI_SERIES_CURVE_START_H
#define SKPI_SERIES_CURVE_START_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__curve_task {
    int32_t model;
    size_t n;
    const double *t, *y;
    double centre, span, unit;
    double ceiling[2], speed[2], place[2]; /* bounds: K; s with its sign; the third coordinate */
    int sliding;                           /* the third coordinate is u */
} skpi__curve_task;

typedef struct skpi__curve_start {
    double sse, ceiling, speed, place;
} skpi__curve_start;

enum { SKPI__CURVE_STARTS = 6 };
/* Where to start from: the lowest local minima of the sum of squares on a grid of the two coordinates in which the
 * curve is not linear, the third at its best.  Returns how many, at least 1; best first. */
size_t skpi__curve_starts(const skpi__curve_task *task, skpi__curve_start start[SKPI__CURVE_STARTS]);

#endif
