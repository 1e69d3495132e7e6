/* One series and one model: the fit and its forecasts.
 *
 * Prediction: the scale of the fit is that of the values, for the logit line that of the logits.  With s^2 the residual
 * variance, C the covariance of the parameters and g the derivatives at t, an observation at t has the variance
 *   g_t' C g_t + s^2                                      lines (exact) and curves (delta method)
 *   g_t' C g_t + s^2 + (s^2 - g_b' C g_b)                 anchored in the last value, at b: its residual is added
 *   s^2 (1 + sum over k = 1 .. h - 1 of (alpha + alpha beta k)^2)   Holt, h whole steps ahead (a part counts as a step)
 *   s^2 (t - b)                                           persistence: a random walk, s^2 = mean of dy^2/dt
 * and quantiles are Student's t with the residual degrees of freedom.
 * Sources: Seber and Wild, Nonlinear Regression (1989), ch. 5; Hyndman, Koehler, Ord and Snyder, Forecasting with
 * Exponential Smoothing (2008), table 6.1; the anchored form is the same algebra for f(t) - f(b) + y_b.
 */
#include <float.h>
#include <string.h>
#include "numeric/logistic.h"
#include "series/curve_fit.h"
#include "series/fit_weak.h"
#include "series/holt.h"
#include "series/line.h"
#include "series/model.h"
#include "series/student.h"
#include "series/unit.h"

static skpi_status model_persistence(size_t n, const double *t, const double *y, skpi__fit *fit)
{
    const double unit = skpi__unit_of(n, y);
    double sse = 0;
    for (size_t i = 1; i < n; i++) {
        const double change = y[i] / unit - y[i - 1] / unit;
        sse += change * change / (t[i] - t[i - 1]);
    }
    fit->freedom = (double)n - 1;
    fit->sse = sse * unit * unit;
    fit->sigma = sqrt(sse / fit->freedom) * unit;
    fit->parameter[0] = y[n - 1];
    return SKPI_OK;
}

/* Whether a variance, 0 for a parameter that is held, has lost digits because it is so small. */
static int model_is_lost(double variance) { return variance > 0 && variance < DBL_MIN; }

/* Checks that the sum of squares and the covariance are finite and have all their digits; sets the covariance of
 * parameters that were not fitted to NaN.  Parameters are in proportion to the values: they can leave the range of a
 * double only with a sum of squares that leaves it first. */
static skpi_status model_finish(skpi__fit *fit)
{
    const size_t known = skpi__fit_parameters(fit->model);
    const int without = fit->model == SKPI_SERIES_MODEL_HOLT || fit->model == SKPI_SERIES_MODEL_PERSISTENCE;
    if (!isfinite(fit->sse) || (fit->sigma > 0 && fit->sse < DBL_MIN)) return SKPI_EOVERFLOW;
    for (size_t i = 0; i < SKPI__CURVE_MOST; i++) {
        if (i >= known) fit->parameter[i] = (double)NAN;
        for (size_t j = 0; j < SKPI__CURVE_MOST; j++) {
            if (without || i >= known || j >= known)
                fit->covariance[i][j] = (double)NAN;
            else if (!isfinite(fit->covariance[i][j]) || (i == j && model_is_lost(fit->covariance[i][i])))
                return SKPI_EOVERFLOW;
        }
    }
    return SKPI_OK;
}

skpi_status skpi__fit_series(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit)
{
    memset(fit, 0, sizeof *fit);
    if (n < skpi__fit_least(rules)) return SKPI_ENODATA;
    fit->model = rules->model;
    fit->used = n;
    fit->first_t = t[0];
    fit->last_t = t[n - 1];
    fit->last_y = y[n - 1];
    skpi_status s, late;
    switch (rules->model) {
    case SKPI_SERIES_MODEL_PERSISTENCE: s = model_persistence(n, t, y, fit); break;
    case SKPI_SERIES_MODEL_LINE:
    case SKPI_SERIES_MODEL_LOGIT_LINE: s = skpi__fit_line(rules, n, t, y, fit); break;
    case SKPI_SERIES_MODEL_HOLT: s = skpi__fit_holt(rules, n, t, y, fit); break;
    default: s = skpi__fit_curve(rules, n, t, y, fit); break;
    }
    if (s >= 0 && (late = model_finish(fit))) return late;
    return s >= 0 && skpi__fit_is_weak(rules, n, y, fit) ? (skpi_status)((int32_t)s | SKPI_WWEAKFIT) : s;
}

/* The point forecast on the scale of the fit. */
static double model_centre(const skpi__fit *fit, int anchor, double t)
{
    const double *p = fit->parameter;
    switch (fit->model) {
    case SKPI_SERIES_MODEL_HOLT: return p[2] + p[3] * (t - fit->last_t);
    case SKPI_SERIES_MODEL_LOGIT_LINE:
        return anchor ? skpi__logit(fit->last_y / p[3]) + p[1] * (t - fit->last_t) : p[0] + p[1] * (t - p[2]);
    case SKPI_SERIES_MODEL_PERSISTENCE: return p[0];
    default: break;
    }
    const double value = skpi__curve_value(fit->model, p, t);
    return anchor ? fit->last_y + (value - skpi__curve_value(fit->model, p, fit->last_t)) : value;
}

/* The value from a number on the scale of the fit. */
static double model_back(const skpi__fit *fit, double z)
{
    return fit->model == SKPI_SERIES_MODEL_LOGIT_LINE ? fit->parameter[3] * skpi__logistic(z) : z;
}

double skpi__fit_mean(const skpi__fit *fit, int anchor, double t)
{
    return model_back(fit, model_centre(fit, anchor, t));
}

/* g' C g at t in units of sigma^2.  Each factor is divided by sigma first, so that no product overflows. */
static double model_spread(const skpi__fit *fit, double t)
{
    double g[SKPI__CURVE_MOST], sum = 0;
    const size_t p = skpi__curve_gradient(fit->model, fit->parameter, t, g);
    if (!(fit->sigma > 0)) return 0;
    for (size_t i = 0; i < p; i++)
        for (size_t j = 0; j < p; j++) sum += g[i] / fit->sigma * fit->covariance[i][j] * (g[j] / fit->sigma);
    return sum;
}

/* Standard deviation of an observation at t, on the scale of the fit. */
static double model_deviation(const skpi__fit *fit, int anchor, double t)
{
    double variance; /* in units of sigma^2 */
    if (fit->model == SKPI_SERIES_MODEL_PERSISTENCE) {
        variance = t - fit->last_t;
    } else if (fit->model == SKPI_SERIES_MODEL_HOLT) {
        const double alpha = fit->parameter[0], beta = fit->parameter[1];
        const double h = ceil((t - fit->last_t) / fit->step - 1e-9), k = fmax(h - 1, 0);
        variance = 1 + alpha * alpha * k * (1 + beta * h + beta * beta * h * (2 * k + 1) / 6);
    } else {
        variance = model_spread(fit, t) + 1;
        if (anchor) variance += fmax(1 - model_spread(fit, fit->last_t), 0);
    }
    return fit->sigma * sqrt(variance);
}

double skpi__fit_quantile(const skpi__fit *fit, int anchor, double t, double score)
{
    return model_back(fit, model_centre(fit, anchor, t) + score * model_deviation(fit, anchor, t));
}

double skpi__fit_score(const skpi__fit *fit, double probability)
{
    return skpi__student_quantile(probability, fit->freedom);
}
