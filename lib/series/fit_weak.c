/* Fits that cannot know what they are asked for (fit_weak.h).
 *
 *   every model                    no residuals beyond the rounding of a double: an interval of width 0
 *   any parameter                  at its bound (Holt's weights too)
 *   slopes, ceilings, p and q      a standard error above the estimate
 *   a fitted ceiling K             above 1 although no value is; t se(K) > K/3, t the quantile of .975 of Student's
 *                                  t; an inflection after the last value, of falling curves before the first: a rising
 *                                  curve that has not bent yet says nothing about K, a falling one has K behind it
 *
 * The last two were tried on about 210,000 seeded curves.  No rule on one fit sees that the values are of another
 * curve: those fits are as tight as right ones.
 */
#include "series/fit_weak.h"
#include "series/student.h"
#include <math.h>

#define NO_RESIDUALS 1e-12 /* relative to the largest value; of logits absolute */
#define CEILING_PART 3
#define NORMAL 1.9599 /* no quantile of Student's t is below it */
#define WIDEST 12.707 /* with one degree of freedom */

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

/* Whether t se(K) > K/3; the quantile is looked up where it decides. */
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
