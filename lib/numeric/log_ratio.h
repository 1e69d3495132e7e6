/* The logarithm of a quotient, ln(b/a) for a, b > 0.  It keeps the digits of a small change, and the quotient itself
 * may overflow. */
#ifndef SKPI_NUMERIC_LOG_RATIO_H
#define SKPI_NUMERIC_LOG_RATIO_H
#include <float.h>
#include <math.h>

static inline double skpi__log_ratio(double a, double b)
{
    const double q = b / a;
    if (q > .5 && q < 2) return log1p((b - a) / a); /* b - a is exact */
    return q >= DBL_MIN && q <= DBL_MAX ? log(q) : log(b) - log(a);
}

#endif
