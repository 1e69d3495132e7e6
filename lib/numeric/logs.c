/* Natural logarithms of many numbers, in vectors: x = 2^k m with m from sqrt(1/2) to sqrt(2), ln x = k ln 2 + 2 artanh z,
 * z = (m - 1)/(m + 1), by the series of artanh.
 *
 * For |z| <= 0.172 eleven terms leave a remainder below 1e-17.  Every lane has the same operations in the same order,
 * none fused, so that all vector units give the same bits.
 *
 * logit p = k ln 2 + 2 artanh z, z = (p - 2^k (1 - p))/(p + 2^k (1 - p)), without a quotient that is rounded first.  The
 * bits of p less those of 1 - p are nearly the binary logarithm of the quotient, which gives k and |z| < 0.2005.  Both
 * differences are exact, but for the rounding of 1 - p below 1/2, which is subtracted as well.
 */
#include "numeric/logs.h"
#include <float.h>
#include <string.h>
#include "numeric/logit.h"

#define ONE INT64_C(0x3ff0000000000000)       /* the bits of 1 */
#define HALF INT64_C(0x0008000000000000)      /* half of what the bits of 2 exceed those of 1 by */
#define SQRT_HALF INT64_C(0x3fe6a09e667f3bcd) /* the bits of sqrt(1/2) */
#define TWO_52 INT64_C(0x4330000000000000)    /* the bits of 2^52, in whose last digits the exponent becomes a double */
#define FRACTION INT64_C(0xfffffffffffff)
#define SCALE 54     /* binary digits by which a subnormal number is raised first */
#define LEAST 1e-300 /* a share below it would make a subnormal number */

typedef struct logs_kernel {
    size_t lanes;
    void (*whole)(size_t n, const double *x, double *out); /* the whole vectors of n numbers */
    void (*logits)(size_t n, const double *p, double *out);
} logs_kernel;

#define SKPI__LANES_MOST 4 /* a division of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "numeric/logs_variant.h"
#include "core/variants.h"

static const logs_kernel *logs_kernel_at(int32_t dispatch)
{
    static const logs_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}

/* Numbers that fill no vector, or are subnormal: one beside ones. */
static double logs_single(const logs_kernel *kernel, double x)
{
    const int subnormal = x < DBL_MIN;
    double last[SKPI__LANES_MOST] = {1, 1, 1, 1};
    last[0] = subnormal ? x * 0x1p54 : x;
    kernel->whole(kernel->lanes, last, last);
    return subnormal ? last[0] - SCALE * SKPI__LN2_HIGH - SCALE * SKPI__LN2_LOW : last[0];
}

void skpi__logs(size_t n, const double *x, double *out)
{
    const logs_kernel *kernel = logs_kernel_at(SKPI__BEST);
    const size_t done = n - n % kernel->lanes;
    for (size_t i = 0; i < n; i++)
        if (!(x[i] >= DBL_MIN)) { /* seldom: one by one, each before its place is written */
            for (size_t j = 0; j < n; j++) out[j] = logs_single(kernel, x[j]);
            return;
        }
    kernel->whole(n, x, out);
    for (size_t i = done; i < n; i++) out[i] = logs_single(kernel, x[i]);
}

void skpi__logits(size_t n, const double *p, double *out)
{
    const logs_kernel *kernel = logs_kernel_at(SKPI__BEST);
    const size_t rest = n % kernel->lanes, done = n - rest;
    kernel->logits(n, p, out);
    if (rest) { /* the rest, filled up to a vector */
        double last[SKPI__LANES_MOST] = {.5, .5, .5, .5};
        memcpy(last, p + done, rest * sizeof *last);
        kernel->logits(kernel->lanes, last, last);
        memcpy(out + done, last, rest * sizeof *last);
    }
    for (size_t i = 0; i < n; i++)
        if (p[i] < LEAST) out[i] = skpi__logit_same(p[i]);
}
