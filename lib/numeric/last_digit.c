/* The last digit of a decimal figure (last_digit.h). */
#include <math.h>
#include "core/steps.h"
#include "numeric/last_digit.h"

/* relative tolerance, larger than the rounding of a decimal figure to a double: a figure has at most ten digits */
#define EXACT 1e-9

double skpi__last_digit(double v)
{
    const double first = floor(log10(v));
    double unit = v;
    for (int k = 0;; k++) {
        SKPI__STEP();
        const double next = pow(10, first - k);
        if (!(next > 0)) return unit;
        unit = next;
        const double units = v / unit;
        if (fabs(units - round(units)) <= EXACT * units) return unit;
    }
}
