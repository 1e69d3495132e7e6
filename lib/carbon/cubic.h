/* One segment of a piecewise cubic: values y0, y1 and slopes d0, d1 at the ends of h years; fraction 0 <= x <= 1.
 *
 * The whole segment's integral is h (y0 + y1)/2 + h^2 (d0 - d1)/12.
 * Source: cubic Hermite interpolation, with the limits for monotone segments of Fritsch and Carlson, SIAM J. Numer.
 * Anal. 17 (1980), 238-246.
 */
#ifndef SKPI_CARBON_CUBIC_H
#define SKPI_CARBON_CUBIC_H
#include <math.h>

typedef struct skpi__cubic {
    double h, y0, y1, d0, d1;
} skpi__cubic;

static inline double skpi__cubic_value(const skpi__cubic *c, double x)
{
    const double u = 1 - x, rise = x * x * (3 - 2 * x);
    const double y = c->y0 + (c->y1 - c->y0) * rise + c->h * x * u * (c->d0 * u - c->d1 * x);
    /* keeps rounding from leaving the range of a monotone segment */
    return fmin(fmax(y, fmin(c->y0, c->y1)), fmax(c->y0, c->y1));
}
static inline double skpi__cubic_integral(const skpi__cubic *c, double x)
{
    const double rise = x * x * x * (1 - 0.5 * x);
    return c->h * (c->y0 * x + (c->y1 - c->y0) * rise +
                   c->h * x * x * (c->d0 * (0.5 + x * (x / 4 - 2.0 / 3)) + c->d1 * x * (x / 4 - 1.0 / 3)));
}
/* Limits the slopes so that the segment is monotone. */
static inline void skpi__cubic_limit(skpi__cubic *c)
{
    const double delta = (c->y1 - c->y0) / c->h;
    double a = c->d0 / delta, b = c->d1 / delta, length;
    if (delta == 0 || a < 0) a = 0;
    if (delta == 0 || b < 0) b = 0;
    length = hypot(a, b);
    if (length > 3) {
        a *= 3 / length;
        b *= 3 / length;
        c->d0 = a * delta;
        c->d1 = b * delta;
    } else {
        if (a == 0) c->d0 = 0;
        if (b == 0) c->d1 = 0;
    }
}

#endif
