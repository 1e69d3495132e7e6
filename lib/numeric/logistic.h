/* The logit and its inverse, each without cancellation at either end.
 *
 * logit p = ln(p/(1 - p)): above 1/2 the difference 1 - p is exact, below 1/4 its rounding is lost in the quotient, and
 * around 1/2, where the logit itself is small, p/(1 - p) = 1 + (2p - 1)/(1 - p) goes through log1p (2p - 1 is exact).
 * logistic x = 1/(1 + exp(-x)), for x < 0 as exp(x)/(1 + exp(x)), which keeps the digits of a small share.
 */
#ifndef SKPI_NUMERIC_LOGISTIC_H
#define SKPI_NUMERIC_LOGISTIC_H
#include <math.h>

/* 0 < p < 1 */
static inline double skpi__logit(double p)
{
    return p > .25 && p < .75 ? log1p((2 * p - 1) / (1 - p)) : log(p / (1 - p));
}

/* Any x, infinite too.  In [0,1]; 1 from about x = 37 on. */
static inline double skpi__logistic(double x)
{
    if (x >= 0) return 1 / (1 + exp(-x));
    const double e = exp(x);
    return e / (1 + e);
}

#endif
