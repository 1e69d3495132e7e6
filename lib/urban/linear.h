/* A straight line in the share itself: p(l) = p_0 + slope l, kept inside [0,1]. */
#ifndef SKPI_URBAN_LINEAR_H
#define SKPI_URBAN_LINEAR_H

typedef struct skpi__urban_linear {
    double share, slope;
} skpi__urban_linear; /* slope: of the share, a year */

static inline double skpi__urban_linear_at(const skpi__urban_linear *u, double lead)
{
    const double p = u->share + u->slope * lead;
    return p < 0 ? 0 : p > 1 ? 1 : p;
}
/* Whether the line has left [0,1] at this lead, so that the share is held at 0 or 1. */
static inline int skpi__urban_linear_limited(const skpi__urban_linear *u, double lead)
{
    const double p = u->share + u->slope * lead;
    return p < 0 || p > 1;
}

#endif
