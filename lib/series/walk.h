/* A level whose drift persists and fades, in closed form.
 *
 *   x_t = x_{t-1} + g + v_t + u_t + sigma e_t,  v_t = phi v_{t-1},  u_t = rho u_{t-1} + sigma_u e'_t,  u_0 = 0
 * with phi = rho = 0.9 and independent standard normals e, e'.  With c_h = (1 - phi^h)/(1 - phi), h years on x is normal:
 *   mean x_0 + g h + v_0 phi c_h,  variance sigma^2 h + sigma_u^2 (c_1^2 + ... + c_h^2)
 * Without sigma_u it is a random walk.
 */
#ifndef SKPI_SERIES_WALK_H
#define SKPI_SERIES_WALK_H
#include <math.h>
#include <stddef.h>

typedef struct skpi__walk {
    double start, growth, excess; /* x_0, g, v_0 */
    double sigma, drift_sigma;    /* sigma, sigma_u */
} skpi__walk;

#define SKPI__WALK_FADING 0.9 /* phi = rho */

typedef struct skpi__walk_lead {
    double years, excess_years, drift_variance; /* h, phi c_h, c_1^2 + ... + c_h^2 */
} skpi__walk_lead;

/* Leads of 1 to n years. */
void skpi__walk_leads(size_t n, skpi__walk_lead *lead);
/* Mean of x_h - x_0. */
static inline double skpi__walk_change(const skpi__walk *w, const skpi__walk_lead *lead)
{
    return w->growth * lead->years + w->excess * lead->excess_years;
}
static inline double skpi__walk_deviation(const skpi__walk *w, const skpi__walk_lead *lead)
{
    return sqrt(w->sigma * w->sigma * lead->years + w->drift_sigma * w->drift_sigma * lead->drift_variance);
}

#endif
