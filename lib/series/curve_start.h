/* The coordinates in which a curve is fitted.
 *
 * Time is x = (t - centre)/span, values are y/unit, and the curve K g(argument) has the coordinates
 *   0  ln K
 *   1  ln |s| of the speed per span; Bass: ln(p + q)
 *   2  u = -s m, the argument in the middle of the dates; Bass: ln(q/p); m itself if the midpoint is bounded
 * For values that hardly bend, SSE has a valley along which K and m grow together.  It is straight in these coordinates
 * but bent in K, s, m, where the search would be long.
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
    int sliding;                           /* 1: the third coordinate is u */
} skpi__curve_task;

typedef struct skpi__curve_start {
    double sse, ceiling, speed, place;
} skpi__curve_start;

enum { SKPI__CURVE_STARTS = 8 };
/* The starts of the search: the lowest local minima of the sum of squares on a grid of the two coordinates in which the
 * curve is not linear, with the best ceiling, and the best points of speeds beside the lowest one.  Returns their
 * number, at least 1; the best is first. */
size_t skpi__curve_starts(const skpi__curve_task *task, skpi__curve_start start[SKPI__CURVE_STARTS]);

#endif
