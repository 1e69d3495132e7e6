/* A total among parts (total_among.h).
 *
 * Part t is the sum of the others if twice its value is the sum of all.  Of n printed figures each is off by half a unit
 * of the last digit, so that the sum of the others is off by n/2 units; the unit is the smallest of all parts.  As in
 * flow_totals.c the difference is below a thousandth too, because coarse figures may be near such a sum by chance.  Two
 * equal parts are not the sum of each other: at least three differ from 0.
 */
#include <math.h>
#include "economy/total_among.h"
#include "numeric/decimal.h"
#include "numeric/last_digit.h"
#include "numeric/sum.h"

enum { LEAST = 3 };
#define NEAR 1e-3
#define EXACT 1e-9 /* of the rounding that is allowed */

/* The smallest unit of the parts, of which at least one differs from 0. */
static double total_unit(size_t n, skpi__part_value *value, const void *parts)
{
    double least = INFINITY;
    for (size_t i = 0; i < n; i++) {
        const double size = fabs(value(parts, i));
        if (size > 0) least = fmin(least, skpi__last_digit(size));
    }
    return least;
}

size_t skpi__total_among(size_t n, skpi__part_value *value, const void *parts)
{
    skpi__sum sum = {0, 0};
    double size = 0;
    size_t filled = 0;
    for (size_t i = 0; i < n; i++) {
        const double v = value(parts, i);
        skpi__sum_add(&sum, v);
        size += fabs(v);
        filled += v != 0;
    }
    const double all = skpi__sum_value(&sum);
    for (size_t t = 0; t < n && filled >= LEAST; t++) {
        const double v = value(parts, t), off = fabs(all - v - v);
        if (!(v != 0 && off <= NEAR * fabs(v))) continue; /* also if a part is missing */
        const double rounding = (double)n / 2 * total_unit(n, value, parts);
        if (off <= rounding * (1 + EXACT) + SKPI__DECIMAL * size) return t;
    }
    return n;
}
