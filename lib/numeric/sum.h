/* Compensated sums, whose error does not grow with the number of terms (Neumaier, Z. angew. Math. Mech. 54 (1974) 39).
 * The rounding of each addition is found without a branch (Knuth, The Art of Computer Programming 2, 4.2.2, theorem
 * B). */
#ifndef SKPI_NUMERIC_SUM_H
#define SKPI_NUMERIC_SUM_H
#include <math.h>
#include <stddef.h>
#include "numeric/decimal.h"

typedef struct skpi__sum {
    double sum, rest;
} skpi__sum; /* starts as {0, 0} */

static inline void skpi__sum_add(skpi__sum *s, double x)
{
    const double t = s->sum + x, y = t - s->sum;
    s->rest += (s->sum - (t - y)) + (x - y);
    s->sum = t;
}
static inline double skpi__sum_value(const skpi__sum *s) /* if the terms overflow the sum is infinite, not NaN */
{
    return isfinite(s->sum) ? s->sum + s->rest : s->sum;
}
static inline double skpi__sum_of(size_t n, const double *x)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i]);
    return skpi__sum_value(&sum);
}
/* The same of values that may cancel, stride apart: 0 if it is no more than their rounding. */
static inline double skpi__sum_rounded(size_t n, const double *x, size_t stride)
{
    skpi__sum sum = {0, 0};
    double size = 0;
    for (size_t i = 0; i < n; i++) {
        skpi__sum_add(&sum, x[i * stride]);
        size += fabs(x[i * stride]);
    }
    return skpi__rounded(skpi__sum_value(&sum), size);
}

#endif
