/* Straight lines in time by least squares: of the values, or of the logits of values below a ceiling.
 *
 * With x = t - t0, t0 the first date: b = Sxy/Sxx, a = mean - b mean x, s^2 = SSE/(n - 2),
 * var b = s^2/Sxx, cov(a, b) = -mean x var b, var a = s^2/n + mean x^2 var b.
 */
#include "numeric/logistic.h"
#include "numeric/sum.h"
#include "series/line.h"
#include "series/unit.h"

typedef struct view { /* a series and the scale of its fit */
    const double *y;
    double unit, ceiling; /* ceiling 0: the values themselves, otherwise their logits */
} view;

static double line_value(const view *v, size_t i)
{
    return v->ceiling > 0 ? skpi__logit(v->y[i] / v->ceiling) : v->y[i] / v->unit;
}

skpi_status skpi__fit_line(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit)
{
    const int logit = rules->model == SKPI_SERIES_MODEL_LOGIT_LINE;
    const view v = {y, logit ? 1 : skpi__unit_of(n, y), logit ? rules->ceiling : 0};
    const double count = (double)n, t0 = t[0];
    skpi__sum sx = {0, 0}, sy = {0, 0}, sxx = {0, 0}, sxy = {0, 0}, sse = {0, 0};
    for (size_t i = 0; i < n; i++) {
        skpi__sum_add(&sx, t[i] - t0);
        skpi__sum_add(&sy, line_value(&v, i));
    }
    const double x_mean = skpi__sum_value(&sx) / count, y_mean = skpi__sum_value(&sy) / count;
    for (size_t i = 0; i < n; i++) {
        const double x = t[i] - t0 - x_mean;
        skpi__sum_add(&sxx, x * x);
        skpi__sum_add(&sxy, x * (line_value(&v, i) - y_mean));
    }
    const double width = skpi__sum_value(&sxx), b = skpi__sum_value(&sxy) / width;
    for (size_t i = 0; i < n; i++) {
        const double r = line_value(&v, i) - y_mean - b * (t[i] - t0 - x_mean);
        skpi__sum_add(&sse, r * r);
    }
    const double unit = v.unit;
    fit->freedom = count - 2;
    fit->sse = skpi__sum_value(&sse) * unit * unit;
    fit->sigma = sqrt(skpi__sum_value(&sse) / fit->freedom) * unit;
    const double variance = fit->sigma * fit->sigma, var_b = variance / width;
    fit->parameter[0] = (y_mean - b * x_mean) * unit;
    fit->parameter[1] = b * unit;
    fit->parameter[2] = t0;
    if (logit) fit->parameter[3] = rules->ceiling;
    fit->covariance[0][0] = variance / count + x_mean * x_mean * var_b;
    fit->covariance[0][1] = fit->covariance[1][0] = -x_mean * var_b;
    fit->covariance[1][1] = var_b;
    return SKPI_OK;
}
