/* A walk by its innovations (walk_gains.h). */
#include "series/walk_gains.h"

void skpi__walk_gains(const skpi__walk *walk, size_t n, skpi__walk_gain *gain)
{
    const double rho = SKPI__WALK_FADING, noise = walk->sigma * walk->sigma;
    const double shock = walk->drift_sigma * walk->drift_sigma;
    double excess = walk->excess, p = shock;
    for (size_t t = 0; t < n; t++) {
        excess = rho * excess;
        gain[t] = (skpi__walk_gain){.drift = walk->growth + excess, .s = shock > 0 ? sqrt(p + noise) : walk->sigma};
        const double s = gain[t].s;
        if (shock > 0) {
            gain[t].gain = rho * p / s;
            p = rho * rho * (p - p * p / (s * s)) + shock;
        }
    }
}
