/* Turns one word into one normal number by the inverse of the normal distribution.  It serves quasi-random points,
 * because it keeps their order and evenness.
 *
 * With q = 2p - 1 and w = -2 ln(1 - q^2), the quantile of p is q R(w).  R is smooth from the middle to both tails, so
 * that one rational function without a branch is enough.  R was computed for this library by the rational Remez
 * exchange in 40 digits, rounded to doubles: numerator of degree 8, denominator of degree 7, minimax in relative error
 * for w from 0 to 43.1, largest error 5e-11.  Terms are added in pairs p(i) = c(2i+1) w + c(2i), then in Horner's form
 * in w w.
 */
#ifndef SKPI_RANDOM_INVERSE_H
#define SKPI_RANDOM_INVERSE_H
#include "random/normal.h"

#define SKPI__INVERSE_P0 0x1.40d931ff6e01bp+0
#define SKPI__INVERSE_P1 0x1.760cc5eabb835p-3
#define SKPI__INVERSE_P2 0x1.153ff096c5cc6p-6
#define SKPI__INVERSE_P3 0x1.1fed7972419fap-10
#define SKPI__INVERSE_P4 0x1.9a62945661200p-15
#define SKPI__INVERSE_P5 0x1.9b9fef8bf8e75p-20
#define SKPI__INVERSE_P6 0x1.8dfd6d47050f4p-25
#define SKPI__INVERSE_P7 0x1.4177675d6a574p-29
#define SKPI__INVERSE_P8 0x1.0c81c42c028cdp-38
#define SKPI__INVERSE_Q1 0x1.e5db638b8c382p-7
#define SKPI__INVERSE_Q2 0x1.1011db6670dfep-7
#define SKPI__INVERSE_Q3 0x1.27f319c923c15p-14
#define SKPI__INVERSE_Q4 0x1.179c4345d0a62p-16
#define SKPI__INVERSE_Q5 0x1.238e3835ea683p-25
#define SKPI__INVERSE_Q6 0x1.2b6763062ffbfp-26
#define SKPI__INVERSE_Q7 0x1.4a97f872e9838p-33

/* The quantile of (word + 1/2) 2^-32.  A word and its complement have opposite quantiles. */
SKPI__INLINE double skpi__inverse(uint32_t word)
{
    const double q = ((double)(int32_t)(word ^ UINT32_C(0x80000000)) + .5) * 0x1p-31, size = __builtin_fabs(q);
    const double w = skpi__minus_two_ln((1 - size) * (1 + size), 0), ww = w * w; /* both factors are exact */
    const double p0 = SKPI__INVERSE_P1 * w + SKPI__INVERSE_P0, p1 = SKPI__INVERSE_P3 * w + SKPI__INVERSE_P2;
    const double p2 = SKPI__INVERSE_P5 * w + SKPI__INVERSE_P4, p3 = SKPI__INVERSE_P7 * w + SKPI__INVERSE_P6;
    const double q0 = SKPI__INVERSE_Q1 * w + 1, q1 = SKPI__INVERSE_Q3 * w + SKPI__INVERSE_Q2;
    const double q2 = SKPI__INVERSE_Q5 * w + SKPI__INVERSE_Q4, q3 = SKPI__INVERSE_Q7 * w + SKPI__INVERSE_Q6;
    const double over = (((SKPI__INVERSE_P8 * ww + p3) * ww + p2) * ww + p1) * ww + p0;
    return q * (over / (((q3 * ww + q2) * ww + q1) * ww + q0));
}

#endif
