/* 2^t and functions of it, in elementary operations alone.
 *
 * t = k + f, k the nearest whole number, found by adding 1.5 2^52.  2^f is a polynomial of ten terms on [-1/2, 1/2],
 * minimax in relative error (1.4e-14; Remez exchange in 50 digits, rounded to doubles); k is added to the exponent.
 * Terms are added in pairs p(i) = c(2i+1) f + c(2i), then in Horner's form in f f.
 */
#ifndef SKPI_NUMERIC_POWER_H
#define SKPI_NUMERIC_POWER_H
#include <stdint.h>
#include <string.h>
#include "core/variant.h"

#define SKPI__POWER_0 0x1.0000000000039p+0
#define SKPI__POWER_1 0x1.62e42fefa3752p-1
#define SKPI__POWER_2 0x1.ebfbdff81570dp-3
#define SKPI__POWER_3 0x1.c6b08d70d2001p-5
#define SKPI__POWER_4 0x1.3b2ab72a109abp-7
#define SKPI__POWER_5 0x1.5d87fd9012290p-10
#define SKPI__POWER_6 0x1.43088fca973c6p-13
#define SKPI__POWER_7 0x1.ffce246074b78p-17
#define SKPI__POWER_8 0x1.63edf10823ddbp-20
#define SKPI__POWER_9 0x1.b3f421e09845ep-24
#define SKPI__LOG2_E 0x1.71547652b82fep+0
#define SKPI__POWER_SHIFT 0x1.8p52

/* 2^t for |t| <= 1000. */
SKPI__INLINE double skpi__power(double t)
{
    const double shifted = t + SKPI__POWER_SHIFT, f = t - (shifted - SKPI__POWER_SHIFT), ff = f * f;
    const double p0 = SKPI__POWER_1 * f + SKPI__POWER_0, p1 = SKPI__POWER_3 * f + SKPI__POWER_2;
    const double p2 = SKPI__POWER_5 * f + SKPI__POWER_4, p3 = SKPI__POWER_7 * f + SKPI__POWER_6;
    const double p4 = SKPI__POWER_9 * f + SKPI__POWER_8;
    double p = (((p4 * ff + p3) * ff + p2) * ff + p1) * ff + p0;
    uint64_t bits, k;
    memcpy(&bits, &p, sizeof bits);
    memcpy(&k, &shifted, sizeof k);
    bits += k << 52; /* the last bits of shifted hold k */
    memcpy(&p, &bits, sizeof p);
    return p;
}
/* 1/(1 + exp(-x)) for |x| <= 690. */
SKPI__INLINE double skpi__share_of(double x) { return 1 / (1 + skpi__power(x * -SKPI__LOG2_E)); }

#endif
