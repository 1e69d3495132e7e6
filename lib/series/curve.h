/* Curves of growth, one at a time: no arrays, no error words.
 *
 * A further curve is a model of enum skpi_series_model (include/smartkpi/series.h): its cases in curve.c, what its
 * parameters may be in curve_value.c, a grid of starts in curve_start.c, the scales of its parameters in curve_fit.c,
 * when its fit is weak in fit_weak.c, and its options in the table of fit_options.c.
 */
#ifndef SKPI_SERIES_CURVE_H
#define SKPI_SERIES_CURVE_H
#include <smartkpi/series.h>

enum { SKPI__CURVE_MOST = 4 }; /* parameters of any model, in the order of series.h */

/* Parameters of a model that are fitted or held, t0 of the lines and the launch among them; 0: no curve (Holt). */
size_t skpi__curve_parameters(int32_t model);
/* Value at t; of the logit line the share.  Infinite or NaN where it overflows. */
double skpi__curve_value(int32_t model, const double *parameter, double t);
/* Its derivatives by the fitted parameters (lines: a, b; curves: three); of the logit line those of the logit.
 * Returns how many. */
size_t skpi__curve_gradient(int32_t model, const double *parameter, double t, double *gradient);
/* Date of fastest growth, NaN: there is none. */
double skpi__curve_inflection(int32_t model, const double *parameter);

#endif
