/* The walk of walk.h by its innovations: one normal number a year gives the same law of the whole path.
 *
 *   P_1 = sigma_u^2,  s_t = sqrt(P_t + sigma^2),  k_t = rho P_t / s_t  (0 where s_t = 0)
 *   P_(t+1) = rho^2 (P_t - P_t P_t / (s_t s_t)) + sigma_u^2
 *   h_1 = 0,  x_t = x_(t-1) + (d_t + (h_t + s_t z_t)),  h_(t+1) = rho h_t + k_t z_t
 * d_t = g + v_t.  h_t is the drift's expected part in year t, given the years before, P_t its variance.
 * Source: R. E. Kalman, Journal of Basic Engineering 82 (1960) 35.
 */
#ifndef SKPI_SERIES_WALK_GAINS_H
#define SKPI_SERIES_WALK_GAINS_H
#include "series/walk.h"

typedef struct skpi__walk_gain {
    double drift, s, gain; /* d_t, s_t, k_t */
} skpi__walk_gain;

/* Those of the years 1 to n, by elementary operations in a fixed order: every machine computes the same bits. */
void skpi__walk_gains(const skpi__walk *walk, size_t n, skpi__walk_gain *gain);

#endif
