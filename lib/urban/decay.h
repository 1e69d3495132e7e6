/* A growth difference that decays: converging, damped, constant or zero.
 *
 * From L_0 = logit p_0 and r_0, towards g by the factor phi a year, at any lead l >= 0 in years:
 *   r(l) = g + (r_0 - g) phi^l
 *   L(l) = L_0 + g l + (r_0 - g) phi (1 - phi^l)/(1 - phi)        phi = 1: L_0 + r_0 l
 * so that L(l) - L(l - 1) = r(l).  Damped: g = 0. Constant: phi = 1. Persistence: r_0 = g = 0.
 */
#ifndef SKPI_URBAN_DECAY_H
#define SKPI_URBAN_DECAY_H

typedef struct skpi__urban_decay {
    double share, logit, urgd; /* p_0, strictly between 0 and 1, L_0, r_0 */
    double to, by;             /* g, phi */
} skpi__urban_decay;

skpi__urban_decay skpi__urban_decay_begin(double share, double urgd, double to, double by);
/* The logit L; not finite if it overflows at this lead or an earlier one. */
double skpi__urban_decay_logit(const skpi__urban_decay *d, double lead);
/* Returns the share, and writes the growth difference to *urgd unless it is NULL. */
double skpi__urban_decay_at(const skpi__urban_decay *d, double lead, double *urgd);
/* The first lead at which the share has this logit; NaN if there is none up to the lead most. */
double skpi__urban_decay_reach(const skpi__urban_decay *d, double logit, double most);

#endif
