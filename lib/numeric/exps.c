/* exp of many numbers, in vectors: 2^k (even + odd)/(even - odd), as logistic.h writes it out.
 *
 * Every lane has the same operations in the same order, none fused, so that all vector units give the same bits.
 */
#include "numeric/exps.h"
#include <string.h>
#include "numeric/logistic.h"

typedef struct exps_kernel {
    size_t lanes;
    void (*whole)(size_t n, const double *x, double *out); /* computes the whole vectors among n numbers */
} exps_kernel;

#define SKPI__LANES_MOST 4 /* a division of a vector of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "numeric/exps_variant.h"
#include "core/variants.h"

static const exps_kernel *exps_kernel_at(int32_t dispatch)
{
    static const exps_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}

void skpi__exps(size_t n, const double *x, double *out)
{
    const exps_kernel *kernel = exps_kernel_at(SKPI__BEST);
    const size_t rest = n % kernel->lanes, done = n - rest;
    kernel->whole(n, x, out);
    if (rest) { /* the rest, filled up with zeros to a vector */
        double last[SKPI__LANES_MOST] = {0};
        memcpy(last, x + done, rest * sizeof *x);
        kernel->whole(kernel->lanes, last, last);
        memcpy(out + done, last, rest * sizeof *x);
    }
}
