/* Decimal figures are doubles only nearly: 0.1 + 0.2 is not 0.3. */
#ifndef SKPI_NUMERIC_DECIMAL_H
#define SKPI_NUMERIC_DECIMAL_H
#include <float.h>
#include <math.h>

#define SKPI__DECIMAL (8 * DBL_EPSILON) /* of the largest figure, by which a result of a few figures may be off */

/* Whether a is b or more, but for the rounding of figures as large as a, b and size. */
static inline int skpi__reaches(double a, double b, double size)
{
    return a >= b - SKPI__DECIMAL * fmax(fabs(size), fmax(fabs(a), fabs(b)));
}
/* Whether a is b but for the rounding of figures as large as a, b and size. */
static inline int skpi__level(double a, double b, double size)
{
    return skpi__reaches(a, b, size) && skpi__reaches(b, a, size);
}
/* Whether two numbers are apart by no more than this part of the larger one. */
static inline int skpi__within(double a, double b, double part)
{
    const double size = fabs(a) > fabs(b) ? fabs(a) : fabs(b); /* fmax is a call */
    return fabs(a - b) <= part * size;
}
/* Whether two numbers, such as probabilities, are the same but for their rounding. */
static inline int skpi__same(double a, double b) { return skpi__within(a, b, SKPI__DECIMAL); }
/* x: 0 if it is no more than the rounding of figures as large as size, which may be a sum that overflows. */
static inline double skpi__rounded(double x, double size)
{
    return fabs(x) < SKPI__DECIMAL * fmin(size, DBL_MAX) ? 0 : x;
}
/* a less b: 0 if they are the same but for their rounding. */
static inline double skpi__less(double a, double b) { return skpi__rounded(a - b, fmax(fabs(a), fabs(b))); }
/* Whether numbers from low to high differ by more than their rounding; NaN: no. */
static inline int skpi__varies(double low, double high) { return low < high && !skpi__same(low, high); }
/* Whether high is above low by at most tie, but for the rounding of both: 8.3 is above 8.1 by 0.2. */
static inline int skpi__tied(double high, double low, double tie)
{
    return skpi__reaches(tie, high - low, fmax(fabs(high), fabs(low)));
}

#endif
