/* Lambert's W: the w >= 0 with w exp(w) = z, for z >= 0, with a relative error of about 1e-15. */
#ifndef SKPI_NUMERIC_LAMBERT_H
#define SKPI_NUMERIC_LAMBERT_H
#include <math.h>
#include "core/steps.h"

static inline double skpi__lambert(double z)
{
    if (!(z > 0)) return z;
    /* Newton's method for w exp(w) - z if z is small, for w + ln w - ln z if exp(w) may overflow */
    const int small = z < 3;
    const double c = log(z), guess = log1p(z);
    double w = small ? guess / (1 + 0.4 * guess) : c - log(c) * (1 - 1 / c);
    double change = w;
    /* never taken: that 30 steps are too few, since five are enough */
    for (int step = 0; step < 30 && change > 1e-9 * w; step++) { /* a further step would square the relative error */
        SKPI__STEP();
        const double next = (small ? w * w + z * exp(-w) : w * (1 + c - log(w))) / (1 + w);
        change = fabs(next - w);
        w = next;
    }
    return w;
}

#endif
