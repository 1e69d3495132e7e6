/* a b/c where a b alone may leave the range of a double, or lose digits below it; c is not 0. */
#ifndef SKPI_NUMERIC_PROPORTION_H
#define SKPI_NUMERIC_PROPORTION_H
#include <math.h>

static inline double skpi__proportion(double a, double b, double c)
{
    int i, j, k;
    const double part = frexp(a, &i) * frexp(b, &j) / frexp(c, &k);
    return ldexp(part, i + j - k);
}

#endif
