/* The private face of curves and fits: arrays in, one series at a time, nothing allocated, no error words.
 *
 * Domain modules call down into this; the public functions put tables, rows and words around it.
 */
#ifndef SKPI_SERIES_CURVE_H
#define SKPI_SERIES_CURVE_H
#include <smartkpi/series.h>

enum { SKPI__CURVE_MOST = 4 }; /* parameters, in the order of series.h */

/* Parameters of a model that are fitted or held, t0 of the lines and the launch among them; 0: no curve (Holt). */
size_t skpi__curve_parameters(int32_t model);
/* Value at t; of the logit line the share.  Infinite or NaN where it overflows. */
double skpi__curve_value(int32_t model, const double *parameter, double t);
/* Its derivatives by the fitted parameters (lines: a, b; curves: three); of the logit line those of the logit.
 * Returns how many. */
size_t skpi__curve_gradient(int32_t model, const double *parameter, double t, double *gradient);
/* Date of fastest growth, NaN: there is none. */
double skpi__curve_inflection(int32_t model, const double *parameter);

/* What a fit may do.  Bounds of the curves' three parameters in the order of series.h; -INFINITY and INFINITY = none,
 * equal = held.  A ceiling without an upper bound is sought up to 1000 times the largest value. */
typedef struct skpi__fit_rules {
    int32_t model;
    double lower[3], upper[3];
    double ceiling;     /* logit line */
    double launch;      /* Bass */
    double alpha, beta; /* Holt; NAN = fitted */
} skpi__fit_rules;
/* No bounds; ceiling 1, launch NAN (a year before the first value), weights fitted. */
skpi__fit_rules skpi__fit_free(int32_t model);

typedef struct skpi__fit {
    int32_t model;
    int32_t at_bound; /* bits */
    size_t used;
    double parameter[SKPI__CURVE_MOST];                    /* unused ones NAN */
    double covariance[SKPI__CURVE_MOST][SKPI__CURVE_MOST]; /* of the fitted ones; held ones 0 */
    double sse, sigma, freedom;                            /* freedom: degrees of freedom of sigma */
    double last_t, last_y;                                 /* the last value */
    double step;                                           /* Holt: years between its values */
} skpi__fit;

/* The fewest values that a model needs. */
size_t skpi__fit_least(const skpi__fit_rules *rules);
/* Fit to n values y (finite; logit line: between 0 and the ceiling; curves: not negative) at increasing dates t.
 * Status: SKPI_OK, SKPI_WWEAKFIT, SKPI_WNOTCONVERGED, SKPI_WADJUSTED (Holt: values before a gap were left out),
 * SKPI_ENODATA (too few), SKPI_EDOM (Bass: a value before the launch), SKPI_ESINGULAR (the values do not determine the
 * curve), SKPI_EOVERFLOW */
skpi_status skpi__fit_series(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

/* Point forecast at t after the last value; anchored: through the last value. */
double skpi__fit_mean(const skpi__fit *fit, int anchor, double t);
/* Quantile of the observation at t; score is skpi__fit_score of its probability. */
double skpi__fit_quantile(const skpi__fit *fit, int anchor, double t, double score);
/* Student's t of that probability with the fit's degrees of freedom; NAN if GSL does not find it. */
double skpi__fit_score(const skpi__fit *fit, double probability);

/* The single fits behind skpi__fit_series, in units in which values and dates are of the order of one. */
skpi_status skpi__fit_line(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);
skpi_status skpi__fit_curve(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);
skpi_status skpi__fit_holt(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

#endif
