/* Logistic and Gompertz curves of the share, anchored at the last value.
 *
 *   p(t) = p_0 + f(t) - f(t_0), kept inside [0,1],  f(t) = K/(1 + exp(-s (t - m))) or K exp(-exp(-s (t - m)))
 * f is fitted to all observations by unweighted least squares within K in [1.0001 max p, 1.0001] (from 1 on where
 * max p >= 0.9999), or K given; s in [0.0001, 0.3] a year; m in [1700, 2200].
 */
#ifndef SKPI_URBAN_SCURVE_H
#define SKPI_URBAN_SCURVE_H
#include "series/curve.h"

typedef struct skpi__urban_scurve {
    int32_t model;
    double parameter[SKPI__CURVE_MOST];
    double share, date, at_date; /* p_0, t_0, f(t_0) */
} skpi__urban_scurve;

/* Fits a curve; with ceiling 0 its ceiling is fitted too.  Statuses are those of skpi__fit_series. */
skpi_status skpi__urban_scurve_fit(int32_t model, double ceiling, size_t n, const double *date, const double *share,
                                   skpi__urban_scurve *curve);
double skpi__urban_scurve_at(const skpi__urban_scurve *curve, double lead);
/* Whether the curve has left [0,1] at this lead, so that the share is held at 0 or 1. */
int skpi__urban_scurve_limited(const skpi__urban_scurve *curve, double lead);

#endif
