/* The logit by elementary operations only.  It gives the same bits on every machine and with every libm; the logit of
 * logistic.h does not promise this.
 *
 * ln x = e ln 2 + 2 artanh s, x = 2^e m with m in [sqrt 1/2, sqrt 2), s = (m - 1)/(m + 1), |s| < 0.172; eleven terms of
 * artanh leave 3e-19.  Near p = 1/2, logit p = 2 artanh(2p - 1), where 2p - 1 is exact.
 */
#ifndef SKPI_NUMERIC_LOGIT_H
#define SKPI_NUMERIC_LOGIT_H
#include <stdint.h>
#include <string.h>

#define SKPI__LN2_HIGH 0x1.62e42fefap-1 /* has so few digits that e times it is exact */
#define SKPI__LN2_LOW 0x1.cf79abc9e3b3ap-40

static inline double skpi__artanh_twice(double s)
{
    const double z = s * s;
    double sum = 1. / 21;
    for (int i = 19; i > 0; i -= 2) sum = sum * z + 1. / i;
    return 2 * s * sum;
}

/* ln x for 0 < x, finite */
static inline double skpi__ln_same(double x)
{
    uint64_t bits;
    int exponent = 0;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        exponent = -54;
    }
    memcpy(&bits, &x, sizeof bits);
    bits += 0x3ff0000000000000u - 0x3fe6a09e667f3bcdu; /* shifted so that the exponent changes at sqrt 1/2 */
    exponent += (int)(bits >> 52) - 1023;
    bits = (bits & 0xfffffffffffffu) + 0x3fe6a09e667f3bcdu;
    memcpy(&x, &bits, sizeof x);
    return exponent * SKPI__LN2_HIGH + (exponent * SKPI__LN2_LOW + skpi__artanh_twice((x - 1) / (x + 1)));
}

/* 0 < p < 1 */
static inline double skpi__logit_same(double p)
{
    const double z = 2 * p - 1;
    return z > -.17 && z < .17 ? skpi__artanh_twice(z) : skpi__ln_same(p / (1 - p));
}

#endif
