/* One series and one model: inputs are arrays, nothing is allocated, and no error words are written.
 *
 * Domain modules call these functions; the public functions add tables, rows and error words.
 */
#ifndef SKPI_SERIES_MODEL_H
#define SKPI_SERIES_MODEL_H
#include "series/fit_rules.h"

/* Fits the model to n values y (finite; logit line: between 0 and the ceiling; curves: not negative) at increasing
 * dates t.  Status: SKPI_OK, SKPI_WWEAKFIT, SKPI_WNOTCONVERGED, SKPI_WADJUSTED (Holt: values before a gap were left
 * out), SKPI_ENODATA (too few), SKPI_EDOM (Bass: a value before the launch), SKPI_ESINGULAR (the values do not
 * determine the curve), SKPI_EOVERFLOW. */
skpi_status skpi__fit_series(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

/* Point forecast at t after the last value.  anchor: the forecast goes through the last value. */
double skpi__fit_mean(const skpi__fit *fit, int anchor, double t);
/* Quantile of an observation at t; score is skpi__fit_score of its probability. */
double skpi__fit_quantile(const skpi__fit *fit, int anchor, double t, double score);
/* Student's t of that probability with the fit's degrees of freedom; NAN if GSL does not find it. */
double skpi__fit_score(const skpi__fit *fit, double probability);

#endif
