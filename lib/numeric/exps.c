/* exp of many numbers, in vectors: 2^k (even + odd)/(even - odd), as logistic.h writes it out, and the logistic function.
 *
 * Every lane has the same operations in the same order, none fused, so that all vector units give the same bits.
 */
#include "numeric/exps.h"
#include "numeric/logistic.h"

typedef void exps_function(size_t n, const double *x, double *out); /* computes the whole vectors among n numbers */

typedef struct exps_kernel {
    size_t lanes;
    exps_function *whole, *logistic;
} exps_kernel;

#define SKPI__LANES_MOST 4 /* a division of a vector of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "numeric/exps_variant.h"
#include "core/variants.h"

static const exps_kernel *exps_kernel_at(int32_t dispatch)
{
    static const exps_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}

static void exps_all(size_t lanes, exps_function *whole, size_t n, const double *x, double *out)
{
    const size_t rest = n % lanes, done = n - rest;
    whole(n, x, out);
    if (rest) { /* the rest, filled up with zeros to a vector */
        double last[SKPI__LANES_MOST] = {0};
        for (size_t k = 0; k < rest; k++) last[k] = x[done + k];
        whole(lanes, last, last);
        for (size_t k = 0; k < rest; k++) out[done + k] = last[k];
    }
}

void skpi__exps(size_t n, const double *x, double *out)
{
    const exps_kernel *kernel = exps_kernel_at(SKPI__BEST);
    exps_all(kernel->lanes, kernel->whole, n, x, out);
}

void skpi__logistics(size_t n, const double *x, double *out)
{
    const exps_kernel *kernel = exps_kernel_at(SKPI__BEST);
    int near = 1;
    for (size_t k = 0; k < n; k++) near &= fabs(x[k]) <= SKPI__EXP_FAR;
    if (near)
        exps_all(kernel->lanes, kernel->logistic, n, x, out);
    else
        for (size_t k = 0; k < n; k++) out[k] = skpi__logistic(x[k]);
}
