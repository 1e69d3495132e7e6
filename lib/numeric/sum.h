/* Sums that do not lose digits with the number of terms: Neumaier, Z. angew. Math. Mech. 54 (1974) 39. */
#ifndef SKPI_NUMERIC_SUM_H
#define SKPI_NUMERIC_SUM_H
#include <math.h>

typedef struct skpi__sum {
    double sum, rest;
} skpi__sum; /* starts as {0, 0} */

static inline void skpi__sum_add(skpi__sum *s, double x)
{
    double t = s->sum + x;
    s->rest += fabs(s->sum) >= fabs(x) ? (s->sum - t) + x : (x - t) + s->sum;
    s->sum = t;
}
static inline double skpi__sum_value(const skpi__sum *s) /* infinite, not NaN, if the terms overflow */
{
    return isfinite(s->sum) ? s->sum + s->rest : s->sum;
}

#endif
