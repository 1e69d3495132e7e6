/* The logit and its inverse, each without cancellation at either end.
 *
 * logit p = ln(p/(1 - p)).  Above 1/2 the difference 1 - p is exact.  Below 1/4 its rounding does not change the
 * quotient.  Around 1/2 the logit itself is small; there p/(1 - p) = 1 + (2p - 1)/(1 - p), whose logarithm is computed
 * by log1p (2p - 1 is exact).  logistic x = exp(x)/(1 + exp(x)): no sum cancels, so that a small share keeps its
 * digits.
 *
 * The exponential is written out so that a single value and a vector of values give the same bits on every machine:
 * exp(x) = 2^k exp(y), k the whole number next to x/ln 2, y = x - k ln 2 with ln 2 in two parts.  exp(y) is (even +
 * odd)/(even - odd) by its Pade approximant [6/6], whose error for |y| <= ln 2/2 is 2e-19.  Numerator and denominator
 * are kept apart, because the logistic forms its own quotient of them.
 */
#ifndef SKPI_NUMERIC_LOGISTIC_H
#define SKPI_NUMERIC_LOGISTIC_H
#include <math.h>
#include <stdint.h>
#include <string.h>

#define SKPI__EXP_FAR 690                   /* beyond it the numerator would not be a normal number */
#define SKPI__EXP_SHIFT 0x1.8p52            /* adding it rounds to a whole number */
#define SKPI__EXP_LN2_HIGH 0x1.62e42fefap-1 /* has so few digits that k times it is exact */
#define SKPI__EXP_LN2_LOW 0x1.cf79abc9e3b3ap-40
#define SKPI__EXP_PER_LN2 0x1.71547652b82fep0
/* The approximant, in one order of operations for all callers; y and y2 = y y may be vectors. */
#define SKPI__EXP_EVEN(y2) ((((y2) + 840.) * (y2) + 75600.) * (y2) + 665280.)
#define SKPI__EXP_ODD(y, y2) ((((y2)*42. + 10080.) * (y2) + 332640.) * (y))

/* 0 < p < 1; logs.h has that of many shares. */
static inline double skpi__logit(double p)
{
    return p > .25 && p < .75 ? log1p((2 * p - 1) / (1 - p)) : log(p / (1 - p));
}

/* For any x, also infinite.  The result lies in [0,1]; it is 1 from about x = 37 on. */
static inline double skpi__logistic(double x)
{
    if (!(fabs(x) <= SKPI__EXP_FAR)) return x > 0 ? 1 : exp(x);
    const double shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
    const double y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
    const double even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
    double e = even + odd;
    uint64_t bits, power;
    memcpy(&bits, &e, sizeof bits);
    memcpy(&power, &shifted, sizeof power);
    bits += power << 52; /* the last bits of shifted hold k */
    memcpy(&e, &bits, sizeof e);
    return e / ((even - odd) + e);
}

#endif
