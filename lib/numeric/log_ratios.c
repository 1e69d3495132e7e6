/* Logarithms of quotients near 1, in vectors: 2 artanh z by its series, z = (b - a)/(b + a).
 *
 * For |z| <= 1/5 the difference b - a is exact, and eleven terms leave a remainder below 2e-17.  Every lane has the
 * same operations in the same order, none fused, so that all vector units give the same bits.
 */
#include "numeric/log_ratios.h"
#include <string.h>
#include "numeric/log_ratio.h"

#define FARTHEST .4054651081081644 /* 2 artanh(1/5) = ln 1.5 */

typedef struct log_ratios_kernel {
    size_t lanes;
    /* computes the whole vectors among n quotients; not 0: one is far from 1, or b + a overflowed */
    int (*whole)(size_t n, const double *a, const double *b, double *out);
} log_ratios_kernel;

#define SKPI__LANES_MOST 4 /* a division of a vector of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "numeric/log_ratios_variant.h"
#include "core/variants.h"

static const log_ratios_kernel *log_ratios_kernel_at(int32_t dispatch)
{
    static const log_ratios_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}

void skpi__log_ratios(size_t n, const double *a, const double *b, double *out)
{
    const log_ratios_kernel *kernel = log_ratios_kernel_at(SKPI__BEST);
    const size_t rest = n % kernel->lanes, done = n - rest;
    int far = kernel->whole(n, a, b, out);
    if (rest) { /* the rest, filled up with ones to a vector */
        double x[SKPI__LANES_MOST] = {1, 1, 1, 1}, t[SKPI__LANES_MOST] = {1, 1, 1, 1}, log[SKPI__LANES_MOST];
        memcpy(x, a + done, rest * sizeof *x);
        memcpy(t, b + done, rest * sizeof *t);
        far |= kernel->whole(kernel->lanes, x, t, log);
        memcpy(out + done, log, rest * sizeof *log);
    }
    for (size_t i = 0; far && i < n; i++)
        if (!(fabs(out[i]) <= FARTHEST && (out[i] != 0 || a[i] == b[i])))
            out[i] = skpi__log_ratio(fabs(a[i]), fabs(b[i]));
}
