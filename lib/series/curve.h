/* Curves of growth, one at a time: no arrays, no error words.
 *
 * To add a curve: its model in enum skpi_series_model (include/smartkpi/series.h), its cases in curve.c, the allowed
 * parameters in curve_value.c, a grid of starts in curve_start.c, the scales of its parameters in curve_fit.c, the rule
 * for weak fits in fit_weak.c, and its options in the table of fit_options.c.  CONTRIBUTING.md, "How to add a function", says
 * what is made from the header.
 */
#ifndef SKPI_SERIES_CURVE_H
#define SKPI_SERIES_CURVE_H
#include <smartkpi/series.h>

enum { SKPI__CURVE_MOST = 4 }; /* largest number of parameters of a model; they are in the order of series.h */

/* Number of parameters of a model, fitted or held, with t0 of the lines and the launch; 0 if the model is not a curve
 * (Holt). */
size_t skpi__curve_parameters(int32_t model);
/* The value at t; for the logit line the share.  It is infinite or NaN if it overflows. */
double skpi__curve_value(int32_t model, const double *parameter, double t);
/* The derivatives of the value by the fitted parameters (lines: a, b; curves: three); for the logit line, of the logit.
 * Returns their number. */
size_t skpi__curve_gradient(int32_t model, const double *parameter, double t, double *gradient);
/* The date of fastest growth; NaN if there is none. */
double skpi__curve_inflection(int32_t model, const double *parameter);

#endif
