/* Turns two words into two normal draws by the method of G. E. P. Box and M. E. Muller, Annals of Mathematical
 * Statistics 29 (1958) 610: a radius sqrt(-2 ln u) and a point of the circle.  The polynomials were computed for this
 * library.
 *
 * The coefficients are minimax, found by the Remez exchange in 50 digits and rounded to doubles: -2 ln m and the sine
 * with the least relative error (2.7e-14, 6.4e-14), the cosine with the least absolute error (2.3e-15).  Terms are
 * added in pairs p(i) = c(2i+1) z + c(2i), then in Horner's form in z z: that order is part of the stream's definition.
 */
#ifndef SKPI_RANDOM_NORMAL_H
#define SKPI_RANDOM_NORMAL_H
#include <stdint.h>
#include <string.h>
#include "core/variant.h"

/* -2 ln m = s L(s s), s = (m - 1)/(m + 1), m from sqrt(1/2) to sqrt(2). */
#define SKPI__LN_0 -0x1.fffffffffff10p+1
#define SKPI__LN_1 -0x1.5555555672df3p+0
#define SKPI__LN_2 -0x1.99999628a5c18p-1
#define SKPI__LN_3 -0x1.2494396056bc9p-1
#define SKPI__LN_4 -0x1.c6208cdc2c25fp-2
#define SKPI__LN_5 -0x1.91981310329cdp-2
#define SKPI__LN_TWO -0x1.62e42fefa39efp+0           /* -2 ln 2 */
#define SKPI__SQRT_HALF UINT64_C(0x3fe6a09e667f3bcd) /* the bits of sqrt(1/2) */
/* sin(pi y/2) = y S(y y) and cos(pi y/2) = C(y y), y from -1 to 1. */
#define SKPI__SIN_0 0x1.921fb54442b5fp+0
#define SKPI__SIN_1 -0x1.4abbce6247ec4p-1
#define SKPI__SIN_2 0x1.466bc66dc7d8dp-4
#define SKPI__SIN_3 -0x1.32d2c96c611abp-8
#define SKPI__SIN_4 0x1.5076fe9f639b8p-13
#define SKPI__SIN_5 -0x1.e297cfd3f7feep-19
#define SKPI__SIN_6 0x1.d4ec697a26e50p-25
#define SKPI__COS_0 0x1.fffffffffffefp-1
#define SKPI__COS_1 -0x1.3bd3cc9be4183p+0
#define SKPI__COS_2 0x1.03c1f0819ec82p-2
#define SKPI__COS_3 -0x1.55d3c7d8565fbp-6
#define SKPI__COS_4 0x1.e1f500e647154p-11
#define SKPI__COS_5 -0x1.a6d0710dd0812p-16
#define SKPI__COS_6 0x1.f9613b1696b1fp-22
#define SKPI__COS_7 -0x1.a52e7c0713fe7p-28

SKPI__INLINE uint64_t skpi__bits(double x)
{
    uint64_t b;
    memcpy(&b, &x, sizeof b);
    return b;
}
SKPI__INLINE double skpi__double(uint64_t b)
{
    double x;
    memcpy(&x, &b, sizeof x);
    return x;
}

/* Splits u 2^-scale = 2^k m, u > 0, into *k and the result s = (m - 1)/(m + 1). */
SKPI__INLINE double skpi__split(double u, int scale, double *k)
{
    const uint64_t turned = skpi__bits(u) + (UINT64_C(0x3ff0000000000000) - SKPI__SQRT_HALF);
    /* put into the last bits of 2^52, the exponent is read as a double; 1023 is its bias */
    *k = skpi__double(turned >> 52 | UINT64_C(0x4330000000000000)) - (0x1p52 + (1023 + scale));
    const double m = skpi__double((turned & UINT64_C(0xfffffffffffff)) + SKPI__SQRT_HALF);
    return (m - 1) / (m + 1);
}
/* -2 ln(2^k m). */
SKPI__INLINE double skpi__joined(double k, double s)
{
    const double z = s * s, zz = z * z;
    const double p0 = SKPI__LN_1 * z + SKPI__LN_0, p1 = SKPI__LN_3 * z + SKPI__LN_2;
    const double p2 = SKPI__LN_5 * z + SKPI__LN_4;
    return k * SKPI__LN_TWO + s * ((p2 * zz + p1) * zz + p0);
}
SKPI__INLINE double skpi__minus_two_ln(double u, int scale)
{
    double k;
    const double s = skpi__split(u, scale, &k);
    return skpi__joined(k, s);
}
/* sqrt(-2 ln(U 2^-32)), U = word (as a signed number) + 2^31 + 1/2. */
SKPI__INLINE double skpi__uniform(uint32_t word) { return (double)(int32_t)word + 2147483648.5; }
SKPI__INLINE double skpi__radius(uint32_t word) { return __builtin_sqrt(skpi__minus_two_ln(skpi__uniform(word), 32)); }

/* The point of the circle at the angle V = word (signed) + 1/2, in units of pi/2^31.  y = (2^30 - |V|)/2^30 folds the
 * angle to a quarter of the circle. */
SKPI__INLINE double skpi__folded(double v) { return (0x1p30 - __builtin_fabs(v)) * 0x1p-30; }
SKPI__INLINE double skpi__sine(double y)
{
    const double z = y * y, zz = z * z;
    const double p0 = SKPI__SIN_1 * z + SKPI__SIN_0, p1 = SKPI__SIN_3 * z + SKPI__SIN_2;
    const double p2 = SKPI__SIN_5 * z + SKPI__SIN_4;
    return y * (((SKPI__SIN_6 * zz + p2) * zz + p1) * zz + p0);
}
SKPI__INLINE double skpi__cosine(double y)
{
    const double z = y * y, zz = z * z;
    const double p0 = SKPI__COS_1 * z + SKPI__COS_0, p1 = SKPI__COS_3 * z + SKPI__COS_2;
    const double p2 = SKPI__COS_5 * z + SKPI__COS_4, p3 = SKPI__COS_7 * z + SKPI__COS_6;
    return ((p3 * zz + p2) * zz + p1) * zz + p0;
}
/* The two draws from a radius and the word of an angle. */
SKPI__INLINE void skpi__pair(double r, uint32_t angle, double *first, double *second)
{
    const double v = (double)(int32_t)angle + .5, y = skpi__folded(v);
    *first = r * skpi__sine(y);
    *second = skpi__double(skpi__bits(r * skpi__cosine(y)) ^ (skpi__bits(v) & UINT64_C(0x8000000000000000)));
}

#endif
