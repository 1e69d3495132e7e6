/* e^x - 1 and ln(1 + x), with all their digits for small x, in elementary operations and those of exps.h and logs.h: the
 * same bits on every machine. */
#ifndef SKPI_NUMERIC_NEAR_1_H
#define SKPI_NUMERIC_NEAR_1_H
#include <math.h>
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"

#define SKPI__NEAR .3 /* beyond it a difference from 1 has digits enough */

/* e^x - 1 for |x| up to SKPI__EXP_FAR; NaN stays. */
static inline double skpi__exp_less_1(double x)
{
    double e;
    if (fabs(x) <= SKPI__NEAR) {
        const double x2 = x * x, odd = SKPI__EXP_ODD(x, x2);
        return 2 * odd / (SKPI__EXP_EVEN(x2) - odd); /* (even + odd)/(even - odd) less 1 */
    }
    if (x != x) return x;
    skpi__exps(1, &x, &e);
    return e - 1;
}
/* ln(1 + x) for x from -1; near 0 as 2 artanh(x/(2 + x)).  NaN stays. */
static inline double skpi__log_of_1_and(double x)
{
    enum { TERMS = 11 };
    double log = 1 + x;
    if (fabs(x) <= SKPI__NEAR) {
        const double z = x / (2 + x), z2 = z * z;
        double sum = 0;
        for (int k = TERMS; k > 0; k--) sum = (sum + 1. / (2 * k + 1)) * z2;
        return 2 * z + 2 * z * sum;
    }
    if (log <= 0) return -(double)INFINITY;
    if (log > 0) skpi__logs(1, &log, &log);
    return log;
}

#endif
