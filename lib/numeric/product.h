/* Products and quotients of which a part may leave the range of a double although the result does not: there mantissas
 * and exponents are multiplied apart. */
#ifndef SKPI_NUMERIC_PRODUCT_H
#define SKPI_NUMERIC_PRODUCT_H
#include <math.h>

/* Whether a number is so far inside the range that a factor or divisor like it loses no digit. */
static inline int skpi__ordinary(double x) { return fabs(x) >= 0x1p-960 && fabs(x) <= 0x1p960; }

/* a b/(c d); c and d are not 0. */
static inline double skpi__quotient_far(double a, double b, double c, double d)
{
    int of_a, of_b, of_c, of_d;
    const double top = frexp(a, &of_a) * frexp(b, &of_b), below = frexp(c, &of_c) * frexp(d, &of_d);
    return ldexp(top / below, of_a + of_b - of_c - of_d);
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
