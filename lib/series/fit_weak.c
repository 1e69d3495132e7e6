/* The rules for weak fits (fit_weak.h).  A fit is weak in these cases:
 *
 *   every model                    residuals not above the rounding of a double: the interval has width 0
 *   any parameter                  at its bound (Holt's weights too)
 *   b, speeds, ceilings, p and q   a standard error above the estimate
 *   a fitted ceiling K             above 1 although no value is; t se(K) > K/3, t the quantile of .975 of Student's
 *                                  t; an inflection after the last value, or for a falling curve before the first
 *
 * A rising curve does not show K before its inflection, a falling one does not show it afterwards.  The last two rules
 * were tried on about 210,000 simulated curves with known seeds.  No rule for a single fit can see that the values
 * follow another curve, because such fits are as close as right ones.
 */
#include "series/fit_weak.h"
#include "series/student.h"
#include <math.h>

#define NO_RESIDUALS 1e-12 /* relative to the largest value; for logits absolute */
#define CEILING_PART 3
#define NORMAL 1.9599 /* the least quantile of Student's t, with infinite degrees of freedom */
#define WIDEST 12.707 /* the largest quantile, with one degree of freedom */

static double weak_largest(size_t n, const double *y)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(y[i]));
    return most;
}

static int weak_residuals(size_t n, const double *y, const skpi__fit *fit)
{
    const double scale = fit->model == SKPI_SERIES_MODEL_LOGIT_LINE ? 1 : weak_largest(n, y);
    return fit->sigma <= NO_RESIDUALS * scale;
}

/* Whether t se(K) > K/3.  The quantile is computed only if the answer depends on it. */
static int weak_wide(const skpi__fit *fit)
{
    const double error = CEILING_PART * sqrt(fit->covariance[0][0]), ceiling = fit->parameter[0];
    if (!(error * WIDEST > ceiling)) return 0;
    return error * NORMAL > ceiling || error * skpi__student_quantile(.975, fit->freedom) > ceiling;
}

static int weak_curve(const skpi__fit_rules *rules, size_t n, const double *y, const skpi__fit *fit)
{
    const int bass = fit->model == SKPI_SERIES_MODEL_BASS, rising = bass || fit->parameter[1] > 0;
    for (int j = 0; j < (bass ? 3 : 2); j++)
        if (sqrt(fit->covariance[j][j]) > fabs(fit->parameter[j])) return 1;
    if (rules->lower[0] == rules->upper[0]) return 0;
    const double inflection = skpi__curve_inflection(fit->model, fit->parameter);
    return (fit->parameter[0] > 1 && weak_largest(n, y) <= 1) || weak_wide(fit) ||
           (rising ? inflection > fit->last_t : inflection < fit->first_t);
}

int skpi__fit_is_weak(const skpi__fit_rules *rules, size_t n, const double *y, const skpi__fit *fit)
{
    if (fit->at_bound || weak_residuals(n, y, fit)) return 1;
    switch (fit->model) {
    case SKPI_SERIES_MODEL_PERSISTENCE:
    case SKPI_SERIES_MODEL_HOLT: return 0;
    case SKPI_SERIES_MODEL_LINE:
    case SKPI_SERIES_MODEL_LOGIT_LINE: return sqrt(fit->covariance[1][1]) > fabs(fit->parameter[1]);
    default: return weak_curve(rules, n, y, fit);
    }
}
