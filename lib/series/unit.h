/* A unit in which the values of a series are of the order of one: a power of two, so that no digit is lost. */
#ifndef SKPI_SERIES_UNIT_H
#define SKPI_SERIES_UNIT_H
#include <math.h>
#include <stddef.h>

static inline double skpi__unit_of(size_t n, const double *y)
{
    double most = 0;
    int exponent;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(y[i]));
    if (!(most > 0)) return 1;
    (void)frexp(most, &exponent);
    return ldexp(1, exponent < -1000 ? -1000 : exponent - 1); /* 1/unit stays finite */
}

#endif
