/* Products and quotients of which a part may leave the range of a double although the result does not: there mantissas
 * and exponents are multiplied apart. */
#ifndef SKPI_NUMERIC_PRODUCT_H
#define SKPI_NUMERIC_PRODUCT_H
#include <math.h>
#include <stdint.h>

/* Whether a number is so far inside the range that a factor or divisor like it loses no digit. */
static inline int skpi__ordinary(double x) { return fabs(x) >= 0x1p-960 && fabs(x) <= 0x1p960; }

/* A finite number whose exponent stands apart: products and quotients of any size lose no digit. */
typedef struct skpi__far {
    double mantissa; /* of a size from 1/2 to below 1, or 0 */
    int64_t exponent;
} skpi__far;

static inline skpi__far skpi__far_scaled(double x, int64_t exponent)
{
    int own;
    const double mantissa = frexp(x, &own);
    return (skpi__far){mantissa, exponent + own};
}
static inline skpi__far skpi__far_of(double x) { return skpi__far_scaled(x, 0); }
/* a - b, which may be beyond the range of a double. */
static inline skpi__far skpi__far_difference(double a, double b)
{
    const int halves = fabs(a) > 0x1p1022 || fabs(b) > 0x1p1022;
    return skpi__far_scaled(halves ? a / 2 - b / 2 : a - b, halves);
}
static inline skpi__far skpi__far_times(skpi__far a, skpi__far b)
{
    return skpi__far_scaled(a.mantissa * b.mantissa, a.exponent + b.exponent);
}
static inline skpi__far skpi__far_over(skpi__far a, skpi__far b) /* b is not 0 */
{
    return skpi__far_scaled(a.mantissa / b.mantissa, a.exponent - b.exponent);
}
static inline skpi__far skpi__far_quotient(double a, double b) /* b is not 0 */
{
    return skpi__far_over(skpi__far_of(a), skpi__far_of(b));
}
static inline double skpi__far_value(skpi__far a)
{
    return ldexp(a.mantissa, a.exponent > 5000 ? 5000 : a.exponent < -5000 ? -5000 : (int)a.exponent);
}

/* a b/(c d); c and d are not 0. */
static inline double skpi__quotient_far(double a, double b, double c, double d)
{
    const skpi__far top = skpi__far_times(skpi__far_of(a), skpi__far_of(b));
    return skpi__far_value(skpi__far_over(top, skpi__far_times(skpi__far_of(c), skpi__far_of(d))));
}

/* The part of x that `part` is of `whole`: part/whole x. */
static inline double skpi__part_of(double part, double whole, double x)
{
    const double q = part / whole;
    return skpi__ordinary(q) || part == 0 || !isfinite(part) || !isfinite(x) ? q * x
                                                                             : skpi__quotient_far(part, x, whole, 1);
}

/* A power of two by which sizes up to x are brought near 1, so that their squares and products stay in range; 1 for
 * sizes from 1 on that are.  A power of two changes no digit. */
static inline double skpi__unit(double x)
{
    if (!(x > 0) || (x >= 1 && x <= 0x1p400)) return 1;
    return ldexp(1, -(int)fmin(fmax(ilogb(x), -1022), 1022));
}
/* The same where only small sizes need one, because the squares of large ones were refused. */
static inline double skpi__unit_of_small(double x) { return fmax(skpi__unit(x), 1); }

#endif
