/* The continuous ranked probability score of one forecast and its truth: lower is better, in the unit of the truth. */
#ifndef SKPI_SERIES_CRPS_H
#define SKPI_SERIES_CRPS_H
#include <stddef.h>

/* The part of [0,1] that each of n increasing probabilities stands for. */
void skpi__crps_weights(size_t n, const double *prob, double *weight);
/* Of n quantiles. */
double skpi__crps_quantiles(size_t n, const double *prob, const double *weight, const double *quantile, double truth);
/* Of a normal; deviation 0: the absolute error. */
double skpi__crps_normal(double mean, double deviation, double truth);
/* Of n >= 1 draws without NaN; room: n. */
double skpi__crps_draws(size_t n, const double *draw, double truth, double *room);

#endif
