/* Newton's method inside a bracket (root.h). */
#include "numeric/root.h"
#include <math.h>
#include "core/steps.h"

double skpi__root(skpi__rising f, const void *context, double low, double high, double guess)
{
    double x = guess > low && guess < high ? guess : low + 0.5 * (high - low);
    for (int step = 0; step < 200; step++) { /* bisection alone needs about 60 if the bracket is not far from 1 */
        SKPI__STEP();
        double slope = 0, value = f(context, x, &slope), next;
        if (value == 0) return x;
        if (value < 0)
            low = x;
        else
            high = x; /* a NaN counts as beyond the root */
        next = x - value / slope;
        if (next > low && next < high) {
            double change = fabs(next - x);
            if (change <= 1e-9 * fabs(next) || change < 1e-17) return next;
        } else if ((next = low + 0.5 * (high - low)) <= low || next >= high)
            return next; /* low and high are neighbouring doubles */
        x = next;
    }
    return x;
}
