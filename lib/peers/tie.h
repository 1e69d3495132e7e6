/* Distances that are tied. */
#ifndef SKPI_PEERS_TIE_H
#define SKPI_PEERS_TIE_H
#include <float.h>
#include <math.h>

#define SKPI__PEERS_TIE 1e-12 /* of a distance, by which the rounding of figures and of their squares may put it off */

/* The largest distance that is tied with x. */
static inline double skpi__peers_reach(double x) { return fmin(x + SKPI__PEERS_TIE * x, DBL_MAX); }

#endif
