/* The logit and its inverse, each without cancellation at either end.
 *
 * logit p = ln(p/(1 - p)): above 1/2 the difference 1 - p is exact, below 1/4 its rounding is lost in the quotient, and
 * around 1/2, where the logit itself is small, p/(1 - p) = 1 + (2p - 1)/(1 - p) goes through log1p (2p - 1 is exact).
 * logistic x = 1/(1 + exp(-x)), for x < 0 as exp(x)/(1 + exp(x)), which keeps the digits of a small share.
 *
 * The exponential is written out so that one place and a vector of places give the same bits, on every machine:
 * exp(-a) = 2^k exp(y), k the whole number next to -a/ln 2, y = -a - k ln 2 with ln 2 in two parts, exp(y) by its
 * Taylor series, in which |y| <= ln 2/2 leaves 4e-18 behind the thirteenth power.
 */
#ifndef SKPI_NUMERIC_LOGISTIC_H
#define SKPI_NUMERIC_LOGISTIC_H
#include <math.h>
#include <stdint.h>
#include <string.h>

#define SKPI__EXP_FAR 700 /* beyond it 2^k would leave the normal numbers */
#define SKPI__EXP_SHIFT 0x1.8p52 /* what is added to it is rounded to a whole number */
#define SKPI__EXP_LN2_HIGH 0x1.62e42fefap-1 /* few enough digits that k times it is exact */
#define SKPI__EXP_LN2_LOW 0x1.cf79abc9e3b3ap-40
#define SKPI__EXP_PER_LN2 0x1.71547652b82fep0
/* exp(y), in the order of operations that every caller shares; y and its powers may be vectors. */
#define SKPI__EXP_SERIES(y, y2, y4)                                                                               \
    (1. + ((y) + (y2) * (((.5 + (y) * (1. / 6)) + (y2) * (1. / 24 + (y) * (1. / 120))) +                          \
                         (y4) * (((1. / 720 + (y) * (1. / 5040)) + (y2) * (1. / 40320 + (y) * (1. / 362880))) +   \
                                 (y4) * ((1. / 3628800 + (y) * (1. / 39916800)) +                                 \
                                         (y2) * (1. / 479001600 + (y) * (1. / 6227020800)))))))

/* 0 < p < 1 */
static inline double skpi__logit(double p)
{
    return p > .25 && p < .75 ? log1p((2 * p - 1) / (1 - p)) : log(p / (1 - p));
}

/* exp(-a), a >= 0. */
static inline double skpi__exp_below(double a)
{
    if (!(a <= SKPI__EXP_FAR)) return exp(-a);
    const double shifted = -a * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
    const double y = (-a - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y, y4 = y2 * y2;
    double e = SKPI__EXP_SERIES(y, y2, y4);
    uint64_t bits, power;
    memcpy(&bits, &e, sizeof bits);
    memcpy(&power, &shifted, sizeof power);
    bits += power << 52; /* k stands in the last digits of shifted */
    memcpy(&e, &bits, sizeof e);
    return e;
}

/* Any x, infinite too.  In [0,1]; 1 from about x = 37 on. */
static inline double skpi__logistic(double x)
{
    const double e = skpi__exp_below(fabs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
}

#endif
